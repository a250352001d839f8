"""Conversions that a hand has rounded to tens or fives.

    20 miles (30 km)       32.2 km
    14 mph (25 kph)        22.5 kph
    225 km (135 miles)     139.8 miles, which is 140 by either: no rounding
"""

from __future__ import annotations

from checker.model import Quantity
from checker.rational import Fraction
from checker.units import measure

_WORTH = (10, 5)
_MOST = Fraction(5, 4)  # what is larger by so much is rounded from nothing


def rounded(source: Quantity, told: Quantity) -> bool:
    """True of a second figure that is what the first makes, to the nearest ten, or to the nearest five where it ends in 5."""
    worth = next((w for w in _WORTH if told.value % w == 0), None) if told.style == "digits" and told.scale == 1 and told.value else None
    if worth is None or told.kind != "physical" or source.kind != "physical" or source.value <= 0:
        return False
    made = source.value * measure(source).factor / measure(told).factor
    return 2 * abs(made - told.value) <= worth and 1 / _MOST < made / told.value < _MOST
