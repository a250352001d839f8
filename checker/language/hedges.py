"""How far hedges reach: the bands of a pack, and the pack with other ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.language.pack import Pack
from checker.rational import Fraction

Band = tuple[Fraction, Fraction]
_PLACES = ("hedge-", "after-")  # one hedge may stand before a number or after it


def bands(pack: Pack) -> dict[str, Band]:
    """The hedges that can be set, by name, with the band around a number as factors; tables with a band around their
    numbers ("factors": doubled, tripled) among them."""
    found = {_name(key): entry.factor for key, entry in pack.classes.items() if entry.factor and _name(key) != key}
    tables = pack.data.get("numerals", {}).items()
    own = {key: _band(table["band"]) for key, table in tables if isinstance(table, dict) and "band" in table}
    return found | {key: band for key, band in own.items() if band[0] <= 1 <= band[1]}


def with_bands(pack: Pack, given: Iterable[tuple[str, tuple]]) -> Pack:
    """The pack with these bands: both ends as factors, or one number for the distance from 1. Unknown names are left.

    A hedge to one side keeps to it: "nearly" at 0.2 is 0.8 to 1.
    """
    known = bands(pack)
    wanted = {name: _ends(values, known[name]) for name, values in given if name in known}
    if not wanted:
        return pack
    classes = {
        key: replace(entry, factor=wanted[_name(key)]) if entry.factor and _name(key) in wanted else entry
        for key, entry in pack.classes.items()
    }
    numerals = {
        key: {**table, "band": list(wanted[key])} if isinstance(table, dict) and "band" in table and key in wanted else table
        for key, table in pack.data.get("numerals", {}).items()
    }
    return replace(pack, classes=classes, data={**pack.data, "numerals": numerals})


def _ends(values: tuple, known: Band) -> Band:
    if len(values) == 2:
        low, high = sorted(Fraction(value) for value in values)
        return low, high
    width = Fraction(values[0])
    return Fraction(1) if known[0] == 1 else 1 - width, Fraction(1) if known[1] == 1 else 1 + width


def _name(key: str) -> str:
    for place in _PLACES:
        key = key.removeprefix(place)
    return key


def _band(ends) -> Band:
    return Fraction(str(ends[0])), Fraction(str(ends[1]))
