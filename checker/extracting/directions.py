"""Whether a figure is itself a rise or a fall: "rose by 3", "a 75 percent increase", "lowered its price by a cent", "an increase
in sales of 5 million", "grew 7% in the north and 1% in the south", "two more than a year ago"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.gains import is_profit

_REACH = 6  # words between a word of change and its number
_OBJECT = 9  # words of what is raised or lowered, between its verb and "by"
_PLAIN = 5  # the same where only the order of words tells: "raised its crude prices 50 cts"
_GROUP = 15  # words between a noun of change and its "of N"
_SIZE = 4  # words of an amount in front of its noun
_REMARK = 12  # tokens of a bracket between an amount and its noun
_LISTED = 9  # words between two changes of one list
_MEASURED = frozenset(("percent", "points", "currency", "physical"))
_THINGS = frozenset(("count", "number", "physical", "duration"))
_INSIDE = ("'", "’", "-", "&", ".", "<", ">")


def direction(s: Scan, draft: Draft) -> str | None:
    """"up" or "down", as the words around a draft tell it."""
    if draft.kind == "currency" and is_profit(s, draft):
        return None
    sign = _before(s, draft) or _after(s, draft) or _than(s, draft)
    if not sign and draft.kind in _MEASURED:
        sign = of_object(s, draft) or _of_noun(s, draft)
    return None if not sign else "up" if sign > 0 else "down"


def _before(s: Scan, draft: Draft) -> int:
    """+1 or -1 where a word of change leads to the number: "rose by 3", "an increase of about 5"."""
    sets, back = s.lex.sets, s.lex.back_change
    at = draft.begin - 1
    of = False
    for _ in range(_REACH):
        word = s.word(at)
        if not word or s.mask[at] and word not in sets["change-gap"]:
            return 0
        if word in sets["phrasal-particle"] and s.word(at - 1) in sets["phrasal-verb"] and draft.kind in _THINGS:
            return 0  # "put up 1,600 boxes", "tore down 40 sheds"
        if word in sets["phrasal-particle"] and s.word(at - 1) in sets["phrasal-spent"]:
            return 0  # "opened up two million acres", "gave up 5 million dollars"
        if draft.kind in ("count", "number") and word in sets["traded-issues"] and s.word(at - 1) in sets["outnumbers"]:
            return 0  # "declines led advances 720 to 410"
        if word in back and not (of and word not in sets["change-noun-up"] and word not in sets["change-noun-down"] and word not in sets["changes-plural"]):
            return 0 if of and _season(s, draft, at) else back[word][-1][1]
        if word in sets["change-of"] and not of:
            of = True
        elif word not in sets["change-gap"]:
            return 0
        at -= 1
    return 0


def _season(s: Scan, draft: Draft, at: int) -> bool:
    """Whether the word of change at a token is the time of the year: "in the fall of a 130 millimetre disk"."""
    timed = s.words[at] in s.lex.sets["season-change"] and s.word(at - 1) in s.lex.sets["age-the"] and s.word(at - 2) in s.lex.sets["season-leads"]
    return timed and draft.kind not in ("percent", "points", "currency")


def _after(s: Scan, draft: Draft) -> int:
    """+1 or -1 where the number leads to a word of change: "a 75 percent sales increase", "5 percent higher"."""
    if draft.kind in ("count", "number"):
        return 0
    sets = s.lex.sets
    j = max(draft.last, draft.noun_last) + 1
    j = _past_bracket(s, j)
    word = s.word(j)
    if draft.kind != "duration" and (word in sets["change-after-up"] or word in sets["change-after-down"]):
        return 1 if word in sets["change-after-up"] else -1
    points = draft.hyphened and draft.kind == "points"  # "its 508-point Dow Jones index loss"
    named = points or s.word(draft.begin - 1) in sets["articles"]
    for k in range(j, j + (_REACH if points else 3)):
        word = s.word(k)
        if word in sets["change-noun-up"] or word in sets["change-noun-down"]:
            return 1 if word in sets["change-noun-up"] else -1
        if word in sets["change-noun-lost"] and draft.kind in ("percent", "points"):
            return -1
        if not word.isalpha() or word in sets["noun-stop"] or not (named or word in sets["noun-skip"] or word in sets["change-gap"]):
            return 0
    return 0


def _past_bracket(s: Scan, j: int) -> int:
    """The token behind a remark in brackets that leads on to a noun of change: "a 5.6% (n = 40) reduction"; `j` where none does."""
    if s.word(j) not in ("(", "["):
        return j
    close = next((k for k in range(j + 1, j + _REMARK) if s.word(k) in (")", "]")), 0)
    after = s.word(close + 1)
    return close + 1 if close and (after in s.lex.sets["change-noun-up"] or after in s.lex.sets["change-noun-down"]) and not s.parted(close + 1) else j


def _than(s: Scan, draft: Draft) -> int:
    """+1 or -1 of what is counted and compared: "29,000 lower than", "two more than in 1986", "4,000 people fewer than"; not
    "3 of more than 60 years"."""
    if draft.kind not in ("count", "number") or draft.low is not None or draft.hyphened:
        return 0
    j = max(draft.last, draft.noun_last) + 1
    word, than = s.word(j), s.word(j + 1)
    if than not in s.lex.sets["compared-than"] or s.parted(j):
        return 0
    beyond = s.word(j + 2)
    if not s.mask[j + 2 : j + 3] or not s.mask[j + 2] and (beyond[:1].isdecimal() or beyond in s.lex.starters or beyond in s.lex.units.signs):
        return 0
    return 1 if word in s.lex.sets["change-after-up"] else -1 if word in s.lex.sets["change-after-down"] else 0


def of_object(s: Scan, draft: Draft) -> int:
    """+1 or -1 of the amount by which somebody changes something: "is lowering its copper price by a cent", "RAISES CRUDE
    POSTINGS 50 CTS"; not "prices were raised to 50 cts", nor "raised a loan of 5 mln"."""
    sets = s.lex.sets
    at = draft.begin - 1
    while s.word(at) in sets["change-gap"] and s.word(at) not in sets["change-by"]:
        at -= 1
    by = s.word(at) in sets["change-by"]
    if not by and (at != draft.begin - 1 or s.word(at) in sets["of"] or s.word(draft.last + 1) in sets["of"] or draft.hyphened or draft.hedge is not None or _described(s, draft)):
        return 0
    k, reach = at - by, _OBJECT if by else _PLAIN
    if by and s.words[k].endswith(s.lex.participles) and s.words[k] not in s.lex.back_change:
        return 0  # "a cut in the stake held by 5 pct"
    for k in range(k, max(k - reach, 0), -1):
        word = s.words[k]
        if word in sets["change-objects"] and k < at - by:
            return s.lex.back_change[word][-1][1] if _governs(s, k, by) else 0
        if s.parted(k + 1) or not _inside(s, k) or word in s.lex.back_change or word in sets["object-stop"]:
            return 0
        if not by and (s.mask[k] == 1 or word in sets["noun-stop"] and word not in sets["object-leads"] or word.endswith(s.lex.participles)):
            return 0  # "raising funds took 9p"
    return 0


