"""A majority that a survey is said to have found, and the percentage that says its verb again in the next sentence.

    A minority of tenants would move to a smaller flat, the survey found. Of those who replied, 61 percent said they would
    Most of the farmers had sold land, the guild says. Of those asked, 38 percent said that they had done so

The percentage is the only share of both sentences, "they" are those who are named, and the auxiliary is that of the first
sentence: nothing else can be meant.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import is_share
from checker.linking.structure.share.majority_apposed import said_in
from checker.linking.structure.share.majority_nearby import named_behind
from checker.model import Frame

_SHARES = ("percent", "ratio")
_FAMILIES = {"majority": "majority-share", "minority": "minority-share"}
_HALF = 50
_SAID = 6  # symbols from the percentage to the end of "said that they"


def majority_echoed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority-share" and "minority-share" (share)."""
    words, lines, found = near(context), context.lines.lines, []
    for number in words.standing("echo-opening"):
        line, before = lines[number], lines[number - 1] if number else lines[number]
        share = _share(line, words, context) if before is not line and before.block == line.block else None
        claim = _claim(before, words, context) if share is not None else None
        if share is None or claim is None or not _echoed(share, claim, line, before, words, context):
            continue
        end, family, sign = claim
        tokens = context.extraction.tokens
        cue = tokens.starts[before.firsts[end - 1]], tokens.ends[before.lasts[end - 1]]
        found.append(Frame(_FAMILIES[family], cue, {"share": (share,)}, {}, sign, frozenset({"share"}), 2, None, (), "majority echoed"))
    return found


def _share(line: Line, words: Near, context: Context) -> int | None:
    """The percentage behind "Of those who replied", the only share of its sentence."""
    opening = words.pattern("echo-opening").match(line.symbols)
    shares = [i for i in line.figures if context.quantity(i).kind in _SHARES]
    plain = opening is not None and len(shares) == 1 and context.quantity(shares[0]).kind == "percent" and context.quantity(shares[0]).value is not None
    return shares[0] if plain and is_share(shares[0], context) and not words.has("echo-not", line) else None


def _claim(line: Line, words: Near, context: Context) -> tuple[int, str, int] | None:
    """The one word of majority of a sentence that tells no figure, where it ends, of a plural that it names."""
    said = [s for s in said_in(line, context) if not words.within("majority-attribute", line, s[0], s[0] + 1)]
    measures = [i for i in line.figures if context.quantity(i).is_measure or context.quantity(i).kind in _SHARES]
    if len({family for _, family, _ in said}) != 1 or measures or words.has("echo-not", line):
        return None
    end, family, sign = max(said)
    named = named_behind(end, line, context) and not words.within("majority-of-other", line, end - 3, end + 2)
    return (end, family, sign) if named and family in _FAMILIES else None


def _echoed(share: int, claim: tuple[int, str, int], line: Line, before: Line, words: Near, context: Context) -> bool:
    """True where "said they" and the first auxiliary behind the word of majority follow the percentage. What is said more may
    narrow it: that bears out a minority no more, and a majority no less."""
    at, tokens = context.lines.position_of[share], context.extraction.tokens.words
    said = next(words.matches("echo-said", line, at + 1, at + 1 + _SAID), None)
    first = next(words.matches("echo-verb", before, claim[0]), None)
    if said is None or first is None or said.start() > at + 2 or said.end() >= len(line.symbols):
        return False
    if tokens[line.firsts[said.end()]] != tokens[before.firsts[first.start()]]:
        return False
    tail = words.pattern("echo-tail").match(line.symbols, said.end() + 1)
    end = tail.end() if tail else said.end() + 1
    closed = end >= len(line.symbols) or line.symbols[end] in context.lexicon.symbols.marks
    return closed or tail is not None and claim[2] < 0 and context.quantity(share).value > _HALF
