"""Which of several figures a passage takes up by the words it was told with."""

from __future__ import annotations

from checker.linking.context import Context, content


def one_of(figures: list[int], names: frozenset[str], context: Context) -> int | None:
    """The one figure in whose sentence one of the names stands; None where there are several, or no names."""
    if not names:
        return None
    found = []
    for i in figures:
        line = context.line(i)
        at = context.lines.position_of[i]
        if names & content(line.firsts[0], line.firsts[at], context):
            found.append(i)
    return found[0] if len(found) == 1 else None
