"""Numbers of parts: "three vessels", "our two mills", told of what the parts of a sum are of."""

from __future__ import annotations

from checker.linking.context import Context, content, stem

_COUNTS = ("count", "number")
_SUBJECT = 4  # symbols in front of the number of parts, where it is the subject of its sentence


def numbered(total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True where the passage says how many parts there are: "three vessels", "our two mills"."""
    lines = context.lines.lines[min(context.lines.line_of[i] for i in (total, *parts)) : max(context.lines.line_of[i] for i in (total, *parts)) + 1]
    counts = [i for line in lines for i in line.figures if i != total and i not in parts]
    return any(context.quantity(i).value == len(parts) and context.quantity(i).style == "words" and _names_parts(i, total, parts, context) for i in counts)


def _names_parts(count: int, total: int, parts: tuple[int, ...], context: Context) -> bool:
    """True of a number of things that the parts or the total are of: a noun of theirs, or the subject of a sentence of theirs."""
    q, line, at = context.quantity(count), context.line(count), context.lines.position_of[count]
    if q.kind == "duration":
        return True
    nouns = {context.quantity(i).noun[-1] for i in (total, *parts) if context.quantity(i).noun}
    if q.kind not in _COUNTS or not q.noun:
        return False
    named = stem(q.noun[-1], context)
    if q.noun[-1] in nouns or q.noun[-1] in context.lexicon.pack.words("group-noun") or context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("group-noun"):
        return True
    around = {context.lines.line_of[i] for i in (total, *parts)}
    again = any(named in content(context.lines.lines[n].firsts[0], context.lines.lines[n].lasts[-1] + 1, context) for n in around if n != line.number)
    return again or at <= _SUBJECT and line.number in around
