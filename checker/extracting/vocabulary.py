"""The pack's words for the calendar and for names, as look-ups: made once a pack, shared by all readers of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.language import Pack, split_words

# Phrases by their last word, each as the words before it, longest first: ("s", "&", "p") is {"p": (("s", "&"),)}.
Endings = dict[str, tuple[tuple[str, ...], ...]]
# The same with the groups a label belongs to.
Labels = dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything by its name in the pack, "clock.zones" for the list `zones` of the table `clock`.

    `words`: sets; `numbered`: lists of lists, word -> 1, 2, ...; `named`: tables of lists, word -> key; `endings` and
    `beginnings`: phrases by their last and by their first word; `labels`: see `Labels`.
    """

    words: dict[str, frozenset[str]]
    numbered: dict[str, dict[str, int]]
    named: dict[str, dict[str, str]]
    endings: dict[str, Endings]
    beginnings: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    labels: Labels


# The lists whose entries may be of several words.
_PHRASES = frozenset({"clock.halves", "eras-before", "eras-after", "et-al", "names.literals", "anchor.labels", "clock.leads"})


class _Sets(dict[str, frozenset[str]]):
    """A list that the pack does not have is empty."""

    def __missing__(self, key: str) -> frozenset[str]:
        return frozenset()


class _Tables(dict[str, dict]):
    """A table that the pack does not have is empty."""

    def __missing__(self, key: str) -> dict:
        return {}


@lru_cache(maxsize=8)
def vocabulary(pack: Pack) -> Vocabulary:
    """The look-ups of a pack; empty ones where it has no calendar or no names."""
    words, numbered, named = _Sets(), _Tables(), _Tables()
    endings, beginnings = _Tables(), _Tables()
    for name, entry in _entries(pack.data.get("dates", {}), pack.data.get("typed", {})):
        if isinstance(entry, dict):
            named[name] = {word: key for key, same in entry.items() for word in same if isinstance(word, str)}
        elif entry and isinstance(entry[0], list):
            numbered[name] = {word: at for at, same in enumerate(entry, 1) for word in same}
        else:
            words[name] = frozenset(entry)
            if name in _PHRASES:
                endings[name] = _endings(entry)
                beginnings[name] = _beginnings(entry)
    return Vocabulary(words, numbered, named, endings, beginnings, _labels(pack.data.get("typed", {}).get("labels", {})))


def _entries(*files: dict) -> Iterable[tuple[str, dict | list]]:
    for content in files:
        for name, entry in content.items():
            if isinstance(entry, (dict, list)):
                yield name, entry
            if isinstance(entry, dict):
                yield from ((f"{name}.{key}", value) for key, value in entry.items() if isinstance(value, list))


def _endings(phrases: Iterable[str]) -> Endings:
    table: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        *before, last = split_words(phrase)
        table.setdefault(last, set()).add(tuple(before))
    return {last: tuple(sorted(found, key=lambda words: (-len(words), words))) for last, found in table.items()}


def _beginnings(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = split_words(phrase)
        table.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(found, key=lambda words: (-len(words), words))) for first, found in table.items()}


def _labels(groups: dict[str, list[str]]) -> Labels:
    found: dict[tuple[str, ...], set[str]] = {}
    for group, phrases in groups.items():
        for phrase in phrases:
            found.setdefault(split_words(phrase), set()).add(group)
    table: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, members in found.items():
        table.setdefault(phrase[-1], []).append((phrase[:-1], frozenset(members)))
    return {last: tuple(sorted(entries, key=lambda e: -len(e[0]))) for last, entries in table.items()}
