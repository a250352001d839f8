"""Years: 1987, 1985/86, the 1990s, 44 BC, FY2013. A number of four digits is a year only with reasons."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction

from checker.extracting.scan import Cluster, Hit, Scan
from checker.model import When

_POSSIBLE = range(1500, 2101)
_SPELLED = range(1000, 2101)
_LIKELY = range(1900, 2031)
_NEAR = 12  # years that stand side by side in a heading are about this near
_LONGEST_SPAN = 300

# What a number needs to be read as a year: nothing more; a sure year of the text at most 30, or at most one, away, or the
# same; nothing makes it one.
SURE, NEAR, CLOSE, TWIN, NEVER = range(5)
_SUPPORT = {NEAR: 30, CLOSE: 1, TWIN: 0}


def year_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A year, decade or span of years that begins with the digits of token `at`."""
    if cluster.marks:
        return joined_years(scan, cluster)
    year = scan.number(at)
    if year is None:
        return None
    era = _era(scan, at, year)
    if era:
        return era
    if len(scan.words[at]) == 2:
        return _short_decade(scan, at, year)
    if len(scan.words[at]) != 4 or year not in _SPELLED:
        return None
    if scan.words[at + 1] in scan.book.words["decade-suffixes"] and scan.glued(at) and year % 10 == 0:
        return _decade(scan, at, at + 1, year)
    if scan.glued(at) and scan.words[at + 1].isalpha():
        return None
    span = _spelled_span(scan, at, year) or _spaced_span(scan, at, year)
    if span:
        return span
    doubt = _doubt(scan, at, year)
    return _hit(at, at, year)._replace(doubt=doubt) if doubt < NEVER else None


def settle(found: list[Hit]) -> list[Hit]:
    """The findings without the doubtful years that no sure year or date of the text supports."""
    if not any(hit.doubt for hit in found):
        return found
    known = sorted({hit.when.year for hit in found if hit.when and hit.when.year is not None and not hit.doubt})
    return [hit for hit in found if not hit.doubt or _supported(known, hit)]


def _supported(known: list[int], hit: Hit) -> bool:
    year = hit.when.year if hit.when and hit.when.year else 0
    at = bisect_left(known, year)
    return any(abs(other - year) <= _SUPPORT[hit.doubt] for other in known[max(0, at - 1) : at + 1])


def fiscal_at(scan: Scan, at: int) -> Hit | None:
    """A fiscal year that begins at token `at`: "fiscal 1986", "fiscal year 2017/18", "FY13"."""
    marked = scan.words[at] in scan.book.words["fiscal-marks"]
    if marked and not scan.upper(at):
        return None
    number = at + 1
    if scan.book.named["units"].get(scan.words[number]) == "year":
        number += 1
    years = fiscal_years(scan, number, marked)
    if years:
        year, end, last = years
        return Hit("year", at, last, When(year=year, end_year=end, label="fiscal"), Fraction(year), number=number)
    return None


def fiscal_years(scan: Scan, at: int, short: bool) -> tuple[int, int | None, int] | None:
    """The year, the closing year of a span and the last token of "1986", "2017/18" or (if `short`) "13" at token `at`."""
    word = scan.words[at]
    if not word.isdecimal() or len(word) not in ((2, 4) if short else (4,)):
        return None
    end = scan.ends[at]
    year = int(word) if len(word) == 4 else 2000 + int(word) if int(word) < 50 else 1900 + int(word)
    if scan.words[at + 1] in ("/", "-", "–") and scan.glued(at) and scan.words[at + 2].isdecimal():
        closing = _closing(year, scan.words[at + 2])
        return (year, closing, at + 2) if closing else None
    if scan.text[end : end + 1] in (",", ".") and scan.text[end + 1 : end + 2].isdecimal():
        return None
    return (year, None, at) if year in _POSSIBLE and not scan.measured(at + 1) else None


def _hit(first: int, last: int, year: int, end: int | None = None, label: str | None = None) -> Hit:
    if end is None:
        return Hit("year", first, last, When(year=year, label=label), Fraction(year), number=first)
    return Hit("year", first, last, When(year=year, end_year=end, label=label), None, Fraction(year), Fraction(end), first)


def _closing(year: int, digits: str) -> int | None:
    """The last year of a span written "1985/86", "2014-20", "1998-2003"; None where it is no later year."""
    if len(digits) not in (1, 2, 4) or not digits.isdecimal():
        return None
    power = 10 ** len(digits)
    end = int(digits) if len(digits) == 4 else year - year % power + int(digits)
    if len(digits) < 4 and end <= year:
        end += power if len(digits) == 2 and end + power - year <= 50 and year % 100 >= 50 else 0
    return end if year < end <= year + _LONGEST_SPAN and end in _SPELLED else None


