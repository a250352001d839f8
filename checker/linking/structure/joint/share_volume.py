"""What a part grew by, its share before and after, and what the whole grew by: any three fix the fourth.

Wider than "joint-growth": the four may stand in several sentences. The part is what the share is of, the whole is told by
the words for all of it ("overall", "of all kinds", "total").
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.change_pairs import pair_of
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame

_GROWTHS = ("percent", "ratio", "multiple")
_SHARES = ("percent", "ratio")
_AROUND = 5  # sentences to either side


def share_volume(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "joint-growth", "joint", "whole-multiple" and "both-multiples"."""
    page = page_of(context)
    known = {f.claims["share-new"] for f in frames if f.family in ("joint", "joint-growth") and "change" in f.claims}
    found = []
    for n, line in enumerate(page.lines):
        pair = _shares(page, n)
        if pair is None or (pair[0].index,) in known:
            continue
        changes = _changes(page, n, pair)
        told = _told_apart(page, pair, changes, line)
        if told is not None:
            part, whole = told
            claims = {"share-new": (pair[0].index,), "share-base": (pair[1].index,)}
            found.append(_frame(page, claims, part, whole))
            break
    return found


def _frame(page: Page, shares: dict, part: Figure, whole: Figure) -> Frame:
    """The family goes by which of the growths is told as a multiple."""
    kinds = part.quantity.kind == "multiple", whole.quantity.kind == "multiple"
    if kinds == (True, False):
        return page.frame("joint", shares | {"multiple": (part.index,), "change": (whole.index,)}, whole.item.sign)
    family = {(False, False): "joint-growth", (False, True): "whole-multiple", (True, True): "both-multiples"}[kinds]
    return page.frame(family, shares | {"rate": (whole.index,), "change": (part.index,)})


def _shares(page: Page, n: int) -> tuple[Figure, Figure] | None:
    """(new, old) share that end in this sentence: two of it, or one of the sentence before, one of them in an earlier time."""
    here = _levels(page, n)
    if len(here) == 1 and n and not _levels(page, n - 1)[1:]:
        here = [*_levels(page, n - 1), *here]
    if len(here) != 2 or not any(page.says("slice-word", f.line) for f in here):
        return None
    a, b = here
    if a.item.word == b.item.word == "to":
        return None  # "to 26% this year and to 44% by the end of the decade": both start from elsewhere
    if a.item.word in ("from", "base") and b.item.word not in ("from", "base"):
        return b, a
    if b.item.word in ("from", "base") and a.item.word not in ("from", "base"):
        return a, b
    if b.item.word == "to" or a.line is not b.line or a.item.then and not b.item.then:
        return b, a
    made = pair_of([b.item, a.item], page.reader)
    return None if made is None else tuple(sorted((a, b), key=lambda f: f.item is not made[0]))


def _levels(page: Page, n: int) -> list[Figure]:
    found = [f for f in page.figures(page.lines[n]) if f.item.kind == "level" and f.quantity.kind in _SHARES]
    return [f for f in found if not f.item.apposed and f.item.word != "base"]


def _changes(page: Page, n: int, pair) -> list[Figure]:
    lines = page.lines[max(0, n - _AROUND) : n + _AROUND]
    block = page.context.extraction.document.blocks
    lines = [line for line in lines if block[line.block].kind == block[page.lines[n].block].kind]
    found = [f for line in lines for f in page.figures(line) if f.item.kind == "change" and f.quantity.kind in _GROWTHS]
    return [f for f in found if f.index not in (pair[0].index, pair[1].index) and not f.item.apposed]


def _told_apart(page: Page, pair, changes: list[Figure], line: Line) -> tuple[Figure, Figure] | None:
    """(part, whole): the only two growths around, of which one is said of all of it."""
    if len(changes) != 2:
        return None
    wholes = [f for f in changes if _of_all(page, f)]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    part = next(f for f in changes if f is not whole)
    named = _whole_words(page, pair)
    if named and not named & _window(page, whole) or _of_a_change(page, pair):
        return None
    near = abs(part.line.number - line.number) < 2 and not _own_level(page, part)
    return (part, whole) if near or _words(part, page) & (_words(pair[0], page) | _words(pair[1], page)) else None


def _whole_words(page: Page, pair) -> frozenset[str]:
    """What the share is said to be of: the words behind "share of", "four in ten of"."""
    found: frozenset[str] = frozenset()
    for f in pair:
        line = f.line
        ends = [m.end() for m in page.near.pattern("slice-word").finditer(line.symbols)]
        for end in [*ends, f.at + 1]:
            if line.symbols[end : end + 1] in page.reader.words.of:
                stop = next((p for p in range(end + 1, min(len(line.symbols), end + 7)) if line.quantity[p] >= 0 or line.symbols[p] in page.reader.words.separators), end + 5)
                last = min(stop, len(line.symbols)) - 1
                found |= telling(content(line.firsts[end], line.lasts[last] + 1, page.context), page.context)
    return found


def _of_a_change(page: Page, pair) -> bool:
    """True of a share of an increase: that is no share of a whole."""
    nouns = page.reader.words.nouns
    return any(s in nouns for f in pair for s in f.line.symbols[f.at + 1 : f.at + 7])


def _window(page: Page, f: Figure) -> frozenset[str]:
    """The words around a growth that are nearer to it than to other figures."""
    line, marks = f.line, page.reader.words.separators
    stop = next((p for p in range(f.at + 1, f.right) if line.symbols[p] in marks), f.right)
    return telling(content(line.firsts[f.left], line.lasts[max(f.left, stop - 1)] + 1, page.context), page.context)


def _own_level(page: Page, f: Figure) -> bool:
    """True of the growth of a level that stands in front of it: "reached 198 million, an increase of 32.7%"."""
    return any(o.quantity.kind not in (*_SHARES, *_GROWTHS) and o.at < f.at for o in page.figures(f.line))


def _of_all(page: Page, f: Figure) -> bool:
    """True where the subject of a growth, or what follows it in its clause, is called all of it."""
    marks = page.reader.words.separators
    stop = next((p for p in range(f.at + 1, min(f.right, f.at + 6)) if f.line.symbols[p] in marks), min(f.right, f.at + 6))
    return page.says("of-all-kinds", f.line, max(0, f.left - 1), stop)


def _words(f: Figure, page: Page) -> frozenset[str]:
    """What the sentence of a figure speaks of, without words that any measure may have."""
    return telling(content(f.line.firsts[0], f.line.lasts[-1] + 1, page.context), page.context)
