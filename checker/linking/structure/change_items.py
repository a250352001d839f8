"""A sentence as the row of things that matter for a change: levels, changes, words of moving, and what divides them.

"Sales rose 12% to 4.5m from 4.0m, while costs were flat" reads: move, change 12%, level(to) 4.5m, level(from) 4.0m,
comma, break. What a figure is follows from the words between it and its neighbours, nearest first; which words these are
is the pack's business (classes with a `tag`), what they do is said here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line

CHANGES = frozenset(["percent", "points", "ratio"])
AMOUNTS = frozenset(["number", "currency", "physical", "count", "duration", "range"])
LEVELS = AMOUNTS | {"percent", "bound", "age"}
_JOINERS = frozenset("-‐‑")
_TIMES_BACK = frozenset(["last", "previous", "ago", "earlier", "same"])
_SEPARATORS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "—": ",", "–": ",", "[": "(", "]": ")", "?": ";", "!": ";"}


@dataclass(slots=True)
class Item:
    """One thing in a sentence. `kind`: level, change, move (a word without a figure) or mark (see `word`).

    `word` is the mark itself, or what stands in front of a level: to, from, base, after, than, at, "". `near` says that nothing
    but filling words lie between. `start`..`end` are the positions it covers, words of the change included.
    """

    kind: str
    at: int
    index: int = -1
    word: str = ""
    sign: int = 0
    near: bool = True
    start: int = 0
    end: int = 0
    lead: int = -1  # of "by" in front of a change whose word of moving stands far away
    then: bool = False  # the words around it put it in an earlier time
    noun: bool = False  # said as a noun: an increase of 12%, a 12% increase
    apposed: bool = False  # "or 12%", "(12%)": another word for the change in front of it
    compared: bool = False  # "12% more": what follows "than" is its base
    better: bool = False  # the word does not tell which way the size goes
    blocked: bool = False
    yearly: bool = False  # said to be the change over a year
    negative: bool = False  # a loss, a deficit
    now: bool = False  # the words around it put it in the present
    definite: bool = False  # "the 12% drop"
    verb: bool = False  # said by a verb: fell 12%, as against "down 12%", "a fall of 12%"
    predicate: bool = False  # "the increase for women was 12%": it has a subject of its own
    opens: bool = False  # an earlier time that the sentence opens with
    percent: bool = False  # a percentage, points or a fraction, in brackets or after "or"
    quoted: bool = False  # a price behind "at"
    aside: bool = False  # a change that only stands beside another: "compared with a 13% decline"


@dataclass(slots=True)
class Mark:
    """A tagged word of the sentence."""

    start: int
    end: int
    tag: str
    sign: int
    symbols: str


class Words:
    """The word classes that reading items needs, as sets of symbols; made once for a lexicon."""

    def __init__(self, context: Context):
        lexicon = context.lexicon
        chars = lexicon.symbols.chars
        self.tags = lexicon.tags
        self.telling = frozenset(
            [first for first, entries in lexicon.tags.items() for _, tag, _ in entries if tag in ("move", "base", "comparative")]
        ) | {KIND_SYMBOLS["multiple"], KIND_SYMBOLS["points"]}  # without one of these a sentence says nothing of a change
        self.quotes = frozenset(chars[m] for m in "*\"“”‘’" if m in chars)
        self.separators = {chars[mark]: word for mark, word in _SEPARATORS.items() if mark in chars}
        self.hyphen, self.comma = chars["-"], chars[","]

        def entries(name: str) -> frozenset[str]:
            return frozenset("".join(chars[w] for w in e) for e in lexicon.classes.get(name, ()))

        self.breaks = frozenset(e for e in entries("clause-break") if len(e) == 1)
        self.nouns = entries("rise-noun") | entries("fall-noun") | entries("moved-noun")
        self.amount_nouns = entries("amount-noun")
        self.better = entries("moved-better")
        self.up, self.down = entries("compared-up"), entries("compared-down")
        self.filler = entries("change-filler")
        self.article = entries("article")
        self.phrase_end = entries("phrase-end")
        self.conjunction = entries("conjunction") | frozenset(chars[w] for w in ("and",) if w in chars)
        self.level_verb = entries("level-verb")
        self.before_length = entries("time-preposition")
        self.auxiliary = entries("auxiliary")
        self.elsewhere = entries("elsewhere")
        self.expectation = entries("expectation")
        self.currency = entries("currency-name")
        self.negation = entries("change-negation")
        self.demonstrative = entries("demonstrative")
        self.rebased = entries("rebased")
        self.per_year, self.rate_noun, self.each_year = entries("per-year"), entries("rate-noun"), entries("each-year")
        self.closing_rest, self.whole_growth = entries("closing-rest"), entries("whole-growth")
        self.reopening = entries("reopening")
        opposites = lexicon.pack.data.get("words_change", {}).get("opposites", {})
        self.opposites = tuple((chars[a], chars[b]) for a, b in opposites.items() if a in chars and b in chars)
        self.more_is_better, self.made_better = entries("more-is-better"), entries("made-better")
        self.share_nouns, self.leading_to = entries("share-noun"), entries("leading-to")
        self.comes_out = entries("comes-out")
        self.of = entries("change-of")
        self.simple = entries("simple-growth")
        self.per_time = entries("per-time")
        self.extreme = entries("extreme-level")
        self.ranging = entries("range-verb")
        self.pointing_noun = entries("pointing-noun")
        self.pointing, self.own_subject = entries("pointing-back"), entries("own-subject")
        self.concluding = entries("concluding")
        self.needs_base = entries("compared-base")
        self.passive = entries("changed-passive")
        self.negative = entries("negative-level")
        self.respectively = entries("together-respectively")


@lru_cache(maxsize=4)
def _words_of(holder: "_Holder") -> Words:
    return Words(holder.context)


class _Holder:
    """A context hashed by its lexicon, for the cache of word classes."""

    def __init__(self, context: Context):
        self.context = context

    def __eq__(self, other) -> bool:
        return isinstance(other, _Holder) and other.context.lexicon is self.context.lexicon

    def __hash__(self) -> int:
        return id(self.context.lexicon)


def words_of(context: Context) -> Words:
    """The word classes, from the cache where this lexicon has been seen."""
    return _words_of(_Holder(context))


def marks_of(line: Line, words: Words) -> list[Mark]:
    """The tagged words of a line, longest first at each place, not overlapping."""
    found: list[Mark] = []
    symbols, tags, at, size = line.symbols, words.tags, 0, len(line.symbols)
    while at < size:
        for said, tag, sign in tags.get(symbols[at], ()):
            if symbols.startswith(said, at):
                found.append(Mark(at, at + len(said), tag, sign, said))
                at += len(said) - 1
                break
        at += 1
    return found


def items_of(line: Line, context: Context, words: Words) -> list[Item]:
    """The row of items of one sentence, in order."""
    line = _dashed(line, context, words)
    places = [p for p, q in enumerate(line.quantity) if q >= 0 and _counts(p, q, line, context, words)]
    if not places:
        return []
    marks = marks_of(line, words)
    items: list[Item] = []
    claimed: set[int] = set()  # starts of moving words that belong to a figure
    for number, place in enumerate(places):
        left = places[number - 1] + 1 if number else 0
        right = places[number + 1] if number + 1 < len(places) else len(line.symbols)
        gap = [m for m in marks if left <= m.start and m.end <= place]
        tail = [m for m in marks if place < m.start and m.end <= right]
        items.append(_item(place, left, right, gap, tail, line, context, words, claimed, items))
    _mark_times(items, marks, line, context)
    loose = [
        Item("move", m.start, -1, "", m.sign, True, m.start, m.end, noun=m.symbols in words.nouns, better=m.symbols in words.better)
        for m in marks
        if m.tag == "move" and m.start not in claimed
    ]
    dividers = [
        Item("mark", p, -1, words.separators.get(s) or ("&" if s in words.conjunction else "|"), start=p, end=p + 1)
        for p, s in enumerate(line.symbols)
        if s in words.separators or s in words.breaks or s in words.conjunction
    ]
    return sorted([*items, *loose, *dividers], key=lambda i: (i.start if i.kind != "change" else i.at, i.kind != "mark"))


def _dashed(line: Line, context: Context, words: Words) -> Line:
    """The line with hyphens that stand alone read as commas: they divide like dashes."""
    if words.hyphen not in line.symbols:
        return line
    starts, ends = context.extraction.tokens.starts, context.extraction.tokens.ends
    symbols = list(line.symbols)
    for p in range(1, len(symbols) - 1):
        if symbols[p] == words.hyphen and starts[line.firsts[p]] > ends[line.lasts[p - 1]] and starts[line.firsts[p + 1]] > ends[line.lasts[p]]:
            symbols[p] = words.comma
    return replace(line, symbols="".join(symbols))


def _counts(place: int, q: int, line: Line, context: Context, words: Words) -> bool:
    """Measures count, but not the lengths of time that only say when: "in nine months", "four years ago"."""
    quantity = context.quantity(q)
    if not quantity.is_measure:
        return False
    text = context.extraction.document.text
    if quantity.kind == "physical" and text[quantity.number_end : quantity.number_end + 1] in _JOINERS:
        return False  # "32-bit", "31-metre": the name of a size
    if text[quantity.end : quantity.end + 1] == "/" or text[quantity.start - 1 : quantity.start] == "/":
        return False  # 136/88, bid and offer
    if quantity.kind in ("duration", "age"):
        before = line.symbols[place - 1] if place else ""
        after = line.symbols[place + 1 : place + 2]
        timed = any(s == after for s, tag, _ in words.tags.get(after, ()) if tag == "then")
        opening = not place or before in words.separators
        return not (timed or opening or before in words.before_length)
    return True


def _item(place, left, right, gap, tail, line, context, words, claimed, items) -> Item:
    q = context.quantity(line.quantity[place])
    item = Item("level", place, line.quantity[place], start=place, end=place + 1)
    item.yearly = any(m.tag == "on-year" for m in (*gap, *tail) if left <= m.start)
    item.negative = any(s in words.negative for s in line.symbols[max(left, place - 6) : place])
    item.blocked = any(m.tag == "blocked" for m in tail if not _divided(place + 1, m.start, line, words)) or any(
        m.tag == "blocked" for m in gap if not _divided(m.end, place, line, words)
    )
    item.blocked = item.blocked or q.kind in CHANGES and any(line.symbols.startswith(said, place + 1) for said in words.per_time)
    if q.kind == "multiple":
        item.kind = "change"
        _said_after(item, tail, line, words, claimed, False)
        return item
    if q.kind == "percent" and ("/" in (q.unit or "") or any(said in line.symbols[max(left, place - 8) : place] for said in words.rate_noun)):
        return item  # a rate, see compounding
    item.definite = place > left and line.symbols[place - 1] in words.demonstrative
    if (q.kind in CHANGES or q.kind in AMOUNTS) and (
        _said_before(item, q, left, gap, line, words, claimed, items)
        or not (q.kind in AMOUNTS and _marked(place, gap, line, words))
        and _said_after(item, tail, line, words, claimed, q.kind in AMOUNTS)
    ):
        item.kind = "change"
        item.aside = item.noun and _beside(place, gap, line, words)
        return item
    if q.kind == "points":
        item.kind = "change"
        item.sign = {"up": 1, "down": -1}.get(q.change, 0)
        item.apposed = _after_or(place, gap, line, words)
        return item
    _levelled(item, left, gap, line, words, items)
    if not item.word and (q.kind in CHANGES or q.kind in AMOUNTS) and _after_or(place, gap, line, words):
        item.apposed, item.percent = True, q.kind in CHANGES
    return item


def _marked(place: int, gap: list[Mark], line: Line, words: Words) -> bool:
    """True where "from", "to" or the like stands right in front of a figure."""
    m = gap[-1] if gap else None
    return m is not None and m.tag in ("from", "base", "to", "on", "after") and _fills(m.end, place, line, words, 3, 0)


def _beside(place: int, gap: list[Mark], line: Line, words: Words) -> bool:
    """True of "compared with a 13% decline": the change of another time."""
    m = next((m for m in reversed(gap) if m.tag == "base"), None)
    return m is not None and _fills(m.end, place, line, words, 5, 3)


def _divided(start: int, end: int, line: Line, words: Words) -> bool:
    return any(s in words.separators or s in words.breaks for s in line.symbols[start:end])


def _fills(start: int, end: int, line: Line, words: Words, most: int, unknown: int = 1) -> bool:
    """True where between two positions are at most `most` words, all but `unknown` of them filling, and no mark."""
    between = line.symbols[start:end]
    if len(between) > most or any(s in words.separators or s in words.conjunction for s in between):
        return False
    return sum(s not in words.filler for s in between) <= unknown


def _said_before(item: Item, q, left: int, gap: list[Mark], line: Line, words: Words, claimed: set[int], items) -> bool:
    """A change by the words in front: rose 12%, rose in May by 12%, an increase of 12%, growth was 12%."""
    marks = [m for m in gap if m.tag in ("move", "by", "of", "to", "from", "base", "on", "after", "at", "comparative", "or")]
    if not marks:
        return False
    last = marks[-1]
    moves = [m for m in marks if m.tag == "move"]
    amount = q.kind in AMOUNTS
    noun_behind = any(tag == "move" and said in words.nouns for said, tag, _ in words.tags.get(line.symbols[item.at + 1 : item.at + 2], ()))
    if last.tag == "by" and not noun_behind and _fills(last.end, item.at, line, words, 4) and not any(s in words.level_verb for s in line.symbols[last.end : item.at]):
        item.lead = last.start
        move = next((m for m in reversed(moves) if not _broken(m.end, last.start, line, words)), None)
        if move is not None:
            _take(item, move, words, claimed)
            return True
        before = next((i for i in reversed(items) if i.kind == "change"), None)
        if before is not None and not amount:
            item.sign, item.start = before.sign, last.start
            return True
        if before is None and not amount and all(s in words.filler or s in words.auxiliary or s in words.separators for s in line.symbols[left : last.start]):
            item.start, item.apposed, item.percent = last.start, True, True
            return True
        return False
    own = amount and not _on_base(item.at + 1, line, words)  # a loss of 5m, not "a gain of 27 on the 291"
    if last.tag == "move" and not (own and last.symbols in words.amount_nouns):
        reach = line.symbols[last.end : item.at]
        if _fills(last.end, item.at, line, words, 2 if amount else 4, 0 if amount else 2) and not any(s in words.phrase_end for s in reach):
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
        if noun and not (own and move.symbols in words.amount_nouns) and len(reach) <= 7 and not any(s in words.separators for s in reach):
            _take(item, move, words, claimed)
            item.noun = True
            return True
    if q.kind in CHANGES and moves and item.at and line.symbols[item.at - 1] in words.level_verb:
        move = moves[-1]
        reach = line.symbols[move.end : item.at - 1]
        if move.symbols in words.nouns and len(reach) <= 8 and not any(s in words.separators for s in reach):
            _take(item, move, words, claimed)
            item.noun = item.predicate = True
            return True
    return False


def _on_base(place: int, line: Line, words: Words) -> bool:
    """True where a word for the old value stands at a position: on, over, from."""
    return any(tag in ("on", "from") for said, tag, _ in words.tags.get(line.symbols[place : place + 1], ()) if line.symbols.startswith(said, place))


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


def _said_after(item: Item, tail: list[Mark], line: Line, words: Words, claimed: set[int], amount: bool) -> bool:
    """A change by the words behind: 12% higher, 130 runners more than, a 12% year-on-year increase."""
    for m in tail:
        between = line.symbols[item.at + 1 : m.start]
        if m.tag == "on-year":
            continue
        adverb = m.symbols in words.up or m.symbols in words.down
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


def _based(m: Mark, line: Line, words: Words) -> bool:
    """True where an old value follows a comparing word: "5 up on the 12", "2 above the 14", not "187 above the sea"."""
    if _on_base(m.end, line, words):
        return True
    near = range(m.end, min(m.end + 4, len(line.symbols)))
    figure = next((p for p in near if line.quantity[p] >= 0), None)
    return m.tag == "on" and figure is not None and not _divided(m.end, figure, line, words)


def _after_or(place: int, gap: list[Mark], line: Line, words: Words) -> bool:
    """True of a figure right after "or" or an opening bracket."""
    at = place - 1
    while at >= 0 and line.symbols[at] in words.filler and not any(m.tag == "or" and m.end == at + 1 for m in gap):
        at -= 1
    return any(m.tag == "or" and m.end == at + 1 for m in gap) or at >= 0 and words.separators.get(line.symbols[at]) == "("


def _levelled(item: Item, left: int, gap: list[Mark], line: Line, words: Words, items) -> None:
    """What the words in front say a level is: to 4.5m, from 4.0m, compared with sales of 4.0m, than the 4.0m."""
    for m in reversed(gap):
        tail = line.symbols[m.end : item.at]
        if any(s in words.separators for s in tail) or any(s in words.breaks for s in tail):
            return
        if m.tag == "to" and (not tail or len(tail) <= 7 and tail[0] in words.article):
            item.word, item.near, item.start = "to", len(tail) <= 2, m.start
            return
        if m.tag == "from" and len(tail) <= 8:
            plain = len(tail) <= 4 and not any(s in words.phrase_end for s in tail)
            if plain or _follows(m.start, left, line, words, gap):
                item.word, item.near, item.start = "from", plain, m.start
            return
        if m.tag == "base" and len(tail) <= (3 if m.sign else 12):
            item.word, item.near, item.start, item.sign = "base", len(tail) <= 4, m.start, m.sign
            return
        if m.tag in ("on", "after") and _specific(m.end, item.at, line, words):
            before = items[-1] if items else None
            joined = before is not None and before.kind == "change" and max(before.end, before.at + 1) >= m.start - (4 if m.tag == "after" else 1)
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


def _specific(start: int, end: int, line: Line, words: Words) -> bool:
    """True of "on 4.0m", "on the 4.0m", "on last year's crop of 4.0m"; not of "on volume of 4.0m", "over the year and 4.0m"."""
    tail = line.symbols[start:end]
    if len(tail) > 6 or any(s in words.conjunction for s in tail):
        return False
    if len(tail) <= 4 and not any(s in words.phrase_end for s in tail):
        return True
    return line.quantity[start] >= 0 or tail[0] in words.article


def _follows(place: int, left: int, line: Line, words: Words, gap: list[Mark]) -> bool:
    """True where a figure, a date or a word of moving ends right in front of a position."""
    if place == left or line.quantity[place - 1] >= 0 or line.symbols[place - 1] in words.separators:
        return True
    return any(m.end == place and m.tag in ("move", "comparative", "then") for m in gap)


def _mark_times(items: list[Item], marks: list[Mark], line: Line, context: Context) -> None:
    """Set `then` of figures that the words around put into an earlier time."""
    chars = context.lexicon.symbols.chars
    dividers = frozenset(chars[m] for m in ",;:()" if m in chars)
    past = [(m.start, m.end) for m in marks if m.tag == "then"]
    levels = [i for i in items if i.kind == "level"]
    for m in marks:
        if m.tag == "now":
            _set_now(m, levels, line, dividers)
    for place, q in enumerate(line.quantity):
        if q >= 0:
            when = context.quantity(q).when
            if when is not None and when.label and not _TIMES_BACK.isdisjoint(when.label.split("-")):
                past.append((place, place + 1))
    for start, end in past:
        before = max((i for i in items if i.at < start), key=lambda i: i.at, default=None)
        if before is not None and before.kind == "change" and before.compared:
            before = None
        after = min((i for i in levels if i.at >= end), key=lambda i: i.at, default=None)
        joined = before is not None and start - before.at <= 9 and not any(s in dividers for s in line.symbols[before.at + 1 : start])
        if joined:
            before.then = True
        elif after is not None and (start <= 2 or after.at - end <= 14 and not any(s in dividers for s in line.symbols[end + 1 : after.at])) and not after.now:
            for level in levels if start <= 4 else (after,):
                if level.at >= after.at and not level.now:
                    level.then, level.opens = True, start <= 4


def _set_now(m: Mark, levels: list[Item], line: Line, dividers: frozenset[str]) -> None:
    """Set `now` of the figure that a word like "now" stands by."""
    after = next((i for i in levels if i.at >= m.end and not any(s in dividers for s in line.symbols[m.end : i.at][1:])), None)
    before = next((i for i in reversed(levels) if i.at < m.start and m.start - i.at <= 8), None)
    found = after or before
    if found is not None:
        found.now = True
