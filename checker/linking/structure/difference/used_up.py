"""What is gone, between what there was at first and what there is now: "left with 78 kg of food ... the scales showed 51 kg.
Twenty-seven kilos gone in nine days".

The three are the only figures of their unit in neighbouring sentences of a paragraph: words lead to the first, and say of the
last that it is gone. Where they do not agree, one slip of the hand must explain it.
"""

from __future__ import annotations

from checker.linking.context import Context, same_head
from checker.linking.structure.near import Near, near, one_slip
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.units import measure

_BACK = 2  # sentences in front of the one that says what is gone
_BEHIND, _FRONT = 5, 8  # symbols around a figure in which words say what it is
_KINDS = ("physical", "currency", "count", "number")


def used_up(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (base, new, delta)."""
    words, found = near(context), []
    known = {i for f in frames if f.pinned and "delta" in f.claims for i in f.claims["delta"]}
    lines, gone = prose_lines(context), words.standing("gone-word")
    for n, line in enumerate(lines):
        if not line.figures or line.number not in gone or line.crowded or not words.has("gone-word", line):
            continue
        window = [other for other in lines[max(0, n - _BACK) : n + 1] if other.block == line.block]
        if any(words.has("gone-veto", other) for other in window):
            continue
        if any((q := context.quantity(i)).kind == "number" and q.unit is None and not q.noun for other in window for i in other.figures):
            continue  # "gave 10 away", "ten spilled"
        for delta in line.figures:
            at = context.lines.position_of[delta]
            if delta not in known and _is_amount(context.quantity(delta)) and words.within("gone-word", line, at + 1, at + _BEHIND):
                alike = [i for other in window for i in other.figures if _alike(i, delta, context)]
                frame = _frame(alike, delta, context, words) if len(alike) == 3 and alike[-1] == delta else None
                if frame is not None:
                    found.append(frame)
    return found


def _is_amount(q: Quantity) -> bool:
    return q.kind in _KINDS and bool(q.value) and q.value > 0 and not q.approx and q.sense not in ("range", "bound") and "/" not in (q.unit or "")


def _alike(index: int, delta: int, context: Context) -> bool:
    a, b = context.quantity(index), context.quantity(delta)
    return _is_amount(a) and a.kind == b.kind and (same_head(a, b) if a.kind in ("physical", "currency") else a.noun[-1:] == b.noun[-1:])


def _frame(three: list[int], delta: int, context: Context, words: Near) -> Frame | None:
    base, new = three[:2]
    line, at = context.line(base), context.lines.position_of[base]
    b, n, d = (context.quantity(i) for i in three)
    was, now, gone = (q.value * measure(q).factor if q.unit else q.value for q in (b, n, d))
    if not words.within("gone-from", line, at - _FRONT, at) or now >= was or gone >= was:
        return None
    tied = was - now == gone or any(one_slip(q, q.value * made / worth) for q, worth, made in ((b, was, now + gone), (n, now, was - gone), (d, gone, was - now)) if made > 0)
    claims = {"base": (base,), "new": (new,), "delta": (delta,)}
    return Frame("change", (d.start, d.end), claims, {}, -1, frozenset(claims) if tied else frozenset(), 0, None, (), "used up")
