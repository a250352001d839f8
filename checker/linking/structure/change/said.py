"""What the words around a figure say it is: a change by the words in front or behind, else a level and which."""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS, MEASURE_SYMBOLS
from checker.linking.lines import Line
from checker.linking.structure.change.terms import AMOUNTS, CHANGES, Item, Mark, Words

_LEADING = frozenset("move by of to from base on after at comparative or".split())  # tags of words that may lead from a word of moving to a figure


def said_before(item: Item, q, left: int, gap: list[Mark], line: Line, words: Words, claimed: set[int], items) -> bool:
    """A change by the words in front: rose 12%, rose in May by 12%, an increase of 12%, growth was 12%."""
    marks = [m for m in gap if m.tag in _LEADING]
    if not marks:
        return False
    last = marks[-1]
    moves = [m for m in marks if m.tag == "move"]
    amount = q.kind in AMOUNTS
    if last.tag == "by" and line.symbols[item.at + 1 : item.at + 2] not in words.moving_nouns and _fills(last.end, item.at, line, words, 4) and words.level_verb.isdisjoint(line.symbols[last.end : item.at]):
        return _said_by(item, left, last, moves, amount, line, words, claimed, items)
    own = amount and not _on_base(item.at + 1, line, words)  # a loss of 5m, not "a gain of 27 on the 291"
    if last.tag == "move" and not (own and last.symbols in words.amount_nouns):
        reach = line.symbols[last.end : item.at]
        if _fills(last.end, item.at, line, words, 2 if amount else 4, 0 if amount else 2) and words.phrase_end.isdisjoint(reach):
            _take(item, last, words, claimed)
            return True
    if not amount and moves and last.tag in ("move", "at") and _marks_level(item.at + 1, line, words):
        reach = line.symbols[moves[-1].end : item.at]
        if len(reach) <= 9 and not any(s in words.separators or s in words.conjunction or s in words.level_verb for s in reach[:-1]):
            _take(item, moves[-1], words, claimed)  # "increases the quarterly dividend 14% from 44 cents"
            return True
    if last.tag in ("of", "at") and moves and _fills(last.end, item.at, line, words, 4):
        move = moves[-1]
        reach = line.symbols[move.end : last.start]
        noun = move.symbols in words.nouns and (last.tag == "of" or q.kind == "points")
        if noun and not (own and move.symbols in words.amount_nouns) and len(reach) <= 7 and words.separators.keys().isdisjoint(reach):
            _take(item, move, words, claimed)
            item.noun = True
            return True
    if last.tag == "move" and last.symbols in words.nouns and _apposed(last, left, item.at, line, words):
        _take(item, last, words, claimed)  # "The reduction, 28%, was kept up"
        item.noun = item.definite = True
        return True
    if q.kind in CHANGES and moves and item.at and line.symbols[item.at - 1] in words.level_verb:
        move = moves[-1]
        reach = line.symbols[move.end : item.at - 1]
        if move.symbols in words.nouns and len(reach) <= 8 and words.separators.keys().isdisjoint(reach):
            _take(item, move, words, claimed)
            item.noun = item.predicate = True
            return True
    return False


def _said_by(item: Item, left: int, by: Mark, moves: list[Mark], amount: bool, line: Line, words: Words, claimed: set[int], items) -> bool:
    """A change behind "by", whose word of moving stands further in front, or is that of the change before."""
    item.lead = by.start
    move = next((m for m in reversed(moves) if not _broken(m.end, by.start, line, words)), None)
    if move is not None:
        _take(item, move, words, claimed)
        return True
    if items and items[-1].kind == "level" and items[-1].word in ("than", "base") and items[-1].sign:
        item.sign, item.start = items[-1].sign, by.start  # "fell short of the 2,010 by 140"
        return True
    before = next((i for i in reversed(items) if i.kind == "change"), None)
    if before is not None and not amount:
        item.sign, item.start = before.sign, by.start
        return True
    if before is None and not amount and all(s in words.filler or s in words.auxiliary or s in words.separators for s in line.symbols[left : by.start]):
        item.start, item.apposed, item.percent = by.start, True, True
        return True
    return False


def _apposed(move: Mark, left: int, at: int, line: Line, words: Words) -> bool:
    """True where a figure stands between commas right behind a noun of change with an article: "the rise, 28%, was"."""
    around = (line.symbols[at - 1 : at], line.symbols[at + 1 : at + 2])
    if at - 1 != move.end or any(words.separators.get(s) not in (",", "(", ")") for s in around):
        return False
    return not words.article.isdisjoint(line.symbols[max(left, move.start - 3) : move.start])