def joined_years(scan: Scan, cluster: Cluster) -> Hit | None:
    """A span with a dash or stroke, or years in a row without spaces ("1986,1987"): then the first."""
    at, words = cluster.first, scan.words
    year = scan.number(at)
    if year is None or (scan.glued(cluster.last) and words[cluster.last + 1].isalpha()):
        return None
    if len(words[at]) == 2 and cluster.marks == "/" and len(words[at + 2]) == 2:
        season = words[cluster.last + 1] in scan.book.words["season-words"] or words[at - 1] in scan.book.words["season-words"]
        following = season and int(words[at + 2]) == (year + 1) % 100
        return _hit(at, cluster.last, 1900 + year if year >= 50 else 2000 + year, None) if following else None
    if len(words[at]) != 4 or year not in _POSSIBLE or cluster.marks not in ("-", "/"):
        return None
    end = _closing(year, words[at + 2])
    before = words[at - 1]
    joined = before == "-" and scan.glued(at - 1) and words[at - 2] not in scan.book.words["prefixes"]
    if end is None or scan.measured(cluster.last + 1) or before in scan.book.words["money-signs"] or joined:
        return None
    if len(words[at + 2]) == 1 and end - year > 5:
        return None
    counted = words[cluster.last + 1] in scan.book.words["counted"]
    return None if counted and year not in _LIKELY else _hit(at, cluster.last, year, end)


def _spelled_span(scan: Scan, at: int, year: int) -> Hit | None:
    """ "2014 to 2020" after "from", "2014 and 2020" after "between"."""
    words, joins = scan.words, scan.book.words
    before, link, second = words[at - 1], words[at + 1], words[at + 2]
    bracketed = before == "(" and scan.words[at + 3] == ")"
    ranged = (before in joins["words.from"] or bracketed) and link in joins["words.range"]
    between = before in joins["words.between"] and link in joins["words.and"]
    if not (ranged or between) or len(second) != 4 or not second.isdecimal():
        return None
    end = int(second)
    if not year < end <= year + _LONGEST_SPAN or end not in _SPELLED or not _is_open(scan, at + 2) or scan.measured(at + 3):
        return None
    likely = year in _LIKELY and end in _LIKELY
    if words[at + 3] in joins["counted"] or words[at - 2] in joins["level-verbs"] and not likely:
        return None
    return _hit(at, at + 2, year, end)._replace(doubt=SURE if year in _POSSIBLE else NEAR)


def _spaced_span(scan: Scan, at: int, year: int) -> Hit | None:
    """ "1914 – 18": a long dash between spaces."""
    second = scan.words[at + 2]
    plain = scan.words[at + 1] == "-" and len(second) == 4 and scan.glued(at) == scan.glued(at + 1) and year in _LIKELY
    if not plain and scan.words[at + 1] not in ("–", "—") or len(second) not in (2, 4) or not second.isdecimal() or not _is_open(scan, at + 2):
        return None
    end = _closing(year, second)
    if end is None or scan.measured(at + 3):
        return None
    return _hit(at, at + 2, year, end)._replace(doubt=SURE if year in _POSSIBLE else NEAR)


def _decade(scan: Scan, first: int, last: int, year: int) -> Hit:
    length = 100 if year % 100 == 0 and year < 1900 else 10
    return Hit("year", first, last, When(year=year, end_year=year + length - 1, label="decade"), number=first)


def _short_decade(scan: Scan, at: int, year: int) -> Hit | None:
    """ "the '90s": two digits between an apostrophe and an s, or the class of '87."""
    if scan.words[at - 1] not in ("'", "’", "‘") or not scan.glued(at - 1):
        return None
    if at > 1 and scan.glued(at - 2) and scan.words[at - 2][-1].isnumeric():
        return None  # 5'10"
    century = 1900 if year >= 30 else 2000
    if scan.words[at + 1] in scan.book.words["decade-suffixes"] and scan.glued(at):
        return _decade(scan, at - 1, at + 1, century + year)._replace(number=at) if year % 10 == 0 else None
    return None if scan.glued(at) and scan.words[at + 1].isalnum() else _hit(at - 1, at, century + year)._replace(number=at)


