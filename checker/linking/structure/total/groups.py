"""Arms and groups: "486 patients were assigned to A (n=324) or B (n=162)" add up to those who were assigned.

A run of counts, each followed by words that put it into a group, after a larger count that was divided. Words that say
that some were left out or stand in two groups leave nothing to add up.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near as words_near
from checker.linking.structure.parts import slashed, slipped, telling_slip
from checker.linking.structure.slips import NONE, PLAIN, slip_between
from checker.linking.structure.total.halves import equal_groups, halves
from checker.model import Frame, Quantity
from checker.rational import Fraction

_COUNTED = ("count", "number")
_BACK = 2  # sentences in front of the groups where the total may stand
_MOST = 8
_CLOSE = Fraction(1, 3)  # groups that miss their total by more are groups of something else
_LISTED = 7  # symbols to the next of a list of bare counts
_LEAST = 10  # fewer are hardly divided by chance
_GAP = 16  # symbols from one group to the next


def groups(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "groups" (total, part...)."""
    pack = context.lexicon.pack
    divide, weak, overlap = (context.lexicon.pattern(n) for n in ("divide-word", "group-word", "group-overlap"))
    taken = {f.claims[p][0] for f in frames if f.family in ("pair", "slash", "share-said") for p in ("part", "whole") if _part_first(f)}
    found: list[Frame] = []
    words = words_near(context)
    overlapping, named = words.standing("group-overlap"), words.standing("divide-word", "group-word")
    for line in context.lines.figured:
        if line.number in overlapping and _found(overlap, line):
            continue
        found.extend(halves(line, context))
        found.extend(equal_groups(line, divide, context))
        if not (line.number in named and (_found(divide, line) or _found(weak, line)) or _bracketed(line, context) > 2):
            continue
        near = None if _found(divide, line) else pack.words("group-word") if _found(weak, line) else frozenset()
        for run in _runs(line, pack.words("group-after"), near, taken, context):
            found.extend(f for f in _totalled(run, line, divide, context) if near != frozenset() and _divided(f, line, divide, context) or not f.pinned or _too_many(f, context))
    return found


def _found(pattern, line: Line) -> bool:
    return pattern is not None and pattern.search(line.symbols) is not None


def _part_first(frame: Frame) -> bool:
    """True of "83 of the 257": neither is a group; in "294, of whom 138" the part may be one."""
    return frame.claims["part"][0] < frame.claims["whole"][0]


def _runs(line: Line, after: frozenset[str], near: frozenset[str] | None, taken: set[int], context: Context) -> Iterator[list[int]]:
    """Counts that follow one another, each put into a group; percentages beside them do not matter."""
    run: list[int] = []
    position = context.lines.position_of
    for index in line.figures:
        q = context.quantity(index)
        if q.kind not in (*_COUNTED, "currency"):
            continue
        fits = q.kind in _COUNTED and q.value is not None and q.value.denominator == 1 and not q.approx and q.value > 0
        fits = fits and index not in taken and (bool(run) or not _comes_on_top(q, context)) and not _announces(q, context) and not (q.style == "words" and q.value < 10 and set(q.noun) & _kinds(context))
        listed = bool(run) and near is None and not q.noun and position[index] - position[run[-1]] <= _LISTED
        fits = fits and (listed or _grouped(index, line, after, near, context) or _size(index, line, context))
        if not fits and run and all(_size(i, line, context) for i in run) and not q.noun:
            continue  # "18-34 (n = 312), 35-54 (n = 471)"
        if not fits and q.style == "words" and q.value is not None and q.value < 10:
            continue  # "three times a week"
        if run and (not fits or position[index] - position[run[-1]] > _GAP):
            yield from _long(run)
            run = []
        if fits:
            run.append(index)
    yield from _long(run)


def _comes_on_top(q: Quantity, context: Context) -> bool:
    """True of "eight others", "20 other surveys": they are not among those told of before."""
    return not context.lexicon.pack.words("on-top").isdisjoint(context.extraction.tokens.words[q.last + 1 : q.last + 2])


def _announces(q: Quantity, context: Context) -> bool:
    """True of "one of three regimens:": the number of the groups, not the size of one."""
    return bool(q.noun) and q.value < 10 and context.extraction.tokens.words[q.noun_last + 1 : q.noun_last + 2] == [":"]


def _kinds(context: Context) -> frozenset[str]:
    """What groups are called themselves: "three groups" is none of them."""
    return context.lexicon.pack.words("group-word")


