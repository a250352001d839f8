"""What shows that two figures alike are of two things.

    25 farms with sheep ... The 10 farms with goats and sheep      another part of them: told by words that the first lacks
    two days of frost ... Those five days of rain                  the same
    40 dead // At least 60 people were hurt                        another fate
    Mill to hire 40 // A rival shed 60 workers last year           others, or what was before beside what is to come
    14 gardens to see // More than 50 gardens are in the book      one in a round figure, far off
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.near import near, one_slip

_PHRASE = 3  # words behind a preposition that tell which of them are meant
_FATE = 6  # symbols behind a count in which its fate may stand
_DOING = 4  # symbols in front of it: "took on another 40"
_WHO = 12  # symbols in front of a count in which it may say whose it is
_FATES = ("fate-dead", "fate-hurt", "fate-hired", "fate-dismissed")


def told_apart(first: int, second: int, context: Context) -> bool:
    """True where the second is narrowed by a phrase with words that the sentence of the first lacks."""
    narrowed = _phrase(second, context)
    line = context.line(first)
    return bool(narrowed - content(line.firsts[0], line.lasts[-1] + 1, context))


def of_another(first: int, second: int, context: Context) -> bool:
    """True where both are followed by what they are of, and that differs: days of frost, days of rain."""
    one, other = _phrase(first, context), _phrase(second, context)
    return bool(one and other and not one & other) or bool(one and other) and len(one - other) > 0 and len(other - one) > 0


def _phrase(index: int, context: Context) -> frozenset[str]:
    """The telling words of the phrase right behind a figure and its noun."""
    q, line, words = context.quantity(index), context.line(index), near(context)
    at = context.lines.position_of[index] + 1 + max(0, q.noun_last - q.last)
    if not words.pattern("set-phrase").match(line.symbols, at):
        return frozenset()
    marks = context.lexicon.symbols.marks
    end = next((j for j in range(at + 1, min(len(line.symbols), at + 1 + _PHRASE)) if line.symbols[j] in marks or line.quantity[j] >= 0), min(len(line.symbols), at + 1 + _PHRASE))
    return telling(content(line.firsts[at], line.lasts[end - 1] + 1, context), context)


def other_in_lead(title: int, lead: int, context: Context) -> bool:
    """True where the figure of a lead cannot be the one of the headline: hedged and far off, one of a set, another fate."""
    a, b, line = context.quantity(title), context.quantity(lead), context.line(lead)
    if b.approx in ("above", "below") and a.value is not None and not one_slip(b, a.value):
        return True
    of_a_set, of = (context.lexicon.pattern(name) for name in ("of-the-group", "of-alone"))
    if of_a_set.match(line.symbols, context.lines.position_of[lead] + 1) and not of.match(context.line(title).symbols, context.lines.position_of[title] + 1):
        return True
    fates = [{name for name in _FATES if _befell(name, i, context.line(i), context)} for i in (title, lead)]
    return bool(fates[0] and fates[1] and not fates[0] & fates[1]) or _of_somebody_else(title, lead, context) or _of_before(title, lead, context)


def _befell(name: str, index: int, line: Line, context: Context) -> bool:
    at, words = context.lines.position_of[index], near(context)
    if words.within(name, line, at + 1, at + 1 + _FATE):
        return True
    start = next((p + 1 for p in range(at - 1, max(-1, at - 1 - _DOING), -1) if line.quantity[p] >= 0), max(0, at - _DOING))
    return words.within(name, line, start, at)


def _of_somebody_else(title: int, lead: int, context: Context) -> bool:
    """True of what "a rival" did, not of who was bought, where the headline speaks of no such one."""
    at, line, words = context.lines.position_of[lead], context.line(lead), near(context)
    marks = context.lexicon.symbols.marks
    opens = (m.start() < 2 or not set(marks).isdisjoint(line.symbols[m.start() - 2 : m.start()]) for m in words.matches("lead-rival", line, max(0, at - _WHO), at))
    return any(opens) and not words.has("lead-rival", context.line(title))


def _of_before(title: int, lead: int, context: Context) -> bool:
    """True of what was last year beside what the headline says is to come: "to hire", but not "to 40"."""
    ahead, line, words = context.line(title), context.line(lead), near(context)
    coming = any(ahead.quantity[m.end()] < 0 for m in words.matches("title-ahead", ahead, 0, context.lines.position_of[title]))
    return coming and _formerly(line, context) and not _formerly(ahead, context)


def _formerly(line: Line, context: Context) -> bool:
    """True of a sentence with "last year", "a year ago", "previously"."""
    text, last = context.extraction.tokens.words, context.lexicon.pack.words("lead-last")
    periods = (q for q in map(context.quantity, (i for i in line.quantity if i >= 0)) if q.kind == "period")
    return near(context).has("lead-formerly", line) or any(text[q.first] in last for q in periods)
