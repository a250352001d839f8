"""Electorate, turnout, votes, shares and majority of one election."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame

_COUNTED = ("count", "number")
_NAMES = ("electorate-word", "spoiled-word", "lead-word", "votes-word")


def votes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "turnout-votes" (votes of electors), "lead" (majority of votes) and "turnout-lead"."""
    page = page_of(context)
    marked = [n for n, line in enumerate(page.lines) if page.near.has("votes-word", line) or page.near.has("turnout-word", line)]
    if not marked:
        return []
    passage = page.lines[max(0, marked[0] - 2) : marked[0] + 10]
    return _frames(page, passage)


def _frames(page: Page, passage: list[Line]) -> list[Frame]:
    turnout, shares, counts = [], [], {name: [] for name in _NAMES}
    for line in passage:
        for f in page.figures(line):
            if f.quantity.kind == "percent" and f.item.kind == "level":
                near_turnout = page.called(f, ("turnout-word", "votes-word")) == "turnout-word" and not shares
                (turnout if near_turnout else shares).append(f)
            elif f.quantity.kind in _COUNTED and f.quantity.value is not None:
                name = _counted(page, f)
                if name:
                    counts[name].append(f)
    found = []
    electorate, spoiled, lead, valid = (counts[n] for n in _NAMES)
    if len(turnout) == len(electorate) == 1 and 1 <= len(valid) <= 3:
        biggest = max(valid, key=lambda f: f.quantity.value)
        if len(spoiled) == 1 or not spoiled and not page.says("spoiled-word", biggest.line):
            part = tuple(f.index for f in (biggest, *spoiled))
            found.append(page.frame("turnout-votes", {"whole": (electorate[0].index,), "rate": (turnout[0].index,), "part": part}))
    return found + _leads(page, passage, turnout, shares, electorate, valid, lead)


def _leads(page: Page, passage, turnout, shares, electorate, valid, lead) -> list[Frame]:
    if len(lead) != 1 or not shares:
        return []
    claims: dict[str, tuple[int, ...]] = {"difference": (lead[0].index,), "first": (shares[0].index,)}
    only_two = any(page.says("only-rival", line) for line in passage)
    if len(shares) >= 2:
        claims["second"] = (shares[1].index,)
    elif not only_two:
        return []
    family = "lead" if len(shares) >= 2 else "lead-of-two"
    whole = [f for f in valid if f.quantity.value > lead[0].quantity.value]
    if len(whole) == 1 and not turnout:
        return [page.frame(family, claims | {"whole": (whole[0].index,)})]
    if len(turnout) == len(electorate) == 1 and not whole:
        return [page.frame(f"{family}-by-turnout", claims | {"whole": (electorate[0].index,), "rate": (turnout[0].index,)})]
    return []


def _counted(page: Page, f: Figure) -> str | None:
    """What a count is of: its own noun first, else the words nearest to it."""
    noun = page.context.extraction.tokens.words[f.quantity.noun_last] if f.quantity.noun_last >= 0 else ""
    if page.says("spoiled-word", f.line, f.left, min(f.right, f.at + 5)):
        return "spoiled-word"
    if page.says("lead-word", f.line, max(f.left, f.at - 5), min(f.right, f.at + 4)):
        return "lead-word"
    for name in ("electorate-word", "votes-word"):
        if noun in page.context.lexicon.pack.words(name):
            return name
    return page.called(f, _NAMES)
