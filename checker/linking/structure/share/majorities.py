"""Majorities that are said apart from their figures.

    passed with the required two-thirds majority, 84 of whose 120 members ...     the share that a vote needs
    by a clear majority you have decided to stay. ... 905 of the 1,460 papers     the one vote that the text counts
    a minority of the valley's 216 farms ... . The authors counted 94.            a short sentence with the count
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Frame

_SHORT = 9  # symbols of a sentence that only gives a count
_BEHIND = 4  # symbols from votes to what they were for
_FAR = 12  # sentences from the word to the vote


def majorities(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "required-majority" (part, whole, share), "majority" and "minority" (part, whole)."""
    by_family: dict[str, list[Frame]] = {}
    for frame in frames:
        by_family.setdefault(frame.family, []).append(frame)
    said = [f for name in ("supermajority", "by-majority", "most-of", "few-of") for f in by_family.get(name, ())]
    if not said:
        return []
    words = near(context)
    votes = [f for f in by_family.get("part", ()) if f.pinned and not _against(f, words, context)]
    found = [r for f in by_family.get("supermajority", ()) for r in _required(f, votes, words, context)]
    found += _decided(by_family.get("by-majority", ()), votes, words, context)
    for name, claim in (("most-of", "majority"), ("few-of", "minority")):
        found += [r for f in by_family.get(name, ()) for r in _counted(f, claim, words, context)]
    return found


def _required(frame: Frame, votes: list[Frame], words: Near, context: Context) -> Iterator[Frame]:
    """The vote of the sentence, or else of the one after or before it, where the sentence says that it was carried."""
    share = frame.claims["share"][0]
    line = context.line(share)
    near_by = [[v for v in votes if context.lines.line_of[v.claims["part"][0]] == line.number + n] for n in (0, 1, -1)]
    chosen = next((v for v in near_by if v), [])
    pairs = {(v.claims["part"][0], v.claims["whole"][0]): v for v in chosen}
    if len(pairs) != 1:
        return
    (part, whole), vote = pairs.popitem()
    lines = {line.number: line, context.line(part).number: context.line(part)}.values()
    if any(words.has("vote-failed", each) for each in lines) or not any(words.has("vote-passed", each) for each in lines) or not any(words.has("vote-for", each) or words.has("vote-noun", each) for each in lines):
        return
    claims = {"part": (part,), "whole": (whole,), "share": (share,)}
    yield Frame("required-majority", vote.cue, claims, {}, 0, frozenset(claims), 1, None, (), "required majority")


def _decided(said: list[Frame] | tuple, votes: list[Frame], words: Near, context: Context) -> Iterator[Frame]:
    """The only vote in favour that the text counts, for the only majority that it tells of."""
    places = {_line_at(f.cue[0], context) for f in said}
    counted = {(v.claims["part"][0], v.claims["whole"][0]): v for v in votes if _in_favour(v, words, context)}
    if len(counted) != 1 or len(places) != 1:
        return
    (part, whole), vote = counted.popitem()
    line = context.lines.lines[places.pop()]
    if abs(context.lines.line_of[part] - line.number) > _FAR or words.has("vote-failed", line) or words.has("vote-against", line):
        return
    claims = {"part": (part,), "whole": (whole,)}
    yield Frame("majority", vote.cue, claims, {}, 1, frozenset(claims), 2, None, (), "by a majority")


def _in_favour(vote: Frame, words: Near, context: Context) -> bool:
    line = context.line(vote.claims["part"][0])
    at = max(context.lines.position_of[i] for i in (vote.claims["part"][0], vote.claims["whole"][0]) if context.lines.line_of[i] == line.number)
    return words.within("vote-for", line, at + 1, at + 8)


def _against(vote: Frame, words: Near, context: Context) -> bool:
    line, at = context.line(vote.claims["part"][0]), context.lines.position_of[vote.claims["part"][0]]
    return words.within("vote-against", line, at + 1, at + 10)


def _line_at(offset: int, context: Context) -> int:
    return bisect_right(context.lines.lines, offset, key=lambda line: context.extraction.tokens.starts[line.firsts[0]]) - 1


def _counted(frame: Frame, claim: str, words: Near, context: Context) -> Iterator[Frame]:
    """The count of the short sentence that follows: "The authors counted 124." """
    whole = frame.claims["whole"][0]
    line = context.line(whole)
    if line.number + 1 >= len(context.lines.lines):
        return
    follows: Line = context.lines.lines[line.number + 1]
    figures = follows.figures
    if len(figures) != 1 or not words.has("count-verb", follows) or len(follows.symbols) > _SHORT and not _votes(figures[0], line, follows, words, context):
        return
    if words.within("vote-against", follows, context.lines.position_of[figures[0]] + 1, context.lines.position_of[figures[0]] + _BEHIND) != words.has("vote-against", line):
        return  # "a minority backed it. There were 321 votes against"
    q, w = context.quantity(figures[0]), context.quantity(whole)
    if q.kind in ("count", "number") and q.value is not None and q.value.denominator == 1 and w.value is not None and q.value <= w.value and line.figures[-1] == whole:
        claims = {"part": (figures[0],), "whole": (whole,)}
        yield Frame(claim, frame.cue, claims, {}, 1 if claim == "majority" else -1, frozenset(claims), 2, None, (), "counted")


def _votes(count: int, line: Line, follows: Line, words: Near, context: Context) -> bool:
    """True of "There were 321 votes for it, and some blanks" behind "backed the motion": in a sentence of any length."""
    at, q = context.lines.position_of[count], context.quantity(count)
    named = bool(q.noun) and stem(q.noun[-1], context) in {stem(w, context) for w in context.lexicon.pack.words("vote-noun")}
    return named and line.block == follows.block and words.has("vote-for", line) and words.within("vote-for", follows, at + 1, at + _BEHIND) and not words.has("vote-failed", line)
