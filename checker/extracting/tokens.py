"""The words of a document with their places."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.language.split import TOKEN
from checker.model import Tokens


def tokenize(text: str, hidden: tuple[tuple[int, int], ...] = ()) -> Tokens:
    """Cut `text` into words: parallel lists of lower-cased word, start and end offset (code points, half-open).

    Apostrophes and the typographer's hyphen become the plain ones. Words that start in a `hidden` stretch are left out; the stretches are in order.

    >>> tokenize("China’s 5pct").words
    ['china', "'s", '5', 'pct']
    """
    spans = list(map(re.Match.span, TOKEN.finditer(text)))
    if hidden:
        begins = [begin for begin, _ in hidden]
        spans = [span for span in spans if (i := bisect_right(begins, span[0])) == 0 or hidden[i - 1][1] <= span[0]]
    lowered = text.lower().replace("’", "'").replace("‐", "-")
    if len(lowered) == len(text):
        words = [lowered[start:end] for start, end in spans]
    else:  # a few letters grow when lower-cased
        words = [text[start:end].lower().replace("’", "'").replace("‐", "-") for start, end in spans]
    starts, ends = map(list, zip(*spans)) if spans else ([], [])
    return Tokens(words, starts, ends)
