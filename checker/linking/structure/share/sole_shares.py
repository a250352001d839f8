"""Shares whose passage holds exactly the two amounts that they can be of: no slip is needed, nothing else can be meant.

    the clinic examined 85 tortoises ... Antibodies turned up in 34 of the animals. A prevalence of 40 per cent is high
    The museum needs £30m for the new wing. It has raised £12m up to now, or 40% of the sum
    Peat covers 3,900 of the island's 5,200 hectares, which is to say 75 per cent of it

The passage is the sentence of the share and, while that holds no second amount, those in front of it in its paragraph. The
share must be said of the part: put in right behind it, or of what the sentence takes up. The part must be one of what the
whole counts: bare, of its noun or unit, of a kindred one, or "of the animals".
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.at_figure import period_at, words_at
from checker.linking.structure.kindred import bears, called, kindred, opens_back
from checker.linking.structure.near import near
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.passages import opens_elsewhere, passages
from checker.linking.structure.share.figures import COUNTED, comparable, is_expected, same_people
from checker.linking.structure.share.wholes import is_side
from checker.model import Quantity
from checker.rational import Fraction
from checker.rounding import reading

_SHARES = ("percent", "ratio")
_BACK = 2  # sentences in front of a share
_NAME = 4  # symbols of "a prevalence of", "the hit rate of"
_LEAST = 10  # counts below this are everywhere


def sole_pair(share: int, parts: list[int], context: Context) -> tuple[int, int] | None:
    """The part (one of `parts`, those next to the share) and the whole, where the passage holds no other amounts of their
    sort and no other share."""
    line = context.line(share)
    own = [] if _of_those(share, line, context) else [p for p in parts if context.line(p) is line and said_of(share, p, line, context)]
    apposed = bool(own)
    if not own and _taken_up(share, line, context) and not any(context.quantity(i).kind in COUNTED for i in line.figures):
        own = [p for p in parts if context.line(p).number == line.number - 1]
    if not own or not _closed(share, line, context) or _of_another(line, context):
        return None
    pairs = [pair for part in own if (pair := _with_whole(part, share, apposed, context)) is not None]
    if len(pairs) != 1 or not _sound(*pairs[0], share, context):
        return None
    around = [context.quantity(i).value for each in list(passages(line, context, _BACK))[-1] for i in each.figures if i not in pairs[0] and context.quantity(i).kind in COUNTED]
    return None if otherwise(*(context.quantity(i) for i in (*pairs[0], share)), [v for v in around if v]) else pairs[0]


def otherwise(part: Quantity, whole: Quantity, share: Quantity, around: list[Fraction]) -> bool:
    """True where the share is that of the rest, of one in the other, of the part in both together, or in what a third figure
    leaves of the whole or adds to it: "112 dogs; four were lost. Of those left 54 (50%)"."""
    p, w = part.value, whole.value
    made = [(w - p) / w, (w - p) / p, p / (w + p)]
    made += [m for a in around for m in (p / (w - a) if w > a else p, p / (w + a), (p + a) / w, (p - a) / w)]
    stated = reading(share).interval
    return any(m * (100 if share.kind == "percent" else 1) in stated for m in made)


def _with_whole(part: int, share: int, apposed: bool, context: Context) -> tuple[int, int] | None:
    """The part and the only other amount of its sort in the narrowest passage that has one."""
    for passage in passages(context.line(share), context, _BACK):
        shares = [i for each in passage for i in each.figures if context.quantity(i).kind in _SHARES and i != share]
        if any(i < share or not apposed for i in shares):
            return None
        others = [i for each in passage for i in each.figures if i not in (part, share) and _rival(i, part, context)]
        if apposed and any(i > share and context.quantity(i).value > context.quantity(part).value and _beside(i, context) for i in others):
            return None  # "exports were $42bn, 13% of the total, and imports $87bn"
        others = [i for i in others if not apposed or context.quantity(i).value > context.quantity(part).value]
        if len(others) > 1:
            others = _named(others, share, context) or _left_by(others, part, context) or others
        if others:
            return (part, others[0]) if len(others) == 1 and _whole(part, others[0], share, context) else None
    return None


def _left_by(others: list[int], part: int, context: Context) -> list[int]:
    """The larger of two amounts of which the part is what they leave: "took 9.0m, spent 7.2m and so kept 1.8m, a fifth of it"."""
    if len(others) != 2:
        return []
    less, more = sorted(others, key=lambda i: context.quantity(i).value)
    return [more] if context.quantity(more).value - context.quantity(less).value == context.quantity(part).value else []


def _named(others: list[int], share: int, context: Context) -> list[int]:
    """Those of several amounts that bear the name of what the share is of: "a third of the plots" of 1,150 plots."""
    names = telling(called(share, context), context)
    akin = kindred(names, context)
    return [i for i in others if names and (bears(i, akin, context) or kindred(words_at(i, context), context) & akin)]


def _beside(index: int, context: Context) -> bool:
    """True of an amount of another clause, behind "and imports"."""
    line, at = context.line(index), context.lines.position_of[index]
    return any(s in conjunctions(context) for s in line.symbols[max(0, at - _NAME) : at])


def _of_another(line: Line, context: Context) -> bool:
    """True of a sentence that opens with a place or a group: "In Holm 96 farms were visited", not "in June", "of these"."""
    return opens_elsewhere(line, context) and near(context).pattern("part-word").match(line.symbols) is None


def _sound(part: int, whole: int, share: int, context: Context) -> bool:
    """False of bounds, of what is expected, of another year, and of what a set is compared with."""
    p, w = context.quantity(part), context.quantity(whole)
    if p.kind == "duration" or any(q.approx in ("above", "below") for q in (p, w)) or p.value < _LEAST and p.scale == 1 and p.kind in COUNTED:
        return False
    planned = _its_money(_names(share, context), whole, context)  # a budget is a plan, whatever is spent of it
    if not planned and is_expected(whole, context) != is_expected(part, context) or is_side(whole, context):
        return False
    at = context.lines.position_of[whole]
    if near(context).within("increment", context.line(whole), max(0, at - 3), at):
        return False  # "a further 1.1m shares"
    a, b = period_at(part, context), period_at(whole, context)
    return not (a and b and a.year and b.year and a.year != b.year)


def _rival(index: int, part: int, context: Context) -> bool:
    """True of amounts of the sort of a part; not of the few that any text counts."""
    q, p = context.quantity(index), context.quantity(part)
    if not q.is_measure or not q.value or q.value < 0:
        return False
    if q.kind in COUNTED and p.kind in COUNTED:
        return q.value >= _LEAST or q.scale > 1 or bool(q.noun) and q.noun[-1:] == p.noun[-1:]
    return comparable(part, index, context) or q.kind == p.kind


def said_of(share: int, part: int, line: Line, context: Context) -> bool:
    """True where the share is put in right behind the part: "63 boats, 42%, came", "had 870 of them, or 72 per cent"."""
    at, end = context.lines.position_of[part], context.lines.position_of[share]
    if part > share:
        return _put_in_behind(share, part, line, context)
    if any(context.quantity(i).is_measure for i in line.quantities(at + 1, end)) and not _between(part, context):
        return False
    words, chars = context.extraction.tokens.words, context.lexicon.symbols
    light = context.function | context.lexicon.pack.words("share-lead")
    if part < share and chars.chars[")"] in line.symbols[at:end]:
        return False
    for k in range(end - 1, at, -1):
        if line.symbols[k] in chars.marks:
            if any(line.symbols[j] in chars.marks for j in range(at + 1, k)):
                return False
            bracket = line.symbols[k] == chars.chars["("] and context.quantity(part).kind not in COUNTED  # "£6m (12%)": a change
            return line.symbols[k] != chars.chars[";"] and not bracket
        if words[line.firsts[k]] not in light or line.symbols[k] in conjunctions(context) and not (k and line.symbols[k - 1] in chars.marks and near(context).within("or-word", line, k, k + 1)):
            return False
    return False


def _put_in_behind(share: int, part: int, line: Line, context: Context) -> bool:
    """True of "for a third of the plots, 230 of them, nobody came", "43% of what lay there, 1,581 pieces, had none"."""
    start, at, chars = context.lines.position_of[share], context.lines.position_of[part], context.lexicon.symbols
    words, q = near(context), context.quantity(part)
    if words.pattern("part-word").match(line.symbols, start + 1) is None or any(context.quantity(i).is_measure for i in line.quantities(start + 1, at)):
        return False
    if [p for p in range(start + 1, at) if line.symbols[p] in chars.marks] != [at - 1] or line.symbols[at - 1] not in (chars.chars[","], chars.chars["–"], chars.chars["—"]):
        return False
    end = next((p for p in range(at + 1, len(line.symbols)) if line.firsts[p] > max(q.last, q.noun_last)), len(line.symbols))
    m = words.pattern("of-these").match(line.symbols, end)
    end = m.end() if m else end
    return end < len(line.symbols) and line.symbols[end] in chars.marks


def _of_those(share: int, line: Line, context: Context) -> bool:
    """True of "640 hands, two thirds of them women": what stands in front is the whole."""
    at, words = context.lines.position_of[share] + 1, near(context)
    return words.pattern("part-word").match(line.symbols, at) is not None and words.pattern("back-reference").match(line.symbols, at + 1) is not None


def _between(part: int, context: Context) -> bool:
    """True of "2,900 of the island's 5,200 hectares, 75 per cent": the whole stands between, behind "of"."""
    words, q = context.extraction.tokens.words, context.quantity(part)
    return any(w in context.lexicon.pack.words("part-word") for w in words[q.last + 1 : max(q.last, q.noun_last) + 3])


def _taken_up(share: int, line: Line, context: Context) -> bool:
    """True of "A prevalence of 40 per cent is high", "That is 40 per cent of them", at the opening of a sentence."""
    at = context.lines.position_of[share]
    opens = at < 2 and at + 1 < len(line.symbols) and line.symbols[at + 1] in context.lexicon.symbols.marks  # "Forty-five per cent, she wrote"
    named = opens or near(context).within("sole-lead", line, max(0, at - _NAME), at)
    stated = near(context).ends("be-verb", line, at, 1) or near(context).pattern("part-word").match(line.symbols, at + 1) is not None
    return at <= _NAME + 1 and (named or stated and opens_back(share, context))


def _closed(share: int, line: Line, context: Context) -> bool:
    """True where nothing behind the share says that it is of something else: "40% to sitting tenants", "30% fewer"."""
    words, at, chars = near(context), context.lines.position_of[share] + 1, context.lexicon.symbols.chars
    if line.symbols[at : at + 1] == chars[")"]:  # "65 (3.4%) in the first arm and 31 (1.6%)"
        beside = [p - 1 for p in map(context.lines.position_of.__getitem__, line.figures) if context.quantity(line.quantity[p]).kind in _SHARES]
        return sum(line.symbols[p] == chars["("] for p in beside if p >= 0) == 1 and words.pattern("place-word").match(line.symbols, at + 1) is None
    if at >= len(line.symbols) or line.symbols[at] in context.lexicon.symbols.marks or words.pattern("share-closed").match(line.symbols, at):
        return True
    return _taken_up(share, line, context) or words.pattern("part-word").match(line.symbols, at) is not None


def _whole(part: int, whole: int, share: int, context: Context) -> bool:
    """True where the other amount can hold the part, as words tell."""
    p, w = context.quantity(part), context.quantity(whole)
    if not comparable(part, whole, context) or p.value >= w.value or not _of_it(share, whole, context):
        return False
    if p.kind not in COUNTED or w.kind == "currency":
        return p.unit == w.unit or p.scale > 1
    return not p.noun or p.noun[-1:] == w.noun[-1:] or _akin(p, whole, context) or same_people(p, w, context) or _of_the(p, context) or _of_all(share, context)


def _akin(p: Quantity, whole: int, context: Context) -> bool:
    return bears(whole, kindred(frozenset(stem(n, context) for n in p.noun), context), context)


def _of_the(p: Quantity, context: Context) -> bool:
    """True of "34 of the animals", "1.8m of these"."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    definite = pack.words("definite-article") | pack.words("back-reference")
    return any(set(words[k + 1 : k + 2]) & pack.words("part-word") and set(words[k + 2 : k + 3]) & definite for k in (p.last, p.noun_last) if k >= 0)


