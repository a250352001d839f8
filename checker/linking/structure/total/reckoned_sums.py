"""Totals whose parts stand anywhere around them, found by arithmetic: parts and total agree, or one slip explains why not.

    Exports took 1,650 of the units, buyers at home 4,470; in all 6,120 were sold
    called out 1,284 times. House fires made up 406 and grass fires 355; the remaining 523 were false alarms
    Three vessels ... landed 18,500 ... 12,300 ... has 9,700 aboard. Together they carry 40,500

Runs of figures of one sort, on one side of another of that sort, are tried as its parts. What tells that they are all of
them: a word that closes the run, a word for the whole by the total, a number of parts, "of which", or a list of one build.
Where a run adds up the passage is explained; where none does and only one would but for a slip of the hand, that is a sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import (
    TOTALS, after_noun, bare_or_same, copied, figures_that_count, kin, overlaps, share_behind, sum_frame, telling_slip
)  # fmt: skip
from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.total.part_counts import numbered
from checker.linking.structure.total.sum_labels import are_labels
from checker.linking.structure.total.sum_levels import is_level
from checker.model import Frame, Quantity

_SENTENCES = 6  # of a passage
_MOST = 14  # figures of one sort in a passage; more are a report of many things
_PARTS = range(2, 8)
_NOUN = 8
_JOINS = 14
_AROUND = 4  # symbols before a total in which a word for the whole may stand
_LEAST = 10
_LARGE = 100
_UNDER, _OVER = 98, 101  # percent: less and more than rounding makes of a whole
_WORDS = 20
_CLOSE = 3  # symbols from a word for the whole to a small count
_WALKED = 8  # figures near a total of which some may add up
_COUNTS = ("count", "number")
_AMOUNTS = TOTALS - {"percent"}
_EXACT = 4  # no slip at all
_LONG = 4  # digits of figures that hardly come so near each other by chance
_ENOUGH = 6  # of evidence: see `_ties`


@dataclass(frozen=True, slots=True)
class _Way:
    """Some figures as the parts of another, and how much ties them: see `_ties`."""

    total: int
    parts: tuple[int, ...]
    ties: int
    slip: int


def reckoned_sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum", for totals that nothing else has explained."""
    words = near(context)
    ways = list(_all_ways(context, words))
    explained = {i for f in frames if f.family in _TAKEN and f.pinned for found in f.claims.values() for i in found}
    found: dict[int, _Way] = {}
    for way in sorted((w for w in ways if w.slip == _EXACT), key=lambda w: -w.ties):
        if way.total not in explained:
            found.setdefault(way.total, way)
    explained |= {i for w in found.values() for i in (w.total, *w.parts)}
    likely = [w for w in ways if w.ties + w.slip >= _ENOUGH and explained.isdisjoint((w.total, *w.parts))]
    for way in likely:
        rivals = [w for w in likely if w is not way and not {w.total, *w.parts}.isdisjoint((way.total, *way.parts))]
        if all(w.ties + w.slip < way.ties + way.slip for w in rivals):
            found.setdefault(way.total, way)
    return [sum_frame(w.total, w.parts, True, 0, context.line(w.total), context) for w in found.values()]


_TAKEN = frozenset(["sum", "average", "remainder", "tally", "difference", "balance"])


def _all_ways(context: Context, words: Near) -> Iterator[_Way]:
    lines = told_lines(context)
    seen: set[_Way] = set()
    for n, line in enumerate(lines):
        if not any(_can_total(i, context) or is_level(i, context, words) for i in line.figures):
            continue
        passage = [other for other in lines[n : n + _SENTENCES] if other.block == line.block]
        figures = [i for other in passage for i in other.figures if is_level(i, context, words)]
        if len(figures) < 3 or any(overlaps(other, context) for other in passage):
            continue
        for way in _ways(figures, context, words):
            if way not in seen:
                seen.add(way)
                yield way


