"""Dates: a day in a month, a month in a year, a month alone; written with words or as figures."""

from __future__ import annotations

from dataclasses import replace

from checker.extracting.clock import zoned_clock
from checker.extracting.day_names import with_weekday
from checker.extracting.scan import Cluster, Hit, Scan, cluster_at
from checker.extracting.years import joined_years
from checker.model import When

_LAST_DAY = 31
_IMPOSSIBLE = 39  # "31 June" and "June 35" are dates that cannot be; "June 45" is no date
_YEARS = range(1000, 3000)
_NOTED = range(1990, 2031)  # years that a note may be glued to
_SHORT_YEARS = range(32, 100)  # two digits after a month that cannot be a day: "Dec 86"


def month_at(scan: Scan, at: int) -> Hit | None:
    """A date or month that begins with the month's name at token `at`: "March 20, 2023", "Dec 31", "May 1987"."""
    month = scan.book.numbered["months"][scan.words[at]]
    if not scan.upper(at):
        return None
    after = _past_stop(scan, at + 1)
    after += scan.words[after] == "-" == scan.words[after + 2] and scan.glued(at) and scan.glued(after)  # "an April-5-6 summit"
    day = _day_after(scan, at, after)
    if day is not None:
        return with_weekday(scan, _dated(scan, at, month, day, after))
    spelled = _spelled_day(scan, at)
    if spelled:
        return with_weekday(scan, Hit("date", at, at + 1, When(month=month, day=spelled)))
    year, last = year_after(scan, after - 1)
    if year is not None:
        span = joined_years(scan, cluster_at(scan, last))
        if span and span.when:
            return Hit("period", at, span.last, replace(span.when, month=month, label="month"), number=last)
        return Hit("period", at, last, When(year=year, month=month, label="month"), number=last)
    short = _short_year(scan, at, after)
    if short is not None:
        return Hit("period", at, short, When(year=_century(scan.number(short) or 0), month=month, label="month"), number=short)
    if scan.words[at - 2] in scan.book.numbered["weekdays"] and scan.words[at + 1] == "," and scan.words[at + 3] == scan.words[at]:
        return None  # the first Monday in October, 7 October 2024
    return Hit("period", at, at, When(month=month, label="month")) if _stands_alone(scan, at) else None


