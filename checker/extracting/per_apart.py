"""Denominators that stand apart from what they are told for: "0.05 ounces of gold per ton", "48 tonnes of fuel oil a day",
"23.8 shares of the firm's common stock per $1,000"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import looks_plural
from checker.extracting.units_read import read_per
from checker.units import measure_of

_THING = (3, 6)  # tokens from a measure to the denominator behind what is measured
_OF = 9  # tokens of what is counted: "of the firm's class A common stock"


def measured(s: Scan, draft: Draft) -> None:
    """Adds the denominator behind what is measured to the unit. In place."""
    for k in range(draft.last + _THING[0], draft.last + _THING[1]):
        if not s.word(k - 1).isalpha() or s.words[k - 1] in s.lex.sets["noun-stop"]:
            return
        per = read_per(s, k, draft.unit) if s.word(k) in s.lex.sets["per"] and s.word(k).isalpha() and s.words[k] not in s.lex.sets["each"] else None
        beyond = s.word(per[0] + 1) if per is not None else ""
        article = per is not None and s.words[k] in s.lex.sets["articles"]
        if article and (beyond in s.lex.sets["per-not-before"] or beyond.isalpha() and beyond not in s.lex.sets["noun-stop"]):
            return  # "3 acres of land a mile away", "30 tons of rye a year ago"
        if article and measure_of(per[1]).dimension == "[time]":
            draft.per = per[1]  # so many tons a year are added and compared as tons
            return
        if per is not None:
            draft.unit, draft.taken = f"{draft.unit}/{per[1]}", per[0]
            return


def lasting(s: Scan, draft: Draft) -> None:
    """Adds the time in which something lasts so long to the unit: "10 hours of sleep a night", "150 minutes of walking per week".
    In place."""
    for k in range(draft.last + _THING[0], draft.last + _THING[1]):
        if not s.word(k - 1).isalpha() or s.words[k - 1] in s.lex.sets["noun-stop"] or s.parted(k):
            return
        if s.word(k) in s.lex.sets["per"] and (timed := _timed(s, k, draft.unit or "")) is not None:
            if timed[1] != draft.unit:
                draft.unit, draft.taken = f"{draft.unit}/{timed[1]}", timed[0]
            return


def counted(s: Scan, k: int, unit: str | None) -> tuple[int, str] | None:
    """The denominator, a time or a number of its own, behind "of" and what is counted from token k on; None where there is none."""
    if s.word(k) not in s.lex.sets["of"] or unit is None:
        return None
    for at in range(k + 1, k + _OF):
        word = s.word(at)
        if word == "/" and s.glued(at):
            return stroke(s, at, unit)  # "3 servings of fish/week"
        if not (word.isalpha() or word.startswith("'") and s.glued(at)) or s.parted(at) or word in s.lex.sets["clause-end"] or word in s.lex.sets["clause-verbs"]:
            return None
        if word.endswith(s.lex.verb_endings) and (s.word(at + 1) in s.lex.sets["articles"] or s.word(at + 1) in s.lex.sets["noun-after-of"]):
            return None  # "two ways of changing the weights every year"
        if at == k + 1:
            continue
        if word in s.lex.sets["per"] and (timed := _timed(s, at, unit)) is not None:
            return timed
        if word in s.lex.sets["per"] and word not in s.lex.sets["articles"] and word not in s.lex.sets["each"]:
            per = read_per(s, at, unit)
            return per if per is not None and per[1][0].isdecimal() else None
    return None


def stroke(s: Scan, k: int, unit: str | None) -> tuple[int, str] | None:
    """The time or round number behind the stroke at token k: "3 times/week", "40 cases/100,000"; not "12 men/14 women"."""
    per = read_per(s, k, unit) if s.glued(k + 1) else None
    if per is None or s.word(per[0] + 1) == "/" and s.glued(per[0] + 1):
        return None
    number = per[1].partition(" ")[0]
    many = number[0] == "1" and len(number) > 2 and not number[1:].strip("0")
    return per if many or not number[0].isdecimal() and measure_of(per[1]).dimension == "[time]" else None


def _timed(s: Scan, k: int, unit: str) -> tuple[int, str] | None:
    """The time that the word at token k leads to: "per week", "a day" with nothing behind it that makes a date of it."""
    per = read_per(s, k, unit)
    if per is None or per[1][0].isdecimal() or measure_of(per[1]).dimension != "[time]":
        return None
    beyond = s.word(per[0] + 1)
    ends = not beyond.isalpha() or beyond in s.lex.sets["noun-stop"] and beyond not in s.lex.sets["carry-last"] and beyond not in s.lex.sets["per-not-before"]
    return per if s.words[k] not in s.lex.sets["articles"] or ends else None


def over(s: Scan, k: int) -> bool:
    """Whether the stroke at token k, behind what is counted, may lead to what it is counted in: "300 cells/ml", "12 eggs/nest";
    "14 falls/1,000 nights"; not "12 men/women", nor "3 boats/12"."""
    word = s.word(k + 1)
    if word.isdecimal():
        many = read_per(s, k, "") if s.glued(k + 1) else None
        number, _, noun = many[1].partition(" ") if many is not None else ("", "", "")
        return bool(noun) and len(number) > 2 and number[0] == "1" and not number[1:].strip("0")
    return s.glued(k + 1) and word[:1].isalpha() and not s.mask[k + 1] and not (word.isalpha() and len(word) > 3 and looks_plural(word, s.lex))
