"""Members of a set whose ends are given: they lie between them.

    five bids, from 1.2m to 1.9m, and took the one from X at 1.6m      "the one", "the tallest", "in the middle"
    all seven appeared between 1958 and 1974. The one ... in 1969      the same of years
    3.1 in A, 4.4 in B and 5.0 in C. The median of these was 4.4       the middle of a list (`medians`)
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.medians import KINDS, alike, listed_values, medians
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_NEXT = 2  # sentences after the ends in which a member is told
_REACH = 9  # words between a word for a member and its value
_NONE = 14  # words from "nobody" to the first limit; symbols from "mean" to its figure
_FAR = 14  # words between "the highest point" and its height
_BELOW = 9  # sentences in which other heights are told

Ends = tuple[int, ...]  # one range, or its two ends


def members(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "inside-range", "between-ends", "span-member", "median" and "comparison"."""
    words, lines = near(context), prose_lines(context)
    found: list[Frame] = []
    topped, dated = words.standing("top-point", "bottom-point"), words.standing("top-day", "bottom-day")
    middling = words.standing("a-median", "the-median", "the-median-noun")
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        following = [other for other in lines[n + 1 : n + 1 + _NEXT] if other.block == line.block]
        for ends, end in _ends(line, context, words):
            for other, start in ((line, end), *((other, 0) for other in following)):
                found.extend(_held(ends, other, start, context, words))
        if line.number in topped:
            found.extend(_under_the_top(line, [other for other in lines[n + 1 : n + _BELOW] if other.block == line.block], context, words))
        found.extend(_unbeaten(line, context, words))
        if line.number in dated:
            found.extend(_days(line, context, words))
        for span in line.figures:
            if _years(span, line, context, words):
                found.extend(f for other in following for f in _dated(span, other, context, words))
        told = [other for other in (line, *following) if other.number in middling]
        values = listed_values(line, context) if told else ()
        if values:
            for other in told:
                found.extend(medians(values, other, context, words))
    return found


def _ends(line: Line, context: Context, words: Near) -> list[tuple[Ends, int]]:
    """The ranges of a line, in one figure or in two with a word in front ("ran from A ... to B"), and where they end."""
    found: list[tuple[Ends, int]] = []
    measures = [i for i in line.figures if context.quantity(i).kind in KINDS]
    for index in measures:
        q, at = context.quantity(index), context.lines.position_of[index]
        if q.sense == "range" and q.low is not None and q.high is not None and q.low < q.high and "±" not in context.extraction.document.text[q.start : q.end] and not _normal(at, line, words) and not _moved(at, line, context):
            found.append(((index,), at + 1))
    for a, b in zip(measures, measures[1:]):
        barred = _barred(a, b, line, context)
        if barred is not None:
            found.append((barred, context.lines.position_of[b] + 1))
        first, second = context.quantity(a), context.quantity(b)
        at, end = context.lines.position_of[a], context.lines.position_of[b]
        opened = words.ends("ran-between", line, at, 4)
        joined = words.within("to-or-and", line, max(at + 1, end - 2), end)  # also "to plus 2"
        if opened and joined and alike(first, second) and None not in (first.value, second.value) and first.value < second.value:
            if not _normal(at, line, words) and not _moved(at, line, context) and end - at <= 8:
                found.append(((a, b), end + 1))
    found.extend(_least_and_greatest(line, context, words))
    return found


def _least_and_greatest(line: Line, context: Context, words: Near) -> list[tuple[Ends, int]]:
    """The two values of "the smallest parish has 80 people and the largest 1,240"."""
    m, n = (words.pattern(name).search(line.symbols) for name in ("least-of-all", "most-of-all"))
    if m is not None and n is not None and m.start() > n.start():
        return _extremes_first(n, m, line, context, words)
    if m is None or n is None or not (m.start() and n.start()) or not all(words.pattern("the-alone").match(line.symbols, x.start() - 1) for x in (m, n)):
        return []
    a = [i for i in line.quantities(m.end(), n.start()) if context.quantity(i).kind in KINDS]
    b = [i for i in line.quantities(n.end(), n.end() + 5) if context.quantity(i).kind in KINDS]
    if len(a) != 1 or not b or not alike(context.quantity(a[0]), context.quantity(b[0])):
        return []
    return _both(a[0], b[0], b[0], context)


def _extremes_first(n, m, line: Line, context: Context, words: Near) -> list[tuple[Ends, int]]:
    """The two values of "A had the highest rate, 9.4 per cent, and B the lowest, 3.1 per cent"."""
    if not all(x.start() and words.pattern("the-alone").match(line.symbols, x.start() - 1) for x in (m, n)):
        return []
    b = [i for i in line.quantities(n.end(), m.start()) if context.quantity(i).kind in KINDS]
    a = [i for i in line.quantities(m.end(), m.end() + 6) if context.quantity(i).kind in KINDS]
    if len(b) != 1 or not a or not alike(context.quantity(a[0]), context.quantity(b[0])):
        return []
    return _both(a[0], b[0], a[0], context)


