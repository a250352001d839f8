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


def report(folder, *paths, seed="0", form="json"):
    command = [sys.executable, "-m", "checker", "run", *map(str, paths), "--format", form]
    done = subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1"})
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def test_two_runs_give_the_same_bytes(documents):
    first = report(documents, ".", seed="0")
    assert json.loads(first)["summary"]["documents"] == len(rule_examples())
    assert report(documents, ".", seed="1") == first
    assert report(documents, ".", seed="4711") == first


def test_people_read_the_same_report_twice(documents):
    assert report(documents, "a", seed="1", form="text") == report(documents, "a", seed="2", form="text")


def test_what_is_said_of_a_document_does_not_hang_on_the_others(documents):
    """In any order of the arguments, and alone."""
    both, turned, alone = (report(documents, *paths) for paths in (("a", "b"), ("b", "a"), ("b",)))
    by_path = [{d["path"]: d for d in json.loads(found)["documents"]} for found in (both, turned, alone)]
    assert by_path[0] == by_path[1]
    assert by_path[2].items() <= by_path[0].items()


def test_a_folder_is_read_in_the_order_of_its_names(documents, tmp_path):
    names = ["c.txt", "a.md", "b/z.txt", "b/a.txt"]
    for order in (names, names[::-1]):
        folder = tmp_path / order[0][0]
        for name in order:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("Sales rose 25% to $5.0 million from $4.0 million.", "utf-8")
    first, second = (report(tmp_path / folder, ".") for folder in ("c", "b"))
    assert first == second