def _on_base(place: int, line: Line, words: Words) -> bool:
    """True where a word for the old value stands at a position: on, over, from."""
    return words.stands("on", line.symbols, place) or words.stands("from", line.symbols, place)


def _marks_level(place: int, line: Line, words: Words) -> bool:
    """True where "from" or "to" and a figure stand at a position."""
    tagged = any(tag in ("from", "to") for said, tag, _ in words.tags.get(line.symbols[place : place + 1], ()) if len(said) == 1)
    return tagged and any(q >= 0 for q in line.quantity[place + 1 : place + 3])


def _broken(start: int, end: int, line: Line, words: Words) -> bool:
    """True where a clause opens between two positions, or more than a dozen words lie there."""
    between = line.symbols[start:end]
    return len(between) > 14 or any(s in words.breaks or words.separators.get(s) in (";", ":") for s in between)


def _take(item: Item, move: Mark, words: Words, claimed: set[int]) -> None:
    item.sign, item.start = move.sign, min(move.start, item.at)
    item.end = max(item.end, move.end)
    item.better = move.symbols in words.better
    item.verb = move.tag == "move" and move.symbols not in words.nouns and move.symbols not in words.up and move.symbols not in words.down
    claimed.add(move.start)


def said_after(item: Item, tail: list[Mark], line: Line, words: Words, claimed: set[int], amount: bool) -> bool:
    """A change by the words behind: 12% higher, 130 runners more than, a 12% year-on-year increase."""
    for m in tail:
        between = line.symbols[item.at + 1 : m.start]
        if m.tag in ("on-year", "of"):
            continue
        adverb = m.symbols in words.up or m.symbols in words.down
        if not amount and len(between) <= 6 and _own_share(between, words) and (m.symbols in words.gone or m.tag == "move" and m.sign < 0 and m.symbols not in words.nouns):
            _take(item, m, words, claimed)
            item.sign, item.noun = -1, True
            return True
        if m.symbols in words.passive and amount and between and all(s in words.auxiliary for s in between):
            _take(item, m, words, claimed)
            return True
        if adverb and amount and m.symbols in words.needs_base and not _based(m, line, words):
            return False
        noun = m.tag == "move" and m.symbols in words.nouns
        if not (adverb or noun) or len(between) > (3 if amount or adverb else 9):
            return False
        hyphens = words.hyphen
        if any(s in words.separators or s in words.article or s in words.phrase_end and hyphens not in between for s in between):
            return False
        if noun and not adverb and amount and m.symbols in words.amount_nouns and not _on_base(m.end, line, words):
            return False
        _take(item, m, words, claimed)
        item.sign = 1 if m.symbols in words.up else -1 if m.symbols in words.down else m.sign
        item.noun, item.compared = noun and not adverb, adverb
        item.end = m.end
        return True
    return False


def _own_share(between: str, words: Words) -> bool:
    """True of "of its value", in front of "gone"."""
    return len(between) >= 3 and between[0] in words.of and between[1] in words.demonstrative and words.separators.keys().isdisjoint(between)


def _based(m: Mark, line: Line, words: Words) -> bool:
    """True where an old value follows a comparing word: "5 up on the 12", "2 above the 14", not "187 above the sea"."""
    if _on_base(m.end, line, words):
        return True
    near = range(m.end, min(m.end + 4, len(line.symbols)))
    figure = next((p for p in near if line.symbols[p] in MEASURE_SYMBOLS), None)
    return m.symbols in words.base_weak and figure is not None and not divided(m.end, figure, line, words)


def marked(place: int, gap: list[Mark], line: Line, words: Words) -> bool:
    """True where "from", "to" or the like stands right in front of a figure."""
    m = gap[-1] if gap else None
    return m is not None and m.tag in ("from", "base", "to", "on", "after") and _fills(m.end, place, line, words, 3, 0)


def beside(place: int, gap: list[Mark], line: Line, words: Words) -> bool:
    """True of "compared with a 13% decline": the change of another time."""
    m = next((m for m in reversed(gap) if m.tag == "base"), None)
    return m is not None and _fills(m.end, place, line, words, 5, 3)


