"""Numbers that are a part of a name by the way it is written: "the Big Ten", "Three Mile Island", the song "One Sweet Day"."""

from __future__ import annotations

from collections import Counter

from checker.extracting.draft import Draft, Scan
from checker.extracting.capital_names import in_work, label
from checker.extracting.numbered_names import model, numbered_name

OPENING, CLOSING = ('"', "“", "‘", "'"), ('"', "”", "’", "'")
_TITLE = 9  # words of a title in quotation marks
_AROUND = 7  # tokens to either side that tell running prose from a line of capitals
_SHORT = 3  # letters of the words that titles leave small
_NUMBERED, _NAME = 4, 4  # digits of a number behind a name, words of the name
_ROUND = 50  # races and charts are named by its multiples
_OFTEN = 2  # times that make capitals a name even outside prose
_WORKS = 14  # tokens around a title in which a word for works stands
_MEASURED = ("currency", "percent", "points")


def in_name(s: Scan, draft: Draft) -> bool:
    """Whether a number stands in a quoted title, or has a capital of its own inside running prose."""
    if draft.style == "fraction":
        return _position(s, draft)
    if draft.prefixed or draft.kind in _MEASURED or draft.style not in ("words", "digits"):
        return False
    if draft.style == "digits" and (_work(s, draft) or draft.kind in ("physical", "duration") and _great_unit(s, draft)):
        return True
    if draft.kind in ("number", "count") and s.has("title-nouns") and _dated(s, draft):
        return True
    raw = s.raw(draft.first)
    if draft.style == "digits" and (in_work(s, draft) or label(s, draft)):
        return True
    if draft.style == "digits" and (_led_by_name(s, draft) or _subject(s, draft) or _abbreviated(s, draft) or _trade_name(s, draft) or model(s, draft) or numbered_name(s, draft)):
        return True
    if "<" in s.words[max(0, draft.first - _TITLE) : draft.first] and _company(s, draft):
        return True
    if draft.style == "words" and (_numbered(s, draft) or _alone(s, draft)):
        return True
    if draft.style == "words" and not (raw[:1].isupper() and raw[1:].islower()):
        return len(raw) > 1 and raw.isupper() and _opens_name(s, draft)
    return _titled(s, draft) or draft.style == "words" and (_capital(s, draft) or _opens_name(s, draft))


def _titled(s: Scan, draft: Draft) -> bool:
    """Whether the number opens a quotation all of whose words have capitals, and which ends like a title."""
    i = draft.first
    while s.word(i - 1) == "." and s.glued(i - 1):  # "... Thirteen Years Later"
        i -= 1
    if i < 1 or s.word(i - 1) not in OPENING or i > 1 and s.glued(i - 1) and s.words[i - 2][0].isalnum():
        return False
    capitals = 0
    for k in range(draft.first + 1, min(draft.first + _TITLE, len(s.words))):
        word = s.raw(k)
        if word in CLOSING:
            return capitals > 0
        if word.isalpha() and not word[0].isupper() and len(word) > _SHORT or s.parted(k) and "\n" in s.text[s.ends[k - 1] : s.starts[k]]:
            return False
        capitals += word[0].isupper()
    return False


def _position(s: Scan, draft: Draft) -> bool:
    """Whether a fraction of two words describes what has no such part: "a centre three-quarter", not "a three-quarter mile"."""
    lone = draft.unit is None and draft.kind in ("ratio", "number", "count") and draft.value is not None and draft.value.numerator > 1
    tied = lone and draft.last - draft.first == 2 and s.words[draft.last] in s.lex.parts and s.words[draft.last] not in s.lex.sets["plural-parts"] and s.words[draft.last - 1] == "-"
    return tied and s.word(draft.last + 1) not in s.lex.sets["part-shares"]


