"""The weekday of a date, in front of it or behind.

    Tuesday, 4 June 2019; June 4 (Tuesday); Sunday's concert, on 14 May; that Monday, 7 July     beside it, or the owner of something on it
    4 October 2018 was a Thursday; 9 September ("Thursday. Hot. Nobody came")                     told of it, or what stands in a diary
"""

from __future__ import annotations

from checker.extracting.scan import Hit, Scan
from checker.model import When

_BRACKET = 8  # tokens of "(also a Tuesday)", "(it was a Monday)"
_OWNED = 4  # tokens of what a weekday has on a date


def with_weekday(scan: Scan, hit: Hit) -> Hit:
    """The date together with a weekday that is attached to it: "Tuesday, 4 June 2019", "June 4 (Tuesday)"."""
    if hit.when is None or hit.when.day is None:
        return hit
    day, first, last = _day_in_front(scan, hit)
    if day is None:
        day, last = _day_behind(scan, hit.last)
        first = hit.first
    if day is None:
        return hit
    when = hit.when
    return hit._replace(first=first, last=last, when=When(when.year, when.month, when.day, day - 1))


def _day_in_front(scan: Scan, hit: Hit) -> tuple[int | None, int, int]:
    """The weekday of "Sunday evening, 23 November", "the Monday after, 12 July", "first Monday in October, 7 October", "Wednesday (27 March
    2019)", with the first and last token of the whole; None where there is none."""
    weekdays, months, book = scan.book.numbered["weekdays"], scan.book.numbered["months"], scan.book.words
    gaps = book["words.articles"] | book["words.weekday-gaps"]
    at = hit.first - 1
    if scan.words[at] == "(" and scan.words[hit.last + 1] == ")" and scan.upper(at - 1):
        day = weekdays.get(scan.words[at - 1])
        return day, at - 1, hit.last + 1
    if scan.words[at] == "," and months.get(scan.words[at - 1]) == hit.when.month and scan.words[at - 2] in book["words.of"]:
        at -= 3
    owner = _owner_in_front(scan, at)
    if owner is not None:
        return weekdays[scan.words[owner]], owner, hit.last
    while at > hit.first - 5 and not _sentence_ends(scan, at, hit.first) and (scan.words[at] in (",", ".") or scan.words[at] in gaps):
        at -= 1
    apart = scan.text[scan.ends[at] : scan.starts[hit.first]].count("\n") > 1  # in another paragraph
    return (weekdays.get(scan.words[at]) if scan.upper(at) and not apart else None), at, hit.last


def _sentence_ends(scan: Scan, at: int, date: int) -> bool:
    """Whether the token is the stop of a sentence in front of a date: "on Monday. May 5", not "Mon. May 5"."""
    if scan.words[at] != ".":
        return False
    return not _shortened(scan, at - 1) if at + 1 == date else scan.upper(at + 1)


def _shortened(scan: Scan, at: int) -> bool:
    """True of "Mon": the weekday has a longer name."""
    weekdays = scan.book.numbered["weekdays"]
    return any(day == weekdays.get(scan.words[at]) and len(name) > len(scan.words[at]) for name, day in weekdays.items())


def _owner_in_front(scan: Scan, at: int) -> int | None:
    """The weekday that has something on the date: "Sunday's concert, on 14 May", "Monday's meeting (14 May"."""
    words, owners = scan.words, scan.book.words["words.weekday-owner"]
    at -= words[at] in scan.book.words["words.weekday-on"]
    if words[at] not in (",", "(") or not words[at - 1].isalpha():
        return None
    for first in range(at - 2, at - 2 - _OWNED, -1):
        if words[first] in owners and scan.upper(first - 1) and words[first - 1] in scan.book.numbered["weekdays"]:
            return first - 1
        if not words[first].isalpha():
            return None
    return None


def _day_behind(scan: Scan, last: int) -> tuple[int | None, int]:
    """The weekday of "June 4 (also a Tuesday)", "July 4, 2022, a Monday,", "July 4 was a Monday", "July 4 ("Monday. Hot")" and its last token."""
    weekdays, words, book = scan.book.numbered["weekdays"], scan.words, scan.book.words
    if words[last + 1] == "(":
        if words[last + 2] in book["words.quotes"] and words[last + 4] in (".", ","):  # the entry of a diary
            return (weekdays.get(words[last + 3]), last + 3) if scan.upper(last + 3) else (None, last)
        end = next((at for at in range(last + 2, last + _BRACKET) if words[at] == ")"), -1)
        plain = all(words[at].isalpha() for at in range(last + 2, end - 1))
        return (weekdays.get(words[end - 1]), end) if end > 0 and plain and words[end - 1] in weekdays else (None, last)
    at = last + 1
    if words[at] == "," and words[at + 1] in book["words.articles"]:
        return (weekdays.get(words[last + 3]), last + 3) if words[last + 4] in (",", ".", ";", ")") else (None, last)
    at += words[at] == ","
    at += words[at] in book["words.weekday-which"]
    if words[at] in book["words.weekday-be"] and words[at + 1] in book["words.weekday-a"] and scan.upper(at + 2):
        return weekdays.get(words[at + 2]), at + 2
    if words[at] in book["words.weekday-fall"] and words[at + 1] in book["words.weekday-on"] and scan.upper(at + 2 + (words[at + 2] in book["words.articles"])):
        at += 2 + (words[at + 2] in book["words.articles"])
        return weekdays.get(words[at]), at
    return None, last
