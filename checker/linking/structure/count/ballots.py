"""Votes counted by their sides, and those who could vote; a winner's own scores.

    Nineteen voted for it and 11 against, while three did not vote ... 33 members in the chamber     ballot-sides
    lost by seven votes to eight, all 15 members being present and none abstaining                   sum
    scraped through with a 6-4, 3-6, 7-5 win                                                         winner-score

Votes are never more than voters; where all voted they are as many. Who wins a match has won its last set.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_SIDE = 5  # symbols from a count to its side
_NEXT = 1  # sentences around the two sides in which the others and the body stand
_PARAGRAPH = 10  # the same for a body that the paragraph names
_THERE = 12  # symbols from the body to the words that all of it was there
_HYPHENS = ("-", "‑")
_OVER = 4  # symbols from the last set to "win"


def ballots(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families named above."""
    words, lines, found = near(context), prose_lines(context), []
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        if words.has("ballot-said", line) and words.has("ballot-no", line):
            found.extend(_counted(n, lines, context, words))
        if words.has("ballot-other", line) and words.has("vote-cue", line):
            found.extend(_abstained(line, context, words))
        found.extend(_winners(line, context, words))
    return found


# ---------------------------------------------------------------- votes


def _counted(n: int, lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    line = lines[n]
    sides = _pair(line, context, words) or for_and_against(line, context, words)
    if sides is None or words.has("ballot-doubt", line):
        return
    around = [x for x in lines[max(0, n - _NEXT) : n + 1 + _NEXT] if x.block == line.block]
    others = {i for x in around for i in x.figures if i not in sides and _called("ballot-other", i, x, context, words)}
    paragraph = [x for x in lines[max(0, n - _PARAGRAPH) : n + _PARAGRAPH] if x.block == line.block]
    totals = next((found for passage in (around, paragraph) if (found := [i for x in passage for i in x.figures if i not in sides and i not in others and _body(i, x, context, words)])), [])
    if len({context.quantity(i).value for i in totals}) != 1 or context.quantity(totals[0]).value < max(3, *(context.quantity(i).value for i in sides)):
        return  # another body voted
    claims = {"total": (totals[0],), "part": (*sides, *sorted(others))}
    home = context.line(totals[0])
    place = context.lines.position_of[totals[0]]
    whole = words.within("ballot-all", home, place - 2, place) or words.within("ballot-whole", home, place, place + _THERE)
    if any(words.pattern("part-word").match(home.symbols, p) for p in (place + 1, place + 2)[: 1 if whole else 2]):
        return  # "six of the nine members voted for it", "five members of the board"
    everyone = whole and words.has("ballot-present", home)
    away = any(words.has("ballot-away", x) for x in around) and not others
    yield Frame("sum" if everyone and not away else "ballot-sides", (0, 0), claims, {}, 0, frozenset(claims), 2, source="roles")


def _abstained(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "The nine jurors voted 5 to 2, two of them abstaining": the only score of the sentence, and who did not vote."""
    scores = [i for i in line.figures if context.quantity(i).kind == "score"]
    place = context.lines.position_of
    bodies = [i for i in line.figures if is_vote(i, context) and _names_voters(i, context, words) and words.within("definite", line, place[i] - 2, place[i])]
    if len(scores) != 1 or len(bodies) != 1 or not bodies[0] < scores[0] or not words.within("vote-cue", line, place[bodies[0]], place[scores[0]]) or words.has("ballot-doubt", line):
        return
    others = tuple(i for i in line.figures if i > scores[0] and _called("ballot-other", i, line, context, words))
    if others and words.pattern("part-word").match(line.symbols, place[bodies[0]] + 1) is None:
        claims = {"members": (bodies[0],), "score": (scores[0],), "other": others}
        yield Frame("ballot-others", (0, 0), claims, {}, 0, frozenset(claims), 0, source="roles")


def is_vote(index: int, context: Context) -> bool:
    """True of a whole number that can be one of votes or voters."""
    q = context.quantity(index)
    if context.extraction.document.text[q.number_end : q.number_end + 1] in _HYPHENS:
        return False  # "the nine-strong board"
    return q.kind in ("count", "number") and "/" not in (q.unit or "") and q.value is not None and q.value.denominator == 1 and not q.approx and q.scale == 1 and q.sense not in ("range", "bound")


def _pair(line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    """ "by seven votes to eight": the only two counts told against each other."""
    figures = [i for i in line.figures if is_vote(i, context)]
    found = []
    for a, b in zip(figures, figures[1:]):
        at, end = context.lines.position_of[a], context.lines.position_of[b]
        if words.pattern("votes-to").fullmatch(line.symbols, at + 1, end) and words.within("vote-cue", line, at - 4, end):
            found.append((a, b))
    return found[0] if len(found) == 1 else None


def for_and_against(line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    """One count for and one against."""
    figures = [i for i in line.figures if is_vote(i, context)]
    against = [i for i in figures if _called("ballot-no", i, line, context, words)]
    favour = [i for i in figures if i not in against and _called("ballot-yes", i, line, context, words)]
    favour = favour or [i for i in figures if i not in against and _got(i, line, context, words)]
    return (favour[0], against[0]) if len(favour) == len(against) == 1 else None


def _got(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of the votes of "the bill got 21 votes": those who are for it."""
    q, at = context.quantity(index), context.lines.position_of[index]
    return words.ends("ballot-got", line, at, 3) and q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("ballot-votes")


def _called(name: str, index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a word of the class stands behind a count, with no other figure between."""
    at = context.lines.position_of[index]
    end = next((p for p in range(at + 1, min(len(line.quantity), at + 1 + _SIDE)) if line.quantity[p] >= 0), at + 1 + _SIDE)
    return is_vote(index, context) and words.within(name, line, at + 1, end)


def _body(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    if not is_vote(index, context):
        return False
    if any(m.end() == at for m in words.pattern("ballot-of").finditer(line.symbols, max(0, at - 4), at)):
        return True
    if words.ends("ballot-making", line, at, 3) and words.within("ballot-in-all", line, at + 1, at + 3) and words.has("ballot-present", line):
        return any(i < index and _names_voters(i, context, words) for i in line.figures)  # "the mayor and 24 other members, making 25 in all"
    if any(words.ends("ballot-making", line, context.lines.position_of[i], 3) for i in line.figures if i > index):
        return False  # some of them, and the others are added
    return _names_voters(index, context, words) and (words.within("ballot-present", line, at, at + 9) or words.within("ballot-all", line, at - 2, at) or words.within("ballot-whole", line, at, at + _THERE))


def _names_voters(index: int, context: Context, words: Near) -> bool:
    last = context.quantity(index).noun_last
    return last >= 0 and context.extraction.tokens.words[last] in words.lexicon.pack.words("ballot-body")


# ---------------------------------------------------------------- winners


def _winners(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """The last of a run of set scores in front of "win", or the only score behind "beat X"."""
    scores = [i for i in line.figures if context.quantity(i).kind == "score"]
    if not scores:
        return
    runs: list[list[int]] = [[scores[0]]]
    for a, b in zip(scores, scores[1:]):
        joined = context.lines.position_of[b] - context.lines.position_of[a] <= 2
        runs[-1].append(b) if joined else runs.append([b])
    if len(runs) != 1:
        return
    first, last = context.lines.position_of[runs[0][0]], context.lines.position_of[runs[0][-1]]
    behind = words.within("winner-noun", line, last + 1, last + _OVER) and not words.within("winner-owner", line, 0, first)
    sets = behind and len(runs[0]) > 2  # "a 6-4, 3-6, 7-5 win over the third seed"
    if words.has("winner-doubt-sets" if sets else "winner-doubt", line):
        return
    beaten = words.pattern("winner-verb").search(line.symbols, 0, first)
    told = beaten is not None and not any(i >= 0 and context.quantity(i).is_measure for i in line.quantity[beaten.end() : first]) and first - beaten.end() <= _SIDE + 3
    if behind or told and not words.within("winner-denied", line, beaten.start() - 4, beaten.start()):
        claims = {"part": (runs[0][-1],)}
        yield Frame("winner-score", (0, 0), claims, {}, 0, frozenset(claims), 1)
