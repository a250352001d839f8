"""Rates with a name: a margin is profit over sales, an incidence is cases over people, a tax is its rate times its base.

A phrase finds the name and its rate (families quotient-NAME, levy; an incidence shows by its unit); what goes above and below the line is
found by the words at the other numbers nearby: the classes top-NAME and bottom-NAME of the pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from checker.linking.context import Context, same_head, stem
from checker.linking.structure.shares import comparable, is_share
from checker.linking.structure.wholes import words_at
from checker.model import Frame

_BACK, _AHEAD = 2, 1  # sentences around the rate that are searched
_MOST = 4
_KINDS = ("currency", "count", "number", "physical")


def quotients(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "quotient" and "incidence" (part, whole, rate) and "levied" (base, rate, amount)."""
    found: list[Frame] = []
    for frame in frames:
        kind, _, name = frame.family.partition("-")
        if kind == "quotient":
            found.extend(_quotient(frame, name, "quotient", context))
        elif kind == "levy":
            found.extend(_levied(frame, context))
    for index, q in enumerate(context.extraction.quantities):
        if q.unit and "/" in q.unit and q.unit.partition("/")[2][:1].isdigit() and q.kind in ("number", "count"):
            cue = Frame("incidence", (q.start, q.end), {"rate": (index,)}, source="per so many")
            found.extend(_quotient(cue, "incidence", "incidence", context))
    return found


def _quotient(frame: Frame, name: str, family: str, context: Context) -> Iterator[Frame]:
    rate = frame.claims["rate"][0]
    if family == "quotient" and not is_share(rate, context):
        return
    tops, bottoms = _stems(f"top-{name}", context), _stems(f"bottom-{name}", context)
    near = [i for i in _around(rate, context) if i != rate and context.quantity(i).kind in _KINDS and "/" not in (context.quantity(i).unit or "")]
    words = {i: words_at(i, context) for i in near}
    counted = {i for i in near if {stem(w, context) for w in context.quantity(i).noun} & tops}
    below = [i for i in near if words[i] & bottoms and i not in counted]
    above = [i for i in near if words[i] & tops and i not in below and not _difference(i, context)]
    pairs = [(a, b) for a, b in product(above[:_MOST], below[:_MOST]) if _divides(a, b, family, context)]
    own = context.lines.line_of[rate]
    pairs = [p for p in pairs if all(context.lines.line_of[i] == own for i in p)] or pairs
    for a, b in pairs[:6]:
        claims = {"part": (a,), "whole": (b,), "rate": (rate,)}
        tied = frozenset(claims) if len(pairs) == 1 and not _narrowed(b, family, context) else frozenset()
        yield Frame(family, frame.cue, claims, {}, 0, tied, 2, frame.blocked, (), frame.source)


def _difference(index: int, context: Context) -> bool:
    """True of "1,400 votes ahead": no votes that were cast."""
    q, words = context.quantity(index), context.extraction.tokens.words
    end = max(q.last, q.noun_last) + 1
    return bool(set(words[end : end + 1]) & context.lexicon.pack.words("a-difference"))


def _narrowed(whole: int, family: str, context: Context) -> bool:
    """True where only a part of the people counts: "400,000 inhabitants, half of them women"."""
    if family != "incidence":
        return False
    line, at = context.line(whole), context.lines.position_of[whole]
    return any(context.quantity(i).kind in ("ratio", "percent") for i in line.quantities(at + 1))


def _divides(a: int, b: int, family: str, context: Context) -> bool:
    if not comparable(a, b, context):
        return False
    x, y = context.quantity(a).value, context.quantity(b).value
    return x is not None and y is not None and y > 0 and (family == "quotient" or x < y)


def _stems(name: str, context: Context) -> frozenset[str]:
    return frozenset(stem(w, context) for w in context.lexicon.pack.words(name))


def _around(index: int, context: Context) -> list[int]:
    """Numbers of the sentence, then of those before and after it, that belong to the same text."""
    number, lines = context.lines.line_of[index], context.lines.lines
    found = list(lines[number].quantities())
    for other in [*range(number - 1, max(-1, number - 1 - _BACK), -1), *range(number + 1, min(len(lines), number + 1 + _AHEAD))]:
        found += lines[other].quantities()
    return found


# ---------------------------------------------------------------- a rate and its base


def _levied(frame: Frame, context: Context) -> Iterator[Frame]:
    """Two amounts of one currency around a rate: the larger is the base, the smaller what the rate makes of it."""
    rate = frame.claims["rate"][0]
    if context.quantity(rate).change or context.quantity(rate).value is None or _blocked(rate, context):
        return
    words, q = context.extraction.tokens.words, context.quantity(rate)
    if set(words[q.last + 1 : q.last + 2]) & context.lexicon.pack.words("comparison-word"):
        return
    own, line_of = context.lines.line_of[rate], context.lines.line_of
    span = context.lines.lines[max(0, own - 1) : own + 3]
    amounts = [i for line in span for i in line.quantities() if context.quantity(i).kind == "currency" and context.quantity(i).value]
    makes = [i for i in amounts if i > rate and _made(i, context) and any(_larger(b, i, context) for b in amounts if line_of[b] <= line_of[i])][:1]
    amounts = [i for i in amounts if makes and line_of[i] <= line_of[makes[0]]]
    readings = [(b, a) for a in makes for b in amounts if a != b and _larger(b, a, context)]
    for base, amount in readings[:6]:
        claims = {"base": (base,), "rate": (rate,), "amount": (amount,)}
        tied = frozenset(claims) if len(readings) == 1 and len(amounts) == 2 and line_of[base] <= own + 1 else frozenset()
        yield Frame("levied", frame.cue, claims, {}, 0, tied, 2, frame.blocked, (), frame.source)


def _larger(base: int, amount: int, context: Context) -> bool:
    a, b = context.quantity(amount), context.quantity(base)
    return same_head(a, b) and "/" not in (b.unit or "") and b.value > a.value


def _blocked(rate: int, context: Context) -> bool:
    """True where words near the rate make it one of several (bands, compound interest)."""
    pattern = context.lexicon.pattern("levy-unless")
    number, lines = context.lines.line_of[rate], context.lines.lines
    return bool(pattern) and any(pattern.search(line.symbols) for line in lines[max(0, number - 1) : number + 2])


def _made(index: int, context: Context) -> bool:
    """True where the words in front of an amount make it a result: "makes", "will pay", "or"."""
    q, words = context.quantity(index), context.extraction.tokens.words
    before = words[max(0, q.outer - 6) : q.outer]
    return bool(set(before) & context.lexicon.pack.words("made-word"))
