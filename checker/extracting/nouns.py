"""What is counted: the noun phrase after a number, down to its head. A closed list of words ends it."""

from __future__ import annotations

from checker.extracting.draft import Scan
from checker.extracting.unit_table import singular_of

_REACH = 6  # tokens of a noun phrase
_Noun = tuple[tuple[str, ...], int]


def read_noun(s: Scan, j: int, single: bool) -> _Noun | None:
    """The noun phrase from token j on: (its words with the head made singular, its last token).

    `single` where one thing is counted: the head need not be a plural. The head is the last of the first plurals:
    "167 special customs zones opened" counts zones.
    """
    words, lex = s.words, s.lex
    stop, plural = lex.sets["noun-stop"], lex.sets["noun-plural"]
    kept: list[str] = []
    head, k, end = -1, j, min(j + _REACH, len(words))
    while k < end:
        word = words[k]
        if len(word) == 1 and s.word(k + 1) == "." and s.glued(k + 1) and s.text[s.starts[k]].isupper() and head < 0:
            kept.append(word)  # "30 U.S. trade barriers"
            k += 2
            end = min(end + 2, len(words), j + 2 * _REACH)
            continue
        if not word[0].isalpha():
            if word == "-" and kept and s.glued(k) and s.glued(k + 1) and k + 1 < end and words[k + 1][0].isalpha():
                k += 1
                continue
            break
        if s.parted(k):
            break
        if s.word(k + 1) == "-" and s.glued(k + 1) and s.glued(k + 2) and k + 2 < end and not s.mask[k] and head < 0:
            kept.append(word)  # "left-wing": what a hyphen binds is a modifier
            k += 1
            continue
        if word in stop or s.mask[k] or word in lex.starters and word not in lex.parts:
            break
        is_plural = word in plural or _looks_plural(word, lex)
        if head >= 0 and not is_plural:
            break
        if is_plural:
            head = len(kept)
        kept.append(word)
        last = k
        if head == len(kept) - 1:
            head_at = k
        k += 1
    if head >= 0:
        return (*kept[:head], singular_of(kept[head], lex.plural)), head_at
    if single and kept:
        return _single(s, kept, j)
    return None


def _single(s: Scan, kept: list[str], j: int) -> _Noun | None:
    """"one special zone": adjectives are passed, the first other word is the head."""
    skip = s.lex.sets["noun-skip"]
    k = j
    for n, word in enumerate(kept):
        while s.words[k] != word:
            k += 1
        if word not in skip:
            return tuple(kept[: n + 1]), k
        k += 1
    return None


def read_attributive(s: Scan, j: int) -> _Noun | None:
    """The noun after a hyphen: "a 12-member panel" counts members."""
    word = s.word(j)
    if not word[:1].isalpha() or not s.raw(j).islower() or word in s.lex.sets["noun-stop"] or s.mask[j] or word in s.lex.starters:
        return None
    return (singular_of(word, s.lex.plural) if _looks_plural(word, s.lex) else word,), j


def _looks_plural(word: str, lex) -> bool:
    if len(word) < 3 or word in lex.sets["noun-singular"] or word in lex.sets["noun-skip"]:
        return False
    plural = lex.plural
    return any(map(word.endswith, plural["plural-endings"])) and not any(map(word.endswith, plural["not-plural-endings"]))
