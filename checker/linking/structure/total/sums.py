"""Totals and their parts: a list after the total, a total after the list, parts in other sentences.

    the fund is worth 7.4bn: 3.1bn for rail, 2.6bn for ports and 1.7bn for canals     list after a colon, dash or verb
    3.1bn for rail and 2.6bn for ports, 5.7bn in all                                  total after the list
    187 minutes, spread over three incidents                                          and then one figure a paragraph
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.count.enumerations import spaced
from checker.linking.structure.near import near
from checker.linking.structure.parts import (
    added,
    after_noun,
    bare_or_same,
    base_of_part,
    conjunctions,
    is_compared,
    is_subset,
    kin,
    listed,
    slipped,
    sum_frame,
    sums_or_less,
    telling_slip,
    totals_of,
)
from checker.linking.structure.slips import TELLING
from checker.linking.structure.tabular import prose_lines
from checker.linking.structure.total.declared import declared_lists
from checker.linking.structure.total.gathered import gathered, near_enough, of_one_before, run
from checker.linking.structure.total.itemised import bulleted, division, spread_over
from checker.linking.structure.total.partitions import closed_partitions
from checker.model import Frame
from checker.once import once

_HEAD = 10  # words between a total and the mark that opens its list
_CLAUSE = 28  # words between a total and the verb that opens its list
_MOST_PARTS = 12
_COMPOSED = ("composed", "composes")
_WHOLE = ("sum-in-all", "in-all-after", "the-whole")
_DECLARED = 16  # sentences in which the parts of a declared division stand
_OPENING = ("by-parts", "composes")  # of a sentence that tells the parts


def sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    found, lines, words = list[Frame](), prose_lines(context), near(context)
    closing, spread = words.standing("closing-part", "closing-noun"), words.standing("spread-over", "spread")
    for line in lines:
        if not line.figures and not line.symbols.endswith(context.lexicon.symbols.chars[":"]):
            continue
        found.extend(_after_mark(line, context))
        found.extend(_before_total(line, context))
        found.extend(closed_partitions(line, context) if line.number in closing else ())
        found.extend(bulleted(line, context))
    divided = [line.number in spread and bool(division(line, context)) for line in lines]
    for n, line in enumerate(lines):
        found.extend(spread_over(lines[n : n + _DECLARED], context) if any(divided[n : n + 2]) else ())
        found.extend(declared_lists(line, lines[max(0, n - 2) : n], context))
    for line, after in zip(lines, lines[1:]):
        found.extend(_next_sentence(line, after, context))
        found.extend(_seats(line, after, context))
    coins = {i for f in frames if f.family == "coin-share" for members in f.claims.values() for i in members}
    return [f for f in found if coins.isdisjoint(f.claims["part"])]


def _after_mark(line: Line, context: Context) -> list[Frame]:
    found, words = [], near(context)
    opened = {m.end(): name == "composed" for name in _COMPOSED for m in words.matches(name, line)} if words.maybe(_COMPOSED, line) else {}
    for at in totals_of(line, context) if opened or not _openers(context.lexicon).isdisjoint(line.symbols) else ():
        start, sort = _list_start(at, line, opened, context)
        if not start or is_subset(at, line, context) or is_compared(line.quantity[at], context) or base_of_part(at, line, context):
            continue
        total = line.quantity[at]
        parts = listed(start, line, context.quantity(total), context) or _bare_sums(start, total, line, context)
        if parts is None or len(parts) < 2:
            continue
        largest = max(context.quantity(p).value for p in parts)
        if context.quantity(total).value < largest and any(context.quantity(line.quantity[b]).value > largest for b in totals_of(line, context) if b < at):
            continue  # "3,650 adults in 22 practices: 1,825 ... and 1,825"
        tied = _list_ties(sort, total, parts, start, line, context)
        if tied or sort != "comma":
            found.append(sum_frame(total, tuple(parts), tied, 0, line, context))
    return found


@once
def _openers(lexicon: Lexicon) -> frozenset[str]:
    """The marks that open a list."""
    return frozenset(lexicon.symbols.chars[mark] for mark in (":", "–", "—", "-", ","))


def _bare_sums(start: int, total: int, line: Line, context: Context) -> list[int] | None:
    """The parts of a sum of money that are told without its unit: "a bill of 86 euros, made up of 61 for food and 25 for wine"."""
    t = context.quantity(total)
    if t.kind != "currency" or t.scale != 1:
        return None
    parts = listed(start, line, replace(t, kind="number", unit=None), context)
    return parts if parts and len(parts) > 1 and all(context.quantity(i).kind == "number" for i in parts) and slipped(total, parts, context) else None


def _list_start(at: int, line: Line, opened: dict[int, bool], context: Context) -> tuple[int, str]:
    """Where the list of the total at a position begins, and what opens it: mark, verb, comma."""
    chars = context.lexicon.symbols.chars
    symbols, comma = line.symbols, chars[","]
    dashes = {chars["–"], chars["—"]}
    crossed = False
    for j in range(at + 1, min(len(symbols), at + _CLAUSE)):
        s = symbols[j]
        if j in opened:
            return (j, "verb") if opened[j] or not crossed else (0, "")
        if line.quantity[j] >= 0:
            q = context.quantity(line.quantity[j])
            if context.lexicon.pattern("place-word").match(symbols, j - 1) and q.kind == "count" and chars[":"] in symbols[j : at + _HEAD]:
                continue  # "3,650 adults in 22 practices: ..."
            if crossed and q.is_measure or kin(context.quantity(line.quantity[at]), q):
                return (j, "comma") if symbols[j - 1] == comma and j - at <= 6 and not crossed else (0, "")
        if s in (chars[";"], chars["("], chars[")"], chars["."]):
            return 0, ""
        if s == chars[":"] and j - at <= _HEAD:
            return j + 1, "mark"
        if (s in dashes or s == chars["-"] and spaced(j, line, context)) and j - at <= _HEAD and not crossed:
            return j + 1, "dash"
        if s == comma and not (j + 1 < len(symbols) and line.quantity[j + 1] >= 0):
            crossed = True
    return 0, ""


def _list_ties(sort: str, total: int, parts: list[int], start: int, line: Line, context: Context) -> bool:
    """Whether the list is tied to its total: closed by a conjunction, counted in the total's noun or in none."""
    t = context.quantity(total)
    found = [context.quantity(p) for p in parts]
    bare = not t.noun and t.kind in ("count", "number") and not ((sort == "verb" or sort == "mark" and len(parts) > 2) and t.value >= 100 and slipped(total, tuple(parts), context))
    if sum(f.approx is not None for f in found) or bare:
        return False
    if t.value == len(parts) or t.value <= 20 and max(f.value for f in found) >= t.value:
        return False  # "two groups: 3,579 to one and 3,575 to the other" announces
    if added(parts, line, context) or sort == "dash" and not near_enough(tuple(parts), t, context):
        return False  # "122 members - just eight are women and only four are under 40"
    at = context.lines.position_of[parts[-1]]
    before = line.symbols[max(start, at - 6) : at]
    closed = not conjunctions(context).isdisjoint(before)
    same = all(bare_or_same(f, t, context) for f in found)
    if t.kind == "count" and not same:
        whole = t.noun[-1] in context.lexicon.pack.words("all-in") or context.extraction.tokens.words[t.noun_last] in context.lexicon.pack.words("all-in")
        same = whole and len({f.noun[-1:] for f in found if f.noun}) == sum(bool(f.noun) for f in found)
    if not same and sort in ("mark", "dash") and len(parts) > 2:  # 64 singers: 22 sopranos, 18 altos, ...
        heads = [f.noun[-1:] for f in found]
        same = t.kind == "count" and all(heads) and len(set(heads)) == len(heads) and slipped(total, tuple(parts), context)
    if not (closed and same):
        return False
    if sort == "comma":
        if line.symbols[after_noun(total, line, context) : after_noun(total, line, context) + 1] != context.lexicon.symbols.chars[","]:
            return False
        end = context.lines.position_of[parts[0]] + 3
        of_them = context.lexicon.pattern("of-them").search(line.symbols, context.lines.position_of[parts[0]], end)
        if t.value <= max(f.value for f in found):
            return False
        telling = len(parts) > 2 or t.value == sum(f.value for f in found) or telling_slip(total, parts, context) >= TELLING
        return bool(of_them) and telling or len(parts) > 2 and t.kind == "count" and all(f.kind == "number" for f in found)
    return True


