"""Growth of price, of volume and of revenue: the first two give the third.

Where the text draws that conclusion itself, or where a slip of the hand explains why the three do not fit.
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.joint.evidence import as_written, growth, one_time, slipped
from checker.linking.structure.joint.moments import in_order
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.roles.cast import by_name, cast_of
from checker.model import Frame

_MEASURES = ("joint-price", "joint-volume", "joint-revenue")
_GROWTHS = ("percent", "ratio", "multiple")
_APART = 8  # sentences from the first to the last


def prices(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "price-volume", "price-levels" where the price itself is told twice, and "price-volume-level" where revenue is said not to have moved."""
    return page_of(context).frames(_MEASURES, _frame)


def _frame(page: Page, passage: list[Line]) -> Frame | None:
    told = [f for line in passage for f in page.figures(line) if _grows(page, f)]
    growths: dict[str | None, list[Figure]] = {name: [] for name in (*_MEASURES, None)}
    for f in told:
        growths[_named(page, f)].append(f)
    if growths[None]:
        return None
    price, volume, revenue = (one(growths[name]) for name in _MEASURES)
    levels = _levels(page, passage) if price is None and not growths["joint-price"] else None
    if levels and volume and revenue and len(told) == 2 and (levels[2] or _slips(volume, revenue, levels[0], levels[1])):
        claims = {"share-new": (levels[0].index,), "share-base": (levels[1].index,), "rate": (volume.index,), "change": (revenue.index,)}
        return page.frame("price-levels", claims)
    if price is None or volume is None:
        return None
    claims = {"first": (price.index,), "second": (volume.index,)}
    if revenue is not None and max(revenue.line.number, price.line.number, volume.line.number) - min(price.line.number, volume.line.number) <= _APART:
        told = page.says("sums-up", revenue.line)
        worded = _worded(page, price, volume, revenue)
        frame = page.frame("price-volume", claims | {"change": (revenue.index,)}, 0, told or bool(worded) or worded is None and _slips_once(price, volume, revenue))
        return by_name(frame) if worded and cast_of(page.context) is not None else frame
    flat = [line for line in passage if page.says("no-change", line) and page.says("joint-revenue", line)]
    if not growths["joint-revenue"] and len(flat) == 1 and page.says("sums-up", flat[0]):
        return page.frame("price-volume-level", claims)
    return None


def _grows(page: Page, f: Figure) -> bool:
    grown = f.item.kind == "change" and f.quantity.kind in _GROWTHS and f.quantity.value is not None
    return grown and not f.item.apposed and (not f.item.blocked or cast_of(page.context) is not None) and not _is_share(page, f)


def _named(page: Page, f: Figure) -> str | None:
    """What grew: what there was more or fewer of, else the words nearest to the growth."""
    line, at = f.line, f.at + 2
    if page.near.pattern("more-of").match(line.symbols, f.at + 1) and at < len(line.firsts):
        said = page.context.extraction.tokens.words[line.firsts[at]]
        if page.near.pattern("money-word").match(line.symbols, at):
            return "joint-revenue"
        if page.context.telling_stems[said] and not page.near.pattern("dear-word").match(line.symbols, at):
            return "joint-volume"
    return page.called(f, _MEASURES) or _beside(page, f)


def _beside(page: Page, f: Figure) -> str | None:
    """What the level right in front of a growth is: "the number of nights sold, at 41,000, was down 4%"."""
    before = [g for g in page.figures(f.line) if g.at < f.at]
    levelled = before and before[-1].quantity.kind not in _GROWTHS and before[-1].item.kind == "level" and not page.says("sums-up", f.line)
    return page.called(before[-1], _MEASURES) if levelled else None


def _levels(page: Page, passage: list[Line]) -> tuple[Figure, Figure, bool] | None:
    """The price now and before, the only two of a sentence; and whether a conclusion is drawn from them."""
    found = [[f for f in page.figures(line) if f.quantity.kind == "currency" and f.item.kind == "level" and f.quantity.value] for line in passage]
    pairs = [(line, figures) for line, figures in zip(passage, found) if len(figures) == 2 and page.says("joint-price", line)]
    if len(pairs) != 1 or pairs[0][1][0].quantity.unit != pairs[0][1][1].quantity.unit:
        return None
    order = in_order(page, *pairs[0][1])
    return order and (*order, any(page.says("sums-up", line) for line in passage if page.says("joint-revenue", line)))


def _slips(volume: Figure, revenue: Figure, new: Figure, base: Figure) -> bool:
    moved = new.quantity.value / base.quantity.value
    meant = ((revenue, moved * (1 + growth(volume)) - 1), (volume, (1 + growth(revenue)) / moved - 1))
    levels = ((new, base.quantity.value * (1 + growth(revenue)) / (1 + growth(volume))), (base, new.quantity.value * (1 + growth(volume)) / (1 + growth(revenue))))
    return any(slipped(f.quantity, as_written(f.quantity, abs(g))) for f, g in meant) or any(slipped(f.quantity, v) for f, v in levels)


def _is_share(page: Page, f: Figure) -> bool:
    """True of "were 30 per cent of volume": no growth."""
    return f.quantity.change is None and page.near.pattern("turn-of").match(f.line.symbols, f.at + 1) is not None


def _clause(page: Page, f: Figure) -> frozenset[str]:
    """What the words about a growth speak of, but for those that any price or revenue has."""
    said = content(f.line.firsts[f.left], f.line.lasts[min(f.right, f.at + 7) - 1] + 1, page.context)
    plain = frozenset(w for name in _MEASURES for entry in page.context.lexicon.pack.words(name) for w in entry.split())
    return frozenset(w for w in telling(said, page.context) if w not in {stem(p, page.context) for p in plain - page.context.lexicon.pack.words("paid-thing")})


def _worded(page: Page, price: Figure, volume: Figure, revenue: Figure) -> bool | None:
    """True where words say that there is nothing else, or revenue is named for what is sold or for its price; not where something
    else is told of; None where words do not tell."""
    three = (price, volume, revenue)
    numbers = sorted(page.number(f.line) for f in three)
    told = page.lines[numbers[0] : numbers[-1] + 1]
    if any(page.says("price-alone", line) for line in told):
        return True
    if any(page.says("more-than-price", line) for line in told):
        return False
    if _clause(page, revenue) & (_clause(page, price) | (_clause(page, volume) if cast_of(page.context) is not None else frozenset())):
        return one_time(page, three)
    if (_clause(page, price) & _clause(page, volume)) - _clause(page, revenue):
        return False  # the price of wheat, the wheat sold, and what farms took in
    return False if len({page.says("of-all-kinds", f.line, f.left, f.right) for f in (volume, revenue)}) > 1 else None


def _slips_once(price: Figure, volume: Figure, revenue: Figure) -> bool:
    """True where one slip in one of the three explains why they do not fit."""
    p, v, r = map(growth, (price, volume, revenue))
    meant = ((price, (1 + r) / (1 + v) - 1 if v > -1 else 0), (volume, (1 + r) / (1 + p) - 1 if p > -1 else 0), (revenue, (1 + p) * (1 + v) - 1))
    return any(f.quantity.kind != "multiple" and slipped(f.quantity, as_written(f.quantity, implied * (f.item.sign or 1))) for f, implied in meant)
