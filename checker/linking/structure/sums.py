"""Totals and their parts: a list after the total, a total after the list, and partitions that a word closes.

Where the words leave open which figures are parts, every way to read them is given; they compete under one key, and only
one that the grammar ties can be proved wrong.

    the fund is worth 7.4bn: 3.1bn for rail, 2.6bn for ports and 1.7bn for canals     list after a colon, dash or verb
    3.1bn for rail and 2.6bn for ports, 5.7bn in all                                  total after the list
    47 firms ... 19 of them ...; nine ...; the other nineteen                         closed by "the other"
"""

from __future__ import annotations

from itertools import islice

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.enumerations import item_lines
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.units import compatible

_TOTALS = frozenset(["count", "number", "currency", "physical", "duration", "percent"])
_HEAD = 10  # words between a total and the mark that opens its list
_CLAUSE = 28  # words between a total and the verb that opens its list
_MOST_PARTS = 12
_LINES_BACK = 10
_MOST_BACK = 9
_DECLARED = 16  # sentences in which the parts of a declared division stand
_WALKED = 80  # figures in front of a closing part that are looked at


def sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    found: list[Frame] = []
    lines = prose_lines(context)
    for line in lines:
        if not line.quantities() and not line.symbols.endswith(context.lexicon.symbols.chars[":"]):
            continue
        found.extend(_after_mark(line, context))
        found.extend(_before_total(line, context))
        found.extend(_closed(line, context))
        found.extend(_bulleted(line, context))
    for n, line in enumerate(lines):
        found.extend(_declared(lines[n : n + _DECLARED], context))
    for line, after in zip(lines, lines[1:]):
        found.extend(_next_sentence(line, after, context))
        found.extend(_seats(line, after, context))
    return found


# ---------------------------------------------------------------- what can be part of what


def kin(total: Quantity, part: Quantity) -> bool:
    """True where the part can be measured like the total: its unit, or no unit of its own."""
    if part.kind not in _TOTALS or part.value is None or part.value <= 0 or "/" in (part.unit or ""):
        return False
    if total.kind in ("count", "number") and not (total.unit or "").count("/"):
        return part.kind in ("count", "number")
    if part.kind == "number" and part.unit is None:
        return part.scale == total.scale != 1 or total.kind == "physical" and part.scale == 1 and part.style == "digits"
    return part.kind == total.kind and compatible(total.unit, part.unit)


def _totals(line: Line, context: Context) -> list[int]:
    """Positions of the figures of a line that can be totals."""
    found = []
    for at, index in enumerate(line.quantity):
        if index >= 0:
            q = context.quantity(index)
            if q.kind in _TOTALS and q.value is not None and q.value > 1 and "/" not in (q.unit or "") and q.approx is None:
                found.append(at)
    return found


def _bare_or_same(part: Quantity, total: Quantity, context: Context) -> bool:
    """True where nothing says that the part counts other things than the total: patients are participants."""
    if part.kind == "number" or total.kind not in ("count", "number") or part.noun[-1:] == total.noun[-1:]:
        return True
    anyone, words = context.lexicon.pack.words("all-in"), context.extraction.tokens.words
    return all(q.noun_last >= 0 and words[q.noun_last] in anyone for q in (part, total) if q.noun)


# ---------------------------------------------------------------- lists after the total


def _after_mark(line: Line, context: Context) -> list[Frame]:
    found = []
    lexicon = context.lexicon
    opened = {m.end(): True for m in lexicon.pattern("composed").finditer(line.symbols)}
    opened |= {m.end(): False for m in lexicon.pattern("composes").finditer(line.symbols)}
    for at in _totals(line, context):
        if _subset(at, line, context) or _compared(line.quantity[at], context):
            continue
        start, sort = _list_start(at, line, opened, context)
        if not start:
            continue
        total = line.quantity[at]
        parts = _list(start, line, context.quantity(total), context)
        if parts is None or len(parts) < 2:
            continue
        tied = _list_ties(sort, total, parts, start, line, context)
        if tied or sort != "comma":
            found.append(_frame(total, tuple(parts), tied, 0, line, context))
    return found


