"""A sentence as the row of things that matter for a change: levels, changes, words of moving, and what divides them.

"Sales rose 12% to 4.5m from 4.0m, while costs were flat" reads: move, change 12%, level(to) 4.5m, level(from) 4.0m,
comma, break. What a figure is follows from the words between it and its neighbours, nearest first; which words these are
is the pack's business (classes with a `tag`), what they do is said here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.said import after_or, beside, divided, levelled, marked, said_after, said_before
from checker.linking.structure.change.terms import AMOUNTS, CHANGES, Item, Mark, Words, marks_of
from checker.model import Quantity

_NOUN_REACH = 6
_THAN = 3  # symbols from "than" to a time: what follows is not of that time
_JOINERS = frozenset("-‐‑")
_SIGNS = frozenset("+-−–")
_TIMES_BACK = frozenset(["last", "previous", "ago", "earlier", "same"])


def items_of(line: Line, context: Context, words: Words, marks_in: Callable[[Line], list[Mark]]) -> list[Item]:
    """The row of items of one sentence, in order; `marks_in` knows the tagged words of a line as it is written."""
    written, line = line, _dashed(line, context, words)
    places = [p for p, q in line.placed if _counts(p, q, line, context, words)]
    if not places:
        return []
    marks = marks_in(written) if line is written else marks_of(line, words)
    items: list[Item] = []
    tags = {m.tag for m in marks}
    claimed: set[int] = set()  # starts of moving words that belong to a figure
    starts = [m.start for m in marks]
    cuts = [0, *(bisect_left(starts, place) for place in places), len(marks)]
    between = [marks[a:b] for a, b in zip(cuts, cuts[1:])]  # what stands in front of each figure, and behind the last
    for number, place in enumerate(places):
        left = places[number - 1] + 1 if number else 0
        items.append(_item(place, left, between[number], between[number + 1], tags, line, context, words, claimed, items))
    _mark_times(items, marks, line, context, words)
    loose = [
        Item("move", m.start, -1, "", m.sign, True, m.start, m.end, noun=m.symbols in words.nouns, better=m.symbols in words.better)
        for m in marks
        if m.tag == "move" and m.start not in claimed
    ]
    dividers = [
        Item("mark", m.start(), -1, words.separators.get(m[0]) or ("&" if m[0] in words.conjunction else "|"), start=m.start(), end=m.end())
        for m in words.dividers.finditer(line.symbols)
    ]
    return sorted([*items, *loose, *dividers], key=lambda i: (i.start if i.kind != "change" else i.at, i.kind != "mark"))


def _dashed(line: Line, context: Context, words: Words) -> Line:
    """The line with hyphens that stand alone read as commas: they divide like dashes."""
    if words.hyphen not in line.symbols:
        return line
    starts, ends = context.extraction.tokens.starts, context.extraction.tokens.ends
    alone, p = [], line.symbols.find(words.hyphen, 1)
    while 0 < p < len(line.symbols) - 1:
        if starts[line.firsts[p]] > ends[line.lasts[p - 1]] and starts[line.firsts[p + 1]] > ends[line.lasts[p]]:
            alone.append(p)
        p = line.symbols.find(words.hyphen, p + 1)
    if not alone:
        return line
    return replace(line, symbols="".join(words.comma if p in alone else s for p, s in enumerate(line.symbols)))


def of_a_term(q: Quantity, text: str) -> bool:
    """True of the name of a size, "32-bit", "31-metre", and of "two-for-one", "98.05-06"."""
    if q.kind not in ("physical", "number"):
        return False
    start = q.number_start
    return text[q.number_end : q.number_end + 1] in _JOINERS or start > 1 and text[start - 1] in _JOINERS and text[start - 2].isdigit()


def _counts(place: int, q: int, line: Line, context: Context, words: Words) -> bool:
    """Measures count, but not the lengths of time that only say when: "in nine months", "four years ago"."""
    quantity = context.quantity(q)
    if not quantity.is_measure:
        return False
    if place and line.symbols[place - 1] in words.per_each:
        return False  # "18 for every 100,000, down from 41"
    if quantity.kind == "percent" and context.lexicon.pattern("interval-word").match(line.symbols, place + 1):
        return False  # "95% confidence interval for the rise"
    text = context.extraction.document.text
    if of_a_term(quantity, text):
        return False
    if text[quantity.end : quantity.end + 1] == "/" or text[quantity.start - 1 : quantity.start] == "/":
        return False  # 136/88, bid and offer
    if quantity.kind in ("duration", "age"):
        before = line.symbols[place - 1] if place else ""
        after = line.symbols[place + 1 : place + 2]
        timed = after in words.time_after
        if quantity.place is not None and quantity.place < 1 and not timed:
            return True  # "a time of 54.20 seconds"
        opening = not place or before in words.separators
        return not (timed or opening or before in words.before_length)
    return True


def _item(place, left, gap, tail, tags, line, context, words, claimed, items) -> Item:
    q = context.quantity(line.quantity[place])
    item = Item("level", place, line.quantity[place], start=place, end=place + 1)
    item.yearly = "on-year" in tags and any(m.tag == "on-year" for m in (*gap, *tail) if left <= m.start)
    item.negative = not words.negative.isdisjoint(line.symbols[max(left, place - 6) : place])
    item.blocked = "blocked" in tags and (
        any(m.tag == "blocked" for m in tail if not divided(place + 1, m.start, line, words))
        or any(m.tag == "blocked" for m in gap if not divided(m.end, place, line, words))
    )
    item.blocked = item.blocked or q.kind in CHANGES and line.symbols.startswith(words.any_per_time, place + 1)
    if q.kind == "multiple":
        item.kind = "change"
        # "from 89 to 85 percent, twice the normal seasonal drop": so many times another change
        item.blocked = item.blocked or context.lexicon.pattern("determiner").match(line.symbols, place + 1) is not None and any(
            m.tag == "move" and m.symbols in words.nouns and m.start - place < _NOUN_REACH for m in tail
        )
        said_after(item, tail, line, words, claimed, False)
        return item
    if q.kind == "percent" and ("/" in (q.unit or "") or _names_rate(line.symbols[max(left, place - 8) : place], words)):
        return item  # a rate, see compounding
    item.definite = place > left and line.symbols[place - 1] in words.demonstrative
    if (q.kind in CHANGES or q.kind in AMOUNTS) and (
        said_before(item, q, left, gap, line, words, claimed, items)
        or not (q.kind in AMOUNTS and marked(place, gap, line, words))
        and said_after(item, tail, line, words, claimed, q.kind in AMOUNTS)
    ):
        item.kind = "change"
        item.sign, item.blocked = item.sign or _behind(item, tail, words), item.blocked or _of_changes(item, line, words)
        item.hedged = q.kind == "ratio" and not words.hedges.isdisjoint(line.symbols[item.start : item.at])
        item.aside = item.noun and beside(place, gap, line, words)
        return item
    if q.kind == "percent" and q.change is not None and context.extraction.document.text[q.start] in _SIGNS:
        item.kind, item.sign, item.noun = "change", 1 if q.change == "up" else -1, True  # "(2022: 40.0m), +20%"
        return item
    if q.kind == "points":
        if q.unit == "point" and KIND_SYMBOLS["percent"] not in line.symbols:  # scores, an index: "from 6.4 to 3.9 points"
            levelled(item, left, gap, line, words, items)
            if item.word in ("from", "to", "base", "than"):
                return item
        item.kind = "change"
        item.sign = {"up": 1, "down": -1}.get(q.change, 0)
        item.apposed = after_or(place, gap, line, words)
        return item
    levelled(item, left, gap, line, words, items)
    if not item.word and _dated_aside(place, line, context, words):
        item.word, item.then, item.aside = "base", True, True
    if not item.word and (q.kind in CHANGES or q.kind in AMOUNTS) and after_or(place, gap, line, words):
        item.apposed, item.percent = True, q.kind in CHANGES
    return item


def _names_rate(before: str, words: Words) -> bool:
    return any(said in before for said in words.rate_noun)


def _behind(item: Item, tail: list[Mark], words: Words) -> int:
    """The way of "went 5% higher", which the verb does not tell."""
    if not item.verb or not tail or tail[0].start != item.at + 1:
        return 0
    return 1 if tail[0].symbols in words.up else -1 if tail[0].symbols in words.down else 0


def _of_changes(item: Item, line: Line, words: Words) -> bool:
    """True of "fell by 8.2 more with the drug than without": how far two changes are apart."""
    behind = line.symbols[item.at + 1 : item.at + 2]
    if not (item.verb or item.lead >= 0) or not behind or behind not in words.up | words.down or _based_figure(item.at + 2, line, words):
        return False
    return any(s in words.base_weak and p > item.at + 2 for p, s in enumerate(line.symbols))


def _based_figure(place: int, line: Line, words: Words) -> bool:
    return line.symbols[place : place + 1] in words.base_weak or any(q >= 0 for q in line.quantity[place : place + 2])


def _dated_aside(place: int, line: Line, context: Context, words: Words) -> bool:
    """True of the figure in "(2019: 1,400)"."""
    if place < 3 or words.separators.get(line.symbols[place - 1]) != ":" or line.quantity[place - 2] < 0:
        return False
    return context.quantity(line.quantity[place - 2]).when is not None and "(" in map(words.separators.get, line.symbols[max(0, place - 4) : place - 2])


def _mark_times(items: list[Item], marks: list[Mark], line: Line, context: Context, words: Words) -> None:
    """Set `then` of figures that the words around put into an earlier time."""
    chars, dividers = context.lexicon.symbols.chars, words.dividing
    past = [(m.start, m.end) for m in marks if m.tag == "then"]
    levels = [i for i in items if i.kind == "level"]
    for m in marks:
        if m.tag == "now":
            _set_now(m, levels, line, dividers)
    for place, q in line.placed:
        when = context.quantity(q).when
        if when is not None and when.label and not _TIMES_BACK.isdisjoint(when.label.split("-")):
            past.append((place, place + 1))
    for start, end in past:
        before = max((i for i in items if i.at < start), key=lambda i: i.at, default=None)
        if before is not None and before.kind == "change" and before.compared:
            before = None
        after = min((i for i in levels if i.at >= end), key=lambda i: i.at, default=None)
        joined = before is not None and start - before.at <= 9 and dividers.isdisjoint(line.symbols[before.at + 1 : start])
        if joined:
            before.then = True
        elif after is not None and context.lexicon.pattern("than-alone").search(line.symbols, max(0, start - _THAN), start) is None and (start <= 2 or after.at - end <= 14 and dividers.isdisjoint(line.symbols[end + 1 : after.at])) and not after.now:
            stop = next((p for p in range(after.at, len(line.symbols)) if line.symbols[p] == chars[";"]), len(line.symbols))
            for level in levels if start <= 4 else (after,):
                if after.at <= level.at < stop and not level.now:
                    level.then, level.opens = True, start <= 4


def _set_now(m: Mark, levels: list[Item], line: Line, dividers: frozenset[str]) -> None:
    """Set `now` of the figure that a word like "now" stands by."""
    after = next((i for i in levels if i.at >= m.end and dividers.isdisjoint(line.symbols[m.end : i.at][1:])), None)
    before = next((i for i in reversed(levels) if i.at < m.start and m.start - i.at <= 8), None)
    found = after or before
    if found is not None:
        found.now = True
