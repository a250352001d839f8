"""What can be a part of which total, and lists of parts: shared by the ways in which totals are told."""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.context import Context
from checker.linking.kept import once_a_figure, once_a_line
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.near import near, one_slip
from checker.linking.structure.slips import NONE, WEAK, slip_between
from checker.model import Frame, Quantity
from checker.once import once
from checker.units import compatible

TOTALS = frozenset(["count", "number", "currency", "physical", "duration", "percent"])
_MOST_PARTS = 12
_HUNDRED = 100
_MORE = 8  # symbols behind the last part
_CALLED = 6  # symbols in front of a figure in which it is called a total
_SHARE_BEHIND = 4  # symbols from an amount to the share that it is
_COPIED = 3  # digits of a figure that two parts hardly share
_TAKEN = 5  # symbols from "less" to the comma behind what it takes off


def kin(total: Quantity, part: Quantity) -> bool:
    """True where the part can be measured like the total: its unit, or no unit of its own."""
    if part.kind not in (*TOTALS, "points") or not part.positive or "/" in (part.unit or ""):
        return False
    if total.kind == "points" and total.unit == "point":  # rounds of 18, 15 and 20 gave 53 points
        return part.kind == "number" and part.unit is None or part.kind == "points" and part.unit == "point"
    if total.kind in ("count", "number") and not (total.unit or "").count("/"):
        return part.kind in ("count", "number") or part.kind == "points" and part.unit == "point"
    if part.kind == "number" and part.unit is None:
        return part.scale == total.scale != 1 or total.kind in ("physical", "duration") and part.scale == 1 and part.style == "digits"
    return part.kind == total.kind and compatible(total.unit, part.unit)


def totals_of(line: Line, context: Context) -> list[int]:
    """Positions of the figures of a line that can be totals."""
    known = context.shelf.setdefault("totals", {})
    if line.number not in known:
        known[line.number] = [context.lines.position_of[i] for i in line.figures if _can_total(context.quantity(i))]
    return known[line.number]


def _can_total(q: Quantity) -> bool:
    measured = q.kind in TOTALS or q.kind == "points" and q.unit == "point"
    return measured and q.value is not None and q.value > 1 and "/" not in (q.unit or "") and q.approx is None


def bare_or_same(part: Quantity, total: Quantity, context: Context) -> bool:
    """True where nothing says that the part counts other things than the total: patients are participants."""
    if part.kind == "number" or total.kind not in ("count", "number") or not total.noun or part.noun[-1:] == total.noun[-1:]:
        return True
    if part.inherited and part.noun_last <= part.last:
        return True  # the noun is that of other figures: "most of the calls, 190 of them", where the whole is called times
    anyone, words = context.lexicon.pack.words("all-in"), context.extraction.tokens.words
    return all(q.noun_last >= 0 and words[q.noun_last] in anyone for q in (part, total) if q.noun)


def conjunctions(context: Context) -> frozenset[str]:
    """The symbols of the conjunctions that close a list."""
    return _conjunctions(context.lexicon)


@once
def _conjunctions(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.symbols.chars[w] for w in lexicon.pack.words("conjunction") if w in lexicon.symbols.chars)


def listed(start: int, line: Line, total: Quantity, context: Context) -> list[int] | None:
    """The parts listed from a position on: one a member of the list; None where a member has two."""
    chars = context.lexicon.symbols.chars
    joins = {chars[","], chars[";"]} | conjunctions(context)
    stops = {chars[":"], chars["("], chars[")"], chars["–"], chars["—"]}
    subset, breaks = context.lexicon.pattern("subset-of"), context.lexicon.breaks
    compared = context.lexicon.pattern("versus-word")
    parts: list[int] = []
    fresh, closed, aside = True, False, context.lexicon.pattern("aside")
    for j in range(start, len(line.symbols)):
        s, index = line.symbols[j], line.quantity[j]
        if index < 0:
            if s in joins:
                if closed and parts and aside.match(line.symbols, j + 1):
                    break  # "..., 9 crew and 13 students, the youngest of them 19"
                closed = closed or s not in (chars[","], chars[";"])
                fresh = True
            elif s in stops or j > start and breaks.match(line.symbols, j) and s not in joins:
                break
            continue
        q = context.quantity(index)
        if not kin(total, q):
            if q.is_measure and q.kind in ("count", "number", "currency") and fresh:
                return None
            continue
        if any(m.end() == j for m in subset.finditer(line.symbols, max(0, j - 4), j)):
            if fresh:
                return None
            continue
        if not fresh or parts and compared.search(line.symbols, context.lines.position_of[parts[-1]] + 1, j):
            return None
        parts.append(index)
        fresh = False
    return parts if len(parts) <= _MOST_PARTS else None


