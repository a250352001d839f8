"""Places that words give to the members of a set, and the values that must follow them.

    First prize went to a pumpkin of 412 kg ... the runner-up weighed 388 kg ... Third place, 371 kg       three places, one unit
    Fastest was Bey in 41.7 seconds, then Cato in 42.3, with Dufay third in 43.1
    the longest on the line with 214 metres, ahead of the Brude (187)                                      two, the first a superlative
    from the cheapest to the dearest they came to £1.18m, £1.24m, £1.31m and £1.46m                        a list told in order

A value belongs to the only place of its clause, or of the sentence before that "it" takes up. Three of one unit rise or fall
with their places; two do so where a superlative says which way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import named
from checker.linking.structure.order.standings import is_value, kin
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_APART = 4  # values of one race or prize lie within this factor
_LISTED = 3  # values in a row
_RUN = 8  # symbols between two of them
_UNITS = ("currency", "physical", "duration", "percent", "points")
_PLACES = (("place-first", 1), ("place-second", 2), ("place-third", 3))
_ENDS = (("standing-most", 1), ("standing-least", -1), ("end-quick", -1), ("end-slow", 1))
_CUES = (*dict(_PLACES), *dict(_ENDS), "place-next")
_ORDERED = {"ordered-rising": -1, "ordered-falling": 1}


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word for a place: `sign` is 1 where it is that of the most, -1 of the least, 0 where words leave it open; `weak` where it may mean anything."""

    place: int
    sign: int
    start: int
    end: int
    weak: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """A value and its place; see `_Cue`."""

    place: int
    index: int
    sign: int
    block: int
    number: int
    weak: bool


