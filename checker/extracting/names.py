"""Numbers with a word that makes names of them: "page 3", "Article 42", "phase III", "grade 1 or 2", "No. 2", "#42"."""

from __future__ import annotations

import re

from checker.extracting.scan import Cluster, Hit, Scan, cluster_at
from checker.extracting.year_doubts import POSSIBLE

_SUFFIX = re.compile(r"(?:\([^\W_]{1,4}\)){1,4}")  # the paragraphs of "section 3(b)(ii)"
_LETTERS = re.compile(r"[^\W\d_]{1,2}(?:\d{1,3}(?:-\d{1,3})?)?(?!\w)")  # of "13D", "10b5-1"
_NAME_MARKS = ("", ".", "..", "...", "-", "/", "--", "-/")
_LONGEST_LABELLED = 8
_MOST_GROUPS = 10  # "the control group 74 patients had": no group has such a number
_REGISTERED = 11  # digits of a number of a register
_LIST = 6  # names in a row: "Articles 12, 13 and 14"


def label_at(scan: Scan, at: int, cluster: Cluster, free: int) -> Hit | None:
    """A name made of a word and the number at token `at`, with all numbers that share the word."""
    label = at - 1
    if cluster.marks and cluster.marks.strip(",") == "" and all(len(word) < 3 for word in scan.words[at : cluster.last + 1]):
        cluster = cluster._replace(last=at, end=scan.ends[at], marks="")  # "days 1,8 and 15"
    dotted = scan.words[label] in (".", ":") and scan.glued(label - 1)
    if dotted and scan.words[label] == ":":
        return Hit("identifier", label - 1, at, number=at) if label > free and _notes(scan, label - 1, at, cluster) else None
    if dotted:
        label -= 1
        if scan.words[label] not in scan.book.words["labels.dotted"] and scan.words[label] not in scan.book.words["labels.abbreviated"]:
            return None  # "in our area. 27 men came"
    spelled = _past_abbreviation(scan, label)
    label = spelled or label
    entries = _entries(scan, label)
    aged = label and scan.words[label] in scan.book.words["labels.aged"] and scan.words[label - 1] in scan.book.words["labels.age"]
    if aged or entries is None or label < free or (scan.glued(label) and not dotted and not spelled) or cluster.marks not in _NAME_MARKS:
        return None
    if (len(scan.words[at]) > _LONGEST_LABELLED and not cluster.marks) or _apart(scan, at - 1 if spelled else label, at):
        return None
    for before, groups in entries:
        first = label - len(before)
        if first >= free and (not before or tuple(scan.words[first:label]) == before) and _asks(scan, first, at, groups, dotted):
            last = _name_end(scan, cluster)
            if last is None or ("graded" in groups and _is_counted(scan, at, last, cluster)):
                return None
            return Hit("identifier", first, _chain(scan, last, groups, scan.words[label]), number=at)
    return None


def _past_abbreviation(scan: Scan, close: int) -> int:
    """The word in front of its abbreviation in brackets, which ends with token `close`: "Standards Update ("ASU") 2015-17"; 0
    where there is none."""
    if scan.words[close] != ")" or scan.glued(close):
        return 0
    k = close - 1
    k -= scan.words[k] in ('"', "”", "'", "’", "''")
    letters = k
    k -= 1 + (scan.words[k - 1] in ('"', "“", "'", "‘", "``"))
    named = _in_capitals(scan, letters) and scan.words[k] == "(" and scan.words[letters] == scan.words[k - 1][:1] + scan.words[letters][1:]
    initials = scan.words[letters][-1:] == scan.words[k - 1][:1]  # the last word of "Accounting Standards Update (ASU)"
    return k - 1 if k > 0 and (named or initials) and _in_capitals(scan, letters) and scan.words[k] == "(" and scan.upper(k - 1) else 0


def _notes(scan: Scan, label: int, at: int, cluster: Cluster) -> bool:
    """Whether the number behind a colon is that of a note which begins there: "Notes: 1 Primarily comprises ..."."""
    opens = not label or "\n" in scan.text[scan.ends[label - 1] : scan.starts[label]]
    begins = scan.upper(at + 1) and scan.words[at + 1].isalpha() and not scan.glued(at) and not scan.measured(at + 1)
    return scan.words[label] in scan.book.words["labels.noted"] and opens and begins and not cluster.marks and len(scan.words[at]) < 3


