"""Names that can mean one set: the same noun, or two of one group of the pack ("akin-homes": flats, dwellings, the stock)."""

from __future__ import annotations

from checker.linking.context import Context, content, content_of_span, stem, stemmed, telling
from checker.linking.lexicon import Lexicon
from checker.linking.structure.at_figure import words_at
from checker.once import once

_OPENING = 3  # words of a sentence
_REACH = 4  # words behind "of" that name the whole


def kindred(names: frozenset[str], context: Context) -> frozenset[str]:
    """The stems with the groups that they are in."""
    groups = groups_of_stems(context.lexicon)
    found = [groups[n] for n in names if n in groups]
    return names.union(*found) if found else names


def bears(index: int, names: frozenset[str], context: Context) -> bool:
    """True where what a figure counts, or else a word at it, is kindred to one of the names (with their groups)."""
    known = context.shelf.setdefault("names-borne", {})
    if index not in known:
        q = context.quantity(index)
        known[index] = kindred(frozenset(stem(w, context) for w in q.noun) if q.noun else words_at(index, context), context)
    return not names.isdisjoint(known[index])


def called(share: int, context: Context) -> frozenset[str]:
    """Stems of what a share says that it is of: "of its career", "one parent in three"."""
    q, tokens = context.quantity(share), context.extraction.tokens
    own = frozenset(stem(w, context) for w in q.noun)
    first, last = q.last + 2, min(q.last + 1 + _REACH, len(tokens.words) - 1)
    if first <= last and tokens.words[q.last + 1] in context.lexicon.pack.words("part-word"):
        return own | content_of_span((tokens.starts[first], tokens.ends[last]), context)
    return own


def may_name(share: int, whole: int, context: Context) -> bool:
    """False where the share says that it is of something with another name: of a set named before, or of another sentence."""
    names = telling(called(share, context) - frozenset(stem(w, context) for w in context.quantity(share).noun), context)
    akin = kindred(names, context)
    if not names or bears(whole, akin, context) or kindred(words_at(whole, context), context) & akin:
        return True
    words, last = context.extraction.tokens.words, context.quantity(share).last
    if words[last + 2 : last + 3] and words[last + 2] not in context.function and words[last + 2] not in context.lexicon.pack.words("determiner"):
        return False  # "25% of patients": whoever they are
    line = context.line(share)
    before = content(line.firsts[0], context.quantity(share).outer, context)
    return context.lines.line_of[whole] == line.number and not names & before


def of_those(share: int, context: Context) -> bool:
    """True of "20% of those": of what stands in front of it."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    last = context.quantity(share).last
    after = words[last + 1 : last + 3]
    return len(after) == 2 and after[0] in pack.words("of-word") and after[1] in pack.words("back-reference") | pack.words("pointing-word")


def opens_back(share: int, context: Context) -> bool:
    """True where the sentence of a share opens with a word that points back: "That is 85%", "Their 36 per cent"."""
    line, words = context.line(share), context.extraction.tokens.words
    opening = {words[k] for k in line.firsts[:_OPENING]}
    return bool(opening & context.lexicon.pack.words("takes-up"))


@once
def groups_of_stems(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The groups of each stem."""
    found: dict[str, set[str]] = {}
    for name, entry in lexicon.pack.classes.items():
        if name.startswith("akin-"):
            for word in entry.words:
                found.setdefault(stemmed(word, lexicon), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
