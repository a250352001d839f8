"""One figure given twice: a definite reference to a count or sum, a measure named again, a headline and its story.

Only what a definite description or the layout ties can be proved wrong: "the 17 were taken to hospital" after one count
of people, "the turnout of 64%" after "turnout was 61%", the one amount of a headline and the one of the lead. Every
other mention of a like figure can only make it pass.
"""

from __future__ import annotations

from itertools import islice

from checker.linking.context import Context, content, stem, telling
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.again.headlines import one_size, summed_up, told_in_opening, vague
from checker.linking.structure.again.misprints import typed_wrong
from checker.linking.structure.again.others import other_in_lead, told_apart
from checker.linking.structure.again.results import results_again, so_far
from checker.linking.structure.near import near, one_slip
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.once import once
from checker.units import compatible

_BACK = 60  # lines in front of a definite reference that are searched
_TITLE = 22  # symbols of a headline
_LEAD = 3  # sentences of a story that say what the headline says
_BODY = 60
_MANY = 14  # readings of one reference
_SEARCHED = 120  # figures that one reference is compared with


def echoes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated"."""
    lines = prose_lines(context)
    found = _headline(lines, context)
    named: dict[frozenset[str], list[int]] = {}
    for n, line in enumerate(lines):
        for at, index in line.placed:
            if not _plain(context.quantity(index)):
                continue
            found.extend(_definite(at, index, line, lines[max(0, n - _BACK) : n], context))
            found.extend(_whole(at, index, line, lines[max(0, n - 1) : n], context))
            found.extend(_named(at, index, line, named, context))
    return found


def _plain(q: Quantity) -> bool:
    return q.kind == "score" and q.low is not None or q.is_measure and q.value is not None and q.sense != "range" and q.kind not in ("ratio", "multiple", "points", "age")


def _like(a: Quantity, b: Quantity, context: Context) -> bool:
    """True where both can be figures of one fact: one unit, one counted noun or two that mean the same."""
    if a.kind == "score" or b.kind == "score":
        return a.kind == b.kind
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return "/" not in (a.unit or "") + (b.unit or "") and (not a.noun or not b.noun or same_noun(a, b, context))
    return a.kind == b.kind and a.unit is not None and compatible(a.unit, b.unit)


def same_noun(a: Quantity, b: Quantity, context: Context) -> bool:
    """True where two counts are of one noun, or of two that the pack gives as names of one thing."""
    if a.noun[-1:] == b.noun[-1:]:
        return True
    words = context.extraction.tokens.words
    x, y = (words[q.noun_last] for q in (a, b))
    return any(x in group and y in group for group in _names_of_one(context.lexicon))


@once
def _names_of_one(lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    """The groups of names of one thing."""
    classes = lexicon.pack.data.get("words_sum", {}).get("classes", {})
    return tuple(frozenset(found["words"]) for name, found in classes.items() if name.startswith("alike-"))


def _frame(first: int, second: int, tied: bool, context: Context, tier: int = 3) -> Frame:
    q = context.quantity(second)
    claims = {"first": (first,), "second": (second,)}
    return Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), tier)


# ---------------------------------------------------------------- definite references


