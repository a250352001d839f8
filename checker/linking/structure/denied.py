"""Bounds that were read with their negation: "must not exceed 40", "never more than 20"."""

from __future__ import annotations

from checker.linking.context import Context
from checker.model import Quantity

_OPPOSITE = {"below": "bound-above", "above": "bound-below"}
_PHRASE = 4  # words of a bound


def denied(q: Quantity, context: Context) -> bool:
    """Whether the words at a figure tell the other side than it was read on: a negation in front has turned them already."""
    if q.strict or q.approx not in _OPPOSITE:
        return False
    words, told = context.extraction.tokens.words, context.lexicon.pack.words(_OPPOSITE[q.approx])
    return any(" ".join(words[q.outer : k]) in told for k in range(q.outer + 1, min(q.first, q.outer + _PHRASE) + 1))
