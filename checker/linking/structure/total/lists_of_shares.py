"""Shares that make up one whole: a list and its rest, exclusive shares that cannot exceed 100%, a whole and its remainder.

"the other 26%" closes a list: it is what the shares in front of it leave of 100%. Holders of one thing ("took 52% of
the vote", "is 62% copper") exclude each other, so that their shares come to 100% at most; answers of people do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near, one_slip
from checker.linking.structure.total.rests import closed_shares, is_part
from checker.model import Frame, Quantity
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_AMOUNTS = frozenset("number currency physical count".split())
_TOUCH = 3  # symbols around a figure in which a word tells what it counts
_NEXT = 9  # symbols from the first to the second of two
_GAP = 16  # symbols between two shares of one list
_FEW = 5  # of so few other things than what is left may be meant
_REPLACED = 6  # symbols in front of a share in which words tell what it took the place of
_WHOLE = 101  # percent: the whole, give or take rounding
_ROUNDED = Fraction(1, 2)  # of a percent: parts add up to so much more
_LONGEST = 12  # figures in front of the rest that can be its list
_MOST_PARTS = 6  # of which every choice is tried


def share_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part..., rest), "remainder" (whole, part..., rest) and "exclusive" (part...)."""
    found: list[Frame] = []
    firsts = {f.claims["part"][0]: f.claims["whole"][0] for f in frames if f.family == "part"}
    for frame in frames:
        if frame.family == "rest":
            found.extend(_closed(frame, firsts, context))
        elif frame.family == "two-way":
            claims = {"part": (*frame.claims["first"], *frame.claims["second"])}
            found.append(Frame("exclusive", frame.cue, claims, {}, 0, frozenset(claims), 1, frame.blocked, (), frame.source))
        elif frame.family == "pole":
            found.extend(f for f in _closed(frame, firsts, context) if _too_many(f, context) and not _turned_up(f, context))
    for run in _runs(context):
        found.extend(_exclusive(run, context))
    return found


# ---------------------------------------------------------------- the rest


def _closed(frame: Frame, firsts: dict[int, int], context: Context) -> Iterator[Frame]:
    """What the rest closes: shares in front of it in its sentence (or the one before), or a whole and its parts."""
    rest = frame.claims["rest"][0]
    q = context.quantity(rest)
    line = context.line(rest)
    before = line.quantities(0, context.lines.position_of[rest])[-_LONGEST:]
    if q.kind in _SHARES:
        yield from closed_shares(frame, context)
    elif q.kind in _AMOUNTS:
        yield from _remainder(frame, rest, before, firsts, context)


def _remainder(frame: Frame, rest: int, before: list[int], firsts: dict[int, int], context: Context) -> Iterator[Frame]:
    """"of 8,400 kg, 5,900 was recycled and the rest, 2,500, was not": a pair gives the whole and its first part."""
    alike = [i for i in before if _same_sort(i, rest, context)]
    pair = next(((part, firsts[part]) for part in reversed(alike) if part in firsts and firsts[part] in alike), None)
    if pair is None or context.quantity(rest).value is None:
        return
    first, whole = pair
    if (size := context.quantity(whole).value) is not None and size < _FEW and context.quantity(rest).value > size:
        return  # "take one of two buses and the other eight come by boat"
    further = [i for i in alike if i > max(first, whole)]
    if context.quantity(rest).value > context.quantity(whole).value and not one_slip(context.quantity(rest), context.quantity(whole).value - context.quantity(first).value):
        return  # "of the 680 acres 26 were mapped, leaving 1,150": of another whole
    other = _other_parts(whole, first, rest, alike, context)
    if other:
        claims = {"whole": (whole,), "part": other, "rest": (rest,)}
        yield Frame("remainder", frame.cue, claims, {}, 0, frozenset(claims), 2, frame.blocked, (), frame.source)
        return
    for parts in ((first,), (first, *further)) if further else ((first,),):
        claims = {"whole": (whole,), "part": parts, "rest": (rest,)}
        tied = frozenset(claims) if len(further) <= 3 else frozenset()
        yield Frame("remainder", frame.cue, claims, {}, 0, tied, 2, frame.blocked, (), frame.source)