def _numbered(s: Scan, draft: Draft) -> bool:
    """Whether a number word is the number of what stands before it: "bills in band two", "levels one and two", "game one of
    the series"; not "in the last season two games were lost"."""
    lead = draft.first - 1 - (s.word(draft.first - 1) == "-" and s.glued(draft.first - 1))
    if s.word(lead) in s.lex.sets["joiners"] and s.word(lead - 1) in s.lex.small:
        lead -= 2
    if draft.kind not in ("number", "count") or draft.hyphened:
        return False
    played = draft.kind == "number" or s.word(draft.last + 1) in s.lex.sets["of"]
    return s.word(lead) in s.lex.sets["numbered-labels"] or played and s.word(lead) in s.lex.sets["numbered-plays"]


def _work(s: Scan, draft: Draft) -> bool:
    """Whether a number stands in quotation marks behind a word for a work: 'the single "20 / 40-60"'."""
    i = draft.first - 1
    while i > 0 and s.words[i] not in OPENING and draft.first - i < _TITLE and (s.words[i][0].isdecimal() or not s.words[i].isalpha()):
        i -= 1
    noun = i - 1 - (s.word(i - 1) in s.lex.sets["carry-parallel"] or s.word(i - 1) == "," and s.word(draft.last + 1) in (*CLOSING, ",", ".", "/", "-"))  # 'the videos for "20 / 40-60"'
    return i > 1 and s.words[i] in OPENING and s.word(noun) in s.lex.sets["title-nouns"] and not s.glued(i)


def _dated(s: Scan, draft: Draft) -> bool:
    """Whether a number opens or ends capitals that a year in brackets follows, near a word for a work: "films such as 90 Roads
    (1971)", "in the comedy Harbour Nine (1962)"."""
    k = draft.first + 1
    while k - draft.first <= _TITLE and k < len(s.words) and s.raw(k).isalpha() and (s.raw(k)[0].isupper() or len(s.words[k]) <= _SHORT) and not s.parted(k):
        k += 1
    year = s.word(k) == "(" and s.mask[k + 1] and s.word(k + 2) == ")" and len(s.words[k + 1]) == 4 and s.words[k + 1].isdecimal() if k + 2 < len(s.words) else False
    named = year and (s.raw(k - 1)[0].isupper() if k > draft.first + 1 else s.raw(draft.first - 1)[:1].isupper() and s.raw(draft.first)[0].isupper())
    return bool(named) and s.near(draft.first, "title-nouns", _WORKS)


def _great_unit(s: Scan, draft: Draft) -> bool:
    """Whether the unit has a capital inside running prose and leads on: "the film 700 Miles from Nowhere"."""
    raw, before = s.raw(draft.last), s.raw(draft.first - 1) if draft.first else ""
    lone = len(raw) > _SHORT and raw[:1].isupper() and raw[1:].islower() and before.isalpha() and before.islower() and not s.parted(draft.first)
    return lone and (s.raw(draft.first - 1) in s.lex.sets["title-nouns"] or s.raw(draft.last + 1)[:1].isupper()) if lone and draft.last + 1 < len(s.words) else False


def _alone(s: Scan, draft: Draft) -> bool:
    """Whether a bare number word has a capital inside running prose and a mark behind it: "the films Nightfall and Seven, and"."""
    i = draft.first
    if draft.kind != "number" or draft.first != draft.last or i < 2 or s.word(i + 1) not in (",", ".", ")", '"', "”", ";") or not s.raw(i)[0].isupper() or not s.raw(i)[1:].islower():
        return False
    listed = s.raw(i - 2)[:1].isupper() if s.words[i - 1] in s.lex.sets["joiners"] else s.words[i - 1] in s.lex.sets["title-nouns"] or s.words[i - 1] in s.lex.sets["name-governed"]
    return listed and s.words[i - 1].isalpha() and s.raw(i - 1).islower() and s.space(i) == 1 and s.words[i - 2] not in s.lex.sets["name-not-heads"] and not s.mask[i - 2]


def _company(s: Scan, draft: Draft) -> bool:
    """Whether a number stands in the angle brackets that newswires put around a name: "<FOUR SEASONS HOTELS INC>"."""
    opened = next((k for k in range(draft.first - 1, draft.first - _TITLE, -1) if s.word(k) in ("<", ">")), -1)
    closed = next((k for k in range(draft.first + 1, draft.first + _TITLE) if s.word(k) in ("<", ">")), -1)
    named = s.word(opened) == "<" and s.word(closed) == ">" and s.raw(opened + 1)[:1].isupper() and s.glued(opened + 1)
    return opened >= 0 and closed > 0 and named


