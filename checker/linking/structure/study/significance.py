"""What tests say: significance in words, a test's value, its p-value; a correlation and the variance that it explains.

    the difference was not statistically significant (P = 0.11)       told-significant, told-insignificant
    t(58) = 3.27, p = .002                                            test-value
    r(238) = .47, so that age explained 22 per cent of its variance   explained
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Frame
from checker.rational import Fraction

_SIGNIFICANT, _INSIGNIFICANT = Fraction(1, 10), Fraction(3, 100)  # beyond these no usual level makes the word right
_LEVEL = Fraction(1, 20)
_SMALL, _LARGE = Fraction(3, 2), Fraction(5, 2)  # of t and z: between these much hangs on the degrees of freedom
_FEW = 8  # degrees of freedom below which t is another matter
_TOLD = 4  # symbols from the sign of a test to its value
_P_REACH, _AROUND, _DENIED = 5, 14, 6


def significance(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families named above."""
    words, found = near(context), []
    named, cued = words.standing("p-word", "r-word"), words.standing("p-word", "t-word", "r-word")
    if not any(words.has("p-word", line) or words.has("r-word", line) for line in context.lines.lines if line.number in named):
        return found
    for line in context.lines.figured:
        if line.number not in cued:
            continue
        p_values = [p for m in words.matches("p-word", line) if (p := p_value(m.end(), line, context)) is not None]
        if len(p_values) == 1:
            found.extend(_told(p_values[0], line, context, words))
        for m in words.matches("t-word", line):
            found.extend(_tested(m.end(), line, context, words))
        found.extend(_explained(line, context, words))
    return found


def p_value(start: int, line: Line, context: Context) -> int | None:
    """The position of the probability right behind the words for it."""
    for at in range(start, min(len(line.symbols), start + _P_REACH)):
        if line.quantity[at] >= 0:
            q = context.quantity(line.quantity[at])
            if context.extraction.document.text[q.end : q.end + 1] == "/":
                return None  # "R2/P: 0.53/0.02"
            return at if q.kind in ("number", "bound") and q.value is not None and 0 < q.value < 1 else None
    return None


def _told(at: int, line: Line, context: Context, words: Near) -> list[Frame]:
    """The only p-value of a sentence that calls one thing significant, or not."""
    said = [m for m in words.matches("significant-word", line) if abs(m.start() - at) <= _AROUND]
    if len(said) != 1 or words.has("level-told", line):
        return []
    p, ends = context.quantity(line.quantity[at]), sorted((said[0].end(), at))
    if context.lexicon.breaks.search(line.symbols, *ends) or words.within("other-clause", line, *ends) or {context.lexicon.symbols.chars[c] for c in ",)"} & set(line.symbols[at : said[0].start()]):
        return []  # the p-value ends the clause in front
    denied = words.within("denied-word", line, said[0].start() - _DENIED, said[0].end()) or words.within("denied-part", line, said[0].start() - 2, said[0].end())
    if denied:
        if p.approx == "below" and p.place and p.value > 10 * p.place:
            return []  # "none was significant (P < 0.000125)": the level that was set
        clear = p.value <= _INSIGNIFICANT and p.approx != "above" or p.value >= _LEVEL and p.approx != "below"
        return [_frame("told-insignificant", {"p-value": line.quantity[at]}, clear, context)]
    clear = p.value >= _SIGNIFICANT and p.approx != "below" or p.value <= _LEVEL and p.approx != "above"
    return [_frame("told-significant", {"p-value": line.quantity[at]}, clear, context)]


def _tested(start: int, line: Line, context: Context, words: Near) -> list[Frame]:
    """ "t(58) = 3.27, p = .002": a large t goes with a small p."""
    figures = [p for p in range(start, min(len(line.symbols), start + 12)) if line.quantity[p] >= 0]
    if figures and words.within("p-word", line, start, figures[0]) or figures and words.within("r-word", line, start, figures[0]):
        return []  # "stage T (P = 0.02)"
    bracketed = line.symbols[start : start + 1] == context.lexicon.symbols.chars.get("(")
    if not bracketed and figures and (figures[0] - start > _TOLD or context.lexicon.symbols.chars["("] in line.symbols[start : figures[0]]):
        return []  # "T cells (coefficient = 0.41, p = 0.002)"
    if bracketed and (not figures or context.quantity(line.quantity[figures[0]]).value is None or context.quantity(line.quantity[figures[0]]).value < _FEW):
        return []
    figures = figures[bracketed:]
    if len(figures) < 2:
        return []
    t = context.quantity(line.quantity[figures[0]])
    told = words.pattern("p-word").search(line.symbols, figures[0] + 1, figures[1])
    at = p_value(told.end(), line, context) if told else None
    if at is None or t.value is None or t.kind != "number":
        return []
    p = context.quantity(line.quantity[at])
    clear = abs(t.value) >= _LARGE or abs(t.value) <= _SMALL and p.approx != "below"
    claims = {"value": line.quantity[figures[0]], "p-value": line.quantity[at]}
    return [_frame("test-value", claims, True, context)] if clear else []


def _explained(line: Line, context: Context, words: Near) -> list[Frame]:
    """The only correlation of a sentence and the only share of variance in it."""
    rs = [i for m in words.matches("r-word", line) if (i := _behind(m.end(), line, context, ("number",))) is not None]
    squares = [i for m in words.matches("r2-word", line) if (i := _behind(m.end(), line, context, ("number", "percent"))) is not None]
    for m in words.matches("variance-word", line):
        squares.extend(q for q in line.quantity[max(0, m.start() - 8) : m.end() + 4] if q >= 0 and context.quantity(q).kind == "percent")
    rs = [i for i in dict.fromkeys(rs) if i not in squares and abs(context.quantity(i).value) < 1]
    if len(rs) != 1 or len(set(squares)) != 1:
        return []
    return [_frame("explained", {"value": rs[0], "share": squares[0]} if context.quantity(squares[0]).kind == "percent" else {"value": rs[0], "other": squares[0]}, True, context)]


def _behind(start: int, line: Line, context: Context, kinds: tuple[str, ...]) -> int | None:
    """The figure behind a sign, or behind its degrees of freedom in brackets."""
    bracketed = line.symbols[start : start + 1] == context.lexicon.symbols.chars.get("(")
    figures = [line.quantity[p] for p in range(start, min(len(line.symbols), start + (9 if bracketed else 4))) if line.quantity[p] >= 0]
    figures = figures[bracketed:]
    if not figures:
        return None
    q = context.quantity(figures[0])
    return figures[0] if q.kind in kinds and q.value is not None and q.value.denominator != 1 else None


def _frame(family: str, claims: dict[str, int], pinned: bool, context: Context) -> Frame:
    q = context.quantity(next(iter(claims.values())))
    return Frame(family, (q.start, q.end), {p: (i,) for p, i in claims.items()}, {}, 0, frozenset(claims) if pinned else frozenset(), 0, None, (), "significance")
