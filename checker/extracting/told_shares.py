"""Counts in brackets behind their shares, named where the sentence says what the share is of: "the percentage of residents in
flats was 13 per cent (7.1 million), the same as in 2001 (13 per cent, 6.5 million)"."""

from __future__ import annotations

from checker.extracting import shares_told
from checker.extracting.carry_counts import ended
from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import looks_plural, read_noun
from checker.extracting.unit_table import singular_of

_REACH = 45  # tokens from what a share is of to the share
_OPENED = 10  # tokens of a share that opens a bracket
_BACK = 8  # numbers back to the whole that opens the sentence
_PHRASE = 5  # tokens of what is compared
_LEAST = 1000  # a smaller whole number may be a mark or a deviation
Noun = tuple[str, ...]


def shares(s: Scan, drafts: list[Draft]) -> None:
    """Gives such counts their noun. In place."""
    last: tuple[Noun, int] | None = None
    for at, (share, count) in enumerate(zip(drafts, drafts[1:])):
        part = share.kind == "ratio" and share.style == "fraction" and s.words[share.last].isalpha() and s.word(count.begin - 1) == "("  # "over half (3.8 million)"
        if share.kind not in ("percent", "points") and not part or not _paired(s, share, count):
            continue
        if count.kind == "count" and count.noun and count.scale * (count.value or 0) >= _LEAST:
            last = (count.noun, count.last)
        if not count.bare or count.value < _LEAST or count.value.denominator != 1:
            continue
        noun = _led(s, share) or _opened(s, drafts, at, count) or shares_told.told_before(s, drafts, at)
        if not noun and last is not None and not s.parted(count.first):
            onward = not ended(s, last[1] + 1, count.first) or shares_told.taken_up(s, last[1], share.begin)
            noun = last[0] if onward else ()
        if noun:
            count.noun, count.unit, count.kind, count.inherited = noun, noun[-1], "count", count.inherited or "unit"
            last = (noun, count.last)


def compared(s: Scan, drafts: list[Draft]) -> None:
    """Gives counts in brackets behind what is compared the noun in front: "more women (32,200) than men (31,000)". In place."""
    for count in drafts:
        at = count.begin - 2
        if not count.bare or count.value < _LEAST or count.value.denominator != 1 or s.word(at + 1) != "(" or s.word(count.last + 1) != ")" or at < 1:
            continue
        lead = next((k for k in range(at - 1, max(at - _PHRASE, -1), -1) if s.words[k] in s.lex.sets["compared-than"] or s.words[k] in s.lex.sets["compared-more"]), -1)
        found = read_noun(s, lead + 1, False) if lead >= 0 else None
        if found is not None and found[1] == at:
            count.noun, count.unit, count.kind, count.inherited = found[0], found[0][-1], "count", "unit"


def _opened(s: Scan, drafts: list[Draft], at: int, count: Draft) -> Noun:
    """The noun of the whole that opens the sentence: "Of the 23.4 million households, ... (30 per cent, 7.1 million)"."""
    for n in range(at - 1, max(at - _BACK, 0) - 1, -1):
        other, before = drafts[n], drafts[n - 1 if n else 0]
        if ended(s, other.last + 1, count.first):
            return ()
        k = other.begin - 1
        if s.word(k) == "(" and before.kind == "percent" and before.last == k - 1:
            k = before.begin - 1  # "Of the 13 per cent (7.5 million) of residents"
        k -= s.word(k) in s.lex.sets["noun-after-of"]
        if other.kind == "count" and other.noun and s.word(k) in s.lex.sets["group-opens"] and s.raw(k)[:1].isupper():
            return other.noun if (other.value or 0) >= count.value else ()
    return ()


def strokes(s: Scan, drafts: list[Draft]) -> None:
    """Gives parts over their wholes the noun of what the sentence compares or gives the share of: "fewer women came (282/409 [69%]
    vs 340/408 [83%])", "the proportion of boats at sea was 16% (24/147)". In place."""
    for part, whole in zip(drafts, drafts[1:]):
        j = part.last + 1
        if whole.first != j + 1 or s.words[j] != "/" or not (part.bare and whole.bare and s.glued(j) and s.glued(j + 1)):
            continue
        lead = part.begin - 1
        held = s.word(lead) in ("(", "[") or s.word(lead) in s.lex.sets["carry-against"] or s.word(lead - 1) in s.lex.sets["carry-against"]
        sizes = part.value.denominator == whole.value.denominator == 1 and 0 <= part.value <= whole.value
        noun = _led(s, part, True) if held and sizes else ()
        for count in (part, whole) if noun else ():
            count.noun, count.unit, count.kind, count.inherited = noun, noun[-1], "count", "unit"


def told(s: Scan, drafts: list[Draft]) -> None:
    """Gives a count that opens a bracket with its share the plural that it stands behind: "the rest were thefts of goods (332,000;
    40%)". In place."""
    for count, share in zip(drafts, drafts[1:]):
        opens = count.bare and share.kind == "percent" and s.word(count.begin - 1) == "(" and share.first == count.last + 2 and s.words[count.last + 1] in (";", ",")
        if opens and count.value.denominator == 1 and count.value >= _LEAST and (head := _head(s, count.begin - 2)):
            count.noun, count.unit, count.kind, count.inherited = (head,), head, "count", "unit"


def _head(s: Scan, at: int) -> str:
    """The plural that heads the phrase that ends with token `at`: "thefts of personal property"; "" where there is none."""
    for k in range(at, max(at - _PHRASE, 0), -1):
        word = s.words[k]
        if not word.isalpha() or s.mask[k] or word in s.lex.sets["noun-stop"] and word not in s.lex.sets["of"]:
            break
        if word in s.lex.sets["of"]:
            return singular_of(s.words[k - 1], s.lex.plural) if looks_plural(s.words[k - 1], s.lex) else ""
    return singular_of(s.words[at], s.lex.plural) if looks_plural(s.words[at], s.lex) and s.raw(at).islower() else ""


def _paired(s: Scan, share: Draft, count: Draft) -> bool:
    """Whether a number stands in the bracket behind a share, or behind the share in one bracket."""
    gap = s.words[share.last + 1 : count.begin]
    if s.word(count.last + 1) != ")" or len(gap) != 1:
        return False
    opened = s.words[max(0, share.first - _OPENED) : share.first]
    return gap[0] == "(" or gap[0] in (",", ";") and "(" in opened and ")" not in opened[opened.index("(") :]


def _led(s: Scan, share: Draft, compared: bool = False) -> Noun:
    """The noun that the sentence says the share is of: "the percentage of residents", "most residents"; and what it has more or
    fewer of where it is `compared`."""
    for k in range(share.first - 1, max(share.first - _REACH, -1), -1):
        word = s.words[k]
        if word in ".!?;" and not s.glued(k + 1) or s.parted(k + 1) and s.text.count("\n", s.ends[k], s.starts[k + 1]) > 1:
            return ()
        at = k + 1 if word in s.lex.sets["shares-most"] or compared and word in s.lex.sets["compared-more"] else k + 2 if word in s.lex.sets["shares-of"] and s.words[k + 1] in s.lex.sets["of"] else 0
        if at:
            at += s.words[at] in s.lex.sets["noun-after-of"] or s.words[at] in s.lex.sets["articles"]
            found = read_noun(s, at, False)
            return found[0] if found is not None and found[1] < share.first else ()
    return ()
