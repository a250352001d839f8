"""Three figures of which two give the third, told anywhere in a passage: a rate, how many it is for, what that makes.

Neither order nor wording between them counts. What a figure can be is told by its kind, unit and noun; how surely three of
them belong together by their nouns, by words that lead to a result, by how near they stand and how few others could take
their place. Where one way of taking them agrees it is the link. Where none does, a slip of the hand in one figure that would
make them agree is evidence too, and the surer the link, the less telling the slip has to be.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.rate.areas import apart
from checker.linking.structure.rate.scoped import is_scoped
from checker.linking.structure.rate.sole_journeys import no_journey
from checker.linking.structure.rate.unit_rates import PACE, UnitRate, is_speed, makes_range, reduced
from checker.linking.structure.slips import PLAIN, comes_out, slip_between
from checker.linking.structure.triad.sides import Side, candidates, is_against
from checker.linking.structure.triad.told import told_rates
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_AGREES, _EXACT = Fraction(51, 50), Fraction(201, 200)
_SLIP, _TENTH = 12, Fraction(9, 10)
_PARTS = {"average": ("total", "count", "average"), "incidence": ("part", "whole", "rate"), "speed": ("distance", "time", "speed")}
_COMMON = ("unit", "after", "each", "mean")  # ways of telling a rate that products and reckonings read
_BACK, _AHEAD, _BLOCKS = 5, 4, 3
_MOST = 60
_ENOUGH, _SURELY = 9, 9  # what a tie and a slip must weigh together; what a tie must weigh alone
_FAR_APART, _TOO_FAR = Fraction(26, 25), 5
_MANY = 10
_AROUND = 12  # symbols around a figure in which words forbid the arithmetic
_LEAD, _BEHIND = 7, 4  # symbols in front of a figure and behind it in which words that lead to it stand
_WEAK = 2  # what a slip tells that another would explain as well
_SLIPS = (0, 1, 3, 4)  # what NONE, WEAK, TELLING, PLAIN are worth


@dataclass(frozen=True, slots=True)
class Way:
    """One way of filling the other two parts, and how much ties the three together."""

    rate: UnitRate
    count: int
    total: int
    apart: Fraction  # how many times the total is what the other two make, or they are of it: 1 where they agree
    tie: int = 0
    led: bool = False
    loose: bool = False  # one of them is put roughly
    together: bool = False  # words lead to the last of the three, or they stand in one sentence


def triads(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average", "average-plain", "incidence" and "speed" for the rates of a document."""
    words, found = near(context), []
    rates = [r for r in told_rates(context, words) if measure(r.q).dimension != PACE and not words.has("rate-adjusted", r.line)]
    ways = {rate.index: _ways(rate, context, words) for rate in rates}
    agreeing = {index: [w for w in some if w.apart <= _AGREES] for index, some in ways.items()}
    explained = {w.total for some in agreeing.values() for w in some if w.apart <= _EXACT}
    for rate in rates:
        if agreeing[rate.index]:
            best = max(agreeing[rate.index], key=lambda w: w.tie)
            if best.tie >= _ENOUGH - 5:
                found.append(_frame(best, _family(best, context), False))
            continue
        made = _slipped([w for w in ways[rate.index] if w.total not in explained], context)  # another rate makes it
        if made is not None and not _told_apart(rate, made, context, words) and not _only_claimed(rate, words):
            found.extend(_frame(made, family, True) for family in dict.fromkeys((_family(made, context), _strict(made, context))))
    return found


def taken_by_triads(frames: tuple[Frame, ...]) -> set[int]:
    """The rates that have been put together here, for the modules that look after this one."""
    return {i for f in frames if f.source == "triad" for part in ("average", "rate", "speed") for i in f.claims.get(part, ())}


def _slipped(ways: list[Way], context: Context) -> Way | None:
    """The way that fails by a slip of the hand, where it is tied surely enough and no other is tied as surely."""
    if not ways:
        return None
    crowd = (len(ways) > 4) + (len(ways) > 12) + (len(ways) > 30)
    weighed = [(_evidence(w, context), w) for w in ways]
    scored = sorted(((w.tie + told - crowd, w) for told, w in weighed if told > (0 if w.together else _WEAK)), key=lambda x: -x[0])
    if not scored or scored[0][0] < _ENOUGH:
        return _contradicted(ways, context)
    if scored[0][1].loose and _evidence(scored[0][1], context) < _SLIPS[PLAIN]:
        return None
    rivals = [w for w in ways if w is not scored[0][1] and w.apart <= _SLIP]
    if len(scored) > 1 and scored[1][0] == scored[0][0] or any(w.tie > scored[0][1].tie for w in rivals):
        return None
    return scored[0][1]


