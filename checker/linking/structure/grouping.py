"""Figures whose digits are grouped in no known way ("1,475,0000"), and times of day that no clock shows ("19:85").

Such figures are read as no number at all, so they are looked for in the text itself. Well-formed ones that look alike (the
Indian 32,79,860; 24:00) are given with them, as what they could have been.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.model import Frame

_FIGURE = re.compile(r"(?P<digits>\d(?<![\w.,/:'’-]\d)\d{0,8}(?:,\d+)+)(?![\w/:-]|[.,]\d)")
_SIGN = re.compile(r"(?<![\w.,/:'’-])[$£€¥₹]\s?$")  # in front of them
_PROPER = re.compile(r"\d{1,3}(?:,\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_LIST = re.compile(r"\d{1,3}(?:,\d{1,3})+")  # 12,13,14: citations
_CLOCK = re.compile(r"(\d(?<![\w.,:/-]\d)\d?)([:.])(\d{2})(?![\w:/%]|[.,]\d)")
_HOURS, _MINUTES = 24, 60
_BACK = 3  # tokens in front of a time that may say that it is one


def malformed_figures(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "grouping" and "clock" (item: the figure; value: the same, where it is one after all) with the figures as spans."""
    text = context.extraction.document.text
    found = []
    if "," in text:
        for m in _FIGURE.finditer(text):
            if "," in m["digits"] and not _PROPER.fullmatch(m["digits"]):
                found.extend(_grouped(m, text))
    if ":" in text or "." in text:
        found.extend(_clocks(context, text))
    return found


def _grouped(m: re.Match[str], text: str) -> list[Frame]:
    digits = m["digits"]
    sign = _SIGN.search(text, max(0, m.start() - 3), m.start())
    span = (sign.start() if sign else m.start(), m.end())
    if _INDIAN.fullmatch(digits):
        return [_frame("grouping", span, True)]
    groups = digits.split(",")
    if len(groups) > 2:
        triples = sum(len(g) == 3 for g in groups[1:])
        if len(groups[0]) > 3 or not triples or any(len(g) > 5 for g in groups[1:]) or _LIST.fullmatch(digits) and _listed(groups):
            return []
        return [_frame("grouping", span, False)]
    if sign and len(groups[0]) <= 3 and len(groups[1]) in (2, 4) and not _continued(text, m.end()):
        return [_frame("grouping", span, False)]
    return []


def _listed(groups: list[str]) -> bool:
    """True of numbers that go up, as in lists of notes: "12,113,114"."""
    numbers = list(map(int, groups))
    return numbers == sorted(numbers) and not any(g.startswith("0") for g in groups)


def _continued(text: str, end: int) -> bool:
    """True where digits go on behind a space: a figure that was broken in printing."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()


def _clocks(context: Context, text: str) -> list[Frame]:
    told = list(_CLOCK.finditer(text))
    odd = [m for m in told if int(m[1]) >= _HOURS and m[2] == ":" or int(m[1]) > _HOURS or int(m[3]) >= _MINUTES]
    if not odd:
        return []
    words, tokens, lines = near(context), context.extraction.tokens, context.lines.lines
    firsts = [tokens.starts[line.firsts[0]] if line.firsts else 0 for line in lines]
    found = []
    for m in odd:
        real = int(m[1]) <= _HOURS and int(m[3]) < _MINUTES
        line = lines[bisect_right(firsts, m.start()) - 1]
        at = next((p for p, first in enumerate(line.firsts) if tokens.starts[first] >= m.start()), len(line.firsts))
        if m[2] != ":":  # "11.82 pm"
            halved = int(m[1]) <= _HOURS and words.pattern("time-half").match(line.symbols, at + 1)
            if halved or not real and _at_night(at, line, context):
                found.append(_frame("clock", m.span(), False))
            continue
        sure = words.ends("time-sure", line, at, 4)
        timed = sure or words.within("time-lead", line, at - _BACK, at) or words.within("time-tail", line, at + 1, at + 5)
        raced = sum(int(other[1]) > _HOURS for other in told) > 1  # "first in 31:42, second in 31:58"
        raced = raced or any(int(other[1]) == _HOURS and int(other[3]) for other in told)  # "leave at 24:30 and 25:10": counted on past midnight
        if timed and not raced and (sure or not words.has("score-word", line) and not words.has("clock-of-play", line)):
            found.append(_frame("clock", m.span(), real))
    return found


def _at_night(at: int, line: Line, context: Context) -> bool:
    """True of "seen at 25.40 on the night of the fire": no price is that of a night."""
    words = near(context)
    timed = words.ends("night-at", line, at, 1) and words.pattern("night-behind").match(line.symbols, at + 1)
    return bool(timed) and not any(context.quantity(i).kind == "currency" for i in line.figures)


def _frame(family: str, span: tuple[int, int], proper: bool) -> Frame:
    spans = {"item": (span,), "value": (span,)} if proper else {"item": (span,)}
    return Frame(family, span, {}, spans, 0, frozenset(["item", "value"]), 0, None, (), family)