def _definite(at: int, index: int, line: Line, before: list[Line], context: Context) -> list[Frame]:
    """"the 17 were treated", "Of the 27, only eight", "the 1,900 redundancies", "the 5-1 win"."""
    q = context.quantity(index)
    if not at or not context.lexicon.pattern("the-word").match(line.symbols, at - 1) or q.approx:
        return []
    if q.kind == "score" and q.low is not None:
        return [_frame(i, index, tied and not so_far(i, context), context) for i, tied in results_again(at, index, line, before, context)]
    if _set_of_its_own(at, index, line, context):
        return []
    if q.kind not in ("count", "number") or q.value < 5 or q.scale != 1 or q.style not in ("digits", "words"):
        return []
    bare = q.kind == "number"
    if bare and not (line.symbols[at + 1 : at + 2] == context.lexicon.symbols.chars[","] or context.lexicon.pattern("be-verb").match(line.symbols, at + 1)):
        return []
    back = (i for other in reversed(before) for i in reversed(other.figures))
    earlier = [*islice(back, _SEARCHED), *line.quantities(0, at - 1)[-_SEARCHED:]]
    earlier = [i for i in earlier if _plain(context.quantity(i)) and context.quantity(i).kind in ("count", "number") and _like(q, context.quantity(i), context)]
    counted = [i for i in earlier if context.quantity(i).kind == "count" and context.quantity(i).value >= 5]
    if bare:
        near = [i for i in counted if line.number - context.line(i).number <= 2]
        of_the = at > 1 and context.lexicon.pattern("of-alone").match(line.symbols, at - 2)
        tied = near[0] if len(near) == 1 and len(counted) == 1 and _people(near[0], context) else None
        tied = counted[0] if of_the and len(counted) == 1 else tied
    else:
        known = {context.quantity(i).value for i in counted}
        tied = counted[-1] if len(known) == 1 and counted and (_same_thing(counted[-1], index, context) or _told_next(counted[-1], index, line, context)) else None
    return [_frame(i, index, i == tied, context) for i in dict.fromkeys([*([tied] if tied is not None else []), *earlier[:_MANY]])]


def _set_of_its_own(at: int, index: int, line: Line, context: Context) -> bool:
    """True of "of these 204 were", "19 more than the 242", "the 90 who were asked": others than those told of before."""
    words, lexicon = line.symbols, context.lexicon
    for name, end in (("of-them", at), ("compared-word", at - 1)):
        if any(m.end() == end for m in lexicon.pattern(name).finditer(words, max(0, at - 5), at)):
            return True
    q = context.quantity(index)
    return bool(lexicon.pattern("echo-relative").match(words, at + 1 + max(0, q.noun_last - q.last)))


