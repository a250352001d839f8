"""A word of majority in one sentence, and the count that bears it out in the clause or sentence beside it.

    Most of the sailors asked for shore leave. 21 of the 52 raised a hand
    Fewer than half of the mills have a wheel, the survey found. Its authors visited 64 mills ... They saw a wheel at 41
    A majority of the 212 delegates backed the motion; 98 voted for it

The set is the count in the words themselves, the only one of the text with their noun, or that of "21 of the 52". The count
must be the only one of its clause, and told with words of the statement again, or with words that take it up ("did so").
Nothing negated may stand in either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.kindred import bears, kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.share.figures import COUNTED, comparable
from checker.linking.structure.share.majority_apposed import said_in
from checker.linking.structure.share.majority_nearby import named_behind
from checker.model import Frame

_FAMILIES = ("majority", "minority", "majority-share", "minority-share", "nearly-all", "required-majority")
_REACH = 3  # sentences to the count
_LEAST = 10
_OF = 6  # symbols from the count to its set: "21 of the 52"
_SHARED = 2  # words of the statement that a count farther away has


@dataclass(frozen=True, slots=True)
class _Claim:
    """A statement of a majority: its sentence, where its words end, and stems of what it is said of and of what it says."""

    line: Line
    end: int
    family: str
    sign: int
    of: frozenset[str]
    whole: int | None
    says: frozenset[str]


def majority_proved(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority" and "minority" (part, whole)."""
    words = near(context)
    done = {context.lines.line_of[i] for f in frames if f.family in _FAMILIES and f.pinned for members in f.claims.values() for i in members}
    pairs = {f.claims["part"][0]: f.claims["whole"][0] for f in frames if f.family == "part" and f.pinned and {"part", "whole"} <= f.claims.keys()}
    found: list[Frame] = []
    for line in context.lines.lines:
        if line.number in done or line.crowded or not (claim := _claim(line, words, context)):
            continue
        proofs = list(_proofs(claim, pairs, words, context))
        if len({part for part, _ in proofs}) == 1:
            part, whole = proofs[0]
            claims = {"part": (part,), "whole": (whole,)}
            tokens = context.extraction.tokens
            cue = tokens.starts[line.firsts[claim.end - 1]], tokens.ends[line.lasts[claim.end - 1]]
            found.append(Frame(claim.family, cue, claims, {}, claim.sign, frozenset(claims), 2, None, (), "majority proved"))
    return found


def _claim(line: Line, words: Near, context: Context) -> _Claim | None:
    """The one word of majority of a sentence that says something of a set that it names, without a doubt."""
    said = [s for s in said_in(line, context) if not words.within("majority-attribute", line, s[0], s[0] + 1)]
    if len({family for _, family, _ in said}) != 1:
        return None
    end, family, sign = max(said)
    if words.has("negation", line) or words.has("majority-open", line) or words.within("majority-of-other", line, end - 3, end + 2):
        return None
    of = named_behind(end, line, context)
    counts = [i for i in line.quantities(end) if context.quantity(i).kind in COUNTED]
    whole = counts[0] if counts and bears(counts[0], of, context) and context.lines.position_of[counts[0]] - end <= 4 else None
    last = line.lasts[-1] + 1
    first = line.firsts[end] if end < len(line.firsts) else last
    return _Claim(line, end, family, sign, of, whole, content(first, last, context) - of) if of else None


def _proofs(claim: _Claim, pairs: dict[int, int], words: Near, context: Context) -> Iterator[tuple[int, int]]:
    """(part, whole) of the clauses behind the statement and of the sentences around it that bear it out."""
    lines, number = context.lines.lines, claim.line.number
    for away in (0, 1, -1, 2, -2, 3, -3):
        if not 0 <= number + away < len(lines) or abs(away) > _REACH:
            continue
        line = lines[number + away]
        start = claim.end if away == 0 else 0
        part = _part(line, start, claim, pairs, words, context)
        if part is None or line.block != claim.line.block:
            continue
        whole = pairs.get(part, claim.whole if claim.whole is not None else _set(claim, context))
        if whole is not None and _fits(part, whole, claim, context) and _taken_up(part, whole, line, away, claim, words, context):
            yield part, whole


def _part(line: Line, start: int, claim: _Claim, pairs: dict[int, int], words: Near, context: Context) -> int | None:
    """The only count of the sentence besides the whole."""
    counts = [i for i in line.quantities(start) if context.quantity(i).kind in COUNTED and context.quantity(i).value is not None and i != claim.whole]
    parts = [i for i in counts if i not in pairs.values()]
    if len(parts) != 1 or words.has("negation", line) or words.has("majority-open", line):
        return None
    q = context.quantity(parts[0])
    whole_number = q.value > 0 and q.value.denominator == 1 and not q.approx and not q.change and q.low is None
    return parts[0] if whole_number else None


def _set(claim: _Claim, context: Context) -> int | None:
    """The only set of the text that bears the noun of the statement."""
    akin = kindred(claim.of, context)
    sets = [i for i, q in enumerate(context.extraction.quantities) if q.kind == "count" and q.noun and q.value is not None and context.lines.line_of[i] >= 0 and stem(q.noun[-1], context) in akin]
    return sets[0] if len(sets) == 1 and context.quantity(sets[0]).value.denominator == 1 else None


def _fits(part: int, whole: int, claim: _Claim, context: Context) -> bool:
    p, w = context.quantity(part), context.quantity(whole)
    if whole == part or w.value is None or w.value < _LEAST or p.value >= w.value or w.approx or not comparable(part, whole, context):
        return False
    if near(context).within("relative-word", context.line(whole), context.lines.position_of[whole] + 1, context.lines.position_of[whole] + 4):
        return False  # "of the 46 who came by car last year"
    akin = kindred(claim.of, context)
    return all(not q.noun or stem(q.noun[-1], context) in akin for q in (p, w))


def _taken_up(part: int, whole: int, line: Line, away: int, claim: _Claim, words: Near, context: Context) -> bool:
    """Whether the clause of the count says what the statement says."""
    at, symbols = context.lines.position_of[part], context.lexicon.symbols
    clause = 0 if away else max((p for p in range(claim.end, at) if line.symbols[p] in (symbols.chars[";"], symbols.chars[":"])), default=0)
    if away == 0 and not clause:
        return False
    last = max(i for i in (part, whole) if i == part or context.lines.line_of[i] == line.number and 0 < context.lines.position_of[i] - at < _OF)
    behind = after_noun(last, line, context)
    if abs(away) <= 1 and (words.within("says-it-too", line, behind, behind + 5) or clause == at - 1 and line.symbols[clause] == symbols.chars[":"]):
        return True
    told = content(line.firsts[clause], line.lasts[-1] + 1, context) - claim.of
    said = claim.says if away else content(line.firsts[claim.end], line.firsts[clause], context) - claim.of
    return len(told & said - context.generic) >= (1 if abs(away) < 2 else _SHARED)
