"""A figure of a headline that stands in its story with one digit wrong or with its digits exchanged.

Digits in another order are hardly ever another fact: they tie a headline to a figure of its story in whatever words it is
told. One wrong digit ties it only to the figure that is called by the same name.
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.near import one_slip
from checker.linking.structure.parts import is_compared, is_subset
from checker.model import Quantity

_STORY = 8  # sentences
_LEAD = 3
_KINDS = ("count", "number", "currency", "percent", "physical")


def typed_wrong(index: int, title: Line, body: list[Line], context: Context) -> int | None:
    """The figure of a story that a headline's figure was meant to be, None where there is none or more than one."""
    q = context.quantity(index)
    if q.kind not in _KINDS or q.style != "digits" or q.approx is not None or is_compared(index, context):
        return None
    words = telling(content(title.firsts[0], title.lasts[-1] + 1, context), context)
    story = body[:_STORY]
    common = words & telling(frozenset().union(*(content(x.firsts[0], x.lasts[-1] + 1, context) for x in story)), context)
    turned = [i for line in story for i in line.figures if turned_round(q, context.quantity(i)) and _free(i, line, context)]
    if len(turned) == 1 and common and not _twins(turned[0], q, context):
        return turned[0]
    name = _name(index, title, context)
    called = [i for line in body[:_LEAD] if name for i in _named(name, q, line, context)]
    return called[0] if len(called) == 1 and one_slip(q, context.quantity(called[0]).value) else None


def turned_round(a: Quantity, b: Quantity) -> bool:
    """True of two figures of one unit with the same digits in another order.

    >>> from checker.rational import Fraction
    >>> q = lambda v: Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(v), None, Fraction(1))
    >>> turned_round(q(41), q(14)), turned_round(q(41), q(41)), turned_round(q(40), q(4))
    (True, False, False)
    """
    if a.kind != b.kind or a.unit != b.unit and a.kind != "count" or a.value is None or b.value is None or a.scale != b.scale or a.change != b.change:
        return False
    if a.value == b.value or a.value < 10 * (a.place or 1) or a.approx or b.approx or b.style != "digits":
        return False
    first, second = digits_of(a), digits_of(b)
    return len(first) == len(second) and sorted(first) == sorted(second) and first != second and a.place == b.place


def digits_of(q: Quantity) -> str:
    """The digits that tell something: 12 of 1,200."""
    return str(int(q.value / (q.place or q.scale))).strip("0")


def _free(index: int, line: Line, context: Context) -> bool:
    return not is_compared(index, context) and not is_subset(context.lines.position_of[index], line, context)


def _twins(index: int, q: Quantity, context: Context) -> bool:
    """True where the sentence of the figure has others like it: rows of prices, scores, last year's figure."""
    others = [context.quantity(i) for i in context.line(index).figures if i != index]
    return any(o.kind == q.kind and (o.unit == q.unit or q.kind == "count") for o in others)


def _name(index: int, line: Line, context: Context) -> frozenset[str]:
    """What a headline calls its figure: the words right in front of "of"."""
    at = context.lines.position_of[index]
    if at < 2 or not context.lexicon.pattern("of-alone").match(line.symbols, at - 1):
        return frozenset()
    return telling(content(line.firsts[at - 2], line.lasts[at - 2] + 1, context), context)


def _named(name: frozenset[str], q: Quantity, line: Line, context: Context) -> list[int]:
    """The figure of a sentence that opens with the name, where it is the only one of its unit."""
    found = [i for i in line.figures if context.quantity(i).kind == q.kind and context.quantity(i).unit == q.unit]
    if len(found) != 1 or not _free(found[0], line, context):
        return []
    end = context.lines.position_of[found[0]]
    opening = content(line.firsts[0], line.lasts[min(1, end)] + 1, context) if end else frozenset()
    return found if name & telling(opening, context) else []
