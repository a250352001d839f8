"""How sure a plain number of four digits is a year: what stands around it, short of asking the rest of the text."""

from __future__ import annotations

from checker.extracting.scan import Scan

POSSIBLE = range(1500, 2101)
LIKELY = range(1900, 2031)
_CODE = 8  # tokens of a name in angle brackets
_NEAR = 12  # years that stand side by side in a heading are about this near

# What a number needs to be read as a year: nothing more; a sure year of the text at most 30, or at most one, away, or the
# same; nothing makes it one.
SURE, NEAR, CLOSE, TWIN, NEVER = range(5)


def is_open(scan: Scan, at: int) -> bool:
    """Whether the digits of token `at` stand for themselves, not in "1,950", "1950.5" or "1950s"."""
    if not scan.glued(at):
        return True
    mark, beyond = scan.words[at + 1], scan.words[at + 2]
    return not mark.isalnum() and not (mark in ",.:/" and beyond.isdecimal() and scan.glued(at + 1))


def doubted(scan: Scan, at: int, year: int) -> int:
    """How much more a plain number of four digits needs to be a year: SURE, one of the doubts below, or NEVER."""
    words, book = scan.words, scan.book.words
    before, after = words[at - 1], words[at + 1]
    hyphened = before == "-" and scan.glued(at - 1) and scan.glued(at - 2)
    if hyphened:
        before = words[at - 2]
        if before not in book["prefixes"]:
            return NEVER
    if _is_priced(scan, at) or not is_open(scan, at) or _is_rate(scan, at) or _is_part(scan, at):
        return NEVER
    if before == "|" and year in LIKELY:  # heads a column
        return SURE
    if before in book["words.of"] and words[at - 2] in book["year-heads"] and year in POSSIBLE:
        return SURE
    if year in LIKELY and words[at - 1] in book["year-about"] and words[at - 2] in book["year-cues"] and not scan.measured(at + 1):
        return SURE  # "since about 1978"
    until = words[at - 1] in book["year-as"] and words[at - 3] in book["year-as"]  # "as late as 1194"
    strong = hyphened or until and words[at - 2] in book["year-cues"] or before in scan.book.numbered["months"] or before in book["year-cues"]
    if scan.measured(at + 1):
        if year in LIKELY and after in book["year-verbs"] and (words[at + 2] in book["words.articles"] or words[at + 2] in book["possessives"]):
            return SURE  # "1980 marks the opening of a decade"
        if year in LIKELY and (_names_column(scan, at) or year % 10 and _names_period(scan, at + 1) or before == ":" and after in book["words.per"]):
            return SURE
        return TWIN if after in book["money-signs"] or (not after.isalpha() and not scan.glued(at)) else NEVER
    definite = words[at - 1] in book["possessives"] or before in book["words.articles"]
    if _second_of_two(scan, at, year):
        return SURE
    if after in book["counted"] and not scan.upper(at + 1):
        return TWIN if strong or (definite and year in LIKELY) else NEVER
    if _in_figures(scan, at, year):
        return TWIN
    counts = _counts(scan, at + 1)
    if counts and before in book["number-cues"]:
        return NEVER
    if year not in LIKELY:
        return _old(scan, at, year, strong, counts)
    if strong or definite:
        return SURE
    if before in book["number-cues"] or counts or (before in book["level-joins"] and words[at - 2] in book["level-verbs"]):
        return CLOSE
    return SURE


def _second_of_two(scan: Scan, at: int, year: int) -> bool:
    """Whether the number follows on a year of which it is said which: "the 1982 and 1984 contracts"."""
    words, book = scan.words, scan.book.words
    first = scan.number(at - 2) if len(words[at - 2]) == 4 and words[at - 1] in book["words.joins"] else None
    told = words[at - 3] in book["possessives"] or words[at - 3] in book["words.articles"]
    return told and first in LIKELY and year in LIKELY and 0 < year - first <= _NEAR


def _names_column(scan: Scan, at: int) -> bool:
    """ "2018 $'000" heads a column of thousands of dollars."""
    return scan.words[at + 1] in scan.book.words["money-signs"] and not scan.glued(at) and scan.words[at + 2] in ("'", "’") and scan.glued(at + 1)


