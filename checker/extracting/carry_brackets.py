"""Units over brackets: "240 (35-910) mL", "66 years (54-85)", "(41.2 ± 3.0)%"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.units_read import read_unit

_LED = 10  # tokens of what leads to a range in brackets


def bracketed(s: Scan, drafts: list[Draft]) -> None:
    """"240 (35-910) mL", "aged 61.5 (9.4) years": the unit behind the bracket is that of both numbers. In place."""
    for left, right in zip(drafts, drafts[1:]):
        bare = left.kind == right.kind == "number" and left.unit is None is right.unit
        if not bare or not _in_bracket(s, left, right) or s.word(right.last + 1) not in (")", "]"):
            continue
        found = read_unit(s, right.last + 2, left.value, False, left.place is not None and left.place < 1)
        if found is not None and found.kind in ("physical", "duration"):
            for draft in (left, right):
                draft.unit, draft.kind, draft.inherited = found.unit, found.kind, "unit"


def _in_bracket(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a bracket opens behind the first number and leads to the second: "12 (range, 3-45)"."""
    at = max(left.last, left.noun_last) + 1
    return s.word(at) in ("(", "[") and right.first - at <= _LED and all(word in s.lex.sets["bracket-range"] for word in s.words[at : right.first])


def bracketed_ranges(s: Scan, drafts: list[Draft]) -> None:
    """"66 years (54-85)", "12 mg (95% CI 8 to 15)": a range in brackets around the value before it is of its unit. In place."""
    for at, right in enumerate(drafts):
        if right.low is None or right.unit is not None or right.kind != "number" or at == 0:
            continue
        left = drafts[at - 1 - (at > 1 and drafts[at - 1].kind == "percent" and s.word(drafts[at - 1].first - 1) in ("(", "["))]
        measured = left.kind in ("physical", "duration", "age") and left.value is not None and right.low <= left.value <= right.high
        if measured and _in_bracket(s, left, right) and s.word(right.last + 1) in (")", "]", ",", ";"):
            right.unit, right.kind, right.inherited = left.unit, left.kind, "unit"


def closed_percent(s: Scan, drafts: list[Draft]) -> None:
    """"(41.2 ± 3.0)%", "(50.0 ± 10.5) mm": the unit behind the bracket. In place."""
    for draft in drafts:
        after = draft.last + 2
        if draft.low is None or draft.unit is not None or s.word(draft.first - 1) != "(" or s.word(draft.last + 1) != ")":
            continue
        found = read_unit(s, after, draft.high, False, True)
        if found is not None and (found.kind == "percent" and (s.glued(after) or s.word(after) == "%") or found.kind == "physical"):
            draft.unit, draft.kind, draft.inherited = found.unit, found.kind, "unit"