def after_or(place: int, gap: list[Mark], line: Line, words: Words) -> bool:
    """True of a figure right after "or" or an opening bracket."""
    at, ends = place - 1, {m.end for m in gap if m.tag == "or"}
    while at >= 0 and line.symbols[at] in words.filler and at + 1 not in ends:
        at -= 1
    return at + 1 in ends or at >= 0 and words.separators.get(line.symbols[at]) == "("


def levelled(item: Item, left: int, gap: list[Mark], line: Line, words: Words, items) -> None:
    """What the words in front say a level is: to 4.5m, from 4.0m, compared with sales of 4.0m, than the 4.0m."""
    for m in reversed(gap):
        tail = line.symbols[m.end : item.at]
        if not words.ending.isdisjoint(tail):
            return
        if m.tag == "to" and (not tail or len(tail) <= 7 and tail[0] in words.article):
            item.word, item.near, item.start = "to", len(tail) <= 2, m.start
            return
        if m.tag == "reach" and len(tail) <= 2:
            item.word, item.start = "reach", m.start
            return
        if m.tag == "from" and len(tail) > 2 and tail[0] == KIND_SYMBOLS["date"]:
            return  # "From 1 May they pay 4.00%"
        if m.tag == "from" and len(tail) <= 8:
            plain = len(tail) <= 4 and words.phrase_end.isdisjoint(tail)
            if plain or _follows(m.start, left, line, words, gap) and _named_by(tail, words):
                item.word, item.near, item.start = "from", plain, m.start
            return
        if m.tag == "base" and len(tail) <= (4 if m.sign else 12):
            item.word, item.near, item.start, item.sign = "base", len(tail) <= 4, m.start, m.sign
            item.surpassed = m.symbols in words.surpassed
            return
        if (m.tag in ("on", "after") or m.symbols in words.base_weak) and _specific(m.end, item.at, line, words):
            before = items[-1] if items else None
            joined = before is not None and (before.kind == "change" or before.percent) and max(before.end, before.at + 1) >= m.start - (4 if m.tag == "after" else 1)
            loose = next((x for x in reversed(gap) if x.end == m.start and (x.tag in ("move", "comparative"))), None)
            if joined or loose is not None or m.tag == "after" and not tail:
                item.word, item.near, item.start = ("after" if m.tag == "after" else "than"), True, m.start
                if loose is not None and not joined:
                    item.sign = 1 if loose.symbols in words.up else -1 if loose.symbols in words.down else loose.sign
                    item.better = loose.symbols in words.better
                return
            return
        if m.tag == "at" and not tail:
            before = items[-1] if items else None
            if before is not None and before.kind == "change" and before.end >= m.start - 1:
                item.word, item.start, item.quoted = "to", m.start, True
            return
        if m.tag in ("move", "by"):
            return


def _named_by(tail: str, words: Words) -> bool:
    """True of a noun phrase that ends in its figure, "from last year's crop of 4.0m"; not of "from the line they made 81"."""
    return len(tail) <= 4 or tail[-1] in words.phrase_end or tail[-1] in words.filler or tail[-1] in words.article


def _specific(start: int, end: int, line: Line, words: Words) -> bool:
    """True of "on 4.0m", "on the 4.0m", "on last year's crop of 4.0m"; not of "on volume of 4.0m", "over the year and 4.0m"."""
    tail = line.symbols[start:end]
    if len(tail) > 6 or not words.conjunction.isdisjoint(tail):
        return False
    if len(tail) <= 4 and words.phrase_end.isdisjoint(tail):
        return True
    return line.quantity[start] >= 0 or tail[0] in words.article


def _follows(place: int, left: int, line: Line, words: Words, gap: list[Mark]) -> bool:
    """True where a figure, a date or a word of moving ends right in front of a position."""
    if place == left or line.quantity[place - 1] >= 0 or line.symbols[place - 1] in words.separators:
        return True
    return any(m.end == place and m.tag in ("move", "comparative", "then") or m.end == place - 1 and m.tag == "on" for m in gap)


def divided(start: int, end: int, line: Line, words: Words) -> bool:
    return not words.ending.isdisjoint(line.symbols[start:end])


def _fills(start: int, end: int, line: Line, words: Words, most: int, unknown: int = 1) -> bool:
    """True where between two positions are at most `most` words, all but `unknown` of them filling, and no mark."""
    between = line.symbols[start:end]
    if len(between) > most or not (words.separators.keys().isdisjoint(between) and words.conjunction.isdisjoint(between)):
        return False
    return sum([s not in words.filler for s in between]) <= unknown
