"""The compiled language of linking: frame specifications of a pack and of rules, ready to match.

Built once for a pack and a set of rules. A frame specification says how one thing is said: a cue that opens it, and for
every further part the phrases that tie a number to it. An index from symbols to specifications lets a sentence try only
what can occur in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from checker.errors import FilesRefused, Problem
from checker.language.pack import Pack
from checker.language.phrase import Phrase, PhraseError, Symbols, compile_phrase, kinds_of, literal_words, symbols_of
from checker.language.split import split_words
from checker.model import CLAIMS, Rule

MARKS = ".,;:!?()[]{}\"“”‘’'–—-/%&+*=<>|…«»#@$£€"
CLOSING = ";:()[]?!"
_RESERVED = frozenset("family cue parts find least scope sign blocked blocks _array _file name unless doubtful facts".split())

Needs = int  # sets of symbols, each of which must meet the sentence, as the bits of a number


@dataclass(frozen=True, slots=True)
class Find:
    """How an open part is looked for among the numbers around the cue (see linking/seek.py for the steps)."""

    part: str
    kinds: frozenset[str]
    steps: tuple[str, ...]
    like: str | None = None  # same unit as this part
    larger: str | None = None  # nominal value at least that of this part
    smaller: str | None = None
    head: str | None = None  # words in common with this span or with the noun of this part
    clear: bool = False  # the nearest one is tied by grammar: no second candidate makes it doubtful


@dataclass(frozen=True, slots=True)
class FrameSpec:
    """One way of saying something: family, cue phrases, phrases for further parts, and searches for open ones."""

    family: str
    cues: tuple[Phrase, ...]
    parts: tuple[tuple[str, tuple[Phrase, ...]], ...]
    finds: tuple[Find, ...]
    least: frozenset[str]
    scope: str  # how far phrases for parts may stand: clause, sentence
    sign: int  # +1, -1 where the wording fixes it; 0: from the words of the cue
    blocked: str | None  # a reason, where this wording forbids the arithmetic
    unless: tuple[str, ...]  # classes of words that make this wording mean something else
    facts: tuple[tuple[str, str, str], ...]  # (part, where its words stand, what dates it); see linking/facts.py
    doubtful: bool  # the wording can also mean something else: nothing is pinned
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything language-bound that linking needs, compiled."""

    pack: Pack
    symbols: Symbols
    specs: tuple[FrameSpec, ...]
    cues: tuple[tuple[FrameSpec, Phrase, Needs], ...]  # every cue with its specification, and what it needs besides:
    by_symbol: dict[str, tuple[int, ...]]  # symbol -> cues that cannot occur without it or another of the same need
    needs: dict[str, Needs]  # symbol -> the needs that it meets
    rising: re.Pattern[str]
    falling: re.Pattern[str]
    breaks: re.Pattern[str]  # words that open another clause
    blockers: tuple[str, ...]  # classes of words that forbid the arithmetic: the reasons
    classes: dict[str, tuple[tuple[str, ...], ...]]
    tags: dict[str, tuple[tuple[str, str, int], ...]]  # first symbol -> (symbols, tag, sign) of tagged classes, longest first

    # Any entry of a class as a pattern over symbols; one that never matches where the pack has no such class.
    pattern: Callable[[str], re.Pattern[str]]


class Patterns(dict[str, re.Pattern[str]]):
    """Patterns of classes by name, each made when first asked for."""

    def __init__(self, classes: dict[str, tuple[tuple[str, ...], ...]], symbols: Symbols):
        self.classes, self.symbols = classes, symbols

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = class_pattern(self.classes.get(name, ()), self.symbols) or re.compile(r"(?!)")
        return self[name]


def class_pattern(entries: Iterable[tuple[str, ...]], symbols: Symbols) -> re.Pattern[str] | None:
    """A pattern for any of the entries, longest first; None where there are none."""
    said = {"".join(symbols.chars[w] for w in e) for e in entries}
    several = sorted((s for s in said if len(s) > 1), key=lambda s: (-len(s), s))
    single = "".join(sorted(s for s in said if len(s) == 1))
    options = [*map(re.escape, several), *([f"[{re.escape(single)}]"] if single else [])]
    return re.compile("|".join(options)) if options else None


def build_lexicon(pack: Pack, rules: tuple[Rule, ...] = ()) -> Lexicon:
    """Compile the pack's frames and the rules' own phrases. Raises FilesRefused with every bad entry."""
    entries = [*pack.frames, *(e for rule in rules for e in _phrases_of(rule, pack.name))]
    classes = _class_entries(pack)
    words = set(chain.from_iterable(chain.from_iterable(classes.values())))
    for entry in entries:
        for says in _all_phrases(entry):
            words |= literal_words(says, split_words)
    symbols = symbols_of(words, MARKS, CLOSING, pack.words("closed-word"))
    claims = {name: kinds_of(kinds) for name, kinds in CLAIMS.items()}
    specs, problems, groups = [], [], {}
    for entry in entries:
        try:
            specs.append(_spec(entry, symbols, classes, claims, groups))
        except PhraseError as error:
            problems.append(Problem(str(entry.get("_file", "rule")), str(error), key=str(entry.get("family"))))
    if problems:
        raise FilesRefused(tuple(problems))
    by_symbol: dict[str, list[int]] = {}
    cues: list[tuple[FrameSpec, Phrase, Needs]] = []
    numbers: dict[frozenset[str], int] = {}  # of needs
    common = frozenset(symbols.closed + symbols.marks)
    for spec in specs:
        for cue in spec.cues:
            rarest, *further = sorted(cue.needs, key=lambda need: _commonness(need, common))
            for symbol in sorted(rarest):
                by_symbol.setdefault(symbol, []).append(len(cues))
            cues.append((spec, cue, _bits(numbers.setdefault(need, len(numbers)) for need in further)))
    never = re.compile(r"(?!)")

    def words_of(*names: str) -> re.Pattern[str]:
        return class_pattern([e for n in names for e in classes.get(n, ())], symbols) or never

    return Lexicon(
        pack,
        symbols,
        tuple(specs),
        tuple(cues),
        {s: tuple(n) for s, n in by_symbol.items()},
        _met(numbers),
        words_of(*(n for n, c in pack.classes.items() if c.sign > 0)),
        words_of(*(n for n, c in pack.classes.items() if c.sign < 0)),
        words_of("clause-break"),
        tuple(n for n in sorted(pack.classes) if n.startswith("blocked-")),
        classes,
        _tags(pack, classes, symbols),
        Patterns(classes, symbols).__getitem__,
    )


