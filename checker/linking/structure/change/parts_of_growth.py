"""The growth of a whole and of the parts that make it up: it lies between theirs.

Only where words close the partition: "food up 1.7% and all other goods up 4.2%", "domestic ... foreign", "its two
divisions". A third part without a figure, a price beside a quantity, an average or another currency opens it again. The rate
of the whole is the one that "overall" or "taken together" stands by, else the first of the passage.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.part_doubts import of_times, open_counts
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near
from checker.model import Frame

Rate = tuple[Line, Item]
RATES = frozenset(KIND_SYMBOLS[k] for k in ("percent", "ratio"))
_FEW, _MOST = 3, 8  # rates that close without a count of the parts; rates at all
_OFF = 4  # a whole that grew so many times as much as its parts is none
_NAMED = 3  # symbols in "of the index"
_LINES = 6  # sentences of a passage that names a number of parts


def parts_of_growth(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "growth-of-total": the growth of the whole as "change", those of the parts as "part"."""
    reader = reader_of(context)
    found: list[Frame] = []
    in_turn = {f.claims["change"] for f in frames if f.source == "growth in turn"}
    for line in context.lines.figured:
        if not RATES.isdisjoint(line.symbols):
            for lines in _passages(line, reader):
                frame = _of(lines, reader)
                if frame is not None:
                    found.extend([] if frame.claims["change"] in in_turn else [frame])
                    break
    return found


def _passages(line: Line, reader: Reader):
    """Runs of sentences of one paragraph from this one on that can hold a whole and its parts, the shortest first."""
    lines = reader.context.lines.lines
    for size in range(1, _LINES + 1):
        passage = lines[line.number : line.number + size]
        if len(passage) < size or passage[-1].block > line.block + 2 or size > 2 and passage[-1].block != line.block and not rates(passage[-1], reader):
            return
        if size == 1 or rates(passage[-1], reader):
            yield passage


def rates(line: Line, reader: Reader) -> list[Rate]:
    """The changes in percent of one sentence, and bare figures that carry one on: "up 18 per cent, by sea up 9"."""
    known = reader.rated.get(line.number)  # passages overlap
    if known is None:
        known = reader.rated[line.number] = _rates(line, reader)
    return known


def _rates(line: Line, reader: Reader) -> list[Rate]:
    found: list[Rate] = []
    sign = 0
    for item in reader.row(line.number):
        q = reader.quantity(item) if item.index >= 0 else None
        if q is None or q.kind not in ("percent", "ratio") and not (q.kind == "number" and found and (item.kind == "change" or _carried(line, item, reader))):
            continue
        at = item.at
        if item.kind == "change" and found and line.symbols[at + 1 : at + 2] and line.symbols[at + 1] in reader.words.of and _of_any(line, at + 2, reader):
            continue  # "received by 9% of employees but by 31% of those under 20"
        if item.kind == "level" and (at and reader.context.lexicon.pattern("be-verb").match(line.symbols, at - 1) or _in_bracket(line, at, reader)):
            continue  # "the premium was 45%", "in 929 of them (41%)"
        if item.kind == "change" and not item.aside and (item.sign or sign) and "/" not in (q.unit or ""):
            sign = item.sign or sign
            found.append((line, item))
        elif item.kind == "level" and (not item.then or _joined(line, item, found)) and (q.kind == "percent" or _carried(line, item, reader)) and line.symbols[item.at + 1 : item.at + 2] not in reader.words.of and (sign and item.word in ("", "than") or _listed(line, item, reader)):
            found.append((line, item))
    return found


def _in_bracket(line: Line, at: int, reader: Reader) -> bool:
    """True of the share right behind a count: no growth is told so."""
    opened = at > 1 and line.symbols[at - 1] == reader.context.lexicon.symbols.chars["("]
    return opened and any(q >= 0 and reader.context.quantity(q).kind in ("count", "number") for q in line.quantity[max(0, at - 4) : at - 1])


def _of_any(line: Line, at: int, reader: Reader) -> bool:
    """True of a plain noun behind "of", not of "lost 18% of its readers"."""
    context = reader.context
    return at < len(line.firsts) and context.extraction.tokens.words[line.firsts[at]] not in context.function