def _list_start(at: int, line: Line, opened: dict[int, bool], context: Context) -> tuple[int, str]:
    """Where the list of the total at a position begins, and what opens it: mark, verb, comma."""
    chars = context.lexicon.symbols.chars
    symbols, comma = line.symbols, chars[","]
    dashes = {chars["–"], chars["—"]}
    crossed = False
    for j in range(at + 1, min(len(symbols), at + _CLAUSE)):
        s = symbols[j]
        if j in opened:
            return (j, "verb") if opened[j] or not crossed else (0, "")
        if line.quantity[j] >= 0:
            q = context.quantity(line.quantity[j])
            if crossed and q.is_measure or kin(context.quantity(line.quantity[at]), q):
                return (j, "comma") if symbols[j - 1] == comma and j - at <= 6 and not crossed else (0, "")
        if s in (chars[";"], chars["("], chars[")"], chars["."]):
            return 0, ""
        if s == chars[":"] and j - at <= _HEAD:
            return j + 1, "mark"
        if (s in dashes or s == chars["-"] and _spaced(j, line, context)) and j - at <= _HEAD and not crossed:
            return j + 1, "dash"
        if s == comma and not (j + 1 < len(symbols) and line.quantity[j + 1] >= 0):
            crossed = True
    return 0, ""


def _spaced(j: int, line: Line, context: Context) -> bool:
    tokens, text = context.extraction.tokens, context.extraction.document.text
    start = tokens.starts[line.firsts[j]]
    return text[start - 1 : start].isspace() and text[start + 1 : start + 2].isspace()


def _list(start: int, line: Line, total: Quantity, context: Context) -> list[int] | None:
    """The parts listed from a position on: one a member of the list; None where a member has two."""
    chars = context.lexicon.symbols.chars
    joins = {chars[","], chars[";"], *(chars[w] for w in context.lexicon.pack.words("conjunction") if w in chars)}
    stops = {chars[":"], chars["("], chars[")"], chars["–"], chars["—"]}
    subset, breaks = context.lexicon.pattern("subset-of"), context.lexicon.breaks
    compared = context.lexicon.pattern("versus-word")
    parts: list[int] = []
    fresh = True
    for j in range(start, len(line.symbols)):
        s, index = line.symbols[j], line.quantity[j]
        if index < 0:
            if s in joins:
                fresh = True
            elif s in stops or j > start and breaks.match(line.symbols, j) and s not in joins:
                break
            continue
        q = context.quantity(index)
        if not kin(total, q):
            if q.is_measure and q.kind in ("count", "number", "currency") and fresh:
                return None
            continue
        if any(m.end() == j for m in subset.finditer(line.symbols, max(0, j - 4), j)):
            if fresh:
                return None
            continue
        if not fresh or parts and compared.search(line.symbols, context.lines.position_of[parts[-1]] + 1, j):
            return None
        parts.append(index)
        fresh = False
    return parts if len(parts) <= _MOST_PARTS else None


def _list_ties(sort: str, total: int, parts: list[int], start: int, line: Line, context: Context) -> bool:
    """Whether the list is tied to its total: closed by a conjunction, counted in the total's noun or in none."""
    t = context.quantity(total)
    found = [context.quantity(p) for p in parts]
    if sum(f.approx is not None for f in found) or not t.noun and t.kind in ("count", "number"):
        return False
    if t.value == len(parts) or t.value <= 20 and max(f.value for f in found) >= t.value:
        return False  # "two groups: 3,579 to one and 3,575 to the other" announces
    if _added(parts, line, context):
        return False
    chars = context.lexicon.symbols.chars
    at = context.lines.position_of[parts[-1]]
    before = line.symbols[max(start, at - 6) : at]
    closed = any(chars[w] in before for w in context.lexicon.pack.words("conjunction") if w in chars)
    same = all(_bare_or_same(f, t, context) for f in found)
    if t.kind == "count" and not same:
        whole = t.noun[-1] in context.lexicon.pack.words("all-in") or context.extraction.tokens.words[t.noun_last] in context.lexicon.pack.words("all-in")
        same = whole and len({f.noun[-1:] for f in found if f.noun}) == sum(bool(f.noun) for f in found)
    if not (closed and same):
        return False
    if sort == "comma":
        if line.symbols[_after_noun(total, line, context) : _after_noun(total, line, context) + 1] != chars[","]:
            return False
        end = context.lines.position_of[parts[0]] + 3
        of_them = context.lexicon.pattern("of-them").search(line.symbols, context.lines.position_of[parts[0]], end)
        if t.value <= max(f.value for f in found):
            return False
        return bool(of_them) or len(parts) > 2 and t.kind == "count" and all(f.kind == "number" for f in found)
    return True


