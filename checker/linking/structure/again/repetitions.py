"""The same fact said twice: a share of the same whole, of the same subject, in the same period.

Two shares are the same fact where their wholes are called alike and their subjects have a telling word in common. In one
paragraph that ties them; from farther away it only lets them pass, unless subject, whole and period are the very same:

    Barges made up 18% of all tolls in 1908 ... In 1908 barges accounted for 81% of all tolls
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.linking.context import Context, alike, behind_label, content, content_between, content_of_span, period_of, stemmed, subject, telling
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.share.figures import is_share
from checker.model import TIMES, Frame

_MOST_PAIRS = 6  # repetitions of one fact that are compared with its first mention
_LABEL = 6  # symbols of a time that opens a sentence
_OWNER = 14  # symbols in front of a share in which "their share of trade" stands


@dataclass(frozen=True, slots=True)
class _Share:
    index: int
    whole: frozenset[str]
    subject: frozenset[str]
    block: int
    frame: Frame


def repeated_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated" for pairs of shares that state one fact."""
    shares = _shares(context, frames)
    by_word: dict[str, list[_Share]] = {}
    found = []
    for share in shares:
        seen: dict[int, _Share] = {}
        for word in sorted(telling(share.whole, context)):
            for other in by_word.get(word, ())[-_MOST_PAIRS:]:
                seen[other.index] = other
            by_word.setdefault(word, []).append(share)
        found.extend(_pair(seen[i], share, context) for i in sorted(seen) if _same_fact(seen[i], share, context))
    return found


def _shares(context: Context, frames: tuple[Frame, ...]) -> list[_Share]:
    found: dict[int, _Share] = {}
    for frame in frames:
        named = frame.spans.get("whole-words")
        if frame.family not in ("share", "share-change") or not named:
            continue
        index = frame.claims["share"][0]
        share = _Share(index, content_of_span(named[0], context), subject(index, context), context.line(index).block, frame)
        if index not in found or len(share.whole) > len(found[index].whole):
            found[index] = share
    return [found[i] for i in sorted(found)]


def _same_fact(a: _Share, b: _Share, context: Context) -> bool:
    if a.index == b.index or not alike(a.whole, b.whole, context):
        return False
    if not telling(a.subject, context) & telling(b.subject, context):
        return False
    when_a, when_b = period_of(a.index, context), period_of(b.index, context)
    return not (when_a and when_b and (when_a.year, when_a.label) != (when_b.year, when_b.label))


def _one_subject(a: _Share, b: _Share, context: Context) -> bool:
    """True where two sentences open alike, or the second points back to the first, and neither speaks of what the other leaves."""
    x, y = context.line(a.index), context.line(b.index)
    if x.number == y.number:
        return False
    others = context.lexicon.pattern("another-one")
    if others.search(x.symbols) or others.search(y.symbols):
        return False
    if context.lexicon.pattern("of-alone").match(y.symbols):
        return False  # "Of the improved roads ...": a part of what the sentence before spoke of
    refers = context.lexicon.pattern("points-back").match(y.symbols)
    if refers and y.number - x.number == 1:
        return True
    if any(_dated_or_labelled(line, context) for line in (x, y)):
        return False
    return bool(a.whole == b.whole and _first_word(x, context) == _first_word(y, context))


def _one_fact(a: _Share, b: _Share, context: Context) -> bool:
    """True of two sentences, wherever they stand, that say with the same words who had a share of what, and when."""
    when = [period_of(share.index, context) for share in (a, b)]
    if when[0] is None or when[0] != when[1] or a.whole != b.whole or any(not is_share(s.index, context) or near(context).has("another-one", context.line(s.index)) for s in (a, b)):
        return False
    sides = [_who(share, context) for share in (a, b)]
    return sides[0] == sides[1] and bool(telling(sides[0], context))


def _taken_up(a: _Share, b: _Share, context: Context) -> bool:
    """True of "their share of trade" where that share was told of them before, in a sentence that opens with the same time."""
    line, at, words = context.line(b.index), context.lines.position_of[b.index], near(context)
    if not words.within("again-their-share", line, max(0, at - _OWNER), at) or _opening_time(line, context) != _opening_time(context.line(a.index), context):
        return False
    return bool(_opening_time(line, context)) and all(is_share(s.index, context) and not words.has("another-one", context.line(s.index)) for s in (a, b))


def _opening_time(line: Line, context: Context) -> Sequence[str]:
    """The words of the time that a sentence opens with: "Last year, ..."."""
    end = line.symbols.find(context.lexicon.symbols.chars[","], 1, _LABEL)
    if end < 0 or not any(context.quantity(i).kind in TIMES for i in line.quantities(0, end)):
        return ()
    return context.extraction.tokens.words[line.firsts[0] : line.firsts[end]]


def _who(share: _Share, context: Context) -> frozenset[str]:
    """Whose share it is: the words in front of it up to the start of the sentence, without those that tie a share to its owner, and
    without the time that opens it: "By the end of March, a tenth of the firms" says nothing of the owner."""
    line, at, chars = context.line(share.index), context.lines.position_of[share.index], context.lexicon.symbols.chars
    label, mark = behind_label(line, context), line.symbols.rfind(chars[","], 0, at) + 1
    label = mark if any(context.quantity(i).kind in TIMES for i in line.quantities(0, mark)) else label
    ties = {stemmed(word, context.lexicon) for tie in context.lexicon.pack.words("account") for word in tie.split()}
    return content_between(line, label, at, context) - ties


def _dated_or_labelled(line, context: Context) -> bool:
    """True of a sentence that opens with a date of its own, or with a label: "In 2018, ...", "Headline 3: ..."."""
    kinds = [context.quantity(q).kind for q in line.quantities(0, 7)]
    return bool(TIMES & set(kinds)) or context.lexicon.symbols.chars[":"] in line.symbols[:6]


def _first_word(line, context: Context) -> frozenset[str]:
    for at in range(min(4, len(line.firsts))):
        found = content(line.firsts[at], line.firsts[at] + 1, context)
        if found:
            return found
    return frozenset([str(line.number)])


def _pair(a: _Share, b: _Share, context: Context) -> Frame:
    same = _one_fact(a, b, context) or _taken_up(a, b, context)
    tied = same or a.block == b.block and _one_subject(a, b, context)
    claims = {"first": (a.index,), "second": (b.index,)}
    spans = {"whole": a.frame.spans["whole-words"] + b.frame.spans["whole-words"]}
    return Frame("repeated", b.frame.cue, claims, spans, 0, frozenset(claims) if tied else frozenset(), 3 if tied else 4, None, (), "by name" if same else "")
