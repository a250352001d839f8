"""A change told without its values, and the only two values of its sort that the text sets at two times.

    Three times as many people as a year earlier went to see ... The turnstiles clicked 186,000 times, after 62,000 in the year before
    Ten years earlier the enumerators had found 5,204 ... [paragraphs] ... The archipelago thus lost 333 inhabitants in the decade
    Net debt came down by 1.3bn over the year and stood at 4.8bn in December, against 6.1bn twelve months before

Of the two values one is told as past; no other figure of the text is of their sort, or none of the sentence that tells all three. What
the change says of its time must be the time between them. Only by how much is judged: a change the other way is another matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content, stem, telling
from checker.linking.structure.change.event import Reader, claim_of, reader_of
from checker.linking.structure.change.heads import heads_of
from checker.linking.structure.change.moments import THEN, clause_of
from checker.linking.structure.change.scene import level_of
from checker.linking.structure.distant.mentions import alike, common, narrowed, noun_from, said, told_plainly
from checker.linking.structure.distant.rates import kin
from checker.linking.structure.distant.sheet import Sheet, Told, ties_of
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity
from checker.rational import Fraction

_COUNTS = ("count", "number")
_SMALL = 20  # of fewer things there are counts everywhere
_TIMES, _OFF = 6, 4  # times as much: a value of something else; a change by so much more is another's
_FRONT = 4  # symbols in front of a change in which "the increase of" stands
_SPANS = (("compared-year", "compared-a-year"), ("compared-decade", "compared-ten-years"))  # what a change says of its time, and what the old value says


@dataclass(frozen=True, slots=True)
class _Change:
    """A change: its figure, the claim that it is, whether it takes up what was told ("the increase of", "thus lost"), and whether by an
    article of its own."""

    told: Told
    part: str
    definite: bool
    this: bool


def compared_levels(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    words = near(context)
    if not words.standing("compared-as", "compared-this", "compared-thus", "compared-stands") or (sheet := told_plainly(context)) is None:
        return []
    reader = reader_of(context)
    ties, found = ties_of(frames), []
    changes = list(_changes(sheet, reader, words))
    for change in changes:
        if sum(_rivals(change, other) for other in changes) > 1:
            continue
        pair = _beside(change, sheet, reader, words) or _apart(change, sheet, reader, words)
        if pair is not None and not any(_tied_to_others(t, pair, change, ties) for t in (*pair, change.told)):
            found.append(_frame(change, *pair))
    return found


def _rivals(one: _Change, other: _Change) -> bool:
    return one.part == other.part and (one.part == "multiple" or _same_sort(one.told.q, other.told.q) or one.told.index == other.told.index)


def _tied_to_others(told: Told, pair: tuple[Told, Told], change: _Change, ties) -> bool:
    own = {t.index for t in (*pair, change.told)}
    return any(family in ("change", "difference", "sum") and not tied <= own for family, tied in ties.sets.get(told.index, ()))


# ---------------------------------------------------------------- the change


def _changes(sheet: Sheet, reader: Reader, words: Near) -> Iterator[_Change]:
    places, context = {t.index: t for t in sheet.all}, sheet.context
    for line in sheet.lines:
        for head in heads_of(line, reader, words) if line.figures else ():
            told = places.get(head.index)
            if told is None or not told.q.value or told.q.approx in ("above", "below") or words.within("compared-not", line, told.left, told.right):
                continue
            if told.q.kind == "multiple":
                if words.pattern("pair-as-much").match(line.symbols, told.at + 1) and _said("compared-as", told, told.at + 2, context) and 2 <= told.q.value <= 20:
                    yield _Change(told, "multiple", False, False)
            elif told.q.kind in ("points", "currency", "physical", *_COUNTS) and not (head.unreal or head.will):
                this = words.within("compared-this", line, max(0, told.at - _FRONT), told.at)
                definite = this or words.within("compared-thus", line, 0, told.at)
                if not head.years or this and not words.pattern("compared-since").match(line.symbols, head.end):
                    yield _Change(told, "delta", definite, this)


def _same_sort(a: Quantity, b: Quantity) -> bool:
    if a.kind in _COUNTS or b.kind in _COUNTS:
        return a.kind in _COUNTS and b.kind in _COUNTS
    return a.kind == b.kind and (a.unit or "").partition("/")[0] == (b.unit or "").partition("/")[0]


# ---------------------------------------------------------------- its values


def _is_value(told: Told, change: _Change, sheet: Sheet, words: Near) -> bool:
    """Whether a figure can be one of the values that a change leads between."""
    q, c = told.q, change.told.q
    if told.index == change.told.index or q.value is None or q.value <= 0 or q.approx in ("above", "below") or q.sense in ("range", "bound") or q.change:
        return False
    if change.part == "multiple":
        money = words.within("compared-money", change.told.line, change.told.at + 2, change.told.at + 5)
        fits = q.kind == "currency" if money else q.kind in _COUNTS
    elif c.kind == "points":
        fits = q.kind == "percent"
    else:
        fits = _same_sort(q, c)
    return fits and not (q.kind in _COUNTS and (q.value < _SMALL or q.value.denominator > 1)) and not words.within("compared-not", told.line, told.left, told.right)


def _is_then(told: Told, reader: Reader, words: Near) -> bool:
    line = told.line
    if words.within("compared-until", line, told.left, told.at):
        return True
    return level_of(told.index, line.number, reader, words).moment.side == THEN


def _apart(change: _Change, sheet: Sheet, reader: Reader, words: Near) -> tuple[Told, Told] | None:
    """(old, new): the only two values of the sort in the text, not in the sentence of the change."""
    values = [t for t in sheet.all if _is_value(t, change, sheet, words)]
    if len(values) != 2 or any(t.line is change.told.line for t in values) or not _kindred(*values, sheet):
        return None
    pair = _ordered(values, reader, words)
    if pair is None or not _of_its_time(change, pair[0], sheet) or not _sized(change, *pair):
        return None
    if change.part == "multiple":
        return pair if _called(change, pair, sheet) else None
    return pair if change.definite and _of_these(change, pair, sheet) else None


def _of_these(change: _Change, pair: tuple[Told, Told], sheet: Sheet) -> bool:
    """Whether a change that takes up what was told takes up these values: it counts what they count, or names what they are of; not
    "the increase of 2m in wages", "costs thus fell by 2m"."""
    known = said(pair[0].line, sheet) | said(pair[1].line, sheet) | sheet.stems("compared-time")
    if narrowed(change.told, known, sheet):
        return False
    nouns, own = [stem(t.q.noun[-1], sheet.context) for t in pair if t.q.noun], change.told.q.noun
    if change.told.q.kind in _COUNTS and (own or nouns):
        return bool(own) and any(_alike(n, stem(own[-1], sheet.context), sheet) for n in nouns)
    return change.this or bool(common(said(change.told.line, sheet), known))


def _alike(a: str, b: str, sheet: Sheet) -> bool:
    """Whether two nouns can count the same: one noun, two of a group, people and inhabitants."""
    people = sheet.stems("distant-people")
    return alike(a, b) or kin(a, b, sheet) or not people.isdisjoint((a, b)) and not sheet.stems("person-noun").isdisjoint({a, b} - people)


def _ordered(values: list[Told], reader: Reader, words: Near) -> tuple[Told, Told] | None:
    """The old value and the new one; None where not just one of the two is told as past."""
    then = [t for t in values if _is_then(t, reader, words)]
    if len(then) == 2:
        then = [t for t in values if _says("compared-earlier", t, reader.context)]  # "last year", and "ten years earlier"
    if len(then) != 1:
        return None
    new = next(t for t in values if t is not then[0])
    return None if sum(w.year is not None for t in values if (w := t.q.when) is not None) == 1 else (then[0], new)


def _kindred(a: Told, b: Told, sheet: Sheet) -> bool:
    """Whether two figures can count the same: of one unit, of one noun, one of none."""
    if a.q.kind in _COUNTS:
        return not a.q.noun or not b.q.noun or stem(a.q.noun[-1], sheet.context) == stem(b.q.noun[-1], sheet.context)
    rates = {(t.q.unit or "").partition("/")[2] for t in (a, b)}
    yearly = all("/" in (t.q.unit or "") or sheet.words.within("compared-yearly", t.line, t.at, len(t.line.symbols)) for t in (a, b))
    return _same_sort(a.q, b.q) and (len(rates) == 1 or yearly)


def _called(change: _Change, pair: tuple[Told, Told], sheet: Sheet) -> bool:
    """Whether the change stands right in front of its values, or its sentence names what the sentences of both values do."""
    noun, counted = noun_from(change.told.at + 2, change.told.line, sheet), pair[1].q.noun
    same = not counted or _alike(noun, stem(counted[-1], sheet.context), sheet)
    lines = [t.line for t in pair]
    if change.told.line.number + 1 == lines[0].number == lines[1].number and lines[0].block == change.told.line.block:
        return same or noun in sheet.stems("distant-people")  # "186,000 times", of people through a turnstile
    if not same:
        return False  # "twice as many tourists ... the island had 4,200 residents"
    return bool(common(*(said(t.line, sheet) for t in (change.told, pair[1]))))


def _of_its_time(change: _Change, old: Told, sheet: Sheet) -> bool:
    """Whether a change that says in what time it came about names that since the old value: "in the decade", "ten years earlier"."""
    words = sheet.words
    for own, other in _SPANS:
        if words.within(own, change.told.line, change.told.left, len(change.told.line.symbols)) and not _says(other, old, sheet.context):
            return False
    stop = change.told.right
    return change.this or not any(sheet.context.quantity(i).kind in ("year", "duration", "date") for i in change.told.line.quantities(change.told.left, stop))


def _says(name: str, told: Told, context: Context) -> bool:
    """Whether words of a class stand in the sentence of a figure."""
    return _said(name, told, 0, context)


def _said(name: str, told: Told, start: int, context: Context) -> bool:
    """Whether they do from a position on, figures and times among them: "a year earlier" is one symbol of its line."""
    tokens, line = context.extraction.tokens.words, told.line
    text = f" {' '.join(tokens[line.firsts[start] : line.lasts[-1] + 1])} " if start < len(line.firsts) else ""
    return any(f" {phrase} " in text for phrase in context.lexicon.pack.words(name))


def _sized(change: _Change, old: Told, new: Told) -> bool:
    """Whether the values can be those of the change: of one size, and not farther apart than a mistake makes them."""
    a, b, c = old.q.value, new.q.value, change.told.q.value
    if change.part == "multiple":
        return b > a and c <= _OFF * (b / a) and b / a <= _OFF * c
    gap = abs(a - b)
    return max(a, b) <= _TIMES * min(a, b) and 0 < gap and Fraction(c) < max(a, b) and c <= _OFF * gap and gap <= _OFF * c


# ---------------------------------------------------------------- all three in one sentence


def _beside(change: _Change, sheet: Sheet, reader: Reader, words: Near) -> tuple[Told, Told] | None:
    """(old, new) of "came down by 1.3bn over the year and stood at 4.8bn, against 6.1bn twelve months before": nothing else of the
    sort stands in the sentence, and the second verb has no subject of its own."""
    told, line = change.told, change.told.line
    values = [t for t in sheet.all if t.line is line and _is_value(t, change, sheet, words)]
    if change.part != "delta" or len(values) != 2 or values[0].index < told.index or not words.ends("compared-by", line, told.at, 1):
        return None
    new, old = values
    stands = next((m for m in words.matches("compared-stands", line, told.at + 1, new.at) if new.at - m.end() <= 1), None)
    against = words.within("compared-against", line, new.at + 1, old.at) and _is_then(old, reader, words)
    if stands is None or not against or not words.ends("conjunction", line, stands.start(), 1):
        return None
    light = sheet.stems("distant-light") | sheet.stems("compared-time")
    fresh = telling(content(line.lasts[told.at] + 1, line.firsts[stands.start()], sheet.context), sheet.context) - light
    plain = all(sheet.context.quantity(i).kind in ("period", "date") for p, i in line.placed if told.at < p < old.at and i not in (new.index, told.index))
    return (old, new) if not fresh and plain and _of_its_time(change, old, sheet) and _sized(change, old, new) else None


def _frame(change: _Change, old: Told, new: Told) -> Frame:
    q = change.told.q
    part = change.part if change.part == "multiple" else claim_of(q)
    claims = {"new": (new.index,), "base": (old.index,), part: (change.told.index,)}
    sign = 0 if change.part == "multiple" else 1 if new.q.value > old.q.value else -1
    source = "by name" if new.line is change.told.line else "roles"
    return Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 2, None, (), source)