def _apart(scan: Scan, label: int, at: int) -> bool:
    """Whether more than the line break of wrapped prose parts label and number: the number may be a year or marks an
    item, the label stands alone in its line or closes a sentence."""
    breaks = scan.text.count("\n", scan.ends[label], scan.starts[at])
    if breaks != 1:
        return breaks > 1
    if len(scan.words[at]) > 3 or scan.words[at - 1] == "." or scan.words[at + 1] == ".":
        return True
    return not label or "\n" in scan.text[scan.ends[label - 1] : scan.starts[label]]


def _is_counted(scan: Scan, at: int, last: int, cluster: Cluster) -> bool:
    """Whether the number after "group" counts instead: "the control group 93 of 165", "in this group 1 in 6 left", "the group 14
    (12%) died"; not "grade 3 in 12 patients"."""
    value, after = scan.number(at) or 0, scan.words[last + 1]
    if after in scan.book.words["words.of"] and not scan.words[last + 2].isalpha():
        if after in scan.book.words["labels.counted-of"] or value == 1 and not scan.upper(at - 1) or value > _MOST_GROUPS:
            return True
    if after == "(" and scan.words[last + 2].isdecimal():
        return value >= _MOST_GROUPS or (cluster.marks == "/" and (scan.number(cluster.last) or 0) >= _MOST_GROUPS)
    single = value == 1 and any(after + suffix in scan.book.words["counted"] for suffix in scan.book.words["plural-suffixes"])
    return single or (after in scan.book.words["counted"] and value > _MOST_GROUPS)


def _entries(scan: Scan, label: int) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...] | None:
    """What the pack says of the label that ends with token `label`, in the singular if need be."""
    word = scan.words[label]
    entries = scan.book.labels.get(word)
    for suffix in scan.book.words["plural-suffixes"] if entries is None and len(word) > 3 else ():
        if word.endswith(suffix):
            entries = scan.book.labels.get(word[: -len(suffix)])
    return entries


def _asks(scan: Scan, first: int, at: int, groups: frozenset[str], dotted: bool) -> bool:
    """Whether a label of these groups, beginning at token `first`, names the number at token `at`."""
    if "ranked" in groups:
        return not _leads_many(scan, first, at)
    if "free" in groups or "graded" in groups or "counted" in groups:
        return True
    if dotted:
        return "dotted" in groups
    capital = scan.upper(first)
    if "dated" in groups and len(scan.words[at]) == 4 and (scan.number(at) or 0) in POSSIBLE:
        return False  # "Christmas Day 2012"
    if capital and ("capital" in groups or "dotted" in groups):
        return True
    if "ranks" in groups and _in_capitals(scan, first - 1) and len(scan.words[at]) > 5:
        return True  # "ISRCTN number 57474502"
    if "ranks" in groups:
        return scan.words[first - 1] in scan.book.words["labels.rank-cues"] and len(scan.words[at]) <= 3
    if "points" not in groups or len(scan.words[at]) > 3:
        return False  # "the years 2002 to 2010"
    return scan.words[first - 1] in scan.book.words["labels.point-cues"] or _points_listed(scan, first, at) or _behind_dose(scan, first)


def _behind_dose(scan: Scan, first: int) -> bool:
    """Whether a dose ends in front of token `first`: "75 mg/m(2) day 1", "80 mg day 1 and day 8"."""
    k = first - 1
    if scan.words[k] == ")" and scan.words[k - 2] == "(" and scan.words[k - 1] in ("2", "3"):
        k -= 3
    k -= scan.words[k] in ("2", "²") and scan.glued(k - 1)
    doses = scan.book.words["labels.doses"]
    return scan.words[k] in doses and scan.words[k - 1].isdecimal() or scan.words[k - 1] == "/" and scan.words[k - 2] in doses


