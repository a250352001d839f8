"""Two shares that are all there is: what is full and what is empty, those who said yes and those who said no.

    The state owns 58.5% of the grid ... [paragraphs] ... The 41.5% not in state hands is traded on the exchange
    The car park was 82% full on Sunday ... The 18% of bays that stayed empty were on the roof
    In the referendum 54.2% voted for the tramway ... [two paragraphs] ... The 45.8% who were against it

Each side is told once in the text, by words of its own, or as those who "agreed with her": they said the one or the other. Of votes
less than the whole proves nothing unless words say that there were two answers, or that the votes are the valid ones; more than the
whole always does. Where somebody did not answer, or a side is told of another place, time or group, nothing is tied.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, content, proper
from checker.linking.lines import Line
from checker.linking.structure.distant.mentions import alike, behind, common, head_behind, of_then, opens_apart, plain_share, said, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told, ties_of
from checker.linking.structure.near import near
from checker.linking.structure.parts import overlaps
from checker.model import Frame
from checker.rational import Fraction

_NEAR, _ANYWHERE = 2, 60  # sentences between what is full and what is empty, what somebody owns and what he does not
_PAIRS = (("sides-full", "sides-empty", _NEAR), ("sides-owned", "sides-not-owned", _ANYWHERE), ("sides-yes", "sides-no", 0), ("sides-yes", "sides-agree", 0), ("sides-no", "sides-agree", 0))  # the words of both, and within how many sentences they are all by nature
_LEAST, _FAR = 45, 160  # percent that shares of one whole may come to by mistake
_ROUNDED = 1
_FRONT, _BEHIND, _DEGREE = 9, 12, 3  # symbols around a share that say which side it is


def two_answers(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part, rest)."""
    words, found = near(context), []
    pairs = [pair for pair in _PAIRS if words.standing(pair[0]) and words.standing(pair[1])]
    if not pairs or sum(KIND_SYMBOLS["percent"] in line.symbols for line in context.lines.figured) < 2 or (sheet := told_plainly(context)) is None:
        return []
    shares = [t for t in sheet.all if _is_share(t, sheet)]
    tied = ties_of(frames)
    for first, second, closed in pairs:
        sides = [[t for t in shares if _side(t, first, second, sheet) == name] for name in (first, second)]
        if any(len({t.q.value for t in side}) != 1 for side in sides):
            continue
        a, b = sorted((side[0] for side in sides), key=lambda t: t.index)
        if first == "sides-owned" and not _of_one_owner(a, b, sheet):
            continue
        if a.line is not b.line and _of_one_whole(a, b, closed, sheet) and not any(tied.sets.get(t.index) for t in (a, b)):
            claims = {"part": (a.index,), "rest": (b.index,)}
            found.append(Frame("rest-share", (a.q.start, b.q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name"))
    return found


def _is_share(told: Told, sheet: Sheet) -> bool:
    q = told.q
    return q.kind == "percent" and q.value is not None and 0 < q.value < 100 and q.sense not in ("range", "bound") and q.approx in (None, "about") and plain_share(told, sheet)


def _side(told: Told, first: str, second: str, sheet: Sheet) -> str:
    """The class whose word stands at a share, behind it or else in front; empty where none does, or both."""
    start, end = max(told.left, told.at - _FRONT), min(told.right, told.at + 1 + _BEHIND)
    if first == "sides-owned":  # "the 41.5% not in state hands is held by others"
        own, other = sheet.words.within(first, told.line, start, told.at), sheet.words.within(second, told.line, told.at + 1, end)
        return second if other else first if own else ""
    for span in ((told.at + 1, end), (start, told.at)):
        names = [name for name in (first, second) if sheet.words.within(name, told.line, *span)]
        if names:
            place = sheet.words.place(names[0], told.line, *span)
            return names[0] if len(names) == 1 and not sheet.words.within("sides-not", told.line, max(span[0], place - _DEGREE), place) else ""
    return ""


def _of_one_owner(a: Told, b: Told, sheet: Sheet) -> bool:
    """Whether "the 41.5% not in state hands" says again who owns the other share, or that it does not."""
    line, context, words = b.line, sheet.context, sheet.words
    m = next(words.matches("sides-not-owned", line, b.at + 1, behind(b, sheet)), None)
    if m is None:
        return False
    end = min(m.end() + _DEGREE, behind(b, sheet)) if words.ends("the-word", line, m.end(), 1) else m.end()
    own = content(line.firsts[m.start()], line.lasts[end - 1] + 1, context) - sheet.stems("sides-hands")
    owner = content(a.line.firsts[0], a.line.firsts[a.at], context)
    return bool(common(own, owner)) if own else words.within("sides-it", line, m.start(), m.end())


def _of_one_whole(a: Told, b: Told, closed: int, sheet: Sheet) -> bool:
    """Whether two shares can only be of one whole, of one time and place."""
    words, lines = sheet.words, sheet.lines
    total = a.q.value + b.q.value
    if a.q.value == b.q.value or any(words.has("sides-third", line) for line in lines) or any(of_then(t.line, sheet) or overlaps(t.line, sheet.context) for t in (a, b)):
        return False
    if any(sheet.context.quantity(i).kind == "ordinal" for t in (a, b) for i in t.line.figures):
        return False  # "in favour of the first bill. The second was rejected"
    heads = {head for t in (a, b) if (head := head_behind(t, sheet))} - sheet.stems("back-reference") - sheet.stems("sides-voters")
    if len(heads) > 1 and not all(alike(x, y) for x in heads for y in heads) or not sheet.one_time((a.index, b.index)):
        return False
    known = said(a.line, sheet) | said(sheet.context.lines.lines[0], sheet)
    opening = sheet.context.lines.lines[0]
    headed = sheet.context.extraction.document.blocks[opening.block].kind == "heading"
    if headed and _narrowed(a, opening, sheet) or _narrowed(b, a.line, sheet) or opens_apart(b.line, known, sheet):
        return False
    if closed:
        return abs(a.line.number - b.line.number) <= closed and (abs(total - 100) <= _ROUNDED or _LEAST <= total <= _FAR)
    asked = any(words.has("sides-vote", line) for line in lines)
    two = any(words.has("sides-only", line) for line in lines)
    return asked and _LEAST <= total <= _FAR and (total > 100 or two or abs(total - 100) <= Fraction(_ROUNDED, 5))


def _narrowed(told: Told, other: Line, sheet: Sheet) -> bool:
    """True of "the 18% that stayed empty in the north stand": the place stands right behind the word, and no other sentence names it."""
    words, line, end = sheet.words, told.line, behind(told, sheet)
    known = said(other, sheet)
    spans = [x.span() for pair in _PAIRS for name in pair[:2] for x in words.matches(name, line, told.at + 1, end)]
    side = max((last for _, last in spans), default=-1)
    for m in words.matches("distant-narrowing", line, told.at + 1, min(end, len(line.symbols) - 1)):
        if any(a <= m.start() < b for a, b in spans):
            continue  # "in favour"
        new = said(line, sheet, m.end(), m.end() + _DEGREE) - known
        if new and (m.start() <= side or proper(line.firsts[m.end()], line.lasts[min(m.end() + 1, len(line.lasts) - 1)] + 1, sheet.context)):
            return True
    return False
