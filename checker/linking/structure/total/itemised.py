"""Totals whose parts stand by themselves: as the items of a list below, or one a paragraph after "187 minutes, spread over three incidents"."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.count.bullets import item_lines
from checker.linking.structure.near import near
from checker.linking.structure.parts import after_noun, bare_or_same, is_compared, kin, slipped, sum_frame, totals_of
from checker.model import Frame


def spread_over(lines: list[Line], context: Context) -> list[Frame]:
    """"187 minutes, spread over three incidents": and then one figure a paragraph, or just three of them."""
    home = lines[0]
    where = [line for line in lines[:2] if line is home or line.block == home.block]
    number = next((q for line in where for q in division(line, context)), None)
    if number is None or context.quantity(number).value is None or not 2 <= context.quantity(number).value <= 8:
        return []
    size = context.quantity(number).value
    for at in totals_of(home, context):
        total = home.quantity[at]
        t = context.quantity(total)
        if total == number or is_compared(total, context) or t.kind in ("count", "number") and t.value <= 20:
            continue
        rest = [line for line in lines if line.number > max(w.number for w in where)]
        parts = [q for line in rest for q in line.figures if kin(t, context.quantity(q)) and context.quantity(q).kind == t.kind and context.quantity(q).unit == t.unit]
        firsts = list({context.line(q).block: q for q in reversed(parts)}.values())[::-1]
        for chosen in (parts, firsts):
            if len(chosen) == size and all(context.quantity(p).value < t.value for p in chosen):
                return [sum_frame(total, tuple(chosen), not any(is_compared(p, context) for p in chosen), 3, home, context, whole=True)]
        return []
    return []


def division(line: Line, context: Context) -> list[int]:
    """The counts that say into how many parts something falls."""
    found = []
    for m in near(context).matches("spread-over", line):
        found.extend(line.quantities(m.end(), m.end() + 5)[:1])
    for m in near(context).matches("spread", line):
        found.extend(q for q in line.quantities(m.end(), m.end() + 1) if context.quantity(q).approx)
    return [q for q in found if context.quantity(q).kind == "count"]


def bulleted(line: Line, context: Context) -> list[Frame]:
    """A total in front of a list whose items have one part each."""
    colon = line.symbols.endswith(context.lexicon.symbols.chars[":"])
    if not colon and sum(context.quantity(line.quantity[at]).value > 20 for at in totals_of(line, context)) != 1:
        return []
    items = item_lines(line, context)
    if len(items) < 2 or not colon and (len(items) < 3 or not all(_labelled(item, context) for item in items)):
        return []
    said = context.lexicon.pattern("breakdown").search(line.symbols)
    for home in (line, context.lines.lines[line.number - 1] if line.number else line):
        for at in reversed(totals_of(home, context)):
            total = home.quantity[at]
            parts = [[q for q in item.figures if kin(context.quantity(total), context.quantity(q))] for item in items]
            parts = parts if colon else [p[-1:] for p in parts]
            if any(len(p) != 1 for p in parts):
                continue
            chosen = tuple(p[0] for p in parts)
            t = context.quantity(total)
            if not colon and (t.value <= max(context.quantity(p).value for p in chosen) or not slipped(total, chosen, context)):
                return []
            level = t.kind not in ("count", "number") or t.value > 20
            tied = (said or home is line) and level and not is_compared(total, context) and all(bare_or_same(context.quantity(p), t, context) for p in chosen)
            return [sum_frame(total, chosen, bool(tied), 2, line, context)]
    return []


def _labelled(item: Line, context: Context) -> bool:
    """True of "- Control: 16,000", "- Variant A (one page): 16,050": a label, a colon, one figure, nothing else."""
    figures = item.figures
    if not figures or any(context.quantity(q).style != "words" for q in figures[:-1]):
        return False
    at = context.lines.position_of[figures[-1]]
    return item.symbols[at - 1 : at] == context.lexicon.symbols.chars[":"] and after_noun(figures[-1], item, context) >= len(item.symbols)
