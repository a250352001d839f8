"""Rates as the text tells them: so much for one of something.

    38 tonnes a day; $12 an hour; 14 per 100,000 people    the unit says it
    90 g of dried pasta a head; £84 a table; 0.4 l for each child    words after the figure say it
    each of the 24 coaches seats 40; every parcel weighs 4 kg        words in front of it say it
    the average price was $4,000                                     it is called an average
    the whole course costs 38 dollars                                it is what one costs
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions
from checker.model import Quantity
from checker.units import measure, measure_of

SPEED, PACE = "[length]*[time]^-1", "[length]^-1*[time]"
_PERIODS = 400  # of the time that a rate is for
_SCALES = ("degree", "degree_Celsius", "degree_Fahrenheit", "kelvin")  # of what nothing can be added up
_KINDS = ("count", "number", "currency", "physical", "duration", "points")
_AFTER = 6  # words after a figure in which "a head", "for each child" may stand
_MANY = 100
_SAID = 8  # symbols from a figure to the one that says it again
_LED = 7  # symbols between "average" and its figure
_LEADS = ("rate-each-of-the", "rate-each", "rate-mean-word", "rate-share", "price-one")  # what says in front of a figure that it is for one


@dataclass(frozen=True, slots=True)
class UnitRate:
    """A figure that is for one of something. `under`: a dimension ("[time]"), or "" for things that are counted.

    `nouns` are the stems of those things; none where the text does not name them. `sort` says how it is told: "unit",
    "after", "each", "mean", "price"; "label", "one", "to", "timed" and "behind" are what `triad.told` reads. `tops` are the stems of
    what there is of it, `unit` the time that an adjective names.
    """

    index: int
    q: Quantity
    line: Line
    at: int
    sort: str
    under: str = ""
    nouns: frozenset[str] = frozenset()
    base: int = -1  # the count that stands right with it: "each of the 24 coaches"
    tops: frozenset[str] = frozenset()
    unit: str = ""


def is_speed(q: Quantity) -> bool:
    """True of so much of a length for a time."""
    return measure(q).dimension == SPEED


def in_its_unit(speed: int, ways: list[int], context: Context) -> list[int]:
    """Of several lengths the only one in the unit of a speed: 310 km at 62 km/h, not the 900 metres of a climb."""
    unit = context.quantity(speed).unit or ""
    told = [i for i in ways if unit.startswith(f"{context.quantity(i).unit}/")]
    return told if len(told) == 1 else ways


def counted_in(q: Quantity, rate: UnitRate) -> bool:
    """Whether a length of time is told in units that the period of a rate goes into: days of so much an hour, not years."""
    if is_speed(rate.q):
        return True
    period = measure_of((rate.q.unit or "").rpartition("/")[2]).factor
    return period <= measure_of(q.unit).factor <= _PERIODS * period


def unit_rates(context: Context, words: Near) -> list[UnitRate]:
    """The rates of a document, each figure once, the surest way of telling first."""
    if "unit-rates" not in context.shelf:
        context.shelf["unit-rates"] = list(_unit_rates(context, words))
    return context.shelf["unit-rates"]


def _unit_rates(context: Context, words: Near) -> Iterator[UnitRate]:
    quantities = context.extraction.quantities
    for index, q in enumerate(quantities):
        if q.kind not in _KINDS or not q.positive or q.value == 1 or q.sense == "range" or context.lines.line_of[index] < 0 or is_step(index, context):
            continue
        line, at = context.line(index), context.lines.position_of[index]
        if words.pattern("rate-scale").match(line.symbols, at + 1):
            continue  # a rating of 6.2 out of 10
        if q.kind == "duration" and "/" not in (q.unit or "") or q.unit in _SCALES:
            continue  # "in each case for 12 weeks"; of degrees there is no sum
        if of_some(line, at, context):
            continue
        found = _by_unit(q, context) or _after(index, q, line, context) or _in_front(q, line, at, context, words)
        if found is not None:
            yield UnitRate(index, q, line, at, *found)


def of_some(line: Line, at: int, context: Context) -> bool:
    """True of the two in "88 schools, eight of which received two each": the rate of a part, which has no total."""
    if not near(context).maybe(("reckon-subset",), line):
        return False
    subset = context.lexicon.pattern("reckon-subset")
    counts = [i for i in line.quantities(clause_start(line, at, context), at) if context.quantity(i).kind in ("count", "number")]
    return any(subset.match(line.symbols, context.lines.position_of[i] + 1) for i in counts)


def is_step(index: int, context: Context) -> bool:
    """True of a rise or fall "of" or "by" so much; not of money that is raised and wheat that is cut."""
    q = context.quantity(index)
    return bool(q.change) and q.outer > 0 and context.extraction.tokens.words[q.outer - 1] in context.lexicon.pack.words("rate-step")


def said_again(index: int, context: Context) -> bool:
    """True of the bare figure in "29 euros a head, or 9.0m": what stands in front of "or" says what it is of."""
    line, at, q = context.line(index), context.lines.position_of[index], context.quantity(index)
    if q.unit or q.noun or not context.lexicon.pattern("or-word").fullmatch(line.symbols, max(0, at - 1), at):
        return False
    before = line.quantities(max(0, at - _SAID), at)
    return bool(before) and context.quantity(before[-1]).kind in ("currency", "physical", "duration")


def _by_unit(q: Quantity, context: Context):
    unit = (q.unit or "").partition("/")[2]
    if not unit or unit[0].isdecimal() and q.kind not in ("count", "number"):
        return None
    many = unit.split("/")[-1].partition(" ")[0]
    if many.isdecimal() and int(many) < _MANY:
        return None  # 6.2 out of 10
    counted = [part for part in unit.split("/") if measure_of(part).dimension[:1] != "["]  # of "$48 a seat a month" the seats
    dimension = "" if counted else measure_of(unit).dimension
    names = (counted or [unit])[-1].split(" ")[-1]
    measured = dimension if "currency:" not in dimension else ""
    return ("unit", measured, frozenset() if measured or names.isdigit() or names in context.lexicon.pack.words("per-head") else frozenset([stem(names, context)]))


def _after(index: int, q: Quantity, line: Line, context: Context):
    """ "a head", "per table", "each", "apiece", "for each of its 40 drivers", "to every tree" in the words after the figure."""
    pack, tokens = context.lexicon.pack.words, context.extraction.tokens.words
    each, per, articles, heads = pack("each"), pack("per"), pack("rate-article"), pack("per-head")
    first = max(q.last, q.noun_last) + 1
    last = min(first + _AFTER, len(tokens) - 1, line.lasts[-1])
    for at in range(first, last + 1):
        word, following = tokens[at], tokens[at + 1] if at < last else ""
        if not word.isalpha():
            return None
        if word in each and tokens[at - 1] in pack("part-word"):
            return None  # "100 of each"
        if word in each and (following not in pack("rate-each-of")) and not (following.isalpha() and following not in context.function):
            return ("after", "", frozenset())
        if word in per and following.isalpha() and following not in context.function:
            noun = stem(following, context)
            if following in context.lexicon.pack.data["numerals"]["scales"]:
                return None
            if word in articles and not (following in heads or at == first):
                return None
            if measure_of(noun).dimension[:1] == "[":
                return None  # read with the unit, or of a time: "a year earlier"
            return ("after", "", frozenset([noun]) if following not in heads else frozenset())
        if word in pack("rate-for") and following in each | pack("rate-every"):
            index_of = [i for i in line.quantities(context.lines.position_of[index] + 1) if context.quantity(i).first <= at + 6]
            if index_of and context.quantity(index_of[0]).kind in ("count", "number"):
                return ("each", "", frozenset(), index_of[0])
            return ("after", "", _noun_after(at + 2, tokens, context) - frozenset(stem(w, context) for w in heads))
    return None


def _article_noun(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    """The stem of the thing in "on average a branch issued 23,500": what the average is for."""
    tokens, articles = context.extraction.tokens.words, context.lexicon.pack.words("rate-article")
    heads = context.lexicon.pack.words("per-head")
    for p in range(start, end - 1):
        noun = tokens[line.firsts[p + 1]]
        if tokens[line.firsts[p]] in articles and noun.isalpha():
            return frozenset() if noun in heads else frozenset([stem(noun, context)])
    return frozenset()


def _noun_after(at: int, tokens: list[str], context: Context) -> frozenset[str]:
    for word in tokens[at : at + 3]:
        if word.isalpha() and word not in context.function:
            return frozenset([stem(word, context)])
    return frozenset()


def _in_front(q: Quantity, line: Line, at: int, context: Context, words: Near):
    """ "each of the 24 coaches seats 40", "every parcel weighs 4 kg", "an average of 47", "the average price was $4,000"."""
    if not words.maybe(_LEADS, line):
        return None
    start = clause_start(line, at, context)
    m = _last(words.pattern("rate-each-of-the"), line.symbols, start, at)
    if m is not None:
        between = line.quantities(m.end(), at)
        if len(between) == 1 and (base := context.quantity(between[0])).kind == "count" and base.value is not None and base.value.denominator == 1:
            return ("each", "", frozenset(), between[0])
    m = _last(words.pattern("rate-each"), line.symbols, start, at)
    if m is not None and m.end() < at and q.kind != "number" and not line.quantities(m.end(), at):
        nouns = _noun_after(line.firsts[m.end()], context.extraction.tokens.words, context)
        return ("after", "", nouns) if nouns else None
    if words.within("typical-word", line, start, at):
        return None
    m = _last(words.pattern("rate-mean-word"), line.symbols, max(start, at - _LED), at)
    if m is not None and not line.quantities(m.end(), at) and not conjunctions(context) & set(line.symbols[m.end() : at]):
        return ("mean", "", _article_noun(line, m.end(), at, context))
    if q.kind == "currency" and words.within("rate-share", line, at - 7, at) and not line.quantities(max(start, at - 5), at):
        return ("after", "", frozenset(stem(w, context) for w in context.lexicon.pack.words("rate-share-noun")))
    if q.kind == "currency" and not any(context.quantity(i).is_measure for i in line.quantities(start, at)) and words.within("price-one", line, at - 4, at):
        return ("price", "", frozenset())
    return None


def reduced(line: Line, context: Context, words: Near) -> bool:
    """Whether something is taken off what a rate makes: "€70 a night for three nights, less 10%: €189"."""
    if not words.has("triad-less", line):
        return False
    return any(context.quantity(i).kind == "percent" and words.ends("triad-less", line, at, 2) for at, i in line.placed)


def makes_range(rate: UnitRate, total: int, context: Context) -> bool:
    """True of a figure of another sentence, where that of the rate tells what it makes as a range: "at 9,000 dlrs a van they
    would bring 45 to 54 mln dlrs"."""
    told = (context.quantity(i) for i in rate.line.figures if i != rate.index)
    return context.line(total) is not rate.line and any(None not in (q.low, q.high) and q.kind == context.quantity(total).kind for q in told)


def clause_start(line: Line, at: int, context: Context) -> int:
    """Where the clause of a position begins: after a mark that closes one."""
    closing = context.lexicon.symbols.closing
    return next((p + 1 for p in range(at - 1, -1, -1) if line.symbols[p] in closing), 0)


def _last(pattern, symbols: str, start: int, end: int):
    found = None
    for found in pattern.finditer(symbols, start, end):
        pass
    return found
