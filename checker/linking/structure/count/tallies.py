"""Marks crossed in words that a number takes as its own ("fell below 5%, to 4.8%"), and goals over two legs.

    account     an opening balance, receipts, payments and the closing balance, each in its sentence
    threshold   a fall below or a rise above a mark, and the level that was reached
    aggregate   "4-3 on aggregate" after 1-2 and 3-1: as many goals in all
"""

from __future__ import annotations

from checker.linking.context import Context, proper, same_unit
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_REACH = 7  # words from a mark to the level reached


def tallies(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "threshold" and "aggregate"."""
    found: list[Frame] = []
    lines, words = prose_lines(context), near(context)
    opened = words.standing("opening-balance")
    for n, line in enumerate(lines):
        for at, index in line.placed:
            q = context.quantity(index)
            if q.approx in ("above", "below") and q.is_measure and at:
                found.extend(_crossed(at, index, line, context))
            elif q.kind == "score" and context.lexicon.pattern("on-aggregate").match(line.symbols, at + 1):
                found.extend(_legs(index, lines[max(0, n - 1) : n + 2], context))
        if line.number in opened:
            found.extend(_accounts(lines[n : n + 8], context))
    return found


def _accounts(lines: list[Line], context: Context) -> list[Frame]:
    """"began the year with 14,380 ... Receipts came to 6,215. Payments came to 7,940. ... carried forward is 12,655"."""
    first = context.lexicon.pattern("opening-balance").search(lines[0].symbols)
    if not first:
        return []
    claims: dict[str, tuple[int, ...]] = {}
    for part, name in (("opening", "opening-balance"), ("in", "plus-side"), ("out", "minus-side"), ("closing", "closing-balance")):
        for line in lines:
            m = context.lexicon.pattern(name).search(line.symbols)
            if m and (part in ("opening", "closing") or m.start() == 0):
                kinds = {context.quantity(claims["opening"][0]).kind} if claims else {"currency", "count"}
                value = next((q for q in line.quantities(m.end()) if context.quantity(q).kind in kinds), None)
                if value is not None:
                    claims[part] = (value,)
                    break
    if len(claims) < 4 or len({q for found in claims.values() for q in found}) < 4:
        return []
    return [Frame("account", (0, 0), claims, {}, 0, frozenset(claims), 3)]


def _crossed(at: int, index: int, line: Line, context: Context) -> list[Frame]:
    """"fell below 5%, to 4.8%": the verb right before the mark, the level right after it."""
    q = context.quantity(index)
    inside = context.lexicon.pattern("inside-word").search(line.symbols, max(0, at - 5), at)
    if inside and q.approx == "below" and context.lexicon.pattern("definite").search(line.symbols, inside.end(), at):
        return _within(index, inside.start(), line, context)
    verbs = context.lexicon.falling if q.approx == "below" else context.lexicon.rising
    if not any(m.end() == at for m in verbs.finditer(line.symbols, max(0, at - 3), at)):
        return []
    m = context.lexicon.pattern("reached-word").search(line.symbols, at + 1, at + 9)
    if not m or any(context.quantity(i).is_measure for i in line.quantities(at + 1, m.start())):
        return []
    level = next((i for i in line.quantities(m.end(), m.end() + _REACH) if context.quantity(i).is_measure), None)
    if level is None or not same_unit(q, context.quantity(level)):
        return []
    claims = {"level": (level,), "bound": (index,)}
    return [Frame("threshold", (q.start, q.end), claims, {}, -1 if q.approx == "below" else 1, frozenset(claims))]


def _within(index: int, end: int, line: Line, context: Context) -> list[Frame]:
    """"2.1 times (2.4 times a year ago), within the covenant maximum of 3.0 times": the figure in front, not in brackets."""
    chars, depth = context.lexicon.symbols.chars, 0
    for j in range(end - 1, max(-1, end - 16), -1):
        depth += (line.symbols[j] == chars[")"]) - (line.symbols[j] == chars["("])
        level = line.quantity[j]
        if not depth and level >= 0 and context.quantity(level).is_measure:
            if not same_unit(context.quantity(index), context.quantity(level)):
                return []
            claims = {"level": (level,), "bound": (index,)}
            return [Frame("threshold", (0, 0), claims, {}, -1, frozenset(claims))]
    return []


def _names(line: Line, context: Context) -> frozenset[str]:
    return proper(line.firsts[0] + 1, line.lasts[-1] + 1, context)


def _legs(total: int, lines: list[Line], context: Context) -> list[Frame]:
    """The two other scores around an aggregate, where there are just two."""
    home = context.line(total).number
    after = context.lexicon.pattern("shoot-out")
    scores = [q for line in lines for q in line.figures if context.quantity(q).kind == "score" and q != total]
    near = [q for q in scores if context.line(q).number == home] or scores
    told = frozenset().union(*(_names(context.line(q), context) for q in near))
    if len(near) != 2 or not _names(context.line(total), context) <= told or any(after.search(line.symbols) for line in lines):
        return []
    q = context.quantity(total)
    claims = {"total": (total,), "part": tuple(near)}
    return [Frame("aggregate", (q.start, q.end), claims, {}, 0, frozenset(claims))]
