"""Numbers inside names of several words: a work behind its noun ("their album Back 2 Base X"), and labels that the text has
again and again ("MONARCH 2 was a trial", "Chesterfield 7, a 210 megawatt unit")."""

from __future__ import annotations

from collections import Counter

from checker.extracting.draft import Draft, Scan

_TITLE = 9  # tokens of a title
_SHORT = 3  # letters of the words that titles leave small
_DIGITS = 3  # digits of a label
_ACRONYM = 4  # letters of capitals that are rather a name than a measure
_AROUND = 7  # tokens to either side that tell running prose
_MARKS = ("–", "—", "-", ":", "’", "&", "!")
_OFTEN = 2  # times that a label must stand in the text
_LABELS = 3  # numbers behind one word that make it a word of labels


def in_work(s: Scan, draft: Draft) -> bool:
    """Whether capitals lead from the number back to a word for a work: "a special titled Doctor Who – The 10 Christmas Carols"."""
    if draft.kind not in ("number", "count") or draft.hedge is not None or draft.scale != 1 or not (s.has("title-nouns") or s.has("title-verbs")):
        return False
    k, capitals = draft.first - 1, 0
    while k > 0 and draft.first - k <= _TITLE and _of_title(s, k):
        capitals += s.raw(k)[0].isupper()
        k -= 1
    called = s.words[k] in s.lex.sets["title-verbs"]
    k -= s.words[k] == ","
    led = called or s.words[k] in s.lex.sets["title-nouns"]
    if not led or k < 1 or not s.raw(k).islower() or not capitals:
        return False
    following = s.raw(draft.last + 1) if draft.last + 1 < len(s.words) and not s.parted(draft.last + 1) else ""
    closed = draft.kind == "number" and (following == ")" or following == "," and s.raw(draft.last + 2)[:1].islower())
    return closed or following[:1].isupper() and following.isalpha()


def _of_title(s: Scan, k: int) -> bool:
    """Whether token k may stand inside a title: a capital, a mark, or a short word between capitals."""
    raw = s.raw(k)
    if s.mask[k] or s.parted(k + 1):
        return False
    return raw[0].isupper() or raw in _MARKS or raw[0] == "'" or raw.isalpha() and len(raw) <= _SHORT and s.raw(k - 1)[:1].isupper() and s.words[k] not in s.lex.sets["title-ends"]


def label(s: Scan, draft: Draft) -> bool:
    """Whether a small number is that of a name which the text uses as one elsewhere, too: "MONARCH 2", "Chesterfield 7 and 8"."""
    i = draft.first
    if draft.unit is not None and draft.kind != "count" or i != draft.last or draft.hedge is not None or draft.scale != 1 or draft.hyphened or len(s.words[i]) > _DIGITS:
        return False
    listed = i > 3 and s.words[i - 1] in s.lex.sets["joiners"] and s.words[i - 2].isdecimal() and draft.kind == "number" and _shaped(s, i - 2)
    if not listed and not _shaped(s, i) or not s.raw(i - 1).isupper() and not _prose(s, i):
        return False
    if s.labels is None:
        s.labels = _labels(s)
    head = s.words[i - 3] if listed else s.words[i - 1]
    if head not in s.labels:
        return False
    if draft.kind == "number":
        return s.word(i + 1) not in s.lex.sets["of"]
    return s.labels[head] >= _LABELS and s.word(i + 2) in s.lex.sets["articles"] and s.words[i + 1].endswith(s.lex.third_persons) and s.word(i + 3) not in s.lex.sets["label-not-before"]


def _labels(s: Scan) -> Counter[str]:
    """The words with capitals that lead to numbers of names, and to how many different ones; each name stands more than once,
    and once at the beginning of a sentence or with a verb behind it."""
    often: Counter[tuple[str, str]] = Counter()
    told: set[tuple[str, str]] = set()
    for k, word in enumerate(s.words):
        if word.isdecimal() and len(word) <= _DIGITS and k > 1 and (_shaped(s, k) or s.words[k - 1] == "-" and s.glued(k) and s.raw(k - 2).isupper()):
            pair = s.words[k - 1 - (s.words[k - 1] == "-")], word
            often[pair] += 1
            if _shaped(s, k) and _opens(s, k):
                told.add(pair)
    heads = {head for head, number in told if often[head, number] >= _OFTEN}
    return Counter(head for head, _ in often if head in heads)


def _shaped(s: Scan, i: int) -> bool:
    """Whether the token in front of a number has a capital as a name has."""
    if i < 1 or s.space(i) != 1 or s.mask[i - 1] or s.glued(i + 1) and s.words[i + 1].isalnum() or s.word(i + 1) in ("%", "/") or s.word(i + 1) == "." and s.glued(i + 2) and s.words[i + 2].isdecimal():
        return False
    raw = s.raw(i - 1)
    if not raw.isalpha() or not raw[0].isupper() or s.words[i - 1] in s.lex.sets["name-not-heads"] or s.words[i - 1] in s.lex.sets["noun-stop"] or s.words[i - 1] in s.lex.units.signs:
        return False
    return len(raw) >= _ACRONYM and (raw.isupper() or raw[1:].islower())


def _opens(s: Scan, i: int) -> bool:
    """Whether the name that ends with the number at token i opens a sentence which goes on with a verb or a word for it, as an acronym may
    within one."""
    opened = i < 2 or s.words[i - 2] in s.lex.sets["sentence-ends"] or s.parted(i - 1)
    following = s.word(i + 1)
    noted = following == "," and s.word(i + 2) in s.lex.sets["articles"]
    opened = opened or s.raw(i - 1).isupper()
    return opened and (following in s.lex.sets["one-is"] or following in s.lex.sets["subject-verbs"] or noted) and _prose(s, i)


def _prose(s: Scan, i: int) -> bool:
    """Whether words without capitals stand around token i."""
    return sum(len(s.words[k]) > _SHORT and s.raw(k).islower() for k in range(max(i - _AROUND, 0), min(i + _AROUND, len(s.words)))) > 1
