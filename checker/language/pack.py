"""Loading a language pack: a folder of TOML files becomes plain dictionaries.

Parsing TOML is slow, so `compile_pack` gives all files as one JSON text, kept beside them as `compiled.json` with the
hash of its sources; `load_pack` takes that where the hash fits and parses the TOML where it does not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from checker.errors import FilesRefused, Problem
from checker.language.split import split_words
from checker.rational import Fraction

T = TypeVar("T")
Phrases = dict[str, tuple[tuple[tuple[str, ...], T], ...]]

_FOLDER = Path(__file__).parent
_COMPILED = "compiled.json"
_EXAMPLES = "examples"  # proofs of the pack, read by the tests alone


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that play one part; `sign` +1 or -1 for rise and fall, `factor` a band around a number ("about")."""

    words: tuple[str, ...]
    sign: int = 0
    factor: tuple[Fraction, Fraction] | None = None
    extra: dict | None = None  # further keys of the entry, as written


class _Sets(dict[str, frozenset[str]]):
    """The words of each class that was asked for."""

    def __init__(self, classes: dict[str, WordClass]):
        self.classes = classes

    def __missing__(self, name: str) -> frozenset[str]:
        found = self.classes.get(name)
        self[name] = frozenset(found.words) if found else frozenset()
        return self[name]


@dataclass(frozen=True, eq=False)
class Pack:
    """The data of one language. Compared by identity, so that tables made from it can be cached by it.

    `data` holds every file by its stem ("numerals", "units", ...), as parsed; `classes` the entries of all files under
    `classes`; `frames` the entries of all files in the folder `frames`, each with its family and file added.
    """

    name: str
    data: dict[str, dict]
    classes: dict[str, WordClass]
    frames: tuple[dict, ...]
    # The words of a class as written (multi-word entries with spaces); none where the pack has no such class.
    words: Callable[[str], frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "words", _Sets(self.classes).__getitem__)

    def phrases(self, names: Iterable[str]) -> Phrases[str]:
        """A table of all words of these classes, each standing for its class's name."""
        return phrase_table((word, name) for name in names if name in self.classes for word in self.classes[name].words)


