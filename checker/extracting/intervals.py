"""The two ends of an interval with a comma between them: "(95% CI: 0.84, 2.61)", "1.42 [1.21, 1.67]"; and the name that
leads to them."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.rational import Fraction


def ends(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the name of an interval leads to two bare numbers, and its bracket closes behind them: "(95% CI: 0.84, 2.61)"."""
    bare = left.unit is None is right.unit and left.style == right.style == "digits" and not left.noun and not right.noun and left.hedge is None is right.hedge
    closed = s.word(right.last + 1) in (")", "]", ";", ".", "%")
    return bare and closed and (led(s, left) or _around(s, left, right))


def led(s: Scan, left: Draft) -> bool:
    """Whether the name of an interval leads to a number: "95% CI: +0.5", "a 95% confidence interval (CI), 0.0 to -1.8"."""
    lead = left.begin - 1
    lead -= s.word(lead) == "+" and s.glued(lead + 1)
    lead -= s.word(lead) in (":", "=", ",", "[", "(")
    lead -= s.word(lead) == ")" and s.word(lead - 2) == "("
    return s.word(lead) in s.lex.sets["interval-names"]


def _around(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether two decimals close a bracket around the decimal in front of it: "1.42 [1.21, 1.67]"."""
    k = left.first - 2
    bracket = s.word(k + 1) in ("(", "[") and s.word(right.last + 1) in (")", "]")
    if not bracket or not (s.word(k).isdecimal() and s.word(k - 1) in (".", "·") and s.word(k - 2).isdecimal() and s.glued(k) and s.glued(k - 1)):
        return False
    value = Fraction(f"{s.words[k - 2]}.{s.words[k]}")
    return left.place == right.place == Fraction(1, 10 ** len(s.words[k])) and left.value < value < right.value
