"""Partitions that a word closes: "47 firms ... 19 of them ...; nine ...; the other nineteen".

Every figure in front of the closing part may be the total, those between the other parts; all readings compete under the
closing part, and only the one that the grammar ties can be proved wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.parts import TOTALS, bare_or_same, is_compared, is_subset, kin, overlaps, slipped, sum_frame
from checker.model import Frame

_LINES_BACK = 10
_MOST_BACK = 9
_NOUN = 8  # symbols from "the only other segment" to its figure
_NOT_ALL = ("each", "shared-again", "of-which")
_WALKED = 80  # figures in front of a closing part that are looked at


def closed_partitions(line: Line, context: Context) -> list[Frame]:
    found = []
    ends = {(m.end(), 2) for m in near(context).matches("closing-part", line)}
    ends |= {(m.end(), _NOUN) for m in near(context).matches("closing-noun", line)}
    for end, reach in sorted(ends):
        at = next((j for j in range(end, min(len(line.symbols), end + reach)) if line.quantity[j] >= 0), None)
        if at is None:
            continue
        rest = context.quantity(line.quantity[at])
        if rest.kind not in TOTALS or rest.kind in ("duration", "percent") or rest.value is None or "/" in (rest.unit or ""):
            continue
        if rest.noun and near(context).within("closing-last", line, at - 1, at):
            continue  # "before losing the last four games"
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
    deep = frozenset(p for p in before if _deep(p, before, context))
    for k, total in enumerate(before):
        t = context.quantity(total)
        if k == 0 or t.value is None or t.value <= closing.value or not kin(t, closing):
            continue
        parts = [p for p in before[:k] if kin(t, context.quantity(p)) and context.quantity(p).value != 1]
        frames.extend((total, chosen) for chosen in _readings(total, rest, parts, before[:k], deep, context))
        if t.noun or t.kind not in ("count", "number"):
            if best is None or t.value > context.quantity(best).value:
                best = total
    blocked = overlaps(line, context)
    sure = best is not None and not _otherwise(best, rest, before, context)
    tied = lambda total, parts: sure and (slipped(total, parts, context) or _in_turn(total, parts, rest, line, context) or _all_told(total, parts, line, context)) and total == best and not deep & set(parts) and _fits(total, parts, context) and _near(total, parts, line, context)  # noqa: E731
    return [sum_frame(total, parts, tied(total, parts), 2, line, context, rest, blocked) for total, parts in dict.fromkeys(frames)]


def _in_turn(total: int, parts: tuple[int, ...], rest: int, line: Line, context: Context) -> bool:
    """True of "spent 7.4m ... Of this, 3.9m went on rails and 2.2m on rope. The remaining 1.3m": the only amount of its sentence,
    all that the next one takes of it, and the rest at the opening of that behind it. Nothing else can be meant: no slip is asked for."""
    lines, words = context.lines.lines, near(context)
    home, number = context.line(total), line.number
    if number != home.number + 2 or home.block != line.block or not words.pattern("part-of-it").match(lines[number - 1].symbols):
        return False
    if not any(m.start() == 0 and context.lines.position_of[rest] - m.end() <= 1 for m in words.matches("sum-closing-rest", line)):
        return False
    t, middle = context.quantity(total), lines[number - 1]
    told = [i for each in (home, middle) for i in each.figures if kin(t, context.quantity(i)) or context.quantity(i).kind in ("percent", "ratio")]
    plain = not middle.crowded and not any(words.has(name, middle) for name in ("each", "shared-again", "of-which"))
    return plain and told == [total, *parts[:-1]] and len(parts) > 2 and parts[-1] == rest


def _all_told(total: int, parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True of "75 birds have a tag. Forty got it on Bird Isle and 22 on Prion; the remaining 13": nothing else is counted from the whole
    to the rest, and no part has a noun of its own. No slip is asked for."""
    home, words, t = context.line(total), near(context), context.quantity(total)
    lines = context.lines.lines[home.number : line.number + 1]
    if len(parts) < 3 or len(lines) > 2 or home.block != line.block or not t.noun or any(words.has(name, each) or each.crowded for each in lines for name in _NOT_ALL):
        return False
    told = [i for each in lines for i in each.figures if i >= total and (kin(t, context.quantity(i)) or context.quantity(i).kind in ("percent", "ratio"))]
    made = sum(context.quantity(i).value for i in parts)
    bare = all(context.quantity(i).noun_last <= context.quantity(i).last or context.quantity(i).noun[-1:] == t.noun[-1:] for i in parts)
    return told == [total, *parts] and bare and max(made, t.value) < 2 * min(made, t.value)


