"""Figures that are names: "the 80386 chip", "the climb of Hill 317", "at Grand Meeting 31"."""

from __future__ import annotations

from collections import Counter

from checker.extracting.draft import Draft, Scan

_SHORTEST, _LONG = 3, 5  # digits of a model's number; digits that an amount would part
_DIGITS, _NAME = 3, 5  # digits of the number of a name, words of the name
_OFTEN = 2  # times that a word leads to numbers of names before it does so anywhere
_SENTENCE = 30
_LIST = 40  # names of one list that are followed back
_ENDS = (".", ",", ";", ":", ")", "?", "!", '"', "”", "")
_STOPS = (".", ";", "!", "?", "|")


def model(s: Scan, draft: Draft) -> bool:
    """Whether a plain number is the name of a processor or the like: "the 80386 chip", and from then on "the 80386"."""
    word = s.words[draft.first]
    if not (s.has("model-nouns") or s.has("model-things")) or draft.first != draft.last or len(word) < _SHORTEST or draft.hedge is not None or draft.scale != 1 or draft.kind not in ("number", "count"):
        return False
    if s.models is None:
        one, many = s.lex.sets["model-nouns"], s.lex.sets["model-things"]
        found = ((w, s.words[k + 1]) for k, w in enumerate(s.words[:-1]) if w.isdecimal() and len(w) >= _SHORTEST and not s.glued(k))
        s.models = frozenset(w for w, noun in found if noun in one and (w[-1] != "0" or len(w) >= _LONG) or len(w) >= _LONG and noun in many and not w.endswith("000"))
    if word not in s.models and len(word) >= _LONG and draft.kind == "number" and s.word(draft.first - 1) in s.lex.sets["name-leads"]:
        return any(len(other) == len(word) for other in s.models)  # "and the 80286."
    following = s.word(draft.last + 1)
    return word in s.models and (draft.kind == "number" or len(word) >= _LONG or following in s.lex.sets["model-nouns"] or following in s.lex.sets["model-things"] or draft.noun_last > draft.last + 1)


def numbered_name(s: Scan, draft: Draft) -> bool:
    """Whether a bare small number ends a name inside running prose: "the climb of Hill 317,"; not "12 in Wales, in Kent 8"."""
    i = draft.first
    plain = draft.kind == "number" and draft.unit is None and draft.first == draft.last and draft.scale == 1 and draft.hedge is None and not draft.hyphened
    if not plain or not _shaped(s, i):
        return False
    following = s.word(i + 1)
    if following in s.lex.sets["of"] or (following,) in s.lex.phrases["range-join"] or following == "(" and s.word(i + 2)[:1].isdecimal():
        return False
    if _told(s, i) and not _rivals(s, i):
        return True
    if following in s.lex.sets["name-says"] and s.raw(i + 1).islower() and _said(s, i):
        return True
    remark = following == "(" and s.raw(i + 2).isalpha() and s.raw(i + 2).islower()
    if not remark and (not following.isalpha() or not s.raw(i + 1).islower()):
        return False
    if s.heads is None:
        s.heads = _heads(s)
    return s.heads[s.words[i - 1]] >= _OFTEN


def counted(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """What a bare number counts past the number of a name: "three Ariane 4 launches"; None elsewhere."""
    plain = left.bare and left.value.denominator == 1 and left.value > 1 and left.scale == 1 and left.last + 1 + len(gap) == right.first
    if not plain or not 0 < len(gap) < _NAME or right.kind != "count" or right.noun_last != right.last + 1 or right.first != right.last or right.hedge is not None:
        return None
    if not _shaped(s, right.first) or not all(s.raw(k)[0].isupper() and s.words[k].isalpha() and not s.mask[k] and not s.parted(k) for k in range(left.last + 1, right.first)):
        return None
    left.noun, left.noun_last, left.unit, left.kind = right.noun, right.noun_last, right.unit, right.kind
    return left


def _said(s: Scan, i: int) -> bool:
    """Whether the name that ends with the number at token i is where somebody speaks: "Joe Mill of Road Reports 45 wrote"."""
    k = i - 1
    while i - k <= _NAME and k > 0 and s.words[k].isalpha() and s.raw(k)[0].isupper() and not s.parted(k):
        k -= 1
    return 0 < k < i - 1 and s.words[k] in s.lex.sets["of"] and s.raw(k - 1)[:1].isupper() and s.words[k - 1].isalpha()


def _heads(s: Scan) -> Counter[str]:
    """How often each word leads to the number of a name."""
    return Counter(s.words[k - 1] for k, word in enumerate(s.words) if word.isdecimal() and _shaped(s, k) and _told(s, k))


def _shaped(s: Scan, i: int) -> bool:
    """Whether token i has the looks of a number behind a name: "Hill 317"."""
    if i < 2 or len(s.words[i]) > _DIGITS or s.starts[i] - s.ends[i - 1] != 1 or s.mask[i - 1] or s.glued(i + 1) and s.words[i + 1].isalnum():
        return False
    head = s.raw(i - 1)
    return head.isalpha() and head[0].isupper() and len(head) > 1 and s.words[i - 1] not in s.lex.sets["name-not-heads"]


def _told(s: Scan, i: int) -> bool:
    """Whether a preposition leads to the name that ends with the number, and nothing that could be counted follows."""
    for _ in range(_LIST):
        k = i - 1
        while i - k <= _NAME and k > 0 and s.raw(k)[0].isupper() and s.words[k].isalpha() and not s.parted(k):
            k -= 1
        listed = (s.words[k] in s.lex.sets["joiners"] or s.words[k] == ",") and s.words[k - 1].isdecimal() and s.words[k - 2] == s.words[i - 1] and _shaped(s, k - 1)
        if not listed:
            break
        i = k - 1  # "Hill 355 and Hill 317"
    k -= s.words[k] in s.lex.sets["articles"]
    governed = k > 0 and (s.words[k] in s.lex.sets["name-governed"] or s.words[k] in s.lex.sets["name-includes"]) and s.raw(k).islower() and not s.parted(k + 1)
    elliptic = s.words[k - 1] in s.lex.sets["joiners"] or s.words[k - 1] in (",", ";") or s.words[k - 1] in s.lex.sets["clause-end"]
    after = s.word(i + 1)
    return governed and not elliptic and (after in _ENDS or after in s.lex.sets["name-onward"] or after in s.lex.sets["joiners"] and s.raw(i + 2)[:1].isupper() if i + 2 < len(s.words) else True)


def _rivals(s: Scan, i: int) -> bool:
    """Whether another name of the sentence has its number, too: "in Kent 12, in Essex 9 and in Surrey 7"."""
    for step in (1, -1):
        k = i + step
        while 0 < k < len(s.words) and abs(k - i) < _SENTENCE and s.words[k] not in _STOPS:
            if s.words[k].isdecimal() and _shaped(s, k) and s.words[k - 1] != s.words[i - 1]:
                return True
            k += step
    return False
