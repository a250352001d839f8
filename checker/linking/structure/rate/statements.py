"""Per-share lines of company results: "Shr 43 cts vs 30 cts, Net 10.6 mln vs 7.3 mln, Avg shrs 24.7 mln vs 24.3 mln".

A statement is a run of labels, each followed by the figure of the period and, after "vs", that of the year before. A
label that comes again opens the next group (the year after the quarter). Within a group and column the earnings of a
share are the net result over the shares. Preferred dividends, dilution and extraordinary items come between, so that
only a gross difference is proof; signs are left out, since losses are told in too many ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.interval import Interval
from checker.language import Pack, longest
from checker.language.pack import Phrases
from checker.linking.context import Context
from checker.linking.structure.tabular.numbers import Numbers, numbers_of
from checker.model import Frame
from checker.once import once
from checker.rational import Fraction

_PARTS = {"statement-rate": "rate", "statement-result": "amount", "statement-shares": "count"}
_BASES = ("statement-diluted", "statement-operating", "statement-basic")
_SKIPPED = ("statement-sign", *_BASES)
_VERSUS, _CLOSE = "statement-versus", "statement-close"
_LONGEST = 60  # tokens from one label of a statement to the next
_NEAR = Fraction(1, 10)  # differences up to this part are preferred dividends, dilution, rounding
_GROSS, _HUGE = Fraction(6, 5), Fraction(3, 2)  # wrong where another column holds; wrong where none is far off
_BEYOND = 2  # times: no rounding of any earnings and hardly a preferred dividend explains it
_COARSE, _FINE = Fraction(1, 8), Fraction(3, 200)  # earnings known no better than this prove nothing; for a slip it takes more
_SURE = 3  # columns that hold, so that a single one that does not is wrong


@dataclass(frozen=True, slots=True)
class _Entry:
    """One label with its figures: the part it plays, the basis that its words name, the token it stands at."""

    part: str
    basis: frozenset[str]
    figures: tuple[int, ...]  # -1 for what is no number ("nil", "not given")
    at: int


@dataclass(frozen=True, slots=True)
class _Test:
    """Earnings, result and shares of one column. `result`: holds, near, slip (one slip of the hand explains it), huge, gross, miss;
    doubtful where interest on bonds may come in or the earnings are known too coarsely, coarse where they are and yet miss."""

    figures: tuple[int, int, int]
    result: str


@once
def _tables(pack: Pack) -> tuple[dict[str, Phrases[str]], frozenset[str], frozenset[str]]:
    """The phrases of each class of words of statements, the words that any of them begins with, and those of what is skipped."""
    tables = {name: pack.phrases([name]) for name in (*_PARTS, *_BASES, "statement-sign", _VERSUS, _CLOSE)}
    return tables, frozenset().union(*tables.values()), frozenset().union(*map(tables.__getitem__, _SKIPPED))


class _Words:
    """The pack's words of statements and the document's figures by their first token."""

    def __init__(self, context: Context):
        self.tables, self.openers, self.skipped = _tables(context.lexicon.pack)
        self.parts = {word: [name for name in _PARTS if word in self.tables[name]] for word in self.openers}
        self.words = context.extraction.tokens.words
        self.figures = {q.first: i for i, q in enumerate(context.extraction.quantities) if q.is_measure}
        self.context = context
        self.numbers = numbers_of(context)

    def after(self, name: str, at: int) -> int:
        """The token after an entry of a class that starts at a token, or -1."""
        table = self.tables[name]
        found = longest(table, self.words, at) if at < len(self.words) and self.words[at] in table else None
        return found[0] if found else -1

    def skip(self, at: int) -> tuple[int, frozenset[str]]:
        """The token after words of loss and profit and of basis, and the bases that they name."""
        bases: set[str] = set()
        while at < len(self.words) and self.words[at] in self.skipped:
            for name in _SKIPPED:
                after = self.after(name, at)
                if after >= 0:
                    at = after
                    bases.update([name] if name in _BASES else [])
                    break
            else:
                break
        return at, frozenset(bases)


def per_share_statements(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "per-share", one a group, basis and column."""
    pack = context.lexicon.pack
    openers = {w.split()[0] for w in pack.words("statement-rate")}
    if openers.isdisjoint(context.extraction.tokens.words):
        return []
    words = _Words(context)
    found: list[Frame] = []
    for statement in _statements(_entries(words)):
        tests = [test for group in statement for test in _tests(group, words)]
        found.extend(_judged(tests, context))
    return found


