"""A mark that nobody passed, as the text tells for a fact, and the one who came nearest to it.

    no cyclist needed longer than 95 minutes ... The longest ride, 81 minutes, was that of a man of 70
    none of the wells held more than 30 litres an hour. The highest reading was 27, behind the mill
    every crate weighed less than 18 kilos; the heaviest, from Riga, came to 17.4 kilos

The superlative must be that of the mark's own comparative, or be told of a value; what it is of must be nothing else, and no
other place or time may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content, same_unit, stem
from checker.linking.lines import Line
from checker.linking.structure.denied import denied
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.standings import is_value
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame

_AHEAD = 2  # sentences behind the one that sets the mark
_FRONT = 14  # symbols from "nobody" to the mark
_REACH = 14  # symbols from a superlative to its value
_KINDS = ("count", "number", "physical", "percent", "currency", "duration", "age")
_STEM = 4  # letters of words with one stem
_COUNTS = ("count", "number")


def nobody_beyond(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "threshold" (level, bound)."""
    words, lines, found = near(context), prose_lines(context), []
    cued = words.standing("beyond-nobody", "beyond-everybody")
    for n, line in enumerate(lines):
        marks = [i for i in line.figures if _is_mark(i, context)] if line.number in cued else []
        said = _said(marks[0], line, context, words) if len(marks) == 1 else None
        if said is None:
            continue
        start, sign = said
        following = [x for x in lines[n : n + 1 + _AHEAD] if x.block == line.block]
        level = next((i for x in following for i in _ends(x, line, start, marks[0], sign, context, words)), None)
        if level is not None:
            claims = {"level": (level,), "bound": (marks[0],)}
            found.append(Frame("threshold", (0, 0), claims, {}, sign, frozenset(claims), 3, None, (), "roles"))
    return found


def _is_mark(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.approx in ("above", "below") and q.kind in _KINDS and q.value is not None and not q.change and (q.strict or denied(q, context))


def _said(mark: int, line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    """Where the words begin that nobody, or everybody, is beyond a mark, and -1 where all values lie below it."""
    at, above = context.lines.position_of[mark], (context.quantity(mark).approx == "above") != denied(context.quantity(mark), context)
    for name, turn in (("beyond-nobody", -1), ("beyond-everybody", 1)):
        start = words.place(name, line, max(0, at - _FRONT), at, last=True)
        between = line.symbols[start:at] if start >= 0 else ""
        if start < 0 or any(s in context.lexicon.symbols.marks for s in between) or at - start < 3:
            continue
        unsaid = any(words.within(unreal, line, 0, at) for unreal in ("told-unreal", "must-word", "beyond-ruled", "standing-other-time"))
        if not unsaid and not _dated(line, context, months=False):
            return start, turn * (1 if above else -1)
    return None


def _ends(line: Line, home: Line, start: int, mark: int, sign: int, context: Context, words: Near) -> Iterator[int]:
    """The values behind superlatives of the mark's own direction."""
    first = context.lines.position_of[mark] + 1 if line is home else 0
    if line is not home and any(_is_mark(i, context) and same_unit(context.quantity(i), context.quantity(mark)) for i in line.figures):
        return
    for name in ("standing-most", "beyond-most", "worst-of-all") if sign < 0 else ("standing-least", "beyond-least", "worst-of-all"):
        for m in words.matches(name, line, first):
            index = _value(m.end(), mark, line, context, words)
            led = m.start() and words.pattern("definite").match(line.symbols, m.start() - 1)
            if index is not None and led and _same(m.start(), m.end(), line, home, start, mark, context) and not _elsewhere(first, m.start(), index, line, context, words):
                yield index


def _value(start: int, mark: int, line: Line, context: Context, words: Near) -> int | None:
    """The first figure behind a superlative, if it is of the mark's sort."""
    m = context.quantity(mark)
    found = (i for i in line.quantities(start, start + _REACH) if m.unit is None or context.quantity(i).unit)
    index = next(found, None)
    q = context.quantity(index) if index is not None else None
    if q is None or q.approx or q.change or not is_value(index, context) or q.kind not in _KINDS or (q.kind in _COUNTS) != (m.kind in _COUNTS):
        return None
    counted = q.kind in _COUNTS and words.within("limited-set", line, start, start + 2)  # "the oldest of the nine"
    return index if not counted and same_unit(m, q) and "/" not in (q.unit or "") else None


def _same(begin: int, end: int, line: Line, home: Line, start: int, mark: int, context: Context) -> bool:
    """Whether a superlative is of what the mark was set for: "longer than ... the longest", "the highest value"."""
    tokens, pack, q = context.extraction.tokens.words, context.lexicon.pack.words, context.quantity(mark)
    comparative = tokens[q.outer] if q.outer >= 0 else ""
    superlative, head = " ".join(tokens[line.firsts[begin] : line.firsts[end]]), tokens[line.firsts[end]]
    paired = f"{comparative} {superlative}" in pack("beyond-pairs")
    generic = comparative in pack("beyond-generic")
    if head in pack("beyond-value"):
        return generic or paired
    if not head.isalpha() or head in context.function or head in pack("beyond-verb"):
        return paired or generic and superlative in pack("beyond-plain")
    subject = frozenset(stem(tokens[k], context) for k in range(home.firsts[start] + 1, min(home.firsts[start] + 3, q.outer)))
    named = stem(head, context)
    told = any(word.startswith(named) or named.startswith(word) for word in content(home.firsts[start], max(q.outer, home.firsts[start]), context) if len(word) >= _STEM)  # "waited", "wait"
    return told and (paired or generic and stem(head, context) not in subject)


def _elsewhere(first: int, at: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether the superlative is told of another place or time than the mark."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    named = any(text[tokens.starts[k]].isupper() for k in range(line.firsts[first] + 1, line.firsts[at]))
    end = context.lines.position_of[index] + 4
    away = any(words.within(name, line, first, end) for name in ("beyond-elsewhere", "standing-other-time", "told-unreal", "worst-elsewhere"))
    return named or away or _dated(line, context, months=True)


def _dated(line: Line, context: Context, months: bool) -> bool:
    """Whether a sentence tells of a year or a period of its own: "last year", "in 2016"; or of a mere month, where that counts."""
    told = (context.quantity(i) for i in line.figures)
    return any(q.kind == "period" and (months or q.when is None or q.when.label != "month") or q.kind in TIMES and q.when is not None and q.when.year is not None and not q.when.anchored for q in told)
