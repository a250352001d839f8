"""What a table counts beside its money: columns and rows of things, and the scale that it has for them alone."""

from __future__ import annotations

from collections.abc import Callable, Container

from checker.extracting.tables.measures import HeaderWords, Measure
from checker.language import longest
from checker.language.pack import Phrases
from checker.tables import Row, Span, Table

_DILUTED = 8  # rows from the basic number of shares to the diluted one


def things_over(found: list[Span], headers: tuple[Span, ...], own: list[Measure], lonely: list[Span]) -> list[Span]:
    """Of the headers of a column those that say that it counts things, or none where one nearer to the numbers says that
    it is of money: "31 to 60 days past due" over "$'000". `own` are the measures of the headers, the lowest first."""
    paid = [span for span, measure in zip(reversed(headers), own) if measure.kind == "currency" and span not in lonely]
    return [] if found and paid and paid[0] > found[-1] else found


def lettered(table: Table, text: str, signs: Container[str], letters: dict[str, int]) -> dict[str, Measure]:
    """The letters that are a scale in this table, for another column has them beside a currency: "M" next to "$M"."""
    heads = [text[slice(*span)] for column in table.columns for span in column.headers]
    sure = {head[1:].strip() for head in heads if head[:1] in signs and head[1:].strip().lower() in letters}
    return {letter: Measure(scale=letters[letter.lower()]) for letter in sure if letter in heads}


def scale_of_things(told: list[list[str]], things: Phrases, header: HeaderWords, scales: dict[str, int]) -> tuple[Phrases, int]:
    """The things that the table has a scale of its own for, and the scale: "(dollars in millions, shares in thousands)";
    no things where the words around it say nothing of them."""
    for words in told:
        for i, word in enumerate(words):
            hit = longest(things, words, i)
            if hit is None or hit[0] + 1 >= len(words) or words[hit[0]] not in header.joints:
                continue
            scale = header.scales.get(words[hit[0] + 1]) or scales.get(words[hit[0] + 1])
            if scale:
                return {word: ((tuple(words[i : hit[0]]), None),)}, scale
    return {}, 1


def has_sign(row: Row, text: str, signs: Container[str]) -> bool:
    """Whether a sign of a currency stands in a cell of the row."""
    return any(text[at] in signs for cell in row.cells for at in range(*cell.span))


def added_shares(table: Table, text: str, signs: Container[str], counts: Callable[[Span], bool]) -> frozenset[int]:
    """The rows between two that count shares: what is added to the basic number to come to the diluted one."""
    held = [n for n, row in enumerate(table.rows) if row.label is not None and counts(row.label)]
    between = [row for a, b in zip(held, held[1:]) for row in table.rows[a + 1 : b] if b - a <= _DILUTED]
    return frozenset(id(row) for row in between if row.label is not None and not has_sign(row, text, signs))