def _names_period(scan: Scan, at: int) -> bool:
    """ "the first four 1991 months", "1986 YEAR": nothing lasts that many of them."""
    return scan.named_unit(at) in ("month", "months", "quarter", "quarters", "half", "year")


def _old(scan: Scan, at: int, year: int, strong: bool, counts: bool) -> int:
    """The same for a number that is rarely a year today."""
    closed = strong and scan.words[at + 1] in (",", ".", ";", ")", "")
    if counts:
        return CLOSE
    strong = strong and not scan.words[at + 1].isdecimal()
    return SURE if (strong and year in POSSIBLE) or closed or _in_brackets(scan, at) else NEAR


def _is_rate(scan: Scan, at: int) -> bool:
    """Whether the number is the whole of "one in 2000"."""
    one = scan.book.numbered["numbers"].get(scan.words[at - 2]) or scan.number(at - 2)
    return scan.words[at - 1] in scan.book.words["words.of"] and one is not None and one < 10 and scan.words[at].endswith("00")


def _is_part(scan: Scan, at: int) -> bool:
    """Whether a share in brackets and its whole follow: "1930 (19%) of 10,158 pupils", "2012 (8.4%) patients"."""
    if scan.words[at + 1] != "(" or not scan.words[at + 2].isdecimal():
        return False
    sign = at + 5 if scan.words[at + 3] == "." else at + 3
    closed = scan.words[sign] == "%" and scan.words[sign + 1] == ")"
    return closed and (scan.words[sign + 2] in scan.book.words["words.of"] or scan.words[sign + 2] in scan.book.words["counted"])


def _is_priced(scan: Scan, at: int) -> bool:
    """Whether a sign of money or a relation stands before the number: "$2012", "n = 1987"."""
    if scan.words[at - 1] not in scan.book.words["money-signs"] or scan.text[scan.ends[at - 1] : scan.starts[at]] not in (
        "",
        " ",
    ):
        return False
    if scan.words[at - 1] == ">" and scan.glued(at - 2) and "<" in scan.words[max(0, at - _CODE) : at - 1]:
        return False  # "<URS> 1986 YEAR"
    return scan.glued(at - 1) or scan.words[at - 1].isalpha() or (scan.words[at - 2].isalpha() and len(scan.words[at - 2]) <= 2 and "\n" not in scan.text[scan.ends[at - 2] : scan.starts[at - 1]])


def _counts(scan: Scan, at: int) -> bool:
    """Whether a plural noun that may be counted stands at token `at`."""
    word, book = scan.words[at], scan.book.words
    if not word.isalpha() or len(word) < 4 or scan.upper(at) or word in book["dated"] or word in book["functions"]:
        return False
    if word in book["counted"]:
        return True
    return any(map(word.endswith, book["plural-suffixes"])) and not any(map(word.endswith, book["singular-endings"]))


def _in_brackets(scan: Scan, at: int) -> bool:
    return scan.words[at - 1] == "(" and scan.words[at + 1] in (")", "-", "–")


def _in_figures(scan: Scan, at: int, year: int) -> bool:
    """Whether the number stands in a row of plain figures, not of years, and does not open the line."""
    before, after = scan.words[at - 1], scan.words[at + 1]
    previous = int(before) if before.isdecimal() and len(before) == 4 else None
    if previous is not None and abs(previous - year) <= _NEAR:
        return False
    if before.isdecimal():
        gap = scan.text[scan.ends[at - 1] : scan.starts[at]]
        day = scan.words[at - 2] in scan.book.numbered["months"]
        return not day and "\n" not in gap
    if after.isdecimal() and scan.glued(at + 1) and scan.words[at + 2].isalpha():
        return False  # "1987 3rd quarter"
    following = int(after) if after.isdecimal() and len(after) == 4 else None
    if following is not None and abs(following - year) <= _NEAR:
        return False
    opens = at == 0 or "\n" in scan.text[scan.ends[at - 1] : scan.starts[at]]
    return after.isdecimal() and not opens and "\n" not in scan.text[scan.ends[at] : scan.starts[at + 1]]
