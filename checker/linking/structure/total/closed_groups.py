"""Parts that take up their whole again, up to one that is all that is left: no slip needs to explain why they miss it.

    A coach with 52 people on board ... Nineteen of those aboard were Belgians and 24 Dutch. The other nine came from Germany
    118 licensed vessels ... Sixty-four of the boats are trawlers ... [a paragraph] ... Another 31 boats set pots, and the final 23 ...

The first part is told as some "of the boats", the last one as "the other nine"; what stands between them in their sentences, in a list
or as "another 31", are the other parts. Nothing else of their sort may be counted between them, no share, and none left uncounted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from checker.linking.context import Context, stem
from checker.linking.structure.distant.mentions import alike
from checker.linking.structure.distant.rates import kin as kindred
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, conjunctions, is_compared, is_subset, overlaps, plain_count, sum_frame
from checker.linking.structure.total.sole_sums import closes
from checker.linking.structure.total.sole_ways import COUNTS
from checker.model import Frame
from checker.rational import Fraction

_MOST = 6  # parts
_LEAST = 10  # of a smaller whole any list may be told
_FAR = Fraction(2)  # times as much: rather other things
_NOUN, _LEAD = 3, 5  # symbols behind "of the" that may be the noun, and in front of a figure
_CLOSING = ("resum-closing", "solesum-closing")
_SEVERING = ("closedgroup-some", "solesum-veto")
_TYING = ("sum", "groups", "difference", "balance", "stock", "remainder")


def closed_groups(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words, found = near(context), []
    cued = words.standing(*_CLOSING)
    if not cued or not words.standing("closedgroup-of", "closedgroup-opening"):
        return []
    sheet = sheet_of(context)
    taken = _taken(frames)
    for last in sheet.all:
        if last.line.number not in cued or not plain_count(last.index, context) or not _directly(last, words) or not closes(last.index, context, words):
            continue
        row = next(_rows(last, sheet, context, words), None)
        own = {t.index for t in row} if row else set()
        if row and all(taken.get(i, own) == own for i in own):
            parts = tuple(t.index for t in row[1:])
            found.append(replace(sum_frame(row[0].index, parts, True, 2, row[0].line, context, whole=True), source="roles"))
    return found


def _taken(frames: tuple[Frame, ...]) -> dict[int, set[int]]:
    """By each figure, those with which words have tied it in a sum or difference."""
    taken: dict[int, set[int]] = {}
    for f in frames:
        own = {i for members in f.claims.values() for i in members}
        if f.family in _TYING and f.pinned and f.source and len(own) > 1:
            taken.update(dict.fromkeys(own, own))
    return taken


def _directly(last: Told, words: Near) -> bool:
    """True of "the other nine", "the rest, 12 of them"; not of "the others a ladder; go before ten"."""
    return any(last.at - m.end() <= 1 for name in _CLOSING for m in words.matches(name, last.line, last.left, last.at))


def _rows(last: Told, sheet: Sheet, context: Context, words: Near) -> Iterator[list[Told]]:
    """The whole with its parts in order, the last one at the end."""
    for first in sheet.all:
        if first.index >= last.index or not plain_count(first.index, context):
            continue
        head = _taken_of(first, context, words)
        whole = _whole(first, head, sheet, context) if head is not None else None
        if whole is None:
            continue
        parts = _parts(first, last, whole, sheet, context, words)
        if parts and _sound(whole, head, parts, sheet, context, words):
            yield [whole, *parts]


# ---------------------------------------------------------------- the first part and its whole


def _taken_of(told: Told, context: Context, words: Near) -> str | None:
    """The noun of what a figure is some of, as a stem: "" of "of those aboard"; None where it is not told as some of anything."""
    line = told.line
    m = words.pattern("closedgroup-of").match(line.symbols, told.at + 1)
    if m is None and told.left == 0 and told.at:
        m = words.pattern("closedgroup-opening").match(line.symbols)  # "Of the boats, sixty-four"
    if m is None or m.end() >= len(line.symbols) or line.quantity[m.end()] >= 0:
        return None
    if words.pattern("closedgroup-those").match(line.symbols, m.end() - 1):
        return ""
    text = context.extraction.tokens.words
    plural = tuple(context.lexicon.pack.words("plural-ending"))
    for p in range(m.end(), min(len(line.symbols), m.end() + _NOUN)):
        if line.quantity[p] >= 0 or line.symbols[p] in context.lexicon.symbols.marks:
            break
        if text[line.firsts[p]].endswith(plural) or text[line.firsts[p]] in context.lexicon.pack.words("all-in"):
            return stem(text[line.firsts[p]], context)
    return None


def _whole(first: Told, head: str, sheet: Sheet, context: Context) -> Told | None:
    """The count in front that the first part is some of: the only one of its noun, or the last one of the sentence before."""
    before = [t for t in sheet.all if t.index < first.index and _can_be_whole(t, first, context)]
    if not head:
        home = [t for t in before if 0 <= first.line.number - t.line.number <= 1]
        return home[-1] if home and len({t.q.value for t in home}) == 1 else None
    own = [t for t in before if _same(head, t, sheet)]
    exact = [t for t in own if stem(t.q.noun[-1], context) == head]
    own = exact or own
    return own[0] if own and len({t.q.value for t in own}) == 1 else None


def _can_be_whole(told: Told, first: Told, context: Context) -> bool:
    q, words = told.q, near(context)
    if not plain_count(told.index, context) or not q.noun or q.value < _LEAST or q.value <= first.q.value or is_compared(told.index, context):
        return False
    end = after_noun(told.index, told.line, context)
    if words.pattern("part-of").match(told.line.symbols, told.at + 1):
        return False
    return not words.within("closedgroup-not", told.line, max(told.left, told.at - _LEAD), min(end + 2, len(told.line.symbols)))


def _same(head: str, whole: Told, sheet: Sheet) -> bool:
    """Whether a noun takes up that of the whole: itself, one that may count the same, or one that takes up anything."""
    noun = stem(whole.q.noun[-1], sheet.context)
    anything = sheet.stems("solesum-general") | sheet.stems("all-in")
    return alike(head, noun) or kindred(head, noun, sheet) or head in anything or noun in sheet.stems("solesum-general")


# ---------------------------------------------------------------- the parts


def _parts(first: Told, last: Told, whole: Told, sheet: Sheet, context: Context, words: Near) -> list[Told] | None:
    """The figures from the first part to the last one that are parts; None where one may be a part and may not."""
    between = [t for t in sheet.all if first.index <= t.index <= last.index]
    row = [t for t in between if t.q.kind in COUNTS and (t in (first, last) or _of_row(t, context, words))]
    homes = {t.line.number for t in row}
    for t in between:
        if t in row:
            continue
        if t.q.kind in ("percent", "ratio", "range", "bound", "multiple"):
            return None
        if t.q.kind not in COUNTS:
            continue
        if t.line.number in homes and _in_list(t, row, context, words):
            row.append(t)
        elif t.line.number in homes or not t.q.noun or _same(stem(t.q.noun[-1], context), whole, sheet):
            return None
    row.sort(key=lambda t: t.index)
    return row if 2 <= len(row) <= _MOST else None


def _of_row(told: Told, context: Context, words: Near) -> bool:
    """True of "another 31 boats", and of a further "twelve of the boats"."""
    if words.ends("closedgroup-more", told.line, told.at, 2):
        return True
    m = words.pattern("closedgroup-of").match(told.line.symbols, told.at + 1)
    return m is not None and not words.pattern("closedgroup-those").match(told.line.symbols, m.end() - 1)


def _in_list(told: Told, row: list[Told], context: Context, words: Near) -> bool:
    """True of "and 24 Dutch" behind "nineteen of those aboard were Belgians", with a mark or a conjunction between them."""
    before = [t for t in row if t.line is told.line and t.index < told.index]
    if not before or is_subset(told.at, told.line, context):
        return False
    start = after_noun(before[-1].index, told.line, context)
    joins = conjunctions(context) | {context.lexicon.symbols.chars[mark] for mark in ",;"}
    return bool(joins & set(told.line.symbols[start : told.at])) or words.within("list-closing", told.line, start, told.at)


def _sound(whole: Told, head: str, parts: list[Told], sheet: Sheet, context: Context, words: Near) -> bool:
    made, w = sum(p.q.value for p in parts), whole.q.value
    if any(not plain_count(p.index, context) or not sheet.is_plain(p) or p.q.value >= w or p.q.value == 1 for p in parts) or not max(made, w) <= _FAR * min(made, w):
        return False
    if not sheet.is_plain(whole) or not sheet.one_time(tuple(t.index for t in (whole, *parts))):
        return False
    if not _all_left(parts[-1], head, whole, sheet, words) or any(closes(p.index, context, words) for p in parts[:-1]):
        return False
    if any(_dated(p, whole, context) for p in parts) or made != w and _nested(parts, w, words):
        return False
    ends = {p.line.number: (p.line, sheet.stop(p)) for p in parts}.values()
    return not any(overlaps(x, context) or words.any_within(_SEVERING, x, 0, end) for x, end in ends)


def _all_left(last: Told, head: str, whole: Told, sheet: Sheet, words: Near) -> bool:
    """False of "the other 20 chess players" among pupils, and of "the other nine in hospital": they are the rest of something else."""
    line, context = last.line, sheet.context
    opens = last.left == 0  # else in a list, "and the other nine in hospital"
    if opens and words.pattern("closedgroup-where").match(line.symbols, after_noun(last.index, line, context)):
        return False
    noun = stem(last.q.noun[-1], context) if last.q.noun else ""
    return not noun or alike(noun, stem(whole.q.noun[-1], context)) or bool(head) and alike(noun, head) or noun in sheet.stems("distant-people")


def _dated(part: Told, whole: Told, context: Context) -> bool:
    """True of a part of another year, "in 2019, 64 of the boats"."""
    years = [{context.quantity(i).when.year for i in t.line.quantities(0, t.at) if context.quantity(i).when is not None and context.quantity(i).when.year} for t in (part, whole)]
    return not years[0] <= years[1]


def _nested(parts: list[Told], whole: Fraction, words: Near) -> bool:
    """Whether some of the parts make up another, as parts of it would, or the whole; "another 31" is a part of no other."""
    loose = [p.q.value for p in parts if not words.ends("closedgroup-more", p.line, p.at, 2)]
    values = [p.q.value for p in parts]
    within = any(sum(some) in values for size in range(2, len(loose)) for some in combinations(loose, size))
    return within or any(sum(some) == whole for size in range(2, len(values)) for some in combinations(values, size))
