"""A headline's only figure and the only one like it in its story.

    Ferry breakdown strands 14,000 passengers // Some 14,000 holidaymakers were stuck on the island      people by any name
    Divers raise 14 cannons. A crane barge lifted 14 cannons from the wreck on Monday ...         in the line of its story
    Storm leaves 12,000 homes in the dark // ... still counted 12,000 households without electricity      names of one thing

Nothing else of its unit stands in the first sentences, and both are about one thing by a shared word or by what they count.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content, proper, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.again.echoes import same_noun
from checker.linking.structure.again.headlines import summed_up
from checker.linking.structure.again.others import other_in_lead
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.linking.structure.total.lists_of_shares import any_of
from checker.model import Frame, Quantity

_TITLE = 16  # symbols of a headline
_LEAD = 3  # sentences of a story that say what its headline says
_AROUND = 6  # symbols around the figure of the lead in which words make it only some of them
_SOME = 100  # fewer people may well be others
_LARGE = 1000  # counts from here on are told with nothing but themselves
_COUNTS = ("count", "number")


def sole_headline(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "repeated" (first, second)."""
    words, lines = near(context), prose_lines(context)
    if len(lines) < 2:
        return []
    title, runs_on = lines[0], lines[0].block == lines[1].block
    if not (_runs_on(title, lines[1], context, words) if runs_on else is_headline(title, context)):
        return []
    own = [i for i in title.figures if context.quantity(i).is_measure]
    if len(own) != 1 or words.has("headline-not", title) or _of_others(own[0], title, context, words):
        return []
    lead = lines[1:2] if runs_on else [line for line in lines[1 : 1 + _LEAD] if line.block == lines[1].block]
    known = any(f.family == "repeated" and f.pinned and own[0] in (*f.claims["first"], *f.claims["second"]) for f in frames if "first" in f.claims)
    return [] if known or _told(own[0], lines[1:], context) else list(_counted(own[0], title, lead, context, words))


def is_headline(line: Line, context: Context) -> bool:
    """True of a short line without a mark at its end."""
    if not 3 < len(line.symbols) <= _TITLE:
        return False
    text, end = context.extraction.document.text, context.extraction.tokens.ends[line.lasts[-1]]
    return text[end - 1] not in ".!?:;,"


def _runs_on(title: Line, opening: Line, context: Context, words: Near) -> bool:
    """True of a headline in the line of its story, "Navy rescues 31 fishermen. A patrol boat picked up ...": a short sentence without
    articles and times in front of one that has them, and of no other place or person by name."""
    if title.number or not 3 < len(title.symbols) <= _TITLE + 1 or words.has("headline-article", title) or not words.has("headline-article", opening) and not words.has("headline-weekday", opening):
        return False
    if any(not context.quantity(i).is_measure for i in title.figures) or words.has("lead-formerly", opening):
        return False
    if any_of(context.lexicon.pack.words("again-changed"), context.extraction.tokens.words[opening.firsts[0] : opening.lasts[-1] + 1]):
        return False  # also within a figure: "a year ago"
    here, there = (_names(line, context) for line in (title, opening))
    return here <= there or not there - here


def _names(line: Line, context: Context) -> frozenset[str]:
    """The names of a sentence, but for its first word and those of days and months."""
    names = proper(line.firsts[0] + 1, line.lasts[-1] + 1, context)
    dates = (content(line.firsts[p], line.lasts[p] + 1, context) for p in range(len(line.symbols)) if line.quantity[p] >= 0)
    return names - frozenset().union(*dates) - frozenset(stem(w, context) for w in context.lexicon.pack.words("headline-weekday"))


def _of_others(index: int, title: Line, context: Context, words: Near) -> bool:
    """True of "4 of its 9 ships", "first of 20 buses"; not of "12 tonnes of salt"."""
    behind = context.lines.position_of[index] + 1 if context.quantity(index).kind == "physical" else -1
    return any(m.start() != behind for m in words.matches("of-alone", title))


def _told(index: int, lines: list[Line], context: Context) -> bool:
    """Whether the story has the figure of the headline anywhere."""
    q = context.quantity(index)
    like = [i for line in lines for i in line.figures if context.quantity(i).is_measure]
    return any(q.value in (o.value, o.low, o.high) for o in map(context.quantity, like)) or summed_up(q, like, context)


def _counted(index: int, title: Line, lead: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """The only count of the lead that is large, where what it counts is what the headline counts."""
    q = context.quantity(index)
    if q.kind not in ("count", "points", "physical") or q.approx in ("above", "below") or not q.value or q.value < 5:
        return
    like = [(i, line) for line in lead for i in line.figures if _like(q, context.quantity(i))]
    if len({context.quantity(i).value for i, _ in like}) != 1:
        return
    other, line = like[0]
    o, at = context.quantity(other), context.lines.position_of[other]
    if other_in_lead(index, other, context):
        return
    if o.approx in ("above", "below") or o.sense == "range" or o.change and q.change and o.change != q.change or not q.value <= 10 * o.value or not o.value <= 10 * q.value:
        return
    if words.has("again-changed", line) or words.within("headline-part", line, at - _AROUND, at + _AROUND) or words.within("compared-word", line, at - 3, at):
        return
    if at and line.quantity[at - 1] >= 0:
        return  # "two 10,000-tonne cargoes"
    shared = telling(_said(title, context), context) & telling(frozenset().union(*(_said(x, context) for x in lead)), context)
    if _one_thing(q, o, context) and (shared or q.kind == "count" and q.value >= _LARGE):
        claims = {"first": (index,), "second": (other,)}
        yield Frame("repeated", (o.start, o.end), claims, {}, 0, frozenset(claims), 3, None, (), "alone")


def _like(q: Quantity, o: Quantity) -> bool:
    if q.kind == "count":
        return o.kind in _COUNTS and o.value is not None and (o.value >= _LARGE or o.value * 10 >= q.value) and "/" not in (o.unit or "")
    return o.kind == q.kind and o.unit == q.unit and o.value is not None


def _one_thing(q: Quantity, o: Quantity, context: Context) -> bool:
    """Whether both count the same, whatever its name: homes and households, passengers and holidaymakers."""
    if q.kind != "count":
        return True
    if not q.noun or not o.noun:
        return False
    if same_noun(q, o, context):
        return True
    tokens, anyone = context.extraction.tokens.words, context.lexicon.pack.words("headline-people")
    return q.value >= _SOME and all(x.noun_last >= 0 and tokens[x.noun_last] in anyone for x in (q, o))


def _said(line: Line, context: Context) -> frozenset[str]:
    return content(line.firsts[0], line.lasts[-1] + 1, context)
