"""What a part grew by, its share before and after, and what the whole grew by, each called so, anywhere in a short article.

    Remote consultations tripled ... They made up 10.5% of all consultations, after 4.2% ... Total consultations rose 20%

The whole is told by words for all of it. Of the other growths just one speaks of what the shares are of, or of what has them.
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.structure.joint.evidence import growth, worth
from checker.linking.structure.joint.margins import one_terms
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.joint.share_volume import agrees, all_of_it, elsewhere_told, frame_of, names_of_whole, own_growth, sentence_words, share_pair, times_of
from checker.linking.structure.roles.cast import by_name, cast_of, measures_in
from checker.linking.structure.roles.sides import opposite
from checker.model import Frame
from checker.rational import Fraction

_GROWTHS = ("percent", "ratio", "multiple")
_OFF, _FAR = Fraction(104, 100), 4  # times what the others make of it: less may be rounding, more is another figure
_CHANGE = 4  # symbols behind a share in which it would be called one of a rise
_AROUND = 10  # sentences
_PRONOUN = 3  # symbols of a sentence that take up the one before


def grown_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "joint-growth", "joint", "whole-multiple" and "both-multiples"."""
    if cast_of(context) is None:
        return []
    page = page_of(context)
    known = {f.claims["share-new"] for f in frames if "share-new" in f.claims and len(f.claims) == 4 and "share-base" in f.pinned}
    pairs = [(n, pair) for n, line in enumerate(page.lines) if line.figures and (pair := share_pair(page, n)) is not None and _of_something(page, pair)]
    if len(pairs) != 1 or (pairs[0][1][0].index,) in known:
        return []
    n, pair = pairs[0]
    told = [f for line in page.lines[max(0, n - _AROUND) : n + _AROUND] for f in page.figures(line) if _grows(page, f, pair)]
    whole = one([f for f in told if all_of_it(page, f)])
    part = one([f for f in told if whole is not None and f is not whole and not all_of_it(page, f) and _of_part(page, f, pair, whole)])
    if whole is None or part is None or not one_terms(page, [f.line for f in (*pair, part, whole)]) or not _clear(page, pair, part, whole) or elsewhere_told(page, pair, (part, whole)):
        return []
    claims = {"share-new": (pair[0].index,), "share-base": (pair[1].index,)}
    return [by_name(frame_of(page, claims, part, whole))]


def _of_something(page: Page, pair: tuple[Figure, Figure]) -> bool:
    """Whether two shares are of one thing, and of no rise of it."""
    if any(page.says("other-measure", f.line) or page.says("constant-terms", f.line) for f in pair) or not pair[1].quantity.value:
        return False
    return not any(s in page.reader.words.nouns for f in pair for s in f.line.symbols[f.at + 1 : f.at + _CHANGE])


def _grows(page: Page, f: Figure, pair: tuple[Figure, Figure]) -> bool:
    q = f.quantity
    told = f.item.kind == "change" and q.kind in _GROWTHS and q.value is not None and not (f.item.apposed or f.item.blocked or f.item.hedged or q.approx)
    if not told or f.index in (pair[0].index, pair[1].index) or own_growth(page, pair, f) or q.sense in ("bound", "range") or q.sense == "hedged" and q.kind != "multiple":
        return False
    return growth(f) > -1 and not any(page.says(name, f.line, f.left, f.at) for name in ("only-wished", "told-unreal", "looks-ahead"))


def _of_part(page: Page, f: Figure, pair: tuple[Figure, Figure], whole: Figure) -> bool:
    """Whether a growth speaks of what has the shares, or is counted in what they are of, and of no other measure."""
    known = sentence_words(pair[0], page) | sentence_words(pair[1], page) | names_of_whole(page, pair) | _taken_up(page, pair[0])
    own = sentence_words(f, page) | _taken_up(page, f)
    if any(opposite((f.line, f.at, f.left, f.right), (p.line, p.at, 0, p.right), page.context) for p in pair):
        return False  # the share of women, and how many more men
    measures = measures_in(f.line, f.right, page)
    spoken = measures_in(whole.line, whole.right, page) | frozenset().union(*(measures_in(p.line, len(p.line.symbols), page) for p in pair))
    return bool(own & (known - times_of(pair, page))) and (measures <= spoken or not measures & spoken and not spoken)


def _taken_up(page: Page, f: Figure) -> frozenset[str]:
    """The words of the sentence that a pronoun at the head of this one takes up."""
    n = page.number(f.line)
    if not n or not page.says("joint-pronoun", f.line, 0, _PRONOUN):
        return frozenset()
    line = page.lines[n - 1]
    return telling(content(line.firsts[0], line.lasts[-1] + 1, page.context), page.context)


def _clear(page: Page, pair: tuple[Figure, Figure], part: Figure, whole: Figure) -> bool:
    """Whether the four fit, or miss by more than rounding and less than another figure would."""
    moved = worth(pair[0]) / worth(pair[1])
    made, said = (1 + growth(part)) / moved, 1 + growth(whole)
    return agrees(part, whole, moved) or _OFF < max(made / said, said / made) < _FAR
