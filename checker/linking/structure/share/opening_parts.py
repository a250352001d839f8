"""Parts of what a sentence opens with, wherever they stand in it; parts of a sum that is named again.

    Of the 72 hours that they spent in the château, they devoted 39 to commas       the first figure behind
    Out of 54 applications they turned down 31; of its 19 rooms the hotel let 12    no comma, any verb
    we had 2,961 ballots back, and of that number 2,204 said yes                    the figure in front, taken up
    The grant was £4.2m. By June the trust had spent £3.1m of the grant             the only amount that has the name

The part must be told as an amount of the same sort: with the unit or noun of the whole, or bare.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import comparable, is_expected
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_LEAD = 5  # symbols between "of the" and its figure
_CLAUSE = 22  # symbols from the whole to its part
_LEAST = 9  # of smaller sets other things may be meant
_NAME = 4  # tokens around an amount in which its name stands
_KINDS = ("number", "count", "currency", "physical", "duration")
_COUNTED = ("number", "count")


def opening_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "part" (part, whole)."""
    words, found = near(context), []
    settled = {f.claims["part"][0] for f in frames if f.family in ("part", "share") and f.pinned and {"part", "whole"} <= f.claims.keys()}
    for line in told_lines(context):
        pairs = [pair for name in words.among(_NAMES, line) for pair in _READ[name](line, context, words)]
        found.extend(_frame(part, whole, context) for part, whole in pairs if part not in settled)
    return found


