"""What changes nothing in what a text says changes no verdict: how numbers are grouped or scaled, idle sentences before
and after, where lines break, and the ending of the file's name."""

import re
import textwrap
from dataclasses import replace

from strategies import checks_on, english, figures, of_each_rule, rule_examples, stated, verdicts

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
    assert verdicts(after) == verdicts(stated(example.text)), (example.name, changed, told)


def opens_with_headline(example):
    """A headline is one by its place: on a line of its own, or in capitals in front of its story."""
    return read_text("example.md", example.text.encode("utf-8")).blocks[0].kind == "heading" or example.text[:12].isupper()


def ungrouped(match):
    digits = match.group().replace(",", "")
    return match.group() if int(digits) in YEARS else digits


@of_each_rule(e for e in EXAMPLES if GROUPED.sub(ungrouped, e.text) != e.text)
def test_thousands_may_be_grouped_or_not(examples):
    for example in examples:
        assert_same(GROUPED.sub(ungrouped, example.text), example)


def intervals(text):
    quantities = extract(read_text("example.md", text.encode("utf-8")), english()[0]).quantities
    return [(q.kind, reading(q).interval, reading(q).wide, reading(q).truncated) for q in quantities]


@of_each_rule(e for e in EXAMPLES if SCALED.search(e.text))
def test_a_scale_may_be_written_out_where_that_says_the_same(examples):
    """5 million and 5,000,000 are as precise; 500 million and 500,000,000 are not: zeros may be rounding."""
    for example, match in ((e, m) for e in examples for m in SCALED.finditer(e.text)):
        whole, _, decimals = match.group(1).partition(".")
        written = f"{int(whole + decimals) * SCALES[match.group(2)] // 10 ** len(decimals):,}"
        changed = example.text[: match.start()] + written + example.text[match.end() :]
        if intervals(changed) == intervals(example.text):
            assert_same(changed, example)


def between_idle(example, gap):
    """The example with something idle in front of it and behind it; only behind what opens with a headline."""
    before = "" if opens_with_headline(example) else IDLE + gap
    return f"{before}{example.text}{gap}{IDLE}"


@of_each_rule(EXAMPLES)
def test_idle_paragraphs_change_nothing(examples):
    for example in examples:
        assert_same(between_idle(example, "\n\n") + "\n", example)


@of_each_rule(PROSE)
def test_idle_sentences_of_the_same_paragraph_change_nothing(examples):
    for example in examples:
        assert_same(between_idle(example, " "), example)


@of_each_rule(e for e in EXAMPLES if e not in PROSE)
def test_line_ends_of_other_systems_change_nothing(examples):
    for example in examples:
        assert_same(example.text.replace("\n", "\r\n"), example)


@of_each_rule(PROSE)
def test_where_prose_is_wrapped_changes_nothing(examples):
    """Each width with either line end, turn about: what one example is wrapped with at a width, the next is not."""
    turns = ((number + turn, width, example) for number, example in enumerate(examples) for turn, width in enumerate((40, 61, 72)))
    for turn, width, example in turns:
        lines = textwrap.wrap(example.text, width, break_long_words=False, break_on_hyphens=False)
        if any(line.startswith("- ") for line in lines):
            continue  # which makes a list item of it
        assert_same("\n".join(lines) if turn % 2 else "\r\n".join(lines) + "\r\n", example)


@of_each_rule(EXAMPLES)
def test_text_and_markdown_are_read_alike(examples):
    """Where the reader makes the same document of both, no stage can tell them apart: none asks for the name."""
    for example in examples:
        plain, marked = (read_text(f"example.{ending}", example.text.encode("utf-8")) for ending in ("txt", "md"))
        if replace(plain, path=marked.path) != marked:
            assert_same(example.text, example, "example.txt")
