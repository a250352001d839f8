"""Whether the members of a list are things of one form, and whether the count in front of them is that of the list."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets

_LONG_ITEM = 60  # characters; longer items are clauses, whose commas are not separators


def of_named(at: int, line: Line, context: Context) -> bool:
    """True of "three of the brothers": what is listed may be all of them."""
    return context.lexicon.pattern("of-the-group").match(line.symbols, at + 1) is not None


def _remark(start: int, end: int, home: Line, context: Context) -> bool:
    """True of words that tell something of the member in front of them: "treated with saline"."""
    word = context.extraction.tokens.words[home.firsts[start]]
    made = any(word.endswith(ending) for ending in context.lexicon.pack.words("participle-ending"))
    return made and end - start > 2 and context.lexicon.pattern("participle-tie").match(home.symbols, start + 1) is not None


def plain(pieces, home: Line, context: Context) -> bool:
    """True where the members are things of one form, not clauses or remarks on the one before: "Cemax, a maker of ..."."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    article = context.lexicon.pattern("list-article")
    forms: set[tuple[bool, bool]] = set()
    closed = articles = 0
    for a, b in pieces:
        start, end = offsets(home, a, b, context.extraction)
        if end - start > _LONG_ITEM:
            return False
        first = next((t for t in range(home.firsts[a], home.lasts[b - 1] + 1) if text[tokens.starts[t]].isalnum()), home.firsts[a])
        lower = text[tokens.starts[first]].islower()
        if pieces[0][0] < a < pieces[-1][0] and _remark(a, b, home, context):
            return False  # controls, treated with saline, and cases
        forms.add((lower, lower and bool(article.match(home.symbols, a))))
        closed += bool(lower and home.symbols[a] in context.lexicon.symbols.closed and not article.match(home.symbols, a))
        articles += bool(article.match(home.symbols, a))
    if forms == {(True, True), (True, False)} and not closed and 2 * articles > len(pieces) > 2:
        forms = {(True, True)}  # a dormer, a rear extension, replacement windows
    semicolons = context.lexicon.symbols.chars[";"] in home.symbols[pieces[0][0] : pieces[-1][1]]
    paired = len(pieces) == 1 and text[offsets(home, *pieces[0], context.extraction)[0]].isupper() and context.lexicon.pattern("conjunction").search(home.symbols, *pieces[0])
    return (len(pieces) > 1 or bool(paired)) and (len(forms) == 1 or semicolons)