def _readings(total: int, rest: int, parts: list[int], between: list[int], deep: frozenset[int], context: Context) -> Iterator[tuple[int, ...]]:
    """Which of the figures between a total and the closing part are its other parts; `parts` are the nearest first."""
    t = context.quantity(total)
    named = [p for p in parts if bare_or_same(context.quantity(p), t, context)]
    later = [p for p in named if context.lines.line_of[p] > context.lines.line_of[total]]
    outer = [p for p in named if p not in deep]
    first = _part_of(total, context)
    for chosen in (parts, named, later, [p for p in named if not _nested(p, context)], outer):
        if chosen:
            yield (*reversed(chosen), rest)
        if first is not None:
            yield (first, *reversed(chosen), rest)
            singles = [p for p in between if p not in chosen and context.quantity(p).value == 1]
            yield (first, *reversed(chosen), *singles, rest)


def _otherwise(total: int, rest: int, before: list[int], context: Context) -> bool:
    """True where some of the figures make up the total with the closing part: then nothing is proved by the others."""
    t, sums = context.quantity(total), {context.quantity(rest).value}
    for p in before[: before.index(total)]:
        q = context.quantity(p)
        if kin(t, q) and bare_or_same(q, t, context):
            sums |= {made + q.value for made in sums if made + q.value <= t.value}
    return t.value in sums


def _deep(index: int, parts: list[int], context: Context) -> bool:
    """True of a part of a part: "19 are trawlers; of these, eleven ... and eight ...", "298, 149 to each"."""
    line, at = context.line(index), context.lines.position_of[index]
    if context.lexicon.pattern("each-one").search(line.symbols, at + 1, at + 4):
        return True
    places = [context.lines.position_of[p] for p in parts if context.lines.line_of[p] == line.number]
    for m in near(context).matches("of-them", line, 1, at):
        if not line.quantity[m.start() - 1] >= 0 and any(place < m.start() for place in places):
            return True
    return False


def _fits(total: int, parts: tuple[int, ...], context: Context) -> bool:
    t = context.quantity(total)
    found = [context.quantity(p) for p in parts]
    return t.approx is None and all(f.approx is None and bare_or_same(f, t, context) and f.value < t.value for f in found)


def _part_of(total: int, context: Context) -> int | None:
    """The part in front of "of" its total: thirteen of 16, 155 (62.0%) of 250."""
    line, at = context.line(total), context.lines.position_of[total]
    chars, word = context.lexicon.symbols.chars, context.lexicon.pattern("part-of")
    closed = line.symbols.rfind(chars[")"], max(0, at - 5), at)
    opened = line.symbols.rfind(chars["("], max(0, closed - 8), closed) if closed > 0 else -1
    if opened > 0 and line.quantity[opened - 1] >= 0 and word.fullmatch(line.symbols, closed + 1, at):
        return line.quantity[opened - 1]
    before = next((j for j in range(at - 1, max(-1, at - 4), -1) if line.quantity[j] >= 0), None)
    if before is None or not word.fullmatch(line.symbols, before + 1, at):
        return None
    return line.quantity[before]


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
        yield from reversed(other.figures)


def _nested(index: int, context: Context) -> bool:
    """True of "four of them" after another part of the clause: a part of that part."""
    line, at = context.line(index), context.lines.position_of[index]
    follows = context.lexicon.pattern("of-them").match(line.symbols, at + 1)
    return bool(follows) or is_subset(at, line, context)