def _of_all(share: int, context: Context) -> bool:
    """True of "75% of everyone checked"."""
    line, at = context.line(share), context.lines.position_of[share] + 1
    words = near(context)
    return words.pattern("part-word").match(line.symbols, at) is not None and (m := words.pattern("share-of-all").match(line.symbols, at + 1)) is not None and not words.pattern("place-word").match(line.symbols, m.end())


def _of_it(share: int, whole: int, context: Context) -> bool:
    """True where the share names nothing, everything, or what the whole counts."""
    line, at = context.line(share), context.lines.position_of[share] + 1
    words, pack = near(context), context.lexicon.pack
    if words.pattern("part-word").match(line.symbols, at) is None or _of_all(share, context):
        return True
    if words.pattern("what-all").match(line.symbols, at + 1):
        return True
    names = _names(share, context)
    if not names or _its_money(names, whole, context):
        return True
    people = {stem(w, context) for w in pack.words("person-noun")}
    return bears(whole, kindred(names, context), context) or bool(names & people) and bool({stem(n, context) for n in context.quantity(whole).noun} & people)


def _names(share: int, context: Context) -> frozenset[str]:
    """What a share says that it is of, without words for any whole."""
    names = called(share, context) - frozenset(stem(w, context) for w in context.quantity(share).noun)
    general = frozenset(stem(w, context) for name in ("whole-name", "back-reference", "whole-general") for w in context.lexicon.pack.words(name))
    return frozenset() if names <= general else names


def _its_money(names: frozenset[str], whole: int, context: Context) -> bool:
    """True of "spends 52m crowns on roads ... 18 per cent of the roads budget": money named by what its sentence spends it on."""
    heads = frozenset(stem(w, context) for w in context.lexicon.pack.words("money-head"))
    line, at = context.line(whole), context.lines.position_of[whole]
    said = content(line.firsts[0], line.lasts[-1] + 1, context)
    if context.quantity(whole).kind != "currency" or not names & heads or names & heads & said or conjunctions(context) & set(line.symbols[at:]):
        return False  # "80m from the culture budget", "80m on culture and sport"
    return bool(names - heads) and names - heads <= said
