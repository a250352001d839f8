"""A word of majority, and the one share or pair that another sentence tells of it.

    Most anglers throw back what they catch ... Of the anglers who sent a card, 71 percent throw their catch back
    58 percent voted against the sale. That most of them turned it down was a blow
    The League won 52 of the 90 seats ... With its absolute majority the League can rule alone

Both must speak of the same people (or one of nobody by name), for or against alike, with words in common; a majority of seats is
that of whoever is named with it. Where two figures could be meant, nothing is tied.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, proper, stem
from checker.linking.lines import Line
from checker.linking.structure.distant.mentions import bears_head, common, head_behind, noun_from, of_then, opens_apart, said, told_plainly
from checker.linking.structure.distant.sheet import Sheet, one
from checker.linking.structure.near import near
from checker.linking.structure.share.figures import is_share
from checker.linking.structure.share.majority_apposed import said_in
from checker.linking.structure.share.majority_nearby import BARE, is_bare
from checker.model import Frame

_WORDS = ("majority-said", "majority-apposed", "minority-said", "minority-apposed", BARE)
_FAMILIES = frozenset(["majority", "minority", "majority-share", "minority-share", "nearly-all"])
_PERCENTS = 4  # of a text: of more each is of something else
_LOW, _HIGH = 15, 85  # percent: others nobody would call a majority, or a minority
_LACK = 6  # symbols in front of a word in which it is denied
_AROUND = 7  # symbols around a figure in which it is of others
_VOTED = 4  # symbols from a count to what those did
_OPENING = 5  # symbols of a sentence
_BESIDE = 3  # symbols around a word in which it is another one


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of majority: where it stands, what it is said of, and what is told with it."""

    line: Line
    start: int
    end: int
    family: str
    sign: int
    noun: str
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A share, or a part with its whole, that may bear a word out; `noun` is what it is of, `own` what is told with it."""

    claims: dict[str, tuple[int, ...]]
    line: Line
    noun: str
    own: frozenset[str]


def distant_majorities(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority-share", "minority-share" (share), "majority" and "minority" (part, whole)."""
    swallowed = {line.number for line in context.lines.figured if KIND_SYMBOLS["ratio"] in line.symbols}  # "more than half"
    standing = sorted(near(context).standing(*_WORDS) | swallowed)
    if not standing or (sheet := told_plainly(context)) is None:
        return []
    done = {context.lines.line_of[i] for f in frames if f.family in _FAMILIES and f.pinned for found in f.claims.values() for i in found}
    said_words = [w for n in standing if n not in done and (w := _word(context.lines.lines[n], sheet)) is not None]
    figures = [*_shares(sheet), *_pairs(frames, sheet)] if said_words else []
    figures += _votes(sheet) if said_words and not any("part" in f.claims for f in figures) else []
    return [_frame(w, fits[0], sheet) for w in said_words if len(fits := [f for f in figures if _borne(w, f, figures, sheet)]) == 1]


def _frame(word: _Word, figure: _Figure, sheet: Sheet) -> Frame:
    tokens = sheet.context.extraction.tokens
    cue = tokens.starts[word.line.firsts[word.start]], tokens.ends[word.line.lasts[word.end - 1]]
    family = word.family if "part" in figure.claims else f"{word.family}-share"
    return Frame(family, cue, figure.claims, {}, word.sign, frozenset(figure.claims), 2, None, (), "majority apart")


# ---------------------------------------------------------------- what is said


def _word(line: Line, sheet: Sheet) -> _Word | None:
    """The one word of majority of a sentence that tells no share itself."""
    words, context = sheet.words, sheet.context
    found = [s for s in said_in(line, context) if not words.within("majority-attribute", line, s[0], s[0] + 1)]
    found += [(m.end(), "majority", 1) for m in words.matches(BARE, line) if is_bare(m.start(), m.end(), line, context)]
    others = [i for i in line.figures if context.quantity(i).kind == "percent" or context.quantity(i).kind == "ratio" and not context.quantity(i).approx]
    if len({s[1] for s in found}) != 1 or others:
        return None
    end, family, sign = max(found)
    start = end - 1
    if family not in ("majority", "minority") or words.within("distant-majority-lack", line, start - _LACK, end) or words.within("distant-majority-other", line, start - _BESIDE, end + _BESIDE):
        return None
    of = sheet.words.pattern("of-word").match(line.symbols, end)
    noun = noun_from(of.end() if of else end, line, sheet) if of or words.ends(BARE, line, end, 1) or sheet.words.ends("of-word", line, end, 1) else ""
    return _Word(line, start, end, family, sign, noun, said(line, sheet) - {noun})


# ---------------------------------------------------------------- what figures tell


def _shares(sheet: Sheet) -> list[_Figure]:
    """The plain percentages that are shares of people or things."""
    context, found = sheet.context, []
    if sum(t.q.kind == "percent" for t in sheet.all) > _PERCENTS:
        return []
    for told in sheet.all:
        q = told.q
        plain = q.kind == "percent" and q.value is not None and _LOW <= q.value <= _HIGH and not q.change and q.sense not in ("range", "bound") and is_share(told.index, context)
        if plain and not _other(told.at, told.line, sheet):
            noun = head_behind(told, sheet) or _opening_noun(told.line, sheet)
            found.append(_Figure({"share": (told.index,)}, told.line, noun, said(told.line, sheet) - {noun}))
    return found


