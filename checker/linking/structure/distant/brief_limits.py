"""What a figure may or should be, in a brief text, the only other figure of its sort, and what is said of that.

    The budget was 12 million crowns. The final cost, 14.3 million crowns, exceeded it
    Minimum age: 18. The winner was 19, old enough to take part
    Parties need four percent of the vote ... [paragraphs] ... The Crofters won 5.1 percent and entered parliament

Words say on which side of the mark the figure stands, or that it passed or failed: then the side is that which the mark asks for.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.distant.brief import brief
from checker.linking.structure.distant.mentions import narrowed, of_then, said
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.near import Near
from checker.linking.structure.order.norms import fits_rule, rule_frame, side_of
from checker.model import Frame

_TOPS, _FLOORS, _AIMS = ("brief-mark-top", "far-limit-top"), ("brief-mark-floor", "far-limit-floor"), ("brief-mark-aim",)
_SIDES = (("brief-above", 1), ("brief-below", -1))
_FATES = (("brief-kept", 1), ("far-limit-kept", 1), ("norm-kept", 1), ("brief-broken", -1), ("far-limit-broken", -1), ("norm-broken", -1))
_LED, _NOT = 6, 3  # symbols in front of a mark that call it one; in front of a word in which "not" undoes it
_RATIO = 4


def brief_limits(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "threshold" (level, bound) with the sign of the side on which the figure must stand."""
    sheet = brief(context)
    if sheet is None or not sheet.words.standing(*(name for name, _ in (*_SIDES, *_FATES))):
        return []
    known = {i for f in frames if f.family == "threshold" and f.pinned for members in f.claims.values() for i in members}
    marks = [(t, side) for t in sheet.all if (side := _mark(t, sheet)) is not None]
    found = []
    for mark, side in marks if len(marks) == 1 else ():
        others = [t for t in sheet.all if t is not mark and _fits(t, mark, context)]
        if len(others) != 1 or mark.index in known or others[0].index in known or others[0].q.value == mark.q.value or others[0].line is mark.line:
            continue
        if narrowed(others[0], said(mark.line, sheet), sheet) == "word":
            continue  # "430 in the first week"
        sign = _said(others[0], mark, side, sheet)
        found.extend([rule_frame(others[0].index, mark.index, sign, context, "by name")] if sign else [])
    return found


def _mark(told: Told, sheet: Sheet) -> int | None:
    """1 for what is to be reached, -1 for what is not to be passed, 0 for what is aimed at; None for other figures."""
    words, line, at, q = sheet.words, told.line, told.at, told.q
    if not q.value or q.value <= 0 or q.change and not q.approx or q.sense == "range" or of_then(line, sheet):
        return None
    for names, side in ((_TOPS, -1), (_FLOORS, 1), (_AIMS, 0)):
        if any(words.ends(name, line, at, _LED) for name in names):
            return side
    if words.ends("brief-mark-need", line, at, 1) and q.kind != "duration":
        return 1
    if words.ends("brief-mark-within", line, at, _LED) and words.within("far-limit-asks", line, 0, at):
        return -1
    side = side_of(q, at, line, sheet.context, words)
    if not side or not (words.has("norm-said", line) or words.has("norm-forbids", line) or words.within("far-limit-asks", line, 0, at + 2)):
        return None
    if words.has("norm-duty", line) or words.has("far-limit-act", line) and not words.has("norm-forbids", line):
        return None
    barred = words.has("norm-forbids", line) or words.within("norm-none", line, 0, at - 1) and q.approx is None
    return -side if barred else side


def _fits(told: Told, mark: Told, context: Context) -> bool:
    q, b = told.q, mark.q
    if fits_rule(told.index, mark.index, context):
        return True
    bare = q.kind == b.kind == "physical" and q.unit == (b.unit or "").partition("/")[0]
    return bare and bool(q.value) and q.value < _RATIO * b.value < _RATIO * _RATIO * q.value


def _said(told: Told, mark: Told, side: int, sheet: Sheet) -> int:
    """The sign of the side on which a figure is said to stand; 0 where nothing is said, or two things."""
    words, lines, context = sheet.words, sheet.context.lines.lines, sheet.context
    if told.q.kind == "percent" and words.pattern("of-word").match(told.line.symbols, told.at + 1):
        return 0  # shares are of many things
    number = told.line.number
    after = lines[number + 1] if number + 1 < len(lines) and lines[number + 1].block == told.line.block else None
    goes_on = after is not None and not after.figures and words.pattern("takes-up").match(after.symbols) is not None
    for line in (told.line, after) if goes_on else (told.line,):
        start = context.lines.position_of[mark.index] + 1 if line is mark.line else 0
        if words.within("brief-limit-not", line, start, len(line.symbols)) or of_then(line, sheet):
            return 0
        signs = _signs(_SIDES, 1, line, start, words) | _signs(_FATES, side, line, start, words)
        if signs:
            return signs.pop() if len(signs) == 1 else 0
    return 0


def _signs(classes: tuple[tuple[str, int], ...], side: int, line: Line, start: int, words: Near) -> set[int]:
    found: set[int] = set()
    for name, sign in classes if side else ():
        for m in words.matches(name, line, start):
            if words.pattern("brief-for-others").match(line.symbols, m.end()):
                return {1, -1}  # "over the limit for lorries"
            found.add(-sign * side if words.within("norm-not", line, max(start, m.start() - _NOT), m.start()) else sign * side)
    return found
