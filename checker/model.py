"""The types that travel through the pipeline, on one page.

A leaf: plain frozen values, no behaviour beyond derived properties. Offsets are code points of the decoded source,
half-open, carried from the reader to the report and never searched for again. Token indices point into `Tokens`.

    Document --extract--> Extraction (tokens, sentences, quantities) --link--> Relation --judge--> Check --report-->
"""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.interval import Interval
from checker.rational import Fraction
from checker.tables import Table

# ---------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one part to play: heading, paragraph, item, table, code, furniture."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded source. `text` is exactly what was decoded (CRLF stays two characters, a BOM is not part of it)."""

    path: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    comments: tuple[tuple[int, int], ...] = ()  # stretches that no reader of the document sees; they hold no tokens


# ---------------------------------------------------------------- extracting

# What a quantity can be (the contract's `kind`). Measures can be operands of arithmetic; the rest only of rules that
# name their kind.
MEASURES = frozenset(
    "number percent points currency physical count age ratio multiple duration range bound".split()
)
TIMES = frozenset("date time year period".split())
GLUED = "share in one form"  # the source of frames of a part, a whole and a share that one form holds: "7/250 (2.8%)"
SIBLINGS = "siblings"  # the source of frames of one entry of a list whose others hold begins with it
KINDS = MEASURES | TIMES | frozenset("ordinal score identifier".split())


