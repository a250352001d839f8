"""Numbers in the prose near a table that say what the table says: a cell, a total, a change between two columns.

A number is tied to a cell where the sentence names the row and something names the column: a header word, a period, a
unit or noun that only this column has. What is tied more loosely can pass, and proves something only where one slip of
the hand explains the difference.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from checker.interval import Interval
from checker.linking.context import stem
from checker.linking.lines import Line
from checker.linking.structure.near import near as words_near
from checker.linking.structure.tabular.between import between_claims
from checker.linking.structure.tabular.cells import cell_claims
from checker.linking.structure.tabular.extremes import extreme_claims
from checker.linking.structure.tabular.groups import group_claims
from checker.linking.structure.tabular.mates import mate_claims
from checker.linking.structure.tabular.mentions import Mention, column_names, columns_in, lines_near, row_names, rows_in
from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.reader import (
    LOOSE,
    OPEN,
    TIED,
    Near,
    Reader,
    Said,
    comparable,
    disowned,
    graded,
    held,
    of_part,
    other_year,
    plain_between,
    reader_of,
    repeated,
)
from checker.linking.structure.tabular.sole import counted, sole_claims
from checker.linking.structure.tabular.told import not_told, told_claims
from checker.linking.structure.tabular.words import AVERAGE, Labels
from checker.model import Frame, Quantity

_BEFORE = 4  # tokens before a number in which a word of rise or fall makes it a change


def prose_frames(labels: Labels, numbers: Numbers, number: int) -> list[Frame]:
    """Frames for the sentences around table `number` of the document."""
    reader = reader_of(labels, numbers)
    if not reader.columns:
        return []
    names, heads = row_names(labels), column_names(labels)
    found: list[Frame] = []
    told: tuple[Line, tuple[Mention, ...]] | None = None  # the sentence in front and the rows that it names
    for line in lines_near(labels, numbers, number):
        figures = tuple(q for q in line.figures if numbers.quantity(q).is_measure)
        rows = tuple(rows_in(line, names, labels))
        if (figures or rows) and not other_year(line, labels, numbers) and not _of_the_future(line, numbers):
            firsts = tuple(numbers.quantity(q).first for q in figures)
            near = Near(line, rows, tuple(columns_in(line, heads, labels)), figures, firsts)
            said = _with_mates(_sentence(near, reader), near, reader)
            known = {i for f in said for part in f.claims.values() for i in part}
            said += [s.frame for s in sole_claims(near, reader) if not known & {i for part in s.frame.claims.values() for i in part if i in figures}]
            found.extend(said)
            seen = {i for f in said for part in f.claims.values() for i in part}
            found.extend(f for f in told_claims(near, reader) if not seen & {i for part in f.claims.values() for i in part if i in figures})
            found.extend(extreme_claims(near, reader) if rows else ())
            goes_on = _goes_on(near, told, reader)
            found.extend(f for f in told_claims(goes_on, reader, apart=True) if not seen & {i for part in f.claims.values() for i in part if i in figures}) if goes_on else None
        told = line, rows
    return found


def _goes_on(near: Near, told: tuple[Line, tuple[Mention, ...]] | None, reader: Reader) -> Near | None:
    """The sentence as one about the only row that the one in front of it names, where it begins with "it" or "its"."""
    if told is None or near.rows or len({m.number for m in told[1]}) != 1 or told[0].block != near.line.block or told[0].number + 1 != near.line.number:
        return None
    opened = reader.labels.context.lexicon.pattern("table-goes-on").match(near.line.symbols) is not None
    return replace(near, rows=told[1][:1]) if opened else None


def _of_the_future(line: Line, numbers: Numbers) -> bool:
    """True of "will go top with a win, on 46 points"."""
    return words_near(numbers.context).has("table-future", line)


def _sentence(near: Near, reader: Reader) -> list[Frame]:
    found: list[Said] = []
    for figure in near.figures:
        q = reader.numbers.quantity(figure)
        mention = _row_of(q, near)
        change = _change_word(q, mention, near, reader)
        if q.kind in ("points", "multiple", "ratio") and mention is None:
            continue
        if mention is not None and change:
            sure = not of_part(near, reader) and (not q.noun or q.kind != "count" or counted(q, reader))
            found.extend(s if sure else _only_fitted(s) for s in _changes(figure, q, mention, change, reader) if s.holds or sure)
        elif mention is not None:
            said = cell_claims(figure, q, mention, near, reader)
            found.extend(said if any(s.holds for s in said) else _moved(figure, q, mention, reader) or _left(figure, q, mention, reader) or said)
        elif not near.rows:
            found.extend(_totals(figure, q, near, reader))
    found.extend(group_claims(near, reader))
    past = words_near(reader.labels.context).has("sole-table-not", near.line)
    found.extend(_only_fitted(s) if past else s for s in between_claims(near, reader) if s.holds or not past)
    said = {s.frame.claims["first"] for s in found if s.holds and "first" in s.frame.claims}
    others = {id(s): _of_others(s.frame, near, reader) for s in found}
    told = [s for s in found if s.holds or s.frame.claims.get("first") not in said and not others[id(s)]]
    return [(_only_fitted(s) if others[id(s)] else s).frame for s in told]


def _with_mates(said: list[Frame], near: Near, reader: Reader) -> list[Frame]:
    """The frames of a sentence, those of figures that are known from others beside them in place of what is tied by less."""
    reckoned = {i for f in said if f.family != "repeated" for part in f.claims.values() for i in part}
    mates = [s.frame for s in mate_claims(near, reader) if not reckoned & set(s.frame.claims["second"])]
    known = {i for f in mates for i in f.claims["second"]}
    return mates + [f for f in said if f.family != "repeated" or not known & set(f.claims["second"])]


def _only_fitted(said: Said) -> Said:
    """What holds where nothing would be told if it did not."""
    return replace(said, frame=replace(said.frame, fitted=True))


def _of_others(frame: Frame, near: Near, reader: Reader) -> bool:
    """True where the sentence says that its figure is not the table's, or names the row only as a place nearby."""
    figures = [i for part in frame.claims.values() for i in part if i in near.figures]
    words, beside = reader.labels.context.extraction.tokens.words, reader.labels.context.lexicon.pack.words("table-beside")
    aside = any(beside & set(words[max(near.line.firsts[0], m.first - 2) : m.first]) for m in near.rows) and frame.family == "repeated"
    semi = reader.labels.context.lexicon.symbols.chars[";"]
    if frame.family == "repeated" and semi in near.line.symbols and figures and near.rows:  # "to the Senn; the pass between them, at 2,410 m"
        first = min(reader.numbers.quantity(i).first for i in figures)
        named = [m.last for m in near.rows if m.last < first]
        aside = aside or bool(named) and ";" in words[named[-1] : first]
    return aside or any(not_told(reader.numbers.quantity(i), near, reader) for i in figures)