def _met(numbers: dict[frozenset[str], int]) -> dict[str, Needs]:
    """The needs that each symbol meets."""
    found: dict[str, set[int]] = {}
    for need, number in numbers.items():
        for symbol in need:
            found.setdefault(symbol, set()).add(number)
    return {symbol: _bits(met) for symbol, met in found.items()}


def _bits(numbers: Iterable[int]) -> Needs:
    return sum(1 << number for number in set(numbers))


def _tags(pack: Pack, classes, symbols: Symbols) -> dict[str, tuple[tuple[str, str, int], ...]]:
    """The entries of classes with a `tag`, by their first symbol; of equal entries the class named first in the pack wins."""
    found: dict[str, dict[str, tuple[str, str, int]]] = {}
    for name, c in pack.classes.items():
        tag = (c.extra or {}).get("tag")
        for entry in classes[name] if tag else ():
            said = "".join(symbols.chars[w] for w in entry)
            found.setdefault(said[0], {}).setdefault(said, (said, tag, c.sign))
    return {first: tuple(sorted(entries.values(), key=lambda e: (-len(e[0]), e[0]))) for first, entries in found.items()}


# How often symbols occur in prose, roughly: closed words and marks, bare numbers and counts, other figures, other words.
_WEIGHTS = {"N": 30, "K": 30, "C": 15, "P": 12, "U": 8, "D": 6, "y": 10, "p": 8, "d": 4}
_COMMON, _FIGURE, _WORD = 40, 3, 1


def _commonness(need: frozenset[str], common: frozenset[str]) -> int:
    """The smaller, the fewer sentences have one of these symbols."""
    return sum(_COMMON if s in common else _WEIGHTS.get(s, _FIGURE if s.isascii() else _WORD) for s in need)


def _phrases_of(rule: Rule, language: str) -> list[dict]:
    """The rule's own entries for the pack's language, as those of a pack."""
    own = [{k: v for k, v in e.items() if k != "lang"} for e in rule.link.get("phrases", ()) if e["lang"] == language]
    return [{**e, "_file": rule.origin or rule.id, "family": e.get("family", rule.frames[0])} for e in own]


def _class_entries(pack: Pack) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Every class as tuples of words; a class may be the union of others (`union = ["rise", "fall"]`)."""
    # nearly all are plain words, and there are very many: of these nothing is to be split
    direct = {
        name: tuple([(w,) if w.isalpha() and w.isascii() and w.islower() else split_words(w) for w in c.words])
        for name, c in pack.classes.items()
    }
    for name, c in pack.classes.items():
        union = (c.extra or {}).get("union", ())
        direct[name] += tuple(e for other in union for e in direct.get(other, ()))
    return direct


def _all_phrases(entry: dict) -> list[str]:
    parts = [says for value in entry.get("parts", {}).values() for says in _listed(value)]
    return [*_listed(entry.get("cue", [])), *parts]


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _spec(entry: dict, symbols, classes, claims, groups) -> FrameSpec:
    unknown = sorted(set(entry) - _RESERVED)
    if unknown:
        raise PhraseError(f"unknown key '{unknown[0]}'. Try one of: {', '.join(sorted(k for k in _RESERVED if k[0] != '_'))}")

    def compiled(says: str) -> Phrase:
        try:
            return compile_phrase(says, symbols, classes, claims, split_words, groups)
        except PhraseError as error:
            raise PhraseError(f"'{says}': {error}") from None

    parts = tuple((part, tuple(map(compiled, _listed(says)))) for part, says in entry.get("parts", {}).items())
    cues = tuple(map(compiled, _listed(entry["cue"])))
    return FrameSpec(
        entry["family"],
        cues,
        parts,
        tuple(_find(part, spec, claims) for part, spec in entry.get("find", {}).items()),
        frozenset(_listed(entry.get("least", []))),
        entry.get("scope", "clause"),
        entry.get("sign", 0),
        entry.get("blocked"),
        tuple(_listed(entry.get("unless", []))),
        tuple((part, spec["of"], spec.get("at", "")) for part, spec in entry.get("facts", {}).items()),
        entry.get("doubtful", False),
        entry.get("name", "") or _listed(entry["cue"])[0],
    )


def _find(part: str, spec: dict, claims) -> Find:
    steps = tuple(_listed(spec.get("steps", [])))
    kinds = kinds_of(spec["kinds"]) if "kinds" in spec else claims.get(part)
    if kinds is None:
        raise PhraseError(f"unknown claim '{part}'")
    return Find(part, kinds, steps, *(spec.get(k) for k in ("like", "larger", "smaller", "head")), spec.get("clear", False))
