"""Shares that make up one whole, told in any words: they come to 100, or one slip explains why not.

    Of the isolates 61% were type A, 28% type B and 11% mixed
    Cars are the choice of 44%, against 51% in 2010. Trains carry 27%, up from 22%. The bus is used by 16%, while 13% walk
    quartz (64%), feldspar (22%), mica (9%) and accessory minerals (5%)

Runs of shares of neighbouring sentences are tried, without those of other times and without changes and rates. That a run
is complete is told by what closes it ("the rest", "no opinion"), by words that divide a whole, by the build of a list and by
nothing else being near; a run that comes to 100 explains its shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.kept import once_a_line
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE, WEAK, slip_between
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.total.lists_of_shares import any_of, restates
from checker.linking.structure.total.rests import inner, is_part
from checker.linking.structure.total.share_ties import no_more, opposed, ways
from checker.model import Frame, Quantity
from checker.rational import Fraction

_SENTENCES = 8
_IDLE = 1  # sentences without a share between two members
_FAR_SENTENCES, _FAR_IDLE = 24, 6  # the same over several paragraphs
_SIZES = range(2, 9)
_EXACT = 4
_ENOUGH = 6
_NEARLY, _ALMOST = Fraction(70), Fraction(150)  # percent: the same, where no slip explains the miss
_LEAST, _MOST = Fraction(60), Fraction(190)  # percent
_NAMED = 3  # symbols between "that leaves" and the last share
_SIDE = 9  # symbols beside the last member in which a word may close the list
_JOINS = 12
_BESIDE = 3  # symbols beside a share in which a word tells that it is the last one
_BEHIND = 6  # symbols from a count to the share in brackets behind what it counts
_OPENING = 3  # symbols of a sentence that opens with a fraction: "Half of the members"


@dataclass(frozen=True, slots=True)
class _Run:
    """Shares as all the members of one list: what ties them, and how telling the slip is that they need."""

    members: tuple[int, ...]
    ties: int
    slip: int
    told: bool  # whether words say that these are all, and nothing else stands among them


def reckoned_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part..., rest: the last member)."""
    words = near(context)
    known = {i for f in frames if f.family in ("rest-share", "rest-fraction") and f.pinned for found in f.claims.values() for i in found}
    runs = [r for r in _runs(context, words) if r.slip == _EXACT or not _counted(r.members, context)]
    exact = [r for r in runs if r.slip == _EXACT and r.ties > 1]
    explained = {i for r in runs if r.slip == _EXACT and r.ties > 0 for i in r.members}
    found = [max((r for r in exact if i in r.members), key=lambda r: (r.ties, len(r.members))) for i in sorted({i for r in exact for i in r.members})]
    likely = [r for r in runs if r.slip != _EXACT and explained.isdisjoint(r.members) and known.isdisjoint(r.members) and r.ties + max(r.slip, WEAK) >= _ENOUGH]
    for run in likely:
        rivals = [r for r in likely if r is not run and not set(r.members).isdisjoint(run.members)]
        if all((r.ties + r.slip, len(r.members)) < (run.ties + run.slip, len(run.members)) for r in rivals):
            found.append(run)
    return [_frame(r, context) for r in dict.fromkeys(found) if known.isdisjoint(r.members)]


def _frame(run: _Run, context: Context) -> Frame:
    claims = {"part": run.members[:-1], "rest": run.members[-1:]}
    cue = (context.quantity(run.members[0]).start, context.quantity(run.members[-1]).end)
    return Frame("rest-share", cue, claims, {}, 0, frozenset(claims), 0, None, (), "closed shares" if run.told else "reckoned shares")


def _counted(members: tuple[int, ...], context: Context) -> bool:
    """True where two shares or more stand in brackets behind a count each, "seven hens (47%)": in
    sentences of their own: one hen may be in several."""
    opening, found = context.lexicon.symbols.chars["("], 0
    if len({context.lines.line_of[i] for i in members}) == 1:
        return False
    for i in members:
        line, at = context.line(i), context.lines.position_of[i]
        bracketed = line.symbols[at - 1 : at] == opening
        found += bracketed and any(q >= 0 and context.quantity(q).kind in ("count", "number") for q in line.quantity[max(0, at - _BEHIND) : at])
    return found > 1


