"""Lists whose length is told: as many parts as the words announce are all the parts.

    its three pits, A with 120, B with 85 and C with 45, turned out 250 between them       in front of the list
    sales were 935m. Europe gave 412m, the Americas 368m and Asia 155m, its three regions  behind it
    offences came to 1,642. They fall into three classes: ...                              in the sentence after the total
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.parts import added, after_noun, bare_or_same, is_compared, is_subset, kin, slipped, sum_frame, totals_of
from checker.model import Frame

_MOST = 9
_BACK = 2  # sentences in front of a list in which its total may stand


def declared_lists(line: Line, before: list[Line], context: Context) -> list[Frame]:
    """Frames "sum" of the lists of a sentence that have the announced number of parts; `before` are the sentences before."""
    found: list[Frame] = []
    for number in line.figures:
        size = _announced(number, context)
        if not size:
            continue
        at, end = context.lines.position_of[number], after_noun(number, line, context)
        mark = line.symbols[end : end + 1]
        if mark and mark in _marks(context):
            found.extend(_led(number, size, end + 1, line, before, context))
        elif _owned(at, line, context):
            found.extend(_followed(size, at, line, before, context))
    return found


def _announced(index: int, context: Context) -> int:
    """How many parts a small count of things announces, 0 for other figures."""
    q = context.quantity(index)
    small = q.kind == "count" and q.noun and q.approx is None and q.value is not None and q.scale == 1 and q.value.denominator == 1 and 2 <= q.value <= _MOST
    named = context.extraction.tokens.words[q.last + 1 : q.noun_last + 1] if small else ()
    return int(q.value) if small and context.lexicon.pack.words("ranked-word").isdisjoint(named) else 0


def _marks(context: Context) -> frozenset[str]:
    return frozenset(context.lexicon.symbols.chars[c] for c in ":,(–—-")


def _owned(at: int, line: Line, context: Context) -> bool:
    """True of "its three", "the company's three", "the three" right after a comma and no more than three words."""
    comma = context.lexicon.symbols.chars[","]
    start = line.symbols.rfind(comma, max(0, at - 5), at)
    return start >= 0 and near(context).within("sum-owner", line, start + 1, at)


def _led(number: int, size: int, start: int, line: Line, before: list[Line], context: Context) -> Iterator[Frame]:
    """The list behind "three pits:", and its total behind it with a word that takes all together, or in front of it."""
    for total in _candidates(line, before, start, context):
        run = [q for q in line.quantities(start) if q != total and _fits(total, q, context)]
        measured = [q for q in run if context.quantity(q).is_measure]
        if len(measured) != size or added(measured, line, context) or not _joined(measured, line, context):
            continue
        behind = context.line(total) is line and total > measured[-1]
        if behind and line.symbols[context.lines.position_of[total] - 1] == context.lexicon.symbols.chars["("]:
            continue
        if behind and not near(context).has("taken-together", line):
            continue
        if not behind and not near(context).within("falls-into", line, 0, context.lines.position_of[number]):
            continue
        yield sum_frame(total, tuple(measured), slipped(total, measured, context), 1, line, context)
        return


def _followed(size: int, at: int, line: Line, before: list[Line], context: Context) -> Iterator[Frame]:
    """The list in front of ", its three regions": all figures of the sentence, and their total in one before."""
    for total in _candidates(line, before, 0, context):
        run = [q for q in line.quantities(0, at) if _fits(total, q, context)]
        if context.line(total) is line or len(run) != size or line.quantities(at + 1) or not _joined(run, line, context):
            continue
        tied = not added(run, line, context) and slipped(total, run, context)
        yield sum_frame(total, tuple(run), tied, 2, line, context)
        return


def _candidates(line: Line, before: list[Line], start: int, context: Context) -> list[int]:
    """Possible totals: the last of the sentence itself, or the only one of its unit in the nearest sentence that has one."""
    own = totals_of(line, context)
    found = [line.quantity[at] for at in own if at >= start][-1:]
    if any(context.quantity(line.quantity[at]).value > _MOST for at in own if at < start):
        return found  # the sentence has said what it divides
    for other in reversed(before[-_BACK:]):
        if other.block != line.block:
            break
        totals = [other.quantity[at] for at in totals_of(other, context) if not is_subset(at, other, context)]
        totals = [t for t in totals if not is_compared(t, context) and context.quantity(t).value > 20]
        if totals:
            return found + (totals if len(totals) == 1 else [])
    return found


def _fits(total: int, part: int, context: Context) -> bool:
    t, p = context.quantity(total), context.quantity(part)
    if part == total or not kin(t, p) or p.value >= t.value or p.approx is not None:
        return False
    words = context.extraction.tokens.words
    told = not t.noun and p.noun and words[p.noun_last] in words[context.line(total).firsts[0] : context.line(total).lasts[-1] + 1]
    return bool(told) or bare_or_same(p, t, context)  # "theft offences came to 1,642 ... burglary, with 703 offences"


def _joined(parts: list[int], line: Line, context: Context) -> bool:
    """True where a conjunction stands before the last part, and no part is what another is compared with."""
    chars, places = context.lexicon.symbols.chars, context.lines.position_of
    between = line.symbols[places[parts[-2]] : places[parts[-1]]]
    joins = [chars[w] for w in context.lexicon.pack.words("conjunction") if w in chars]
    return any(j in between for j in joins) and not any(is_compared(p, context) or is_subset(places[p], line, context) for p in parts)
