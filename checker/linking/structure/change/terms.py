"""What a sentence is made of for a change: items, tagged words, and the word classes that tell them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.once import once

CHANGES = frozenset(["percent", "points", "ratio"])
AMOUNTS = frozenset(["number", "currency", "physical", "count", "duration", "range"])
_SEPARATORS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "—": ",", "–": ",", "[": "(", "]": ")", "?": ";", "!": ";"}
_CLASSES = {  # the names used here: the classes of the pack they are made of
    "nouns": "rise-noun fall-noun moved-noun", "amount_nouns": "amount-noun", "better": "moved-better", "up": "compared-up compared-up-of",
    "down": "compared-down compared-down-of", "surpassed": "base-surpassed", "base_weak": "base-weak",
    "time_after": "time-after", "filler": "change-filler", "article": "change-article", "phrase_end": "phrase-end",
    "conjunction": "conjunction", "level_verb": "level-verb", "before_length": "time-preposition", "auxiliary": "auxiliary",
    "elsewhere": "elsewhere", "expectation": "expectation", "currency": "currency-name", "negation": "change-negation",
    "demonstrative": "demonstrative", "rebased": "rebased", "per_year": "per-year", "rate_noun": "rate-noun",
    "each_year": "each-year", "closing_rest": "closing-rest", "whole_growth": "whole-growth", "reopening": "reopening",
    "more_is_better": "more-is-better", "made_better": "made-better", "share_nouns": "share-noun",
    "leading_to": "leading-to", "hedges": "hedge-nearly hedge-about hedge-just-over", "comes_out": "comes-out",
    "of": "change-of-word", "simple": "simple-growth", "per_time": "per-time", "extreme": "extreme-level",
    "ranging": "range-verb", "pointing_noun": "pointing-noun", "pointing": "pointing-back", "own_subject": "own-subject",
    "concluding": "concluding", "needs_base": "compared-base", "passive": "changed-passive", "negative": "negative-level",
    "respectively": "together-respectively", "at_interest": "at-interest",
    "gone": "gone", "as_many": "as-many", "again": "as-alone", "in_all": "in-all", "at_rate": "at-rate", "gap_nouns": "gap-noun", "span_before": "span-preposition",
    "united": "united-parts", "whole_before": "whole-before",
    "both": "both-parts", "share_verbs": "share-verb", "contrasting": "contrasting", "outer_whole": "outer-whole", "part_nouns": "part-of-whole-noun", "averages": "change-average", "when": "change-when", "per_each": "denominator-word", "coming": "told-coming", "days": "day-name", "falling": "falls-itself",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """One thing in a sentence. `kind`: level, change, move (a word without a figure) or mark (see `word`).

    `word` is the mark itself, or what stands in front of a level: to, from, base, after, than, at, "". `near` says that nothing
    but filling words lie between. `start`..`end` are the positions it covers, words of the change included.
    """

    kind: str
    at: int
    index: int = -1
    word: str = ""
    sign: int = 0
    near: bool = True
    start: int = 0
    end: int = 0
    lead: int = -1  # of "by" in front of a change whose word of moving stands far away
    then: bool = False  # the words around it put it in an earlier time
    noun: bool = False  # said as a noun: an increase of 12%, a 12% increase
    apposed: bool = False  # "or 12%", "(12%)": another word for the change in front of it
    compared: bool = False  # "12% more": what follows "than" is its base
    better: bool = False  # the word does not tell which way the size goes
    blocked: bool = False
    yearly: bool = False  # said to be the change over a year
    negative: bool = False  # a loss, a deficit
    now: bool = False  # the words around it put it in the present
    definite: bool = False  # "the 12% drop"
    verb: bool = False  # said by a verb: fell 12%, as against "down 12%", "a fall of 12%"
    predicate: bool = False  # "the increase for women was 12%": it has a subject of its own
    opens: bool = False  # an earlier time that the sentence opens with
    percent: bool = False  # a percentage, points or a fraction, in brackets or after "or"
    surpassed: bool = False  # an old value behind "beating", "exceeding"
    hedged: bool = False  # "nearly by half"
    quoted: bool = False  # a price behind "at"
    aside: bool = False  # a change that only stands beside another: "compared with a 13% decline"


@dataclass(slots=True)
class Mark:
    """A tagged word of the sentence."""

    start: int
    end: int
    tag: str
    sign: int
    symbols: str


class _OfTwo(dict[str, tuple[tuple[str, str, int], ...]]):
    """The tagged entries that can begin with two symbols, longest first: many begin with the same one."""

    def __init__(self, tags: dict[str, tuple[tuple[str, str, int], ...]]):
        self.tags = tags

    def __missing__(self, two: str) -> tuple[tuple[str, str, int], ...]:
        self[two] = tuple(entry for entry in self.tags.get(two[:1], ()) if entry[0][:2] in (two, two[:1]))
        return self[two]


class Words:
    """The word classes that reading items needs, as sets of strings of symbols: one attribute for each entry of `_CLASSES`."""

    def __init__(self, lexicon: Lexicon):
        chars = lexicon.symbols.chars

        def entries(name: str) -> frozenset[str]:
            return frozenset("".join(chars[w] for w in e) for e in lexicon.classes.get(name, ()))

        for name, classes in _CLASSES.items():
            setattr(self, name, frozenset().union(*map(entries, classes.split())))
        self.any_per_time, self.any_per_each, self.any_as_many = tuple(self.per_time), tuple(self.per_each), tuple(self.as_many)  # for `startswith`
        self.tags = lexicon.tags
        self.tags_of_two = _OfTwo(lexicon.tags)
        self.entries = _by_tag(lexicon.tags)
        self.moving_nouns = frozenset(first for first, found in self.entries["move"].items() if not self.nouns.isdisjoint(found))
        self.tagged = re.compile(f"[{re.escape(''.join(lexicon.tags))}]" if lexicon.tags else "(?!)")  # where a tagged entry may begin
        said = [first for first, found in lexicon.tags.items() for _, tag, _ in found if tag in ("move", "base", "comparative")]
        # without one of these a sentence says nothing of a change
        self.telling = frozenset(said) | {KIND_SYMBOLS["multiple"], KIND_SYMBOLS["points"]}
        self.breaks = frozenset(e for e in entries("clause-break") if len(e) == 1)
        self.quotes = frozenset(chars[m] for m in "*\"“”‘’" if m in chars)
        self.separators = {chars[mark]: word for mark, word in _SEPARATORS.items() if mark in chars}
        self.full_stops = frozenset(s for s, mark in self.separators.items() if mark == ";")
        self.clause_marks = self.full_stops | self.conjunction
        self.joining = self.breaks | self.conjunction
        self.dividing = frozenset(chars[mark] for mark in ",;:()" if mark in chars)
        self.ending = frozenset(self.separators) | self.breaks  # what a clause ends at
        self.dividers = re.compile(f"[{re.escape(''.join(s for s in self.ending | self.conjunction if len(s) == 1))}]")
        self.hyphen, self.comma = chars["-"], chars[","]
        opposites = lexicon.pack.data.get("words_change", {}).get("opposites", {})
        self.opposites = tuple((chars[a], chars[b]) for a, b in opposites.items() if a in chars and b in chars)

    def stands(self, tag: str, symbols: str, at: int) -> bool:
        """Whether an entry with a tag begins at a position."""
        return symbols.startswith(self.entries[tag].get(symbols[at : at + 1], ()), at)


def _by_tag(tags: dict[str, tuple[tuple[str, str, int], ...]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The entries of each tag by their first symbol."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for first, entries in tags.items():
        for said, tag, _ in entries:
            found[tag][first] = (*found[tag].get(first, ()), said)
    return found


_words = once(Words)


def words_of(context: Context) -> Words:
    """The word classes, from the cache where this lexicon has been seen."""
    return _words(context.lexicon)


def _of_its_own_kind(start: int, end: int, symbols: str, words: Words) -> bool:
    """True of rain that fell, and of half a word: "drop-out"."""
    return start > 0 and symbols[start - 1] in words.falling or symbols[end : end + 1] == words.hyphen


def marks_of(line: Line, words: Words) -> list[Mark]:
    """The tagged words of a line, longest first at each place, not overlapping."""
    found: list[Mark] = []
    symbols, free = line.symbols, 0
    for m in words.tagged.finditer(symbols):
        at = m.start()
        for said, tag, sign in words.tags_of_two[symbols[at : at + 2]] if at >= free else ():
            if symbols.startswith(said, at) and not (tag == "move" and _of_its_own_kind(at, at + len(said), symbols, words)):
                free = at + len(said)
                found.append(Mark(at, free, tag, sign, said))
                break
    return found
