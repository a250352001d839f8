"""The phrase notation: ways of saying things, written as they look, compiled to one regular expression over symbols.

Used by linking. A sentence is a string of symbols, one character a token: a quantity is the letter of its kind
(`KIND_SYMBOLS`), a word that some phrase or class mentions is a character of its own, any other word is `w`. A phrase
compiles to a regular expression over such strings, so that matching runs at the speed of `re` and stays linear (gaps
are bounded).

The notation, complete:

    word , (       a word or punctuation mark stands for itself
    {part}         a quantity of the claim's kinds; {part:percent count} narrows them; {part...} a list of them
    {whole:words}  one to eight words, kept as a span of text; {items:rest} all up to the end of the sentence
    <rise>         any word of a class of the pack; <of|in> any of the words given
    [by|of]        optional, with alternatives
    ...            a gap of up to ten tokens without a quantity or a closing mark; ...3 of up to three
    ~              up to eight words of a noun phrase, no punctuation; ~3 up to three
    ^              the same, but none of the pack's closed words (prepositions, pronouns, auxiliaries); ^3 up to three
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from checker.model import KIND_GROUPS

KIND_SYMBOLS = {
    "number": "N", "percent": "P", "points": "Q", "currency": "C", "physical": "U", "count": "K", "age": "A",
    "ratio": "F", "multiple": "M", "duration": "D", "range": "R", "bound": "B", "date": "d", "time": "t", "year": "y",
    "period": "p", "ordinal": "o", "score": "s", "identifier": "i",
}  # fmt: skip
MEASURE_SYMBOLS = "NPQCUKAFMDRB"
_STOP = MEASURE_SYMBOLS + "s"
_PIECE = re.compile(r"\{([a-z-]+)(\.\.\.)?(?::([a-z ]+))?\}|<([^<>]+)>|(\[)|(\])|(\|)|(\.\.\.)(\d*)|([~^]\d*)|([^\s\[\]{}<>|~^]+)")
_FIRST_SYMBOL = 0x4E00


class PhraseError(ValueError):
    """A phrase that cannot be compiled; the message says why and what to write instead."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """The alphabet: word -> its character, and the marks that gaps and noun phrases must not cross."""

    chars: Mapping[str, str]
    closing: str  # marks that end a gap
    marks: str  # all punctuation
    closed: str = ""  # words that cannot stand in a bare noun phrase


@dataclass(frozen=True, slots=True)
class Slot:
    """A named hole of a phrase: what it captures ("quantity", "list", "words") and its group number."""

    name: str
    form: str
    group: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase. `needs` are sets of symbols of which each must meet the sentence before matching is worth it."""

    says: str
    pattern: str
    slots: tuple[Slot, ...]
    needs: tuple[frozenset[str], ...]

    def overlapping(self, symbols: str) -> list[re.Match[str]]:
        """A match at every place where one starts, so that one way of reading does not hide the next."""
        search, found = _compiled(self.pattern).search, []
        match = search(symbols)
        while match is not None:
            found.append(match)
            match = search(symbols, match.start() + 1)
        return found


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def kinds_of(names: str | list[str] | tuple[str, ...]) -> frozenset[str]:
    """Kinds named one by one or by group: "share" is percent and ratio."""
    found: set[str] = set()
    for name in names.split() if isinstance(names, str) else names:
        if name in KIND_GROUPS:
            found.update(KIND_GROUPS[name])
        elif name in KIND_SYMBOLS:
            found.add(name)
        else:
            raise PhraseError(f"unknown kind '{name}'. Try one of: {', '.join([*KIND_GROUPS, *KIND_SYMBOLS])}")
    return frozenset(found)


def symbols_of(words: set[str], marks: str, closing: str, closed: frozenset[str] = frozenset()) -> Symbols:
    """Give each word and mark a character, in sorted order so that the same pack gives the same alphabet."""
    listed = [*dict.fromkeys(marks), *sorted(words - set(marks))]
    chars = {word: chr(_FIRST_SYMBOL + i) for i, word in enumerate(listed)}
    return Symbols(chars, "".join(chars[m] for m in closing), "".join(chars[m] for m in marks), "".join(chars[w] for w in sorted(closed & words)))


