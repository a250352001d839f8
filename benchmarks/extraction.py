"""How well and how fast quantities are read: recall per model, the two peers beside it, and the speed of all three.

    python benchmarks/extraction.py [--peers] [--show] [--as-given]

Cases are the test suites of two peers in ../shared/samples/extraction; lines with "skip" are what the peer itself cannot
do. Two things of the cases are put into the scorer's own form: a value with an "uncertainty" ("44 to 50 mg" as 47, 3) is a
range, so its two bounds are asked for, and where a case has the ISO code of a currency beside its name, either will do;
`--as-given` leaves both out. `--peers` installs quantulum3 and recognizers-text into an environment of their own (benchmarks/.peers) and runs them
on the same cases and texts; they are never a dependency. Says so and ends when ../shared is missing.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PEERS = Path(__file__).with_name(".peers")
PEER_PACKAGES = ["quantulum3[classifier]==0.10.0", "scikit-learn==1.7.2", "recognizers-text-number-with-unit", "recognizers-text-number", "emoji<2", "setuptools<81"]
SIZES = {"4 KB": 4_096, "64 KB": 65_536, "1 MB": 1_048_576}
PEER_SECONDS = 120  # CPU a peer may take for one text before it is stopped


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", action="store_true", help="install and run the two peers, too")
    parser.add_argument("--as-given", action="store_true", help="score against the cases exactly as they are")
    parser.add_argument("--show", action="store_true", help="list what is missed")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("../shared is missing: nothing to measure on")
        return 0
    scorer = scorer_module()
    cases = [row for name in ("quantulum", "recognizers") for row in scorer.read(SHARED / f"samples/extraction/{name}.jsonl")]
    cases = cases if options.as_given else [{**row, "quantities": [in_form(q) for q in row["quantities"]]} for row in cases]
    systems = {"factcheck": ours(cases)}
    if options.peers:
        systems |= {name: peer(name, cases) for name in ("quantulum3", "recognizers")}
    for name, predictions in systems.items():
        print(f"\n{name}")
        table(scorer, cases, predictions, options.show and name == "factcheck")
    speeds(systems)
    return 0


def scorer_module():
    """The scorer that ../shared brings, as a module."""
    spec = importlib.util.spec_from_file_location("score_extraction", SHARED / "tools/score_extraction.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_form(gold: dict) -> dict:
    """What a case asks for, in the scorer's form: bounds for a range, the ISO code of a currency beside its name."""
    gold = {**gold, "unit_text": gold["iso"]} if gold.get("iso") else gold
    if gold.get("uncertainty") is None:
        return gold
    bounds = sorted((gold["value"] - gold["uncertainty"], gold["value"] + gold["uncertainty"]))
    return {**gold, "low": bounds[0], "high": bounds[1]}


def ours(cases: list[dict]) -> list[dict]:
    """What `factcheck extract` reads in each case, through the command as a user runs it."""
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            Path(folder, f"{number:05}.txt").write_text(case["text"], encoding="utf-8", newline="")
        command = [sys.executable, "-m", "checker", "extract", folder, "--format", "jsonl"]
        lines = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.splitlines()
    found = {int(Path(row["path"]).stem): row["quantities"] for row in map(json.loads, lines)}
    return [{"id": case["id"], "quantities": [plain(q) for q in found.get(n, [])]} for n, case in enumerate(cases)]


def plain(q: dict) -> dict:
    """A quantity in the form that the scorer reads: a range has low and high, everything else a value."""
    keys = ["low", "high"] if q["value"] is None else ["value"]
    return {"unit": q["unit"], **{k: q[k] for k in keys if q.get(k) is not None}, "change": q["change"]}


def scored(predictions: list[dict]) -> list[dict]:
    """Without what has no number (dates, names)."""
    return [{**row, "quantities": [q for q in row["quantities"] if {"value", "low", "high"} & q.keys()]} for row in predictions]


def table(scorer, cases: list[dict], predictions: list[dict], show: bool) -> None:
    by_id = {row["id"]: row for row in scored(predictions)}
    groups: dict[str, list[dict]] = {}
    for case in cases:
        model = case.get("model") or "quantulum3 suite"
        groups.setdefault("all without skip" if not case.get("skip") else "all skipped", []).append(case)
        groups.setdefault(model + (" (skipped)" if case.get("skip") else ""), []).append(case)
    print(f"{'cases':36}{'n':>6}{'value':>8}{'v+unit':>8}")
    for name, rows in sorted(groups.items()):
        found, errors = scorer.score(rows, [by_id[r["id"]] for r in rows])
        print(f"{name:36}{found['value']['gold']:6}{found['value']['R']:8.1f}{found['value+unit']['R']:8.1f}")
        if show and name == "all without skip":
            for kind in ("missed", "unit"):
                for e in errors[kind]:
                    print(f"    {kind}: {e['id']}: {e['gold']['value']:g} {e['gold'].get('unit')}")