def _contradicted(ways: list[Way], context: Context) -> Way | None:
    """The only way there is, where words tie the three so surely that no slip needs to explain why they disagree."""
    likely = [w for w in ways if w.apart <= _SLIP]
    if len(likely) != 1 or not likely[0].led or likely[0].loose or is_speed(likely[0].rate.q):
        return None  # of speeds `sole_journeys` tells more
    way = likely[0]
    rate, count = way.rate.q, context.quantity(way.count)
    small = max(count.value, rate.value) < _MANY
    return way if way.tie >= _SURELY + (way.rate.under != "") and not small and _FAR_APART < way.apart < _TOO_FAR else None


def _frame(way: Way, family: str, tied: bool) -> Frame:
    parts = _PARTS[family.partition("-")[0]]
    claims = dict(zip(parts, ((way.total,), (way.count,), (way.rate.index,))))
    return Frame(family, (way.rate.q.start, way.rate.q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 0, None, (), "triad")


def _family(way: Way, context: Context) -> str:
    """The family whose rule tests a way: that of other structures, where they look for such rates too."""
    strict = _strict(way, context)
    if strict == "average-slipped" and way.rate.sort in _COMMON:
        return "average"
    numbers = [context.lines.line_of[i] for i in (way.rate.index, way.total, way.count)]
    return "speed" if strict == "speed-slipped" and max(numbers) == min(numbers) else strict


def _strict(way: Way, context: Context) -> str:
    """The family whose rule takes figures at their word."""
    if any(part[:1].isdecimal() for part in (way.rate.q.unit or "").split("/")[1:]):
        return "incidence"
    if way.rate.sort == "exchange":
        return "average-exchange"
    if is_speed(way.rate.q):
        return "speed-slipped"
    return "average-plain" if _is_plain(way.rate, way.count, way.total, context) else "average-slipped"


def _is_plain(rate: UnitRate, count: int, total: int, context: Context) -> bool:
    """True where the text leaves out a unit that both share: hours at $125, a kilo for £1.52, 18 seasons of thirty a year."""
    if rate.sort == "timed" or context.quantity(total).kind == "duration" and rate.q.kind == "number":
        return True
    kind = context.quantity(count).kind
    return kind in ("duration", "physical") and not rate.under or kind == "count" and rate.under == "[time]"


# ---------------------------------------------------------------- how surely they belong together


def _ways(rate: UnitRate, context: Context, words: Near) -> list[Way]:
    lines, n = context.lines.lines, rate.line.number
    around = [other for other in lines[max(0, n - _BACK) : n + _AHEAD + 1] if abs(other.block - rate.line.block) <= _BLOCKS]
    if is_speed(rate.q) and (any(words.has("triad-breaks", line) for line in around) or words.within("triad-top-speed", rate.line, rate.at - 5, rate.at + 1)):
        return []
    if words.within("triad-among", rate.line, rate.at + 1, rate.at + 3) or words.has("triad-elsewhere", rate.line) or words.has("typical-word", rate.line):
        return []
    counts, totals = candidates(rate, around, context)
    worths = {side.index: _worth(context.quantity(side.index)) for side in totals}
    pairs = [(c, t) for c, t in product(counts, totals) if c.index != t.index and context.quantity(c.index).value is not None and _more(t.index, worths[t.index], c.index, rate, context)]
    pairs = [(c, t) for c, t in pairs[:_MOST] if not _vetoed((rate.index, c.index, t.index), context, words)]
    pairs = [(c, t) for c, t in pairs if not _lasted_otherwise(t.index, c.index, context) and not makes_range(rate, t.index, context)]
    if is_speed(rate.q):
        pairs = [(c, t) for c, t in pairs if not no_journey(t.index, c.index, rate.index, context, words)]
    aparts = {(c.index, t.index): _apart(rate, c.index, t.index, context) for c, t in pairs}
    likely = [(c, t) for c, t in pairs if aparts[c.index, t.index] <= _SLIP] or pairs
    sole = (len({c.index for c, _ in likely}) == 1) + (len({t.index for _, t in likely}) == 1)
    return [_weighed(rate, c, t, aparts[c.index, t.index], sole, context, words) for c, t in pairs]


def _worth(q: Quantity) -> Fraction:
    """The value of a figure in base units."""
    return q.value * measure(q).factor


def _lasted_otherwise(total: int, count: int, context: Context) -> bool:
    """True of "nine months produced £126,000", where the length that it is to be shared out over is told elsewhere."""
    line, q = context.line(total), context.quantity(count)
    if q.kind != "duration" or context.line(count) is line:
        return False
    return any((d := context.quantity(i)).kind == "duration" and d.unit == q.unit and d.value != q.value for i in line.figures)


def _more(total: int, worth: Fraction, count: int, rate: UnitRate, context: Context) -> bool:
    q, n, own = context.quantity(total), context.quantity(count), _worth(rate.q)
    if rate.q.kind in ("count", "number") and q.value <= rate.q.value:
        return False
    if rate.sort == "exchange":
        return q.value != rate.q.value
    if (rate.under == "" or rate.sort == "timed") and worth * 2 < own * 3 and worth * 3 > own * 2:  # the same said again
        return False
    if q.value == rate.q.value or worth <= own and rate.sort != "timed":
        return False
    return rate.under != "" or rate.q.value < 1 or q.kind not in ("count", "number") or q.value >= n.value or (rate.q.unit or "").partition("/")[2][:1].isdecimal()


def _vetoed(indices: tuple[int, ...], context: Context, words: Near) -> bool:
    """Whether words at one of the figures say that something is left out or comes on top."""
    at = context.lines.position_of
    return any(_forbids(context.line(i), at[i] - _AROUND, at[i] + _AROUND, words) or reduced(context.line(i), context, words) for i in indices)


def _forbids(line: Line, start: int, end: int, words: Near) -> bool:
    """Whether a veto stands there that is not of a tax alone, which prices leave out of each of the three alike."""
    vetoes = [m.start() for m in words.matches("triad-veto", line, max(0, start), end)]
    return bool(vetoes) and not {m.start() for m in words.matches("triad-untaxed", line)}.issuperset(vetoes)


def _weighed(rate: UnitRate, count: Side, total: Side, apart: Fraction, sole: int, context: Context, words: Near) -> Way:
    """The way with what ties it: nouns and units, nearness, words that lead to a result, no others in their place."""
    line_of, numbers = context.lines.line_of, [context.lines.line_of[i] for i in (rate.index, count.index, total.index)]
    spread = max(numbers) - min(numbers)
    near_by = 2 if spread == 0 else 1 if spread == 1 else 0 if spread < 4 else -1
    if len({context.lines.lines[n].block for n in numbers}) > 1:
        near_by -= 1
    last = max(rate.index, count.index, total.index)
    led = 2 if _led(last, context, words) else _led_closely(last, context, words)
    travel = 0
    if is_speed(rate.q):
        line, at = context.line(count.index), context.lines.position_of[count.index]
        travel = words.within("triad-travel", rate.line, rate.at - _LEAD, rate.at + 1) + words.within("triad-takes", line, at - _BEHIND, at)
        line, at = context.line(total.index), context.lines.position_of[total.index]
        travel += words.within("triad-travel", line, at - _BEHIND, at)
    own = spread and count.tie < 2 and _has_others(total.index, count.index, rate, context)
    if is_speed(rate.q) and _several_speeds(rate, context, words):
        travel -= 3
    here = line_of[total.index] == rate.line.number and spread > 0
    few = context.quantity(count.index).value < _MANY and not rate.under and not led
    tie = count.tie + total.tie + near_by + led + travel + sole + here - 2 * own - 5 * few - (spread > 0 and not led)
    return Way(rate, count.index, total.index, apart, tie, led > 0, any(context.quantity(i).approx for i in (rate.index, total.index, count.index)), led > 0 or spread == 0 or travel > 1 and spread == 1 and rate.line.number in numbers[1:])


def _told_apart(rate: UnitRate, way: Way, context: Context, words: Near) -> bool:
    """Whether a rate is of another place than its total, or of a part that its own sentence names."""
    sides = (way.total, way.count)
    return apart(rate.line, (context.line(i) for i in sides), context) or is_scoped(rate, sides, context, words)


def _only_claimed(rate: UnitRate, words: Near) -> bool:
    """True of a speed that somebody claims, or that is the most there is: no journey took it."""
    return is_speed(rate.q) and words.within("triad-claimed", rate.line, rate.at - _LEAD, rate.at + 2)


def _several_speeds(rate: UnitRate, context: Context, words: Near) -> bool:
    """Whether other speeds are told around one that is not called the average: legs of a journey, claims of a maker."""
    if words.within("average-word", rate.line, rate.at - _LEAD, rate.at):
        return False
    lines, own = context.lines.lines, rate.q.value * measure(rate.q).factor
    around = [i for line in lines[max(0, rate.line.number - 1) : rate.line.number + 2] for i in line.figures if i != rate.index]
    others = [q.value * measure(q).factor / own for i in around if (q := context.quantity(i)).value and q.kind == "physical" and is_speed(q) and not _is_limit(i, context, words)]
    return any(abs(ratio - 1) * 25 > 1 for ratio in others)


def _is_limit(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return is_against(index, context) or words.within("triad-top-speed", line, at - _LEAD, at + 2)


def _has_others(total: int, count: int, rate: UnitRate, context: Context) -> bool:
    """Whether a total stands with a number of other things: "owns 500 dwellings and spent £750,000 on repairs"."""
    if context.line(total) is context.line(count):
        return False
    found = [context.quantity(i) for i in context.line(total).figures if i not in (total, rate.index)]
    return any(q.kind == "count" and q.value and q.value >= _MANY for q in found)


def _led(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    if words.within("triad-intent", line, at - _LEAD, at):
        return False  # "meant to pay down debt of"
    return words.within("triad-lead", line, at - _LEAD, at) or words.within("triad-lead-behind", line, at + 1, at + _BEHIND)


def _led_closely(index: int, context: Context, words: Near) -> bool:
    """True of the last of three right behind "is", or set apart by a comma or a bracket."""
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("triad-lead-close", line, at - 1, at)


# ---------------------------------------------------------------- arithmetic


def _factors(rate: UnitRate, count: int, total: int, context: Context) -> tuple[tuple[Quantity, Fraction], ...]:
    """Total, count and rate with the worth of their units; one, where the text leaves a unit out."""
    figures = [context.quantity(i) for i in (total, count, rate.index)]
    plain = _is_plain(rate, count, total, context)
    return tuple((q, Fraction(1) if plain and q.kind != "currency" else measure(q).factor) for q in figures)


def _apart(rate: UnitRate, count: int, total: int, context: Context) -> Fraction:
    (t, ft), (n, fn), (r, fr) = _factors(rate, count, total, context)
    ratio = t.value * ft / (n.value * fn * r.value * fr)
    return max(ratio, 1 / ratio)


def _evidence(way: Way, context: Context) -> int:
    """What a slip of the hand that explains the disagreement tells; 0 where there is none."""
    if way.apart > _SLIP and not any(_TENTH < way.apart / power < 1 / _TENTH for power in (100, 1000)):
        return 0
    (t, ft), (n, fn), (r, fr) = _factors(way.rate, way.count, way.total, context)
    implied = ((t, n.value * fn * r.value * fr / ft), (r, t.value * ft / (n.value * fn) / fr), (n, t.value * ft / (r.value * fr) / fn))
    found = max((_SLIPS[slip] + comes_out(q, value) for q, value in implied if (slip := slip_between(q, value))), default=0)
    return found * (found >= _WEAK) or (_WEAK if _comes_out_round(way, implied[1][1], context) else 0)


def _comes_out_round(way: Way, quotient: Fraction, context: Context) -> bool:
    """Whether a total over its many things gives a rounder figure than the one stated: hardly by chance."""
    rate, count = way.rate.q, context.quantity(way.count)
    return way.led and count.value >= _MANY and quotient != rate.value and way.apart < 2 and comes_out(rate, quotient)
