"""Years: 1987, 1985/86, the 1990s, 44 BC, FY2013. A number of four digits is a year only with reasons."""

from __future__ import annotations

from bisect import bisect_left

from checker.extracting.scan import Cluster, Hit, Scan
from checker.extracting.year_doubts import CLOSE, LIKELY, NEAR, NEVER, POSSIBLE, SURE, TWIN, doubted, is_open
from checker.model import When
from checker.rational import Fraction

_SPELLED = range(1000, 2101)
_LONGEST_SPAN = 300
_ENOUGH = 4  # years before 1000 that make years of one another

# How far away a sure year may be that makes a year of a doubtful one.
_SUPPORT = {NEAR: 30, CLOSE: 1, TWIN: 0}


def year_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A year, decade or span of years that begins with the digits of token `at`."""
    if cluster.marks:
        return joined_years(scan, cluster)
    year = scan.number(at)
    if year is None:
        return None
    era = _era_span(scan, at, year) or _era(scan, at, year)
    if era:
        return era
    if len(scan.words[at]) == 2:
        return _short_decade(scan, at, year)
    if len(scan.words[at]) == 3:
        return _early(scan, at, year)
    if len(scan.words[at]) != 4 or year not in _SPELLED:
        return None
    if scan.words[at + 1] in scan.book.words["decade-suffixes"] and scan.glued(at) and year % 10 == 0:
        return _decade(at, at + 1, year)
    if scan.glued(at) and scan.words[at + 1].isalpha():
        return None
    span = _spelled_span(scan, at, year) or _spaced_span(scan, at, year)
    if span:
        return span
    found = doubted(scan, at, year)
    return _hit(at, at, year)._replace(doubt=found) if found < NEVER else None


def _early(scan: Scan, at: int, year: int) -> Hit | None:
    """ "in 738", "from 830 to 950": years where the text has sure ones of about that time."""
    words, book = scan.words, scan.book.words
    headed = words[at - 1] in book["words.of"] and words[at - 2] in book["year-heads"]  # "the census of 754"
    if not (headed or words[at - 1] in book["early-cues"]) or not is_open(scan, at) or scan.glued(at - 1):
        return None
    linked = words[at - 1] in book["words.from"] and words[at + 1] in book["words.range"] or words[at + 1] in ("–", "—")
    spanned = linked and words[at + 2].isdecimal() and len(words[at + 2]) == 3
    last = at + 2 if spanned else at
    after = words[last + 1]
    if scan.measured(last + 1) or scan.glued(last) and after.isalnum() or after.isalpha() and any(map(after.endswith, book["plural-suffixes"])) or after in book["words.of"] or after == "(":
        return None
    end = int(words[last]) if spanned else None
    return None if end is not None and end <= year else _hit(at, last, year, end)._replace(doubt=NEAR)


def settle(found: list[Hit]) -> list[Hit]:
    """The findings without the doubtful years that no sure year or date of the text supports."""
    if not any(hit.doubt for hit in found):
        return found
    known = sorted({hit.when.year for hit in found if hit.when and hit.when.year is not None and not hit.doubt})
    known = sorted({*known, *_early_together(found)})
    near = {hit.when.year for hit in found if hit.doubt == NEAR and hit.when and hit.when.year is not None and _supported(known, hit)}
    known = sorted({*known, *near})  # a year that a sure one supports is as good for another near it
    return [hit for hit in found if not hit.doubt or _supported(known, hit)]


def _early_together(found: list[Hit]) -> list[int]:
    """Years before 1000 of which a text has enough that one is near the next: "In 641, ... in 655, ... by 660"."""
    years = sorted({hit.when.year for hit in found if hit.doubt == NEAR and hit.when and hit.when.year and 0 < hit.when.year < _SPELLED[0]})
    return years if len(years) >= _ENOUGH and all(b - a <= _SUPPORT[NEAR] for a, b in zip(years, years[1:])) else []


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
    return (year, None, at) if year in POSSIBLE and not scan.measured(at + 1) else None


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
    if cluster.marks == "-" and (era := _era_span(scan, at, year)):
        return era
    if len(words[at]) == 2 and cluster.marks == "/" and len(words[at + 2]) == 2:
        season = words[cluster.last + 1] in scan.book.words["season-words"] or words[at - 1] in scan.book.words["season-words"]
        following = season and int(words[at + 2]) == (year + 1) % 100
        return _hit(at, cluster.last, 1900 + year if year >= 50 else 2000 + year, None) if following else None
    if len(words[at]) != 4 or year not in _SPELLED or cluster.marks not in ("-", "/"):
        return None
    end = _closing(year, words[at + 2])
    before = words[at - 1]
    joined = before == "-" and scan.glued(at - 1) and words[at - 2] not in scan.book.words["prefixes"]
    if end is None or scan.measured(cluster.last + 1) or before in scan.book.words["money-signs"] or joined:
        return None
    if len(words[at + 2]) == 1 and end - year > 5:
        return None
    counted = words[cluster.last + 1] in scan.book.words["counted"]
    if year not in POSSIBLE and (end != year + 1 or len(words[at + 2]) == len(words[at])):
        return None  # "the plague of 1348-49": of such numbers only two that follow each other are years
    return None if counted and year not in LIKELY else _hit(at, cluster.last, year, end)


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
    if not year < end <= year + _LONGEST_SPAN or end not in _SPELLED or not is_open(scan, at + 2) or scan.measured(at + 3):
        return None
    likely = year in LIKELY and end in LIKELY
    if words[at + 3] in joins["counted"] or words[at - 2] in joins["level-verbs"] and not likely:
        return None
    return _hit(at, at + 2, year, end)._replace(doubt=SURE if year in POSSIBLE else NEAR)


def _spaced_span(scan: Scan, at: int, year: int) -> Hit | None:
    """ "1914 – 18": a long dash between spaces."""
    second = scan.words[at + 2]
    plain = scan.words[at + 1] == "-" and len(second) == 4 and scan.glued(at) == scan.glued(at + 1) and year in LIKELY
    if not plain and scan.words[at + 1] not in ("–", "—") or len(second) not in (2, 4) or not second.isdecimal() or not is_open(scan, at + 2):
        return None
    end = _closing(year, second)
    if end is None or scan.measured(at + 3):
        return None
    return _hit(at, at + 2, year, end)._replace(doubt=SURE if year in POSSIBLE else NEAR)


def _decade(first: int, last: int, year: int) -> Hit:
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
        return _decade(at - 1, at + 1, century + year)._replace(number=at) if year % 10 == 0 else None
    return None if scan.glued(at) and scan.words[at + 1].isalnum() else _hit(at - 1, at, century + year)._replace(number=at)


def _era_span(scan: Scan, at: int, year: int) -> Hit | None:
    """ "600 – 900 AD", "400 to 300 BC", "AD 250 – 300"."""
    link, second = scan.words[at + 1], scan.number(at + 2)
    between = scan.words[at - 1] in scan.book.words["words.between"] and link in scan.book.words["words.and"]
    if second is None or not between and link not in ("-", "–", "—") and link not in scan.book.words["words.range"] or len(scan.words[at]) > 4 or len(scan.words[at + 2]) > 4:
        return None
    closing = _era(scan, at + 2, second)
    opening = _era(scan, at, year) if closing is None else None
    if closing is not None and closing.first == at + 2 and closing.when is not None and closing.when.year is not None:
        low, high, last = year if closing.when.year > 0 else -year, closing.when.year, closing.last
    elif opening is not None and opening.last == at and link in ("-", "–", "—") and not scan.measured(at + 3) and is_open(scan, at + 2):
        low, high, last = year, second, at + 2
    else:
        return None
    first = at if opening is None else opening.first
    return _hit(first, last, low, high, label="era")._replace(number=at) if low < high else None


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
