"""Units of ranges beside one another: "0.2 ± 0.8 vs 3.2 ± 4.5 cm", "12 ± 4 mL against 15 ± 6", "3-5 and 6-9 days"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import ONE, Draft, Scan

_KINDS = ("physical", "duration", "percent", "points")
_NEAR = 20  # ends of ranges of one measure are within this factor of one another


def ranges(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives a range without a unit that of the one it is joined to or set against. In place."""
    pairs = list(zip(drafts, drafts[1:]))
    for left, right in reversed(pairs):
        if _bare(left) and _measured(right) and _beside(s, left, right, between(s, left, right)):
            _take(left, right)
    for left, right in pairs:
        if _measured(left) and _bare(right) and _beside(s, left, right, between(s, left, right)) and not s.word(right.last + 1).isalpha():
            _take(right, left)


def multiples(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Makes a multiple of the first of "6- and 8-fold", "2.1- to 5-fold", "2-3-fold". In place."""
    for left, right in zip(drafts, drafts[1:]):
        hanging = right.kind == "multiple" and left.kind == "number" and left.unit is None and left.value is not None and left.style in ("digits", "words") and s.word(left.last + 1) in s.lex.sets["range-dash"] and s.glued(left.last + 1) and (not s.glued(left.last + 2) or right.first == left.last + 2)
        gap = between(s, left, right) if hanging else None
        if gap and (gap in s.lex.phrases["range-join"] or gap in s.lex.phrases["carry-list"] or gap in s.lex.phrases["carry-pair"]):
            left.kind, left.style, left.band, left.inherited = "multiple", "multiple", right.band, "unit"


def _bare(draft: Draft) -> bool:
    return draft.low is not None and draft.high is not None and draft.kind in ("number", "range") and draft.unit is None and not draft.hyphened and draft.scale == ONE


def _measured(draft: Draft) -> bool:
    told = draft.kind in _KINDS or draft.kind == "number" and (draft.unit or "").startswith("1/")  # "1.4 ± 0.5/second"
    return draft.low is not None and draft.high is not None and told and draft.unit is not None and draft.scale == ONE


def _beside(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...] | None) -> bool:
    """Whether words that join or compare are all that stands between two ranges of one size."""
    joined = bool(gap) and (gap in s.lex.phrases["carry-pair"] or gap in s.lex.phrases["carry-list"] and gap != (",",) or len(gap) < 3 and gap[-1] in s.lex.sets["carry-last"])
    listed = gap == (",",) and right.inherited is not None
    return (joined or listed) and 0 < left.high <= right.high * _NEAR and 0 < right.high <= left.high * _NEAR


def _take(bare: Draft, source: Draft) -> None:
    bare.unit, bare.kind, bare.inherited = source.unit, source.kind, "unit"
