"""What a part grew by, its share before and after, and what the whole grew by: any three fix the fourth.

Wider than "joint-growth": the four may stand in several sentences. The part is what the share is of, the whole is told by
the words for all of it ("overall", "of all kinds", "total").
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.change.joint_rivals import elsewhere, of_the_shares
from checker.linking.structure.change.pairs import pair_of
from checker.linking.structure.joint.evidence import as_told, growth, holds, one_time, reckoned, slipped, worth
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.roles.cast import by_name, cast_of
from checker.model import TIMES, Frame
from checker.rational import Fraction

_GROWTHS = ("percent", "ratio", "multiple")
_SHARES = ("percent", "ratio")
_BEFORE = 4  # sentences from a share to the one of an earlier time
_TOGETHER = 3  # sentences from the shares to growths that they contradict
_AROUND = 5  # sentences to either side


def share_volume(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "joint-growth", "joint", "whole-multiple" and "both-multiples"."""
    page = page_of(context)
    known = {f.claims["share-new"] for f in frames if f.family.startswith("joint") and "share-new" in f.claims and "change" in f.claims}
    found = []
    for n, line in enumerate(page.lines):
        if not line.figures:
            continue
        pair = share_pair(page, n)
        if pair is None or (pair[0].index,) in known:
            continue
        changes = _changes(page, n, pair)
        named = _told_apart(page, pair, changes, line)
        told = named or _by_evidence(page, pair, changes)
        if told is not None and not any(f.quantity.approx for f in told) and not _elsewhere(page, pair, told):
            part, whole = told
            claims = {"share-new": (pair[0].index,), "share-base": (pair[1].index,)}
            frame = frame_of(page, claims, part, whole)
            found.append(by_name(frame) if named and cast_of(context) is not None and _own_words(page, pair, part, whole) else frame)
            break
    return found


def _own_words(page: Page, pair, part: Figure, whole: Figure) -> bool:
    """Whether the growth of the part is told with words of the part, not only of the whole, and none is told from today back."""
    own = (sentence_words(pair[0], page) | sentence_words(pair[1], page)) - names_of_whole(page, pair) - _times(pair, page) - sentence_words(whole, page)
    return bool(own & sentence_words(part, page)) and part.line is not whole.line and not page.says("than-now", whole.line)


def _by_evidence(page: Page, pair, changes: list[Figure]) -> tuple[Figure, Figure] | None:
    """(part, whole) where two growths fit the shares in one order only, or where the only two would but for a mistake."""
    if _of_a_change(page, pair) or any(not f.quantity.value for f in pair) or any(f.quantity.value is None or page.says("constant-terms", f.line) for f in changes) or page.says("other-measure", pair[0].line):
        return None
    moved = worth(pair[0]) / worth(pair[1])
    orders = [(part, whole) for part in changes for whole in changes if part is not whole and growth(whole) > -1]
    fitting = [(part, whole) for part, whole in orders if holds(part.quantity, as_told(part, moved * (1 + growth(whole)) - 1))]
    if fitting:
        return fitting[0] if len(fitting) == 1 else None
    if len(changes) != 2 or any(abs(f.line.number - pair[0].line.number) > _TOGETHER for f in changes) or not one_time(page, changes) or any(f.quantity.kind in _SHARES and f.item.kind == "level" and f.item.word == "" for c in changes for f in page.figures(c.line) if f.line is not pair[0].line):
        return None
    named = (sentence_words(pair[0], page) | sentence_words(pair[1], page)) - names_of_whole(page, pair) - _times(pair, page)
    own = [f for f in changes if f.line is pair[0].line or named & page.clause_words(f)]
    slips = [(part, whole) for part, whole in orders if part in own and (_mistaken(part, whole, moved) or len(own) == 1 and page.says("draws-conclusion", part.line, 0, part.at))]
    return slips[0] if len(slips) == 1 else None


def _mistaken(part: Figure, whole: Figure, moved: Fraction) -> bool:
    """Whether a slip in a growth, or one that leaves out what the whole grew by, is why four figures do not fit."""
    implied, other = moved * (1 + growth(whole)) - 1, (1 + growth(part)) / moved - 1
    if implied * growth(part) < 0:
        return False
    slip = slipped(part.quantity, as_told(part, implied)) or other * growth(whole) > 0 and slipped(whole.quantity, as_told(whole, other))
    return slip or moved != 1 and reckoned(part.quantity, [as_told(part, moved - 1)])


