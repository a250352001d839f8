"""Shares that the arithmetic ties to two amounts nearby, whatever words stand between them.

    with 57 of its 76 branches staffed, the service has reached 75% of its network
    there were 1,125 applications ... 405 of the applicants came from outside the county, a proportion of 36%

The part stands next to the share, the whole is any larger amount of its sort in or in front of the sentence; from
farther away it must be called alike. Where one pair fits, it is the one. Where none does, nor any sum or rest of those
amounts, the only pair that one slip of the hand keeps apart is a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.at_figure import other_period, words_at
from checker.linking.structure.kindred import bears, called, kindred, may_name, of_those, opens_back
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import base_of_part, conjunctions, in_row
from checker.linking.structure.share.evidence import evidence, explained
from checker.linking.structure.share.figures import COUNTED, LABELS, comparable, is_expected, is_share, told
from checker.linking.structure.share.sole_shares import sole_pair
from checker.linking.structure.share.wholes import fits, is_side
from checker.linking.structure.slips import NONE, PLAIN, TELLING
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_SHARES = ("percent", "ratio")
_KINDS = ("count", "number", "currency", "physical", "duration")
_NOT_SHARES = frozenset({"change", "rate", "new", "base", "old"})  # what else a percentage can be the part of
_BESIDE = 2  # amounts on each side of a share that may be its part
_APPOSED = 8  # symbols between a share and the figure behind it that says it again
_AWAY = 12  # symbols between a share and its part
_JOINED = 5  # symbols in "33 passes from 44 attempts"
_BACK = 3  # sentences in front that may hold the whole
_FAR = 14  # the same for wholes that are called alike
_LEAST = 10  # of smaller parts each share is one slip away
_CHANGED = 14  # symbols in front of a share that may make it a change
_MOST = 14  # amounts nearby: among more, something fits by chance
_TRIED = 40
_LISTED = 2  # counts with a share of their own beside them


def evident_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) for shares that nothing ties yet."""
    known, words = told(frames), near(context)
    taken = {i for f in frames if f.pinned and not f.family.startswith("quotient-") for part in f.pinned & _NOT_SHARES for i in f.claims.get(part, ())}
    tied = {(f.claims["part"][0], f.claims["whole"][0]) for f in frames if f.family == "part" and f.pinned}
    labels = {f.claims["value"][0]: f.claims["share"][0] for f in frames if f.family in LABELS and {"value", "share"} <= f.claims.keys() and is_share(f.claims["share"][0], context)}
    found: list[Frame] = []
    for line in told_lines(context):
        for share in line.figures:
            q = context.quantity(share)
            if q.kind not in _SHARES or share in known or not q.value or q.value < 0 or not is_share(share, context):
                continue
            at = context.lines.position_of[share]
            if not words.within("other-percentage", line, at - 4, at + 4):
                found.extend(_read(share, share in taken, tied, labels, words, context))
    listed = {f.claims["share"][0] for f in found if labels.get(f.claims["part"][0]) == f.claims["share"][0]}
    if len(listed) < _LISTED:
        return found
    return [replace(f, fitted=False) if f.claims["share"][0] in listed else f for f in found]  # each bears the others out


def _read(share: int, taken: bool, tied: set[tuple[int, int]], labels: dict[int, int], words: Near, context: Context) -> Iterator[Frame]:
    line, s = context.line(share), context.quantity(share)
    parts = [p for p in _beside(share, line, context) if labels.get(p, share) == share]
    close = [] if len(amounts := _amounts(line, context)) > _MOST else amounts
    far = _called_alike(parts, share, line, context)
    pairs = [(p, w) for p in parts for w in close if _pair(p, w, context)]
    distant = [(p, w) for p in parts for w in far if w not in close and _pair(p, w, context)]
    fitting = [pair for pair in pairs + distant if _fits(pair, share, context)]
    coupon = words.within("growth-veto", line, context.lines.position_of[share] + 1, context.lines.position_of[share] + 5)
    at = context.lines.position_of[share]
    barred = taken or coupon or s.approx or _attributive(share, context) or words.within("of-the-rest", line, 0, at + _JOINED) or words.has("share-wanted", line)
    if fitting:
        nearest = () if barred or words.within("other-percentage", line, at - _CHANGED, at) else _told_part(share, parts, line, context)
        for pair in fitting[:3]:
            shown = pair[0] in nearest and _sound(pair, share, tied, labels, amounts, context)
            yield replace(_frame(*pair, share, context), fitted=not shown)
    if fitting or barred:
        return
    lone, other = sole_pair(share, parts, context), words.within("other-percentage", line, at - _CHANGED, at)
    if lone is not None and not _is_base(lone[0], context) and not _of_another_part(*lone, share, labels, context) and not (other and lone not in tied) and not in_row(*lone, context) and labels.get(lone[1], share) == share:
        yield replace(_frame(*lone, share, context), source="alone")
        return
    if other or not _beside_pair(share, tied, context) and explained(s, (context.quantity(i) for i in amounts)):
        return
    nearest = _told_part(share, parts, line, context)
    for group, least in (
        ([p for p in pairs if p in tied and (p[0] in nearest or p[1] in nearest)], NONE if _apposed(share, tied, context) else TELLING),
        ([p for p in pairs if p[0] in nearest], TELLING),
        ([p for p in distant if p[0] in nearest and _sole_larger(*p, context)], TELLING),
        ([p for p in distant if p[0] in nearest], PLAIN),
    ):
        slipped = [p for p in group if _sound(p, share, tied, labels, amounts, context) and evidence(*(context.quantity(i) for i in (*p, share))) >= least]
        if slipped:
            if len({context.quantity(w).value for _, w in slipped}) == 1 == len({p for p, _ in slipped}):
                yield _frame(*slipped[0], share, context)
            return


