"""A share of which other sentences tell the part and the whole, by the words that stand at them.

    Of the 1,200 bottles 780 have been put on the list. With 65 percent of the cellar written down, they hope ...
    Turnover of the group came to 520 million ... Its paint shops sold for 182 million. The paint business brings in 35 percent of turnover
    sold timber worth 9 billion abroad ... Egypt took 24 percent of everything ... Sales to Egypt, at 2.16 billion, ...

The whole is what the share says that it is of, the part has a word of its own in common with it, or stands right in front of a
sentence that goes on from it. Of a pair that words tie already ("of the 1,200") one of the two is enough. Where two pairs could be
meant, or the figures bear out another reckoning, nothing is tied.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, proper, stem
from checker.linking.structure.distant.mentions import bears_head, behind, common, commented, head_behind, narrowed, of_then, opens_apart, plain_share, said, said_at, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import COUNTED, comparable, is_expected, told
from checker.linking.structure.share.sole_shares import otherwise
from checker.linking.structure.share.wholes import fits
from checker.linking.structure.slips import TELLING
from checker.model import Frame
from checker.rational import Fraction

_YEARS = range(1900, 2101)  # bare numbers that may be years all the same
_FAR = Fraction(2)  # times as much: the figures are rather of other things
_PERCENTS = 3  # of a text: of more each has its own pair
_LEAST = 20  # of fewer a share is hardly told
_MOST = 16  # amounts of a text in which pairs are looked for
_OTHER = 7  # symbols in front of a share in which it is one of another thing
_GREW = 4  # symbols from a percentage to what something grew to
_NEAR = 2  # sentences from a part to a sentence that goes on from it


@dataclass(frozen=True, slots=True)
class _Pair:
    part: Told
    whole: Told
    tied: bool  # words tie the two


def distant_sole_pairs(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    if not any(KIND_SYMBOLS["percent"] in line.symbols for line in context.lines.figured) or (sheet := told_plainly(context)) is None:
        return []
    known = told(frames)
    shares = [t for t in sheet.all if t.index not in known and _is_share(t, sheet)]
    percents = sum(t.q.kind == "percent" for t in sheet.all)
    pairs = _pairs(frames, sheet) if len(shares) == 1 and percents <= _PERCENTS else []
    return [f for t in shares if pairs and (f := _frame(t, pairs, percents == 1, sheet)) is not None]


def _frame(share: Told, pairs: list[_Pair], alone: bool, sheet: Sheet) -> Frame | None:
    fits = [p for p in pairs if _meant(share, p, pairs, alone, sheet)]
    if not fits or len({(p.part.q.value, p.whole.q.value) for p in fits}) != 1 or not _sound(share, fits[0], sheet):
        return None
    return sheet.frame("share", {"part": (fits[0].part.index,), "whole": (fits[0].whole.index,), "share": (share.index,)}, share.index)


def _is_share(told: Told, sheet: Sheet) -> bool:
    q, words, line = told.q, sheet.words, told.line
    if q.kind != "percent" or q.value is None or not 1 < q.value < 100 or q.sense in ("range", "bound") or not plain_share(told, sheet):
        return False
    other = of_then(line, sheet) or words.has("distant-stake", line) or words.within("distant-whole-not", line, max(told.left, told.at - _OTHER), told.at) or words.ends("distant-whole-not-next", line, told.at, 2)
    return not other and not words.within("distant-whole-not-after", line, told.at + 1, behind(told, sheet))


def _pairs(frames: tuple[Frame, ...], sheet: Sheet) -> list[_Pair]:
    """The amounts of the text that can be part and whole."""
    context = sheet.context
    tied = {(f.claims["part"][0], f.claims["whole"][0]) for f in frames if f.family == "part" and f.pinned and {"part", "whole"} <= f.claims.keys()}
    amounts = [t for t in sheet.all if _is_amount(t, sheet)]
    if len(amounts) > _MOST:
        return []
    found = []
    for a, b in combinations(amounts, 2):
        part, whole = (a, b) if a.q.value < b.q.value else (b, a)
        if a.q.value != b.q.value and comparable(part.index, whole.index, context) and not (part.q.kind == "number" and part.q.scale == 1 and whole.q.kind not in COUNTED):
            found.append(_Pair(part, whole, (part.index, whole.index) in tied or _of_that(part, whole, amounts, sheet)))
    return found


def _of_that(part: Told, whole: Told, amounts: list[Told], sheet: Sheet) -> bool:
    """True of "Health gets 2.3 billion of that" and "Of this sum 2.3 billion", right behind the sentence with the only such amount."""
    words, line = sheet.words, part.line
    back = words.within("distant-of-that", line, part.at + 1, part.at + 3) or words.pattern("distant-of-that").match(line.symbols) is not None
    before = [t for t in amounts if t.line.number == line.number - 1 and comparable(part.index, t.index, sheet.context)]
    return back and line.block == whole.line.block and before == [whole]


def _is_amount(told: Told, sheet: Sheet) -> bool:
    q = told.q
    if q.kind not in (*COUNTED, "currency", "physical") or q.value is None or q.value <= 0 or q.change or q.sense in ("range", "bound") or "/" in (q.unit or ""):
        return False
    if q.noun and stem(q.noun[-1], sheet.context) in sheet.stems("distant-stake") or q.kind == "number" and q.value in _YEARS:
        return False
    if sheet.words.ends("former-to", told.line, told.at, 2) and any(p >= 0 and sheet.context.quantity(p).kind == "percent" for p in told.line.quantity[max(0, told.at - _GREW) : told.at]):
        return False  # "grew 16 pct to 296 billion": a level
    against = sheet.words.within("distant-against", told.line, max(told.left, told.at - 3), told.at) and not sheet.words.pattern("of-the-group").match(told.line.symbols, told.at + 1)
    return not against and not of_then(told.line, sheet) and (q.kind not in COUNTED or q.value >= _LEAST or q.scale > 1)


# ---------------------------------------------------------------- what ties them


def _meant(share: Told, pair: _Pair, pairs: list[_Pair], alone: bool, sheet: Sheet) -> bool:
    part, whole = pair.part, pair.whole
    stated, made = share.q.value / 100, part.q.value / whole.q.value
    remark = pair.tied and alone and share.index > part.index and commented(share, sheet)
    far = _FAR * _FAR if remark else _FAR
    if not made <= far * stated <= far * far * made or part.line is share.line:
        return False
    if remark:
        return sum(p.tied for p in pairs) == 1
    if _other_measure(part, whole, sheet) or opens_apart(share.line, said(part.line, sheet) | said(whole.line, sheet), sheet):
        return False
    base, named = _is_of(share, whole, sheet), _named(share, part, whole, sheet)
    if pair.tied:
        return _goes_on(share, part, sheet) and (base or evidence(part.q, whole.q, share.q) > 0) or base and named
    if is_expected(part.index, sheet.context) != is_expected(whole.index, sheet.context):
        return False
    sole = all(p is pair or not comparable(p.part.index, whole.index, sheet.context) and not comparable(p.whole.index, part.index, sheet.context) for p in pairs)  # the only two of their unit
    if base and named:
        rough = any(q.approx for q in (part.q, whole.q, share.q))
        return fits(part.q, whole.q, share.q) or not rough and (evidence(part.q, whole.q, share.q) >= TELLING or sole and alone and _same_subject(share, part, sheet))
    return sole and alone and (named or base and part.q.kind not in COUNTED) and evidence(part.q, whole.q, share.q) >= TELLING


def _other_measure(part: Told, whole: Told, sheet: Sheet) -> bool:
    """True of a profit beside sales, a debt beside spending."""
    other = sheet.stems("distant-measure-other")
    return part.q.kind == "currency" and bool(said_at(part, sheet) & other) != bool(said_at(whole, sheet) & other)


def _is_of(share: Told, whole: Told, sheet: Sheet) -> bool:
    """Whether the share is of what the whole counts, or is called."""
    head = head_behind(share, sheet)
    if not head:
        return False
    if sheet.words.within("distant-general", share.line, share.at + 1, share.at + 5):
        return True
    own = {stem(whole.q.noun[-1], sheet.context)} if whole.q.noun else said_at(whole, sheet) | said(whole.line, sheet)
    return bears_head(head, frozenset(own), sheet)


def _named(share: Told, part: Told, whole: Told, sheet: Sheet) -> bool:
    """Whether a word of the share, or its sentence, is one of the part's, and none of the whole's."""
    own = said(share.line, sheet) - {head_behind(share, sheet)}
    if _points(share, sheet):
        before = sheet.context.lines.lines[max(0, share.line.number - 1)]
        own = own | (said(before, sheet) if before.block == share.line.block else frozenset())
    common_words = common(own, said_at(part, sheet))
    return bool(common_words - common(common_words, said_at(whole, sheet))) or _points(share, sheet) and 0 < share.line.number - part.line.number <= 1 and share.line.block == part.line.block


def _same_subject(share: Told, part: Told, sheet: Sheet) -> bool:
    """True of "Relief took 40% of spending" and "In cash terms, relief cost 7 million": all that is told in front of the share stands in
    front of the amount, and nothing there or right behind it tells of less than that."""
    own = said(share.line, sheet, sheet.clause(share), share.at)
    front = sheet.clause(part)
    telling = said(part.line, sheet, front, part.at)
    rest = telling - common(telling, own | frozenset([head_behind(share, sheet)]))
    named = proper(part.line.firsts[max(1, front)], part.line.lasts[part.at - 1] + 1, sheet.context) if part.at > max(1, front) else frozenset()
    led = front and sheet.words.pattern("distant-narrowing").match(part.line.symbols) and not sheet.words.within("sole-terms", part.line, 0, front)
    return bool(own) and common(own, telling) == own and len(rest) <= 1 and not named & rest and not led and not narrowed(part, said(share.line, sheet), sheet)


def _points(share: Told, sheet: Sheet) -> bool:
    """True of a sentence that opens with "it", "that", "thus"."""
    return sheet.words.pattern("takes-up").match(share.line.symbols) is not None


def _goes_on(share: Told, part: Told, sheet: Sheet) -> bool:
    """True of "With 65 percent of the cellar written down", "A punctuality of 85 percent", behind the part."""
    words, line = sheet.words, share.line
    if not 0 < line.number - part.line.number:
        return False
    near_by = line.number - part.line.number <= _NEAR and line.block == part.line.block
    opens = near_by and words.pattern("distant-with").match(line.symbols) is not None
    return opens or words.within("distant-rate-of", line, max(share.left, share.at - 4), share.at)


def _sound(share: Told, pair: _Pair, sheet: Sheet) -> bool:
    """False of figures of several times, and of those that bear out another reckoning than the share's."""
    indices = (pair.part.index, pair.whole.index, share.index)
    around = [t.q.value for t in sheet.all if t.q.kind == pair.part.q.kind and t.index not in indices and t.q.value]
    return sheet.one_time(indices) and not otherwise(pair.part.q, pair.whole.q, share.q, around[:_MOST])
