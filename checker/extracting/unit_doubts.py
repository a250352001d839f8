"""Ambiguous units: whether "in" is inches, "p" pence, "pounds" money here. Nothing is taken without a word for it nearby."""

from __future__ import annotations

from checker.extracting.draft import Scan
from checker.extracting.unit_table import Unit


def symbol_stands(s: Scan, j: int, raw: str) -> bool:
    """A one-letter symbol apart from its number must not begin a name or an abbreviation ("5 W. Street", "3 A's")."""
    if len(raw) > 1:
        return True
    following = s.word(j + 1)
    if following and s.glued(j + 1) and (following[0].isalpha() or following[0] in "'&" or following == "." and s.word(j + 2)[:1].isalpha() and s.glued(j + 2)):
        return False
    if following.isdecimal() and s.glued(j + 1) and following not in ("2", "3"):
        return False
    if raw.isupper() and not s.glued(j):
        return not (following and s.raw(j + 1)[0].isupper())
    return True


def wanted(s: Scan, unit: Unit, j: int, end: int, value, scaled: bool, decimal: bool) -> bool:
    """Whether an ambiguous surface is this unit here; see `ask` in the pack's units."""
    ask = unit.ask
    if ask is None:
        return True
    if ask.startswith("near "):  # a class of words one of which must stand nearby
        return s.near(j, ask[5:], 14)
    if ask.startswith("no "):
        return not s.near(j, ask[3:], 14)
    decide = _DECISIONS.get(ask)
    return bool(decide and decide(s, j, end, value, scaled, decimal))


def _short_second(s: Scan, j, end, value, scaled, decimal) -> bool:
    """"9.8s", "5 s", a denominator ("m/s"); not "the 70s", nor "10-1/8s", which are bonds."""
    if s.glued(j) and s.word(j - 1).isdecimal() and s.word(j - 2) == "/":
        return False
    return value is None or decimal or not s.glued(j) and value < 1000


def _large(s: Scan, j, end, value, scaled, decimal) -> bool:
    """"40 t", "6.5 tons (6.6 t)"; a lone small number before the letter is rather a mark or a list."""
    return value is None or s.glued(j) or scaled or value >= 10 or decimal and s.word(end) == ")"


def _inch(s: Scan, j, end, value, scaled, decimal) -> bool:
    following = s.word(end)
    if s.glued(j) and s.word(j - 1) != "-":
        return True
    if not following:
        return True
    if following == "." and s.word(end + 1):
        return decimal or value is not None and value < 200
    return following in s.lex.sets["inch-after"] and following != "-"


def _quote(s: Scan, j, end, value, scaled, decimal) -> bool:
    """A straight quotation mark right after a number is inches, unless it closes a quotation opened before."""
    if not s.glued(j) or s.near(j, "angle-cue", 14):
        return False
    opened = sum(1 for word in s.words[max(j - 60, 0) : j] if word == '"')
    return opened % 2 == 0 or s.word(j - 2) == "'"


def _heat(s: Scan, j, end, value, scaled, decimal) -> bool:
    if scaled or value is None or not -300 <= value <= 5000:
        return False
    return value < 0 and s.glued(j) or s.near(j, "heat-cue", 14)


def _pound(s: Scan, j, end, value, scaled, decimal) -> bool:
    """Pounds of money rather than of weight: not "40 million pounds of beef"."""
    if scaled:
        goods = s.word(end) in s.lex.sets["of"] and not s.lex.sets["weighed"].isdisjoint(s.words[end + 1 : end + 3])
        return not goods or s.near(j, "sterling-cue")
    if s.word(end) in s.lex.sets["of"] or s.near(j, "mass-cue", 10) or s.word(j - 1) == "-" and s.glued(j):
        return False
    return s.has("sterling-cue")


def _penny(s: Scan, j, end, value, scaled, decimal) -> bool:
    return s.raw(j).islower() and s.glued(j) and not scaled and not _dotted_on(s, end) and value not in (480, 720, 1080, 1440, 2160, 4320) or (
        s.raw(j).islower() and s.glued(j) and not scaled and s.has("sterling-cue")
    )


def _dotted_on(s: Scan, end: int) -> bool:
    """Whether an abbreviation goes on: "5p.m."; a full stop may close the sentence."""
    return s.word(end) == "." and s.glued(end + 1) and s.word(end + 1)[:1].isalpha()


def _cent(s: Scan, j, end, value, scaled, decimal) -> bool:
    return s.raw(j).islower() and s.glued(j) and not scaled and s.has("large-cue")


def _scaled_only(s: Scan, j, end, value, scaled, decimal) -> bool:
    return scaled or value is not None and value >= 1000


def _not_a_time(value, scaled: bool) -> bool:
    """2.1 pm and 2.123 am are lengths, 2 pm and 2.17 pm times of day."""
    return not scaled and value is not None and value.denominator > 1 and ((value * 100).denominator > 1 or (value * 10).denominator == 1)


_DECISIONS = {
    "short-second": _short_second,
    "large": _large,
    "denominator": lambda s, j, end, value, scaled, decimal: value is None and s.glued(j) or value is not None and s.word(end) == "/" and s.glued(end),  # "mg/d", "3 d/wk"
    "inch": _inch,
    "quote": _quote,
    "heat": _heat,
    "not-of": lambda s, j, end, value, scaled, decimal: s.word(end) not in s.lex.sets["of"],  # "two bits of paper"
    "verb": lambda s, j, end, value, scaled, decimal: s.word(end) not in s.lex.sets["noun-after-of"],  # "part 2 marks the start"
    "pound": _pound,
    "penny": _penny,
    "cent": _cent,
    "scaled": _scaled_only,
    "decimal": lambda s, j, end, value, scaled, decimal: _not_a_time(value, scaled) or s.has("small-length-cue"),
}