def _after_noun(index: int, line: Line, context: Context) -> int:
    """Position after a figure and the noun that it counts."""
    q, at = context.quantity(index), context.lines.position_of[index]
    return at + 1 + max(0, q.noun_last - q.last)


def _added(parts, line: Line, context: Context) -> bool:
    """True where some part is what comes on top of others: "five more", "also", "another"."""
    more, each = context.lexicon.pattern("increment"), context.lexicon.pattern("each-one")
    first, last = (context.lines.position_of[parts[i]] for i in (0, -1))
    span = max(0, first - 4), min(len(line.symbols), last + 4)
    return bool(more.search(line.symbols, *span) or each.search(line.symbols, *span))


# ---------------------------------------------------------------- totals after the list


def _before_total(line: Line, context: Context) -> list[Frame]:
    """"A for rail and B for ports, T in all": the figures of the sentence in front of the total."""
    lexicon = context.lexicon
    before, after = lexicon.pattern("in-all"), lexicon.pattern("in-all-after")
    found = []
    for at in _totals(line, context):
        index = line.quantity[at]
        leads = any(m.end() == at for m in before.finditer(line.symbols, max(0, at - 8), at))
        follows = after.search(line.symbols, at + 1, at + 6)
        if not leads and not (follows and not any(q >= 0 for q in line.quantity[at + 1 : follows.start()])):
            continue
        total = context.quantity(index)
        parts = [q for q in line.quantities(0, at) if kin(total, context.quantity(q))]
        parts = [q for q in parts if not _subset(context.lines.position_of[q], line, context)]
        for first in range(max(0, len(parts) - _MOST_PARTS), len(parts) - 1):
            chosen = tuple(parts[first:])
            set_off = leads or at and line.symbols[at - 1] == context.lexicon.symbols.chars[","]
            tied = first == 0 and bool(set_off) and not _added(chosen, line, context) and _adjacent(chosen, line, context) and all(_bare_or_same(context.quantity(p), total, context) for p in chosen[1:])
            found.append(_frame(index, chosen, tied, 0, line, context))
    return found


