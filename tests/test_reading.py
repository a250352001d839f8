"""Reading: decoding, offsets, blocks, and which files a folder holds."""

import codecs

import pytest
from effort import calls
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import ReadError, UsageError
from checker.reading import endings, read, read_text
from checker.reading.blocks import split
from checker.reading.discovery import discover

# Any text that a file can hold: no NULs (those are refused) and no lone surrogates.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)
LAYOUTS = st.lists(
    st.sampled_from(["Sales rose", " 5.0", "\n", "\n\n", "\r\n", "    ", "\t", "- ", "1. ", "a) ", "# ", "|", "  ", ".", "---", "\x0c"]),
    max_size=40,
).map("".join)


def blocks(text: str, **options) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in split(text, **options)]


# ---------------------------------------------------------------- decoding


@pytest.mark.parametrize(
    "data",
    [
        "Süd: 5 €.".encode(),
        codecs.BOM_UTF8 + "Süd: 5 €.".encode(),
        codecs.BOM_UTF16_LE + "Süd: 5 €.".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Süd: 5 €.".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Süd: 5 €.".encode("utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_counted(data):
    document = read_text("a.txt", data)
    assert (document.text, document.notes) == ("Süd: 5 €.", ())


def test_what_is_not_utf_8_is_windows_1252_and_says_so():
    document = read_text("a.txt", b"\x93Sales\x94 of \x80 5m \x81")
    assert document.text == "“Sales” of € 5m \ufffd"
    assert document.notes == ("not UTF-8: read as Windows-1252",)


def test_damaged_utf_16_is_read_and_says_so():
    assert "damaged" in read_text("a.txt", codecs.BOM_UTF16_LE + b"5\x00\x00").notes[0]


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"5\x000\x00", codecs.BOM_UTF8 + b"\x00"])
def test_binary_data_is_refused(data):
    with pytest.raises(ReadError, match="not text"):
        read_text("a.txt", data)


def test_the_ending_decides_and_an_unknown_one_is_refused():
    assert read_text("A.TXT", b"x").text == read_text("README", b"x").text == "x"
    with pytest.raises(ReadError, match=r"no reader for \.docx.*\.md, \.txt"):
        read_text("a.docx", b"x")


def test_a_line_end_of_two_characters_stays_two():
    assert read_text("a.txt", b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@given(TEXTS)
def test_any_text_comes_back_as_it_was_written(text):
    assert read_text("a.md", codecs.BOM_UTF8 + text.encode()).text == text


def test_a_missing_file_is_a_message(tmp_path):
    with pytest.raises(ReadError, match="cannot be read: no such file"):
        read(str(tmp_path / "none.txt"))


# ---------------------------------------------------------------- blocks


@given(TEXTS | LAYOUTS, st.booleans())
def test_every_visible_character_is_in_exactly_one_block(text, markdown):
    last = 0
    for block in split(text, markdown):
        assert not text[last : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip() != ""
        last = block.end
    assert not text[last:].strip()


def test_paragraphs_end_at_blank_lines():
    assert blocks("One rose\nby 5.\n \t\nTwo.\r\n\r\nThree.") == [
        ("paragraph", "One rose\nby 5."), ("paragraph", "Two."), ("paragraph", "Three."),
    ]  # fmt: skip


def test_newswire_paragraphs_start_with_an_indent():
    text = "WIDGETS INC 4TH QTR\n\nWidgets said sales\nrose.\n    It said profits\nfell.\n    Net 5 mln vs 4\n    Shrs 1.0 mln vs 1.1\n"
    assert blocks(text) == [
        ("heading", "WIDGETS INC 4TH QTR"),
        ("paragraph", "Widgets said sales\nrose."),
        ("paragraph", "It said profits\nfell."),
        ("paragraph", "Net 5 mln vs 4"),
        ("paragraph", "Shrs 1.0 mln vs 1.1"),
    ]


def test_a_paragraph_that_is_indented_as_a_whole_is_one():
    line = "    The board of the company said on Monday that it had agreed"
    assert len(blocks(f"{line}\n{line}\n    to 5 of them.")) == 1


@pytest.mark.parametrize("text", ["Results\n\nSales rose 5%.", "Results\nSales of the group rose by 5% in the year to the end of March."])
def test_a_short_line_that_stands_alone_is_a_heading(text):
    assert blocks(text)[0] == ("heading", "Results")


@pytest.mark.parametrize("text", ["Sales rose 5%", "Sales rose.\n\nThen fell.", "Sales were as follows:\n\n5"])
def test_what_heads_nothing_or_ends_a_sentence_is_no_heading(text):
    assert blocks(text)[0][0] == "paragraph"


def test_marked_headings():
    assert blocks("## Results for 2023.\nSales rose.\nTotals\n======\nFive.") == [
        ("heading", "## Results for 2023."),
        ("paragraph", "Sales rose.\nTotals"),
        ("furniture", "======"),
        ("paragraph", "Five."),
    ]
    assert blocks("Totals\n======\nFive.")[0] == ("heading", "Totals")


def test_list_items_keep_their_wrapped_lines():
    text = "Three kinds:\n- apples, of which\n  5 were green\n- pears\n\n1. plums\n2) figs\n(c) dates"
    assert blocks(text)[1:] == [
        ("item", "- apples, of which\n  5 were green"), ("item", "- pears"),
        ("item", "1. plums"), ("item", "2) figs"), ("item", "(c) dates"),
    ]  # fmt: skip


def test_a_wrapped_line_may_start_with_a_number():
    assert len(blocks("Sales of widgets rose from 10 to\n12. Profits fell from 9 to\n8.5 in the year to\nMarch.")) == 1


@pytest.mark.parametrize("row", ["| Sales | 5.0 |", "Sales | 5.0", "Sales\t5.0\t4.0", "Sales        5.0", "Sales  5.0  4.0  3.9"])
def test_table_rows_are_blocks(row):
    assert blocks(f"The table shows it.\n{row}\n{row}\n") == [
        ("paragraph", "The table shows it."), ("table", row), ("table", row),
    ]  # fmt: skip


def test_two_spaces_after_a_full_stop_are_no_table():
    assert blocks("Sales rose.  Profits fell.  Costs rose.")[0][0] == "paragraph"


def test_lines_that_the_writer_ended_are_kept_apart():
    text = "Contact: Jane Roe\nNext edition: June 2025\nSummary: sales of widgets rose by 5% in the year to the end of March."
    assert len(blocks(text)) == 3


def test_code_and_front_matter_in_markdown_alone():
    text = "---\ntitle: Five\n---\nSales.\n\n```\nx = 5\n\ny = 6\n```\nEnd."
    assert [kind for kind, _ in blocks(text, markdown=True)] == ["furniture", "paragraph", "code", "paragraph"]
    assert "code" not in [kind for kind, _ in blocks(text)]
    assert blocks("---\nSales rose.", markdown=True)[1] == ("paragraph", "Sales rose.")


def test_literal_blocks_and_sessions_of_an_interpreter_are_code_wherever_they_stand():
    assert [kind for kind, _ in blocks("Set it up thus::\n\n    limit = 3\n\n    count = 4\nAll 5 files are read.")] == ["paragraph", "code", "paragraph"]
    assert [kind for kind, _ in blocks("It adds up:\n\n>>> total(3, 4)\n8\n\nNext.")] == ["paragraph", "code", "paragraph"]
    assert [kind for kind, _ in blocks(">>> I met 3 of them.\n\nSo did I.")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("piece", ["-", "- ", "a\n", "\t", "  ", "|", "a  ", "1. ", "    a\n", "~", ">", "a b\nC d\n"])
def test_hostile_layouts_take_linear_time(piece):
    def cost(size: int) -> int:
        return calls(lambda text: split(text, markdown=True), piece * (size // len(piece)) + "x")

    # Sixteen times the text: 16 times the cost where it is linear, 256 times where it is quadratic.
    assert cost(160_000) < 18 * cost(10_000)


# ---------------------------------------------------------------- discovery


@pytest.fixture
def folder(tmp_path):
    for name in ["b.txt", "a.md", "C.TXT", "notes.docx", ".hidden.txt", "sub/z.txt", "sub/a.txt", ".git/x.txt", "sub-a/y.txt"]:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("5")
    return tmp_path


def test_folders_are_searched_in_a_fixed_order(folder):
    found = [file[len(str(folder)) + 1 :] for file in discover([str(folder)])]
    assert found == ["C.TXT", "a.md", "b.txt", "sub/a.txt", "sub/z.txt", "sub-a/y.txt"]


def test_a_file_named_twice_is_read_once(folder):
    first = str(folder / "sub" / "z.txt")
    assert discover([first, str(folder / "sub"), f"{folder}/./sub/z.txt"]) == (first, str(folder / "sub" / "a.txt"))


def test_a_file_named_by_itself_is_taken_whatever_it_is(folder):
    named = [str(folder / ".hidden.txt"), str(folder / "notes.docx"), "-"]
    assert discover(named) == tuple(named)


def test_every_missing_path_is_named():
    with pytest.raises(UsageError, match="(?s)/none/a.*/none/b"):
        discover(["/none/a", "/none/b"])


def test_the_endings_of_folders():
    assert endings() == (".md", ".txt")
