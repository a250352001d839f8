"""What stands between a number and its noun: a share in brackets, "of" its owner, the number of the whole."""

from __future__ import annotations

from checker.extracting.draft import NAME, Scan
from checker.extracting.units_read import read_unit

_OWNER = 5  # tokens of a name that owns what is counted
_LISTED = 7  # tokens from the bracket that opens with a share to the number behind it
_BRACKETED = 16  # tokens of a share in brackets between a number and its noun


def past_share(s: Scan, j: int) -> int:
    """The token behind a share in brackets: "98 (49%) patients"; 0 where the brackets hold something else."""
    closing = "]" if s.word(j) == "[" else ")"
    for k in range(j + 2, min(j + _BRACKETED, len(s.words))):
        if s.words[k] == closing:
            told = any(s.words[i] in s.lex.units.heads and (unit := read_unit(s, i, None, False, False)) and unit.kind == "percent" for i in range(j + 2, k))
            told = told or k > j + 2 and all(s.mask[i] == NAME for i in range(j + 1, k))  # "6 (group 2) cycles"
            return k + 1 if told and s.word(k + 1).isalpha() and not s.parted(k + 1) else 0
    return 0


def behind_share(s: Scan, first: int, j: int) -> int:
    """The token where the noun of a number in brackets behind its share begins: "2 per cent (1.1 million) of residents",
    "14% (31) households"; 0 where it stands elsewhere. `first` is its first token, `j` the one behind it."""
    if s.word(first - 1) == "/" and s.glued(first - 1) and s.word(first - 2).isdecimal():
        first -= 2  # "31.7% (45/142) of patients"
    listed = s.word(first - 1) == "," and "(" in s.words[max(0, first - _LISTED) : first]  # "(81 per cent, 45.5 million) residents"
    if s.word(j) != ")" or not (s.word(first - 1) == "(" or listed) or not ends_percent(s, first - 2):
        return 0
    k = j + 1
    if s.word(k) in s.lex.sets["out-of"] and s.word(k + 1) in s.lex.sets["of"]:
        k += 1
    first = k + 1 + (s.word(k + 1) in s.lex.sets["noun-after-of"])
    if s.word(k) in s.lex.sets["of"] and (whole := past_whole(s, first)) > first:
        whole += 2 * (s.word(whole) == "." and s.glued(whole) and s.glued(whole + 1) and s.word(whole + 1).isdecimal())
        return whole + (s.word(whole) in s.lex.scales)  # "45 per cent (3.7 million) out of 8.2 million residents"
    if s.word(k) in s.lex.sets["of"]:
        k += 1 + (s.word(k + 1) in s.lex.sets["articles"] or s.word(k + 1) in s.lex.sets["noun-after-of"])
        k += 1 if s.word(k) in s.lex.sets["of-every"] and s.word(k - 1) in s.lex.sets["of"] else 0
    return k if s.word(k).isalpha() and not s.parted(k) else 0


def ends_percent(s: Scan, last: int) -> bool:
    """Whether a unit of shares ends with token `last`: "%", "per cent"."""
    return any(k > 0 and s.words[k] in s.lex.units.heads and (unit := read_unit(s, k, None, False, False)) is not None and unit.kind == "percent" and unit.last == last for k in (last, last - 1))


def past_owner(s: Scan, k: int) -> int:
    """The token after "Hunt's 30" or "the firm's" from token k on, in "19 of Hunt's 30 attempts", "two of the firm's mills"; 0
    where nobody owns them."""
    for at in range(k + 1, k + _OWNER):
        if s.word(at).startswith("'") and s.glued(at):
            following = past_whole(s, at + 1)
            return following if not s.parted(following) else 0
        if not s.word(at).isalpha():
            return 0
    return 0


def past_whole(s: Scan, k: int) -> int:
    """The token after the number of the whole at token k: "two of the four groups", "340,783 of the 752,297 shares"."""
    if s.word(k) in s.lex.sets["whole-firsts"] and (s.word(k + 1) in s.lex.small or s.word(k + 1).isdecimal()):
        k += 1  # "six of these top ten areas"
    if s.word(k) in s.lex.small:
        return k + 1
    while s.word(k).isdecimal() or s.word(k) == "," and s.glued(k) and s.glued(k + 1) and s.word(k + 1).isdecimal():
        k += 1
    return k
