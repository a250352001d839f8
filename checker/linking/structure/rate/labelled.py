"""Figures with labels, one a line: "Tickets closed: 2,340", "Agents: 18", "Tickets per agent: 130"."""

from __future__ import annotations

from checker.linking.context import Context, stem, telling
from checker.linking.lines import Line
from checker.model import Frame

_NEAR = 6  # lines around that belong to one list
_MEASURED = ("count", "number", "currency", "physical", "duration")


def labelled_averages(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" where a label says X per Y and other labels of the list name X and Y."""
    colon = context.lexicon.symbols.chars[":"]
    labels = {line.number: found for line in context.lines.lines if (found := _label(line, colon, context)) is not None}
    per = context.lexicon.pack.words("per-label")
    made = []
    for number, (words, index) in labels.items():
        at = next((n for n, word in enumerate(words) if word in per), None)
        if at is None or not 0 < at < len(words) - 1:
            continue
        above, below = (_stems(part, context) for part in (words[:at], words[at + 1 :]))
        others = [labels[n] for n in range(number - _NEAR, number + _NEAR + 1) if n != number and n in labels]
        totals = [i for w, i in others if above & _stems(w, context) and not below & _stems(w, context)]
        counts = [i for w, i in others if below & _stems(w, context) and not above & _stems(w, context)]
        if len(totals) == len(counts) == 1:
            q = context.quantity(index)
            claims = {"total": (totals[0],), "count": (counts[0],), "average": (index,)}
            made.append(Frame("average", (q.start, q.end), claims, {}, 0, frozenset(claims), 0, None, (), "labels"))
    return made


def _label(line: Line, colon: str, context: Context) -> tuple[list[str], int] | None:
    """The words of a label and its figure, of a line that is nothing else."""
    at = line.symbols.find(colon)
    quantities = line.figures
    if not 0 < at <= 8 or len(quantities) != 1 or context.lines.position_of[quantities[0]] != at + 1 or len(line.symbols) > at + 4:
        return None
    if context.quantity(quantities[0]).kind not in _MEASURED:
        return None
    return [context.extraction.tokens.words[line.firsts[n]] for n in range(at)], quantities[0]


def _stems(words: list[str], context: Context) -> frozenset[str]:
    return telling(frozenset(stem(w, context) for w in words if w.isalpha() and w not in context.function), context)