def _both(least: int, greatest: int, last: int, context: Context) -> list[tuple[Ends, int]]:
    """The two values as ends, `last` the one that stands behind the other, where they are in their order."""
    low, high = context.quantity(least).value, context.quantity(greatest).value
    return [((least, greatest), context.lines.position_of[last] + 1)] if low is not None and high is not None and low < high else []


def _barred(a: int, b: int, line: Line, context: Context) -> Ends | None:
    """The two limits of "none took less than three days or more than eight", "nobody in the boat is older than 34 or younger than
    19", the lower one first; None where they are no such limits."""
    low, high = sorted((context.quantity(a), context.quantity(b)), key=lambda q: q.value if q.value is not None else 0)
    kinds = low.kind == high.kind or "number" in (low.kind, high.kind)
    if not (low.approx and high.approx and kinds) or None in (low.value, high.value) or low.value == high.value:
        return None
    first, second = context.quantity(a), context.quantity(b)
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack
    before, between = tokens[max(line.firsts[0], first.outer - _NONE) : first.first], tokens[first.last + 1 : second.first]  # hedges swallow words
    told = not pack.words("none-word").isdisjoint(before) and not pack.words("or-word").isdisjoint(between) and len(between) <= _NONE
    ruled = len(before) > 4 and not pack.words("barred-by-rule").isdisjoint(before)
    return ((a, b) if first is low else (b, a)) if told and not ruled else None


def _normal(at: int, line: Line, words: Near) -> bool:
    """True of a range that others may lie outside of: a reference range, a target, a forecast, a confidence interval."""
    return words.within("range-of-others", line, at - 10, at + 4)


def _moved(at: int, line: Line, context: Context) -> bool:
    """True of a change: "rose from 1.4m to 2.2m"."""
    start = max(0, at - 6)
    return bool(context.lexicon.rising.search(line.symbols, start, at) or context.lexicon.falling.search(line.symbols, start, at))


def _held(ends: Ends, line: Line, start: int, context: Context, words: Near) -> list[Frame]:
    """The values that words of a line put between the ends."""
    first = context.quantity(ends[0])
    found = []
    for at, index in line.placed:
        if at < start or index in ends:
            continue
        q = context.quantity(index)
        mean = first.approx and _mean(at, line, context, words) and (q.kind in (first.kind, "number", context.quantity(ends[-1]).kind) or q.kind == "age" and first.kind == "number")
        if mean and q.value is not None and not q.approx:
            found.append(_frame(ends, index, context))
            continue
        bare = q.kind == "number" and q.unit is None and q.scale == first.scale and first.kind in ("age", "duration", "physical")
        if q.value is None or q.approx or not (bare or alike(first, q)) or q.kind == "range" or q.sense == "range":
            continue
        led = any(m.end() == at for m in words.matches("inside-lead", line, max(start, at - 5), at))
        if led and words.within("mean-elsewhere", line, max(start, at - _NONE), at):
            continue
        if led and line.number == context.line(ends[0]).number or _member(at, start, line, context, words) or words.pattern("in-between").match(line.symbols, _past_comma(at, line, context)):
            found.append(_frame(ends, index, context))
    return found


