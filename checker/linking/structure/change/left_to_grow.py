"""What is left to grow on what it has already gained: a first value, a yearly rate, the years, and what they make, far apart.

    left £80,000, on condition that neither the sum nor the interest be touched for eighteen years ... 4 per cent a year ... It was
    paid out last month: £162,065

Words say that growth is added to growth ("interest upon interest", "added to the capital", "in each successive year"). Then
the one yearly rate near them, the one length of time and the one pair of amounts that it can lead between belong together,
wherever they stand in between.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.near import Near, near
from checker.model import TIMES, Frame, Quantity
from checker.rational import Fraction

_REACH = 60  # sentences around the words that say so
_RATE = 4  # ... in which the rate stands
_BEHIND = 12  # symbols behind a rate in which "each January" stands
_APART = Fraction(8, 5)  # times that what is told may miss what the terms make
_MOST_YEARS, _LEAST_YEARS = 60, 2
_KINDS = ("currency", "physical", "count", "number")
_LEAST = 100  # of bare counts
_LEADS = 10  # symbols in front of a last value


def left_to_grow(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "compound-interest" of money and "compound" of anything else (new, base, rate, duration)."""
    words, found = near(context), []
    settled = {i for f in frames if f.family.startswith("compound") and f.pinned and f.tier < 2 for i in f.claims.get("rate", ())}
    for line in context.lines.lines:
        if line.crowded or not words.has("grows-on", line):
            continue
        reader = reader_of(context)
        rate = _rate(line, reader, words)
        if rate is None or rate in settled:
            continue
        frame = _frame(rate, line, reader, words)
        if frame is not None:
            settled.add(rate)
            found.append(frame)
    return found


def _rate(home: Line, reader: Reader, words: Near) -> int | None:
    """The one yearly rate in the sentences nearest to the words."""
    lines, context = reader.context.lines.lines, reader.context
    for reach in range(_RATE + 1):
        around = [lines[n] for n in {home.number - reach, home.number + reach} if 0 <= n < len(lines)]
        rates = [q for line in around for p, q in line.placed if _yearly(p, q, line, home, context, words)]
        if rates:
            return rates[0] if len(rates) == 1 else None
    return None


def _yearly(place: int, index: int, line: Line, home: Line, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    if q.kind != "percent" or not q.value or not 0 < q.value < 40 or q.approx in ("above", "below") or q.sense in ("range", "bound"):
        return False
    if (q.unit or "").endswith("/year"):
        return True
    if "/" in (q.unit or ""):
        return False
    following = line.quantity[place + 2] if place + 2 < len(line.quantity) else -1
    if words.within("grows-every", line, place + 1, place + 2) and following >= 0 and context.quantity(following).kind in TIMES:
        return True  # "by 3 per cent each January"
    return words.within("grows-each", line, place + 1, place + 1 + _BEHIND) or line is home and words.within("grows-yearly", line, 0, len(line.symbols))


def _frame(rate: int, home: Line, reader: Reader, words: Near) -> Frame | None:
    context = reader.context
    lines = context.lines.lines[max(0, home.number - _REACH) : home.number + _REACH + 1]
    if any(words.has("grows-otherwise", line) for line in lines):
        return None
    down = words.within("growth-down", context.line(rate), context.lines.position_of[rate] - 6, context.lines.position_of[rate] + 3)
    q, sign = context.quantity(rate), -1 if down else 1
    amounts = [i for line in lines if not line.crowded for i in line.figures if _is_amount(context.quantity(i))]
    ways = []
    for base in amounts:
        for new in amounts:
            if base < new and _alike(base, new, context) and _ended(new, context, words):
                years = _years(base, new, rate, home, context)
                if years is not None and _plausible(context.quantity(base), context.quantity(new), q, sign, context.quantity(years)):
                    ways.append((base, new, years))
    if len({(context.quantity(b).value, context.quantity(n).value) for b, n, _ in ways}) != 1:
        return None
    base, new, years = ways[0]
    claims = {"new": (new,), "base": (base,), "rate": (rate,), "duration": (years,)}
    return Frame(_family(claims, sign, context), (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), "alone")


def _family(claims: dict[str, tuple[int, ...]], sign: int, context: Context) -> str:
    """Of money the terms are exact; a bare sum is taken for exact too, so that one that is only rounded is not put among these."""
    new, base, rate, span = (context.quantity(claims[name][0]) for name in ("new", "base", "rate", "duration"))
    if sign < 0 or base.kind != "currency" or rate.approx or new.approx and new.kind != "currency":
        return "compound"
    return "compound" if new.kind == "number" and rounded_to(base, rate, span, new) else "compound-interest"


def rounded_to(base: Quantity, rate: Quantity, span: Quantity, new: Quantity) -> bool:
    """Whether a bare figure is what the terms make, rounded to its last place."""
    years = int(span.value * (10 if span.unit == "decade" else 1))
    return abs(base.value * (1 + rate.value / 100) ** years - new.value) <= (new.place or 1)


def _is_amount(q: Quantity) -> bool:
    if q.kind not in _KINDS or not q.value or q.value <= 0 or q.approx in ("above", "below") or q.sense in ("range", "bound") or "/" in (q.unit or "") and not (q.unit or "").endswith(("/month", "/year")):
        return False
    return q.change is None and (q.kind == "currency" or q.value >= _LEAST)


def _alike(a: int, b: int, context: Context) -> bool:
    p, q = context.quantity(a), context.quantity(b)
    if p.kind == "number" or p.scale != q.scale and p.kind != "currency":
        return False
    if q.kind == "number":
        return q.unit is None and not q.noun
    unit = [(x.unit or "").partition("/")[0] for x in (p, q)]
    return p.kind == q.kind and unit[0] == unit[1] and (p.kind != "count" or not p.noun or not q.noun or p.noun[-1] == q.noun[-1])


def _ended(index: int, context: Context, words: Near) -> bool:
    """True of a value that something has grown to, or that is left, as words in front of it tell."""
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("grows-to", line, at - _LEADS, at) or words.within("grows-to-behind", line, at + 1, at + 4)


def _years(base: int, new: int, rate: int, home: Line, context: Context) -> int | None:
    """The one length of time in years that the sentences between the first value and the last tell."""
    lines, line_of = context.lines.lines, context.lines.line_of
    numbers = [line_of[i] for i in (base, new, rate)] + [home.number]
    for passage in ([home], [lines[line_of[rate]]], [lines[line_of[base]]], [lines[line_of[new]]], lines[min(numbers) : max(numbers) + 1]):
        found = [i for line in passage for i in line.figures if _in_years(context.quantity(i))]
        values = {context.quantity(i).value * (10 if context.quantity(i).unit == "decade" else 1) for i in found}
        if values:
            return found[0] if len(values) == 1 else None
    return None


def _in_years(q: Quantity) -> bool:
    years = q.value * (10 if q.unit == "decade" else 1) if q.kind == "duration" and q.value else 0
    return q.unit in ("year", "decade") and q.approx is None and _LEAST_YEARS <= years <= _MOST_YEARS and years.denominator == 1


def _plausible(base: Quantity, new: Quantity, rate: Quantity, sign: int, span: Quantity) -> bool:
    """Whether the two are about as far apart as the terms make them: others are of something else."""
    years = int(span.value * (10 if span.unit == "decade" else 1))
    made = base.value * (1 + sign * rate.value / 100) ** years
    return (new.value > base.value) == (sign > 0) and max(new.value / made, made / new.value) <= _APART
