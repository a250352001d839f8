"""Money of a company's statement, whose lines leave the currency out: "Shr 1.20 dlrs vs 1.37 dlrs / Net 4,775,000 vs 3,900,000 /
Revs 588.5 mln vs 601.2 mln", and of its note: "NOTE: Net includes gain of 320 mln vs 12 mln". One of its amounts tells it, and
the document knows no other."""

from __future__ import annotations

from checker.extracting.draft import ONE, Draft, Scan
from checker.units import measure_of

_LINE = 14  # tokens of a line in front of its last figure
_NOTE = 200  # tokens of a note
_PHRASE = 26  # tokens from what money a note speaks of to its amount
_LEAST = 1000  # a smaller number needs its scale to be money of a company


def statements(s: Scan, drafts: list[Draft]) -> None:
    """Gives the bare figures of such lines the currency of the document. In place."""
    currency = "" if s.has("namesake-money") else _currency(drafts)
    if not currency:
        return  # in Canada a bare dollar may be another
    notes = [k for k, word in enumerate(s.words) if word in s.lex.sets["statement-notes"] and (k == 0 or "\n" in s.text[s.ends[k - 1] : s.starts[k]])]
    for at, draft in enumerate(drafts):
        if draft.bare and (draft.scale != ONE or abs(draft.value) >= _LEAST) and (_in_line(s, drafts, at) or notes and _in_note(s, drafts, at, notes)):
            draft.unit, draft.kind, draft.inherited = currency, "currency", draft.inherited or "unit"


def _currency(drafts: list[Draft]) -> str:
    """The one currency of a document that names it in full at least once, and not only its coins."""
    units = {draft.unit.partition("/")[0] for draft in drafts if draft.kind == "currency" and draft.unit}
    full = {unit for unit in units if measure_of(unit).factor == 1}
    one = len(full) == 1 and len({measure_of(unit, "currency").dimension for unit in units}) == 1
    return full.pop() if one else ""


def _in_line(s: Scan, drafts: list[Draft], at: int) -> bool:
    """Whether a label of money opens the line of a figure, and nothing but labels and another figure stand before it."""
    draft, k, left = drafts[at], drafts[at].first - 1, drafts[at - 1] if at else None
    labelled = False
    for _ in range(_LINE):
        if left is not None and left.first <= k <= left.last:
            k, labelled = left.first, False
        elif s.words[k] in s.lex.sets["statement-labels"]:
            labelled = True
        elif not (s.words[k] in s.lex.sets["statement-words"] or s.words[k] in s.lex.sets["carry-against"]):
            return False
        if k == 0 or "\n" in s.text[s.ends[k - 1] : s.starts[k]]:
            return labelled and "\n" not in s.text[s.ends[k] : draft.start]
        k -= 1
    return False


def _in_note(s: Scan, drafts: list[Draft], at: int, notes: list[int]) -> bool:
    """Whether a figure of a note is of money: "gain of 320,000", "losses in the quarter totaled 338 mln vs 342 mln"."""
    draft, lead, sets = drafts[at], drafts[at].begin - 1, s.lex.sets
    note = next((k for k in reversed(notes) if k < draft.first), -1)
    if note < 0 or draft.first - note > _NOTE or "\n\n" in s.text[s.starts[note] : draft.start]:
        return False
    if s.word(lead) in sets["note-money"] or s.word(lead) in sets["of"] and s.word(lead - 1) in sets["note-money"]:
        return True
    if draft.scale != ONE and s.word(draft.last + 1) in sets["of"] and not sets["note-money"].isdisjoint(s.words[draft.last + 2 : draft.last + 5]):
        return True  # "139 mln of tax benefits"
    before = drafts[at - 1] if at and drafts[at - 1].first > note else None
    if before is not None and before.kind not in ("currency", "percent", "number"):
        return False
    if s.word(lead) in sets["carry-against"] and before is not None:
        return before.kind == "currency" and before.last == lead - 1
    led = s.word(lead) in sets["of"] or s.word(lead) in sets["note-totals"]
    return led and draft.scale != ONE and not sets["note-money"].isdisjoint(s.words[max(lead - _PHRASE, note) : lead])
