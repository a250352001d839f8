"""The first of several, and those placed below it, each with its value.

    the most visitors, 84,000, followed by X with 61,000        a superlative, and words of a lower rank
    leads the list with 26,400 tonnes. Second is X with 22,900  a contest, and ordinals
    won with 5.31 m from X, who managed 5.18                    the winner, and those beaten
    the lowest of the tenders, £218,400, ...; the others were for £221,900, £230,500 and £246,000

Whatever the order of those below, none is beyond the first. A value stands behind its word, or right in front of it
("X, with 7.85, took silver"). Of a contest more is better, save of times, and of bare figures nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.difference.cues import LIKELY, announced
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.places_told import all_of_them, in_turn, rank, right_behind
from checker.linking.structure.order.ranking import comparison, named
from checker.linking.structure.parts import participle
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame, Quantity
from checker.units import compatible

_KINDS = frozenset("physical currency percent count number duration age points".split())
_COUNTS = ("count", "number")
_REACH = 16  # symbols between a word and the value that it ranks
_BESIDE = 4  # symbols between a value and a word of rank behind it
_RUN = 7  # symbols between two values of "the others"
_NAME = 7  # symbols between a word of beating and what leads to the value of the beaten
_AHEAD = 2  # sentences behind the first that may hold the others
_APART = 20  # times as much: rather another measure
_LAST = 9  # ranks below this are rather dates or names


@dataclass(frozen=True, slots=True)
class _Lead:
    """The value of the first, where its word stands, and that word where it is a superlative."""

    index: int
    sign: int
    line: Line
    end: int
    word: str
    contest: bool


def standings(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison" (level, bound)."""
    words, lines, found = near(context), prose_lines(context), []
    cued = words.standing("standing-most", "standing-least", "standing-first")
    for n, line in enumerate(lines):
        if line.figures and (line.number in cued or KIND_SYMBOLS["ordinal"] in line.symbols) and not words.has("rank-lost", line):
            for lead in _leads(line, context, words):
                found.extend(_below(lead, lines[n : n + 1 + _AHEAD], context, words))
    return found


# ---------------------------------------------------------------- the first


def _leads(line: Line, context: Context, words: Near) -> Iterator[_Lead]:
    lower = words.has("standing-least", line) or words.has("standing-quick", line)
    for start, end, sign, word, contest in _firsts(line, context, words):
        if contest and lower:
            continue  # "has the lowest rate at 3.2 per cent and so ranks first"
        if words.within("standing-cut", line, start - 2, end + 3):
            continue
        index = _ranked(start, end, contest, line, context, words)
        if index is None or contest and not more_is_better(index, line, context, words):
            continue
        quick = word and context.quantity(index).kind == "duration" and words.pattern("standing-quick").match(line.symbols, start)
        if words.pattern("standing-quick").match(line.symbols, start) and not quick:
            continue  # of a speed or of a bare figure
        yield _Lead(index, -sign if quick else sign, line, end, word, contest)


def _firsts(line: Line, context: Context, words: Near) -> Iterator[tuple[int, int, int, str, bool]]:
    tokens = context.extraction.tokens.words
    for name, sign in (("standing-most", 1), ("standing-least", -1)):
        for m in words.matches(name, line):
            if _first_of_all(m.start(), m.end(), line, words):
                yield m.start(), m.end(), sign, tokens[line.firsts[m.start()]], False
    for m in words.matches("standing-first", line):
        counted = m.start() > 0 and line.quantity[m.start() - 1] >= 0  # "16 wins, four draws"
        if not counted and not words.within("standing-denied", line, m.start() - 3, m.start()):
            yield m.start(), m.end(), 1, "", True
    for at, index in line.placed:
        if context.quantity(index).kind == "ordinal" and context.quantity(index).value == 1 and placing(at, line, words, "", context):
            yield at, at + 1, 1, "", True


def _first_of_all(start: int, end: int, line: Line, words: Near) -> bool:
    """True of "the largest", "our biggest", "highest in the west": no ordinal makes it another."""
    if start and line.quantity[start - 1] >= 0:
        return False
    if not start or any(words.pattern(name).match(line.symbols, start - 1) for name in ("definite", "owner-word", "standing-owner")):
        return True
    if words.pattern("standing-bare").match(line.symbols, start) and words.pattern("standing-verb").match(line.symbols, start - 1):
        return any(i >= 0 for i in line.quantity[end : end + _BESIDE])  # "drew most delegates, 318"
    return words.pattern("standing-where").match(line.symbols, end) is not None and words.pattern("standing-verb").match(line.symbols, start - 1) is not None