def _other(at: int, line: Line, sheet: Sheet) -> bool:
    """True of a figure of another group, time or condition."""
    words = sheet.words
    return of_then(line, sheet) or words.within("distant-majority-not", line, at - _AROUND, at) or words.within("distant-majority-not-after", line, at + 1, at + 1 + _AROUND)


def _opening_noun(line: Line, sheet: Sheet) -> str:
    """The noun of "Of the anglers who wrote, 71 percent"."""
    if not sheet.words.pattern("distant-of-the").match(line.symbols):
        return ""
    return noun_from(1, line, sheet)


def _pairs(frames: tuple[Frame, ...], sheet: Sheet) -> list[_Figure]:
    """The parts that are tied to their wholes; of each part the one that is told first."""
    context, found = sheet.context, {}
    for frame in frames:
        if frame.family == "part" and frame.pinned and frame.claims.keys() == {"part", "whole"}:
            part, whole = frame.claims["part"][0], frame.claims["whole"][0]
            line = context.line(part)
            p, w = context.quantity(part), context.quantity(whole)
            if part in found or not p.value or not w.value or _other(context.lines.position_of[part], line, sheet):
                continue
            noun = next((stem(q.noun[-1], context) for q in (w, p) if q.noun), "")
            found[part] = _Figure({"part": (part,), "whole": (whole,)}, line, noun, said(line, sheet) - {noun})
    return list(found.values())


def _votes(sheet: Sheet) -> list[_Figure]:
    """The only count of those who voted so, and the only one of those there are: "The council has 45 members ... 26 voted for it"."""
    counts = [t for t in sheet.plain if t.q.kind in ("count", "number") and t.q.value.denominator == 1 and not t.q.approx and t.q.unit in (None, *t.q.noun)]
    parts = [t for t in counts if sheet.words.within("distant-voted", t.line, t.at + 1, t.at + _VOTED) and (not t.q.noun or stem(t.q.noun[-1], sheet.context) in sheet.stems("distant-voter"))]
    wholes = [t for t in counts if t not in parts and t.q.noun and stem(t.q.noun[-1], sheet.context) in sheet.stems("distant-seats")]
    whole, part = one(wholes), one(parts)
    if whole is None or part is None or part.q.value >= whole.q.value or _other(part.at, part.line, sheet):
        return []
    return [_Figure({"part": (part.index,), "whole": (whole.index,)}, part.line, "", said(part.line, sheet))]


# ---------------------------------------------------------------- what ties them


def _borne(word: _Word, figure: _Figure, figures: list[_Figure], sheet: Sheet) -> bool:
    if figure.line is word.line or sum(f.line is figure.line for f in figures) != 1:
        return False
    if not word.noun and figure.noun in sheet.stems("distant-seats") and "part" in figure.claims and _holds(word, figure, sheet):
        return True
    same = not word.noun or not figure.noun or bears_head(figure.noun, frozenset([word.noun]), sheet) or bears_head(word.noun, frozenset([figure.noun]), sheet)
    if not same or _against(word.line, sheet) != _against(figure.line, sheet):
        return False
    shared = common(figure.own, word.known)
    if word.noun and figure.noun and (len(shared) > 1 or shared and len(figures) == 1):
        return True
    beside = figure.line.number - word.line.number
    if beside < 0 and len(figures) == 1 and _taken_up(word, sheet):
        return True
    elsewhere = opens_apart(figure.line, word.known, sheet)
    return abs(beside) == 1 and not elsewhere and figure.line.block == word.line.block and (_taken_up(word, sheet) if beside < 0 else _told_so(figure, shared, sheet))


def _taken_up(word: _Word, sheet: Sheet) -> bool:
    """True of "That most of them refused", "The narrow majority was a relief": of what the sentence in front told."""
    line, words = word.line, sheet.words
    return words.pattern("distant-that").match(line.symbols) is not None or word.start < _OPENING and words.within("distant-this", line, 0, word.start) or words.within("distant-this", line, word.start - _BESIDE, word.start)


def _told_so(figure: _Figure, shared: frozenset[str], sheet: Sheet) -> bool:
    """True of a figure that says no more than that so many do, or say, what was told: "64 percent do so", "four of the nine said"."""
    words, line, marks = sheet.words, figure.line, sheet.context.lexicon.symbols.marks
    closed = any(m.end() >= len(line.symbols) or line.symbols[m.end()] in marks for m in words.matches("distant-do-so", line))
    return "part" in figure.claims and (not figure.noun or bool(shared)) or closed or words.has("distant-for-it", line)


def _holds(word: _Word, figure: _Figure, sheet: Sheet) -> bool:
    """True where whoever has the majority of seats is named with the seats: in its sentence, or the one in front."""
    lines, n = sheet.context.lines.lines, word.line.number
    around = [line for line in lines[max(0, n - 1) : n + 1] if line.block == word.line.block]
    names = proper(figure.line.firsts[0], figure.line.lasts[-1] + 1, sheet.context)
    return any(names & proper(line.firsts[0], line.lasts[-1] + 1, sheet.context) for line in around)


def _against(line: Line, sheet: Sheet) -> bool:
    """Whether a sentence tells who was against, or did not."""
    return sheet.words.has("distant-majority-against", line)
