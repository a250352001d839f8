"""A share before and after, where the whole stood still: the part grew as its share did.

    The mill ground as much grain as ever. Spelt was 12% of it in 2015, 18% last year; so it ground half as much spelt again
    The herd takes up a third of the pasture where it took up two thirds, though it is no smaller: the pasture has doubled

A passage whose words say that one of the two stood still holds two shares of two times and one growth, and no others. A share
and a growth that go the same way tell of a steady whole, those that go against one another of a steady part. Where the words
that say what stood still name the other of the two, nothing is told: "the number of letters did not change" is no steady part of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, years_in
from checker.linking.lines import Line
from checker.linking.structure.joint.evidence import growth, worth
from checker.linking.structure.joint.moments import in_order, year_of
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import TIMES, Frame

_SHARES = ("percent", "ratio")
_KINDS = (*_SHARES, "multiple")
_BACK, _AHEAD = 2, 2  # sentences around the one that says so
_NAMED = 5  # symbols from a share to the end of what it is of
_MEASURES = ("joint-revenue", "joint-profit", "joint-price", "joint-margin", "steady-pay")


def steady(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "steady-whole" and "steady-part" (share-new, share-base, change), and those with a multiple, "...-times"."""
    page = page_of(context)
    known = {f.claims["share-new"] for f in frames if "share-new" in f.claims and f.pinned and len({page.context.line(i).block for told in f.claims.values() for i in told}) == 1}
    found: list[Frame] = []
    for n, line in page.saying("steady-whole"):
        for passage in _passages(page, n):
            three = _three(page, passage)
            if three is None:
                continue
            new, base, grown = three
            steady_part = _goes_against(*three)
            if _names_other(page, line, (new, base), steady_part):
                break
            if (new.index,) not in known and (base.index,) not in known and _tied(page, line, three):
                known.add((new.index,))
                found.append(_frame(page, *three, steady_part))
            break
    return found


def _passages(page: Page, n: int) -> Iterator[list[Line]]:
    """The sentence, it and those behind it, and those in front too, of one paragraph; the narrowest first."""
    home = page.lines[n].block
    for back, ahead in sorted(((b, a) for b in range(_BACK + 1) for a in range(_AHEAD + 1)), key=sum):
        lines = page.lines[max(0, n - back) : n + ahead + 1]
        if len(lines) == back + ahead + 1 and all(line.block == home for line in lines):
            yield lines


def _three(page: Page, lines: list[Line]) -> tuple[Figure, Figure, Figure] | None:
    """(later share, earlier share, growth), where the passage holds just these."""
    figures = [f for line in lines for f in page.figures(line) if f.quantity.kind in (*_KINDS, "points")]
    if len(figures) != 3 or any(_unfit(f) for f in figures):
        return None
    growths = [f for f in figures if f.quantity.kind == "multiple" or f.item.kind == "change"]
    grown = growths[-1] if growths else None
    shares = [f for f in figures if f is not grown]
    if grown is None or any(f.quantity.kind not in _SHARES for f in shares) or len({f.quantity.kind for f in shares}) > 1:
        return None
    if not growth(grown) or any(not 0 < worth(f) < 1 for f in shares) or worth(shares[0]) == worth(shares[1]):
        return None
    order = in_order(page, *shares) or ((shares[1], shares[0]) if _two_times(page, shares) else None)
    return (*order, grown) if order is not None and any(_of_something(page, f) for f in shares) else None


def _two_times(page: Page, shares: list[Figure]) -> bool:
    """Whether words put the second share at another time than the first: of two answers to one question nothing grew."""
    lines = {f.line.number: f.line for f in shares}.values()
    timed = any(page.context.quantity(i).kind in (*TIMES, "ordinal") for line in lines for i in line.figures)
    return timed or any(page.says("steady-two-times", line) for line in lines)