def after_noun(index: int, line: Line, context: Context) -> int:
    """Position after a figure and the noun that it counts."""
    q, at = context.quantity(index), context.lines.position_of[index]
    return at + 1 + max(0, q.noun_last - q.last)


def added(parts, line: Line, context: Context) -> bool:
    """True where some part is what comes on top of others: "five more", "also", "another"."""
    more, each = context.lexicon.pattern("increment"), context.lexicon.pattern("each-one")
    first, last = (context.lines.position_of[parts[i]] for i in (0, -1))
    span = max(0, first - 4), min(len(line.symbols), last + 4)
    return bool(more.search(line.symbols, *span) or each.search(line.symbols, *span))


def participle(at: int, line: Line, context: Context, reach: int = 1) -> bool:
    """True of a word that tells what was done with the thing in front of it: "treated with saline", "visited in spring"."""
    if at >= len(line.firsts):
        return False
    made = context.extraction.tokens.words[line.firsts[at]].endswith(tuple(context.lexicon.pack.words("participle-ending")))
    return made and near(context).within("participle-tie", line, at + 1, at + 1 + reach)


def is_subset(at: int, line: Line, context: Context) -> bool:
    """True of a figure that is a share of the one before it, or something to compare with."""
    if near(context).ends("scored-up", line, at, 3):
        return False
    return near(context).ends("subset-of", line, at, 4)


def base_of_part(at: int, line: Line, context: Context) -> bool:
    """True of "64 of 310 patients": what follows may be parts of the part."""
    before = next((j for j in range(at - 1, max(-1, at - 4), -1) if line.quantity[j] >= 0), None)
    return before is not None and bool(context.lexicon.pattern("part-of").fullmatch(line.symbols, before + 1, at))


def pinned_by(frames: Iterable[Frame], *families: str) -> set[int]:
    """The figures that frames of some families have tied."""
    return {i for f in frames if f.family in families for part in f.pinned & f.claims.keys() for i in f.claims[part]}


def share_behind(index: int, context: Context) -> int:
    """The position of the share of something larger that stands right behind an amount, "521,000 nights (27% of the foreign total)",
    "241 million, or 60% of revenue": a part itself; -1 where there is none, as in "90 nurses (60% of them men)"."""
    line, words = context.line(index), near(context)
    start, marks = after_noun(index, line, context), context.lexicon.symbols.marks
    at = next((p for p in range(start, min(len(line.symbols), start + _SHARE_BEHIND)) if line.quantity[p] >= 0), -1)
    if at < 0 or context.quantity(line.quantity[at]).kind not in ("percent", "ratio"):
        return -1
    right_behind = at - start < 2 or all(line.symbols[p] in marks or words.within("or-word", line, p, p + 1) for p in range(start, at))
    of_more = words.pattern("of-alone").match(line.symbols, at + 1) and not words.pattern("of-them").match(line.symbols, at + 1)
    return at if right_behind and of_more else -1


def is_former(index: int, context: Context) -> bool:
    """True of the second of "to 60 mln barrels from 25 mln": what a figure right in front of it has risen or fallen from."""
    line, at, q = context.line(index), context.lines.position_of[index], context.quantity(index)
    before = next((line.quantity[p] for p in range(at - 1, max(-1, at - _CALLED), -1) if line.quantity[p] >= 0), -1)
    if before < 0 or not near(context).ends("former-from", line, at, 2):
        return False
    return kin(context.quantity(before), q) and near(context).ends("former-to", line, context.lines.position_of[before], 2)


