"""Figures that cannot be, whatever the rest of the text says.

    39 degrees 84 minutes north      minutes of a degree from sixty on
    -283 °C                          colder than the absolute zero
    98°14′ N, 16°40′ W               beyond the pole
    (r = −1.87)                      a correlation, in a sentence that speaks of one
    carried 380% of all passengers   a part of all
    Uptake was 91% ... In two practices it reached 107%      a share that was named before
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity

_OPENING = 5  # symbols of a sentence that name what it is about
_PEOPLE = 12  # symbols from "of" to what people did
_BESIDE = 4  # symbols in front of a share of counted people
_NAMED = 5  # symbols from "of" to the word for people behind an article
_PLACE = 3  # symbols in front of degrees of latitude in which "at" stands
_ALL, _TWICE = 110, 200  # percent: more than all of them, also in a round figure; twice what it is a part of
_COEFFICIENT = 10  # a figure so large is no coefficient with its digits wrong
_COLD = -100  # temperatures below this are tested
_TEMPERATURES = ("degree_Celsius", "degree_Fahrenheit")


def impossible_figures(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "minutes-of-degree", "arcminutes", "latitude", "bearing", "tilt", "temperature" and "correlation" with its figure as
    value, "bounded" with a share."""
    return [*_minutes(context), *_temperatures(context), *_angles(context), *_coordinates(context), *_correlations(context), *_beyond_all(context)]


def _minutes(context: Context) -> Iterator[Frame]:
    for index in range(1, len(context.extraction.quantities)):
        degree, q = context.quantity(index - 1), context.quantity(index)
        if q.kind == "duration" and q.unit == "minute" and degree.unit == "degree" and q.first - degree.last == 1 and q.value is not None:
            yield value_frame("minutes-of-degree", index, context)
        elif q.unit == "arcminute" and degree.unit == "degree" and q.first - degree.last <= 1 and q.value is not None:
            yield value_frame("arcminutes", index, context)


def _angles(context: Context) -> Iterator[Frame]:
    words = near(context)
    for index, q in enumerate(context.extraction.quantities):
        if q.unit != "degree" or q.value is None or context.lines.line_of[index] < 0:
            continue
        line, at = context.line(index), context.lines.position_of[index]
        if _on_the_globe(q.last + 1, line, at, context, words):
            yield value_frame("latitude", index, context)
        for family in ("latitude", "bearing", "tilt"):
            if words.ends("angle-" + family, line, at, 4):
                yield value_frame(family, index, context)


def _on_the_globe(after: int, line: Line, at: int, context: Context, words: Near) -> bool:
    """True of "at 98 degrees north", and of "latitude as 98 degrees north"; not of "98 degrees north of the mast"."""
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack
    if tokens[after : after + 1] == [] or tokens[after] not in pack.words("angle-north") or len(tokens[after]) < 2 or set(tokens[after + 1 : after + 2]) & pack.words("part-word"):
        return False
    return words.within("angle-place", line, at - _PLACE, at) or words.within("angle-said", line, 0, len(line.symbols))


def _coordinates(context: Context) -> Iterator[Frame]:
    """Degrees and minutes with a letter of the compass behind them: "98°14′ N"."""
    words, tokens, quantities = near(context), context.extraction.tokens.words, context.extraction.quantities
    for index, q in enumerate(quantities[:-1]):
        if q.unit != "degree" or q.value is None or quantities[index + 1].unit != "arcminute" or context.lines.line_of[index] < 0:
            continue
        last = index + 1
        while last + 1 < len(quantities) and quantities[last + 1].first - quantities[last].last == 1 and quantities[last + 1].unit == "arcsecond":
            last += 1
        after = quantities[last].last + 1
        if after < len(tokens) and tokens[after] in words.lexicon.pack.words("angle-north"):
            yield value_frame("latitude", index, context)


def _correlations(context: Context) -> Iterator[Frame]:
    words = near(context)
    for line in context.lines.figured:
        if line.figures and (said := words.pattern("correlation-said").search(line.symbols)):
            for m in words.pattern("correlation-sign").finditer(line.symbols, said.end()):
                index = line.quantity[m.end()] if m.end() < len(line.quantity) else -1
                if index >= 0 and context.quantity(index).kind == "number" and context.quantity(index).value is not None and context.quantity(index).unit is None:
                    yield value_frame("correlation", index, context)
            for m in words.matches("correlation-noun", line):
                index = _coefficient(m.end(), line, context, words)
                if index is not None:
                    yield value_frame("correlation", index, context)


def _coefficient(start: int, line: Line, context: Context, words: Near) -> int | None:
    """The first figure behind "the correlation between the two readers", where "was" leads to it and no mark stands between."""
    figures = [i for i in line.quantities(start, start + _PEOPLE) if context.quantity(i).style != "words"]
    if not figures:
        return None
    q, at = context.quantity(figures[0]), context.lines.position_of[figures[0]]
    bare = q.kind == "number" and q.unit is None and q.value is not None and q.place is not None and q.place < 1 and abs(q.value) < _COEFFICIENT
    marked = any(s in context.lexicon.symbols.marks for s in line.symbols[start:at])
    return figures[0] if bare and not marked and words.pattern("is-word").match(line.symbols, at - 1) else None