def frame_of(page: Page, shares: dict, part: Figure, whole: Figure) -> Frame:
    """The family goes by which of the growths is told as a multiple."""
    kinds = part.quantity.kind == "multiple", whole.quantity.kind == "multiple"
    if kinds == (True, False):
        return page.frame("joint", shares | {"multiple": (part.index,), "change": (whole.index,)}, whole.item.sign)
    family = {(False, False): "joint-growth", (False, True): "whole-multiple", (True, True): "both-multiples"}[kinds]
    return page.frame(family, shares | {"rate": (whole.index,), "change": (part.index,)})


def share_pair(page: Page, n: int) -> tuple[Figure, Figure] | None:
    """(new, old) share that end in this sentence: two of it, or one of the sentence before, one of them in an earlier time."""
    here = _levels(page, n)
    told = [f for f in page.figures(page.lines[n]) if f.quantity.kind in _SHARES and f.item.word == "base" and f.item.kind == "level" and not f.item.apposed] if len(here) == 1 else ()
    if len(told) == 1 and told[0].index > here[0].index:
        here = [here[0], told[0]]  # "make up 60% of it, up from 50%"
    if len(here) == 1 and n:
        here = [*_earlier(page, n, here[0]), *here]
    if len(here) != 2 or not any(page.says("slice-word", f.line) or here[0].line is here[1].line and f.line.symbols[f.at + 1 : f.at + 2] in page.reader.words.of for f in here):
        return None
    a, b = here
    if any(page.says("rate-noun", f.line, 0, f.at) for f in here):
        return None  # "at an annual rate of 18%": no part of a whole
    if a.item.word == b.item.word == "to":
        return None  # "to 26% this year and to 44% by the end of the decade": both start from elsewhere
    if a.item.word in ("from", "base") and b.item.word not in ("from", "base"):
        return b, a
    if b.item.word in ("from", "base") and a.item.word not in ("from", "base"):
        return a, b
    if b.item.then and not a.item.then and b.line is not a.line:
        return a, b  # "They made up 15%. Twelve months earlier it had been 6%"
    if b.item.word == "to" or a.line is not b.line or a.item.then and not b.item.then:
        return b, a
    made = pair_of([b.item, a.item], page.reader)
    return None if made is None else tuple(sorted((a, b), key=lambda f: f.item is not made[0]))


def _earlier(page: Page, n: int, own: Figure) -> list[Figure]:
    """The share of an earlier time in the sentences in front: the only one, what is left of it to the whole passed over."""
    near = _levels(page, n - 1)
    if len(near) == 1 and worth(near[0]) + worth(own) != 1 and not any(worth(near[0]) + worth(f) == 1 for f in _levels(page, n - 2)[:1] if n > 1):
        return near
    if near[1:]:
        return []
    found = [f for m in range(max(0, n - _BEFORE), n) for f in _levels(page, m)]
    found = [f for k, f in enumerate(found) if not any(worth(f) + worth(g) == 1 for g in found[:k]) and worth(f) + worth(own) != 1]
    return found if len(found) == 1 and sentence_words(found[0], page) & sentence_words(own, page) else []


def _levels(page: Page, n: int) -> list[Figure]:
    found = [f for f in page.figures(page.lines[n]) if f.item.kind == "level" and f.quantity.kind in _SHARES]
    found = [f for f in found if not f.item.apposed and f.item.word != "base" and f.quantity.value]
    return [f for n, f in enumerate(found) if not any(worth(f) + worth(k) == 1 for k in found[:n])]  # 30 per cent women, 70 per cent men


def _changes(page: Page, n: int, pair) -> list[Figure]:
    lines = page.lines[max(0, n - _AROUND) : n + _AROUND]
    block = page.context.extraction.document.blocks
    lines = [line for line in lines if block[line.block].kind == block[page.lines[n].block].kind]
    found = [f for line in lines for f in page.figures(line) if f.item.kind == "change" and f.quantity.kind in _GROWTHS]
    found = [f for f in found if f.index not in (pair[0].index, pair[1].index) and not f.item.apposed and not _their_own(page, pair, f)]
    found = [f for f in found if not page.says("only-wished", f.line, f.left, f.at)]
    return [f for n, f in enumerate(found) if not any((f.quantity.kind, f.quantity.value) == (k.quantity.kind, k.quantity.value) for k in found[:n])]


