"""Reporting: the contract's JSON, decimals, fingerprints, the text for people. Fed by hand, without the other stages."""

import json
from fractions import Fraction as F
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_build import TEXT, evidence, finding, quantity, report

import checker.reporting
from checker.interval import Interval
from checker.model import Check, Extraction, Judgement, Quantity, Tokens, Unchecked
from checker.reading import read_text
from checker.reporting import render
from checker.reporting.build import document_report, fingerprints, line_starts, place
from checker.reporting.decimals import ends, json_number, outward
from checker.reporting.excerpt import columns_of, excerpt
from checker.reporting.quantities import line
from checker.reporting.report import report_of
from checker.reporting.schema import report_schema, validated

SCHEMA = Path(checker.reporting.__file__).with_name("report.schema.json")


# ---------------------------------------------------------------- JSON


def test_the_json_report_is_the_contract():
    data = json.loads(render(report(finding()), "json"))
    assert data["schema"] == 1 and data["tool"]["name"] == "factcheck"
    counts = {"documents": 1, "quantities": 4, "checked": 3, "pass": 0, "warn": 0, "fail": 1, "unknown": 0, "suppressed": 0}
    assert data["summary"] == counts
    [document] = data["documents"]
    assert (document["path"], document["language"], document["date"]) == ("parks.txt", "en", "2023-03")
    [check] = document["checks"]
    assert check["evidence"][2] == {
        "role": "share", "text": "70%", "start": 34, "end": 37, "line": 4, "column": 4,
        "low": "69.5", "high": "70.5", "low_open": False, "high_open": False, "unit": "percent",
    }  # fmt: skip
    assert check["suggestions"] == [{"role": "share", "text": "80%", "start": 34, "end": 37}]
    assert check["assumed"] == [{"role": "all", "value": "100", "unit": "percent", "source": "a whole"}]
    assert check["implied"]["low"] == check["implied"]["high"] == "80"
    assert document["implied"][0]["from"] == [check["id"]] and document["implied"][0]["high"] is None
    assert document["unchecked"][0]["text"] == "7 gates"
    assert data["errors"] == [{"path": "b.txt", "message": "is not text"}]
    assert "source" not in document


def test_evidence_text_is_what_stands_there():
    for e in json.loads(render(report(finding()), "json"))["documents"][0]["checks"][0]["evidence"]:
        assert TEXT[e["start"] : e["end"]] == e["text"]


def test_the_shipped_schema_is_fresh():
    assert json.loads(SCHEMA.read_text("utf-8")) == report_schema(), "run: make compile"


@pytest.mark.parametrize("verdict", ["pass", "warn", "fail", "unknown"])
def test_reports_keep_to_the_schema(verdict):
    data = json.loads(render(report(finding(verdict=verdict)), "json"))
    jsonschema.validate(data, report_schema())
    assert render(validated(data), "json") == render(report(finding(verdict=verdict)), "json")


def test_the_schema_refuses_what_is_no_report():
    data = json.loads(render(report(finding()), "json"))
    data["documents"][0]["checks"][0]["verdict"] = "maybe"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, report_schema())


def test_coverage_counts_what_was_checked_and_what_could_have_been():
    """A year that no rule looked at is no number that was checked."""
    text = "In 2019 the 180 parks, in 2020 70%."
    spans = [("2019", "year"), ("180", "count"), ("2020", "year"), ("70%", "percent")]
    quantities = tuple(quantity(text, words, kind) for words, kind in spans)
    check = Check("r", "error", "pass", "m", "a == b", (evidence(text, "a", "2020", None), evidence(text, "b", "70%", None)))
    document = document_report(_extraction(text, *quantities), Judgement((check,), (), (Unchecked(1, "no-relation"),)))
    assert (document.quantities, document.checked, len(document.unchecked)) == (3, 2, 1)


# ---------------------------------------------------------------- decimals


@given(st.fractions(), st.fractions(min_value=0))
def test_ends_are_rounded_outward(lo, width):
    low, high = ends(Interval(lo, lo + width))
    assert F(low) <= lo and lo + width <= F(high)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-(10**9), max_value=10**9))
def test_decimals_as_written_stay_as_they_are(x):
    assert F(outward(F(x), -1)) == F(outward(F(x), 1)) == F(x)


def test_rounding_costs_little_of_a_narrow_interval():
    x, width = F(10**12, 3), F(1, 10**3)
    low, high = ends(Interval(x, x + width))
    assert F(high) - F(low) < width * F(102, 100)


def test_unbounded_ends_are_null():
    assert ends(Interval(None, F(5))) == (None, "5") and ends(None) == (None, None)


@pytest.mark.parametrize("x", [F(10) ** 6000, F(10) ** 6000 / 7, F(1, 7 * 10**6000), -(F(10) ** 6000)])
def test_sizes_beyond_all_bounds_are_no_error(x):
    assert outward(x, -1) and outward(x, 1)
    json.dumps(json_number(x))


@pytest.mark.parametrize(("x", "shown"), [(F(467, 5), "93.4"), (F(84, 10) * 10**12, "8400000000000"), (F(1, 3), "0.3333333333333333"), (None, "null")])
def test_values_are_json_numbers(x, shown):
    assert json.dumps(json_number(x)) == shown


