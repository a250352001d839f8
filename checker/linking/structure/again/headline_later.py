"""A headline's only figure and the only one of its sort in the whole story, however far down.

    Mill to add 70 looms // ... // In all the mill will set up 40 looms, its owner said           the only looms of the story
    Lender lifts base rate by 25 points // ... // the board lifted the rate by 50 points          the only points

The story gives the headline's figure nowhere, in no words and by no sum; the sentence below shares a word with it besides the
noun (two where the figure counts nothing), and tells of no other time, plan, change or part.
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.again.echoes import same_noun
from checker.linking.structure.again.headlines import summed_up
from checker.linking.structure.again.sole_headline import is_headline
from checker.linking.structure.at_figure import other_period
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.near import Near, near
from checker.model import Frame
from checker.rational import Fraction

_FAR = 4  # times as much
_NEAR = Fraction(1, 10)  # of the figure: what is rounded differs by less
_BACK, _AHEAD = 9, 6  # symbols around a figure that tell what it is
_LEAST = 5  # of smaller counts there are many in any story
_COUNTS = ("count", "number")


def headline_later(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "repeated" (first, second)."""
    lines, words = context.lines.lines, near(context)
    if len(lines) < 3 or not lines[0].figures or lines[0].block == lines[1].block or not is_headline(lines[0], context) or words.has("headlater-not", lines[0]):
        return []
    sheet = sheet_of(context)
    own = [t for t in sheet.all if t.line is lines[0]]
    if len(own) != 1 or any(f.family == "repeated" and f.pinned and own[0].index in f.claims.get("first", ()) for f in frames):
        return []
    title, rest = own[0], [t for t in sheet.all if t.line is not lines[0]]
    like = [t for t in rest if _like(title, t, context)]
    if not like or len({t.q.value for t in like}) != 1 or _told_anyway(title, rest) or summed_up(title.q, [t.index for t in rest], context):
        return []
    told = next((t for t in like if _tied(title, t, sheet, context, words)), None)
    if told is None:
        return []
    claims = {"first": (title.index,), "second": (told.index,)}
    return [Frame("repeated", (told.q.start, told.q.end), claims, {}, 0, frozenset(claims), 3, None, (), "roles")]


def _told_anyway(title: Told, rest: list[Told]) -> bool:
    """Whether the story has the figure of the headline, or one that it rounds."""
    return any(v is not None and abs(v - title.q.value) <= _NEAR * title.q.value for t in rest for v in (t.q.value, t.q.low, t.q.high)) if title.q.value else True


def _like(title: Told, told: Told, context: Context) -> bool:
    """Whether both are figures of one sort: things of one noun, or amounts of one unit."""
    a, b = title.q, told.q
    if a.kind == "count":
        return b.kind in _COUNTS and bool(a.noun and b.noun) and same_noun(a, b, context)
    return a.kind in ("currency", "points", "physical") and b.kind == a.kind and b.unit == a.unit


def _tied(title: Told, told: Told, sheet: Sheet, context: Context, words: Near) -> bool:
    a, b = title.q, told.q
    if title not in sheet.plain and not a.change or told not in sheet.plain and not b.change or a.approx or b.approx or a.value is None or b.value is None:
        return False
    if a.kind == "count" and min(a.value, b.value) < _LEAST or not max(a.value, b.value) <= _FAR * min(a.value, b.value) or abs(a.value - b.value) < _NEAR * max(a.value, b.value):
        return False
    if a.change and b.change and a.change != b.change or other_period(title.index, told.index, context):
        return False
    marks, line = context.lexicon.symbols.marks, told.line
    start, last = max(sheet.clause(told), told.at - _BACK), min(told.right, told.at + _AHEAD)
    end = next((p for p in range(told.at + 1, last) if line.symbols[p] in marks), last)
    if any(words.within(name, told.line, start, end) for name in ("headlater-off", "headline-part")):
        return False
    shared = _said(title.line, context) & _said(told.line, context)
    if a.kind == "points":
        return bool(shared - _unit(told, context))
    noun = frozenset(stem(w, context) for q in (a, b) for w in q.noun)
    summed = words.within("headlater-all", told.line, told.left, told.at)
    return len(telling(shared, context) - noun) >= (1 if summed and a.kind == "count" else 2)


def _unit(told: Told, context: Context) -> frozenset[str]:
    return content(told.q.first, told.q.last + 1, context)


def _said(line: Line, context: Context) -> frozenset[str]:
    return content(line.firsts[0], line.lasts[-1] + 1, context)