# ---------------------------------------------------------------- peers

RUNNERS = {
    "quantulum3": """
from quantulum3 import parser
def read(text):
    out = []
    for q in parser.parse(text):
        unit = None if q.unit.name == "dimensionless" else q.unit.name
        if q.uncertainty:
            out.append({"low": q.value - q.uncertainty, "high": q.value + q.uncertainty, "unit": unit})
        else:
            out.append({"value": q.value, "unit": unit})
    return out
""",
    "recognizers": """
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_number import NumberRecognizer
from recognizers_text import Culture
units = NumberWithUnitRecognizer(Culture.English)
numbers = NumberRecognizer(Culture.English)
models = [units.get_currency_model(), units.get_dimension_model(), units.get_temperature_model(), units.get_age_model(),
          numbers.get_percentage_model(), numbers.get_number_model(), numbers.get_ordinal_model()]
def read(text):
    out, taken = [], []
    for model in models:
        for r in model.parse(text):
            if any(r.start <= e and s <= r.end for s, e in taken) or not r.resolution:
                continue
            taken.append((r.start, r.end))
            value = str(r.resolution.get("value") or "").rstrip("%")
            try:
                value = float(value)
            except ValueError:
                continue
            unit = r.resolution.get("unit") or ("percent" if "percent" in r.type_name else None)
            out.append({"value": value, "unit": unit + " of age" if r.type_name == "age" else unit})
    return out
""",
}
_SERVE = """
import json, sys, time
for line in sys.stdin:
    text = json.loads(line)
    start = time.process_time()
    try:
        found = read(text)
    except Exception:
        found = []
    print(json.dumps({"quantities": found, "cpu": time.process_time() - start}), flush=True)
"""


def peer_python() -> str:
    """The interpreter of the peers' own environment, made on first use."""
    python = PEERS / "bin/python"
    if not (PEERS / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        subprocess.run([python, "-m", "pip", "--disable-pip-version-check", "-q", "install", *PEER_PACKAGES], check=True)
        (PEERS / "ready").touch()
    return str(python)


def serve(name: str, texts: list[str], seconds: int | None = None) -> list[dict]:
    """Answers of a peer to each text, with its CPU seconds; fewer than asked where it ran out of time."""
    def limit():
        if seconds:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    done = subprocess.run(
        [peer_python(), "-c", RUNNERS[name] + _SERVE], input="".join(json.dumps(t) + "\n" for t in texts),
        capture_output=True, text=True, preexec_fn=limit,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def peer(name: str, cases: list[dict]) -> list[dict]:
    answers = serve(name, [case["text"] for case in cases])
    return [{"id": case["id"], "quantities": a["quantities"]} for case, a in zip(cases, answers, strict=True)]


# ---------------------------------------------------------------- speed


def speeds(systems: dict) -> None:
    """KB/s of CPU by the size of one call: the first MB of newswire in pieces of that size, each read by itself.

    Peers get the first piece only, and at most two minutes for it.
    """
    limit = max(SIZES.values())
    with gzip.open(SHARED / "corpora/reuters.jsonl.gz", "rt", encoding="utf-8") as lines:
        text = "\n\n".join(json.loads(line)["text"] for line, _ in zip(lines, range(2000)))[:limit]
    print(f"\n{'KB/s of CPU, by size of one call':36}" + "".join(f"{size:>10}" for size in SIZES))
    for name in systems:
        rates = [our_rate(text, size) if name == "factcheck" else peer_rate(name, text[:size]) for size in SIZES.values()]
        cells = ["too slow" if rate is None else f"{rate:.0f}" if rate >= 10 else f"{rate:.2f}" for rate in rates]
        print(f"{name:36}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


def our_rate(text: str, size: int) -> float:
    """KB/s of warm calls on all pieces of a text; the best of a few rounds."""
    from time import process_time

    sys.path.insert(0, str(ROOT))
    from checker.extracting import extract
    from checker.language import load_pack
    from checker.reading import read_text

    pack = load_pack("en")
    pieces = [text[at : at + size].encode() for at in range(0, len(text), size)]
    extract(read_text("warm.txt", pieces[0]), pack)
    rounds = []
    for _ in range(4):
        start = process_time()
        for piece in pieces:
            extract(read_text("sample.txt", piece), pack)
        rounds.append(process_time() - start)
    return len(text) / 1024 / min(rounds)


def peer_rate(name: str, sample: str) -> float | None:
    answers = serve(name, ["It weighs 5 kg.", sample], PEER_SECONDS)
    return len(sample) / 1024 / answers[1]["cpu"] if len(answers) == 2 else None


if __name__ == "__main__":
    sys.exit(main())
