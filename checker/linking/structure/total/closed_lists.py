"""Lists of shares that name every member: they come to the whole, no less.

"split between A with 45%, B with 35% and C with 20%", "70% copper, 25% zinc and 5% tin, and nothing else", "falls into
one of three groups:" and three points with a share each. The last member is what the others leave.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.total.lists_of_shares import any_of, far, is_part
from checker.linking.structure.total.rests import total_of
from checker.model import Frame

_LEAST, _MOST = 75, 125  # percent: what comes to less or more is no list of this kind
_AFTER = 6  # words behind a list that may close it


def closed_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part..., rest) for lists that leave nothing out."""
    known = {f.claims["part"] for f in frames if f.family == "exclusive" and f.pinned}
    known |= {(*f.claims["part"], *f.claims["rest"]) for f in frames if f.family == "rest-share"}
    found = []
    for members in (*_sentences(context), *_points(context, frames)):
        total = total_of(members[:-1], members[-1], context)
        if _LEAST <= total <= _MOST and not (members in known and total > 100):
            claims = {"part": members[:-1], "rest": members[-1:]}
            cue = (context.quantity(members[0]).start, context.quantity(members[-1]).end)
            found.append(Frame("rest-share", cue, claims, {}, 0, frozenset(claims), 2, None, (), "closed list"))
    return found


def _sentences(context: Context) -> Iterator[tuple[int, ...]]:
    for line in context.lines.figured:
        shares = tuple(i for i in line.figures if context.quantity(i).kind in ("percent", "ratio"))
        if 2 <= len(shares) <= 12 and _members(shares, context) and not any(far(a, b, context) for a, b in zip(shares, shares[1:])):
            if _closed(shares, line, context):
                yield shares


def _members(shares: tuple[int, ...], context: Context) -> bool:
    """True where all can belong to one list; a preposition in front of each of them ties it to its name."""
    words = context.extraction.tokens.words
    before = [words[max(0, context.quantity(i).outer - 1)] for i in shares]
    tie = before[0] if len(set(before)) == 1 else ""
    return all(is_part(i, context, frozenset([tie])) for i in shares)


def _closed(shares: tuple[int, ...], line: Line, context: Context) -> bool:
    """True where words divide a whole among the members, or say behind them that there are no others."""
    pack, words = context.lexicon.pack, context.extraction.tokens.words
    first, before_last, last = (context.quantity(i) for i in (shares[0], shares[-2], shares[-1]))
    opening, behind = words[line.firsts[0] : first.outer], words[last.last + 1 : line.lasts[-1] + 1]
    inside = words[first.last + 1 : last.outer]
    if any_of(pack.words("overlap-word"), opening + inside) or any_of(pack.words("open-list"), opening + inside + behind[:_AFTER]):
        return False
    listed = bool(set(words[before_last.last + 1 : last.outer]) & pack.words("share-clause-end"))
    ends = not behind or not behind[0][0].isalpha()
    if any_of(pack.words("closed-list"), behind[:_AFTER]):
        return listed and any_of(pack.words("composed-verb") | pack.words("holder-verb"), opening[-4:])
    return len(shares) > 2 and listed and ends and any_of(pack.words("split-verb"), opening)


def _points(context: Context, frames: tuple[Frame, ...]) -> Iterator[tuple[int, ...]]:
    """As many points as the words that divide the whole announce, each with one share, at its end."""
    pack, words = context.lexicon.pack, context.extraction.tokens.words
    for frame in frames:
        items = frame.spans.get("item", ())
        if frame.family != "enumeration" or not frame.pinned or not 2 <= len(items) <= 12:
            continue
        announced = frame.claims["announced"][0]
        line = context.line(announced)
        intro = words[line.firsts[0] : line.lasts[-1] + 1]
        if context.quantity(announced).value != len(items) or not any_of(pack.words("split-verb"), intro):
            continue
        members = [_share_of(start, end, context) for (start, _), end in zip(items, _ends(items, context))]
        if None not in members and all(is_part(i, context) for i in members):
            yield tuple(members)


def _share_of(start: int, end: int, context: Context) -> int | None:
    """The only percentage of a point that reaches from `start` to `end`, where it closes it."""
    text = context.extraction.document.text
    inside = [i for i, q in enumerate(context.extraction.quantities) if start <= q.start and q.end <= end and q.kind == "percent"]
    closes = len(inside) == 1 and not any(c.isalnum() for c in text[context.quantity(inside[0]).end : end])
    return inside[0] if closes else None


def _ends(items: tuple[tuple[int, int], ...], context: Context) -> list[int]:
    """Where the points end: at the next one, the last with its block."""
    last = next((b.end for b in context.extraction.document.blocks if b.start <= items[-1][0] < b.end), items[-1][1])
    return [*(start for start, _ in items[1:]), last]
