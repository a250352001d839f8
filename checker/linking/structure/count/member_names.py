"""The members of a list in a sentence: names with what they are called by and where they are, or plain things.

    Elm House and the Old Mill in Hull, Quay End in Leeds            names, a place behind each
    the baker Jo Lund, a Mr Tarn and the former mayor Ada Quill      a title in front of each
    raw wool, salted cod, tar and hemp                               things, some words each
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.count.list_forms import in_name
from checker.linking.structure.count.name_lists import quotes
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions

Spans = tuple[tuple[int, int], ...]

_LONGEST = 9  # words of a member with its title and place
_THING = 4  # words of a thing


def members_at(start: int, line: Line, context: Context, end: int | None = None) -> tuple[Spans, ...]:
    """The ways to count the members from a position on: one, or two where a conjunction may stand within a name; () of what is no list.

    The list ends at `end`, at a mark that is no comma, or behind the member that its last conjunction leads to."""
    words, joins, comma = near(context), conjunctions(context), context.lexicon.symbols.chars[","]
    final = len(line.symbols) if end is None else end
    stops = set(context.lexicon.symbols.marks) - {comma, *joins}
    stop = next((p for p in range(start, final) if line.symbols[p] in stops and not quotes(p, line, context)), final)
    last = max((p for p in range(start, stop) if line.symbols[p] in joins), default=-1)
    if last < 0:
        return ()
    names = _split(start, stop, last, line, context, words, end is not None)
    return names or _things(start, stop, last, line, context, words)


def _split(start: int, stop: int, last: int, line: Line, context: Context, words: Near, bounded: bool) -> tuple[Spans, ...]:
    """The readings of a list of names."""
    joins, comma = conjunctions(context), context.lexicon.symbols.chars[","]
    found, loose, first = [], [], start
    for p in range(start, stop + 1):
        closing = p == stop or line.symbols[p] == comma and (p > last or _is_last(last, p, line, context, words))
        if not closing and line.symbols[p] != comma and line.symbols[p] not in joins:
            continue
        if p > first:
            end = p if bounded or not closing else _name_end(first, p, line, context, words)
            if end is None or not _is_name(first, end, line, context, words):
                return ()
            found.append((first, end))
            if line.symbols[first - 1] in joins and first and line.symbols[first - 2] != comma and not words.pattern("list-article").match(line.symbols, first):
                loose.append(len(found) - 1)
        if closing:
            break
        first = p + 1
    inner = [n for n in loose if n != len(found) - 1]
    if len(found) < 2:
        return ()
    whole = tuple(found)
    if not inner:
        return (whole,)
    merged = [span for n, span in enumerate(found) if n not in inner]
    return (whole, tuple(merged)) if len(merged) > 1 else ()


def _is_last(last: int, p: int, line: Line, context: Context, words: Near) -> bool:
    """True of a comma behind the member that a conjunction leads to, where a name follows no more: "and Tarn, which are let and dry"."""
    joins = conjunctions(context)
    before = next((k for k in range(p - 1, -1, -1) if line.symbols[k] in joins or line.symbols[k] == context.lexicon.symbols.chars[","]), -1)
    return before >= 0 and line.symbols[before] in joins and not _opens_name(p + 1, line, context, words)


def _opens_name(p: int, line: Line, context: Context, words: Near) -> bool:
    article = words.pattern("list-article").match(line.symbols, p)
    return _capital(article.end() if article else p, line, context)


def _name_end(first: int, stop: int, line: Line, context: Context, words: Near) -> int | None:
    """Where the last name ends: behind its last capital, or that of the place that it is in."""
    end = None
    for p in range(first, stop):
        if _capital(p, line, context):
            if end is not None and any(not words.pattern("names-inner").match(line.symbols, k) and not words.pattern("later-place").match(line.symbols, k) for k in range(end, p)):
                return end
            end = p + 1
    return end


def _is_name(first: int, end: int, line: Line, context: Context, words: Near) -> bool:
    """True of "Quay End in Leeds", "the former mayor Ada Quill": it ends with a capital, and no clause stands in it."""
    while end - 1 > first and quotes(end - 1, line, context):
        end -= 1
    if end - first > _LONGEST or not _capital(end - 1, line, context) and not (in_name(end - 1, line, context)):
        return False
    if any(line.quantity[p] >= 0 and not in_name(p, line, context) for p in range(first, end)):
        return False
    return not any(words.within("later-verb", line, p, p + 1) for p in range(first, end) if not _capital(p, line, context))


def _things(start: int, stop: int, last: int, line: Line, context: Context, words: Near) -> tuple[Spans, ...]:
    """Things in a row, the last behind the only conjunction: no article changes, no word of grammar within."""
    joins, comma = conjunctions(context), context.lexicon.symbols.chars[","]
    found, first = [], start
    for p in range(start, stop + 1):
        if p < stop and line.symbols[p] != comma and line.symbols[p] not in joins:
            continue
        if p < stop and line.symbols[p] in joins and p != last:
            return ()
        if p > first:
            found.append((first, p))
            if p > last > 0 and line.symbols[p : p + 1] == comma and first > last:
                break
        first = p + 1
    article = words.pattern("list-article")
    for a, b in found:
        own = article.match(line.symbols, a)
        inside = range(own.end() if own else a, b)
        if not 0 < len(inside) <= _THING or any(line.quantity[p] >= 0 or line.symbols[p] in context.lexicon.symbols.closed for p in inside):
            return ()
    return (tuple(found),) if len(found) > 2 else ()


def _capital(p: int, line: Line, context: Context) -> bool:
    tokens, text = context.extraction.tokens, context.extraction.document.text
    return p < len(line.symbols) and (line.quantity[p] < 0 or in_name(p, line, context)) and text[tokens.starts[line.firsts[p]]].isupper()
