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
    near: tuple[tuple[str, str], ...] = ()  # (class of words, what it is where one stands nearby): miles beside knots


@dataclass(frozen=True, eq=False, slots=True)
class UnitTable:
    names: Phrases  # lower-case words -> Unit
    symbols: dict[str, tuple[Unit, ...]]  # as written; several where the context decides
    folded: dict[str, tuple[Unit, ...]]  # lower-cased symbols that are no other unit's
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
    befores: dict[str, str]  # names of currencies that also stand before their number
    singles: Phrases  # names of one: what an article before them counts
    heat: frozenset[str]  # units of temperature
    zero_after: dict[str, str]  # words that give a zero its unit: "absolute zero"
    heads: frozenset[str]  # first words of names and lower-cased symbols: nothing else begins a unit


def unit_table(data: dict) -> UnitTable:
    """The tables from the pack's units file."""
    names: list[tuple[str, Unit]] = []
    symbols: dict[str, tuple[Unit, ...]] = {}
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
        befores={word: entry["id"] for entry in data["currency"] for word in entry.get("before", ())},
        singles=phrase_table(_singles(data)),
        heat=frozenset(entry["id"] for entry in data["unit"] if entry.get("ask") == "heat"),
        zero_after={word: entry["id"] for entry in data["unit"] for word in entry.get("zero-after", ())},
        heads=frozenset({*table, *folded, *(s.lower() for s in symbols), *data["signs"], *data["powers"]}),
    )


def _singles(data: dict) -> list[tuple[str, Unit]]:
    """What an article can make one of: any physical unit by its name, a currency where its entry says so."""
    physical = [(name, entry) for entry in data["unit"] if entry.get("kind", "physical") == "physical" for name in entry.get("names", ())]
    money = [(name, entry) for entry in data["currency"] for name in entry.get("article", ())]
    return [(name, Unit(e["id"], "physical")) for name, e in physical if "ask" not in e] + [(name, Unit(e["id"], "currency")) for name, e in money]


def _enter(entry: dict, kind: str, names: list, symbols: dict[str, tuple[Unit, ...]], data: dict) -> None:
    unit = Unit(entry["id"], kind, entry.get("ask"), entry.get("otherwise"), tuple(entry.get("near", {}).items()))
    override, endings = entry.get("override", {}), ("", *data["plural"]["suffixes"])
    for name in entry.get("names", ()):
        names += [(name + ending, unit) for ending in endings]
    for name in entry.get("exact", ()):
        names.append((name, Unit(override[name], kind) if name in override else unit))
    for symbol in entry.get("symbols", ()):
        _candidate(symbols, symbol, Unit(unit.id, kind, entry.get("ask-symbols", unit.ask)))
    for prefix in entry.get("prefixes", ()):
        made = Unit(data["prefixes"][prefix] + unit.id, kind)
        for symbol in (*entry.get("symbols", ()), *entry.get("prefix-symbols", ())):
            _candidate(symbols, prefix + symbol, made)
            if prefix == "µ":
                _candidate(symbols, "μ" + symbol, made)
    for prefix in entry.get("prefix-names", ()):
        for name in entry.get("names", entry.get("exact", ())):
            made = Unit(data["prefix-words"][prefix] + unit.id, kind)
            names += [(prefix + name + ending, made) for ending in endings]


def _candidate(symbols: dict[str, tuple[Unit, ...]], symbol: str, unit: Unit) -> None:
    """One more meaning of a symbol, to be tried after those before it; what follows a sure one is never tried."""
    known = symbols.get(symbol, ())
    if not known or known[-1].ask is not None:
        symbols[symbol] = (*known, unit)


def _folded(symbols: dict[str, tuple[Unit, ...]], names: Phrases) -> dict[str, tuple[Unit, ...]]:
    """Symbols of two letters and more, lower-cased, where no name and no other unit is written so."""
    found: dict[str, tuple[Unit, ...]] = {}
    for symbol, units in symbols.items():
        low = symbol.lower()
        if len(low) > 1 and low not in symbols and low not in names and all(unit.ask is None for unit in units):
            found.setdefault(low, units)
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
