"""The report is a function of the documents: the same bytes in every run, whatever the order of hashes or of folders."""

import json
import os
import subprocess
import sys

import pytest
from strategies import rule_examples


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """Every example as a document, in two folders."""
    folder = tmp_path_factory.mktemp("documents")
    for number, example in enumerate(rule_examples()):
        path = folder / ("b" if number % 2 else "a") / f"{example.name.replace('/', '-')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(example.text, "utf-8")
    return folder


def report(folder, *paths, seed="0", options=("--format", "json")):
    command = [sys.executable, "-m", "checker", "run", *map(str, paths), *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1"})
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def first(documents, tmp_path_factory):
    """The folder's report for programs and for people, of one run."""
    return both(documents, tmp_path_factory.mktemp("first"), seed="0")


def both(documents, folder, seed):
    files = [folder / "report.json", folder / "report.txt"]
    report(documents, ".", seed=seed, options=[part for file in files for part in ("--output", str(file))])
    return [file.read_bytes() for file in files]


def said(form):
    """What is said of each document, as bytes of JSON."""
    return {d["path"]: json.dumps(d) for d in json.loads(form)["documents"]}


def test_two_runs_give_the_same_bytes(documents, first, tmp_path):
    assert len(said(first[0])) == len(rule_examples())
    assert both(documents, tmp_path, seed="1") == first


def test_what_is_said_of_a_document_does_not_hang_on_the_others(documents, first):
    """In any order of the arguments, with a third order of hashes, and alone."""
    assert said(report(documents, "b", "a", seed="4711")) == said(first[0])
    assert said(report(documents, "b", seed="1")).items() <= said(first[0]).items()


def test_a_folder_is_read_in_the_order_of_its_names(documents, tmp_path):
    names = ["c.txt", "a.md", "b/z.txt", "b/a.txt"]
    for order in (names, names[::-1]):
        folder = tmp_path / order[0][0]
        for name in order:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("Sales rose 25% to $5.0 million from $4.0 million.", "utf-8")
    first, second = (report(tmp_path / folder, ".") for folder in ("c", "b"))
    assert first == second
