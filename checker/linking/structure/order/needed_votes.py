"""The share of votes that something had to win, the share that it won, and what became of it.

    Shareholders cleared the way for the takeover. The scheme had to win at least three quarters of the votes. Holders of 78.3 per
    cent backed it
    The merger was rejected. It needed the approval of 75 percent of those voting, and 69 percent supported it

What went through has the share that was asked for, what failed has not. There is one share behind the rule, and it is of those in
favour; another vote, a turnout, or an outcome told both ways proves nothing.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_BACK, _AHEAD = 2, 2  # sentences around a rule that tell of the vote
_SHARES = ("percent", "ratio")
_FRONT, _BEHIND = 4, 6  # symbols around a share in which it is said to be in favour
_NOT = 3


def needed_votes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "needed-share" (level, bound)."""
    words, lines, found = near(context), told_lines(context), []
    cued = words.standing("votes-needed")
    for n, line in enumerate(lines):
        bound = _rule(line, context, words) if line.number in cued and line.figures else None
        if bound is None:
            continue
        passage = [x for x in lines[max(0, n - _BACK) : n + 1 + _AHEAD] if x.block == line.block]
        level = _level(bound, line, [x for x in passage if x.number >= line.number], context, words)
        fate = _fate(line, passage, words) if level is not None and not any(words.has("votes-other", x) for x in passage) else 0
        if fate and context.quantity(level).value != context.quantity(bound).value:
            q, claims = context.quantity(bound), {"level": (level,), "bound": (bound,)}
            found.append(Frame("needed-share", (q.start, q.end), claims, {}, fate, frozenset(claims), 1, None, (), "roles"))
    return found


def _share(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _SHARES and q.value is not None and not q.change and q.sense != "range"


def _rule(line: Line, context: Context, words: Near) -> int | None:
    """The first share of a sentence that says which share of votes is needed."""
    if not words.has("votes-asked", line):
        return None
    shares = [i for i in line.figures if _share(i, context)]
    at = context.lines.position_of[shares[0]] if shares else 0
    if not shares or context.quantity(shares[0]).approx == "below" or words.within("votes-turnout", line, 0, len(line.symbols)):
        return None
    end = context.lines.position_of[shares[1]] if len(shares) > 1 else len(line.symbols)
    return shares[0] if words.within("votes-needed", line, 0, end) and not words.within("votes-unneeded", line, 0, at) else None


def _level(bound: int, home: Line, lines: list[Line], context: Context, words: Near) -> int | None:
    """The only share behind the rule, if it is told to be in favour."""
    shares = [(x, i) for x in lines for i in x.figures if _share(i, context) and i > bound]
    if len(shares) != 1 or context.quantity(shares[0][1]).approx:
        return None
    line, index = shares[0]
    at = context.lines.position_of[index]
    dated = any(context.quantity(i).kind in TIMES and context.quantity(i).when is not None and context.quantity(i).when.year for i in line.figures)
    favour = words.within("votes-favour", line, at + 1, at + 1 + _BEHIND) or words.ends("votes-won", line, at, _FRONT)
    against = words.within("votes-against", line, at - _FRONT, at + 1 + _BEHIND)
    return index if favour and not against and not dated else None


def _fate(home: Line, passage: list[Line], words: Near) -> int:
    """1 where it went through, -1 where it failed, 0 where nobody tells or both are told. In the rule itself both are only supposed."""
    said = set()
    for line in passage:
        for name, sign in (("votes-passed", 1), ("votes-failed", -1)):
            for m in words.matches(name, line) if line is not home else ():
                if words.within("votes-unsaid", line, m.start() - _NOT, m.start()):
                    return 0
                said.add(sign)
    return said.pop() if len(said) == 1 else 0
