"""Known facts: files of figures from outside that documents are held against."""

from pathlib import Path

import pytest
from strategies import english

from checker.errors import FilesRefused
from checker.facts import read_facts
from checker.pipeline import check, known_facts
from checker.reading import read_text

ROOT = Path(__file__).parents[1]
ZONES = (ROOT / "seeds/002_4125b0ae6116c59a.txt").read_text(encoding="utf-8")
SEEDS = str(ROOT / "seeds/facts.toml")


def judged(text, *paths):
    pack, rules = english()
    return check(read_text("a.txt", text.encode("utf-8")), pack, rules, known_facts(paths, pack, rules))[1]


def passes(judgement):
    return [(c.rule, c.message, [(a.value, a.source) for a in c.assumed]) for c in judgement.checks if c.verdict == "pass"]


def test_what_the_seeds_leave_open_is_looked_up():
    judgement = judged(ZONES, SEEDS)
    found = {message: assumed for _, message, assumed in passes(judgement)}
    [(value, source)] = found["8.4 trillion yuan of 42.07 trillion yuan is 20%, as stated."]
    assert value == "42.07 trillion yuan" and "customs" in source
    [doubled] = [message for message in found if message.endswith("is doubled, as stated.")]
    assert doubled.startswith("3.82–3.85 trillion yuan to 8.4 trillion yuan")
    assert not [c for c in judgement.checks if c.verdict in ("fail", "warn")]


@pytest.mark.parametrize("ending, least, most", [
    ("territorial area / zones", 479, 480),
    ("territorial area / zones, each of 167", 2.8, 2.9),
    ("value of special zones, 2012", 3.82e12, 3.85e12),
])  # fmt: skip
def test_what_follows_from_a_known_fact_is_known(ending, least, most):
    [fact] = [i for i in judged(ZONES, SEEDS).implied if i.fact.endswith(ending)]
    assert least <= float(fact.interval.hi) <= most


@pytest.mark.parametrize("before, after", [("8.4 trillion", "6.4 trillion"), ("from 15.7% to", "from 51.7% to")])
def test_a_contradiction_with_a_known_fact_is_told_with_its_source(before, after):
    found = [c for c in judged(ZONES.replace(before, after), SEEDS).checks if c.verdict == "fail" and c.rule == "known-fact"]
    assert found and all(c.assumed[0].source for c in found)


def test_without_a_file_nothing_is_looked_up():
    assert not [m for _, m, _ in passes(judged(ZONES)) if "42.07" in m]


def test_another_year_is_another_fact(tmp_path):
    file = tmp_path / "f.csv"
    file.write_text("subject,measure,value,source,period\nChina,foreign trade,10 trillion yuan,somebody,2021\n", "utf-8")
    assert not [c for c in judged(ZONES, str(file)).checks if c.rule == "known-fact" or c.assumed and c.assumed[0].source == "somebody"]


def test_a_table_of_facts_may_be_csv(tmp_path):
    file = tmp_path / "f.csv"
    file.write_text("subject,measure,value,source,period,also\nChina,commerce,42.07 trillion yuan,a table,2022,foreign trade;goods trade\n", "utf-8")
    [fact] = read_facts([str(file)])
    assert fact.also == ("foreign trade", "goods trade") and fact.line == 2
    assert any(assumed == [("42.07 trillion yuan", "a table")] for _, _, assumed in passes(judged(ZONES, str(file))))


BAD = [
    ("a.toml", "[[fact]\n", ["a.toml:1: is not TOML"]),
    ("a.toml", '[[fact]]\nsubject = "a"\nmesure = "b"\n[[fact]]\nvalue = 3\n', ["a.toml:1: mesure: unknown key", "a.toml:1: value: is missing", "a.toml:4: value: is no text"]),
    ("a.toml", "[facts]\n", ["unknown key 'facts'"]),
    ("a.csv", "subject,value\n", ["a.csv:1: no column measure, source"]),
    ("a.csv", "subject,measure,value,source\nLand,area,,x\n", ["a.csv:2: value: is missing"]),
]  # fmt: skip


@pytest.mark.parametrize("name, content, expected", BAD)
def test_a_bad_file_is_refused_with_all_its_problems(tmp_path, name, content, expected):
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(FilesRefused) as refused:
        read_facts([str(tmp_path / name), str(tmp_path / "gone.toml")])
    message = str(refused.value)
    assert all(part in message for part in expected) and "gone.toml: cannot be read" in message


def test_a_value_must_be_one_figure(tmp_path):
    (tmp_path / "a.toml").write_text('[[fact]]\nsubject = "A"\nmeasure = "land area"\nvalue = "large"\nsource = "s"\n', "utf-8")
    with pytest.raises(FilesRefused, match="a.toml:1: value: not one figure: 'large'"):
        known_facts([str(tmp_path / "a.toml")], *english())
