"""Findings in words: the evidence with its places, the computed value, and the message from the rule's templates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.interval import Interval, point
from checker.judging.equation import bindings_of, implied_for, nominal_for, value_of
from checker.judging.operands import Operand, Operands, written
from checker.judging.verdict import Finding
from checker.judging.writing import Words, grouped, rounded, weekday_word, write_digits, write_words
from checker.model import Assumed, Check, Evidence, Suggestion
from checker.rational import Fraction

_SLOT = re.compile(r"\{([\w-]+)\}")
_NAME = re.compile(r"[a-z][\w-]*")
# What a message says where the rule has no template of its own.
_DEFAULTS = {
    "pass": "{equation}: holds.",
    "warn": "{equation}: only just ({rescue}).",
    "fail": "{equation}: {role} would be {implied}, not {stated}.",
    "unknown": "{equation}: not decided ({reason}).",
}
# How reasons and rescues read within a sentence; others (other-base) are said by their name.
_PHRASES = {
    "truncation": "a figure was cut off, not rounded",
    "wider-reading": "a figure is rounded more coarsely than it is printed",
    "inherited-scale": "a figure has the scale of its neighbour",
    "inherited-unit": "a figure does not have the unit of its neighbour",
    "points-for-percent": "percentage points are meant",
    "missing-role": "one of the figures is not given",
    "ambiguous-link": "nothing ties these figures together",
    "unit-mismatch": "their units cannot be compared",
    "unbounded": "the figures leave it open",
    "too-vague": "a date is incomplete",
    "note": "it is only a note",
}
_UNSURE = " Other figures stand beside these: perhaps they do not belong together."


@dataclass(frozen=True, slots=True)
class Voice:
    """What wording needs of the document: its text, the language's words, and the pack's way to join a list."""

    text: str
    words: Words
    group: str = ","


def check_of(found: Finding, voice: Voice, suggestions: tuple[Suggestion, ...] = ()) -> Check:
    """The check that reports a finding."""
    rule, outcome = found.rule, found.outcome
    return Check(
        rule.id,
        rule.severity,
        found.verdict,
        message_of(found, voice),
        rule.equation,
        evidence_of(found.operands),
        outcome.by if found.verdict == "pass" else None,
        found.reason,
        found.rescue,
        assumed_of(found),
        implied_of(found),
        suggestions,
        found.frame.source,
    )


def evidence_of(operands: Operands) -> tuple[Evidence, ...]:
    """Every operand with its place and its interval in the unit as written, in the order of the text."""
    found = []
    for role, members in operands.items():
        for o in members:
            if o.assumed:
                continue
            interval = None if o.interval is None else written(o.interval, o)
            found.append(Evidence(role, o.start, o.end, interval, o.quantity.unit if o.quantity else None))
    return tuple(sorted(found, key=lambda e: (e.start, e.end, e.role)))


def assumed_of(found: Finding) -> tuple[Assumed, ...]:
    """What stands nowhere in the text: what the rule knows of open roles, and facts known from elsewhere."""
    told = []
    for role in found.rule.roles:
        for o in found.operands.get(role.name, ()):
            if o.assumed:
                told.append(Assumed(role.name, o.said, None, o.source) if o.said else Assumed(role.name, role.assume, None, found.rule.title))
    return tuple(told)


def implied_of(found: Finding) -> tuple[str, Interval, str | None] | None:
    """Role, interval and unit of what the other figures imply: in the unit of the stated figure, else in base units."""
    known = found.implied or _exact(found)
    if known is None or found.verdict == "pass" and assumed_of(found):
        return None
    role, interval = known
    stated = found.operands.get(role, ())
    if len(stated) == 1 and stated[0].quantity is not None:
        if stated[0].quantity.kind == "score":
            return None
        return role, written(interval, stated[0]), stated[0].quantity.unit
    model = model_for(found, role)
    if model is None:
        return role, interval, None
    return role, written(interval, model), model.quantity.unit


def _exact(found: Finding) -> tuple[str, Interval] | None:
    """What the other figures give the focus of an equation that was met at once."""
    rule = found.rule
    if found.verdict != "pass" or rule.focus not in rule.forms or len(found.operands.get(rule.focus, ())) != 1:
        return None
    interval = implied_for(rule, rule.focus, found.operands)
    return None if interval is None or found.operands[rule.focus][0].interval is None else (rule.focus, interval)


def model_for(found: Finding, role: str) -> Operand | None:
    """A stated figure of the same sort as an open role: of a role that must have its unit, else of one of its kinds."""
    wanted = next((r for r in found.rule.roles if r.name == role), None)
    if wanted is None:
        return None
    alike = [n for names in found.rule.link.get("same-unit", ()) if role in names for n in names]
    for name in [*alike, *(r.name for r in found.rule.roles if r.kinds == wanted.kinds)]:
        for o in found.operands.get(name, ()):
            if o.quantity is not None and o.quantity.value is not None:
                return o
    return None


# ---------------------------------------------------------------- messages


def message_of(found: Finding, voice: Voice) -> str:
    """The rule's template for the verdict, filled in; one line."""
    template = found.rule.messages.get(found.verdict) or _DEFAULTS[found.verdict]
    graded = found.verdict == "warn" and found.rescue is None or found.reason == "note"  # it would have been a fail
    if (graded or found.verdict == "warn" and "warn" not in found.rule.messages) and "fail" in found.rule.messages:
        template = found.rule.messages["fail"]
    focus = found.implied[0] if found.implied and found.missing is None else found.rule.focus
    slots = context_of(found, voice) | {a.role: a.value for a in assumed_of(found)}
    slots |= {role: said(members, voice) for role, members in found.operands.items() if not members[0].assumed}

    def filled(m: re.Match[str]) -> str:
        name = m.group(1)
        if name in slots:
            return slots[name]
        if name == "implied":
            return implied_text(found, voice)
        if name == "stated":
            return slots.get(focus, "")
        if name == "equation":
            return _NAME.sub(lambda n: slots.get(n.group(), n.group()), found.rule.equation)
        if name == "role":
            return focus
        word = {"reason": found.reason, "rescue": found.rescue}.get(name) or "?"
        return _PHRASES.get(word, word.replace("-", " "))

    return " ".join(_SLOT.sub(filled, template).split()) + (_UNSURE if graded and found.reason == "ambiguous-link" else "")


