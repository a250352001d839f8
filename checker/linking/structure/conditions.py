"""Figures that are no values of what changes or is compared, but say under which conditions, in how many or how surely.

    the yield fell by 4% on cooling from 31 to 12 degrees Celsius      a temperature grows by no percent
    a fourfold rise from 2 to 16 months                                the time in which something else rose
    output at pH 5.3 was 30% greater than at pH 7.2                    a degree of something else
    the high group (n = 20) above the low one (n = 20)                 sizes of groups
    it was twice as fast in 12 hens as in 12 ducks                     those in which it was measured, as many
    (0.05 less than P less than 0.1)                                   bounds of a p-value
    a mean age of 44.1 ± 9.2 years; the oldest was 71                  how far values scatter, no range that holds them

Frames of changes, comparisons and ranges that take them for values are untied: they prove nothing. What shows it of a figure is in
`not_values`, what other frames show in `otherwise_told`, where the text measures a change from something else in `change/unproved`; frames of rates, quotients, conversions and bounds are for `unlike`, shares
of a whole for `misread`, which drops them.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.structure.change.unproved import unproved
from checker.linking.structure.ends import far_beyond
from checker.linking.structure.near import near
from checker.linking.structure.not_values import definite, is_heat, is_size, measured_at, multiple_of_others, names, of_interval, outside_its_set, partnered, unmoved, with_it
from checker.linking.structure.order.other_sets import apart_from
from checker.linking.structure.otherwise_told import otherwise_told, told_ways
from checker.linking.structure.share.other_group import of_other_group
from checker.linking.structure.unlike import unlike
from checker.model import Frame

_REST = 3  # symbols of "the other"
_GROWN = ("growth-of-total", "joint-growth")
_FAMILIES = frozenset(("change", "comparison", "direction", "balance", "inside-range", "between-ends"))
_RATES = ("multiple", "change")
_VALUES = ("new", "base", "level", "bound", "first", "second")
_SUBJECT = 16  # symbols in front of a value in which it may be called a rank
_BEFORE = 3  # symbols from a word to the figure that it names
_BESIDE = 3
_GROUP = 2  # symbols from "among", "in the" to the size of a group
_OFF = 8  # times
_LONG, _MANY = 3, 1000  # digits of a figure, and how large a shorter one is, that two groups hardly share
_AMOUNTS = ("currency", "percent")


def without_conditions(frames: tuple[Frame, ...], context: Context) -> tuple[Frame, ...]:
    """The frames, those untied that take a condition for a value; without those in which what is left of a whole grew."""
    rests = {i for f in frames if f.family == "rest" for i in f.claims["rest"] if near(context).ends("growthpart-rest", context.line(i), context.lines.position_of[i], _REST)}
    frames = tuple(f for f in frames if not f.family.startswith(_GROWN) or rests.isdisjoint(i for part in f.claims.values() for i in part))  # "sails, the other 70%, were unchanged"
    told = told_ways(frames, context)

    def doubted(frame: Frame) -> bool:
        return frame.family in _FAMILIES and _conditional(frame, context) or otherwise_told(frame, told, context) or of_other_group(frame, context) or unlike(frame, context) or unproved(frame, context)

    return tuple(replace(f, pinned=frozenset()) if f.pinned and f.source != "table" and doubted(f) else f for f in frames)


def _conditional(frame: Frame, context: Context) -> bool:
    if frame.family in ("inside-range", "between-ends"):
        wholes = tuple(i for part in ("whole", "low", "high") for i in frame.claims.get(part, ()))
        value = frame.claims["value"][0]
        spread = any(_is_spread(i, context) or _far(i, value, context) for i in wholes)
        return spread or apart_from(wholes[0], value, context) or outside_its_set(wholes, value, context) or frame.source == "outermost" and _timeless(wholes[-1], value, context)
    values = [i for part in _VALUES for i in frame.claims.get(part, ()) if context.lines.line_of[i] >= 0]
    if any(is_size(i, context) or of_interval(i, context) for i in values):
        return True
    if frame.family in ("comparison", "direction") and (measured_at(values, context) or names(values, context) or partnered(values, context) or definite(values, context)):
        return True
    if frame.family == "direction" and unmoved(values, context):
        return True
    if frame.family == "direction" and any(near(context).within("rank-measure", context.line(i), context.lines.position_of[i] - _SUBJECT, context.lines.position_of[i] + _SUBJECT) for i in values[:1]):
        return True  # who moves up in a ranking has a smaller number
    if frame.family == "direction" and with_it(frame, context) or frame.family == "comparison" and any(near(context).has("inverse-measure", context.line(i)) for i in values):
        return True
    if frame.family == "change" and frame.source in ("alone", "recalled", "reckoned") and "multiple" in frame.claims and multiple_of_others(frame.claims["multiple"][0], values, context):
        return True
    if frame.family != "change" or not {"new", "base"} <= frame.claims.keys():
        return frame.family != "change" and any(_by_probability(i, context) for i in values)
    if any(_by_probability(i, context) for part in frame.claims.values() for i in part if context.lines.line_of[i] >= 0):
        return True
    new, base = (context.quantity(frame.claims[part][0]) for part in ("new", "base"))
    if frame.claims.keys().isdisjoint(_RATES):
        return False
    heated = is_heat(new) or is_heat(base)
    onward = frame.sign and None not in (new.value, base.value) and (new.value - base.value) * frame.sign < 0
    timed = ("multiple" in frame.claims or onward) and any(_is_time(i, context) for i in values)
    alike = "multiple" in frame.claims and new.value is not None and new.value == base.value and any(_may_be_a_group(i, context) for i in values)
    return heated or timed or alike or any(_is_degree(i, context) for i in values)


def _is_spread(index: int, context: Context) -> bool:
    """True of "44.1 ± 9.2"."""
    q = context.quantity(index)
    text = context.extraction.document.text[q.start : q.end]
    return any(sign in text for sign in context.lexicon.pack.words("range-plus-minus"))


def _far(whole: int, value: int, context: Context) -> bool:
    """True of a bare figure many times above or below a range: rather of another thing."""
    sample, q = context.quantity(whole), context.quantity(value)
    return None not in (sample.low, sample.high, q.value) and q.unit in (None, sample.unit) and far_beyond(sample.low, sample.high, q.value, _OFF)


def _timeless(whole: int, value: int, context: Context) -> bool:
    """True of a bare figure beside ages or spans of time: "for pupils aged 9 to 11 years it was 1.7"."""
    q = context.quantity(value)
    return q.kind == "number" and q.unit is None and q.place is not None and q.place < 1 and context.quantity(whole).kind in ("age", "duration")


def _may_be_a_group(index: int, context: Context) -> bool:
    """True of the size of a group, of which two may be alike: "in 12 hens as in 12 ducks", "among the 1,450 controls"; not of an amount
    or of a long figure that no such word opens: "doubled to 3,140 from 3,140"."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind in ("count", "number") and q.scale == 1 and q.value is not None and q.value < _MANY and len(str(q.value).rstrip("0")) < _LONG:
        return True
    return q.kind not in _AMOUNTS and near(context).within("own-subject", context.line(index), max(0, at - _GROUP), at)


def _is_time(index: int, context: Context) -> bool:
    """True of the first figure of "from 2 to 16 months", which borrows its unit: the beginning of a span, not a length."""
    q, text = context.quantity(index), context.extraction.document.text
    return q.kind == "duration" and text[q.start : q.end].replace(".", "").isdecimal()


def _is_degree(index: int, context: Context) -> bool:
    """True of "pH 5.3", "a pH of 5.3"."""
    at = context.lines.position_of[index]
    return near(context).within("degree-name", context.line(index), at - _BEFORE, at)


def _by_probability(index: int, context: Context) -> bool:
    """True of "0.05 less than P"."""
    q, at = context.quantity(index), context.lines.position_of[index]
    return q.value is not None and 0 < q.value < 1 and near(context).within("p-word", context.line(index), at - _BESIDE, at + 1 + _BESIDE)
