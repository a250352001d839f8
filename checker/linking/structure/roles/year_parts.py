"""The two parts of a year and all of it, which is named by nothing but its year.

    new orders worth 5.9 billion in 2021, its busiest year ... From January to September contracts for 4.1 billion ... October to December
    brought a further 1.8 billion

Of the measure there are these three figures in the text and no other; nothing was cancelled or revised.
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem, years_in
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.joint.pairs import both_counted, one_measure
from checker.linking.structure.joint.seasons import LEVELS, PAIRS, said_of, same_measure, speaks_of, told_of_seasons
from checker.linking.structure.joint.share_volume import sentence_words
from checker.linking.structure.near import near
from checker.linking.structure.roles.cast import by_name, cast_of, clear, common, measures_in, ties_of
from checker.model import Frame

_SPOKEN = ("period", "duration", "date", "ordinal", "ratio")  # what parts of a year may be read as
_OF = 3  # symbols behind a figure that say what it is of


def year_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    if not any(q.kind in _SPOKEN for q in context.extraction.quantities) or cast_of(context) is None:
        return []
    page, ties = page_of(context), ties_of(frames)
    for names in PAIRS:
        frame = by_name(_frame(page, names)) if speaks_of(page, names) else None
        if frame is not None and not any(f.family == "sum" and f.pinned and f.claims["part"] == frame.claims["part"] for f in frames) and not ties.elsewhere(frame, frame.claims["part"][1]):
            return [frame]
    return []


def _frame(page: Page, names: tuple[str, str]) -> Frame | None:
    first, second = (_told(page, names, name) for name in names)
    if first is None or second is None or first is second or not _one_thing(first, second, page):
        return None
    more = max(first.quantity.value, second.quantity.value)
    levels = [f for line in page.lines for f in _levels(page, line) if f.index not in (first.index, second.index)]
    if any(same_measure(f, first) and f.quantity.value < more and f.quantity.scale == first.quantity.scale for f in levels):
        return None  # more of it is told
    total = one([f for f in levels if f.quantity.value > more and _one_thing(f, first, page)])
    if total is None or not _of_year(page, total) or not _tied(page, total, first, second) or _severed(page, (total, first, second)):
        return None
    if not clear(total.quantity, first.quantity.value + second.quantity.value):
        return None
    return page.frame("sum", {"total": (total.index,), "part": (first.index, second.index)})


def _one_thing(a: Figure, b: Figure, page: Page) -> bool:
    """True of two levels of one measure, also of "12 million passengers" and "9 million people"."""
    if same_measure(a, b) or one_measure(a, b):
        return True
    return both_counted(a, b) and (_persons(a, b, page) or _named_in(a, b, page) or _named_in(b, a, page))


def _persons(a: Figure, b: Figure, page: Page) -> bool:
    """True of "people" and of those who are such: passengers, patients."""
    words = page.context.lexicon.pack.words
    heads = [f.quantity.noun[-1] if f.quantity.noun else "" for f in (a, b)]
    return any(h in words("distant-people") for h in heads) and all(h in words("distant-people") or h in words("persons-counted") for h in heads)


def _named_in(a: Figure, b: Figure, page: Page) -> bool:
    """Whether the sentence of a figure speaks of what another one counts: "registrations", "cars were registered"."""
    return bool(a.quantity.noun) and bool(common(frozenset([stem(a.quantity.noun[-1], page.context)]), sentence_words(b, page)))


def _levels(page: Page, line) -> list[Figure]:
    return [f for f in page.figures(line) if f.quantity.kind in LEVELS and f.quantity.value and (f.item.sign == 0 or page.says("seasons-more", line, f.left, f.at)) and (f.item.word not in ("from", "base", "than") or _behind_season(page, f)) and f.quantity.sense not in ("bound", "range")]


def _behind_season(page: Page, f: Figure) -> bool:
    """True of "from January to September 4,100", which starts from nothing."""
    before = f.line.quantity[f.at - 1] if f.at else -1
    return before >= 0 and page.context.quantity(before).kind == "period"


def _told(page: Page, names: tuple[str, str], name: str) -> Figure | None:
    """The only level that is told of a season; the one right behind its words where its sentence has more."""
    found = []
    for line in page.lines:
        if not any(said_of(page, line, one_of) for one_of in names) or not (figures := _levels(page, line)):
            continue
        at = told_of_seasons(page, line, names, [f.quantity.start for f in figures]).get(name)
        if at is not None:
            found.append(figures[at])
    return one(found)


def _of_year(page: Page, total: Figure) -> bool:
    """Whether the sentence of a total speaks of a year."""
    years = any(page.context.quantity(i).kind in ("year", "period") for i in total.line.figures)
    return years or page.says("seasons-year", total.line) or bool(said_of(page, total.line, "full-year"))


def _tied(page: Page, total: Figure, first: Figure, second: Figure) -> bool:
    """Whether words say that the second part came on top of the first, and the sentence of the total speaks of what they are."""
    parts = sentence_words(first, page) | sentence_words(second, page)
    more = page.says("seasons-more", second.line, 0, second.right)
    taken_up = page.says("of-this-whole", first.line, 0, first.at) or first.quantity.kind != "currency" and {page.number(f.line) for f in (first, second)} <= {page.number(total.line), page.number(total.line) + 1}
    return bool(parts & sentence_words(total, page)) or more or taken_up or page.says("sums-up", total.line)


def _severed(page: Page, three: tuple[Figure, Figure, Figure]) -> bool:
    """Whether something else explains a difference: other years, other things, plans, what was cancelled."""
    lines = {f.line.number: f.line for f in three}.values()
    years = {y for line in lines for y in years_in(line, page.context)}
    other = any(page.says(name, f.line, 0, f.at) or page.near.pattern("of-some").match(f.line.symbols, f.at + 1) for f in three for name in ("told-unreal", "looks-ahead", "owner-part", "joint-mean"))
    gone = any(near(page.context).has("seasons-not", line) and not near(page.context).has("rest-denied", line) for line in page.lines)
    things = [t for f in three if (t := _thing(page, f))]
    measures = [m for f in three if (m := measures_in(f.line, f.right, page))]
    return len(years) > 1 or other or gone or any(not a & b for told in (things, measures) for a in told for b in told)


def _thing(page: Page, f: Figure) -> frozenset[str]:
    """What a figure is said to be of: coal in "2.4 million tonnes of coal"."""
    line = f.line
    if line.symbols[f.at + 1 : f.at + 2] not in page.reader.words.of or f.at + 2 >= len(line.firsts):
        return frozenset()
    return content(line.firsts[f.at + 2], line.lasts[min(f.at + _OF, len(line.firsts) - 1)] + 1, page.context)