def _people(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("all-in") if q.noun_last >= 0 else False


def _same_thing(first: int, second: int, context: Context) -> bool:
    """True where what is said after the two counts shares a word: underwent randomisation, randomised."""
    a, b = context.quantity(first), context.quantity(second)
    if a.noun[:-1] != b.noun[:-1] or context.lines.line_of[first] == context.lines.line_of[second]:
        return False
    if a.noun[-1] != b.noun[-1]:
        return one_slip(b, a.value) or a.value == b.value  # jobs, later called redundancies: names of one thing
    if told_apart(first, second, context):
        return False
    said = [_around(i, context) for i in (first, second)]
    return any(_akin(x, y) for x in said[0] for y in said[1])


def _told_next(first: int, second: int, line: Line, context: Context) -> bool:
    """"... 18 homes. The 21 homes had been insured": the next sentence goes on about the same things."""
    q = context.quantity(second)
    at = context.lines.position_of[second] + 1 + max(0, q.noun_last - q.last)
    told = context.lexicon.pattern("be-verb").match(line.symbols, at)
    labelled = context.lexicon.symbols.chars[":"] in line.symbols[: context.lines.position_of[second]]
    return bool(told) and not labelled and line.number - context.line(first).number == 1 and q.noun == context.quantity(first).noun


def _around(index: int, context: Context) -> frozenset[str]:
    q, end = context.quantity(index), context.line(index).lasts[-1] + 1
    last = max(q.last, q.noun_last) + 1
    return telling(content(last, min(end, last + 3), context), context)


def _akin(a: str, b: str) -> bool:
    """Forms of one word: a long common beginning."""
    return len(a) > 5 and a[:6] == b[:6]


def _whole(at: int, index: int, line: Line, before: list[Line], context: Context) -> list[Frame]:
    """"the whole £3.2m", "all €26,000 of it": the one amount of the sentence or of the one before."""
    q = context.quantity(index)
    if q.kind != "currency":
        return []
    lead = near(context).ends("the-whole", line, at, 3)
    of_it = context.lexicon.pattern("all-word").match(line.symbols, at - 1) and context.lexicon.pattern("of-it").match(line.symbols, at + 1) if at else None
    if not (lead and context.lexicon.pattern("be-verb").match(line.symbols, at + 1) or of_it):
        return []
    earlier = [i for other in before for i in other.figures] + line.quantities(0, at)
    earlier = [i for i in earlier if context.quantity(i).kind == "currency" and _like(q, context.quantity(i), context)]
    return [_frame(i, index, len(earlier) == 1, context) for i in earlier]


# ---------------------------------------------------------------- measures named again


def _named(at: int, index: int, line: Line, named: dict, context: Context) -> list[Frame]:
    """"Turnout was 61.4% ... the turnout of 64.1%"; "p95 latency was 340 ms ... p95 latency came in at 215 ms"."""
    q = context.quantity(index)
    if q.kind not in ("percent", "physical", "duration", "currency") or q.change is not None:
        return []
    key, definite = _name(at, line, context)
    if not key:
        return []
    known = [i for i in named.get(key, ())[-_SEARCHED:] if _like(context.quantity(i), q, context)]
    if q.kind == "currency":  # sums of money have namesakes: only near by
        known = [i for i in known if line.number - context.line(i).number < 13]
    found = []
    if definite:
        values = {context.quantity(i).value for i in known}
        found = [_frame(i, index, len(values) == 1, context, 4) for i in known[:_MANY]]
    if not definite:
        named.setdefault(key, []).append(index)
    return found


def _name(at: int, line: Line, context: Context) -> tuple[frozenset[str], bool]:
    """What a figure is called by the words "X was" or "the X of" in front of it, and whether with a definite article."""
    words = context.extraction.tokens.words
    of_word = context.lexicon.pattern("of-alone").match(line.symbols, at - 1) if at > 2 else None
    if of_word and line.quantity[at - 2] < 0 and context.lexicon.pattern("the-word").match(line.symbols, at - 3):
        return frozenset([stem(words[line.firsts[at - 2]], context)]), True
    m = next((m for m in near(context).matches("level-is", line, max(0, at - 3), at) if m.end() == at), None)
    if not m or not m.start():
        return frozenset(), False
    start = m.start()
    while start > 0 and line.quantity[start - 1] < 0 and line.symbols[start - 1] not in context.lexicon.symbols.marks and m.start() - start < 5:
        start -= 1
    if start and line.symbols[start - 1] not in (context.lexicon.symbols.chars[","], context.lexicon.symbols.chars[":"], context.lexicon.symbols.chars["."]):
        return frozenset(), False
    return telling(content(line.firsts[start], line.firsts[m.start()], context), context), False


# ---------------------------------------------------------------- headlines


def _headline(lines: list[Line], context: Context) -> list[Frame]:
    """The figures of the first lines against those of the story."""
    titles = []
    for line, after in zip(lines[:2], lines[1:]):
        if not (_is_title(line, context) or not line.number and in_capitals(line, context)) or titles and (len(line.symbols) > _TITLE // 2 or after.block == line.block or titles[0].figures):
            break
        titles.append(line)
    body = [line for line in lines[len(titles) : len(titles) + _BODY] if not titles or line.block != titles[-1].block or in_capitals(titles[-1], context)]
    if not titles or not body:
        return []
    found = []
    figures = [i for title in titles for i in title.figures if _plain(context.quantity(i)) and not _half(i, title, context)]
    for index in figures:
        q = context.quantity(index)
        like = [i for line in body for i in line.figures if _plain(context.quantity(i)) and _like(q, context.quantity(i), context) and not so_far(i, context)]
        rivals = [i for i in figures if i != index and _like(q, context.quantity(i), context)]
        opening = body[: 1 if q.kind == "duration" else _LEAD]  # of lengths of time a story has many: "an 8-mth deficit" is one of the first eight months
        lead = [i for i in like if any(i in line.figures for line in opening) and not _compared(i, context)]
        said = any(_same_digits(q, context.quantity(i)) for line in body for i in line.figures) or summed_up(q, [i for line in body for i in line.figures], context)
        tied = lead[0] if len(lead) == 1 and not rivals and _one_story(index, lead[0], titles, body, context) else None
        if tied is None and not rivals:
            tied = told_in_opening(index, titles, body[0], [i for i in body[0].figures if i in like], context)
        if said:  # what the story has somewhere is no mistake
            tied = tied if tied is not None and q.value == context.quantity(tied).value else None
        elif tied is None and not rivals:
            tied = typed_wrong(index, titles[-1] if index in titles[-1].figures else titles[0], body, context)
        tied = None if tied is not None and other_in_lead(index, tied, context) else tied
        like = [i for i in like if i == tied or not vague(q, context.quantity(i))]
        found.extend(_frame(i, index, i == tied, context) for i in dict.fromkeys([*([tied] if tied is not None else []), *like[:_BODY]]))
    return found


def _half(index: int, line: Line, context: Context) -> bool:
    """True of "1.00/1.50" and of a bare number with a scale: more is meant than is read."""
    at, q = context.lines.position_of[index], context.quantity(index)
    return at > 0 and line.symbols[at - 1] == context.lexicon.symbols.chars["/"] or q.kind == "number" and q.scale != 1


def _same_digits(a: Quantity, b: Quantity) -> bool:
    """True where the story has the headline's figure, perhaps in another unit: Taiwan dollars, dollars each."""
    if b.value is None and a.value in (b.low, b.high) and a.value is not None:
        return True  # one end of what is read as a range
    if a.value is None or b.value is None or a.value < 5 and a.value.denominator == 1 and a.kind != "currency":
        return False
    return abs(a.value - b.value) < (a.place or 0) or a.value == b.value


def _is_title(line: Line, context: Context) -> bool:
    if len(line.symbols) > _TITLE or not line.symbols:
        return False
    text, end = context.extraction.document.text, context.extraction.tokens.ends[line.lasts[-1]]
    return text[end - 1] not in ".!?:;," and text[end : end + 4].replace("\r\n", "\n")[:2].strip(" *_\r") in ("", "\n", "\n\n")


def in_capitals(line: Line, context: Context) -> bool:
    """True of a headline that its capitals alone tell from the story behind it."""
    starts, ends = context.extraction.tokens.starts, context.extraction.tokens.ends
    return len(line.symbols) <= _TITLE and context.extraction.document.text[starts[line.firsts[0]] : ends[line.lasts[-1]]].isupper()


def _one_story(title: int, lead: int, titles: list[Line], body: list[Line], context: Context) -> bool:
    """True where the sentence of the lead speaks of what the headline speaks of."""
    a, b = context.quantity(title), context.quantity(lead)
    words = telling(frozenset().union(*(_words(line, context) for line in titles)), context)
    near = words & telling(_words(context.line(lead), context), context)
    common = words & telling(frozenset().union(*(_words(line, context) for line in body[:_LEAD])), context)
    if a.kind == "score":
        return len(common) >= 1
    if a.change != b.change and a.change and b.change or not one_size(a, b):
        return False
    at = context.lines.position_of[lead]
    before = context.line(lead).quantity[at - 1] if at else -1
    if before >= 0 or _compared(lead, context):
        return False  # two 10,000-tonne cargoes
    if a.kind in ("count", "number"):
        if a.kind == b.kind == "count" and a.value >= 5:
            return len(common) >= 2 and len(near) >= 1 and same_noun(a, b, context)
        opening = context.lines.position_of[title] == 0 and at <= 1 and a.value > 1 and len(common) >= 1
        return (opening or a.value >= 5 and len(common) >= 3) and a.scale == 1 and b.kind == "count" and _people(lead, context)
    return len(common) >= 2 and len(near) >= 1


def _compared(index: int, context: Context) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).ends("compared-word", line, at, 4)


def _words(line: Line, context: Context) -> frozenset[str]:
    return content(line.firsts[0], line.lasts[-1] + 1, context)
