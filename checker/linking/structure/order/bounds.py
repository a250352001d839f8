"""A figure, the mark that it is held against, and what the text says of the two.

    core inflation, at 1.7 per cent, has undershot the 2 per cent objective       the mark beside the word
    meat wants at least 74 °C; my bird, which showed 78 °C, had cleared that mark  the mark taken up again
    take barley with no more than 1.65 per cent; this held 1.58: the right side of the line

Words of a mark fix whether it is to be reached or not to be passed; a word like "cleared" or "under" says on which side the
figure stands, one like "met" says it by the kind of the mark. The figure is the one of the mark's unit in front of the
word, in its sentence or, where that has none, in those before; of two nothing is proved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, same_unit
from checker.linking.lines import Line
from checker.linking.structure.denied import denied
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity

_KINDS = frozenset("number count currency physical percent duration points multiple".split())
_BACK = 7  # sentences in front of the word that may hold the mark or the figure
_OBJECT = 5  # symbols from the word to the mark or its noun
_VERB = 3  # symbols from "and" to the word, where both have one subject: "and has broken the limit"
_UNREAL = 4  # symbols in front of the word in which "would" or "not" undoes it
_SIDES = (("mark-above", 1, 0), ("mark-below", -1, 0), ("mark-kept", 0, 1), ("mark-broken", 0, -1))
_PASSIVE = (("mark-passive-above", 1, 0), ("mark-passive-below", -1, 0), ("mark-passive-kept", 0, 1), ("mark-passive-broken", 0, -1))


@dataclass(frozen=True, slots=True)
class Mark:
    """A bound and its kind: 1 to be reached, -1 not to be passed, 0 either."""

    index: int
    kind: int


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of a mark: from `start` to `end` in its line. `side` is 1 above, -1 below; `kept` 1 or -1 by the mark's kind."""

    line: Line
    start: int
    end: int
    side: int
    kept: int
    mark: int | None  # the mark beside it; None where it is only referred to
    noun: int = 0  # what the noun that refers to it calls: 1 what is to be reached, -1 what is not to be passed


