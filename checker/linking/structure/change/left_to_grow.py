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
from checker.linking.structure.time.date_slips import in_years
from checker.model import TIMES, Frame, Quantity
from checker.rational import Fraction

_REACH = 60  # sentences around the words that say so
_RATE = 4  # ... in which the rate stands
_BEHIND = 12  # symbols behind a rate in which "each January" stands
_APART = Fraction(8, 5)  # times that what is told may miss what the terms make
_LONGEST_YEARS, _LEAST_YEARS = 60, 2
_MOST_YEARS = 99  # that are reckoned through
_MANY = 200  # amounts around: among so many none is the only one
_KINDS = ("currency", "physical", "count", "number")
_LEAST = 100  # of bare counts
_LEADS = 10  # symbols in front of a last value


def left_to_grow(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "compound-interest" of money and "compound" of anything else (new, base, rate, duration)."""
    words, found = near(context), []
    if not words.standing("grows-on"):
        return []
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
    lasts = [i for i in amounts if _ended(i, context, words)]
    if len(amounts) > _MANY or not lasts:
        return None
    spans = [(line.number, i) for line in lines for i in line.figures if _in_years(context.quantity(i))]
    ways: dict[tuple[Fraction, Fraction], tuple[int, int, int]] = {}
    for new in lasts:
        for base in (i for i in amounts if i < new and _alike(i, new, context)):
            years = _years(base, new, rate, home, spans, context)
            if years is not None and _plausible(context.quantity(base), context.quantity(new), q, sign, context.quantity(years)):
                ways.setdefault((context.quantity(base).value, context.quantity(new).value), (base, new, years))
    if len(ways) != 1:
        return None
    base, new, years = next(iter(ways.values()))
    claims = {"new": (new,), "base": (base,), "rate": (rate,), "duration": (years,)}
    return Frame(_family(claims, sign, context), (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), "alone")


def _family(claims: dict[str, tuple[int, ...]], sign: int, context: Context) -> str:
    """Of money the terms are exact; a bare sum is taken for exact too, so that one that is only rounded is not put among these."""
    new, base, rate, span = (context.quantity(claims[name][0]) for name in ("new", "base", "rate", "duration"))
    if sign < 0 or base.kind != "currency" or rate.approx or new.approx and new.kind != "currency":
        return "compound"
    return "compound" if new.kind == "number" and rounded_to(base, rate, span, new) else "compound-interest"


def made_of(base: Quantity, rate: Quantity, span: Quantity, sign: int = 1) -> Fraction | None:
    """What a value comes to by a yearly rate; None of parts of a year, and of more years than anybody waits.

    >>> terms = [Quantity(0, 0, 0, 0, 0, 0, 0, kind, Fraction(n), unit) for kind, n, unit in (("currency", 200, "GBP"), ("percent", 10, "percent"))]
    >>> [made_of(*terms, Quantity(0, 0, 0, 0, 0, 0, 0, "duration", Fraction(n), "year")) for n in (2, 9_000_000)]
    [Fraction(242, 1), None]
    """
    years = in_years(span)
    return base.value * (1 + sign * rate.value / 100) ** int(years) if years.denominator == 1 and years <= _MOST_YEARS else None


def rounded_to(base: Quantity, rate: Quantity, span: Quantity, new: Quantity) -> bool:
    """Whether a bare figure is what the terms make, rounded to its last place."""
    made = made_of(base, rate, span)
    return made is not None and abs(made - new.value) <= (new.place or 1)


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


def _years(base: int, new: int, rate: int, home: Line, spans: list[tuple[int, int]], context: Context) -> int | None:
    """The one length of time in years that the sentences between the first value and the last tell; `spans` are all of them
    around, with their sentences."""
    base_at, new_at, rate_at = (context.lines.line_of[i] for i in (base, new, rate))
    numbers = (home.number, rate_at, base_at, new_at)
    for low, high in (*((n, n) for n in numbers), (min(numbers), max(numbers))):
        found = [i for number, i in spans if low <= number <= high]
        if found:
            return found[0] if len({in_years(context.quantity(i)) for i in found}) == 1 else None
    return None


def _in_years(q: Quantity) -> bool:
    if q.kind != "duration" or not q.value or q.unit not in ("year", "decade") or q.approx is not None:
        return False
    return _LEAST_YEARS <= in_years(q) <= _LONGEST_YEARS and in_years(q).denominator == 1


def _plausible(base: Quantity, new: Quantity, rate: Quantity, sign: int, span: Quantity) -> bool:
    """Whether the two are about as far apart as the terms make them: others are of something else."""
    made = made_of(base, rate, span, sign)
    return made is not None and (new.value > base.value) == (sign > 0) and max(new.value / made, made / new.value) <= _APART
