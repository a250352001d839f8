#!/usr/bin/env python3
"""How fast: `extract` and `run` on newswire in KB/s of CPU, and what a start costs. `make speed`.

The text is cut from ../shared/corpora/reuters.jsonl.gz (not part of this repository). Two numbers a size matter: the
rate, and how it changes with the size of one document: a linear program keeps it. CPU is user and system time, the
least of several runs, because other jobs disturb wall-clock time.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
CORPUS = HOME.parent / "shared" / "corpora" / "reuters.jsonl.gz"
SIZES = (4_000, 64_000, 1_000_000)
COUNTS = (50, 500, 5_000)  # quantities of one document
DEARER = 2  # times: what a quantity of the largest may cost against one of the smallest
TARGETS = {"extract": 600, "run": 300}  # KB/s
HOSTILE = ("1", "1,", "1-", "1/", "(1", "5%", "$1 ", ",", "((", "| 5 ", "one ", "1 to ", "- ", "1. a\n", "\t")
SHORT, LONG = 10_000, 80_000  # characters
STARTS = {"--version": 150, "run one small file": 400}  # ms
sys.path.insert(0, str(HOME))
SMALL = "Sales rose 12% to $4.5 million in 2023 from $4.0 million. Of the 40 shops, 10, or 25%, are new.\n"


def newswire(size: int) -> str:
    """Whole stories of the corpus up to `size` characters."""
    parts, length = [], 0
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)["text"]
            parts.append(story)
            length += len(story) + 2
            if length >= size:
                break
    return "\n\n".join(parts)[:size]


def documents(size: int) -> list[str]:
    """Texts of one size each, together long enough to be timed."""
    text = newswire(max(size, 256_000))
    return [text[at : at + size] for at in range(0, len(text) - size + 1, size)]


def rate(work, texts: list[str], times: int) -> float:
    """KB of text for a second of CPU."""
    best = min(_timed(work, texts) for _ in range(times))
    return sum(map(len, texts)) / 1000 / best


def _timed(work, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def start_up(*arguments: str) -> float:
    """Milliseconds of CPU of a process that runs the command line, the least of ten."""
    return min(_spent(arguments) for _ in range(10))


def _spent(arguments: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as people run it
    subprocess.run([sys.executable, "-m", "checker", *arguments], cwd=HOME, capture_output=True, check=False, env=compiled)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def speeds() -> None:
    """Print the rates of both commands, reading and writing included."""
    from checker import pipeline
    from checker.commands import collect_seldom
    from checker.reading import read_text
    from checker.reporting import render
    from checker.reporting.build import document_report
    from checker.reporting.quantities import line
    from checker.reporting.report import report_of

    collect_seldom()  # as the commands do
    pack, rules = pipeline.load()

    def extract(text: str) -> str:
        return line(pipeline.extract(read_text("a.txt", text.encode()), pack))

    def run(text: str) -> str:
        found = document_report(*pipeline.check(read_text("a.txt", text.encode()), pack, rules))
        return render(report_of((found,), ()), "json")

    for name, work in (("extract", extract), ("run", run)):
        work(newswire(20_000))  # tables are built on first use; starts are measured apart
        for size in SIZES:
            found = rate(work, documents(size), 1 if size > 100_000 else 3)
            print(f"{name:8} {size:>9,} characters a document {found:>8,.0f} KB/s   (wanted {TARGETS[name]})", flush=True)


def per_quantity() -> None:
    """Print what a quantity costs in documents of few and of many: everything is linked and judged as one system."""
    from checker import pipeline
    from checker.reading import read_text

    pack, rules = pipeline.load()

    def run(text: str) -> None:
        pipeline.check(read_text("a.txt", text.encode()), pack, rules)

    stories = newswire(1_500_000).split("\n\n")
    counted = [(story, len(pipeline.extract(read_text("a.txt", story.encode()), pack).quantities)) for story in stories]
    run("\n\n".join(stories[:20]))
    costs = {}
    for count in COUNTS:
        texts = joined(counted, count, max(1, 5_000 // count))
        costs[count] = 1000 * min(_timed(run, [text for text, _ in texts]) for _ in range(2)) / sum(n for _, n in texts)
        print(f"run      {count:>9,} quantities a document {costs[count]:>8.3f} ms of CPU a quantity", flush=True)
    ratio = costs[COUNTS[-1]] / costs[COUNTS[0]]
    print(f"run      a quantity of {COUNTS[-1]:,} costs {ratio:.2f} times one of {COUNTS[0]}   (wanted at most {DEARER})", flush=True)


def hostile() -> None:
    """Print how much dearer text of one piece over and over becomes with its length: expressions that go back would show here."""
    from checker import pipeline
    from checker.reading import read_text

    pack, rules = pipeline.load()

    def run(text: str) -> None:
        pipeline.check(read_text("a.md", text.encode()), pack, rules)

    for piece in HOSTILE:
        short, long = ((piece * (n // len(piece))) for n in (SHORT, LONG))
        run(short)
        ratio = min(_timed(run, [long]) for _ in range(2)) / min(_timed(run, [short]) for _ in range(3))
        print(f"run      {LONG // SHORT} times {piece!r:14} costs {ratio:>5.1f} times as much", flush=True)


def joined(counted: list[tuple[str, int]], wanted: int, most: int) -> list[tuple[str, int]]:
    """Documents of about so many quantities each, made of whole stories in order, with their numbers of quantities."""
    found, parts, count = [], [], 0
    for story, n in counted:
        parts.append(story)
        count += n
        if count >= wanted:
            found.append(("\n\n".join(parts), count))
            parts, count = [], 0
        if len(found) == most:
            break
    return found


def starts() -> None:
    """Print the CPU of the commands a person waits for."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "small.txt")
        file.write_text(SMALL, "utf-8")
        calls = {"--version": ("--version",), "run one small file": ("run", str(file)), "--help": ("--help",)}
        for name, arguments in calls.items():
            wanted = f"   (wanted {STARTS[name]})" if name in STARTS else ""
            print(f"start: {name:20} {start_up(*arguments):>5.0f} ms of CPU{wanted}", flush=True)


if __name__ == "__main__":
    starts()
    if CORPUS.is_file():
        speeds()
        per_quantity()
        hostile()
    else:
        print(f"no rates: {CORPUS} is missing")
