"""What a sentence says of a table where it names everything that its arithmetic needs, so that nothing else can be meant.

    Attendance rose by 1,300 between 2022 and 2023     two times named, one column: what lies between their cells
    The three together make 760 tonnes                 all rows, the column of that unit
    their lead over Mill Lane is two points            two rows, the column of that noun
    in 15% of those given placebo                      two counts in one column (or row), a part and its whole

No slip is asked for: a figure that the table explains otherwise, or that words give to something else, is passed over.
"""

from __future__ import annotations

from checker.linking.context import stem
from checker.linking.structure.near import near as words_near
from checker.linking.structure.tabular.reader import Near, Reader, Said, disowned, of_part
from checker.linking.structure.tabular.sole_parts import over, part_and_whole
from checker.linking.structure.tabular.words import AVERAGE, CHANGE, SHARE
from checker.model import Frame, Quantity
from checker.rational import Fraction

_CUE = 5  # tokens in front of a figure in which a word of rise or fall makes it a change
_APART = 3  # times as much as the table says: of something else
_COUNTS = ("number", "count")
_SUBJECT = 1  # telling words of a subject that may be another name for what the table counts


def sole_claims(near: Near, reader: Reader) -> list[Said]:
    """The frames of a sentence that can only mean what the table says, and whether they hold."""
    words = words_near(reader.labels.context)
    if words.has("table-elsewhere", near.line) or words.has("sole-table-not", near.line) or of_part(near, reader):
        return []
    found = []
    for figure in near.figures:
        q = reader.numbers.quantity(figure)
        if q.value is None or q.value <= 0 or q.approx or q.sense in ("range", "bound") or q.kind == "duration" and not _header_of(q, reader):
            continue
        if q.kind == "count" and q.noun and not counted(q, reader) and not words.has("table-made-up", near.line):
            continue
        if q.kind in ("percent", "ratio") and q.change is None:
            found.extend(part_and_whole(figure, q, near, reader))
        elif (sign := _moved(q, near, reader)) != 0:
            found.extend(_between_times(figure, q, sign, near, reader))
        elif q.kind not in ("percent", "ratio", "multiple"):
            found.extend(_each(figure, q, near, reader) or _ahead(figure, q, near, reader) or _all_rows(figure, q, near, reader))
    return found


def counted(q: Quantity, reader: Reader) -> bool:
    """Whether the noun of a figure is in a header or in the caption."""
    context = reader.labels.context
    return _header_of(q, reader) is not None or stem(q.noun[-1], context) in reader.labels.caption


def _header_of(q: Quantity, reader: Reader) -> int | None:
    """The only column whose header has the noun or the unit of a figure: "two points" and "Points"."""
    context = reader.labels.context
    tokens = context.extraction.tokens.words[q.first : max(q.last, q.noun_last) + 1]
    own = {stem(w, context) for w in tokens if w.isalpha()}
    found = [c for c in reader.columns if own & {stem(w, context) for w in reader.labels.columns[c]} and not _reckoned(c, reader)]
    if not found and q.kind in ("physical", "duration", "currency"):
        found = [c for c in reader.columns if all((i := reader.cell(r, c)) < 0 or reader.numbers.quantity(i).unit == q.unit for r in reader.items) and not _reckoned(c, reader)]
    return found[0] if len(found) == 1 else None


def _reckoned(column: int, reader: Reader) -> bool:
    return any(reader.labels.has(reader.labels.columns[column], name) for name in (CHANGE, SHARE, AVERAGE))


def _only_column(q: Quantity, near: Near, reader: Reader) -> int | None:
    """The column that a figure can be of: by its noun or unit, by a header word of the sentence, or the only one."""
    column = _header_of(q, reader)
    if column is not None:
        return column
    named = list(dict.fromkeys(m.number for m in near.columns if m.number in reader.columns))
    if len(named) == 1:
        return named[0]
    return reader.columns[0] if len(reader.columns) == 1 and not named else None


def _like(q: Quantity, cell: int, reader: Reader) -> bool:
    """Whether a figure and a cell can be told in one unit; a bare cell takes the one that its header says."""
    c = reader.numbers.quantity(cell)
    return c.value is not None and c.value >= 0 and (c.kind in _COUNTS and q.kind not in ("percent", "ratio", "currency") or c.kind == q.kind)


def _value(cell: int, reader: Reader) -> Fraction:
    """A cell; a count as it is printed, whatever scale its header says."""
    c = reader.numbers.quantity(cell)
    return c.value if c.kind in _COUNTS else reader.numbers.value(cell)


def _own(q: Quantity, cell: int, figure: int, reader: Reader) -> Fraction:
    return q.value if reader.numbers.quantity(cell).kind in _COUNTS else reader.numbers.value(figure)


