"""Directions of changes that are told twice, or go on past remarks: "rose 0.5 pct, or 1.5 billion dlrs", "an increase of 3.4% in
Kent (610 pairs), 3.6% in Devon (57 pairs) and 13% in Wick"; and bounds of both of two: "more than 100 or 200 mln dlrs"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan

_MEASURED = frozenset(("percent", "points", "currency", "physical"))
_PLACE = 9  # tokens of where or when a member of a list was
_RANKED = 12  # tokens from the largest change to its size
_BRACKET = 12  # tokens of a remark
_SAME = frozenset(("percent", "points"))


def again(s: Scan, drafts: list[Draft]) -> None:
    """Gives directions and bounds to what says the same again, or goes on with the list. In place."""
    _either(s, drafts)
    for left, right in zip(drafts, drafts[1:]):
        if left.change is not None and right.change is None and right.kind in _MEASURED and _said_again(s, left, right):
            right.change = left.change
    for at, draft in enumerate(drafts):
        if draft.kind in _SAME and draft.change is None and s.word(draft.begin - 1) in s.lex.sets["puts-at"]:
            draft.change = _largest(s, drafts, at)
        if draft.kind in _SAME and draft.change is None and at > 1 and (source := _past_remark(s, drafts, at)) is not None:
            draft.change = source.change


def _either(s: Scan, drafts: list[Draft]) -> None:
    """Gives the second of two that share a unit the bound of the first: "more than 100 or 200 mln dlrs". In place."""
    for left, right in zip(drafts, drafts[1:]):
        shared = left.hedge is not None and left.hedge.bound and right.hedge is None and left.inherited is not None and left.unit == right.unit
        if shared and right.value is not None and s.words[left.last + 1 : right.begin] in ([word] for word in s.lex.sets["range-or"]):
            right.hedge = left.hedge


def _said_again(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether "or" between commas says a change again in another measure: "rose 0.5 pct, or 1.5 billion dlrs, to"."""
    j = max(left.last, left.noun_last) + 1
    j += s.word(j) == ","
    ends = s.word(right.last + 1)
    closed = not ends[:1].isalnum() or ends in s.lex.sets["list-places"] or (ends,) in s.lex.phrases["range-join"] or s.mask[right.last + 1 : right.last + 2] == b"\x01"
    other = {left.kind, right.kind} & _SAME and left.kind != right.kind and left.kind in _MEASURED | {"count"}
    return s.word(j) in s.lex.sets["range-or"] and right.begin == j + 1 and bool(other) and closed and right.low is None


def _past_remark(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The change in front of a remark in brackets that a list goes on from: "3.4% in Kent (610 pairs), 3.6% in Devon"."""
    draft, joint = drafts[at], drafts[at].begin - 1
    joint -= s.word(joint) in s.lex.sets["change-of"]
    if s.word(joint) in s.lex.sets["joiners"]:
        joint -= 1
    joint -= s.word(joint) == ","
    if s.word(joint) != ")" or s.word(draft.last + 1) not in s.lex.sets["list-places"]:
        return None
    opened = next((k for k in range(joint - 1, max(joint - _BRACKET, 0), -1) if s.words[k] == "("), -1)
    source = next((d for d in reversed(drafts[max(0, at - 3) : at]) if d.last < opened), None)
    if source is None or source.change is None or source.kind != draft.kind or source.hyphened or draft.hyphened or draft.low is not None:
        return None
    place = range(source.last + 1, opened)
    led = 0 < len(place) <= _PLACE and s.words[place[0]] in s.lex.sets["list-places"] and s.words[place[0]] == s.words[draft.last + 1]
    return source if led and all(s.mask[k] or s.words[k].isalpha() and s.words[k] not in s.lex.back_change for k in place) else None


def _largest(s: Scan, drafts: list[Draft], at: int) -> str | None:
    """The direction of "had the largest increase in output at 2.5%, followed by the North West at 1.7%"."""
    draft, sets = drafts[at], s.lex.sets
    lead, before = draft.begin - 1, drafts[at - 1] if at else None
    for k in range(lead - 1, max(lead - _RANKED, 0), -1):
        word = s.words[k]
        if before is not None and k <= before.last:
            again = before.change is not None and before.kind == draft.kind and s.word(before.begin - 1) in sets["puts-at"]
            onward = s.word(k + 1) in sets["joiners"] and s.raw(k + 2)[:1].isupper() or not sets["rank-follows"].isdisjoint(s.words[k + 1 : lead])
            return before.change if again and onward else None
        up, down = word in sets["change-noun-up"], word in sets["change-noun-down"]
        if up or down:
            return None if s.word(k - 1) not in sets["highest"] else "up" if up else "down"
        if not (word.isalpha() or word == ",") or word in sets["clause-end"] or word in sets["be-verbs"]:
            return None
    return None
