"""A share of a share: two fifths replied, 70% of those in favour, so 28% of all, or so many people.

The second share is of what the first took: words point back to it ("of those", "among the latter") or name it ("30% of the
exports"). The third figure, a share of the whole or a count, is what the two make, or a slip away from it, or what the text
concludes from them.
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.structure.again.misprints import digits_of
from checker.linking.structure.joint.evidence import as_written, holds, one_time, reckoned, slipped, worth
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_COUNTS = ("count", "number", "currency", "physical")
_BACK, _AHEAD = 5, 3  # sentences in front of the second share and behind it
_LITTLE = Fraction(1, 50)  # shares of shares below it are hardly told
_REACH = 16  # symbols
_FEWEST = 10  # counts below it are everywhere


def shares_of_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "share-of-share" and "part-of-part" (with the whole and the part counted)."""
    page = page_of(context)
    found: list[Frame] = []
    used: set[int] = set()
    for n, line in enumerate(page.lines):
        if not line.figures:
            continue
        for second in shares_in(page, n):
            first = _first(page, n, second) if second.index not in used else None
            made = [f for f in (_shared(page, n, first, second), _counted(page, n, first, second)) if f is not None] if first is not None else []
            for frame in made:
                found.append(frame)
                used |= {i for members in frame.claims.values() for i in members}
    return found


def shares_in(page: Page, n: int, apposed: bool = False) -> list[Figure]:
    """The shares of a sentence, as levels; those put in behind another figure only where they are asked for."""
    known = page.context.shelf.setdefault("shares-told", {})  # passages overlap
    if (n, apposed) not in known:
        known[n, apposed] = _shares_of(page, n, apposed)
    return known[n, apposed]


def _shares_of(page: Page, n: int, apposed: bool) -> list[Figure]:
    found = [f for f in page.figures(page.lines[n]) if f.quantity.kind in _SHARES and f.item.kind == "level" and (apposed or not f.item.apposed)]
    return [f for f in found if f.quantity.value and f.quantity.sense not in ("bound", "range") and worth(f) < 1 and "/" not in (f.quantity.unit or "")]


# ---------------------------------------------------------------- the second share and the first


def _first(page: Page, n: int, second: Figure) -> Figure | None:
    """The share that the second is part of; None where it is of something else, or of the same whole."""
    if second.item.word in ("than", "base", "from"):
        return None
    before: list[Figure] = []
    rests: set[Fraction] = set()
    for f in (f for m in range(max(0, n - _BACK), n + 1) for f in shares_in(page, m) if f.index < second.index):
        if worth(f) not in rests:
            before.append(f)
            rests.add(1 - worth(f))
    back = points_back(page, second)
    named = whole_of(page, second)
    if page.says("joint-of-the-rest", second.line, second.left, min(len(second.line.symbols), second.at + 5)) or page.says("the-others", second.line, max(second.left, second.at - 2), second.at):
        return None
    if any(is_count(f) and f.at < second.at and all(f.index > b.index for b in before if b.line is second.line) for f in page.figures(second.line)) and second.line.symbols[second.at + 1 : second.at + 2] in page.reader.words.of:
        return None  # "160,000 items, and 25% of them"
    narrowed = _narrowed(page, second)
    for f in reversed(before):
        whole = whole_of(page, f)
        if narrowed & said_at(page, f) and not _narrowed(page, f) and f.line is not second.line:
            return f  # of the pupils who eat there
        if named and whole and named <= whole and not back:
            continue  # two parts of one whole
        if back and f.line is second.line and points_back(page, f):
            return None  # "81% of those in the north and 83% of those in the south"
        if back and n - _number(page, f) <= 2 or named and (named - whole) & said_at(page, f):
            return f
        if worth(f) + worth(second) == 1 or worth(f) == worth(second):
            continue
        if not back and named and whole and whole < named and second.line is not f.line:
            return f  # of the members who replied
        if not back and named and whole and not named & whole and len(before) == 1 and second.line is not f.line:
            return f  # another whole than that of the first: what the two make must say the rest
    return None


def _named(page: Page, first: Figure, second: Figure) -> bool:
    """True where words tie the second share to the first."""
    return points_back(page, second) or bool((whole_of(page, second) - whole_of(page, first)) & said_at(page, first))


def _number(page: Page, f: Figure) -> int:
    return page.number(f.line)


def points_back(page: Page, f: Figure) -> bool:
    """True of "of these", "among the latter", beside a share or opening its clause; not of "of those left"."""
    line, end = f.line, len(f.line.symbols)
    if page.says("joint-of-the-rest", line, f.left, min(end, f.at + 4)) or page.says("joint-those-elsewhere", line, f.at + 1, min(end, f.at + 4)):
        return False
    if page.says("of-the-same", line, f.at + 1, min(end, f.at + 3)):
        return True
    opening = page.near.pattern("of-the-same").search(line.symbols, f.left, f.at)
    if opening is None:
        return False
    before = line.symbols[opening.start() - 1] if opening.start() else ""
    return not before or before in page.reader.words.separators or before in page.reader.words.conjunction