def _of_something(page: Page, f: Figure) -> bool:
    behind = f.line.symbols[f.at + 1 : f.at + 2]
    return bool(behind) and behind in page.reader.words.of or f.line.symbols[:1] in page.reader.words.of


def _unfit(f: Figure) -> bool:
    q = f.quantity
    return q.kind == "points" or not q.value or q.value < 0 or q.sense in ("range", "bound") or q.approx in ("above", "below") or "/" in (q.unit or "")


def _tied(page: Page, home: Line, three: tuple[Figure, Figure, Figure]) -> bool:
    """Whether words tie the growth to the shares: it takes up what they speak of, of no other measure and no other years."""
    new, base, grown = three
    line, shares = grown.line, (new, base)
    here = [f.at for f in shares if f.line is line]
    behind = not here or max(here) < grown.at
    start, stop = (max(here, default=-1) + 1, len(line.symbols)) if behind else (0, min(grown.right, *here))
    beside = page.words_between(line, 0, start) if behind else page.words_between(line, stop, len(line.symbols))
    said = frozenset().union(*(page.words_between(x, 0, len(x.symbols)) if x is not line else beside for x in (new.line, base.line, home)))
    if not said & page.words_between(line, start, stop) and not page.says("steady-taken-up", line, start, stop):
        return False
    others = [f.line for f in shares if f.line is not line] + [home]
    if any(page.says(name, line, start, stop) and not any(page.says(name, other) for other in others if other is not line) for name in _MEASURES):
        return False
    years, told = {y for f in shares for y in years_in(f.line, page.context)}, year_of(page, grown)
    if told is not None and years and told not in years:
        return False
    return not any(page.says("steady-severed", other) for other in (new.line, base.line, line, home))


def _goes_against(new: Figure, base: Figure, grown: Figure) -> bool:
    """Whether the growth goes the other way than the share, as that of the whole around a steady part does."""
    return (worth(new) > worth(base)) != (growth(grown) > 0)


def _names_other(page: Page, home: Line, shares: tuple[Figure, Figure], steady_part: bool) -> bool:
    """Whether the clause that says that something stood still names the whole of the shares where the part should have, or the
    part, and not the whole, where the whole should have."""
    m = next(page.near.matches("steady-whole", home))
    said = page.words_between(home, *_clause(page, home, m.start(), m.end()))
    of_whole = frozenset().union(*(_whole_of(page, f) for f in shares))
    if steady_part:
        return bool(said & of_whole)
    return not said & of_whole and any(said & page.words_between(f.line, _clause(page, f.line, f.at, f.at)[0], f.at) for f in shares if f.line.number != home.number)


def _whole_of(page: Page, f: Figure) -> frozenset[str]:
    """What a share is told to be of: the letters of "55% of the letters were late", "of all letters 55% were"."""
    line, of = f.line, page.reader.words.of
    start, end = _clause(page, line, f.at, f.at + 1)
    if line.symbols[f.at + 1 : f.at + 2] in of and f.at + 1 < len(line.symbols):
        return page.words_between(line, f.at + 2, min(end, f.at + _NAMED))
    return page.words_between(line, 1, f.at) if line.symbols[:1] in of and not start else frozenset()


def _clause(page: Page, line: Line, start: int, end: int) -> tuple[int, int]:
    """From the last mark in front of some symbols to the next one behind them."""
    marks = page.reader.words.separators
    left = next((p + 1 for p in range(start - 1, -1, -1) if line.symbols[p] in marks), 0)
    return left, next((p for p in range(end, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))


def _frame(page: Page, new: Figure, base: Figure, grown: Figure, steady_part: bool) -> Frame:
    """The family goes by what stood still, and by how the growth is told."""
    times = grown.quantity.kind == "multiple"
    claims = {"share-new": (new.index,), "share-base": (base.index,), "multiple" if times else "change": (grown.index,)}
    frame = page.frame(f"steady-{'part' if steady_part else 'whole'}{'-times' if times else ''}", claims, grown.item.sign)
    return replace(frame, tier=1, source="roles")
