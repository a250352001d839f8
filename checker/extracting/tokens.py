"""The words of a document with their places."""

from __future__ import annotations

from checker.language.split import TOKEN
from checker.model import Tokens


def tokenize(text: str) -> Tokens:
    """Cut `text` into words: parallel lists of lower-cased word, start and end offset (code points, half-open).

    >>> tokenize("China’s 5pct").words
    ['china', "'s", '5', 'pct']
    """
    spans = [match.span() for match in TOKEN.finditer(text)]
    lowered = text.lower().replace("’", "'")
    if len(lowered) == len(text):
        words = [lowered[start:end] for start, end in spans]
    else:  # a few letters grow when lower-cased
        words = [text[start:end].lower().replace("’", "'") for start, end in spans]
    return Tokens(words, [start for start, _ in spans], [end for _, end in spans])