def called_total(index: int, context: Context) -> bool:
    """True of "a total loss of 140": a sum itself, and hardly a part; not of "of the total, 140"."""
    line, at, words = context.line(index), context.lines.position_of[index], near(context)
    start = max([p + 1 for p in range(max(0, at - _CALLED), at) if line.quantity[p] >= 0], default=max(0, at - _CALLED))
    return words.ends("of-alone", line, at, 1) and words.within("called-total", line, start, at) and not words.within("of-the-total", line, start, at)


def attributive(index: int, context: Context) -> bool:
    """True of "64-bit": what sort of thing the next word is, and no amount of it."""
    q = context.quantity(index)
    return "-" in context.extraction.tokens.words[q.first : q.last + 1]


@once_a_figure
def is_compared(index: int, context: Context) -> bool:
    """True of a figure that another is compared with: "up from 1,750"."""
    return near(context).ends("compared-word", context.line(index), context.lines.position_of[index], 4)


def overlaps(line: Line, context: Context) -> str | None:
    """The reason why parts need not add up, where words of the sentence or of its neighbours say so."""
    return "blocked-overlap" if _overlaps(line, context) else None


@once_a_line
def _overlaps(line: Line, context: Context) -> bool:
    words, around = near(context), context.lines.lines[max(0, line.number - 1) : line.number + 2]
    if words.has("overlapping-here", line):
        return True
    return any(other.block == line.block and (words.has("overlapping", other) or _more_than_one(other, context)) for other in around)


def _more_than_one(line: Line, context: Context) -> bool:
    """True of "more than one", whose words the figure has taken in."""
    return any((q := context.quantity(i)).value == 1 and q.approx == "above" and q.strict and q.style == "words" for i in line.figures)


def sum_frame(total, parts, tied, tier, line, context, rest=None, blocked=None, whole=False) -> Frame:
    q = context.quantity(total)
    claims = {"total": (total,), "part": parts, **({"rest": (rest,)} if rest is not None else {})}
    blocked = None if whole else blocked or overlaps(line, context)
    tied = tied and not any(in_row(total, i, context, conjunctions(context)) for i in parts)  # "diets with 0, 1, 2 or 5 grams"
    tied = tied and not any(q.last < context.quantity(i).first <= q.noun_last for i in parts)  # "eleven of the fourteen eight-thousanders"
    tied = tied and not _all_of_it(total, parts, context) and not _one_more(total, parts, context)
    return Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), tier, blocked)