def _before_total(line: Line, context: Context) -> list[Frame]:
    """"A for rail and B for ports, T in all": the figures of the sentence in front of the total."""
    words, found = near(context), []
    if not words.maybe(_WHOLE, line):
        return found
    after = words.pattern("in-all-after")
    for at in totals_of(line, context):
        index = line.quantity[at]
        leads = words.ends("sum-in-all", line, at, 8)
        follows = after.search(line.symbols, at + 1, at + 6)
        whole = not leads and words_of_whole(at, line, context)
        of_them = words.within("of-them", line, at + 1, at + 3)  # "39,270 in all, 611 of them children"
        if of_them or not leads and not whole and not (follows and not any(q >= 0 for q in line.quantity[at + 1 : follows.start()])):
            continue
        total = context.quantity(index)
        parts = [q for q in line.quantities(0, at) if kin(total, context.quantity(q))]
        akin, parts = parts, [q for q in parts if not is_subset(context.lines.position_of[q], line, context)]
        start = run(parts, line, context)
        for first in range(max(0, len(parts) - _MOST_PARTS), len(parts) - 1):
            chosen = tuple(parts[first:])
            set_off = leads or whole or context.lexicon.symbols.chars[","] in line.symbols[max(context.lines.position_of[chosen[-1]], at - 5) : at] and line.symbols[at - 5 : at].count(context.lexicon.symbols.chars[","]) < 2
            tied = not sums_or_less(chosen, total, context) and (not whole or slipped(index, chosen, context)) and first == 0 and len(akin) == len(parts) and bool(set_off) and not added(chosen, line, context) and not of_one_before(chosen, line, context) and _adjacent(chosen, line, context) and all(bare_or_same(context.quantity(p), total, context) for p in chosen[1:])
            tied = tied and near_enough(chosen, total, context) or not whole and first == start and not sums_or_less(parts, total, context) and (not start or len(chosen) > 2) and gathered(index, chosen, line, context)
            found.append(sum_frame(index, chosen, tied, 0, line, context))
    return found