def _governs(s: Scan, k: int, by: bool) -> bool:
    """Whether the word of change at token k is a verb with an object, or stands before the phrase that "by" ends."""
    if s.word(k - 1) in s.lex.sets["articles"]:
        return False
    return by or s.words[k] in s.lex.sets["change-transitive"]


def _of_noun(s: Scan, draft: Draft) -> int:
    """+1 or -1 of the amount of a change whose noun has its own complement: "an increase in sales of 5 million"."""
    sets = s.lex.sets
    at = draft.begin - 1
    while s.word(at) in sets["change-gap"] and s.word(at) not in sets["change-by"]:
        at -= 1
    if s.word(at) not in sets["change-of"] or at < 2 or s.word(at - 2) in sets["articles"] or s.words[at - 1] in sets["owns-amount"]:
        return 0  # "a fall in the value of a stock of 5 mln tonnes"
    if (draft.kind == "physical" or s.word(draft.begin - 1) in sets["age-the"]) and _described(s, draft):
        return 0  # "a fall in the price of 2 kg bags"
    for k in range(at - 1, max(at - _GROUP, 0), -1):
        word = s.words[k]
        noun = word in sets["change-noun-up"], word in sets["change-noun-down"]
        if any(noun):
            return (1 if noun[0] else -1) if s.word(k + 1) in sets["change-in"] and k < at - 2 and word not in sets["change-in-not"] and not _sized(s, k) else 0
        if s.parted(k + 1) or not s.mask[k] and not _inside(s, k) or word in sets["object-stop"] or word in sets["number-leads"]:
            return 0
    return 0


