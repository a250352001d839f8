"""Percentages that leave out their sign: "the west (54 per cent), the south (21) and the east (25)", "took 46% of the vote,
the Greens 33 and the Liberals 21".

Bare numbers that go on with a list that a percentage opens, all in brackets or each behind a name, which come to about
a hundred with it: only then they can be meant so.
"""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan

_REACH = 9  # tokens from one member to the next
_LEAST, _MOST = 80, 130  # what the members of such a list come to, give or take a slip
_SIGNED = 5  # tokens between two signs of one list
_OPEN, _CLOSE = "([", ")]"


def percent_lists(s: Scan, drafts: list[Draft]) -> None:
    """Gives the bare members of such lists the unit. In place."""
    for at, draft in enumerate(drafts):
        if draft.kind == "percent" and draft.inherited is None and draft.value is not None and 0 < draft.value < 100:
            if _signed(s, drafts, at):
                continue
            opened = s.word(draft.first - 1) in _OPEN
            members = _members(s, drafts, at, opened)
            if len(members) > 1 and _LEAST <= draft.value + sum(m.value for m in members) <= _MOST:
                for m in members:
                    m.kind, m.unit, m.inherited = "percent", draft.unit, "unit"


def bracket_lists(s: Scan, drafts: list[Draft]) -> None:
    """Gives the bare numbers of a list that is all that a bracket holds the sign at its end: "(19, 25, and 2%)". In place."""
    for at in range(2, len(drafts)):
        last, first = drafts[at], at
        if last.kind != "percent" or last.value is None or s.word(last.last + 1) not in (*_CLOSE, ",", ";"):
            continue
        while first and _bare(drafts[first - 1]) and _lists(s, drafts[first - 1], drafts[first]):
            first -= 1
        if at - first > 1 and s.word(drafts[first].first - 1) in _OPEN:
            for draft in drafts[first:at]:
                draft.kind, draft.unit, draft.inherited = "percent", last.unit, "unit"


def _lists(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a comma or a conjunction is all that stands between two numbers."""
    gap = tuple(s.words[left.last + 1 : right.first])
    return gap in s.lex.phrases["carry-list"] or gap in s.lex.phrases["carry-close"]


def _members(s: Scan, drafts: list[Draft], at: int, opened: bool) -> list[Draft]:
    found: list[Draft] = []
    last = drafts[at].last
    for draft in drafts[at + 1 :]:
        gap = s.words[last + 1 : draft.first]
        if len(gap) > _REACH + 4 * (not found) or any(w in ".!?" for w in gap):
            break
        if draft.kind in ("ordinal", "date", "year", "period"):
            continue
        if not _bare(draft) or not (_in_brackets(s, draft) if opened else _behind_a_name(s, draft, gap)):
            break
        found.append(draft)
        last = draft.last
    return found


def _signed(s: Scan, drafts: list[Draft], at: int) -> bool:
    """True of "Blue 52%, Red 31%; seats: Blue 40, Red 25": who writes two signs does not leave out the third."""
    before = drafts[at - 1] if at else None
    if before is None or before.kind != "percent" or before.inherited is not None:
        return False
    gap = s.words[before.last + 1 : drafts[at].first]
    return len(gap) <= _SIGNED and any(w in ",;" for w in gap)


def _bare(draft: Draft) -> bool:
    return draft.kind == "number" and draft.unit is None and draft.scale == 1 and not draft.noun and draft.value is not None and 0 < draft.value < 100 and draft.style == "digits"


def _in_brackets(s: Scan, draft: Draft) -> bool:
    return s.word(draft.first - 1) in _OPEN and s.word(draft.last + 1) in _CLOSE


def _behind_a_name(s: Scan, draft: Draft, gap: list[str]) -> bool:
    """True of ", the Greens 33 and" after a percentage: a comma or conjunction, a name, the number, a mark or conjunction."""
    joins = s.lex.sets["joiners"]
    before, after = s.word(draft.first - 1), s.word(draft.last + 1)
    listed = any(w in ",;" or w in joins for w in gap)
    named = before.isalpha() and before not in s.lex.sets["level-before"] and before not in joins and before not in s.lex.sets["list-not-before"]
    return listed and named and (not after or after in ",;.)" or after in joins)
