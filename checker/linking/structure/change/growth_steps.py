"""Growth by equal steps, told anywhere in a passage: a rate for each step, how many steps, the first value and the last.

    Every January the rent goes up by 3%. I moved in with a rent of $1,200, and after five such rises I pay $1,391
    doubled every hour ... 500 cells ... 4,000 after three hours

A word repeats the rate; steps, spans of time in its unit, and years give their number; two figures of one unit are the values.
Where some choice agrees it is the link. Where none does, a slip of the hand that makes one agree is the contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content, same_head, telling
from checker.linking.lines import Line
from checker.linking.structure.change.growth_fit import MOST_STEPS, Growth, Steps, fits, slip, values
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import PLAIN, TELLING
from checker.model import Frame, Quantity
from checker.rational import Fraction

_UNITS = ("year", "month", "week", "day", "hour", "decade")
_EVERY_UNIT = {f"growth-every-{unit}": unit for unit in (*_UNITS, "step")}
_EVERY = tuple(_EVERY_UNIT)
_AFTER, _BEFORE = 7, 9  # symbols around a rate in which a word repeats it
_BACK, _AHEAD, _BLOCKS, _NEAR = 4, 4, 2, 2
_MOST_LEVELS, _MOST_SPANS = 8, 5
_SMALL = 10
_FAR_OFF = 12  # times as much as the steps make: it is something else
_SENTENCE = 16  # symbols from a rate to the steps that it is told of


def growth_steps(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "compound-steps", "compound-dates" and "compound-times" for rates that nothing else has put together."""
    words, found = near(context), []
    taken = {i for f in frames if f.family.startswith("compound") and f.pinned for i in f.claims.get("rate", ())}
    homes = {frozenset((*f.claims["base"], *f.claims["new"])) for f in frames if f.pinned and {"base", "new"} <= f.claims.keys() and {"rate", "change"} & f.claims.keys()}
    for index, q in enumerate(context.extraction.quantities):
        if index in taken or context.lines.line_of[index] < 0 or not q.positive or q.kind not in ("percent", "multiple", "ratio", "ordinal"):
            continue
        if q.kind == "ordinal" and not _is_fraction(q, context):
            continue
        unit = repeated(index, q, context, words)
        if unit is None:
            continue
        lines = _around(context.line(index), context)
        beside = [line for line in lines if abs(line.number - context.line(index).number) < 2]
        if any(words.has("growth-veto", line) for line in beside):
            continue
        ways = [w for w in ways_of(index, q, unit, lines, context, words) if frozenset((w.base, w.new)) not in homes]
        if any(flows(line, index, context) for line in beside):
            ways = [w for w in ways if "currency" not in (context.quantity(w.base).kind, context.quantity(w.new).kind)]
        frame = _frame_of(ways, context)
        if frame is not None:
            found.append(frame)
    return found


def flows(line: Line, rate: int, context: Context, ends: frozenset[int] = frozenset()) -> bool:
    """Whether money is put in or taken out meanwhile, "£50 a month", which is no end of the growth itself."""
    return any(i != rate and i not in ends and context.quantity(i).kind == "currency" and "/" in (context.quantity(i).unit or "") for i in line.figures)


def _is_fraction(q: Quantity, context: Context) -> bool:
    """True of "a tenth"."""
    return q.outer > 0 and q.value >= 4 and context.extraction.tokens.words[q.outer - 1] in context.lexicon.pack.words("rate-article")


def _around(line: Line, context: Context) -> list[Line]:
    lines = context.lines.lines[max(0, line.number - _BACK) : line.number + _AHEAD + 1]
    return [other for other in lines if abs(other.block - line.block) <= _BLOCKS]


def repeated(index: int, q: Quantity, context: Context, words: Near) -> str | None:
    """The unit of the steps of a rate: a year of "10% a year", "" of "three such rises of 5%"."""
    per = (q.unit or "").partition("/")[2]
    if per:
        return per if per in _UNITS else ""
    line, at = context.line(index), context.lines.position_of[index]
    if _each_month(line, at, context):
        return "year"
    for start, end in ((at + 1, at + _AFTER), (at - _BEFORE, at)):
        for name in words.among(_EVERY, line):
            unit, place = _EVERY_UNIT[name], words.place(name, line, start, end)
            if place >= 0 and not _counted(place, index, line, context):
                return unit if unit != "step" else ""
    if (span := _in_each(line, at, context, words)) is not None:
        return span
    around = context.lines.lines[max(0, line.number - _NEAR) : line.number + _NEAR + 1]
    money = q.kind == "percent" and words.within("growth-at", line, at - 2, at) and any(words.has("growth-interest", other) for other in around)
    return "year" if money else None


