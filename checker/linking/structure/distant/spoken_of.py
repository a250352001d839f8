"""Whether the words of a change speak of the levels that it leads between, or take them up under no other name.

    The kennels held 253 hounds ... the winter before 219 ... The number of animals has risen by 15.5 percent
    Police counted 664 thefts. A year earlier: 583. An increase of 13.9 percent.
"""

from __future__ import annotations

from checker.linking.context import Context, content, proper, telling
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.heads import Head, definite
from checker.linking.structure.distant.levels import COUNTED_TWICE, Story, general, groups_in, light
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import Near


def speaks_of(head: Head, story: Story, reader: Reader, words: Near) -> bool:
    """Whether the words of the change are those of the levels, or it takes up what has no other name."""
    context, line = reader.context, head.line
    marks = reader.words.separators
    start = max((p + 1 for p in range(head.start) if line.symbols[p] in marks), default=0)
    stop = next((p for p in range(head.end, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))
    own = groups_in(line, start, stop, words, context)
    theirs = story.base.groups | story.new.groups
    span = line.firsts[start], line.lasts[stop - 1] + 1
    said = telling(content(*span, context), context) - light(context.lexicon) - proper(*span, context)  # a place names nothing
    moves = frozenset().union(*(content(line.firsts[m.start], line.lasts[m.end - 1] + 1, context) for m in reader.marks(line) if m.tag == "move"))
    if said and said - moves <= general(context.lexicon) and said - moves and line.number not in story.lines and (story.base.heads or story.new.heads):
        return True  # "The number of animals", of dogs
    if own and theirs:
        return bool(own & theirs)
    if said & (story.base.words | story.new.words):
        return True
    if own and min(story.lines) == line.number + 1 and min(story.base, story.new, key=lambda x: x.index).again:
        return True  # "four times as many riders ... The device counts 2,080 of them a day"
    if not own and head.since and COUNTED_TWICE & story.base.groups & story.new.groups:
        return True  # "has doubled since the keeper left. In the first count there were ... The latest count"
    if words.within("story-since", line, start, stop) and story.base.index < head.index:
        return True  # "has quadrupled since then"
    taken_up = head.points or definite(head, reader) and not _has_object(head, context) or head.noun and context.quantity(head.index).kind == "points"
    front = content(line.firsts[start], line.firsts[head.start], context) & said - moves if head.start > start else frozenset()
    if story.ordered and front and kindred(front, context) & kindred(story.base.words | story.new.words, context):
        return True  # "The crowd grew by", of spectators
    return (taken_up or _of_nothing_else(head, story, start, context)) and not own and not head.subject


def _of_nothing_else(head: Head, story: Story, start: int, context: Context) -> bool:
    """True of "An increase of 12 percent.", a noun with no subject in front of it, behind two levels of which words tell the older."""
    line = head.line
    in_front = telling(content(line.firsts[start], line.firsts[head.start], context), context) - light(context.lexicon) if head.start > start else frozenset()
    return head.noun and story.ordered and not in_front and max(story.lines) < line.number


def _has_object(head: Head, context: Context) -> bool:
    """True of "increased its deliveries by 16%": "its" belongs to what grew."""
    line = head.line
    return head.verb and bool(telling(content(line.firsts[head.start + 1], line.lasts[max(head.start + 1, head.end - 1)] + 1, context), context) - light(context.lexicon))
