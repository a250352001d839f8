"""Totals and parts that stand alone in a passage and that words tie at both ends: no slip needs to explain why they miss.

    Twelve of the nineteen ... spent the night playing cards. The other two were picked up     the last part closes the whole
    come from three sources: the canton gives 140,000, the city 195,000 and a dairy 25,000     as many parts as were announced
    46 kilometres before breakfast and 38 in the afternoon, which made 84                      words that add up

Two things must be told: that these are all the parts (a word that closes the list, their number, "nothing else"), and that
the other figure is what they make up (a word for the whole, for dividing, "of them"). Nothing else of its sort may stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, called_total, conjunctions, is_compared, is_subset, overlaps, pinned_by, slashed, slipped
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.total.sole_ways import COUNTS, Way, akin, can_total, counts_alike, first_sums, measured, ways
from checker.model import Frame

_LEAD = 4  # symbols in front of a part in which a word closes the list
_LARGE = 1000  # bare figures from here on are hardly those of other things than the sum of money in front of them
_FEW = 100
_MANY = 20
_EARLIER = 4  # sentences in front of a total in which it may be told what it is a part of
_FAR = 2  # times as much as the total: no slip makes parts so large or so small
_JOINS = 14
_AROUND = 6


def sole_sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    words, lines = near(context), told_lines(context)

    def found(i: int, n: int) -> Iterator[Way]:
        return (w for w in ways(i, n, lines, context, words) if _sound(w, context, words) and _told(w, context, words)) if can_total(i, context) else iter(())

    return first_sums(pinned_by(frames, "sum", "groups"), found, context)


# ---------------------------------------------------------------- what severs


def _sound(way: Way, context: Context, words: Near) -> bool:
    """Whether nothing else of their sort stands in those sentences, and no part is hedged, compared or counted twice."""
    if not _likely(way, context):
        return False
    three = {way.total, *way.parts}
    t = context.quantity(way.total)
    figures = [i for line in way.lines for i in line.figures if i not in three and (way.behind or i < way.total)]
    if any(_rival(i, way, context) for i in figures) or any(overlaps(context.line(i), context) for i in way.parts):
        return False
    if t.kind in COUNTS and t.value - sum(context.quantity(i).value for i in way.parts) == 1 and any(words.has("single-one", line) for line in way.lines):
        return False  # "of the 60, one was lost and three were scrapped; the remaining 56"
    if not context.quantity(way.parts[-1]).noun and t.noun and any(_other_set(i, way, context) for i in figures):
        return False  # "these 80 buses had 1,240 of the 2,480 breakdowns; the other 240 had fewer"
    for i in way.parts:
        q, line, at = context.quantity(i), context.line(i), context.lines.position_of[i]
        if q.approx or q.sense in ("range", "bound") or slashed(q, context) or is_compared(i, context) or called_total(i, context) or q.value >= t.value and not (way.parts[0] < way.total < way.parts[-1]):
            return False
        if q.style == "words" and q.value < _FEW and t.style == "digits" and t.value >= _LARGE:
            return False  # "to 84,000, while the eleven parishes grew to 134,400"
        if q.kind in COUNTS and (q.scale != t.scale or q.value.denominator > 1 == t.value.denominator) or q.value == 1 and q.style == "words" or q.style in ("fraction", "multiple", "vague"):
            return False
        if words.ends("solesum-not", line, at, _LEAD) or q.noun and words.within("closing-last", line, at - 1, at) or _said_of(i, line, context, words) or i != way.parts[0] and (is_subset(at, line, context) or _of_others(i, line, context, words)):
            return False
        if words.within("distantsum-then", line, since(i, context), at) or words.within("solesum-some", line, since(i, context), at) or q.kind in COUNTS and not q.noun and (words.ends("solesum-no-count", line, at, 2) or _of_groups(at, line, context, words)):
            return False
    home, at = context.line(way.total), context.lines.position_of[way.total]
    if t.kind not in COUNTS and way.total < way.parts[0] and words.pattern("of-the-name").match(home.symbols, at + 1):
        return False  # "198 million of the sales and cakes 96 million; the remaining 30 million": a part itself
    if _in_list(at, home, context) or not way.behind and words.within("solesum-leaves", home, at - _LEAD, at):
        return False
    if words.within("resum-put", home, at - _LEAD, at) and not words.within("resum-total", home, at - _LEAD, at) or _said_of(way.total, home, context, words):
        return False
    return not any(words.has("solesum-veto", line) for line in way.lines) and not _of_more(way, context)


def _other_set(index: int, way: Way, context: Context) -> bool:
    """True of a count of other things that the last part may be the rest of."""
    q, t = context.quantity(index), context.quantity(way.total)
    return q.kind == "count" and bool(q.noun) and q.noun[-1] != t.noun[-1] and q.value is not None and q.value >= _MANY and q.value.denominator == 1


def _in_list(at: int, line: Line, context: Context) -> bool:
    """True of the second in "4,380, 4,720 and 5,100 crowns": one of several, not what they make up."""
    joins = conjunctions(context) | {context.lexicon.symbols.chars[","]}
    behind = line.symbols[at + 1 : at + 2] in joins and at + 2 < len(line.quantity) and line.quantity[at + 2] >= 0
    return behind and at > 1 and line.symbols[at - 1] in joins and line.quantity[at - 2] >= 0


def _likely(way: Way, context: Context) -> bool:
    """False where the parts are far from the total, where some of the figures make it up, where none has its unit, or where
    it is a part itself of a larger one in front of it."""
    t, parts = context.quantity(way.total), [context.quantity(i) for i in way.parts]
    made = sum(q.value for q in parts)
    if not t.noun and t.kind in COUNTS and (way.behind or len({q.noun[-1] for q in parts if q.noun}) > 1) and any(q.noun for q in parts):
        return False
    if not _FAR * min(made, t.value) > max(made, t.value) or t.kind not in COUNTS and all(q.kind == "number" and not (way.behind and q.value >= _LARGE) for q in parts):
        return False
    if made != t.value and any(sum(chosen) == t.value for size in range(2, len(parts)) for chosen in combinations([q.value for q in parts], size)):
        return False
    if not way.behind and _before(way, context):
        return False
    if made != t.value and t.style == "digits" and not slipped(way.total, way.parts, context):
        return False  # what misses by more than a slip is likelier a sum of something else
    return not way.behind or all(context.quantity(i).value <= t.value for i in _earlier(way, context))


def _before(way: Way, context: Context) -> bool:
    """True where more figures of the sort stand right in front of those sentences: they may be parts as well."""
    first = way.lines[0]
    lines = [line for line in context.lines.lines[max(0, first.number - 2) : first.number] if line.block == first.block]
    return any(akin(i, way.total, context) for line in lines for i in line.figures)


def _earlier(way: Way, context: Context) -> list[int]:
    """Figures of its sort in front of a total, in its sentence and those before it; also those that say its unit."""
    home, t = context.line(way.total), context.quantity(way.total)
    lines = [line for line in context.lines.lines[max(0, home.number - _EARLIER) : home.number + 1] if home.block - line.block < 2]
    return [i for line in lines for i in line.figures if i < way.total and i not in way.parts and (akin(i, way.total, context) or t.kind == "number" and t.scale == context.quantity(i).scale and measured(context.quantity(i)))]


def _of_more(way: Way, context: Context) -> bool:
    """True of a total "over three years" of which two are told."""
    home, at = context.line(way.total), context.lines.position_of[way.total]
    times = [context.quantity(i) for i in home.quantities(at + 1, at + _AROUND + 2)]
    return any(q.kind == "duration" and q.value is not None and q.value > 1 and q.value != len(way.parts) for q in times)


def _said_of(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "40 each", "12 more", "3 a day"."""
    return any(words.pattern("solesum-not-after").match(line.symbols, at) for at in {context.lines.position_of[index] + 1, after_noun(index, line, context)})