def _ranked(start: int, end: int, contest: bool, line: Line, context: Context, words: Near) -> int | None:
    """The first value behind a word, up to the end of its clause; else the one in commas right in front of it."""
    chars = context.lexicon.symbols.chars
    stops = (chars[";"], chars[")"])
    for p in range(end, min(len(line.symbols), end + _REACH)):
        index = line.quantity[p]
        if line.symbols[p] in stops:
            break
        if index < 0:
            continue
        q = context.quantity(index)
        if q.is_measure:
            if p == end and not contest:
                return None  # "the top three teams"
            if q.style == "words" and q.kind in _COUNTS and words.within("standing-of", line, p - 4, p):
                continue  # "the largest of the three lakes"
            if _named(p, line, context, words):
                continue
            return index if is_value(index, context) and not apart(index, line, context, words) else None
    opened = words.pattern("standing-opening").match(line.symbols) is not None  # "With 61 points Rovers stay top"
    before = [i for i in line.quantities(0 if opened and start <= _REACH else max(0, start - _BESIDE), start) if context.quantity(i).is_measure]
    if len(before) != 1 or not is_value(before[0], context) or not (context.quantity(before[0]).unit or context.quantity(before[0]).noun or _aged(start, line, words)):
        return None
    at = context.lines.position_of[before[0]]
    if words.within("standing-gap", line, at + 1, at + 3):
        return None  # "four points clear at the top"
    led = at and words.pattern("standing-lead").match(line.symbols, at - 1)
    return before[0] if led and not apart(before[0], line, context, words) else None