def _entries(words: _Words) -> Iterator[_Entry]:
    """The labels of a document that figures follow, and what closes a statement as an entry without a part."""
    openers, free = words.openers, 0
    for at in [at for at, word in enumerate(words.words) if word in openers]:
        if at < free:
            continue
        found = _entry(words, at)
        if found is not None:
            yield found[0]
            free = found[1]
        elif words.after(_CLOSE, at) >= 0:
            yield _Entry("", frozenset(), (), at)


def _entry(words: _Words, at: int) -> tuple[_Entry, int] | None:
    start, before = words.skip(at)
    for name in words.parts.get(words.words[start], ()) if start < len(words.words) else ():
        after = words.after(name, start)
        if after < 0:
            continue
        figures, bases, at_end = _figures(words, after, name)
        if figures:
            return _Entry(_PARTS[name], before | bases, figures, at), at_end
    return None


def _figures(words: _Words, at: int, name: str) -> tuple[tuple[int, ...], frozenset[str], int]:
    """The figure after a label and the one after "vs", with the bases named on the way and the token after them."""
    at, bases = words.skip(at)
    first = words.figures.get(at, -1)
    if first < 0:
        return (), frozenset(), at
    at = words.context.quantity(first).last + 1
    versus = words.after(_VERSUS, at)
    if versus < 0:
        return (first,), bases, at
    at, _ = words.skip(versus)
    again = words.after(name, at)  # "vs shr profit 12 cts"
    at, _ = words.skip(again) if again >= 0 else (at, None)
    second = words.figures.get(at, -1)
    return (first, second), bases, words.context.quantity(second).last + 1 if second >= 0 else at


def _statements(entries: Iterator[_Entry]) -> Iterator[list[list[_Entry]]]:
    """Statements as groups of entries that belong to one period: a label that comes again opens the next group, a note or
    other text ends the statement."""
    groups: list[list[_Entry]] = [[]]
    last = 0
    for entry in entries:
        if not entry.part or entry.at - last > _LONGEST:
            yield groups
            groups = [[]]
        last = entry.at
        if any(_again(entry, e) for e in groups[-1]):
            groups.append([])
        if entry.part:
            groups[-1].append(entry)
    yield groups


def _again(entry: _Entry, earlier: _Entry) -> bool:
    """True where an entry cannot follow another in one group: the same label again, earnings after what they are made of."""
    order = ("rate", "amount", "count", "")
    return (entry.part, entry.basis) == (earlier.part, earlier.basis) or order.index(entry.part) < order.index(earlier.part)


def _tests(group: list[_Entry], words: _Words) -> Iterator[_Test]:
    """The relations of one group: each kind of earnings in each column."""
    for rate in (e for e in group if e.part == "rate"):
        amount, count = _for(rate, "amount", group), _for(rate, "count", group)
        if amount is None or count is None:
            continue
        for column in range(min(len(rate.figures), len(amount.figures), len(count.figures))):
            figures = rate.figures[column], amount.figures[column], count.figures[column]
            test = _test(figures, "statement-diluted" in rate.basis, words.numbers) if min(figures) >= 0 else None
            if test is not None:
                yield test