def context_of(found: Finding, voice: Voice) -> dict[str, str]:
    """The words of roles that only stand by."""
    return {
        role.name: " and ".join(" ".join(voice.text[a:b].split()) for a, b in found.frame.spans[role.claim])
        for role in found.rule.roles
        if role.context and role.claim in found.frame.spans
    }


def said(members: tuple[Operand, ...], voice: Voice) -> str:
    """Operands as the text has them: "a, b and c"."""
    texts = [" ".join(voice.text[o.start : o.end].split()) for o in sorted(members, key=lambda o: o.start)]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def implied_text(found: Finding, voice: Voice) -> str:
    """The implied value of the focus, written as the text writes; "?" where nothing is implied."""
    focus = found.rule.focus
    known = weekday_of(found, voice) or list_text(found, voice)
    if known is not None:
        return known
    implied = found.implied or _exact(found)
    if implied is None:
        return "?"
    role, interval = implied
    nominal = nominal_for(found.rule, focus, found.operands) if found.missing is None else None
    stated = found.operands.get(focus if nominal is not None else role, ())
    if len(stated) == 1 and stated[0].quantity is not None:
        if nominal is not None:
            return value_text(nominal, stated[0], voice, stated[0].nominal if found.verdict != "pass" else None)
        return range_text(interval, stated[0], voice)
    model = model_for(found, role)
    return plain_range(interval) if model is None else range_text(interval, model, voice)