def phrase_table(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Phrases by their first word, longest first: {"per": ((("per", "cent"), payload), ...)}; the first entry of a
    phrase wins."""
    table: dict[str, dict[tuple[str, ...], T]] = {}
    for phrase, payload in entries:
        words = split_words(phrase)
        if words:
            table.setdefault(words[0], {}).setdefault(words, payload)
    return {first: tuple(sorted(found.items(), key=lambda e: -len(e[0]))) for first, found in table.items()}


def longest(table: Phrases[T], words: list[str], at: int) -> tuple[int, T] | None:
    """The longest phrase that starts at word `at`, as (index after it, payload)."""
    for phrase, payload in table.get(words[at], ()) if 0 <= at < len(words) else ():
        end = at + len(phrase)
        if len(phrase) == 1 or tuple(words[at:end]) == phrase:
            return end, payload
    return None


@lru_cache(maxsize=8)
def load_pack(name: str, folder: Path | None = None) -> Pack:
    """The pack of language `name`. Raises FilesRefused where there is none or where its files cannot be parsed."""
    return _build(name, _files(name, folder))


def _files(name: str, folder: Path | None) -> dict[str, dict]:
    home = (folder or _FOLDER) / name
    sources = _sources(home)
    if not sources:
        raise FilesRefused((Problem(str(home), "no language pack", hint="Try: en"),))
    return _compiled(home, sources) or _parsed(sources)


def extended_pack(name: str, further: Iterable[str]) -> Pack:
    """The pack with what further folders add to its files: entries to lists, keys to tables. Raises FilesRefused."""
    files = _files(name, None)
    pack = load_pack(name)
    for added in map(Path, further):
        if not (sources := _sources(added)):
            raise FilesRefused((Problem(str(added), "holds no words", hint="Try: a folder of .toml files like the language's own"),))
        try:
            files = _merged(files, _parsed(sources))
            pack = _build(name, files)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise FilesRefused((Problem(str(added), f"does not fit the language's own files: {error}"),)) from None
    return pack


def _merged(files, added):
    """Tables with the keys of both, lists one after the other, else what is added."""
    if isinstance(files, dict) and isinstance(added, dict):
        return {**files, **{key: _merged(files[key], value) if key in files else value for key, value in added.items()}}
    if isinstance(files, list) and isinstance(added, list):
        return [*files, *added]
    if isinstance(files, (dict, list)):
        raise TypeError(f"{type(files).__name__} expected, not {added!r}")
    return added


def compile_pack(name: str, folder: Path | None = None) -> str:
    """The JSON that belongs into the pack's `compiled.json`: sorted, with the hash of its sources.

    Raises FilesRefused, also where two files define one class: each would use words that were written for the other.
    """
    sources = _sources((folder or _FOLDER) / name)
    files = _parsed(sources)
    if twice := tuple(_defined_twice(files, sources)):
        raise FilesRefused(twice)
    content = {"sha256": _digest(sources), "files": files}
    return json.dumps(content, ensure_ascii=False, sort_keys=False, separators=(",", ":")) + "\n"


def _defined_twice(files: dict[str, dict], sources: dict[str, tuple[Path, bytes]]) -> Iterator[Problem]:
    known: dict[str, str] = {}
    for stem, content in files.items():
        for name in content.get("classes", {}):
            if name in known:
                yield Problem(str(sources[stem][0]), f"the class {name} stands in {known[name]}.toml too", hint="Try: another name, with the family's in front")
            known.setdefault(name, stem)


def compiled_path(name: str, folder: Path | None = None) -> Path:
    return (folder or _FOLDER) / name / _COMPILED


def _sources(home: Path) -> dict[str, tuple[Path, bytes]]:
    """All TOML files by their name without suffix, "frames/change" for those in the folder."""
    found = sorted(home.glob("*.toml")) + sorted(home.glob("frames/*.toml"))
    stems = {path.relative_to(home).with_suffix("").as_posix(): path for path in found}
    return {stem: (path, path.read_bytes()) for stem, path in stems.items() if stem != _EXAMPLES}


def _digest(sources: dict[str, tuple[Path, bytes]]) -> str:
    total = hashlib.sha256()
    for stem, (_, content) in sources.items():
        total.update(f"{stem}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _compiled(home: Path, sources: dict[str, tuple[Path, bytes]]) -> dict | None:
    try:
        content = json.loads((home / _COMPILED).read_bytes())
        return content["files"] if content["sha256"] == _digest(sources) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parsed(sources: dict[str, tuple[Path, bytes]]) -> dict[str, dict]:
    import tomllib  # not needed where the compiled pack is fresh

    files: dict[str, dict] = {}
    problems = []
    for stem, (path, content) in sources.items():
        try:
            files[stem] = tomllib.loads(content.decode("utf-8"))
        except ValueError as error:
            problems.append(Problem(str(path), str(error)))
    if problems:
        raise FilesRefused(tuple(problems))
    return files


def _build(name: str, files: dict[str, dict]) -> Pack:
    classes: dict[str, WordClass] = {}
    frames: list[dict] = []
    data: dict[str, dict] = {}
    for stem, content in files.items():
        if stem.startswith("frames/"):
            frames.extend(_frames(stem, content))
            continue
        data[stem] = content
        for key, entry in content.get("classes", {}).items():
            made = _word_class(entry)
            classes[key] = _both(classes[key], made) if key in classes else made
    return Pack(name, data, classes, tuple(frames))


def _both(known: WordClass, added: WordClass) -> WordClass:
    """One class from two files: the words of both; what the later one does not say of them, the first one does."""
    extra = {**(known.extra or {}), **(added.extra or {})}
    return WordClass(known.words + added.words, added.sign or known.sign, added.factor or known.factor, extra or None)


def _frames(stem: str, content: dict) -> list[dict]:
    """Every table in an array of tables, with the array's name and its file under `_array` and `_file`."""
    found = []
    for array, entries in content.items():
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                found.append({**entry, "_array": array, "_file": stem})
    return found


def _word_class(entry: dict) -> WordClass:
    if not isinstance(entry.get("words", []), list):
        raise TypeError(f"words is not a list: {entry['words']!r}")
    factor = entry.get("factor")
    band = (Fraction(str(factor[0])), Fraction(str(factor[1]))) if factor else None
    extra = {key: value for key, value in entry.items() if key not in ("words", "sign", "factor")}
    return WordClass(tuple(entry.get("words", ())), entry.get("sign", 0), band, extra or None)
