"""Amounts that there are not, beside those that there are: "interest of nil, $217,000 and $1.1 million", "sales of $75 million
(2018: nil)", "a dividend of 12.5 cts vs nil"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.carry_counts import ended
from checker.extracting.draft import Draft, Scan

_REACH = 8  # tokens from an amount to the nought beside it
_KINDS = ("currency", "physical")


def noughts(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives a nought in words the currency or unit of the amount that it is listed or compared with. In place."""
    for at in range(len(drafts) - 1, -1, -1):
        if _nought(s, drafts[at]) and at + 1 < len(drafts) and _amount(drafts[at + 1]) and _listed(s, drafts, at, between):
            _take(drafts[at], drafts[at + 1])
    for left, right in zip(drafts, drafts[1:]):
        if _nought(s, right) and _amount(left) and (_compared(s, left, right, between) or _in_bracket(s, left, right)):
            _take(right, left)


def _nought(s: Scan, draft: Draft) -> bool:
    return draft.bare and draft.value == 0 and draft.first == draft.last and s.words[draft.first] in s.lex.sets["nought"]


def _amount(draft: Draft) -> bool:
    return draft.kind in _KINDS and draft.unit is not None and draft.value is not None and not draft.hyphened


def _listed(s: Scan, drafts: list[Draft], at: int, between: Callable) -> bool:
    """Whether a list's comma or conjunction, or a word that compares, leads on to the amount behind the nought."""
    gap = between(s, drafts[at], drafts[at + 1])
    return bool(gap) and any(gap in s.lex.phrases[name] for name in ("carry-list", "carry-close", "carry-pair"))


def _compared(s: Scan, left: Draft, right: Draft, between: Callable) -> bool:
    """Whether the nought goes on with the list of an amount, or is compared with it."""
    gap = between(s, left, right)
    return bool(gap) and (any(gap in s.lex.phrases[name] for name in ("carry-list", "carry-close", "carry-pair")) or gap[-1] in s.lex.sets["carry-last"] or gap[-2:] in s.lex.phrases["carry-compared"])


def _in_bracket(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a bracket behind an amount holds the nought and its time, and nothing else: "(nil in 2018)", "(2018: nil)"."""
    opened = next((k for k in range(right.first - 1, max(right.first - _REACH, left.last), -1) if s.words[k] == "("), 0)
    close = next((k for k in range(right.last + 1, min(right.last + _REACH, len(s.words))) if s.words[k] == ")"), 0)
    if not opened or not close or ended(s, left.last + 1, opened):
        return False
    return all(s.mask[k] or s.words[k] in (":", ";", ",", "-") or s.words[k] in s.lex.sets["carry-parallel"] for k in (*range(opened + 1, right.first), *range(right.last + 1, close)))


def _take(draft: Draft, source: Draft) -> None:
    draft.unit, draft.kind, draft.inherited = source.unit, source.kind, "unit"
