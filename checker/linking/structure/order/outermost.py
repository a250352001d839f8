"""The ends of a set, and the values that stand at them or between them.

    from a low of $11.20 to a high of $17.85; the dearest is £18,400 and the cheapest £11,250      in their order
    ages run from 17 to 35, with X, 35, the oldest; between 3,150 and 3,480, on average 3,290      inside
    they charged 14, 17, 22 and 26 euros; the priciest, at 26                                      the end of a list
    wandered between 4.8 and 7.2, a spread of 2.4                                                  their distance

An end is known by its superlative, a range by its opening, a list by three like figures in a row. What is said of them stands
in the same sentence or in the next ones of the paragraph; a second superlative, a period or an owner of its own unties it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near, one_slip
from checker.linking.structure.order.other_sets import other_set
from checker.linking.structure.order.range_doubts import far_from, moved, no_set, of_means
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.order.told_sets import KINDS, Told, alike, lists_told, observed, of_set, one_unit, plain_value, ranges_told
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_CLASSES = {"end-upper": 1, "end-lower": -1, "end-slow": 1, "end-quick": -1, "end-best": 2, "end-worst": -2, "ends-mean": 0, "ends-member": 0}
_NAMES = tuple(_CLASSES)
_NEXT = 3  # sentences behind the ends
_REACH = 10  # symbols from a superlative to its value
_UNREAL = 12  # symbols in front of a figure in which a word may make it no fact
_TITLE = 5  # symbols between the value and a superlative behind it: ", 35, the oldest"


@dataclass(frozen=True, slots=True)
class End:
    """A figure that is called the upper (1) or lower (-1) end of something, or its mean or member (0)."""

    index: int
    sign: int


def outermost(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison", "inside-range", "between-ends", "extreme-of-list", "range-width" and "balance"."""
    words, lines, found = near(context), prose_lines(context), []
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        ends = list(ends_of(line, context, words))
        found.extend(_ordered(ends, line, context))
        sets = (*ranges_told(line, context, words), *lists_told(line, context))
        following = [x for x in lines[n + 1 : n + 1 + _NEXT] if x.block == line.block] if sets else ()
        for known in sets:
            for other in (line, *following):
                told = ends if other is line else list(ends_of(other, context, words))
                if known.listed and other.number > line.number + 1 and context.quantity(known.values[0]).kind == "number":
                    continue  # bare figures are soon forgotten
                found.extend(_placed(known, told, other, context, words))
                found.extend(_width(known, other, context, words))
    return found


# ---------------------------------------------------------------- superlatives and their values


def ends_of(line: Line, context: Context, words: Near) -> Iterator[End]:
    """The figures of a sentence that are called an end of something, its mean or a member."""
    tokens, pack, cut = context.extraction.tokens.words, context.lexicon.pack, False
    for index in line.figures:
        q = context.quantity(index)
        if q.approx in ("above", "below") and q.value is not None and q.kind in KINDS:
            hedge = " ".join(tokens[q.outer : q.first])
            sign = (hedge in pack.words("end-hedge-upper")) - (hedge in pack.words("end-hedge-lower"))
            if sign and not words.within("told-unreal", line, 0, context.lines.position_of[index]):  # "would buy a minimum of 10"
                yield End(index, sign)
    found: list[End] = []
    for name in words.among(_NAMES, line):
        sign = _CLASSES[name]
        for m in words.matches(name, line):
            if name.startswith("end-") and words.within("end-not", line, m.start() - 3, m.end() + 2):
                found = [e for e in found if not e.sign]  # "the highest ever was 2,500 and the lowest 5"
                cut = True
                continue
            if cut and sign or name == "ends-mean" and not _of_it(m.end(), line, words) or name == "ends-member" and words.within("ends-earlier", line, m.start() - 3, m.start()):
                continue
            index = value_beside(m.start(), m.end(), line, context)
            if index is None:
                continue
            if sign and words.within("ends-group", line, m.end(), m.end() + 2) or sign and words.ends("ends-in-group", line, m.start(), 3):
                continue
            timed = context.quantity(index).kind == "duration"
            if name in ("end-slow", "end-quick") and context.quantity(index).kind == "number" and not context.quantity(index).unit:
                continue  # of a bare figure nobody says whether it is a time or a speed
            turned = -sign if name in ("end-slow", "end-quick") and not timed else sign
            if abs(sign) == 2 and timed:
                continue
            found.append(End(index, turned))
    yield from found