def _sound(pair: tuple[int, int], share: int, tied: set[tuple[int, int]], labels: dict[int, int], amounts: list[int], context: Context) -> bool:
    """Whether words tie a share to a pair well enough for a slip in one of the three to be told."""
    line = context.line(share)
    beside = pair in tied and _follows(share, pair, line, context) or _said_beside(share, pair, line, context)
    if not (beside and _doubtless(pair, context) and _in_reach(share, pair, context)) or _of_another_part(*pair, share, labels, context):
        return False
    return may_name(share, pair[1], context) and _tied(*pair, share, amounts, context) and labels.get(pair[1], share) == share


def _is_base(part: int, context: Context) -> bool:
    """True of "seven of 212, account for 9% of the 5,100 rooms": a whole itself."""
    return base_of_part(context.lines.position_of[part], context.line(part), context)


def _sole_larger(part: int, whole: int, context: Context) -> bool:
    """True of the only amount of the unit of a part, among those in front of it, that can hold it; of measures alone."""
    p = context.quantity(part)
    larger = {q.value for i in range(max(0, part - _TRIED), part) if (q := context.quantity(i)).unit == p.unit and q.kind == p.kind == "physical" and q.value is not None and q.value > p.value}
    return larger == {context.quantity(whole).value}


def _of_another_part(part: int, whole: int, share: int, labels: dict[int, int], context: Context) -> bool:
    """True where the whole is that of another part ("as against 132 of the 2,240"), or what the part was before ("after 136
    GWh"), or where the share is told right behind another figure ("3,720 homes, which is 15% of the total")."""
    line, at, sides = context.line(whole), context.lines.position_of, context.lexicon.pattern("part-of")
    before = next((p for p in range(at[whole] - 1, max(-1, at[whole] - _JOINED), -1) if line.quantity[p] >= 0), None)
    taken = before is not None and line.quantity[before] not in (part, share) and sides.fullmatch(line.symbols, before + 1, at[whole]) is not None
    behind = at[part] > at[share] if context.line(part) is context.line(share) else False
    fronted = behind and any(i >= 0 and i not in (part, whole) and _is_amount(i, context) for i in context.line(share).quantity[max(0, at[share] - _JOINED) : at[share]])
    if fronted or behind and whole in context.line(share).quantity[max(0, at[share] - _JOINED) : at[share]] and near(context).within("whole-name", context.line(share), at[share] + 2, at[share] + 4):
        return True  # "3,720 homes, which is 15% of the total, and of these people 2,790"
    owner = next((value for value, owned in labels.items() if owned == share), None)
    after = context.lexicon.pattern("after-alone").match(line.symbols, at[whole] - 1) if at[whole] else None
    return taken or after is not None and part < whole or owner is not None and owner not in (part, whole)


def _beside_pair(share: int, tied: set[tuple[int, int]], context: Context) -> bool:
    """True of "450 of those 750 have come back: two fifths": it is of that pair, not of what it leaves."""
    at, number = context.lines.position_of[share], context.lines.line_of[share]
    ends = [max(context.lines.position_of[p], context.lines.position_of[w]) for p, w in tied if context.lines.line_of[p] == context.lines.line_of[w] == number]
    return len(ends) == 1 and 0 < at - ends[0] <= _JOINED


