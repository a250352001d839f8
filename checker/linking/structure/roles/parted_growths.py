"""The growth of a whole and of its parts, told sentences apart: orders rose 8% ... those from home 3% ... demand from abroad grew by 10%.

That there are no other parts is told by two sides, by "everything else", or by a count of groups that is that of the growths.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.change.parts_of_growth import Rate, growth_frame
from checker.linking.structure.joint.outgrown import growths_of
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.joint.share_volume import sentence_words
from checker.linking.structure.near import near
from checker.linking.structure.roles.cast import by_name, cast_of, measures_in, ties_of
from checker.linking.structure.roles.sides import Spot, one_sided, opposite
from checker.model import Frame
from checker.rational import Fraction

_WITHIN = 8  # sentences from the whole to the last part
_LEAST, _PART = Fraction(3, 10), Fraction(1, 10)  # points, and part of the nearest growth, that a whole must lie outside
_MOST = 4
_NOT = ("joint-mean", "constant-terms", "margin-without", "looks-ahead", "seasons-not", "reopens")


def parted_growths(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "growth-of-total" and "growth-of-total-mixed"."""
    if cast_of(context) is None:
        return []
    page, ties = page_of(context), ties_of(frames)
    told = [r for line in page.lines for r in growths_of(page, line) if _plain(page, r)]
    for whole, parts in _groupings(page, told):
        if not _one_measure(page, whole, parts) or any(page.says(name, line) for name in _NOT for line, _ in (whole, *parts)):
            continue
        frame = by_name(growth_frame([*parts, whole], len(parts), page.reader))
        if frame is not None and _clear(page, whole, parts) and not any(ties.elsewhere(frame, i) for members in frame.claims.values() for i in members):
            return [frame]
    return []


def _plain(page: Page, rate: Rate) -> bool:
    line, item = rate
    q = page.reader.quantity(item)
    told = not item.blocked and not item.apposed and not item.aside and q.kind == "percent" and not q.approx and q.sense not in ("bound", "range", "hedged")
    return told and not page.says("told-unreal", line, 0, item.at)


def _groupings(page: Page, told: list[Rate]) -> list[tuple[Rate, list[Rate]]]:
    """The whole and its parts: the only growth in front of two sides that follow one another, or of as many groups as are counted."""
    found = []
    for n in range(len(told) - 1):
        parts = [told[n], told[n + 1]]
        if _near(page, *parts) and _parted(page, told, n):
            wholes = [r for r in told[:n] if _near(page, r, parts[1]) and not one_sided(_spot(told, r), [_spot(told, p) for p in parts], page.context)]
            if len(wholes) == 1:
                found.append((wholes[0], parts))
    number = len(told) - 1
    if 2 <= number <= _MOST and _near(page, told[0], told[-1]) and _counted(page, number):
        found.append((told[0], told[1:]))
    return found


def _near(page: Page, a: Rate, b: Rate) -> bool:
    return abs(page.number(a[0]) - page.number(b[0])) <= _WITHIN


def _parted(page: Page, told: list[Rate], n: int) -> bool:
    """Whether two growths are those of two sides, or the second one is that of everything else."""
    a, b = told[n], told[n + 1]
    rest = page.says("growth-of-rest", b[0], _spot(told, b)[2], b[1].at)
    return rest or opposite(_spot(told, a), _spot(told, b), page.context)


def _spot(told: list[Rate], rate: Rate) -> Spot:
    line, item = rate
    ahead = [i.at for other, i in told if other is line and i.at < item.at]
    behind = [i.at for other, i in told if other is line and i.at > item.at]
    return line, item.at, max(ahead, default=-1) + 1, min(behind, default=len(line.symbols))


def _counted(page: Page, number: int) -> bool:
    """Whether the text counts as many groups as there are growths beside the first: "into three groups, which together ..."."""
    nouns, words = page.context.lexicon.pack.words("group-noun"), near(page.context)
    for line in page.lines:
        counted = [q for i in line.figures if (q := page.context.quantity(i)).kind in ("count", "number") and q.value == number and q.noun and q.noun[-1] in nouns]
        if counted and words.has("growth-closed", line):
            return True
    return False


def _one_measure(page: Page, whole: Rate, parts: list[Rate]) -> bool:
    """Whether no part is a growth of another measure, and some word of the whole comes back."""
    own = measures_in(whole[0], whole[1].at + 2, page)
    told = [measures_in(line, item.at, page, _spot([whole, *parts], (line, item))[2]) for line, item in parts]
    if any(m and own and not m & own for m in told):
        return False
    figures = {f.index: f for line, _ in (whole, *parts) for f in page.figures(line)}
    named = [sentence_words(figures[item.index], page) for _, item in (whole, *parts)]
    return bool(own & frozenset().union(*told)) or any(named[0] & words for words in named[1:]) or not any(told)


def _clear(page: Page, whole: Rate, parts: list[Rate]) -> bool:
    """Whether the growth of the whole lies between those of its parts, or clearly not."""
    signed = [page.reader.quantity(item).value * (item.sign or whole[1].sign or 1) for _, item in parts]
    value = page.reader.quantity(whole[1]).value * (whole[1].sign or 1)
    off = max(value - max(signed), min(signed) - value)
    return off <= 0 or off >= max(_LEAST, _PART * max(abs(max(signed)), abs(min(signed))))