def _carried(line: Line, item: Item, reader: Reader) -> bool:
    """True of the bare figure in "winter sowings by 11 per cent and spring sowings by 3"."""
    q = reader.quantity(item)
    following = line.symbols[item.at + 1 : item.at + 2]
    ends = not following or following in reader.words.separators or following in reader.words.conjunction
    return q.kind == "number" and not q.noun and q.unit is None and q.value is not None and 0 < q.value < 100 and ends


def _joined(line: Line, item: Item, found: list[Rate]) -> bool:
    """True of a rate that "and" joins to the one in front: "5.2% more than a year before and that of others 2.8%"."""
    return bool(found) and found[-1][0] is line and not item.word


def _listed(line: Line, item: Item, reader: Reader) -> bool:
    """True of "went up 3 percent: 5 percent in the elementary grades and 1 percent in the upper ones", behind the colon."""
    row = reader.row(line.number)
    colon = next((i.at for i in row if i.kind == "mark" and i.word == ":" and i.at < item.at), None)
    return colon is not None and not item.word and any(i.kind == "change" and i.sign and i.at < colon for i in row)


def _of(lines: list[Line], reader: Reader) -> Frame | None:
    found = [r for line in lines for r in rates(line, reader)]
    if not _FEW <= len(found) <= _MOST:
        return None
    words = reader.words
    text = "".join(line.symbols for line in lines)
    if any(item.blocked for _, item in found) or any(s in words.reopening or s in words.averages for r in found for s in _segment(*r, reader)) or _with_levels(found, reader):
        return None
    sums = [n for n, (line, item) in enumerate(found) if _stands_by(words.whole_growth, line, item, found, reader)]
    sums = sums or [n for n, (line, item) in enumerate(found) if _stands_by(words.both, line, item, found, reader)]
    both = len(sums) == 1 and len(found) == _FEW and not _both_named(*found[sums[0]], reader) and _stands_by(words.both, *found[sums[0]], found, reader)
    united = len(sums) == 1 and len(found) == _FEW and _stands_by(words.united, *found[sums[0]], found, reader)
    before = reader.context.lines.lines[max(0, lines[0].number - 1) : lines[0].number]
    heading = [line for line in before if line.block == lines[0].block]
    count = both or united or _count([*heading, *lines], len(found) - 1, reader)
    if not count and (len(lines) > 2 or not _closed(text, reader)) or any(rest_untold(line, found, reader) for line in lines):
        return None
    following = reader.context.lines.lines[lines[-1].number + 1 : lines[-1].number + 2]
    if _count([*lines, *(line for line in following if line.block == lines[0].block)], len(found), reader):
        return None  # all of them are parts
    if len(sums) > 1 or not sums and len(found) != _FEW and not count:
        return None
    at = sums[0] if sums else 0
    if not sums and not count and (_is_side(*found[0], found[1], reader) or _rest_in_between(found, reader)):
        return None
    if not sums and _one_of_them(*found[0], len(found) - 1, reader):
        return None
    if not count and _unlike(found, at, reader) or sums and of_times(*found[at], found, reader):
        return None
    if not count and len(found) != _FEW and not sums or _bare_moves(found, reader):
        return None
    return growth_frame(found, at, reader)


def _segment(line: Line, item: Item, reader: Reader) -> str:
    """What stands around a rate between semicolons and colons."""
    cuts = [i.at for i in reader.row(line.number) if i.kind == "mark" and i.word in (";", ":")]
    return line.symbols[max([c for c in cuts if c < item.at], default=0) : min([c for c in cuts if c > item.at], default=len(line.symbols))]


