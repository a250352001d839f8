"""Numbers that are names: "page 3", "Article 42", "phase III", "grade 1 or 2", "B707", "COVID-19", "24/7"."""

from __future__ import annotations

import re

from checker.extracting.scan import Cluster, Hit, Scan

_SUFFIX = re.compile(r"(?:\([^\W_]{1,4}\)){1,4}")  # the paragraphs of "section 3(b)(ii)"
_TAIL = re.compile(r"[^\W_]{0,16}(?:-(?:[A-Z]{1,2}|[A-Z]{0,3}\d[^\W_]{0,5})(?![^\W_]))?")  # of a model's name: "320-200", "16s"
_LETTERS = re.compile(r"[^\W\d_]{1,2}(?:\d{1,3}(?:-\d{1,3})?)?(?!\w)")  # of "13D", "10b5-1"
_CODE = re.compile(r"[0-9a-f]{7,64}(?!\w)")
_LONGEST_RUN = 12
_NAME_MARKS = ("", ".", "..", "...", "-", "/", "--", "-/")
_LONGEST_LABELLED = 8
_MOST_GROUPS = 10  # "the control group 74 patients had": no group has such a number
_LIST = 6  # names in a row: "Articles 12, 13 and 14"


def label_at(scan: Scan, at: int, cluster: Cluster, free: int) -> Hit | None:
    """A name made of a word and the number at token `at`, with all numbers that share the word."""
    label = at - 1
    dotted = scan.words[label] == "." and scan.glued(label - 1)
    if dotted:
        label -= 1
    entries = _entries(scan, label)
    if entries is None or label < free or (scan.glued(label) and not dotted) or cluster.marks not in _NAME_MARKS:
        return None
    if len(scan.words[at]) > _LONGEST_LABELLED and not cluster.marks:
        return None
    for before, groups in entries:
        first = label - len(before)
        if first >= free and (not before or tuple(scan.words[first:label]) == before) and _asks(scan, first, at, groups, dotted):
            last = _name_end(scan, cluster)
            if last is None or ("graded" in groups and _is_counted(scan, at, last, cluster)):
                return None
            return Hit("identifier", first, _chain(scan, last, groups, scan.words[label]), number=at)
    return None


def _is_counted(scan: Scan, at: int, last: int, cluster: Cluster) -> bool:
    """Whether the number after "group" counts instead: "the control group 93 of 165", "the group 14 (12%) died"."""
    value, after = scan.number(at) or 0, scan.words[last + 1]
    if after in scan.book.words["words.of"] and not scan.words[last + 2].isalpha():
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
    if "free" in groups or "graded" in groups or "counted" in groups:
        return True
    if dotted:
        return "dotted" in groups
    capital = scan.upper(first)
    if capital and ("capital" in groups or "dotted" in groups):
        return True
    if "ranks" in groups:
        return scan.words[first - 1] in scan.book.words["labels.rank-cues"] and len(scan.words[at]) <= 2
    return "points" in groups and scan.words[first - 1] in scan.book.words["labels.point-cues"]


def _name_end(scan: Scan, cluster: Cluster) -> int | None:
    """The last token of the number with its suffix ("3(b)", "13D"); None where it is measured or counts after all."""
    last = cluster.last
    if scan.measured(last + 1) and scan.starts[last + 1] - scan.ends[last] <= 1:
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
        ends = not after.isalpha() or after in book["functions"] or (many and words[link] != ",")
        if not ends or scan.measured(number + 1) or (after in "./" and after and words[number + 2].isdecimal() and scan.glued(number)):
            break
        if after == ")" and words[last] != ")" and not many:
            break
        last = number
    return last


def roman_at(scan: Scan, at: int, free: int) -> Hit | None:
    """"phase III", "World War II", "Type I": a roman numeral after a word that asks for one."""
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
    """"arm A", "Group B": a single capital after the word at token `at`."""
    letter = at + 1
    word = scan.words[letter]
    if len(word) != 1 or not word.isalpha() or not scan.upper(letter) or scan.glued(at):
        return None
    if scan.glued(letter) and (scan.words[letter + 1] in "-'’&" or (scan.words[letter + 1] == "." and scan.glued(letter + 1))):
        return None
    following = scan.words[letter + 1]
    return Hit("identifier", at, letter) if not (following.isalpha() and word in scan.book.words["words.articles"] and scan.upper(at + 2)) else None


def model_at(scan: Scan, at: int, free: int) -> Hit | None:
    """A name glued to the digits of token `at`: "B707", "F-16", "COVID-19", "H1N1", "iPhone12", "mp3"."""
    letters = at - 1
    hyphen = scan.words[letters] in ("-", "‑") and scan.glued(letters)
    if hyphen:
        letters -= 1
    if letters < free or not scan.words[letters].isalpha() or not scan.glued(letters):
        return None
    if not _is_name(scan, letters, hyphen):
        return None
    first = _name_start(scan, letters, free)
    if first is None:
        return None
    end = _TAIL.match(scan.text, scan.starts[at]).end()  # type: ignore[union-attr]
    last = at
    while scan.ends[last] < end:
        last += 1
    if scan.glued(last) and scan.words[last + 1] in ".," and scan.words[last + 2].isdecimal() and scan.glued(last + 1):
        return None if not hyphen and scan.words[letters] in scan.book.words["names.money"] else _decimal_name(scan, first, last, at)
    return Hit("identifier", first, last, number=at)


