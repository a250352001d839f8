"""Why a length is none between the two dates around it: it began at something that has no date here, or is an age.

    The 1962 crew won everything. In 1985 the coach retired after 31 years in charge       a term of one of whom the first date says nothing
    landed on 3 May 1640 and took the town on 9 June, ending two centuries of self-rule    what ended had begun long before
    came in 1961, a post she held for nine years, and in 1964 wed                          said in passing of the first alone
    In 1959 they sailed. After two years in Tolk they moved to Ems, where she left school in 1971      over long before the second
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.time.calendar import born_in

_TOUCH = 4  # symbols between a date and a length that is told of it
_LEAD = 2  # symbols in front of a length
_STATE = 3  # symbols behind it
_OPENING = 3  # symbols at the beginning of a sentence
_PEOPLE = 4  # symbols in front of a length in which those are named who are of that age
_CLAUSE = 9  # symbols from a length to a date of its clause


def other_start(first: int, last: int, length: int, context: Context) -> bool:
    """Whether a length between two dates began at something else than the first."""
    words, line, at = near(context), context.line(length), context.lines.position_of
    place, home = at[length], context.line(first)
    if words.within("length-ends", line, place - _LEAD, place) or _given_out(length, context):
        return True
    behind = words.within("length-after", line, place - _LEAD, place)
    if behind and home is line and context.line(last) is line and min(at[first], at[last]) > place + _STATE and not words.within("from-word", line, at[first] - 1, at[first]):
        return True  # "After two years of talks and a vote in 1992 they left in 1993"
    if home is line or not behind:
        return False
    if place <= _OPENING and context.line(last) is line and at[last] - place > _CLAUSE:
        return True
    term = words.within("length-term", line, place + 1, place + 1 + _STATE)
    return term and not _telling(line, context) & _telling(home, context)


def _given_out(length: int, context: Context) -> bool:
    """True of "jailed for nine years in 1996": what one was given need not have passed."""
    at = context.lines.position_of[length]
    return near(context).within("length-sentence", context.line(length), at - _TOUCH, at)


def wrong_side(first: int, last: int, length: int, context: Context) -> bool:
    """True where a length is told of a date, and the other date lies on the other side of it: "left in 1961, two years before
    Ho was born" behind what happened in 1968, "in 1298, four years after he came" beside what happened in 1330."""
    words, line, at = near(context), context.line(length), context.lines.position_of
    beside = [i for i in (first, last) if context.line(i) is line and 0 < at[length] - at[i] <= _TOUCH]
    if len(beside) != 1:
        return False
    after, before = (words.within(name, line, at[length] + 1, at[length] + 2) for name in ("length-then", "length-ere"))
    return after and beside[0] == first and context.line(last) is not line or before and beside[0] == first and at[last] < at[length] and context.line(last) is line


def put_aside(first: int, last: int, length: int, context: Context) -> bool:
    """True of a length told between two commas of the first date and what has none: "came
    in 1961, a post she held for nine years, and in 1964 wed", "left in 1961, two years before Ho, and returned in 1964"."""
    words, line, at, comma = near(context), context.line(length), context.lines.position_of, context.lexicon.symbols.chars[","]
    if _given_out(length, context):
        return True
    if context.line(first) is line is context.line(last) and context.lexicon.symbols.chars[";"] in line.symbols[at[length] : at[first]] and at[length] < at[last]:
        return True  # "The work took four years; tests were run from 1961 to 1962"
    if context.line(first) is not line or context.line(last) is not line or not at[first] < at[length] < at[last]:
        return False
    opened, closed = line.symbols.rfind(comma, at[first], at[length]), line.symbols.find(comma, at[length], at[last])
    if opened < 0 or closed < 0:
        return False
    other = at[length] <= opened + _LEAD and words.within("elapsed-after", line, at[length] + 1, closed - 1) and words.pattern("aside-goes-on").match(line.symbols, closed + 1)
    return words.pattern("aside-opens").match(line.symbols, opened + 1) is not None or bool(other)


def of_a_life(first: int, length: int, context: Context) -> bool:
    """True of "born in 1948, she taught for 30 years until 2006": nobody begins at birth."""
    words, line, at = near(context), context.line(length), context.lines.position_of[length]
    return words.within("for-word", line, at - 2, at) and context.line(first) is line and born_in(line, context, words) == first


def age_limit(length: int, context: Context) -> bool:
    """True of "pupils under 12 years", "members, over 60 years and": how old they are, not how long something took."""
    words, line, at, q = near(context), context.line(length), context.lines.position_of[length], context.quantity(length)
    tokens, people = context.extraction.tokens.words, context.lexicon.pack.words("aged-people")
    if set(tokens[q.outer : q.first]) & context.lexicon.pack.words("age-hedge"):
        return True
    bounded = q.approx in ("above", "below") or words.ends("age-bound", line, at, 2)
    return bounded and any(tokens[t] in people for t in range(line.firsts[max(0, at - _PEOPLE)], q.first))


def of_another_subject(length: int, date: int, context: Context) -> bool:
    """True of "Talks lasted six days" behind the dates of a strike: what has no article is nothing that was spoken of."""
    words, line, at = near(context), context.line(length), context.lines.position_of[length]
    if not at or words.pattern("definite").match(line.symbols) or words.pattern("takes-up").match(line.symbols):
        return False
    subject = telling(content(line.firsts[0], line.firsts[at], context), context)
    return bool(subject) and not subject & _telling(context.line(date), context)


def _telling(line: Line, context: Context) -> frozenset[str]:
    return telling(content(line.firsts[0], line.lasts[-1] + 1, context), context)
