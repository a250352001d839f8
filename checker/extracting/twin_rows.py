"""Two measures and, in the bracket behind them, the same two again: "90 by 70 metres (295 by 230 ft)".

What joins the two in front joins the two in the bracket, so that each bare number has the unit behind its row, however
much larger or smaller it is than its neighbour.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import Draft, Scan

_JOIN = 2  # words between the two of a row


def twin_rows(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives the bare first number of either row the unit of the second. In place."""
    for a, b, c, d in zip(drafts, drafts[1:], drafts[2:], drafts[3:]):
        if b.kind != "physical" or d.kind != "physical" or None in (a.value, b.value, c.value, d.value) or s.word(d.last + 1) != ")" or s.word(b.last + 1) != "(" or c.first != b.last + 2:
            continue
        join = between(s, a, b)
        if not join or len(join) > _JOIN or join != between(s, c, d) or not any(join in s.lex.phrases[name] for name in ("carry-list", "carry-pair", "carry-across", "range-join")):
            continue
        for bare, source in ((a, b), (c, d)):
            if bare.kind == "number" and bare.unit is None and not bare.noun and bare.scale == 1:
                bare.unit, bare.kind, bare.inherited = source.unit, source.kind, "unit"
