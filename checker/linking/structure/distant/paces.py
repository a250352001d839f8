"""Which way a rate went, told in one sentence, and its two values in the next one, the older behind "after".

    Joblessness fell again in May. The rate was 6.2 percent, after 6.6 percent in April
    Price pressure eased in spring. Consumer prices were 3.4% higher than a year before in May, after a rate of 3.9% in April

The second sentence holds these two percentages and no third, and is of the rate that the first one names, or takes it up. A value told
as the rise of a year is the rate of prices. What leaves something out, or compares with the same month, ties nothing.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, content, names_between, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.distant.levels import groups_in, light
from checker.linking.structure.distant.sheet import of_a_study
from checker.linking.structure.distant.ways import Way, ways_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_RATES = frozenset(["story-jobless", "story-inflation", "story-interest"])
_AFTER = 7  # symbols from "after" to the older value
_BEHIND = 7  # symbols behind it that say when it was
_FRONT = 3
_MOST = 3  # times the other: more is another sort of rate


def paced_rates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "direction" (new, base)."""
    words = near(context)
    cued = words.standing("pace-after")
    if not cued or of_a_study(context):
        return []
    reader, found = reader_of(context), []
    tied = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.pinned and {"new", "base"} <= f.claims.keys()}
    for line in told_lines(context):
        if line.number not in cued or KIND_SYMBOLS["percent"] not in line.symbols or not line.number:
            continue
        front = context.lines.lines[line.number - 1]
        pair = _two(line, reader, words)
        if pair is None or frozenset(pair) in tied or front.block != line.block or words.has("pace-not", front) or words.has("pace-not", line):
            continue
        ways = list(ways_of(front, reader, words))
        if ways and len({w.sign for w in ways}) == 1 and _one_rate(ways[0], line, context.lines.position_of[pair[0]], reader, words):
            claims = {"new": pair[:1], "base": pair[1:]}
            cue = offsets(front, ways[0].start, ways[0].end, context.extraction)
            found.append(Frame("direction", cue, claims, {}, ways[0].sign, frozenset(claims), 2, None, (), "roles"))
    return found


def _two(line: Line, reader: Reader, words: Near) -> tuple[int, int] | None:
    """The only percentages of a sentence, the second an older one: "6.2 percent, after 6.6 percent in April"."""
    context = reader.context
    told = [i for i in line.figures if context.quantity(i).kind in ("percent", "points", "ratio")]
    if len(told) != 2 or any((q := context.quantity(i)).kind != "percent" or not q.value or q.value < 0 or q.approx or q.sense == "range" for i in told):
        return None
    new, base = (context.quantity(i) for i in told)
    at = context.lines.position_of[told[1]]
    led = words.place("pace-after", line, max(context.lines.position_of[told[0]] + 1, at - _AFTER), at)
    if led < 0 or max(new.value, base.value) > _MOST * min(new.value, base.value) or "down" in (new.change, base.change):
        return None
    labels = {part for q in line.quantity[at + 1 : at + 1 + _BEHIND] if q >= 0 and (w := context.quantity(q).when) is not None and w.label for part in w.label.split("-")}
    then = words.within("pace-then", line, led, at + 1 + _BEHIND) or bool(labels & {"year", "same"})
    behind = [p for p in range(at + 1, min(len(line.symbols), at + 1 + _BEHIND)) if line.quantity[p] >= 0]
    elsewhere = names_between(line, at + 1, behind[0] if behind else at + 1 + _FRONT, context)  # "compared with 6.1 percent in Torr"
    return None if then or elsewhere or new.value == base.value else (told[0], told[1])


def _one_rate(way: Way, line: Line, at: int, reader: Reader, words: Near) -> bool:
    """Whether what moves is a rate that the next sentence names in front of its first value, and it names nothing else."""
    context, front = reader.context, way.line
    own = groups_in(front, 0, way.start, words, context) & _RATES
    if not own or not words.within("pace-rate", front, 0, way.start) or any(context.quantity(i).is_measure for i in front.figures):
        return False
    theirs = groups_in(line, 0, at, words, context)
    if theirs & _RATES:
        return bool(own & theirs) and not _unknown(line, at, front, reader, words)
    taken_up = words.pattern("pace-subject").match(line.symbols) is not None and words.within("pace-subject", line, 0, at)
    return taken_up and not _unknown(line, at, front, reader, words)


def _unknown(line: Line, at: int, front: Line, reader: Reader, words: Near) -> frozenset[str]:
    """The telling words in front of a value that name another thing than the sentence before: "food prices", "the youth rate"."""
    context, known = reader.context, content(front.firsts[0], front.lasts[-1] + 1, reader.context)
    spans = [m.span() for name in _RATES for m in words.matches(name, line, 0, at)]
    free = [p for p in range(at) if line.quantity[p] < 0 and not any(a <= p < b for a, b in spans)]
    said = frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in free))
    return telling(said, context) - light(context.lexicon) - known
