"""Counts of things that are listed a sentence each: questions, and what is named without a verb.

    four questions are left. Who signed? Was he sober? When did the bank learn of it? And in whose cellar is it?
    Would it be loud, would it smell, and would it ever be finished? Residents put those three questions
    here is what I carry. A recorder. One microphone, because ... Headphones, wired. And a pencil. Those four things

Questions stand in a row right behind their count, or right in front of it where "those" takes them up. Fragments are a list
where one opens with "and", or where their count follows at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing
from checker.linking.structure.count.list_forms import of_size
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_FEWEST = 2
_FRAGMENT = 12  # symbols of a fragment up to its first mark
_TAKEN_UP = 12  # symbols in front of a count that takes up what was asked
_MOST = 12


def sentence_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "enumeration" (announced; item: the words of each)."""
    words, lines, found = near(context), told_lines(context), []
    numbers = {line.number: n for n, line in enumerate(lines)}
    for name, read in (("asked-noun", _questions), ("fragment-noun", _fragments)):
        for line in lines if words.standing(name) else ():
            if not line.figures or not words.has(name, line):
                continue
            for index in line.figures:
                if announcing(index, context) and words.within(name, line, context.lines.position_of[index] + 1, after_noun(index, line, context)):
                    made = _frame(index, line, lines, numbers[line.number], read, context, words)
                    found.extend([made] if made else [])
    return found


def _frame(index: int, line: Line, lines: list[Line], n: int, read, context: Context, words: Near) -> Frame | None:
    at = context.lines.position_of[index]
    if _asks(line, context):
        return None  # "three questions: how many? ...": its own sentence holds the first of them
    if words.within("listed-more", line, at - 3, after_noun(index, line, context) + 1):
        return None
    taken_up = at > 0 and at <= _TAKEN_UP and words.within("listed-those", line, at - 2, at)
    items = tuple(read(lines[n + 1 : n + 2 + _MOST], False, context, words))
    back = tuple(read(lines[max(0, n - 1 - _MOST) : n][::-1], True, context, words)) if taken_up else ()
    if bool(items) == bool(back) and len(items) >= _FEWEST:
        return None
    items = items if len(items) >= _FEWEST else back[::-1]
    if not _FEWEST <= len(items) <= _MOST or not of_size(len(items), index, context):
        return None
    q = context.quantity(index)
    claims = {"announced": (index,)}
    return Frame("enumeration", (q.start, q.end), claims, {"item": items}, 0, frozenset(("announced", "item")), 2)


# ---------------------------------------------------------------- questions


def _questions(lines: list[Line], back: bool, context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The places of the questions in a row of sentences that ask, each clause that opens like one; nothing where there may be more."""
    asked: list[tuple[int, int]] = []
    run: list[Line] = []
    for line in lines:
        if not _asks(line, context):
            break
        own = [offsets(line, a, b, context.extraction) for a, b in _clauses(line, words)]
        asked.extend(reversed(own) if back else own)
        run.append(line)
    if run and (_joined(run[0] if back else run[-1], words) or len(asked) > _FEWEST and (back or len(run) == len(lines) or lines[len(run)].block != run[-1].block)):
        yield from asked


def _asks(line: Line, context: Context) -> bool:
    return line.symbols.rstrip(_closing(context)).endswith(context.lexicon.symbols.chars["?"])


def _joined(line: Line, words: Near) -> bool:
    """Whether a conjunction leads to the last question: "And where was the rope?", "would it smell, and would it be finished?"."""
    starts = [a for a, _ in _clauses(line, words)]
    return words.pattern("conjunction").match(line.symbols) is not None or len(starts) > 1 and words.within("conjunction", line, starts[-1] - 1, starts[-1])


def _closing(context: Context) -> str:
    return "".join(context.lexicon.symbols.chars.get(c, "") for c in "\"'”’)")


def _clauses(line: Line, words: Near) -> list[tuple[int, int]]:
    """The questions of one sentence: a new one begins behind a comma or conjunction with a word that opens one."""
    starts = [0]
    for m in words.matches("asked-opening", line, 1):
        alike = line.symbols[m.start()] == line.symbols[0] or all(words.pattern("asked-which").match(line.symbols, p) for p in (0, m.start()))
        joined = alike and any(j.end() == m.start() for j in words.matches("asked-join", line, max(0, m.start() - 2), m.start()))
        if joined and m.start() - starts[-1] > 1 and words.within("asked-opening", line, starts[-1], starts[-1] + 2):
            starts.append(m.start())
    return list(zip(starts, [*starts[1:], len(line.symbols)]))


# ---------------------------------------------------------------- fragments


def _fragments(lines: list[Line], back: bool, context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """The places of the sentences without a verb in a row, as far as the last of a list."""
    run: list[Line] = []
    for line in lines:
        if run and line.block != run[0].block or not _is_fragment(line, context, words):
            break
        run.append(line)
        last = words.pattern("fragment-last").match(line.symbols) is not None
        if last and not back:
            break
        if last and back and len(run) > 1:
            run.pop()
            break
    ends = (run[0] if back else run[-1]) if run else None
    if ends is not None and words.pattern("fragment-last").match(ends.symbols):
        yield from (offsets(line, 0, len(line.symbols), context.extraction) for line in run)


def _is_fragment(line: Line, context: Context, words: Near) -> bool:
    marks = context.lexicon.symbols.marks
    end = next((p for p, s in enumerate(line.symbols) if s in marks and p), len(line.symbols))
    opened = words.pattern("fragment-opening").match(line.symbols) is not None or end <= 2
    opened = opened or any(q.style == "words" and q.kind == "count" for q in (context.quantity(i) for i in line.quantity[:2] if i >= 0))
    return opened and end <= _FRAGMENT and not words.within("fragment-verb", line, 0, end)
