"""What there was at first, all that came and went, and what is left: every figure of the unit has its part by the words at it.

    opened the week with 64 umbrellas. Nineteen went out on Monday and 12 on the Tuesday; five came back. That leaves 38
    Opening stock, 318; issued to marshals, 172; remaining on the shelf, 146
    the parish had 12,500 left of its legacy of 70,000      when the roof and the boiler were paid for, 41,000 and 16,500
    the club had £640 at the bank ... fees brought £900 and a raffle £1,410, in all £2,310; payments came to £2,480. At the close there was £470

A flow without a verb goes the way of the one in front of it; parts of a flow are passed over ("of which", in brackets, summed up
behind them). Where one figure of the unit has no part, nothing is said; where words only tell the time at which something was
there ("at the close"), a slip of the hand must explain what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.slips import WEAK, slip_between
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame, Quantity
from checker.rational import Fraction
from checker.units import compatible

_CUES = ("stock-left", "stock-left-behind", "stock-so", "stock-end")
_BACK = 6  # sentences from what there was to what is left
_FRONT, _BEHIND = 9, 5  # symbols around a figure in which words give it its part
_KINDS = frozenset("count number currency physical duration points".split())
_COUNTS = ("count", "number")
_APART = 100  # times as much: no part of it
_FEW = 8  # figures of one account
_LONG = 100  # in units of its last place: few figures are one slip away
_IN_ALL = 5  # symbols from "total" to a figure that sums up


def stocks(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "stock" (opening, in, out, closing) and "stock-out", where nothing came."""
    words, lines, found = near(context), prose_lines(context), []
    taken = {i for f in frames if f.pinned and f.family in ("balance", "account") for own in f.claims.values() for i in own}
    for n, line in enumerate(lines):
        if not line.figures or not any(words.has(name, line) for name in words.among(_CUES, line)):
            continue
        for closing in line.figures:
            told = closing not in taken and _plain(context.quantity(closing)) and _is_left(closing, line, context, words)
            if told or closing not in taken and _at_end(closing, line, context, words):
                made = _account(closing, [x for x in lines[max(0, n - _BACK) : n + 1] if x.block == line.block], context, words)
                if made:
                    found.append(made if told or _as_stated(made, context) else replace(made, pinned=frozenset()))
    return found


def _plain(q: Quantity) -> bool:
    return q.kind in _KINDS and q.value is not None and q.value > 0 and not q.approx and q.sense != "range" and "/" not in (q.unit or "") and q.style not in ("fraction", "multiple")


