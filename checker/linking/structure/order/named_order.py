"""Values of named things, and words that say which of them is ahead.

    falls (1,930 deaths) came second to traffic, which claimed 2,210      a verb of order between two of them
    A at 48,200, B at 51,750 and C at 46,900 ... C being the lowest       a superlative for one of a list
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.linking.context import Context, proper
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import comparison, named
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.units import compatible

_RANKABLE = frozenset("physical currency percent count number".split())
_LEFT, _RIGHT = 14, 16  # words between a verb of order and the values on either side
_CROWNS = ("most-of-all", "least-of-all")
_AFTER_LIST = 6  # sentences after a list in which one of its members can be called the highest
_BESIDE = 4  # words between a value and the name of its owner
_CLAUSE = 16  # words in front of a superlative that can name its owner


@dataclass(frozen=True, slots=True)
class _Listed:
    """The members of a list of like values: each with the words that only its own segment has."""

    members: tuple[tuple[int, frozenset[str]], ...]
    line: Line
    end: int  # position after the last of them


def named_order(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison"."""
    words, lines = near(context), prose_lines(context)
    found: list[Frame] = []
    recent: list[Line] = []
    lists = cache(lambda number: _list_of(context.lines.lines[number], context))
    placed, moved = words.standing("placed-under", "placed-over"), words.standing("extreme-mover")
    for line, after in zip(lines, [*lines[1:], None]):
        if len(line.figures) > 0:
            for name, sign in (("placed-under", -1), ("placed-over", 1)) if line.number in placed else ():
                for m in words.matches(name, line):
                    if not words.pattern("by-word").match(line.symbols, m.end()):
                        found.extend(_placed(m.start(), m.end(), sign, line, after, context, words))
            for start, end in _seconds(line, context, words):
                found.extend(_placed(start, end, -1, line, after, context, words))
            recent = [x for x in (*recent, line) if line.number - x.number <= _AFTER_LIST]
            if line.number in moved:
                found.extend(_movers(line, context, words))
            found.extend(_ages(line, context, words))
        for listed in [lists(x.number) for x in recent] if words.maybe(_CROWNS, line) else ():
            found.extend(_crowned(listed, line, context, words) if listed is not None else ())
    return found


