"""One sentence that stands twice in a text with one figure changed: a headline and its bullet, a summary and its body.

    Headline 2: Barge tolls were 18% of income, up from 14% in 1908 ... - Barge tolls were 81% of income, up from 14% in 1908

Every word is the same, and so is every figure but one. That it is no form filled in anew is shown by the other figures and the
dates; or by the places of both, where one stands under a numbered label and the other does not: forms are filled in in one and
the same place. Where nothing of this is there, only a slip of the hand shows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.linking.context import Context, behind_label, content
from checker.linking.lines import Line
from checker.linking.structure.slips import NONE, TELLING, slip_between
from checker.model import TIMES, Frame, Quantity

_WORDS = 5  # content words that a sentence has, at least
_TOLD = 3  # times that it may stand there; what stands more often is a form
_LONG = 9  # words of a sentence that nobody writes twice about two things in two places
_SURE = 2  # other figures that agree and need no slip


def same_sentences(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated"."""
    known, told = _told(frames, context)
    found = []
    for lines in _worded_alike(context):
        pairs = [(pair, line) for line in lines[1:] if (pair := _changed(lines[0], line, context)) is not None]
        if len({context.quantity(second).value for (_, second), _ in pairs}) > 1:
            continue  # another figure each time: a form
        for pair, line in pairs:
            if pair not in known and pair[::-1] not in known:
                first, second = sorted(pair, key=lambda i: i not in told) if pair[1] in told else pair
                q, claims = context.quantity(second), {"first": (first,), "second": (second,)}
                source = "by name" if _summed_up(lines[0], line, context) else "alone"
                found.append(Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3, None, (), source))
    return found


def _told(frames: tuple[Frame, ...], context: Context) -> tuple[set[tuple[int, int]], set[int]]:
    """The pairs that are tied already, and the figures that another place repeats: of two they are the one that is right."""
    again = [(f.claims["first"][0], f.claims["second"][0], f.pinned) for f in frames if f.family == "repeated"]
    told = {i for a, b, _ in again for i in (a, b) if _agree(context.quantity(a), context.quantity(b))}
    return {(a, b) for a, b, pinned in again if pinned}, told


def _worded_alike(context: Context) -> Iterator[list[Line]]:
    """Sentences of the same words, two or three; those of the same symbols first, for there are few of them."""
    marks, built = "".join(context.lexicon.symbols.marks), defaultdict(list)
    for line in context.lines.figured:
        symbols = line.symbols[behind_label(line, context) :].strip(marks)
        if len(symbols) > _WORDS and not line.crowded:
            built[symbols].append(line)
    for alike in built.values():
        told: dict[tuple[str, ...], list[Line]] = defaultdict(list)
        for line in alike if len(alike) > 1 else ():
            told[_worded(line, context)].append(line)
        yield from (lines for lines in told.values() if 1 < len(lines) <= _TOLD and len(_content(lines[0], context)) >= _WORDS)


def _worded(line: Line, context: Context) -> tuple[str, ...]:
    """The words of a sentence without its marks, and in place of each figure its unit."""
    words, marks, said = context.extraction.tokens.words, context.lexicon.symbols.marks, []
    for at in range(behind_label(line, context), len(line.symbols)):
        if line.quantity[at] >= 0:
            q = context.quantity(line.quantity[at])
            said.append(f"{q.kind} {q.unit}")
        elif line.symbols[at] not in marks:
            said.extend(words[line.firsts[at] : line.lasts[at] + 1])
    return tuple(said)


def _content(line: Line, context: Context) -> frozenset[str]:
    return content(line.firsts[behind_label(line, context)], line.lasts[-1] + 1, context)


def _changed(a: Line, b: Line, context: Context) -> tuple[int, int] | None:
    """The only figure in which two sentences of the same words differ; None where more do, or it is a date."""
    pairs = list(zip(a.quantities(behind_label(a, context)), b.quantities(behind_label(b, context)), strict=True))
    unlike = [(i, j) for i, j in pairs if not _agree(context.quantity(i), context.quantity(j))]
    if len(unlike) != 1:
        return None
    q, other = (context.quantity(i) for i in unlike[0])
    if q.kind in TIMES or not q.value or not other.value or q.approx != other.approx or q.sense != other.sense:
        return None
    agreeing = sum(context.quantity(i).is_measure for i, _ in pairs) - 1
    slip = max(slip_between(q, other.value), slip_between(other, q.value))
    return unlike[0] if agreeing >= _SURE or slip >= TELLING or agreeing and slip > NONE or _summed_up(a, b, context) else None


def _summed_up(a: Line, b: Line, context: Context) -> bool:
    """True of a long sentence that stands under a numbered label and once more in another place."""
    words = context.extraction.tokens.words
    if sum(w[0].isalpha() for w in words[a.firsts[behind_label(a, context)] : a.lasts[-1] + 1]) < _LONG:
        return False
    return _numbered(a, context) != _numbered(b, context)


def _numbered(line: Line, context: Context) -> bool:
    """Whether a sentence stands under a label with a number: "Headline 2: ..."; not under a time, "In 1841: ..."."""
    start = behind_label(line, context)
    label = context.extraction.tokens.words[line.firsts[0] : line.firsts[start]] if 0 < start < len(line.firsts) else []
    timed = any(i >= 0 and context.quantity(i).kind in TIMES for i in line.quantity[:start])
    return bool(label) and label[0].isalpha() and any(word.isdecimal() for word in label) and not timed


def _agree(q: Quantity, other: Quantity) -> bool:
    return (q.value, q.low, q.high, q.when) == (other.value, other.low, other.high, other.when)