def _is_left(index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether words say that a figure is what is left, or what follows."""
    at = context.lines.position_of[index]
    start = _since(at, line, context)
    led = [m.end() for m in words.matches("stock-left", line, start, at)]
    if led and not words.within("conjunction", line, led[-1], at) or words.within("stock-left-behind", line, at + 1, _stop(at, line, context)):
        return True
    last = not any(_kin(context.quantity(index), context.quantity(i), context) for i in line.quantities(at + 1))
    opened = (m.start() for m in words.matches("stock-so", line, max(0, at - _FRONT), at))
    return last and any(not p or line.symbols[p - 1] in context.lexicon.symbols.marks for p in opened)


def _at_end(index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether words say that a figure was there at the end of the time: "at the close the club had 470"."""
    at = context.lines.position_of[index]
    start = _since(at, line, context)
    timed = words.within("stock-end", line, start, at) or words.within("stock-end", line, at + 1, at + _BEHIND)
    return _plain(context.quantity(index)) and timed and words.within("stock-there", line, start, at)


def _as_stated(frame: Frame, context: Context, loose: bool = False) -> bool:
    """Whether an account comes out, or misses by a slip of the hand in one of its figures; a `loose` one in a figure of some digits."""
    def value(part: str) -> Fraction:
        return sum((context.quantity(i).value for i in frame.claims.get(part, ())), Fraction(0))

    off = value("opening") + value("in") - value("out") - value("closing")
    signs = {"opening": -1, "in": -1, "out": 1, "closing": 1}
    implied = [(context.quantity(i), context.quantity(i).value + off * sign) for part, sign in signs.items() for i in frame.claims.get(part, ())]
    return not off or any(value > 0 and slip_between(q, value) > WEAK and (not loose or q.value / (q.place or q.scale) >= _LONG) for q, value in implied)


def _stop(at: int, line: Line, context: Context) -> int:
    """Where the words behind a figure end that are its own: at the next mark."""
    return next((p for p in range(at + 1, min(len(line.symbols), at + _BEHIND)) if line.symbols[p] in context.lexicon.symbols.marks), at + _BEHIND)


def _since(at: int, line: Line, context: Context) -> int:
    """Where the words in front of a figure begin that are its own: behind the figure before it that is no date."""
    return max(at - _FRONT, max((p + 1 for p in range(at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind not in TIMES), default=0), 0)


def _kin(opening: Quantity, q: Quantity, context: Context) -> bool:
    """Whether a figure can be part of the account of another."""
    if not _plain(q) or not _plain(opening) or not q.value < _APART * opening.value:
        return False
    if opening.kind in _COUNTS and q.kind in _COUNTS:
        return q.scale == opening.scale and (not q.noun or not opening.noun or q.noun[-1] == opening.noun[-1])
    if q.kind == "number":
        return q.unit is None and not q.noun and (q.scale == opening.scale) and q.style == "digits"
    return q.kind == opening.kind and compatible(q.unit, opening.unit)


# ---------------------------------------------------------------- the account


def _account(closing: int, lines: list[Line], context: Context, words: Near) -> Frame | None:
    c = context.quantity(closing)
    home = lines[-1]
    behind = _left_of(closing, home, context, words)
    figures = [i for line in lines for i in line.figures if i < closing]
    sample = _sample(closing, behind, [i for i in figures if _opens(i, context, words)] if behind is None else home.figures, context)
    like = [i for i in figures if _kin(sample, context.quantity(i), context) and not _made_up(i, context, words)]
    opening = behind if behind is not None else next((i for i in like if _opens(i, context, words)), None)
    flows = [i for i in like if (i > opening if behind is None else context.line(i) is home)] if opening is not None else []
    flows = _whole_flows(flows, context, words)
    at = context.lines.position_of[closing]
    if words.within("stock-part-behind", home, at + 1, at + 3) or words.within("stock-compared", home, at + 1, at + 2):
        return None  # "1.4 million, 0.9 million of it"; "750 more trees than five years ago"
    if not flows or len(flows) > _FEW or not _kin(context.quantity(opening), c, context) or _off((opening, *flows, closing), context, words) or any(_of_some(i, context, words) for i in flows):
        return None
    signs = list(_signs(flows, context, words))
    if 0 in signs:
        return None
    went, came = tuple(i for i, s in zip(flows, signs) if s < 0), tuple(i for i, s in zip(flows, signs) if s > 0)
    there = sum(context.quantity(i).value for i in (opening, *came))
    if not went or c.noun and not context.quantity(opening).noun:
        return None
    claims = {"opening": (opening,), "out": went, **({"in": came} if came else {}), "closing": (closing,)}
    told = all(context.quantity(i).value < there for i in (*went, closing))  # more than there was is hardly of this account
    made = Frame("stock" if came else "stock-out", (c.start, c.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles")
    told = told and there > sum(context.quantity(i).value for i in went) and not any(context.line(i).crowded for i in (opening, *flows, closing))
    loose = any(words.within("stock-loose", context.line(i), _since(context.lines.position_of[i], context.line(i), context), context.lines.position_of[i]) for i in (opening, *flows))
    return made if told and not loose or _as_stated(made, context, loose) else replace(made, pinned=frozenset())


def _whole_flows(flows: list[int], context: Context, words: Near) -> list[int]:
    """The flows without parts of others: what stands in brackets or behind "of which", and what a total behind it sums up."""
    kept: list[int] = []
    for i in flows:
        line, at = context.line(i), context.lines.position_of[i]
        if _parted(i, line, at, context, words) or _bracketed(line, at, context):
            continue
        if words.within("stock-in-all", line, max(_since(at, line, context), at - _IN_ALL), at):
            size = next((n for n in range(2, len(kept) + 1) if sum(context.quantity(k).value for k in kept[-n:]) == context.quantity(i).value), 0)
            kept = kept[: len(kept) - size]
        kept.append(i)
    return kept


def _parted(index: int, line: Line, at: int, context: Context, words: Near) -> bool:
    """Whether a figure is a part of one in front: "2,480, of which the roof took 900"."""
    start = words.place("stock-of-which", line, 0, at, last=True)
    if start < 0 or words.within("stock-parts-end", line, start, at):
        return False
    return any(_kin(context.quantity(index), context.quantity(k), context) for k in line.quantities(0, start))


def _bracketed(line: Line, at: int, context: Context) -> bool:
    chars = context.lexicon.symbols.chars
    before = line.symbols[:at]
    return bool(chars.get("(")) and before.count(chars["("]) > before.count(chars.get(")", "\0"))


def _sample(closing: int, behind: int | None, others, context: Context) -> Quantity:
    """The figure that says of what unit the account is."""
    c = context.quantity(closing)
    told = [context.quantity(i) for i in (closing, *([behind] if behind is not None else ()), *others)]
    return next((q for q in told if _plain(q) and (q.unit or q.noun) and (q is c or _kin(q, c, context))), c)


def _left_of(closing: int, line: Line, context: Context, words: Near) -> int | None:
    """The figure behind "left of the": "found itself with $470 left of the $2,600 that it had raised"."""
    at = context.lines.position_of[closing]
    if not words.within("stock-left-behind", line, at + 1, at + 3):
        return None
    behind = [i for i in line.quantities(at + 1, at + _BEHIND + 3) if _kin(context.quantity(i), context.quantity(closing), context)]
    p = context.lines.position_of[behind[0]] if behind else 0
    return behind[0] if behind and words.within("of-word", line, at + 1, p) and context.quantity(behind[0]).value > context.quantity(closing).value else None


def _opens(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("stock-open", line, _since(at, line, context), at) or words.within("stock-open-behind", line, at + 1, at + _BEHIND)


def _made_up(index: int, context: Context, words: Near) -> bool:
    """True of what the opening figure is made up of: "a sum made up of 74,000 for the barge and 12,000 for the cargo"."""
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("stock-made-up", line, 0, at)


def _off(figures: tuple[int, ...], context: Context, words: Near) -> bool:
    """Whether a figure is a rate, a part of another, or no fact; and whether another one stands between that is of the unit in other words."""
    for i in figures:
        line, at = context.line(i), context.lines.position_of[i]
        if words.within("stock-off", line, max(_since(at, line, context), at - 3), at) or i != figures[-1] and words.within("stock-off", line, at + 1, at + _BEHIND):
            return True
    first, last = min(figures), max(figures)
    return any(q.approx and q.kind == context.quantity(last).kind for q in map(context.quantity, range(first, last)))


def _of_some(index: int, context: Context, words: Near) -> bool:
    """True of "of the 120 sold": a part of it follows."""
    return words.ends("stock-some", context.line(index), context.lines.position_of[index], 4)


def _signs(flows: list[int], context: Context, words: Near) -> Iterator[int]:
    """1 of what came, -1 of what went, 0 where the words do not tell; without a verb as the one before."""
    known, before = 0, None
    for i in flows:
        line, at = context.line(i), context.lines.position_of[i]
        start, wide = _clause(at, line, context), _clause(at - 1, line, context)
        end = next((p for p in range(at + 1, len(line.symbols)) if line.quantity[p] >= 0 or line.symbols[p] in context.lexicon.symbols.marks or words.pattern("mark-clause").match(line.symbols, p)), len(line.symbols))
        sign = _way(start, at, line, words, last=True) or _way(at + 1, end, line, words, last=False) or _way(wide, at, line, words, last=True)
        elliptic = not words.pattern("stock-be").match(line.symbols, at + 1)
        if not sign and elliptic and before is not None and context.line(before) is line:
            sign = known
        if not sign and start > 0 and before is None and words.pattern("mark-clause").match(line.symbols):
            sign = _way(0, start, line, words, last=True)  # "once the hall and the band had been paid, 41,000 and 16,500"
        yield sign
        known, before = sign, i


def _clause(at: int, line: Line, context: Context) -> int:
    """Where the words of a figure's own clause begin: behind a mark, a conjunction or the figure before it."""
    joins = (*context.lexicon.symbols.marks, *conjunctions(context))
    hard = max((p + 1 for p in range(at) if line.quantity[p] >= 0), default=0)
    soft = max((p + 1 for p in range(at) if line.symbols[p] in joins), default=0)
    return max(hard, soft)


def _way(start: int, end: int, line: Line, words: Near, last: bool) -> int:
    """The direction of the word of coming or going that is nearest to the figure; 0 without one, or with two at one place."""
    found = [(m.end() if last else -m.start(), m.end() - m.start(), sign) for name, sign in (("stock-out", -1), ("stock-in", 1)) for m in words.matches(name, line, max(0, start), end)]
    best = max(found, default=None)
    if best and best[2] > 0 and words.within("negation", line, max(start, abs(best[0]) - best[1] * last - 2), abs(best[0]) - best[1] * last):
        return -1  # "lent and not returned"
    return best[2] if best else 0
