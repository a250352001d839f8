"""A figure that can only be the one told before: a definite reference, and no other figure of its unit in front of it.

    worth €50,000 ... accepted the cheque for the full prize money, 50,000 euros       words that mean all of it, or the same
    The path is 17 kilometres long ... the path's seventeen kilometres can feel like forty    an owner that was told of
    can hold back 84 million cubic metres. ... Eighty-four million cubic metres, he says, is  the subject of a later sentence
    made 23 first ascents. ... Of those 23 first ascents he was proudest               a pointing word, and the same noun
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.again.echoes import same_noun
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_BACK = 6  # sentences in front that are searched
_PHRASE = 8  # symbols between "the full" and its figure
_KINDS = frozenset("count currency physical percent".split())
_BROUGHT = 4  # symbols around a count in which words bring it up
_RACE = 2  # symbols behind a length that may make it the name of a race
_LEGS = 4  # times as much: rather the sum of as many
_LEAST = 5  # of smaller counts there are many in any text


def sole_again(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated"."""
    words, found = near(context), []
    lines = {line.number: line for line in told_lines(context)}
    known = {f.claims["second"][0] for f in frames if f.family == "repeated" and f.pinned}
    for line in lines.values():
        for at, index in line.placed:
            if index in known or not _plain(context.quantity(index)) or _other(index, line, context, words):
                continue
            before = [i for n in range(line.number - _BACK, line.number) if n in lines for i in lines[n].figures] + line.quantities(0, at)
            meant = _only(index, before, context)
            same = meant is not None and _the_same(at, index, meant, line, context, words)
            if same or meant is not None and _refers(at, index, meant, line, context, words) and not _told_again(index, meant, line, context, words):
                q, claims = context.quantity(index), {"first": (meant,), "second": (index,)}
                source = "roles" if same else "alone"
                found.append(Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3, None, (), source))
    return found


def _plain(q: Quantity) -> bool:
    return q.kind in _KINDS and q.value is not None and not q.approx and q.sense != "range" and q.change is None and "/" not in (q.unit or "") and (q.kind != "count" or q.value >= _LEAST)


def _other(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "the 90 who", "the full 30 more": not what was told of before; and of what is no fact."""
    at, end = context.lines.position_of[index], after_noun(index, line, context)
    if context.quantity(index).kind == "physical" and words.within("again-race", line, at + 1, at + 1 + _RACE):
        return True  # "the women's 800 m bronze medallist": the name of a race
    return any(words.within("not-the-same", line, p, p + 1) for p in (at + 1, end)) or words.within("again-not", line, max(0, at - _PHRASE), at)


def _only(index: int, before: list[int], context: Context) -> int | None:
    """The only figure in front that is of its unit, or counts the same; None where two differ, or none is near."""
    q = context.quantity(index)
    like = [i for i in before if _of_one_unit(q, context.quantity(i), context)]
    if not like or any(not _plain(context.quantity(i)) for i in like) or len({context.quantity(i).value for i in like}) != 1:
        return None
    earlier = context.quantity(like[-1]).value
    several = earlier and q.value != earlier and (q.value / earlier).denominator == 1 and q.value / earlier <= _LEGS
    return None if several else like[-1]  # out and back over 1,200 miles: the whole 2,400


def _of_one_unit(q: Quantity, other: Quantity, context: Context) -> bool:
    if q.kind != other.kind:
        return False
    if q.kind == "count":
        return bool(q.noun and other.noun) and same_noun(q, other, context)
    return q.unit == other.unit or (q.unit or "").partition("/")[0] == (other.unit or "").partition("/")[0]


def _refers(at: int, index: int, meant: int, line: Line, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    phrase = max(0, at - _PHRASE)
    between = [i for i in line.quantity[phrase:at] if i >= 0]
    apart = line.number - context.lines.line_of[meant]
    if q.kind == "percent":
        return apart <= 2 and words.within("again-forecast", line, phrase, at) and not between
    if words.within("again-full", line, phrase, at) and not between:
        return _in_its_phrase(phrase, at, line, words)
    if q.kind == "count":
        pointed = at and words.pattern("again-those").match(line.symbols, at - 1) is not None
        return bool(pointed) and q.noun == context.quantity(meant).noun and apart <= 3
    if at >= 2 and q.kind == "physical" and context.extraction.tokens.words[line.firsts[at - 1]] in context.lexicon.pack.words("standing-owner"):
        home, place = context.line(meant), context.lines.position_of[meant]
        if place and context.extraction.tokens.words[home.firsts[place - 1]] in context.lexicon.pack.words("standing-owner"):
            return False  # "the women's 400 m ... the women's 100 m": there are several of them
        owner = content(line.firsts[at - 2], line.firsts[at - 1], context)
        return bool(owner) and bool(owner & _said(meant, context))
    opening = at == 0 and q.kind == "physical" and apart in (1, 2)
    chars = context.lexicon.symbols.chars
    return opening and (line.symbols[1:2] == chars[","] or words.pattern("be-verb").match(line.symbols, 1) is not None)


def _the_same(at: int, index: int, meant: int, line: Line, context: Context, words: Near) -> bool:
    """True of "seized 14 rare lizards ... The 14 lizards, all of them alive, were": the subject of the next sentence, with no word
    that narrows it, after a set that was just brought up."""
    home, place, end = context.line(meant), context.lines.position_of[meant], after_noun(index, line, context)
    if at != 1 or line.number - home.number != 1 or home.block != line.block or context.quantity(index).kind != "count" or not words.pattern("definite").match(line.symbols, 0):
        return False
    if line.symbols[end : end + 1] != context.lexicon.symbols.chars[","] and not words.pattern("again-are").match(line.symbols, end):
        return False
    behind = after_noun(meant, home, context)
    names = ("again-found", "again-handled") if context.quantity(index).value < context.quantity(meant).value else ("again-found",)
    brought = any(words.within(name, home, max(0, place - _BROUGHT), place) or words.within(name, home, behind, behind + _BROUGHT) for name in names)
    return brought and not words.ends("part-of", home, place, 2) and not any(words.has("again-more", x) for x in (home, line))


def _in_its_phrase(start: int, at: int, line: Line, words: Near) -> bool:
    """True where nothing but the phrase of the word leads to the figure: no verb and no further clause."""
    m = None
    for m in words.matches("again-full", line, start, at):
        pass
    return m is not None and not words.within("again-apart", line, m.end(), at)


def _said(index: int, context: Context) -> frozenset[str]:
    line = context.line(index)
    return content(line.firsts[0], line.lasts[-1] + 1, context)


def _told_again(index: int, meant: int, line: Line, context: Context, words: Near) -> bool:
    """True where the sentence of either figure speaks of another time or of another one."""
    at = context.lines.position_of[index]
    marks = context.lexicon.symbols.marks
    start = next((p + 1 for p in range(at - 2, -1, -1) if line.symbols[p] in marks), 0)
    unreal = context.quantity(index).kind != "percent" and words.within("told-unreal", line, start, at)
    return unreal or any(words.has("again-changed", x) for x in (line, context.line(meant)))
