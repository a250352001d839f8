"""An average, how many it is of, and what that makes in all, each told once.

    5,200 flats ... A flat uses 240 litres a day on average ... 1.25 million litres are drawn daily
    grants were made to 18,400 students. They averaged 620 euros ... spending on grants was 11.4 million euros
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem
from checker.linking.structure.distant.sheet import Sheet
from checker.linking.structure.rate.areas import apart
from checker.linking.structure.roles.cast import COUNTS, Cast, Told, clear, common, kin, one, said, ties_of, told_of
from checker.model import TIMES, Frame
from checker.rational import Fraction
from checker.units import measure_of

_KINDS = ("currency", "physical", "duration", *COUNTS)
_FEWEST = 5  # of a group that is averaged
_FRONT, _BEHIND = 6, 6  # symbols from an average to the word for it


def means(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "average" (total, count, average)."""
    cast = told_of(context, "called-average")
    if cast is None or cast.anywhere("median-word"):
        return []
    ties, found = ties_of(frames), []
    averages = [t for t in cast.plain if _is_mean(t, cast)]
    for mean in averages:
        if sum(_unit(t) == _unit(mean) for t in averages) > 1:
            continue  # one of several
        frame = _frame(mean, cast)
        if frame is not None and not ties.elsewhere(frame, mean.index):
            found.append(frame)
    return found


def _is_mean(told: Told, cast: Cast) -> bool:
    line, at = told.line, told.at
    if told.q.kind not in _KINDS or any(part[:1].isdecimal() for part in (told.q.unit or "").split("/")[1:]):
        return False
    first, last = max(cast.sheet.clause(told), at - _FRONT), min(cast.sheet.stop(told), at + _BEHIND)
    return cast.words.within("called-average", line, first, last) or cast.words.pattern("called-average").match(line.symbols) is not None and at == min(t.at for t in cast.plain if t.line is line)


def _frame(mean: Told, cast: Cast) -> Frame | None:
    count = _count(mean, cast)
    total = count and _total(mean, count, cast)
    if count is None or total is None or mean.q.value == count.q.value:
        return None
    if any(cast.words.pattern("of-some").match(t.line.symbols, t.at + 1) for t in cast.sheet.all if count.index < t.index <= mean.index):
        return None  # "24 matches, 12 of them at home, where it drew 15,500 on average"
    if not cast.together(mean, count, total) or _times_apart((mean, count, total), cast) or cast.in_line("mean-else", mean, total) or apart(mean.line, (count.line, total.line), cast.context):
        return None
    if not clear(mean.q, _size(total) / count.q.value / _size(mean) * mean.q.value):
        return None
    plain = ("/" in (mean.q.unit or "")) != ("/" in (total.q.unit or ""))  # 240 litres a day, 1.25 million litres daily
    if plain and _unit(mean) != _unit(total):
        return None
    return cast.frame("average-plain" if plain else "average", {"total": (total.index,), "count": (count.index,), "average": (mean.index,)}, mean)


def _size(told: Told) -> Fraction:
    """A figure in the base unit of its kind, without what it is for."""
    return told.q.value if told.q.kind in (*COUNTS, "currency") else told.q.value * measure_of(_unit(told)).factor


def _unit(told: Told) -> str:
    return (told.q.unit or "").partition("/")[0]


def _count(mean: Told, cast: Cast) -> Told | None:
    """What is averaged over: what the words at the average name, or what the sentence in front of it counts."""
    counts = [t for t in cast.plain if t.index != mean.index and t.q.kind in COUNTS and t.q.noun and t.q.value >= _FEWEST and t.q.value.denominator == 1 and "/" not in (t.q.unit or "") and t.q.approx in (None, "about")]
    counts = [t for t in counts if not (mean.q.kind in COUNTS and mean.q.noun and kin(t.q.noun[-1], mean.q.noun[-1], cast.sheet))]
    named = [t for t in counts if _named(t, mean, cast.sheet)]
    if named:
        return one(named) if len({t.q.noun[-1] for t in named}) == 1 else None
    before = [t for t in counts if 0 <= mean.line.number - t.line.number <= 1 and t.index < mean.index]
    if len(before) > 1:
        before = [t for t in before if not cast.words.within("mean-further", t.line, t.left, t.at)]  # "another 30 posts are vacant"
    return before[0] if len(before) == 1 and not _has_subject(mean, cast) else None


