"""How text is cut into words: the one tokenizer for documents, packs and phrases.

It knows no language: runs of letters, runs of digits, an apostrophe with the one or two letters that close a word
("it's", "we'll"), and every other visible character alone.
"""

from __future__ import annotations

import re

# Characters that Python counts as word characters but that are numbers or exponents by themselves: ², ½, ①.
_SINGLE = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215f\u2189\u2460-\u249b"

TOKEN = re.compile(rf"[^\W\d_{_SINGLE}]+|\d+|(?<=\w)['’][^\W\d_{_SINGLE}]{{1,2}}(?!\w)|\S")


def split_words(text: str) -> tuple[str, ...]:
    """The lower-cased words of a short text; apostrophes are made straight.

    >>> split_words("Year-on-year, it’s 5pct")
    ('year', '-', 'on', '-', 'year', ',', 'it', "'s", '5', 'pct')
    >>> split_words("'s")
    ("'s",)
    """
    if text.isascii() and text.replace(" ", "").isalpha():  # as nearly all entries of a pack
        return tuple(text.lower().split())
    plain = text.lower().replace("’", "'")
    if TOKEN.fullmatch("x" + plain, 1) and plain[:1] == "'":  # the close of a word by itself, as packs list it
        return (plain,)
    return tuple(TOKEN.findall(plain))
