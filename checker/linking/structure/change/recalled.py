"""Changes that their own clause leaves open: first those whose values words tie all the same, then those that point back."""

from __future__ import annotations

from checker.linking.context import Context, content, stem
from checker.linking.structure.change.event import more_of, reader_of
from checker.linking.structure.change.far import far_changes
from checker.linking.structure.change.reckoned import reckoned_changes
from checker.linking.structure.change.rivals import void
from checker.linking.structure.change.tied import tied_changes
from checker.linking.structure.near import near
from checker.model import Frame, Quantity

_FEW = 10  # things that are told in words and stand in any passage


def recalled_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" for the events that `changes` has left on the shelf."""
    tied = tied_changes(context, frames)
    found = [*tied, *far_changes(context, (*frames, *tied))]
    found = [f for f in found if not _doubtful(f, context)]
    return [*found, *(f for f in reckoned_changes(context, (*frames, *found)) if not _doubtful(f, context))]


def _doubtful(frame: Frame, context: Context) -> bool:
    return void(frame, context) or _of_other_things(frame, context) or _supposed(frame, context)


def _supposed(frame: Frame, context: Context) -> bool:
    """True of a change that its own sentence or clause, which has none of the values, supposes or adjusts: "Adjusted for the strike,
    the improvement was 0.9 points", "; without the harvest the loss would have been 0.3"."""
    claims = [frame.claims[c][0] for c in ("change", "delta", "multiple") if c in frame.claims]
    if not claims or not frame.pinned or not {"new", "base"} <= frame.claims.keys():
        return False
    line, at, place = context.line(claims[0]), context.lines.position_of[claims[0]], context.lines.position_of
    start = line.symbols.rfind(context.lexicon.symbols.chars[";"], 0, at) + 1
    inside = any(context.line(i) is line and start <= place[i] for part in ("new", "base") for i in frame.claims[part])
    return not inside and near(context).within("change-supposed", line, start, at)


def _of_other_things(frame: Frame, context: Context) -> bool:
    """True of a tied change that names what it is a change of, "but they also drove 21% fewer miles", where the sentences of the
    values speak of nothing like it; and of a few things in words beside bare figures."""
    claim = next((c for c in ("change", "delta", "multiple") if c in frame.claims), None)
    if claim is None or not frame.pinned or not {"new", "base"} <= frame.claims.keys():
        return False
    reader, index, values = reader_of(context), frame.claims[claim][0], [frame.claims[part][0] for part in ("new", "base")]
    line = context.line(index)
    item = next((i for i in reader.row(line.number) if i.index == index), None)
    more = more_of(item, line, reader) if item is not None and claim == "change" else ""
    if more and all(context.quantity(v).kind in ("count", "number") for v in values):
        told = {w for v in values for w in _around(v, context)}
        return more not in told
    q = context.quantity(index)
    if claim != "delta" or frame.source not in ("reckoned", "alone"):
        return False
    few = [_is_few(context.quantity(i)) for i in values]
    return any(few) and not all(few) or _is_few(q) and bool(q.noun) and not any(context.quantity(v).noun for v in values)


def _is_few(q: Quantity) -> bool:
    return q.style == "words" and q.value is not None and q.value < _FEW


def _around(index: int, context: Context) -> frozenset[str]:
    """The stems of a value's noun and of its clause up to the figures around it."""
    line, at = context.line(index), context.lines.position_of[index]
    start = next((p + 1 for p in range(at - 1, -1, -1) if line.quantity[p] >= 0), 0)
    end = next((p for p in range(at + 1, len(line.symbols)) if line.quantity[p] >= 0), len(line.symbols))
    return frozenset(content(line.firsts[start], line.lasts[end - 1] + 1, context)) | {stem(w, context) for w in context.quantity(index).noun}
