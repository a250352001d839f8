"""The figure of a headline and the one in the story's first sentence, tied by what was done, whatever those it was done to are called.

    NINE HELD IN DAWN RAIDS: detectives broke down doors and took away nine people          people, and what became of them
    Bakery chain to close 22 shops // ... will pull down the shutters on 22 of its 140 branches      things, and what is done to them
    £18K FINE FOR MOUSE PUB: the owners were ordered to pay £18,000                          money, and what it is paid for

Headline and sentence have words of one deed, and none of another one; the sentence has one figure only that can be meant, and
nothing in the story agrees with the headline.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.again.headlines import summed_up
from checker.linking.structure.again.sole_headline import is_headline
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity

_PEOPLE = ("deed-dead", "deed-hurt", "deed-held", "deed-jailed", "deed-saved", "deed-jobs")
_THINGS = ("deed-closed", "deed-opened", "deed-bought")
_MONEY = ("deed-fined",)
_LABEL = 12  # symbols of a headline in capitals in front of a colon
_CLOSE = 3  # symbols between a bare number and what became of them
_DONE = 9  # symbols between a deed and the things that it is done to
_AROUND = 6  # symbols around a figure in which words make it only some of them
_SIZES = 5  # times as much is rather something else
_COUNTS = ("count", "number")


def deeds_of_headlines(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "repeated" (first, second)."""
    words, lines = near(context), prose_lines(context)
    if len(lines) < 2 or not (is_headline(lines[0], context) if lines[0].block != lines[1].block else _is_label(lines[0], context)):
        return []
    title, lead = lines[0], lines[1]
    own = [i for i in title.figures if context.quantity(i).is_measure]
    if len(own) != 1 or not _plain(context.quantity(own[0])) or words.has("headline-not", title) or words.has("again-changed", lead):
        return []
    deeds = [[name for name in (*_PEOPLE, *_THINGS, *_MONEY) if words.has(name, line)] for line in (title, lead)]
    if deeds[0] != deeds[1] or len(deeds[0]) != 1:
        return []
    meant = _meant(deeds[0][0], own[0], title, lead, context, words)
    if meant is None or context.quantity(meant).value != context.quantity(own[0]).value and _told(own[0], lines[1:], context):
        return []
    if words.within("headline-part", lead, context.lines.position_of[meant] - _AROUND, context.lines.position_of[meant]):
        return []
    claims = {"first": (own[0],), "second": (meant,)}
    q = context.quantity(meant)
    return [Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3, None, (), "roles")]


def _is_label(title: Line, context: Context) -> bool:
    """True of a headline in capitals with a colon behind it, in the line of its story."""
    if title.number or not 2 < len(title.symbols) <= _LABEL or title.symbols[-1] != context.lexicon.symbols.chars[":"]:
        return False
    tokens = context.extraction.tokens
    text = context.extraction.document.text[tokens.starts[title.firsts[0]] : tokens.ends[title.lasts[-1]]]
    return text.isupper()


def _plain(q: Quantity) -> bool:
    return q.value is not None and q.value > 1 and q.sense in ("exact", "rounded") and not q.approx and q.kind in (*_COUNTS, "currency") and q.style != "fraction" and "/" not in (q.unit or "")


def _told(index: int, lines: list[Line], context: Context) -> bool:
    """Whether the story has the figure of the headline anywhere, or figures that make it."""
    q = context.quantity(index)
    like = [i for line in lines for i in line.figures if context.quantity(i).is_measure]
    return any(q.value in (o.value, o.low, o.high) for o in map(context.quantity, like)) or summed_up(q, like, context)


def _meant(deed: str, own: int, title: Line, lead: Line, context: Context, words: Near) -> int | None:
    """The only figure of the sentence that can be the headline's."""
    q = context.quantity(own)
    if deed in _MONEY:
        like = [i for i in lead.figures if context.quantity(i).kind == "currency" and context.quantity(i).unit == q.unit] if q.kind == "currency" else []
    elif q.kind not in _COUNTS or not _done_to(deed, own, title, context, words):
        return None
    else:
        like = [i for i in lead.figures if context.quantity(i).kind in _COUNTS and _done_to(deed, i, lead, context, words)]
    if len(like) != 1 or not _plain(o := context.quantity(like[0])):
        return None
    return like[0] if o.value <= _SIZES * q.value and q.value <= _SIZES * o.value else None


def _done_to(deed: str, index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a count is of those to whom the deed is done: of people, bare beside it, or behind it of things."""
    q, at, tokens = context.quantity(index), context.lines.position_of[index], context.extraction.tokens.words
    if deed in _THINGS:
        owned = any(words.ends(name, line, at, 1) for name in ("owner-word", "definite"))  # "22 of its 140 branches"
        return not owned and bool(q.noun or q.kind == "number") and words.within(deed, line, at - _DONE, at)
    people = q.noun_last >= 0 and (tokens[q.noun_last] in context.lexicon.pack.words("headline-people") or deed == "deed-jobs" and words.ends(deed, line, at + 2, 2))
    return people or not q.noun and words.within(deed, line, at - _CLOSE, at + 1 + _CLOSE)
