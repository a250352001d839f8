"""What a rule asks of a figure, the only such figure told behind it, and what became of that.

    the harbour admits ships drawing no more than 7.4 metres. The Alkmene, whose draught is 7.1, was let in
    milk with more than 100,000 bacteria must be poured away. Tuesday's sample came to 84,000, and the milk was sold
    nobody over 35 may compete. This year's winner, a cellist of 31

Two things give the side that is asked for: which side of its figure the rule speaks of, and whether it wants or forbids that.
What was accepted stands on that side, what was turned away on the other. Where a word says that the rule was waived, nothing
follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import maxsize

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.denied import denied
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity
from checker.units import compatible

_KINDS = frozenset("number count currency physical percent duration points age".split())
_COUNTS = ("count", "number")
_MEASURED = ("physical", "percent", "currency", "duration", "points")
_AHEAD = 3  # sentences behind a rule that may tell of a case of it
_BESIDE = 4  # symbols in which a word of a side and its figure stand
_APART = 4  # times as much: rather another measure
_GROUP = 3  # symbols of "class of" in front of how many they are
_NOT = 3  # symbols in front of a word in which "not" undoes it


def norms(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "threshold" (level, bound) with the sign of the side on which the figure must stand."""
    words, lines, found = near(context), told_lines(context), []
    cued = words.standing("norm-said", "norm-forbids")
    tied = {f.claims["bound"][0] for f in frames if f.family == "threshold" and f.pinned and f.source != "actual"}
    for n, line in enumerate(lines):
        if not line.figures or line.number not in cued or not words.has("norm-said", line) and not words.has("norm-forbids", line):
            continue
        asked = [(i, side) for i in line.figures if i not in tied and (side := _asked(i, line, context, words))]
        for bound, side in asked:
            before = lines[n - 1] if n and lines[n - 1].block == line.block else None
            found.extend(_case_before(bound, side, before, line, context, words))
            found.extend(_cases(bound, side, before, lines[n : n + 1 + _AHEAD], context, words))
    return found


# ---------------------------------------------------------------- the rule