def _rankable(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _RANKABLE and q.value is not None and q.change is None and q.sense != "range"


def _comparable(a: Quantity, b: Quantity) -> bool:
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return "/" not in (a.unit or "") + (b.unit or "")
    if "number" in (a.kind, b.kind):
        return (a.unit is None or b.unit is None) and a.scale == b.scale
    return a.kind == b.kind and compatible(a.unit, b.unit)


# ---------------------------------------------------------------- verbs of order


def _placed(start: int, end: int, sign: int, line: Line, after: Line | None, context: Context, words: Near) -> list[Frame]:
    if words.within("negation", line, start - 4, start):
        return []
    left = [i for i in line.quantities(max(0, start - _LEFT), start) if _rankable(i, context)]
    right = next((i for i in line.quantities(end, end + _RIGHT) if context.quantity(i).is_measure), None)
    if right is not None and not _led(right, end, line, context, words):
        right = None
    if len(left) == 1 and right is not None and _comparable(context.quantity(left[0]), context.quantity(right)):
        found = [comparison(left[0], right, sign)]
        if sign < 0:
            found += [comparison(left[0], i, 1) for i in _following(right, line, context, words) if _comparable(context.quantity(left[0]), context.quantity(i))]
        return found
    if left or right is not None or after is None or after.block != line.block:
        return []
    pair = _set_against(_name_at(end, line, context), after, context, words)
    return [comparison(*pair, sign)] if pair else []


def _seconds(line: Line, context: Context, words: Near) -> list[tuple[int, int]]:
    """Where "came second to", "was third behind" stand in a line."""
    found = []
    for at, index in line.placed:
        if at and context.quantity(index).kind == "ordinal":
            to = words.pattern("second-to").match(line.symbols, at + 1)
            if to and words.pattern("came-word").match(line.symbols, at - 1):
                found.append((at - 1, to.end()))
    return found


def _led(value: int, start: int, line: Line, context: Context, words: Near) -> bool:
    """True of a value that is told of the thing just named: "which claimed 2,210", "(2,210)", "with 2,210"."""
    at = context.lines.position_of[value]
    return _rankable(value, context) and at > start + 1 and words.within("placed-value", line, start + 1, at)


def _following(value: int, line: Line, context: Context, words: Near) -> list[int]:
    """Values of those told after: "drowning followed with 640 and fire was last with 312"."""
    at, found = context.lines.position_of[value] + 1, []
    for m in words.matches("follows-at", line, at):
        found.extend(i for i in line.quantities(m.end(), m.end() + 1) if _rankable(i, context))
    return found


def _name_at(start: int, line: Line, context: Context) -> str | None:
    """The capitalised word that a verb of order is followed by."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    for j in range(start, min(len(line.symbols), start + 3)):
        if line.quantity[j] < 0 and text[tokens.starts[line.firsts[j]]].isupper():
            return tokens.words[line.firsts[j]]
    return None


def _set_against(name: str | None, line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    """"Its mines sent 6.3 million tonnes abroad ... against 5.9 million tonnes for Belmar": (6.3, 5.9) of the name Belmar."""
    if name is None:
        return None
    values = [i for i in line.figures if _rankable(i, context)]
    for other in values[1:]:
        at = context.lines.position_of[other]
        after = at + 1 + max(0, context.quantity(other).noun_last - context.quantity(other).last)
        m = words.pattern("for-name").match(line.symbols, after)
        if m and m.end() < len(line.symbols) and context.extraction.tokens.words[line.firsts[m.end()]] == name and words.within("set-against", line, at - 3, at):
            return (values[0], other) if _comparable(context.quantity(values[0]), context.quantity(other)) else None
    return None


def _movers(line: Line, context: Context, words: Near) -> list[Frame]:
    """"Wheat was the worst performer, off 3.4 per cent, while maize gave up 2.1 per cent": nobody moved more."""
    m = words.pattern("extreme-mover").search(line.symbols)
    if m is None or words.within("rank-cut", line, m.start() - 4, m.end() + 4) or words.within("negation", line, m.start() - 4, m.start()):
        return []
    moves = [i for i in line.quantities(m.end()) if context.quantity(i).kind == "percent" and context.quantity(i).value is not None]
    if len(moves) < 2 or len(moves) != len([i for i in line.figures if context.quantity(i).kind == "percent"]):
        return []
    if context.quantity(moves[0]).approx or any(context.quantity(i).change not in (None, context.quantity(moves[0]).change) for i in moves):
        return []
    return [comparison(moves[0], other, 1) for other in moves[1:] if words.within("mover-verb", line, context.lines.position_of[moves[0]], context.lines.position_of[other])]


def _ages(line: Line, context: Context, words: Near) -> list[Frame]:
    """"At 104, she is the oldest in the lane; her neighbour turned 101 in May"."""
    first = line.figures[0]
    at = context.lines.position_of[first]
    if at != 1 or context.quantity(first).kind not in ("number", "age") or line.symbols[2:3] != context.lexicon.symbols.chars[","] or not words.pattern("age-lead").match(line.symbols):
        return []
    found = []
    for name, sign in (("age-superlative", 1), ("age-superlative-least", -1)):
        m = words.pattern(name).search(line.symbols, 3)
        if m and words.pattern("definite").match(line.symbols, m.start() - 1) and not words.within("rank-cut", line, m.start() - 4, m.end() + 4):
            for other in line.quantities(m.end()):
                place = context.lines.position_of[other]
                told = words.pattern("age-lead").match(line.symbols, place - 1) and context.quantity(other).kind in ("number", "age")
                if told and context.quantity(other).value is not None and not context.quantity(other).approx:
                    found.append(comparison(first, other, sign))
    return found


# ---------------------------------------------------------------- superlatives for members of a list


def _list_of(line: Line, context: Context) -> _Listed | None:
    """The like values of a sentence, where each stands in a segment of its own that names its owner."""
    rankable = [i for i in line.figures if _rankable(i, context)]
    figures = [i for i in rankable if context.quantity(i).kind in ("currency", "physical", "percent")]
    figures = figures or [i for i in rankable if context.quantity(i).kind == "count"]
    if not figures or len(rankable) < 2:
        return None
    chars = context.lexicon.symbols.chars
    cuts = {chars[c] for c in ",;:"} | conjunctions(context)
    segments, start = [], 0
    for j in range(len(line.symbols) + 1):
        if j == len(line.symbols) or line.symbols[j] in cuts:
            segments.append((start, j))
            start = j + 1
    found, first = [], context.quantity(figures[0])
    for a, b in segments:
        values = [i for i in line.quantities(a, b) if _rankable(i, context) and _comparable(first, context.quantity(i))]
        if len(values) == 1:
            at = context.lines.position_of[values[0]]
            names = proper(line.firsts[max(a, at - _BESIDE)], line.lasts[min(b, at + _BESIDE + 1) - 1] + 1, context)
            found.append((values[0], names))
    while found and not found[-1][1]:
        found.pop()  # "so Ard is the largest of the three"
    if len(found) < (3 if first.kind == "count" else 2) or len({context.quantity(i).noun[-1:] for i, _ in found if context.quantity(i).noun}) > 1:
        return None
    own = []
    for n, (value, names) in enumerate(found):
        others = frozenset().union(*(x for k, (_, x) in enumerate(found) if k != n))
        own.append((value, names - others - context.generic))
    if sum(bool(names) for _, names in own) < len(own):
        return None
    end = context.lines.position_of[found[-1][0]] + 1
    closed = line.symbols.find(chars[")"], end, end + _BESIDE + 1)  # "and £56,900 from Ott)": that name belongs to the list
    return _Listed(tuple(own), line, end if closed < 0 or chars["("] in line.symbols[end:closed] else closed + 1)


def _crowned(listed: _Listed, line: Line, context: Context, words: Near) -> list[Frame]:
    """Comparisons of the member that a superlative is said of with all the others."""
    start = listed.end if line is listed.line else 0
    found = []
    for name, sign in zip(_CROWNS, (1, -1)):
        for m in words.matches(name, line, start):
            if not _alone(m.start(), m.end(), line, context, words):
                continue
            said = proper(line.firsts[max(start, m.start() - _CLAUSE)], line.firsts[m.start()], context)  # "the lake" is no Lake Hamm
            owners = [value for value, names in listed.members if names & said]
            others = [i for i in line.quantities(max(start, m.start() - _CLAUSE), m.start()) if context.quantity(i).unit == context.quantity(listed.members[0][0]).unit]
            if len(owners) == 1 and (line is listed.line or not others):
                found.extend(named(owners[0], other, sign) for other, _ in listed.members if other != owners[0])
    return found


def _alone(start: int, end: int, line: Line, context: Context, words: Near) -> bool:
    """True of "the lowest received", "the richest of the three": a rank without limits that stands for the thing itself."""
    if not start or not words.pattern("definite").match(line.symbols, start - 1):
        return False
    if words.within("rank-cut", line, start - 4, end + 5) or words.within("negation", line, start - 6, start):
        return False
    after = line.symbols[end : end + 1]
    return not after or after in context.lexicon.symbols.marks or bool(words.pattern("rank-tail").match(line.symbols, end))
