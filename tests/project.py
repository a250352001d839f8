"""A project in a folder, and the program run in it as its user does, without the cost of a process."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from strategies import english

from checker import __main__, pipeline

LOADED = english()

RIGHT = "Of the 180 parks in the county, 144, or 80%, are open to the public.\n"
WRONG = "Of the 180 parks in the county, 144, or 70%, are open to the public.\n"


@dataclass
class Project:
    """A folder, which is the working folder, and what the program says there."""

    folder: Path
    capture: pytest.CaptureFixture

    def write(self, **files: str) -> None:
        """Files by name; `__` stands for a folder, `_` for the point before the ending."""
        for name, text in files.items():
            self.put(name.replace("__", "/").replace("_", "."), text)

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def call(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        code = __main__._main([str(a) for a in arguments])
        shown = self.capture.readouterr()
        return code, shown.out, shown.err

    def report(self, *arguments: str) -> dict:
        """The report as JSON."""
        _, out, err = self.call("run", *arguments, "--format", "json")
        assert out, err
        return json.loads(out)

    def findings(self, *arguments: str) -> list[tuple]:
        """Document, rule, verdict and who accepted it, of each fail and warning."""
        return [
            (document["path"], check["rule"], check["verdict"], check["suppressed"] and check["suppressed"]["by"])
            for document in self.report(*arguments)["documents"]
            for check in document["checks"]
            if check["verdict"] in ("fail", "warn")
        ]


def loaded(rules=(), packs=()):
    """Pack and rules, read once for all tests where nothing is added to them."""
    return REAL(rules, packs) if rules or packs else LOADED


REAL = pipeline.load


@pytest.fixture
def project(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "load", loaded)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Project(tmp_path, capfd)