def _other_parts(whole: int, first: int, rest: int, alike: list[int], context: Context) -> tuple[int, ...]:
    """The figures behind a whole that make it up with the rest, where the first one and those behind it do not:
    "of his 23 books fifteen were novels, six of them written at sea, the other eight verse"."""
    value = {i: context.quantity(i).value for i in (*alike, rest)}
    told = [i for i in alike if i > whole and i != whole][:_MOST_PARTS]
    if value[first] + value[rest] == value[whole]:
        return ()
    found = (c for n in range(1, len(told) + 1) for c in combinations(told, n) if sum(value[i] for i in c) + value[rest] == value[whole])
    return next(found, ())


def _too_many(frame: Frame, context: Context) -> bool:
    """True where for and against are more than all; where they are fewer, some may have abstained."""
    if frame.family != "remainder":
        return False
    whole, *members = (context.quantity(i).value for i in (*frame.claims["whole"], *frame.claims["part"], *frame.claims["rest"]))
    return sum(members) >= whole and len(frame.claims["part"]) == 1


def _turned_up(frame: Frame, context: Context) -> bool:
    """True where the other figure is of those who were there at all: "nine were present and eight voted in favour"."""
    part = frame.claims["part"][0]
    at = context.lines.position_of[part]
    return near(context).within("attending-word", context.line(part), at - _TOUCH, at + _TOUCH + 1)


def _same_sort(a: int, b: int, context: Context) -> bool:
    x, y = context.quantity(a), context.quantity(b)
    return x.value is not None and not x.change and (x.kind == y.kind or {x.kind, y.kind} <= {"count", "number"})


# ---------------------------------------------------------------- lists of shares


def _runs(context: Context) -> Iterator[list[int]]:
    """Shares that follow one another in one sentence, three or more; a sentence of one may join the one before it."""
    for line in context.lines.figured:
        shares = [i for i in line.figures if context.quantity(i).kind in _SHARES]
        if len(shares) < 2 or len(shares) > 12:
            continue
        run: list[int] = []
        for index in shares:
            if run and (far(run[-1], index, context) or not is_part(index, context) or _in_place(index, line, context)):
                yield from (_with_earlier(run, line, context),) if len(run) > 1 else ()
                run = []
            if is_part(index, context) and not _in_place(index, line, context):
                run = [*run[:-1], index] if run and restates(run[-1], index, context) else [*run, index]
        if len(run) > 1:
            yield _with_earlier(run, line, context)


def _in_place(index: int, line: Line, context: Context) -> bool:
    """True of "instead of the current 55 percent": what another share took the place of."""
    at = context.lines.position_of[index]
    start = max([p + 1 for p in range(max(0, at - _REPLACED), at) if line.quantity[p] >= 0], default=max(0, at - _REPLACED))
    return near(context).within("share-replaced", line, start, at)


def restates(a: int, b: int, context: Context) -> bool:
    """True of "half (50 per cent)": one share said twice."""
    position, line = context.lines.position_of, context.line(a)
    chars = context.lexicon.symbols.chars
    opened = line.symbols[position[b] - 1] == chars["("]
    if context.quantity(a).kind == "ratio" and context.quantity(b).kind == "percent" and line.symbols[position[b] - 1] == line.symbols[position[b] + 1 : position[b] + 2] == chars[","]:
        return position[b] - position[a] <= _GAP and not line.quantities(position[a] + 1, position[b])  # "half the children, 51%, were"
    return opened and (position[b] == position[a] + 2 or context.quantity(a).kind == "ratio" and position[b] - position[a] <= _GAP)


def far(a: int, b: int, context: Context) -> bool:
    position, line = context.lines.position_of, context.line(a)
    between = line.quantity[position[a] + 1 : position[b]]
    bracket = context.lexicon.symbols.chars["("]
    if line.symbols[position[a] - 1] == bracket == line.symbols[position[b] - 1]:
        return len(between) > _GAP
    return len(between) > _GAP or any(q >= 0 and context.quantity(q).kind in _AMOUNTS for q in between)