def bounds(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "threshold" (level, bound) with the sign of the side that is claimed."""
    marks = {m.index: m for m in marks_told(context, frames)}
    if not marks:
        return []
    words, found = near(context), []
    taken = {f.claims["whole"][0] for f in frames if f.family in ("pair", "opening-pair")}
    for number in sorted({n for i in marks for n in range(max(0, context.lines.line_of[i] - 1), context.lines.line_of[i] + _BACK)}):
        if number < len(context.lines.lines):
            line = context.lines.lines[number]
            for word in words_of_marks(line, marks, words, context):
                found.extend(_judged(word, marks, taken, words, context))
    return found


# ---------------------------------------------------------------- marks


def marks_told(context: Context, frames: tuple[Frame, ...]) -> Iterator[Mark]:
    kinds = {"mark-least": 1, "mark-most": -1, "mark-other": 0}
    said: dict[int, set[int]] = {}
    for frame in frames:
        if frame.family in kinds:
            said.setdefault(frame.claims["bound"][0], set()).add(kinds[frame.family])
    words, rule, nouns = near(context), context.lexicon.pattern("mark-rule"), context.lexicon.pack.words("mark-extreme")
    for index, q in enumerate(context.extraction.quantities):
        if q.approx in ("above", "below") and not q.change and q.kind in _KINDS and context.lines.line_of[index] >= 0:
            line, at = context.line(index), context.lines.position_of[index]
            if rule.search(line.symbols, 0, at) or index in said or nouns & set(context.extraction.tokens.words[q.outer : q.first]):
                turned = words.within("mark-not", line, at - 2, at) and not denied(q, context)
                said.setdefault(index, set()).add((1 if q.approx == "above" else -1) * (-1 if turned else 1))
    for index, found in said.items():
        if context.quantity(index).value is not None and not context.quantity(index).change:
            clear = found - {0}
            yield Mark(index, clear.pop() if len(clear) == 1 else 0)


# ---------------------------------------------------------------- what is said of them


def words_of_marks(line: Line, marks: dict[int, Mark], words: Near, context: Context) -> Iterator[Word]:
    """What a sentence says of marks, of its own and of others."""
    yield from _active(line, marks, words, context)
    yield from _passive(line, marks, words, context)


def _active(line: Line, marks: dict[int, Mark], words: Near, context: Context) -> Iterator[Word]:
    """ "undershot the 2 per cent objective", "had cleared that mark"."""
    for name, side, kept in _SIDES:
        for m in words.matches(name, line):
            found = _object(m.end(), line, marks, words, context)
            if found is not None and not _unreal(m.start(), line, words, context):
                yield Word(line, m.start(), m.end(), side, kept, *found)


def _unreal(at: int, line: Line, words: Near, context: Context) -> bool:
    """True where a word in front of it, in its clause, says what would be or that it is not so."""
    opened = at and line.symbols[at - 1] == context.lexicon.symbols.chars[";"]
    if opened and words.within("mark-unreal", line, at, len(line.symbols)):
        return True  # "within the limit it would have been let across"
    start = at
    while start > max(0, at - _UNREAL) and line.quantity[start - 1] < 0 and line.symbols[start - 1] not in context.lexicon.symbols.marks:
        start -= 1
    return words.within("mark-unreal", line, start, at)


def _object(at: int, line: Line, marks, words: Near, context: Context) -> tuple[int | None, int] | None:
    """The mark right behind a word, or None and the kind of the noun where that refers to one; None where neither follows."""
    symbols, noun = context.lexicon.symbols, words.pattern("mark-noun")
    for p in range(at, min(len(line.symbols), at + _OBJECT)):
        if line.quantity[p] >= 0:
            return (line.quantity[p], 0) if line.quantity[p] in marks else None
        if line.symbols[p] in symbols.marks and line.symbols[p] != symbols.chars["-"]:
            return None
        if noun.match(line.symbols, p):
            beside = next((q for q in line.quantity[p + 1 : p + 4] if q >= 0), None)
            if beside in marks:
                return (beside, 0)
            definite = words.within("mark-definite", line, at, p)
            return (None, _noun_kind(p, line, words)) if definite and p - at <= 3 else None
    return None


def _noun_kind(at: int, line: Line, words: Near) -> int:
    return 1 if words.pattern("mark-least-noun").match(line.symbols, at) else -1 if words.pattern("mark-most-noun").match(line.symbols, at) else 0


def _passive(line: Line, marks: dict[int, Mark], words: Near, context: Context) -> Iterator[Word]:
    """ "the target has been passed", "the quorum of seven was satisfied", "quorate"."""
    be = words.pattern("mark-passive-be")
    for noun in words.matches("mark-noun", line):
        at, own = noun.end(), None
        for p in range(at, min(len(line.symbols), at + 3)):
            if line.quantity[p] in marks:
                own, at = line.quantity[p], p + 1
                break
        else:
            if noun.start() and line.quantity[noun.start() - 1] in marks:
                own = line.quantity[noun.start() - 1]
        start = at
        while m := be.match(line.symbols, at):
            at = m.end()
        if at == start:
            continue
        for name, side, kept in _PASSIVE:
            m = words.pattern(name).match(line.symbols, at)
            if m:
                yield Word(line, noun.start(), m.end(), side, kept, own, _noun_kind(noun.start(), line, words))
    for m in words.matches("mark-quorate", line):
        if not _unreal(m.start(), line, words, context):
            yield Word(line, m.start(), m.end(), 1, 0, None)


# ---------------------------------------------------------------- the figure


def _judged(word: Word, marks: dict[int, Mark], taken: set[int], words: Near, context: Context) -> Iterator[Frame]:
    chosen = [marks[word.mark]] if word.mark is not None else _referred(word, marks, context)
    if not chosen:
        return
    values = {context.quantity(m.index).value for m in chosen}
    mark = chosen[0]
    side = word.side or word.kept * mark.kind
    if not side:
        return
    levels = _levels(word, mark, marks, taken, words, context)
    sure = len(values) == 1 and len({context.quantity(i).value for i in levels}) == 1 and not _moved_on(word, levels[0], mark, words, context)
    if not word.side and context.quantity(mark.index).kind not in ("count", "number", "currency", "points") and context.quantity(mark.index).approx is None and mark.kind > 0:
        sure = False  # a target of 18 weeks is met by less
    for level in levels[:3]:
        claims = {"level": (level,), "bound": (mark.index,)}
        q = context.quantity(mark.index)
        yield Frame("threshold", (q.start, q.end), claims, {}, side, frozenset(claims) if sure else frozenset(), 1, None, (), "mark")


def _moved_on(word: Word, level: int, mark: Mark, words: Near, context: Context) -> bool:
    """True of "rises to 15 and falls back below the cap of 11", and of what is only supposed: "if it rises to 15"."""
    at = context.lines.position_of[level] if context.lines.line_of[level] == word.line.number else 0
    if at and words.within("mark-clause", word.line, at + 1, word.start):
        return True  # "at 3/8 cent after the price had moved above ..."
    if at and of_another(at + 1, word, words):
        return True
    moved = words.within("move", word.line, word.start - 3, word.start) and words.within("conjunction", word.line, at, word.start)
    if words.has("mark-partly", word.line):
        return True
    place = context.lines.position_of[mark.index] if context.lines.line_of[mark.index] == word.line.number else word.start
    return moved or words.within("mark-supposed", word.line, place if place < word.start else 0, word.start)


def of_another(start: int, word: Word, words: Near) -> bool:
    """True where a word speaks of another subject than a figure in front of it: "was let go at 0.3 grams; his brother was over the
    limit". Not of "had 16 micrograms and was charged with driving over the limit"."""
    opened = words.matches("mark-then", word.line, start, word.start - _VERB)
    return any(not words.pattern("mark-passive-be").match(word.line.symbols, m.end()) for m in opened)


def _referred(word: Word, marks: dict[int, Mark], context: Context) -> list[Mark]:
    """The marks in front of a word that refers to one, the nearest first."""
    end = word.line.firsts[word.start]
    near_by = [m for m in marks.values() if context.quantity(m.index).last < end and 0 <= word.line.number - context.lines.line_of[m.index] < _BACK and m.kind * word.noun >= 0]
    ordered = sorted(near_by, key=lambda m: -m.index) or [m for m in marks.values() if context.lines.line_of[m.index] == word.line.number + 1 and m.kind * word.noun >= 0]
    if not ordered:
        return []
    return [m for m in ordered if context.lines.line_of[m.index] == context.lines.line_of[ordered[0].index]]


def _levels(word: Word, mark: Mark, marks, taken: set[int], words: Near, context: Context) -> list[int]:
    """Figures of the mark's unit in front of the word, those of its sentence or else of the nearest one before that has any."""
    first = min(context.lines.line_of[mark.index], word.line.number)
    for number in range(word.line.number, max(-1, word.line.number - _BACK), -1):
        line = context.lines.lines[number]
        end = word.start if number == word.line.number else None
        if end and word.side and line.quantity[end - 1] >= 0 and not words.within("mark-word-verb", line, word.start, word.start + 1):
            end -= 1  # "three short of the target": by how much
        found = [i for i in line.quantities(0, end) if i not in marks and i not in taken and _measured(i, mark.index, words, context)]
        if number < word.line.number and (word.mark is not None or number < first or context.lines.line_of[mark.index] > word.line.number or any(of_the_unit(context.quantity(i), context.quantity(mark.index)) for i in word.line.figures if i != mark.index)):
            return []  # a mark beside the word has its figure in the sentence; one that is taken up stands in front of it
        if found:
            return [i for i in found[::-1] if context.quantity(i).unit] or found[::-1]
    return []


def _measured(index: int, bound: int, words: Near, context: Context) -> bool:
    q, b = context.quantity(index), context.quantity(bound)
    if q.kind not in _KINDS or q.value is None or q.change or not of_the_unit(q, b):
        return False
    line, at, text = context.line(index), context.lines.position_of[index], context.extraction.document.text
    if "/" in (text[q.start - 1 : q.start], text[q.end : q.end + 1]):
        return False  # "the 620/590 zone"
    if words.ends("all-group", line, at, 3) and not words.has("mark-quorum", context.line(bound)):
        return False  # "a class of 26 passed the test"
    return not words.ends("compared-word", line, at, 4)


def of_the_unit(q: Quantity, b: Quantity) -> bool:
    counted = ("count", "number")
    if q.kind in counted and b.kind in counted:
        return not q.noun or not b.noun or q.noun[-1] == b.noun[-1] or b.value > 9 and q.value > 1
    if b.kind == "number" and b.unit is None and b.scale == 1 and b.inherited is None and q.kind in ("physical", "percent", "points"):
        return True  # "a reading of 16 micrograms ...; the legal maximum is 35"
    if b.kind == "number" and b.unit is None and b.scale == 1 or q.kind == "number" and q.unit is None:
        return q.kind == b.kind
    return q.kind == b.kind and same_unit(q, b) and (q.unit == b.unit or "/" not in (q.unit or ""))