def _said(frame: Frame, figure: int, q: Quantity, implied: Fraction, cell: int, reader: Reader) -> list[Said]:
    """The frame, where the figure is of the size of what the table says."""
    own = _own(q, cell, figure, reader)
    if implied <= 0 or own <= 0 or not 1 <= _APART * own / implied <= _APART**2:
        return []
    return [Said(frame, own == implied)]


# ---------------------------------------------------------------- two times


def _moved(q: Quantity, near: Near, reader: Reader) -> int:
    """+1 or -1 where words make a figure a rise or a fall, not a level that is reached."""
    pack, words = reader.labels.context.lexicon.pack, reader.labels.context.extraction.tokens.words
    before = words[max(near.line.firsts[0], q.outer - _CUE) : q.outer]
    if not before or before[-1] in pack.words("table-level-before"):
        return 0
    for sign, names in ((1, ("rise", "rise-noun")), (-1, ("fall", "fall-noun"))):
        if any(w in pack.words(n) for w in before for n in names):
            return sign
    after = words[max(q.last, q.noun_last) + 1 : max(q.last, q.noun_last) + 2]
    if after and words_near(reader.labels.context).has("sole-table-years", near.line):
        return (after[0] in pack.words("sole-table-more")) - (after[0] in pack.words("sole-table-less"))
    return {"up": 1, "down": -1}.get(q.change or "", 0)


def _times(entries: list[tuple[str, ...]], numbers: tuple[int, ...], near: Near, reader: Reader) -> list[int]:
    """The rows or columns called by a year or a month alone that a sentence names."""
    tokens, text = reader.labels.context.extraction.tokens, reader.labels.context.extraction.document.text
    first, last = near.line.firsts[0], near.line.lasts[-1] + 1
    said = {tokens.words[i] for i in range(first, last) if text[tokens.starts[i]].isdecimal() or text[tokens.starts[i]].isupper()}
    months = reader.labels.context.lexicon.pack.words("sole-table-month")
    return [n for n in numbers if len(entries[n]) == 1 and entries[n][0] in said and (len(entries[n][0]) == 4 and entries[n][0].isdecimal() or entries[n][0] in months)]


def _between_times(figure: int, q: Quantity, sign: int, near: Near, reader: Reader) -> list[Said]:
    rows = _times(reader.labels.rows, reader.items, near, reader)
    columns = _times(reader.labels.columns, reader.columns, near, reader)
    named = list(dict.fromkeys(m.number for m in near.rows if m.number in reader.items and m.number not in rows))
    cells: tuple[int, int] | None = None
    if len(rows) == 2 and not columns and not named and (column := _measured(q, near, reader)) is not None:
        cells = reader.cell(rows[0], column), reader.cell(rows[1], column)
    elif len(columns) == 2 and not rows and len(named) == 1:
        cells = reader.cell(named[0], columns[0]), reader.cell(named[0], columns[1])
    elif len(reader.periods) == 2 and not rows and not columns and len(named) == 1 and words_near(reader.labels.context).has("sole-table-years", near.line):
        cells = reader.cell(named[0], reader.periods[0]), reader.cell(named[0], reader.periods[1])
    if cells is None or min(cells) < 0 or not all(reader.numbers.quantity(c).value for c in cells):
        return []
    return _change(figure, q, sign, cells, reader)


def _measured(q: Quantity, near: Near, reader: Reader) -> int | None:
    """The column of a change between two rows: named, or the only one where the subject is no more than a name for it."""
    column = _only_column(q, near, reader)
    if column is None or near.columns or _header_of(q, reader) is not None:
        return column
    context = reader.labels.context
    words = context.extraction.tokens.words[near.line.firsts[0] : q.outer]
    moves = frozenset(w for n in ("rise", "fall", "rise-noun", "fall-noun") for entry in context.lexicon.pack.words(n) for w in entry.split())
    times = frozenset(w for labels in reader.labels.rows for w in labels)
    subject = [w for w in words if w.isalpha() and w not in context.function and w not in moves and w not in times and w not in context.generic]
    return column if len(subject) <= _SUBJECT else None


def _change(figure: int, q: Quantity, sign: int, cells: tuple[int, int], reader: Reader) -> list[Said]:
    old, new = cells
    a, b = _value(old, reader), _value(new, reader)
    part = "change" if q.kind == "percent" and reader.numbers.quantity(old).kind != "percent" else "delta"
    claims = {part: (figure,), "base": (old,), "new": (new,)}
    frame = Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 2, None, (), "table")
    if part == "delta":
        return _said(frame, figure, q, (b - a) * sign, old, reader) if _like(q, old, reader) else []
    implied = (reader.numbers.of(new) / reader.numbers.of(old) - 1) * sign
    return [Said(frame, reader.numbers.meets(figure, implied))] if (b - a) * sign > 0 and reader.numbers.near(figure, implied, Fraction(2)) else []


