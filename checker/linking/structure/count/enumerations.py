"""Announced counts and what follows them: "six kinds: a, b, ...", "eight provinces ... They are a, b ...", bullets (bullets.py).

A list is split at its commas (or semicolons) and at conjunctions; where that leaves several ways to count ("Bosnia and
Herzegovina"), all are readings. Numbered points ("First, ... Second, ...") are in points.py.
"""

from __future__ import annotations

from bisect import bisect_left

from checker.linking.context import Context, stem
from checker.linking.kept import once_a_line
from checker.linking.lines import Line
from checker.linking.structure.count.bullets import bullets
from checker.linking.structure.count.counted_lists import counted_list
from checker.linking.structure.count.list_doubts import before_attribution, bearing_its_name, closing, goes_on, lists_all, of_others, untold
from checker.linking.structure.count.list_forms import of_named, of_size, plain, told_apart, unmarked, ways
from checker.linking.structure.near import near
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

LARGEST = 20
_REACH = 22  # words between the count and the mark that opens its list
_OPENING = 4  # symbols of a sentence in front of a count that names no set: "After five games"
_AMOUNTS = ("currency", "physical", "percent")
_CLOSING = "\"”’»"
_BEFORE_MARK = 3  # symbols in front of a colon in which an amount stands that its list makes up
_CLAUSE = 6  # symbols from a conjunction to the verb of its clause

Span = tuple[int, int]


