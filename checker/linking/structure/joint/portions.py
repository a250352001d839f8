"""A share before and after, the growth of the whole and that of the part, where a passage tells no other shares and growths.

    women were 20 per cent of those admitted in 2010 ... 50 per cent in 2020 ... three times as many women ... the intake doubled
    kept 18% of turnover as operating profit ... this time 12.6% ... turnover is up 50% ... profit is 35% larger
    of every pound 12 pence stayed as profit, 10 in the year before

Four figures of a passage that holds just these: two shares of one thing at two times, and two growths, one of which is the
whole's by its words. They prove something where both growths name what grew, where a conclusion is drawn, or where a slip of
the hand explains them; not where times, terms or measures differ.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from operator import itemgetter

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.change.joint_rivals import elsewhere
from checker.linking.structure.joint.evidence import growth, worth
from checker.linking.structure.joint.margins import one_sort, one_terms
from checker.linking.structure.joint.moments import in_order
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.joint.portion_proof import GROWTHS, Grown, held, one_basis, one_time, proved
from checker.linking.structure.joint.share_volume import all_of_it, names_of_whole, sentence_words
from checker.linking.structure.roles.cast import by_name, cast_of
from checker.model import TIMES, Frame

_LINE = itemgetter(0)
_SHARES = ("percent", "ratio")
_APART = 8  # sentences between the two shares
_AROUND = 8  # sentences from a share to the growths
_NEAR = 8  # symbols
_MEASURES = ("joint-revenue", "joint-profit")


def portions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "margin-growth", "joint-growth", "joint", "whole-multiple" and "both-multiples"."""
    page = page_of(context)
    known = {i for f in frames if "share-new" in f.claims and f.pinned and "change" in f.claims for c in ("share-new", "share-base") for i in f.claims[c]}
    apart = {i for f in frames if f.family == "change" and "base" in f.pinned and "new" in f.claims for i in f.claims.get("change", ())}
    shares: list[tuple[int, Figure]] = []
    for n, f in ((n, f) for n, line in enumerate(page.lines) for f in _levels(page, line)):
        near = takewhile(lambda share: n - share[0] <= 2, reversed(shares))
        if not any(_complement(f, k) for _, k in near):
            shares.append((n, f))
    found: list[Frame] = []
    named = cast_of(context) is not None
    for k, (n, a) in enumerate(shares[:-1]):
        m, b = shares[k + 1]
        if m - n > _APART or a.index in known or b.index in known or not _one_thing(page, a, b) or _more(page, shares, k):
            continue
        frame = _frame(page, a, b, (n, m), apart)
        if frame is not None:
            sure = named and _profits((a, b), page)
            found.append(by_name(frame) if sure else frame)
            known |= {a.index, b.index}
    return found


# ---------------------------------------------------------------- two shares of one thing


def _levels(page: Page, line: Line) -> list[Figure]:
    """The shares of a sentence: percentages and fractions that are no growths, and pence "of every pound"."""
    found = []
    figures = page.figures(line)
    for f in figures:
        if f.item.kind != "level" or f.item.apposed or not f.quantity.value or f.quantity.sense in ("bound", "range"):
            continue
        if f.quantity.kind in _SHARES and "/" not in (f.quantity.unit or "") and f.quantity.value > 0:
            found.append(f)
        elif f.quantity.kind in ("currency", "number") and _of_each(page, f):
            found.append(f)
    return found


def _complement(a: Figure, b: Figure) -> bool:
    return a.quantity.kind in _SHARES and b.quantity.kind in _SHARES and worth(a) + worth(b) == 1


def _of_each(page: Page, f: Figure) -> bool:
    """True of "12 pence of every pound", and of a figure that takes this up in the same sentence or the next."""
    if page.says("of-every-one", f.line):
        return True
    before = page.context.lines.lines[f.line.number - 1] if f.line.number else None
    return before is not None and before.block == f.line.block and page.says("of-every-one", before) and (f.item.then or f.item.word == "base") and len(page.figures(f.line)) == 1