def _mean(at: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a figure is told as a mean: "on average 862", "the mean age of the nine, cox included, is 36"."""
    if words.pattern("the-alone").match(line.symbols, at - 1) or any(words.within(name, line, at - _NONE, at + _REACH) for name in ("ends-other-set", "mean-elsewhere")):
        return False  # "the mean age of the nine"; the average in the county
    if words.within("mean-word", line, at - 4, at):
        return True
    said = words.place("mean-word", line, max(0, at - _NONE), at, last=True)
    end = max(at - 1, 0)
    return said >= 0 and words.within("is-word", line, end, at) and not any(context.quantity(i).unit or context.quantity(i).kind == "percent" for i in line.quantities(said, at))


def _past_comma(at: int, line: Line, context: Context) -> int:
    return at + 2 if line.symbols[at + 1 : at + 2] == context.lexicon.symbols.chars[","] else at + 1


def _member(at: int, start: int, line: Line, context: Context, words: Near) -> bool:
    """True of the first figure after "the one from", "the tallest": one of the set."""
    if words.within("rank-cut", line, at - _REACH, at):
        return False
    for name in ("the-one", "most-of-all", "least-of-all"):
        for m in words.matches(name, line, max(start, at - _REACH), at):
            free = not any(context.quantity(i).is_measure for i in line.quantities(m.end(), at))
            definite = name == "the-one" or m.start() and words.pattern("the-alone").match(line.symbols, m.start() - 1)
            itself = line.symbols[m.end()] in context.lexicon.symbols.marks or words.pattern("superlative-tail").match(line.symbols, m.end())
            if free and definite and (name == "the-one" or m.start() <= start + 2 and itself):
                return True
    return False


def _frame(ends: Ends, value: int, context: Context) -> Frame:
    q = context.quantity(value)
    claims = {"whole": ends, "value": (value,)} if len(ends) == 1 else {"low": ends[:1], "high": ends[1:], "value": (value,)}
    family = "inside-range" if len(ends) == 1 else "between-ends"
    return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 2)


def _under_the_top(line: Line, following: list[Line], context: Context, words: Near) -> list[Frame]:
    """"The highest point of the path is X, 2,140 metres ... the hut stands at 1,890 metres": nothing is above it."""
    found = []
    for name, sign in (("top-point", 1), ("bottom-point", -1)):
        m = words.pattern(name).search(line.symbols)
        top = next((i for i in line.quantities(m.end(), m.end() + _FAR) if context.quantity(i).is_measure), None) if m else None
        if top is None or context.quantity(top).kind != "physical" or context.quantity(top).value is None or words.within("rank-cut", line, m.start() - 4, m.end() + 3):
            continue
        for other in following:
            for index in other.figures:
                at, q = context.lines.position_of[index], context.quantity(index)
                led = any(x.end() == at for x in words.matches("stands-at", other, max(0, at - 4), at))
                if led and q.kind == "physical" and q.unit == context.quantity(top).unit and q.value is not None:
                    found.append(comparison(top, index, sign, 3))
    return found


def _days(line: Line, context: Context, words: Near) -> list[Frame]:
    """"The hottest day was 4 July, at 36.1C; on 9 July it reached 33.4C": no other day of the sentence is beyond it."""
    found = []
    for name, sign in (("top-day", 1), ("bottom-day", -1)):
        for m in words.matches(name, line):
            if words.within("rank-cut", line, m.start() - 3, m.end() + 3):
                continue
            values = [i for i in line.quantities(m.end()) if context.quantity(i).kind in ("physical", "count", "currency") and context.quantity(i).value is not None]
            for other in values[1:]:
                at = context.lines.position_of[other]
                if alike(context.quantity(values[0]), context.quantity(other)) and words.within("other-day", line, context.lines.position_of[values[0]], at) and context.quantity(other).unit == context.quantity(values[0]).unit:
                    found.append(comparison(values[0], other, sign))
    return found


def _unbeaten(line: Line, context: Context, words: Near) -> list[Frame]:
    """"leapt 8.41 metres, a record: nobody had gone beyond 8.37 before": the first is more."""
    found = []
    for at, index in line.placed:
        q = context.quantity(index)
        if q.approx != "above" or not q.strict or q.kind not in ("number", "physical") or not words.within("nobody-word", line, at - 7, at):
            continue
        before = [i for i in line.quantities(0, at) if context.quantity(i).kind == "physical"]
        if len(before) == 1 and not context.quantity(before[0]).approx and (q.kind == "number" or q.unit == context.quantity(before[0]).unit):
            found.append(comparison(before[0], index, 1))
    return found


# ---------------------------------------------------------------- years


def _years(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of the span of years of all of a set: "all seven appeared between 1958 and 1974"."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind != "year" or q.when is None or not q.when.end_year or not q.when.year or not at:
        return False
    return bool(words.pattern("between-word").match(line.symbols, at - 1)) and words.within("all-of-them", line, 0, 3)


def _dated(span: int, line: Line, context: Context, words: Near) -> list[Frame]:
    """"The one that lasts, X, came out in 1969": both ends of the span bound it."""
    opening = words.pattern("one-of-set").match(line.symbols)
    verbs = _verbs(context.line(span), context) & _verbs(line, context) or words.within("appearing-verb", line, 0, len(line.symbols))
    years = [i for i in line.figures if context.quantity(i).kind == "year" and context.quantity(i).when and not context.quantity(i).when.end_year]
    if not opening or not verbs or len(years) != 1:
        return []
    found = []
    for earlier, later in ((span, years[0]), (years[0], span)):
        claims = {"earlier": (earlier,), "later": (later,), "rest": (earlier, later)}
        found.append(Frame("span-member", (0, 0), claims, {}, 0, frozenset(claims), 2))
    return found


def _verbs(line: Line, context: Context) -> frozenset[str]:
    tokens = context.extraction.tokens.words[line.firsts[0] : line.lasts[-1] + 1]
    return frozenset(tokens) & context.lexicon.pack.words("appearing-verb")


