"""A share of a share: two fifths replied, 70% of those in favour, so 28% of all.

Three shares in order, the second of what the first took, the third in a sentence that draws the conclusion.
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.near import one_slip
from checker.model import Frame

_SHARES = ("percent", "ratio")
_BACK = 4  # sentences in front of the conclusion


def shares_of_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "share-of-share"."""
    page = page_of(context)
    found = []
    for n, line in enumerate(page.lines):
        if not page.near.has("draws-conclusion", line):
            continue
        own = _shares(page, n)
        if not 1 <= len(own) <= 2 or len(page.figures(line)) > len(own):
            continue
        before = [f for m in range(max(0, n - _BACK), n) for f in _shares(page, m)]
        if len(own) == 2:  # "75% of those, and thus 30% of all"
            if not page.says("draws-conclusion", line, own[0].at + 1, own[1].at):
                continue
            before, own = [*before, own[0]], own[1:]
        pair = _pair(before, own[0], page)
        if pair is not None:
            first, second = pair
            claims = {"first": (first.index,), "second": (second.index,), "share": (own[0].index,)}
            found.append(page.frame("share-of-share", claims))
    return found


def _shares(page: Page, n: int) -> list[Figure]:
    found = [f for f in page.figures(page.lines[n]) if f.quantity.kind in _SHARES and f.item.kind == "level" and not f.item.apposed]
    return [f for f in found if f.quantity.value is not None and "/" not in (f.quantity.unit or "")]


def _pair(before: list[Figure], result: Figure, page: Page) -> tuple[Figure, Figure] | None:
    """The only two shares in front, complements of a share to 100% left out, of which the second is part of the first."""
    kept: list[Figure] = []
    for f in before:
        if not any(_worth(f) + _worth(k) == 1 for k in kept):
            kept.append(f)
    if len(kept) != 2 or _worth(result) >= 1 or result.line.number - kept[1].line.number > 2:
        return None
    first, second = kept
    after = second.line
    stop = min(len(after.symbols), second.at + 8)
    if not page.says("of-that-part", after, second.at + 1, stop) and not _of_named(page, first, second, stop):
        return None
    if page.says("of-the-same", after, second.at + 1, stop):
        return first, second
    if _worth(first) + _worth(second) + _worth(result) == 1 or _whole(first, page) == _whole(second, page) != frozenset():
        return None  # parts of one whole
    if _words(first, page) & _words(second, page):
        return first, second
    implied = _worth(first) * _worth(second)  # tied by the whole alone: a miss must be a slip of the hand
    scaled = implied * 100 if result.quantity.kind == "percent" else implied
    near = abs(scaled - result.quantity.value) <= (result.quantity.place or 0) or one_slip(result.quantity, scaled)
    return (first, second) if near and _words(first, page) & _words(result, page) else None


def _of_named(page: Page, first: Figure, second: Figure, stop: int) -> bool:
    """True of "75% of online orders" where online orders are what the first share is."""
    line = second.line
    if line.symbols[second.at + 1 : second.at + 2] not in page.reader.words.of:
        return False
    return bool(content(line.firsts[second.at + 1], line.lasts[min(stop, second.at + 4) - 1] + 1, page.context) & _words(first, page))


def _whole(f: Figure, page: Page) -> frozenset[str]:
    """What a share is said to be of."""
    line, at = f.line, f.at + 1
    if line.symbols[at : at + 1] not in page.reader.words.of:
        return frozenset()
    return content(line.firsts[at], line.lasts[min(len(line.symbols), at + 3) - 1] + 1, page.context)


def _words(f: Figure, page: Page) -> frozenset[str]:
    return content(f.line.firsts[0], f.line.lasts[-1] + 1, page.context)


def _worth(f: Figure):
    return f.quantity.value / 100 if f.quantity.kind == "percent" else f.quantity.value
