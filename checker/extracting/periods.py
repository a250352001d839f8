"""Periods: "last year", "the first half of this year", "Q3", "a year earlier", "nine months ended Sept 30".

What a period is goes into `When.label`, parts separated by spaces, from the keys of the pack's tables: "last-year",
"quarter-3", "half-1 this-year", "months-9", "year-ago", "same-period". `checker.extracting.anchor.resolve` reads it.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.extracting.dates import day_first, month_at
from checker.extracting.scan import Hit, Scan, cluster_at
from checker.extracting.years import fiscal_years
from checker.model import When

_PARTS = {"quarter": 4, "half": 2}  # parts of a year that are numbered


class _Tail(NamedTuple):
    """What follows a period: the last token, the year, the year that closes a span, and further labels."""

    last: int
    year: int | None = None
    end_year: int | None = None
    label: str | None = None


def unit_at(scan: Scan, at: int, free: int) -> Hit | None:
    """The period around the word for a unit ("quarter") at token `at`; nothing before token `free` may be used."""
    unit = scan.book.named["units"][scan.words[at]]
    if scan.words[at + 2] in scan.book.words["words.articles"] and scan.book.named["units"].get(scan.words[at + 3]) == "half" and scan.words[at + 1] in scan.book.words["words.joins"] and scan.words[at + 4] not in ("-", *scan.book.words["words.of"]):
        return None  # "over the last year and a half"
    ago = _ago(scan, at, unit, free)
    if ago:
        return ago
    first, labels = _before(scan, at, unit, free)
    ended = _ended(scan, at, first, unit)
    if ended:
        return ended
    if not labels:
        return _bare(scan, at, unit)
    tail = _tail(scan, at)
    if labels == [f"{unit}-1"] and unit not in _PARTS and tail.year is None and tail.label is None:
        return None  # "the first week"
    if unit == "half" and tail.last == at and not _half_is_time(scan, at, labels):
        return None
    return _made(first, tail, labels)


def months_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "first nine months of 1986", "nine months ended Sept 30", "six months to June" around a word for several months."""
    count = scan.book.numbered["numbers"].get(scan.words[at - 1]) or scan.number(at - 1)
    number = at - 1
    if count is None or not 0 < count <= 52 or number < free:
        return None
    length = f"{scan.book.named['lengths'][scan.words[at]]}-{count}"
    before = number - 2 if scan.words[number - 1] == "-" else number - 1
    first = before if before >= free and scan.book.numbered["ordinals"].get(scan.words[before]) == 1 else number
    ended = _ended(scan, at, first, length)
    if ended:
        return ended
    if first == number or scan.words[at] in scan.book.words["period-words.whole-lengths"]:
        return None
    return _made(first, _tail(scan, at), [length])


def mark_at(scan: Scan, at: int) -> Hit | None:
    """ "Q3", "Q3 2019", "3Q", "H1", "1H87": a letter of the pack and the number of the part, touching."""
    word = scan.words[at]
    unit = "quarter" if word in scan.book.words["period-words.quarter-marks"] else "half"
    if not scan.upper(at):
        return None
    for number, first, last in ((at + 1, at, at + 1), (at - 1, at - 1, at)):
        part = scan.number(number)
        if part is None or len(scan.words[number]) != 1 or not 0 < part <= _PARTS[unit] or not scan.glued(first):
            continue
        if (scan.glued(last) and (scan.words[last + 1].isalnum() or scan.words[last + 1] == ".")) or (
            first and scan.glued(first - 1) and scan.words[first - 1].isalnum()
        ):
            return None
        return _made(first, _tail(scan, last), [f"{unit}-{part}"])._replace(number=number)
    return None


def _made(first: int, tail: _Tail, labels: list[str]) -> Hit:
    label = " ".join(labels + ([tail.label] if tail.label else []))
    return Hit("period", first, tail.last, When(year=tail.year, end_year=tail.end_year, label=label))


def _before(scan: Scan, at: int, unit: str, free: int) -> tuple[int, list[str]]:
    """The first token of what describes the unit at token `at`, and the labels that it makes."""
    words, book = scan.words, scan.book
    first, labels, fiscal = at, [], False
    step = at - 1
    for _ in range(5):
        if words[step] == "-" and step > free:
            step -= 1
        word = words[step]
        if step < free or not word:
            break
        part = book.numbered["ordinals"].get(word)
        if word in book.words["fiscal"] or word in book.words["fiscal-marks"]:
            fiscal = True
        elif word in book.words["period-words.full"]:
            labels.insert(0, f"full-{unit}")
        elif part and part <= _PARTS.get(unit, 1):
            labels.insert(0, f"{unit}-{part}")
        elif (
            word in book.words["ordinal-suffixes"]
            and words[step - 1] in ("1", "2", "3", "4")
            and scan.glued(step - 1)
            and step > free
        ):
            step -= 1
            labels.insert(0, f"{unit}-{words[step]}")
        elif word in book.words["last-ordinals"] and unit in _PARTS and word not in book.named["pointers"]:
            labels.insert(0, f"{unit}-{_PARTS[unit]}")
        elif word in book.named["pointers"]:
            labels.insert(0, f"{book.named['pointers'][word]}-{unit}")
        else:
            break
        first = step
        step -= 1
    return first, labels + (["fiscal"] if fiscal else [])


