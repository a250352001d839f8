"""Results that need not be made again: one file for each document, found by everything that the result hangs on.

The key is a hash of the document's bytes and name, of how it is checked (profile, date), of the rule files, further
words and facts, and of the program itself: what changes any of them changes the key, so nothing is ever out of date.
An entry that is damaged or of another making is as good as none, and a folder that cannot be written to is no error.
The folder may be deleted at any time; it tells backup programs and git to pass it over.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from checker import __version__
from checker.model import Rule
from checker.reporting.report import DocumentReport
from checker.running.stored import from_data, to_data
from checker.settings import Profile, Settings

FORMAT = 1
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of factcheck: this folder may be deleted.\n"
PACKAGE = Path(__file__).resolve().parent.parent
SOURCES = (".py", ".toml", ".json")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results; `base` is the hash of all that is the same for every document of a run."""

    folder: str
    base: str

    def key(self, path: str, data: bytes, profile: Profile) -> str:
        """What the result for these bytes under this name is kept by."""
        whole = hashlib.sha256(f"{self.base}\0{profile!r}\0{os.path.basename(path)}\0".encode("utf-8", "surrogatepass"))
        whole.update(data)
        return whole.hexdigest()

    def get(self, key: str, path: str) -> DocumentReport | None:
        """The report kept by this key, for a document at `path`; None where there is none."""
        try:
            digest, _, text = Path(self._place(key)).read_text("utf-8").partition("\n")
            if digest != _digest(text):
                return None
            return replace(from_data(DocumentReport, json.loads(text)), path=path)
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def put(self, key: str, report: DocumentReport) -> None:
        """Keep a report, whole or not at all."""
        place = self._place(key)
        unfinished = f"{place}.{os.getpid()}.tmp"
        try:
            self._prepare(os.path.dirname(place))
            text = json.dumps(to_data(report), ensure_ascii=False)
            with open(unfinished, "w", encoding="utf-8", newline="\n") as file:
                file.write(f"{_digest(text)}\n{text}")
            os.replace(unfinished, place)
        except (OSError, ValueError):
            if os.path.exists(unfinished):
                os.unlink(unfinished)

    def _place(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key[2:])

    def _prepare(self, folder: str) -> None:
        if os.path.isdir(folder):
            return
        new = not os.path.isdir(self.folder)
        os.makedirs(folder, exist_ok=True)
        for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")) if new else ():
            with open(os.path.join(self.folder, name), "w", encoding="utf-8", newline="\n") as file:
                file.write(text)


def open_cache(folder: str, settings: Settings, rules: Iterable[Rule]) -> Cache:
    """The cache in a folder, for a run with these settings and rules."""
    whole = hashlib.sha256(f"{FORMAT}\0{__version__}\0{_program()}\0{settings.today}\0{settings.solver}\0".encode())
    files = [*sorted({rule.origin for rule in rules}), *_files(settings.packs), *_files(settings.facts)]
    for path in files:
        try:
            content = Path(path).read_bytes()
        except OSError:
            content = b"?"
        whole.update(f"{os.path.basename(path)}\0{len(content)}\0".encode("utf-8", "surrogatepass") + content)
    return Cache(folder, whole.hexdigest())


def _files(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield from sorted(str(file) for file in Path(path).rglob("*") if file.is_file()) if os.path.isdir(path) else [path]


@lru_cache(maxsize=1)
def _program() -> str:
    """The hash of the program's own code and data: a new version never takes an old one's results for its own."""
    whole = hashlib.sha256()
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in SOURCES):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(PACKAGE).as_posix()}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
