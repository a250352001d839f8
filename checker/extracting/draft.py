"""What is known of a quantity while it is being read, and the text it is read from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from checker.extracting.lexicon import Hedge, Lexicon
from checker.model import Quantity
from checker.rational import Fraction

ONE = Fraction(1)
NAME = 2  # marks in a mask the tokens of a name: "F-16"
EXACT_BELOW = 1000  # counts below this are taken as exact


@dataclass(slots=True)
class Numeral:
    """A number as written, before scale and unit. `place`: worth of its last digit, None for words and fractions."""

    first: int
    last: int
    start: int
    end: int
    value: Fraction
    place: Fraction | None
    style: str = "digits"  # digits, words, fraction, vague, ordinal
    scale: int = 1
    scaled: bool = False  # a scale word is part of it ("two million")
    article: bool = False  # begins with an article: "a dozen"


@dataclass(slots=True)
class Scan:
    """A document being read: its words, what is typed already, and what its words as a whole give away."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    lex: Lexicon
    mask: bytearray  # not 0 where a token belongs to something typed
    sentence_of: list[int] | None = None
    facts: dict[str, bool] = field(default_factory=dict)
    vocabulary: frozenset[str] | None = None
    free: int = 0  # the first token that no quantity covers yet
    tables: tuple[tuple[int, int], ...] = ()
    pairs: Counter[tuple[str, str]] | None = None  # words with capitals before number words with capitals, and how often
    heads: Counter[str] | None = None  # how often a word with a capital leads to the number of a name
    models: frozenset[str] | None = None  # figures that are the names of processors and the like
    labels: Counter[str] | None = None  # words with capitals that lead to the numbers of names, and to how many
    openers: Counter[tuple[str, str]] | None = None  # number words with capitals inside sentences before such words

    def glued(self, i: int) -> bool:
        """True where token i touches the token before it."""
        return i > 0 and i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def space(self, i: int) -> int:
        """How many characters stand between token i and the one before it; a line break is one, however it is written."""
        start, end = self.ends[i - 1], self.starts[i]
        return end - start - (end - start > 1 and self.text.count("\r\n", start, end))

    def parted(self, i: int) -> bool:
        """True where a line break before token i ends what stands before it: a blank line, an indent, a capital."""
        if i <= 0 or i >= len(self.words):
            return True
        start, end = self.ends[i - 1], self.starts[i]
        if end - start < 2 and self.text[start:end] != "\n":
            return False
        gap = self.text[start:end].replace("\r\n", "\n")
        return "\n" in gap and (gap.count("\n") > 1 or not gap.endswith("\n") or self.text[end].isupper())

    def glued_on(self, i: int) -> bool:
        """True where a hyphen ties token i to the word after it."""
        return self.word(i + 1) == "-" and self.glued(i + 1) and self.glued(i + 2) and self.word(i + 2) != "-"

    def raw(self, i: int) -> str:
        return self.text[self.starts[i] : self.ends[i]]

    def word(self, i: int) -> str:
        if i < 0:
            return ""
        try:
            return self.words[i]
        except IndexError:
            return ""

    def has(self, name: str) -> bool:
        """True where the document uses a word of this class."""
        known = self.facts.get(name)
        if known is None:
            if self.vocabulary is None:
                self.vocabulary = frozenset(self.words)
            known = self.facts[name] = not self.vocabulary.isdisjoint(self.lex.sets[name])
        return known

    def near(self, i: int, name: str, reach: int = 12) -> bool:
        """True where a word of this class stands within `reach` tokens of token i."""
        found = self.lex.sets[name]
        return not found.isdisjoint(self.words[max(i - reach, 0) : i + reach])


@dataclass(slots=True)
class Draft:
    """A quantity in the making; the fields are those of Quantity, `numeral` is its value before scale."""

    first: int
    last: int
    start: int
    end: int
    number_start: int
    number_end: int
    numeral: Fraction
    value: Fraction | None
    kind: str = "number"
    unit: str | None = None
    place: Fraction | None = None
    scale: Fraction = ONE
    style: str = "digits"
    hedge: Hedge | None = None
    outer: int = -1
    strict: bool = False
    band: tuple[Fraction, Fraction] | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    change: str | None = None
    noun: tuple[str, ...] = ()
    noun_last: int = -1
    inherited: str | None = None
    components: int = 1
    taken: int = -1  # last token that was read for it beyond its span: "12 cases per 1,000 people"
    prefixed: bool = False  # the unit stands before the number
    per: str = ""  # what an amount is for, left out of the text
    hyphened: bool = False  # a hyphen joins number and unit or noun: "12-member"
    article: bool = False  # an article stands for one
    gone: bool = False  # became part of its neighbour

    @property
    def begin(self) -> int:
        """The first token, with the hedge in front."""
        return self.first if self.outer < 0 else self.outer

    @property
    def bare(self) -> bool:
        """True of a plain number: nothing is said of what it is."""
        plain = self.kind == "number" and self.unit is None and self.value is not None and self.style in ("digits", "words")
        return plain and not self.hyphened and not self.prefixed and self.noun_last < 0


def lend(bare: Draft, source: Draft) -> None:
    """Gives a bare number what its source counts or measures. In place."""
    bare.unit, bare.kind, bare.noun, bare.inherited = source.unit, source.kind, source.noun, bare.inherited or "unit"


def finished(draft: Draft) -> Quantity:
    """The quantity of a draft, with sense and precision decided."""
    hedge, value = draft.hedge, draft.value
    exact = draft.style in ("fraction", "multiple", "ordinal") or _counted_exactly(draft)
    place = None if exact or draft.style == "vague" else draft.place
    if draft.low is not None or draft.high is not None:
        sense = "range"
    elif hedge is not None:
        sense = "bound" if hedge.bound else "hedged"
    elif draft.style == "vague" or draft.style == "multiple":
        sense = "hedged"
    else:
        sense = "exact" if exact else "rounded"
    band = draft.band or (hedge.band if hedge is not None else None)
    return Quantity(
        draft.start, draft.end, draft.number_start, draft.number_end, draft.first, draft.last,
        draft.begin,
        draft.kind, value, draft.unit, place, draft.scale,
        "digits" if draft.style == "ordinal" else draft.style, sense,
        _approx(draft), bool(hedge and hedge.strict), band, draft.low, draft.high, draft.change,
        draft.noun, draft.noun_last, None, draft.inherited, draft.components, per=draft.per or None,
    )  # fmt: skip


def _counted_exactly(draft: Draft) -> bool:
    if draft.kind not in ("count", "number", "age") or draft.scale != 1 or draft.value is None:
        return False
    return draft.value.denominator == 1 and abs(draft.value) < EXACT_BELOW and (draft.place is None or draft.place == 1)


def _approx(draft: Draft) -> str | None:
    if draft.hedge is not None:
        return draft.hedge.approx
    return "about" if draft.style == "vague" else None