def _ago(scan: Scan, at: int, unit: str, free: int) -> Hit | None:
    """One unit back: "a year earlier", "a month before", "year-ago quarter". Several are a duration and left alone."""
    words, book = scan.words, scan.book
    joined = words[at + 1] == "-" and scan.glued(at)
    after = at + 2 if joined else at + 1
    key = book.named["after-unit"].get(words[after])
    count = book.numbered["numbers"].get(words[at - 1], 1)
    if key is None or unit == "half" or count != 1:
        return None
    if joined:
        return Hit("period", at, after + (words[after + 1] in book.named["units"]), When(label=f"{unit}-{key}"))
    one = at - 1 >= free and (words[at - 1] in book.words["period-words.one"] or words[at - 1] in book.numbered["numbers"])
    if key == "earlier" and (not one or words[after + 1] in book.words["words.articles"]):
        return None  # "the year before the war"
    return Hit("period", at - 1 if one else at, after, When(label=f"{unit}-{key}"))


def _ended(scan: Scan, at: int, first: int, what: str) -> Hit | None:
    """ "nine months ended Sept 30", "year to March 31, 1987", "week ended March 5": a length of time and its last day."""
    words, book = scan.words, scan.book
    if words[at + 1] not in book.words["period-words.ended"]:
        return None
    end = at + 2
    if words[end] in book.words["words.of"] or words[end] in book.words["words.articles"]:
        end += 1
    found = month_at(scan, end) if words[end] in book.numbered["months"] else None
    if words[end].isdecimal():
        found = day_first(scan, end, cluster_at(scan, end))
    if found is None or found.when is None:
        return None
    when = found.when
    return Hit("period", first, found.last, When(when.year, when.month, when.day, label=f"{what}-ended"), number=found.number)


def _bare(scan: Scan, at: int, unit: str) -> Hit | None:
    """ "year 1987": a unit without any word that says which counts only with its number behind it."""
    part = scan.number(at + 1) if unit in _PARTS and len(scan.words[at + 1]) == 1 and not scan.glued(at + 1) else None
    if part is not None and 0 < part <= _PARTS[unit] and not scan.measured(at + 2):  # "quarter 1 of 2012", "Quarter 4 (Oct to Dec)"
        tail = _tail(scan, at + 1)
        named = scan.upper(at) and scan.words[at + 2] == "("
        return _made(at, tail, [f"{unit}-{part}"])._replace(number=at + 1) if tail.year or named else None
    if unit != "year" or scan.words[at + 1] == "":
        return None
    years = fiscal_years(scan, at + 1, False)
    if years is None:
        return None
    year, end, last = years
    return Hit("year", at, last, When(year=year, end_year=end), number=at + 1)


def _half_is_time(scan: Scan, at: int, labels: list[str]) -> bool:
    """Whether "first half", "last half" stand for months: not in "the first half of the book", "second half goal"."""
    after = scan.words[at + 1]
    return after not in scan.book.words["words.of"] and labels != ["last-half"]


def _tail(scan: Scan, at: int) -> _Tail:
    """The year that belongs to the period ending with token `at`: "of 1987", "last year", "a year ago", "of fiscal 2013"."""
    words, book = scan.words, scan.book
    step = at + 1
    if words[step] in book.words["period-words.of"] or (words[step] == "," and words[step + 1].isdecimal()):
        step += 1
    if words[step] in book.words["words.articles"] and words[step + 1] in book.named["pointers"]:
        step += 1
    pointed = step
    fiscal = words[step] in book.words["fiscal"] or words[step] in book.words["fiscal-marks"]
    if fiscal:
        step += 1
        step += book.named["units"].get(words[step]) == "year"
    years = fiscal_years(scan, step, fiscal)
    if years:
        return _Tail(years[2], years[0], years[1], "fiscal" if fiscal else None)
    pointer = book.named["pointers"].get(words[pointed])
    after = pointed + 1
    after += words[after] in book.words["fiscal"]
    if pointer and book.named["units"].get(words[after]) == "year":
        return _Tail(after, label=f"{pointer}-year")
    unit = pointed + 1 if words[pointed] in book.words["period-words.one"] else pointed
    key = book.named["after-unit"].get(words[unit + 1])
    if key and book.named["units"].get(words[unit]) == "year":
        return _Tail(unit + 1, label=f"year-{key}")
    return _Tail(at)