@dataclass(frozen=True, slots=True)
class When:
    """A calendar reference: what is written is set, the rest is None. `anchored` is set where the year was inferred.

    `label` names a period of other shapes ("Q3", "first half", "fiscal"), `end_year` closes a span of years.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    label: str | None = None
    end_year: int | None = None
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as the text states it, with unit and precision; see docs/numbers.md for what it stands for.

    `start`/`end` cover numeral, scale and unit ("8.4 trillion yuan", "93.4%", "167"), not hedges and not counted nouns;
    `number_start`/`number_end` the numeral alone ("8.4"). `value` is nominal, after scale (8.4e12), None for a range,
    which has `low` and `high`. `place` is the worth of the last written digit after scale (1e11 for 8.4 trillion),
    None where the figure is exact by nature (fractions, words, counts below 1,000).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    first: int  # tokens first..last (inclusive) are covered by start..end
    last: int
    outer: int  # first token with hedge and sign words ("more than", "about"); == first where there are none
    kind: str
    value: Fraction | None
    unit: str | None = None  # canonical: percent, percentage point, CNY, kilometre, USD/barrel, zone, None
    place: Fraction | None = None
    scale: Fraction = Fraction(1)  # of the scale word: 10**12 for trillion
    style: str = "digits"  # digits, words, fraction, multiple, vague
    sense: str = "rounded"  # exact, rounded, hedged, bound, range
    approx: str | None = None  # about, above, below
    strict: bool = False  # a bound that excludes its value: "more than", not "at least"
    band: tuple[Fraction, Fraction] | None = None  # factors around value, from the pack: about (0.9, 1.1), doubled (0.9, 1.125)
    low: Fraction | None = None
    high: Fraction | None = None
    change: str | None = None  # up, down
    noun: tuple[str, ...] = ()  # what is counted: modifiers and head, lower case, head singular: ("special", "zone")
    noun_last: int = -1  # last token of that noun phrase, -1 where there is none
    when: When | None = None  # of dates, years, periods
    inherited: str | None = None  # "scale", "unit" where it was carried over from a neighbour
    components: int = 1  # numerals that make it up: 2 for "5 ft 10 in"
    clock: int | None = None  # of a time of day: minutes since midnight, where the words leave no doubt
    lap: Fraction | None = None  # of a time taken, "2:08.51": seconds
    per: str | None = None  # what an amount is for where the text leaves it out, "share" of "a dividend of 6p"; not in `unit`

    @property
    def is_measure(self) -> bool:
        return self.kind in MEASURES

    @property
    def full_unit(self) -> str | None:
        """The unit with what the text leaves out: "penny/share" of "a dividend of 6p"."""
        return f"{self.unit}/{self.per}" if self.per else self.unit

    @property
    def positive(self) -> bool:
        """Whether it has a value, and one above zero."""
        return self.value is not None and self.value.numerator > 0


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of the text as parallel lists: lower-cased word, start and end offset, class symbol (one character)."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens first..last (exclusive) of one sentence, list item, heading or table row, in block number `block`."""

    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that linking may look at. `quantities` are sorted by place and do not overlap; `date` anchors the document."""

    document: Document
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    language: str
    date: When | None = None
    tables: tuple[Table, ...] = ()


# ---------------------------------------------------------------- claims

# Names for several kinds at once, in phrases and rules.
_LEVELS = frozenset("number currency physical count duration age percent range bound".split())
KIND_GROUPS: dict[str, frozenset[str]] = {
    "level": _LEVELS,
    "amount": _LEVELS - {"age", "percent"},
    "measure": _LEVELS | {"ratio", "multiple", "points"},
    "share": frozenset(["percent", "ratio"]),
    "factor": frozenset(["multiple", "number", "ratio"]),
    "calendar": frozenset(["date", "year", "period"]),
    "any": KINDS,
}

# The parts that a quantity can play in a claim, and the kinds (or groups of kinds) that may play them. Frames of the packs and rules use these names; a name that is not here is refused when a pack or rule is loaded.
CLAIMS: dict[str, str] = {
    # levels and changes
    "points": "points", "level": "level", "new": "level", "base": "level", "change": "percent points ratio", "delta": "amount points",
    "multiple": "multiple ratio number percent",
    # shares and parts
    "share": "share", "fraction": "ratio", "part": "level", "whole": "level", "rest": "level ratio", "total": "level",
    "share-new": "share", "share-base": "share", "other-part": "level", "other-share": "share", "base-year": "calendar", "intensity": "multiple", "item": "any",
    # balances, rates, averages
    "first": "measure", "second": "measure", "third": "measure", "number": "count number", "difference": "level points", "rate": "level", "count": "count number",
    "amount": "amount", "average": "level", "low": "level", "high": "level", "bound": "measure", "value": "measure", "other": "measure",
    "opening": "level", "closing": "level", "in": "level", "out": "level",
    # lists
    "size": "count number", "announced": "count number ordinal", "position": "ordinal count number",
    # time
    "date": "date", "real": "date", "earlier": "calendar", "later": "calendar", "start": "calendar", "end": "calendar",
    "duration": "duration count number", "bounds": "measure", "denominator": "measure", "distant": "measure",
    "age": "age duration count number", "born": "calendar", "event": "calendar",
    # votes, statistics
    "wins": "count number", "draws": "count number", "per-win": "points number count ratio", "per-draw": "points number count ratio",
    "score": "score", "members": "count number", "estimate": "measure", "p-value": "number bound", "effect": "percent",
    "speed": "physical", "distance": "physical", "time": "duration physical",
}  # fmt: skip

# ---------------------------------------------------------------- rules

# An expression: ("num", "3/2"), ("role", name), ("+", a, b), ("-", a, b), ("*", a, b), ("/", a, b), ("**", a, n),
# ("neg", a), ("call", function, argument...) with function one of sum, count, min, max, mean, abs, days, years,
# weekday, named.
Expression = tuple


@dataclass(frozen=True, slots=True)
class Role:
    """A part in an equation: which claim of the frame fills it and which kinds of quantity may."""

    name: str
    claim: str  # the frame's name for it; the role's own name where the rule does not say
    kinds: frozenset[str]
    many: bool = False  # a list: sum(part), count(item)
    signed: bool = False  # takes the sign of the frame's direction (a fall of 5% is -5%)
    optional: bool = False  # the relation is tested without it
    missing: str | None = None  # "unknown": report as missing-role (with the implied value) where nothing fills it
    context: bool = False  # stands by for link and messages, not in the equation
    exact: bool = False  # taken at its word: a mark or limit is not rounded
    assume: str | None = None  # what is known of it where the text says nothing: "> -1", reported as assumed


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule file, compiled.

    `forms` maps a role to the expression that gives it from the others; in those named in `tight` every other role
    occurs once, so that interval bounds are exact. A list enters an equation through a function, and then the form
    gives that: `forms["sum(part)"]`. Inequalities have no forms.
    """

    id: str
    title: str
    about: str
    severity: str  # error, warning, note
    frames: tuple[str, ...]
    equation: str
    operator: str  # == < <= > >=
    left: Expression
    right: Expression
    forms: dict[str, Expression]
    roles: tuple[Role, ...]
    focus: str  # the role whose implied value the message gives
    link: dict[str, object]  # conditions by name; "phrases" holds the [[phrase]] entries, as an entry of the pack's frames
    messages: dict[str, str]
    origin: str = ""
    tight: frozenset[str] = frozenset()
    examples: dict[str, tuple[dict, ...]] = field(default_factory=dict)  # consistent, inconsistent, silent, wanted