def whole_of(page: Page, f: Figure) -> frozenset[str]:
    """What a share is said to be of: behind it ("30% of the exports"), or at the head of its clause ("of the patients 80%")."""
    line, of, marks = f.line, page.reader.words.of, page.reader.words.separators
    starts = [f.at + 1] if line.symbols[f.at + 1 : f.at + 2] in of else [p for p in range(max(f.left, f.at - 9), f.at) if line.symbols[p] in of and (not p or line.symbols[p - 1] in marks)][:1]
    if not starts:
        return frozenset()
    at = starts[0] + 1
    verbs = page.near.pattern("nested-verb" if starts[0] > f.at else "nested-head-verb")
    last = next((p for p in range(at, min(len(line.symbols), at + 6)) if line.quantity[p] >= 0 or line.symbols[p] in marks or line.symbols[p] in of or verbs.match(line.symbols, p)), min(len(line.symbols), at + 5))
    return content(line.firsts[at], line.lasts[last - 1] + 1, page.context) if last > at else frozenset()


def _narrowed(page: Page, f: Figure) -> frozenset[str]:
    """What the whole of a share that opens its sentence is narrowed by: "of the pupils who eat in the canteens"."""
    line, end = f.line, f.at
    opening = page.near.pattern("of-a-group").match(line.symbols)
    relative = page.near.pattern("narrowing-word").search(line.symbols, 1, min(end, _REACH)) if opening and end <= _REACH else None
    return telling(content(line.firsts[relative.end()], line.firsts[end], page.context), page.context) if relative and relative.end() < end else frozenset()


def said_at(page: Page, f: Figure) -> frozenset[str]:
    """The words of the clause of a share."""
    line, marks = f.line, page.reader.words.separators
    end = min(f.right, len(line.symbols))
    if end + 1 < len(line.symbols) and line.symbols[end - 1] in marks and line.symbols[end + 1] in marks:  # "60% of them, 510, come by bus"
        end = next((p for p in range(end + 1, len(line.symbols)) if line.quantity[p] >= 0), len(line.symbols))
    if end < len(line.symbols):  # another figure follows: what stands behind the last mark in front of it is its own
        end = max((p for p in range(f.at + 1, end) if line.symbols[p] in marks or line.symbols[p] in page.reader.words.conjunction), default=end)
    joints = (p for p in range(f.left, f.at) if line.symbols[p] in page.reader.words.conjunction)
    start = max(joints, default=max(0, f.left - 1))  # "23% of men and 60% of women": men are those of the first
    return content(line.firsts[start], line.lasts[max(f.at, end - 1)] + 1, page.context)


# ---------------------------------------------------------------- what the two make


def _shared(page: Page, n: int, first: Figure, second: Figure) -> Frame | None:
    """A share of the whole behind the two."""
    a, b = worth(first), worth(second)
    ahead = [f for m in range(n, min(len(page.lines), n + _AHEAD + 1)) for f in shares_in(page, m, True) if f.index > second.index]
    ahead = [f for f in ahead if worth(f) not in (1 - a, 1 - b) and not points_back(page, f) and (f.quantity.kind == "percent" or whole_of(page, f))]
    fitting = [f for f in ahead if holds(f.quantity, as_written(f.quantity, a * b))]
    told = [f for f in ahead if _concluded(page, f)]
    slips = [f for f in ahead if _explained(page, first, second, f)]
    if a * b < _LITTLE or any(page.says("reopens", line) for line in {f.line.number: f.line for f in ahead}.values()) and not fitting:
        return None
    chosen = fitting[:1] or (told if len(told) == 1 else slips if len(slips) == 1 else [])
    if not chosen or not fitting and not (chosen[0] in slips or _sure(page, first, second, chosen[0])):
        return None
    if not fitting and not (one_time(page, (first, second, chosen[0])) and _alone(page, first, second, chosen[0]) and (_named(page, first, second) or chosen[0] in told)):
        return None
    return page.frame("share-of-share", {"first": (first.index,), "second": (second.index,), "share": (chosen[0].index,)})


def _alone(page: Page, first: Figure, second: Figure, last: Figure) -> bool:
    """True where hardly another share stands among them: of many shares any three may look like this."""
    a, b = worth(first), worth(second)
    start, end = _number(page, first), _number(page, last)
    others = [f for line in page.lines[start : end + 1] for f in page.figures(line) if f.quantity.kind in _SHARES and f.index not in (first.index, second.index, last.index)]
    others = [f for f in others if f.quantity.value and worth(f) not in (a, b, 1 - a, 1 - b) and f.item.kind == "level"]
    most = 2 if points_back(page, second) else 0
    return len(others) <= most and end - start <= 2 * _AHEAD


def _concluded(page: Page, f: Figure) -> bool:
    return page.says("draws-conclusion", f.line, max(0, f.left - 1), min(f.right, f.at + 4))


