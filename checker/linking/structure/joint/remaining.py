"""What remains after two withdrawals, the second taken from what the first left.

"$1,200; a third of it went on rent, half of what was left on a machine; the last $400": 1,200 x 2/3 x 1/2. Falls of a price
from one day to the next are the same. A figure that is not said to be left is one where a slip explains it, or where both
shares were taken of the whole.
"""

from __future__ import annotations

from checker.linking.context import Context, content, same_unit, telling
from checker.linking.structure.joint.evidence import as_written, holds, reckoned, slipped, worth
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.parts import share_behind
from checker.model import Frame
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_LEVELS = ("currency", "count", "number", "physical", "duration")
_CLOSE_BY = 3  # sentences from the whole to what is said to be left of it
_COMES_OUT = 4  # of `_fits`
_SPREAD = 5  # sentences from the whole to a rest that does not fit
_WITHIN = 7  # sentences


def remaining(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "remaining": whole, two shares, rest."""
    page = page_of(context)
    for n, line in page.saying("of-what-was-left"):
        for second in page.figures(line):
            if second.quantity.kind in _SHARES and _of_rest(page, second):
                frame = _frame(page, n, second)
                if frame is not None:
                    return [frame]
    return []


def _frame(page: Page, n: int, second: Figure) -> Frame | None:
    before = [f for line in page.lines[max(0, n - _WITHIN) : n + 1] for f in page.figures(line) if f.index < second.index]
    shares = [f for f in before if f.quantity.kind in _SHARES and f.quantity.value and not f.item.apposed and f.item.sign <= 0 and worth(f) < 1]
    shares = [f for f in shares if _taken(page, f) or len(shares) == 1]
    after = [f for line in page.lines[n : n + _WITHIN] for f in page.figures(line) if f.index > second.index]
    if len(shares) != 1 or not second.quantity.value or worth(second) >= 1 or any(_further(page, f) for f in after):
        return None
    first = shares[0]
    told = page.lines[max(0, n - _WITHIN) : n + _WITHIN]
    if any(f.quantity.kind in _LEVELS and page.says("rest-gone", line, f.at + 1, f.right) for line in told for f in page.figures(line) if f.index > second.index):
        return None  # more of it went
    if any(page.says("rest-refilled", line) and not page.says("rest-denied", line) for line in told) or page.says("rest-of-others", second.line, second.at):
        return None
    before = [f for f in before if not _closed(page, f, first, before)]
    wholes = [f for f in before if f.index < first.index and not _with_share(page, f) and not _of_other(page, first, f) and f.quantity.kind in _LEVELS and f.quantity.value and f.quantity.sense != "bound" and f.item.word not in ("base", "than")]
    found = [(whole, rest, fit) for whole in wholes for rest in after if (fit := _fits(page, whole, first, second, rest)) is not None]
    if not _taken(page, first):
        found = [f for f in found if f[2] == _COMES_OUT]
    best = max((fit for _, _, fit in found), default=0)
    found = [(whole, rest) for whole, rest, fit in found if fit == best]
    if len({rest.index for _, rest in found}) != 1:
        return None
    whole, rest = max(found, key=lambda pair: pair[0].quantity.value)
    claims = {"whole": (whole.index,), "first": (first.index,), "second": (second.index,), "rest": (rest.index,)}
    return page.frame("remaining", claims)


def _with_share(page: Page, f: Figure) -> bool:
    """True of "92,300 tonnes, 43% of all household waste": a part itself."""
    at = share_behind(f.index, page.context)
    return at > 0 and f.line.symbols[at - 1] in page.reader.words.separators


def _fits(page: Page, whole: Figure, first: Figure, second: Figure, rest: Figure) -> int | None:
    """How well a figure is what remains: 4 where it is, 3 where it is called so, 2 where that may be said of what was left in
    between, 1 where a mistake explains it."""
    if page.says("rest-gone", rest.line, rest.at + 1, rest.right):
        return None
    if rest.quantity.kind not in _LEVELS or not _same(whole, rest, page.context.lexicon.pack.words("distant-people")) or not rest.quantity.value or rest.quantity.value >= whole.quantity.value or rest.item.word in ("base", "than"):
        return None
    w, a, b = whole.quantity.value, worth(first), worth(second)
    if holds(rest.quantity, w * (1 - a) * (1 - b)):
        return _COMES_OUT
    if rest.line.number - whole.line.number > _SPREAD:
        return None  # from afar only what comes out is meant
    between = any(holds(rest.quantity, taken) for taken in (w * a, w * (1 - a), w * (1 - a) * b))
    r = rest.quantity.value
    meant = ((rest, w * (1 - a) * (1 - b)), (whole, r / (1 - a) / (1 - b)), (first, as_written(first.quantity, 1 - r / w / (1 - b))), (second, as_written(second.quantity, 1 - r / w / (1 - a))))
    wrong = reckoned(rest.quantity, [w * (1 - a - b)] if a + b < Fraction(1) else [])
    explained = wrong or any(slipped(f.quantity, implied) for f, implied in meant)
    if _left(page, rest):
        return (2 if between else 3) if explained or abs(rest.line.number - whole.line.number) <= _CLOSE_BY else None
    return 1 if explained and not between else None


def _of_other(page: Page, share: Figure, whole: Figure) -> bool:
    """True of "9 per cent of costs" where the sentence of the whole does not speak of costs."""
    line, at, context = share.line, share.at + 1, page.context
    if line.symbols[at : at + 1] not in page.reader.words.of or at + 1 >= len(line.firsts):
        return False
    if context.extraction.tokens.words[line.firsts[at + 1]] in context.function:
        return False  # of the money
    stop = next((p for p in range(at + 1, min(at + 4, len(line.symbols))) if line.symbols[p] in page.reader.words.separators or line.quantity[p] >= 0), min(at + 4, len(line.symbols)))
    named = telling(content(line.firsts[at + 1], line.lasts[stop - 1] + 1, context), context)
    said = content(whole.line.firsts[0], whole.line.lasts[-1] + 1, context)
    return bool(named) and not named & said


def _closed(page: Page, whole: Figure, first: Figure, before: list[Figure]) -> bool:
    """True of a whole whose own rest is told before anything is taken, or of which no share is: a share "of this total" is
    taken of the last figure in front of it."""
    between = [f for f in before if whole.index < f.index < first.index and f.quantity.kind in _LEVELS and _same(whole, f)]
    rest = any(_left(page, f) for f in between)
    return rest or bool(between) and page.says("of-this-whole", first.line, 0, first.at + 5)


def _further(page: Page, f: Figure) -> bool:
    """True of a third withdrawal, or of a growth after the two."""
    if f.quantity.kind not in _SHARES or f.item.apposed:
        return False
    return f.item.kind == "change" or _taken(page, f) or _of_rest(page, f)


def _same(a: Figure, b: Figure, people: frozenset[str] = frozenset()) -> bool:
    p, q = a.quantity, b.quantity
    if p.kind in ("count", "number") and q.kind in ("count", "number"):
        return not (p.noun and q.noun) or p.noun[-1] == q.noun[-1] or any(n.noun[-1] in people for n in (p, q))
    return p.kind == q.kind and same_unit(p, q)


def _of_rest(page: Page, f: Figure) -> bool:
    line, end = f.line, len(f.line.symbols)
    if page.says("joint-of-the-rest", line, f.at + 1, min(end, f.at + 7)) or f.at < 9 and page.says("joint-of-the-rest", line, 0, min(4, f.at)):
        return f.item.sign <= 0
    return page.says("of-what-was-left", line, max(0, f.at - 3), min(end, f.at + 7)) and _taken(page, f)


def _taken(page: Page, f: Figure) -> bool:
    return f.item.kind == "change" and f.item.sign <= 0 or page.says("goes-away", f.line, max(0, f.left - 2), f.right)


def _left(page: Page, f: Figure) -> bool:
    return page.says("left-over", f.line, max(0, f.left - 1), f.right)