def _led_by_name(s: Scan, draft: Draft) -> bool:
    """Whether an article leads over words with capitals to a bare number that counts nothing: "the Indianapolis 500",
    "users of the Laser 128"; not "it cost the Romans 106 killed", nor "the Greens took 31 seats, the Union 52"."""
    if draft.value is None:
        return False
    i, after = draft.first, draft.last + 1
    plain = draft.kind == "number" and draft.first == draft.last and draft.scale == 1 and draft.hedge is None and not draft.hyphened and len(s.words[i]) <= _NUMBERED
    if not plain or i < 2 or s.space(i) != 1 or s.word(after).endswith(s.lex.verb_endings) or s.word(after) in s.lex.sets["of"]:
        return False
    joint, following = (s.word(after),), s.word(after + 1)
    joins = joint in s.lex.phrases["range-join"] or joint in s.lex.phrases["carry-list"]
    if s.word(after) in s.lex.sets["range-dash"] or joins and (following[:1].isdecimal() or following in s.lex.starters):
        return False  # "it owes the Fund 450 to 500 million"
    k = i - 1
    while k > 0 and i - k <= _NAME and s.words[k].isalpha() and s.raw(k)[0].isupper() and not s.parted(k + 1):
        k -= 1 + (s.words[k - 1] == "-" and s.glued(k) and s.glued(k - 1))  # "the Coca-Cola 500"
    if k == i - 1 or s.words[k] not in s.lex.sets["name-leads"] or s.parted(k + 1):
        return False
    title = k > 1 and s.raw(k - 1)[:1].isupper() and s.words[k - 2].isalpha() and not s.parted(k)  # "in Sonic the Hedgehog 2"
    return draft.value >= 2 * _ROUND and draft.value % _ROUND == 0 or title or k > 0 and s.words[k - 1] in s.lex.sets["name-governed"]


def _trade_name(s: Scan, draft: Draft) -> bool:
    """Whether a word that has its capital inside leads to a lone small number: "iOS 6"."""
    i = draft.first
    raw = s.raw(i - 1) if i > 0 and s.space(i) == 1 and not s.mask[i - 1] else ""
    lone = draft.kind == "number" and draft.unit is None and draft.first == draft.last and draft.hedge is None and len(s.words[i]) <= 2
    return lone and len(raw) > 2 and raw.isalpha() and raw[:1].islower() and any(letter.isupper() for letter in raw[1:]) and s.word(i + 1) not in s.lex.sets["of"]


def _subject(s: Scan, draft: Draft) -> bool:
    """Whether a verb follows a small number behind a name, for no verb follows a bare count: "Chapter 2 marks the start"."""
    i, after = draft.first, draft.last + 1
    named = i > 0 and s.raw(i - 1)[:1].isupper() and s.space(i) == 1 and s.raw(i - 1).isalpha() and not s.mask[i - 1]
    plain = draft.style == "digits" and draft.scale == 1 and draft.first == draft.last and len(s.words[i]) <= _NUMBERED - 1
    return named and plain and s.word(after) in s.lex.sets["subject-verbs"] and s.word(after + 1) in s.lex.sets["subject-objects"]


def _abbreviated(s: Scan, draft: Draft) -> bool:
    """Whether a bracket behind the number holds the short form of a name that ends with it: "Breast Trial 2 (BT-2)"."""
    i = draft.first
    if draft.kind != "number" or draft.first != draft.last or i < 1 or not s.raw(i - 1)[0].isupper() or s.word(i + 1) != "(":
        return False
    close = next((k for k in range(i + 2, min(i + 2 + _TITLE, len(s.words))) if s.words[k] == ")"), 0)
    return close > i + 3 and s.raw(i + 2).isupper() and s.words[close - 1] == s.words[i]


