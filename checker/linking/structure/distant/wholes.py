"""Shares of one whole that sentences apart tell: one and the rest, for and against, and as many as are announced.

    The state pays 72% ... The region covers the rest ... to put up the 28%         the only other share of the text
    68 percent of the votes were in favour. The rejection by 32 percent             the two answers of a vote
    Three candidates had stood ... 44% ... 38% ... [two paragraphs] ... Pena's 18%   as many as the words say, and no other

Every plain share of the text must be one of them, and what they are of must not have two names; a share of the rest, of a stake
that is bought step by step, or of answers that may be several, is none.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.structure.at_figure import period_at
from checker.linking.structure.distant.mentions import alike, behind, common, head_behind, plain_share, said, said_at, tells, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.parts import overlaps
from checker.model import Frame
from checker.rational import Fraction

_FEWEST, _MOST = 3, 8  # members that are announced
_LOW, _HIGH = 70, 140  # percent that shares of one whole may come to by mistake
_CLOSE = 7  # symbols beside a share in which it is called the rest
_OTHER = 7  # symbols in front of a share in which it is one of another thing
_SOON = 4  # sentences from the number of members to the first
_NAME = 4  # symbols from a number to what is announced


def distant_wholes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part..., rest: the last member)."""
    percents = sum(line.symbols.count(KIND_SYMBOLS[kind]) for line in context.lines.figured for kind in ("percent", "ratio"))
    if not 1 < percents <= _MOST + 2 or (sheet := told_plainly(context)) is None:
        return []
    tied = {i for f in frames if f.family in ("rest-share", "remainder", "rest-fraction") and f.pinned for found in f.claims.values() for i in found}
    shares = [t for t in sheet.all if t.q.kind in ("percent", "ratio") and _is_share(t, sheet)]
    if len(shares) < 2 or any(t.index in tied for t in shares) or not _one_whole(shares, sheet):
        return []
    whole = len(shares) == 2 and _is_two(*shares, sheet) or _FEWEST <= len(shares) <= _MOST and _is_all(shares, sheet)
    return [_frame(shares)] if whole and len({t.line.number for t in shares}) > 1 else []


def _frame(shares: list[Told]) -> Frame:
    claims = {"part": tuple(t.index for t in shares[:-1]), "rest": (shares[-1].index,)}
    return Frame("rest-share", (shares[0].q.start, shares[-1].q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name")


def _is_share(told: Told, sheet: Sheet) -> bool:
    q, words, line = told.q, sheet.words, told.line
    if q.value is None or not 0 < _percent(told) < 100 or q.kind == "ratio" and (q.approx or not sheet.context.extraction.tokens.words[q.first].isalpha()) or q.sense in ("range", "bound") or not plain_share(told, sheet):
        return False
    other = words.within("distant-whole-not", line, max(told.left, told.at - _OTHER), told.at) or words.ends("distant-whole-not-next", line, told.at, 2)
    return not other and (words.pattern("distant-ballot").match(line.symbols, told.at + 1) is not None or not words.within("distant-whole-not-after", line, told.at + 1, behind(told, sheet)))


def _percent(told: Told) -> Fraction:
    return told.q.value * (100 if told.q.kind == "ratio" else 1)


def _one_whole(shares: list[Told], sheet: Sheet) -> bool:
    """Whether shares can be of one whole: their sum, their words, their time."""
    heads = {head for t in shares if (head := head_behind(t, sheet))} - sheet.stems("back-reference")
    named = all(alike(a, b) for a in heads for b in heads)
    total = sum(map(_percent, shares))
    years = {when.year for t in shares if (when := period_at(t.index, sheet.context)) and when.year}
    loose = any(overlaps(t.line, sheet.context) or sheet.words.has("distant-whole-veto", t.line) for t in shares)
    return named and not loose and _LOW <= total <= _HIGH and len(years) < 2


# ---------------------------------------------------------------- one and the rest


def _is_two(first: Told, last: Told, sheet: Sheet) -> bool:
    if any(sheet.words.has("distant-third-answer", t.line) for t in (first, last)):
        return False
    return _is_rest(last, True, sheet) or _opposed(first, last, sheet) or _denied(first, last, sheet)


def _is_rest(told: Told, told_alone: bool, sheet: Sheet) -> bool:
    """True of "the remaining 28 percent", of a share in a sentence with "the rest", and of "the nylon's 15 percent" behind "The rest is
    nylon" where there is but one other share."""
    words, line = sheet.words, told.line
    if words.within("distant-of-rest", line, 0, len(line.symbols)):
        return False
    if words.within("distant-rest", line, max(told.left, told.at - _CLOSE), told.at):
        return True
    if not told_alone:
        return False
    if any(not any(q >= 0 for q in line.quantity[m.end() : m.end() + 2]) for m in words.matches("distant-rest-said", line)):
        return True  # not "and the island for the remaining 190,000"
    before = sheet.context.lines.lines[max(0, line.number - 1)]
    return before.block == line.block and words.has("distant-rest-said", before) and bool(common(said_at(told, sheet), said(before, sheet)))


def _opposed(first: Told, last: Told, sheet: Sheet) -> bool:
    """True of the yes and the no of a vote, in either order."""
    words = sheet.words
    if not any(words.has("distant-ballot", t.line) for t in (first, last)) and not words.standing("distant-ballot-sure"):
        return False
    if any(tells("distant-two-votes", t.line, sheet) for t in (first, last)):
        return False
    answers = ("distant-yes", "distant-no")
    one, other = (tuple(words.within(name, t.line, t.left, t.right) for name in answers) for t in (first, last))
    return (one, other) in (((True, False), (False, True)), ((False, True), (True, False)))


def _denied(first: Told, last: Told, sheet: Sheet) -> bool:
    """True of "everything that did not come from wind, 27 percent", "those who did drive, 18 percent": what the first does not hold."""
    words, line = sheet.words, last.line
    if not words.within("distant-all-not", line, last.left, last.at):
        return False
    return bool(common(said(line, sheet, last.left, last.at), said(first.line, sheet)))


# ---------------------------------------------------------------- as many as are announced


def _is_all(shares: list[Told], sheet: Sheet) -> bool:
    """True of so many as are announced, of those that a rest closes, and of yes and no with those who gave no answer."""
    closed = _is_rest(shares[-1], False, sheet) or _beside("closing-answer", shares[-1], sheet) and all(any(_beside(name, t, sheet) for t in shares[:-1]) for name in ("distant-yes", "distant-no"))
    return closed or _announced(shares, sheet)


def _beside(name: str, told: Told, sheet: Sheet) -> bool:
    return sheet.words.within(name, told.line, told.left, told.right)


def _announced(shares: list[Told], sheet: Sheet) -> bool:
    """Whether a sentence no later than the first share says that there are so many, and that these are all."""
    first = shares[0].line
    for told in sheet.all:
        q = told.q
        if told.index >= shares[0].index or first.number - told.line.number > _SOON or q.kind not in ("count", "number") or q.value != len(shares) or q.approx:
            continue
        line, words = told.line, sheet.words
        if words.within("distant-members", line, told.at + 1, told.at + 1 + _NAME) or q.noun and words.within("distant-members", line, told.at, told.at + 1 + _NAME) or bool(frozenset(q.noun) & sheet.context.lexicon.pack.words("distant-members")):
            return words.has("distant-split", line) or words.has("distant-split", first)
    return False