def _named(count: Told, mean: Told, sheet: Sheet) -> bool:
    """Whether the words at an average name what is counted: "a flat", "a new member", "at each gate"."""
    line, tokens = mean.line, sheet.context.extraction.tokens.words
    return any(kin(tokens[line.firsts[p]], count.q.noun[-1], sheet) for p in range(mean.left, mean.right) if line.quantity[p] < 0 and tokens[line.firsts[p]].isalpha())


def _has_subject(mean: Told, cast: Cast) -> bool:
    """True of "a driver earned 300 on average": the average is of something that is named, and counted nowhere."""
    return cast.words.within("article-one", mean.line, 0, mean.at + _BEHIND) or "/" in (mean.q.unit or "")


def _total(mean: Told, count: Told, cast: Cast) -> Told | None:
    """All there is of what was averaged: the only figure of its unit that can be it, told with words of the other two or as a sum."""
    found = [t for t in cast.plain if t.index not in (mean.index, count.index) and _in_its_unit(t, mean, count, cast)]
    found = [t for t in found if not cast.words.within("of-some", t.line, t.left, t.right)]
    tied = [t for t in found if _tied(t, mean, count, cast)]
    return one(tied) if len({t.q.value for t in found}) <= 2 else None


def _in_its_unit(told: Told, mean: Told, count: Told, cast: Cast) -> bool:
    over, per = _unit(mean), (mean.q.unit or "").partition("/")[2]
    if "/" in (told.q.unit or "") and told.q.unit != mean.q.unit or per and told.q.unit != mean.q.unit and not cast.at("mean-daily", told):
        return False
    if told.q.kind in COUNTS and mean.q.kind in COUNTS:
        nouns = not mean.q.noun or _called(told, mean.q.noun[-1], cast)
        return nouns and told.q.value > 2 * mean.q.value and told.q.value > count.q.value
    if told.q.kind != mean.q.kind or told.q.kind in COUNTS:
        return False
    alike = over == _unit(told) if told.q.kind == "currency" else measure_of(over).dimension == measure_of(_unit(told)).dimension
    return alike and _size(told) > 2 * _size(mean)


def _called(told: Told, noun: str, cast: Cast) -> bool:
    """Whether a figure counts such things: "4,200 books", "books lent numbered 4,200"."""
    if not told.q.noun and cast.clause("people-gathered", told) and stem(noun, cast.context) in cast.sheet.stems("people-who-come"):
        return True  # "had an audience of 86,400"
    if told.q.noun:
        return kin(told.q.noun[-1], noun, cast.sheet)
    return stem(noun, cast.context) in content(told.line.firsts[cast.sheet.clause(told)], told.line.firsts[told.at], cast.context)


def _tied(total: Told, mean: Told, count: Told, cast: Cast) -> bool:
    """Whether a total is told with the words of the others, or as what they make."""
    own = said(total.line, cast.sheet, total.left, total.right) | content(total.line.firsts[0], total.line.firsts[total.at], cast.context) & cast.stems(total)
    if common(own, cast.stems(*(t for t in (mean, count) if t.line is not total.line))):
        return True
    return any(cast.words.within(name, total.line, 0, total.at) for name in ("distant-total", "draws-conclusion", "mean-moved")) or cast.at("joint-total", total)


def _of_part(told: Told, cast: Cast) -> bool:
    """True of a figure told of a part of a year: "in May", "in the second quarter"."""
    times = [q.when for i in told.line.figures if (q := cast.context.quantity(i)).kind in TIMES and q.when is not None]
    return any(w.month for w in times) or any(cast.words.has(name, told.line) for name in ("margin-quarter", "margin-half", "margin-nine-months"))


def _times_apart(told: tuple[Told, ...], cast: Cast) -> bool:
    """True where sentences tell times of which none is the same: "in May", "in the whole year"."""
    if any(cast.words.has("full-year", t.line) for t in told) and any(_of_part(t, cast) for t in told if not cast.words.has("full-year", t.line)):
        return True
    times = [{(q.kind, q.value, q.unit, q.when) for i in t.line.figures if (q := cast.context.quantity(i)).kind in TIMES and q.kind != "duration"} for t in told]
    times = [t for t in times if t]
    return any(not a & b for n, a in enumerate(times) for b in times[n + 1 :])
