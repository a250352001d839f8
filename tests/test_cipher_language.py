"""A language is data: English with every letter exchanged for another is read like English.

The pack is copied with all its words enciphered (letters by a fixed permutation, case kept), and so are the examples.
Any English word that Python knows makes a difference. What is structure in the pack stays as it is: keys, names of
classes and claims, canonical units, codes of currencies; the tables below say where the words are.
"""

import json
import re
import string
import tomllib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from strategies import checks_on, english, figures, of_each_rule, rule_examples, stated

import checker.language
from checker.extracting import extract
from checker.language import load_pack
from checker.reading import read_text

PACK = Path(checker.language.__file__).parent / "en"
BLIND, SEEDS = (Path(__file__).parents[1] / name for name in ("benchmarks/blind", "seeds"))

# Where a table's keys are words of the language: a new one belongs here. A place is file: keys, "*" for any one.
WORDS_ARE_KEYS = (
    "numerals: digits", "numerals: small", "numerals: tens", "numerals: scales", "numerals: letters", "numerals: groups",
    "numerals: vague", "numerals: parts", "numerals: ordinals", "words: plural irregular", "classes: endings", "classes: stems",
    "classes: sequence", "tables: header scales", "tables: header scale-letters", "units: powers", "units: powers-after",
    "words_change: opposites", "units: prefixes", "units: prefix-words", "units: signs", "units: sign-letters *", "units: codes prefixes",
    "units: codes suffixes", "units: unit override", "units: currency override",
)  # fmt: skip
# Keys of such tables that are none.
NO_WORDS = frozenset(["band", "not-after", "needs-of", "quantifiers"])
# Where values are structure.
STAYS = (
    "pack: name", "pack: code", "pack: not-covered", "numerals: letters * *", "numerals: multiples change",
    "units: unit id", "units: unit kind", "units: unit ask", "units: unit ask-symbols", "units: unit otherwise",
    "units: unit override *", "units: currency id", "units: currency ask", "units: currency otherwise",
    "units: currency kind", "units: compound big", "units: compound small", "units: compound bare", "units: prefixes *",
    "units: prefix-words *", "units: signs *", "units: sign-letters * *", "units: codes list", "units: codes prefixes *",
    "units: codes suffixes *", "*: classes * union", "*: classes * tag", "*: classes * approx", "*: classes * families",
)  # fmt: skip

_PLAIN = string.ascii_lowercase
_EXCHANGED = "oqykctvrjibdwlhxzuemngpasf"  # makes no code of a currency of any common word
CIPHER = str.maketrans(_PLAIN + _PLAIN.upper(), _EXCHANGED + _EXCHANGED.upper())
_LETTERS = re.compile("[A-Za-z]+")
_STRUCTURE = re.compile(r"\{[^{}]*\}|<[^<>|]*>")  # of phrases: slots and classes


@lru_cache
def codes():
    return frozenset(tomllib.loads((PACK / "units.toml").read_text("utf-8"))["codes"]["list"])


def enciphered(text):
    """The text with its letters exchanged, but for the codes of currencies, which are the same in all languages."""
    return _LETTERS.sub(lambda m: m.group() if m.group().upper() in codes() else m.group().translate(CIPHER), text)


def phrase(says):
    ends = [0, *(at for m in _STRUCTURE.finditer(says) for at in m.span()), len(says)]
    pieces = [says[a:b] for a, b in zip(ends, ends[1:])]
    return "".join(piece if number % 2 else enciphered(piece) for number, piece in enumerate(pieces))


def translated(value, place):
    """The data of a file with its words enciphered; `place` is the file's name and the keys down to the value."""
    if isinstance(value, dict):
        keys_too = at(place, WORDS_ARE_KEYS)
        return {
            enciphered(key) if keys_too and key not in NO_WORDS else key: translated(v, (*place, key)) for key, v in value.items()
        }
    if at(place, STAYS):
        return value
    if isinstance(value, list):
        return [translated(v, place) for v in value]
    return enciphered(value) if isinstance(value, str) else value


def at(place, table):
    for entry in table:
        file, _, keys = entry.partition(": ")
        wanted = keys.split()
        if file in (place[0], "*") and len(wanted) == len(place) - 1 and all(w in ("*", p) for w, p in zip(wanted, place[1:])):
            return True
    return False


