"""The only ages of a set, and one of the set called by its name and age anywhere behind.

    They are between 19 and 63 years of age ... Gro Hauge, a bus driver and, at 74, a member since last winter
    The walkers were between 21 and 63 years old ... [two paragraphs] ... A 71-year-old walker turned an ankle
    Patients were aged 20 to 64 ... withdrawn from the trial was a 69-year-old patient

The set is what stands in front of its ages in their clause; who is told of later is called the same. Several sets with ages,
former members and those of other places prove nothing.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.outermost import inside
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_LONG = 60  # sentences of a text in which a set is told once
_NAME = 6  # symbols in front of the ages in which the set is named
_CALLED = 3  # symbols behind an age in which somebody is called one of the set
_BE = 3  # symbols in front of the ages in which the set is said to be so old
_YOUNG = 4


def aged_members(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "inside-range" (whole, value)."""
    words, lines = near(context), told_lines(context)
    if len(lines) > _LONG:
        return []
    ages = [(line, at, i) for line in lines for at, i in line.placed if context.quantity(i).kind == "age"]
    ranges = [(line, at, i) for line, at, i in ages if context.quantity(i).sense == "range" and (context.quantity(i).low or 0) >= _YOUNG]
    if len(ranges) != 1 or words.has("aged-not", ranges[0][0]):
        return []
    home, place, whole = ranges[0]
    if not words.within("aged-be", home, max(0, place - _BE), place):
        return []  # "pupils between 6 and 10 go to the village school": there are others
    names, they = _names(home, place, context, words), words.within("aged-they", home, 0, place)
    known = {i for f in frames if f.family in ("inside-range", "between-ends") and f.pinned for i in f.claims.get("value", ())}
    found = []
    told = [(line, at, i) for line in lines for at, i in line.placed if context.quantity(i).kind == "number"] if they else []
    for line, at, index in (*ages, *told):
        if index in known or index <= whole or not _one(index, context) or words.has("aged-elsewhere", line):
            continue
        if names & _called(at, line, context) or they and _belongs(at, line, context, words):
            made = inside((whole,), index, context)
            found.append(replace(made, pinned=frozenset(made.claims), source="by name"))
    return found


def _one(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.value is not None and not q.approx and q.sense != "range" and not q.change


def _belongs(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "at 74, a member since last winter" and "Petra Ohm, 39, a member": an age in commas, and no other set named."""
    q, marks = context.quantity(line.quantity[at]), context.lexicon.symbols.chars[","]
    led = words.ends("aged-at", line, at, 1) and q.style == "digits" and not q.unit and not q.noun or q.kind == "age"
    member = words.pattern("aged-a-member").match(line.symbols, at + 2) if line.symbols[at + 1 : at + 2] == marks else None
    return led and member is not None and not words.pattern("aged-of").match(line.symbols, member.end())


def _names(line: Line, at: int, context: Context, words: Near) -> frozenset[str]:
    """The stems of the words of the clause in front of the ages, but of those of its verb."""
    start = max((p + 1 for p in range(max(0, at - _NAME), at) if line.symbols[p] in context.lexicon.symbols.marks), default=max(0, at - _NAME))
    tokens = context.extraction.tokens.words
    said = (tokens[k] for p in range(start, at) for k in range(line.firsts[p], line.lasts[p] + 1))
    counted = (w for i in line.quantities(start, at) for w in context.quantity(i).noun)
    verbs = context.lexicon.pack.words("aged-verb")
    return frozenset(stem(w, context) for w in (*said, *counted) if w.isalpha() and w not in context.function and w not in verbs)


def _called(at: int, line: Line, context: Context) -> frozenset[str]:
    """The stems of the words right behind an age, up to the next figure or mark."""
    end = next((p for p in range(at + 1, min(len(line.symbols), at + 1 + _CALLED)) if line.quantity[p] >= 0 or line.symbols[p] in context.lexicon.symbols.marks), min(len(line.symbols), at + 1 + _CALLED))
    tokens, noun = context.extraction.tokens.words, context.quantity(line.quantity[at]).noun
    behind = [tokens[line.firsts[p]] for p in range(at + 1, end)]
    opened = next((k for k, w in enumerate(behind) if w in context.function), len(behind))
    if behind[opened : opened + 1] and behind[opened] in context.lexicon.pack.words("aged-of"):
        return frozenset()  # "a 12-year-old pupil of another school"
    return frozenset(stem(w, context) for w in (*behind[:opened], *noun))
