"""Figures that what is told beside them keeps out of a frame: see `misfits`.

    61% were not pleased with the pay and 72% were not with the food      neither leaves the other
    and another 30% are not sure                                          one more share, not the rest
    72 came, and 60 were split into three groups                          the number of the groups is none of their sizes
    geometric.mean, 41                                                    a page
    KR 415 was twice as quick as KR 302                                   names
    of the 900 called up 80 were killed and 130 wounded                   others came home
"""

from __future__ import annotations

from bisect import bisect_left

from checker.linking.context import Context, stem
from checker.linking.structure.near import near
from checker.model import Frame, Quantity
from checker.units import times_as_large

_CLAUSE = 7  # symbols behind a figure in which it is said what they did
_LEAD = 3  # symbols in front of a figure
_GROUPS = 20  # fewer may be the number of groups
_OPENING = 5  # symbols
_SERIES = 13  # games
_LABELLED = frozenset("change quotient part share difference comparison".split())


def told_otherwise(frame: Frame, context: Context) -> bool:
    """True of a frame that the words beside one of its figures rule out."""
    claims = frame.claims
    figures = [i for found in claims.values() for i in found]
    if any(_of_a_decade(context.quantity(i), context) or _quoted(context.quantity(i), context) for i in figures):
        return True
    if frame.family == "majority" and any(_is_setting(context.quantity(i), context) for i in figures):
        return True
    if frame.family in _LABELLED and any(_is_name(context.quantity(i), context) for i in figures):
        return True
    if frame.family in _LABELLED and _called_alike(figures, context):
        return True
    check = _CHECKS.get(frame.family)
    return check is not None and check(frame, context)


def _of_a_decade(q: Quantity, context: Context) -> bool:
    """True of "in the $4.10s": some figure from there on."""
    text, end, plural = context.extraction.document.text, q.number_end, context.lexicon.pack.words("plural-ending")
    return q.kind == "currency" and text[end - 1].isdigit() and text[end : end + 1] in plural and not text[end + 1 : end + 2].isalpha()


def _quoted(q: Quantity, context: Context) -> bool:
    """True of a share that stands alone in quotes: a label."""
    text = context.extraction.document.text
    return q.kind == "percent" and text[q.start - 1 : q.start] == text[q.end : q.end + 1] == '"'


def _is_setting(q: Quantity, context: Context) -> bool:
    """True of "G = 10", but not of "n = 10"."""
    before = context.extraction.tokens.words[max(0, q.first - 2) : q.first]
    return len(before) == 2 and before[1] == "=" and before[0] not in context.lexicon.pack.words("sample-letter")


def _is_name(q: Quantity, context: Context) -> bool:
    """True of "KR 415": bare digits behind capitals that are no currency."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    if q.kind != "number" or q.unit or q.noun or q.style != "digits" or not q.first or q.value is None or q.value.denominator != 1:
        return False
    start, end = tokens.starts[q.first - 1], tokens.ends[q.first - 1]
    return end - start > 1 and text[start:end].isalpha() and text[start:end].isupper() and text[end : q.start] == " " and not _in_capitals(q.first, context)


def _called_alike(figures: list[int], context: Context) -> bool:
    """True of "Pam 635, Pam 649": bare figures behind one name, written large."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    bare = [q for q in map(context.quantity, dict.fromkeys(figures)) if q.kind == "number" and q.style == "digits" and not q.unit and q.first]
    names = [tokens.words[q.first - 1] for q in bare if text[tokens.starts[q.first - 1]].isupper() and text[q.start - 1] == " "]
    return any(names.count(name) > 1 and name.isalpha() for name in names)


