"""The arms of a study, each told with its size, and the only people in front of them: no slip needs to explain a miss.

    A total of 56 sailors will be enrolled. They will be randomly assigned to lemons (n = 28) or a placebo (n = 28)
    In all, 180 sailors were enrolled; 120 were randomly assigned to lemons and 60 to cider
    Of the 104 patients there were 63 patients in the lemon group and 41 patients in the cider group

A word of dividing, or the word "group" behind each size, tells that these are the arms; "and" or "or" leads to the last of
them. Who is left out, stands in two arms, or is only looked at later leaves nothing to add up.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, conjunctions, equated, pinned_by, plain_count
from checker.linking.structure.slips import WEAK, slip_between
from checker.model import Frame

_COUNTED = ("count", "number")
_BACK = 2  # sentences in front of the arms in which the people may stand
_LEAST = 10
_ARMS = (2, 3, 4)
_WENT = 4  # symbols behind a count in which it is told where they went
_GROUP = 9  # symbols behind a count in which the word "group" ends its arm
_TIMES = 4  # as many, or as few: they are of something else
_BEHIND = 3  # symbols from the last size to the end of its bracket
_VETO, _OVERLAP = ("allotted-veto", "allotted-some"), "group-overlap"


def arms(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "groups" (total, part...)."""
    words, found = near(context), []
    taken = pinned_by((f for f in frames if f.source != "groups"), "groups", "sum", "pair")
    for line in context.lines.figured:
        parts = sizes(line, context, words)
        if len(parts) not in _ARMS or not taken.isdisjoint(parts) or not _joined(parts, line, context) or _vetoed(parts, line, context, words):
            continue
        total = _people(parts, line, context, words)
        if total is not None and total not in taken and _sound(total, parts, context) and (words.has("divide-word", line) or _all_in_them(total, parts, context)):
            claims = {"total": (total,), "part": parts}
            cue = (context.quantity(parts[0]).start, context.quantity(parts[-1]).end)
            found.append(Frame("groups", cue, claims, {}, 0, frozenset(claims), 1, None, (), "alone"))
    return found


def sizes(line: Line, context: Context, words: Near) -> tuple[int, ...]:
    """The counts of a sentence that are sizes of arms; none where it does not divide, or where others may be sizes too."""
    counts = [i for i in line.figures if plain_count(i, context)]
    divided = next(words.matches("divide-word", line), None)
    if divided is not None:
        marked = [i for i in counts if _marked(i, line, context) and not _all_of_them(i, context)]
        if len(marked) > 1:
            return tuple(marked) if any(equated(i, context) for i in marked) else ()
        sent = [i for i in counts if words.within("allotted-to", line, after_noun(i, line, context), after_noun(i, line, context) + _WENT)]
        if len(sent) > 1:
            return tuple(sent)
    named = [i for i in counts if _in_a_group(i, line, context, words)]
    return tuple(named)


def _marked(index: int, line: Line, context: Context) -> bool:
    """True of "n = 28" and of "(28)", "(28 cases)" with nothing else in the bracket."""
    at, chars = context.lines.position_of[index], context.lexicon.symbols.chars
    before = line.symbols[at - 1] if at else ""
    if before == chars["="]:
        name = context.extraction.document.text[max(0, context.quantity(index).start - 4) : context.quantity(index).start].replace(" ", "")[:-1]
        return not name[-1:].isupper()  # "N = 150": a capital stands for all
    end = after_noun(index, line, context)
    return before == chars["("] and line.symbols[end : end + 1] == chars[")"] and not (at > 1 and line.quantity[at - 2] >= 0)


def _in_a_group(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "63 patients in the lemon group"."""
    end = after_noun(index, line, context)
    if not words.within("arm-in", line, end, end + 2):
        return False
    stop = next((i for i in range(end, min(len(line.symbols), end + _GROUP)) if line.quantity[i] >= 0), min(len(line.symbols), end + _GROUP))
    return words.within("arm-noun", line, end, stop)


def _joined(parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True where "and" or "or" leads to the last, and to no count behind it."""
    at, joins = context.lines.position_of, conjunctions(context)
    if not joins & set(line.symbols[at[parts[-2]] : at[parts[-1]]]):
        return False
    sized = all(equated(i, context) for i in parts)  # then other sizes are marked as well
    others = [i for i in line.quantities(at[parts[0]]) if i not in parts and plain_count(i, context) and context.quantity(i).value >= _LEAST]
    return not any(not sized or i < parts[-1] or equated(i, context) for i in others)


def _vetoed(parts: tuple[int, ...], line: Line, context: Context, words: Near) -> bool:
    """True where words of the sentence let the arms not add up. What is told behind sizes is of later; "34 sailors sent north and 31 sent south died" is of some."""
    sized = words.has("divide-word", line) and all(equated(i, context) for i in parts)
    until = context.lines.position_of[parts[-1]] + _BEHIND if sized else len(line.symbols)
    return any(words.has(name, line) for name in _VETO) or words.within(_OVERLAP, line, 0, until)


def _people(parts: tuple[int, ...], line: Line, context: Context, words: Near) -> int | None:
    """The only count of people in front of the arms, in their sentence or just before it; None where there are two."""
    found: list[int] = []
    start = max(0, line.number - _BACK)
    for other in context.lines.lines[start : line.number + 1]:
        if other.block != line.block:
            continue
        own = other.quantities(0, context.lines.position_of[parts[0]]) if other is line else other.figures
        found.extend(i for i in own if _counts_people(i, context))
    if not found or len(found) > 1:
        return None
    home = context.line(found[0])
    passage = [x for x in context.lines.lines[home.number : line.number] if x.block == line.block]
    return None if any(words.has(name, x) for x in passage for name in (*_VETO, _OVERLAP)) else found[0]


def _counts_people(index: int, context: Context) -> bool:
    q = context.quantity(index)
    if q.kind not in _COUNTED or q.value is None or q.value < _LEAST:
        return False
    named = q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("person-noun")
    return named or _all_of_them(index, context)


def _all_of_them(index: int, context: Context) -> bool:
    """True of "sailors (N = 120)": people with their number in a bracket."""
    first, words = context.quantity(index).first, context.extraction.tokens.words
    opened = first > 3 and words[first - 3] == "(" and words[first - 1] == "="
    return opened and words[first - 2] in context.lexicon.pack.words("arm-size") and words[first - 4] in context.lexicon.pack.words("person-noun")


def _all_in_them(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of arms that one slip keeps from being all of them: without a word of dividing, fever
    "in 30 patients in the lemon group and in 21 in the cider group" leaves out the healthy."""
    q, own = context.quantity(total), [context.quantity(i) for i in parts]
    made = sum(p.value for p in own)
    return slip_between(q, made) > WEAK or any(slip_between(p, q.value - made + p.value) > WEAK for p in own)


def _sound(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of a plain total that the arms make up, or miss by no simple multiple."""
    q, values = context.quantity(total), [context.quantity(i).value for i in parts]
    if not plain_count(total, context):
        return False
    made = sum(values)
    near = q.value <= made * _TIMES or q.value == made * 10
    return made != 2 * q.value and not all(v == q.value for v in values) and near and made <= q.value * 10 * len(parts)