def _row_of(q: Quantity, near: Near) -> Mention | None:
    """The row that the number is about: the last one named before it; none where two are named together."""
    before = [m for m in near.rows if m.last < q.outer]
    if not before:
        return None
    last = before[-1]
    joined = [m for m in before[:-1] if last.first - m.last <= 2 and m.number != last.number]
    return None if joined else last


# ---------------------------------------------------------------- changes


def _change_word(q: Quantity, mention: Mention | None, near: Near, reader: Reader) -> int:
    """+1 or -1 where a word of rise or fall stands right before the number (or "up" and the like after it), else 0."""
    pack = reader.labels.context.lexicon.pack
    words = reader.labels.context.extraction.tokens.words
    start = max(near.line.firsts[0], q.outer - _BEFORE, mention.last + 1 if mention else 0)  # "Fell Sound" is a name
    before = words[start : q.outer]
    if before and before[-1] in pack.words("table-level-before") or reader.labels.has(tuple(before), "account"):
        return 0
    for names in (("rise", "rise-noun"), ("fall", "fall-noun")):
        found = frozenset().union(*(pack.words(name) for name in names))
        if any(w in found for w in before):
            return 1 if names[0] == "rise" else -1
    return {"up": 1, "down": -1}.get(q.change, 0) if q.change and q.kind == "percent" else 0


def _changes(figure: int, q: Quantity, mention: Mention, sign: int, reader: Reader) -> list[Said]:
    """A change of the row between the two periods of the table."""
    if len(reader.periods) != 2:
        return []
    old, new = (reader.cell(mention.number, c) for c in reader.periods)
    if min(old, new) >= 0 and min(reader.numbers.value(old), reader.numbers.value(new)) <= 0:
        return []
    if old < 0 or new < 0 or 0 in reader.numbers.of(old):
        return []
    a, b, base = reader.numbers.of(old), reader.numbers.of(new), reader.numbers.quantity(old)
    if q.kind == "percent" and base.kind != "percent":
        part, implied = "change", (b / a - 1) * sign
    elif base.kind != "percent" and comparable(q, base):
        part, implied = "delta", (b - a) * sign
    else:
        return []
    claims = {part: (figure,), "base": (old,), "new": (new,)}
    frame = Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 2, None, (), "table")
    tie = TIED if mention.sure and plain_between(mention, q, reader) else LOOSE
    if reader.numbers.meets(figure, implied):
        return [held(frame, tie, figure, reader)]
    return graded(frame, tie, figure, implied, reader)


