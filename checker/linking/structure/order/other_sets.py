"""What shows that the end or the mean of something is not that of a set told before.

    yields of 3.1, 2.4 and 8.8, respectively; the highest loss, 2.6      a figure each for several measures
    lows from -31 to -24; highs of 33 on the coast                       a maximum beside a set of minima
    at Ems the water rose 4 to 6 m. The highest, 9 m, came at Tolk       another place
    coefficients from 0.71 to 0.93. The mean of errors was 0.2           a bare figure of something else
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near

_BEHIND = 4  # symbols behind a list in which "respectively" stands
_BEFORE = 8  # symbols in front of a set in which its name stands
_NAMELESS = ("percent", "number")


def other_set(home: Line, values: tuple[int, ...], listed: bool, line: Line, index: int, sign: int, context: Context, words: Near) -> bool:
    """Whether a value with the sign of its end (0: a mean) is rather of other things than the set of `home`."""
    at = context.lines.position_of
    first, last = at[values[0]], at[values[-1]]
    if listed and words.within("each-its-own", home, last + 1, last + 1 + _BEHIND):
        return True
    if not listed and sign and _opposite(home, first, sign, words):
        return True
    if line is home:
        return False
    if sign and _other_place(home, first, line, context, words):
        return True
    if context.quantity(index).kind not in _NAMELESS:
        return False
    named = _said(line, 0, at[index], context)
    return bool(named) and not named & _said(home, 0, None, context)


def apart_from(whole: int, value: int, context: Context) -> bool:
    """Whether a value of a later sentence is not of the set in a range: of another place, or the wrong end of ends."""
    home, line, words = context.line(whole), context.line(value), near(context)
    if line is home:
        return False
    first, at = context.lines.position_of[whole], context.lines.position_of[value]
    signs = [sign for name, sign in (("end-upper", 1), ("end-lower", -1)) if words.within(name, line, 0, at)]
    return len(signs) == 1 and (_opposite(home, first, signs[0], words) or _other_place(home, first, line, context, words))


def _opposite(home: Line, first: int, sign: int, words: Near) -> bool:
    """Whether a set of least values is told where the greatest is meant, or the other way round."""
    return any(words.within(name, home, first - _BEFORE, first) for name in (("end-lower", "set-lower") if sign > 0 else ("end-upper", "set-upper")))


def _other_place(home: Line, first: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a sentence names places, and the one of a set others in front of it."""
    here, there = _places(line, 0, None, context, words), _places(home, 0, first, context, words)
    return bool(here and there) and here.isdisjoint(there)


def _said(line: Line, start: int, end: int | None, context: Context) -> frozenset[str]:
    stop = len(line.firsts) if end is None else end
    return telling(content(line.firsts[start], line.lasts[stop - 1] + 1, context), context) if start < stop else frozenset()


def _places(line: Line, start: int, end: int | None, context: Context, words: Near) -> frozenset[str]:
    """The names behind "in" and "at"."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    found = (m.end() for m in words.matches("in-place", line, start, len(line.symbols) if end is None else end))
    return frozenset(tokens.words[line.firsts[j]] for j in found if j < len(line.firsts) and line.quantity[j] < 0 and text[tokens.starts[line.firsts[j]]].isupper())
