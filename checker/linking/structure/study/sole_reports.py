"""The only interval of a text and its estimate, the only p-value and what is said of it, in neighbouring sentences.

    The odds ratio was 0.64. The confidence interval ran from 0.51 to 0.80
    Pain fell by 2.3 points. The 95 percent confidence interval was 1.4 to 3.2
    Deaths were rarer in the treated group (P = 0.02). The difference was significant

The interval stands in a sentence without an estimate, and the sentence in front of it tells only one figure that it can be of.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.study.significance import p_value
from checker.model import Frame, Quantity
from checker.rational import Fraction

_NUMERIC = ("number", "percent", "points", "physical", "currency", "duration", "count")
_REACH = 9  # symbols from the words for an interval to its bounds
_LEVELS = (90, 95, 98, 99)
_CLEAR, _LEVEL = Fraction(1, 10), Fraction(1, 20)
_DENIED, _FAR = 6, 12


def sole_reports(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "estimate-interval" (estimate, bounds), "told-significant" and "told-insignificant" (p-value)."""
    words, lines = near(context), context.lines.lines
    told = [lines[n] for n in sorted(words.standing("interval-word")) if words.has("interval-word", lines[n])]
    found = []
    if len(told) == 1 and not any(f.family == "estimate-interval" for f in frames):
        found.extend(_interval(told[0], context, words))
    named = [lines[n] for n in sorted(words.standing("p-word", "sole-p")) if words.has("p-word", lines[n]) or words.has("sole-p", lines[n])]
    if len(named) == 1 and not any(f.family in ("told-significant", "told-insignificant") for f in frames):
        found.extend(_significant(named[0], context, words))
    return found


def _interval(line: Line, context: Context, words: Near) -> list[Frame]:
    """An interval that is told apart from its estimate: with the only figure of the sentence in front that it can be of."""
    m = next(words.matches("interval-word", line))
    if sum(1 for _ in words.matches("interval-word", line)) > 1 or words.within("sole-report-not", line, 0, len(line.symbols)):
        return []
    ahead = [i for i in line.quantities(0, m.start()) if not _level(context.quantity(i))]
    bounds = line.quantities(m.end(), m.end() + _REACH)
    figures = [context.quantity(i) for i in bounds]
    ends = _ends(figures)
    if ahead or ends is None or len(line.figures) - len(ahead) - len(bounds) > 1 or not line.number:
        return []
    before = context.lines.lines[line.number - 1]
    fits = [i for i in before.figures if before.block == line.block and _may_be(context.quantity(i), figures[-1], ends)]
    if len(fits) != 1 or words.has("sole-report-not", before) or len([i for i in before.figures if context.quantity(i).is_measure]) > 2:
        return []
    q, claims = context.quantity(fits[0]), {"estimate": (fits[0],), "bounds": tuple(bounds)}
    return [Frame("estimate-interval", (q.start, q.end), claims, {}, 0, frozenset(claims), 0, None, (), "statistics")]


def _level(q: Quantity) -> bool:
    return q.kind == "percent" and q.value in _LEVELS


def _ends(figures: list[Quantity]) -> tuple[Fraction, Fraction] | None:
    if len(figures) == 1 and figures[0].low is not None and figures[0].high is not None and figures[0].kind in (*_NUMERIC, "range"):
        return figures[0].low, figures[0].high
    if len(figures) != 2 or any(q.value is None or q.kind not in _NUMERIC for q in figures) or figures[0].value >= figures[1].value:
        return None
    return figures[0].value, figures[1].value


def _may_be(q: Quantity, bound: Quantity, ends: tuple[Fraction, Fraction]) -> bool:
    """Whether a figure may be the estimate of an interval: of its unit, or bare as it is, and of its size and precision."""
    if q.kind not in _NUMERIC or not q.value or q.sense in ("range", "bound") or q.approx:
        return False
    low, high = ends
    bare = bound.unit is None and not bound.noun
    if not bare and q.unit != bound.unit or bare and q.kind in ("count", "currency", "duration") or bare and q.kind == "percent":
        return False
    alike = (q.place or 1) < 1 if (bound.place or 1) < 1 else True
    width = high - low
    return alike and low - 3 * width <= abs(q.value) <= high + 3 * width


def _significant(line: Line, context: Context, words: Near) -> list[Frame]:
    """The only p-value, with the sentence behind it, or in front, that alone says whether something was significant."""
    lines = context.lines.lines
    values = [at for name in ("p-word", "sole-p") for m in words.matches(name, line) if (at := p_value(m.end(), line, context)) is not None]
    said = [lines[n] for n in sorted(words.standing("significant-word")) if words.has("significant-word", lines[n])]
    if len(set(values)) != 1 or len(said) != 1 or abs(said[0].number - line.number) > 1 or said[0].block != line.block or words.has("level-told", line):
        return []
    other = said[0]
    if other is line and not words.within("sole-p", line, 0, len(line.symbols)):
        return []
    if other is not line and (any(context.quantity(i).kind == "number" for i in other.figures) or not words.within("sole-this", other, 0, 2) or words.has("other-clause", other)):
        return []
    m, p = next(words.matches("significant-word", other)), context.quantity(line.quantity[values[0]])
    denied = words.within("denied-word", other, m.start() - _DENIED, m.end()) or words.within("denied-part", other, m.start() - 2, m.end())
    if denied and p.approx is None and p.value < _LEVEL * Fraction(3, 5):
        return [_told("told-insignificant", line.quantity[values[0]], context)]
    if not denied and p.approx != "below" and p.value >= _CLEAR:
        return [_told("told-significant", line.quantity[values[0]], context)]
    return []


def _told(family: str, index: int, context: Context) -> Frame:
    q = context.quantity(index)
    return Frame(family, (q.start, q.end), {"p-value": (index,)}, {}, 0, frozenset({"p-value"}), 0, None, (), "significance")
