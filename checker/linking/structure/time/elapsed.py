"""How long something took, with the calendar as the witness.

    lit in 1846, it was darkened in 1981 after 135 years of service
    return to the polls on 9 June, eleven weeks after the ballot of 24 March
    The last signal was received 210 days later, on 4 April 2015

Two dates near a length that are exactly that far apart belong to it: arithmetic tells, whatever the wording (but where none
ties them, nothing is proved). Where none are,
the only two dates that it can mean contradict it if the wording ties it to both, or if it ties it loosely and one slip of
the hand explains the miss.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK
from checker.linking.structure.time.bounded_days import sums_up
from checker.linking.structure.time.calendar import frame, is_point, owned
from checker.linking.structure.time.date_order import in_time, same_calendar
from checker.linking.structure.time.date_slips import IN_YEARS, apart, likely_apart, slip_in_time, tells_years
from checker.linking.structure.time.length_doubts import age_limit, of_a_life, of_another_subject, other_start, put_aside, wrong_side
from checker.linking.structure.time.spans import followed, since
from checker.model import Frame

_BACK = 3  # sentences before a length in which a date may stand that it counts from
_ROUND = 10  # symbols around a length in which the text may say that it is not so simple
_HYPHENS = ("-", "‑")
_DASHES = ("-", "–", "—")
_ONWARD = 5  # symbols from "after" to the date that it tells
_MANY = 6  # dates in reach; among more some pair always fits
_FREE, _LOOSE, _CUED, _SURE = range(4)  # how much the wording ties a length to its dates
_OPENING, _CLAUSE = 2, 8  # symbols in front of a date that opens a sentence; between a date and its verb
_FAR = 3  # times as long as what lies between two dates, or as short: without a slip, another length
_TOUCH, _PHRASE = 4, 9  # symbols between a length and a date beside it; up to a date in its own phrase


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time with its place, and the dates around it: in its sentence, in front and behind, and before it."""

    index: int
    line: Line
    at: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    earlier: tuple[tuple[int, ...], ...]  # of each sentence before in the paragraph, the nearest first


def elapsed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration)."""
    words, found = near(context), []
    told = {f.claims["duration"] for f in frames if f.family == "span" and "duration" in f.claims}
    for line in context.lines.figured:
        for index in line.figures:
            q = context.quantity(index)
            if q.kind == "duration" and q.value and q.unit in IN_YEARS and q.approx != "above" and (index,) not in told:
                made = _frame(_around(index, line, context), context, words)
                found.extend([made] if made else [])
    return found


def _around(index: int, line: Line, context: Context) -> _Length:
    at = context.lines.position_of[index]
    lines = context.lines.lines
    back = [lines[n] for n in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1)]
    earlier = tuple(_dates(other, context) for other in back if other.block == line.block)
    return _Length(index, line, at, _dates(line, context, 0, at), _dates(line, context, at + 1), earlier)


def _dates(line: Line, context: Context, start: int = 0, end: int | None = None) -> tuple[int, ...]:
    return tuple(i for i in line.quantities(start, end) if _is_date(i, context))


def _is_date(index: int, context: Context) -> bool:
    q = context.quantity(index)
    if q.kind == "year" and _names_thing(index, context):
        return False
    return is_point(q) or q.kind == "date" and q.when is not None and bool(q.when.day and q.when.month)


def _names_thing(index: int, context: Context) -> bool:
    """True of the year of "under the 1947 constitution"."""
    line, at = context.line(index), context.lines.position_of[index]
    if not at or at + 1 >= len(line.symbols) or not context.lexicon.pattern("definite").match(line.symbols, at - 1):
        return False
    return bool(context.telling_stems[context.extraction.tokens.words[line.firsts[at + 1]]])


def _frame(length: _Length, context: Context, words: Near) -> Frame | None:
    """The dates that a length fits; else those that it must mean and does not."""
    if _other(length, context, words) or followed(length.at, length.line, words):
        return None
    near_by = [*length.before, *length.after]
    reach = [*near_by, *(i for found in length.earlier for i in found)][:_MANY]
    for pair in combinations(reach, 2):
        if not tells_years(context.quantity(length.index).unit, *(context.quantity(i).when for i in pair)):
            continue
        if any(i in near_by or i in (length.earlier or ((),))[0] for i in pair):
            ordered = _fitting(pair, length.index, context)
            if ordered:
                return _made(ordered, length.index, context, _worded(ordered, length, context, words))
    meant = _against(length, context, words)
    if meant is None:
        return None
    ordered, tie, told = meant
    slip = slip_in_time(context.quantity(length.index), *(context.quantity(i).when for i in ordered))
    near_by = all(context.line(i) is length.line for i in ordered)
    likely = slip > NONE or likely_apart(context.quantity(length.index), *(context.quantity(i).when for i in ordered), _FAR)
    sure = likely if tie == _SURE else slip >= (PLAIN if tie == _LOOSE else WEAK if near_by else TELLING)
    return _made(ordered, length.index, context) if sure and same_calendar(ordered, context, told) else None


def _against(length: _Length, context: Context, words: Near) -> tuple[tuple[int, int], int, bool] | None:
    """The dates in their order that a length contradicts where it does not fit them, how surely they are tied, and by whose words."""
    pair, tie, told = _nearest(length, context, words)
    reach = _TOUCH if tie == _SURE and words.within("elapsed-those", length.line, length.at - 1, length.at) else _ROUND
    if pair is None or tie == _FREE or words.within("elapsed-doubt", length.line, length.at - reach, length.at + reach):
        return None
    ordered = in_time(pair, context)
    if not tells_years(context.quantity(length.index).unit, *(context.quantity(i).when for i in pair)):
        return None
    if _onward(ordered[1], length, context, words) or of_a_life(ordered[0], length.index, context) or _elsewhere(ordered, length, context, words):
        return None
    return ordered, tie, told


def _worded(pair: tuple[int, int], length: _Length, context: Context, words: Near) -> bool:
    """Whether words tie a length to the dates that it fits: had it not fitted them, it would contradict them."""
    against = _against(length, context, words)
    return against is not None and against[1] > _LOOSE and {*against[0]} == {*pair} or sums_up(length.index, length.line, context, words)


def _nearest(length: _Length, context: Context, words: Near) -> tuple[tuple[int, int] | None, int, bool]:
    """The dates that the wording ties a length to, how surely, and whether it is the dates' own words that do."""
    pair, tie = _meant(length, context, words)
    return (pair, tie, False) if tie != _FREE else (*_bounded(length, context, words), True)


