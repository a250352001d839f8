"""A total and its parts that stand apart, where the last part closes the row and no other figure of their sort is in the text.

    the port took in 640,000 tons ... Ore, 300,000 ... Salt came next, 190,000 ... The only other freight was wool, 90,000
    a vote for 18 million ... Roads get 9 million ... Schools will take 6 million of it ... That leaves the pier, with 5 million
    struck 4,200 barns ... On the mainland 2,000 ... On Ems, the third and smallest of them, 900 barns         as many as were told
    cost 93 lives ... 51 people died in Ems ... there were 28 dead, and 14 in Orm, the third and last of the valleys

All plain figures of the unit are the total and the parts, whatever stands between them; a count that has a noun of its own is
none. No slip has to explain why they miss.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.structure.again.echoes import same_noun
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, called_total, is_subset, overlaps, sum_frame
from checker.linking.structure.total.sum_figures import is_level
from checker.linking.structure.total.sole_sums import closes, since
from checker.linking.structure.total.sole_ways import COUNTS, akin
from checker.model import Frame
from checker.rational import Fraction

_MOST = 6  # parts
_FAR = Fraction(7, 4)  # times as much: rather other things
_LEAST = 10  # of smaller counts there are many in any text
_FRONT = 6  # symbols between the number of the last part in the row and its figure
_SMALL = 100  # times smaller figures are no parts
_NEXT = 5  # symbols behind the number of a part in which it is said to be the last
_TYING = ("sum", "groups", "difference", "balance", "stock", "stock-out", "coin-share")
_CUES = ("closedrow-last", "closedrow-only", "distantsum-leaves", "resum-closing", "solesum-closing")


def closed_rows(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words = near(context)
    cued, whole, none = words.standing(*_CUES), words.standing("closedrow-whole"), words.standing("closedrow-none")
    if not cued and not whole and not none:
        return []
    sheet, found = sheet_of(context), []
    taken = _taken(frames)
    for told in sheet.all:
        number = told.line.number
        closing = number in cued and _says_last(told, context, words)
        made_up = number in whole or any(number - _NEXT <= n <= number for n in none)
        if not closing and not made_up or not _can_be_part(told, context, words):
            continue
        row = (_row(told, sheet, context, words) if closing else None) or (_made_up(told, sheet, context, words) if made_up else None)
        if row is None or not _sound(*row, sheet, context, words):
            continue
        total, parts = row[0].index, tuple(p.index for p in row[1])
        if all(own == {total, *parts} for i in (total, *parts) for own in taken.get(i, ())):
            for i in (total, *parts):
                taken[i] = [{total, *parts}]
            found.append(replace(sum_frame(total, parts, True, 2, row[0].line, context, whole=True), source="roles"))
    return found


def _taken(frames: tuple[Frame, ...]) -> dict[int, list[set[int]]]:
    """The sets of figures that frames of sums and differences have tied, by each of them."""
    taken: dict[int, list[set[int]]] = {}
    for frame in frames:
        if frame.family in _TYING and frame.pinned:
            own = {i for members in frame.claims.values() for i in members}
            for i in own:
                taken.setdefault(i, []).append(own)
    return taken


def _can_be_part(told: Told, context: Context, words: Near) -> bool:
    q = told.q
    return q.value is not None and q.value > 0 and not q.approx and not q.change and is_level(told.index, context, words)


def _says_last(told: Told, context: Context, words: Near) -> bool:
    """Whether any word that can close a row stands in front of a figure: `_closed` asks which."""
    return words.any_within(_CUES, told.line, told.left, told.at) or words.within("distantsum-leaves", told.line, 0, told.at) or words.within("closedrow-last", told.line, told.at + 1, len(told.line.symbols))


def _is_fact(told: Told, sheet: Sheet, words: Near) -> bool:
    """Whether a figure is told, or planned with the others, and is not what another is compared with."""
    if told.q.sense == "range" or told.q.strict:
        return False
    start = sheet.clause(told)
    return not words.within("closedrow-unreal", told.line, start, told.at) and not words.within("distant-against", told.line, max(start, told.at - _FRONT + 1), told.at)


def _row(last: Told, sheet: Sheet, context: Context, words: Near) -> tuple[Told, list[Told]] | None:
    """The total and the parts that a figure closes: the first of its sort in the text, then all between, and none behind."""
    total = next((t for t in sheet.all if t.index < last.index and (t.q.noun or t.q.unit) and _alike(last, t, context) and t.q.value is not None and t.q.value > last.q.value), None)
    if total is None:
        return None
    like = [t for t in sheet.all if t is not total and _alike(t, total, context) and t.q.value not in (None, total.q.value) and t.q.value * _SMALL >= total.q.value]
    like = [t for t in like if t.q.kind not in COUNTS or t.q.value.denominator == 1]  # "of magnitude 6.4", "at 4.12"
    row = [t for t in like if total.index < t.index <= last.index]
    others = [t for t in like if t not in row and (t.index < last.index or _can_be_part(t, context, words))]
    apart = len({t.line.block for t in (total, *row)}) > 1
    return (total, row) if row and row[-1] is last and not others and apart and _closed(row, context, words) else None


def _made_up(total: Told, sheet: Sheet, context: Context, words: Near) -> tuple[Told, list[Told]] | None:
    """The parts in front of a total that words say they make up, or that follows the word that there are no others."""
    line = total.line
    whole = any(total.at - m.end() <= 1 for m in words.matches("closedrow-whole", line, total.left, total.at))
    row = [t for t in sheet.all if t.index < total.index and _named_alike(t, total, context) and t.q.value is not None and t.q.value * _SMALL >= total.q.value]
    others = [t for t in sheet.all if t.index > total.index and _named_alike(t, total, context) and _can_be_part(t, context, words) and t.q.value != total.q.value]
    if others or not 2 <= len(row) <= _MOST or row[-1].line is line:
        return None
    counted = [context.quantity(i).value for i in line.quantities(0, total.at) if context.quantity(i).kind == "count" and context.quantity(i).style == "words"]
    if whole:
        return (total, row) if not counted or counted == [len(row)] else None
    return (total, row) if len(row) > 2 and _no_others(row, total, context, words) else None


def _named_alike(told: Told, total: Told, context: Context) -> bool:
    """Whether a figure is of the sort of the total, which may be called otherwise behind its parts: posts, dismissals."""
    counted = told is not total and told.q.kind == total.q.kind == "count" and bool(told.q.noun and total.q.noun)
    return _alike(told, total, context) or counted and same_noun(told.q, total.q, context)


def _no_others(row: list[Told], total: Told, context: Context, words: Near) -> bool:
    """True of a list in one sentence, then that there are no others, then "the 90 posts"."""
    home = row[0].line
    between = context.lines.lines[home.number : total.line.number]
    article = words.pattern("the-word").match(total.line.symbols, total.at - 1) if total.at else None
    told = words.pattern("be-verb").match(total.line.symbols, after_noun(total.index, total.line, context))
    return bool(article) and bool(told) and all(t.line is home for t in row) and len(between) <= _NEXT and any(words.has("closedrow-none", x) for x in between)


def _alike(told: Told, total: Told, context: Context) -> bool:
    """Whether a figure is of the sort of the total; those who are counted may be called anything that people are."""
    if akin(told.index, total.index, context):
        return True
    anyone, words = context.lexicon.pack.words("closedrow-anyone"), context.extraction.tokens.words
    counted = told is not total and told.q.kind == total.q.kind == "count"
    return counted and all(t.q.noun_last < 0 or words[t.q.noun_last] in anyone for t in (told, total))


def _closed(row: list[Told], context: Context, words: Near) -> bool:
    """Whether words at the last part say that it is the last, and, where they tell its number, that there are as many."""
    last, size = row[-1], len(row)
    if not 2 <= size <= _MOST or any(closes(t.index, context, words) for t in row[:-1]):
        return False
    if _numbered_behind(last, size, context, words):
        return True
    line, start = last.line, last.left
    numbered = [(p, context.quantity(i).value) for p, i in line.placed if start <= p < last.at and context.quantity(i).kind == "ordinal"]
    if numbered:
        at, number = numbered[-1]
        return number == size and words.within("closedrow-last", line, at + 1, at + 1 + _NEXT)
    if words.within("closedrow-only", line, start, last.at) or words.within("distantsum-leaves", line, 0, last.at):
        return True
    return closes(last.index, context, words) and (bool(last.q.noun) or last.q.kind not in COUNTS)


def _numbered_behind(last: Told, size: int, context: Context, words: Near) -> bool:
    """True of "14 in Kesh, the third and last of the provinces": behind a comma, the last figure of its sentence is said to be of the last."""
    line = last.line
    comma = line.symbols.find(context.lexicon.symbols.chars[","], last.at + 1, last.right)
    for p, i in line.placed:
        if 0 <= comma < p <= comma + _NEXT and context.quantity(i).kind == "ordinal":
            alone = not any(context.quantity(j).is_measure for j in line.quantities(p + 1))
            return alone and context.quantity(i).value == size and words.within("closedrow-last", line, p + 1, p + 1 + _NEXT)
    return False


def _sound(total: Told, parts: list[Told], sheet: Sheet, context: Context, words: Near) -> bool:
    """Whether no part is a share, sum or former figure, all are of one time, and none is out of size."""
    t, made = total.q, sum(p.q.value for p in parts)
    if called_total(parts[-1].index, context) or any(not _is_fact(p, sheet, words) or not _can_be_part(p, context, words) for p in (total, *parts)):
        return False
    if not max(made, t.value) <= _FAR * min(made, t.value) or any(p.q.value >= t.value for p in parts) or t.kind in COUNTS and t.value < _LEAST:
        return False
    if t.kind in COUNTS and any(p.q.value.denominator > 1 for p in (total, *parts)) or not sheet.one_time(tuple(p.index for p in (total, *parts))):
        return False
    if _nested([p.q.value for p in parts]) or any(_numbers_the_whole(p, total, context) for p in parts):
        return False
    if any(is_subset(p.at, p.line, context) and p.line.quantities(0, p.at) or overlaps(p.line, context) for p in parts):
        return False
    return not any(words.within("closedrow-not", p.line, max(since(p.index, context), p.at - _FRONT), min(len(p.line.symbols), p.at + 3)) for p in (total, *parts))


def _nested(values: list[Fraction]) -> bool:
    """True of parts of which one is the sum of others beside it: parts of a part."""
    runs = ((i, j) for i in range(len(values)) for j in range(i + 2, len(values) + 1))
    return any(sum(values[i:j]) in (*values[:i], *values[j:]) for i, j in runs)


def _numbers_the_whole(part: Told, total: Told, context: Context) -> bool:
    """True of "the second storm sank 40" after "the storm sank 90": what is numbered is not a part of the total."""
    words = context.extraction.tokens.words
    said = words[total.line.firsts[0] : total.line.lasts[-1] + 1]
    return any(context.quantity(i).kind == "ordinal" and p + 1 < part.at and part.line.symbols[p + 1] not in context.lexicon.symbols.closed and words[part.line.firsts[p + 1]] in said for p, i in part.line.placed if part.left <= p < part.at)
