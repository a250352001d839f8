"""A share of something that is named first and put in figures afterwards, with what it makes as the conclusion.

    fined 9% of its turnover. Since that turnover was put at 450 million, the penalty works out at 40.5 million
    the agent takes 2% of the sale price ... the sale price was £340,000, so his commission came to £6,800

The base bears the name behind "of", the result is led to by words such as "so" and "works out at". Both must be the only
ones of their sort between the share and the result; then no slip has to explain why they disagree. Where the name is not
said again, there must be no other amount, and a slip.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from checker.linking.context import Context, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import comparable, is_expected, is_share, told
from checker.linking.structure.share.wholes import as_fraction, fits
from checker.linking.structure.slips import TELLING
from checker.model import Frame

_AHEAD = 2  # sentences behind the share in which the base and the result stand
_LEAD = 9  # symbols in front of a result in which words lead to it
_NAME = 4  # words of a name
_KINDS = ("currency", "count", "number", "physical")
_FAR_OFF = 4  # times as much as the share makes: it is rather something else


def named_bases(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    words, known, found = near(context), told(frames), {}
    for frame in frames:
        if frame.family != "share-alone" or not frame.spans.get("whole-words"):
            continue
        share = frame.claims["share"][0]
        if share in known or share in found or context.quantity(share).approx or not is_share(share, context):
            continue
        names = _names(frame.spans["whole-words"][0], context)
        made = _read(share, names, context, words) if names else None
        if made is not None:
            found[share] = made
    return list(found.values())


def _names(span: tuple[int, int], context: Context) -> frozenset[str]:
    """Stems of the noun phrase right behind "of"; none of "its 40 shops" or "them"."""
    tokens, found = context.extraction.tokens, []
    first = bisect_left(tokens.starts, span[0])
    for word in tokens.words[first : first + _NAME]:
        if word.isalpha() and word not in context.function:
            found.append(stem(word, context))
        elif found or not word.isalpha():
            break
    return telling(frozenset(found[-1:]), context) and frozenset(found)


def _read(share: int, names: frozenset[str], context: Context, words: Near) -> Frame | None:
    own = context.line(share)
    lines = [line for line in context.lines.lines[own.number : own.number + _AHEAD + 1] if line.block == own.block]
    if any(line.crowded or words.has("charged-veto", line) for line in lines):
        return None
    figures = [i for line in lines for i in line.figures if i > share]
    if any(context.quantity(i).sense in ("bound", "range") for i in figures):
        return None  # "of the fee above $200"
    amounts = [i for i in figures if _is_amount(i, context)]
    ways = list(_ways(amounts, names, context, words))
    if len({(context.quantity(base).value, context.quantity(made).value) for base, made in ways}) != 1:
        return None
    base, made = ways[0]
    between = [i for i in amounts if base < i < made or share < i < base]
    sole = all(not comparable(i, base, context) for i in between)
    claims = {"part": (made,), "whole": (base,), "share": (share,)}
    alike = is_expected(base, context) == is_expected(made, context)
    named = bool(names & words_at(base, context))
    tied = sole and alike and _plausible(share, base, made, context) and (named or evidence(*(context.quantity(i) for i in (made, base, share))) >= TELLING)
    q = context.quantity(share)
    return Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 2, None, (), "named base")


def _is_amount(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _KINDS and bool(q.value) and q.value > 0 and not q.approx and "/" not in (q.unit or "")


def _ways(amounts: list[int], names: frozenset[str], context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The base that bears the name, or else the first of two amounts, and the result behind it that words lead to."""
    named = [i for i in amounts if names & words_at(i, context)]
    for base in named[:1] or (amounts[:1] if len(amounts) == 2 else []):
        for made in amounts:
            q = context.quantity(made)
            if made > base and q.value < context.quantity(base).value and comparable(made, base, context) and _led(made, context.line(made), context, words):
                yield base, made
                break


def _led(index: int, line: Line, context: Context, words: Near) -> bool:
    at = context.lines.position_of[index]
    return words.within("charged-lead", line, at - _LEAD, at)


def _plausible(share: int, base: int, made: int, context: Context) -> bool:
    s, b, m = (context.quantity(i) for i in (share, base, made))
    ratio = m.value / (b.value * as_fraction(s))
    return fits(m, b, s) or max(ratio, 1 / ratio) < _FAR_OFF