def _in_each(line: Line, at: int, context: Context, words: Near) -> str | None:
    """The unit of "in each of the next four years membership grew by a sixth"."""
    for m in words.matches("growth-each-of", line):
        behind = [context.quantity(q) for q in line.quantity[m.end() : m.end() + 2] if q >= 0]
        if behind and behind[0].kind == "duration" and behind[0].unit in _UNITS and abs(m.start() - at) <= _SENTENCE:
            return behind[0].unit
    return None


def _counted(place: int, rate: int, line: Line, context: Context) -> bool:
    """True of "mown twice a year": how often something else is."""
    before = line.quantity[place - 1] if place else -1
    return before >= 0 and before != rate or place > 0 and context.extraction.tokens.words[line.firsts[place - 1]] in context.lexicon.pack.words("times-word")


def _each_month(line: Line, at: int, context: Context) -> bool:
    """True of "every January the rent goes up by 3%"."""
    each = context.lexicon.pack.words("each") | context.lexicon.pack.words("rate-every")
    for p in range(max(1, at - _BEFORE), min(len(line.quantity), at + _AFTER)):
        i = line.quantity[p]
        if i >= 0 and (when := context.quantity(i).when) is not None and when.month and not when.year and context.extraction.tokens.words[line.firsts[p - 1]] in each:
            return True
    return False


# ---------------------------------------------------------------- what fills the parts


def ways_of(index: int, q: Quantity, unit: str, lines: list[Line], context: Context, words: Near) -> Iterator[Growth]:
    factor = _factor(index, q, context, words)
    if factor is None or factor == 1:
        return
    levels = [i for line in lines for i in line.figures if i != index and _is_level(i, context)][: 2 * _MOST_LEVELS]
    rising = q.change is not None
    line = context.line(index)
    own = {int(d.value) for i in line.figures if (d := context.quantity(i)).kind == "duration" and d.unit == "year" and d.value and i != index}
    spans = list(_spans(unit, lines, context, words))[:_MOST_SPANS]
    for a in levels:
        for b in levels:
            x, y = context.quantity(a), context.quantity(b)
            if a == b or (x.value < y.value) != (factor > 1) and not (a < b and rising) or not same_head(x, y) and not _bare_pair(x, y):
                continue
            if _expected(index, b, context, words):
                continue
            years = _years_of(a, b, context) if unit == "year" else None
            if years and (years.number < 2 or own and years.number not in own):
                continue  # the rate is one of other years
            for steps in [years] if years else [] if x.kind == "percent" else spans:
                told = len(steps.figures) == 2 or a < b or context.line(a) is context.line(b)
                if told and not {a, b, index} & set(steps.figures):
                    yield Growth(index, factor, a, b, steps)


def _expected(rate: int, new: int, context: Context, words: Near) -> bool:
    """Whether growth is expected, and the value another growth has come to."""
    line, other = context.line(rate), context.line(new)
    return other is not line and words.has("growth-expected", line) and not (words.has("growth-expected", other) or words.has("told-will", other))


def _factor(index: int, q: Quantity, context: Context, words: Near) -> Fraction | None:
    if q.kind == "multiple":
        return q.value if q.value > 1 else None
    share = q.value / 100 if q.kind == "percent" else 1 / q.value if q.kind == "ordinal" else q.value
    line, at = context.line(index), context.lines.position_of[index]
    falls = q.change == "down" or words.within("growth-down", line, at - _BEFORE, at + 3)
    if share >= 1 and q.kind == "ratio":
        return None
    return 1 - share if falls else 1 + share


def _is_level(index: int, context: Context) -> bool:
    q = context.quantity(index)
    if not q.positive or q.kind in ("count", "number") and q.value < _SMALL:
        return False
    return q.kind in ("currency", "physical", "count", "number", "percent") and q.sense not in ("range", "bound") and (q.unit or "").partition("/")[2] in ("", *_UNITS)


def _bare_pair(a: Quantity, b: Quantity) -> bool:
    """Counts of one thing under two names, or one of them without its noun: 16 animals, 1,296 rabbits."""
    return a.kind in ("count", "number") and b.kind in ("count", "number") and a.scale == b.scale


def _spans(unit: str, lines: list[Line], context: Context, words: Near) -> Iterator[Steps]:
    """Lengths of time in the unit of the rate, numbers of steps, the third step."""
    for line in lines:
        for place, i in line.placed:
            q = context.quantity(i)
            if q.value is None or q.value.denominator != 1 or not 2 <= q.value <= MOST_STEPS:
                continue
            if unit == "decade" and q.kind == "duration" and q.unit == "year" and q.value % 10 == 0 and q.value > 10:
                continue  # the rule counts in the unit that is written
            timed = q.kind == "duration" and (q.unit == unit or not unit)
            stepped = q.kind in ("count", "number", "ordinal") and words.within("growth-step", line, place + 1, place + 4) or q.kind == "count" and q.noun and q.noun[-1] in context.lexicon.pack.words("growth-step-noun")
            if timed or stepped:
                yield Steps(int(q.value), (i,))


