"""Where the whole of a share stands when it is not beside its part: back references, names, other counts of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from checker.linking.context import Context, content, content_of_span, same_unit, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.at_figure import REACH, other_period, words_at
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.rounding import reading

_AMOUNTS = frozenset("number currency physical count duration".split())
_COUNTED = ("count", "number")
_BACK = 40  # lines in front of a share that are searched for the amount of its whole
_TRIED = 100  # figures nearby that a share is tried on
_AHEAD = 3
_NEAREST = 30  # figures of one line that are looked at
_BEYOND = Fraction(1, 5)  # of a bound: what is farther from it was not meant by it


def antecedents(part: int, frame: Frame, context: Context) -> Iterator[tuple[int, int, bool]]:
    """(number, tier, named) of the sets that "of them" may refer to: earlier in the line, else in the one before it.

    `named` where words after the reference stand at the set as well: "of those randomised", "and 260 were randomised".
    """
    line = context.line(part)
    start = context.lines.position_of[part]
    names = _reference_names(frame, context)
    found: list[tuple[int, int, int]] = []
    for number, end, tier in ((line.number, start, 2), (line.number - 1, None, 3)):
        if number < 0:
            break
        for index in reversed(context.lines.lines[number].quantities(0, end)[-_NEAREST:]):
            if index != part and _same_sort(part, index, context) and not is_side(index, context):
                found.append((index, tier, 2 if names & _following(index, context) else 1 if names & words_at(index, context) else 0))
    best = max((f[2] for f in found), default=0)
    for index, tier, rank in found:
        if rank == best:
            yield index, tier, rank > 0


def is_side(index: int, context: Context) -> bool:
    """True of what a set is compared with, or differs by: "6,000 more than the 67,000 of the year before"."""
    q, words, pack = context.quantity(index), context.extraction.tokens.words, context.lexicon.pack
    after = words[max(q.last, q.noun_last) + 1 : max(q.last, q.noun_last) + 2]
    before = words[max(0, q.outer - 2) : q.outer]
    return bool(set(after) & pack.words("side-after")) or bool(set(before) & pack.words("side-before"))


def is_part(index: int, context: Context) -> bool:
    """True of "20 of the tanks", "20 of them"."""
    q, words, pack = context.quantity(index), context.extraction.tokens.words, context.lexicon.pack
    definite = pack.words("definite-article") | pack.words("back-reference")
    return any(set(words[k + 1 : k + 2]) & pack.words("part-word") and set(words[k + 2 : k + 3]) & definite for k in (q.last, q.noun_last))


def is_lifetime(part: int, whole: int, context: Context) -> bool:
    """True of "died at 84 ... 61 of those years": an age, and some of its years."""
    q, p, words, pack = context.quantity(whole), context.quantity(part), context.extraction.tokens.words, context.lexicon.pack
    years = set(words[p.last + 1 : p.last + 5]) & pack.words("life-year")
    return bool(years) and not q.noun and words[q.outer - 1 : q.outer] != [] and words[q.outer - 1] in pack.words("share-age-lead")


def exceeded(part: int, span: tuple[int, int], context: Context) -> Iterator[tuple[int, int, bool]]:
    """(number, tier, tied) of the one count with the name of the whole in front of a part that is larger: "412 pupils ...
    438 of the pupils". None where the name goes on ("of the pupils who") or is counted in two ways."""
    tokens, q = context.extraction.tokens, context.quantity(part)
    first = bisect_left(tokens.starts, span[0])
    if first + 1 < len(tokens.words) and tokens.words[first + 1] in context.lexicon.pack.words("name-goes-on") or q.value is None:
        return
    name, line = stem(tokens.words[first], context), context.line(part)
    found = {}
    for other, tier in _lines_around(line, context):
        if tier < 5:
            for index in other.figures:
                w = context.quantity(index)
                if index < part and w.kind == "count" and w.noun and stem(w.noun[-1], context) == name and w.value and not is_side(index, context) and not is_part(index, context):
                    found.setdefault(w.value, (index, tier))
    if len(found) == 1:
        (value, (index, tier)), = found.items()
        between = (context.quantity(i) for i in range(index + 1, part))
        if value < q.value and not any(b.kind in _COUNTED and not b.noun and b.value and b.value >= q.value for b in between):
            yield index, tier, value > 9 and context.quantity(index).approx is None


def _following(index: int, context: Context) -> frozenset[str]:
    """Content words that follow a number in its clause."""
    q, words = context.quantity(index), context.extraction.tokens.words
    end = q.last + 1
    while end < min(q.last + 1 + REACH, len(words)) and words[end][0].isalpha():
        end += 1
    return content(q.last + 1, end, context)