def _ways(figures: list[int], context: Context, words: Near) -> Iterator[_Way]:
    for total in figures:
        if not _can_total(total, context):
            continue
        t = context.quantity(total)
        alike = [i for i in figures if i == total or _akin(t, context.quantity(i)) and not _other_sort(i, total, context)]
        named = [i for i in alike if i == total or (bare_or_same(context.quantity(i), t, context) if t.kind in _COUNTS else context.quantity(i).unit == t.unit)]
        later = [i for i in alike if i == total or context.line(i) is not context.line(total)]
        for row in dict.fromkeys((tuple(alike), tuple(named), tuple(later))):
            if len(row) > _MOST:
                continue
            at = row.index(total)
            for size in _PARTS:
                for run in (row[max(0, at - size) : at], row[at + 1 : at + 1 + size]):
                    if len(run) == size and sum(context.quantity(i).value >= t.value for i in run) < 1 + (t.kind != "number"):
                        way = _way(total, tuple(run), alike if row == tuple(later) else row, context, words)
                        if way is not None:
                            yield way


def _way(total: int, parts: tuple[int, ...], row: list[int], context: Context, words: Near) -> _Way | None:
    slip = _slip(total, parts, context)
    if slip == NONE:
        return None
    if slip != _EXACT and _doubtful(total, parts, row, context, words):
        return None
    ties = _ties(total, parts, row, context, words)
    if slip != _EXACT and ties + slip - _small(total, parts, context) < _ENOUGH:
        return None
    return _Way(total, parts, ties, slip) if ties > 0 else None


def _doubtful(total: int, parts: tuple[int, ...], row: list[int], context: Context, words: Near) -> bool:
    """True where other parts than these add up, where one counts more than once, or the total is somebody else's figure."""
    t, line, at = context.quantity(total), context.line(total), context.lines.position_of[total]
    put = words.within("resum-put", line, at - _AROUND, at) and not (parts[0] > total and context.line(parts[0]) is line and words.within("of-them", line, at + 1, context.lines.position_of[parts[0]]))
    if put or (t.kind == "number" or t.kind in _COUNTS and t.value < _LARGE) and not (is_whole(total, context, words, _CLOSE) or t.noun and _elliptic(total, parts, context)):
        return True
    if share_behind(total, context) >= 0 or are_labels(total, parts, context):
        return True
    for i in parts:
        home, place = context.line(i), context.lines.position_of[i]
        if words.within("resum-doubled", home, place - 9, place + 9) or i != parts[0] and _of_the_last(home, place, context, words):
            return True
    if t.kind in _COUNTS and t.value < _LARGE and any(context.quantity(i).kind in _COUNTS and i not in parts for i in range(min(total, *parts) + 1, max(total, *parts)) if i != total):
        return True
    spot = context.lines.position_of
    if t.kind in _COUNTS and t.value < _LARGE and any(words.within("resum-single", context.line(i), 0 if context.line(i) is not line else min(at, spot[i]), max(spot[parts[-1]], spot[i])) for i in (parts[0], parts[-1])):
        return True
    told = [_bracketed_share(i, context) for i in parts]
    if None not in told and not _UNDER <= sum(told) <= _OVER:
        return True  # 196 (84%) and 41 (18%): some are in both
    near_by = [context.quantity(i).value for i in row if i != total and (i < total) == (parts[0] < total)][-_WALKED:]
    made: set = {0}
    for value in near_by:
        made |= {m + value for m in made if m + value <= t.value}
    return t.value in made and t.value not in near_by