def _inside(s: Scan, k: int) -> bool:
    """Whether token k may stand inside a phrase: a word, a mark that is glued to one, the stop of an initial."""
    word = s.words[k]
    return word.isalpha() or word[0] == "'" and s.glued(k) or word in _INSIDE and (s.glued(k) or word == "&") and (word != "." or len(s.words[k - 1]) == 1)


def _sized(s: Scan, k: int) -> bool:
    """Whether the noun of change at token k has its amount in front: "a 2 million bushel cut in the stock of 5 million"."""
    for word in reversed(s.words[max(k - _SIZE, 0) : k]):
        if word[0].isdecimal() or word in s.lex.starters:
            return True
        if not word.isalpha() and word not in ("-", "%") or word in s.lex.sets["articles"] or word in s.lex.sets["joiners"]:
            return False
    return False


def _described(s: Scan, draft: Draft) -> bool:
    """Whether a noun follows that the measure describes: "the price of 2 kg bags"."""
    j = draft.last + 1
    return s.word(j).isalpha() and s.word(j) not in s.lex.sets["noun-stop"] and not s.parted(j) and not s.words[j].endswith(s.lex.verb_endings)


def listed(s: Scan, drafts: list[Draft]) -> None:
    """The direction of a change for those that go on with its list: "declined 12 pct in 1986 and five pct in 1985". In place."""
    for left, right in zip(drafts, drafts[1:]):
        if left.change is None and right.change is not None and _shared(s, left, right):
            left.change = right.change
        if left.change is None or right.change is not None or right.kind != left.kind:
            continue
        if right.unit == left.unit and _goes_on(s, left, right) or right.kind in _MEASURED and _by_again(s, left, right):
            right.change = left.change


def _shared(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a comparative behind the second of two is that of both: "closed 2 and 3 cents higher"."""
    sets, after = s.lex.sets, s.word(right.last + 1)
    both = right.kind == left.kind and right.unit == left.unit and left.inherited is not None and right.kind in ("currency", "percent", "points")
    return both and (after in sets["change-after-up"] or after in sets["change-after-down"]) and s.words[left.last + 1 : right.begin] in ([","], *([word] for word in sets["joiners"]))


def _by_again(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a list goes on with what else changed "by" so much: "cut their losses by 30 pct and running costs by two pct"."""
    sets, by = s.lex.sets, right.begin - 1
    gap = range(max(left.last, left.noun_last) + 1, by)
    if s.word(by) not in sets["change-by"] or s.word(left.begin - 1) not in sets["change-by"] or not 1 < len(gap) <= _OBJECT or s.words[by - 1].endswith(s.lex.participles):
        return False
    joined = any(s.words[k] in sets["joiners"] or s.words[k] == "," for k in gap)
    return joined and all(s.words[k] == "," or s.words[k].isalpha() and s.words[k] not in s.lex.back_change and s.words[k] not in sets["object-stop"] for k in gap)


def _goes_on(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether only where or when the first was parts two changes of one kind: "of 7% in Wireless and 1% in Cable"."""
    sets = s.lex.sets
    joint = right.begin - 1
    joint -= s.word(joint) in sets["change-of"] or s.word(joint) in sets["change-by"]  # "of 4 pct in January and of 2 pct in May"
    counted = right.kind == "count" and right.inherited is None
    if counted or right.kind not in (*_MEASURED, "count", "number") or right.kind == "number" and right.inherited is None or left.hyphened or right.hyphened or right.hedge is not None and right.hedge.bound:
        return False
    gap = range(max(left.last, left.noun_last) + 1, joint)
    joined = s.word(joint) in sets["joiners"] or s.word(joint) == ","
    if joined and not gap:  # "rose 4% and 7% in May"
        return right.kind in _MEASURED and _onward(s, right)
    if not joined or not len(gap) <= _LISTED or s.words[gap[0]] not in sets["list-places"] and not s.mask[gap[0]] or not _onward(s, right):
        return False
    comma = s.words[gap[-1]] == ","
    return all(s.mask[k] or s.words[k].isalpha() and s.words[k] not in sets["object-stop"] and s.words[k] not in s.lex.back_change for k in gap[: len(gap) - comma])


def _onward(s: Scan, right: Draft) -> bool:
    """Whether a place, a time or an end follows the second figure of a list, and it is not a part of something."""
    j = max(right.last, right.noun_last) + 1
    return s.word(j) in s.lex.sets["list-places"] or j < len(s.words) and s.mask[j] == 1 or s.word(j) in (",", ".", ";", "") or s.word(j) in s.lex.sets["respectively-words"]
