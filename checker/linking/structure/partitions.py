"""Partitions that a word closes: "47 firms ... 19 of them ...; nine ...; the other nineteen".

Every figure in front of the closing part may be the total, those between the other parts; all readings compete under the
closing part, and only the one that the grammar ties can be proved wrong.
"""

from __future__ import annotations

from itertools import islice

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.parts import TOTALS, bare_or_same, is_compared, is_subset, kin, overlaps, sum_frame
from checker.model import Frame

_LINES_BACK = 10
_MOST_BACK = 9
_WALKED = 80  # figures in front of a closing part that are looked at


def closed_partitions(line: Line, context: Context) -> list[Frame]:
    found = []
    ends = {m.end() for m in context.lexicon.pattern("closing-part").finditer(line.symbols)}
    for end in sorted(ends):
        at = next((j for j in (end, end + 1) if j < len(line.symbols) and line.quantity[j] >= 0), None)
        if at is None:
            continue
        rest = context.quantity(line.quantity[at])
        if rest.kind not in TOTALS or rest.kind in ("duration", "percent") or rest.value is None or "/" in (rest.unit or ""):
            continue
        found.extend(_partition(line.quantity[at], at, line, context))
    return found


def _partition(rest: int, at: int, line: Line, context: Context) -> list[Frame]:
    """Every figure in front of the closing part as its total, those between as the other parts."""
    closing = context.quantity(rest)
    near = islice(_walk_back(at, line, context), _WALKED)
    akin = (q for q in near if kin(closing, context.quantity(q)) or kin(context.quantity(q), closing))
    before = list(islice((q for q in akin if not is_compared(q, context)), _MOST_BACK))
    frames = []
    best = None
    for k, total in enumerate(before):
        t = context.quantity(total)
        if k == 0 or t.value is None or t.value <= closing.value or not kin(t, closing):
            continue
        parts = [p for p in before[:k] if kin(t, context.quantity(p)) and context.quantity(p).value != 1]
        named = [p for p in parts if bare_or_same(context.quantity(p), t, context)]
        later = [p for p in named if context.lines.line_of[p] > context.lines.line_of[total]]
        for chosen in (parts, named, later, [p for p in named if not _nested(p, context)]):
            if chosen:
                frames.append((total, (*reversed(chosen), rest)))
            first = _part_of(total, context)
            if first is not None:
                frames.append((total, (first, *reversed(chosen), rest)))
                singles = [p for p in before[:k] if p not in chosen and context.quantity(p).value == 1]
                frames.append((total, (first, *reversed(chosen), *singles, rest)))
        if t.noun or t.kind not in ("count", "number"):
            if best is None or t.value > context.quantity(best).value:
                best = total
    blocked = overlaps(line, context)
    return [
        sum_frame(total, parts, total == best and _fits(total, parts, context) and _near(total, parts, line, context), 2, line, context, rest, blocked)
        for total, parts in dict.fromkeys(frames)
    ]


def _fits(total: int, parts: tuple[int, ...], context: Context) -> bool:
    t = context.quantity(total)
    found = [context.quantity(p) for p in parts]
    return t.approx is None and all(f.approx is None and bare_or_same(f, t, context) and f.value < t.value for f in found)


def _part_of(total: int, context: Context) -> int | None:
    """The part in front of "of" its total: thirteen of 16."""
    line, at = context.line(total), context.lines.position_of[total]
    before = next((j for j in range(at - 1, max(-1, at - 4), -1) if line.quantity[j] >= 0), None)
    before, at = _over_brackets(before, at, line, context)
    if before is None or not context.lexicon.pattern("part-of").fullmatch(line.symbols, before + 1, at):
        return None
    return line.quantity[before]


def _over_brackets(before: int | None, at: int, line: Line, context: Context) -> tuple[int | None, int]:
    """The same for "155 (62.0%) of 250": the place of the part, and where "of" would end if it followed right away."""
    chars = context.lexicon.symbols.chars
    closed = line.symbols.rfind(chars[")"], max(0, at - 5), at)
    opened = line.symbols.rfind(chars["("], max(0, closed - 8), closed) if closed > 0 else -1
    if opened > 0 and line.quantity[opened - 1] >= 0 and context.lexicon.pattern("part-of").fullmatch(line.symbols, closed + 1, at):
        return opened - 1, at
    return before, at


def _near(total: int, parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True of a total of the same or the previous sentence, or farther away with little else counted in between."""
    home = context.line(total)
    others = [q for q in home.quantities(context.lines.position_of[total] + 1) if q in parts[:-1]]
    if others and line.number != home.number and (line.number - home.number > 1 or context.quantity(total).kind == "currency"):
        return False
    if line.number - home.number <= 1:
        return True
    between = range(total + 1, parts[-1])
    others = [i for i in between if i not in parts and context.quantity(i).kind in ("count", "number", "currency") and context.quantity(i).kind == context.quantity(total).kind]
    return len(parts) > 2 and len(others) <= 3


def _walk_back(at: int, line: Line, context: Context):
    yield from reversed(line.quantities(0, at))
    lines, kinds = context.lines.lines, context.extraction.document.blocks
    for number in range(line.number - 1, max(-1, line.number - 1 - _LINES_BACK), -1):
        other = lines[number]
        if kinds and other.block < len(kinds) and kinds[other.block].kind in ("table", "code"):
            return
        yield from reversed(other.quantities())


def _nested(index: int, context: Context) -> bool:
    """True of "four of them" after another part of the clause: a part of that part."""
    line, at = context.line(index), context.lines.position_of[index]
    follows = context.lexicon.pattern("of-them").match(line.symbols, at + 1)
    return bool(follows) or is_subset(at, line, context)