def _with_earlier(run: list[int], line: Line, context: Context) -> list[int]:
    """With the single share that closes the sentence before, if that says what it is of ("took 52% of the vote.")."""
    if not line.number or line.figures[0] != run[0]:
        return run
    earlier = context.lines.lines[line.number - 1]
    shares = [i for i in earlier.figures if context.quantity(i).kind == "percent"]
    held = any_of(context.lexicon.pack.words("holder-verb") | context.lexicon.pack.words("composed-verb"), context.extraction.tokens.words[line.firsts[0] : context.quantity(run[0]).outer])
    if len(shares) == 1 and not held and earlier.block == line.block and is_part(shares[0], context) and _names_whole(shares[0], context) and not any(_names_whole(i, context) for i in run):
        return [*shares, *run]
    return run


def _names_whole(index: int, context: Context) -> bool:
    q, words = context.quantity(index), context.extraction.tokens.words
    return q.last + 1 < len(words) and words[q.last + 1] in context.lexicon.pack.words("part-word")


def _exclusive(run: list[int], context: Context) -> Iterator[Frame]:
    """The list as parts of one whole, where its words exclude that one thing is counted twice."""
    if len(run) < 2:
        return
    pack, words = context.lexicon.pack, context.extraction.tokens.words
    first, last = context.quantity(run[0]), context.quantity(run[-1])
    line = context.line(run[0])
    opening = set(words[max(line.firsts[0], first.outer - 14) : first.outer])
    near = words[max(line.firsts[0], first.outer - 3) : first.outer]
    mixed = near[-1:] == [":"] or any_of(pack.words("mixture-word"), words[line.firsts[0] : line.lasts[-1] + 1])
    composed_of = (any_of(pack.words("composed-verb"), near[-2:]) or mixed and len(run) > 2) and _composition(run, context)
    others = set(words[line.firsts[0] : context.line(run[-1]).lasts[-1] + 1])
    if others & pack.words("overlap-word") or "+" in words[first.last : last.first] or _several_given(run, context) or _split_again(run, context) or sum(_names_whole(i, context) for i in run) > 1:
        return
    holders = any_of(pack.words("holder-verb"), near) and _names_whole(run[0], context)
    closed = any_of(pack.words("closing-answer"), words[context.quantity(run[-2]).last + 1 : last.last + 8])
    single = any_of(pack.words("single-choice"), words[line.firsts[0] : first.outer]) or bool(opening & pack.words("divide-verb"))
    of_this = any_of(pack.words("of-this"), words[max(line.firsts[0], first.outer - 5) : first.outer])
    start = words[line.firsts[0] : first.outer]
    of_this = of_this or bool(start) and start[0] in pack.words("part-word") and len(start) < 7 and not set(start) & pack.words("answering-noun")
    things = (_names_whole(run[0], context) or of_this) and not set(words[first.last + 1 : first.last + 6]) & pack.words("answering-noun")
    told_anew = any(word in pack.words("origin-verb") for word in words[context.quantity(run[1]).last + 1 :][:1])
    composed = things and not told_anew and bool(set(words[first.last + 1 : first.last + 9]) & pack.words("origin-verb"))
    of_total = bool(start) and start[0] in pack.words("part-word") and bool(set(start) & pack.words("whole-name"))
    if not ((holders or composed_of) and (len(run) > 2 or _parallel(run, context)) or len(run) > 2 and (of_total or closed or single or composed)):
        return
    claims = {"part": tuple(run)}
    cue = (first.start, last.end)
    tied = frozenset() if _nested(run, context) else frozenset(claims)
    yield Frame("exclusive", cue, claims, {}, 0, tied, 1, None, (), "exclusive shares")


