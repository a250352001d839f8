"""What changes nothing in what a text says changes no verdict: how numbers are grouped or scaled, idle sentences before
and after, where lines break, and the ending of the file's name."""

import re
import textwrap
from dataclasses import replace

import pytest
from strategies import checks_on, english, figures, named, rule_examples, stated, verdicts

from checker.extracting import extract
from checker.reading import read_text
from checker.rounding import reading

EXAMPLES = rule_examples()
PROSE = tuple(e for e in EXAMPLES if "\n" not in e.text.strip())
GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![,.]?\d)")
SCALED = re.compile(r"(?<![\d.,/-])(\d+(?:\.\d+)?) (thousand|million|billion|trillion)\b(?!-)")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
YEARS = range(1000, 3000)  # what has four digits and no comma may be a year
IDLE = "The weather stayed mild and the streets were quiet."


def assert_same(changed, example, name="example.md"):
    after = checks_on(changed, name)
    told = [(c.rule, c.verdict, figures(c, changed), c.message) for c in after]
    assert verdicts(after) == verdicts(stated(example.text)), (changed, told)


def opens_with_headline(example):
    """A headline is one by its place: on a line of its own, or in capitals in front of its story."""
    return read_text("example.md", example.text.encode("utf-8")).blocks[0].kind == "heading" or example.text[:12].isupper()


def ungrouped(match):
    digits = match.group().replace(",", "")
    return match.group() if int(digits) in YEARS else digits


@pytest.mark.parametrize("example", [e for e in EXAMPLES if GROUPED.sub(ungrouped, e.text) != e.text], ids=named)
def test_thousands_may_be_grouped_or_not(example):
    assert_same(GROUPED.sub(ungrouped, example.text), example)


def intervals(text):
    quantities = extract(read_text("example.md", text.encode("utf-8")), english()[0]).quantities
    return [(q.kind, reading(q).interval, reading(q).wide, reading(q).truncated) for q in quantities]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if SCALED.search(e.text)], ids=named)
def test_a_scale_may_be_written_out_where_that_says_the_same(example):
    """5 million and 5,000,000 are as precise; 500 million and 500,000,000 are not: zeros may be rounding."""
    for match in SCALED.finditer(example.text):
        whole, _, decimals = match.group(1).partition(".")
        written = f"{int(whole + decimals) * SCALES[match.group(2)] // 10 ** len(decimals):,}"
        changed = example.text[: match.start()] + written + example.text[match.end() :]
        if intervals(changed) == intervals(example.text):
            assert_same(changed, example)


def between_idle(example, gap):
    """The example with something idle in front of it and behind it; only behind what opens with a headline."""
    before = "" if opens_with_headline(example) else IDLE + gap
    return f"{before}{example.text}{gap}{IDLE}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_idle_paragraphs_change_nothing(example):
    assert_same(between_idle(example, "\n\n") + "\n", example)


@pytest.mark.parametrize("example", PROSE, ids=named)
def test_idle_sentences_of_the_same_paragraph_change_nothing(example):
    assert_same(between_idle(example, " "), example)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e not in PROSE], ids=named)
def test_line_ends_of_other_systems_change_nothing(example):
    assert_same(example.text.replace("\n", "\r\n"), example)


@pytest.mark.parametrize("number, example", list(enumerate(PROSE)), ids=map(named, PROSE))
def test_where_prose_is_wrapped_changes_nothing(number, example):
    """Each width with either line end, turn about: what one example is wrapped with at a width, the next is not."""
    for turn, width in enumerate((40, 61, 72), number):
        lines = textwrap.wrap(example.text, width, break_long_words=False, break_on_hyphens=False)
        if any(line.startswith("- ") for line in lines):
            continue  # which makes a list item of it
        assert_same("\n".join(lines) if turn % 2 else "\r\n".join(lines) + "\r\n", example)


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_text_and_markdown_are_read_alike(example):
    """Where the reader makes the same document of both, no stage can tell them apart: none asks for the name."""
    plain, marked = (read_text(f"example.{ending}", example.text.encode("utf-8")) for ending in ("txt", "md"))
    if replace(plain, path=marked.path) != marked:
        assert_same(example.text, example, "example.txt")
