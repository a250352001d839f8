"""Words of majority and the one pair, or the one percentage, that their sentence gives for them.

    a majority of the 640 deputies backed the treaty, with 351 voting in favour
    five of the nine judges found for the tenant, so that by the narrowest of majorities the rule fell
    the motion was carried by a majority, 61.4% of the votes being cast for it

No words of doubt or contrast may stand in the sentence, and what the word is said of must be what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import COUNTED, comparable, is_share
from checker.model import Frame

BARE = "most-bare"  # "most Danes", but not "the most common"
CUES = ((BARE, "majority", "majority-share", 1), ("majority-said", "majority", "majority-share", 1), ("minority-said", "minority", "minority-share", -1), ("nearly-all-said", "nearly-all", "", 1))
NAMES = tuple(name for name, *_ in CUES)
_SHARES = ("percent", "ratio")
_NOUN = 5  # symbols from the word to what it is said of
_APPOSED = 9  # symbols from the word to a pair that is put in right behind it
_LEAST = 5  # of sets that small nobody says it


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of majority: where it ends, the frames that it makes, and stems of what it is said of."""

    start: int
    end: int
    pair: str
    share: str
    sign: int
    of: frozenset[str]


def majorities_nearby(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority", "minority", "nearly-all" (part, whole) and "majority-share", "minority-share" (share)."""
    words = near(context)
    done = {context.lines.line_of[i] for f in frames if f.family in ("majority", "minority", "nearly-all", "majority-share", "minority-share", "required-majority") and f.pinned for part in f.pinned for i in f.claims.get(part, ())}
    pairs: dict[int, set[tuple[int, int]]] = {}
    for f in frames:
        if f.family == "part" and f.pinned:
            pairs.setdefault(context.lines.line_of[f.claims["part"][0]], set()).add((f.claims["part"][0], f.claims["whole"][0]))
    found: list[Frame] = []
    for line in context.lines.lines:
        if words.maybe(NAMES, line) and line.number not in done and (said := _said(line, words, context)) is not None:
            found.extend(_read(said, line, pairs.get(line.number, set()), words, context))
    return found


def _said(line: Line, words: Near, context: Context) -> _Said | None:
    """The one word of majority of the sentence."""
    found = []
    for name, pair, share, sign in CUES:
        for m in words.matches(name, line):
            if not words.within("majority-of-other", line, m.start() - 2, m.end() + 2) and (name != BARE or is_bare(m.start(), m.end(), line, context)):
                found.append(_Said(m.start(), m.end(), pair, share, sign, named_behind(m.end(), line, context)))
    longest = [s for s in found if not any(o is not s and o.start <= s.start and s.end <= o.end for o in found)]
    return longest[0] if len(longest) == 1 else None


def is_bare(start: int, end: int, line: Line, context: Context) -> bool:
    """True of "most Danes" that opens a clause."""
    return _opens(start, line, context) and _plural(end, line, context)


def _opens(at: int, line: Line, context: Context) -> bool:
    """True of a word that nothing but a mark or a small word precedes: no "took most medals"."""
    return at == 0 or line.symbols[at - 1] in context.lexicon.symbols.marks or context.extraction.tokens.words[line.firsts[at - 1]] in context.function


def _plural(at: int, line: Line, context: Context) -> bool:
    word = context.extraction.tokens.words[line.firsts[at]] if at < len(line.firsts) and line.quantity[at] < 0 else ""
    return word.endswith(tuple(context.lexicon.pack.words("plural-ending"))) and word not in context.function


def named_behind(end: int, line: Line, context: Context) -> frozenset[str]:
    """Stems of the plural that follows: "a majority of the deputies"."""
    words, plurals = context.extraction.tokens.words, tuple(context.lexicon.pack.words("plural-ending"))
    for k in range(end, min(len(line.symbols), end + _NOUN)):
        if line.quantity[k] >= 0:
            return frozenset(stem(w, context) for w in context.quantity(line.quantity[k]).noun[-1:])
        word = words[line.firsts[k]]
        if not word[:1].isalpha():
            break
        if word.endswith(plurals) and word not in context.function and len(word) > 3:
            return frozenset({stem(word, context)})
    return frozenset()


def _read(said: _Said, line: Line, pairs: set[tuple[int, int]], words: Near, context: Context) -> Iterator[Frame]:
    shares = [i for i in line.figures if context.quantity(i).kind in _SHARES and not said.start <= context.lines.position_of[i] <= said.end]
    pairs = pairs or _told_of(said, line, words, context)
    if len(pairs) == 1:
        (part, whole), = pairs
        if not shares and _certain(said, part, line, words, context) and context.quantity(whole).value >= _LEAST and _is_of(said, part, whole, context) and not _against(part, line, words, context):
            yield _frame(said.pair, said, {"part": (part,), "whole": (whole,)}, line, context)
    elif not pairs and len(shares) == 1 and said.share and is_share(shares[0], context):
        at = context.lines.position_of[shares[0]]
        put_in = line.symbols[at - 1] in context.lexicon.symbols.marks and context.quantity(shares[0]).low is None
        apposed = put_in and said.end < at < said.end + _NOUN and not said.of - _called_before(at, line, context)
        if apposed or words.within("of-votes", line, at, at + 5) and not words.has("majority-doubt", line) and words.within("counts-for-it", line, at + 1, at + 10):
            yield _frame(said.share, said, {"share": (shares[0],)}, line, context)


def _certain(said: _Said, part: int, line: Line, words: Near, context: Context) -> bool:
    """No doubt in the sentence; none in front of a pair that stands in brackets or after a colon right behind the word."""
    at = context.lines.position_of[part]
    if context.lexicon.symbols.chars[";"] in line.symbols[min(at, said.start) : max(at, said.end)]:
        return False
    if at < said.start and _in_commas(said, line, context):
        return not words.within("majority-doubt", line, 0, said.end)  # "eight of the eleven agreed, a minority, but a loud one"
    if at < said.start and words.within("back-reference", line, said.end, said.end + 2):
        return False  # "completed 412 of 487, and hardly any of them mattered"
    if said.end < at <= said.end + _APPOSED and line.symbols[at - 1] in context.lexicon.symbols.marks:
        return not words.within("majority-doubt", line, 0, at)
    return not words.has("majority-doubt", line)


def _in_commas(said: _Said, line: Line, context: Context) -> bool:
    """True of ", a minority,": nothing else stands in its commas."""
    marks = context.lexicon.symbols.marks
    opened = any(line.symbols[k] in marks for k in range(max(0, said.start - 2), said.start))
    return opened and said.end < len(line.symbols) and line.symbols[said.end] in marks


def _told_of(said: _Said, line: Line, words: Near, context: Context) -> set[tuple[int, int]]:
    """ "a majority of the 640 deputies backed it, with 351 voting in favour": the count in the words, and the only other."""
    whole = next((line.quantity[k] for k in range(said.end, min(len(line.symbols), said.end + _NOUN)) if line.quantity[k] >= 0), None)
    if whole is None or context.quantity(whole).kind not in COUNTED:
        return set()
    others = [i for i in line.figures if i != whole and context.quantity(i).kind in COUNTED]
    if len(others) != 1 or others[0] < whole or not comparable(others[0], whole, context) or context.quantity(others[0]).value > context.quantity(whole).value:
        return set()
    at = context.lines.position_of[others[0]]
    return {(others[0], whole)} if words.within("counts-for-it", line, at - 2, at + 4) else set()


def _is_of(said: _Said, part: int, whole: int, context: Context) -> bool:
    """True where the word is said of what is counted, or of nothing that is named."""
    nouns = {stem(w, context) for i in (part, whole) for w in context.quantity(i).noun[-1:]}
    if not said.of or not nouns:
        return True
    people = {stem(w, context) for w in context.lexicon.pack.words("person-noun")}
    return bool(kindred(said.of, context) & kindred(frozenset(nouns), context)) or bool(said.of & people and nouns & people)


def _against(part: int, line: Line, words: Near, context: Context) -> bool:
    at = context.lines.position_of[part]
    return words.within("vote-against", line, at + 1, at + 10) != words.within("vote-turned-down", line, 0, at)


def _called_before(at: int, line: Line, context: Context) -> frozenset[str]:
    words = context.extraction.tokens.words
    return frozenset(stem(words[line.firsts[k]], context) for k in range(max(0, at - 5), at) if line.quantity[k] < 0)


def _frame(family: str, said: _Said, claims: dict[str, tuple[int, ...]], line: Line, context: Context) -> Frame:
    tokens = context.extraction.tokens
    cue = tokens.starts[line.firsts[said.start]], tokens.ends[line.lasts[said.end - 1]]
    source = "roles" if _in_commas(said, line, context) else "majority nearby"
    return Frame(family, cue, claims, {}, said.sign, frozenset(claims), 1, None, (), source)