def _made(pair: tuple[int, int], length: int, context: Context, tied: bool = True) -> Frame:
    return frame("period", {"start": pair[0], "end": pair[1], "duration": length}, tied, context)


def _other(length: _Length, context: Context, words: Near) -> bool:
    """Whether the words right at a length make it one that runs between no dates: "the last two years", "every week"."""
    line, at = length.line, length.at
    if age_limit(length.index, context):
        return True  # children younger than 5 years between 2006 and 2017
    if at and line.quantity[at - 1] >= 0 and context.quantity(line.quantity[at - 1]).kind == "ordinal":
        return True  # the first ten years
    q, text = context.quantity(length.index), context.extraction.document.text
    hyphened = any(mark in text[q.number_end : q.number_end + 1] for mark in _HYPHENS)
    if hyphened and not (words.within("length-event", line, at + 1, at + 4) or words.within("term-noun", line, at + 1, at + 4)):
        return True  # the six-week questionnaires
    if text[q.end :].lstrip()[:1].isdecimal():
        return True  # the three fiscal years 2019, 2018 and 2017
    if owned(length.index, context):
        return True  # two years' service
    record = words.within("elapsed-record", line, at - _CLAUSE, at) or any(context.quantity(i).kind == "ordinal" for i in line.quantities(max(0, at - _CLAUSE), at))
    if record and words.within("elapsed-in", line, at - 1, at):
        return True  # the first strike in three decades
    return words.within("elapsed-other", line, at - 2, at) or words.within("elapsed-other-after", line, at + 1, at + 3)


def _onward(date: int, length: _Length, context: Context, words: Near) -> bool:
    """True of "After a fall in 1966 he for 31 years kept a shop", "went to Rome in 1843, where he remained for four years": there the
    length begins."""
    line, at = length.line, context.lines.position_of[date]
    ahead = context.line(date) is line and at < length.at
    if not ahead or not words.within("elapsed-for", line, length.at - 1, length.at):
        return False
    return words.within("elapsed-onward", line, at - _ONWARD, at) or words.within("elapsed-from-there", line, at + 1, length.at)