def _long(run: list[int]) -> Iterator[list[int]]:
    if 2 <= len(run) <= _MOST:
        yield run


def _grouped(index: int, line: Line, after: frozenset[str], near: frozenset[str] | None, context: Context) -> bool:
    """True where words that name a group follow the count or its noun."""
    q, words = context.quantity(index), context.extraction.tokens.words
    start = max(q.last, q.noun_last) + 1
    end = line.lasts[-1] + 1  # what follows in the next sentence is not about this count
    if near is not None and not set(words[start : min(end, start + 7)]) & near:
        return False
    return bool(set(words[start : min(end, start + 3)]) & after) and words[q.last + 1 : q.last + 2] != [":"] and not slashed(q, context)


def _size(index: int, line: Line, context: Context) -> bool:
    """True of "n = 162"."""
    at = context.lines.position_of[index]
    chars = context.lexicon.symbols.chars
    if at >= 2 and line.symbols[at - 1] == chars["("] and line.quantity[at - 2] >= 0:
        return False  # "325,900 (338,800)": the year before
    return at >= 2 and line.symbols[at - 1] in (chars["="], chars["("])


def _bracketed(line: Line, context: Context) -> int:
    """How many counts stand alone, or with their noun, in brackets."""
    chars = context.lexicon.symbols.chars
    counted = [i for i in line.figures if context.quantity(i).kind in _COUNTED and context.quantity(i).style == "digits"]
    places = [context.lines.position_of[i] for i in counted if _size(i, line, context)]
    return sum(line.symbols[at - 1] == chars["("] and chars[")"] in line.symbols[at + 1 : at + 3] for at in places)


def _divided(frame: Frame, line: Line, divide, context: Context) -> bool:
    """True where the total stands with its groups, or with a word of dividing, or groups are told as sizes."""
    total, parts = context.line(frame.claims["total"][0]), frame.claims["part"]
    return total.number == line.number or _found(divide, total) or not all(_size(i, line, context) for i in parts)


def _too_many(frame: Frame, context: Context) -> bool:
    """True of groups that hold, or are more than there were: where no word divides them, some may have been left out."""
    made = sum(context.quantity(i).value for i in frame.claims["part"])
    return made >= context.quantity(frame.claims["total"][0]).value


def _total_size(q: Quantity, context: Context) -> bool:
    """True of "N = 150": a capital stands for all."""
    before = context.extraction.document.text[max(0, q.start - 4) : q.start].replace(" ", "")
    return before[-1:] == "=" and before[-2:-1].isupper()


def _totalled(run: list[int], line: Line, divide, context: Context) -> Iterator[Frame]:
    """The total of the run, or of its end, among the larger counts in front of it: the one that it comes closest to."""
    value = {i: context.quantity(i).value for i in run}
    readings: list[tuple[Fraction, int, int, int, tuple[int, ...]]] = []
    divided = divide.search(line.symbols)
    if len(run) > 2 and divided and context.lines.position_of[run[0]] < divided.start() < context.lines.position_of[run[1]]:
        whole, parts = value[run[0]], tuple(run[1:])  # "patients (n = 212) were randomised to A (n = 107) or B (n = 105)"
        if whole > max(value[i] for i in parts):
            readings.append((abs(whole - sum(value[i] for i in parts)) / whole, 0, 0, run[0], parts))
    for parts in (tuple(run[a:b]) for a in range(len(run) - 1) for b in range(len(run), a + 1, -1)):
        total = sum(value[i] for i in parts)
        for n, index in enumerate(_larger(parts, value, line, context)):
            whole = context.quantity(index).value
            readings.append((abs(whole - total) / whole, len(run) - len(parts), n, index, parts))
    sizes = [i for i in run if _size(i, line, context)]
    allotted = _allotted(sizes, line, context) if divided and sizes and {*run} - {*sizes} <= {run[0]} else None
    if allotted is not None and context.quantity(allotted).value < sum(value[i] for i in sizes) and all(off for off, *_ in readings):
        readings = [(Fraction(2), 0, 0, allotted, tuple(sizes))]
    if not readings:
        return
    whole = [r for r in readings if [*r[4]] in (run, run[1:]) and (not r[1] or r[3] == run[0])] if all(off for off, *_ in readings) else []
    explained = [r for r in whole if telling_slip(r[3], r[4], context) > NONE]  # all groups, one of them or their total wrong
    off, _, n, index, parts = min(explained or readings)
    close = n == 0 or context.lines.line_of[index] == line.number or bool(divide.search(context.line(index).symbols))
    claims = {"total": (index,), "part": parts}
    cue = (context.quantity(parts[0]).start, context.quantity(parts[-1]).end)
    plain = bool(divided) and telling_slip(index, parts, context) == PLAIN
    wrong = _wrong(index, parts, line, divide, context)
    near_enough = (plain or (off <= _CLOSE or wrong) and slipped(index, parts, context)) and (not off or parts[-1] == run[-1])
    tied = frozenset(claims) if close and (near_enough or len(parts) == len(sizes) and _overfull(index, parts, line, context)) and not _strangers(index, parts, line, context) else frozenset()
    yield Frame("groups", cue, claims, {}, 0, tied, 1, None, (), "roles" if wrong else "groups")


