"""Games won, drawn and lost: how many they are together, and what they are worth.

    of their 20 matches the side had won eleven, drawn four and lost five       all three, and the games
    three points for a win and one for a draw: nine wins and four draws ... 31   at what the text says that they are worth
    won five, drew two and lost one. ... by 6-2, a win counting one and a draw half

A figure is of wins where its noun or the verb in front of it says so. Where games were given, annulled or are still to come,
nothing follows.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, sum_frame
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_SORTS = (("won", "record-won", "record-wins"), ("drawn", "record-drawn", "record-draws"), ("lost", "record-lost", "record-losses"))
_VERB = 4  # symbols from a verb to its figure
_WORTH = 4  # symbols between a number of points and what it is for
_DRAWN = ("record-drawn", "record-draws")
_BACK, _AHEAD = 2, 2  # sentences around a record that tell the games, the worth and the points
_MOST = 60  # games


def records(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "sum" (total: the games) and "record" (total, wins, draws, per-win, per-draw), "record-one" where a draw is worth one."""
    words, lines, found = near(context), told_lines(context), []
    cued = words.standing(*_DRAWN)
    for n, line in enumerate(lines):
        if not line.figures or line.number not in cued or not any(words.has(name, line) for name in _DRAWN) or words.has("record-off", line):
            continue
        told = _told(line, context, words)
        around = [x for x in lines[max(0, n - _BACK) : n + 1 + _AHEAD] if x.block == line.block]
        if "won" not in told or "drawn" not in told or any(words.has("record-off", x) for x in around if x.number > line.number):
            continue
        found.extend(_games(told, line, [x for x in around if x.number <= line.number], context, words))
        found.extend(_points(told, line, around, context, words))
    return found


def _told(line: Line, context: Context, words: Near) -> dict[str, int]:
    """The figures of wins, draws and losses of a sentence; of two of one sort neither."""
    found: dict[str, list[int]] = {}
    for at, index in line.placed:
        q = context.quantity(index)
        if q.kind not in ("count", "number") or q.value is None or q.value.denominator != 1 or not 0 < q.value <= _MOST or q.approx:
            continue
        sort = _sort(at, index, line, context, words)
        if sort:
            found.setdefault(sort, []).append(index)
    return {sort: some[0] for sort, some in found.items() if len(some) == 1}


def _sort(at: int, index: int, line: Line, context: Context, words: Near) -> str:
    q = context.quantity(index)
    for sort, verb, noun in _SORTS:
        if q.noun and words.within(noun, line, at + 1, at + 2 + max(0, q.noun_last - q.last)):
            return sort
    if q.noun_last >= 0 and not words.within("record-game", line, at + 1, at + 2 + max(0, q.noun_last - q.last)):
        return ""
    nearest = [(m.end(), sort) for sort, verb, _ in _SORTS for m in words.matches(verb, line, max(0, at - _VERB), at) if at - m.end() <= 1 and not any(i >= 0 for i in line.quantity[m.end() : at])]
    return max(nearest, default=(0, ""))[1]


def _games(told: dict[str, int], line: Line, lines: list[Line], context: Context, words: Near) -> list[Frame]:
    """Wins, draws and losses are all the games."""
    if len(told) < 3:
        return []
    for home in reversed(lines):
        games = [i for i in home.figures if i not in told.values() and _counts_games(i, context, words)]
        if games:
            total = games[0]
            enough = all(context.quantity(i).value < context.quantity(total).value for i in told.values())
            sure = len(games) == 1 and enough and not any(context.quantity(i).kind == "count" and words.has("record-off", home) for i in games)
            return [replace(sum_frame(total, tuple(sorted(told.values())), True, 1, line, context, whole=True), source="roles")] if sure else []
    return []


def _counts_games(index: int, context: Context, words: Near) -> bool:
    q, line, at = context.quantity(index), context.line(index), context.lines.position_of[index]
    counted = q.kind == "count" and q.noun and q.value is not None and q.value.denominator == 1 and not q.approx
    return bool(counted) and words.within("record-game", line, at + 1, after_noun(index, line, context))


def _points(told: dict[str, int], line: Line, lines: list[Line], context: Context, words: Near) -> list[Frame]:
    """Wins and draws at what they are worth are the points: those of the side, or the first figure of a result."""
    worth = {name: found for name in ("win", "draw") for x in lines if (found := _worth(f"record-a-{name}", x, context, words)) is not None}
    one = "draw" not in worth and any(words.has("record-one", x) for x in lines)
    if "win" not in worth or not one and ("draw" not in worth or worth["win"] == worth["draw"]):
        return []
    taken = {*told.values(), *worth.values()}
    for home in [line, *(x for x in lines if x.number > line.number)]:
        start = max((context.lines.position_of[i] for i in (told["won"], told["drawn"])), default=0) if home is line else 0
        made = [i for i in home.quantities(start) if i not in taken and _made(i, home, context, words)]
        if made:
            claims = {"total": (made[0],), "wins": (told["won"],), "draws": (told["drawn"],), "per-win": (worth["win"],), **({} if one else {"per-draw": (worth["draw"],)})}
            q = context.quantity(made[0])
            return [Frame("record-one" if one else "record", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles")]
    return []


def _worth(name: str, line: Line, context: Context, words: Near) -> int | None:
    """What a win, or a draw, is worth: "three points for a win", "a win counting one point and a draw half"."""
    for m in words.matches(name, line):
        before = [i for i in line.quantities(max(0, m.start() - _WORTH), m.start()) if _small(i, context)]
        behind = [i for i in line.quantities(m.end(), m.end() + _WORTH) if _small(i, context)]
        led = words.pattern("for-word").match(line.symbols, m.start() - 1) if m.start() else None
        chosen = before[-1:] if led else behind[:1]
        if chosen:
            return chosen[0]
    return None


def _small(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.value is not None and 0 < q.value <= 5 and q.kind in ("points", "number", "count", "ratio")


def _made(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.value is None or q.approx or q.change or q.kind not in ("points", "number", "count") or q.value <= 1:
        return False
    named = q.kind == "points" or q.kind == "count" and q.noun[-1:] == ("point",)
    return (named or q.kind == "number" and not q.noun) and words.within("record-made", line, at - (6 if named else 3), at)
