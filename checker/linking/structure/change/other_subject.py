"""Changes with a subject of their own, which the sentences of the values do not speak of.

    Alder spent 36 million on its ships, after 9 million. Its profit doubled.           not what it spent
    The heron colony holds 61 nests, after 52. The gulls on Skerry lost 14 per cent.    others, elsewhere
"""

from __future__ import annotations

from checker.linking.context import content, content_between, names_between, telling
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.heads import Head, definite
from checker.linking.structure.change.scene import about
from checker.linking.structure.distant.levels import general, groups_in, light
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import near

_POINTS = 4  # symbols in front of a change that may point back


def renames(head: Head, values: tuple[int, ...], reader: Reader) -> bool:
    """Whether a change has another subject; one with an article has none ("for the loss of 0.75 metres", "the extra 1.4 points")."""
    return not (definite(head, reader) and not head.verb) and of_another_subject(head.line, head.start, values, reader)


def of_another_subject(line: Line, start: int, values: tuple[int, ...], reader: Reader) -> bool:
    """True where what opens the clause of a change names something that no sentence of its values, which stand in front, speaks of;
    `start` is the place of the change in its line. What points back, or concludes, is theirs."""
    context = reader.context
    homes = {context.lines.line_of[i] for i in values}
    first = max((p + 1 for p in range(start) if line.symbols[p] in reader.words.separators), default=0)
    if line.number <= max(homes) or near(context).pattern("back-reference").match(line.symbols, first) or near(context).has("summed-in-words", line):
        return False
    if near(context).within("back-reference", line, start - _POINTS, start):
        return False  # "The Board regards this erosion of"
    moves = frozenset().union(*(content_between(line, m.start, m.end, context) for m in reader.marks(line) if m.tag == "move"))
    last = start - (context.quantity(line.quantity[start]).kind != "multiple") if line.quantity[start] >= 0 else start  # "said losing 5.2 points"
    said = telling(content_between(line, first, last, context), context) - light(context.lexicon) - general(context.lexicon) - moves
    if not said:
        return False
    spoken = frozenset().union(*(about(n, reader) for n in homes))
    names = names_between(line, first + 1, start, context)
    if names - spoken - _before(min(homes), reader):
        return True
    if said & spoken or kindred(said, context) & kindred(spoken, context):
        return False
    words, lines = near(context), context.lines.lines
    own = groups_in(line, first, start, words, context)
    return not any(own & groups_in(lines[n], 0, len(lines[n].symbols), words, context) for n in homes)


def _before(number: int, reader: Reader) -> frozenset[str]:
    """What the sentence in front of the values and the first one of the text speak of."""
    lines = reader.context.lines.lines
    own = (lines[n] for n in {0, max(0, number - 1)} if lines[n].firsts)
    return frozenset().union(*(content(x.firsts[0], x.lasts[-1] + 1, reader.context) for x in own))
