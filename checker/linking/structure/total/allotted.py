"""Groups that brackets set behind their total, each with its size: no slip needs to explain why they miss it.

    189 sailors (100 on lemons and 89 on cider) were followed         one bracket holds all of them
    316 sailors were assigned to lemons (n = 158) or cider (158)      a bracket each, and "or" in front of the last
    201 boats were allotted, 100 to the north and 101 to the south    a word of dividing, then where each of them went

Nothing else may be counted from the total to the last group. Groups that are more than their total are wrong whatever words
stand there; of smaller ones some may have been left out, so that a word of dividing must say that all went into them.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, equated, pinned_by, plain_count, telling_slip
from checker.linking.structure.slips import NONE
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_OVER = Fraction(5, 4)  # three groups or more that make up so much more may overlap
_LEAST = 10  # of those who were divided
_MOST = 8  # groups
_CUE = 3  # symbols in front of a group in which "(", "n =", a comma or "and" opens it
_NAMED = 8  # symbols from a bracket to its first group, which its name may take: "(early group, n = 40; late group, n = 37)"
_SIGN = 2  # letters of the sign for a size: n, N, n1
_TO = 3  # symbols behind it in which "to", "in", "on" say where it went


def allotted(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "groups" (total, part...)."""
    words, found = near(context), []
    taken = pinned_by(frames, "groups", "sum")
    for line in context.lines.figured:
        counts = [i for i in line.figures if context.quantity(i).kind in (*_COUNTED, "range", "bound")]
        if len(counts) < 3 or words.has("allotted-veto", line):
            continue
        for total, parts in _runs(counts, line, context, words):
            if taken.isdisjoint((total, *parts)) and _contrary(total, parts, line, context, words):
                claims = {"total": (total,), "part": parts}
                cue = (context.quantity(parts[0]).start, context.quantity(parts[-1]).end)
                source = "roles" if words.within("divide-word", line, context.lines.position_of[total], context.lines.position_of[parts[0]]) else "alone"
                found.append(Frame("groups", cue, claims, {}, 0, frozenset(claims), 1, None, (), source))
                break
    return found


