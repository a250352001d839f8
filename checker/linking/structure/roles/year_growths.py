"""The growth of a year, and those of its two parts, between which it lies.

    carried 5.7 per cent more passengers last year ... In the first nine months the number had gone up by 5.0 per cent ... in the fourth
    quarter it was 8.2 per cent higher

Each part of the year has one growth in the text, and of all others one is told of the year.
"""

from __future__ import annotations

from checker.linking.context import Context, years_in
from checker.linking.lines import Line
from checker.linking.structure.change.parts_of_growth import Rate, growth_frame
from checker.linking.structure.joint.outgrown import growths_of
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.joint.seasons import PAIRS, said_of, speaks_of, told_of_seasons
from checker.linking.structure.roles.cast import by_name, cast_of, measures_in, ties_of
from checker.model import Frame

_NOT = ("joint-mean", "constant-terms", "margin-without", "looks-ahead", "told-unreal", "seasons-not", "of-quarters")
_WITHIN = 10  # sentences
_BEHIND = 3  # symbols from a growth that still say what grew
_SPOKEN = ("period", "duration", "date", "ordinal", "ratio")  # what parts of a year may be read as


def year_growths(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "growth-of-total" and "growth-of-total-mixed"."""
    if not any(q.kind in _SPOKEN for q in context.extraction.quantities) or cast_of(context) is None:
        return []
    page, ties = page_of(context), ties_of(frames)
    for names in PAIRS:
        frame = _frame(page, names) if speaks_of(page, names) else None
        if frame is not None and not any(ties.elsewhere(frame, i) for c in ("change", "part") for i in frame.claims[c]):
            return [frame]
    return []


def _frame(page: Page, names: tuple[str, str]) -> Frame | None:
    told: dict[str, list[Rate]] = {}
    others: list[Rate] = []
    for line in page.lines:
        rates = [r for r in _growths(page, line) if not r[1].blocked and not r[1].apposed]
        spots = [page.reader.quantity(item).start for _, item in rates]
        places = told_of_seasons(page, line, names, spots) if any(said_of(page, line, name) for name in names) else {}
        for name in names:
            if name in places:
                told.setdefault(name, []).append(rates[places[name]])
        others += [r for n, r in enumerate(rates) if n not in (places.get(name) for name in names)]
    if any(len(told.get(name, ())) != 1 for name in names):
        return None
    parts = [told[name][0] for name in names]
    wholes = [r for r in others if abs(page.number(r[0]) - page.number(parts[0][0])) <= _WITHIN and _of_year(page, r) and _one_measure(page, r, parts)]
    if len(wholes) != 1 or any(page.says(name, line) for name in _NOT for line, _ in (*parts, wholes[0])):
        return None
    years = [years_in(line, page.context) for line, _ in (wholes[0], *parts)]
    if years[0] and any(named and not named & years[0] for named in years[1:]):
        return None  # "4% more in 2019. In the first half of 2018 it had grown 7%"
    made = growth_frame([*parts, wholes[0]], 2, page.reader)
    return by_name(made)


def _growths(page: Page, line: Line) -> list[Rate]:
    """The growths of a sentence, also those of "growth slowed to 1.8%"."""
    found = growths_of(page, line)
    if found:
        return found
    items = [f.item for f in page.figures(line) if f.quantity.kind == "percent"]
    slowed = len(items) == 1 and items[0].word == "to" and page.says("growth-of-growth", line, 0, items[0].at)
    return [(line, items[0])] if slowed else []


def _of_year(page: Page, rate: Rate) -> bool:
    """Whether a growth is told of a year, and of no other part of it."""
    line, item = rate
    if any(said_of(page, line, name) for pair in PAIRS for name in pair) and not said_of(page, line, "full-year"):
        return False
    years = any(page.context.quantity(i).kind in ("year", "period") for i in line.figures)
    return years or page.says("seasons-year", line) or bool(said_of(page, line, "full-year"))


def _one_measure(page: Page, whole: Rate, parts: list[Rate]) -> bool:
    """Whether sentences name one measure, or those of the parts none: "it", "the number"."""
    own = measures_in(whole[0], whole[1].at + _BEHIND, page)
    told = [measures_in(line, item.at + _BEHIND, page) for line, item in parts]
    return all(not m or not own or m & own for m in told) and (bool(own) or not any(told))
