"""The page for editors: complete without its script, and nothing from a document is anything but text.

How it behaves in a browser is tested in `test_html_in_browser.py`.
"""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_build import TEXT, accepted, finding, report
from test_report_formats import nasty

from checker.model import Check, Evidence, Extraction, Judgement, Tokens
from checker.reading import read_text
from checker.reporting import render
from checker.reporting.build import document_report
from checker.reporting.discreet import without_quotes
from checker.reporting.html_report import shown
from checker.reporting.marked_text import marked_lines, pieces
from checker.reporting.number_line import drawn
from checker.reporting.report import ImpliedReport, report_of

VOID = {"meta", "rect", "line", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """The elements of a page and its visible text; a tag that is not closed in order is an error."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.text = [], [], ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.text += data


def page(found) -> Page:
    return Page(render(found, "html"))


@pytest.mark.parametrize("found", [report(), report(finding()), nasty(), accepted(nasty()), report_of((), ()), without_quotes(nasty())])
def test_the_page_is_well_formed_and_its_links_lead_somewhere(found):
    elements = page(found).elements
    ids = [a["id"] for _, a in elements if "id" in a]
    assert len(set(ids)) == len(ids)
    for tag, attributes in elements:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "action")]
        if tag == "a":
            target = attributes["href"].removeprefix("#")
            assert target in ids or not found.quoted


def test_nothing_is_loaded_and_only_its_own_script_runs():
    html = render(nasty(), "html")
    [policy] = [a["content"] for tag, a in Page(html).elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert html.count("<script>") == html.count("<style>") == 1
    assert not re.search(r"https?://(?!www\.w3\.org)(?!a\.b)", html)


def test_a_hostile_document_is_shown_as_text():
    found = page(nasty())
    assert '⟨U+202E⟩<script>alert("1")</script> ]]> &amp;' in found.text
    assert "\u202e" not in found.text and "\x1b" not in found.text
    assert [tag for tag, _ in found.elements].count("script") == 1


def test_the_text_is_all_there_and_every_number_is_marked():
    found = page(report(finding()))
    marks = {a["id"]: a for tag, a in found.elements if tag == "a" and a.get("class", "").startswith("n ")}
    assert {key: a["class"] for key, a in marks.items()} == {"d0n14": "n fail", "d0n25": "n fail", "d0n34": "n fail", "d0n59": "n unchecked"}
    assert all(line in found.text for line in TEXT.splitlines())


def test_a_card_shows_rule_numbers_edits_and_reasons():
    text = page(report(finding(), finding(verdict="unknown", reason="missing-role"))).text
    for words in ("A share must be its part of the whole", "Any two of them fix the third.", "share == part / whole", "80% for 70%",
                  "missing-role", "closed parks", "at least 0.333333 park", "no claim that others must agree with"):  # fmt: skip
        assert words in text


def test_a_page_without_quotes_has_no_text_to_show():
    found = page(without_quotes(report(finding())))
    assert "text" not in [a.get("class") for _, a in found.elements]
    assert "180" in found.text and "parks," not in found.text


def test_several_documents_have_a_list():
    one = report(finding())
    both = report_of((*one.documents, replace(one.documents[0], path="second.txt")), (), one.rules)
    assert [a["href"] for tag, a in page(both).elements if tag == "a" and re.fullmatch(r"#d\d", a.get("href", ""))] == ["#d0", "#d1"]


# ---------------------------------------------------------------- the marked text


def document_of(text: str, spans: list[tuple[int, int]]):
    checks = tuple(Check("r", "error", "fail", "m", "a == b", (Evidence("a", start, end),)) for start, end in spans)
    return document_report(Extraction(read_text("a.txt", text.encode()), Tokens([], [], []), (), (), "en"), Judgement(checks, (), ()))


@given(st.text("a5<\n\r", max_size=30), st.data())
def test_overlapping_spans_are_cut_apart_and_no_character_is_lost(text, data):
    ends = st.integers(0, len(text))
    spans = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=5))]
    document = document_of(text, spans)
    found = pieces(document)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))
    covered = {at for piece in found for at in range(piece.start, piece.end)}
    assert covered == {at for start, end in spans for at in range(start, end)}
    html = Page(marked_lines("d0", document, shown))
    assert html.text.replace("\n", "") == document.source.replace("\n", "").replace("\r", "")


def test_the_worst_verdict_gives_a_number_its_colour():
    document = report(finding(verdict="pass"), finding(verdict="fail"), finding(verdict="unknown")).documents[0]
    assert [piece.checks for piece in pieces(document)] == [(1, 2, 0)] * 3 + [()]
    assert 'class="n fail"' in marked_lines("d0", document, shown)


# ---------------------------------------------------------------- the number line


def line_of(low, high, stated=("69.5", "70.5"), unit="percent") -> str:
    check = report(finding()).documents[0].checks[0]
    evidence = tuple(replace(e, low=stated[0], high=stated[1]) if e.role == "share" else e for e in check.evidence)
    return drawn(replace(check, evidence=evidence, implied=ImpliedReport("share", low, high, False, False, unit)), shown)


def bars(svg: str) -> dict[str, tuple[float, float]]:
    found = re.findall(r'<rect class="(\w+)" x="([\d.]+)" y="\d+" width="([\d.]+)"', svg)
    return {kind: (float(x), float(x) + float(width)) for kind, x, width in found}


def test_the_line_shows_both_intervals_where_they_lie():
    found = bars(line_of("80", "82"))
    assert found["stated"][1] < found["implied"][0] and found["implied"][1] < 360
    found = bars(line_of("70", "75"))
    assert found["stated"][0] < found["implied"][0] < found["stated"][1] < found["implied"][1]


def test_what_has_no_bound_runs_to_the_edge():
    assert bars(line_of("80", None))["implied"][1] == 346 and "≥ 80" in line_of("80", None)
    assert bars(line_of(None, "60"))["implied"][0] == 14 and "≤ 60" in line_of(None, "60")


@pytest.mark.parametrize("ends", [(None, None), ("1" + "0" * 400, None), ("1" + "0" * 400, "2" + "0" * 400)])
def test_what_cannot_be_drawn_is_not(ends):
    assert line_of(*ends) == ""


def test_other_units_are_not_put_on_one_line():
    assert set(bars(line_of("0.8", "0.9", unit="USD"))) == {"implied"}


@given(st.decimals(-(10**12), 10**12, places=3), st.decimals(0, 10**6, places=3), st.decimals(-(10**12), 10**12, places=3))
def test_the_strokes_stay_on_the_paper(low, width, stated):
    for left, right in bars(line_of(f"{low:f}", f"{low + width:f}", (f"{stated:f}", f"{stated:f}"))).values():
        assert 0 <= left < right <= 360


def test_an_interval_without_figures_draws_nothing():
    assert drawn(report(replace(finding(), implied=None)).documents[0].checks[0], shown) == ""