def _asked(index: int, line: Line, context: Context, words: Near) -> int:
    """1 where the rule wants more than the figure, -1 where less, 0 where it is none or nobody can tell."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind not in _KINDS or not q.value or q.value <= 0 or q.change or q.style in ("fraction", "multiple"):
        return 0
    side = side_of(q, at, line, context, words)
    if not side or words.has("norm-waived", line) and _excepted(line, at, words):
        return 0
    end = _clause_end(at, line, context)
    none = words.within("norm-none", line, max(0, at - 3 * _BESIDE), at - 1) and not _of_phrase(q, context)
    forbids = words.within("norm-forbids", line, 0, end)
    if none and forbids:
        return 0
    if not (none or forbids) and (not words.within("norm-said", line, 0, end) or words.within("norm-duty", line, at + 1, end)):
        return 0
    return -side if (none or forbids) and not denied(q, context) else side


def _excepted(line: Line, at: int, words: Near) -> bool:
    return words.within("norm-waived", line, 0, at - 2) and not barred_when(line, at, words)


def barred_when(line: Line, at: int, words: Near) -> bool:
    """True of "forbidden when the water is colder than 14 degrees": the figure is not what was asked for, but when."""
    barred = next((m.end() for m in words.matches("norm-forbids", line, 0, at)), -1)
    return barred >= 0 and words.within("norm-when", line, barred, at)


def _of_phrase(q: Quantity, context: Context) -> bool:
    """True of "no more than", whose "no" is part of the bound."""
    none, *_, than = context.extraction.tokens.words[q.first - 3 : q.first] if q.first >= 3 else ("", "")
    return none in context.lexicon.pack.words("norm-none") and than in context.lexicon.pack.words("than-alone")


def side_of(q: Quantity, at: int, line: Line, context: Context, words: Near) -> int:
    """1 where words tell of more than a figure, -1 of less, 0 of neither."""
    if q.approx in ("above", "below"):
        return 1 if q.approx == "above" else -1
    if q.approx:
        return 0
    for name, side in (("norm-under", -1), ("norm-over", 1)):
        if words.ends(name, line, at, _BESIDE):
            return side
    for name, side in (("norm-under-behind", -1), ("norm-over-behind", 1)):
        if words.pattern(name).match(line.symbols, at + 1):
            return side
    return 0


def _clause_end(at: int, line: Line, context: Context) -> int:
    """Where the rule ends: at the next mark that parts main clauses."""
    chars = context.lexicon.symbols.chars
    stops = [p for p in range(at, len(line.symbols)) if line.symbols[p] in (chars[";"], chars[":"], chars["–"], chars["—"])]
    stops += [m.start() for m in near(context).matches("norm-so", line, at + 1) if line.symbols[m.start() - 1] == chars[","]]
    both = context.lexicon.pattern("conjunction")
    stops += [m.start() for m in both.finditer(line.symbols, at + 1) if line.symbols[m.start() - 1] == chars[","]]
    return min(stops, default=len(line.symbols))


# ---------------------------------------------------------------- the case


def _cases(bound: int, side: int, before: Line | None, lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """The figures of the rule's unit behind it, one a sentence, with the fate told in the sentence or in front of it."""
    home, fate = lines[0], _told(before, 0, words) or 0 if before is not None and not before.figures else 0
    for n, line in enumerate(lines):
        start = _clause_end(context.lines.position_of[bound], line, context) if line is home else 0
        levels = _levels(bound, line, start, context)
        if line.block == home.block and (each := list(_by_clause(bound, side, levels, start, line, context, words))):
            yield from each
            return
        own = _told(line, start, words)
        if line.block != home.block or own is None or len(levels) > 1 or line is home and len(_levels(bound, line, 0, context)) > len(levels):
            return
        after = lines[n + 1] if n + 1 < len(lines) and lines[n + 1].block == home.block else None
        known, fate = fate, own or fate
        if not levels:
            continue
        fate = fate or _goes_on(after, words)
        if not fate or context.quantity(levels[0]).value == context.quantity(bound).value:
            return
        yield rule_frame(levels[0], bound, side * fate, context)
        if not known or context.quantity(bound).unit is None:
            return  # what is told behind one case is not told of the next
        fate = known


def _case_before(bound: int, side: int, before: Line | None, line: Line, context: Context, words: Near) -> list[Frame]:
    """A figure told in front of its rule, with its fate behind the rule: "weighed 8.2 kg. Seven are allowed, so it was too heavy"."""
    levels = _levels(bound, before, 0, context) or _unnamed(bound, before, context) if before is not None else []
    if len(levels) != 1 or _levels(bound, line, 0, context) or context.quantity(levels[0]).value == context.quantity(bound).value:
        return []
    at = context.lines.position_of[bound]
    so = next((m.end() for m in words.matches("norm-so", line, at)), -1)
    if so < 0 and (m := words.pattern("norm-since").match(line.symbols)) and context.lexicon.symbols.chars[","] in line.symbols[at:]:
        so = line.symbols.index(context.lexicon.symbols.chars[","], at)
    fate = _told(line, so, words) if so >= 0 and not _told(before, 0, words) else None
    return [rule_frame(levels[0], bound, side * fate, context)] if fate else []


def _unnamed(bound: int, line: Line, context: Context) -> list[int]:
    """The measures of a sentence that a bare bound behind it may be of: "weighed 8.2 kg. Seven are allowed"."""
    b = context.quantity(bound)
    if b.kind != "number" or b.unit or b.noun:
        return []
    return [i for i in line.figures if (q := context.quantity(i)).kind in _MEASURED and q.value and not q.change and not q.approx and q.value < _APART * b.value < _APART * _APART * q.value]