def growth_frame(found: list[Rate], at: int, reader: Reader) -> Frame | None:
    """The frame of the rates of a passage, the one at a place being that of the whole."""
    signs = _signs(found)
    line, total = found[at]
    parts = [(item, sign) for n, ((_, item), sign) in enumerate(zip(found, signs)) if n != at]
    with_it = tuple(item.index for item, sign in parts if sign == signs[at])
    against = tuple(item.index for item, sign in parts if sign != signs[at])
    if not with_it or not signs[at]:
        return None
    if reader.quantity(total).approx in ("above", "below") or _smaller(found, at, reader) or open_counts(found, reader):
        return None
    rates = [reader.quantity(item).value for item, _ in parts]
    if None in (*rates, reader.quantity(total).value) or len(set(rates)) == 1 < len(rates) or reader.quantity(total).value > _OFF * max(rates):
        return None  # one rate told twice; a rate of something else
    cue = offsets(line, total.at, total.at + 1, reader.context.extraction)
    claims = {"change": (total.index,), "part": with_it}
    if against:
        claims["other"] = against
        return Frame("growth-of-total-mixed", cue, claims, {}, 0, frozenset(claims), 2, None, (), "parts_of_growth")
    return Frame("growth-of-total", cue, claims, {}, signs[at], frozenset(claims), 2, None, (), "parts_of_growth")


def _signs(found: list[Rate]) -> list[int]:
    """The direction of each rate; one that is not told goes with the one in front of it."""
    signs, last = [], next((item.sign for _, item in found if item.sign), 0)
    for _, item in found:
        last = item.sign or last
        signs.append(last)
    return signs


def _both_named(line: Line, item: Item, reader: Reader) -> bool:
    """True of "1% in both cable and media": two names, not the two parts together."""
    pattern = reader.context.lexicon.pattern("both-word")
    joined = reader.words.conjunction
    return any(any(s in joined for s in line.symbols[m.end() : m.end() + 4]) for m in pattern.finditer(line.symbols, item.at, item.at + 5))


def _with_levels(found: list[Rate], reader: Reader) -> bool:
    """True where a rate has an old and a new value of its own that is a rate: "slowed from 4% to 3%"."""
    return any(i.kind == "level" and i.word in ("from", "base", "to") and reader.quantity(i).kind == "percent" for n in {line.number for line, _ in found} for i in reader.row(n))


def _unlike(found: list[Rate], at: int, reader: Reader) -> bool:
    """True where a part is a measure of its own that the whole is not: exports beside imports, losses beside expenses."""
    pattern = reader.context.lexicon.pattern("growth-measure")
    before = [line.symbols[max([i.at + 1 for other, i in found if other is line and i.at < item.at], default=0) : item.at] for line, item in found]
    measures = [{m.group() for m in pattern.finditer(_but_rest(text, reader))} for text in before]
    named = [words for n, words in enumerate(measures) if n != at and words]
    return bool(measures[at]) and any(not words & measures[at] for words in named)


def _but_rest(text: str, reader: Reader) -> str:
    """A part's words without "the rest of the index": that is the whole."""
    for said in reader.words.closing_rest:
        at = text.find(said)
        if at >= 0:
            return text[:at] + text[at + len(said) + _NAMED :]
    return text


def _smaller(found: list[Rate], at: int, reader: Reader) -> bool:
    """True where the whole ends at less than one of its parts: "surplus up 15% to 358m, expenses up 7.5% to 782m"."""
    ends = [next((reader.quantity(i) for i in reader.row(line.number) if i.kind == "level" and i.word == "to" and 0 < i.at - item.at < 6), None) for line, item in found]
    whole = ends[at]
    if whole is None or whole.value is None:
        return False
    alike = (q for q in ends if q is not None and q.value is not None and (q.kind, q.unit) in ((whole.kind, whole.unit), ("number", None)) and q.scale == whole.scale)
    return any(q.value > whole.value for q in alike)


def _count(lines: list[Line], parts: int, reader: Reader) -> bool:
    """True where the passage says how many parts there are and as many have a rate: "its two divisions"."""
    words = reader.words
    for line in lines:
        for p in (p for p, s in enumerate(line.symbols) if parts == 2 and s in words.both):
            if any(s in words.part_nouns for s in line.symbols[p + 1 : p + 4]):
                return True
        for q in line.figures:
            quantity = reader.context.quantity(q)
            if quantity.kind in ("count", "number", "ratio") and quantity.value == parts and quantity.unit != "percent":
                at = reader.context.lines.position_of[q]
                near = line.symbols[max(0, at - 4) : at + 5]
                if any(said in near for said in words.part_nouns):
                    return True
    return False


