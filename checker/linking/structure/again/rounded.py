"""Conversions that a hand has rounded on the way: to tens and fives, or cut to them.

    460 km (280 miles)     286 miles
    14 mph (25 kph)        22.5 kph
"""

from __future__ import annotations

from checker.model import Quantity
from checker.rational import Fraction
from checker.units import measure

_WORTH = (10, 5)
_MOST = Fraction(5, 4)  # what is larger by so much is rounded from nothing


def rounded(source: Quantity, told: Quantity) -> bool:
    """True of a second figure that ends in 0 or 5 and is off by less than a ten or a five from what the first makes."""
    worth = next((w for w in _WORTH if told.value % w == 0), None) if told.style == "digits" and told.scale == 1 and told.value else None
    if worth is None or told.kind != "physical" or source.kind != "physical" or source.value <= 0:
        return False
    made = source.value * measure(source).factor / measure(told).factor
    return abs(made - told.value) < worth and 1 / _MOST < made / told.value < _MOST
