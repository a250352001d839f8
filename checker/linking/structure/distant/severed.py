"""What severs one of two levels from the other: a forecast, a part, an average, another place."""

from __future__ import annotations

from sys import maxsize

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.moments import clause_of
from checker.linking.structure.distant.levels import Story, told_ago
from checker.linking.structure.near import Near
from checker.linking.structure.passages import opens_elsewhere

_BEHIND, _FRONT = 6, 3  # symbols of an opening


def vetoed(index: int, line: Line, reader: Reader, words: Near, behind: int = maxsize) -> bool:
    """True of a figure whose clause says, up to so many symbols behind it, that it is a forecast, a part, or of something else."""
    at = reader.context.lines.position_of[index]
    left, right = clause_of(line, at, reader, words)
    right = min(right, at + behind)
    return words.within("story-not", line, left, right) or reader.context.quantity(index).kind != "percent" and words.within("story-part", line, left, right)


def averaged(index: int, line: Line, reader: Reader, words: Near) -> bool:
    """True of a figure whose clause says that it is an average."""
    return words.within("story-average", line, *clause_of(line, reader.context.lines.position_of[index], reader, words))


def one_averaged(story: Story, reader: Reader, words: Near) -> bool:
    """True where one of two levels is an average and the other none: "a daily average of 410" beside "9,700 in the month"; not where
    one takes up the other, "the average wait was 40 minutes ... a year ago it had been 50"."""
    return not (story.base.again or story.new.again) and averaged(story.base.index, story.base.line, reader, words) != averaged(story.new.index, story.new.line, reader, words)


def unreal_at(index: int, line: Line, reader: Reader, words: Near) -> bool:
    """True of a figure that is only expected, or would be."""
    return words.within("told-unreal", line, *clause_of(line, reader.context.lines.position_of[index], reader, words))


def elsewhere_told(line: Line, context: Context, words: Near) -> bool:
    """True of a sentence that opens with a place or a group; not of "At present"."""
    if line.quantity[1:4] and max(line.quantity[1:4]) >= 0:
        return False  # "Of the 96 shops", "In 2012"
    return opens_elsewhere(line, context) and not words.within("told-now", line, 0, _FRONT) and not words.within("story-before", line, 0, _BEHIND) and not told_ago(line, 0, _BEHIND, words, context)
