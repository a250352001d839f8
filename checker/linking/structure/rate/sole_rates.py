"""A total, how many it is for and what that makes for one, where nothing else near them can be meant.

    Net income was $18 million. As there were 12 million shares, earnings came to $1.50 apiece
    Each of the 120 cows yields 28 litres, so that the tanker picks up 3,360 litres

One sentence, or two neighbours of a paragraph, hold one figure that can be the total and one that can be the count; words
make the last of the three a result. Nothing is left out of the total, and none of the three is put roughly.
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import passages
from checker.linking.structure.rate.scoped import is_scoped
from checker.linking.structure.rate.unit_rates import PACE, UnitRate, is_speed
from checker.linking.structure.triad.told import told_rates
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_COUNTS = ("count", "number")
_SORTS = ("unit", "after", "each", "mean", "one", "label")
_FEW = 5  # so few things are counted everywhere
_FAR, _EXCUSED = Fraction(5), Fraction(11, 10)
_LED = 8  # symbols from a word that leads to a result


def sole_rates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" and "average-slipped" (total, count, average)."""
    words, found = near(context), []
    tied = {i for f in frames if f.pinned and {"average", "total"} <= f.claims.keys() for part in ("average", "total") for i in f.claims.get(part, ())}
    for rate in told_rates(context, words):
        if rate.index in tied or rate.sort not in _SORTS or rate.line.crowded or _of_another_sort(rate, words):
            continue
        three = next((t for lines in passages(rate.line, context, 1, ahead=True) if (t := _three(rate, lines, context, words)) is not None), None)
        if three is None or three[0] in tied:
            continue
        found.append(_frame("average", three, context))
        if _apart(three, context) > _EXCUSED:
            found.append(_frame("average-slipped", three, context))
    return found


def _of_another_sort(rate: UnitRate, words: Near) -> bool:
    """True of speeds and incidences, and of rates for a time: `sole_journeys` and others look after them."""
    if is_speed(rate.q) or measure(rate.q).dimension == PACE or rate.under or any(part[:1].isdecimal() for part in (rate.q.unit or "").split("/")[1:]):
        return True
    if words.within("sole-some", rate.line, 0, rate.at) or words.within("part-of-it", rate.line, rate.at + 1, rate.at + 3):
        return True
    return words.has("typical-word", rate.line) or words.has("triad-elsewhere", rate.line)


def _frame(family: str, three: tuple[int, int, int], context: Context) -> Frame:
    claims = dict(zip(("total", "count", "average"), ((i,) for i in three)))
    q = context.quantity(three[2])
    return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "sole rate")


def _three(rate: UnitRate, lines: list[Line], context: Context, words: Near) -> tuple[int, int, int] | None:
    if any(words.has(name, line) for line in lines for name in ("triad-veto", "reckon-veto", "sole-severed", "sole-unreal")):
        return None
    figures = [i for line in lines for i in line.figures if i not in (rate.index, rate.base)]
    totals = [i for i in figures if _is_total(context.quantity(i), rate)]
    counts = [rate.base] if rate.base >= 0 else _counts([i for i in figures if i not in totals], rate, context, words)
    if len(totals) != 1 or len(counts) != 1:
        return None
    three = totals[0], counts[0], rate.index
    tied = _plain(three, context) and _led(three, lines, context, words) and not is_scoped(rate, three[:2], context, words)
    return three if tied else None


def _is_total(q: Quantity, rate: UnitRate) -> bool:
    """Whether a figure can be what a rate makes: of its kind and unit."""
    over = (rate.q.unit or "").partition("/")[0]
    if q.value is None or q.value <= 0 or "/" in (q.unit or ""):
        return False
    if rate.q.kind in _COUNTS:
        return q.kind in _COUNTS and bool(q.noun) and q.noun[-1:] == rate.q.noun[-1:]
    return q.kind == rate.q.kind and (measure(q).dimension == measure(rate.q).dimension.partition("*count")[0] or q.unit == over)


def _counts(figures: list[int], rate: UnitRate, context: Context, words: Near) -> list[int]:
    """The things that a rate is for: those with its noun, else the only ones that are counted."""
    fits = [i for i in figures if (q := context.quantity(i)).kind in _COUNTS and q.value is not None and q.value >= _FEW and q.value.denominator == 1 and "/" not in (q.unit or "")]
    named = [i for i in fits if rate.nouns & {stem(w, context) for w in context.quantity(i).noun}]
    if named or not rate.nouns:
        return named or fits
    return fits if len(fits) == 1 and not context.quantity(fits[0]).noun and words.pattern("sole-them").match(context.line(fits[0]).symbols, context.lines.position_of[fits[0]] + 1) else []


def _plain(three: tuple[int, int, int], context: Context) -> bool:
    figures = [context.quantity(i) for i in three]
    if any(q.approx or q.sense in ("range", "bound") or q.change for q in figures):
        return False
    return figures[0].value > figures[2].value and _apart(three, context) <= _FAR


def _apart(three: tuple[int, int, int], context: Context) -> Fraction:
    total, count, rate = (context.quantity(i).value * (measure(context.quantity(i)).factor if context.quantity(i).kind not in _COUNTS else 1) for i in three)
    ratio = total / (count * rate)
    return max(ratio, 1 / ratio)


def _led(three: tuple[int, int, int], lines: list[Line], context: Context, words: Near) -> bool:
    """Whether words make the last of the three a result of the others."""
    last = max(three)
    line, at = context.line(last), context.lines.position_of[last]
    cues = [m.end() for m in words.matches("sole-led", line, max(0, at - _LED), at)]
    closed = context.lexicon.symbols.closing
    return line is lines[-1] and any(not any(symbol in closed for symbol in line.symbols[end:at]) for end in cues) and not words.within("sole-table-then", line, at - _LED, at)
