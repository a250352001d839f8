"""Goals and games that are told one by one, against the result of a match.

    won 4-1, with two goals from Ruiz and one each from Dahl and Oyelaran      goals of the winners, by their scorers
    beat Rovers 4-2. Silva scored twice, Braun and Oyelaran once each          the same in the next sentence
    6-4, 3-6, 7-5. She took 16 games in all, her opponent 15                   games of a match, by its sets

Goals count only where each stands with a scorer and nothing hints at more of them. A goal is an item; who scored twice
is two.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, proper
from checker.linking.lines import Line, offsets
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_MOST = 9  # goals of one side
_MATCH = 4  # sentences that tell of a match after its sets
_NAMES = 7  # symbols beside "each" in which its scorers stand
_VERB = 6  # symbols from "beat" to the score
_WORDS = (("goals-three", 3), ("goals-two", 2), ("goals-one", 1))


def goals(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "goals" (part: the score; item: each goal) and "games-won" (part: the sets; total)."""
    words, lines, found = near(context), prose_lines(context), []
    for n, line in enumerate(lines):
        if KIND_SYMBOLS["score"] not in line.symbols:
            continue
        scores = [i for i in line.figures if context.quantity(i).kind == "score"]
        following = lines[n + 1] if n + 1 < len(lines) and lines[n + 1].block == line.block else None
        if len(scores) == 1:
            found.extend(_goals(scores[0], line, following, context, words))
        elif 2 <= len(scores) <= 5:
            found.extend(_games(scores, [x for x in lines[n : n + _MATCH] if x.block == line.block], context, words))
    return found


# ---------------------------------------------------------------- goals


def _goals(score: int, line: Line, following: Line | None, context: Context, words: Near) -> Iterator[Frame]:
    at = context.lines.position_of[score]
    won = words.within("winner-verb", line, at - _VERB, at) or words.within("goals-win", line, at - 3, at) or words.within("winner-noun", line, at + 1, at + 4)
    if not won or words.has("goals-veto", line):
        return
    behind, source = _listed(line, at + 1, context, words), line
    if behind is None and following is not None and not words.has("goals-veto", following) and not any(context.quantity(i).kind == "score" for i in following.figures):
        behind, source = _listed(following, 0, context, words), following
    if behind:
        scored = _digits(score, context)
        whole = source is line or words.has("goals-others", source)  # else some scorers may have been left out
        tied = len(scored) == 2 and (whole or len(behind) > int(scored[0]))
        yield Frame("goals", (0, 0), {"part": (score,)}, {"item": behind}, 0, frozenset(["part", "item"]) if tied else frozenset(), 2)


def _listed(line: Line, start: int, context: Context, words: Near) -> tuple[tuple[int, int], ...] | None:
    """Each goal of a list of scorers as the place of its words; None where there is no such list, or it may not be all."""
    stop = next((m.start() for m in words.matches("goals-others", line, start)), len(line.symbols))
    if not words.within("goals-cue", line, start, stop) or any(context.quantity(i).kind in ("ordinal", "ratio") for i in line.quantities(start, stop)):
        return None
    found: list[tuple[int, int]] = []
    at = start
    while at < stop:
        size, end = _item(at, stop, line, context, words)
        if size:
            size *= _each(at, end, stop, line, context, words)
            found += [offsets(line, at, end, context.extraction)] * size
        at = end if size else at + 1
    joined = words.within("list-closing", line, start, stop)
    return tuple(found) if 1 < len(found) <= _MOST and joined else None


def _item(at: int, stop: int, line: Line, context: Context, words: Near) -> tuple[int, int]:
    """How many goals the words at a place tell, and where they end."""
    index = line.quantity[at]
    if index >= 0:
        q = context.quantity(index)
        end = after_noun(index, line, context)
        told = q.kind == "number" and not q.noun or q.noun and q.noun_last < q.last or q.noun and words.within("goals-noun", line, at + 1, end)
        whole = q.kind in ("number", "count") and q.value is not None and q.value.denominator == 1 and 0 < q.value <= _MOST and not q.approx
        return (int(q.value), end) if whole and told else (0, at + 1)
    for name, size in _WORDS:
        m = words.pattern(name).match(line.symbols, at)
        if m is not None and m.end() <= stop:
            return size, m.end()
    return 0, at + 1


def _each(at: int, end: int, stop: int, line: Line, context: Context, words: Near) -> int:
    """How many scorers share in "once each" or "one each from Dahl and Oyelaran"; 1 where nobody shares."""
    m = words.pattern("goals-each").match(line.symbols, end)
    if m is None:
        return 1
    behind = _names(m.end(), min(stop, m.end() + _NAMES), line, context)
    return behind if words.pattern("goals-from").match(line.symbols, m.end()) and behind > 1 else max(1, _names(max(0, at - _NAMES), at, line, context, True))


def _names(start: int, end: int, line: Line, context: Context, back: bool = False) -> int:
    """How many names with a capital stand side by side, joined by commas and conjunctions."""
    document, tokens = context.extraction.document.text, context.extraction.tokens
    found, inside = 0, False
    order = range(end - 1, start - 1, -1) if back else range(start, end)
    for p in order:
        word = document[tokens.starts[line.firsts[p]] : tokens.ends[line.lasts[p]]]
        if word[:1].isupper():
            found += not inside
            inside = True
            continue
        inside = False
        if word.lower() not in context.lexicon.pack.words("conjunction") and word != "," and found:
            break
    return found


# ---------------------------------------------------------------- games


def _games(sets: list[int], lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """"6-4, 3-6, 7-5. She took 16 games": what the winner of a match took in all its sets."""
    position = context.lines.position_of
    if any(position[b] - position[a] > 2 for a, b in zip(sets, sets[1:])):
        return
    sides = [[int(part) for part in _digits(i, context)] for i in sets]
    if any(len(side) != 2 for side in sides):
        return
    for line in lines:
        if line is not lines[0] and any(context.quantity(i).kind == "score" for i in line.figures):
            return  # another match
        for index in line.figures:
            q = context.quantity(index)
            told = q.kind == "count" and q.noun and words.within("goals-games", line, position[index] + 1, after_noun(index, line, context))
            told = told and all(i < 0 for i in line.quantity[position[index] + 1 : after_noun(index, line, context)])  # "12 of the last 14 games"
            told = told and (after_noun(index, line, context) >= len(line.symbols) or words.pattern("goals-so-many").match(line.symbols, after_noun(index, line, context)))
            if told and q.value and not q.approx and not _of_another(line, position[index], lines[0], context, words) and words.within("goals-took", line, max(0, position[index] - 3), position[index]) and q.value != sum(side[1] for side in sides):
                claims = {"part": tuple(sets), "total": (index,)}
                yield Frame("games-won", (0, 0), claims, {}, 0, frozenset(claims), 2)
                return


def _digits(index: int, context: Context) -> list[str]:
    q = context.quantity(index)
    text = context.extraction.document.text[q.start : q.end]
    return "".join(c if c.isdigit() else " " for c in text).split()


def _of_another(line: Line, at: int, first: Line, context: Context, words: Near) -> bool:
    """True of "Her sister Anna took 14 games": who is named in front of a count was not named before, and no pronoun stands for anybody."""
    if line is first or words.within("order-pronoun", line, 0, at):
        return False
    start = context.lines.lines[max(0, first.number - _MATCH)]
    start = start if start.block == first.block else first
    names = proper(line.firsts[0], line.firsts[at], context)
    return bool(names) and names.isdisjoint(proper(start.firsts[0], line.firsts[0], context))