def _of_others(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "15 of 23": a part of another whole."""
    found = (words.pattern("part-of").match(line.symbols, at) for at in (context.lines.position_of[index] + 1, after_noun(index, line, context)))
    return any(m is not None and m.end() < len(line.symbols) and line.quantity[m.end()] >= 0 for m in found)


def _of_groups(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "six groups of eight"."""
    sizes = line.quantities(max(0, at - _LEAD), at)
    return bool(sizes) and words.pattern("part-of").match(line.symbols, at - 1) is not None and context.quantity(sizes[-1]).kind == "count"


def _rival(index: int, way: Way, context: Context) -> bool:
    """True of a figure that could be meant as well: of the sort of the total, and not compared with or said to be something else."""
    q, t = context.quantity(index), context.quantity(way.total)
    if not measured(q) and q.kind not in ("range", "bound", "percent"):
        return False
    if q.value == len(way.parts) and q.style == "words":
        return False
    if t.kind not in COUNTS:
        return q.kind == t.kind and not is_compared(index, context) or q.kind in ("range", "bound") or q.kind == "number" and q.unit is None and not q.noun and q.scale == t.scale
    if q.kind in COUNTS and q.noun:
        strangers = [i for i in way.parts if context.quantity(i).noun and not counts_alike(context.quantity(i), t, context)]
        return bool(strangers) or counts_alike(q, t, context) or not t.noun
    return q.kind in (*COUNTS, "range", "bound")


# ---------------------------------------------------------------- what ties


def _told(way: Way, context: Context, words: Near) -> bool:
    """Whether words tell that these are all the parts, and that they make up the total."""
    whole, last = _is_whole(way, context, words), way.parts[-1]
    if not whole and way.behind and not _earlier(way, context):  # "the rest" of the only thing that was told
        whole = words.within("solesum-rest", context.line(last), since(last, context), context.lines.position_of[last])
    if whole and (_closed(way, context, words) or _numbered(way, context, words)):
        return True
    return _added_up(way, context, words)


def _numbered(way: Way, context: Context, words: Near) -> bool:
    """True of "falls into three stages", "four legs made up the relay": so many parts as are told behind it."""
    first = context.line(way.parts[0])
    lines = [line for line in context.lines.lines[max(0, way.lines[0].number - 1) : way.lines[-1].number + 1] if line.block == first.block or line in way.lines]
    noun = context.quantity(way.total).noun[-1:]
    for line in lines:
        for i in line.figures:
            q, at = context.quantity(i), context.lines.position_of[i]
            if q.kind != "count" or q.value != len(way.parts) or q.style != "words" or q.approx or not q.noun or q.noun[-1:] == noun or i > way.parts[0]:
                continue
            if words.within("solesum-divided", line, at - _AROUND, at + _LEAD) or at < _LEAD and first.number - line.number < 2 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("group-noun"):
                return True
    return False


def _closed(way: Way, context: Context, words: Near) -> bool:
    """True where a word in front of the last part, and of no other, closes the list, or there are said to be no others."""
    lines = context.lines.lines
    closing = [closes(i, context, words) for i in way.parts]
    last, tail = way.parts[-1], context.line(way.parts[-1])
    closing[-1] = closing[-1] or words.pattern("solesum-left").match(tail.symbols, after_noun(last, tail, context)) is not None
    if closing[-1]:
        last, t = context.quantity(way.parts[-1]), context.quantity(way.total)
        return not any(closing[:-1]) and (not last.noun or not t.noun or last.noun[-1] == t.noun[-1])  # not "the other twelve women"
    tail = way.lines[-1]
    behind = [line for line in lines[tail.number + 1 : tail.number + 2] if not line.figures]
    text, t = context.extraction.document.text, context.quantity(way.total)
    listed = way.behind and context.line(way.total) is tail and way.parts[0] > way.total and text[t.end : t.end + 1] != "-"
    if listed and not words.has("solesum-divided", tail):
        return False  # "the Blues have 44 seats, the Reds 38 and the Greens 18": one of the list; not "the 75-seat council"
    return not any(closing) and _parallel(way, context, words) or not any(closing) and any(words.has("solesum-all", line) for line in (*way.lines, *behind))


def closes(index: int, context: Context, words: Near) -> bool:
    """True of "the other 21" and "the third and last cabinet, where he counted 350"; not "of the others, 217" or "the rest
    abroad, seven of them in Spain"."""
    line, at = context.line(index), context.lines.position_of[index]
    start = since(index, context)
    found = [*words.matches("resum-closing", line, start, at), *words.matches("solesum-closing", line, start, at)]
    if not found or words.pattern("part-of").match(line.symbols, found[-1].start() - 1) and found[-1].start() > 0:
        return False
    direct = at - found[-1].end() <= 1
    return direct or words.pattern("of-them").match(line.symbols, at + 1) is None and not words.within("list-closing", line, found[-1].end(), at)


def _parallel(way: Way, context: Context, words: Near) -> bool:
    """True of "formed a morning group of sixteen and an afternoon group of twelve": one sentence, one build."""
    line, place = context.line(way.total), [context.lines.position_of[i] for i in way.parts]
    if not way.behind or any(context.line(i) is not line for i in way.parts) or not words.has("solesum-divided", line):
        return False
    leads = {line.symbols[p - 2 : p] for p in place}
    return len(leads) == 1 and words.within("list-closing", line, place[-2] + 1, place[-1]) and words.within("part-of", line, place[0] - 1, place[0])


def since(index: int, context: Context) -> int:
    """Where the words in front of a part begin: behind the figure before it, or with its sentence."""
    line, at = context.line(index), context.lines.position_of[index]
    return max([context.lines.position_of[i] + 1 for i in line.figures if context.lines.position_of[i] < at], default=0)


def _is_whole(way: Way, context: Context, words: Near) -> bool:
    """True where words say that the total is divided, or is what the parts come to, or that the parts are some "of them"."""
    home, at = context.line(way.total), context.lines.position_of[way.total]
    first = context.line(way.parts[0])
    end = after_noun(way.total, home, context)
    near_by = words.within("resum-total", home, at - _AROUND, at) or words.within("resum-total-after", home, end, end + 3) or words.within("solesum-whole", home, at - _AROUND, at)
    if near_by or any(words.has("solesum-divided", line) for line in way.lines):
        return True
    if not way.behind:
        again = any(context.quantity(i).value == len(way.parts) and words.ends("solesum-these", home, context.lines.position_of[i], 2) for i in home.figures)
        return again or words.within("solesum-then", home, 0, 2) and at < _AROUND
    if way.parts[0] < way.total:
        return True
    start = end if home is first else 0
    of_them = words.within("of-them", first, start, after_noun(way.parts[0], first, context) + 4) or at < _AROUND and words.pattern("of-the-opening").match(home.symbols) is not None
    return of_them or context.quantity(way.total).kind in COUNTS and bool(context.quantity(way.total).noun) and all(counts_alike(context.quantity(i), context.quantity(way.total), context) for i in way.parts)


def _added_up(way: Way, context: Context, words: Near) -> bool:
    """True of parts that a conjunction joins, and right behind them, or opening the next sentence, words that add them up."""
    if way.behind or len(way.lines) > 2 or any(words.has("solesum-also", line) for line in way.lines):
        return False
    home, at = context.line(way.total), context.lines.position_of[way.total]
    tail, place = context.line(way.parts[-1]), context.lines.position_of
    if any(context.line(i) is not tail for i in way.parts) or not words.within("list-closing", tail, max(place[way.parts[-2]], place[way.parts[-1]] - _JOINS), place[way.parts[-1]]):
        return False
    if home is tail:
        return words.within("solesum-adds", home, place[way.parts[-1]] + 1, at) or home.symbols[at - 1] == context.lexicon.symbols.chars[":"]
    return words.within("solesum-adds-next", home, 0, min(at, _AROUND))