def words_of_whole(at: int, line: Line, context: Context) -> bool:
    """True of "two bequests, one of 1.9m and one of 640,000, have met the whole 2.54m": all of it, where a list makes it up."""
    lead = near(context).ends("the-whole", line, at, 3)
    return lead and bool(context.lexicon.pattern("taken-together").search(line.symbols, 0, at))


def _adjacent(parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True where no other measure stands between the parts, and a conjunction before the last."""
    first, last = (context.lines.position_of[parts[i]] for i in (0, -1))
    others = [q for q in line.quantities(first, last + 1) if context.quantity(q).is_measure]
    between = line.symbols[context.lines.position_of[parts[-2]] : last]
    joined = not conjunctions(context).isdisjoint(between)
    return len(others) == len(parts) and joined


def _next_sentence(line: Line, after: Line, context: Context) -> list[Frame]:
    """"Sales were 795 million. By segment, ..."; "We have 5,600 members. 3,100 of them ...; 1,700 ...; and 800 ..."."""
    if after.block - line.block > 1 or after.quantity[0] < 0 and not near(context).maybe(_OPENING, after):
        return []
    opened = context.lexicon.pattern("by-parts").match(after.symbols) or _they_consist(after, context)
    of_them = context.lexicon.pattern("of-them").match(after.symbols, 1) if after.quantity[0] >= 0 else None
    if not opened and not of_them:
        return []
    for at in reversed(totals_of(line, context)):
        total = line.quantity[at]
        if is_compared(total, context):
            continue
        parts = listed(opened.end() if opened else 0, after, context.quantity(total), context)
        if parts is None or len(parts) < 2:
            continue
        semicolons = after.symbols.count(context.lexicon.symbols.chars[";"], 0, context.lines.position_of[parts[-1]])
        if after.block != line.block and (not opened or len(parts) < 3 or not slipped(total, parts, context)):
            return []
        tied = (opened or semicolons >= len(parts) - 1 > 1) and _list_ties("mark", total, parts, 0, after, context)
        return [sum_frame(total, tuple(parts), bool(tied), 2, after, context)]
    return []


def _they_consist(line: Line, context: Context) -> re.Match[str] | None:
    """"The party consists of", "It is made up of" at the opening of a sentence."""
    if not (context.lexicon.pattern("the-word").match(line.symbols) or context.lexicon.pattern("back-pronoun").match(line.symbols)):
        return None
    m = context.lexicon.pattern("composes").search(line.symbols, 0, 7)
    return m if m and not line.quantities(0, m.end()) else None


def _seats(line: Line, after: Line, context: Context) -> list[Frame]:
    """"The assembly has 151 members. ... the Bloc won 72 seats, the Union 49, the List 18 and the Movement 12."."""
    words = context.extraction.tokens.words
    sized, seats = context.lexicon.pack.words("assembly"), context.lexicon.pack.words("seats")
    for at in totals_of(line, context):
        t = context.quantity(line.quantity[at])
        if t.kind != "count" or words[t.noun_last] not in sized:
            continue
        first = next((q for q in after.figures if context.quantity(q).kind in ("count", "number")), None)
        if first is None or context.quantity(first).noun_last < 0 or words[context.quantity(first).noun_last] not in seats:
            return []
        parts = listed(context.lines.position_of[first], after, t, context)
        if parts and len(parts) > 2 and all(context.quantity(p).kind == "number" for p in parts[1:]):
            tied = _list_ties("mark", line.quantity[at], [first, *parts[1:]], 0, after, context)
            return [sum_frame(line.quantity[at], tuple(parts), tied or len(parts) > 3, 2, line, context)]
    return []
