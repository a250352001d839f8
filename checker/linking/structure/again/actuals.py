"""A bound and the exact figure beside it: "more than 500 blankets have come; 534, to be exact".

    over 30 novels, 34 in all; pledges exceeded £25,000. The exact sum was £26,340     words for the exact figure
    below the 50 mg limit, the highest reading being 46 mg                             the end of the set on the side of the bound
    costs of no more than 180m. They came in at 174.6m, within the guidance            a bound that was set, and what is said of it

The exact figure is the only one of the bound's unit that words of the pack lead to. What is only hoped for, demanded or
supposed bounds a figure where the text says that it was kept or broken, and one figure of its unit is told with that.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.again.told_bounds import KINDS, Bound, bounds_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.bounds import of_the_unit
from checker.linking.structure.order.norms import barred_when
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame
from checker.rational import Fraction

_PERIODS = ("year", "period")
_NEXT = 3  # sentences behind a bound that tell the exact figure
_LEAD = 2  # words between a verb or preposition that leads to the figure and the figure
_NOUN = 4  # words between "the exact sum", "the highest" and the figure
_PUT_IN = 12  # words between a bound and the exact figure in brackets
_OLDEST = 120  # years
_GROUP = 3  # symbols of "class of" in front of how many they are
_FAR = Fraction(3, 2)
_GREAT = 20  # times apart: no longer the same thing


def actual_figures(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "threshold" (level, bound) with the side that is claimed."""
    words, lines, found = near(context), prose_lines(context), []
    marks = {f.claims["bound"][0]: f.family for f in frames if f.family in ("mark-least", "mark-most", "mark-other")}
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        bounds = list(bounds_of(line, marks, context, words))
        for bound in bounds:
            following = [x for x in lines[n + 1 : n + 1 + _NEXT] if x.block == line.block]
            told = _kept(bound, following, context, words) if bound.norm else _told(bound, following, context, words)
            found.extend(_frame(bound, level, side, context) for level, side in told)
    return found


def _frame(bound: Bound, level: int, side: int, context: Context) -> Frame:
    q = context.quantity(bound.index)
    claims = {"level": (level,), "bound": (bound.index,)}
    return Frame("threshold", (q.start, q.end), claims, {}, side, frozenset(claims), 2, None, (), "actual")


# ---------------------------------------------------------------- the exact figure of what is observed


