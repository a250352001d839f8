"""What two withdrawals leave, the second of what the first one left, however far apart they are told.

    90,000 litres of cider ... sold 40% of it ... a quarter of the cider that was still in the tanks ... the tanks held 40,500 litres

The text has one share that is taken of all of it, one of what was left, and of the unit of the stock one figure in front of both
and one behind them. Nothing may have come in, and nothing else gone.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.roles.cast import COUNTS, Cast, Told, clear, common, kin, one, said, ties_of, told_of
from checker.model import Frame
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_STOCKS = ("currency", "physical", *COUNTS)
_MANY = 100
_OF = 9  # symbols behind "of" in which words say what a share is of
_OPENING = 12  # symbols from the beginning of a sentence to its share: "of those that survived, 10%"


def rests(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "remaining" (whole, first, second, rest)."""
    cast = told_of(context, "rest-still")
    if cast is None or any(f.family == "remaining" for f in frames) or came_in(cast):
        return []
    shares = [t for t in cast.sheet.all if t.q.kind in _SHARES and t.q.value and 0 < _part(t) < 1 and t.q.sense not in ("bound", "range")]
    seconds = [t for t in shares if _of_rest(t, cast)]
    if len(seconds) != 1 or cast.clause("rest-of-others", seconds[0]):
        return []
    second = seconds[0]
    firsts = [t for t in shares if t.index < second.index and _gone(t, cast) and _of_whole(t, cast)]
    later = [t for t in shares if t.index > second.index and _gone(t, cast)]
    if len(firsts) != 1 or later:
        return []
    frame = _frame(firsts[0], second, cast)
    return [frame] if frame is not None and not ties_of(frames).elsewhere(frame, frame.claims["rest"][0]) else []


def came_in(cast: Cast) -> bool:
    """Whether a sentence says that something came in, and does not deny it."""
    return any(cast.words.has("rest-refilled", line) and not cast.words.has("rest-denied", line) for line in cast.sheet.lines)


def _part(told: Told) -> Fraction:
    return told.q.value / 100 if told.q.kind == "percent" else told.q.value


def _of_rest(told: Told, cast: Cast) -> bool:
    """True of "a quarter of the cider still in the tanks", "of those that survived, 10%"."""
    line, of = told.line, cast.words.pattern("of-word")
    if of.match(line.symbols, told.at + 1):
        return cast.words.within("rest-still", line, told.at + 1, min(told.right, told.at + 1 + _OF)) and _gone(told, cast)
    opening = of.match(line.symbols) is not None and told.at <= _OPENING
    return opening and cast.words.within("rest-still", line, 0, told.at)


def _gone(told: Told, cast: Cast) -> bool:
    """Whether words say that a share went away."""
    return any(cast.words.within(name, told.line, told.left, told.right) for name in ("goes-away", "rest-gone"))


def _of_whole(told: Told, cast: Cast) -> bool:
    """Whether a share is of something: "a third of this", "in May 40% of the cider", "of the 900 a third"."""
    line, of = told.line, cast.words.pattern("of-word")
    return of.match(line.symbols, told.at + 1) is not None or of.match(line.symbols) is not None and told.at <= _OPENING


def _frame(first: Told, second: Told, cast: Cast) -> Frame | None:
    stocks = [t for t in cast.plain if t.q.kind in _STOCKS and "/" not in (t.q.unit or "") and t.q.value > 1]
    pairs = [(w, r) for w in stocks if w.index < first.index for r in stocks if r.index > second.index and _alike(w, r, cast)]
    whole, rest = one([w for w, _ in pairs]), one([r for _, r in pairs])
    if whole is None or rest is None or rest.q.value >= whole.q.value or cast.clause("rest-gone", rest):
        return None
    between = [t for t in stocks if whole.index < t.index and t not in (whole, rest) and t.q.value < whole.q.value]
    if any(_alike(whole, t, cast) or not t.q.noun and cast.clause("rest-gone", t) for t in between):
        return None  # another amount of it is told
    known = said(whole.line, cast.sheet) | said(rest.line, cast.sheet) | frozenset(w for t in (whole, rest) for w in t.q.noun)
    base = said(first.line, cast.sheet, first.at + 1, first.at + 1 + _OF)
    pointed = any(cast.words.within(name, first.line, 0, first.at + 1 + _OF) for name in ("of-this-whole", "rest-pointed"))
    if not pointed and not common(base, known) or not clear(rest.q, whole.q.value * (1 - _part(first)) * (1 - _part(second))):
        return None
    claims = {"whole": (whole.index,), "first": (first.index,), "second": (second.index,), "rest": (rest.index,)}
    return cast.frame("remaining", claims, rest)


def _alike(a: Told, b: Told, cast: Cast) -> bool:
    """True of two figures of one unit or one noun; where neither is named, of two in one unit of money."""
    if a.q.kind in COUNTS and b.q.kind in COUNTS:
        if not b.q.noun:
            return a.q.value >= _MANY and b.q.value >= _MANY and cast.clause("left-over", b)  # "the 640 who came home"
        return bool(a.q.noun) and kin(a.q.noun[-1], b.q.noun[-1], cast.sheet)
    return a.q.kind == b.q.kind and a.q.unit == b.q.unit
