"""Counts in brackets behind their shares, named where the sentence says what the share is of: "the percentage of residents in
flats was 13 per cent (7.1 million), the same as in 2001 (13 per cent, 6.5 million)"."""

from __future__ import annotations

from checker.extracting.carry_counts import ended
from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import read_noun

_REACH = 45  # tokens from what a share is of to the share
_OPENED = 10  # tokens of a share that opens a bracket
_PHRASE = 5  # tokens of what is compared
_LEAST = 1000  # a smaller whole number may be a mark or a deviation
Noun = tuple[str, ...]


def shares(s: Scan, drafts: list[Draft]) -> None:
    """Gives such counts their noun. In place."""
    last: tuple[Noun, int] | None = None
    for share, count in zip(drafts, drafts[1:]):
        if share.kind not in ("percent", "points") or not _paired(s, share, count):
            continue
        if count.kind == "count" and count.noun and count.scale * (count.value or 0) >= _LEAST:
            last = (count.noun, count.last)
        if not count.bare or count.value < _LEAST or count.value.denominator != 1:
            continue
        noun = _led(s, share) or (last[0] if last is not None and not ended(s, last[1] + 1, count.first) and not s.parted(count.first) else ())
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


def _paired(s: Scan, share: Draft, count: Draft) -> bool:
    """Whether a number stands in the bracket behind a share, or behind the share in one bracket."""
    gap = s.words[share.last + 1 : count.begin]
    if s.word(count.last + 1) != ")" or len(gap) != 1:
        return False
    opened = s.words[max(0, share.first - _OPENED) : share.first]
    return gap[0] == "(" or gap[0] in (",", ";") and "(" in opened and ")" not in opened[opened.index("(") :]


def _led(s: Scan, share: Draft) -> Noun:
    """The noun that the sentence says the share is of: "the percentage of residents", "most residents"."""
    for k in range(share.first - 1, max(share.first - _REACH, -1), -1):
        word = s.words[k]
        if word in ".!?;" and not s.glued(k + 1) or s.parted(k + 1) and s.text.count("\n", s.ends[k], s.starts[k + 1]) > 1:
            return ()
        at = k + 1 if word in s.lex.sets["shares-most"] else k + 2 if word in s.lex.sets["shares-of"] and s.words[k + 1] in s.lex.sets["of"] else 0
        if at:
            at += s.words[at] in s.lex.sets["noun-after-of"] or s.words[at] in s.lex.sets["articles"]
            found = read_noun(s, at, False)
            return found[0] if found is not None and found[1] < share.first else ()
    return ()
