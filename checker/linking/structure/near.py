"""Words of the pack's classes near a place in a line, for structure modules.

Hardly any line has a word of a given class. In which it may stand is known for each class that was asked for once, so
that the others are not searched.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from sys import maxsize

from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.model import Quantity
from checker.once import once
from checker.rational import Fraction


class _Keys(dict[str | tuple[str, ...], frozenset[str]]):
    """For each class, or several, symbols of which every entry has one: its rarest, as far as the entries of all classes tell ("margin"
    of "by a margin of")."""

    def __init__(self, lexicon: Lexicon):
        self.classes, self.chars = lexicon.classes, lexicon.symbols.chars
        self.uses = Counter(chain.from_iterable(entry for entries in self.classes.values() for entry in entries if len(entry) > 1))

    def __missing__(self, name: str | tuple[str, ...]) -> frozenset[str]:
        if type(name) is tuple:
            self[name] = frozenset().union(*map(self.__getitem__, name))
            return self[name]
        self[name] = frozenset(self.chars[self.rarest(entry)] for entry in self.classes.get(name, ()) if entry)
        return self[name]

    def rarest(self, entry: tuple[str, ...]) -> str:
        return min(entry, key=self.uses.__getitem__) if len(entry) > 1 else entry[0]


_keys = once(_Keys)


def rarest(entry: tuple[str, ...], lexicon: Lexicon) -> str:
    """The word of an entry that the fewest others have."""
    return _keys(lexicon).rarest(entry)


_NOWHERE: frozenset[int] = frozenset()


class _Lines(dict[str | tuple[str, ...], Set[int]]):
    """For each class, or several, the numbers of the lines in which a word of them may stand."""

    def __init__(self, lines: Iterable[Line], keys: _Keys):
        self.keys_of = keys
        self.standing: dict[str, set[int]] = defaultdict(set)  # the numbers of the lines that have a symbol
        for line in lines:
            number = line.number
            for symbol in set(line.symbols):
                self.standing[symbol].add(number)
        self.symbols = frozenset(self.standing)

    def __missing__(self, name: str | tuple[str, ...]) -> Set[int]:
        found = [self.standing[symbol] for symbol in self.keys_of[name] & self.symbols]
        # of most classes there is no word, of most others one
        self[name] = (found[0] if len(found) == 1 else frozenset().union(*found)) if found else _NOWHERE
        return self[name]


class _Among(dict[tuple[str, ...], dict[int, list[str]]]):
    """For several classes, by the numbers of lines, those of which a word may stand in the line, in their order."""

    def __init__(self, lines: _Lines):
        self.lines = lines

    def __missing__(self, names: tuple[str, ...]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for name in names:
            for number in self.lines[name]:
                found.setdefault(number, []).append(name)
        self[names] = found
        return found


@dataclass(frozen=True, slots=True)
class Near:
    """The words of classes in the lines of a document, by the names of the classes."""

    lexicon: Lexicon
    pattern: Callable[[str], re.Pattern[str]]  # any entry of the class; never matches where the pack has no such class
    lines: _Lines
    sorted: _Among

    def maybe(self, names: tuple[str, ...], line: Line) -> bool:
        """Whether a word of one of the classes may stand in the line. Where none does, nothing needs a closer look."""
        return line.number in self.lines[names]

    def standing(self, *names: str) -> Set[int]:
        """The numbers of the lines in which a word of one of the classes may stand, for walks over all lines."""
        return self.lines[names]

    def among(self, names: tuple[str, ...], line: Line) -> Sequence[str]:
        """Those of several classes of which a word may stand in the line: most lines have a word of one or none."""
        return self.sorted[names].get(line.number, ())

    def any_within(self, names: tuple[str, ...], line: Line, start: int, end: int) -> bool:
        """Whether a word of one of the classes stands between two positions of the line."""
        found = self.sorted[names].get(line.number)
        return found is not None and any([self.pattern(name).search(line.symbols, start, end) for name in found])

    def has(self, name: str, line: Line) -> bool:
        """Whether a word of the class stands anywhere in the line."""
        return line.number in self.lines[name] and self.pattern(name).search(line.symbols) is not None

    def matches(self, name: str, line: Line, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The words of the class between two positions of the line, in order."""
        return self.pattern(name).finditer(line.symbols, start, end) if line.number in self.lines[name] else iter(())

    def ends(self, name: str, line: Line, at: int, reach: int) -> bool:
        """Whether a word of the class that begins no more than `reach` positions before `at` ends there."""
        if line.number not in self.lines[name]:
            return False
        for m in self.pattern(name).finditer(line.symbols, at - reach, at):  # below 0 it begins with the line
            if m.end() == at:
                return True
        return False

    def place(self, name: str, line: Line, start: int, end: int, last: bool = False) -> int:
        """Where between two positions a word of the class begins, the first or the last one; -1 where none does."""
        if line.number not in self.lines[name]:
            return -1
        if not last:
            found = self.pattern(name).search(line.symbols, start, end)
            return found.start() if found else -1
        return max([m.start() for m in self.pattern(name).finditer(line.symbols, start, end)], default=-1)

    def within(self, name: str, line: Line, start: int, end: int) -> bool:
        """Whether a word of the class stands between two positions of the line, which may lie outside of it."""
        return line.number in self.lines[name] and self.pattern(name).search(line.symbols, start, end) is not None


def near(context: Context) -> Near:
    """The words of classes in the lines of a document."""
    found = context.near
    if found is None:
        lines = _Lines(context.lines.lines, _keys(context.lexicon))
        found = context.near = Near(context.lexicon, context.lexicon.pattern, lines, _Among(lines))
    return found


def one_slip(q: Quantity, implied: Fraction) -> bool:
    """Whether the figure that should stand there differs from the one that does by one digit typed wrong, dropped, doubled
    or exchanged with its neighbour, or by its scale.

    >>> from checker.model import Quantity
    >>> percent = Quantity(0, 3, 0, 2, 0, 0, 0, "percent", Fraction(32), "percent", Fraction(1))
    >>> one_slip(percent, Fraction(22)), one_slip(percent, Fraction(23)), one_slip(percent, Fraction(45))
    (True, True, False)
    """
    if q.value is None or q.value <= 0 or implied <= 0:
        return False
    return written_slip(*written(q, implied))


def written(q: Quantity, implied: Fraction) -> tuple[str, str]:
    """The digits of a figure above zero, and those that should stand there, rounded to its last place.

    >>> from checker.model import Quantity
    >>> written(Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(1250), None, Fraction(10)), Fraction(1345))
    ('125', '135')
    """
    place, value = q.place or q.scale, q.value
    up, down = place.denominator, place.numerator  # integers: this is asked of very many figures
    stated = value.numerator * up // (value.denominator * down)
    return str(stated), str((2 * implied.numerator * up + implied.denominator * down) // (2 * implied.denominator * down))


def written_slip(stated: str, meant: str) -> bool:
    """Whether two strings of digits are one slip apart, zeros at the end aside."""
    if min(len(stated), len(meant)) < 2:  # of single digits each is one slip from every other
        return False
    return stated.rstrip("0") == meant.rstrip("0") or digits_slip(stated, meant)


def digits_slip(a: str, b: str) -> bool:
    """True where two strings of digits differ by one digit, one digit more or fewer, or two neighbours that are exchanged.

    >>> [digits_slip("1050", other) for other in ("1150", "1500", "105", "10500", "1510", "1050")]
    [True, True, True, True, False, False]
    """
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        apart = [i for i in range(len(a)) if a[i] != b[i]]
        exchanged = len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
        return len(apart) == 1 or exchanged
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
