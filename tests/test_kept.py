"""What many structures ask of a figure or a sentence is answered once in a document."""

from dataclasses import dataclass, field

from checker.linking.kept import once_a_figure, once_a_line


@dataclass
class Shelf:
    shelf: dict = field(default_factory=dict)


@dataclass
class Line:
    number: int


def test_an_answer_is_kept_for_each_figure_and_document():
    asked = []

    @once_a_figure
    def answer(index, context, words):
        asked.append(index)
        return None if index == 2 else words[index]

    first, second = Shelf(), Shelf()
    assert [answer(i, first, "abc") for i in (0, 1, 0, 2, 2)] == ["a", "b", "a", None, None]
    assert asked == [0, 1, 2]
    assert answer(0, second, "xyz") == "x" and asked == [0, 1, 2, 0]


def test_two_questions_about_a_line_have_answers_of_their_own():
    @once_a_line
    def double(line, context):
        return [line.number, line.number]

    @once_a_line
    def square(line, context):
        return line.number**2

    context = Shelf()
    assert double(Line(3), context) == [3, 3] and square(Line(3), context) == 9
    assert double(Line(3), context) is double(Line(3), context)