def _runs(context: Context, words: Near) -> Iterator[_Run]:
    for far, passage in (*((False, p) for p in _passages(context)), *((True, p) for p in _far_passages(context))):
        members = [i for line in passage for i in _members(line, context, words)]
        everything = frozenset(members)
        if not 2 <= len(members) or any(_vetoed(line, context, words) for line in passage if not far or _has_share(line)):
            continue
        for start in range(len(members) - 1):
            for size in _SIZES:
                chosen = tuple(members[start : start + size])
                if len(chosen) == size and context.line(chosen[0]) is passage[0] and (not far or _spread(chosen, context, words)):
                    run = _run(chosen, everything, context, words, far)
                    if run is not None:
                        yield run


def _spread(members: tuple[int, ...], context: Context, words: Near) -> bool:
    """True of three shares or more over several paragraphs, of which the last, and no other, is all that is left."""
    blocks = {context.line(i).block for i in members}
    return len(members) > 2 and len(blocks) > 1 and (_is_rest(members, context, words) or _opens_rest(members[-1], context, words))


def _opens_rest(last: int, context: Context, words: Near) -> bool:
    """True of "Everybody else, seven of them, had to be content with 6%"."""
    line = context.line(last)
    shares = [i for i in line.figures if context.quantity(i).kind == "percent"]
    return shares == [last] and words.within("sharesum-closing", line, 0, _OPENING)


def _far_passages(context: Context) -> Iterator[list[Line]]:
    """From each sentence with a share to the last one before which the shares stop for long, over several paragraphs."""
    lines = told_lines(context)
    for n, line in enumerate(lines):
        if not _has_share(line):
            continue
        idle, last = 0, n
        for k in range(n + 1, min(len(lines), n + _FAR_SENTENCES)):
            idle = 0 if _has_share(lines[k]) else idle + 1
            if idle > _FAR_IDLE:
                break
            last = last if idle else k
        if lines[last].block != line.block:
            yield lines[n : last + 1]


def _passages(context: Context) -> Iterator[list[Line]]:
    """From each sentence with a share to the last one of its paragraph before which the shares stop for a while."""
    lines = told_lines(context)
    for n, line in enumerate(lines):
        if not _has_share(line):
            continue
        passage, idle = [line], 0
        for other in lines[n + 1 : n + _SENTENCES]:
            idle = 0 if _has_share(other) else idle + 1
            if other.block != line.block or idle > _IDLE:
                break
            passage.append(other)
        yield passage


def _has_share(line: Line) -> bool:
    return KIND_SYMBOLS["percent"] in line.symbols or KIND_SYMBOLS["ratio"] in line.symbols[:_OPENING]


@once_a_line
def _vetoed(line: Line, context: Context, words: Near) -> bool:
    text = context.extraction.tokens.words[line.firsts[0] : line.lasts[-1] + 1]
    return words.has("sharesum-veto", line) or any_of(context.lexicon.pack.words("sharesum-veto"), text)


# ---------------------------------------------------------------- members


@once_a_line
def _members(line: Line, context: Context, words: Near) -> list[int]:
    """The shares of a sentence that can belong to a list, and bare figures that carry one on ("sand for 30")."""
    found: list[int] = []
    for i in line.figures:
        q, at = context.quantity(i), context.lines.position_of[i]
        bare = bool(found) and not _new_list(found[-1], at, line, context) and q.kind == "number" and not q.noun and q.unit is None and q.style == "digits" and _ends(line, at, context)
        half = q.kind == "ratio" and q.style == "fraction" and not q.approx and at < _OPENING and words.pattern("sharesum-of").match(line.symbols, at + 1) is not None
        if not bare and not ((q.kind == "percent" or half) and is_part(i, context, context.lexicon.pack.words("sharesum-tie"))) or q.value is None or q.value <= 0 or q.sense in ("range", "bound") or "/" in (q.unit or ""):
            continue
        moved = any(_moved(j, line, context, words) for j in line.quantities(0, at) if context.quantity(j).kind == "percent")
        if _inner(i, line, context, words) or _elsewhere(i, line, context, words) or moved and not words.within("sharesum-of", line, at + 1, at + 2):
            continue
        found = [*found[:-1], i] if found and restates(found[-1], i, context) else [*found, i]
    return found