def _split_again(run: list[int], context: Context) -> bool:
    """True of "of the remaining 30%, 12% rent and 18% lodge": what follows are shares of a rest, told in points of the whole."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    leads = (words[max(0, context.quantity(i).outer - 4) : context.quantity(i).outer] for i in run[:-1])
    return any(any_of(pack.words("rest-split-again"), lead) for lead in leads)


def _several_given(run: list[int], context: Context) -> bool:
    """True where the sentence of the list, or one beside it, says that one may have several of these: "Several answers were possible"."""
    lines, first, last = context.lines.lines, context.line(run[0]), context.line(run[-1])
    beside = lines[max(0, first.number - 1) : last.number + 2]
    return any(line.block == first.block and context.lexicon.pattern("several-given").search(line.symbols) for line in beside)


def _nested(run: list[int], context: Context) -> bool:
    """True where shares may be parts of the one in front of them: "58% went abroad; 30% went to Germany alone".

    It is said so ("alone", "of which"), or they stand in a clause of their own or before a preposition, and without them
    the others are the whole at most.
    """
    members = [context.quantity(i) for i in run]
    if any(q.value is None for q in members):
        return True  # "70 to 80%, of which ...": nothing can be added up
    size = [q.value * (1 if q.kind == "percent" else 100) for q in members]
    if _whole_by_themselves(size) or sum(size) - max(size) >= _WHOLE - 1 or any(_put_in(a, b, context) for a, b in zip(run, run[1:])):
        return True  # no slip in one of them explains so much
    for outer in range(len(run) - 1):
        for last in range(outer + 1, len(run)):
            inner = sum(size[outer + 1 : last + 1])
            if inner <= size[outer] + _ROUNDED and sum(size) - inner <= _WHOLE and _within(members[outer], members[outer + 1], context):
                return True
    return False


def _whole_by_themselves(size: list) -> bool:
    """True where some of a list, side by side, make the whole: "54% are guests. Of these, 45% pay and 55% do not"."""
    return any(sum(size[a:b]) == 100 for a in range(len(size)) for b in range(a + 2, len(size) + 1) if b - a < len(size))


def _put_in(outer: int, inner: int, context: Context) -> bool:
    """True of a share in a bracket behind one that stands in none: "64% flour (51% wheat and 13% rye)"."""
    line, at, chars = context.line(outer), context.lines.position_of, context.lexicon.symbols.chars
    between = line.symbols[at[outer] + 1 : at[inner]] if context.line(inner) is line else ""
    return chars["("] in between and chars[")"] not in between


def _within(outer: Quantity, inner: Quantity, context: Context) -> bool:
    """True where words between or behind two shares allow that the second is a part of the first."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    after, between = words[inner.last + 1 : inner.last + 6], words[outer.last + 1 : inner.outer]
    place = after[:1] and after[0] in pack.words("within-preposition")
    return bool(place) or ";" in between or bool(set(after + between) & pack.words("within-word"))


def _parallel(run: list[int], context: Context) -> bool:
    """True of two shares side by side, the second at the end of its clause: "took 52% of the vote and Berg 41%,"."""
    position, line = context.lines.position_of, context.line(run[1])
    if context.lines.line_of[run[0]] != line.number or position[run[1]] - position[run[0]] > _NEXT:
        return False
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    between = words[context.quantity(run[0]).last + 1 : context.quantity(run[1]).outer]
    if set(words[max(line.firsts[0], context.quantity(run[0]).outer - 5) : context.quantity(run[0]).outer]) & pack.words("relative-pronoun"):
        return False  # "beech, which makes up 45% of the trees, reaches 72%": the clause ends before the second
    breaks = [k for k, word in enumerate(between) if word in pack.words("share-clause-end") or word == ","]
    if not breaks or set(between[breaks[-1] + 1 :]) & pack.words("share-time-word"):
        return False  # "had 46% of the market in 2011 and now 58%"
    after = line.symbols[position[run[1]] + 1 : position[run[1]] + 2]
    return not after or after in context.lexicon.symbols.marks and after != context.lexicon.symbols.chars["("]


def _composition(run: list[int], context: Context) -> bool:
    """True of "62% copper, 28% nickel and 10% zinc": each share is followed at once by a bare noun."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    after = [words[context.quantity(i).last + 1] if context.quantity(i).last + 1 < len(words) else "" for i in run]
    return all(w.isalpha() and w not in pack.words("closed-word") for w in after)


def any_of(entries: frozenset[str], words: list[str]) -> bool:
    """True where one of the entries, of one or more words, stands in `words`."""
    joined = f" {' '.join(words)} "
    return any(f" {entry} " in joined for entry in entries)