def listed_items(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "enumeration": a count, and its items as spans."""
    found: list[Frame] = []
    lines = prose_lines(context)
    following = {line.number: other for line, other in zip(lines, lines[1:])}
    for line in lines:
        counts = [at for at in map(context.lines.position_of.__getitem__, announcing_in(line, context)) if _announces(at, line, context)]
        if not counts:
            continue
        for at in counts:
            opened = _opening(at, line, context)
            if opened:
                found.extend(_frames(at, line, line, opened, _named_at_once(at, opened[0], line, context), context))
        found.extend(_in_next_sentence(counts, line, following.get(line.number), context))
        found.extend(bullets(counts, line, context))
    return found


@once_a_line
def announcing_in(line: Line, context: Context) -> list[int]:
    """The figures of a line that `announcing` is true of."""
    return [i for i in line.figures if announcing(i, context)]


def announcing(index: int, context: Context) -> bool:
    """True of a whole number from 2 to 20 that counts something."""
    q = context.quantity(index)
    if q.kind not in ("count", "number") or q.value is None or not 2 <= q.value <= LARGEST or q.value.denominator != 1:
        return False
    return q.approx is None and q.scale == 1 and "/" not in (q.unit or "") and (q.place is None or q.place >= 1 or q.place == 0)


def _announces(at: int, line: Line, context: Context) -> bool:
    index = line.quantity[at]
    if not announcing(index, context):
        return False
    chars = context.lexicon.symbols.chars
    if line.symbols[at + 1 : at + 2] == chars["-"]:  # "two-way deficits"
        return False
    before = next((j for j in range(at - 1, max(-1, at - 6), -1) if line.quantity[j] >= 0), None)
    if before is not None and context.lexicon.pattern("part-of").fullmatch(line.symbols, before + 1, at):
        return False  # "three of the four sectors (...)" names three
    if _one_of_two(at, before, line, context):
        return False
    if context.quantity(index).noun or context.lexicon.pattern("of-them").match(line.symbols, at + 1):
        return True
    return of_named(at, line, context) and context.lexicon.pattern("namely").search(line.symbols, at) is not None


def _one_of_two(at: int, before: int | None, line: Line, context: Context) -> bool:
    """True of "two aunts and two uncles: ...", whose list names both, and of "the first three of which", which names others."""
    both = before is not None and line.symbols[at - 1] in conjunctions(context) and context.quantity(line.quantity[before]).noun_last == line.firsts[at - 1] - 1
    if both and context.quantity(line.quantity[before]).kind in ("count", "number"):
        return True
    words = context.extraction.tokens.words
    ordered = at > 0 and words[line.firsts[at] - 1] in context.lexicon.pack.words("ordered-first")
    return ordered and context.lexicon.pattern("of-them").match(line.symbols, at + 1) is not None


# ---------------------------------------------------------------- lists in the same sentence


def _opening(at: int, line: Line, context: Context) -> tuple[int, int] | None:
    """Positions of the list that a mark opens after the count: up to the closing dash or bracket, or the end."""
    chars, symbols = context.lexicon.symbols.chars, line.symbols
    named = _apposition(at, line, context)
    if named:
        return named
    dashes = {chars["–"], chars["—"], chars["-"]}
    noun_end = context.quantity(line.quantity[at]).noun_last
    for j in range(at + 1, min(len(symbols), at + _REACH)):
        s = symbols[j]
        if line.quantity[j] >= 0 and context.quantity(line.quantity[j]).kind in ("count", "number"):
            return None
        if s in (chars[";"], chars["."], chars["?"], chars["!"], chars["|"]):
            return None
        if s == chars[":"]:
            amount = any(q >= 0 and context.quantity(q).kind in _AMOUNTS for q in line.quantity[max(at + 1, j - _BEFORE_MARK) : j])
            return None if amount else (j + 1, len(symbols))  # "with two absent, foresees spending of 212 million: ..."
        if s in dashes and spaced(j, line, context) and j - at <= 12:
            if any(symbols[k] in dashes and spaced(k, line, context) for k in range(max(0, at - _REACH), at)):
                return None  # "a dozen channels - two public ones, the rest private - each with ...": the end of an aside
            close = next((k for k in range(j + 1, len(symbols)) if symbols[k] in dashes and spaced(k, line, context)), len(symbols))
            return j + 1, close
        if s == chars["("]:
            close = symbols.find(chars[")"], j)
            named = close > 0 and line.firsts[j] == noun_end + 1 and not line.quantities(j, close) and not context.lexicon.pattern("gloss-word").search(symbols, j, close)
            return (j + 1, close) if named else None
        if context.lexicon.pattern("namely").match(symbols, j):
            return context.lexicon.pattern("namely").match(symbols, j).end(), len(symbols)
    return None


def _apposition(at: int, line: Line, context: Context) -> tuple[int, int] | None:
    """Positions of the names in "Two suspects, Karl Brandt and Luis Ortega, appeared ...": capitals between commas."""
    chars, symbols = context.lexicon.symbols.chars, line.symbols
    q, tokens, text = context.quantity(line.quantity[at]), context.extraction.tokens, context.extraction.document.text
    start = at + 1 + max(0, q.noun_last - q.last)
    timed = at < _OPENING and symbols[0] in context.lexicon.symbols.closed and not context.lexicon.pattern("definite").match(symbols)  # "After five games, Ajax, Porto and ..."
    if symbols[start : start + 1] != chars[","] or timed or context.lexicon.pattern("namely").search(symbols, at + 1, start):
        return None
    joins = conjunctions(context)
    joined = False
    start += bool(context.lexicon.pattern("list-place").match(symbols, start + 1))  # three plants, in A, B and C
    for j in range(start + 1, min(len(symbols), start + 24)):
        if symbols[j] == chars[","] or symbols[j] == chars["."] and j == len(symbols) - 1:
            if joined:
                return start + 1, j
        elif symbols[j] in joins:
            if symbols[j - 1] == chars[","] and symbols.count(chars[","], start + 1, j) >= q.value:
                return None  # "two directors, Anna Berg, Chief Executive, and Tom Lee"
            if symbols[j - 1] == chars[","] and symbols.count(chars[","], start + 1, j) == 1:
                return None  # "with the four nurses, Reed, and Dr Hale": three names of a list
            joined = True
        elif line.quantity[j] >= 0 or not text[tokens.starts[line.firsts[j]]].isupper():
            return None
    return None


def spaced(j: int, line: Line, context: Context) -> bool:
    """True of a mark with space on both sides: a dash, not a hyphen."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    start, end = tokens.starts[line.firsts[j]], tokens.ends[line.firsts[j]]
    return text[start - 1 : start].isspace() and (text[end : end + 1].isspace() or text[start:end] == "—")


def _named_at_once(at: int, start: int, line: Line, context: Context) -> bool:
    """True where the count is new to the reader, or its noun stands right before the list: not "the two disagree on: ..."."""
    q = context.quantity(line.quantity[at])
    if line.firsts[start - 1] <= max(q.noun_last, q.last) + 1:
        return True
    return not (at and context.lexicon.pattern("definite").match(line.symbols, at - 1))


# ---------------------------------------------------------------- lists in the next sentence


def _in_next_sentence(counts: list[int], line: Line, after: Line | None, context: Context) -> list[Frame]:
    """"Eight provinces have yet to file. They are Arden, ..."; "in four segments. The segments are ..."."""
    if after is None or after.block > line.block + 1:
        return []
    m = context.lexicon.pattern("they-are").match(after.symbols)
    if m and len(counts) == 1 and not goes_on(m.end(), after, context):
        return _frames(counts[0], line, after, (m.end(), len(after.symbols)), _names(m.end(), after, context), context)
    found = []
    copula = next(near(context).matches("copula", after, 1, 6), None)
    if copula and not goes_on(copula.end(), after, context) and not after.quantities(0, copula.start()) and context.lexicon.pattern("definite").match(after.symbols) and not context.lexicon.pattern("another-one").search(after.symbols, 0, copula.start()):
        words = context.extraction.tokens.words
        head = stem(words[after.firsts[copula.start() - 1]], context)
        for at in counts:
            q = context.quantity(line.quantity[at])
            same = bool(q.noun) and stem(words[q.noun_last], context) == head
            if copula.start() <= 3 and (same or len(counts) == 1 and lists_all(copula, after, context)):
                found.extend(_frames(at, line, after, (copula.end(), closing(copula.end(), after, context)), True, context))
    return found


def _names(start: int, home: Line, context: Context) -> bool:
    """True where things are named from a position on: a capital, a quotation mark, an article or a figure."""
    token = home.firsts[start] if start < len(home.firsts) else -1
    first = context.extraction.document.text[context.extraction.tokens.starts[token]] if token >= 0 else "?"
    return not first.islower() or bool(context.lexicon.pattern("list-article").match(home.symbols, start))


# ---------------------------------------------------------------- ways to count


def _frames(at: int, line: Line, home: Line, span: tuple[int, int], tied: bool, context: Context) -> list[Frame]:
    """One frame a way to count the items of `home` between two positions."""
    span = span[0], before_attribution(*span, home, context)
    pieces, closed = _pieces(home, *span, context)
    if len(pieces) < 2 and not closed:
        return []
    readings = ways(pieces, home, context)
    if not readings:
        return []
    counted = counted_list(line.quantity[at], readings, context)
    if (counted is None or not counted.pinned) and any(_make_up(items, line.quantity[at], context) for items in readings):
        return []
    if counted is not None:
        return [counted] if closed and tied else []
    open_ended = context.lexicon.pattern("sum-open-list").search(home.symbols, *span)
    short = all(len(items) < context.quantity(line.quantity[at]).value for items in readings)
    listing = closed and not open_ended and not near(context).within("open-rest", home, *span) and (plain(pieces, home, context) or short and unmarked(pieces, home, context))
    named = context.lexicon.pattern("namely").search(home.symbols, max(0, span[0] - 3), span[0] + 1) is not None
    listing = listing and not (not named and of_named(at, line, context) and all(len(items) > context.quantity(line.quantity[at]).value for items in readings))
    index = line.quantity[at]
    q = context.quantity(index)
    listing = listing and told_apart(pieces, span, home, index, context) and any(of_size(len(items), index, context) for items in readings)
    listing = listing and not untold(pieces, home, context) and not bearing_its_name(pieces, home, index, context) and not of_others(at, line, home, span, context)
    pinned = frozenset(("announced", "item")) if tied and listing else frozenset()
    return [
        Frame("enumeration", (q.start, q.end), {"announced": (index,)}, {"item": items}, 0, pinned, 0)
        for items in readings
        if len(items) > 1
    ]


def _make_up(items: tuple[tuple[int, int], ...], announced: int, context: Context) -> bool:
    """True of members with counts that make up what was announced, one without a count being one: "four faults: leaks (n = 2),
    rust (n = 1), rot (n = 1)", "six birds: crows (three kinds), a jay, a tit and a wren"."""
    quantities, made, counted = context.extraction.quantities, 0, False
    for start, end in items:
        at = bisect_left(quantities, start, key=lambda q: q.start)
        own = [q for q in quantities[at : at + 2] if q.end <= end + 1]
        if len(own) > 1 or own and (own[0].kind not in ("count", "number") or own[0].value is None):
            return False
        made, counted = made + (own[0].value if own else 1), counted or bool(own)
    return counted and made == context.quantity(announced).value


def _pieces(home: Line, start: int, end: int, context: Context) -> tuple[list[tuple[int, int]], bool]:
    """Positions of the members between separators, and whether a conjunction or semicolons close the list."""
    chars, symbols = context.lexicon.symbols.chars, home.symbols
    closing = {chars["."], chars["?"], chars["!"], chars[":"]}
    depth, marks = 0, []
    for j in range(start, end):
        s = symbols[j]
        depth += (s == chars["("]) - (s == chars[")"])
        if depth < 0 or depth == 0 and s in closing and (j + 1 >= end or s != chars["."]):  # the bracket that it stands in, or its end
            end = j
            break
        if depth == 0 and s in (chars[","], chars[";"]):
            marks.append(j)
    semicolons = [j for j in marks if symbols[j] == chars[";"]]
    joins = conjunctions(context)
    if not semicolons:
        marks, end = _closed_by(marks, start, end, joins, home, context)
    edges = [start - 1, *(semicolons or marks), end]
    found = []
    closed = bool(semicolons)
    for a, b in zip(edges, edges[1:]):
        first, last = a + 1, b
        while first < last and symbols[first] == chars[","]:
            first += 1  # "namely, (1) haste; (2) fear"
        if first + 1 < last and symbols[first + 1] in joins and context.extraction.tokens.words[home.firsts[first]] in _CLOSING:
            first += 1  # the lamp "Nell," and a rope
        if first < last and symbols[first] in joins:
            first += 1
            closed = True
        if first < last:
            found.append((first, last))
    if found and any(s in joins for s in symbols[found[-1][0] : found[-1][1]]):
        closed = True
    return found, closed


def _capital(j: int, home: Line, context: Context) -> bool:
    return context.extraction.document.text[context.extraction.tokens.starts[home.firsts[j]]].isupper()


def _goes_on(start: int, at: int, home: Line, context: Context) -> bool:
    """True where names are listed and no name follows: "namely Ada and Ruth, married sailors"."""
    article = context.lexicon.pattern("list-article")
    named = _capital(start, home, context) or bool(article.match(home.symbols, start)) and start + 1 < len(home.firsts) and _capital(start + 1, home, context)
    return named and at < len(home.firsts) and not _capital(at, home, context) and not article.match(home.symbols, at)


def _behind_quote(at: int, home: Line, context: Context) -> int:
    """The position behind a closing quotation mark, if one stands there: the "and" in '"salt," and "soap," were sold'."""
    quoted = at + 1 < len(home.symbols) and context.extraction.tokens.words[home.firsts[at]] in _CLOSING
    return at + quoted


def _closed_by(marks: list[int], start: int, end: int, joins: frozenset[str], home: Line, context: Context) -> tuple[list[int], int]:
    """The commas of a list and its end, without the remark behind the member that a conjunction closes it with: "a chalice,
    a clapper and a shoe, its buckle still fastened"."""
    edges = [start - 1, *marks, end]
    openers = [n for n in range(1, len(edges) - 1) if edges[n] + 1 < len(home.symbols) and home.symbols[_behind_quote(edges[n] + 1, home, context)] in joins]
    if openers and _capital(start, home, context) and edges[openers[-1]] + 2 < len(home.symbols) and not _capital(edges[openers[-1]] + 2, home, context):
        openers = []  # "namely Krumm and Weissach, all on the left bank, and received ..."
    if openers and _clause_behind(edges, openers[-1], joins, home, context):
        return marks[: openers[-1] - 1], edges[openers[-1]]
    if openers:
        return (marks[: openers[-1]], edges[openers[-1] + 1]) if openers[-1] + 2 < len(edges) else (marks, end)
    remark = context.lexicon.pattern("remark-opening")
    for n in range(1, len(edges) - 1):
        inner = home.symbols[edges[n - 1] + 2 : edges[n]]
        aside = home.symbols[edges[n] - 1] in joins  # "Sula and, at low tide, Dun"
        if not aside and any(s in joins for s in inner) and (remark.match(home.symbols, edges[n] + 1) or _goes_on(start, edges[n] + 1, home, context)):
            return marks[: n - 1], edges[n]
    return marks, end


def _clause_behind(edges: list[int], n: int, joins: frozenset[str], home: Line, context: Context) -> bool:
    """True of "the cook Bo and the porter Al, and this report is dedicated to them": the list was closed in front of the clause."""
    inner, start = home.symbols[edges[n - 1] + 2 : edges[n]], edges[n] + 2
    verb = near(context).place("list-clause-verb", home, start + 1, start + _CLAUSE)
    return any(s in joins for s in inner) and verb >= 0 and context.lexicon.symbols.chars[","] not in home.symbols[start:verb]