def _rest_in_between(found: list[Rate], reader: Reader) -> bool:
    """True of "Hay was 2% dearer. Straw, which is everything else, rose 7%. The barn cost 5% more": the first may be a part."""
    (line, item), (third, _) = found[1], found[-1]
    start = max([i.at for other, i in found if other is line and i.at < item.at], default=0)
    return third is not line and any(said in line.symbols[start : item.at] for said in reader.words.closing_rest)


def _one_of_them(line: Line, item: Item, parts: int, reader: Reader) -> bool:
    """True of the rate of a part: "water, the largest of the three divisions, grew by 12%", "one of its two businesses"."""
    for q in line.quantities(0, item.at):
        quantity, at = reader.context.quantity(q), reader.context.lines.position_of[q]
        if quantity.kind in ("count", "number") and quantity.value == parts and any(s in reader.words.of for s in line.symbols[max(0, at - 2) : at]):
            return any(said in line.symbols[at : at + 5] for said in reader.words.part_nouns)
    return False


def _is_side(line: Line, item: Item, following: Rate, reader: Reader) -> bool:
    """True of "services are 6.1% dearer, goods only 1.1%, food 5.0%": the first is itself one of two that are opposites."""
    stop = following[1].at if following[0] is line else len(line.symbols)
    end = next((p for p in range(item.at + 1, stop) if line.symbols[p] in reader.words.separators), stop)
    own = line.symbols[:end]
    return any((a in own) != (b in own) for a, b in reader.words.opposites)


def _closed(text: str, reader: Reader) -> bool:
    """True where words say that the parts make up the whole: "all other", "the rest", or two that are opposites."""
    words = reader.words
    text = reader.context.lexicon.pattern("growthpart-hand").sub("", text)
    if any(s in text for s in words.closing_rest):
        return True
    return any(a in text and b in text for a, b in words.opposites)


def rest_untold(line: Line, found: list[Rate], reader: Reader) -> bool:
    """True of "the remainder came from Asia, which nearly doubled" and of "terraces, for which no separate index is published": a
    part whose rate is not there."""
    if near(reader.context).has("growth-untold", line):
        return True
    places = [p for said in reader.words.closing_rest if (p := line.symbols.find(said)) >= 0]
    return bool(places) and not any(other is line and item.at > min(places) for other, item in found)


def _stands_by(said_of: frozenset[str], line: Line, item: Item, found: list[Rate], reader: Reader) -> bool:
    """True where words ("overall", "as a whole", "the sum of the two") stand by a rate and not by another."""
    others = [i.at for other, i in found if other is line and i is not item]
    left = max([p + 1 for p in others if p < item.at], default=0)
    if left:  # "fell 4 percent overall, the Mint losing 9": up to the mark it is said of the one in front
        left = next((p for p in range(left, item.at) if line.symbols[p] in reader.words.separators), left)
    right = min([p for p in others if p > item.at], default=len(line.symbols))
    right = min([p for p in range(item.at, right) if line.symbols[p] in reader.words.separators or line.symbols[p] in reader.words.breaks], default=right)
    left = max([p for p in range(left, item.at) if line.symbols[p] in reader.words.breaks or reader.words.separators.get(line.symbols[p]) in (";", ":")], default=left)
    reach = line.symbols[max(left, item.at - 16) : item.at] + line.symbols[item.at : min(right, item.at + 9)]
    return any(said in reach for said in said_of) and not reader.context.lexicon.pattern("growthdiv-makes-up").search(reach)


def _bare_moves(found: list[Rate], reader: Reader) -> bool:
    """True where something else moves without a figure: "but, with America down, just 4% for the group"."""
    numbers = {line.number for line, _ in found}
    opening = min((item.at for line, item in found if line.number == min(numbers)), default=0)
    loose = [(n, i) for n in numbers for i in reader.row(n) if i.kind == "move" and i.sign and not i.noun and (n > min(numbers) or i.at > opening)]
    return len(loose) > 1 and any(all(abs(i.start - item.at) > 3 for line, item in found if line.number == n) for n, i in loose)
