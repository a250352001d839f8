"""Whether four figures, two shares of one thing and two growths, belong together: what `portions` asks of them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import years_in
from checker.linking.structure.joint.evidence import as_told, as_written, growth, holds, slipped
from checker.linking.structure.joint.page import Figure, Page
from checker.linking.structure.joint.share_volume import all_of_it

GROWTHS = ("percent", "ratio", "multiple")
_BASES = ("basis-value", "basis-volume", "basis-real")


@dataclass(frozen=True, slots=True)
class Grown:
    """A growth with how much its words speak for the whole, and for the part."""

    figure: Figure
    whole: int
    part: int


def one_basis(page: Page, pair, told) -> bool:
    """True where no two of the sentences count in different measures, and none takes something out that the other does not."""
    lines = [f.line for f in pair] + [g.figure.line for g in told]
    said = [{name for name in _BASES if page.says(name, line)} for line in lines]
    if len(frozenset().union(*said)) > 1:
        return False
    growths = said[2:]
    return growths[0] == growths[1] or not any("basis-real" in s for s in growths)


def one_time(page: Page, pair, told) -> bool:
    """True where the growths are told of no other years than the shares, and over no other span."""
    shares = {y for f in pair for y in years_in(f.line, page.context, ends=True)}
    growths = {y for g in told for y in years_in(g.figure.line, page.context, ends=True)}
    if len(shares) == 1:
        shares |= {y + 1 for y in shares}  # against 30% in 2011, up by half in 2012
    return not shares or not growths or growths <= shares


def held(part: Figure, whole: Figure, new: Figure, base: Figure) -> bool:
    moved = new.quantity.value * _scale(new) / (base.quantity.value * _scale(base))
    return holds(part.quantity, as_told(part, moved * (1 + growth(whole)) - 1))


def proved(page: Page, part: Grown, whole: Grown, new: Figure, base: Figure, told: int) -> bool:
    """Whether four figures that do not fit are meant to: both growths are named, or a conclusion is drawn, or one slips."""
    if any(f.quantity.approx for f in (new, base)) or part.figure.quantity.value is None:
        return False
    named = part.part > 0 and whole.whole > 0
    beside = min(abs(part.figure.line.number - f.line.number) for f in (new, base)) < 2
    if told > 2 and part.part < 2 or not whole.whole or not part.part and not beside or _siblings(page, part, whole):
        return False
    concluded = any(page.says("draws-conclusion", g.figure.line) for g in (part, whole))
    return named or concluded or _slips(part.figure, whole.figure, new, base)


def _siblings(page: Page, part: Grown, whole: Grown) -> bool:
    """True of "domestic orders ... foreign orders": two parts of one thing, told apart by the word in front of it."""
    if all_of_it(page, whole.figure):
        return False
    one, other = (_qualified(page, g.figure) for g in (part, whole))
    return any(one[w] and other[w] and one[w] != other[w] for w in one.keys() & other.keys())


def _qualified(page: Page, f: Figure) -> dict[str, str]:
    """The content words in front of a growth, each with the one right before it, if any."""
    words, line = page.context.extraction.tokens.words, f.line
    said = [page.context.telling_stems[words[line.firsts[p]]] for p in range(f.left, f.at)]
    return {word: before for before, word in zip(["", *said], said) if word}


def _slips(part: Figure, whole: Figure, new: Figure, base: Figure) -> bool:
    moved = new.quantity.value * _scale(new) / (base.quantity.value * _scale(base))
    p, w = growth(part), growth(whole)
    meant = [(part, moved * (1 + w) - 1), (whole, (1 + p) / moved - 1)]
    grown = any(f.quantity.kind == "percent" and g * growth(f) > 0 and slipped(f.quantity, as_written(f.quantity, abs(g))) for f, g in meant)
    factor = (1 + p) / (1 + w)
    return grown or slipped(new.quantity, base.quantity.value * factor) or slipped(base.quantity, new.quantity.value / factor)


def _scale(f: Figure):
    return 100 if f.quantity.kind == "ratio" else 1
