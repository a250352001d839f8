"""Rows that the scale of their table is not for: rates, ratios, margins, what is told per something."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from checker.extracting.tables.counted import OWNED
from checker.language import Pack, longest
from checker.language.pack import Phrases
from checker.tables import Row


@dataclass(frozen=True, eq=False, slots=True)
class RateWords:
    """The pack's words for such labels."""

    plain: Phrases  # per, rate, average, ...
    heads: frozenset[str]  # of these, the ones that are one only as the head of the label
    goes_on: frozenset[str]  # what may follow a head
    part_after: frozenset[str]  # what makes it a part of something else: "tax at the statutory rate"
    margins: frozenset[str]  # what may be an amount, too


def rate_words(pack: Pack) -> RateWords:
    return RateWords(pack.phrases(["table-unscaled"]), pack.words("table-rates"), pack.words("table-rate-goes-on"), pack.words("table-rate-part-after"), pack.words("table-margins"))


def unscaled(known: RateWords, words: list[str], row: Row, text: str, signs: Container[str]) -> bool:
    """Whether a label names a rate, a margin or the like: "Effective tax rate"; not "Effect of exchange rate changes",
    "Tax at the statutory rate", nor a margin that is printed as money."""
    for i, word in enumerate(words):
        hit = longest(known.plain, words, i)
        if hit is None:
            continue
        following = words[hit[0]] if hit[0] < len(words) else ""
        if following.startswith(OWNED):
            continue  # "employees’ pay"
        part = following.isalpha() and following not in known.goes_on or not known.part_after.isdisjoint(words[:i])
        paid = word in known.margins and any(ch in signs or ch == "," for cell in row.cells for ch in text[slice(*cell.span)])
        if not (word in known.heads and part or paid):
            return True
    return False


def excepted(but: Container[str], told: list[list[str]], label: list[str]) -> bool:
    """Whether what is told of the scale of a table takes a label out of it: "Ship-days" under "(in thousands of dollars,
    except ship-days)"."""
    words = [word for word in label if word.isalpha()]
    for line in told if words else ():
        at = next((i for i, word in enumerate(line) if word in but), len(line))
        if len(words) > 1 and all(word in line[at + 1 :] for word in words):
            return True
    return False
