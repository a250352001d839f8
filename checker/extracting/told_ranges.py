"""Ranges that only the words around them make one: "gains of 0.55 to 0.30 cent", "closed 5 to 3 cents lower", "ranging in
size from 0.8 to 7.8 cm"; and what looks like one: "0.05 to 1 decimal place"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan

_FALLING = 6  # times that the larger end of a range may be the smaller one
_APART = 7  # words between "ranging" and "from"
_LONGEST = 4  # tokens of words for places behind the point


def descending(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> bool:
    """Whether the larger end stands first: "gains of 5 to 3 cents", "closed 5 to 3 cents lower"; not "fell from 5 to 3"."""
    if gap not in s.lex.phrases["range-join"] or left.unit is not None or right.kind not in ("currency", "points", "percent", "physical") or left.scale != 1 or left.hedge is not None or right.hedge is not None:
        return False
    if not 0 < right.value < left.value <= _FALLING * right.value:
        return False
    lead, after = s.word(left.first - 1), s.word(right.last + 1)
    if lead in s.lex.sets["range-from"] or lead in s.lex.sets["change-by"]:
        return False
    steps = lead in s.lex.sets["change-of"] and s.word(left.first - 2) in s.lex.sets["changes-plural"]
    return steps or after in s.lex.sets["quoted-after"] and s.word(right.last + 2) not in s.lex.sets["compared-than"]


def told_apart(s: Scan, opener: int) -> bool:
    """Whether a verb of ranging leads to the "from" at a token past what is ranged over: "ranged in size from"."""
    for k in range(opener - 1, max(opener - 1 - _APART, -1), -1):
        word = s.words[k]
        if word in s.lex.sets["range-verb-apart"]:
            return s.word(k + 1) in s.lex.sets["range-verb-in"] or k == opener - 1
        if not word.isalpha() and word != "-" or word in s.lex.back_change or s.mask[k] or s.parted(k + 1):
            return False
    return False


def rounds(s: Scan, right: Draft) -> bool:
    """Whether a figure tells to how many places another was rounded: "0.05 to 1 dp", "3.142 to 2 significant figures"."""
    j = right.last + 1
    if right.value is None or right.value.denominator != 1 or s.word(j) not in s.lex.sets["rounding-opens"]:
        return False
    return any(tuple(s.words[j : j + n]) in s.lex.phrases["rounding"] for n in range(1, _LONGEST + 1))
