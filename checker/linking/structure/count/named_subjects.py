"""Names that open a sentence and their number told after them: "Orlo, Bresk and Piedra are ..., and of those three ..."."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing
from checker.linking.structure.near import near
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_LEAST = 3
_SOON = 20  # symbols from the names, or the opening of the next sentence, to the words that take them up
_LONGEST = 4  # words of a name


def named_subjects(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "enumeration"."""
    lines, words = prose_lines(context), near(context)
    found, cued = [], words.standing("those-named")
    for line, after in zip(lines, [*lines[1:], None]):
        if line.number not in cued and (after is None or after.number not in cued):
            continue
        names, end = _names(line, context)
        if names and context.extraction.tokens.words[line.firsts[names[0][0]]] in context.lexicon.pack.words("opening-adverb"):
            continue  # "However, Ada and Bo"
        if not names:
            names, end = _things(line, context)
        if len(names) < _LEAST:
            continue
        for home, start in ((line, end), *(((after, 0),) if after is not None and after.block == line.block else ())):
            for m in words.matches("those-named", home, start):
                index = home.quantity[m.end()] if m.end() < len(home.quantity) else -1
                if m.start() - start <= _SOON and index >= 0 and announcing(index, context):
                    q, spans = context.quantity(index), tuple(offsets(line, a, b, context.extraction) for a, b in names)
                    found.append(Frame("enumeration", (q.start, q.end), {"announced": (index,)}, {"item": spans}, 0, frozenset(("announced", "item"))))
    return found


def _names(line: Line, context: Context) -> tuple[list[tuple[int, int]], int]:
    """Positions of the names that a sentence opens with, and where they end: capitals, commas, one conjunction before the last."""
    tokens, text, chars = context.extraction.tokens, context.extraction.document.text, context.lexicon.symbols.chars
    joins = conjunctions(context)
    found: list[tuple[int, int]] = []
    start, closing = 0, False
    for j, s in enumerate(line.symbols):
        if s == chars[","] or s in joins:
            if closing or j == start and s not in joins:
                return ([], 0) if not closing else (found + [(start, j)], j) if s == chars[","] and j > start else ([], 0)
            if j > start:
                found.append((start, j))
            start, closing = j + 1, s in joins
        elif line.quantity[j] >= 0 or not text[tokens.starts[line.firsts[j]]].isupper():
            return (found + [(start, j)], j) if closing and j > start else ([], 0)
        elif j - start >= _LONGEST:
            return [], 0
    return [], 0


def _things(line: Line, context: Context) -> tuple[list[tuple[int, int]], int]:
    """Positions of the things of "Mustard, honey, cider vinegar and paprika: whisk these four": a list before a colon or dash."""
    chars = context.lexicon.symbols.chars
    marks = {chars[":"], chars["–"], chars["—"]}
    end = next((j for j, s in enumerate(line.symbols[:30]) if s in marks), 0)
    joins = conjunctions(context)
    if not end or any(q >= 0 for q in line.quantity[:end]):
        return [], 0
    cuts = [j for j in range(end) if line.symbols[j] == chars[","] or line.symbols[j] in joins]
    spans = [(a + 1, b) for a, b in zip([-1, *cuts], [*cuts, end]) if b > a + 1]
    joined = [j for j in cuts if line.symbols[j] in joins]
    if len(joined) != 1 or joined[0] != cuts[-1] or any(b - a > _LONGEST for a, b in spans):
        return [], 0
    return spans, end
