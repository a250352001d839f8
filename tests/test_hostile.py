"""No text is an exception, and none takes more than its length is worth.

The whole pipeline on arbitrary Unicode and on shapes that invite loops over pairs. The calls that a text takes are compared
with those of one two or four times as long: as many times as many where all is linear, four or sixteen where a step is quadratic.
"""

from dataclasses import replace

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import checks_on, english, rule_examples

from checker.extracting import extract
from checker.pipeline import check
from checker.reading import read_text
from checker.reading.blocks import split

SIZES = ((2_000, 1.1), (5_000, 1.25))  # characters, and the margin that shows the same quadratic step at either


def filled(piece):
    return lambda n: (piece * (n // len(piece) + 1))[:n]


def counted(piece, joint=" "):
    """Pieces that differ: `piece` gets a number and a name."""
    width = len(joint) + len(piece(99, name(99)))
    return lambda n: joint.join(piece(i, name(i)) for i in range(n // width))


def name(i):
    letters = "q"
    while i:
        i, rest = divmod(i, 26)
        letters += chr(ord("a") + rest)
    return letters


TABLE = "| Name | 2019 | 2020 | Change |\n|---|---|---|---|\n"
SHAPES = {
    "commas": filled(","), "digits": filled("7"), "digits and commas": filled("1,"), "groups": filled("1,000,"),
    "points": filled("5."), "slashes": filled("5/"), "hyphens": filled("5-"), "colons": filled("5:"), "percents": filled("5% "),
    "percent signs": filled("%"), "dollars": filled("$5"), "open": filled("("), "closed": filled(")"),
    "nested": lambda n: "(" * (n // 2) + "5" + ")" * (n // 2), "nested kinds": filled("([{5}])"), "bars": filled("|5"), "spaces": filled(" "),
    "line ends": filled("\n"), "right to left": filled("ارتفعت 5٪ إلى ١٢٣ "), "emoji": filled("😀👩‍👩‍👧 5% "), "NUL": filled("a\0b 5 "),
    "combining": filled("e\u0301\u0302 5 "), "letters": filled("a"), "stars": filled("**5** "), "tags": filled('<a href="5">'), "ticks": filled("`5"),
    "codes": filled("A1-"), "indents": filled(" " * 50 + "5\n"), "fences": filled("```\n5\n"), "number words": filled("five hundred and six "),
    "numbers": filled("17, 18 "), "one line of changes": filled("sales rose 5% to $4.5 million from $4.3 million and "),
    "one line of shares": filled("156 of the 167 zones, or 93.4%, "), "one line of labels": filled("headache in 40 (25.0%), "),
    "one line of rests": filled("5 red, the other 6 blue, "), "one line of totals": filled("a total of 50: 20 red, 30 blue, "),
    "sentences": filled("Of the 167 zones 156, or 93.4%, were open. "), "dates": filled("5 May 2010, "), "scores": filled("won 5-4, lost 3-2, "),
    "list": lambda n: "Six kinds: " + filled("a, b and c, ")(n), "items": lambda n: "Six kinds:\n" + filled("- item 5\n")(n),
    "deep table": lambda n: TABLE + counted(lambda i, name: f"| {name} | {i} | {i + 9} | {i % 90}% |\n", "")(n),
    "wide table": lambda n: "| " + "12 | " * (n // 10) + "\n| " + "13 | " * (n // 10) + "\n", "tab table": filled("Row\t12\t13\t25%\n"),
    "tables": counted(lambda i, name: f"See {i}.\n\n| Town | A |\n|---|---|\n| {name} | {i} |\n| Total | {i} |", "\n\n"),
    "table and prose": lambda n: TABLE + counted(lambda i, name: f"| {name} | {i} | {i + 9} | {i % 90}% |\n", "")(n // 2) + "\n" + counted(lambda i, name: f"{name.title()} had {i}.")(n // 2),
    "names": counted(lambda i, name: f"The {name} mill makes {i % 90}% of {name} output."),
    "shares of names": counted(lambda i, name: f"Their share of {name} trade rose from 5% to {i % 90}%."),
    "references": counted(lambda i, name: f"There were {i + 50} boats. Of these, {i % 40 + 3} sank. The {i + 50} were old."),
    "measures": counted(lambda i, name: f"{name.title()} turnout was {i % 90}%, the turnout of {i % 80}%."),
    "numbered names": counted(lambda i, name: f"They saw {name.title()} {i % 90} sinking then."),
    "headings": counted(lambda i, name: f"# {name} {i}\n\nWe have {i} {name} here.", "\n\n"),
}  # fmt: skip


EXAMPLES = [e.text.strip() for e in rule_examples(("consistent", "inconsistent"), 1)]
STORIES = [e.text.strip() for e in rule_examples(("inconsistent",), 1)]  # the consistent ones are told in the same words
TOLD = {
    "in one paragraph": filled(" ".join(STORIES)),
    "in paragraphs": filled("\n\n".join(STORIES)),
    "in one line": filled(", ".join(e.rstrip(".!?").replace(". ", ", ").replace("\n", " ") for e in STORIES)),
}


ODD = (
    "It has three more states, 30 U.S. trade barriers, 12 left-wing and 4 so-called newly built parts, two phase II trials (98 (49%) patients). ",
    "Sales were $4.5 million to 5.6 mln, up 3-1/2 pct or 5 ft 10 in, 13.5/1,000; ½ to ⅔ of 1.2 x 10^-5 kg m-2 s-1, 6'2\", −40 °C ± 0.5. ",
    "One for two, two-thirds of a hundred and fifth, half a dozen, a dollar a barrel, £9m/€8bn, 12 cts vs 1.2.3.4, nos. 1, 2(b) and III. ",
    "On 3/4/87, May 5-6 1990 at 5:30 p.m., Q1 2014, 1986/87, the '90s, won 5-4, 2h 30m later, 95% CI [-0.3 to -.1]; P<0.05, n=7. ",
    "Of the 40, 10 (25%) rose by 2 percentage points, twofold, 5 times as much as 1-in-7; up 6 from 4 and 2 per 100,000 a year, 20+ men. ",
    "| $'000 | 2019 | (12) |\n|---|--:|---|\n| A | 1,234.5) | - |\n\n- item 5\n1. http://a.b/5?q=6 #42 §3.11.2 555-0142",
)


def judged(text):
    """The pipeline on a text as it stands: NULs and all, which the reader would refuse."""
    document = replace(read_text("x.md", b""), text=text, blocks=split(text, markdown=True))
    return check(document, *english())


def growth(shape, size, longer):
    """The calls that so many times the text takes, as a multiple of what they are where all is linear."""
    short, long = shape(size), shape(longer * size)
    judged(short[:1000])  # tables are built on first use
    return calls(judged, long) / calls(judged, short) / longer


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_length(shape):
    """In a short text what is bounded may not have reached its bound yet: then the longer one tells."""
    assert any(growth(SHAPES[shape], size, 4) < margin for size, margin in SIZES)


@pytest.mark.parametrize("form", TOLD)
def test_work_grows_with_the_number_of_stories(form):
    assert growth(TOLD[form], len("".join(STORIES)), 2) < 1.25


@pytest.mark.parametrize("text", [",", "(", ")", "7", "%", "[](", "((", "| "], ids=repr)
def test_200_kilobytes_of_one_mark(text):
    judged(filled(text)(200_000))


@pytest.mark.parametrize("text", ["5%", "((5) ", "| 5 ", "$7 "], ids=repr)
def test_thousands_of_one_figure(text):
    judged(filled(text)(30_000))


def test_five_thousand_numbers_in_one_sentence():
    numbers = ", ".join(str(n) for n in range(5000))
    extraction, judgement = judged(f"The sizes are {numbers} and 5,001.")
    assert len(extraction.quantities) > 4900 and not [c for c in judgement.checks if c.verdict == "fail"]


@pytest.mark.parametrize("joint", [", ", " and "])
def test_two_thousand_numbered_names_in_one_list(joint):
    hills = joint.join(f"Hill {n}" for n in range(1, 2000))
    assert not [c for c in judged(f"The army fought at {hills}.")[1].checks if c.verdict == "fail"]


@pytest.mark.parametrize("text", ["We saw 80 boats. The", "Marks ran from 21 to 48. The", "Where doses are < = 100", "The mean was = 30"])
def test_a_text_may_break_off_behind_any_word_or_number(text):
    assert not [c for c in judged(text)[1].checks if c.verdict == "fail"]


def ranged(text, n):
    """The text with a range in place of its nth plain figure ("5,200" becomes "5,200-5,201"); itself where it has none."""
    plain = [q for q in extract(read_text("x.md", text.encode()), english()[0]).quantities if q.is_measure and q.value is not None and text[q.number_start : q.number_end].replace(",", "").isdecimal()]
    if not plain:
        return text
    end = plain[n % len(plain)].number_end
    digits = text[plain[n % len(plain)].number_start : end]
    return f"{text[:end]}-{digits[:-1]}{int(digits[-1]) + 1}{text[end:]}"


@given(st.sampled_from(EXAMPLES), st.integers(0, 20))
@settings(max_examples=150, deadline=None)
def test_a_range_may_stand_wherever_a_figure_may(text, n):
    judged(ranged(text, n))


@pytest.mark.parametrize(
    "text",
    [
        "The collection came to $8,000-9,000, of which $5,200 was given online and $3,250 in cash.",
        "Lend 4,000-4,500 crowns at 3% a year, compounded, and after two years you get back 4,244 crowns.",
        "The brass is made up of 62-64 pct copper, 33 pct zinc and 4 pct lead, and nothing else.",
        "In Holm 57% of all licences went to men while the remaining 43-44% went to women.",
        "The parish has 1,260 lanes. For a third of the lanes, 420-430 of them, nobody came forward.",
        "The court fined the yard 6-7% of its turnover. As that turnover was put at 300 million crowns, the penalty works out at 18 million.",
        "Of 260 people asked, 212 were taken on, 106 to each ward; the other 48-49 went home.",
    ],
)
def test_ranges_are_no_figures_to_reckon_with(text):
    judged(text)


def test_a_season_may_be_named_where_every_sentence_is_crowded():
    numbers = ", ".join(f"{n} tonnes of good wheat" for n in range(101, 200))
    judged(f"The first nine months it sold {numbers}.")


@pytest.mark.parametrize("text", [*ODD, *(text[::-1] for text in ODD)], ids=lambda text: text[:9])
def test_text_cut_off_anywhere_is_extracted(text):
    pack = english()[0]
    for at in range(len(text)):
        for part in (text[:at], text[at:]):
            found = extract(replace(read_text("x.md", b""), text=part, blocks=split(part, markdown=True)), pack)
            assert all(0 <= q.start < q.end <= len(part) for q in found.quantities)


@settings(max_examples=60)
@given(st.data())
def test_text_cut_on_both_sides_is_judged(data):
    text = " ".join(data.draw(st.permutations([*ODD, *EXAMPLES[:20]]))[:3])
    start = data.draw(st.integers(0, len(text)))
    judged(text[start : data.draw(st.integers(start, len(text)))])


WORDS = st.sampled_from(
    "of the rose fell from to by or in all total other rest % $ £ ( ) [ ] | , . ; : - – / + \n \n\n \t 5 17 1,000 4.5 93.4% $5m "
    "million half doubled one-fifth May 2010 Monday 5-4 No. about nearly than more 10^6 ½ ² ١٢ 😀 \u202e \u200d \0 '".split(" ")
)


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_judged(text):
    judged(text)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_heap_of_words_and_figures_is_judged(text):
    _, judgement = judged(text)
    for found in judgement.checks:
        assert all(0 <= e.start < e.end <= len(text) for e in found.evidence), found


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    from checker.errors import ReadError

    try:
        document = read_text("x.txt", data)
    except ReadError:
        return
    check(document, *english())


def test_nothing_is_said_of_nothing():
    assert checks_on("") == () and checks_on("\ufeff") == () and checks_on("\n \r\n\t") == ()