def _leads_many(scan: Scan, label: int, at: int) -> bool:
    """Whether the number at token `at` counts the best of many: "its top 200 artists"; not "six top 10 finishes"."""
    after, book = cluster_at(scan, at).last + 1, scan.book.words
    word = scan.words[after]
    many = word.isalpha() and not scan.upper(after) and word not in book["functions"] and (word in book["counted"] or len(word) > 3 and any(map(word.endswith, book["plural-suffixes"])))
    led = scan.words[label - 1] in book["labels.ranked-leads"]
    return many and led and not scan.upper(label) and scan.starts[after] - scan.ends[after - 1] == 1


def _in_capitals(scan: Scan, at: int) -> bool:
    """Whether token `at` is written in capitals only, as the names of registers are."""
    raw = scan.text[scan.starts[at] : scan.ends[at]] if at >= 0 else ""
    return len(raw) > 1 and raw.isalpha() and raw.isupper()


def _points_listed(scan: Scan, label: int, at: int) -> bool:
    """Whether a plural leads a list of points of time: "hours 1, 6, 12 and 24", "weeks 1 (p = 0.2) and 2"."""
    words, book = scan.words, scan.book.words
    plural = any(len(words[label]) > 3 and words[label].endswith(suffix) for suffix in book["plural-suffixes"])
    after = words[at + 1]
    listed = (after == "," or after in book["words.joins"]) and words[at + 2].isdecimal() and not scan.measured(at + 3)
    return plural and scan.number(label - 1) is None and (listed or after == "(")


def _name_end(scan: Scan, cluster: Cluster) -> int | None:
    """The last token of the number with its suffix ("3(b)", "13D"); None where it is measured or counts after all."""
    last = cluster.last
    if scan.measured(last + 1) and scan.starts[last + 1] - scan.ends[last] <= 1 and cluster.marks != "/":
        return None
    if scan.glued(last) and scan.words[last + 1].isalpha():
        tail = _LETTERS.match(scan.text, scan.ends[last])
        if not tail:
            return None
        while scan.ends[last] < tail.end():
            last += 1
    suffix = _SUFFIX.match(scan.text, scan.ends[last])
    while suffix and scan.ends[last] < suffix.end():
        last += 1
    return last


def _chain(scan: Scan, last: int, groups: frozenset[str], label: str) -> int:
    """The last token of further numbers: "1 or 2", "12, 13 and 14", "3 of 12" of a page."""
    words, book = scan.words, scan.book.words
    if "counted" in groups and words[last + 1] in book["labels.counted-of"] and words[last + 2].isdecimal():
        return last + 2
    plural = any(label.endswith(suffix) for suffix in book["plural-suffixes"])
    many = plural or "graded" in groups
    for _ in range(_LIST):
        link = last + 1
        if words[link] == "," and words[link + 1] in book["words.joins"]:
            link += 1
        if not (words[link] == "," or words[link] in book["words.joins"] or words[link] in ("/", "-", "–")):
            break
        number = link + 1
        roman = words[number] in scan.book.numbered["romans"] and scan.upper(number)
        if not (roman or (words[number].isdecimal() and len(words[number]) <= 3)):
            break
        after = words[number + 1]
        if words[link] in book["words.and"] and after in book["words.of"] and not plural and words[number + 2].isdecimal():
            break  # "in group 1 and 40 of 43 in group 2"
        if after == "/" and words[number + 2].isdecimal() and len(words[number + 2]) == 4 and words[last - 1] == "/":
            last = number + 2  # "Acts 7/2021 and 63/2023"
            continue
        if plural and after == "." and words[number + 2].isdecimal() and scan.glued(number) and scan.glued(number + 1) and not scan.measured(number + 3):
            last = number + 2  # "Divisions 68-74, 95.1"
            continue
        ends = not after.isalpha() or after in book["functions"] or (many and words[link] != ",")
        if (
            not ends
            or scan.measured(number + 1)
            or (after in "./" and after and words[number + 2].isdecimal() and scan.glued(number))
        ):
            break
        if after == ")" and words[last] != ")" and not many:
            break
        last = number + (scan.glued(number) and len(after) == 1 and after.isalpha())  # "7a and 7b"
    return last