def _told(bound: Bound, following: list[Line], context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The exact figure of the sentence or of one of those behind it: the only one that words lead to."""
    for line in (bound.line, *following):
        own = line is bound.line
        fits = [i for i in line.figures if i != bound.index and _fits(i, bound, context)]
        led = [i for i in fits if _led(i, own, bound, line, context, words)]
        if len({context.quantity(i).value for i in led}) == 1:
            yield led[0], bound.side
            return
        if led or any(context.quantity(i).kind == context.quantity(bound.index).kind and not own for i in fits):
            return


def _of_age(bound: Bound, context: Context) -> bool:
    """True of "respondents under thirty": how old they are."""
    q, words = context.quantity(bound.index), near(context)
    people = words.within("answering-noun", bound.line, bound.at - 1, bound.at) or words.within("all-in", bound.line, bound.at - 1, bound.at)
    return people and q.kind == "number" and q.scale == 1 and q.value <= _OLDEST


def _fits(index: int, bound: Bound, context: Context) -> bool:
    q, b = context.quantity(index), context.quantity(bound.index)
    if q.kind not in KINDS or q.value is None or q.change and q.kind != "physical" or q.sense == "range" or q.approx and not _extreme_itself(index, bound, context):
        return False
    if q.kind == b.kind == "duration" and q.unit != b.unit and q.components < 2 and b.components < 2:
        return False
    bare = q.kind == "number" and q.unit is None and q.style == "digits" and (q.scale == b.scale or b.kind == "currency" and q.scale > 1)
    if not of_the_unit(q, b) and not bare and not _by_the_head(q.unit, b.unit, context):
        return False
    if not bound.norm and b.kind == "number" and q.kind in ("percent", "points"):
        return False  # "women of 65 and over reported the lowest at 55.8 per cent"
    if not bound.norm and b.kind == "number" and q.kind == "count" and (context.line(index) is not bound.line or _of_age(bound, context)):
        return False  # "150 were over 80. It has 22 beds"
    if q.kind == b.kind == "count" and q.noun and b.noun and q.noun[-1] != b.noun[-1] or q.style == "words" and q.value < 10 <= b.value:
        return False
    if not bound.norm and bound.side * (q.value - b.value) < 0 and max(q.value, b.value) >= _FAR * min(q.value, b.value):
        return False  # "lost more than 80 boats and had come down to 45": what is that far on the wrong side is something else
    return b.value < _GREAT * q.value and q.value < _GREAT * b.value


def _by_the_head(unit: str | None, bound: str | None, context: Context) -> bool:
    """True of kilograms beside a limit of kilograms a head."""
    over, _, under = (bound or "").partition("/")
    return unit is not None and unit == over and under in context.lexicon.pack.words("bound-per")


def _extreme_itself(index: int, bound: Bound, context: Context) -> bool:
    """True of "a maximum of 61", which is read as a bound: here it is the greatest that was found."""
    q = context.quantity(index)
    words = context.extraction.tokens.words[q.outer : q.first]
    return q.approx == ("above" if bound.side > 0 else "below") and not context.lexicon.pack.words("mark-extreme").isdisjoint(words)


def _led(index: int, own: bool, bound: Bound, line: Line, context: Context, words: Near) -> bool:
    """True where words say that the figure is the exact one, or the end of the set on the side of the bound."""
    at = context.lines.position_of[index]
    if _left_out(index, own, bound, line, context, words):
        return False
    start = 0 if not own or at < bound.at else bound.at + 1
    if own and at < bound.at:
        nearer = any(i >= 0 and context.quantity(i).kind == context.quantity(index).kind for i in line.quantity[at + 1 : bound.at])
        return not nearer and _opens_with(at, line, context, words) and not _dated(at, start, line, context)
    if _extreme_itself(index, bound, context):
        return True
    if _is_end(index, start, bound, line, context, words) or _named(at, start, own, line, context, words):
        return not _partial(at, start, line, words)
    if _bare_of_unit(index, bound, context) and context.quantity(bound.index).kind != "count" or words.within("actual-not", line, at + 1, at + 3) or _dated(at, start, line, context):
        return False
    if own and _put_in(index, bound, line, context, words):
        return True
    after = line.symbols[at + 1 : at + 2] in (context.lexicon.symbols.chars[","], context.lexicon.symbols.chars[";"])
    if own and at > bound.at and words.pattern("actual-tail").match(line.symbols, at + 1 + after):
        return True
    return (own or _goes_on(at, line, words)) and _leads(at, start, line, context, words)


def _left_out(index: int, own: bool, bound: Bound, line: Line, context: Context, words: Near) -> bool:
    """True of "above 70% in all towns except Ems (64%)", of "the last 20 years", and of the power in "10(7)"."""
    at = context.lines.position_of[index]
    if own and words.within("bound-except", line, bound.at + 1, at) or words.ends("actual-span", line, at, 2):
        return True
    return context.quantity(index).start == context.quantity(bound.index).end + 1 and context.extraction.document.text[context.quantity(index).start - 1] == "("


def _put_in(index: int, bound: Bound, line: Line, context: Context, words: Near) -> bool:
    """True of "more than 600 have signed (534 on Friday)": the next figure, in brackets or behind a dash."""
    at, q, b = context.lines.position_of[index], context.quantity(index), context.quantity(bound.index)
    if q.unit != b.unit and q.kind != "number":
        return False  # "a front over 70 miles (110 km) wide"
    opened = line.symbols[at - 1] in {context.lexicon.symbols.chars[c] for c in "(–—"}
    between = line.quantity[bound.at + 1 : at]
    return opened and 0 < len(between) <= _PUT_IN and not any(i >= 0 for i in between) and words.pattern("actual-when").match(line.symbols, at + 1) is not None


def _leads(at: int, start: int, line: Line, context: Context, words: Near) -> bool:
    return _ends_near("actual-lead", at, start, _LEAD, line, context, words) and not _partial(at, start, line, words)


def _named(at: int, start: int, own: bool, line: Line, context: Context, words: Near) -> bool:
    return any(_ends_near(name, at, start, _NOUN, line, context, words) for name in ("actual-noun", "actual-kind")[: 1 + own])


def _bare_of_unit(index: int, bound: Bound, context: Context) -> bool:
    return context.quantity(index).kind == "number" and not of_the_unit(context.quantity(index), context.quantity(bound.index))


def _is_end(index: int, start: int, bound: Bound, line: Line, context: Context, words: Near) -> bool:
    extreme = "actual-least" if bound.side > 0 else "actual-most"
    return _ends_near(extreme, context.lines.position_of[index], start, _NOUN + 1, line, context, words)


def _opens_with(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "At 3,104 metres the hut is ..." and "debt, at 2.3 times, ..."."""
    for m in words.matches("actual-at", line, max(0, at - 3), at):
        if m.end() == at and (not m.start() or line.symbols[m.start() - 1] == context.lexicon.symbols.chars[","]):
            return True
    return False


def _goes_on(at: int, line: Line, words: Near) -> bool:
    """True of a sentence that goes on about the thing: "They came in at", "As of Friday we number"."""
    return words.within("actual-pronoun", line, at - 7, at) and not words.within("actual-part", line, 0, at)


def _ends_near(name: str, at: int, start: int, reach: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a word of the class ends up to `reach` symbols in front of a figure, no other figure between."""
    for m in words.matches(name, line, max(start, at - reach - 6), at):
        between = [context.quantity(line.quantity[p]) for p in range(m.end(), at) if line.quantity[p] >= 0]
        if at - m.end() <= reach and all(q.style == "words" and q.kind in ("count", "number") for q in between):  # "the lowest of the three being"
            return True
    return False


def _partial(at: int, start: int, line: Line, words: Near) -> bool:
    return words.within("actual-part", line, max(start, at - 6), at + 3) or words.within("actual-other", line, start, at)


def _dated(at: int, start: int, line: Line, context: Context) -> bool:
    """True where the figure has a date of its own."""
    return any(line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind in _PERIODS for p in range(max(start, at - 5), min(len(line.quantity), at + 5)))


# ---------------------------------------------------------------- what was set, and whether it was kept


def _kept(bound: Bound, following: list[Line], context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The only figure of the unit that is told with the words that the bound was kept, or broken."""
    if barred_when(bound.line, bound.at, words):
        return
    lines = [bound.line, *following]
    for n, line in enumerate(lines):
        verdict, end = _verdict(line, bound.at if not n else 0, words)
        if not verdict or n and _for_a_reason(line, end, words):
            continue
        reach = lines[n : n + 1] if verdict < 0 else lines[max(0, n - 1) : n + 2]
        pool = [i for x in reach if x is line or not _of_later(x, verdict, words) for i in x.figures if i > bound.index and _fits(i, bound, context) and not words.ends("all-group", x, context.lines.position_of[i], _GROUP)]
        level = _level(pool, bound, line, end, context, words) if pool else None
        if level is not None:
            yield level, bound.side * verdict
        return


def _for_a_reason(line: Line, start: int, words: Near) -> bool:
    """True of "were turned away since the hall was full": the bound need not be why."""
    return words.within("verdict-reason", line, start, len(line.symbols))


def _of_later(line: Line, verdict: int, words: Near) -> bool:
    """True of a sentence beside the verdict that tells what came afterwards, or has a verdict against it of its own."""
    return words.has("verdict-afterwards", line) or _verdict(line, 0, words)[0] * verdict < 0


def _level(pool: list[int], bound: Bound, line: Line, end: int, context: Context, words: Near) -> int | None:
    """The end of the set, else the figure in front of the verdict, else the one that words lead to, else the only one."""
    def place(i: int) -> tuple[Line, int]:
        return context.line(i), context.lines.position_of[i]

    def led(i: int) -> bool:
        return _leads(place(i)[1], 0, place(i)[0], context, words) or _named(place(i)[1], 0, True, place(i)[0], context, words)

    pool = [i for i in pool if not _told_by_degree(i, context, words)]
    in_front = [i for i in pool if place(i)[0] is line and place(i)[1] < end]
    choices = ([i for i in pool if _is_end(i, 0, bound, place(i)[0], context, words)], [i for i in in_front if led(i)], in_front, [i for i in pool if led(i)], pool)
    best = next((c for c in choices if c), [])
    sure = len(best) == 1 and (not _bare_of_unit(best[0], bound, context) or best is not pool)
    return best[0] if sure else None


def _verdict(line: Line, start: int, words: Near) -> tuple[int, int]:
    """1 of "kept", -1 of "broken", 0 of neither; and where it is said."""
    kept, broken = (words.pattern(name).search(line.symbols, start) for name in ("bound-kept", "bound-broken"))
    if kept and broken:
        if broken.start() < kept.start():
            return 0, 0
        broken = None
    found = kept or broken
    if found is not None and (words.pattern("bound-goes-on").match(line.symbols, found.end()) or any(q >= 0 for q in line.quantity[found.end() : found.end() + 2])):
        return 0, 0  # "in order to", "was granted 3,100"
    if found is None or kept and words.has("bound-although", line) or words.within("bound-doubt", line, found.start() - 3, found.start()):
        return 0, 0
    return (1 if kept else -1), found.start()


def _told_by_degree(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("actual-part", line, at - 4, at + 3) or words.within("actual-not", line, at + 1, at + 3)
