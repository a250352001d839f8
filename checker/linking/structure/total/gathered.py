"""Lists in front of what they come to: which of them are all of it.

    34 dogs, 21 cats and 12 rabbits, 67 animals in all          unlike things under one name
    two coaches brought 34 pensioners, 21 pupils and ...        where the list begins
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.parts import added, after_noun, conjunctions, sums_or_less, telling_slip
from checker.linking.structure.slips import NONE
from checker.model import Quantity

_LEAST = 20  # of sums that small each is one slip away from another


def near_enough(parts: tuple[int, ...], total: Quantity, context: Context) -> bool:
    """False of parts that miss their total by half of it: "3 in June and 2 in July; he now leads on 29 in all"."""
    made = sum(context.quantity(p).value for p in parts)
    return 2 * abs(made - total.value) <= max(made, total.value)


def run(parts: list[int], line: Line, context: Context) -> int:
    """Where the list of the last part begins: "two coaches brought 34 pensioners, 21 pupils and 12 teachers"."""
    place, joins = context.lines.position_of, conjunctions(context) | {context.lexicon.symbols.chars[m] for m in (",", ";")}
    first = len(parts) - 1
    while first > 0 and not joins.isdisjoint(line.symbols[place[parts[first - 1]] : place[parts[first]]]):
        first -= 1
    return max(first, 0)


def gathered(total: int, parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True of a list of unlike things and what they come to, set off by a mark right behind them: "34 dogs, 21 cats and 12 rabbits: 67
    patients altogether". Only a slip of the hand may keep them apart, but where the name is one for any of them, "67 animals in all";
    "14 shops and 22 lorries, and 390 staff in all" are no such list."""
    t, found = context.quantity(total), [context.quantity(p) for p in parts]
    marks, place = context.lexicon.symbols.marks, context.lines.position_of
    behind = line.symbols[after_noun(parts[-1], line, context) : place[total]]
    told = set(line.quantities(place[parts[0]], place[total])) - set(parts)
    if not any(s in marks for s in behind) or not conjunctions(context).isdisjoint(behind[-2:]) or any(context.quantity(i).is_measure for i in told):
        return False
    joined = len(parts) > 2 or not conjunctions(context).isdisjoint(line.symbols[place[parts[0]] : place[parts[-1]]])
    sorts = all(q.kind in ("count", "number") and not q.approx and q.scale == t.scale and q.value < t.value for q in found) and t.kind in ("count", "number") and not t.approx
    if not (joined and sorts) or sums_or_less(parts, t, context) or added(parts, line, context) or of_one_before(parts, line, context):
        return False
    if t.value < _LEAST or 2 * sum(q.value for q in found) <= t.value:
        return False
    return telling_slip(total, parts, context) > NONE or len(parts) > 2 and _of_any_sort(t, found, context)


def _of_any_sort(total: Quantity, parts: list[Quantity], context: Context) -> bool:
    """True of parts that each have a noun of their own under a name for things of any sort: cars, vans and vehicles."""
    heads = [q.noun[-1] for q in parts if q.noun]
    own = bool(total.noun) and len(set(heads)) == len(parts) and total.noun[-1] not in heads
    return own and not context.lexicon.pack.words("all-in").isdisjoint((total.noun[-1], context.extraction.tokens.words[total.noun_last]))


def of_one_before(parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True where the figure in front of a list, or its first, is the sum of the others: "1.3 GW were added, 0.9 in June and 0.4
    in July, taking the total to 11.8"."""
    before = [q for q in line.quantities(0, context.lines.position_of[parts[0]]) if context.quantity(q).is_measure]
    first, *others = (context.quantity(p).value for p in parts)
    return bool(before) and context.quantity(before[-1]).value == first + sum(others) or first == sum(others)
