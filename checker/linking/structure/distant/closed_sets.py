"""Wholes that fall into parts of which there are no others, by what these are called: medals, men and women, adults and children.

    home with 31 medals ... [a paragraph] ... the nine golds ... Twelve silvers ... Bronze came most often: 15 times
    The boat took off 44 people. Of these, 27 were adults and 13 children

Each part is the only figure of the text by its name, and so is the whole, but where the parts are set right behind it. Medals have no
other sense; for people words must tell that they are those of the whole, or one slip of the hand explains the miss.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, names_between, stem
from checker.linking.lexicon import Lexicon
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, conjunctions, overlaps, pinned_by, slipped, sum_frame
from checker.linking.structure.total.sole_ways import COUNTS
from checker.model import Frame
from checker.once import once
from checker.rational import Fraction

_PREFIX = "closed-"
_OFF = Fraction(2)
_LEAST = 5
_NAME = 3  # symbols behind a figure that may name its part, up to the next one: "96 were adults and 43 children"


def closed_sets(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words, found = near(context), []
    sets = [(whole, names) for whole, names in _sets(context.lexicon) if all(map(words.standing, names))]
    if not sets or not (sheet := sheet_of(context)).short:
        return []
    taken = pinned_by(frames, "sum", "groups")
    for whole, names in sets:
        parts = [_called(name, sheet, words) for name in names]
        if None in parts:
            continue
        beside = _set_beside(parts, sheet, words)
        if beside is not None and taken.isdisjoint((beside.index, *(p.index for p in parts))):
            row = tuple(sorted(p.index for p in parts))
            found.append(replace(sum_frame(beside.index, row, True, 1, beside.line, context, whole=True), source="roles"))
            continue
        total = _whole(whole, parts, sheet) if words.standing(whole) else None
        if total is None or not taken.isdisjoint((total.index, *(p.index for p in parts))) or not _sound(total, parts, sheet, words):
            continue
        row = tuple(sorted(p.index for p in parts))
        found.append(replace(sum_frame(total.index, row, True, 2, total.line, context, whole=True), source="roles"))
    return found


@once
def _sets(lexicon: Lexicon) -> list[tuple[str, tuple[str, ...]]]:
    """The classes of wholes with those of their parts."""
    names = sorted(n for n in lexicon.pack.classes if n.startswith(_PREFIX))
    wholes = [n for n in names if f"{n}-1" in names]
    return [(w, tuple(n for n in names if n.startswith(f"{w}-"))) for w in wholes]


def _counts(sheet: Sheet) -> Iterator[Told]:
    return (t for t in sheet.all if t.q.kind in COUNTS and t.q.value is not None and t.q.value.denominator == 1 and t.q.sense not in ("range", "bound") and not t.q.approx)


def _called(name: str, sheet: Sheet, words: Near) -> Told | None:
    """The only figure of a name: that counts it, else that stands right beside it in its clause."""
    counted = [t for t in _counts(sheet) if _names(t) and not _heads(name, sheet).isdisjoint(t.q.noun)]
    found = counted or [t for t in _counts(sheet) if not _names(t) and _beside(name, t, sheet, words)]
    return found[0] if found and len({t.q.value for t in found}) == 1 else None


def _heads(name: str, sheet: Sheet) -> frozenset[str]:
    words = frozenset(entry[0] for entry in sheet.context.lexicon.classes[name] if len(entry) == 1)
    return words | {stem(w, sheet.context) for w in words}


def _names(told: Told) -> bool:
    """Whether a figure has a noun of its own, not one that it has taken over: "of these, 22 were adults"."""
    return bool(told.q.noun) and told.q.noun_last > told.q.last


def _beside(name: str, told: Told, sheet: Sheet, words: Near) -> bool:
    """True of "seven of them gold", "nine were women", "Bronze came most often: 15"."""
    line, own = told.line, sheet.stop(told)
    if words.within(name, line, told.at + 1, own):
        return True
    first = not any(words.within(other, line, told.at + 1, own) for other in words.among(_all_parts(sheet.context.lexicon), line))
    return first and words.within(name, line, told.left, told.at)


@once
def _all_parts(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(n for _, names in _sets(lexicon) for n in names)


def _whole(name: str, parts: list[Told], sheet: Sheet) -> Told | None:
    """The only figure of what they make up."""
    heads, own = _heads(name, sheet), {p.index for p in parts}
    found = [t for t in _counts(sheet) if t.index not in own and _names(t) and t.q.noun[-1] in heads and t.q.value >= _LEAST]
    return found[0] if found and len({t.q.value for t in found}) == 1 else None


def _set_beside(parts: list[Told], sheet: Sheet, words: Near) -> Told | None:
    """The count, whatever its noun, right behind which a mark or "consists of" sets all parts: "86 singers, 44 men and 42 women"."""
    line, context = parts[0].line, sheet.context
    first, last = min(p.at for p in parts), max(p.at for p in parts)
    before = [t for t in _counts(sheet) if t.line is line and t.at < first]
    if not before or any(p.line is not line for p in parts) or not conjunctions(context) & set(line.symbols[first:last]) or words.has("closedset-open", line):
        return None
    total = before[-1]
    start, told = after_noun(total.index, line, context), {i for i in line.quantities(total.at + 1, last) if context.quantity(i).is_measure}
    joined = line.symbols[start:first]
    opened = joined in context.lexicon.symbols.marks if len(joined) == 1 else any(m.end() == first for m in words.matches("division-verb", line, start, first))
    row = sorted(parts, key=lambda p: p.at)
    ends = [after_noun(p.index, line, context) for p in row]
    stops, ending = conjunctions(context) | {*context.lexicon.symbols.marks}, line.symbols[ends[-1] : ends[-1] + 1]
    plain = (not ending or ending in context.lexicon.symbols.marks) and all(stops & set(line.symbols[end : end + (1 if _names(p) else _NAME)]) for p, end in zip(row, ends[:-1]))
    opened = opened and plain and not words.within("closedset-not", line, start, ends[-1] + 1)
    made = sum(p.q.value for p in parts)
    enough = total.q.value >= _LEAST and all(p.q.value < total.q.value for p in parts) and max(made, total.q.value) <= _OFF * min(made, total.q.value)
    apiece = not context.lexicon.pack.words("division-container").isdisjoint(total.q.noun)  # "12 teams of five men and six women"
    return total if opened and enough and not apiece and told <= {p.index for p in parts} and not overlaps(line, context) else None


def _sound(total: Told, parts: list[Told], sheet: Sheet, words: Near) -> bool:
    made, context = sum(p.q.value for p in parts), sheet.context
    if len({p.index for p in parts}) < len(parts) or any(p.q.value >= total.q.value for p in parts) or not max(made, total.q.value) <= _OFF * min(made, total.q.value):
        return False
    sole = not set(context.lexicon.pack.words("closedset-sole")).isdisjoint(total.q.noun)
    for t in (total, *parts):
        if t is not total and _of_others(t, total, sheet):
            return False
        if not sheet.is_plain(t) or not sole and overlaps(t.line, context) or words.within("closedset-not", t.line, sheet.clause(t), after_noun(t.index, t.line, context) + 1):
            return False
    if sole:
        return sheet.one_time(tuple(t.index for t in (total, *parts)))
    told = _taken_up(total, parts, words)
    return told or slipped(total.index, tuple(p.index for p in parts), context)


def _of_others(part: Told, total: Told, sheet: Sheet) -> bool:
    """True of a part in front of which somebody is named whom the sentence of the whole does not name: "Norland won nine"."""
    context, home = sheet.context, total.line
    names = names_between(part.line, max(1, part.left), part.at, context)
    return part.line is not home and bool(names) and names.isdisjoint(names_between(home, 0, len(home.symbols), context))


def _taken_up(total: Told, parts: list[Told], words: Near) -> bool:
    """Whether one sentence, that of the whole or the next, tells all parts of "these"."""
    lines = {p.line.number for p in parts}
    home = parts[0].line
    if len(lines) != 1 or not 0 <= home.number - total.line.number <= 1 or home.block != total.line.block:
        return False
    return words.within("closedset-of", home, 0, len(home.symbols))