def _years_of(a: int, b: int, context: Context) -> Steps | None:
    """The years that stand by two figures."""
    one, other = _year_at(a, context), _year_at(b, context)
    if None in (one, other) or one == other:
        return None
    number = context.quantity(other).when.year - context.quantity(one).when.year
    return Steps(number, (one, other)) if number <= MOST_STEPS else None


def _year_at(index: int, context: Context) -> int | None:
    line, at = context.line(index), context.lines.position_of[index]
    found = [(2 * abs(p - at) - (p > at), i) for p, i in line.placed if (q := context.quantity(i)).kind == "year" and q.when is not None and q.when.year and not q.when.end_year]
    return min(found)[1] if found else None


# ---------------------------------------------------------------- which way is meant


def _frame_of(ways: list[Growth], context: Context) -> Frame | None:
    if any(fits(w.factor, w.steps.number, w, context) for w in ways):
        best = next(w for w in ways if fits(w.factor, w.steps.number, w, context))
        return grown(best, False, context)
    ways = [w for w in ways if in_sight(w, context)]
    rivals = len({frozenset((w.base, w.new)) for w in ways})
    ways = [w for w in ways if not chosen_freely(w, context)]
    sure = _sure(ways, rivals, context)
    if sure is not None:
        return grown(sure, True, context)
    slipped = [w for w in ways if slip(w, context) >= (TELLING if rivals < 3 else PLAIN)]
    figures = {frozenset((w.base, w.new)) for w in slipped}
    return grown(slipped[0], True, context) if len(figures) == 1 and len(slipped) < 3 else None


def in_sight(way: Growth, context: Context) -> bool:
    """False of 32 pages behind 12,500 readers: no growth leads there."""
    base, new = values(way, context)
    return 1 < _FAR_OFF * base * way.factor**way.steps.number / new < _FAR_OFF**2


def chosen_freely(way: Growth, context: Context) -> bool:
    """Whether the second sum is another one: "with an option to draw $280 million"."""
    line, at = context.line(way.new), context.lines.position_of
    start = at[way.base] if context.line(way.base) is line else 0
    return near(context).within("growth-choice", line, max(start, at[way.new] - _BEFORE), at[way.new])


def _sure(ways: list[Growth], rivals: int, context: Context) -> Growth | None:
    """The only way there is, in neighbouring sentences, where rounding cannot be why the values disagree."""
    if rivals != 1 or len({w.steps.number for w in ways}) != 1:
        return None
    way = ways[0]
    line_of = context.lines.line_of
    spread = [line_of[i] for i in (way.rate, way.base, way.new)]
    if _told_of_another(way, context):
        return None
    return way if max(spread) - min(spread) <= 1 and misses(way, context) else None


def misses(way: Growth, context: Context) -> bool:
    """Whether the growth does not lead to the last value, by more than rounding and by less than figures of another thing would."""
    q = context.quantity(way.rate)
    base, new = values(way, context)
    half = (q.place or 0) / 200 if q.kind == "percent" else Fraction(1, 100)
    made = [base * (way.factor + side) ** way.steps.number for side in (-half, half)]
    rounded = Fraction(1, 50)
    apart = new * (1 + rounded) < min(made) or new * (1 - rounded) > max(made)
    return apart and Fraction(1, 3) < made[0] / new < 3 and q.approx is None


def _told_of_another(way: Growth, context: Context) -> bool:
    """True of "Guests grew by 10% a year. Ticket sales went from 4,000 to 6,200": the sentence of both values speaks of other things."""
    line, home = context.line(way.base), context.line(way.rate)
    if line is home or context.line(way.new) is not line or near(context).within("then-subject", line, 0, context.lines.position_of[way.base]):
        return False
    said, own = (telling(content(x.firsts[0], x.lasts[-1] + 1, context), context) for x in (home, line))
    return not said & own


def grown(way: Growth, tied: bool, context: Context) -> Frame:
    q = context.quantity(way.rate)
    claims = {"base": (way.base,), "new": (way.new,)}
    claims |= {"start": way.steps.figures[:1], "end": way.steps.figures[1:]} if len(way.steps.figures) == 2 else {"duration": way.steps.figures}
    family = "compound-dates" if "start" in claims else "compound-steps"
    if q.kind == "multiple":
        claims["multiple"], family = (way.rate,), family + "-times"
    else:
        claims["rate"] = (way.rate,)
    return Frame(family, (q.start, q.end), claims, {}, 1 if way.factor > 1 else -1, frozenset(claims) if tied else frozenset(), 0, None, (), "steps")