def _frame(part: int, whole: int, context: Context) -> Frame:
    q = context.quantity(part)
    claims = {"part": (part,), "whole": (whole,)}
    return Frame("part", (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "opening part")


# ---------------------------------------------------------------- of the 72 hours ..., 39


def _opened(line: Line, context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The first amount behind an opening "of the 72 hours", "out of 54 applications"."""
    for m in words.matches("opens-whole", line):
        if not _opens(m.start(), line, context):
            continue
        whole = next((i for i in line.quantities(m.end(), m.end() + _LEAD)), None)
        if whole is None or not _is_whole(whole, context) or _marked_off(m.end(), context.lines.position_of[whole], line, context) or words.within("opening-not", line, m.end(), context.lines.position_of[whole] + 3):
            continue
        place = context.lines.position_of[whole]
        part = next((i for i in line.quantities(place + 1, place + _CLAUSE)), None)
        if part is not None and not words.within("part-behind", line, context.lines.position_of[part] - 1, context.lines.position_of[part]) and _is_part(part, whole, context, words):
            yield part, whole


def _marked_off(start: int, end: int, line: Line, context: Context) -> bool:
    """True of "Of these, 880 were kept and 2,000 sold": what stands behind the comma is a part."""
    return any(s in context.lexicon.symbols.marks for s in line.symbols[start:end])


def _opens(at: int, line: Line, context: Context) -> bool:
    """Whether a position opens a clause: at the start of a sentence or behind a mark, a conjunction aside."""
    chars = context.lexicon.symbols
    before = line.symbols[at - 1] if at else ""
    if at and before in context.lexicon.symbols.marks:
        return before not in (chars.chars[","], chars.chars["("]) or False
    return at == 0


def _is_whole(index: int, context: Context) -> bool:
    q = context.quantity(index)
    if q.kind not in _KINDS or q.value is None or q.approx or q.change or q.sense in ("range", "bound") or "/" in (q.unit or ""):
        return False
    return q.value > _LEAST and (q.kind != "number" or q.scale > 1)


def _is_part(index: int, whole: int, context: Context, words: Near) -> bool:
    """Whether the first figure behind a whole is some of it: bare, or with its noun or unit."""
    p, w = context.quantity(index), context.quantity(whole)
    line, at = context.line(index), context.lines.position_of[index]
    if p.kind not in _KINDS or p.value is None or p.approx == "below" or p.change or p.sense in ("range", "bound") or "/" in (p.unit or ""):
        return False
    if is_expected(index, context) or words.within("part-not", line, at - 2, at) or words.within("part-not-behind", line, at + 1, at + 3):
        return False
    bare = p.kind == "number" and not p.unit and (p.scale > 1) == (w.scale > 1 and w.kind != "count")
    if bare:
        return True
    if p.kind in _COUNTED and w.kind in _COUNTED:
        return bool(p.noun) and p.noun[-1:] == w.noun[-1:]
    return p.kind == w.kind and comparable(index, whole, context)


# ---------------------------------------------------------------- of that number 2,204


def _taken_up(line: Line, context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The amount behind "of that number", of the last one in front, in its sentence or the one before."""
    for m in words.matches("of-that-number", line):
        part = next((i for i in line.quantities(m.end(), m.end() + _LEAD)), None)
        before = line.quantities(0, m.start())
        lines = context.lines.lines
        if not before and line.number and lines[line.number - 1].block == line.block:
            before = list(lines[line.number - 1].figures)
        before = [i for i in before if context.quantity(i).is_measure]
        if part is None or not before or not _is_whole(before[-1], context) and context.quantity(before[-1]).kind != "number":
            continue
        p, w = context.quantity(part), context.quantity(before[-1])
        if w.value > _LEAST and comparable(part, before[-1], context) and _is_part(part, before[-1], context, words) and not w.approx and p.scale == w.scale:
            yield part, before[-1]


# ---------------------------------------------------------------- £3.1m of the grant


def _named(line: Line, context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """An amount "of the grant", where one amount before it has that name and no other does."""
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack
    for m in words.matches("of-the-named", line):
        at = m.start() - 1
        part = line.quantity[at] if at >= 0 else -1
        if part < 0 or m.end() >= len(line.symbols) or line.quantity[m.end()] >= 0:
            continue
        q, noun = context.quantity(part), tokens[line.firsts[m.end()]]
        after = tokens[line.lasts[m.end()] + 1] if line.lasts[m.end()] + 1 < len(tokens) else ""
        if not _is_amount(q) or not noun.isalpha() or noun in context.function or after.isalpha() and after not in context.function and after not in pack.words("part-goes-on"):
            continue
        if words.within("part-not", line, at - 2, at):
            continue
        known = [i for i in _before(part, line, context) if _has_name(i, stem(noun, context), context)]
        others = [i for i in _before(part, line, context) if i not in known and _is_amount(context.quantity(i)) and context.quantity(i).value >= q.value]
        if len(known) == 1 and not others and (comparable(part, known[0], context) or _both_bare(q, context.quantity(known[0]))):
            yield part, known[0]


def _both_bare(a: Quantity, b: Quantity) -> bool:
    return a.kind == "number" and a.scale > 1 and a.scale == b.scale


def _is_amount(q: Quantity) -> bool:
    return q.value is not None and not q.change and q.sense not in ("range", "bound") and (q.kind == "currency" or q.kind == "number" and q.scale > 1) and "/" not in (q.unit or "")


def _before(part: int, line: Line, context: Context) -> list[int]:
    """The amounts of the paragraph in front of a part."""
    return [i for i in range(part) if context.lines.line_of[i] >= 0 and context.line(i).block == line.block and context.quantity(i).kind in _KINDS and _is_amount(context.quantity(i))]


def _has_name(index: int, noun: str, context: Context) -> bool:
    """Whether a noun stands right around an amount: "the grant was £4.2m", "the award, 1.9 million in all", "a loan of £3m"."""
    q, tokens = context.quantity(index), context.extraction.tokens
    line = context.line(index)
    span = range(max(line.firsts[0], q.outer - _NAME), min(line.lasts[-1], q.last + 2) + 1)
    return any(stem(tokens.words[k], context) == noun for k in span if tokens.words[k].isalpha())


_READ = {"opens-whole": _opened, "of-that-number": _taken_up, "of-the-named": _named}
_NAMES = tuple(_READ)