def _of_the_last(line: Line, at: int, context: Context, words: Near) -> bool:
    """True of what is said of the part in front: "(275) answered, and 55% of those who did (151)"."""
    before = [p for p in range(at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind in _AMOUNTS]
    return words.within("of-them", line, before[-1] + 1 if before else 0, at)


def _bracketed_share(index: int, context: Context):
    """The percentage in brackets behind a count; None where there is none."""
    line, at = context.line(index), context.lines.position_of[index]
    found = [q for i in line.quantities(at + 1, at + 5) if (q := context.quantity(i)).kind == "percent"]
    return found[0].value if found and context.lexicon.symbols.chars["("] in line.symbols[at : at + 5] else None


def _small(total: int, parts: tuple[int, ...], context: Context) -> int:
    """How much more must tie figures of which many are one slip apart: two-digit counts, and parts above their total."""
    t = context.quantity(total)
    few = len(str(int(t.value / (t.place or t.scale))).rstrip("0")) < 3
    return few + (t.kind in _COUNTS and t.value < _LARGE) + any(context.quantity(i).value >= t.value for i in parts)


def _slip(total: int, parts: tuple[int, ...], context: Context) -> int:
    """4 where the parts add up; else how telling the slip is that explains why not. Passages overlap, so it is asked again."""
    known = context.shelf.setdefault("slips-of-sums", {})
    if (total, parts) not in known:
        known[total, parts] = _slip_of_sum(total, parts, context)
    return known[total, parts]


def _slip_of_sum(total: int, parts: tuple[int, ...], context: Context) -> int:
    t, found = context.quantity(total), [context.quantity(i) for i in parts]
    made = sum(q.value for q in found)
    places = [q.place or 0 for q in (t, *found)]
    if t.kind in _COUNTS and any(q.value.denominator > 1 for q in found):
        return NONE
    if abs(made - t.value) * 2 <= sum(places) and made != t.value and max(places) > min(places) or made == t.value:
        return _EXACT
    if any(q.style == "words" and q.value <= _WORDS < q.value + t.value - made for q in found) and t.value > _LARGE:
        return NONE  # "ten" is no slip for "eighty"
    slip = telling_slip(total, parts, context)
    if 5 * abs(made - t.value) > 4 * max(made, t.value) and slip != PLAIN:
        return NONE
    if slip == WEAK and len(found) > 2 and copied(total, parts, context) and len({context.lines.line_of[i] for i in parts}) == 1 and _one_build(parts, context):
        return PLAIN
    long = len(found) > 2 and figures_that_count(max(found, key=lambda q: q.value)) >= _LONG and t.value >= max(places) * 10 ** (_LONG - 1)
    return PLAIN if slip == TELLING and long else slip


# ---------------------------------------------------------------- what ties them


def _ties(total: int, parts: tuple[int, ...], row: list[int], context: Context, words: Near) -> int:
    """How many things tell that these are all the parts of that total."""
    place, home, first, tail = context.lines.position_of, context.line(total), context.line(parts[0]), context.line(parts[-1])
    behind, at, last = parts[0] > total, place[total], place[parts[-1]]
    if any(_closes(i, context, words) for i in parts[:-1]):
        return 0
    since = place[parts[-2]] + 1 if context.line(parts[-2]) is tail else max(0, last - _NOUN)
    ends = any(not words.pattern("of-alone").match(tail.symbols, m.start() - 1) for m in words.matches("resum-closing", tail, since, last))  # not "two of the last nine"
    whole = is_whole(total, context, words)
    counted = numbered(total, parts, context)
    opened = behind and (words.within("of-them", first, at + 1 if first is home else 0, place[parts[0]] + 4) or home is first and at < 9 and bool(words.pattern("of-the-opening").match(home.symbols)))
    if _same_build(total, parts, context) or behind and home is first and words.within("resum-including", home, at + 1, place[parts[0]]):
        return 0
    listed = home is first is tail and behind and words.within("resum-opens", home, at + 1, place[parts[0]])
    joined = first is tail and words.within("list-closing", tail, max(since, last - _JOINS), last)
    further = any(words.within("resum-further", context.line(i), place[i] - 3, place[i] + 1) for i in parts[1:])
    complete = not any(i not in parts and i != total and min(total, *parts) <= i <= max(total, *parts) or i not in parts and i != total and context.line(i) in (home, first, tail) for i in row)
    if home is not tail and context.quantity(total).kind == "physical" and not (ends or whole):
        return 0  # sizes of one thing
    firm = 2 * ends + (1 if behind else 2) * whole + 2 * counted + opened + listed
    loose = joined + further + complete + _one_build(parts, context) * (1 + (joined and len(parts) > 2)) + _elliptic(total, parts, context)
    if not firm and not (behind and loose > 1 and first is tail) or not behind and not (ends or whole or counted):
        return 0
    strangers = sum(not bare_or_same(context.quantity(i), context.quantity(total), context) for i in parts)
    if strangers and not (ends or whole or counted) and strangers < len(parts):
        return 0
    if firm == opened and firm and (len(parts) < 3 and first is not tail or loose < 2):
        return 0
    return firm + loose


def _elliptic(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True where the parts leave out what the total counts: "93 letters ... 58 of these ... 29 objected, and six ..."."""
    q = context.quantity(total)
    bare = all(context.quantity(i).kind == "number" and not context.quantity(i).noun for i in parts)
    return bare and bool(q.noun or q.unit) and q.kind != "number"


def _same_build(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of "due to 250m of stock, 167m of purchases and 23m of cash": the first is one of the list."""
    line = context.line(total)
    words = near(context)
    opened = is_whole(total, context, words) or words.within("resum-opens", line, context.lines.position_of[total] + 1, context.lines.position_of[parts[0]])
    behind = {context.line(i).symbols[context.lines.position_of[i] + 1 : context.lines.position_of[i] + 2] for i in (total, *parts)}
    return context.line(parts[0]) is line and _one_build((total, *parts), context) and (not opened or len(behind) == 1)


def is_whole(total: int, context: Context, words: Near, reach: int = _AROUND) -> bool:
    """True where a word for the whole stands by the total, or opens its sentence."""
    line, at = context.line(total), context.lines.position_of[total]
    end = at + 1 + max(0, context.quantity(total).noun_last - context.quantity(total).last)
    before, after = line.symbols[max(0, at - reach) : at], line.symbols[at + 1 : end + min(4, reach)]
    opening = reach == _AROUND and words.pattern("resum-total-after").match(line.symbols)
    return bool(opening or words.pattern("resum-total").search(before) or words.pattern("resum-total-after").search(after))


def _closes(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.ends("resum-closing", line, at, 5)


def _one_build(parts: tuple[int, ...], context: Context) -> bool:
    """True where the same word follows each part, or what it counts: "41m on the kiln, 28m on trucks and 17m on software"."""
    after = set()
    for i in parts:
        line, end = context.line(i), after_noun(i, context.line(i), context)
        after.add(line.symbols[end : end + 1])
    return len(after) == 1 and after <= set(context.lexicon.symbols.closed)


# ---------------------------------------------------------------- which figures


def _can_total(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in TOTALS and q.kind not in ("percent", "duration") and q.value is not None and q.value >= (_LEAST if q.kind in _COUNTS else 0) and q.approx is None and "/" not in (q.unit or "")


def _akin(total: Quantity, part: Quantity) -> bool:
    """True where a figure can be measured like the total; its unit may be left out ("11 km and another nine")."""
    if part.unit is not None and part.unit != total.unit and total.kind not in _COUNTS:
        return False
    left_out = part.kind == "number" and part.style == "words" and part.scale == total.scale == 1 and total.kind == "physical"
    return kin(total, part) or left_out and part.positive


def _other_sort(index: int, total: int, context: Context) -> bool:
    """True of a figure that counts other things than the total does, or is hedged."""
    q, t = context.quantity(index), context.quantity(total)
    return q.approx is not None or q.scale != t.scale and q.kind in _COUNTS or q.kind in _COUNTS and q.value == 1