def _wrong(total: int, parts: tuple[int, ...], line: Line, divide, context: Context) -> bool:
    """True of groups that miss those who were divided into them in the same sentence, whatever else is told there: by a plain
    slip, or as they are more. Some may have been left out, none can have come from elsewhere."""
    at, made = context.lines.position_of, sum(context.quantity(i).value for i in parts)
    over = made > context.quantity(total).value or telling_slip(total, parts, context) == PLAIN
    return over and context.line(total) is line and divide.search(line.symbols, at[total], at[parts[-1]]) is not None


def _overfull(total: int, parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True of groups that are told by their sizes and are more than those who were divided in the same sentence, not all of
    them so many times over: who is left out makes groups smaller, never larger."""
    if context.line(total) is not line or not all(_size(i, line, context) for i in parts):
        return False
    whole, values = context.quantity(total).value, [context.quantity(i).value for i in parts]
    return sum(values) > whole and sum(values) % whole != 0


def _strangers(total: int, parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True where other counts stand among the groups or between them and their total: they may be groups as well."""
    if all(_size(i, line, context) for i in parts):
        return any(_size(i, line, context) for i in line.quantities(context.lines.position_of[parts[0]]) if i not in parts)
    members = [i for i in range(total + 1, parts[-1] + 1) if not _place(i, parts[0], context)]
    others = [context.quantity(i) for i in members if i not in parts]
    behind = [context.quantity(i) for i in line.quantities(context.lines.position_of[parts[-1]] + 1)]
    missing = context.quantity(total).value - sum(context.quantity(i).value for i in parts)
    if missing > 0 and any(q.kind in _COUNTED and q.value == missing for q in (*others, *behind)):
        return True  # what is missing stands there as one more part
    if any(q.inherited == "unit" and q.style == "digits" for q in (*others, *behind)):
        return True  # "203 received 300 mg and 204 received placebo"
    return any(q.kind in _COUNTED and (q.style == "digits" and q.value is not None and q.value > 9 or q.value is None) for q in others)


def _place(index: int, first: int, context: Context) -> bool:
    """True of "in 22 practices" in front of the groups: where those counted were found."""
    line, at = context.line(index), context.lines.position_of[index]
    return index < first and context.quantity(index).kind == "count" and bool(context.lexicon.pattern("place-word").match(line.symbols, at - 1)) if at else False


def _allotted(parts: list[int], line: Line, context: Context) -> int | None:
    """The one count in front of its groups, but for "three arms" and "twice a day": "416 patients were assigned to ..."."""
    counts = [i for i in line.quantities(0, context.lines.position_of[parts[0]]) if context.quantity(i).kind in _COUNTED]
    found = [i for i in counts if context.quantity(i).value is None or context.quantity(i).value >= _LEAST]
    q = context.quantity(found[0]) if len(found) == 1 else None
    return found[0] if q is not None and q.kind == "count" and q.value is not None and not q.approx else None


def _larger(parts: tuple[int, ...], value, line: Line, context: Context) -> Iterator[int]:
    """Whole numbers larger than each part, or than all but one that a slip has made too large, in front of them, the nearest first."""
    *less, most = sorted(parts, key=value.__getitem__)
    rest, largest = sum(value[i] for i in less), value[most]
    for number in range(line.number, max(-1, line.number - 1 - _BACK), -1):
        other = context.lines.lines[number]
        end = context.lines.position_of[parts[0]] if other is line else None
        for index in reversed(other.quantities(0, end)):
            q = context.quantity(index)
            counted = q.kind in _COUNTED and q.value is not None and q.value.denominator == 1
            fits = counted and (q.value > largest or q.value > rest and slip_between(context.quantity(most), q.value - rest) > NONE)
            if fits and (_total_size(q, context) and not _total_size(context.quantity(parts[0]), context) or not _size(index, other, context)):
                yield index