def _reference_names(frame: Frame, context: Context) -> frozenset[str]:
    """Content words that follow "of those"."""
    tokens = context.extraction.tokens
    first = bisect_left(tokens.starts, frame.cue[1])
    end = first
    while end < min(first + 3, len(tokens.words)) and tokens.words[end][0].isalpha():
        end += 1
    return telling(content(first, end, context), context)


def _same_sort(part: int, index: int, context: Context) -> bool:
    a, b = context.quantity(part), context.quantity(index)
    if b.value is None:
        return False
    if a.kind in _COUNTED:
        return b.kind in _COUNTED and (b.kind == "count" or b.value.denominator == 1)
    return a.kind == b.kind and same_unit(a, b)


def named_wholes(part: int, share: int, span: tuple[int, int], labelled: set[int], context: Context) -> Iterator[tuple[int, int, bool]]:
    """(number, tier, tied) for the amounts that bear the name of the whole; without a telling name, the nearest in front.

    Amounts with a share of their own (`labelled`) are parts. A name is tied where it stands at one value only.
    """
    names = _name(span, context)
    if not names and not _refers(span, context):
        return
    line = context.line(part)
    tiers: dict[int, list[int]] = {}
    sized, sizes = _is_size(span, context), set()
    for other, tier in _lines_around(line, context):
        if not names and tier > 3:
            break
        for index in _ordered(other, line, part, context)[:_NEAREST]:
            if index in (part, share) or index in labelled or _beside_share(index, other, context) or not _same_sort(part, index, context) or not _contains(index, part, context):
                continue
            sizes.add(context.quantity(index).value)
            of_size = sized and tier < 5 and _is_whole(index, span, context) and _one_owner(part, index, context)
            if other_period(index, part, context) or names and not of_size and not _bears(names, part, index, context):
                continue
            if not names and context.quantity(index).start > context.quantity(part).start:
                continue
            tiers.setdefault(tier, []).append(index)
    values = sizes if sized else {context.quantity(i).value for found in tiers.values() for i in found}
    for tier, found in sorted(tiers.items())[:2]:
        for index in found[:4]:
            sure = tier < 5 and len(values) == 1 and not _qualified(index, names, context) if names else index == found[0] and tier == min(tiers) and (tier == 2 or _one_value(found, part, context)) and _is_whole(index, span, context)
            yield index, tier, sure


def _beside_share(index: int, line: Line, context: Context) -> bool:
    """True of "26 per cent (15.9 million)" and "(26 per cent, 15.9 million)": a part, told right behind its share."""
    at, chars = context.lines.position_of[index], context.lexicon.symbols.chars
    front = line.quantity[at - 2] if at > 1 else -1
    return front >= 0 and context.quantity(front).kind == "percent" and line.symbols[at - 1] in (chars["("], chars[","]) and chars["("] in line.symbols[max(0, at - 3) : at]


def _one_value(found: list[int], part: int, context: Context) -> bool:
    """True where no other amount of that size stands in the sentence, also one with a unit that the part leaves out."""
    p = context.quantity(part)
    line = [context.quantity(i) for i in context.line(found[0]).figures]
    others = {q.value for q in line if q.kind in _AMOUNTS and q.scale == p.scale and q.value is not None and p.value is not None and q.value >= p.value}
    return len(others | {context.quantity(i).value for i in found}) == 1


def _qualified(index: int, names: frozenset[str], context: Context) -> bool:
    """True where the name has a word of its own in front of it at the number: of exports, "services exports" are a kind."""
    q, words, pack = context.quantity(index), context.extraction.tokens.words, context.lexicon.pack
    line = context.line(index)
    if words[max(0, q.outer - 1)] == ":":  # "exports in kind: $628bn" are not all exports
        label = range(max(line.firsts[0], q.outer - REACH), q.outer - 1)
        named = max((k for k in label if stem(words[k], context) in names), default=q.outer)
        if telling(content(named + 1, q.outer - 1, context), context):
            return True
    for k in range(max(line.firsts[0] + 1, q.outer - REACH), q.outer):
        if words[k].isalpha() and stem(words[k], context) in names and words[k - 1].isalpha() and words[k - 1] not in pack.words("closed-word"):
            before = telling(content(k - 1, k, context), context)
            if before and not before & names:
                return True
    return False


def _refers(span: tuple[int, int], context: Context) -> bool:
    """True of "the total", "it", "that": a whole without a name of its own."""
    pack = context.lexicon.pack
    return bool(_words(span, context) & (pack.words("whole-name") | pack.words("back-reference")))


