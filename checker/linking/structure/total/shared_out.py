"""Wholes that are told with all they fall into, though no word says that these are all.

    of the 47 people, 29 were treated, 12 stayed in hospital and 6 walked away       the whole opens the sentence
    took 31 of the 120 seats, the Union 52 and Labour 37                             a part of the whole opens the list
    34 points, her nineteen before the break followed by fifteen in the second half      two halves
    1,181 good votes. A had 611 of these, B 402 and C 168                            the same in the next sentence
    extends to 420 acres. Of the land, 210 acres are ploughed, 145 are grass and 65 are wood

Nothing but the figures says that the list is complete: they prove something only where one slip explains why they miss.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.again.misprints import digits_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, bare_or_same, is_compared, is_subset, kin, slipped, sum_frame
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity

_LEAST = 10  # a whole that is shared out
_MOST = 9
_APART = 26  # symbols from one part to the next
_JOINS = 14  # symbols before the last part in which a conjunction closes the list


def shared_out(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    words, lines = near(context), prose_lines(context)
    found: list[Frame] = []
    for before, line in zip([None, *lines], lines):
        if len(line.figures) < 3:
            continue
        found.extend(_halves(line, context, words))
        home = before if before is not None and before.block == line.block else None
        for total, first, start in (*_opened(line, context, words), *_taken(line, context, words), *_of_these(line, home, context, words), *_of_the_mass(line, home, context, words), *_of_whom(line, context, words)):
            found.extend(_frame(total, first, start, line, context, words))
        found.extend(_sums_of_money(line, context, words))
        found.extend(_tail(line, context, words))
    return found


def _sums_of_money(line: Line, context: Context, words: Near) -> list[Frame]:
    """"came to 8,450, of which 5,200 was given online and 3,250 in cash": two or more sums behind the whole."""
    for m in words.matches("of-which", line):
        before, after = line.quantities(0, m.start()), line.quantities(m.end())
        total = before[-1] if before else -1
        parts = [i for i in after if context.quantity(i).kind == "currency"]
        if total < 0 or context.quantity(total).value is None or context.quantity(total).kind != "currency" or not 2 <= len(parts) <= _MOST or is_compared(total, context):
            continue
        t = context.quantity(total)
        like = all(context.quantity(i).unit == t.unit and context.quantity(i).value and context.quantity(i).value < t.value and not context.quantity(i).approx for i in parts)
        place = context.lines.position_of
        joined = words.within("list-closing", line, max(place[parts[-2]], place[parts[-1]] - _JOINS), place[parts[-1]])
        bare = not any(is_subset(place[i], line, context) for i in parts[1:]) and not _again(line, m.end(), place[parts[-1]], words)
        if like and joined and bare and t.value is not None and not t.approx and slipped(total, parts, context) and len(digits_of(t)) > 1:
            return [sum_frame(total, tuple(parts), True, 1, line, context)]
    return []


def _again(line: Line, start: int, end: int, words: Near) -> bool:
    """True where the parts may overlap or are not all of one thing, and of a clause that tells what was got: "and hired 30"."""
    if words.within("shared-again", line, start, end):
        return True
    return any(words.pattern("shared-gained").match(line.symbols, m.end(), end) for m in words.matches("conjunction", line, start, end))


def _whole(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return (q.kind == "count" or q.kind == "points" and q.unit == "point") and q.value is not None and q.value >= _LEAST and q.approx is None and "/" not in (q.unit or "") and q.value.denominator == 1


def _opened(line: Line, context: Context, words: Near):
    """(whole, None, where its parts begin) of "Of the 47 people, ..."."""
    m = words.pattern("of-the-opening").match(line.symbols)
    index = line.quantity[m.end()] if m and m.end() < len(line.quantity) else -1
    if index >= 0 and _whole(index, context):
        yield index, None, after_noun(index, line, context)


def _taken(line: Line, context: Context, words: Near):
    """(whole, first part, where the others begin) of "31 of the 120 seats"."""
    figures = line.figures
    for part, whole in zip(figures, figures[1:]):
        at, end = context.lines.position_of[part], context.lines.position_of[whole]
        if end - at <= 4 and _whole(whole, context) and words.pattern("part-of").fullmatch(line.symbols, at + 1, end) and _smaller(part, whole, context):
            yield whole, part, after_noun(whole, line, context)
            return


def _tail(line: Line, context: Context, words: Near) -> list[Frame]:
    """"Adams scored 31, Boone 22 and Cole 19 of their 72 points": the whole behind its last part."""
    figures = line.figures
    for n in range(2, len(figures) - 1):
        part, whole = figures[n], figures[n + 1]
        at, end = context.lines.position_of[part], context.lines.position_of[whole]
        if not (_whole(whole, context) and end - at <= 4 and words.pattern("of-owner").fullmatch(line.symbols, at + 1, end)):
            continue
        parts = [i for i in figures[: n + 1] if context.quantity(i).kind == "number"]
        low = all(context.quantity(i).value and context.quantity(i).value < context.quantity(whole).value and not context.quantity(i).approx for i in parts)
        apart = all(_parted(a, b, line, context) for a, b in zip(parts, parts[1:]))
        if len(parts) == n + 1 and low and apart and slipped(whole, parts, context) and words.within("list-closing", line, at - _JOINS, at):
            return [sum_frame(whole, tuple(parts), True, 1, line, context)]
    return []


def _of_these(line: Line, before: Line | None, context: Context, words: Near):
    """(whole of the sentence before, first part, where the others begin) of "had 611 of these"."""
    for part in line.figures[:2] if before is not None else ():
        end = after_noun(part, line, context)
        m = words.pattern("of-them").match(line.symbols, end)
        if m and context.quantity(part).kind in ("count", "number"):
            wholes = [i for i in before.figures if _whole(i, context) and _smaller(part, i, context) and not is_compared(i, context)]
            for whole in wholes[-1:]:
                yield whole, part, m.end()
            return


def _of_the_mass(line: Line, before: Line | None, context: Context, words: Near):
    """(whole of the sentence before, None, where its parts begin) of "Of the land, 210 acres are under the plough"."""
    m = words.pattern("of-the-opening").match(line.symbols)
    comma = context.lexicon.symbols.chars[","]
    start = m.end() + 2 if m and before is not None and line.symbols[m.end() + 1 : m.end() + 2] == comma and line.quantity[m.end()] < 0 else len(line.symbols)
    first = line.quantity[start] if start < len(line.quantity) else -1
    if first < 0 or context.quantity(first).kind not in ("physical", "currency"):
        return
    unit = context.quantity(first).unit
    wholes = [i for i in before.figures if context.quantity(i).unit == unit]
    if len(wholes) == 1 and not context.quantity(wholes[0]).approx and context.quantity(wholes[0]).value and not is_compared(wholes[0], context):
        yield wholes[0], None, start


def _of_whom(line: Line, context: Context, words: Near):
    """(whole, None, where its parts begin) of "rose to 41, of whom 23 were drivers, 11 passengers and 7 pedestrians"."""
    for m in words.matches("of-whom", line):
        before = [i for i in line.quantities(0, m.start()) if context.quantity(i).is_measure]
        q = context.quantity(before[-1]) if before else None
        if q is not None and q.kind in ("count", "number") and q.value is not None and q.value >= _LEAST and not q.approx and q.value.denominator == 1 and not is_compared(before[-1], context):
            yield before[-1], None, m.end()


def _smaller(part: int, whole: int, context: Context) -> bool:
    p, w = context.quantity(part), context.quantity(whole)
    return p.kind in ("count", "number") and p.value is not None and p.value < w.value and p.approx is None


def _halves(line: Line, context: Context, words: Near) -> list[Frame]:
    """Two figures, each with its half behind it, after the figure of both."""
    counts = [i for i in line.figures if context.quantity(i).kind in ("count", "number", "points") and not context.quantity(i).approx]
    place = context.lines.position_of
    for total, a, b in zip(counts, counts[1:], counts[2:]):
        behind = (after_noun(a, line, context), after_noun(b, line, context))
        halves = {n: [_half(n, end, line, context, words) for end in behind] for n in ("first-half", "second-half")}
        if sorted(halves.values()) != [[False, True], [True, False]] or place[b] - place[a] > _APART:
            continue
        t = context.quantity(total)
        bare = all(context.quantity(i).kind == "number" and context.quantity(i).value < t.value for i in (a, b))
        if t.kind != "number" and (bare or all(_counts(context.quantity(i), t, context) for i in (a, b))) and slipped(total, (a, b), context):
            return [sum_frame(total, (a, b), True, 1, line, context)]
    return []


def _half(name: str, end: int, line: Line, context: Context, words: Near) -> bool:
    """True where words for one half follow: "before the break", "in the second half"."""
    label = {"first-half": "half-1", "second-half": "half-2"}[name]
    periods = [context.quantity(i).when for i in line.quantities(end, end + 4)]
    return words.within(name, line, end, end + 3) or any(when is not None and when.label == label for when in periods)


def _frame(total: int, first: int | None, start: int, line: Line, context: Context, words: Near) -> list[Frame]:
    parts = _parts(total, first, start, line, context, words)
    if len(parts) < 3 or len(parts) > _MOST or not slipped(total, parts, context):
        return []
    return [sum_frame(total, tuple(parts), not words.within("sum-open-list", line, 0, start - 2), 2, line, context)]


def _parts(total: int, first: int | None, start: int, line: Line, context: Context, words: Near) -> list[int]:
    """The parts of a list that a conjunction closes, none of them of another kind, set off or counted twice."""
    t = context.quantity(total)
    parts = [] if first is None else [first]
    chars, place = context.lexicon.symbols.chars, context.lines.position_of
    for index in line.quantities(start):
        q = context.quantity(index)
        if q.kind in ("percent", "date", "year", "period", "time", "ordinal", "age", "duration") or not q.is_measure:
            continue
        if not kin(t, q) or not _counts(q, t, context) and not (parts and _named(parts[0], q, t, line, context, words)):
            return []
        if words.pattern("of-them").match(line.symbols, after_noun(index, line, context)):
            return []  # "six of them": a part of a part
        if line.symbols[place[index] - 1] == chars["("] or is_subset(place[index], line, context):
            return []
        if parts and (place[index] - place[parts[-1]] > _APART or not _parted(parts[-1], index, line, context)):
            return []
        parts.append(index)
    if len(parts) < 3 or words.within("each-one", line, start, place[parts[-1]] + 4) or _again(line, 0, len(line.symbols), words):
        return []
    joined = words.within("list-closing", line, max(place[parts[-2]], place[parts[-1]] - _JOINS), place[parts[-1]])
    return parts if joined else []


def _counts(q: Quantity, total: Quantity, context: Context) -> bool:
    named = q.kind == "count" and total.kind == "number"  # "41, of whom 23 were drivers, 11 passengers"
    return q.value is not None and q.approx is None and q.value < total.value and q.scale == total.scale and (named or bare_or_same(q, total, context))


def _named(first: int, q: Quantity, total: Quantity, line: Line, context: Context, words: Near) -> bool:
    """True of "45 vans" behind "120 were cars": the first part says that the nouns tell what the things of the whole are."""
    one = context.quantity(first)
    told = one.noun_last < 0 and bool(words.pattern("kind-verb").match(line.symbols, context.lines.position_of[first] + 1))
    return told and q.kind == "count" and q.value is not None and not q.approx and q.value < total.value and q.scale == total.scale


def _parted(a: int, b: int, line: Line, context: Context) -> bool:
    """True where a comma, a semicolon or a conjunction stands between two parts."""
    start, end = context.lines.position_of[a] + 1, context.lines.position_of[b]
    chars = context.lexicon.symbols.chars
    return bool({chars[","], chars[";"]} & set(line.symbols[start:end])) or bool(context.lexicon.pattern("list-closing").search(line.symbols, start, end))