def roman_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "phase III", "World War II", "Type I": a roman numeral after a word that asks for one."""
    entries = scan.book.labels.get(scan.words[at - 1])
    text = scan.text[scan.starts[at] : scan.ends[at]]
    if entries is None or at - 1 < free or not text.isupper() or scan.glued(at - 1):
        return None
    for before, groups in entries:
        first = at - 1 - len(before)
        if first < free or (before and tuple(scan.words[first : at - 1]) != before) or "graded" not in groups:
            continue
        letter = scan.book.numbered["romans"].get(text.lower())
        if letter == 1 and scan.words[at - 1] not in scan.book.words["labels.staged"]:
            continue  # a pronoun, not a numeral
        return Hit("identifier", first, _chain(scan, at, groups, scan.words[at - 1]))
    return None


def letter_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "arm A", "Group B": a single capital after the word at token `at`."""
    letter = at + 1
    word = scan.words[letter]
    if len(word) != 1 or not word.isalpha() or not scan.upper(letter) or scan.glued(at):
        return None
    if scan.glued(letter) and (scan.words[letter + 1] in "-'’&" or (scan.words[letter + 1] == "." and scan.glued(letter + 1))):
        return None
    following = scan.words[letter + 1]
    return (
        Hit("identifier", at, letter)
        if not (following.isalpha() and word in scan.book.words["words.articles"] and scan.upper(at + 2))
        else None
    )


def _no_order(parts: list[str]) -> bool:
    """Whether three numbers joined by hyphens neither mount nor fall: "11-1-1", "4-4-2" are codes or shapes."""
    sizes = [int(part) for part in parts]
    return len(sizes) == 3 and sizes not in (sorted(sizes), sorted(sizes, reverse=True)) or len(sizes) == 3 and len(set(sizes)) < 3


def _heading(scan: Scan, at: int) -> bool:
    """Whether the mark in front of a number of four digits makes a heading of its line: "# 2011 Census"."""
    opens = at < 2 or "\n" in scan.text[scan.ends[at - 2] : scan.starts[at - 1]]
    return opens and not scan.glued(at - 1) and len(scan.words[at]) == 4


def numbered_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """Figures whose shape is that of no amount: "#42", "§ 12", "3.11.2", "192.168.0.1", "978-3-16-148410-0"."""
    if scan.words[at - 1] in scan.book.words["labels.marks"] and scan.starts[at] - scan.ends[at - 1] <= 1 and not _heading(scan, at):
        last = _name_end(scan, cluster)
        return Hit("identifier", at - 1, last, number=at) if last is not None else None
    marks = cluster.marks
    if marks == "/" and scan.words[cluster.last + 1] in scan.book.words["dose-units"]:
        return Hit("identifier", at, cluster.last + 1, number=at)
    if marks == "" and len(scan.words[at]) >= _REGISTERED and not scan.measured(at + 1) and scan.words[at - 1] == ":":
        return Hit("identifier", at, at, number=at)  # "ID: 48300112233445"
    if (
        len(scan.words[at]) > 2
        and scan.words[at][0] == "0"
        and marks == ""
        and not scan.measured(at + 1)
        and scan.words[at - 1] not in (",", ".")
        and not (scan.words[at].strip("0") == "" and scan.words[at - 1] in "'’‘")  # "$'000" heads a table
        and scan.words[at - 1] not in scan.book.words["money-signs"]
        and not scan.words[at - 1].isdecimal()
    ):
        return Hit("identifier", at, at, number=at)  # "007": no amount begins like this
    if len(marks) < 2 or scan.measured(cluster.last + 1) or (scan.glued(cluster.last) and scan.words[cluster.last + 1].isalnum()):
        return None
    parts = scan.words[at : cluster.last + 1 : 2]
    if marks == "." * len(marks):
        return None if all(len(part) == 3 for part in parts[1:]) else Hit("identifier", at, cluster.last, number=at)
    padded = any(len(part) > 2 and part[0] == "0" for part in parts)
    if (marks == "-" * len(marks) and (len(marks) > 2 or len("".join(parts)) >= 5 or parts == ["1", "2", "3"] or _no_order(parts))) or (padded and not set(marks) & set(",.'’·")):
        return Hit("identifier", at, cluster.last, number=at)
    return None
