"""Figures that a definite reference recalls with a digit wrong: "all 421 patients assigned" after 412, "the full £56,000" after £65,000.

A definite figure that the text has given nowhere, with just one like it that a slip of the hand turns into it, is that one.
Digits in another order are evidence after any article; one wrong digit only where the words say that everything is meant.
"""

from __future__ import annotations

from checker.linking.context import Context, content, proper, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.again.echoes import same_noun
from checker.linking.structure.again.misprints import digits_of, turned_round
from checker.linking.structure.near import Near, digits_slip, near, one_slip
from checker.linking.structure.parts import after_noun, participle
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import compatible, measure

_BACK = 40  # lines in front that are searched
_KINDS = frozenset("count number currency physical".split())
_LONG = 1000  # bare numbers from here on are known by their digits alone
_NEXT = 8  # sentences in which a figure with its digits exchanged is taken for a misprint
_NEAR = 2  # sentences in which a sum is spoken of again
_DIGITS = 3  # of a measure that is told again by its name
_CALLED = 5  # tokens in front of a figure that name what it measures
_TIMES = 3
_MOST = 60  # figures that one reference is compared with


def recalled(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated"."""
    words, lines = near(context), prose_lines(context)
    found = []
    cued = words.standing("everything-of", "the-same-of")
    for n, line in enumerate(lines):
        for at, index in line.placed:
            whole, definite = _recalls(at, line, words) if at and line.number in cued else (False, False)
            if definite and not whole and _narrowed(index, line, context):
                continue
            if not (whole or definite or context.quantity(index).kind == "physical") or not _plain(context.quantity(index)) or _other(index, line, context, words):
                continue
            back = lines[max(0, n - _BACK) : n + 1]
            meant = _meant(index, at, whole, back, context, words) if whole or definite else _named(index, back, context)
            if meant is not None and any(words.has("told-wrong", x) for x in (line, context.line(meant))):
                continue  # "gave its length as 642 km, presumably by a typing error": the text itself says so
            if meant is not None and not _of_another_owner(at, line, context.line(meant), context, words):
                q = context.quantity(index)
                claims = {"first": (meant,), "second": (index,)}
                short = _same(q, context.quantity(meant)) and len(digits_of(q)) < _DIGITS  # of so few no slip would be told
                found.append(Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3, fitted=short))
    return found


def _plain(q: Quantity) -> bool:
    return q.kind in _KINDS and q.value is not None and q.value >= 10 * (q.place or 1) and q.approx is None and q.sense != "range" and "/" not in (q.unit or "")


def _recalls(at: int, line: Line, words: Near) -> tuple[bool, bool]:
    """Whether words in front say that everything is meant ("all 421", "the full", "each of the 24"), or at least the same."""
    return _ends("everything-of", at, line, words), _ends("the-same-of", at, line, words)


def _ends(name: str, at: int, line: Line, words: Near) -> bool:
    return words.ends(name, line, at, 6)


