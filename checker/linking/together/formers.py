"""What levels were before, where a growth is told of each, and what a sum or a balance of them was then.

"Revenue rose 12% to $5.6m, costs fell 5% to $3.8m; profit was $1.8m": the profit before follows, and with it the growth
of profit. Nothing is tested by these statements; they serve the facts that a text determines without stating them.
"""

from __future__ import annotations

from bisect import bisect_left

from checker.linking.context import Context, content_of_span, telling
from checker.linking.facts import FactRef, noun_phrase
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.joint.pairs import Pair, pairs_of
from checker.model import Frame, Statement

_RULES = {"sum": ("sum-of-parts", "total"), "balance": ("balance", "difference")}  # family: its rule, and the part that results
_LONGEST = 7  # words of a name
_TIE = "former-values"


def former_values(context: Context, frames: tuple[Frame, ...]) -> list[Statement]:
    """Statements of growth for each pair of a level and its growth, and of sums and balances of what levels were."""
    page = page_of(context)
    pairs = {p[0].index: p for p in pairs_of(page) if _is_plain(p)}
    if not pairs:
        return []
    told = _already(frames)
    found: list[Statement] = []
    refs: dict[int, FactRef] = {}
    for index, (level, growth, sign) in pairs.items():
        refs[index] = (f"#{index}", "before", _name(level.line, level.at, context), _since(page, growth))
        if growth.index not in told:
            found.append(_growth(index, refs[index], growth.index, sign))
    for frame in frames:
        if frame.family in _RULES and not frame.blocked and _holds(frame, context):
            found += _then(frame, refs, context)
    return found


def _growth(level: int, before: FactRef, change, sign: int) -> Statement:
    return Statement("growth-from-base", {"new": (level,), "base": (before,), "change": (change,)}, sign, _TIE, True)


def _is_plain(pair: Pair) -> bool:
    level, growth, sign = pair
    fine = all(f.quantity.value and not f.quantity.approx and not f.item.blocked for f in (level, growth))
    bare = level.quantity.kind == "number" and level.quantity.unit is None and level.quantity.scale == 1  # a score, a place
    return fine and sign != 0 and not bare and growth.quantity.sense not in ("bound", "range")


def _already(frames: tuple[Frame, ...]) -> frozenset[int]:
    """Growths of which a frame says what they started from."""
    return frozenset(q for f in frames if "base" in f.claims and "base" in f.pinned for q in f.claims.get("change", ()))


def _holds(frame: Frame, context: Context) -> bool:
    """True where the figures of a sum or balance agree, as far as their digits go: only then is it worth carrying back."""
    result = _RULES[frame.family][1]
    if len(frame.claims.get(result, ())) != 1:
        return False
    levels = {claim: [context.quantity(q) for q in members] for claim, members in frame.claims.items()}
    if any(q.value is None or q.sense in ("bound", "range") for members in levels.values() for q in members):
        return False
    [total], others = levels[result], [q.value for claim, members in levels.items() if claim != result for q in members]
    made = sum(others) if frame.family == "sum" else abs(others[0] - others[-1])
    return abs(made - total.value) <= max(q.place or 1 for members in levels.values() for q in members)


def _then(frame: Frame, refs: dict[int, FactRef], context: Context) -> list[Statement]:
    """The same sum or balance of what its levels were, and the growth of the one that no growth is told of."""
    rule, result = _RULES[frame.family]
    levels = [q for members in frame.claims.values() for q in members]
    alone = [q for q in levels if q not in refs]
    whens = {refs[q][3] for q in levels if q in refs and refs[q][3]}
    if len(levels) < 3 or frame.claims.get(result, ()) != tuple(alone) or len(whens) > 1:
        return []
    line, at = context.line(alone[0]), context.lines.position_of[alone[0]]
    name, when = _name(line, at, context), next(iter(whens), "")
    before = (f"#{alone[0]}", "before", name, when)
    parts = {claim: tuple(refs.get(q, before) for q in members) for claim, members in frame.claims.items()}
    change = (f"#{alone[0]}", "change", name, when)
    return [Statement(rule, parts, 0, _TIE, True), _growth(alone[0], before, change, 1)]


def _since(page: Page, growth: Figure) -> str:
    """The time that a growth starts from, as the words behind it have it: "a year earlier"; "" where there are none."""
    line = growth.line
    word = page.near.pattern("than-since").search(line.symbols, growth.at + 1, growth.at + 4)
    for at in range(word.end(), min(word.end() + 2, len(line.symbols))) if word else ():
        index = line.quantity[at]
        if index >= 0:
            q = page.context.quantity(index)
            text = page.context.extraction.document.text[q.start : q.end]
            return " ".join(text.split()) if q.kind in ("period", "year", "date") else ""
    return ""


def _name(line: Line, at: int, context: Context) -> str:
    """What stands in front of a figure, where it is short and says something of its own; "" where it does not."""
    span = noun_phrase(line, at, context)
    if span is None or not telling(content_of_span(span, context), context):
        return ""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    tokens = context.extraction.tokens
    first, last = bisect_left(tokens.starts, span[0]), bisect_left(tokens.ends, span[1])
    between = line.firsts[at] > last + 1 and words[last + 1]
    moves = pack.words("rise") | pack.words("fall")
    joins = moves | pack.words("reach") | pack.words("share-verb") | pack.words("of-word")
    if between and between not in joins or not moves.isdisjoint(words[first : last + 1]):
        return ""
    name = " ".join(context.extraction.document.text[slice(*span)].split())
    return name if name.count(" ") < _LONGEST else ""
