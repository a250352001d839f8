"""Relations of three figures and more whose parts stand anywhere in a short article, each called what it is.

Every figure of a relation is told by words of its own (`cast`): there is one of each sort in the whole text, and what ties them
is that the words name one thing again. So no slip is asked for: a miss beyond all rounding is a contradiction. Where two
figures could play a part, or words put one to another group, place, time or base, there is no relation.
"""