def _named(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of a name and of a stretch of time: "was number 7", "the lowest in five years", "the next 12 months"."""
    name = "standing-during" if context.quantity(line.quantity[at]).kind == "duration" else "standing-label"
    return at > 0 and words.pattern(name).match(line.symbols, at - 1) is not None


def is_value(index: int, context: Context) -> bool:
    """Whether a figure is the level of something that can be ranked."""
    q = context.quantity(index)
    return q.kind in _KINDS and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and not q.approx and q.change is None and q.style not in ("fraction", "multiple")


def more_is_better(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of votes, points, money, heights; of bare figures only where they are called a score."""
    if words.has("standing-least-wins", line):
        return False
    return context.quantity(index).kind in ("percent", "count", "currency", "points", "physical") or words.has("standing-score", line)


def _aged(at: int, line: Line, words: Near) -> bool:
    """True of "the oldest": "at 92" is an age."""
    return any(words.pattern(name).match(line.symbols, at) for name in ("age-superlative", "age-superlative-least"))


def apart(index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether words call a figure a difference; one in brackets is a value of its own ("the biggest remains Spain (41,200 tonnes)")."""
    bracketed = line.symbols[context.lines.position_of[index] - 1] == context.lexicon.symbols.chars["("]
    return not bracketed and announced(index, line, context, words) >= LIKELY


# ---------------------------------------------------------------- those below


def _below(lead: _Lead, lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    top, used, told = context.quantity(lead.index), {lead.index}, []
    for line in lines:
        if line.block != lead.line.block:
            break
        first = lead.end if line is lead.line else 0
        cues = [c for c in _cues(first, line, lead, context, words)]
        if line is not lead.line and not cues and any(words.has(name, line) for name in ("standing-most", "standing-least", "standing-first")):
            break
        if line is not lead.line and _several(lead, context):
            break
        for start, end, many in cues:
            if any(context.quantity(i).kind in TIMES for i in line.quantities(max(first, context.lines.position_of[lead.index] + 1 if line is lead.line else 0), start)):
                continue  # "in 1990, with 9,900, it was ahead of X"
            below = _values(start, end, many, used, line, context, words)
            at_once = not many and right_behind(end, below, line, context, words) and (line is lead.line or top.style == context.quantity(below[0]).style)
            below = below[:1] if at_once else below
            alike = [i for i in below if is_value(i, context) and kin(top, context.quantity(i)) and not apart(i, line, context, words) and not _of_others(end, i, line, context, words)]
            firm = len(alike) == len(below) > 0 and (at_once or many and all_of_them(end, below, line, context))
            used.update(below)
            yield from ((named if firm else comparison)(lead.index, i, lead.sign) for i in alike if top.value != context.quantity(i).value)
            if firm and not many:
                told.append((rank(start, line, context), alike[0]))
    yield from in_turn(told, lead.sign, context)


def _of_others(end: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a value behind a place that is told of another time or thing: "who expects 31", "which has paid in 91 since 2010"."""
    at = context.lines.position_of[index]
    return words.within("standing-not-then", line, end, at) or words.within("standing-not-then", line, at + 1, at + _BESIDE)


def _fellows(index: int, context: Context) -> bool:
    """True of "his two companions"."""
    noun, style = context.quantity(index).noun, context.quantity(index).style
    return style == "words" and bool(noun) and noun[-1] in context.lexicon.pack.words("standing-fellow")


def _several(lead: _Lead, context: Context) -> bool:
    """True where the sentence of the first gives a further value of that measure: who knows which of them counts."""
    top, at = context.quantity(lead.index), context.lines.position_of[lead.index]
    return any(is_value(i, context) and kin(top, context.quantity(i)) for i in lead.line.quantities(at + 1))


def _cues(first: int, line: Line, lead: _Lead, context: Context, words: Near) -> list[tuple[int, int, bool]]:
    """Words of a lower rank: where they start and end, and whether they speak of several."""
    found = [(m.start(), m.end(), False) for m in words.matches("standing-next", line, first)]
    found += [(m.start(), m.end(), True) for m in words.matches("standing-others", line, first)]
    found += [(at, at + 1, True) for at in range(first, len(line.symbols)) if line.quantity[at] >= 0 and _fellows(line.quantity[at], context)]
    if lead.contest and line is lead.line:
        at = context.lines.position_of[lead.index]
        beaten = words.matches("standing-beaten", line, max(first, at))
        found += [(m.start(), m.end(), False) for m in beaten if words.within("standing-who", line, m.end(), m.end() + _NAME)]
    if not lead.contest:
        name = "standing-lower" if lead.sign > 0 else "standing-higher"
        found += [(m.start(), m.end(), False) for m in words.matches(name, line, first) if words.pattern("standing-where").match(line.symbols, m.end())]
    for at in range(first, len(line.symbols)):
        index = line.quantity[at]
        if index >= 0 and context.quantity(index).kind == "ordinal" and context.quantity(index).value is not None and 1 < context.quantity(index).value <= _LAST and placing(at, line, words, lead.word, context):
            found.append((at, at + 1, False))
    return sorted(c for c in found if not words.within("standing-other-time", line, c[0] - 5, c[1] + 3))


def placing(at: int, line: Line, words: Near, word: str, context: Context) -> bool:
    """True of "second at", "third place", "ranks second": the ordinal is a rank, and that of the superlative `word`."""
    after = at + 1 + (line.symbols[at + 1 : at + 2] == words.lexicon.symbols.chars["-"])
    for name in ("standing-most", "standing-least"):
        m = words.pattern(name).match(line.symbols, after)
        if m:
            chars = words.lexicon.symbols.chars
            alone = words.pattern("standing-predicate").match(line.symbols, m.end())
            return not word or word in chars and line.symbols[m.start()] == chars[word] or alone is not None
    if words.pattern("standing-place").match(line.symbols, after):
        return True
    named = at and (words.pattern("definite").match(line.symbols, at - 1) or words.pattern("owner-word").match(line.symbols, at - 1))
    if named:
        return False
    if at and words.pattern("standing-ranks").match(line.symbols, at - 1):
        return not words.pattern("standing-turn").match(line.symbols, after) and not participle(after, line, context)  # "was first sold"
    return words.pattern("standing-predicate").match(line.symbols, after) is not None and not (at and words.pattern("standing-not-rank").match(line.symbols, at - 1))


def _values(start: int, end: int, many: bool, used: set[int], line: Line, context: Context, words: Near) -> list[int]:
    """The value right in front of a word of rank, in commas of its own, else those behind it."""
    chars, found = context.lexicon.symbols.chars, []
    before = [i for i in line.quantities(max(0, start - _BESIDE), start) if i not in used and context.quantity(i).is_measure]
    if before and not many:
        at = context.lines.position_of[before[-1]]
        if line.symbols[at + 1 : at + 2] in (chars[","], chars[")"]) or at + 1 == start and words.pattern("standing-lead").match(line.symbols, at - 1):
            return before[-1:]
    last = end
    for p in range(end, len(line.symbols)):
        index = line.quantity[p]
        if line.symbols[p] == chars[";"] or p - last > (_RUN if found and many else _BESIDE + 1 if found else _REACH):
            break
        if index >= 0 and (context.quantity(index).is_measure or context.quantity(index).kind in TIMES) and not _named(p, line, context, words):
            if not found and many and p == end and (context.quantity(index).style == "words" or context.quantity(index).kind == "count"):
                continue  # "the other two"
            if found and not many and not words.within("standing-and", line, last + 1, p):
                break
            found.append(index)
            last = p
    return found


def kin(a: Quantity, b: Quantity) -> bool:
    """Whether two values are of one measure; one without a unit has that of the other."""
    if a.value is None or b.value is None or not b.is_measure or not a.value < _APART * b.value or not b.value < _APART * a.value:
        return False
    if a.kind in _COUNTS and b.kind in _COUNTS:
        whole = all(q.value.denominator == 1 for q in (a, b)) or not (a.noun or b.noun)  # nobody has 2.75 titles
        return whole and a.scale == b.scale and (not a.noun or not b.noun or a.noun[-1] == b.noun[-1])
    if b.kind == "number":
        return a.scale == b.scale and a.components == 1
    if a.kind == b.kind == "currency":
        return compatible((a.unit or "").partition("/")[0], (b.unit or "").partition("/")[0])
    return a.kind == b.kind and a.kind != "number" and compatible(a.unit, b.unit)