# ---------------------------------------------------------------- places and fingerprints


@given(st.text("a\r\n\x85\u2028é", max_size=30), st.data())
def test_lines_and_columns_lead_back_to_the_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    starts = line_starts(text)
    number, column = place(starts, offset)
    assert starts[number - 1] + column - 1 == offset


def test_a_fingerprint_survives_edits_elsewhere():
    moved = "A new line.\n\n" + TEXT.replace("\r\n", "  ")
    [before], [after] = fingerprints(TEXT, (finding(),)), fingerprints(moved, (finding(moved),))
    assert before == after


def test_a_fingerprint_tells_findings_apart():
    other = TEXT.replace("70%", "71%")
    changed = Check("share-of-total", "error", "fail", "", "", (evidence(other, "share", "71%", None),))
    ids = [*fingerprints(TEXT, (finding(), finding())), *fingerprints(other, (changed,))]
    assert len(set(ids)) == 3


# ---------------------------------------------------------------- text


def test_the_text_report_shows_the_numbers_where_they_stand():
    shown = render(report(finding()), "text")
    assert shown.splitlines()[:13] == [
        "parks.txt",
        "  3:8      fail    share-of-total",
        "    144 of 180 is 80%, but the text says 70%.",
        "    3 | Of the 180 parks, 144,",
        "      |        ^^^        ^^^",
        "      |        whole      part",
        "    4 | or 70%, are open. There are 7 gates.",
        "      |    ^^^",
        "      |    share",
        "    rule     share == part / whole",
        "    assumed  all is 100 percent (a whole)",
        "    implied  share is 80 percent",
        "    try      80% for 70%",
    ]
    assert shown.endswith("1 fail, 0 warn, 0 pass, 0 unknown; 3 of 4 numbers checked (75%) in 1 document; not read: b.txt\n")


def test_passes_and_reasons_are_shown_on_demand():
    found = report(finding(verdict="pass", by="exact"))
    assert "share-of-total" not in render(found, "text")
    assert "share-of-total" in (shown := render(found, "text", verbose=True))
    assert "1 number: no claim" in shown and "closed parks: at least 0.333333 park" in shown


def test_notes_are_shown():
    assert "note: not UTF-8" in render(report_of((_with_note(),), ()), "text")


def _with_note():
    document = read_text("a.txt", b"\x80 5")
    return document_report(Extraction(document, Tokens([], [], []), (), (), "en"), Judgement((), (), ()))


def test_a_long_line_is_cut_to_windows():
    text = "word " * 60 + "of 180 parks " + "word " * 60 + "only 70% of them " + "word " * 60
    rows = excerpt(text, [(at := text.index("180"), at + 3, "whole"), (at := text.index("70%"), at + 3, "share")])
    assert all(len(row.shown) <= 104 for row in rows)
    marked = [row.shown[m.column : m.column + m.width] for row in rows for m in row.marks]
    assert marked == ["180", "70%"]


def test_marks_stand_under_wide_characters():
    [row] = excerpt("日本 180", [(3, 6, "whole")])
    assert row.marks[0].column == columns_of("日本 ") == 5


@given(st.text("a 5.\n\r\t日\u0301", max_size=250), st.data())
def test_every_span_is_marked_once(text, data):
    visible = [at for at, c in enumerate(text) if not c.isspace()]
    pairs = data.draw(st.lists(st.tuples(*[st.sampled_from(visible)] * 2), max_size=5)) if visible else []
    spans = [(min(pair), max(pair) + 1, "x") for pair in pairs]
    assert sum(len(row.marks) for row in excerpt(text, spans)) == len({(start, end) for start, end, _ in spans})


# ---------------------------------------------------------------- extract


@pytest.mark.parametrize(
    ("kind", "unit", "sense", "shown"),
    [("number", None, "range", "range"), ("number", None, "bound", "bound"), ("percent", "percent", "range", "percent"),
     ("count", "park", "bound", "count"), ("number", None, "hedged", "number")],
)  # fmt: skip
def test_bare_ranges_and_bounds_say_so(kind, unit, sense, shown):
    given = quantity("5 to 7", "5 to 7", kind, None, unit=unit, sense=sense, low=F(5), high=F(15, 2))
    [record] = json.loads(line(_extraction("5 to 7", given)))["quantities"]
    assert record["kind"] == shown


def test_the_fields_of_an_extracted_quantity():
    given = quantity("about 93.4%", "93.4%", "percent", F(467, 5), unit="percent", approx="about", change="up")
    assert json.loads(line(_extraction("about 93.4%", given))) == {
        "path": "a.txt",
        "quantities": [{"text": "93.4%", "start": 6, "end": 11, "value": 93.4, "low": None, "high": None,
                        "unit": "percent", "kind": "percent", "approx": "about", "change": "up"}],
    }  # fmt: skip


def _extraction(text: str, *quantities: Quantity) -> Extraction:
    return Extraction(read_text("a.txt", text.encode()), Tokens([], [], []), (), quantities, "en")