def _beyond_all(context: Context) -> Iterator[Frame]:
    """Shares beyond all, where the sentence or the one before opens with the name of a share."""
    words = near(context)
    for index, q in enumerate(context.extraction.quantities):
        if q.kind != "percent" or q.value is None or q.value <= 100 or q.change or q.sense == "range" or context.lines.line_of[index] < 0:
            continue
        line, at = context.line(index), context.lines.position_of[index]
        if _of_all(q, line, at, words):
            yield Frame("bounded", (q.start, q.end), {"share": (index,)}, {}, 0, frozenset(["share"]), 0, None, (), "of people")
            continue
        if q.approx:
            continue
        before = context.lines.lines[line.number - 1] if line.number else None
        if _of_people(line, at, words) or _of_cases(line, at, words, context) or _of_members(line, at, words, context):
            yield Frame("bounded", (q.start, q.end), {"share": (index,)}, {}, 0, frozenset(["share"]), 0, None, (), "of people")
            continue
        if words.has("not-bounded", line) or not any(m.end() == at for m in words.pattern("share-stands").finditer(line.symbols, max(0, at - 4), at)):
            continue
        taken_up = before is not None and before.block == line.block and words.within("share-taken-up", line, 0, at) and _opens(before, words) and not _unbounded(before, context, words)
        if taken_up or _opens(line, words) and any(context.quantity(i).kind == "percent" for i in line.quantities(0, at)):
            yield Frame("bounded", (q.start, q.end), {"share": (index,)}, {}, 0, frozenset(["share"]), 0, None, (), "beyond all")


def _of_all(q: Quantity, line: Line, at: int, words: Near) -> bool:
    """True of "carried 380% of all passengers", "made up some 620% of the trade": of all there are, or of what they are a part of.

    A profit, a growth, a debt may be more than all of something.
    """
    if words.within("not-bounded", line, at + 1, at + _PEOPLE) or words.within("can-turn", line, max(0, at - _PEOPLE), at + _PEOPLE):
        return False
    if not words.pattern("people-of").match(line.symbols, at + 1) or q.approx not in (None, "about"):
        return False
    if words.ends("share-holds", line, at, 2) and q.value >= _TWICE:
        return True
    return q.value >= _ALL and words.ends("share-takes", line, at, 2) and words.within("all-word", line, at + 2, at + 3) and not words.has("not-bounded", line)


def _of_people(line: Line, at: int, words: Near) -> bool:
    """True of a share of people who did something: "134 percent of festival-goers said", "of those who sat it 157% passed"."""
    counted = any(i >= 0 for i in line.quantity[at + 1 : at + _NAMED])  # "of our 2,140 members": of nothing else
    if words.within("not-people", line, max(0, at - _BESIDE), at + _PEOPLE) or not counted and words.has("not-people", line):
        return False
    said = next((m.end() for m in words.matches("people-of", line, at + 1, at + 2) if m.start() == at + 1), -1)
    if said >= 0:
        article = line.symbols[said : said + 1] and words.pattern("people-article").match(line.symbols, said)
        named = words.within("people-noun", line, said, said + _NAMED)
        return (not article or named) and words.within("people-did", line, said + 1, said + _PEOPLE)
    return words.within("people-those", line, 0, at) and words.pattern("people-did").match(line.symbols, at + 1) is not None


def _of_cases(line: Line, at: int, words: Near, context: Context) -> bool:
    """True of a share of things in which something was so, at the opening of a clause: "In 134% of the barns the roof leaks"."""
    opens = at == 1 or at > 1 and line.symbols[at - 2] in context.lexicon.symbols.marks
    if not opens or not words.ends("cases-in", line, at, 1) or _compared(line, at, words, context) or not words.pattern("people-of").match(line.symbols, at + 1):
        return False
    article = words.pattern("people-article").match(line.symbols, at + 2)
    noun = article.end() if article else at + 2
    if noun >= len(line.firsts) or line.quantity[noun] >= 0:
        return False
    word, pack = context.extraction.tokens.words[line.firsts[noun]], context.lexicon.pack
    return word.endswith(tuple(pack.words("plural-ending"))) and word not in pack.words("not-cases")


def _compared(line: Line, at: int, words: Near, context: Context) -> bool:
    """True where the clause of a share speaks of what was expected, or of another time."""
    marks = context.lexicon.symbols.marks
    start = next((p + 1 for p in range(at - 1, -1, -1) if line.symbols[p] in marks), 0)
    end = next((p for p in range(at + 1, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))
    return words.within("cases-compared", line, start, end)


def _of_members(line: Line, at: int, words: Near, context: Context) -> bool:
    """True of a share of people who are counted: "107% of our 2,140 members"."""
    if _compared(line, at, words, context) or not words.pattern("people-of").match(line.symbols, at + 1):
        return False
    behind = line.quantities(at + 2, at + 4)
    q = context.quantity(behind[0]) if behind else None
    return q is not None and q.kind == "count" and q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("person-noun") | context.lexicon.pack.words("answering-noun")


def _unbounded(line: Line, context: Context, words: Near) -> bool:
    """True where words up to its first percent say that the measure may exceed all."""
    first = next((context.lines.position_of[i] for i in line.figures if context.quantity(i).kind == "percent"), len(line.symbols))
    return words.within("not-bounded", line, 0, first)


def _opens(line: Line, words: Near) -> bool:
    return words.within("bounded-measure", line, 0, _OPENING) or words.within("bounded-rate", line, 0, _OPENING)


def _temperatures(context: Context) -> Iterator[Frame]:
    for index, q in enumerate(context.extraction.quantities):
        if q.unit in _TEMPERATURES and q.value is not None and q.value < _COLD and not q.change:
            yield value_frame("temperature", index, context)


def value_frame(family: str, index: int, context: Context) -> Frame:
    """The frame of one figure that its words alone make impossible."""
    q = context.quantity(index)
    return Frame(family, (q.start, q.end), {"value": (index,)}, {}, 0, frozenset(["value"]), 0, None, (), family)