def _apposed(share: int, tied: set[tuple[int, int]], context: Context) -> bool:
    """True of "64 of 155 mills were let, 41.3 per cent": a mark, and no "and", leads from the pair to the share."""
    at, line = context.lines.position_of[share], context.line(share)
    return _beside_pair(share, tied, context) and _put_in(max(0, at - _JOINED), at, line, context)


def _amounts(line: Line, context: Context) -> list[int]:
    """Amounts of the sentence and of those in front of it in its paragraph."""
    lines = [other for other in context.lines.lines[max(0, line.number - _BACK) : line.number + 1] if other.block == line.block and not other.crowded]
    return [i for other in lines for i in other.figures if _is_amount(i, context)]


def _is_amount(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _KINDS and bool(q.value) and q.value > 0 and "/" not in (q.unit or "")


def _called_alike(parts: list[int], share: int, line: Line, context: Context) -> list[int]:
    """Amounts farther in front with the noun of a part, or one akin to it or to the name behind the share."""
    names = called(share, context)
    for part in parts:
        names |= {stem(w, context) for w in context.quantity(part).noun}
    names = kindred(names, context)
    units = {context.quantity(p).unit for p in parts if context.quantity(p).kind == "physical"}
    lines = context.lines.lines[max(0, line.number - _FAR) : line.number]
    far = [i for other in lines for i in other.figures if _is_amount(i, context)][-_TRIED:]
    return [i for i in far if context.quantity(i).unit in units and context.quantity(i).kind == "physical" or bears(i, names, context)]


def _beside(share: int, line: Line, context: Context) -> list[int]:
    """Amounts next to the share, the one right in front of it first; those at the end of the sentence in front where its
    own has none there."""
    at = context.lines.position_of[share]
    kinds = [(context.lines.position_of[i], i) for i in line.figures if _is_amount(i, context)]
    before = [i for p, i in kinds if p < at][-_BESIDE:]
    after = [i for p, i in kinds if at < p <= at + _AWAY][:_BESIDE]
    if not before and line.number and context.lines.lines[line.number - 1].block == line.block:
        before = [i for i in context.lines.lines[line.number - 1].figures if _is_amount(i, context)][-_BESIDE:]
    return before[::-1] + after


def _told_part(share: int, parts: list[int], line: Line, context: Context) -> list[int]:
    """The amount that the share is said of: in brackets or after a comma right behind it, else right in front. None of "20%
    of those", which takes up what stands there as its whole."""
    at = context.lines.position_of[share]
    behind = [p for p in parts if p > share and context.lines.line_of[p] == line.number and context.lines.position_of[p] <= at + _APPOSED]
    if behind and _put_in(at, context.lines.position_of[behind[0]], line, context):
        return behind[:1]
    if of_those(share, context):
        return []
    before = [p for p in parts if p < share][:1]
    own = [p for p in before if context.lines.line_of[p] == line.number]
    two = [p for p in parts if p < share and context.lines.line_of[p] == line.number]
    if len(two) == 2 and _is_joined(two[1], two[0], context) and _pair(two[1], two[0], context):
        return two[1:]  # "with 17 wins from 34 matches"
    return own if own or not opens_back(share, context) else before


def _said_beside(share: int, pair: tuple[int, int], line: Line, context: Context) -> bool:
    """True of "76 lambs (38%)", "the 480 lambs, one in six,": nothing but the pair stands between the share and the part, and
    behind the share a mark or "of"; not of "52 ewes (38% of them lame, 52% old)", "66% for 12 ewes and 38% for 9 rams"."""
    at, chars, place = context.lines.position_of[share], context.lexicon.symbols, context.lines.position_of
    ends = [place[i] for i in pair if context.line(i) is line]
    if not ends:
        return True  # it opens with what the sentence in front has told
    nearest = min(ends, key=lambda p: abs(p - at))
    low, high = sorted((nearest, at))
    if any(context.quantity(i).is_measure for i in line.quantities(low + 1, high) if i not in pair):
        return False
    behind = line.symbols[at + 1 : at + 2]
    return not behind or behind in chars.marks or near(context).pattern("part-word").match(line.symbols, at + 1) is not None


def _follows(share: int, pair: tuple[int, int], line: Line, context: Context) -> bool:
    """True of "forty of the 320 lambs in the fold, exactly one sixth": a mark leads from the pair to the share."""
    at, marks = context.lines.position_of[share], context.lexicon.symbols.marks
    behind = all(context.line(i) is line and i < share for i in pair)
    return behind and any(s in marks for s in line.symbols[max(0, at - 2) : at])


def _in_reach(share: int, pair: tuple[int, int], context: Context) -> bool:
    """True of a whole that is told shortly before, or whose share is no more than two digits exchanged away: from farther off,
    some of those counted may have dropped out."""
    back = context.line(share).number - context.line(pair[1]).number
    return back <= _BACK or evidence(*(context.quantity(i) for i in (*pair, share))) > PLAIN


def _put_in(start: int, end: int, line: Line, context: Context) -> bool:
    """True where a mark, and behind it at most small words, stands in front of the figure: "three-quarters of it, 90 of 120"."""
    words, chars = context.extraction.tokens.words, context.lexicon.symbols
    for k in range(end - 1, start, -1):
        if line.symbols[k] in chars.marks:
            return line.symbols[k] != chars.chars[";"]
        if words[line.firsts[k]] not in context.function or line.symbols[k] in conjunctions(context):
            return False  # "69% are taken, and 18 people work there"
    return False


def _pair(part: int, whole: int, context: Context) -> bool:
    p, w = context.quantity(part), context.quantity(whole)
    return part != whole and p.value < w.value and (p.kind in COUNTED or p.unit == w.unit) and (comparable(part, whole, context) or p.kind == w.kind == "physical")


def _fits(pair: tuple[int, int], share: int, context: Context) -> bool:
    return fits(*(context.quantity(i) for i in (*pair, share)))


def _doubtless(pair: tuple[int, int], context: Context) -> bool:
    part, whole = pair
    p, w = context.quantity(part), context.quantity(whole)
    if p.kind != w.kind and not (p.kind in COUNTED and w.kind in COUNTED):
        return False
    if is_expected(whole, context) != is_expected(part, context):
        return False  # what is expected is the whole of nothing that is told
    if p.kind == "duration" and (not _is_joined(part, whole, context) or conjunctions(context) & set(context.line(part).symbols[context.lines.position_of[part] : context.lines.position_of[whole]])):
        return False  # "a median of 11 years ... At 10 years 81% were alive"
    if p.approx or w.approx or in_row(part, whole, context) or p.value < _LEAST and p.scale == 1:
        return False
    return not other_period(part, whole, context) and (_is_joined(part, whole, context) or not is_side(whole, context))


def _is_joined(part: int, whole: int, context: Context) -> bool:
    """True of "33 passes from 44 attempts"."""
    position = context.lines.position_of
    return context.lines.line_of[part] == context.lines.line_of[whole] and 0 < position[whole] - position[part] <= _JOINED


def _tied(part: int, whole: int, share: int, amounts: list[int], context: Context) -> bool:
    """True where words tie a whole of another sentence: kindred nouns, the name behind the share, "of these"; or where no
    other amount of its unit stands near."""
    if context.lines.line_of[whole] == context.lines.line_of[share]:
        return not _beyond(share, whole, context)
    p, w = context.quantity(part), context.quantity(whole)
    names, pack = called(share, context), context.lexicon.pack
    if names & (pack.words("whole-name") | pack.words("back-reference")):
        return True
    own = kindred(telling(names | frozenset(stem(word, context) for word in p.noun), context), context)
    if bears(whole, own, context) or kindred(words_at(whole, context), context) & own:
        return True
    words = context.extraction.tokens.words
    if set(words[p.last + 1 : p.last + 2]) & pack.words("part-word") and set(words[p.last + 2 : p.last + 3]) & pack.words("back-reference"):
        return True
    return p.kind not in COUNTED and {context.quantity(i).value for i in amounts if context.quantity(i).kind == p.kind} <= {p.value, w.value}


def _beyond(share: int, whole: int, context: Context) -> bool:
    """True of "exports of 26, 13% of the total, and imports of 84": what "and" adds is no whole of what stands in front."""
    line, at = context.line(share), context.lines.position_of
    return at[share] < at[whole] and bool(conjunctions(context) & set(line.symbols[at[share] : at[whole]]))


def _attributive(share: int, context: Context) -> bool:
    """True of "2.5 million of 12% notes": the share belongs to what is counted."""
    words, pack, q = context.extraction.tokens.words, context.lexicon.pack, context.quantity(share)
    before = words[max(0, q.outer - 2) : q.outer]
    return len(before) == 2 and before[1] in pack.words("part-word") and before[0] not in pack.words("share-name")


def _frame(part: int, whole: int, share: int, context: Context) -> Frame:
    claims = {"part": (part,), "whole": (whole,), "share": (share,)}
    lines = {context.lines.line_of[i] for i in (part, whole, share)}
    return Frame("share", (0, 0), claims, {}, 0, frozenset(claims), 2 if len(lines) == 1 else 3, None, (), "evident share")
