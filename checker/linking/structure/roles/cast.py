"""The figures of a short article, and what the words at each of them say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.at_figure import other_period
from checker.linking.structure.distant.mentions import common, narrowed, opens_apart, said, tells, told_plainly
from checker.linking.structure.distant.rates import kin
from checker.linking.structure.distant.sheet import Sheet, Told, one, ties_of
from checker.linking.structure.joint.page import Page
from checker.linking.structure.near import near
from checker.model import Frame, Quantity
from checker.rational import Fraction

__all__ = ["Cast", "Told", "cast_of", "common", "kin", "narrowed", "one", "opens_apart", "said", "ties_of"]

COUNTS = ("count", "number")
_CLEAR = Fraction(106, 100)  # times as much, or as little: by less a figure may miss for reasons that nobody tells
_FAR = 6  # times: what is off by more is another figure


class Cast:
    """The plainly told figures of a short article, looked up by their words."""

    def __init__(self, sheet: Sheet):
        self.sheet, self.context, self.words = sheet, sheet.context, sheet.words
        self.plain = sheet.plain

    def of(self, kinds: Iterable[str], *classes: str) -> list[Told]:
        """The figures of some kinds at which a word of each class stands."""
        return [t for t in self.plain if t.q.kind in kinds and all(self.at(name, t) for name in classes)]

    def at(self, name: str, told: Told) -> bool:
        """Whether a word of a class stands among the words that are nearer to a figure than to others."""
        return self.words.within(name, told.line, told.left, told.right)

    def clause(self, name: str, told: Told) -> bool:
        """The same within the marks around the figure."""
        return self.words.within(name, told.line, self.sheet.clause(told), self.sheet.stop(told))

    def in_line(self, name: str, *told: Told) -> bool:
        """Whether a word of a class stands in the sentence of one of some figures."""
        return any(self.words.has(name, t.line) for t in told)

    def anywhere(self, name: str) -> bool:
        """Whether a word of a class stands anywhere in the text."""
        return any(self.words.has(name, line) for line in self.sheet.lines)

    def counts(self, told: Told, name: str) -> bool:
        """Whether what a figure counts is called by a word of a class."""
        return bool(told.q.noun) and stem(told.q.noun[-1], self.context) in self.sheet.stems(name)

    def stems(self, *told: Told) -> frozenset[str]:
        """The telling stems of the sentences of some figures."""
        return frozenset().union(*(said(t.line, self.sheet) for t in told))

    def together(self, *told: Told) -> bool:
        """Whether no two figures are told of different periods, and none in a sentence that opens with another place or group."""
        if any(opens_apart(t.line, self.stems(*(o for o in told if o.line is not t.line)), self.sheet) for t in told if t.line is not told[0].line):
            return False
        return self.one_time(*told)

    def one_time(self, *told: Told) -> bool:
        """Whether no two figures are told of different periods, and none of then where another is told of today."""
        if len({tells("distant-then", t.line, self.sheet) for t in told}) > 1 or self.in_line("roles-now", *told):
            return False
        return not any(other_period(a.index, b.index, self.context) for n, a in enumerate(told) for b in told[n + 1 :])

    def frame(self, family: str, claims: dict[str, tuple[int, ...]], focus: Told) -> Frame:
        return self.sheet.frame(family, claims, focus.index)


def cast_of(context: Context) -> Cast | None:
    """The cast of a short article that is no report of a study, shared by the structures of this package."""
    if "cast" not in context.shelf:
        sheet = told_plainly(context)
        context.shelf["cast"] = None if sheet is None else Cast(sheet)
    return context.shelf["cast"]


def told_of(context: Context, *classes: str) -> Cast | None:
    """The cast of a text in which words of all these classes may stand."""
    words = near(context)
    return cast_of(context) if all(words.standing(name) for name in classes) else None


def clear(q: Quantity, made: Fraction) -> bool:
    """Whether a figure is what others make of it, or clearly not: a little off may be for reasons that nobody tells.

    >>> from checker.model import Quantity
    >>> q = Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(200), None, Fraction(1))
    >>> clear(q, Fraction(200)), clear(q, Fraction(204)), clear(q, Fraction(150)), clear(q, Fraction(2))
    (True, False, True, False)
    """
    if q.value is None or q.value <= 0 or made <= 0:
        return False
    ratio = max(made / q.value, q.value / made)
    return abs(made - q.value) <= (q.place or q.scale) or _CLEAR < ratio < _FAR


def measures_in(line: Line, end: int, page: Page, start: int = 0) -> frozenset[str]:
    """The measures that a sentence names up to a place: sales, profit, visitors; no words that any measure may have."""
    words, context = page.context.extraction.tokens.words, page.context
    named = {stem(words[line.firsts[m.start()]], context) for m in page.near.matches("growth-measure", line, start, end)}
    return frozenset(named - {stem(w, context) for w in context.lexicon.pack.words("measure-plain")})


def by_name(frame: Frame | None) -> Frame | None:
    """A frame of a page, as one whose parts are told by name."""
    return None if frame is None else replace(frame, source="by name")
