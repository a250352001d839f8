"""The figures of a short text with the names that stand at them, for structures that look a figure up by its name.

A figure is told plainly where it is no bound, range or change, is not what another is compared with, and stands in no sentence
of ifs and plans. Of several figures of one name only one value may be told: then the name means it wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.at_figure import other_period
from checker.linking.structure.near import near
from checker.linking.structure.rate.unit_rates import is_step
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

LONGEST = 60  # sentences of a text, and figures, among which names are unique
_AFTER = 3  # words in front of a figure name it rather than those behind it
_AGAINST = 5  # symbols from a word of comparison to what something is compared with
_FROM = 3  # symbols of the words by which something is done "from" so many places
_UNREAL = 4  # symbols behind a figure in which it is said to be expected
_BEHIND = 7  # symbols behind a figure in which it is named
_PRONOUN = 4  # symbols from a figure to the end of "of them", "of all these"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the text; `left` and `right` bound the words of its line that are nearer to it than to others."""

    index: int
    q: Quantity
    line: Line
    at: int
    left: int
    right: int


class Sheet:
    """The plainly told figures of a document."""

    def __init__(self, context: Context):
        self.context, self.words = context, near(context)
        self._stems: dict[str, frozenset[str]] = {}
        self.lines = told_lines(context)
        self.short = len(context.lines.lines) <= LONGEST
        figures = [told for line in self.lines for told in self._figures(line)] if self.short else []
        self.short = self.short and len(figures) <= LONGEST
        self.all = figures if self.short else []
        self.plain = [told for told in self.all if self.is_plain(told)]

    def _figures(self, line: Line) -> list[Told]:
        placed = [(at, i) for at, i in line.placed if self.context.quantity(i).is_measure]
        bounds = [-1, *(at for at, _ in placed), len(line.symbols)]
        return [Told(i, self._counted(i, at, line), line, at, bounds[n] + 1, bounds[n + 2]) for n, (at, i) in enumerate(placed)]

    def _counted(self, index: int, at: int, line: Line) -> Quantity:
        """The figure; a part that a pronoun counts, "two of them", is no other count of what its whole counts."""
        q = self.context.quantity(index)
        part = bool(q.noun and q.inherited and q.kind == "count") and self.words.within("back-reference", line, at + 1, at + _PRONOUN)
        return replace(q, noun=(), unit=None, kind="number") if part else q

    def is_plain(self, told: Told) -> bool:
        q = told.q
        if not q.positive or q.sense == "range" or q.strict:
            return False
        if q.change or is_step(told.index, self.context) or self._unreal(told):
            return False
        if self.words.ends("distant-from-place", told.line, told.at, _FROM):
            return True
        return not self.words.within("distant-against", told.line, max(told.left, told.at - _AGAINST), told.at)

    def _unreal(self, told: Told) -> bool:
        return self.words.within("told-unreal", told.line, self.clause(told), told.at) or self.words.within("told-unreal", told.line, told.at + 1, min(self.stop(told), told.at + 1 + _UNREAL))

    def clause(self, told: Told) -> int:
        """Where the words in front of a figure begin that no mark divides from it."""
        marks = self.context.lexicon.symbols.marks
        return next((p + 1 for p in range(told.at - 1, told.left - 1, -1) if told.line.symbols[p] in marks), told.left)

    def stop(self, told: Told) -> int:
        """Where the words behind a figure end that are its own."""
        marks, end = self.context.lexicon.symbols.marks, min(told.right, told.at + 1 + _BEHIND)
        return next((p for p in range(told.at + 1, end) if told.line.symbols[p] in marks), end)

    def called(self, told: Told, names: tuple[str, ...]) -> str | None:
        """The class of `names` whose words stand nearest to a figure; those in front of it count as nearer."""
        best: tuple[int, int, str] | None = None
        stop, counted = self.stop(told), self._counts_others(told)
        head = stem(told.q.noun[-1], self.context) if counted else ""
        for name in names if counted else self.words.among(names, told.line):
            if counted and head in self.stems(name):
                best = (0, -1, name) if best is None or best[0] else best
            for m in self.words.matches(name, told.line, told.left, told.at) if not counted else ():
                best = _nearer(best, told.at - m.end(), m, name)
            for m in self.words.matches(name, told.line, told.at + 1, stop):
                best = _nearer(best, m.start() - told.at - 1 + _AFTER, m, name)
        return best[2] if best else None

    def _counts_others(self, told: Told) -> bool:
        """True of things with a name of their own: words in front of "42 offices" do not say what they are; of "42 people" they do."""
        heads = self.context.lexicon.pack.words("distant-people")
        return bool(told.q.noun) and told.q.noun[-1] not in heads

    def stems(self, name: str) -> frozenset[str]:
        """The stems of the single words of a class."""
        if name not in self._stems:
            self._stems[name] = frozenset(stem(w, self.context) for w in self.context.lexicon.pack.words(name))
        return self._stems[name]

    def one_time(self, indices: tuple[int, ...]) -> bool:
        """Whether no two figures are told of different periods."""
        return not any(other_period(a, b, self.context) for n, a in enumerate(indices) for b in indices[n + 1 :])

    def apart(self, *figures: Told) -> bool:
        """Whether figures stand in several paragraphs: what one paragraph tells is for the other structures."""
        return len({t.line.block for t in figures}) > 1

    def frame(self, family: str, claims: dict[str, tuple[int, ...]], focus: int) -> Frame:
        q = self.context.quantity(focus)
        return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name")


def _nearer(best, distance: int, m, name: str):
    """The nearer of two names; of two that end together the longer: operating profit is no profit."""
    made = (distance, m.start() - m.end(), name)
    return made if best is None or made[:2] < best[:2] else best


def of_a_study(context: Context) -> bool:
    """True of a report on a study, "Methods: ...", "p < 0.05": there each figure is of a group of its own."""
    words, lines = near(context), context.lines.lines
    return any(words.has("distant-study", lines[number]) for number in words.standing("distant-study"))


def sheet_of(context: Context) -> Sheet:
    """The sheet of this document, shared by the structures of this package."""
    if "sheet" not in context.shelf:
        context.shelf["sheet"] = Sheet(context)
    return context.shelf["sheet"]


@dataclass(frozen=True, slots=True)
class Ties:
    """The figures that each figure is tied to by the frames so far."""

    sets: dict[int, list[tuple[str, frozenset[int]]]]

    def elsewhere(self, frame: Frame, index: int) -> bool:
        """Whether a figure is tied to others than those of a frame, or to all of them by another relation."""
        own = frozenset(i for members in frame.claims.values() for i in members)
        sort = frame.family.partition("-")[0]
        return any(not tied <= own or tied == own and family.partition("-")[0] != sort for family, tied in self.sets.get(index, ()))


def ties_of(frames: tuple[Frame, ...]) -> Ties:
    sets: dict[int, list[tuple[str, frozenset[int]]]] = {}
    for frame in frames:
        if frame.pinned and len(frame.claims) > 1:
            members = frozenset(i for found in frame.claims.values() for i in found)
            for i in members:
                sets.setdefault(i, []).append((frame.family, members))
    return Ties(sets)


def one(figures: list[Told]) -> Told | None:
    """The only figure, or the first of several that say the same; None where there is none or a choice."""
    return figures[0] if figures and len({(t.q.value, t.q.unit) for t in figures}) == 1 else None