def _is_size(span: tuple[int, int], context: Context) -> bool:
    """True of "its area", "their length": any measure of that kind bears the name, so that only a lone one is meant."""
    words, pack = _words(span, context), context.lexicon.pack
    return bool(words & pack.words("size-name")) and bool(words & pack.words("owner-word")) and len(words) == 2


def _one_owner(part: int, whole: int, context: Context) -> bool:
    """True of "14 square kilometres of the park, 80 per cent of its area": the park is named where the whole stands."""
    q, words = context.quantity(part), context.extraction.tokens.words
    line, lines = context.line(whole), context.lines.lines
    start = lines[max(0, line.number - 1)].firsts[0]
    if words[q.last + 1 : q.last + 2] == [] or words[q.last + 1] not in context.lexicon.pack.words("part-word"):
        return False
    return bool(telling(content(q.last + 2, q.last + 4, context), context) & content(start, line.lasts[-1] + 1, context))


def _words(span: tuple[int, int], context: Context) -> frozenset[str]:
    return frozenset(context.extraction.document.text[span[0] : span[1]].lower().split())


def _is_whole(index: int, span: tuple[int, int], context: Context) -> bool:
    """True where "the total" can be this amount: words in front of it make it one. "of it" takes the nearest."""
    pack, q = context.lexicon.pack, context.quantity(index)
    if _words(span, context) & pack.words("back-reference"):
        return True
    before = context.extraction.tokens.words[max(0, q.outer - 4) : q.outer]
    return bool(set(before) & pack.words("whole-mark"))


def _bears(names: frozenset[str], part: int, index: int, context: Context) -> bool:
    """True where a number has the name: as what it counts, or (of amounts and bare numbers) in the words at it."""
    q, p = context.quantity(index), context.quantity(part)
    if p.noun and p.kind == "count" and stem(p.noun[-1], context) not in names and (not q.noun or q.noun[-1] != p.noun[-1]):
        return False  # "two groups account for 30% of the land"
    if q.kind == "count" and q.noun:
        return any(_one_word(stem(noun, context), name) for noun in q.noun for name in names)
    return len(names & words_at(index, context)) >= min(2, len(names))


def _one_word(a: str, b: str) -> bool:
    """True of forms of one word: delay, delayed."""
    return a == b or min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a))


def _name(span: tuple[int, int], context: Context) -> frozenset[str]:
    return telling(content_of_span(span, context), context)


def _lines_around(line: Line, context: Context) -> Iterator[tuple[Line, int]]:
    lines = context.lines.lines
    yield line, 2
    for number in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1):
        yield lines[number], 3 if line.number - number <= 2 else 4
    for number in range(line.number + 1, min(len(lines), line.number + 1 + _AHEAD)):
        yield lines[number], 5


def _ordered(other: Line, line: Line, part: int, context: Context) -> list[int]:
    if other is line:
        at = context.lines.position_of[part]
        return sorted(other.figures, key=lambda i: abs(context.lines.position_of[i] - at))
    found = other.figures
    return found[::-1] if other.number < line.number else found


def _contains(whole: int, part: int, context: Context) -> bool:
    a, b = context.quantity(part).value, context.quantity(whole).value
    return a is None or b is None or b > a


def other_wholes(part: int, whole: int, share: int, context: Context) -> list[int]:
    """Other counts of the text that the share fits, where it does not fit its own whole."""
    p, s = context.quantity(part), context.quantity(share)
    if fits(p, context.quantity(whole), s):
        return []
    number = context.lines.line_of[part]
    around = sorted(range(max(0, number - 12), min(len(context.lines.lines), number + 6)), key=lambda n: abs(n - number))
    near = islice((i for n in around for i in context.lines.lines[n].figures), _TRIED)
    others = (i for i in near if i not in (part, whole, share) and _same_sort(part, i, context))
    return list(islice((i for i in others if fits(p, context.quantity(i), s)), 3))


def as_fraction(share: Quantity) -> Fraction:
    """Of one: 35% is 7/20; of "30 to 40%", which has no one value, the middle."""
    value = share.value if share.value is not None else ((share.low or 0) + (share.high or share.low or 0)) / 2
    return value / 100 if share.kind == "percent" else value


def fits(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """True where the share, as rounded, can be that of the part in the whole, both taken at their word. A bound ("up to 80%")
    fits what comes near it: everything below it proves nothing."""
    if part.value is None or not whole.value or whole.value < 0:
        return False
    made = part.value / whole.value * (100 if share.kind == "percent" else 1)
    if share.approx in ("above", "below") and share.value and abs(made - share.value) > share.value * _BEYOND:
        return False
    return made in reading(share).interval
