"""Where the whole of a share stands when it is not beside its part: back references, names, other counts of the text."""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content, content_of_span, period_of, same_unit, subject, telling
from checker.linking.lines import Line
from checker.model import Frame, Quantity
from checker.rounding import reading

_AMOUNTS = frozenset("number currency physical count duration".split())
_COUNTED = ("count", "number")
_BACK = 40  # lines in front of a share that are searched for the amount of its whole
_AHEAD = 3
_NEAR = 8  # words of a name in front of its amount
_MOST = 40  # counts of the text that are tried as another whole


def antecedents(part: int, frame: Frame, context: Context) -> Iterator[tuple[int, int]]:
    """(number, tier) of the sets that "of them" may refer to: earlier in the line, else in the one before it."""
    line = context.line(part)
    start = context.lines.position_of[part]
    for number, end, tier in ((line.number, start, 2), (line.number - 1, None, 3)):
        if number < 0:
            return
        other = context.lines.lines[number]
        for index in reversed(other.quantities(0, end)):
            if index != part and _same_sort(part, index, context):
                yield index, tier
    return


def _same_sort(part: int, index: int, context: Context) -> bool:
    a, b = context.quantity(part), context.quantity(index)
    if a.kind in _COUNTED:
        return b.kind in _COUNTED and (b.kind == "count" or b.value is None or b.value.denominator == 1)
    return a.kind == b.kind and same_unit(a, b)


def named_wholes(part: int, share: int, span: tuple[int, int], context: Context) -> Iterator[tuple[int, int, bool]]:
    """(number, tier, tied) for the amounts that bear the name of the whole; without a telling name, the nearest in front.

    The head of the name (its first telling word, or any of the first three) has to stand at the amount.
    """
    names = _name(span, context)
    line = context.line(part)
    tiers: dict[int, list[int]] = {}
    for other, tier in _lines_around(line, context):
        for index in _ordered(other, line, part, context):
            if index in (part, share) or not _same_sort(part, index, context) or not _contains(index, part, context):
                continue
            if _other_period(index, part, context) or names and not names & about(index, context):
                continue
            tiers.setdefault(tier, []).append(index)
        if tiers and tier >= 3:
            break
    for tier, found in sorted(tiers.items())[:2]:
        values = {context.quantity(i).value for i in found}
        for index in found[:4]:
            yield index, tier, len(values) == 1 or not names and index == found[0]


def _name(span: tuple[int, int], context: Context) -> frozenset[str]:
    return telling(content_of_span(span, context), context)


def _lines_around(line: Line, context: Context) -> Iterator[tuple[Line, int]]:
    lines = context.lines.lines
    yield line, 2
    for number in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1):
        yield lines[number], 3 if line.number - number <= 2 else 4
    for number in range(line.number + 1, min(len(lines), line.number + 1 + _AHEAD)):
        yield lines[number], 5


def _ordered(other: Line, line: Line, part: int, context: Context) -> list[int]:
    if other is line:
        at = context.lines.position_of[part]
        return sorted(other.quantities(), key=lambda i: abs(context.lines.position_of[i] - at))
    found = other.quantities()
    return found[::-1] if other.number < line.number else found


def _contains(whole: int, part: int, context: Context) -> bool:
    a, b = context.quantity(part).value, context.quantity(whole).value
    return a is None or b is None or b >= a


def _other_period(a: int, b: int, context: Context) -> bool:
    x, y = period_of(a, context), period_of(b, context)
    return bool(x and y) and (x.year, x.label) != (y.year, y.label)


def about(index: int, context: Context) -> frozenset[str]:
    """Words at a number: what it counts, the few in front of it in its clause, and its "of" phrase."""
    q = context.quantity(index)
    words = context.extraction.tokens.words
    line = context.line(index)
    first = max(line.firsts[0], q.first - _NEAR)
    last = min(line.lasts[-1] + 1, q.last + 6)
    end = next((k for k in range(q.last + 1, last) if not words[k][0].isalpha()), last)
    return content(first, q.first, context) | content(q.last + 1, end, context) | frozenset(q.noun)


def other_wholes(part: int, whole: int, share: int, context: Context) -> list[int]:
    """Other counts of the text that the share fits, where it does not fit its own whole."""
    p, s = context.quantity(part), context.quantity(share)
    if fits(p, context.quantity(whole), s):
        return []
    found = []
    number = context.lines.line_of[part]
    for near in sorted(range(max(0, number - 12), min(len(context.lines.lines), number + 6)), key=lambda n: abs(n - number)):
        for index in context.lines.lines[near].quantities():
            if index not in (part, whole, share) and _same_sort(part, index, context) and fits(p, context.quantity(index), s):
                found.append(index)
    return found[:3]


def fits(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """True where the share, as rounded, can be that of the part in the whole, both taken at their word."""
    if part.value is None or not whole.value or whole.value < 0:
        return False
    return part.value / whole.value * (100 if share.kind == "percent" else 1) in reading(share).interval