def _for(rate: _Entry, part: str, group: list[_Entry]) -> _Entry | None:
    """The entry of a part with the basis of the rate: diluted with diluted, operating with operating; the only one of
    its kind will do for plain earnings and for the shares of operating ones."""
    found = [e for e in group if e.part == part]
    same = [e for e in found if e.basis - {"statement-basic"} == rate.basis - {"statement-basic"}]
    if same:
        return same[0]
    diluted = "statement-diluted"
    if part == "count" and diluted not in rate.basis:
        plain = [e for e in found if diluted not in e.basis]
        return plain[0] if len(plain) == 1 else None
    if part == "amount" and diluted in rate.basis:
        plain = [e for e in found if e.basis == rate.basis - {diluted}]
        return plain[0] if len(plain) == 1 else None
    return None


def _test(figures: tuple[int, int, int], diluted: bool, numbers: Numbers) -> _Test | None:
    """The test of three figures; None where one is no amount of its kind."""
    rate, amount, count = (numbers.quantity(i) for i in figures)
    if rate.kind != "currency" or amount.kind not in ("currency", "number", "count") or count.kind not in ("number", "count"):
        return None
    if not all(q.value for q in (rate, amount, count)):
        return None
    stated, net, shares = (abs(numbers.of(i)) for i in figures)
    if shares.lo <= 0:
        return None
    implied = net / shares
    if stated.meet(implied) is not None:
        return _Test(figures, "holds")
    off = max(stated.lo / implied.hi, implied.lo / stated.hi) if stated.lo > 0 and implied.lo > 0 else _HUGE
    if off <= 1 + _NEAR:
        return _Test(figures, "near")
    if any(stated.meet(implied * ten) is not None for ten in (Fraction(10), Fraction(1, 10))):
        return _Test(figures, "slip")
    if diluted:
        return _Test(figures, "doubtful")
    if not _fine(stated, _COARSE) and off < _BEYOND:
        return _Test(figures, "coarse" if off >= _GROSS else "doubtful")
    if off > 1 + 2 * _NEAR and _fine(stated, _FINE) and _slipped(figures, stated, net, shares, numbers):
        return _Test(figures, "slip")
    return _Test(figures, "huge" if off >= _HUGE else "gross" if off >= _GROSS else "miss")


def _fine(x: Interval, part: Fraction) -> bool:
    return x.hi - x.lo <= part * x.hi


def _slipped(figures: tuple[int, int, int], stated: Interval, net: Interval, shares: Interval, numbers: Numbers) -> bool:
    """True where one slip of the hand in one of the figures explains the difference."""
    wanted = (net / shares, stated * shares, net / stated)
    return any(numbers.slip(i, x) for i, x in zip(figures, wanted))


def _judged(tests: list[_Test], context: Context) -> list[Frame]:
    """Frames for a statement, pinned where a figure holds and a wrong one would be noticed, or is proved wrong: earnings that hold
    in the other columns rule out preferred dividends and the like."""
    holds = sum(t.result == "holds" for t in tests)
    coarse = sum(t.result == "coarse" for t in tests)
    misses = [t for t in tests if t.result in ("slip", "huge", "gross", "miss")]
    found = []
    for t in tests:
        others = len(misses) + coarse > 1
        copied = any(o is not t and o.result == "holds" and context.quantity(o.figures[1]).value == context.quantity(t.figures[1]).value for o in tests)
        proved = (
            t.result == "holds" and holds > 1 and not misses and not coarse
            or t.result == "slip" and holds and not others
            or copied and t.result in ("miss", "gross", "huge")
            or t.result == "miss" and not others and holds >= _SURE
            or t.result in ("gross", "huge") and not others and holds
            or t.result == "huge" and not others and len(tests) > 1
        )
        rate = context.quantity(t.figures[0])
        claims = {part: (i,) for part, i in zip(("rate", "amount", "count"), t.figures)}
        pinned = frozenset(claims) if proved else frozenset()
        found.append(Frame("per-share", (rate.start, rate.end), claims, {}, 0, pinned, 2, None, (), "statement"))
    return found