def _one_thing(page: Page, a: Figure, b: Figure) -> bool:
    """True of two figures alike of which one is said to be a share of something, or a margin."""
    p, q = a.quantity, b.quantity
    alike = p.kind in _SHARES and q.kind in _SHARES or p.kind not in _SHARES and q.kind not in _SHARES and (p.unit == q.unit or q.unit is None)
    if not alike or _complement(a, b) or a.item.word == b.item.word == "to":
        return False
    return any(_is_share(page, f) for f in (a, b)) and (a.line is b.line or _taken_up(page, a, b))


def _is_share(page: Page, f: Figure) -> bool:
    behind = f.line.symbols[f.at + 1 : f.at + 2]
    if page.says("levied-rate", f.line):
        return False  # "the tax rate rises to 15 per cent from 11": a share of nothing that grew
    return behind in page.reader.words.of and behind != "" or any(page.says(name, line) for line in _spoken_of(page, f) for name in ("slice-word", "joint-margin", "of-every-one"))


def _spoken_of(page: Page, f: Figure) -> list[Line]:
    """The sentence of a figure, with the one in front where it opens with a pronoun."""
    before = page.context.lines.lines[f.line.number - 1 : f.line.number] if page.says("taken-up", f.line, 0, 2) else ()
    return [f.line, *(line for line in before if line.block == f.line.block)]


def _taken_up(page: Page, a: Figure, b: Figure) -> bool:
    """True where the sentence of the second share speaks of what the first does, by its name or by pointing back."""
    if page.says("share-again", b.line, 0, b.at):
        return True
    return bool(sentence_words(a, page) & sentence_words(b, page)) or b.line.number - a.line.number == 1 and b.line.block == a.line.block


def _more(page: Page, shares, k: int) -> bool:
    """True where another share stands near by that is not what these leave."""
    n, m = shares[k][0], shares[k + 1][0]
    pair = shares[k][1], shares[k + 1][1]
    around = range(bisect_left(shares, n - 2, key=_LINE), bisect_right(shares, m + 2, key=_LINE))
    others = [shares[i][1] for i in around if i not in (k, k + 1) and shares[i][1].quantity.kind in _SHARES]
    return any(not any(_complement(f, p) for p in pair) and (f.line in (pair[0].line, pair[1].line) or _is_share(page, f)) for f in others)


# ---------------------------------------------------------------- two growths


def _frame(page: Page, a: Figure, b: Figure, at: tuple[int, int], apart: set[int]) -> Frame | None:
    order = in_order(page, a, b)
    lines = page.lines[max(0, at[0] - _AROUND) : at[1] + _AROUND + 1]
    growths = _growths(page, lines, (a, b), apart)
    if any(page.says("together-respectively", f.line) for f in (a, b, *growths)):
        return None
    told = _told_apart(page, (a, b), growths) if 2 <= len(growths) <= 3 else None
    if told is None or not one_basis(page, (a, b), told) or not one_time(page, (a, b), told):
        return None
    part, whole = told
    if _profits((a, b), page) and not one_sort(page, [f.line for f in (a, b, part.figure, whole.figure)]):
        return None
    if _profits((a, b), page) and not one_terms(page, [f.line for f in (a, b, part.figure, whole.figure)]):
        return None
    if _profits((a, b), page) and len({page.says("owner-part", f.line) for f in (a, b, part.figure, whole.figure)}) > 1:
        return None  # the sales of the group and the margin of a division
    new, base = order or (b, a)
    ways = (whole.figure.line, whole.figure.item), (part.figure.line, part.figure.item)
    if held(part.figure, whole.figure, new, base):
        return _made(page, part.figure, whole.figure, new, base)
    if order is None or not proved(page, part, whole, new, base, len(growths)) or elsewhere(new.line, ways, page.reader):
        return None
    return _made(page, part.figure, whole.figure, new, base)


