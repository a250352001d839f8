"""How a document writes its numbers: which mark groups thousands and which begins the decimals."""

from __future__ import annotations

import re

from checker.extracting.draft import Scan

DECIMAL_POINT = "decimal point"
DECIMAL_COMMA = "decimal comma"
SPACES_GROUP = "spaces group"

_FIRST = r"\d(?<![\d.,]\d)"  # of a number; `re` is quick to find a pattern that opens with a digit, not with what is in front
_COMMA = re.compile(_FIRST + r"\d{0,2}(?:(?:\.\d{3})+,\d|(?:\.\d{3}){2,}(?![.,]?\d))")
_POINT = re.compile(_FIRST + r"(?:\d{0,2}(?:,\d{3})+(?:\.\d|(?![.,]?\d))|\d*\.\d{1,2}(?![.,]?\d))")
_GROUPED = re.compile(_FIRST + r"\d{0,2}(?:,\d{3})+(?!,?\d)")


def locale_of(s: Scan, fact: str = DECIMAL_COMMA) -> object:
    """DECIMAL_COMMA, DECIMAL_POINT or None (no evidence) for a document; for SPACES_GROUP, whether plain spaces group."""
    if "locale" not in s.facts:
        comma, point = _COMMA.search(s.text), _POINT.search(s.text)
        s.facts["locale"] = DECIMAL_COMMA if comma and not point else DECIMAL_POINT if point else None
        s.facts[SPACES_GROUP] = not _GROUPED.search(s.text)
    return s.facts["locale"] if fact is DECIMAL_COMMA else s.facts[fact]
