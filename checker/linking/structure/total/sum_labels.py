"""Figures that are names of things, not numbers of them: "48 samples (17 and 29)", "samples 17 and 29"."""

from __future__ import annotations

from checker.linking.context import Context, content, stem


def are_labels(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of bare figures behind the noun that the total counts, and of those that stand alone in brackets."""
    quantities = [context.quantity(i) for i in parts]
    if any(q.kind != "number" or q.noun or q.style != "digits" for q in quantities):
        return False
    tokens, noun = context.extraction.tokens.words, context.quantity(total).noun
    lead = tokens[quantities[0].first - 1] if quantities[0].first else ""
    return bool(noun) and stem(lead, context) == stem(noun[-1], context) or _alone_in_brackets(parts, context)


def _alone_in_brackets(parts: tuple[int, ...], context: Context) -> bool:
    line, at = context.line(parts[0]), context.lines.position_of
    first, last, chars = at[parts[0]], at[parts[-1]], context.lexicon.symbols.chars
    if context.line(parts[-1]) is not line or line.symbols[first - 1 : first] != chars["("] or line.symbols[last + 1 : last + 2] != chars[")"]:
        return False
    return not content(line.firsts[first], line.lasts[last] + 1, context)
