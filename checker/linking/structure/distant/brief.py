"""Texts so brief that there is only one figure of each sort: a claim finds its others by sort alone.

    A pass costs 35 francs ... [a paragraph] ... 2,400 were sold. Receipts were 84,000 francs
    The lake is 36 kilometres long. Vogt rowed it in six hours. That is six kilometres an hour

What is read here of a claim is whether its sentence brings in a matter of its own: another subject, place or time than was told
before. Then the sorts prove nothing.
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.distant.mentions import common, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.kindred import kindred

_FIGURES = 18  # of a brief text
_LINES = 24
_BEHIND = 3  # symbols behind a figure in which words may give it to others
_AROUND = 7  # symbols in front of one


def brief(context: Context) -> Sheet | None:
    """The sheet of a text with few figures, None of others."""
    if len(context.lines.figured) > _FIGURES or len(context.lines.lines) > _LINES:
        return None
    sheet = told_plainly(context)
    return sheet if sheet is not None and 0 < len(sheet.all) <= _FIGURES else None


def stranger(told: Told, others: tuple[Told, ...], light: tuple[str, ...], sheet: Sheet) -> bool:
    """Whether the words in front of a claim name something that no sentence of the others does: "The shop took 900 francs"."""
    return strange(told.line, told.at, tuple(t.line for t in others), light, sheet)


def strange(line: Line, end: int, others: tuple[Line, ...], light: tuple[str, ...], sheet: Sheet) -> bool:
    """The same of the words of a sentence up to a position."""
    own = _said(line, end, sheet) - frozenset().union(*(sheet.stems(name) for name in ("brief-light", *light)))
    if not own:
        return False
    known = frozenset().union(*(_said(x, len(x.symbols), sheet) for x in others if x is not line))
    left = own - common(own, known)
    return any(kindred(frozenset([n]), sheet.context).isdisjoint(kindred(known, sheet.context)) for n in left)


def elsewhere(told: Told, sheet: Sheet) -> bool:
    """Whether words at a claim say that it is of other things, or of another time."""
    end = min(sheet.stop(told), told.at + 1 + _BEHIND)
    return sheet.words.within("brief-elsewhere", told.line, 0, told.at) or sheet.words.within("brief-elsewhere", told.line, told.at + 1, end)


def _said(line: Line, end: int, sheet: Sheet) -> frozenset[str]:
    """The stems of the content words of a sentence, numbers aside."""
    firsts, lasts = line.firsts, line.lasts
    spans = (content(firsts[p], lasts[p] + 1, sheet.context) for p in range(min(end, len(firsts))))
    return frozenset().union(*spans)