def weekday_of(found: Finding, voice: Voice) -> str | None:
    """The weekday that the calendar gives the date of a rule about weekdays."""
    for side in (found.rule.left, found.rule.right):
        if side[:2] == ("call", "weekday"):
            day = value_of(side, bindings_of(found.rule, found.operands))
            return weekday_word(int(day.lo), voice.words) if day.is_point else None
    return None


def list_text(found: Finding, voice: Voice) -> str | None:
    """What a list in focus comes to: the sum of shares that should be 100%."""
    members = found.operands.get(found.rule.focus, ())
    if len(members) < 2 or any(o.nominal is None for o in members):
        return None
    values = bindings_of(found.rule, found.operands, lambda o: o.interval and point(o.nominal))
    for side in (found.rule.left, found.rule.right):
        if side[0] == "call" and ("role", found.rule.focus) in side[2:]:
            total = value_of(side, values)
            return value_text(total.lo, members[-1], voice) if total.is_point else None
    return None


def value_text(value: Fraction, o: Operand, voice: Voice, unlike: Fraction | None = None) -> str:
    """A value in base units as the text writes the operand. Enough decimals to differ from `unlike`, and not to be 0."""
    own = (value - o.offset) / o.factor
    if o.quantity.kind == "ratio":
        return plain(own, o)
    sign = "" if own >= 0 else "+" if o.factor < 0 else "-"
    for more in range(4):
        text = write(abs(own), o, voice, more)
        if text is None:
            break
        if unlike is None or value == unlike or text != write(abs((unlike - o.offset) / o.factor), o, voice, more):
            return sign + text
    return sign + plain(abs(own), o)


def write(value: Fraction, o: Operand, voice: Voice, more: int = 0) -> str | None:
    """A value in the operand's own unit, in digits or words as the text has it."""
    q = o.quantity
    if q.style == "fraction" and q.kind == "ratio" and more:
        return None
    digits = write_digits(value, q, voice.text, more, voice.group)
    return digits if digits is not None else write_words(value, q, voice.text, voice.words)


def plain(value: Fraction, o: Operand) -> str:
    """A figure without a model to follow: three figures, and the percent sign where it is one."""
    mark = "%" if o.quantity is not None and o.quantity.kind == "percent" else ""
    if o.quantity is not None and o.quantity.kind == "ratio":
        value, mark = value * 100, "%"
    return short(value) + mark


def short(value: Fraction) -> str:
    """A number in three figures or all those before the point.

    >>> short(Fraction(20, 3)), short(Fraction(1234567)), short(Fraction(40))
    ('6.67', '1,234,567', '40')
    """
    size = abs(value)
    decimals = 0 if size >= 100 or value.denominator == 1 else 1 if size >= 10 else 2 if size >= 1 else 3
    text = grouped(size, decimals)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"-{text}" if value < 0 and rounded(value, decimals) else text


def range_text(interval: Interval, o: Operand, voice: Voice) -> str:
    """An interval in the unit of an operand: one figure if its ends are written alike, else both."""
    own, sign = written(interval, o), ""
    if own.hi is not None and own.hi < 0:
        own, sign = -own, "+" if o.factor < 0 else "-"
    ends = [None if e is None else _signed(e, o, voice) for e in (own.lo, own.hi)]
    if None in ends:
        return f"{'≥' if own.hi is None else '≤'} {sign}{ends[0] or ends[1]}"
    return sign + (ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}")


def _signed(value: Fraction, o: Operand, voice: Voice) -> str:
    return ("-" if value < 0 else "") + (write(abs(value), o, voice) or plain(abs(value), o))


def plain_range(interval: Interval) -> str:
    ends = [None if e is None else short(e) for e in (interval.lo, interval.hi)]
    if None in ends:
        return f"{'≥' if interval.hi is None else '≤'} {ends[0] or ends[1]}"
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