def _in_capitals(at: int, context: Context) -> bool:
    """True where what stands around is in capitals too: a headline tells nothing by them."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    around = [text[tokens.starts[i] : tokens.ends[i]] for i in range(max(0, at - _LEAD), min(len(tokens.words), at + _LEAD)) if tokens.words[i].isalpha()]
    return sum(word.isupper() for word in around) > 1


def _no_rest(frame: Frame, context: Context) -> bool:
    """True of "another 30%", and of two shares of which both did not."""
    words, at = near(context), context.lines.position_of
    rest, parts = frame.claims.get("rest", ()), frame.claims.get("part", ())
    if len(rest) != 1 or not parts:
        return False
    line = context.line(rest[0])
    if words.within("one-more-share", line, at[rest[0]] - 2, at[rest[0]]):
        return True
    denied = [words.within("denied", context.line(i), at[i] + 1, _clause_end(i, context)) for i in (rest[0], parts[-1])]
    asked = words.within("of-all-asked", line, at[rest[0]] - _OPENING, at[rest[0]])
    return all(denied) and len(parts) == 1 or asked


def _clause_end(index: int, context: Context) -> int:
    """Where what is said of a figure ends: at the next one, at the latest."""
    line, at = context.line(index), context.lines.position_of[index]
    return next((p for p in range(at + 1, min(len(line.quantity), at + 1 + _CLAUSE)) if line.quantity[p] >= 0), at + 1 + _CLAUSE)


def _numbers_of_groups(frame: Frame, context: Context) -> bool:
    """True of "3 groups" beside the sizes of groups; of as many as twenty it is the size: "101 to the second arm"."""
    named, tokens = context.lexicon.pack.words("group-called"), context.extraction.tokens.words
    parts = [context.quantity(i) for i in frame.claims.get("part", ())]
    heads = [not named.isdisjoint(q.noun[-1:]) or not q.noun and q.value < _GROUPS and not named.isdisjoint(tokens[q.last + 1 : q.last + 1 + _LEAD]) for q in parts]
    return any(heads) and not all(heads)


def _other_members(frame: Frame, context: Context) -> bool:
    """True of two groups of 50 patients beside 54 clinics."""
    heads = [context.quantity(frame.claims[part][0]).noun[-1:] for part in ("total", "size") if frame.claims.get(part)]
    people = {stem(w, context) for w in context.lexicon.pack.words("headline-people")}
    return len(heads) == 2 and all(heads) and len(people & {stem(h[0], context) for h in heads}) == 1 and heads[0] != heads[1]


def _other_estimate(frame: Frame, context: Context) -> bool:
    """True of a value of a test, and of an end of the interval itself."""
    words, at = near(context), context.lines.position_of
    return any(words.within("no-estimate", context.line(i), at[i] - _LEAD, at[i]) for i in frame.claims.get("estimate", ()))


def _page_of(frame: Frame, context: Context) -> bool:
    """True of a whole number behind a comma: "ICC, 12"."""
    for i in frame.claims.get("value", ()):
        q = context.quantity(i)
        if q.value is not None and q.value.denominator == 1 and context.extraction.tokens.words[q.first - 1] == ",":
            return True
    return False


def _so_much_in(frame: Frame, context: Context) -> bool:
    """True of "10 mg/100 g": so much of the one in so much of the other."""
    found = sorted((context.quantity(i) for part in frame.claims.values() for i in part), key=lambda q: q.start)
    if len(found) != 2 or context.extraction.document.text[found[1].start - 1] != "/":
        return False
    return None not in (found[0].unit, found[1].unit) and times_as_large(*found).denominator == 1


def _adds_to_nothing(frame: Frame, context: Context) -> bool:
    """True of a rate that is no sum, of how often, and of some of the fates that befell a crowd."""
    words, at = near(context), context.lines.position_of
    total, parts = frame.claims.get("total", ()), frame.claims.get("part", ())
    if len(total) == 1 and context.quantity(total[0]).kind == "percent" and words.within("rate-called", context.line(total[0]), at[total[0]] - _LEAD, at[total[0]]):
        return True
    tokens = context.extraction.tokens.words
    often = context.lexicon.pack.words("how-often")
    occasions = [not often.isdisjoint(tokens[context.quantity(i).last : context.quantity(i).last + 2]) for i in parts]
    if any(occasions) and not all(occasions):
        return True
    fates = [words.within(name, context.line(i), at[i] + 1, at[i] + 1 + _LEAD + 1) for i in parts for name in ("fate-dead", "fate-hurt", "fate-crippled")]
    spared = any(words.within("fate-none", context.line(i), at[i] - _CLAUSE, at[i] + _CLAUSE) for i in parts)
    return sum(fates) > 1 and sum(fates) >= len(parts) and not spared


def _of_all_asked(frame: Frame, context: Context) -> bool:
    """True of "Of those asked, 62% did not": not of those who had just been told of."""
    words = near(context)
    return any(words.within("of-all-asked", context.line(i), 0, context.lines.position_of[i]) for i in frame.claims.get("second", ()))


def _of_before(frame: Frame, context: Context) -> bool:
    """True of the average with which a side entered a game, beside the figures of that game."""
    words, at = near(context), context.lines.position_of
    return any(words.within("entering-with", context.line(i), at[i] - 2 * _CLAUSE, at[i]) for i in frame.claims.get("average", ()))


def _too_many_games(frame: Frame, context: Context) -> bool:
    """True of 17-16: no series of games is that long."""
    scores = [context.quantity(i) for i in frame.claims.get("part", ())]
    return any(q.low is not None and q.high is not None and q.low + q.high > _SERIES for q in scores)


def _rate_beside_sum(frame: Frame, context: Context) -> bool:
    """True of so many a month beside a range of so many."""
    units = ["/" in (context.quantity(i).unit or "") for part in ("value", "whole") for i in frame.claims.get(part, ())[:1]]
    return len(units) == 2 and units[0] and not units[1]


def _per_itself(frame: Frame, context: Context) -> bool:
    """True where the whole is only the number by which a rate is told: "42 a year (61.3 per 100,000)"."""
    whole, rate = frame.claims.get("whole", ()), frame.claims.get("rate", ())
    if len(whole) != 1 or len(rate) != 1:
        return False
    w, r = context.quantity(whole[0]), context.quantity(rate[0])
    return w.value is not None and (r.unit or "").partition("/")[2].startswith(str(w.value))


def _part_of_them(frame: Frame, context: Context) -> bool:
    """True of "Ten of these 14": a part and its whole."""
    words, at = near(context), context.lines.position_of
    figures = [i for part in ("first", "second") for i in frame.claims.get(part, ())]
    if len(figures) != 2 or context.line(figures[0]) is not context.line(figures[1]):
        return False
    start, end = sorted(at[i] for i in figures)
    return end - start <= _LEAD + 1 and words.within("part-of-them", context.line(figures[0]), start + 1, end)


def _listed_otherwise(frame: Frame, context: Context) -> bool:
    """True of a list with scores, which tell what came of it, and of one with the office of somebody listed."""
    tokens, lexicon = context.extraction.tokens, context.lexicon.pack
    spans = frame.spans.get("item", ())
    home = context.line(frame.claims["announced"][0]) if frame.claims.get("announced") else None
    scores = [context.quantity(i) for i in home.figures if context.quantity(i).kind == "score"] if home is not None else []
    if any(start <= q.start < end for q in scores for start, end in spans):
        return True
    offices, of = lexicon.words("office-noun"), lexicon.words("office-of")
    firsts = {start for start, _ in spans}
    named = sum(tokens.starts[i] in firsts and _office(i, tokens.words, offices, of) for i in _tokens_of(spans, context))
    announced = context.quantity(frame.claims["announced"][0]).value if frame.claims.get("announced") else None
    return named > 0 and announced == len(spans) - named


def _office(at: int, words: list[str], offices: frozenset[str], of: frozenset[str]) -> bool:
    """Whether "Duke of", "Chief Judge of" begins here."""
    return any(words[at + n] in offices and at + n + 1 < len(words) and words[at + n + 1] in of for n in range(2) if at + n < len(words))


def _tokens_of(spans: tuple[tuple[int, int], ...], context: Context) -> range:
    starts = context.extraction.tokens.starts
    return range(bisect_left(starts, spans[0][0]), bisect_left(starts, spans[-1][1])) if spans else range(0)


_CHECKS = {
    "rest-share": _no_rest,
    "groups": _numbers_of_groups,
    "equal-groups": _other_members,
    "estimate-interval": _other_estimate,
    "coefficient": _page_of,
    "conversion": _so_much_in,
    "conversion-exact": _so_much_in,
    "sum": _adds_to_nothing,
    "share-of-share": _of_all_asked,
    "series-games": _too_many_games,
    "inside-range": _rate_beside_sum,
    "incidence": _per_itself,
    "repeated": _part_of_them,
    "enumeration": _listed_otherwise,
    "counted-list": _listed_otherwise,
    "average": _of_before,
    "average-plain": _of_before,
    "average-slipped": _of_before,
}
