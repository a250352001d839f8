"""What a share makes of the one amount told in front of it, where the sentence behind draws that as its conclusion.

    All 8,200 cars were called back. Two fifths of them came. Garages thus changed 3,280 belts
    The mill took in 450 tonnes of olives, which give oil at 16 percent by weight. That makes 72 tonnes of oil

The share is the only one of its sentence and of those beside it, the amount in front the only one that what is concluded can be
part of, and words tie the share to it: "of them", what it counts, or what is made of it. "That makes 72" can be nothing else; with
"thus" alone ("so the bank put 41 million aside") a slip must explain a miss. What is left over is concluded as well; it is
another part, and proves nothing here.
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.distant.mentions import common, said
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.kindred import bears, kindred
from checker.linking.structure.near import Near
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import comparable, is_share, told
from checker.linking.structure.share.wholes import as_fraction, fits
from checker.linking.structure.slips import TELLING
from checker.model import Frame
from checker.rational import Fraction

_KINDS = ("currency", "count", "number", "physical")
_BACK = 2  # sentences in front of the share in which the amount stands
_LED = 6  # symbols from the word that concludes to the part
_BEHIND = 4  # symbols behind a share that say what it is of
_NOUN = 2  # symbols from "of" to the noun of a share
_LEAST = 20  # of so few a share is hardly told
_FAR = Fraction(2)  # times as much: it is rather of something else


def concluded_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    sheet, lines = sheet_of(context), context.lines.lines
    if not sheet.short or not (closing := sheet.words.standing("draws-conclusion")):
        return []
    known, found = told(frames), []
    for number in sorted(closing):
        if number < 1 or lines[number].crowded or lines[number - 1].block != lines[number].block:
            continue
        three = _three(lines[number - 1], lines[number], sheet)
        if three is not None and three[2].index not in known:
            part, whole, share = three
            claims = {"part": (part.index,), "whole": (whole.index,), "share": (share.index,)}
            found.append(Frame("share", (part.q.start, part.q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles"))
    return found


def _three(before: Line, line: Line, sheet: Sheet) -> tuple[Told, Told, Told] | None:
    """The part that a sentence concludes, with the share in front of it and the whole in front of that."""
    context, words = sheet.context, sheet.words
    passage = [x for x in context.lines.lines[max(0, before.number - _BACK) : line.number + 1] if x.block == line.block]
    figures = [t for t in sheet.all if t.line in passage]
    part = next((t for t in figures if t.line is line and _is_amount(t, sheet)), None)
    amounts = [t for t in figures if part is not None and t.index < part.index and _is_amount(t, sheet) and comparable(part.index, t.index, context)]
    beside = [t for t in amounts if t.line is before]
    amounts = beside if len(beside) == 1 else amounts
    shares = [t for t in figures if t.q.kind in ("percent", "ratio") and amounts and t.line.number >= amounts[0].line.number]
    if len(shares) != 1 or shares[0].line is not before or part not in sheet.plain or not _led(part, words):
        return None
    share = shares[0]
    if len(amounts) != 1 or not _is_plain(share, sheet) or words.has("concluded-veto", before) or words.within("concluded-veto", line, 0, part.at + _BEHIND):
        return None
    whole = amounts[0]
    made = as_fraction(share.q)
    if not _is_of(share, whole, part, sheet) or not whole.q.value * made <= _FAR * part.q.value <= _FAR * _FAR * whole.q.value * made:
        return None
    rest = part.q.value / whole.q.value + made
    left = abs(rest - 1) < Fraction(1, 50) and not fits(part.q, whole.q, share.q)
    loose = not words.within("concluded-that", line, 0, part.at) and evidence(part.q, whole.q, share.q) < TELLING
    return None if left or loose or words.within("concluded-leaves", line, 0, part.at) and not words.has("concluded-kept", before) else (part, whole, share)


def _is_amount(told: Told, sheet: Sheet) -> bool:
    q = told.q
    plain = q.kind in _KINDS and q.value is not None and q.value >= (_LEAST if q.scale == 1 and q.kind in ("count", "number") else 1)
    return plain and not q.approx and not q.change and q.sense not in ("range", "bound") and "/" not in (q.unit or "")


def _led(part: Told, words: Near) -> bool:
    """True of "Doctors thus saw 8,300"; not where a mark or another figure parts the word from it."""
    ends = [m.end() for m in words.matches("draws-conclusion", part.line, max(0, part.at - _LED), part.at)]
    return bool(ends) and ends[0] <= part.at and part.line.quantity[ends[0] : part.at].count(-1) == part.at - ends[0]


def _is_plain(share: Told, sheet: Sheet) -> bool:
    q = share.q
    cut = q.change == "down" and sheet.words.pattern("of-alone").match(share.line.symbols, share.at + 1) is not None  # "cut 15 percent of its posts"
    told = not q.change and _is_share(share, sheet)
    return q.value is not None and 0 < as_fraction(q) < 1 and not q.approx and (told or cut) and q.sense not in ("range", "bound")


def _is_share(share: Told, sheet: Sheet) -> bool:
    """False of rates of growth and interest; a yield in front of it is what comes of something."""
    return is_share(share.index, sheet.context) or sheet.words.within("concluded-kept", share.line, share.at - _BEHIND, share.at)


def _kindred(names: frozenset[str], part: Told, whole: Told, context: Context) -> bool:
    """True of "35 percent of the posts" between 4,100 workers and 1,435 jobs: names of one set."""
    akin = kindred(names, context) - names
    return bool(akin) and bears(part.index, akin, context) and bears(whole.index, akin, context)


def _is_of(share: Told, whole: Told, part: Told, sheet: Sheet) -> bool:
    """Whether the share is said of the whole: "of them", of what it counts, or of what the part is made from."""
    context, words, line = sheet.context, sheet.words, share.line
    if words.within("takes-them", line, share.at + 1, share.at + _BEHIND) or words.within("takes-them", line, 0, min(_BEHIND, share.at)):
        return True
    behind = said(line, sheet, share.at + 1, share.at + 1 + _BEHIND)
    own = frozenset(stem(w, context) for w in whole.q.noun) | said(whole.line, sheet, whole.at, whole.right)
    limited = words.within("concluded-limited", line, share.at + 1 + _NOUN, share.at + 1 + 2 * _NOUN)  # "of the posts in its head office"
    if common(behind, own) or not limited and _kindred(behind, part, whole, context):
        return True
    if whole.line is line and words.within("takes-them", line, whole.at + 1, share.at):
        return True  # "48,000 containers, of which they opened 2.5 percent"
    kind = whole.q.kind in ("physical", "currency") and part.q.unit == whole.q.unit
    return kind and (not behind - own or words.within("concluded-by", line, share.at + 1, share.at + _BEHIND)) and bool(common(said(line, sheet), said(part.line, sheet, part.at, part.right)))
