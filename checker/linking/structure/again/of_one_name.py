"""An amount that is called by a name with an article, and the only one before it that was told with that name.

    a loan of 40 million crowns ... the 70 million crown loan ...       the name behind the figure
    a bell that weighs 900 kilos ... At 600 kilos, the bell is          the name behind the comma
    was given 32,000 herring ... All 52,000 of the given fish           what was done with them

No other figure of the unit may stand by the name anywhere in the text, nothing tells of another time, owner or sort, and
neither says that it is of some only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content, proper, stem, telling
from checker.linking.lexicon import Lexicon
from checker.linking.structure.again.echoes import same_noun
from checker.linking.structure.at_figure import other_period, words_at
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, attributive
from checker.model import TIMES, Frame
from checker.once import once

_KINDS = ("currency", "physical", "count")
_FAR = 4  # times as much
_FRONT = 4  # symbols between "the loan" and its figure
_NAME = 4  # symbols of a name behind a figure
_WHICH = 5  # symbols behind a name that tell which is meant
_FEW = 20  # of smaller counts there are many in any text
_GROUP = "onename-"


@dataclass(frozen=True, slots=True)
class _Called:
    """A figure that takes one up: the stem of its name, and the position behind the name."""

    name: str
    end: int
    everything: bool  # "all 52,000"


def of_one_name(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated" (first, second)."""
    words = near(context)
    cued = words.standing("onename-the", "onename-all")
    if not cued:
        return []
    sheet = sheet_of(context)
    known = {f.claims["second"][0] for f in frames if f.family == "repeated" and f.pinned and "second" in f.claims}
    found = []
    for told in sheet.plain:
        if told.line.number in cued and told.index not in known and _can_recall(told, context):
            meant = next((m for called in _calls(told, context, words) if (m := _meant(told, called, sheet, context, words)) is not None), None)
            if meant is not None:
                claims = {"first": (meant.index,), "second": (told.index,)}
                found.append(Frame("repeated", (told.q.start, told.q.end), claims, {}, 0, frozenset(claims), 3, None, (), "roles"))
    return found


def _can_recall(told: Told, context: Context) -> bool:
    q = told.q
    return q.kind in _KINDS and not q.approx and "/" not in (q.unit or "") and not attributive(told.index, context) and (q.kind != "count" or q.value >= _FEW)


# ---------------------------------------------------------------- what a figure is called


def _calls(told: Told, context: Context, words: Near) -> Iterator[_Called]:
    """The names by which an article takes up a figure."""
    line, at = told.line, told.at
    everything = next((m for m in words.matches("onename-all", line, max(0, at - 2), at) if m.end() == at), None)
    article = next((m for m in words.matches("onename-the", line, max(0, at - 2), at) if at - 2 <= m.end() <= at), None)
    if everything or article:
        yield from _behind(told, everything is not None, context, words)
    tie = words.pattern("onename-of").match(line.symbols, at - 1) if at else None
    if tie and (m := next((m for m in words.matches("onename-the", line, max(0, at - _FRONT - 1), at - 1) if 0 < at - 1 - m.end() <= 2), None)):
        yield _Called(_stem(at - 2, told, context), at + 1, False)
    comma = context.lexicon.symbols.chars[","]
    if at and words.pattern("onename-at").match(line.symbols, at - 1) and line.symbols[at + 1 : at + 2] == comma:
        m = words.pattern("onename-the").match(line.symbols, at + 2)
        for head in _heads(m.end(), told, context) if m else ():
            yield _Called(_stem(head, told, context), head + 1, False)


def _behind(told: Told, everything: bool, context: Context, words: Near) -> Iterator[_Called]:
    """The name right behind a figure, or what was done with the things that it counts."""
    line, q = told.line, told.q
    start = after_noun(told.index, line, context)
    if q.kind != "count":
        for head in _heads(told.at + 1, told, context):
            yield _Called(_stem(head, told, context), head + 1, everything)
        return
    of_the = words.pattern("onename-of-the").match(line.symbols, told.at + 1) if everything else None
    if of_the:
        yield _Called(_stem(of_the.end(), told, context), max(_heads(of_the.end(), told, context), default=of_the.end()) + 1, True)
    elif start < len(line.symbols) and line.symbols[start] not in context.lexicon.symbols.closed:
        yield _Called(_stem(start, told, context), start + 1, everything)


def _heads(start: int, told: Told, context: Context) -> list[int]:
    """The positions of the words from `start` on that may end a name: a word of grammar, a mark or a verb follows."""
    line, symbols, found = told.line, context.lexicon.symbols, []
    verbs = tuple(context.lexicon.pack.words("onename-verb-ending"))
    for p in range(start, min(len(line.symbols) - 1, start + _NAME)):
        if line.quantity[p] >= 0 or line.symbols[p] in symbols.closed or line.symbols[p] in symbols.marks:
            break
        after = line.symbols[p + 1]
        if after in symbols.closed or after in symbols.marks or context.extraction.tokens.words[line.firsts[p + 1]].endswith(verbs):
            found.append(p)
    return found