def _moved(figure: int, q: Quantity, mention: Mention, reader: Reader) -> list[Said]:
    """The change between two cells of the row that a percentage is, whatever words tell it: "lost six gigawatts, or 29%"."""
    cells = [i for c in reader.columns if (i := reader.cell(mention.number, c)) >= 0 and reader.numbers.quantity(i).kind != "percent"]
    if q.kind != "percent" or any(reader.numbers.value(i) <= 0 or 0 in reader.numbers.of(i) for i in cells):
        return []
    for old, new in combinations(cells, 2):
        sign = 1 if reader.numbers.value(new) >= reader.numbers.value(old) else -1
        if comparable(reader.numbers.quantity(new), reader.numbers.quantity(old)) and reader.numbers.meets(figure, (reader.numbers.of(new) / reader.numbers.of(old) - 1) * sign):
            claims = {"change": (figure,), "base": (old,), "new": (new,)}
            return [held(Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 2, None, (), "table"), OPEN, figure, reader)]
    return []


def _left(figure: int, q: Quantity, mention: Mention, reader: Reader) -> list[Said]:
    """What one cell of the row leaves of another: "21 of its candidates had failed" beside 210 candidates, of whom 189 passed."""
    cells = [i for c in reader.columns if (i := reader.cell(mention.number, c)) >= 0 and comparable(q, reader.numbers.quantity(i)) and q.kind != "percent"]
    for a, b in combinations(cells, 2):
        first, second = (a, b) if reader.numbers.value(a) >= reader.numbers.value(b) else (b, a)
        if reader.numbers.meets(figure, reader.numbers.of(first) - reader.numbers.of(second)):
            claims = {"first": (first,), "second": (second,), "difference": (figure,)}
            return [held(Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table"), OPEN, figure, reader)]
    return []


# ---------------------------------------------------------------- totals


def _totals(figure: int, q: Quantity, near: Near, reader: Reader) -> list[Said]:
    """A number of a sentence that names no row: the total of a column, where the sentence speaks of all rows."""
    everything, counted = _speaks_of_all(near, reader, figure)
    if not everything:
        return []
    columns = [c for c in reader.columns if _column_fits(q, c, reader)]
    named = [m.number for m in near.columns if m.number in columns]
    columns = list(dict.fromkeys(named)) or columns
    found = [(frame, implied) for c in columns for frame, implied in _total_of(figure, q, c, reader)]
    holding = [frame for frame, implied in found if reader.numbers.meets(figure, implied)]
    only = len(found) == 1 and not disowned(q, reader)
    unit = q.kind in ("physical", "duration") or bool(named) or bool(q.noun) and stem(q.noun[-1], reader.labels.context) in reader.labels.caption
    tie = OPEN if not only else TIED if counted and unit else LOOSE
    if holding:
        return [held(holding[0], tie, figure, reader)]
    return graded(found[0][0], tie, figure, found[0][1], reader) if only else []


def _speaks_of_all(near: Near, reader: Reader, figure: int) -> tuple[bool, bool]:
    """Whether the sentence speaks of all rows, and whether it says how many there are ("the four months together")."""
    context = reader.labels.context
    said = context.extraction.tokens.words[near.line.firsts[0] : near.line.lasts[-1] + 1]
    together = reader.labels.has(tuple(said), "table-together")
    counts = [reader.numbers.quantity(i) for i in near.line.figures if i != figure]
    counted = any(c.value == len(reader.items) and c.kind in ("count", "duration", "number") and c.style == "words" for c in counts)
    return together or counted, counted


def _column_fits(q: Quantity, column: int, reader: Reader) -> bool:
    cells = [reader.cell(row, column) for row in reader.items]
    if not cells or min(cells) < 0 or reader.labels.has(reader.labels.columns[column], AVERAGE):
        return False
    return all(comparable(q, reader.numbers.quantity(i)) for i in cells) and q.kind != "percent"


def _total_of(figure: int, q: Quantity, column: int, reader: Reader) -> list[tuple[Frame, Interval]]:
    totals = [reader.cell(row, column) for row in reader.totals]
    if totals and totals[-1] >= 0:
        return [(repeated(totals[-1], figure, q), reader.numbers.of(totals[-1]))]
    parts = tuple(reader.cell(row, column) for row in reader.items)
    if len(parts) < 2 or max(map(reader.numbers.value, parts)) >= reader.numbers.value(figure):
        return []  # what is no more than one of them is not all of them
    claims = {"total": (figure,), "part": parts}
    return [(Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table"), reader.numbers.sum(parts))]
