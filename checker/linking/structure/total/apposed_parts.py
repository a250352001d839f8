"""A count and the two or more that it is made up of, set right beside it: a slip of the hand in one of them shows.

    There were 26 relapses (12 early and 14 late)                    a bracket that holds them and nothing else
    26 luggers were built, 19 for the Danish crown and seven for the Dutch fleet         the same word behind each
    A 45-man guard — 31 sailors and fourteen marines — left at dawn  dashes

No other count stands between the first and the last of them, and none is told of some, each or both.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, conjunctions, is_compared, pinned_by, plain_count, sum_frame, telling_slip
from checker.linking.structure.slips import TELLING
from checker.model import Frame

_LEAST = 10
_FROM_WHOLE, _BETWEEN = 12, 9  # symbols from the whole to the mark in front of its parts, and from part to part
_MOST = 5
_KINDS = ("count", "number", "range", "bound")


def apposed_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    words, found = near(context), []
    taken = pinned_by(frames, "sum", "groups")
    for line in context.lines.figured:
        counts = [i for i in line.figures if context.quantity(i).kind in _KINDS]
        if len(counts) < 3 or line.crowded or words.has("allotted-veto", line):
            continue
        for n, whole in enumerate(counts[:-2]):
            parts = _parts(whole, counts[n + 1 :], line, context, words) if whole not in taken and _whole(whole, context) else ()
            if parts and taken.isdisjoint(parts) and telling_slip(whole, parts, context) >= TELLING:
                found.append(sum_frame(whole, parts, True, 0, line, context, whole=True))
                break
    return found


def _whole(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "count" and bool(q.noun) and plain_count(index, context) and q.value >= _LEAST and not is_compared(index, context)


def _parts(whole: int, counts: list[int], line: Line, context: Context, words: Near) -> tuple[int, ...]:
    """The counts that a mark sets behind a whole, up to the one that a conjunction leads to; none where something else is told."""
    at, joins, symbols = context.lines.position_of, conjunctions(context), line.symbols
    mark = at[counts[0]] - 1
    if symbols[mark] not in context.lexicon.symbols.marks or mark - at[whole] > _FROM_WHOLE or mark < after_noun(whole, line, context):
        return ()
    parts = [counts[0]]
    for i in counts[1:_MOST]:
        gap = symbols[at[parts[-1]] + 1 : at[i]]
        if len(gap) > _BETWEEN or not plain_count(i, context):
            return ()
        parts.append(i)
        if gap[-1:] in joins:
            break
    else:
        return ()
    fits = plain_count(parts[0], context) and all(_one_of(whole, i, context) for i in parts) and _set_off(whole, parts, mark, line, context, words)
    return tuple(parts) if fits else ()


def _one_of(whole: int, part: int, context: Context) -> bool:
    """False of what counts other things: "24 farms (12 goats and 120 sheep)"; of people there are many names."""
    q, w, words, pack = context.quantity(part), context.quantity(whole), context.extraction.tokens.words, context.lexicon.pack
    if not q.noun or q.noun[-1] in w.noun:
        return True
    if words[q.noun_last] in pack.words("person-noun"):
        return words[w.noun_last] in pack.words("person-noun")
    return not words[q.noun_last].endswith(tuple(pack.words("plural-ending")))


def _set_off(whole: int, parts: list[int], mark: int, line: Line, context: Context, words: Near) -> bool:
    """True where brackets or dashes hold the parts alone, or the same word behind each of them says where it belongs."""
    at, chars, symbols = context.lines.position_of, context.lexicon.symbols.chars, line.symbols
    last = after_noun(parts[-1], line, context)
    closing = {chars["("]: chars[")"], chars["—"]: chars["—"], chars["–"]: chars["–"]}.get(symbols[mark])
    end = symbols.find(closing, last) if closing else len(symbols)
    if closing == chars[")"] and end < 0 or words.within("allotted-not", line, mark, end if end > 0 else len(symbols)):
        return False
    end = end if end > 0 else len(symbols)
    if any(context.quantity(i).kind in _KINDS for i in line.quantities(last, end)) or conjunctions(context) & set(symbols[last:end]):
        return False
    if closing and mark == after_noun(whole, line, context):  # not "145 compounds (113 and 41)": labels
        bare = {"", *context.lexicon.symbols.marks, *conjunctions(context)}
        return all(context.quantity(i).noun or symbols[at[i] + 1 :][:1] not in bare for i in parts)
    own, *behind = (symbols[after_noun(i, line, context) :][:1] for i in (whole, *parts))
    if len(set(behind)) > 1 or behind[0] in ("", own, *context.lexicon.symbols.marks):
        return False  # "240 loaves in May, 120 in June and 90 in July": one of a row
    return symbols[mark] != chars[","] or mark > after_noun(whole, line, context)
