"""Money of a company's statement, whose lines leave the currency out: "Shr 1.20 dlrs vs 1.37 dlrs / Net 4,775,000 vs 3,900,000 /
Revs 588.5 mln vs 601.2 mln". One of its amounts tells it, and the document knows no other."""

from __future__ import annotations

from checker.extracting.draft import ONE, Draft, Scan
from checker.units import measure_of

_LINE = 14  # tokens of a line in front of its last figure
_LEAST = 1000  # a smaller number needs its scale to be money of a company


def statements(s: Scan, drafts: list[Draft]) -> None:
    """Gives the bare figures of such lines the currency of the document. In place."""
    currency = "" if s.has("namesake-money") else _currency(drafts)
    if not currency:
        return  # in Canada a bare dollar may be another
    for at, draft in enumerate(drafts):
        if draft.bare and (draft.scale != ONE or abs(draft.value) >= _LEAST) and _in_line(s, drafts, at):
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
