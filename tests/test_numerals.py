"""Every style in which the pack can write a value gives the value back."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extracting import extract
from checker.language import load_pack
from checker.model import Block, Document

PACK = load_pack("en")
NUMERALS = PACK.data["numerals"]
SMALL = {value: word for word, value in reversed(NUMERALS["small"].items())}
TENS = {value: word for word, value in reversed(NUMERALS["tens"].items())}
SCALES = [(10**9, "billion"), (10**6, "million"), (1000, "thousand")]


def read(text):
    document = Document("x", text, "", (Block(0, len(text), "paragraph"),))
    return [q for q in extract(document, PACK).quantities if q.kind not in ("year", "date", "identifier")]


def grouped(n, mark=","):
    return f"{n:,}".replace(",", mark)


def indian(n):
    head, tail = str(n)[:-3], str(n)[-3:]
    parts = []
    while head:
        parts.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*parts, tail])


def spelled(n, joiner=" and "):
    for scale, word in SCALES:
        if n >= scale:
            rest = spelled(n % scale, joiner) if n % scale else ""
            return f"{spelled(n // scale, joiner)} {word}" + (f"{joiner if n % scale < 100 else ' '}{rest}" if rest else "")
    if n >= 100:
        return f"{SMALL[n // 100]} hundred" + (f"{joiner}{spelled(n % 100)}" if n % 100 else "")
    if n in SMALL:
        return SMALL[n]
    return TENS[n // 10 * 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")


STYLES = [
    ("plain", lambda n: str(n)),
    ("commas", grouped),
    ("thin spaces", lambda n: grouped(n, "\u2009")),
    ("spaces", lambda n: grouped(n, " ")),
    ("Indian", lambda n: indian(n) if n >= 1000 else str(n)),
    ("words", spelled),
    ("words without and", lambda n: spelled(n, " ")),
]


@pytest.mark.parametrize("write", [style for _, style in STYLES], ids=[name for name, _ in STYLES])
@settings(max_examples=150, deadline=None)
@given(n=st.integers(2, 10**7))
def test_whole_numbers_in_every_style(write, n):
    (found,) = read(f"We saw {write(n)} zebras there.")
    assert (found.value, found.unit, found.kind) == (n, "zebra", "count")


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 6), st.sampled_from([".", "·"]))
def test_decimals_keep_their_digits(n, digits, point):
    text = f"{n // 10**digits}{point}{n % 10**digits:0{digits}d}"
    (found,) = read(f"It weighed {text} kg then.")
    assert (found.value, found.place, found.unit) == (Fraction(n, 10**digits), Fraction(1, 10**digits), "kilogram")


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 9999), st.sampled_from(sorted(set(NUMERALS["scales"]) - set(NUMERALS["letters"]) - set(NUMERALS["vague"]))))
def test_scales_multiply(n, scale):
    (found,) = read(f"It cost £{n / 100:.2f} {scale} then.")
    worth = NUMERALS["scales"][scale]
    assert (found.value, found.place, found.unit) == (Fraction(n * worth, 100), Fraction(worth, 100), "GBP")


@pytest.mark.parametrize("over, word, under", [(1, "third", 3), (2, "thirds", 3), (3, "quarters", 4), (4, "fifths", 5), (7, "eighths", 8)])
@pytest.mark.parametrize("gap", ["-", " "])
def test_fractions_in_words(over, word, under, gap):
    (found,) = read(f"It used {SMALL[over]}{gap}{word} of the land.")
    assert (found.value, found.kind, found.sense) == (Fraction(over, under), "ratio", "exact")


@given(st.integers(0, 40), st.integers(1, 15), st.sampled_from([2, 4, 8, 16]))
def test_mixed_fractions(whole, over, under):
    if over >= under:
        return
    text = f"{whole}-{over}/{under}" if whole else f"{over}/{under}"
    (found,) = read(f"It closed at {text} pct.")
    assert (found.value, found.unit, found.place) == (whole + Fraction(over, under), "percent", None)


@pytest.mark.parametrize(
    "text, value",
    [
        ("the decimal comma: 3.400.512,75 euros", "3400512.75"),
        ("6.3x10-4 kg", "0.00063"),
        ("4×10⁶ cells", "4000000"),
        ("nine point nought four", "9.04"),
        ("three million and a half parcels", "3500000"),
        ("half a dozen eggs", "6"),
        ("one billion and three quarters million", "1000750000"),
        ("-7.5 km", "-7.5"),
        (".08 mm", "0.08"),
        ("twenty-three fifths", "4.6"),
    ],
)
def test_further_styles(text, value):
    (found,) = read(text)
    assert found.value == Fraction(value)


@pytest.mark.parametrize("text", ["B747 jets", "1.2.3 is out", "a 3D film", "the F-22 flew", "1,475,0000 tonnes", "9" * 60])
def test_names_and_noise_are_no_numbers(text):
    assert not [q for q in read(text) if q.kind not in ("identifier", "ordinal")]
