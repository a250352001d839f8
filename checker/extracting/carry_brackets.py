"""Units over brackets: "240 (35-910) mL", "66 years (54-85)", "(41.2 ± 3.0)%"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.units_read import read_unit

_REMARK = 24  # tokens of a remark in brackets
_LED = 10  # tokens of what leads to a range in brackets


def bracketed(s: Scan, drafts: list[Draft]) -> None:
    """"240 (35-910) mL", "aged 61.5 (9.4) years": the unit behind the bracket is that of both numbers. In place."""
    for left, right in zip(drafts, drafts[1:]):
        aged = left.kind == "age" and left.unit == "year of age" and left.value is not None
        bare = right.kind == "number" and right.unit is None and (left.kind == "number" and left.unit is None or aged)
        if not bare or not _in_bracket(s, left, right) or s.word(right.last + 1) not in (")", "]"):
            continue
        found = read_unit(s, right.last + 2, left.value, False, left.place is not None and left.place < 1)
        if found is not None and found.kind in ("physical", "duration"):
            for draft in (right,) if aged else (left, right):
                ranged = aged and right.low is not None and found.unit == "year"
                draft.unit, draft.kind = (left.unit, left.kind) if ranged else (found.unit, found.kind)
                draft.inherited = "unit"


def _in_bracket(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a bracket opens behind the first number and leads to the second: "12 (range, 3-45)"."""
    at = max(left.last, left.noun_last) + 1
    return s.word(at) in ("(", "[") and right.first - at <= _LED and all(word in s.lex.sets["bracket-range"] for word in s.words[at : right.first])


def _names_interval(s: Scan, draft: Draft) -> bool:
    """Whether a percentage belongs to the name of an interval: "95% CI", "a 90% confidence interval of"."""
    return draft.kind == "percent" and s.word(draft.last + 1).isalpha() and s.word(draft.last + 1) in s.lex.sets["bracket-range"]


def _interval(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a comma leads to the interval of a measure: "(16.5%, 12.5-20.4)", "difference 1.9%, 95% CI 0.9 to 2.8"."""
    at = max(left.last, left.noun_last) + 1
    lead = s.words[at : right.first]
    told = len(lead) > 1 and all(word in s.lex.sets["bracket-range"] for word in lead) and any(map(str.isalpha, lead))
    enclosed = len(lead) == 1 and s.word(left.first - (left.prefixed + 1)) in ("(", "[") and s.word(right.last + 1) in (")", "]", ";")
    return len(lead) <= _LED and s.word(at) in (",", ";") and (told or enclosed)


def deviations(s: Scan, drafts: list[Draft]) -> None:
    """ "€67.55 (SD = 172)", "12 mg (SEM 3)": how far values stand apart is told in their unit. In place."""
    for left, right in zip(drafts, drafts[1:]):
        bare = right.bare and left.value is not None and left.unit is not None and left.scale == right.scale and left.kind in ("currency", "physical", "duration", "percent", "points", "age")
        at = left.last + 1
        lead = s.words[at + 1 : right.first]
        if bare and s.word(at) in ("(", "[") and 0 < len(lead) < 4 and lead[0] in s.lex.sets["deviation"] and s.word(right.last + 1) in (")", "]", ",", ";") and all(word in ("=", ":", ",") for word in lead[1:]):
            aged = left.kind == "age"
            right.unit, right.kind, right.inherited = left.unit.partition(" ")[0] if aged else left.unit, "duration" if aged else left.kind, "unit"


def bracketed_ranges(s: Scan, drafts: list[Draft]) -> None:
    """"66 years (54-85)", "12 mg (95% CI 8 to 15)": a range in brackets around the value before it is of its unit. In place."""
    for at, right in enumerate(drafts):
        if right.low is None or right.unit is not None or right.kind != "number" or at == 0:
            continue
        left = drafts[at - 1 - (at > 1 and _names_interval(s, drafts[at - 1]))]
        measured = left.kind in ("physical", "duration", "age", "percent", "points") and left.value is not None and right.low <= left.value <= right.high
        if measured and (_in_bracket(s, left, right) or _interval(s, left, right)) and s.word(right.last + 1) in (")", "]", ",", ";", "."):
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


def remarked(s: Scan, drafts: list[Draft]) -> None:
    """Ranges of a list that each have a remark in brackets: "at 0 to 1 (3.0 versus 4.6), 1 to 3 (2.0 versus 3.2), and 3 to 6 (1.9
    versus 2.7) hours". The unit behind the last bracket is that of all. In place."""
    following: tuple[Draft, str, str] | None = None
    for draft in reversed(drafts):
        close = _close(s, draft) if draft.low is not None and draft.kind in ("number", "range") and draft.unit is None and not draft.hyphened else 0
        if not close:
            continue
        found = read_unit(s, close + 1, None, False, False)
        if found is not None and found.kind in ("physical", "duration") and s.words[found.last].isalpha() and len(s.words[found.last]) > 1:
            following = draft, found.unit, found.kind
        elif following is None or not _lists(s, close + 1, following[0].begin):
            continue
        following = draft, *following[1:]
        draft.unit, draft.kind, draft.inherited = following[1], following[2], "unit"


def _close(s: Scan, draft: Draft) -> int:
    """The token that closes the bracket behind a draft; 0 where none opens there."""
    opened = draft.last + 1
    return next((k for k in range(opened + 1, min(opened + _REMARK, len(s.words))) if s.words[k] == ")"), 0) if s.word(opened) == "(" else 0


def _lists(s: Scan, first: int, last: int) -> bool:
    """Whether a comma, a conjunction or both are all that stands between two tokens."""
    gap = tuple(s.words[first:last])
    return gap in s.lex.phrases["carry-list"] or gap in s.lex.phrases["carry-close"]
