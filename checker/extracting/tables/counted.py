"""What the numbers of a table count: "Number of shares" over a column, "Total subscribers" before a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from checker.extracting.draft import Scan
from checker.extracting.nouns import lasts, read_noun
from checker.extracting.unit_table import singular_of
from checker.language import Pack, longest
from checker.language.pack import Phrases
from checker.model import Block, Quantity
from checker.tables import Row, Span, Table

TITLED = 4  # blocks back to the title of a table
_LABEL = 24  # characters in which the number of a table stands
OWNED = ("'", "’")  # what makes an owner of the word before it


@dataclass(frozen=True, eq=False, slots=True)
class CountWords:
    """The pack's words for headers and labels that name what is counted."""

    sure: frozenset[str]  # plurals that are things wherever a label ends with them: subscribers, employees
    free: frozenset[str]  # ... where the table has nothing to do with money: films, wells
    held: frozenset[str]  # ... only over a column, for in a row they may be an expense: options, awards
    governed: frozenset[str]  # before such a plural these make it part of something else: "due from customers"
    numbered: frozenset[str]  # number, no
    of: frozenset[str]
    when: frozenset[str]  # may follow such a plural in a label: "at the end of the period"
    by: frozenset[str]  # leads in a title from what is counted to how it is parted
    dealt: frozenset[str]  # what happens to what is held: granted, exercised
    phrases: Phrases  # "weighted average shares"


def count_words(pack: Pack, of: frozenset[str]) -> CountWords:
    return CountWords(pack.words("table-countable"), pack.words("table-free"), pack.words("table-held"), pack.words("table-count-governed"), pack.words("table-numbered"), of, *(pack.words(f"table-{name}") for name in ("count-when", "count-by", "dealt")), pack.phrases(["table-counted"]))


def column_nouns(known: CountWords, labels: list[Scan], columns: list[list[Scan]], shared: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What each column counts by its headers, the lowest first, by what its rows deal with, or as all do (`shared`)."""
    told = [next((noun for header in reversed(headers) if (noun := _told(known, header, True))), ()) for headers in columns]
    return [noun or _dealt(known, labels, headers) or shared for noun, headers in zip(told, columns)]


def row_nouns(known: CountWords, table: Table, scan: Callable[[Span], Scan], added: frozenset[int], paid: Callable[[Row], bool], unpaid: bool) -> dict[int, tuple[str, ...]]:
    """What rows count by their labels or the heading of their section, by the identity of the row; what is `added` to the
    shares of a row counts as they do. `unpaid`: nothing in the table is of money."""
    if unpaid:
        known = replace(known, sure=known.sure | known.free)
    heads = {section: _told(known, scan(span), False) for section, span in table.heads.items() if span}
    found: dict[int, tuple[str, ...]] = {}
    last: tuple[str, ...] = ()
    for row in table.rows:
        own = _told(known, scan(row.label), False) if row.label and not paid(row) else ()
        last = own or last
        headed = heads.get(row.section, ()) if row.label and not paid(row) else ()
        if noun := own or headed or (last if id(row) in added else ()):
            found[id(row)] = noun
    rest = [row for row in table.rows if row.label and id(row) not in found]
    if unpaid and len(set(found.values())) == 1 and rest == [table.rows[-1]] and len(found) > 1:
        found[id(rest[0])] = last  # the sum below them
    return found


def _told(known: CountWords, s: Scan, column: bool) -> tuple[str, ...]:
    """The noun that a header (`column`) or a label names as counted; empty where it names none."""
    words = s.words
    for i, word in enumerate(words):
        k = i + 1 + (s.word(i + 1) == ".")
        if word in known.numbered and s.word(k) in known.of:
            found = read_noun(s, k + 1, False)
            return found[0] if found is not None else ()
        hit = longest(known.phrases, words, i)
        if hit is not None and not _owns(s, hit[0]):
            return _plural(s, words[i : hit[0]])
    things = known.sure | known.held if column else known.sure
    for i, word in enumerate(words):
        if word in known.governed:
            return ()
        if word in things and not _owns(s, i + 1) and (not s.word(i + 1).isalpha() or not column and _in_time(known, words[i + 1 :])):
            return _plural(s, words[i : i + 1])
    return ()


def _in_time(known: CountWords, words: list[str]) -> bool:
    """Whether the words up to a bracket tell when: "customers at the end of the period (in thousands)"."""
    end = words.index("(") if "(" in words else len(words)
    return all(word in known.when or word.isdecimal() for word in words[:end])


def titled(known: CountWords, above: Sequence[Block], within: Callable[[Span], list[Quantity]], scan: Callable[[Span], Scan]) -> tuple[str, ...]:
    """The noun that the title in the blocks above a table counts: "Table 4: Families by size, 2010"."""
    for block in reversed(above):
        number = next((q for q in within((block.start, block.start + _LABEL)) if q.kind == "identifier" and q.end < block.end), None)
        if block.kind == "table" or number is not None:
            return _parted(known, scan((number.end, block.end))) if number is not None else ()
    return ()


def _parted(known: CountWords, s: Scan) -> tuple[str, ...]:
    """The noun of a title that says by what it is parted: ": Families by family type", from the mark behind its number."""
    if s.word(0) not in (":", "."):
        return ()
    found = read_noun(s, 1, False)
    counted = found is not None and s.words[found[1]] in known.sure | known.free and s.word(found[1] + 1) in known.by
    return (found[0][-1],) if counted else ()


def _dealt(known: CountWords, labels: list[Scan], headers: list[Scan]) -> tuple[str, ...]:
    """The noun of rows like "Options granted", "Options lapsed" under the bare header "Number"; empty where they have none."""
    if not headers or headers[-1].words not in ([word] for word in known.numbered):
        return ()
    held = {s.words[0] for s in labels if len(s.words) > 1 and s.words[0] in known.held and s.words[1] in known.dealt}
    return _plural(labels[0], [*held]) if len(held) == 1 else ()


def _owns(s: Scan, k: int) -> bool:
    """Whether token k makes an owner of the word before it: "employees’ pay"."""
    return s.word(k).startswith(OWNED)


def _plural(s: Scan, words: list[str]) -> tuple[str, ...]:
    """The last plural of the words, made singular; the last word where there is none."""
    for word in reversed(words):
        one = singular_of(word, s.lex.plural)
        if one != word:
            return (one,)
    return (words[-1],)


def name_counts(s: Scan, table: Table, by_cell: dict[Span, list[Quantity]], columns: list[tuple[str, ...]], rows: dict[int, tuple[str, ...]], rated: set[int]) -> None:
    """Gives the bare numbers of the table what they count: the noun of their row in `rows`, else of their column (`columns`);
    nothing to the rows that are `rated`, shares and prices under a header that counts. In place."""
    for row in table.rows:
        own = rows.get(id(row), ())
        for cell in row.cells if id(row) not in rated else ():
            noun, found = own or columns[cell.column], by_cell.get(cell.span)
            if noun and found and _bare(found[0]):
                kind = "duration" if lasts(s, noun) else "count"
                by_cell[cell.span] = [replace(found[0], kind=kind, unit=noun[-1], noun=noun, inherited=found[0].inherited or "unit"), *found[1:]]


def _bare(q: Quantity) -> bool:
    whole = q.value is not None and (q.value.denominator == 1 or q.scale != 1)
    return whole and q.kind == "number" and q.unit is None
