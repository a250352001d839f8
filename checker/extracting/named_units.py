"""The unit of a bare number that words name apart from it: "82 in Fahrenheit", "In pounds its weight is 39,683".

Only where another figure nearby measures the same: then the text says it again in the unit that it names.
"""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.units_read import Found, read_unit
from checker.units import measure_of

_AHEAD = 14  # tokens from the name of a unit to its number
_BACK = 45  # tokens back to the figure that is said again
_TEMPERATURE, _DEGREE = "[temperature]", "degree"
_OTHER_SCALE = {"degree_Fahrenheit": "degree_Celsius", "degree_Celsius": "degree_Fahrenheit"}


def of_one(s: Scan, j: int) -> Found | None:
    """What "half a league" and "a quarter of a loaf" are a part of, from token j on: one of what is no unit elsewhere."""
    j += s.word(j) in s.lex.sets["of"]
    kind = "physical" if s.word(j + 1) in s.lex.sets["part-lengths"] else "count" if s.word(j + 1) in s.lex.sets["part-things"] else ""
    if not kind or s.word(j) not in s.lex.sets["articles"] or s.parted(j + 1) or s.glued_on(j + 1) or s.mask[j + 1]:
        return None
    return Found(j + 1, s.words[j + 1], kind)


def named(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare numbers the unit that words name. In place."""
    for at, draft in enumerate(drafts):
        if not _bare(draft):
            continue
        unit = _behind(s, draft) or _in_front(s, drafts, at)
        other = _measured_too(s, drafts[:at], draft, unit) if unit is not None else None
        if other is None:
            continue
        draft.unit, draft.kind, draft.inherited = unit, "physical", "unit"
        if other.unit == _DEGREE:
            other.unit = _OTHER_SCALE[unit]


def _bare(draft: Draft) -> bool:
    return draft.kind == "number" and draft.unit is None and not draft.noun and draft.value is not None and draft.style in ("digits", "words")


def _behind(s: Scan, draft: Draft) -> str | None:
    """ "82 in Fahrenheit": the unit ends the phrase."""
    at = draft.last + 1
    if s.word(at) not in s.lex.sets["named-unit"]:
        return None
    found = read_unit(s, at + 1, None, False, False)
    if found is None or found.kind != "physical" or "/" in found.unit or s.word(found.last + 1) in s.lex.sets["of"]:
        return None
    return found.unit


def _in_front(s: Scan, drafts: list[Draft], at: int) -> str | None:
    """ "In pounds its weight is 39,683", "who count in pounds, had him at 187": the next bare number behind the name of a unit."""
    draft = drafts[at]
    before = drafts[at - 1].last if at else -1
    for i in range(draft.first - 2, max(before, draft.first - _AHEAD), -1):
        if s.words[i] in ".;:!?" and not s.glued(i + 1):
            return None
        if s.words[i] in s.lex.sets["named-unit"] and _opens(s, i):
            found = read_unit(s, i + 1, None, False, False)
            closed = found is not None and found.kind == "physical" and "/" not in found.unit and s.word(found.last + 1) not in s.lex.sets["of"]
            return found.unit if closed and found.last < draft.first else None
    return None


def _opens(s: Scan, i: int) -> bool:
    """Whether the name of a unit stands at the head of a clause, or behind a verb of counting."""
    return i == 0 or not s.word(i - 1).isalpha() or s.parted(i) or s.word(i - 1) in s.lex.sets["named-unit-lead"]


def _measured_too(s: Scan, others: list[Draft], draft: Draft, unit: str) -> Draft | None:
    """The nearest figure in front that measures the same in another unit."""
    dimension = measure_of(unit).dimension
    for other in reversed(others):
        if draft.first - other.last > _BACK or "\n\n" in s.text[s.ends[other.last] : s.starts[draft.first]]:
            return None
        if other.kind != "physical" or other.unit is None or other.unit == unit:
            continue
        if measure_of(other.unit).dimension == dimension or dimension == _TEMPERATURE and other.unit == _DEGREE:
            return other
    return None
