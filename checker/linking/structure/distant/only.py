"""Which figures of a short text could be meant beside another: those of its sort.

    Where a text tells of three sums in crowns and of no other, words that set them in relation need no name that they share.
"""

from __future__ import annotations

from checker.linking.context import Context, stem, stemmed
from checker.linking.lexicon import Lexicon
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.total.sole_ways import COUNTS
from checker.model import Quantity
from checker.once import once
from checker.units import compatible

_LARGE = 3000  # a bare number above the years may be a sum of money
_SMALL = 50  # times smaller counts with a noun of their own are of something else


def only_like(told: Told, sheet: Sheet) -> list[Told]:
    """The figures of the text that can be meant beside one, in their order; of several that say the same the first. Where two
    at least are of its sort by their nouns, those of other nouns are not, unless they stand in one sentence."""
    row: list[Told] = []
    for t in sheet.all:
        if t is not told and may_be_meant(t, told, sheet.context) and not any(t.q.value == x.q.value and t.q.noun == x.q.noun and t.line is not x.line for x in (told, *row)):
            row.append(t)
    alike = [t for t in row if like(t, told, sheet.context)]
    homes = {told.line.number, *(t.line.number for t in alike)}
    beside = any(t.line.number in homes for t in row if t not in alike)
    return alike if len(alike) > 1 and told.q.noun and not beside else row


def may_be_meant(t: Told, told: Told, context: Context) -> bool:
    """Whether a figure could be of the sort of another: its unit, what it counts, or none that is told."""
    q, own = t.q, told.q
    if own.kind in COUNTS:
        return q.kind in (*COUNTS, "range", "bound") and (not q.noun or not own.noun or like(t, told, context) or _as_large(q, own))
    if q.kind == "number" and q.unit is None and not q.noun:
        return q.scale == own.scale != 1 or own.kind in ("points", "physical") or q.value is not None and q.value >= _LARGE
    return q.kind == own.kind and (own.kind != "physical" or compatible(own.unit, q.unit)) or q.kind in ("range", "bound") and q.unit == own.unit


def _as_large(q: Quantity, own: Quantity) -> bool:
    """True of a count of other things that is no small one beside a figure: it may be a part of it by another name."""
    value = q.value if q.value is not None else q.high
    return value is not None and own.value is not None and value * _SMALL >= own.value and value > 1


def like(t: Told, other: Told, context: Context) -> bool:
    """Whether two counts are of one noun, or of two that may mean one set."""
    if not t.q.noun or not other.q.noun:
        return True
    return bool(groups_of(t, context) & groups_of(other, context))


def groups_of(t: Told, context: Context) -> frozenset[str]:
    """The stem of what a figure counts, and the sorts of things that it is in."""
    sorts, head = _sorts(context.lexicon), stem(t.q.noun[-1], context)
    return sorts.get(head, frozenset()) | {head}


@once
def _sorts(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The classes of things ("sort-animals") of each stem."""
    found: dict[str, set[str]] = {}
    for name, entry in lexicon.pack.classes.items():
        if name.startswith("sort-"):
            for word in entry.words:
                found.setdefault(stemmed(word, lexicon), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