def _their_own(page: Page, pair, f: Figure) -> bool:
    return f.line is pair[0].line and of_the_shares((pair[0].item, pair[1].item), f.item, page.reader)


def _told_apart(page: Page, pair, changes: list[Figure], line: Line) -> tuple[Figure, Figure] | None:
    """(part, whole): the only two growths around, of which one is said of all of it."""
    if len(changes) != 2:
        return None
    wholes = [f for f in changes if all_of_it(page, f)]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    part = next(f for f in changes if f is not whole)
    named = names_of_whole(page, pair)
    if named and not named & page.clause_words(whole) or _of_a_change(page, pair):
        return None
    if None in (part.quantity.value, whole.quantity.value) or growth(whole) <= -1:
        return None
    moved = worth(pair[0]) / worth(pair[1])
    mixed = [part.quantity.kind, whole.quantity.kind].count("multiple") == 1
    if mixed and not _agrees_or_slips(part, whole, moved) and not _same_span(page, pair, told=(part, whole)):
        return None  # what "more than doubled" may be something else
    taken_up = page.near.pattern("definite").match(line.symbols) is not None or page.says("taken-up", line, 0, 2)  # "The category made up"
    near = (part.line is line or taken_up and abs(part.line.number - line.number) < 2) and not _own_level(page, part)
    return (part, whole) if near or sentence_words(part, page) & (sentence_words(pair[0], page) | sentence_words(pair[1], page)) else None


def _same_span(page: Page, pair, told: tuple[Figure, Figure]) -> bool:
    """True where one growth is told of "the same three years", and the others of the time that this points back to."""
    first, last = sorted(told, key=lambda f: f.index)
    between = first.index < min(f.index for f in pair) and max(f.index for f in pair) < last.index
    return between and page.says("same-span", last.line) and len({f.line.block for f in (*pair, *told)}) == 1


def _elsewhere(page: Page, pair, told: tuple[Figure, Figure]) -> bool:
    """True of growths that do not fit and that the words put in another time, or give to what belongs to the whole."""
    part, whole = told
    return not _agrees(part, whole, worth(pair[0]) / worth(pair[1])) and elsewhere(pair[0].line, ((whole.line, whole.item), (part.line, part.item)), page.reader)


def _agrees(part: Figure, whole: Figure, moved: Fraction) -> bool:
    return holds(part.quantity, as_told(part, moved * (1 + growth(whole)) - 1))


def _agrees_or_slips(part: Figure, whole: Figure, moved) -> bool:
    return _agrees(part, whole, moved) or bool(_mistaken(part, whole, moved))


def names_of_whole(page: Page, pair) -> frozenset[str]:
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


def _times(pair, page: Page) -> frozenset[str]:
    """The words of the times that the sentences of the shares tell: no growth is the part's because both were in January."""
    told = [page.context.quantity(i) for f in pair for i in f.line.figures if page.context.quantity(i).kind in TIMES]
    return frozenset(w for q in told for w in content(q.first, q.last + 1, page.context))


def _of_a_change(page: Page, pair) -> bool:
    """True of a share of an increase: that is no share of a whole."""
    nouns, marks = page.reader.words.nouns, page.reader.words.separators
    for f in pair:
        stop = next((p for p in range(f.at + 1, min(len(f.line.symbols), f.at + 7)) if f.line.symbols[p] in marks), f.at + 7)
        if any(s in nouns for s in f.line.symbols[f.at + 1 : stop]):
            return True
    return False


def _own_level(page: Page, f: Figure) -> bool:
    """True of the growth of a level that stands in front of it: "reached 198 million, an increase of 32.7%"."""
    return any(o.quantity.kind not in (*_SHARES, *_GROWTHS) and o.at < f.at for o in page.figures(f.line))


def all_of_it(page: Page, f: Figure) -> bool:
    """True where the subject of a growth, or what follows it in its clause, is called all of it."""
    marks = page.reader.words.separators
    stop = next((p for p in range(f.at + 1, min(f.right, f.at + 6)) if f.line.symbols[p] in marks), min(f.right, f.at + 6))
    return page.says("of-all-kinds", f.line, max(0, f.left - 1), stop)


def sentence_words(f: Figure, page: Page) -> frozenset[str]:
    """What the sentence of a figure speaks of, without words that any measure may have."""
    return telling(content(f.line.firsts[0], f.line.lasts[-1] + 1, page.context), page.context)
