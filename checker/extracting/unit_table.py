"""The pack's units as look-up tables: names in any case, symbols in the case given, prefixes multiplied out."""

from __future__ import annotations

from dataclasses import dataclass

from checker.language import phrase_table
from checker.language.pack import Phrases


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: canonical name, the kind of quantity it makes, and what context it asks for (`None`: none)."""

    id: str
    kind: str
    ask: str | None = None
    otherwise: str | None = None  # the physical unit it is where `ask` says no: pounds of weight


@dataclass(frozen=True, eq=False, slots=True)
class UnitTable:
    names: Phrases  # lower-case words -> Unit
    symbols: dict[str, Unit]  # as written
    folded: dict[str, Unit]  # lower-cased symbols that are no other unit's
    powers: dict[str, int]
    powers_after: dict[str, int]
    compounds: dict[tuple[str, str], dict]
    signs: dict[str, str]
    sign_letters: dict[str, dict[str, str]]
    codes: frozenset[str]
    prefixes: dict[str, str]
    touching: frozenset[str]
    loose: frozenset[str]  # letters that make a currency of a sign even in lower case and apart from it
    suffixes: dict[str, str]
    heads: frozenset[str]  # first words of names and lower-cased symbols: nothing else begins a unit


def unit_table(data: dict) -> UnitTable:
    """The tables from the pack's units file."""
    names: list[tuple[str, Unit]] = []
    symbols: dict[str, Unit] = {}
    for kind, entries in (("physical", data["unit"]), ("currency", data["currency"])):
        for entry in entries:
            _enter(entry, entry.get("kind", kind), names, symbols, data)
    table = phrase_table(names)
    folded = _folded(symbols, table)
    codes = data["codes"]
    return UnitTable(
        names=table,
        symbols=symbols,
        folded=folded,
        powers=data["powers"],
        powers_after=data["powers-after"],
        compounds={(entry["big"], entry["small"]): entry for entry in data["compound"]},
        signs=data["signs"],
        sign_letters={sign: {key.upper(): code for key, code in found.items()} for sign, found in data["sign-letters"].items()},
        codes=frozenset(codes["list"]),
        prefixes=codes["prefixes"],
        touching=frozenset(codes["touching"]),
        loose=frozenset(codes["loose"]),
        suffixes=codes["suffixes"],
        heads=frozenset({*table, *folded, *(s.lower() for s in symbols), *data["signs"], *data["powers"]}),
    )


def _enter(entry: dict, kind: str, names: list, symbols: dict[str, Unit], data: dict) -> None:
    unit = Unit(entry["id"], kind, entry.get("ask"), entry.get("otherwise"))
    override = entry.get("override", {})
    for name in entry.get("names", ()):
        names += [(name, unit), (name + "s", unit)]
    for name in entry.get("exact", ()):
        names.append((name, Unit(override[name], kind) if name in override else unit))
    for symbol in entry.get("symbols", ()):
        symbols.setdefault(symbol, Unit(unit.id, kind, entry.get("ask-symbols", unit.ask)))
    for prefix in entry.get("prefixes", ()):
        made = Unit(data["prefixes"][prefix] + unit.id, kind)
        for symbol in (*entry.get("symbols", ()), *entry.get("prefix-symbols", ())):
            symbols.setdefault(prefix + symbol, made)
            if prefix == "µ":
                symbols.setdefault("μ" + symbol, made)
    for prefix in entry.get("prefix-names", ()):
        for name in entry.get("names", entry.get("exact", ())):
            made = Unit(data["prefix-words"][prefix] + unit.id, kind)
            names += [(prefix + name, made), (prefix + name + "s", made)]


def _folded(symbols: dict[str, Unit], names: Phrases) -> dict[str, Unit]:
    """Symbols of two letters and more, lower-cased, where no name and no other unit is written so."""
    found: dict[str, Unit] = {}
    for symbol, unit in symbols.items():
        low = symbol.lower()
        if len(low) > 1 and low not in symbols and low not in names and unit.ask is None:
            found.setdefault(low, unit)
    return found


def singular_of(word: str, plural: dict) -> str:
    """The singular of a plural noun by the pack's endings.

    >>> singular_of("cities", {"irregular": {}, "suffixes": [["ies", "y", 5], ["s", "", 3]]})
    'city'
    """
    known = plural["irregular"].get(word)
    if known:
        return known
    for ending, replacement, shortest in plural["suffixes"]:
        if len(word) >= shortest and word.endswith(ending):
            return word[: len(word) - len(ending)] + replacement
    return word
