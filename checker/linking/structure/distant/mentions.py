"""What sentences say in common, for structures that tie figures by the words that stand at them.

Words are compared as stems; two that begin alike ("vacant", "vacancy") count as one. Words that many clauses have in common
tell nothing.
"""

from __future__ import annotations

from checker.linking.context import Context, content, proper, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.distant.rates import kin
from checker.linking.structure.distant.sheet import Sheet, Told, of_a_study, sheet_of
from checker.linking.structure.kindred import kindred
from checker.linking.structure.share.figures import is_share
from checker.linking.structure.total.lists_of_shares import any_of

_FIGURES = 36  # of a text in which names tie
_ALIKE = 5  # letters with which two forms of a word begin
_BEHIND = 9  # symbols behind a figure that say what it is of
_NARROW = 3  # symbols behind "in" that say where
_QUOTED, _COMMENT = 2, 4  # symbols of the marks in front of a comment, and of what it says
_NOUN = 6  # symbols behind "of" in which a noun stands


def told_plainly(context: Context) -> Sheet | None:
    """The sheet of a short text that is no report of a study: there each share is of a group of its own."""
    if of_a_study(context):
        return None
    sheet = sheet_of(context)
    return sheet if sheet.short and len(sheet.all) <= _FIGURES else None


def said(line: Line, sheet: Sheet, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The telling stems of a line, or of a stretch of it."""
    end = len(line.symbols) if end is None else min(end, len(line.symbols))
    if start >= end:
        return frozenset()
    found = telling(content(line.firsts[start], line.lasts[end - 1] + 1, sheet.context), sheet.context)
    return found - sheet.stems("distant-light") - sheet.stems("distant-light-shares")


def said_at(told: Told, sheet: Sheet) -> frozenset[str]:
    """The telling stems that stand nearer to a figure than to others."""
    return said(told.line, sheet, told.left, told.right)


def alike(a: str, b: str) -> bool:
    """Whether two stems are forms of one word.

    >>> alike("vacant", "vacancy"), alike("reject", "rejection"), alike("contract", "contrast"), alike("men", "mention")
    (True, True, False, False)
    """
    need = max(_ALIKE, min(len(a), len(b)) - 1)
    return a == b or a[:need] == b[:need] and min(len(a), len(b)) >= need


def common(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The stems of the first that the second has too, or a form of."""
    return frozenset(x for x in a if x in b or any(alike(x, y) for y in b))


def behind(told: Told, sheet: Sheet) -> int:
    """Where what follows a figure ends: at a mark, or at the next one."""
    marks, end = sheet.context.lexicon.symbols.marks, min(told.right, told.at + 1 + _BEHIND)
    return next((p for p in range(told.at + 1, end) if told.line.symbols[p] in marks), end)


def narrowed(told: Told, known: frozenset[str], sheet: Sheet) -> str:
    """What narrows a figure to another place, time or group: a "word" or a "name" behind "in", "among", "for" that is not known."""
    line, end, found = told.line, behind(told, sheet), ""
    for m in sheet.words.matches("distant-narrowing", line, told.at + 1, end):
        last = min(end, m.end() + _NARROW)
        new = said(line, sheet, m.end(), last)
        if new and not common(new, known):
            found = "name" if found == "name" or proper(line.firsts[m.end()], line.lasts[last - 1] + 1, sheet.context) else "word"
    return found


def tells(name: str, line: Line, sheet: Sheet) -> bool:
    """Whether a word of a class stands in a line, also within a figure: "a year ago", "second"."""
    text = sheet.context.extraction.tokens.words[line.firsts[0] : line.lasts[-1] + 1]
    return sheet.words.has(name, line) or any_of(sheet.context.lexicon.pack.words(name), text)


def of_then(line: Line, sheet: Sheet) -> bool:
    """True of a sentence about another time: "in the previous vote", not "the mill, which was bought six years ago, makes"."""
    if not tells("distant-then", line, sheet):
        return False
    text, relative = sheet.context.extraction.tokens.words, sheet.context.lexicon.pack.words("distant-relative")
    first = next((p for p in range(line.firsts[0], line.lasts[-1] + 1) if text[p] in relative), -1)
    return first < 0 or any_of(sheet.context.lexicon.pack.words("distant-then"), text[line.firsts[0] : first])


def opens_apart(line: Line, known: frozenset[str], sheet: Sheet) -> bool:
    """True of a sentence that opens with a place or group of its own: "On the night lines", not "In the survey", "In June"."""
    new = opening(line, sheet)
    return bool(new) and not common(new, known)


def opening(line: Line, sheet: Sheet) -> frozenset[str]:
    """The stems of the place or group that a sentence opens with: of "On the night lines"; none of "In the survey", "In June"."""
    words = sheet.words
    if words.pattern("distant-narrowing").match(line.symbols) is None or words.within("distant-poll", line, 0, _NOUN) or any(q >= 0 for q in line.quantity[:_NARROW]):
        return frozenset()
    last = min(_NARROW, len(line.symbols) - 1)
    return content(line.firsts[0], line.lasts[last] + 1, sheet.context) - sheet.stems("distant-light")


def head_behind(told: Told, sheet: Sheet) -> str:
    """The noun that a share is of, "40% of the island's bakers"; empty where there is none."""
    if not sheet.words.pattern("of-word").match(told.line.symbols, told.at + 1):
        return stem(told.q.noun[-1], sheet.context) if told.q.noun else ""
    return noun_from(told.at + 2, told.line, sheet)


def plain_share(told: Told, sheet: Sheet) -> bool:
    """True of a share that is no change: also of "makes up 40%", "to put up the 40%", and of one that opens its text behind a headline."""
    return is_share(told.index, sheet.context) or bool(told.q.change) and (told.at == 0 or _made_up(told, sheet))


def _made_up(told: Told, sheet: Sheet) -> bool:
    """True of "makes up 40%", and of "to put up the 40%": the article stands between the verb and the figure."""
    words, pack, q = sheet.context.extraction.tokens.words, sheet.context.lexicon.pack, told.q
    tie = " ".join(words[max(0, q.first - 2) : q.first])
    return tie in pack.words("share-tie") or words[max(0, q.first - 1)] in pack.words("distant-this")


def commented(told: Told, sheet: Sheet) -> bool:
    """True of "Forty per cent is a shocking rate", "One in six may sound harmless": what somebody says of the share just told."""
    words, line = sheet.words, told.line
    if told.at > _QUOTED or any(line.quantity[p] >= 0 or sheet.context.extraction.tokens.words[line.firsts[p]].isalnum() for p in range(told.at)):
        return False
    verb = words.pattern("distant-comment").match(line.symbols, told.at + 1)
    return verb is not None and not told.q.noun and words.within("distant-comment-what", line, verb.end(), verb.end() + _COMMENT)


def noun_from(start: int, line: Line, sheet: Sheet) -> str:
    """The head of the phrase that begins at a place: its first plural, or the last word in front of a mark or a small word."""
    context, found, words = sheet.context, "", sheet.context.extraction.tokens.words
    if sheet.words.pattern("back-reference").match(line.symbols, start):
        return ""  # "most of them"
    for p in range(start, min(len(line.symbols), start + _NOUN)):
        word = words[line.firsts[p]]
        small = word in context.function
        if line.quantity[p] >= 0 or line.symbols[p] in context.lexicon.symbols.marks or found and small and p > start and not sheet.words.pattern("distant-genitive").match(line.symbols, p):
            break
        if word.isalpha() and len(word) > 1 and not small:
            found = stem(word, context)
            if word.endswith(tuple(context.lexicon.pack.words("plural-ending"))) and not sheet.words.pattern("distant-genitive").match(line.symbols, p + 1):
                break
    return found


def bears_head(head: str, known: frozenset[str], sheet: Sheet) -> bool:
    """Whether a noun, or one that may count the same, stands among known words."""
    akin = kindred(frozenset([head]), sheet.context) & kindred(known, sheet.context)
    return not head or bool(akin) or head in sheet.stems("distant-people") or any(alike(head, w) or kin(head, w, sheet) for w in known)