# ---------------------------------------------------------------- all rows, two rows


def _all_rows(figure: int, q: Quantity, near: Near, reader: Reader) -> list[Said]:
    """The sum of a column: the sentence says how many rows there are and that it speaks of all of them."""
    context = reader.labels.context
    column = _header_of(q, reader)
    made_up = _made_up(figure, column, near, reader)
    if any(m.last < q.first for m in near.rows) or reader.totals or len(reader.items) < 2 or not made_up and disowned(q, reader) or words_near(context).within("average-word", near.line, 0, context.lines.position_of[figure]):
        return []
    counts = [c for i in context.lines.lines[near.line.number].figures if i != figure and (c := reader.numbers.quantity(i)).value == len(reader.items) and c.style == "words"]
    together = words_near(context).within("sole-table-sum", near.line, 0, context.lines.position_of[figure])
    if any(i != figure and reader.numbers.quantity(i).kind == q.kind and reader.numbers.quantity(i) is not counts[0] for i in near.figures if counts):
        return []  # something else is added
    if not made_up and (not counts or column is None and not (together and len(reader.columns) == 1 and not q.noun) or counts[0].first > q.first):
        return []
    column = reader.columns[0] if column is None else column
    cells = tuple(reader.cell(row, column) for row in reader.items)
    if min(cells) < 0 or not all(_like(q, c, reader) for c in cells):
        return []
    claims = {"total": (figure,), "part": cells}
    frame = Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
    return _said(frame, figure, q, sum((_value(c, reader) for c in cells), Fraction(0)), cells[0], reader)


def _made_up(figure: int, column: int | None, near: Near, reader: Reader) -> bool:
    """True of "31,400 clicks, made up as follows:" in front of a table with one column for it."""
    line, words = near.line, words_near(reader.labels.context)
    closed = line.symbols[-1] == reader.labels.context.lexicon.symbols.chars[":"]
    if not closed or not (words.has("table-made-up", line) or column is not None and words.has("table-follows", line)):
        return False
    others = [i for i in near.figures if i != figure and reader.numbers.quantity(i).kind in _COUNTS and reader.numbers.quantity(i).style != "words"]
    return not others and (column is not None or len(reader.columns) == 1)


def _ahead(figure: int, q: Quantity, near: Near, reader: Reader) -> list[Said]:
    """By how much one of two rows leads in the column that the figure's own noun names."""
    named = list(dict.fromkeys(m.number for m in near.rows if m.number in reader.items))
    if len(named) == 1 and len(reader.items) == 2:
        named += [n for n in reader.items if n not in named]
    column, words, context = _header_of(q, reader), words_near(reader.labels.context), reader.labels.context
    if len(named) != 2 or column is None or words.has("sole-table-then", near.line):
        return []
    at = context.lines.position_of[figure]
    behind = context.extraction.tokens.words[max(q.last, q.noun_last) + 1 : max(q.last, q.noun_last) + 2]
    lead = words.within("sole-table-lead", near.line, 0, at) or bool(behind) and behind[0] in context.lexicon.pack.words("table-apart")
    cells = [reader.cell(row, column) for row in named]
    if not lead or min(cells) < 0 or not all(_like(q, c, reader) for c in cells):
        return []
    high, low = sorted(cells, key=lambda c: -_value(c, reader))
    claims = {"first": (high,), "second": (low,), "difference": (figure,)}
    frame = Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
    return _said(frame, figure, q, _value(high, reader) - _value(low, reader), high, reader)


def _each(figure: int, q: Quantity, near: Near, reader: Reader) -> list[Said]:
    """One cell of a row over another, where both headers are named: "an average of 405 tickets was sold per night for Hay Fever"."""
    context = reader.labels.context
    tokens, above, row = context.extraction.tokens.words, _header_of(q, reader), _nearest_row(near, reader)
    per = context.lexicon.pack.words("sole-table-per")
    below = [m.number for m in near.columns if m.number != above and m.number in reader.columns and m.first and tokens[m.first - 1] in per]
    if above is None or row is None or len(set(below)) != 1 or q.change:
        return []
    total, count = reader.cell(row, above), reader.cell(row, below[0])
    if min(total, count) < 0 or not _like(q, total, reader) or not reader.numbers.value(count):
        return []
    claims = {"total": (total,), "count": (count,), "average": (figure,)}
    return over("average", claims, figure, (total, count), reader)


def _nearest_row(near: Near, reader: Reader) -> int | None:
    """The only row that a sentence names."""
    named = {m.number for m in near.rows if m.number in reader.items}
    return named.pop() if len(named) == 1 else None
