"""A majority that a text opens with, and the count of a survey, wherever it stands, that says the same of as many of those examined.

    Most of the road bridges are in poor shape ... [paragraphs] ... Of the 83 bridges examined, 37 were given the grade "poor"
    Fewer than half of the pupils go to school on foot. Out of 860 who were asked, 487 said they walked

The survey counts nothing else of that name, its clause says what the statement says, by one of its words or another for it, and nothing
that would narrow it. Of the other side of the half no slip is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content, stem, stemmed, telling
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.distant.mentions import alike
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, plain_count
from checker.linking.structure.share.majority_apposed import said_in
from checker.linking.structure.share.majority_nearby import BARE, is_bare, named_behind
from checker.linking.structure.tabular import told_lines
from checker.model import Frame
from checker.once import once

_LONGEST = 60  # sentences of a text in which a noun means one set
_LEAST = 10
_FAMILIES = ("majority", "minority")
_ASKED = 4  # symbols behind a whole in which it is said that it was examined
_SAME = "same-deed-"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A statement of a majority: its sentence, its family, stems of what it is said of, and of what it says."""

    line: Line
    cue: int
    family: str
    sign: int
    of: frozenset[str]
    says: frozenset[str]


def majority_surveyed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority" and "minority" (part, whole)."""
    words = near(context)
    lines = told_lines(context)
    if not words.standing("survey-done") or len(context.lines.lines) > _LONGEST:
        return []
    done = {context.lines.line_of[i] for f in frames if f.family in _FAMILIES and f.pinned for members in f.claims.values() for i in members}
    surveys = list(_surveys(frames, context, words))
    found = []
    for line in lines if surveys else ():
        claim = _claim(line, words, context) if line.number not in done else None
        told = [pair for pair in surveys if _is_of(claim, *pair, context)] if claim is not None else []
        if len(told) == 1 and _says_it(claim, *told[0], context, words) and context.lines.line_of[told[0][0]] not in done:
            part, whole = told[0]
            tokens = context.extraction.tokens
            cue = tokens.starts[line.firsts[claim.cue]], tokens.ends[line.lasts[claim.cue]]
            claims = {"part": (part,), "whole": (whole,)}
            found.append(Frame(claim.family, cue, claims, {}, claim.sign, frozenset(claims), 2, None, (), "roles"))
    return found


# ---------------------------------------------------------------- the survey


def _surveys(frames: tuple[Frame, ...], context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """(part, whole) of each pair of which the whole is said to be those who were examined: the only counts of the clause."""
    pairs = {(f.claims["part"][0], f.claims["whole"][0]) for f in frames if f.family == "part" and f.pinned and f.claims.keys() >= {"part", "whole"}}
    for part, whole in sorted(pairs):
        line, at = context.line(whole), context.lines.position_of[whole]
        if context.line(part) is not line or not all(plain_count(i, context) for i in (part, whole)) or context.quantity(whole).value < _LEAST:
            continue
        behind = after_noun(whole, line, context)
        counts = [i for i in line.figures if context.quantity(i).is_measure]
        opens = at <= _ASKED and words.within("part-of", line, 0, at)
        if opens and set(counts) == {part, whole} and words.within("survey-done", line, behind, behind + _ASKED):
            yield part, whole


def _is_of(claim: _Claim, part: int, whole: int, context: Context) -> bool:
    """Whether a survey counts what the statement is said of; those who have no name are whoever was named in the sentence before."""
    noun = context.quantity(whole).noun
    if claim is None or claim.line.number >= context.lines.line_of[part]:
        return False
    people = context.lexicon.pack.words("distant-people")
    if not noun or noun[-1] in people:
        return context.lines.line_of[part] - claim.line.number == 1
    return bool(kindred(claim.of, context) & kindred(frozenset((stem(noun[-1], context),)), context))


# ---------------------------------------------------------------- the statement


def _claim(line: Line, words: Near, context: Context) -> _Claim | None:
    """The one word of majority of a sentence that says something of a set that it names, without a doubt."""
    said = [s for s in said_in(line, context) if not words.within("majority-attribute", line, s[0], s[0] + 1)]
    bare = [(m.end(), "majority", 1) for m in words.matches(BARE, line) if is_bare(m.start(), m.end(), line, context)]
    said = said or bare
    if len({family for _, family, _ in said}) != 1:
        return None
    end, family, sign = max(said)
    if words.has("negation", line) or words.has("survey-narrow", line) or words.within("majority-open", line, 0, end) or words.within("majority-of-other", line, end - 3, end + 2) or any(context.quantity(i).kind in ("percent", "count") for i in line.figures):
        return None
    of = named_behind(end, line, context)
    start = _behind_noun(end, of, line, context)
    stop = next((p for p in range(start, len(line.symbols)) if line.symbols[p] in context.lexicon.symbols.marks), len(line.symbols))
    if not of or family not in _FAMILIES or start >= stop:
        return None
    return _Claim(line, max(0, end - 1), family, sign, of, content(line.firsts[start], line.lasts[stop - 1] + 1, context) - of)


def _behind_noun(end: int, of: frozenset[str], line: Line, context: Context) -> int:
    """Where the words behind the noun of a statement begin: "road bridges" says nothing of roads."""
    words = context.extraction.tokens.words
    return next((p + 1 for p in range(end, len(line.symbols)) if line.quantity[p] < 0 and stem(words[line.firsts[p]], context) in of), len(line.symbols))


def _says_it(claim: _Claim, part: int, whole: int, context: Context, words: Near) -> bool:
    """Whether the clause of the part says what the statement says, and nothing more."""
    line, at = context.line(part), context.lines.position_of[part]
    marks = {context.lexicon.symbols.chars[mark] for mark in ",;:–—()"}
    start = max(at + 1, after_noun(whole, line, context) if context.lines.position_of[whole] > at else 0)
    stop = next((p for p in range(start, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))
    if start >= stop or words.has("negation", line) or words.within("survey-narrow", line, 0, stop) or words.within("majority-open", line, 0, stop):
        return False
    light = {stem(w, context) for w in context.lexicon.pack.words("survey-light")}
    told = telling(content(line.firsts[start], line.lasts[stop - 1] + 1, context), context) - claim.of - light
    says = _with_others(claim.says, context)
    same = {w for w in told if _with_others(frozenset((w,)), context) & says or any(alike(w, x) for x in claim.says)}
    return bool(same) and same == told


def _with_others(stems: frozenset[str], context: Context) -> frozenset[str]:
    """Stems with the groups of words of one deed in which they are."""
    groups = _groups(context.lexicon)
    return stems.union(*(groups.get(s, frozenset()) for s in stems))


@once
def _groups(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The groups of each stem: "walked" and "foot" are of one."""
    found: dict[str, set[str]] = {}
    for name, entry in lexicon.pack.classes.items():
        for word in entry.words if name.startswith(_SAME) else ():
            found.setdefault(stemmed(word, lexicon), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