def _explained(page: Page, first: Figure, second: Figure, result: Figure) -> bool:
    """Whether a slip, or a sum in place of the product, is why a share of the whole is not what the two make; of the same whole
    as the first, or concluded."""
    a, b, c = worth(first), worth(second), worth(result)
    whole, own = whole_of(page, first), whole_of(page, result)
    if not (_concluded(page, result) or whole & own or page.says("of-everything", result.line, result.at + 1, result.at + 4)):
        return False
    meant = ((result, a * b), (first, c / b), (second, c / a))
    wrong = [as_written(result.quantity, x) for x in (a + b, abs(a - b), a * (1 - b), 1 - a * b)]
    return any(implied < 1 and slipped(f.quantity, as_written(f.quantity, implied)) for f, implied in meant if f.quantity.style != "fraction") or reckoned(result.quantity, wrong)


def _sure(page: Page, first: Figure, second: Figure, result: Figure) -> bool:
    """True of a conclusion in the next sentence from the only two shares in front of it."""
    start = max(0, _number(page, result) - _BACK)
    kept = [f for m in range(start, _number(page, result) + 1) for f in shares_in(page, m) if f.index < result.index]
    kept = [f for f in kept if f in (first, second) or worth(f) not in (1 - worth(first), 1 - worth(second))]
    whole, own = whole_of(page, first), whole_of(page, result)
    return len(kept) == 2 and (not whole or not own or bool(whole & own)) and result.line.number - second.line.number <= 2


# ---------------------------------------------------------------- counts


def _counted(page: Page, n: int, first: Figure, second: Figure) -> Frame | None:
    """A count in front of the two and what they make of it behind them."""
    if not _named(page, first, second):
        return None
    a, b = worth(first), worth(second)
    share = Fraction(a * b)
    m = _number(page, first)
    wholes = [f for k in range(max(0, m - _BACK), m + 1) for f in page.figures(page.lines[k]) if f.index < second.index and is_count(f) and not _bracketed(page, f)]
    parts = [f for k in range(n, min(len(page.lines), n + _AHEAD + 1)) for f in page.figures(page.lines[k]) if f.index > second.index and is_count(f) and not _bracketed(page, f)]
    back = points_back(page, second)
    pairs = [(w, p) for w in wholes for p in parts if p.quantity.value < w.quantity.value and counted_alike(w, p)]
    fitting = [(w, p) for w, p in pairs if holds(p.quantity, w.quantity.value * share)]
    between = [x for w in wholes for x in (w.quantity.value * a, w.quantity.value * (1 - a))]
    slips = [(w, p) for w, p in pairs if p.quantity.value not in between and _slip(w, first, second, p, back)]
    chosen = fitting or (slips if len(slips) == 1 and not reopened(page, n, slips[0][1]) else [])
    if chosen and max(len(digits_of(f.quantity)) for f in chosen[0]) < 2:
        return None  # five million and one million go with many shares
    if not chosen or not fitting and not (one_time(page, (first, second, *chosen[0])) and _alone(page, first, second, chosen[0][1])):
        return None
    whole, part = chosen[0]
    claims = {"whole": (whole.index,), "first": (first.index,), "second": (second.index,), "part": (part.index,)}
    return page.frame("part-of-part", claims)


def reopened(page: Page, n: int, part: Figure) -> bool:
    """Whether others are counted in between: "another 80 come from an agency"."""
    between = (f for line in page.lines[n : _number(page, part) + 1] for f in page.figures(line))
    return any(page.says("nested-others", f.line, max(0, f.at - 2), f.at) for f in between if is_count(f))


def _slip(whole: Figure, first: Figure, second: Figure, part: Figure, back: bool) -> bool:
    a, b, w, p = worth(first), worth(second), whole.quantity.value, part.quantity.value
    meant = [(part, w * a * b), (whole, p / a / b)]
    if back:
        meant += [(first, as_written(first.quantity, p / w / b)), (second, as_written(second.quantity, p / w / a))]
    wrong = (w * b, w * a * (1 - b), w * (a + b))
    return any(slipped(f.quantity, implied) for f, implied in meant) or reckoned(part.quantity, wrong)


def is_count(f: Figure) -> bool:
    q = f.quantity
    return not f.item.apposed and q.kind in _COUNTS and q.value is not None and q.value >= _FEWEST and q.sense not in ("bound", "range") and f.item.kind == "level" and f.item.word not in ("base", "than", "from") and "/" not in (q.unit or "")


def _bracketed(page: Page, f: Figure) -> bool:
    """True of the count of a share in front of it: "72 per cent (37.3 million)"."""
    marks = page.reader.words.separators
    return marks.get(f.line.symbols[f.at - 1 : f.at]) == "("


def counted_alike(a: Figure, b: Figure) -> bool:
    if a.quantity.kind in ("count", "number"):
        return b.quantity.kind in ("count", "number")
    return a.quantity.kind == b.quantity.kind and a.quantity.unit == b.quantity.unit
