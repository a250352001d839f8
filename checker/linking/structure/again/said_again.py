"""What a later phrase says again of a share, in its own words and at some distance.

"They hit 27 of their 36 attempts from long range, a success rate of 75%": the one pair of the sentence and the share
behind it. "A quarter of the 1,240 members have not paid, he said. That is 310 people.": the share of a whole, and a
sentence that opens with the part. "One in eight companies reported in full. That 12.5 per cent compares with ...": the only
share of a sentence, in words, and in figures at the opening of the next.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.structure.at_figure import other_period
from checker.linking.structure.near import near
from checker.linking.structure.share.figures import comparable, is_share
from checker.model import Frame

_OPENING = 5  # symbols of a sentence


def shares_said_again(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    return [*_apposed(context, frames), *_next_sentence(context, frames), *_in_figures(context)]


def _in_figures(context: Context) -> Iterator[Frame]:
    """Frames "restated" (fraction, share)."""
    words, chars = near(context), context.lexicon.symbols
    for before, line in zip(context.lines.lines, context.lines.lines[1:]):
        share = next((i for i in line.quantities(1, _OPENING) if context.quantity(i).kind == "percent"), None)
        if share is None or before.block != line.block or not (words.pattern("said-that").match(line.symbols) or words.pattern("said-figure-of").match(line.symbols)):
            continue
        shares = [i for i in before.figures if context.quantity(i).kind in ("percent", "ratio")]
        at = context.lines.position_of[share]
        plain = len(shares) == 1 and context.quantity(shares[0]).kind == "ratio" and all(is_share(i, context) for i in (shares[0], share))
        figure = words.pattern("said-figure-of").match(line.symbols)
        named = figure is not None and figure.end() == at and words.pattern("be-puts").match(line.symbols, at + 1) is not None
        narrowed = words.pattern("distant-narrowing").match(line.symbols, at + 2) is not None  # "The figure, 31%, for the north"
        apposed = line.symbols[at - 1] in chars.marks and line.symbols[at + 1 : at + 2] in chars.marks
        if plain and not narrowed and not other_period(shares[0], share, context) and (named or apposed or at == 1) and not words.within("of-word", line, at + 1, at + 2):
            claims = {"fraction": (shares[0],), "share": (share,)}
            q = context.quantity(share)
            yield Frame("restated", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles" if named or apposed else "said in figures")


def _apposed(context: Context, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    known = {f.claims["share"][0] for f in frames if f.family == "share" and "part" in f.claims and "whole" in f.claims}
    pairs = {(f.claims["part"][0], f.claims["whole"][0]): f for f in frames if f.family == "part"}
    for frame in frames:
        if frame.family not in ("apposed", "apposed-loose") or frame.claims["share"][0] in known:
            continue
        share = frame.claims["share"][0]
        line = context.line(share)
        before = line.quantities(0, context.lines.position_of[share])
        own = [(pair, tie) for pair, tie in pairs.items() if pair[0] in before and pair[1] in before]
        shares = [i for i in line.figures if context.quantity(i).kind in ("percent", "ratio")]
        measures = [i for i in before if context.quantity(i).is_measure]
        if len(own) == 1 and own[0][1].pinned and (frame.family == "apposed" or measures[-1] in own[0][0]) and shares == [share] and is_share(share, context):
            part, whole = own[0][0]
            yield _share(frame, part, whole, share)


def _next_sentence(context: Context, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    wholes: dict[int, list[Frame]] = {}
    for frame in frames:
        if frame.family == "share-of":
            wholes.setdefault(context.lines.line_of[frame.claims["share"][0]], []).append(frame)
    for value in openings(context, frames):
        number = context.lines.line_of[value]
        said = {(f.claims["share"][0], f.claims["whole"][0]) for f in wholes.get(number - 1, ())}
        if len(said) != 1:
            continue
        share, whole = said.pop()
        others = [i for i in context.lines.lines[number - 1].figures if context.quantity(i).kind in ("percent", "ratio") and i != share]
        if not others and comparable(value, whole, context) and is_share(share, context):
            yield _share(wholes[number - 1][0], value, whole, share)


def openings(context: Context, frames: tuple[Frame, ...]) -> Iterator[int]:
    """Figures of sentences that open with "That is": they say again what the sentence in front of them says."""
    starts = context.extraction.tokens.starts
    for frame in frames:
        if frame.family != "that-is":
            continue
        line = context.line(frame.claims["value"][0])
        if line.number and _alone(frame.claims["value"][0], context) and frame.cue[0] <= starts[line.firsts[0]] and context.lines.lines[line.number - 1].block == line.block:
            yield frame.claims["value"][0]


def _alone(value: int, context: Context) -> bool:
    """True where a mark follows the figure: "That is 12 people more" compares it with another."""
    q, words = context.quantity(value), context.extraction.tokens.words
    return not any(c.isalpha() for word in words[max(q.last, q.noun_last) + 1 : max(q.last, q.noun_last) + 2] for c in word)


def _share(source: Frame, part: int, whole: int, share: int) -> Frame:
    claims = {"part": (part,), "whole": (whole,), "share": (share,)}
    return Frame("share", source.cue, claims, {}, 0, frozenset(claims), 1, source.blocked, (), source.source)
