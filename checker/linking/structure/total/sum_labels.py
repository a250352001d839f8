"""Figures that are names of things, not numbers of them: "48 samples (17 and 29)", "samples 17 and 29"."""

from __future__ import annotations

from checker.linking.context import Context, content, stem
from checker.linking.structure.parts import after_noun


def are_labels(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of bare figures behind the noun that the total counts, of those that stand alone in brackets, and of ages."""
    quantities = [context.quantity(i) for i in parts]
    if any(q.kind != "number" or q.noun or q.style != "digits" for q in quantities):
        return False
    tokens, noun = context.extraction.tokens.words, context.quantity(total).noun
    lead = tokens[quantities[0].first - 1] if quantities[0].first else ""
    return bool(noun) and stem(lead, context) == stem(noun[-1], context) or _alone_in_brackets(parts, context) or _ages(parts, context)


def _ages(parts: tuple[int, ...], context: Context) -> bool:
    """True of as many bare figures as are counted right in front of them: "three boys 15, 16 and 18"."""
    line, at = context.line(parts[0]), context.lines.position_of[parts[0]]
    before = next((line.quantity[p] for p in range(at - 1, -1, -1) if line.quantity[p] >= 0), -1)
    return before >= 0 and context.quantity(before).value == len(parts) and after_noun(before, line, context) == at


def _alone_in_brackets(parts: tuple[int, ...], context: Context) -> bool:
    line, at = context.line(parts[0]), context.lines.position_of
    first, last, chars = at[parts[0]], at[parts[-1]], context.lexicon.symbols.chars
    if context.line(parts[-1]) is not line or line.symbols[first - 1 : first] != chars["("] or line.symbols[last + 1 : last + 2] != chars[")"]:
        return False
    return not content(line.firsts[first], line.lasts[last] + 1, context)
