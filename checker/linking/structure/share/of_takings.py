"""What a sum is of all that was taken in, where the text calls that by one word here and by another there.

    Turnover came to 640,000 francs; after rent and wages there remained 48,000, or 7.5% of sales
    Fees brought the practice £2.4m ... the partners shared £0.6m, a quarter of its income

Behind the share stands "of sales", "of turnover" and nothing that narrows it. The whole is the only value that such a word
names in the sentences in front, an older one aside; the part stands right in front of the share.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import comparable, is_expected, is_share, told
from checker.linking.structure.share.wholes import as_fraction
from checker.linking.structure.slips import TELLING
from checker.model import Frame

_BACK = 3  # sentences in front of the share
_BESIDE = 4  # symbols from the part to the share
_NAMES = ("takings-name", "takings-other")
_BASES = ("from", "base", "than")
_FAR_OFF = 4  # times as much as the share makes: it is rather something else


def of_takings(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    page, known, found = page_of(context), told(frames), []
    if not page.near.lines["takings-name"]:
        return []
    for n, line in enumerate(page.lines):
        for f in page.figures(line):
            if f.quantity.kind not in ("percent", "ratio") or f.index in known or not _of_all(page, f) or f.quantity.approx or not is_share(f.index, context):
                continue
            part, whole = _part(page, f), _whole(page, n, f)
            if part is not None and whole is not None and part != whole and _plausible(part, whole, f.index, context):
                if not _sole(page, part, whole, f) or not _goes_on(page, part, whole, f):
                    continue
                claims = {"part": (part,), "whole": (whole,), "share": (f.index,)}
                found.append(Frame("share", (f.quantity.start, f.quantity.end), claims, {}, 0, frozenset(claims), 1, None, (), "roles"))
    return found


def _of_all(page: Page, f: Figure) -> bool:
    """True of "23% of sales," and "a tenth of its turnover.", not of "23% of sales in Asia"."""
    symbols, line = f.line.symbols, f.line
    if symbols[f.at + 1 : f.at + 2] not in page.reader.words.of:
        return False
    m = page.near.pattern("takings-whole").match(symbols, f.at + 2)
    if m is None:
        return False
    end = m.end()
    return end >= len(symbols) or symbols[end] in page.context.lexicon.symbols.marks or page.says("takings-ends", line, end, end + 1)


def _part(page: Page, share: Figure) -> int | None:
    """The sum that the share takes up: "$5.4m, or 30% of sales"."""
    before = [f for f in page.figures(share.line) if f.at < share.at]
    if not before or before[-1].item.kind != "level" or share.at - before[-1].at > _BESIDE + 1 or before[-1].quantity.approx:
        return None
    f = before[-1]
    tied = page.says("takings-tie", share.line, f.at + 1, share.at)
    return f.index if tied and f.quantity.kind in ("currency", "number") and f.quantity.value and "/" not in (f.quantity.unit or "") else None


def _whole(page: Page, n: int, share: Figure) -> int | None:
    """The one value that is called sales, turnover, income; None where two are."""
    lines = [line for line in page.lines[max(0, n - _BACK) : n + 1] if line.block == share.line.block]
    named = [f for line in lines for f in page.figures(line) if f.index < share.index and _is_whole(page, f, line)]
    named = [f for f in named if f.item.now or not f.item.then] or named
    values = {f.quantity.value for f in named}
    return named[0].index if len(values) == 1 and not any(page.says("takings-veto", line) for line in lines) else None


def _sole(page: Page, part: int, whole: int, share: Figure) -> bool:
    """Whether no other sum there can be the whole, and the sentence of the share speaks of nobody else."""
    context, home = page.context, page.context.line(whole)
    least = context.quantity(part).value
    lines = page.lines[page.number(home) : page.number(share.line) + 1]
    for f in (f for line in lines for f in page.figures(line)):
        rival = f.index not in (part, whole, share.index) and f.index < share.index and f.item.kind == "level" and comparable(part, f.index, context)
        if rival and f.quantity.value > least and f.item.word not in _BASES and _called(page, f) != "takings-other":
            return False
    return True


def _goes_on(page: Page, part: int, whole: int, share: Figure) -> bool:
    """False of "The software arm made 6m" and "Fenwick made 6m": another firm, with sales of its own."""
    context, tokens, line = page.context, page.context.extraction.tokens, share.line
    at = line.quantity.index(part)
    if context.line(whole) is line or page.says("takings-rival", line, 0, at):
        return context.line(whole) is line
    if evidence(*(context.quantity(i) for i in (part, whole, share.index))) >= TELLING:
        return True
    spoken = [line.firsts[p] for p in range(at) if line.quantity[p] < 0]
    if not spoken or tokens.words[spoken[0]] not in context.function and not page.says("takings-other", line, 0, 1):
        return False
    return not any(context.extraction.document.text[tokens.starts[t]].isupper() for t in spoken[1:])


def _is_whole(page: Page, f: Figure, line: Line) -> bool:
    if f.quantity.kind not in ("currency", "number") or not f.quantity.value or f.item.kind != "level" or f.item.word in _BASES or "/" in (f.quantity.unit or ""):
        return False
    return _called(page, f) == "takings-name" and not is_expected(f.index, page.context)


def _called(page: Page, f: Figure) -> str | None:
    """What a sum is called; small counts, "turnover at the two bakeries reached", do not part it from its name."""
    line, words = f.line, page.near
    start = max((g.at + 1 for g in page.figures(line) if g.at < f.at and g.quantity.kind not in ("count", "duration")), default=0)
    last = {name: words.place(name, line, start, f.at, last=True) for name in _NAMES}
    return max(_NAMES, key=last.__getitem__) if max(last.values()) >= 0 else page.called(f, _NAMES)


def _plausible(part: int, whole: int, share: int, context: Context) -> bool:
    p, w = context.quantity(part), context.quantity(whole)
    if not comparable(part, whole, context) or p.value >= w.value:
        return False
    ratio = p.value / (w.value * as_fraction(context.quantity(share)))
    return max(ratio, 1 / ratio) < _FAR_OFF