def _by_clause(bound: int, side: int, levels: list[int], start: int, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """Several figures of a sentence, each with its fate in its own clause: "38 got through, and 52 failed"."""
    if len(levels) < 2 or words.within("norm-waived", line, start, len(line.symbols)):
        return
    edges = [start, *_parted(start, line, context), len(line.symbols)]
    for a, b in zip(edges, edges[1:]):
        own = [i for i in levels if a <= context.lines.position_of[i] < b]
        fates = _said(line, a, words, b)
        if len(own) == len(fates) == 1 and context.quantity(own[0]).value != context.quantity(bound).value:
            yield rule_frame(own[0], bound, side * fates.pop(), context, "roles")


def _parted(start: int, line: Line, context: Context) -> list[int]:
    """Where further main clauses open: behind semicolons, and where a comma stands in front of a conjunction."""
    chars, both = context.lexicon.symbols.chars, context.lexicon.pattern("conjunction")
    marked = (p for p in range(start, len(line.symbols)) if line.symbols[p] == chars[";"] or line.symbols[p] == chars[","] and both.match(line.symbols, p + 1))
    return list(marked)


def rule_frame(level: int, bound: int, sign: int, context: Context, source: str = "mark") -> Frame:
    """The frame of a figure and the bound that it is held against."""
    claims, q = {"level": (level,), "bound": (bound,)}, context.quantity(bound)
    return Frame("threshold", (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), source)


def _levels(bound: int, line: Line, start: int, context: Context) -> list[int]:
    """The figures of the rule's unit from a position on; bare ones only where none has it."""
    found = [i for i in line.quantities(start) if i != bound and fits_rule(i, bound, context)]
    return [i for i in found if context.quantity(i).unit or context.quantity(i).noun] or found


def fits_rule(index: int, bound: int, context: Context) -> bool:
    """Whether a figure may be one that a bound is for: of its unit, and not far from it."""
    q, b = context.quantity(index), context.quantity(bound)
    if q.kind not in _KINDS or not q.value or q.value <= 0 or q.change or q.approx or q.style in ("fraction", "multiple"):
        return False
    if not q.value < _APART * b.value or not b.value < _APART * q.value:
        return False
    line, at = context.line(index), context.lines.position_of[index]
    if not q.noun and near(context).ends("ballot-all", line, at, 3):
        return False  # "all nine qualified"
    if near(context).ends("all-group", line, at, _GROUP):
        return False  # "a class of 26 went in"
    if b.kind in _COUNTS and q.kind in _COUNTS:
        return bool(b.noun) and q.noun[-1:] == b.noun[-1:] or not q.noun and q.style == b.style or not b.noun and not q.noun
    if q.kind == "number" and near(context).within("standing-label", line, at - 1, at):
        return False  # "number 14"
    if q.kind == "number":
        return q.unit is None and not q.noun and q.style == "digits" and b.kind in (*_MEASURED, "age") and q.scale == b.scale
    if "age" in (q.kind, b.kind):
        return b.kind == "number" or q.kind == b.kind
    return q.kind == b.kind and compatible(q.unit, b.unit)


def _goes_on(after: Line | None, words: Near) -> int:
    """The fate that the sentence behind tells, where it goes on about the same: "It was let in"."""
    if after is None or after.figures or not words.pattern("takes-up").match(after.symbols):
        return 0
    return _told(after, 0, words) or 0


def _told(line: Line, start: int, words: Near) -> int | None:
    """The same for the words of a sentence; None where they are at odds."""
    if words.within("norm-waived", line, start, len(line.symbols)):
        return None
    parted = line.symbols.rfind(words.lexicon.symbols.chars[";"], start)
    said = _said(line, start, words)
    if len(said) > 1 and parted >= 0:
        said = _said(line, parted, words)  # "turned down 31; the 17 that passed met every condition"
    return said.pop() if len(said) == 1 else None if said else 0


def _said(line: Line, start: int, words: Near, end: int = maxsize) -> set[int]:
    said: set[int] = set()
    for name, sign in (("norm-kept", 1), ("norm-broken", -1)):
        for m in words.matches(name, line, start, end):
            said.add(-sign if words.within("norm-not", line, max(start, m.start() - _NOT), m.start()) else sign)
    return said