def day_first(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A date that begins with its day at token `at`: "20 March 2023", "the 3rd of May", "20-22 March"."""
    ranged = cluster.marks in ("-", "/") and scan.number(cluster.last)
    day = scan.number(at)
    if day is None or not 0 < day <= _IMPOSSIBLE or (cluster.marks and (not ranged or ranged > _LAST_DAY)):
        return None
    after = _past_suffix(scan, cluster.last + 1)
    joined = scan.words[after] == "-" and scan.glued(after)
    after += joined or scan.words[after] in scan.book.words["words.of"] and after > cluster.last + 1
    month = scan.book.numbered["months"].get(scan.words[after])
    if month is None and not ranged:
        return _day_of_range(scan, at, day)
    if month is None or not scan.upper(after):
        return None
    if scan.words[after] in scan.book.words["doubtful-months"] and _is_running(scan, after):
        return None
    when, last = _year_of(scan, _past_stop(scan, after + 1) - 1, When(month=month, day=None if ranged else day), joined)
    if ranged:
        when = When(when.year, month, label="days")
    return with_weekday(scan, Hit("date", at, last, when, number=at))


def _day_of_range(scan: Scan, at: int, day: int) -> Hit | None:
    """The first day of "from 3 to 10 August 2021", "between 3 and 10 August", which has its month from the second."""
    words, book = scan.words, scan.book.words
    opened = words[at - 1] in book["words.from"] or words[at - 1] in book["words.between"]
    if not opened or words[at + 1] not in book["words.joins"] or not words[at + 2].isdecimal() or day > _LAST_DAY:
        return None
    month = scan.book.numbered["months"].get(words[at + 3])
    if month is None or not scan.upper(at + 3) or not day < int(words[at + 2]) <= _LAST_DAY:
        return None
    when, _ = _year_of(scan, at + 3, When(month=month, day=day), False)
    return Hit("date", at, at, when, number=at)


def figures(scan: Scan, cluster: Cluster) -> Hit | None:
    """A date in figures, with a weekday attached to it: "2023-03-24 (Friday)"."""
    found = _figures(scan, cluster)
    return None if found is None else with_weekday(scan, found)


def _figures(scan: Scan, cluster: Cluster) -> Hit | None:
    """A date in figures: "2023-03-24", "24/11/2021", "3.11.1987". Day and month stay open where both orders fit."""
    mark = cluster.marks[0]
    if cluster.marks != mark * 2 or mark not in "-/.":
        return None
    texts = [scan.words[token] for token in range(cluster.first, cluster.last + 1, 2)]
    a, b, c = (scan.number(token) or 0 for token in range(cluster.first, cluster.last + 1, 2))
    widths = tuple(map(len, texts))
    hit = Hit("date", cluster.first, cluster.last, number=cluster.first)
    if widths[0] == 4 and widths[1] <= 2 and widths[2] <= 2 and a in _YEARS and 0 < b <= 12 and 0 < c <= _LAST_DAY:
        return hit._replace(when=When(a, b, c))
    long = widths[2] == 4 and c in _YEARS
    short = widths[2] == 2 and mark == "/" and widths[0] <= 2
    if not (long or short) or max(widths[:2]) > 2 or not (0 < a <= _LAST_DAY and 0 < b <= _LAST_DAY) or min(a, b) > 12:
        return None
    year = c if long else _century(c)
    if a > 12 or a == b:
        return hit._replace(when=When(year, b, a))
    return hit._replace(when=When(year, a, b) if b > 12 else When(year))


def year_after(scan: Scan, at: int, dated: bool = False) -> tuple[int | None, int]:
    """The year that follows token `at`, with or without a comma, and its token; (None, at) where there is none.

    After a day (`dated`) hardly anything but a year follows; after a month alone it may be a count.
    """
    after = at + 1
    if scan.words[after] in (",", "/") or (scan.words[after] in scan.book.words["words.of"] and len(scan.words[after + 1]) == 4):
        after += 1
    word = scan.words[after]
    if after == at + 1 and len(word) == 5 and _noted(scan, after):
        return int(word[:4]), after
    if len(word) == 4 and word.isdecimal() and int(word) in _YEARS and _is_whole(scan, after) and not zoned_clock(scan, after):
        counted = scan.measured(after + 1) or scan.words[after + 1] in scan.book.words["counted"]
        if not counted or (dated and scan.words[after - 1] != "," and scan.words[after + 1].isalpha()):
            return int(word), after
    return None, at


def _noted(scan: Scan, at: int) -> bool:
    """Whether five digits behind a month are a year with the mark of a note, at the end of what is said: "since March 20132."."""
    word, month = scan.words[at], scan.words[at - 1]
    told = month in scan.book.numbered["months"] and scan.upper(at - 1) and word.isdecimal() and word[-1] != "0" and int(word[:4]) in _NOTED
    return told and scan.starts[at] - scan.ends[at - 1] == 1 and scan.words[at + 1] in (".", ",", ";", ")", "") and _is_whole(scan, at)


def _is_whole(scan: Scan, at: int) -> bool:
    """Whether the digits of token `at` are no part of a longer number ("1,000", "20.5") or name."""
    if not scan.glued(at):
        return True
    mark, beyond = scan.words[at + 1], scan.words[at + 2]
    if mark == "," and len(beyond) == 4:
        return True  # "May 28,1945"
    return not mark.isalpha() and not (mark in ",.:" and beyond.isdecimal() and scan.glued(at + 1))


def _dated(scan: Scan, first: int, month: int, day: int, at: int) -> Hit:
    """The date from its month at token `first` and its day at token `at` on."""
    last = _past_suffix(scan, at + 1) - 1
    until = _range_end(scan, first, last)
    if until:
        last = _past_suffix(scan, until + 1) - 1
    when, last = _year_of(scan, last, When(month=month, day=None if until else day), False)
    if until:
        when = When(when.year, month, label="days")
    return Hit("date", first, last, when, number=at)


def _day_after(scan: Scan, month: int, at: int) -> int | None:
    """The day at token `at` after the month's name at token `month`, where it is one: not in "in March 20 people"."""
    words = scan.words
    if words[at] in scan.book.words["words.articles"] and words[at + 2] in scan.book.words["ordinal-suffixes"]:
        at += 1
    if len(words[at]) > 2 or not words[at].isdecimal() or (at == month + 1 and scan.glued(month) and not (words[at + 1] == "," and len(words[month]) > 3)):
        return None  # but "December31, 2019"
    day = int(words[at])
    if not 0 < day <= _IMPOSSIBLE or not (_is_whole(scan, at) or words[at + 1] in scan.book.words["ordinal-suffixes"]):
        return None
    if scan.measured(at + 1) or words[at + 1] == "-" and words[at + 3] == "/" and scan.glued(at) and scan.glued(at + 2) and words[at + 4].isdecimal():
        return None  # "Jan 6-3/4" is a price
    if day > _LAST_DAY and (words[at + 1].isalpha() or words[month - 1] in scan.book.words["year-cues"]):
        return None
    if words[month - 1] in scan.book.words["words.of"] and _counts_on(scan, at + 1):
        return None
    return day


def _spelled_day(scan: Scan, month: int) -> int | None:
    """The day of "April nine", where the number does not count what follows."""
    day = scan.book.numbered["numbers"].get(scan.words[month + 1])
    if day is None or scan.starts[month + 1] - scan.ends[month] != 1 or scan.words[month - 1] in scan.book.words["words.of"]:
        return None
    if scan.measured(month + 2) or scan.words[month + 2] == "-":
        return None
    named = scan.words[month - 1] in scan.book.words["words.articles"]  # "the May Nine meeting"
    return None if _counts_on(scan, month + 2) and not named else day


def _counts_on(scan: Scan, at: int) -> bool:
    """Whether token `at` is a noun that a number before it may count."""
    word = scan.words[at]
    return word.isalpha() and word not in scan.book.words["functions"] and not scan.upper(at)


def _range_end(scan: Scan, first: int, last: int) -> int:
    """The token of the last day of "March 20-22", "March 20 to 25", "June 5 and 6" that begins with token `first`; 0 where there
    is none."""
    words = scan.words
    dash = words[last + 1] in "-–—/" and words[last + 1] != "" and scan.glued(last)
    if not dash and words[last + 1] not in scan.book.words["words.joins"]:
        return 0
    until = last + 2
    if (
        not words[until].isdecimal()
        or len(words[until]) > 2
        or not 0 < int(words[until]) <= _LAST_DAY
        or not _is_whole(scan, until)
    ):
        return 0
    if dash:
        return until if not scan.measured(until + 1) else 0
    follower = words[until + 1]
    opened = words[first - 1] in scan.book.words["words.from"] or words[first - 1] in scan.book.words["words.between"]
    if opened and not scan.measured(until + 1) and follower not in "-:" and not _many(scan, until + 1):
        return until  # "closed from March 9 to 23 due to repairs"
    free = not scan.measured(until + 1) and (not follower.isalpha() or follower in scan.book.words["functions"] or follower in scan.book.named["pointers"])
    return until if free and follower not in "-:" or not follower else 0


def _many(scan: Scan, at: int) -> bool:
    """Whether token `at` is a plural that a number before it counts."""
    return scan.words[at].isalpha() and (scan.words[at] in scan.book.words["counted"] or any(map(scan.words[at].endswith, scan.book.words["plural-suffixes"])))


def _year_of(scan: Scan, last: int, when: When, joined: bool) -> tuple[When, int]:
    """`when` with the year that follows token `last`, and the last token then."""
    year, at = year_after(scan, last, dated=True)
    if year is None and joined and scan.words[last + 1] == "-" and scan.glued(last):
        value = scan.number(last + 2)
        if value is not None and len(scan.words[last + 2]) in (2, 4):
            year, at = _century(value), last + 2
    if (
        year is None
        and scan.words[last + 1] in ("'", "’")
        and len(scan.words[last + 2]) == 2
        and scan.words[last + 2].isdecimal()
    ):
        year, at = _century(int(scan.words[last + 2])), last + 2
    return (When(year, when.month, when.day), at) if year is not None else (when, last)


def _short_year(scan: Scan, month: int, at: int) -> int | None:
    """The token of a year of two digits: "Mar '87", "Mar-87", "Dec 86"."""
    word = scan.words[at]
    marked = word in ("'", "’") or (word == "-" and scan.glued(at) and scan.glued(month))
    year = at + 1 if marked else at
    digits = scan.words[year]
    if (
        not digits.isdecimal()
        or len(digits) not in ((2, 4) if word == "-" else (2,))
        or not _is_whole(scan, year)
        or scan.measured(year + 1)
    ):
        return None
    if marked:
        return year
    spelled = len(scan.words[month]) <= 4 and int(digits) in _SHORT_YEARS
    return year if spelled and scan.words[month - 1] not in scan.book.words["words.of"] else None


def _century(year: int) -> int:
    """Two digits as a year: those up to 49 are of this century."""
    if year >= 100:
        return year
    return 2000 + year if year < 50 else 1900 + year


def _past_stop(scan: Scan, at: int) -> int:
    """The token after the full stop of a shortened word, where one touches it and the text goes on with digits."""
    if scan.words[at] == "." and scan.glued(at - 1) and scan.words[at + 1][:1].isdecimal():
        return at + 1
    return at


def _past_suffix(scan: Scan, at: int) -> int:
    """The token after "st", "nd", "rd", "th"."""
    return at + 1 if scan.words[at] in scan.book.words["ordinal-suffixes"] and scan.glued(at - 1) else at


def _stands_alone(scan: Scan, at: int) -> bool:
    """Whether the month's name at token `at` means the month, and not a verb, a modal or a person."""
    word = scan.words[at]
    if word not in scan.book.words["doubtful-months"]:
        return True
    before = scan.words[at - 1]
    if _is_running(scan, at) or before not in scan.book.words["month-cues"]:
        return before == "-" and scan.words[at - 2] in scan.book.words["prefixes"]
    follower = scan.words[at + 1]
    return not (follower.isalpha() and scan.upper(at + 1) and len(follower) > 1) or follower in scan.book.numbered["months"]


def _is_running(scan: Scan, at: int) -> bool:
    """Whether the doubtful word at token `at` stands in a headline of capitals, where its own capital says nothing."""
    end = scan.ends[at]
    follower = scan.text[scan.starts[at + 1] : scan.ends[at + 1]]
    return scan.text[end - 1].isupper() and len(scan.words[at]) > 1 and follower.isalpha() and follower.isupper()


def run_together(scan: Scan, at: int) -> Hit | None:
    """A date without marks, in brackets or behind a word that leads to a day: "(20181207)", "on 20190314"."""
    word, before = scan.words[at], scan.words[at - 1] if at else ""
    if len(word) != 8 or not word.isdecimal() or word[:2] not in ("19", "20") or scan.glued(at) and scan.words[at + 1] not in ".,;)":
        return None
    month, day = int(word[4:6]), int(word[6:])
    told = before == "(" and scan.words[at + 1] == ")" or before in scan.book.words["run-together-cues"]
    valid = 0 < month <= 12 and 0 < day <= _LAST_DAY and not scan.measured(at + 1)
    return Hit("date", at, at, When(int(word[:4]), month, day), number=at) if told and valid else None


def day_only(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A day without a month beside its weekday: "Thursday the 21st", "on Monday 7th"."""
    day, weekdays = scan.number(at), scan.book.numbered["weekdays"]
    suffix = cluster.last + 1
    if cluster.marks or day is None or not 0 < day <= _LAST_DAY or _past_suffix(scan, suffix) == suffix:
        return None
    first = at - 1
    first -= scan.words[first] == ","
    first -= scan.words[first] in scan.book.words["words.articles"]
    named = weekdays.get(scan.words[first]) if scan.upper(first) else None
    after = scan.words[suffix + 1]
    if named is None or after.isalpha() and after not in scan.book.words["functions"]:
        return None
    return Hit("date", first, suffix, When(day=day, weekday=named - 1), number=at)