def _elsewhere(pair: tuple[int, int], length: _Length, context: Context, words: Near) -> bool:
    """True of a length that runs up to the first date, from the last one, or between other events than the two: "died in
    May 2016 after 41 years in office; his son followed in July", "in 1999 and the rest five years later", "three years
    after the treaty" where no date is the treaty's, "after a two-year pause" in what began at the first."""
    line, at, place = length.line, length.at, context.lines.position_of
    first, last = pair
    if since(last, context) or other_start(first, last, length.index, context) or put_aside(first, last, length.index, context):
        return True
    if wrong_side(first, last, length.index, context) and (context.line(last) is line or not _told_of(last, length, context, words)):
        return True
    onward = context.line(first) is line and place[first] < at and last not in length.after
    if onward and words.within("later-word", line, at + 1, at + 3) and not (context.line(last) is line and place[last] > place[first]):
        return True  # "was last let in 1931, but twelve years on": from then to now
    if words.within("length-pause", line, at + 1, at + 3) and _by("length-start", first, context, words):
        return True
    if context.line(first) is line and 0 < at - place[first] <= _TOUCH and words.within("length-after", line, place[first] + 1, at):
        return True
    behind = context.line(last) is line and place[last] < at
    marks = context.lexicon.symbols.marks
    if behind and words.within("later-word", line, at + 1, at + 3) and any(line.symbols[j] not in marks for j in range(place[last] + 1, at)):
        return True
    if not words.within("elapsed-after", line, at + 1, at + 2) or any(at < place[i] <= at + _PHRASE for i in length.after):
        return False
    return not _told_of(first, length, context, words)


def _told_of(date: int, length: _Length, context: Context, words: Near) -> bool:
    """True where the event that a length counts from is what happened at a date: they share a word, or something began then
    and no other date was told before."""
    home, at = context.line(date), context.lines.position_of[date]
    if words.within("up-to-date", home, at - 3, at):
        return False
    if _named_elsewhere(date, length, context):
        return False
    others = {i for found in (length.before, *length.earlier) for i in found} - {date}
    if _by("length-start", date, context, words) and date not in length.after and len(others) <= 1:
        return True
    line, start = length.line, length.at + 2
    marks = context.lexicon.symbols.marks
    end = next((j for j in range(start, len(line.symbols)) if line.symbols[j] in marks), len(line.symbols))
    event = content(line.firsts[start], line.lasts[end - 1] + 1, context) if start < end else frozenset()
    return bool(event & content(home.firsts[max(0, at - _CLAUSE)], home.lasts[min(len(home.lasts) - 1, at + _CLAUSE)] + 1, context))


def _named_elsewhere(date: int, length: _Length, context: Context) -> bool:
    """True of "ten years after the Ems flood", "after the Hesper 9 trial" where the sentence of the date has no such name: it tells
    another event."""
    tokens, text, line = context.extraction.tokens, context.extraction.document.text, length.line
    marks = context.lexicon.symbols.marks
    end = next((j for j in range(length.at + 2, len(line.symbols)) if line.symbols[j] in marks), len(line.symbols))
    names = {tokens.words[line.firsts[j]] for j in range(length.at + 2, min(end, length.at + _PHRASE)) if text[tokens.starts[line.firsts[j]]].isupper() and not (line.quantity[j] >= 0 and _is_date(line.quantity[j], context))}
    home = context.line(date)
    return bool(names) and not names & set(tokens.words[home.firsts[0] : home.lasts[-1] + 1])


def _fitting(pair: tuple[int, int], length: int, context: Context) -> tuple[int, int] | None:
    """The two dates in the order in which they are as far apart as the length says."""
    ordered = in_time(pair, context)
    for start, end in (ordered, ordered[::-1]):
        if apart(context.quantity(length), context.quantity(start).when, context.quantity(end).when):
            return start, end
    return None


def _meant(length: _Length, context: Context, words: Near) -> tuple[tuple[int, int] | None, int]:
    """The only two dates that a length can run between, and how surely it does."""
    line, at, place = length.line, length.at, context.lines.position_of
    before, after = length.before, length.after
    counted = words.within("elapsed-after", line, at + 1, at + 2)
    if counted and before and after and place[after[0]] - at <= _PHRASE and at - place[before[-1]] <= _TOUCH:
        return (before[-1], after[0]), _SURE
    if counted and after and not before and place[after[0]] - at <= _TOUCH:
        return None, _FREE  # twelve months from 1 April
    if len(before) + len(after) == 2:
        pair = (*before, *after)
        return pair, _tie(pair, length, context, words)
    last = next((found for found in length.earlier if found), ())
    if len(before) + len(after) == 1 and len(last) == 1:
        pair = (last[0], *before, *after)
        touching = abs(place[pair[1]] - at) <= _TOUCH
        if touching and (counted or words.within("elapsed-later", line, at + 1, at + 2)):
            return pair, _SURE if length.earlier[0] and not _lengths(context.line(last[0]), context) else _CUED
        return pair, min(_CUED, _tie(pair, length, context, words))
    if not before and not after and len(last) == 2 and length.earlier[0] == last:
        tie = _tie(last, length, context, words)
        return last, tie if at <= _TOUCH and not of_another_subject(length.index, last[0], context) else _FREE
    return None, _FREE