@dataclass(slots=True)
class _Builder:
    """State while one phrase is compiled: the slots and the needs collected so far."""

    symbols: Symbols
    classes: Mapping[str, tuple[tuple[str, ...], ...]]
    claims: Mapping[str, frozenset[str]]
    words: Callable[[str], list[str]]
    slots: list[Slot] = field(default_factory=list)
    needs: list[frozenset[str]] = field(default_factory=list)
    depth: int = 0

    def need(self, chars: frozenset[str]) -> None:
        if not self.depth:
            self.needs.append(chars)

    def word(self, word: str) -> str:
        return self.symbols.chars[word]

    def sequence(self, words: list[str]) -> str:
        return "".join(self.word(w) for w in words)

    def telling(self, words: tuple[str, ...]) -> str:
        """The symbol of that word of an entry which the fewest sentences are likely to have."""
        symbols = [self.word(w) for w in words]
        common = self.symbols.closed + self.symbols.marks
        return min(zip(symbols, words), key=lambda s: (s[0] in common, -len(s[1])))[0]

    def slot(self, name: str, form: str, body: str) -> str:
        self.slots.append(Slot(name, form, len(self.slots) + 1))
        return f"({body})"

    def any_of(self, entries: tuple[tuple[str, ...], ...]) -> str:
        """A group for the entries, longest first: single words as one character class."""
        single = "".join(sorted({self.word(e[0]) for e in entries if len(e) == 1}))
        several = sorted({self.sequence(list(e)) for e in entries if len(e) > 1}, key=lambda s: (-len(s), s))
        self.need(frozenset(self.telling(e) for e in entries if len(e) > 1) | frozenset(single))
        options = [*several, *([f"[{single}]"] if single else [])]
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _quantity(b: _Builder, name: str, listed: bool, kinds: str | None) -> str:
    wanted = kinds_of(kinds) if kinds else b.claims.get(name)
    if wanted is None:
        raise PhraseError(f"unknown claim '{{{name}}}'. Try one of: {', '.join(sorted(b.claims))}")
    chars = "".join(sorted(KIND_SYMBOLS[k] for k in wanted))
    b.need(frozenset(chars))
    if not listed:
        return b.slot(name, "quantity", f"[{chars}]")
    gap = f"[^{_STOP}{b.symbols.closing}]{{0,12}}?"
    return b.slot(name, "list", f"[{chars}](?:{gap}[{chars}])+")


def _piece(b: _Builder, m: re.Match[str]) -> str:
    name, listed, kinds, class_name, _, _, _, gap, reach, noun, literal = m.groups()
    if name:
        if kinds == "words":
            return b.slot(name, "words", f"[^{_STOP}{b.symbols.marks}]{{1,8}}")
        if kinds == "rest":
            return b.slot(name, "words", ".+")
        return _quantity(b, name, bool(listed), kinds)
    if class_name:
        if "|" in class_name:
            return b.any_of(tuple(tuple(b.words(e)) for e in class_name.split("|")))
        if class_name not in b.classes:
            raise PhraseError(f"unknown class '<{class_name}>'")
        return b.any_of(b.classes[class_name])
    if gap:
        return f"[^{_STOP}{b.symbols.closing}]{{0,{reach or 10}}}?"
    if noun:
        closed = b.symbols.closed if noun[0] == "^" else ""
        return f"[^{_STOP}{b.symbols.marks}{closed}]{{0,{noun[1:] or 8}}}?"
    words = b.words(literal)
    for word in words:
        b.need(frozenset(b.word(word)))
    return b.sequence(words)


def _alternatives(b: _Builder, says: str, at: int, depth: int) -> tuple[str, int]:
    """The pattern of `says` from `at` up to the closing bracket of this depth, and where it ended."""
    options, current = [], []
    while at < len(says):
        m = _PIECE.match(says, at)
        if not m:
            if not says[at].isspace():
                raise PhraseError(f"cannot read '{says[at:]}'")
            at += 1
            continue
        at = m.end()
        if m.group(5):
            b.depth += 1
            inner, at = _alternatives(b, says, at, depth + 1)
            b.depth -= 1
            current.append(f"(?:{inner})?")
        elif m.group(6):
            if not depth:
                raise PhraseError("']' without '['")
            return "|".join([*options, "".join(current)]), at
        elif m.group(7):
            if not depth:
                raise PhraseError("'|' belongs inside [ ] or < >")
            options.append("".join(current))
            current = []
        else:
            current.append(_piece(b, m))
    if depth:
        raise PhraseError("'[' is not closed")
    return "".join(current), at


def compile_phrase(
    says: str,
    symbols: Symbols,
    classes: Mapping[str, tuple[tuple[str, ...], ...]],
    claims: Mapping[str, frozenset[str]],
    words: Callable[[str], list[str]],
) -> Phrase:
    """Compile one phrase. `classes` maps a name to entries, each a tuple of words; `words` is the pack's tokenizer.

    Raises PhraseError with what is wrong: an unknown claim or class, brackets that do not close, nothing to hold on to.
    """
    builder = _Builder(symbols, classes, claims, words)
    pattern, _ = _alternatives(builder, says, 0, 0)
    if not builder.needs:
        raise PhraseError("nothing in the phrase is required")
    return Phrase(says, pattern, tuple(builder.slots), tuple(dict.fromkeys(builder.needs)))


def literal_words(says: str, words: Callable[[str], list[str]]) -> set[str]:
    """The words that a phrase spells out, for building the alphabet before compiling."""
    found: set[str] = set()
    for m in _PIECE.finditer(says):
        if m.group(4) and "|" in m.group(4):
            for entry in m.group(4).split("|"):
                found.update(words(entry))
        elif m.group(11):
            found.update(words(m.group(11)))
    return found
