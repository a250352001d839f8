"""Sentences: stretches of tokens that end at a stop, at the end of a block, or at the line end of a heading or row."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.language import Pack
from checker.model import Document, Sentence, Tokens

_STOPS = frozenset(".!?…。")
_CLOSERS = frozenset("\"'’”»)]")
_OPENERS = frozenset("\"'‘“«([")
_LINE_BLOCKS = frozenset(("heading", "table", "code", "furniture"))
_LEAST_CAPITALS, _LEAST_LETTERS, _LONGEST_HEADLINE = 3, 12, 40  # words, letters and tokens of a headline in capitals
_BY_COLON = 3  # fewer letters are enough in front of a colon
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n")


def split_sentences(document: Document, tokens: Tokens, pack: Pack) -> tuple[Sentence, ...]:
    """The sentences of a document in order; every token belongs to exactly one."""
    count = len(tokens.words)
    if not count:
        return ()
    blocks = _block_breaks(document, tokens)
    breaks = blocks | _stop_breaks(document.text, tokens, _abbreviations(pack)) | _headline_breaks(document.text, tokens, blocks)
    breaks.discard(0)
    edges = [0, *sorted(breaks), count]
    block_starts = [block.start for block in document.blocks]
    found = []
    for first, last in zip(edges, edges[1:]):
        block = max(bisect_right(block_starts, tokens.starts[first]) - 1, 0)
        found.append(Sentence(first, last, block))
    return tuple(found)


def _abbreviations(pack: Pack) -> frozenset[str]:
    return frozenset(pack.data.get("pack", {}).get("abbreviations", ()))


def _block_breaks(document: Document, tokens: Tokens) -> set[int]:
    """Tokens that begin a block, follow a blank line, or begin a line of a block whose lines stand alone."""
    text = document.text
    offsets = {match.end() for match in _BLANK_LINE.finditer(text)}
    for block in document.blocks:
        offsets.add(block.start)
        offsets.add(block.end)
        if block.kind in _LINE_BLOCKS:
            at = text.find("\n", block.start, block.end)
            while at >= 0:
                offsets.add(at + 1)
                at = text.find("\n", at + 1, block.end)
    starts, count = tokens.starts, len(tokens.starts)
    places = set()
    at = 0
    for offset in sorted(offsets):
        while at < count and starts[at] < offset:
            at += 1
        if at >= count:
            break
        places.add(at)
    return places


def _headline_breaks(text: str, tokens: Tokens, blocks: set[int]) -> set[int]:
    """The token behind a headline in capitals that the text opens with: "RICE EXPORTS RISE 11 PCT Exports of rice rose ...".

    None where the headline has its own block: "U.S. rice exports rose ..." in the next one opens with capitals, too.
    """
    capitals = letters = 0
    for at in range(min(len(tokens.words), _LONGEST_HEADLINE)):
        word = text[tokens.starts[at] : tokens.ends[at]]
        if any(c.islower() for c in word):
            least = _LEAST_LETTERS - _BY_COLON if at and tokens.words[at - 1] == ":" else _LEAST_LETTERS
            if capitals < _LEAST_CAPITALS or letters < least or any(0 < b <= at for b in blocks):
                return set()
            return {_subject_start(at, text, tokens) if word[0].islower() else at}
        if len(word) > 1 and word.isalpha():
            capitals, letters = capitals + 1, letters + len(word)
    return set()


def _subject_start(at: int, text: str, tokens: Tokens) -> int:
    """The name in capitals in front of a story's first verb: "IBM said", "U.S. rice exports rose"."""
    at -= 1
    if tokens.words[at] == "." and tokens.starts[at] == tokens.ends[at - 1]:
        while at > 1 and (tokens.words[at] == "." or len(tokens.words[at - 1]) == 1) and tokens.starts[at] == tokens.ends[at - 1]:
            at -= 1
        return at
    return at if text[tokens.starts[at]].isupper() else at + 1


def _stop_breaks(text: str, tokens: Tokens, abbreviations: frozenset[str]) -> set[int]:
    words, count = tokens.words, len(tokens.words)
    places = set()
    for at in [at for at, word in enumerate(words) if word in _STOPS]:
        if at + 1 < count and not _touches_stop(tokens, at + 1):
            after = _after_closers(tokens, at)
            if after < count and _opens(text, tokens, after) and not _abbreviated(text, tokens, at, abbreviations):
                places.add(after)
    return places


def _touches_stop(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in _STOPS and tokens.starts[at] == tokens.ends[at - 1]


def _after_closers(tokens: Tokens, stop: int) -> int:
    """The first token after the stop and the closing quotes or brackets that touch it."""
    at = stop + 1
    while at < len(tokens.words) and tokens.starts[at] == tokens.ends[at - 1]:
        if tokens.words[at] not in _CLOSERS:
            return len(tokens.words)  # "3.5", "U.S.A": the stop is inside a word
        at += 1
    return at


def _opens(text: str, tokens: Tokens, at: int) -> bool:
    """True where the token can begin a sentence: upper-case letter, digit, opening quote, bullet."""
    first = text[tokens.starts[at]]
    if first in _OPENERS and at + 1 < len(tokens.words):
        first = text[tokens.starts[at + 1]]
    return not first.islower() and (first.isalnum() or first in _OPENERS or not first.isascii() or first in "$-*#|<&")


def _abbreviated(text: str, tokens: Tokens, stop: int, abbreviations: frozenset[str]) -> bool:
    """True where a full stop belongs to the word before it: an abbreviation, or a single initial ("J. Smith")."""
    if tokens.words[stop] != "." or not stop or tokens.ends[stop - 1] != tokens.starts[stop]:
        return False
    before = tokens.words[stop - 1]
    if before in abbreviations:
        return True
    if len(before) == 1 and stop >= 3 and tokens.words[stop - 2] == "." and len(tokens.words[stop - 3]) == 1 and tokens.ends[stop - 3] == tokens.starts[stop - 2]:
        if before.isalpha() and not text[tokens.starts[stop - 1]].isupper():
            return True  # "i.e. 75"
    if len(before) == 1 and before.isalpha() and text[tokens.starts[stop - 1]].isupper():
        return stop + 1 < len(tokens.words) and not tokens.words[stop + 1][0].isdecimal() or stop < 3
    return False