def _new_list(last: int, at: int, line: Line, context: Context) -> bool:
    """True where a colon or dash between a share and a bare figure opens another list: "others 9%; seats by party - Blue 12"."""
    chars = context.lexicon.symbols.chars
    openers = {chars[mark] for mark in (":", "-", "–", "—") if mark in chars}
    return any(s in openers for s in line.symbols[context.lines.position_of[last] + 1 : at])


def _inner(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a share of a share; "47% of them and the other one 28%" is none."""
    at = context.lines.position_of[index]
    before = max((p for p in range(at) if line.quantity[p] >= 0), default=-1)
    taken_up = before >= 0 and words.pattern("of-them").match(line.symbols, before + 1)
    return inner(index, line, context) and not taken_up


def _moved(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a change: those that follow in its sentence may be changes too ("down 24% in A, 37% in B and 50% in C")."""
    at = context.lines.position_of[index]
    return context.quantity(index).change is not None or words.within("sharesum-moved", line, at - 3, at) or words.ends("sharesum-moved-by", line, at, 1) or words.pattern("sharesum-not-after").match(line.symbols, at + 1) is not None


def _ends(line: Line, at: int, context: Context) -> bool:
    """True of a bare figure that ends its member: a mark or a conjunction follows."""
    following = line.symbols[at + 1 : at + 2]
    return not following or at + 2 == len(line.symbols) or following in context.lexicon.symbols.marks or bool(context.lexicon.pattern("conjunction").match(following)) or context.lexicon.pattern("sharesum-bare-after").match(line.symbols, at + 1) is not None


def _elsewhere(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a share of another time, of a change or a rate."""
    at = context.lines.position_of[index]
    end = at + 1
    marks = {context.lexicon.symbols.chars[m] for m in (",", ";", ":", "(") if m in context.lexicon.symbols.chars}
    start = max([p + 1 for p in range(max(0, at - 9), at) if line.symbols[p] in marks or line.quantity[p] >= 0], default=max(0, at - 9))
    if words.within("share-compared", line, at - 2, at) or words.within("sharesum-compared", line, start, at) or words.within("sharesum-then", line, start, at) or words.within("sharesum-rate", line, start, at):
        return True
    return words.pattern("sharesum-not-after").match(line.symbols, end) is not None or words.within("sharesum-then-after", line, end, end + 4) and not any(line.quantity[p] >= 0 or line.symbols[p] in marks for p in range(end, min(end + 1, len(line.symbols))))


# ---------------------------------------------------------------- what ties them


def _run(members: tuple[int, ...], everything: frozenset[int], context: Context, words: Near, far: bool) -> _Run | None:
    found = [context.quantity(i) for i in members]
    total = sum(_percent(q) for q in found)
    if not _LEAST <= total <= _MOST or any(q.approx for q in found) or sum(q.kind == "percent" for q in found) < 2:
        return None
    place = max((q.place or 1) for q in found if q.kind == "percent")
    slack = place / 2 * len(found) if len(found) > 2 else 0
    slip = _EXACT if abs(total - 100) <= min(slack, Fraction(1)) else max(slip_between(q, q.value + 100 - total) if q.kind == "percent" and q.value + 100 - total < 100 else NONE for q in found)
    if _EXACT > slip and abs(total - 100) <= max(slack, place) or slip == NONE and not (len(found) > 2 and _NEARLY <= total <= _ALMOST):
        return None
    ties = _ties(members, total, everything, context, words)
    if far:
        alone = len(members) > 3 and not _beside(members, context.line(members[0]), context.line(members[-1]), context)
        ties = ties + 1 + alone if ties and slip != NONE else 0
    sole = _sole(members, everything, context, words)
    return _Run(members, ties if slip != NONE or sole else 0, slip, sole or no_more(members, everything, context, words))


def _sole(members: tuple[int, ...], everything: frozenset[int], context: Context, words: Near) -> bool:
    """True of all the shares of a passage, the last of them said to be what is left: no slip needs to explain why they miss."""
    first, tail = context.line(members[0]), context.line(members[-1])
    return _is_rest(members, context, words) and everything == frozenset(members) and not _beside(members, first, tail, context)


def _is_rest(members: tuple[int, ...], context: Context, words: Near) -> bool:
    """True where the last of them is said to be what is left."""
    tail, last = context.line(members[-1]), context.lines.position_of[members[-1]]
    since = max([context.lines.position_of[i] + 1 for i in tail.figures if i < members[-1]], default=0)
    return any(last - m.end() <= _NAMED for m in words.matches("sharesum-closing", tail, since, last)) or words.ends("sharesum-closing-right", tail, last, 3) or words.pattern("sharesum-closing-after").match(tail.symbols, last + 1) is not None


def _percent(q: Quantity) -> Fraction:
    return q.value if q.kind == "percent" else q.value * 100


def _ties(members: tuple[int, ...], total: Fraction, everything: frozenset[int], context: Context, words: Near) -> int:
    """How many things tell that these are all of one list."""
    place = context.lines.position_of
    first, tail, second = context.line(members[0]), context.line(members[-1]), context.line(members[-2])
    at, last = place[members[0]], place[members[-1]]
    since = place[members[-2]] + 1 if second is tail else max(0, last - _SIDE)
    closed = words.within("resum-closing", tail, since, last) or words.within("closing-answer", tail, since, last + 10) or words.within("sharesum-last", tail, since, last + _BESIDE) or words.within("sharesum-none", tail, last, last + 10)
    if sum(words.within("sharesum-of", context.line(i), place[i] + 1, place[i] + 3) for i in members) > 1:
        return 0  # shares of several wholes
    if total < 100 and words.within("sharesum-untold", tail, last + 1, len(tail.symbols)):
        return 0  # "and taxis took the rest"
    if any(words.within("resum-closing", context.line(i), place[i] - 4, place[i]) for i in members[:-1]):
        return 0
    opening = first.symbols[:at]
    divides = bool(words.pattern("sharesum-divide").search(opening))
    home = context.lines.lines[max(0, first.number - 1)]
    before = home.block == first.block and home is not first and words.has("sharesum-divide", home)
    poles = len(members) == 2 and second is tail and opposed(place[members[0]], last, since, tail, words, context)
    if total < 100 and not closed and (not poles or _some_undecided(first, tail, context, words)):
        return 0  # what is missing may be untold
    opens = words.pattern("of-the-opening").match(first.symbols) is not None or words.pattern("sharesum-by").match(first.symbols) is not None
    whole = words.within("sharesum-of", first, at + 1, at + 3)
    joined = second is tail and words.within("list-closing", tail, max(since, last - _JOINS), last)
    complete = everything == frozenset(members) and not _beside(members, first, tail, context)
    firm = 2 * closed + 2 * divides + before + 2 * poles + opens + 2 * ways(members, first, words, context)
    if not firm and not (whole and total > 100):
        return 0
    if len(members) == 2 and not (closed and (divides or whole) or poles):
        return 0
    return firm + whole + joined + complete + (len(members) > 2) + _built(members, context)


def _some_undecided(first: Line, tail: Line, context: Context, words: Near) -> bool:
    """True of what people say when they are asked, and where the next sentence goes on with another share or with who does not
    know: for and against need not be all."""
    lines = context.lines.lines
    after = [line for line in lines[tail.number + 1 : tail.number + 2] if line.block == tail.block]
    told = any(words.has("closing-answer", line) or any(context.quantity(i).kind in ("percent", "ratio") for i in line.figures) for line in after)
    return told or any(words.has("sharesum-polled", line) for line in (lines[max(0, first.number - 1)], first, tail) if line.block == first.block)


def _beside(members: tuple[int, ...], first: Line, tail: Line, context: Context) -> bool:
    """True where other shares stand before the first or between the first and the last of the list."""
    lines = context.lines.lines[first.number : tail.number + 1]
    inside = [i for line in lines for i in line.figures if context.quantity(i).kind == "percent" and i not in members]
    return any(members[0] < i < members[-1] and not _then(i, context) for i in inside)


def _then(index: int, context: Context) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).within("share-compared", line, at - 3, at)


def _built(members: tuple[int, ...], context: Context) -> bool:
    """True of a list whose members are built alike: all in brackets, or the same word in front of or behind each."""
    place = context.lines.position_of
    before = {context.line(i).symbols[place[i] - 1 : place[i]] for i in members}
    after = {context.line(i).symbols[place[i] + 1 : place[i] + 2] for i in members[:-1]}
    closed = set(context.lexicon.symbols.closed) | set(context.lexicon.symbols.marks)
    return len(before) == 1 and before <= closed or len(after) == 1 and after <= closed