def places(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison" (level, bound) of neighbouring places."""
    words, lines, found = near(context), told_lines(context), []
    placed: list[_Placed] = []
    cued, listed = words.standing(*_CUES), words.standing(*_ORDERED)
    for n, line in enumerate(lines):
        if line.number in cued or KIND_SYMBOLS["ordinal"] in line.symbols:
            following = lines[n + 1] if n + 1 < len(lines) and lines[n + 1].block == line.block else None
            placed.extend(_placed(line, following, context, words))
        if line.number in listed:
            found.extend(_listed(line, context, words))
    found.extend(_compared(placed, context))
    return found


# ---------------------------------------------------------------- places


def _clauses(line: Line, context: Context, words: Near) -> Iterator[tuple[int, int, list[_Cue]]]:
    """The stretches of a sentence, cut at marks with a conjunction behind, with their places: one without a place goes with the one before."""
    cuts = [m.start() for m in words.matches("place-clause", line)]
    cues = sorted(_cues(line, context, words), key=lambda c: c.start)
    start, own = 0, []
    for end in (*cuts, len(line.symbols)):
        here = [c for c in cues if end > c.start >= (cuts[cuts.index(end) - 1] if end in cuts and cuts.index(end) else 0 if end in cuts else cuts[-1] if cuts else 0)]
        if here and own:
            begin = next(cut for cut in (*cuts[::-1], 0) if cut <= here[0].start)
            yield start, begin, own
            start, own = begin, here
        else:
            own = own or here
    yield start, len(line.symbols), own


def _placed(line: Line, following: Line | None, context: Context, words: Near) -> Iterator[_Placed]:
    for start, end, cues in _clauses(line, context, words):
        if len(cues) != 1:
            continue
        cue = cues[0]
        index = _value(line, cue, start, end, context, words)
        last = end == len(line.symbols)
        if index is None and last and following is not None and words.pattern("place-it").match(following.symbols) and not list(_cues(following, context, words)):
            index = _value(following, _Cue(cue.place, 0, 0, 0, cue.weak), 0, len(following.symbols), context, words)
        if index is not None:
            yield _Placed(cue.place, index, cue.sign, line.block, line.number, cue.weak)


def _cues(line: Line, context: Context, words: Near) -> Iterator[_Cue]:
    taken: set[int] = set()
    for i in line.figures:
        q, at = context.quantity(i), context.lines.position_of[i]
        if q.kind == "ordinal" and q.value is not None and 1 <= q.value <= 4 and q.value.denominator == 1:
            if words.within("place-noun", line, at + 1, at + 2) or words.within("place-came", line, at - 1, at):
                yield _Cue(int(q.value), 0, at, at + 2, False)
            elif q.value > 1 and words.within("place-ordinal", line, at + 1, at + 2) and not _of_object(at, line, context, words) and not words.within("place-event", line, at - 1, at):
                yield _Cue(int(q.value), 0, at, at + 1, True)
    if not words.maybe(_CUES, line):
        return
    for name, place in _PLACES:
        for m in words.matches(name, line):
            taken.update(range(*m.span()))
            yield _Cue(place, 0, *m.span(), False)
    for name, sign in _ENDS:
        for m in words.matches(name, line):
            if m.start() not in taken and not words.within("place-cut", line, m.start() - 3, m.end() + 2):
                taken.update(range(*m.span()))
                yield _Cue(1, sign, *m.span(), False)
    for m in words.matches("place-next", line):
        if m.start() not in taken:
            taken.update(range(*m.span()))
            yield _Cue(2, 0, *m.span(), True)


def _of_object(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "beating Ilves into third in 54.1": the value is that of who did it."""
    if at < 2 or not words.within("place-into", line, at - 1, at):
        return False
    tokens, text = context.extraction.tokens, context.extraction.document.text
    return words.within("place-object", line, at - 2, at - 1) or text[tokens.starts[line.firsts[at - 2]]].isupper()


def _value(line: Line, cue: _Cue, start: int, end: int, context: Context, words: Near) -> int | None:
    """The first value of a unit behind a place in its clause, else the last one in front; a bare one behind "with" or a bracket."""
    after, before = line.quantities(cue.end + cue.weak, end), line.quantities(start, cue.start)[::-1]
    for i in (*after, *before):
        q, p = context.quantity(i), context.lines.position_of[i]
        if not is_value(i, context) or words.within("place-event", line, p - 1, p) or words.within("place-other", line, p - 2, p) or words.within("place-other-behind", line, p + 1, p + 4):
            continue
        if cue.weak and cue.place == 2 and not words.within("place-with", line, p - 1, p):
            continue  # "followed by 55 hectares of meadow"
        if q.kind in _UNITS and "/" not in (q.unit or "") or q.kind == "count" and words.within("standing-score", line, p, p + 3):
            return i
        if q.kind == "number" and not q.noun and words.within("place-with", line, p - 1, p):
            return i
    return None


def _compared(placed: list[_Placed], context: Context) -> Iterator[Frame]:
    """Neighbouring places of one set: three in the document, or two with a direction in neighbouring sentences."""
    strong = [p for p in placed if not p.weak]
    for some in _sets(placed, strong):
        ranked = {p.place: p for p in some}
        order = [ranked[k] for k in sorted(ranked)]
        if len(ranked) != len(some) or len(order) < 2 or order[0].place != 1 or not _alike([p.index for p in order], context):
            continue
        sign = order[0].sign
        values = [context.quantity(p.index).value for p in order]
        if not sign and len(order) >= _LISTED and values[0] != values[-1]:
            sign = 1 if values[0] > values[-1] else -1
        if not sign or len(order) < _LISTED and (order[1].number - order[0].number > 1 or order[1].index < order[0].index):
            continue
        yield from (named(a.index, b.index, sign) for a, b in zip(order, order[1:]) if context.quantity(a.index).value != context.quantity(b.index).value)


def _sets(placed: list[_Placed], strong: list[_Placed]) -> Iterator[list[_Placed]]:
    """The places of a paragraph, words that may mean something else only behind a first; those that mean nothing else of all."""
    blocks = sorted({p.block for p in placed})
    for block in blocks:
        own = [p for p in placed if p.block == block]
        first = next((k for k, p in enumerate(own) if p.place == 1), None)
        if first is not None:
            second = next((k for k, p in enumerate(own) if p.place == 1 and k > first), len(own))  # another order begins
            yield [p for k, p in enumerate(own[:second]) if not p.weak or k > first]
    if len({p.block for p in strong}) > 1:
        yield [p for p in strong if not p.sign or p.place != 1]


def _alike(indices: list[int], context: Context) -> bool:
    figures = [context.quantity(i) for i in indices]
    unit = next((q for q in figures if q.kind != "number"), None)
    if unit is None or not all(kin(unit, q) for q in figures):
        return False
    values = [q.value for q in figures]
    return max(values) <= _APART * min(values)


# ---------------------------------------------------------------- lists in order


def _listed(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "from the cheapest to the dearest they came to £1.18m, £1.24m and £1.46m"."""
    for name, sign in _ORDERED.items():
        for m in words.matches(name, line):
            row: list[int] = []
            for i in line.quantities(m.end()):
                if row and context.lines.position_of[i] - context.lines.position_of[row[-1]] > _RUN:
                    break
                if is_value(i, context) and context.quantity(i).kind in _UNITS and (not row or kin(context.quantity(row[0]), context.quantity(i)) and context.quantity(i).kind == context.quantity(row[0]).kind):
                    row.append(i)
            if len(row) >= _LISTED and _alike(row, context):
                yield from (named(a, b, sign) for a, b in zip(row, row[1:]) if context.quantity(a).value != context.quantity(b).value)
