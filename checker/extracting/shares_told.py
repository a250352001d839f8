"""What a share is of, told in other words than its own: "a quarter of residents rented (26 per cent, 15.9 million)", "people who
were married made up 47 per cent (21.2 million)", "... (7.1 million) of households. This ranged from 32 per cent (417,000)"."""

from __future__ import annotations

from checker.extracting.carry_counts import ended
from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import looks_plural, read_noun
from checker.extracting.unit_table import singular_of
from checker.rational import Fraction

_BACK = 4  # numbers back to the part in words
_CLAUSE = 12  # tokens from those that a clause is of to their share
_AUXILIARIES = 3
_NEAR = Fraction(1, 10)  # a part in words is no farther from its share
_HUNDRED = 100
Noun = tuple[str, ...]


def told_before(s: Scan, drafts: list[Draft], at: int) -> Noun:
    """The noun of the part in words, or of the people that have the share at `at`; () where there is none."""
    return _part(s, drafts, at) or _who(s, drafts[at])


def taken_up(s: Scan, last: int, first: int) -> bool:
    """Whether one sentence ends between two tokens, and the next takes up what it told: "This ranged from"."""
    start = next((k + 1 for k in range(last + 1, first) if s.words[k] == "." and not s.glued(k + 1)), 0)
    if not start or s.word(start) not in s.lex.sets["such-number"] or ended(s, start, first):
        return False
    verb = next((k for k in range(start + 1, start + 2 + _AUXILIARIES) if s.word(k) not in s.lex.sets["tallied-auxiliaries"]), 0)
    moved = s.word(verb) in s.lex.back_change or s.word(verb) in s.lex.sets["range-verb-apart"]
    return moved and verb + 1 == first - 1 and (s.word(verb + 1) in s.lex.sets["range-from"] or (s.word(verb + 1),) in s.lex.phrases["range-join"])


def _part(s: Scan, drafts: list[Draft], at: int) -> Noun:
    """The noun of "more than a quarter of residents" in front of the share that says it to the figure."""
    share = drafts[at]
    for part in reversed(drafts[max(0, at - _BACK) : at]):
        if ended(s, part.last + 1, share.first) or s.parted(share.first):
            return ()
        if part.kind != "ratio" or part.value is None or s.word(part.last + 1) not in s.lex.sets["of"]:
            continue
        k = part.last + 2
        k += s.word(k) in s.lex.sets["noun-after-of"]
        found = read_noun(s, k, False)
        close = share.value is not None and abs(share.value / _HUNDRED - part.value) <= _NEAR
        return found[0] if close and found is not None and looks_plural(s.words[found[1]], s.lex) else ()
    return ()


def _who(s: Scan, share: Draft) -> Noun:
    """The people in front of "who were married, at 47 per cent" or "who were married made up 47 per cent"."""
    lead = share.begin - 1
    put = s.word(lead) in s.lex.sets["puts-at"] and s.word(lead - 1) == ","
    made = s.word(lead) in s.lex.sets["makes-up"] or s.word(lead) in s.lex.sets["phrasal-particle"] and s.word(lead - 1) in s.lex.sets["makes-up"]
    for k in range(lead - 1 - put, max(lead - _CLAUSE, 0), -1) if put or made else ():
        word = s.words[k]
        if word in s.lex.sets["age-who"]:
            one = singular_of(s.words[k - 1], s.lex.plural)
            return (one,) if s.words[k - 1] in s.lex.sets["person"] and one != s.words[k - 1] else ()
        if not word.isalpha() or s.mask[k]:
            return ()
    return ()