def _tie(pair: tuple[int, ...], length: _Length, context: Context, words: Near) -> int:
    """Between the only two dates around: surely where something begins at one and ends at the other and the length sums up
    what lay between; well where that is told at the dates alone; loosely else."""
    line, at, place = length.line, length.at, context.lines.position_of
    if _lengths(line, context) > 1 or words.has("centre-word", line) or _of_a_life(pair, context):
        return _FREE
    beside = [i for i in pair if context.line(i) is line and abs(place[i] - at) <= _TOUCH]
    later = bool(beside) and words.within("elapsed-later", line, at + 1, at + 6)
    state = words.within("elapsed-state", line, at + 1, at + 3) or words.within("length-sum", line, at - 5, at)
    first, last = in_time(pair, context)
    bounded = _by("length-start", first, context, words) and _by("length-end", last, context, words)
    termed = words.within("term-noun", line, at + 1, at + 3) or words.within("term-noun", line, at - 3, at)
    if termed:
        return _SURE if _by("begin-word", first, context, words) and _by("expiry-word", last, context, words) else _FREE
    event = words.within("length-event", line, at - 3, at) or words.within("length-event", line, at + 1, at + 3)
    pointed = at > 0 and words.within("elapsed-those", line, at - 1, at)
    if pointed and words.within("elapsed-those-of", line, at + 1, at + 2):
        return _FREE  # "in those seven years when his brother kept the books"
    if bounded and (state or later or event or words.within("elapsed-lead", line, at - 2, at)):
        return _SURE
    if pointed and line.number and all(context.line(i).number == line.number - 1 for i in pair) and _by("length-end", last, context, words):
        return _SURE  # "became a judge in 1987 and stayed one until 2011. In those 24 years"
    return _CUED if bounded or later or state else _LOOSE


def _of_a_life(pair: tuple[int, ...], context: Context) -> bool:
    """True of "(3 March 1869 – 19 August 1944)": from a birth to a death, not what was done for half a century."""
    first, last = sorted(pair)
    return context.extraction.document.text[context.quantity(first).end : context.quantity(last).start].strip() in _DASHES


def _bounded(length: _Length, context: Context, words: Near) -> tuple[tuple[int, int] | None, int]:
    """The only date of the paragraph at which something began and the only one at which it ended, for "a closure of 110 days"."""
    line, at = length.line, length.at
    if not (words.within("length-event", line, at - 3, at) or words.within("length-event", line, at + 1, at + 3)):
        return None, _FREE
    dates = [i for other in context.lines.lines[: line.number + 1] if other.block == line.block for i in _dates(other, context)]
    starts = [i for i in dates if _by("length-start", i, context, words) and i < length.index]
    if len(starts) == len(dates) == 2 and _by("length-end", starts[1], context, words):
        starts = starts[:1]  # "came to anchor"
    ends = [i for i in dates if _by("length-end", i, context, words) and i < length.index and i not in starts[:1]]
    if len(starts) != 1 or len(ends) != 1 or starts[0] > ends[0]:
        return None, _FREE
    return (starts[0], ends[0]), _SURE if len(dates) == 2 and words.within("of-word", line, at - 1, at) and words.within("length-event", line, at - 3, at) else _CUED


def _lengths(line: Line, context: Context) -> int:
    return sum(context.quantity(i).kind == "duration" and context.quantity(i).unit in IN_YEARS for i in line.figures)


def _by(name: str, index: int, context: Context, words: Near) -> bool:
    """Whether a word of a class stands in the clause of a date: behind one that opens the sentence."""
    line, at = context.line(index), context.lines.position_of[index]
    if at <= _OPENING:
        after = next((context.lines.position_of[i] for i in _dates(line, context, at + 1)), len(line.symbols))
        return words.within(name, line, 0, min(after, at + _CLAUSE))
    return words.within(name, line, at - _CLAUSE, at)
