"""Words that say of a figure that it is a difference: "a surplus of 5.5", "5.5 short", "beat by 5.5", "leaves 5.5"."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.linking.structure.parts import after_noun
from checker.once import once

CHANGED, LIKELY, SURE = 1, 2, 3
_NOUN = 9  # symbols between the name of a difference and its figure
_VERB = 16  # between a verb and "by"
_LEAVES = 6
_COMPARED = 5  # symbols between a word of comparison and what another figure is compared with
_BETWEEN = 2  # words between a name and what leads to its figure
_MEANT = {"apart-noun-weak": CHANGED, "apart-result": LIKELY, "apart-noun": SURE}
_NOUNS = tuple(_MEANT)
CUES = ("apart-by", "apart-noun", "apart-noun-weak", "apart-result", "apart-since-start", "apart-after", "apart-after-likely", "apart-leaves", "apart-other")


def announced(index: int, line: Line, context: Context, words: Near) -> int:
    """SURE where words can mean nothing but a difference, LIKELY where the figure may be a level of its own ("a profit of"),
    CHANGED where it may be what something rose or fell by since, 0 elsewhere."""
    if not words.maybe(CUES, line):
        return 0
    at, end = context.lines.position_of[index], after_noun(index, line, context)
    by, named = _by(at, line, words), _named(at, line, context, words)
    if by == SURE or named == SURE or _after("apart-since-start", end, line, words) or _after("apart-after", end, line, words) or _after("apart-noun", end, line, words):
        return SURE
    if named == LIKELY or _left(at, line, context, words) or _after("apart-result", end, line, words):
        return LIKELY
    if named or by or _after("apart-after-likely", end, line, words):
        return CHANGED
    return CHANGED if words.ends("apart-other", line, at, 4) else 0


def compared(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "against a loss of 8.8 million": what was another time."""
    start = at
    while start > max(0, at - _COMPARED) and not (line.quantity[start - 1] >= 0 and context.quantity(line.quantity[start - 1]).is_measure):
        start -= 1
    return words.within("apart-compared", line, start, at)


def _after(name: str, end: int, line: Line, words: Near) -> bool:
    m = words.pattern(name).match(line.symbols, end) if line.number in words.lines[name] else None
    return m is not None and not words.pattern("or-word").match(line.symbols, m.end()) and not words.within("apart-place", line, m.end(), m.end() + 2)


def _free(at: int, reach: int, line: Line, context: Context) -> int:
    """The first position from which on nothing but words stands in front of a figure."""
    marks, least, start = _closing(context.lexicon), max(0, at - reach), at
    while start > least and line.symbols[start - 1] not in marks:
        q = line.quantity[start - 1]
        if q >= 0 and context.quantity(q).is_measure:
            break
        start -= 1
    return start


@once
def _closing(lexicon: Lexicon) -> frozenset[str]:
    """The marks behind which other words stand."""
    return frozenset(lexicon.symbols.chars[m] for m in (";", ".", ")") if m in lexicon.symbols.chars)


def _named(at: int, line: Line, context: Context, words: Near) -> int:
    """What the last name of a difference in front of a figure makes of it."""
    if not words.among(_NOUNS, line):
        return 0
    start, last, sort = _free(at, _NOUN, line, context), None, 0
    for name in words.among(_NOUNS, line):
        what = _MEANT[name]
        for m in words.matches(name, line, start, at):
            if last is None or m.end() >= last:
                last, sort = m.end(), what
    if last is None:
        return 0
    lead = next((m for m in words.matches("apart-lead", line, max(last, at - 4), at) if m.end() == at), None)
    if lead is None:
        return sort if last == at else 0
    opened = line.symbols[at - 1] in {context.lexicon.symbols.chars.get(mark) for mark in ("(", ",", "–", "—")}
    return min(sort, LIKELY) if opened or lead.start() > last + _BETWEEN else sort


def _by(at: int, line: Line, words: Near) -> int:
    by = next((m for m in words.matches("apart-by", line, max(0, at - 5), at) if m.end() == at), None)
    if by is None:
        return 0
    if words.within("apart-verb", line, by.start() - _VERB, by.start()):
        return SURE
    return CHANGED if words.within("apart-verb-likely", line, by.start() - _VERB, by.start()) else 0


def _left(at: int, line: Line, context: Context, words: Near) -> bool:
    if not words.maybe(("apart-leaves",), line):
        return False
    start, q = _free(at, _LEAVES, line, context), context.quantity(line.quantity[at])
    if q.kind == "number" and q.style == "words" and not q.noun and words.ends("time-lead", line, at, 1):
        return False  # "left port at six"
    return words.within("apart-leaves", line, start, at)


def beaten(at: int, line: Line, words: Near) -> bool:
    """True of "beat its estimate by so much": what was expected is a side of it."""
    return _by(at, line, words) == SURE
