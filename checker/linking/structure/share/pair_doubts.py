"""What two figures that a phrase puts together are not: a set and its part."""

from __future__ import annotations

from bisect import bisect_left

from checker.linking.context import Context, content, stem, telling
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.near import near
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.share.figures import COUNTED, comparable
from checker.model import Frame

_TEN = 10
_THERE, _NAMED = 4, 8  # tokens from "there" to what there is; symbols that name a set
_JOINED = 10  # symbols between two figures that are one part
_ASIDE = 5  # symbols from a figure to the end of ", 3,120 of them,"


def no_set(whole: int, context: Context) -> bool:
    """True of a count of one or none, which has no parts, and of the place in "five top ten songs"."""
    q, words, pack = context.quantity(whole), context.extraction.tokens.words, context.lexicon.pack
    ranked = words[q.outer - 1 : q.outer] if q.outer > 1 else []
    placed = bool(set(ranked) & pack.words("rank-share")) and whole > 0 and context.quantity(whole - 1).last == q.outer - 2
    return q.kind in COUNTED and q.value in (0, 1) or placed


def of_another(part: int, whole: int, context: Context) -> bool:
    """True of "bolts of 16 mm instead of the usual 12", and of "30 states, including 45 of the largest firms"."""
    a, b = context.quantity(part), context.quantity(whole)
    if part < whole:
        return not context.lexicon.pack.words("of-compound").isdisjoint(context.extraction.tokens.words[a.last + 1 : b.first])
    line, at = context.line(part), context.lines.position_of[part]
    return a.value is not None and b.value is not None and a.value > b.value and context.lexicon.pattern("of-the-group").match(line.symbols, at + 1) is not None


def is_set_itself(frame: Frame, context: Context) -> bool:
    """True of "of these 29 clerks, only two", and of "there were 200 of them": the figure is the set, no part of one before."""
    part, words, pack = frame.claims["part"][0], context.extraction.tokens.words, context.lexicon.pack
    line, at, comma = context.line(part), context.lines.position_of[part], context.lexicon.symbols.chars[","]
    if frame.family == "back":
        return bool(set(words[max(line.firsts[0], context.quantity(part).first - _THERE) : context.quantity(part).first]) & pack.words("existence"))
    before = words[line.firsts[at - 1]] if at else ""
    mark = line.symbols.find(comma, at + 1, at + _NAMED)
    noun = range(at + 1, mark)
    if mark < 0 or before not in pack.words("back-reference") or any(line.quantity[j] >= 0 for j in noun):
        return False
    return not near(context).within("be-verb", line, at + 1, mark) and bool(line.quantities(mark + 1, mark + _THERE))


def of_a_kind(frame: Frame, context: Context) -> bool:
    """True of "three harbours of this kind": the reference is to a kind, a year, a paper, and to no set."""
    tokens = context.extraction.tokens
    last = bisect_left(tokens.starts, frame.cue[1])
    return tokens.words[last : last + 1] != [] and tokens.words[last] in context.lexicon.pack.words("kind-noun")


def counts_name(part: int, context: Context) -> bool:
    """True of the aside in "Minor damage, 3,120 cases of it, was ..." or "Slight injuries, 3,120 of them, fell": it says how many
    of what opens the sentence, and no part of an earlier figure."""
    line, at, chars = context.line(part), context.lines.position_of[part], context.lexicon.symbols.chars
    comma, clause = chars[","], line.symbols.rfind(chars[";"], 0, at) + 1  # "at 108 km/h; on the old line, 16 km of it, they took"
    if not at or line.symbols[at - 1] != comma or line.quantities(clause, at):
        return False
    return comma in line.symbols[at + 1 : at + _ASIDE]


def in_one_list(first: int, second: int, context: Context) -> bool:
    """True of "quotations of £38,400, £41,250 and £46,900": three of one sort, none of them of another."""
    line, at, chars = context.line(first), context.lines.position_of, context.lexicon.symbols.chars
    if context.line(second) is not line or at[second] != at[first] + 2 or line.symbols[at[first] + 1] != chars[","]:
        return False
    third = next((q for q in line.quantity[at[second] + 1 : at[second] + 4] if q >= 0), None)
    joined = line.symbols[at[second] + 1 : at[second] + 2]
    return third is not None and joined in {chars[","], *conjunctions(context)} and comparable(third, first, context)


def few(part: int, context: Context) -> bool:
    """True of "three regions account for 45% of sales": they are told by number, and are no part of it."""
    q = context.quantity(part)
    return q.style == "words" and q.value is not None and q.value < _TEN


def joined(part: int, context: Context) -> bool:
    """True of the second of "the 84 berths, together with the 36 in the old dock, are 30 per cent": a share that follows is of both."""
    line, at = context.line(part), context.lines.position_of[part]
    before = [p for p in range(max(0, at - _JOINED), at) if line.quantity[p] >= 0]
    return bool(before) and comparable(part, line.quantity[before[-1]], context) and near(context).within("share-joined", line, before[-1] + 1, at)


def opens_list(part: int, context: Context) -> bool:
    """True of the first of "most of the teams, 12 in the north and 9 in the south"."""
    line, at = context.line(part), context.lines.position_of[part]
    behind = next((i for i in line.quantities(at + 1, at + _NAMED) if context.quantity(i).is_measure), None)
    joined = behind is not None and line.symbols[context.lines.position_of[behind] - 1] in conjunctions(context)
    return joined and comparable(part, behind, context)


def of_other_things(share: int, part: int, whole: int, context: Context) -> bool:
    """True of "12% of the firm's capital ... one of its two directors": what the share is of is named, and neither of the two, of a
    set of a few, is that."""
    words, q, size = context.extraction.tokens.words, context.quantity(share), context.quantity(whole).value
    if size is None or size >= _TEN or words[q.last + 1 : q.last + 2] == [] or words[q.last + 1] not in context.lexicon.pack.words("of-word"):
        return False
    end = next((k for k in range(q.last + 2, q.last + 2 + _NAMED) if k >= len(words) or not words[k][:1].isalpha()), q.last + 2 + _NAMED)
    named = telling(content(q.last + 2, end, context), context)
    nouns = frozenset(stem(w, context) for i in (part, whole) for w in context.quantity(i).noun)
    counted = telling(nouns or words_at(part, context) | words_at(whole, context), context)
    return bool(named and counted) and not named & counted


def of_then(share: int, context: Context) -> bool:
    """True of "8 pct of the shares then in issue": a whole of another day than the one that is told."""
    line, at = context.line(share), context.lines.position_of[share]
    return near(context).pattern("of-alone").match(line.symbols, at + 1) is not None and near(context).within("whole-of-then", line, at + 2, at + _NAMED)