def _of_it(at: int, line: Line, words: Near) -> bool:
    """True of "the average was", "on average 0.4": not the mean of another thing that follows, or of more."""
    if at < len(line.quantity) and line.quantity[at] >= 0:
        return True
    m = words.pattern("ends-mean-of-it").match(line.symbols, at)
    return bool(m) and (m.end() - at > 2 or not words.pattern("mean-of-more").match(line.symbols, at))


def value_beside(start: int, end: int, line: Line, context: Context) -> int | None:
    """The first measure behind a superlative, up to the end of its clause; else the one in commas in front of it."""
    chars = context.lexicon.symbols.chars
    stops = {chars[";"], chars[":"], chars[")"]}
    left = line.symbols.rfind(chars[","], max(0, start - 2), start) - 1
    labelled = left > 0 and line.quantity[left] >= 0 and context.lexicon.pattern("standing-label").match(line.symbols, left - 1) is not None  # "number 9, the dearest"
    apposed = not labelled and line.symbols[end : end + 1] in (chars[","], chars["."]) and chars[","] in line.symbols[max(0, start - 2) : start]  # "52, his highest, at 27"
    for p in range(end, min(len(line.symbols), end + _REACH)):
        index = line.quantity[p]
        if apposed or line.symbols[p] in stops:
            break
        if index >= 0 and context.quantity(index).is_measure:
            q = context.quantity(index)
            if q.style == "words" and q.kind in ("count", "number") and p - end <= 2 and line.symbols[p + 1 : p + 2] != chars[","]:
                continue  # "the lowest of the three being"
            return index if plain_value(q) else None
    if labelled:
        return None
    if start > 1 and line.symbols[start - 1] == chars[","] and line.quantity[start - 2] >= 0:  # "his plant, at 72 cm, towers over"
        return line.quantity[start - 2] if plain_value(context.quantity(line.quantity[start - 2])) else None
    if start < 3 or line.symbols[start - 2] != chars[","]:
        return None
    named = [i for i in line.quantity[max(0, start - _TITLE) : start - 2] if i >= 0]
    return named[-1] if named and plain_value(context.quantity(named[-1])) else None


def _ordered(ends: list[End], line: Line, context: Context) -> Iterator[Frame]:
    """The upper end and the lower end of one sentence: the first is not below the second, and the mean lies between."""
    upper, lower = ([e.index for e in ends if e.sign == s] for s in (1, -1))
    if len(upper) == len(lower) == 1 and upper[0] != lower[0] and alike(context.quantity(upper[0]), context.quantity(lower[0])):
        yield comparison(upper[0], lower[0], 1)
        last = max(context.lines.position_of[i] for i in (upper[0], lower[0]))
        for e in ends:
            if context.lexicon.symbols.chars[";"] in line.symbols[last : context.lines.position_of[e.index]]:
                continue  # "as low as $77.02; last week it settled at $81.66"
            if e.sign == 0 and e.index not in (upper[0], lower[0]) and alike(context.quantity(upper[0]), context.quantity(e.index)):
                yield inside((lower[0], upper[0]), e.index, context)


# ---------------------------------------------------------------- what is said of a set


