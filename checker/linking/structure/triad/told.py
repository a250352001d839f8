"""Figures that are for one of something, however the text tells it: what `unit_rates` reads, and

    revenue per employee came to $215,000      a label says what there is of it, and for what
    a permit costs £45; so a kilo cost 9p      the subject is one of the things
    six flats to a floor                       words behind it
    the hourly rate was $300                   an adjective names the time
    30 rows of 28 seats; 1,600 hours at $125   right behind the number of the things
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.linking.structure.rate.unit_rates import UnitRate, clause_start, is_speed, is_step, unit_rates
from checker.model import Quantity
from checker.units import measure_of

_KINDS = ("count", "number", "currency", "physical", "duration")
_COUNTS = ("count", "number")
_LABEL = 9  # tokens from "per employee" to its figure
_SUBJECT = 12  # tokens from "a permit" to what it costs
_NAMED = 3  # tokens in which the noun of a subject stands
_RIGHT_BEHIND = 7  # symbols from a number of things to what one of them is
_ADJECTIVE = 7  # symbols from "hourly" to its figure
_TIMES = ("hour", "day", "week", "month", "year")
_EACH = tuple(f"triad-each-{unit}" for unit in _TIMES)


def told_rates(context: Context, words: Near) -> list[UnitRate]:
    """Every figure once, the surest way of telling first."""
    if "told-rates" not in context.shelf:
        context.shelf["told-rates"] = list(_told_rates(context, words))
    return context.shelf["told-rates"]


def _told_rates(context: Context, words: Near) -> Iterator[UnitRate]:
    known = set()
    for rate in unit_rates(context, words):
        counted = frozenset(stem(w, context) for w in rate.q.noun)
        if rate.q.sense == "bound" or rate.sort == "price" or rate.nouns and rate.nouns <= counted:
            continue
        timed = _of_time(rate.q, rate.nouns, rate.sort, context) or (_timed(rate.line, rate.at, context, words) if rate.sort == "mean" else None)
        if timed == {}:
            continue
        known.add(rate.index)
        if timed is not None:
            yield UnitRate(rate.index, rate.q, rate.line, rate.at, **timed)
            continue
        behind = _behind(rate.q, rate.line, rate.at, context, words) if rate.sort == "after" and not rate.nouns else None
        if behind is not None:
            yield UnitRate(rate.index, rate.q, rate.line, rate.at, **{**behind, "sort": rate.sort})
            continue
        nouns = rate.nouns or _heads(rate.q, rate.sort, context)
        yield replace(rate, nouns=nouns)
    for index, q in enumerate(context.extraction.quantities):
        if q.kind == "physical" and q.value and "/" not in (q.unit or "") and is_speed(q) and context.lines.line_of[index] >= 0:
            known.add(index)
            yield UnitRate(index, q, context.line(index), context.lines.position_of[index], "unit", "[time]")
    for index, q in enumerate(context.extraction.quantities):
        if index in known or not _can_be(index, q, context):
            continue
        line, at = context.line(index), context.lines.position_of[index]
        found = _exchange(q, line, context) or _behind(q, line, at, context, words) or _label(q, line, at, context, words) or _to_one(q, line, context)
        found = found or _timed(line, at, context, words) or _subject(q, line, at, context, words)
        if found is not None:
            yield UnitRate(index, q, line, at, **found)


def _of_time(q: Quantity, nouns: frozenset[str], sort: str, context: Context) -> dict | None:
    """ "110 dollars for each day", "250 for each year": what it is for is a time. Empty where such words stand elsewhere."""
    if sort != "after":
        return None
    tokens, last = context.extraction.tokens.words, max(q.last, q.noun_last)
    for p in range(last + 1, min(last + 4, len(tokens) - 1)):
        if tokens[p] in context.lexicon.pack.words("each"):
            unit = stem(tokens[p + 1], context)
            return {"sort": "timed", "under": "[time]", "unit": unit} if unit in _TIMES else None
    return {} if nouns and nouns <= set(_TIMES) else None


def _heads(q: Quantity, sort: str, context: Context) -> frozenset[str]:
    """Of "£48 a head" the people."""
    name = (q.unit or "").rpartition("/")[2]
    heads = context.lexicon.pack.words("per-head")
    return frozenset(stem(w, context) for w in heads) if sort == "unit" and name in heads else frozenset()


def _can_be(index: int, q: Quantity, context: Context) -> bool:
    plain = q.kind in _KINDS and q.positive and q.sense not in ("range", "bound") and "/" not in (q.unit or "")
    return plain and context.lines.line_of[index] >= 0 and not is_step(index, context)


def _behind(q: Quantity, line: Line, at: int, context: Context, words: Near) -> dict | None:
    """ "Three nights at £85", "30 rows of 28 seats each", "eight laps of the 5.2-kilometre circuit"."""
    before = line.quantities(max(0, at - _RIGHT_BEHIND), at)
    if not before:
        return None
    base, place = context.quantity(before[-1]), context.lines.position_of[before[-1]]
    timed = base.kind == "duration" and q.kind == "currency"
    if not (base.kind == "count" or timed) or base.value is None or base.value < 2 or "/" in (base.unit or "") or base.scale != 1 and base.kind == "duration":
        return None
    if q.kind == "currency" and words.within("of-word", line, at - 1, at) and not words.within("each-word", line, at + 1, at + _RIGHT_BEHIND):
        return None
    name = "triad-at" if q.kind == "currency" else "triad-of" if q.kind in ("count", "physical") else ""
    if not name or set(q.noun[-1:]) & set(base.noun[-1:]):
        return None
    last = max(base.last, base.noun_last)
    tied = words.pattern(name).search(line.symbols, place + 1, at)
    if tied is None or line.firsts[tied.start()] != last + 1 or any(line.symbols[p] in context.lexicon.symbols.closing for p in range(place, at)):
        return None
    if q.kind == "count" and (at - tied.end() > 1 or q.value < 2 or _goes_on(q, line, at, context)):
        return None
    if q.kind == "count" and words.within("triad-beside", line, tied.start(), tied.end()) and not words.within("each-word", line, at + 1, at + _RIGHT_BEHIND):
        return None
    return {"sort": "behind", "base": before[-1], "nouns": frozenset(stem(w, context) for w in base.noun[-1:])}


def _goes_on(q: Quantity, line: Line, at: int, context: Context) -> bool:
    """True of "three estates of 120, 85 and 95 houses": one count of a list."""
    following = line.quantities(at + 1)[:1]
    return bool(following) and context.lines.position_of[following[0]] - at <= 3 and context.quantity(following[0]).noun[-1:] == q.noun[-1:]


def _label(q: Quantity, line: Line, at: int, context: Context, words: Near) -> dict | None:
    """ "Revenue per employee came to $215,000"."""
    if not words.within("triad-per", line, 0, at):
        return None
    tokens, per = context.extraction.tokens.words, context.lexicon.pack.words("triad-per")
    clause = line.firsts[clause_start(line, at, context)] if at else q.first
    for p in range(q.outer - 2, max(clause, q.outer - _LABEL), -1):
        if tokens[p] in per and tokens[p + 1].isalpha() and tokens[p - 1].isalpha():
            if line.quantities(_position(line, p), at):
                return None
            noun = stem(tokens[p + 1], context)
            if measure_of(noun).dimension[:1] == "[":
                return None
            return {"sort": "label", "nouns": frozenset([noun]), "tops": content(clause, p, context)}
    return None


def _position(line: Line, token: int) -> int:
    return bisect_left(line.firsts, token)


def _to_one(q: Quantity, line: Line, context: Context) -> dict | None:
    """ "six flats to a floor"."""
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack.words
    first = max(q.last, q.noun_last) + 1
    if q.kind not in _COUNTS or first + 2 > line.lasts[-1] or tokens[first] not in pack("triad-to") or tokens[first + 1] not in pack("rate-article"):
        return None
    noun = tokens[first + 2]
    return {"sort": "to", "nouns": frozenset([stem(noun, context)])} if noun.isalpha() and measure_of(noun).dimension[:1] != "[" else None


def _exchange(q: Quantity, line: Line, context: Context) -> dict | None:
    """ "9.0 kroner to the dollar", "1.25 dollars for a euro"."""
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack.words
    first = q.last + 1
    if q.kind != "currency" or first + 2 > line.lasts[-1] or tokens[first] not in pack("triad-to") | pack("reckon-for") or tokens[first + 1] not in pack("triad-the"):
        return None
    noun = tokens[first + 2]
    return {"sort": "exchange", "nouns": frozenset([stem(noun, context)])} if noun in pack("currency-name") else None


def _timed(line: Line, at: int, context: Context, words: Near) -> dict | None:
    """ "The effective hourly rate was $300", "mean daily issues were 180"."""
    if not words.maybe(_EACH, line):
        return None
    start = max(clause_start(line, at, context), at - _ADJECTIVE)
    for unit, name in zip(_TIMES, _EACH):
        m = None
        for m in words.matches(name, line, start, at):
            pass
        if m is not None and not line.quantities(m.end(), at):
            return {"sort": "timed", "under": "[time]", "unit": unit}
    return None


def _subject(q: Quantity, line: Line, at: int, context: Context, words: Near) -> dict | None:
    """ "A permit costs £45", "an interment had cost the parish £450 on average"."""
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack.words
    if q.kind not in ("currency", "physical") or not words.within("triad-costs", line, 0, at):
        return None
    start = line.firsts[clause_start(line, at, context)] if at else q.first
    openers, articles = pack("triad-opener"), pack("rate-article") | pack("each")
    for p in range(max(start, q.outer - _SUBJECT), q.outer - 2):
        if tokens[p] in articles and (p == start or tokens[p - 1] in openers) and tokens[p + 1].isalpha():
            place = _position(line, p)
            if line.quantities(place, at) or not words.within("triad-costs", line, place, at):
                return None
            nouns = frozenset(stem(w, context) for w in tokens[p + 1 : p + 1 + _NAMED] if w.isalpha() and w not in context.function)
            return {"sort": "one", "nouns": nouns}
    return None