def _growths(page: Page, lines: list[Line], pair, apart: set[int]) -> list[Figure]:
    found = [f for line in lines for f in page.figures(line) if f.item.kind == "change" and f.quantity.kind in GROWTHS and f.quantity.value is not None]
    found = [f for f in found if f not in pair and not f.item.apposed and f.index not in apart and f.quantity.sense not in ("bound", "range")]
    found = [f for f in found if not page.says("looks-ahead", f.line, max(f.left, f.at - _NEAR), f.at) and not page.says("odds-word", f.line, f.left, f.right)]
    return [f for n, f in enumerate(found) if not any((f.quantity.kind, f.quantity.value) == (k.quantity.kind, k.quantity.value) and f.item.sign == k.item.sign for k in found[:n])]


def _told_apart(page: Page, pair, growths: list[Figure]) -> tuple[Grown, Grown] | None:
    """(part, whole) of the growths, where words tell which is which."""
    graded = [_graded(page, pair, f) for f in growths]
    graded = [g for g in graded if g is not None]
    if len(graded) > 2:
        graded = [g for g in graded if g.whole or g.part]
    if len(graded) != 2:
        return None
    part, whole = sorted(graded, key=lambda g: g.whole - g.part)
    return (part, whole) if part.whole - part.part < whole.whole - whole.part and growth(whole.figure) > -1 else None


def _graded(page: Page, pair, f: Figure) -> Grown | None:
    own = page.clause_words(f)
    if _profits(pair, page):
        name = page.called(f, _MEASURES)
        return Grown(f, 3 * (name != "joint-profit"), 3 * (name == "joint-profit"))
    whole = names_of_whole(page, pair)
    part = (_clause(page, pair[0]) | _clause(page, pair[1])) - whole - _times(page, pair)
    return Grown(f, 3 * all_of_it(page, f) + len(whole & own), len(part & own))


def _profits(pair, page: Page) -> bool:
    """True of margins, and of what is kept as profit."""
    return any(page.says(name, line) for f in pair for line in _spoken_of(page, f) for name in ("joint-margin", "joint-profit"))


def _clause(page: Page, f: Figure) -> frozenset[str]:
    """The words about a share: those of its clause, of all in front of it where the clause has none ("women, who were 20%")."""
    line, marks = f.line, page.reader.words.separators
    for start in (max((p + 1 for p in range(f.left, f.at) if line.symbols[p] in marks), default=f.left), f.left, 0):
        said = telling(content(line.firsts[start], line.firsts[f.at], page.context), page.context)
        if said:
            break
    stop = next((p for p in range(f.at + 1, f.right) if line.symbols[p] in marks), f.right)
    return said | telling(content(line.firsts[f.at], line.lasts[max(f.at, stop - 1)] + 1, page.context), page.context)


def _times(page: Page, pair) -> frozenset[str]:
    told = [q for f in pair for i in f.line.figures if (q := page.context.quantity(i)).kind in TIMES]
    return frozenset(w for q in told for w in content(q.first, q.last + 1, page.context))


def _made(page: Page, part: Figure, whole: Figure, new: Figure, base: Figure) -> Frame:
    claims = {"share-new": (new.index,), "share-base": (base.index,)}
    kinds = part.quantity.kind == "multiple", whole.quantity.kind == "multiple"
    if kinds == (True, False):
        return page.frame("joint", claims | {"multiple": (part.index,), "change": (whole.index,)}, whole.item.sign)
    family = {(False, False): "margin-growth", (False, True): "whole-multiple", (True, True): "both-multiples"}[kinds]
    if kinds == (False, False) and new.quantity.kind in _SHARES and not _profits((new, base), page):
        family = "joint-growth"
    return page.frame(family, claims | {"rate": (whole.index,), "change": (part.index,)})
