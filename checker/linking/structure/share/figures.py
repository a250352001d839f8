"""Which figures can be a share, a part and a whole, as far as they and the words beside them tell."""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.context import Context, same_unit
from checker.linking.structure.near import near
from checker.model import Frame, Quantity

COUNTED = ("count", "number")
LABELS = ("label", "tail", "front", "loose-front", "tie", "named")  # families of an amount and the share beside it
_HUNDRED = 100  # "1/630" is a tally
_UNREAL = 8  # symbols in front of a figure
_LABELS = {"label": "value", "named": "part", "tail": "value"}  # families of amounts with a share of their own


def labelled(frames: Iterable[Frame]) -> set[int]:
    """Amounts with a share of their own beside them: parts, hardly the whole of another."""
    return {f.claims[_LABELS[f.family]][0] for f in frames if f.family in _LABELS}


def told(frames: Iterable[Frame]) -> set[int]:
    """Shares whose part and whole are tied to them."""
    return {f.claims["share"][0] for f in frames if f.family == "share" and f.pinned and {"part", "whole", "share"} <= f.claims.keys()}


def comparable(part: int, whole: int, context: Context) -> bool:
    """True where the two can be taken from one another: both counted, or of one unit."""
    a, b = context.quantity(part), context.quantity(whole)
    if part == whole or b.change and not collected(b, context) or a.value is None or b.value is None or any(cut_off(q, context) or odd(q, context) for q in (a, b)):
        return False
    if a.kind != b.kind and any("-" in context.extraction.document.text[q.number_end : q.end] for q in (a, b)):
        return False  # "63,000 of its 1,300-cc cars"
    bare = a.kind == "number" and a.unit is None and b.kind in ("currency", "physical")
    bare = bare or b.kind == "number" and b.unit is None and b.scale > 1 and a.scale > 1 and a.kind == "currency"
    return a.kind in COUNTED and b.kind in COUNTED or bare or a.kind == b.kind and same_unit(a, b)


def of_term(whole: int, context: Context) -> bool:
    """False of a time that is no part of another: only "four years of a seven-year term" is."""
    q = context.quantity(whole)
    return q.kind != "duration" or "-" in context.extraction.document.text[q.number_end : q.end]


def collected(q: Quantity, context: Context) -> bool:
    """True of money that is raised: it is no rise."""
    words = context.extraction.tokens.words[max(0, q.outer - 3) : q.outer]
    return q.kind == "currency" and bool(set(words) & context.lexicon.pack.words("collect-verb"))


def cut_off(q: Quantity, context: Context) -> bool:
    """True of a number that goes on behind a space or comma ("18 432", "10,500/12,"), or begins in front of one."""
    text = context.extraction.document.text
    after, before = text[q.number_end : q.number_end + 4], text[max(0, q.number_start - 2) : q.number_start]
    if after[:1] == "," and after[1:2].isalpha():
        return True
    return len(after) > 1 and after[0] in " \u00a0\u2009," and after[1:4].isdigit() and len(after) == 4 or before[:1].isdigit() and before[1:] in (",", ".")


def odd(q: Quantity, context: Context) -> bool:
    """True of numbers that count nothing: the mark of a point, "(3)", or a name, "5-fluorouracil", or a broken count."""
    text = context.extraction.document.text
    before, after = text[max(0, q.start - 1) : q.start], text[q.end : q.end + 2]
    if q.kind in COUNTED and q.value is not None and q.value.denominator != 1 or q.value is not None and q.value < 0:
        return True
    named = q.noun and q.noun_last == q.last + 2 and after[:1] == "-"  # "640-page"
    if "-" in text[q.number_end : q.end] and q.kind not in ("physical", "duration") or glued(q, context):
        return True
    return before == "(" and after[:1] == ")" and q.value is not None and q.value < 20 or after[:1] == "-" and after[1:].isalpha() and not named


def glued(q: Quantity, context: Context) -> bool:
    """True of a number that hangs on what stands before it: cells of a table that lost its shape, "by 52-48%"."""
    text = context.extraction.document.text
    before, one = text[max(0, q.start - 1) : q.start], text[max(0, q.start - 2) : max(0, q.start - 1)]
    return before.isalnum() or before == ")" or one.isdigit() and before in ("-", "–")


def same_people(a: Quantity, b: Quantity, context: Context) -> bool:
    """True where both count people."""
    people = context.lexicon.pack.words("person-noun")
    return all(q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in people for q in (a, b))


def is_share(index: int, context: Context) -> bool:
    """True of a percentage or fraction that can be a share: no change, no confidence level, no comparison."""
    q = context.quantity(index)
    words = context.extraction.tokens.words
    after = words[q.last + 1] if q.last + 1 < len(words) else ""
    if glued(q, context) or set(words[q.first : q.last + 1]) & context.lexicon.pack.words("rating-noun"):
        return False
    if _is_rate(q, words, context) or q.kind == "ratio" and q.style == "fraction" and q.value is not None and q.value.denominator >= _HUNDRED:
        return False
    made_up = " ".join(words[max(0, q.outer - 2) : q.outer]) in context.lexicon.pack.words("share-tie")
    return (q.change is None or made_up) and after not in context.lexicon.pack.words("not-a-share")


def _is_rate(q: Quantity, words: list[str], context: Context) -> bool:
    """True of "an interest of 5%": a rate, no share."""
    return q.outer > 1 and words[q.outer - 1] in context.lexicon.pack.words("of-word") and words[q.outer - 2] in context.lexicon.pack.words("rate-name")


def is_expected(index: int, context: Context) -> bool:
    """True of a figure behind words of what is not yet: "analysts expect sales of 3.7bn"."""
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).within("told-unreal", line, at - _UNREAL, at)
