"""Which figures stand in the sentences of a figure, and around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from checker.model import Extraction


def sentence_of(index: int, extraction: Extraction) -> int:
    """The number of the sentence in which a quantity stands."""
    return bisect_right(extraction.sentences, extraction.quantities[index].first, key=lambda s: s.first) - 1


def measures_around(indices: Iterable[int], extraction: Extraction, reach: int = 0) -> list[int]:
    """The measures with a value, in order, in the sentences of these quantities and so many to either side."""
    quantities, sentences = extraction.quantities, extraction.sentences
    homes = {sentence_of(i, extraction) for i in indices}
    found: list[int] = []
    for number in sorted({n for home in homes for n in range(max(0, home - reach), min(len(sentences), home + reach + 1))}):
        start, end = (bisect_right(quantities, token - 1, key=lambda q: q.first) for token in (sentences[number].first, sentences[number].last))
        found.extend(i for i in range(start, end) if quantities[i].is_measure and quantities[i].value is not None)
    return found