def _placed(known: Told, told: list[End], line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """Values at an end of the set, or inside it."""
    sample = context.quantity(known.values[-1])
    near_by = line is known.line
    if not known.listed and no_set(known.values[0], context):
        return
    fits = [e for e in told if (near_by or context.quantity(e.index).kind != "number" or sample.kind in ("number", "age")) and e.index not in known.values and (line is not known.line or context.lines.position_of[e.index] >= known.last) and of_set(sample, context.quantity(e.index))]
    for e in fits:
        if any(words.within(name, line, 0, context.lines.position_of[e.index]) for name in ("range-of-others", "range-wider")) or words.within("told-unreal", line, max(0, context.lines.position_of[e.index] - _UNREAL), context.lines.position_of[e.index]):
            continue
        if not known.listed and far_from(sample, context.quantity(e.index)):
            continue  # the weight of a lamb beside those of the ewes, the fare a mile beside that of a day
        if not known.listed and of_means(known.values[0], e.sign, context):
            continue
        if line is not known.line and sum(context.quantity(i).sense == "range" for i in known.line.figures) > 1:
            continue  # "aged either 25 to 29 or 30 to 34"
        if not e.sign and (line is not known.line or context.quantity(e.index).change) and moved(context.lines.position_of[e.index], line, context, len(line.symbols)):
            continue  # "the average fee jumped 6 percent", "went on falling, and averaged 6 percent"
        if line is known.line and not known.listed and context.lexicon.symbols.chars[";"] in line.symbols[known.last : context.lines.position_of[e.index]]:
            continue  # "marks ran from 41 to 96; in French the lowest was 37"
        if other_set(known.line, known.values, known.listed, line, e.index, e.sign, context, words):
            continue
        if known.listed and not _is_series(known, e, line, context, words):
            yield from _at_end(known, e, context)
        elif not known.listed and abs(e.sign) < 2 and observed(known, words) and one_unit(sample, context.quantity(e.index)) and not words.within("ends-compared", line, known.last if line is known.line else 0, context.lines.position_of[e.index]):
            made = inside(known.values, e.index, context)
            yield replace(made, source="roles") if not e.sign and line is known.line and _right_behind(known, e.index, context) else made


def _right_behind(known: Told, index: int, context: Context) -> bool:
    """True of a mean that follows its range with no other measure between: "ran from 14 to 62 francs, with an average of 37"."""
    return 0 <= context.lines.position_of[index] - known.last <= _REACH and not any(context.quantity(i).is_measure for i in known.line.quantities(known.last, context.lines.position_of[index]))


def _is_series(known: Told, e: End, line: Line, context: Context, words: Near) -> bool:
    """True of times at which something was measured ("after 2, 4 and 8 days; it peaked at 4 days"), of numbers that count on
    ("types 1, 2 and 3"), and of bare figures beside a value with a unit that is none of them."""
    listed, q = [context.quantity(i) for i in known.values], context.quantity(e.index)
    values = [x.value for x in listed]
    at, first = (context.lines.position_of[i] for i in (e.index, known.values[0]))
    timed = listed[-1].kind == "duration" and words.within("point-lead", line, at - 2, at) and words.within("point-lead", context.line(known.values[0]), first - 2, first)
    counted = all(x.kind == "number" for x in listed) and values == [values[0] + n for n in range(len(values))]
    return timed or counted or q.unit is not None and all(x.unit is None for x in listed) and q.value not in values


def _at_end(known: Told, e: End, context: Context) -> Iterator[Frame]:
    value, q = context.quantity(e.index).value, context.quantity(e.index)
    others = [context.quantity(i).value for i in known.values]
    sign = 1 if e.sign > 0 else -1
    if q.approx or not e.sign or value not in others and not min(others) / 3 <= value <= max(others) * 3:
        return
    if value not in others and value.denominator > 1 and not one_slip(q, max(others) if e.sign > 0 else min(others)):
        return  # rather the greatest of another list
    claims = {"value": (e.index,), "other": known.values}
    yield Frame("extreme-of-list", (q.start, q.end), claims, {}, sign, frozenset(claims), 2, None, (), "outermost")


def inside(ends: tuple[int, ...], value: int, context: Context) -> Frame:
    """The claim that a value lies between the ends of a set."""
    q = context.quantity(value)
    claims = {"whole": ends, "value": (value,)} if len(ends) == 1 else {"low": ends[:1], "high": ends[1:], "value": (value,)}
    return Frame("inside-range" if len(ends) == 1 else "between-ends", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "outermost")


def _width(known: Told, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """How far the ends are apart: "a spread of 2.4"."""
    if known.listed or not observed(known, words):
        return
    low, high = known.values[0], known.values[-1]
    for m in words.matches("ends-width", line, known.last if line is known.line else 0):
        index = next((i for i in line.quantities(m.end(), m.end() + 2)), None)
        if index is not None and plain_value(context.quantity(index)) and of_set(context.quantity(high), context.quantity(index)) and one_unit(context.quantity(high), context.quantity(index)):
            q = context.quantity(index)
            one = low == high
            claims = {"bounds": (low,), "difference": (index,)} if one else {"first": (high,), "second": (low,), "difference": (index,)}
            yield Frame("range-width" if one else "balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "outermost")
            return
