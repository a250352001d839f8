"""Points with letters in brackets told one by one in running text, and the number that announces them.

    five motions had been tabled. Ms Aro moved (a) to ... and (b) to ... Mr Bek moved (c) that ... After an hour (a) was carried

The letters run from the first on without a gap. The number is the only one of its passage that can announce them: the sentence
of the first letter up to it, and the one in front of it.
"""

from __future__ import annotations

from itertools import groupby

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing
from checker.linking.structure.count.list_forms import of_size
from checker.linking.structure.near import near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_LEAST = 3  # letters
_FIRST_POINT = ["(", "1", ")"]
_BACK = 1  # sentences in front of the first letter


def lettered_points(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "enumeration"."""
    known = context.lexicon.pack.classes.get("point-letter")
    if known is None or "(" not in context.lexicon.symbols.chars:
        return []
    letters, opening, found = known.words, context.lexicon.symbols.chars["("], []
    for _, lines in groupby(prose_lines(context), key=lambda line: line.block):
        block = list(lines)
        if any(opening in line.symbols for line in block) and (made := _points(block, letters, context)):
            found.append(made)
    return found


def _letters(line: Line, letters: tuple[str, ...], context: Context) -> list[tuple[str, int]]:
    """The letters in brackets of a sentence, with their positions."""
    opening, closing = (context.lexicon.symbols.chars[mark] for mark in "()")
    words = context.extraction.tokens.words
    inner = [j for j in range(1, len(line.symbols) - 1) if line.symbols[j - 1] == opening and line.symbols[j + 1] == closing]
    return [(words[line.firsts[j]], j) for j in inner if words[line.firsts[j]] in letters]


def _points(block: list[Line], letters: tuple[str, ...], context: Context) -> Frame | None:
    told: dict[str, tuple[Line, int]] = {}
    for line in block:
        for letter, at in _letters(line, letters, context):
            told.setdefault(letter, (line, at))
    if _again(block, letters, context) or not _LEAST <= len(told) <= len(letters) or tuple(told) != letters[: len(told)]:
        return None
    home, at = told[letters[0]]
    before = [x for x in block if home.number - _BACK <= x.number <= home.number]
    counts = [i for x in before for i in x.quantities(0, at if x is home else None) if announcing(i, context)]
    if len(counts) != 1 or not context.quantity(counts[0]).noun or _numbered(before, home, at, context) or _some(counts[0], context) or not of_size(len(told), counts[0], context):
        return None
    if not _leads_to(counts[0], home, at, all(line is home for line, _ in told.values()), context):
        return None
    spans = tuple(offsets(line, p - 1, p + 2, context.extraction) for line, p in told.values())
    q = context.quantity(counts[0])
    return Frame("enumeration", (q.start, q.end), {"announced": (counts[0],)}, {"item": spans}, 0, frozenset(("announced", "item")), 0, None, (), "letters")


def _numbered(before: list[Line], home: Line, at: int, context: Context) -> bool:
    """True where points with numbers in brackets stand in front: "two questions: (1) who came? (2) Why? We found (a) ..."."""
    words = context.extraction.tokens.words
    firsts = [t for line in before for t in (line.firsts[:at] if line is home else line.firsts)]
    return any(words[t : t + 3] == _FIRST_POINT for t in firsts)


def _again(block: list[Line], letters: tuple[str, ...], context: Context) -> bool:
    """True where the letters begin anew: "with (a) rot and (b) rust. The rot (a) spread fast, (b) smelt and (c) was costly"."""
    in_order = [letter for line in block for letter, _ in _letters(line, letters, context)]
    return sum(pair == letters[:2] for pair in zip(in_order, in_order[1:])) > 1


def _leads_to(index: int, home: Line, at: int, within: bool, context: Context) -> bool:
    """True of a number that the list can be meant by: its noun is one for points, or, for a list over several sentences, one for
    what is brought forward in turn; else no mark but a colon stands between them. Not "ten farms were seen. They were told
    apart by (a) size, (b) soil and (c) owner", nor "five aldermen had come. Ms Aro moved (a) ..."."""
    q, chars, pack = context.quantity(index), context.lexicon.symbols.chars, context.lexicon.pack
    if q.noun[-1] in pack.words("announcing-noun") or not within and q.noun[-1] in pack.words("lettered-noun"):
        return True
    if context.line(index) is not home:
        return False
    between = home.symbols[context.lines.position_of[index] + 1 : at - 1]
    return all(s == chars[":"] or s not in context.lexicon.symbols.marks for s in between)


def _some(index: int, context: Context) -> bool:
    """True of "two others", "the first three", "three of the".."""
    line, at, words = context.line(index), context.lines.position_of[index], near(context)
    return words.within("names-veto", line, max(0, at - 3), at) or words.pattern("of-the-group").match(line.symbols, at + 1) is not None
