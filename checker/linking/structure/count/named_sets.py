"""A set whose members one sentence names, and the number that was picked for it in another.

    The jury sifted 163 novels and kept four. The shortlist consists of "Low Water" by Nia Pugh, "Salt Tax" by Meena Rao and ...
    is calling back three of its mixers ... [paragraphs] ... The recall covers the Classic, the Duo and the Chef. No other model is concerned

What "consists of" its members has no others; what "covers" them has none where the next sentence says so. The number stands right behind
a verb of picking in the sentence before, or is the only one behind a word of the deed that the set is named by.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing
from checker.linking.structure.count.list_forms import of_size
from checker.linking.structure.count.member_names import Spans, members_at
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import told_lines
from checker.model import Frame
from checker.once import once

_LONGEST = 60  # sentences of a text in which a deed is one
_NOUN_BY = 5  # symbols of the subject
_KEPT = 3  # symbols in front of a number
_DONE = 6  # symbols from a deed to the number of things
_DEED = "named-deed-"


def named_sets(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "enumeration" (announced; item: the words of each)."""
    words = near(context)
    standing = words.standing("namedset-is", "namedset-covers")
    if not standing or len(context.lines.lines) > _LONGEST:
        return []
    lines, found = told_lines(context), []
    known = {f.claims["announced"][0] for f in frames if f.family in ("enumeration", "counted-list") and f.pinned and "announced" in f.claims}
    for n, line in enumerate(lines):
        if line.number not in standing:
            continue
        for index, readings in _named(line, n, lines, context, words):
            if index in known or not any(of_size(len(names), index, context) for names in readings):
                continue
            q = context.quantity(index)
            for names in readings:
                spans = tuple(offsets(line, a, b, context.extraction) for a, b in names)
                found.append(Frame("enumeration", (q.start, q.end), {"announced": (index,)}, {"item": spans}, 0, frozenset(("announced", "item")), 2, None, (), "roles"))
    return found


def _named(line: Line, n: int, lines: list[Line], context: Context, words: Near) -> Iterator[tuple[int, tuple[Spans, ...]]]:
    """(the number, the readings of the list) of a sentence that names a whole set."""
    opened = words.pattern("later-the").match(line.symbols)
    if opened is None or words.has("later-more", line):
        return
    for m in (*words.matches("namedset-is", line, opened.end()), *words.matches("namedset-covers", line, opened.end())):
        if m.start() > opened.end() + _NOUN_BY or line.quantities(0, m.start()):
            continue
        whole = words.pattern("namedset-is").match(line.symbols, m.start()) is not None
        if whole and words.within("namedset-noun", line, opened.end(), m.start()):
            index = _kept(lines[n - 1], line, context, words) if n else None
        else:
            closed = whole or _none_else(line, lines[n + 1 : n + 2], words)
            index = _done(line, m.start(), lines[:n], context, words) if closed else None
        readings = members_at(m.end(), line, context) if index is not None else ()
        if readings:
            yield index, readings
        return


def _none_else(line: Line, after: list[Line], words: Near) -> bool:
    return any(x.block == line.block and words.within("namedset-none", x, 0, _NOUN_BY) for x in after)


def _kept(before: Line, line: Line, context: Context, words: Near) -> int | None:
    """The only number of a sentence that stands right behind a verb of picking, with no noun but that of what was picked from."""
    if before.block != line.block:
        return None
    found = [i for i in before.figures if announcing(i, context) and words.within("namedset-kept", before, (at := context.lines.position_of[i]) - _KEPT, at) and _plain(i, before, context, words)]
    small = [i for i in before.figures if announcing(i, context)]
    return found[0] if len(found) == 1 and found[0] == small[-1] else None


def _plain(index: int, line: Line, context: Context, words: Near) -> bool:
    at = context.lines.position_of[index]
    return not words.within("namedset-not", line, max(0, at - 2), after_noun(index, line, context) + 1)


def _done(line: Line, end: int, before: list[Line], context: Context, words: Near) -> int | None:
    """The only number of things of which the deed that the set is named by is told."""
    deeds = [name for name in _deeds(context.lexicon) if words.within(name, line, 0, end)]
    found = []
    for home in before if len(deeds) == 1 else ():
        for m in words.matches(deeds[0], home):
            behind = [i for i in home.quantities(m.end(), m.end() + _DONE)]
            found.extend(i for i in behind[:1] if announcing(i, context) and context.quantity(i).noun and _plain(i, home, context, words))
    return found[0] if found and len({context.quantity(i).value for i in found}) == 1 else None


@once
def _deeds(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted(name for name in lexicon.pack.classes if name.startswith(_DEED)))