def _stem(at: int, told: Told, context: Context) -> str:
    line = told.line
    return stem(context.extraction.tokens.words[line.firsts[at]], context) if 0 <= at < len(line.firsts) else ""


# ---------------------------------------------------------------- which one is meant


def _meant(told: Told, called: _Called, sheet: Sheet, context: Context, words: Near) -> Told | None:
    """The only other figure of the unit that stands by the name."""
    if not called.name or called.name in context.generic or _severed(told, called.end, context, words) or _narrowed(told, called, context, words):
        return None
    names = _names_of(called.name, context)
    alike = [t for t in sheet.all if t is not told and _of_one_unit(told, t, context)]
    if any(t.q.value == told.q.value for t in alike):
        return None
    named = [t for t in alike if not names.isdisjoint(words_at(t.index, context)) or any(_one_stem(called.name, w) for w in words_at(t.index, context))]
    if len(named) != 1 or named[0].index > told.index or named[0].line is told.line:
        return None
    first = named[0]
    a, b = first.q, told.q
    if first not in sheet.plain or _taken_up(first, context, words) or a.value is None or not max(a.value, b.value) <= _FAR * min(a.value, b.value) or _severed(first, first.at + 1, context, words):
        return None
    return first if not other_period(first.index, told.index, context) and _one_thing(first, told, called, context, words) else None


def _taken_up(told: Told, context: Context, words: Near) -> bool:
    """True of a figure that has an article or an owner itself: "its 40 million debt", "Hull's 40 million debt" may be one of several."""
    if any(m.end() == told.at for m in words.matches("onename-the", told.line, max(0, told.at - 3), told.at)):
        return True
    return told.q.kind == "currency" and bool(_heads(told.at + 1, told, context)) and not words.pattern("onename-a").match(told.line.symbols, told.at - 1)


def _of_one_unit(a: Told, b: Told, context: Context) -> bool:
    if a.q.kind == "count":
        return b.q.kind in ("count", "number") and b.q.value is not None and b.q.value >= _FEW and "/" not in (b.q.unit or "")
    return a.q.kind == b.q.kind and a.q.unit == b.q.unit


def _one_thing(first: Told, told: Told, called: _Called, context: Context, words: Near) -> bool:
    """Whether things counted are of one noun, or all of those with which the same was done; and whoever is named behind the name was named before."""
    if told.q.kind == "count" and first.q.noun and not same_noun(first.q, told.q, context) and not called.everything:
        return False
    line = told.line
    end = _which_end(called.end, told, context, words)
    names = proper(line.firsts[called.end], line.firsts[end - 1] + 1, context) if called.end < end else frozenset()
    title = context.lines.lines[0]
    before = proper(first.line.firsts[0], first.line.lasts[-1] + 1, context) | proper(title.firsts[0], title.lasts[-1] + 1, context)
    return names <= before


def _which_end(start: int, told: Told, context: Context, words: Near) -> int:
    """Where the words behind a name end that tell which is meant: at a mark or a verb."""
    line, marks = told.line, context.lexicon.symbols.marks
    last = min(len(line.symbols), start + _WHICH)
    return next((p for p in range(start, last) if line.symbols[p] in marks or words.pattern("be-verb").match(line.symbols, p)), last)


def _narrowed(told: Told, called: _Called, context: Context, words: Near) -> bool:
    """True of a name with words behind it that tell of another one: another time, "who", "from ..."."""
    line, end = told.line, _which_end(called.end, told, context, words)
    if told.q.kind != "currency" and not called.everything and end > called.end and not words.pattern("be-verb").match(line.symbols, called.end):
        return True  # "the 40 oaks planted by schools"
    if any(q >= 0 and context.quantity(q).kind in TIMES for q in line.quantity[called.end : end]):
        return True
    return words.pattern("onename-which").match(line.symbols, called.end) is not None


def _severed(told: Told, end: int, context: Context, words: Near) -> bool:
    """True where words of the clause up to some behind the name tell of another time, of some of it, or of a change."""
    return words.within("onename-not", told.line, sheet_of(context).clause(told), _which_end(end, told, context, words))


def _one_stem(a: str, b: str) -> bool:
    """Forms of one word: fine and fined, recall and recalled."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and len(long) - len(short) <= 3 and long.startswith(short)


def _names_of(name: str, context: Context) -> frozenset[str]:
    """A name and those of the same thing: a fine is a penalty."""
    groups = _groups(context.lexicon)
    words = next((group for group in groups if name in {stem(w, context) for w in group}), ())
    return frozenset([name, *(stem(w, context) for w in words)])


@once
def _groups(lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(w for entry in lexicon.classes[n] for w in entry) for n in sorted(lexicon.classes) if n.startswith(_GROUP + "alike"))