# ---------------------------------------------------------------- linking


@dataclass(frozen=True, slots=True)
class Frame:
    """Claims that belong together: which quantities (by index in Extraction.quantities) play which part, and how sure.

    `family` is what is being said (change, share, sum, ...). `claims` maps a part to quantities in reading order.
    `spans` holds parts that are words, not numbers (items of a list, the noun phrase of the whole). `pinned` are the
    parts that a phrase, a definite reference or grammar ties to the cue. `sign` is +1 or -1 where the cue has a
    direction, else 0. `tier`: 0 phrase, 1 clause, 2 sentence, 3 paragraph, 4 document.
    """

    family: str
    cue: tuple[int, int]  # offsets of the words that opened the frame
    claims: dict[str, tuple[int, ...]]
    spans: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    sign: int = 0
    pinned: frozenset[str] = frozenset()
    tier: int = 0
    blocked: str | None = None
    farther: tuple["Frame", ...] = ()  # readings of farther tiers: may soften a fail, never make a pass
    source: str = ""  # the phrase that made it
    # What a part speaks of, stated or not: (measure key, period key, name, period as words); see linking/facts.py.
    facts: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)
    signs: dict[str, int] = field(default_factory=dict)  # directions of single parts, where each has its own
    fitted: bool = False  # put together because the figures agree: with one of them wrong, nothing would have been


# What a part speaks of where no figure is pointed at: (measure key, period key, name, period as words).
FactRef = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """What the words say of figures and of facts, for the test of the whole document; never a check of its own.

    `parts` maps the claims of the rule `rule` to quantities (by index) and to facts that may be stated nowhere. `tie`
    names the wording or structure that says so.
    """

    rule: str
    parts: dict[str, tuple["int | FactRef", ...]]
    sign: int = 0
    tie: str = ""
    supposed: bool = False  # good enough for what follows from the text, not to hold anything against it
    lent: str | None = None  # the unit that bare numbers among the quantities take


@dataclass(frozen=True, slots=True)
class Relation:
    """A rule whose roles are filled. `readings` are the admissible frames of the nearest tier, best first."""

    rule: Rule
    readings: tuple[Frame, ...]


# ---------------------------------------------------------------- judging


@dataclass(frozen=True, slots=True)
class Evidence:
    """A number, or words, that take part: role, offsets, and the interval as judged, in the unit as written."""

    role: str
    start: int
    end: int
    interval: Interval | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Assumed:
    """A value that takes part without standing in the document."""

    role: str
    value: str
    unit: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One single edit that would mend a finding, written as the text writes."""

    role: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Check:
    """A verdict with its proof."""

    rule: str
    severity: str
    verdict: str  # pass, warn, fail, unknown
    message: str
    equation: str
    evidence: tuple[Evidence, ...]
    by: str | None = None  # of a pass: exact, rounding, hedge
    reason: str | None = None  # of an unknown
    rescue: str | None = None  # of a warn
    assumed: tuple[Assumed, ...] = ()
    implied: tuple[str, Interval, str | None] | None = None  # role, interval, unit
    suggestions: tuple[Suggestion, ...] = ()
    bond: str = ""  # the phrase or structure that ties the numbers
    steps: tuple[str, ...] = ()  # of a finding over several relations: the arithmetic in order, a line each


@dataclass(frozen=True, slots=True)
class Implied:
    """A fact that the text determines without stating it; `sources` are indices into the document's checks."""

    fact: str
    interval: Interval
    unit: str | None
    sources: tuple[int, ...]
    period: str | None = None
    figures: tuple[tuple[int, int], ...] = ()  # where the figures stand that it follows from


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A number that was read but took part in no check, with the reason."""

    quantity: int
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that is said about one document."""

    checks: tuple[Check, ...]
    implied: tuple[Implied, ...]
    unchecked: tuple[Unchecked, ...]
    notes: tuple[str, ...] = ()  # what of it stayed undecided because a bound on the work was met