def frame(entry):
    """An entry of the frames: its phrases are words, everything else is structure."""
    says = lambda value: phrase(value) if isinstance(value, str) else [phrase(v) for v in value]  # noqa: E731
    parts = {part: says(value) for part, value in entry.get("parts", {}).items()}
    return {**entry, "cue": says(entry["cue"]), **({"parts": parts} if parts else {})}


def toml(value):
    """A value as TOML, tables inline: JSON with other signs between key and value."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture(scope="module")
def cipher(tmp_path_factory):
    """The enciphered pack and rules."""
    folder = tmp_path_factory.mktemp("language")
    (folder / "en" / "frames").mkdir(parents=True)
    for path in PACK.rglob("*.toml"):
        data = tomllib.loads(path.read_text("utf-8"))
        made = (
            {array: [frame(e) for e in entries] for array, entries in data.items()}
            if path.parent.name == "frames"
            else translated(data, (path.stem,))
        )
        written = "\n".join(f"{json.dumps(key)} = {toml(value)}" for key, value in made.items())
        (folder / "en" / path.relative_to(PACK)).write_text(written, "utf-8")
    rules = tuple(
        replace(rule, link={**rule.link, "phrases": tuple(frame(e) for e in rule.link["phrases"])}) if "phrases" in rule.link else rule
        for rule in english()[1]
    )
    return load_pack("en", folder), rules


def test_no_word_is_left_as_it_was(cipher):
    """The cipher leaves no letter alone, and makes no code of a word."""
    assert all(a != b for a, b in zip(_PLAIN, _EXCHANGED)) and len(set(_EXCHANGED)) == 26
    words = {w for c in english()[0].classes.values() for entry in c.words for w in _LETTERS.findall(entry)}
    assert not [w for w in words if enciphered(w).upper() in codes() and w.upper() not in codes()]
    assert cipher[0].words("rise") == {enciphered(w) for w in english()[0].words("rise")}


def summary(found):
    return sorted((c.rule, c.verdict, c.reason or "", sorted((e.role, e.start, e.end) for e in c.evidence)) for c in found)


def assert_same(text, cipher):
    pack, rules = cipher
    expected = stated(text)
    told = [(c.rule, c.verdict, figures(c, text)) for c in expected]
    assert summary(checks_on(enciphered(text), pack=pack, rules=rules)) == summary(expected), (text, told)


@of_each_rule(rule_examples())
def test_examples_in_cipher_get_the_same_verdicts(examples, cipher):
    for example in examples:
        assert_same(example.text, cipher)


@pytest.mark.parametrize("path", sorted(BLIND.glob("*.jsonl")), ids=lambda path: path.stem)
def test_texts_of_every_kind_get_the_same_verdicts(path, cipher):
    for line in path.read_text("utf-8").splitlines()[::3]:
        entry = json.loads(line)
        assert_same(entry.get("inconsistent", entry["consistent"]), cipher)


def test_the_seeds_get_the_same_verdicts(cipher):
    for path in sorted(SEEDS.glob("*.txt")):
        assert_same(path.read_text("utf-8"), cipher)


def test_what_is_in_cipher_is_not_read_as_english():
    """So that the tests above prove something."""
    found = [e for e in rule_examples(("inconsistent",)) if any(c.verdict == "fail" for c in checks_on(enciphered(e.text)))]
    assert len(found) < len(rule_examples(("inconsistent",))) / 4, [e.name for e in found]


def proofs():
    for heading, entries in tomllib.loads((PACK / "examples.toml").read_text("utf-8")).items():
        for number, entry in enumerate(entries, 1):
            yield pytest.param(entry["text"], id=f"{heading}/{number}")


@pytest.mark.parametrize("text", list(proofs()))
def test_the_quantities_of_a_text_in_cipher_are_the_same(text, cipher):
    def quantities(text, pack):
        found = extract(read_text("example.md", text.encode("utf-8")), pack).quantities
        return [(text[q.start : q.end], q.kind, q.value, q.low, q.high, q.place, q.sense, q.approx, q.change, len(q.noun)) for q in found]

    plain = [(enciphered(q[0]), *q[1:]) for q in quantities(text, english()[0])]
    assert quantities(enciphered(text), cipher[0]) == plain