def _runs(counts: list[int], line: Line, context: Context, words: Near) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A total and the groups that follow it next, the longest run first."""
    for n, total in enumerate(counts[:-2]):
        q = context.quantity(total)
        if not q.noun or q.kind != "count" or not plain_count(total, context) or q.value < _LEAST or equated(total, context):
            continue  # not "cholera (n = 99 wards) or measles (n = 59)": a group's own size
        behind = counts[n + 1 :]
        while behind and context.quantity(behind[0]).value is not None and context.quantity(behind[0]).value < _LEAST and not _opens(behind[0], False, line, context):
            behind = behind[1:]  # "of grade 2"
        run: list[int] = []
        for i in behind[:_MOST]:
            if not plain_count(i, context) or not _opens(i, bool(run), line, context) or not _one_of(total, i, context):
                break
            run.append(i)
        if len(run) > 1 and _is_total(n, counts, run, line, context, words) and _closed(total, run, line, context, words):
            yield total, tuple(run)


def _is_total(n: int, counts: list[int], run: list[int], line: Line, context: Context, words: Near) -> bool:
    """True of people or of what is divided, the first figure of its sentence; else where no group alone is more than all:
    not of the second in "95 cooks and 24 waiters (58 by day, 61 by night)"."""
    total, at = counts[n], context.lines.position_of
    if all(context.quantity(i).value <= context.quantity(total).value for i in run):
        return not n or not conjunctions(context) & set(line.symbols[at[counts[n - 1]] : at[total]])
    return not n and _people(total, line, context, words)


def _people(total: int, line: Line, context: Context, words: Near) -> bool:
    """True of a total of people, and of any that a word divides."""
    q = context.quantity(total)
    named = context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("person-noun")
    return named or q.noun[-1] in _stems("person-noun", context) or words.has("divide-word", line)


def _stems(name: str, context: Context) -> frozenset[str]:
    """The words of a class, also without their plural ending, as the nouns of figures are kept."""
    shelf = context.shelf.setdefault("stems-of-classes", {})
    if name not in shelf:
        from checker.linking.context import stem

        known = context.lexicon.pack.words(name)
        shelf[name] = frozenset(known) | frozenset(stem(w, context) for w in known)
    return shelf[name]


def _one_of(total: int, part: int, context: Context) -> bool:
    """False of a group that counts other things: "53 women (76 lesions by laser)"."""
    q, tokens = context.quantity(part), context.extraction.tokens.words
    if not q.noun or q.noun[-1] in context.quantity(total).noun or q.noun[-1] in _stems("person-noun", context):
        return True
    return not tokens[q.noun_last].endswith(tuple(context.lexicon.pack.words("plural-ending")))


def _opens(index: int, later: bool, line: Line, context: Context) -> bool:
    """True where a bracket, "n =", a comma or "and" stands right in front of a group."""
    at, chars = context.lines.position_of[index], context.lexicon.symbols.chars
    before = line.symbols[at - 1] if at else ""
    if before == chars["="]:
        return len(context.extraction.tokens.words[line.firsts[at - 2]]) <= _SIGN if at > 1 else False  # "n =", not "mean age ="
    if before == chars["("] or before == chars[","] and at + 1 < len(line.symbols):
        return True
    return later and (before in conjunctions(context) or before == chars[";"])


def _closed(total: int, run: list[int], line: Line, context: Context, words: Near) -> bool:
    """True where no further group can follow: one bracket holds them all and ends, or "and" or "or" leads to the last."""
    at, chars, joins = context.lines.position_of, context.lexicon.symbols.chars, conjunctions(context)
    first, last = at[run[0]], at[run[-1]]
    between = line.symbols[first:last]
    opened = line.symbols.rfind(chars["("], max(0, first - _NAMED), first)
    one = opened >= 0 and chars[")"] not in line.symbols[opened:first] and chars["("] not in between and chars[")"] not in between
    if one and (opened == first - 1 or all(equated(i, context) for i in run)):
        end = line.symbols.find(chars[")"], last)
        return end > 0 and not line.quantities(last + 1, end) and not joins & set(line.symbols[last:end]) and not words.within("allotted-not", line, opened, end)
    join = next((p for p in range(last - 1, at[run[-2]], -1) if line.symbols[p] in joins), -1)
    divided = words.has("divide-word", line)
    own = all(equated(i, context) or divided and line.symbols[at[i] - 1] == chars["("] for i in run)
    sent = divided and not words.within("allotted-to", line, at[total], first) and all(words.within("allotted-to", line, at[i] + 1, at[i] + 1 + _TO) for i in run)
    more = joins & set(line.symbols[last : last + _CUE]) and any(plain_count(i, context) for i in line.quantities(last + 1))
    return join >= 0 and (own or sent) and not more


def _worded(parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """False of bare figures, which are labels: "two of 20 compounds (7, 14)"."""
    at, chars = context.lines.position_of, context.lexicon.symbols.chars
    bare = {chars["("], chars[","], chars[")"], *conjunctions(context)}
    return not all(s in bare for n, s in enumerate(line.symbols[at[parts[0]] - 1 : at[parts[-1]] + 2]) if line.quantity[at[parts[0]] - 1 + n] < 0)


def _contrary(total: int, parts: tuple[int, ...], line: Line, context: Context, words: Near) -> bool:
    """True where the groups are more than all, though not all of them so many times over, or fewer though all were divided."""
    whole, values = context.quantity(total).value, [context.quantity(i).value for i in parts]
    made, at = sum(values), context.lines.position_of
    if made in (whole, 2 * whole) or set(values) == {whole} or not _worded(parts, line, context):
        return False
    divided = words.within("divide-word", line, at[total], at[parts[0]])
    if whole in values:
        return divided  # all of them in one group, and others in another
    if telling_slip(total, parts, context) == NONE:
        return divided and max(values) > whole  # else groups of something else
    if made > whole:
        return words.has("divide-word", line) or len(parts) == 2 or made <= _OVER * whole
    return divided and not words.within("allotted-some", line, 0, len(line.symbols))