def _adjacent(parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True where no other measure stands between the parts, and a conjunction before the last."""
    first, last = (context.lines.position_of[parts[i]] for i in (0, -1))
    others = [q for q in line.quantities(first, last + 1) if context.quantity(q).is_measure]
    chars = context.lexicon.symbols.chars
    between = line.symbols[context.lines.position_of[parts[-2]] : last]
    joined = any(chars[w] in between for w in context.lexicon.pack.words("conjunction") if w in chars)
    return len(others) == len(parts) and joined


def _subset(at: int, line: Line, context: Context) -> bool:
    """True of a figure that is a share of the one before it, or something to compare with."""
    return any(m.end() == at for m in context.lexicon.pattern("subset-of").finditer(line.symbols, max(0, at - 4), at))


# ---------------------------------------------------------------- totals in another sentence or above a list


def _next_sentence(line: Line, after: Line, context: Context) -> list[Frame]:
    """"Sales were 795 million. By segment, ..."; "We have 5,600 members. 3,100 of them ...; 1,700 ...; and 800 ..."."""
    if after.block != line.block:
        return []
    opened = context.lexicon.pattern("by-parts").match(after.symbols)
    of_them = context.lexicon.pattern("of-them").match(after.symbols, 1) if after.quantity[0] >= 0 else None
    if not opened and not of_them:
        return []
    for at in reversed(_totals(line, context)):
        total = line.quantity[at]
        if _compared(total, context):
            continue
        parts = _list(opened.end() if opened else 0, after, context.quantity(total), context)
        if parts is None or len(parts) < 2:
            continue
        semicolons = after.symbols.count(context.lexicon.symbols.chars[";"], 0, context.lines.position_of[parts[-1]])
        tied = (opened or semicolons >= len(parts) - 1 > 1) and _list_ties("mark", total, parts, 0, after, context)
        return [_frame(total, tuple(parts), bool(tied), 2, after, context)]
    return []


def _declared(lines: list[Line], context: Context) -> list[Frame]:
    """"187 minutes, spread over three incidents": and then one figure a paragraph, or just three of them."""
    home = lines[0]
    where = [line for line in lines[:2] if line is home or line.block == home.block]
    number = next((q for line in where for q in _division(line, context)), None)
    if number is None or context.quantity(number).value is None or not 2 <= context.quantity(number).value <= 8:
        return []
    size = context.quantity(number).value
    for at in _totals(home, context):
        total = home.quantity[at]
        t = context.quantity(total)
        if total == number or _compared(total, context) or t.kind in ("count", "number") and t.value <= 20:
            continue
        rest = [line for line in lines if line.number > max(w.number for w in where)]
        parts = [q for line in rest for q in line.quantities() if kin(t, context.quantity(q)) and context.quantity(q).kind == t.kind and context.quantity(q).unit == t.unit]
        firsts = list({context.line(q).block: q for q in reversed(parts)}.values())[::-1]
        for chosen in (parts, firsts):
            if len(chosen) == size and all(context.quantity(p).value < t.value for p in chosen):
                return [_frame(total, tuple(chosen), not any(_compared(p, context) for p in chosen), 3, home, context, whole=True)]
        return []
    return []


def _division(line: Line, context: Context) -> list[int]:
    """The counts that say into how many parts something falls."""
    found = []
    for m in context.lexicon.pattern("spread-over").finditer(line.symbols):
        found.extend(line.quantities(m.end(), m.end() + 5)[:1])
    for m in context.lexicon.pattern("spread").finditer(line.symbols):
        found.extend(q for q in line.quantities(m.end(), m.end() + 1) if context.quantity(q).approx)
    return [q for q in found if context.quantity(q).kind == "count"]


def _seats(line: Line, after: Line, context: Context) -> list[Frame]:
    """"The assembly has 151 members. ... the Bloc won 72 seats, the Union 49, the List 18 and the Movement 12."."""
    words = context.extraction.tokens.words
    sized, seats = context.lexicon.pack.words("assembly"), context.lexicon.pack.words("seats")
    for at in _totals(line, context):
        t = context.quantity(line.quantity[at])
        if t.kind != "count" or words[t.noun_last] not in sized:
            continue
        first = next((q for q in after.quantities() if context.quantity(q).kind in ("count", "number")), None)
        if first is None or context.quantity(first).noun_last < 0 or words[context.quantity(first).noun_last] not in seats:
            return []
        parts = _list(context.lines.position_of[first], after, t, context)
        if parts and len(parts) > 2 and all(context.quantity(p).kind == "number" for p in parts[1:]):
            tied = _list_ties("mark", line.quantity[at], [first, *parts[1:]], 0, after, context)
            return [_frame(line.quantity[at], tuple(parts), tied or len(parts) > 3, 2, line, context)]
    return []


def _bulleted(line: Line, context: Context) -> list[Frame]:
    """A total in front of a list whose items have one part each."""
    if not line.symbols.endswith(context.lexicon.symbols.chars[":"]):
        return []
    items = item_lines(line, context)
    if len(items) < 2:
        return []
    said = context.lexicon.pattern("breakdown").search(line.symbols)
    for home in (line, context.lines.lines[line.number - 1] if line.number else line):
        for at in reversed(_totals(home, context)):
            total = home.quantity[at]
            parts = [[q for q in item.quantities() if kin(context.quantity(total), context.quantity(q))] for item in items]
            if any(len(p) != 1 for p in parts):
                continue
            chosen = tuple(p[0] for p in parts)
            t = context.quantity(total)
            level = t.kind not in ("count", "number") or t.value > 20
            tied = (said or home is line) and level and not _compared(total, context) and all(_bare_or_same(context.quantity(p), t, context) for p in chosen)
            return [_frame(total, chosen, bool(tied), 2, line, context)]
    return []


# ---------------------------------------------------------------- partitions that a word closes


def _closed(line: Line, context: Context) -> list[Frame]:
    found = []
    ends = {m.end() for m in context.lexicon.pattern("closing-part").finditer(line.symbols)}
    for end in sorted(ends):
        at = next((j for j in (end, end + 1) if j < len(line.symbols) and line.quantity[j] >= 0), None)
        if at is None:
            continue
        rest = context.quantity(line.quantity[at])
        if rest.kind not in _TOTALS or rest.kind in ("duration", "percent") or rest.value is None or "/" in (rest.unit or ""):
            continue
        found.extend(_partition(line.quantity[at], at, line, context))
    return found


def _partition(rest: int, at: int, line: Line, context: Context) -> list[Frame]:
    """Every figure in front of the closing part as its total, those between as the other parts."""
    closing = context.quantity(rest)
    near = islice(_walk_back(at, line, context), _WALKED)
    akin = (q for q in near if kin(closing, context.quantity(q)) or kin(context.quantity(q), closing))
    before = list(islice((q for q in akin if not _compared(q, context)), _MOST_BACK))
    frames = []
    best = None
    for k, total in enumerate(before):
        t = context.quantity(total)
        if k == 0 or t.value is None or t.value <= closing.value or not kin(t, closing):
            continue
        parts = [p for p in before[:k] if kin(t, context.quantity(p)) and context.quantity(p).value != 1]
        named = [p for p in parts if _bare_or_same(context.quantity(p), t, context)]
        for chosen in (parts, named, [p for p in named if not _nested(p, context)]):
            if chosen:
                frames.append((total, (*reversed(chosen), rest)))
            first = _part_of(total, context)
            if first is not None:
                frames.append((total, (first, *reversed(chosen), rest)))
                singles = [p for p in before[:k] if p not in chosen and context.quantity(p).value == 1]
                frames.append((total, (first, *reversed(chosen), *singles, rest)))
        if t.noun or t.kind not in ("count", "number"):
            if best is None or t.value > context.quantity(best).value:
                best = total
    blocked = _overlaps(line, context)
    return [
        _frame(total, parts, total == best and _fits(total, parts, context) and _near(total, parts, line, context), 2, line, context, rest, blocked)
        for total, parts in dict.fromkeys(frames)
    ]


def _fits(total: int, parts: tuple[int, ...], context: Context) -> bool:
    t = context.quantity(total)
    found = [context.quantity(p) for p in parts]
    return t.approx is None and all(f.approx is None and _bare_or_same(f, t, context) and f.value < t.value for f in found)


def _part_of(total: int, context: Context) -> int | None:
    """The part in front of "of" its total: thirteen of 16."""
    line, at = context.line(total), context.lines.position_of[total]
    before = next((j for j in range(at - 1, max(-1, at - 4), -1) if line.quantity[j] >= 0), None)
    if before is None or not context.lexicon.pattern("part-of").fullmatch(line.symbols, before + 1, at):
        return None
    return line.quantity[before]


def _near(total: int, parts: tuple[int, ...], line: Line, context: Context) -> bool:
    """True of a total of the same or the previous sentence, or farther away with little else counted in between."""
    home = context.line(total)
    others = [q for q in home.quantities(context.lines.position_of[total] + 1) if q in parts[:-1]]
    if others and line.number != home.number and (line.number - home.number > 1 or context.quantity(total).kind == "currency"):
        return False
    if line.number - home.number <= 1:
        return True
    between = range(total + 1, parts[-1])
    others = [i for i in between if i not in parts and context.quantity(i).kind in ("count", "number", "currency") and context.quantity(i).kind == context.quantity(total).kind]
    return len(parts) > 2 and len(others) <= 3


def _walk_back(at: int, line: Line, context: Context):
    yield from reversed(line.quantities(0, at))
    lines, kinds = context.lines.lines, context.extraction.document.blocks
    for number in range(line.number - 1, max(-1, line.number - 1 - _LINES_BACK), -1):
        other = lines[number]
        if kinds and other.block < len(kinds) and kinds[other.block].kind in ("table", "code"):
            return
        yield from reversed(other.quantities())


def _compared(index: int, context: Context) -> bool:
    """True of a figure that another is compared with: "up from 1,750"."""
    line, at = context.line(index), context.lines.position_of[index]
    origin = context.lexicon.pattern("compared-word")
    return any(m.end() == at for m in origin.finditer(line.symbols, max(0, at - 4), at))


def _nested(index: int, context: Context) -> bool:
    """True of "four of them" after another part of the clause: a part of that part."""
    line, at = context.line(index), context.lines.position_of[index]
    follows = context.lexicon.pattern("of-them").match(line.symbols, at + 1)
    return bool(follows) or _subset(at, line, context)


# ---------------------------------------------------------------- frames


def _overlaps(line: Line, context: Context) -> str | None:
    """The reason why parts need not add up, where words of the sentence or of its neighbours say so."""
    words = context.lexicon.pattern("overlapping")
    lines = context.lines.lines
    for number in range(max(0, line.number - 1), min(len(lines), line.number + 2)):
        if lines[number].block == line.block and words.search(lines[number].symbols):
            return "blocked-overlap"
    return None


def _frame(total, parts, tied, tier, line, context, rest=None, blocked=None, whole=False) -> Frame:
    q = context.quantity(total)
    claims = {"total": (total,), "part": parts, **({"rest": (rest,)} if rest is not None else {})}
    blocked = None if whole else blocked or _overlaps(line, context)
    return Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), tier, blocked)
