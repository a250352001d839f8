"""The document's own date, and what "last year", "March" or "20 March" mean seen from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.extracting.vocabulary import vocabulary
from checker.language import Pack
from checker.model import Document, Quantity, Tokens, When

_TOP, _BOTTOM = 3000, 800  # characters from either end in which a date on a line of its own is the document's
_LABEL_REACH = 5  # tokens between "Updated" and the date
_MOST_APART = 2  # days that stand on lines of their own: a letter and its answer
_DATELINE = 90  # characters from the start of a paragraph in which a dateline ends
_LONE = 60  # characters of a line that is hardly more than a date
_SHORT_LABEL = 4  # letters of a label that may end other words
_SENTENCE_ENDS = ".!?"
_PARTING = ".!?;:()|\n"  # what joins no two dates
_DATELINE_ENDS = "(-–—:"

# The first word of a label ("last-year") -> how many units on from the document's date.
_STEPS = {"last": -1, "this": 0, "next": 1}
_BACK = frozenset({"ago"})
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def anchor_of(text: str, tokens: Tokens, typed: Sequence[Quantity], document: Document | None, pack: Pack) -> When | None:
    """The date the document was written: a full date after "Updated" and the like, or on a line or in a sentence of its
    own near the top or the bottom, or in a dateline. None where there is no such date: one within a sentence may be any,
    and where many days stand apart, entries or letters are dated, not the document.

    `document` may know better one day (front matter); it is not asked yet.
    """
    full = [q for q in typed if q.kind == "date" and q.when and q.when.year and q.when.month and q.when.day]
    labels = vocabulary(pack).words["anchor.labels"] if full else frozenset()
    beyond = len(text) - _BOTTOM
    labelled = [quantity for quantity in full if _labelled(text, tokens, quantity, labels)]
    apart = labelled or [quantity for quantity in full if _stands_apart(text, quantity)]
    if len({_plain(quantity) for quantity in apart}) > _MOST_APART:
        return None
    return next((_plain(quantity) for quantity in apart if quantity.start < _TOP or quantity.end > beyond), None)


def _plain(quantity: Quantity) -> When | None:
    when = quantity.when
    return When(when.year, when.month, when.day) if when else None


def _labelled(text: str, tokens: Tokens, quantity: Quantity, labels: frozenset[str]) -> bool:
    """Whether a label stands close before on the same line: with a colon (then it may be glued to what precedes it, as
    in "org.cnUpdated:"), or opening the line."""
    colon = False
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _LABEL_REACH), -1):
        word = tokens.words[at]
        if "\n" in text[tokens.ends[at] : tokens.starts[at + 1]]:
            return False
        if colon and any(word.endswith(label) for label in labels if len(label) > _SHORT_LABEL or word == label):
            return True
        if word in labels and _opens_line(text, tokens.starts[at]):
            return True
        colon = word == ":"
        if word in (".", ";", "|"):
            return False
    return False


def _opens_line(text: str, at: int) -> bool:
    before = text[max(0, at - _LONE) : at].rstrip(" \t*_-•(")
    return before.endswith("\n") or (not before and at <= _LONE)


def _stands_apart(text: str, quantity: Quantity) -> bool:
    """Whether the date is a line or a sentence of its own, or ends a dateline."""
    start = text.rfind("\n", max(0, quantity.start - 2 * _LONE), quantity.start) + 1
    end = text.find("\n", quantity.end, quantity.end + 2 * _LONE)
    line_end = end if end >= 0 else min(len(text), quantity.end + 2 * _LONE)
    before, after = text[start : quantity.start].strip(), text[quantity.end : line_end].strip()
    closes = end >= 0 or quantity.end + 2 * _LONE >= len(text)
    if (
        closes
        and not after.strip(".)*_")
        and (start or quantity.start <= 2 * _LONE)
        and len(before) < _LONE
        and not before.endswith(",")
    ):
        return not before or before[-1] in _SENTENCE_ENDS or before.strip("(*_#").strip() == "" or before.isupper()
    if closes and not after.strip(".") and before[-1:] in (".", "!", "?"):
        return True
    opens = start > 0 or quantity.start < _DATELINE
    return opens and len(before) < _DATELINE and before.endswith(",") and after[:1] != "" and after[0] in _DATELINE_ENDS


def resolve(when: When, anchor: When | None) -> When:
    """`when` with its year (and month), as far as the document's date tells it; `anchored` where something was added.

    >>> resolve(When(label="last-year"), When(2023, 3)).year
    2022
    >>> resolve(When(month=12, day=30), When(2023, 1, 4))
    When(year=2022, month=12, day=30, weekday=None, label=None, end_year=None, anchored=True)
    """
    if when.year is not None or anchor is None or anchor.year is None:
        return when
    parts = (when.label or "").split()
    if "fiscal" in parts:
        return when  # whose year begins when is not known
    for part in parts:
        found = _relative(when, part, anchor)
        if found:
            return found
    if when.month is None or any(part.endswith(("-earlier", "-ago")) for part in parts):
        return when
    return replace(when, year=_nearest(when.month, when.day, anchor), anchored=True)


def resolved(text: str, typed: Iterable[Quantity], anchor: When | None) -> list[Quantity]:
    """The same quantities with the years that the date joined to them prints, or the document's date gives."""
    shared = _sharing(text, list(typed))
    return [q if q.when is None else _with(q, resolve(q.when, anchor)) for q in shared]


def _sharing(text: str, typed: list[Quantity]) -> list[Quantity]:
    """With the year of "4 May and 18 May 2011" in both: one word or dash joins a day to a full date."""
    ordered = sorted((q for q in typed if q.kind == "date"), key=lambda q: q.first)
    years = {}
    for one, other in zip(ordered, ordered[1:]):
        a, b = one.when, other.when
        joined = other.first - one.last == 2 and not set(text[one.end : other.start]) & set(_PARTING)
        if joined and a and b and not a.year and a.month and a.day and b.year and b.month and b.day:
            years[one] = b.year - ((a.month, a.day) > (b.month, b.day))
    return [replace(q, when=replace(q.when, year=years[q])) if q in years and q.when else q for q in typed] if years else typed


def _with(quantity: Quantity, when: When) -> Quantity:
    return quantity if when is quantity.when else replace(quantity, when=when)


def _relative(when: When, part: str, anchor: When) -> When | None:
    """The period that a label such as "last-year" or "month-ago" means."""
    one, _, other = part.partition("-")
    if one in _STEPS and other in _MONTHS:
        unit, step = other, _STEPS[one]
    elif other in _BACK and one in _MONTHS:
        unit, step = one, -1
    else:
        return None
    assert anchor.year is not None
    if unit == "year":
        return replace(when, year=anchor.year + step, anchored=True)
    if anchor.month is None or when.month is not None:
        return None
    months = anchor.year * 12 + anchor.month - 1 + step * _MONTHS[unit]
    if unit == "month":
        return replace(when, year=months // 12, month=months % 12 + 1, anchored=True)
    return replace(when, year=months // 12, label=f"{when.label} quarter-{months % 12 // 3 + 1}", anchored=True)


def _nearest(month: int, day: int | None, anchor: When) -> int:
    """The year in which the day or month falls nearest to the anchor; the earlier of two."""
    assert anchor.year is not None
    if anchor.month is None:
        return anchor.year
    middle = 15
    here = anchor.month * 31 + (anchor.day or middle)
    there = month * 31 + (day or (anchor.day or middle))
    distance = there - here
    half = 6 * 31
    return anchor.year - 1 if distance >= half else anchor.year + 1 if distance < -half else anchor.year