def _decimal_name(scan: Scan, first: int, last: int, at: int) -> Hit | None:
    """"PM2.5", "v2.1.0": full stops go on with digits; a comma makes it an amount."""
    while scan.words[last + 1] == "." and scan.glued(last) and scan.words[last + 2].isdecimal() and scan.glued(last + 1):
        last += 2
    return None if scan.words[last + 1] == "," and scan.glued(last) else Hit("identifier", first, last, number=at)


def _is_name(scan: Scan, at: int, hyphen: bool) -> bool:
    """Whether the letters of token `at` in front of digits make a name of them."""
    word, book = scan.words[at], scan.book.words
    written = scan.text[scan.starts[at] : scan.ends[at]]
    if word in book["names.not-names"] or word in scan.book.numbered["months"] or word in book["prefixes"]:
        return False
    if not hyphen:
        if word in book["names.versions"] or word in book["names.glued"]:
            return True
        if word in book["names.money"] or word in book["measures"]:
            digits = scan.words[at + 1]
            return written.isupper() and len(written) == 1 and len(digits) <= 3 and not _amount(scan, at + 1)
        return not written.islower() and len(word) <= 8
    if written.isupper():
        return len(word) <= 5
    inner = any(letter.isupper() for letter in written[1:])
    return inner or (written[:1].isupper() and (len(word) <= 3 or word in scan.book.labels))


def _amount(scan: Scan, at: int) -> bool:
    """Whether the digits at token `at` go on as an amount: "R5 million", "A5.2", "R5,000"."""
    after = scan.words[at + 1]
    return scan.measured(at + 1) or (scan.glued(at) and after in ".," and scan.words[at + 2].isdecimal() and scan.glued(at + 1))


def _name_start(scan: Scan, letters: int, free: int) -> int | None:
    """The first token of the run of letters and digits that ends with token `letters`; None where a sign joins it."""
    first = letters
    for _ in range(8):
        before = first - 1
        if before < free or not scan.glued(before):
            return first
        word = scan.words[before]
        if word.isalnum():
            first = before
        elif word == "-" and before - 1 >= free and scan.glued(before - 1) and scan.words[before - 1].isalnum():
            first = before - 1
        else:
            return first if word in "([{\"'“‘/,:;—–*_" else None
    return None


def literal_at(scan: Scan, at: int) -> Hit | None:
    """"24/7", "3D", "9/11": names as the pack lists them, standing by themselves."""
    for phrase in scan.book.beginnings["names.literals"].get(scan.words[at], ()):
        last = at + len(phrase) - 1
        if tuple(scan.words[at : last + 1]) != phrase:
            continue
        if scan.text[scan.starts[at] : scan.ends[last]] != scan.text[scan.starts[at] : scan.ends[last]].upper() and len(phrase) == 2:
            continue  # "3d", "5g" in small letters are measures
        if scan.words[last + 1] == "(" and "/" in phrase:
            continue  # "9/11 (82%)" is a part of a whole
        if scan.glued(last) and (scan.words[last + 1].isalnum() or scan.words[last + 1] in "/,." and scan.words[last + 2].isdecimal() and scan.glued(last + 1)):
            continue
        if at and scan.glued(at - 1) and (scan.words[at - 1].isalnum() or scan.words[at - 1] in ".,/$£€"):
            continue
        return Hit("identifier", at, last, number=at)
    return None


def hash_at(scan: Scan, at: int, free: int) -> Hit | None:
    """"9fceb02d", "747s": a run of letters and digits around the digits of token `at` that is a code."""
    first = at
    while first - 1 >= free and scan.glued(first - 1) and scan.words[first - 1].isalnum() and at - first < _LONGEST_RUN:
        first -= 1
    code = _CODE.match(scan.text, scan.starts[first])
    if code and code.end() >= scan.ends[at] and any(map(str.isalpha, code.group())):
        last = at
        while scan.ends[last] < code.end():
            last += 1
        return Hit("identifier", first, last, number=at)
    letters = at + 1
    number = scan.words[at]
    plural = scan.words[letters] in scan.book.words["plural-suffixes"] and first == at
    if plural and len(number) == 3 and number[-1] != "0" and not (scan.glued(letters) and scan.words[letters + 1].isalnum()):
        return Hit("identifier", at, letters, number=at)
    return None


def numbered_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """Figures whose shape is that of no amount: "#42", "§ 12", "3.11.2", "192.168.0.1", "978-3-16-148410-0"."""
    if scan.words[at - 1] in scan.book.words["labels.marks"] and scan.starts[at] - scan.ends[at - 1] <= 1:
        last = _name_end(scan, cluster)
        return Hit("identifier", at - 1, last, number=at) if last is not None else None
    marks = cluster.marks
    if marks == "/" and scan.words[cluster.last + 1] in scan.book.words["dose-units"]:
        return Hit("identifier", at, cluster.last + 1, number=at)
    if len(scan.words[at]) > 2 and scan.words[at][0] == "0" and marks == "" and not scan.measured(at + 1) and scan.words[at - 1] not in (",", ".") and not scan.words[at - 1].isdecimal():
        return Hit("identifier", at, at, number=at)  # "007": no amount begins like this
    if len(marks) < 2 or scan.measured(cluster.last + 1) or (scan.glued(cluster.last) and scan.words[cluster.last + 1].isalnum()):
        return None
    parts = scan.words[at : cluster.last + 1 : 2]
    if marks == "." * len(marks):
        return None if all(len(part) == 3 for part in parts[1:]) else Hit("identifier", at, cluster.last, number=at)
    padded = any(len(part) > 2 and part[0] == "0" for part in parts)
    if (marks == "-" * len(marks) and (len(marks) > 2 or len("".join(parts)) >= 5)) or (padded and not set(marks) & set(",.'’·")):
        return Hit("identifier", at, cluster.last, number=at)
    return None