def _one_more(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True where what is missing stands beside the parts in words: "three backs, two wings and a keeper", "another pair"."""
    missing = context.quantity(total).value - sum(context.quantity(i).value for i in parts)
    if missing > 0 and near(context).within("sum-lacking", context.line(parts[-1]), context.lines.position_of[parts[-1]] + 1, len(context.line(parts[-1]).symbols)):
        return True
    name = {1: "one-more", 2: "pair-more"}.get(missing)
    if name is None or any(context.quantity(i).kind not in ("count", "number") for i in (total, *parts)):
        return False
    words, at, first, last = near(context), context.lines.position_of, context.line(parts[0]), context.line(parts[-1])
    if missing == 1 and words.within("one-last", last, at[parts[-1]] + 1, len(last.symbols)):
        return True  # "the remaining two next summer, the last one the year after"
    for line in context.lines.lines[first.number : last.number + 1]:
        start, end = at[parts[0]] if line is first else 0, at[parts[-1]] + _MORE if line is last else len(line.symbols)
        if any(all(i < 0 for i in line.quantity[m.end() : m.end() + 3]) for m in words.matches(name, line, start, end)):
            return True  # not "and a further 12"
    return False


def _all_of_it(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of a share that makes a hundred with those behind it: "a stake of 52 percent, with Arno holding 28 percent and Bell 20"."""
    found = [context.quantity(i) for i in (total, *parts)]
    return found[0].kind == "percent" and sum(q.value for q in found) == _HUNDRED


def slipped(total: int, parts: list[int] | tuple[int, ...], context: Context) -> bool:
    """True where the parts add up, or one figure typed wrong explains why not: where grammar ties loosely, parts that miss
    their total otherwise are likelier parts of something else."""
    t, found = context.quantity(total), [context.quantity(p) for p in parts]
    made = sum(q.value for q in found)
    if 2 * abs(made - t.value) > max(made, t.value):
        return False
    return made == t.value or one_slip(t, made) or any(one_slip(q, q.value + t.value - made) for q in found)


def telling_slip(total: int, parts: list[int] | tuple[int, ...], context: Context) -> int:
    """How telling the slip is that explains why parts miss their total: see `slips`."""
    t, found = context.quantity(total), [context.quantity(p) for p in parts]
    made = sum(q.value for q in found)
    return max([slip_between(t, made), *(slip_between(q, q.value + t.value - made) for q in found), WEAK if copied(total, parts, context) else NONE])


def copied(total: int, parts: list[int] | tuple[int, ...], context: Context) -> bool:
    """True where a part has the figure of its total, or of another part, to three digits: written twice, it stands where another
    was meant. Not where it says the total again: "of the 3,140 members 1,720"."""
    t, found = context.quantity(total), [context.quantity(p) for p in parts]
    made, words = sum(q.value for q in found), near(context)
    if len({context.lines.line_of[i] for i in parts}) > 1:
        return False  # told again in another sentence
    for i, q in zip(parts, found):
        if figures_that_count(q) < _COPIED:
            continue
        again = words.ends("definite", context.line(i), context.lines.position_of[i], 2)
        twice = made != t.value and q.value + t.value - made > 0 and sum(other.value == q.value for other in found) == 2
        if twice or q.value == t.value and not again:
            return True
    return False


def figures_that_count(q: Quantity) -> int:
    """Digits of a figure without the zeros at its end: four of 41,250,000."""
    return len(str(int(q.value / (q.place or q.scale))).rstrip("0"))


def sums_or_less(parts: tuple[int, ...], total: Quantity, context: Context) -> bool:
    """True where one of several figures is a sum itself, or gives the total when it is taken away from the others: "120 seats, to
    which it adds 8 and takes away 5, making 123"."""
    if any(called_total(i, context) for i in parts):
        return True
    values = [context.quantity(i).value for i in parts]
    return len(values) > 2 and any(sum(values) - 2 * value == total.value for value in values)


def slashed(q: Quantity, context: Context) -> bool:
    """True of "2,500/4,000"."""
    words = context.extraction.tokens.words
    return "/" in words[max(0, q.first - 1) : q.first] + words[q.last + 1 : q.last + 2]


def plain_count(index: int, context: Context) -> bool:
    """True of a whole number of things, which no hedge, bound or change makes another one: not of "about 30", "12/40"."""
    q = context.quantity(index)
    whole = q.kind in ("count", "number") and q.positive and q.value.denominator == 1
    return whole and not q.approx and not q.change and q.sense not in ("range", "bound") and not slashed(q, context)


def equated(index: int, context: Context) -> bool:
    """True of "n = 28"."""
    at = context.lines.position_of[index]
    return at > 0 and context.line(index).symbols[at - 1] == context.lexicon.symbols.chars["="]


def in_row(a: int, b: int, context: Context, needed: frozenset[str] = frozenset()) -> bool:
    """True of figures of one list: "30, 40 and 50 mg"; where symbols are needed, one of them must stand between."""
    if context.lines.line_of[a] != context.lines.line_of[b]:
        return False
    start, end = sorted(context.lines.position_of[i] for i in (a, b))
    between = set(context.line(a).symbols[start + 1 : end])
    return bool(between) and (not needed or bool(needed & between)) and between <= conjunctions(context) | {context.lexicon.symbols.chars[","]}


def taken_off(start: int, end: int, line: Line, context: Context) -> bool:
    """True of a word between commas with what it takes off: "sales, less returned goods, averaged"."""
    comma = context.lexicon.symbols.chars[","]
    closing = line.symbols.find(comma, end, end + _TAKEN)
    return start > 0 and line.symbols[start - 1] == comma and closing > end and all(i < 0 for i in line.quantity[end:closing])
