"""Words and sentences with their places."""

from hypothesis import given
from hypothesis import strategies as st

from checker.extracting.sentences import split_sentences
from checker.extracting.tokens import tokenize
from checker.language import load_pack, split_words
from checker.model import Block, Document

PACK = load_pack("en")


def sentences(text, *blocks):
    document = Document("x", text, "", blocks or (Block(0, len(text), "paragraph"),))
    tokens = tokenize(text)
    return [" ".join(tokens.words[s.first : s.last]) for s in split_sentences(document, tokens, PACK)]


def test_words():
    assert tokenize("Year-on-year, China’s 5pct rose 12½%").words == [
        "year", "-", "on", "-", "year", ",", "china", "'s", "5", "pct", "rose", "12", "½", "%",
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_words_cover_all_that_is_visible(text):
    tokens = tokenize(text)
    assert [text[a:b].lower().replace("’", "'").replace("‐", "-") for a, b in zip(tokens.starts, tokens.ends)] == tokens.words
    rest = list(text)
    for start, end in zip(tokens.starts, tokens.ends):
        rest[start:end] = " " * (end - start)
    assert not "".join(rest).strip()
    assert all(a <= b for a, b in zip(tokens.ends, tokens.starts[1:]))


def test_packs_are_split_like_texts():
    assert split_words("Per cent of the U.S. total’s") == tuple(tokenize("per cent of the u.s. total's").words)


def test_sentences_end_at_stops_but_not_at_abbreviations():
    text = "Mr. J. Smith paid 3.5 million. It was No. 7 of them! “Was it?” He left."
    assert len(sentences(text)) == 4


def test_sentences_end_at_blocks_but_not_at_the_wrapped_lines_of_an_item():
    text = "A heading\n\n- one item\n  of two lines\n- another item\n"
    at = text.index("- another")
    blocks = (Block(0, 9, "heading"), Block(11, at, "item"), Block(at, len(text), "item"))
    assert sentences(text, *blocks) == ["a heading", "- one item of two lines", "- another item"]


@given(st.text(alphabet="aA .!?\n\"'5", max_size=120))
def test_every_word_belongs_to_one_sentence(text):
    document = Document("x", text, "", (Block(0, len(text), "paragraph"),))
    tokens = tokenize(text)
    found = split_sentences(document, tokens, PACK)
    assert [i for s in found for i in range(s.first, s.last)] == list(range(len(tokens.words)))
