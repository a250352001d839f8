"""Levels with the growth that is told of each: "240 million, up 20%", "rose 4 per cent to 194 million"."""

from __future__ import annotations

from checker.linking.context import same_head
from checker.linking.structure.joint.page import Figure, Page

Pair = tuple[Figure, Figure, int]  # level, growth, sign
LEVELS = ("currency", "count", "number", "physical")
_GROWTHS = ("percent", "ratio")
_LARGE = 1000
_DIRECT = 4  # symbols from a growth to the level that it led to


def pairs_of(page: Page) -> list[Pair]:
    """(level, growth, sign) in the order of the text."""
    shelf = page.context.shelf
    if "pairs" not in shelf:
        shelf["pairs"] = _pairs(page)
    return shelf["pairs"]


def _pairs(page: Page) -> list[Pair]:
    found: list[Pair] = []
    waiting: Figure | None = None
    block = None
    for line in page.lines:
        if block is not None and line.block != block and waiting is not None and not is_level(waiting):
            waiting = None
        block = line.block
        figures = page.figures(line)
        for f in figures:
            if is_level(f):
                led = _leading(page, f, figures)
                if led is not None and (not found or found[-1][1] is not led):
                    found.append((f, led, led.item.sign))
                again = _carried_on(f, figures, found) if led is None else None
                if again is not None:
                    found.append((f, again, found[-1][2]))
                waiting = f if led is None and again is None else None
            elif waiting is not None and not (waiting.line is not line and (_remembers(page, f) or _supposed(page, f))) and f.quantity.kind in _GROWTHS and waiting.line.number >= line.number - 1:
                sign = 0 if waiting.line is not line and _leads(page, f, figures) else _sign(page, f)
                if sign:
                    found.append((waiting, f, sign))
                waiting = None
        if waiting is not None and waiting.line.number < line.number:
            waiting = None
    return found


def _leading(page: Page, level: Figure, figures: list[Figure]) -> Figure | None:
    """The growth in front of a level that it led to: "rose 4 per cent to 194 million"."""
    before = [f for f in figures if f.at < level.at]
    led = level.item.word == "to" and before and before[-1].item.kind == "change" and before[-1].quantity.kind in _GROWTHS
    if not led or not before[-1].item.sign or before[-1].item.blocked:
        return None
    between = level.line.symbols[before[-1].at + 1 : level.at]
    marks = [p for p, s in enumerate(between) if page.reader.words.separators.get(s) == ","]
    if len(marks) == 1 and len(between) <= marks[0] + 2 <= _DIRECT:
        between = between.replace(between[marks[0]], "")  # "up 21%, to 850m", "14 per cent down, at 960,000"
    return None if any(s in page.reader.words.separators or s in page.reader.words.conjunction for s in between) else before[-1]


def _carried_on(level: Figure, figures: list[Figure], found: list[Pair]) -> Figure | None:
    """The growth of "rose 10 per cent to 33,000 and child admissions 25 per cent to 15,000", where the verb is not said again."""
    before = [f for f in figures if f.at < level.at]
    if level.item.word != "to" or len(before) < 3 or not found or found[-1][0] is not before[-2] or found[-1][1] is not before[-3]:
        return None
    growth, between = before[-1], level.line.symbols[before[-1].at + 1 : level.at]
    return growth if growth.quantity.kind == "percent" and len(between) == 1 and not growth.item.blocked else None


def _leads(page: Page, f: Figure, figures: list[Figure]) -> bool:
    """True of a growth that may have led to a level of its own: one stands behind it in its sentence."""
    return any(is_level(g) and g.quantity.kind in LEVELS and (g.item.word == "to" or _leading(page, g, figures) is f) for g in figures if g.at > f.at)


def _remembers(page: Page, f: Figure) -> bool:
    """True of a growth of another time: "the largest since a 4.5 per cent drop in May 1980"."""
    dated = any(page.context.quantity(i).kind in ("date", "year") for i in f.line.figures)
    return dated and not f.item.now


def _supposed(page: Page, f: Figure) -> bool:
    """True of a growth that was not: "without it, turnover would have risen 5%"."""
    return page.says("told-unreal", f.line, f.left, f.at)


def is_level(f: Figure) -> bool:
    q = f.quantity
    if q.kind not in LEVELS or q.value is None or q.sense in ("bound", "range") or f.item.word in ("from", "base"):
        return False
    if f.item.word == "than":  # "turned over 750m", where nothing is compared
        return f.item.kind == "level" and f.quantity.kind == "currency" and f.left <= _DIRECT and not f.item.then
    return f.item.kind == "level" and not f.item.apposed or q.kind == "currency" and f.item.kind == "change" or f.item.kind == "change" and not f.item.apposed and q.scale > 1


def _sign(page: Page, f: Figure) -> int:
    if f.item.kind == "change" and not f.item.blocked:
        return f.item.sign
    line, end = f.line, min(len(f.line.symbols), f.at + 4)
    if page.says("again-as-much", line, f.at + 1, end):
        return 1
    if page.says("below-base", line, f.at + 1, f.at + 2):
        return -1
    if page.says("above-base", line, f.at + 1, f.at + 2):
        return 1
    if f.item.kind == "level" and f.quantity.kind == "percent":
        return _named(page, f)
    return 0


def _named(page: Page, f: Figure) -> int:
    """The direction of a growth told by its name: "the annual rate of increase was 17.9%"."""
    rise, fall = (page.says(name, f.line, f.left, f.at) for name in ("rise-noun", "fall-noun"))
    return 0 if rise == fall else 1 if rise else -1


def both_counted(a: Figure, b: Figure) -> bool:
    """True of counts of whatever things: pupils and sandwiches."""
    return {a.quantity.kind, b.quantity.kind} <= {"count", "number"}


def one_measure(a: Figure, b: Figure) -> bool:
    """True of two levels of one unit; a bare number in millions, or a large one, takes that of the other."""
    p, q = a.quantity, b.quantity
    bare = any(x.kind == "number" and x.unit is None and (x.scale > 1 or x.value >= _LARGE) for x in (p, q))
    return same_head(p, q) or bare and p.scale == q.scale