def _capital(s: Scan, draft: Draft) -> bool:
    """Whether a number word has a capital that no sentence, heading or contract gave it, beside another word with one."""
    i, after = draft.first, draft.last + 1
    owned = i > 1 and s.words[i - 1] in ("'", "’") and s.glued(i - 1)  # "Delage's", "Ives' Three Places"
    closed = s.words[i - 1] == ")" and s.raw(i - 2).isupper()  # "the company's (WWE) One Night Stand"
    if i == 0 or not (owned or closed) and not s.words[i - 1].strip("'").isalpha() or s.parted(i) or s.space(i) > 2:
        return False
    after += s.word(after) in ("'", "’") and s.glued(after)  # "the Thirty Years' War"
    following = s.raw(after) if after < len(s.words) and not s.parted(after) else ""
    grouped = s.words[i - 1] in s.lex.sets["of"] and i > 1 and s.raw(i - 2)[:1].isupper()  # "the Group of Nine (G-9)"
    if following[:1] == "(" and not grouped:
        return False
    head = i - 2 if s.words[i - 1] in s.lex.sets["of"] and i > 1 else i - 1  # "the Group of Five"
    head -= s.words[head][0] == "'" and head > 0  # "Stravinsky's Three Japanese Lyrics"
    work = (owned or s.words[i - 1] == ")") and draft.kind == "count" and draft.noun_last > draft.first and _capitals(s, after)
    leads = s.raw(head)[0].isupper() and draft.kind in ("number", "count")
    running = sum(len(s.words[k]) > _SHORT and s.raw(k).islower() for k in range(max(i - _AROUND, 0), min(i + _AROUND, len(s.words))))
    timed = draft.kind == "duration" and running > 0 and s.raw(draft.first + 1)[0].isupper() and following[1:].islower()
    return (running > 1 or timed or work and _prose(s, i) or _again(s, i)) and (leads or following[:1].isupper())


def _prose(s: Scan, i: int) -> bool:
    """Whether words without capitals stand before or behind a title of several words."""
    return sum(len(s.words[k]) > _SHORT and s.raw(k).islower() for k in range(max(i - 2 * _AROUND, 0), min(i + 2 * _AROUND, len(s.words)))) > 1


def _capitals(s: Scan, k: int) -> bool:
    """Whether words with capitals go on from token k, one behind the other or across "of"."""
    other = k + 1 + (s.word(k + 1) in s.lex.sets["of"])
    return other < len(s.words) and s.raw(k)[0].isupper() and s.raw(other)[0].isupper() and not s.parted(k + 1) and not s.parted(other)


def _opens_name(s: Scan, draft: Draft) -> bool:
    """Whether the text has the number word and the next with capitals inside its sentences again and again, or as a company:
    "One Direction", "FOUR SEASONS TO BUY HOTEL" over "<Four Seasons Hotels Inc>"."""
    i = draft.first
    if i + 1 >= len(s.words) or not s.raw(i + 1)[:1].isupper() or s.space(i + 1) > 1:
        return False
    if s.openers is None:
        starters, words = s.lex.starters, s.words
        titles = [k for k in range(1, len(words) - 1) if words[k] in starters and s.raw(k)[0].isupper() and s.raw(k)[1:].islower() and s.raw(k + 1)[0].isupper()]
        s.openers = Counter((words[k], words[k + 1]) for k in titles if s.raw(k - 1).isalpha() and s.raw(k - 1).islower())
        s.openers.update((words[k], words[k + 1]) for k in titles for _ in range(_OFTEN) if s.words[k - 1] == "<" and s.glued(k))  # a company
    return s.openers[s.words[i], s.words[i + 1]] >= _OFTEN


def _again(s: Scan, i: int) -> bool:
    """Whether the text says the word before and the number word with capitals again and again: "Big Ten"."""
    if s.pairs is None:
        starters, words = s.lex.starters, s.words
        ends = [k for k in range(1, len(words)) if words[k] in starters and s.raw(k)[0].isupper() and s.raw(k - 1)[0].isupper()]
        s.pairs = Counter((words[k - 1], words[k]) for k in ends)
    return s.pairs[s.words[i - 1], s.words[i]] > _OFTEN
