"""The arms of a study, told by what each was given in the sentence behind the people who were assigned.

    We randomly assigned 310 dockers to one of two diets. Rice was served to 156 dockers and barley to 154

As many counts of people stand behind what was done as there are arms, and nobody else is counted in the two sentences. What is found out
about some of them - who was cured, who stayed - is told with other verbs.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, pinned_by, plain_count
from checker.model import Frame

_LEAST, _ARMS = 10, (2, 3, 4)
_TO = 14  # symbols from "assigned to one of" to how many arms there are
_FRONT = 3  # symbols in front of a count with the word that leads to it
_FAR = 3  # times as many, or as few: they are of something else
_VETO = ("given-veto", "group-overlap", "allotted-some")


def given_arms(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "groups" (total, part...)."""
    words, found = near(context), []
    cued = words.standing("given-assigned")
    taken = pinned_by(frames, "groups", "sum", "pair") if cued else set()
    for number in sorted(cued):
        line, following = context.lines.lines[number], context.lines.lines[number + 1 : number + 2]
        if not following or following[0].block != line.block or any(words.has(name, x) for x in (line, *following) for name in _VETO):
            continue
        total, parts = _people(line, context, words), _given(following[0], context, words)
        if total is None or len(parts) not in _ARMS or _arms(line, context, words) not in (0, len(parts)) or not taken.isdisjoint((total, *parts)):
            continue
        made, stated = sum(context.quantity(i).value for i in parts), context.quantity(total).value
        if made <= _FAR * stated <= _FAR * _FAR * made and not (len(set(context.quantity(i).value for i in parts)) == 1 and context.quantity(parts[0]).value == stated):
            claims = {"total": (total,), "part": parts}
            found.append(Frame("groups", (context.quantity(parts[0]).start, context.quantity(parts[-1]).end), claims, {}, 0, frozenset(claims), 1, None, (), "roles"))
    return found


def _counts_people(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return plain_count(index, context) and q.value >= _LEAST and q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("person-noun")


def _people(line: Line, context: Context, words: Near) -> int | None:
    """The only count of people of a sentence in which they are assigned."""
    people = [i for i in line.figures if _counts_people(i, context)]
    return people[0] if len(people) == 1 and words.has("given-assigned", line) else None


def _arms(line: Line, context: Context, words: Near) -> int:
    """How many arms there are, "to one of two diets"; 0 where it is not told."""
    start = next((m.end() for m in words.matches("given-assigned", line)), len(line.symbols))
    told = {int(q.value) for i in line.quantities(start, start + _TO) if (q := context.quantity(i)).kind in ("count", "number") and q.value in _ARMS}
    return max(told, default=0)


def _given(line: Line, context: Context, words: Near) -> tuple[int, ...]:
    """The counts behind what was done with each arm; none where some count is of other people, or outcomes are told."""
    verb = next(words.matches("given-done", line), None)
    counts = [i for i in line.figures if plain_count(i, context) and context.quantity(i).value >= _LEAST]
    if verb is None or len(counts) < 2 or not _counts_people(counts[0], context):
        return ()
    at = context.lines.position_of
    nouns = {context.quantity(i).noun[-1:] for i in counts} - {()}
    led = all(words.within("given-to", line, at[i] - _FRONT, at[i]) for i in counts) and verb.end() <= at[counts[0]]
    return tuple(counts) if led and len(nouns) == 1 and conjunctions(context) & set(line.symbols[at[counts[-2]] : at[counts[-1]]]) else ()