def _era(scan: Scan, at: int, year: int) -> Hit | None:
    """ "44 BC", "AD 79", "476 A.D.": written in capitals."""
    if len(scan.words[at]) > 4 or (scan.glued(at) and scan.words[at + 1].isalnum()) or scan.measured(at + 1):
        return None
    for name, sign in (("eras-before", -1), ("eras-after", 1)):
        for phrase in scan.book.beginnings[name].get(scan.words[at + 1], ()):
            last = at + len(phrase)
            written = scan.text[scan.starts[at + 1] : scan.ends[last]]
            if tuple(scan.words[at + 1 : last + 1]) == phrase and written.isupper():
                return _hit(at, last, sign * year, label="era")
    before = scan.ends_phrase(scan.book.endings["eras-after"], at - 1)
    if before >= 0 and scan.text[scan.starts[before] : scan.ends[at - 1]].isupper() and not scan.glued(at - 1):
        return _hit(before, at, year, label="era")._replace(number=at)
    return None


def _is_open(scan: Scan, at: int) -> bool:
    """Whether the digits of token `at` stand for themselves, not in "1,950", "1950.5" or "1950s"."""
    if not scan.glued(at):
        return True
    mark, beyond = scan.words[at + 1], scan.words[at + 2]
    return not mark.isalnum() and not (mark in ",.:/" and beyond.isdecimal() and scan.glued(at + 1))


def _doubt(scan: Scan, at: int, year: int) -> int:
    """How much more a plain number of four digits needs to be a year: SURE, one of the doubts below, or NEVER."""
    words, book = scan.words, scan.book.words
    before, after = words[at - 1], words[at + 1]
    hyphened = before == "-" and scan.glued(at - 1) and scan.glued(at - 2)
    if hyphened:
        before = words[at - 2]
        if before not in book["prefixes"]:
            return NEVER
    if _is_priced(scan, at) or not _is_open(scan, at) or _is_rate(scan, at):
        return NEVER
    if before == "|" and year in _LIKELY:  # heads a column
        return SURE
    if before in book["words.of"] and words[at - 2] in book["year-heads"] and year in _POSSIBLE:
        return SURE
    strong = hyphened or before in scan.book.numbered["months"] or before in book["year-cues"]
    if scan.measured(at + 1):
        if year in _LIKELY and (_names_column(scan, at) or year % 10 and _names_period(scan, at + 1) or before == ":" and after in book["words.per"]):
            return SURE
        return TWIN if after in book["money-signs"] or (not after.isalpha() and not scan.glued(at)) else NEVER
    definite = words[at - 1] in book["possessives"] or before in book["words.articles"]
    if after in book["counted"] and not scan.upper(at + 1):
        return TWIN if strong or (definite and year in _LIKELY) else NEVER
    if _in_figures(scan, at, year):
        return TWIN
    counts = _counts(scan, at + 1)
    if counts and before in book["number-cues"]:
        return NEVER
    if year not in _LIKELY:
        return _old(scan, at, year, strong, counts)
    if strong or definite:
        return SURE
    if before in book["number-cues"] or counts or (before in book["level-joins"] and words[at - 2] in book["level-verbs"]):
        return CLOSE
    return SURE


def _names_column(scan: Scan, at: int) -> bool:
    """ "2018 $'000" heads a column of thousands of dollars."""
    return scan.words[at + 1] in scan.book.words["money-signs"] and not scan.glued(at) and scan.words[at + 2] in ("'", "’") and scan.glued(at + 1)


def _names_period(scan: Scan, at: int) -> bool:
    """ "the first two 1987 months", "1986 YEAR": nothing lasts that many of them."""
    return scan.named_unit(at) in ("month", "months", "quarter", "quarters", "half", "year")


def _old(scan: Scan, at: int, year: int, strong: bool, counts: bool) -> int:
    """The same for a number that is rarely a year today."""
    closed = strong and scan.words[at + 1] in (",", ".", ";", ")", "")
    if counts:
        return CLOSE
    strong = strong and not scan.words[at + 1].isdecimal()
    return SURE if (strong and year in _POSSIBLE) or closed or _in_brackets(scan, at) else NEAR


def _is_rate(scan: Scan, at: int) -> bool:
    """Whether the number is the whole of "one in 2000"."""
    one = scan.book.numbered["numbers"].get(scan.words[at - 2]) or scan.number(at - 2)
    return scan.words[at - 1] in scan.book.words["words.of"] and one is not None and one < 10 and scan.words[at].endswith("00")


def _is_priced(scan: Scan, at: int) -> bool:
    """Whether a sign of money or a relation stands before the number: "$2012", "n = 1987"."""
    if scan.words[at - 1] not in scan.book.words["money-signs"] or scan.text[scan.ends[at - 1] : scan.starts[at]] not in (
        "",
        " ",
    ):
        return False
    return scan.glued(at - 1) or scan.words[at - 1].isalpha() or (scan.words[at - 2].isalpha() and len(scan.words[at - 2]) <= 2)


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