def _other(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "the 90 who", "the 19 more", "the other 31": not what was told of before."""
    end = after_noun(index, line, context)
    return words.within("not-the-same", line, end, end + 1) or words.within("not-the-same", line, context.lines.position_of[index] + 1, end)


def _of_another_owner(at: int, line: Line, first: Line, context: Context, words: Near) -> bool:
    """True of "The Marl choir said that ten of its 31 singers" behind the figure of another choir: its sentence names the owner."""
    names = proper(line.firsts[0] + 1, line.firsts[at], context) if words.within("owner-word", line, at - 1, at) else frozenset()
    return first is not line and bool(names - proper(first.firsts[0], first.lasts[-1] + 1, context))


def _narrowed(index: int, line: Line, context: Context) -> bool:
    """True of "the 31 farms visited in spring": rather some of those told of before."""
    return context.quantity(index).kind == "count" and participle(after_noun(index, line, context), line, context)


def _meant(index: int, at: int, whole: bool, lines: list[Line], context: Context, words: Near) -> int | None:
    """The only earlier figure of which this one is a misprint; where everything is meant also the one that it repeats."""
    q, found = context.quantity(index), []
    back = [i for line in reversed(lines) for i in reversed(line.figures) if i < index][:_MOST]
    pointed = _ends("these-of", at, lines[-1], words)
    for i in back:
        other = context.quantity(i)
        if not _plain(other) and other.kind != "age":
            continue
        if other.value is not None and (other.kind == q.kind or _counted(q) and _counted(other)) and _same(q, other):
            return i if whole and _one_noun(q, other, context) else None
        apart = lines[-1].number - context.line(i).number
        if _misprint(q, other, whole, apart <= _NEAR, context) or apart <= _NEXT and _turned(q, other, pointed, apart, context):
            found.append(i)
    rivals = {context.quantity(i).value for i in found}
    return found[0] if len(rivals) == 1 and not _reckoned(q, back, context) else None


def _named(index: int, lines: list[Line], context: Context) -> int | None:
    """The only earlier measure of the same named thing with two digits exchanged: "the main span of 1,284 m ... the main span,
    1,248 m"."""
    q = context.quantity(index)
    if q.kind != "physical" or len(digits_of(q)) < _DIGITS or "words" == q.style:
        return None
    line, at = context.line(index), context.lines.position_of[index]
    if line.crowded or not near(context).within("definite", line, at - _CALLED, at):
        return None
    called, found = _called(index, context), []
    for i in (i for line in lines for i in line.figures if i < index):
        other = context.quantity(i)
        if other.kind == "physical" and other.unit == q.unit and _called(i, context) & called:
            found.append(i)
    sole = len({context.quantity(i).value for i in found}) == 1 and context.line(found[0]) is not lines[-1]
    return found[0] if sole and _plain(context.quantity(found[0])) and _exchanged(q, context.quantity(found[0])) else None


def _called(index: int, context: Context) -> frozenset[str]:
    """Stems of the telling words right in front of a figure."""
    q, line = context.quantity(index), context.line(index)
    return telling(content(max(line.firsts[0], q.outer - _CALLED), q.outer, context), context)


def _counted(q: Quantity) -> bool:
    return q.kind in ("count", "number") and "/" not in (q.unit or "")


def _turned(q: Quantity, other: Quantity, pointed: bool, apart: int, context: Context) -> bool:
    """True of figures of one noun or unit whose digits are exchanged, and of a bare one that points back: "each of the 16"."""
    if _counted(q) and _counted(other) and q.scale == other.scale:
        if "words" in (q.style, other.style):
            return False
        exchanged = _exchanged(q, other) and q.place == other.place
        if not q.noun and pointed and other.noun and apart <= _NEAR:
            return exchanged or apart == 0 and _of_one_size(q, other) and one_slip(q, other.value)
        if not q.noun or not other.noun:
            return exchanged and bool(other.noun or pointed) and (apart <= _NEAR or len(digits_of(q)) >= 3)
        akin = _akin(q, other, context)
        return exchanged and (akin or len(digits_of(q)) >= 3 or apart == 1)  # in one sentence two nouns are two sets
    if q.kind != other.kind or q.unit != other.unit or q.scale != other.scale or q.place != other.place:
        return False
    return q.kind in ("physical", "currency") and _exchanged(q, other) and (q.unit is not None)


def _akin(q: Quantity, other: Quantity, context: Context) -> bool:
    """True of one noun, of two that begin alike ("signatures", "signatories"), and of people under whatever name."""
    anyone, words = context.lexicon.pack.words("all-in"), context.extraction.tokens.words
    if q.noun[-1] == other.noun[-1] or same_noun(q, other, context):
        return True
    a, b = q.noun[-1], other.noun[-1]
    return len(a) > 5 and a[:5] == b[:5] or all(x.noun_last >= 0 and words[x.noun_last] in anyone for x in (q, other))


def _reckoned(q: Quantity, back: list[int], context: Context) -> bool:
    """True where the figure is the sum or the difference of two earlier ones: a figure of its own."""
    values = {v.value for i in back if (v := context.quantity(i)).value is not None and v.kind in (q.kind, "number", "count")}
    return any(q.value - v in values and q.value != 2 * v or q.value + v in values for v in values if v)


def _same(q: Quantity, other: Quantity) -> bool:
    return _base(q) == _base(other)


def _base(q: Quantity) -> Fraction:
    return q.value * (measure(q).factor if q.unit and q.kind == "physical" else 1)


def _misprint(q: Quantity, other: Quantity, whole: bool, near_by: bool, context: Context) -> bool:
    """True where the two are of one thing and one slip turns one into the other."""
    if q.kind == "physical" and other.kind == "physical":
        if q.unit == other.unit:  # "64 m high ... the 46 m dam"
            return near_by and q.scale == other.scale and q.place == other.place and _exchanged(q, other)
        return compatible(q.unit, other.unit) and _point_moved(q, other)
    if q.kind == "number" and q.value >= _LONG and other.kind in ("currency", "physical", "number"):
        return _exchanged(q, other) and not _like_a_code(q, context)
    counted = whole and q.kind == "count" and other.kind == "number" and not other.unit and len(digits_of(q)) >= 3 and _exchanged(q, other) and q.scale == other.scale
    if counted:  # "212 were enrolled. All 221 patients"
        return True
    if not _one_noun(q, other, context) or q.scale != other.scale and q.kind != "currency":
        return False
    long = len(digits_of(q)) >= 3  # of two digits one is soon the same
    return (whole or long or near_by and q.kind == "currency") and turned_round(q, other) and _exchanged(q, other) or whole and long and _of_one_size(q, other) and one_slip(q, other.value) and q.scale == other.scale


def _one_noun(q: Quantity, other: Quantity, context: Context) -> bool:
    """True of sums of one currency, and of counts of one noun, or of two names of one thing."""
    if q.kind != "count":
        return q.kind == other.kind == "currency" and q.unit == other.unit
    word = context.extraction.tokens.words[q.last + 1 : q.last + 2]  # "the 42 arches bear": the noun may be read too long
    return bool(q.noun and other.noun) and (same_noun(q, other, context) or bool(word) and stem(word[0], context) == other.noun[-1])


def _like_a_code(q: Quantity, context: Context) -> bool:
    """True of four digits that nothing groups: "the 6102" may be a thing's name."""
    return context.extraction.document.text[q.start : q.end].isdecimal() and q.value < 10 * _LONG


def _of_one_size(a: Quantity, b: Quantity) -> bool:
    """True where neither is some times the other: a digit too few or too many is seldom overlooked in a figure told again."""
    return max(a.value, b.value) < _TIMES * min(a.value, b.value)


def _exchanged(a: Quantity, b: Quantity) -> bool:
    """True where two neighbouring digits are exchanged and nothing else: 7,465 and 7,645."""
    x, y = (str(int(q.value / (q.place or q.scale))) for q in (a, b))
    return x != y and sorted(x) == sorted(y) and digits_slip(x, y)


def _point_moved(a: Quantity, b: Quantity) -> bool:
    """True where the same digits are meant in another unit and come to ten times more or less: 1.5 kg and 150 g."""
    x, y = _base(a), _base(b)
    return x != y and digits_of(a) == digits_of(b) and max(x, y) / min(x, y) in (10, 100)
