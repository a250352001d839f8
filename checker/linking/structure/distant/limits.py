"""What a rule asks of a figure, and the only figure of its unit whose fate is told, sentences or paragraphs apart.

    A vote counts only if 40 percent or more take part ... [two paragraphs] ... Turnout was 43.5 percent, enough to clear the hurdle
    would shut the tunnel if the wall moved by more than 9 millimetres ... measured 6 millimetres. That lies on the safe side

What passed stands on the side that is asked for, what failed on the other. A rule that says what nobody wants to happen asks for the
other side of its figure. Of several figures with a fate, or several rules of one unit, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.distant.sheet import Sheet, sheet_of
from checker.linking.structure.near import Near
from checker.linking.structure.order.norms import fits_rule, rule_frame, side_of
from checker.model import Frame

_RULES = ("far-limit-asks", "far-limit-act", "far-limit-floor", "far-limit-top")
_FATES = (("far-limit-kept", 1), ("far-limit-broken", -1))
_NAMED = (("far-limit-floor", 1), ("far-limit-top", -1))
_LED = 5  # symbols of the words that call a figure a mark
_NOT = 3  # symbols in front of a word in which "not" undoes it


def distant_limits(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "threshold" (level, bound) with the sign of the side on which the figure must stand."""
    sheet = sheet_of(context)
    if not sheet.short or not sheet.words.standing(*(name for name, _ in _FATES)):
        return []
    known = {i for f in frames if f.family == "threshold" and f.pinned for members in f.claims.values() for i in members}
    found = []
    for bound, line, side in _bounds(sheet):
        cases = [] if bound in known else list(_cases(bound, line, sheet))
        if len(cases) == 1 and cases[0][0] not in known:
            level, fate = cases[0]
            found.append(rule_frame(level, bound, side * fate, context, "by name"))
    return found


def _bounds(sheet: Sheet) -> Iterator[tuple[int, Line, int]]:
    """The figures that rules ask for, each the only one of its unit: 1 where more is wanted, -1 where less is."""
    context, words = sheet.context, sheet.words
    standing = words.standing(*_RULES)
    told = [(i, line, side) for line in sheet.lines if line.number in standing for i in line.figures if (side := _asked(i, line, sheet))]
    for index, line, side in told:
        if not any(other != index and fits_rule(other, index, context) for other, *_ in told):
            yield index, line, side


def _asked(index: int, line: Line, sheet: Sheet) -> int:
    context, words, at = sheet.context, sheet.words, sheet.context.lines.position_of[index]
    q = context.quantity(index)
    if not q.value or q.value <= 0 or q.change and not q.approx:
        return 0
    called = next((sign for name, sign in _NAMED if words.ends(name, line, at, _LED)), 0)
    side = called or side_of(q, at, line, context, words)
    if called or not side:
        return called
    when = words.place("far-limit-if", line, 0, at, last=True)
    if when >= 0 and words.within("far-limit-act", line, 0, when):
        return -side
    if words.within("norm-duty", line, at + 1, len(line.symbols)):
        return 0  # "firms with at least 50 employees must publish"
    return side if words.within("far-limit-asks", line, 0, at + 2) and not words.within("far-limit-act", line, 0, at) else 0


def _cases(bound: int, rule: Line, sheet: Sheet) -> Iterator[tuple[int, int]]:
    """The figures behind a rule that are alone of its unit in their sentence, and what the sentence or the next one says of them."""
    context, words = sheet.context, sheet.words
    for n, line in enumerate(sheet.lines):
        if line.number <= rule.number or words.has("far-limit-not", line):
            continue
        levels = [i for i in line.figures if fits_rule(i, bound, context) and bool(context.quantity(i).unit) == bool(context.quantity(bound).unit)]
        if len(levels) != 1 or _only_when(levels[0], line, sheet) or context.quantity(levels[0]).value == context.quantity(bound).value:
            continue
        after = sheet.lines[n + 1] if n + 1 < len(sheet.lines) and sheet.lines[n + 1].block == line.block else None
        goes_on = after is not None and not any(fits_rule(i, bound, context) for i in after.figures) and words.pattern("takes-up").match(after.symbols)
        fate = _fate(line, words) or (_fate(after, words) if goes_on and not words.has("far-limit-not", after) else 0)
        if fate and (context.quantity(bound).kind != "percent" or any(words.has("far-limit-mark", told) for told in (line, after) if told is not None)):
            yield levels[0], fate


def _only_when(index: int, line: Line, sheet: Sheet) -> bool:
    """True of "fell after four weeks": when it was, and nothing that a rule could be for."""
    return sheet.context.quantity(index).kind == "duration" and sheet.words.ends("far-limit-when", line, sheet.context.lines.position_of[index], 2)


def _fate(line: Line, words: Near) -> int:
    """1 where a sentence says that a figure passed, -1 where not; 0 where it says neither or both."""
    said = {-sign if words.within("norm-not", line, max(0, m.start() - _NOT), m.start()) else sign for name, sign in _FATES for m in words.matches(name, line)}
    return said.pop() if len(said) == 1 else 0
