"""What the parts of a frame speak of: measure and period, so that claims in different sentences can share a variable.

A frame's specification says where the words for a part stand (`subject`, a span, the figure itself) and which calendar
reference dates it. Descriptions that are alike are one measure; figures that a repetition ties are one fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.linking.context import Context, content_of_span, telling
from checker.linking.match import Draft
from checker.model import Frame, When

FactRef = tuple[str, str, str, str]  # measure, period, name, when
_REACH = 24  # symbols of a noun phrase
_AKIN = 50  # measures that share a word and are compared


def facts_of(draft: Draft, claims: dict[str, tuple[int, ...]], context: Context) -> dict[str, FactRef]:
    """For each part that the specification mentions: (measure key, period key, name, period as words)."""
    found: dict[str, FactRef] = {}
    for part, of, at in draft.spec.facts:
        if of == "figure":
            if part in claims:
                found[part] = (f"#{claims[part][0]}", "", "", "")
            continue
        spans = [s for name in of.split("/") if (s := _span(name, part, draft, claims, context))]
        when = _when(at, draft, claims, context)
        if len(spans) == of.count("/") + 1 and when is not None:
            text = context.extraction.document.text
            name = " / ".join(" ".join(text[a:b].split()) for a, b in spans)
            words = frozenset().union(*(telling(content_of_span(s, context), context) for s in spans))
            key = _measure(words, context) if len(spans) == 1 else _of_two(words, of)
            if key:
                found[part] = (key, when[0], name, when[1])
    return found


def _of_two(words: frozenset[str], of: str) -> str | None:
    """The key of one measure within or over another: it is like neither of them."""
    return f"{of}: {' '.join(sorted(words))}" if words else None


def _measure(words: frozenset[str], context: Context) -> str | None:
    """The key of the measure with these words; a known one where it is alike."""
    if not words:
        return None
    akin = {entry for word in words for entry in context.measures.get(word, ())[:_AKIN]}
    for _, known, key in sorted(akin, key=lambda entry: entry[0]):
        if 2 * len(words & known) >= len(words | known):
            return key
    key = " ".join(sorted(words))
    order = len(context.measured)
    context.measured.append(key)
    for word in words:
        context.measures.setdefault(word, []).append((order, words, key))
    return key


def _span(name: str, part: str, draft: Draft, claims, context: Context) -> tuple[int, int] | None:
    if name != "subject":
        found = draft.spans.get(name)
        return found[0] if found else None
    line = draft.line
    end = draft.start
    if part in claims and context.lines.line_of[claims[part][0]] == line.number:
        end = min(end, context.lines.position_of[claims[part][0]])
    return noun_phrase(line, end, context)


def noun_phrase(line, end: int, context: Context) -> tuple[int, int] | None:
    """The run of words before a position, without the verb that closes it and the article that opens it."""
    words, marks = context.extraction.tokens.words, context.lexicon.symbols.marks
    loose = context.function | context.lexicon.pack.words("reach") | context.lexicon.pack.words("share-verb")
    last = end - 1
    while last >= 0 and (line.quantity[last] >= 0 or line.symbols[last] in marks or words[line.firsts[last]] in loose):
        if last < end - _REACH:
            return None
        last -= 1
    first = last
    while first > 0 and line.quantity[first - 1] < 0 and line.symbols[first - 1] not in marks and first > last - _REACH:
        first -= 1
    while first < last and words[line.firsts[first]] in context.function:
        first += 1
    if first > last:
        return None
    tokens = context.extraction.tokens
    return tokens.starts[line.firsts[first]], tokens.ends[line.lasts[last]]


def _when(at: str, draft: Draft, claims, context: Context) -> tuple[str, str] | None:
    """(key, words) of the period: of the part `at`, of the sentence, or the year before that."""
    if at and at != "year-before":
        if at not in claims:
            return None
        return _said(context.quantity(claims[at][0]).when, claims[at][0], context)
    index = _period_index(draft, context)
    if index is None:
        return None if at else ("", "")
    when = context.quantity(index).when
    if at:
        return (str(when.year - 1), str(when.year - 1)) if when and when.year else None
    return _said(when, index, context)


def _said(when: When | None, index: int, context: Context) -> tuple[str, str] | None:
    if when is None:
        return None
    if when.year and not when.month and (when.label is None or when.label.endswith("-year")):
        return str(when.year), str(when.year)
    q = context.quantity(index)
    text = " ".join(context.extraction.document.text[q.start : q.end].split())
    return text.lower(), text


def _period_index(draft: Draft, context: Context) -> int | None:
    """The calendar reference that dates the sentence: the last one in front of the cue that is not where a change began."""
    used = {q for found in draft.claims.values() for q in found}
    origin = context.lexicon.pattern("from-word")
    line = draft.line
    inside = range(draft.start - 1, -1, -1)
    for position in [*inside, *range(draft.end, min(len(line.symbols), draft.end + 8))]:
        index = line.quantity[position]
        if index < 0 or index in used or context.quantity(index).kind not in ("year", "period", "date"):
            continue
        if origin and position and origin.fullmatch(line.symbols[position - 1]):
            continue
        return index
    return None


def unified(frames: Iterable[Frame]) -> list[Frame]:
    """The frames with one key for all figures that repetitions tie to one fact."""
    frames = list(frames)
    parent: dict[int, int] = {}

    def root(i: int) -> int:
        while parent.get(i, i) != i:
            i = parent[i]
        return i

    for frame in frames:
        if frame.family == "repeated" and frame.pinned:
            a, b = root(frame.claims["first"][0]), root(frame.claims["second"][0])
            parent[max(a, b)] = min(a, b)
    return [replace(f, facts={p: _rooted(r, root) for p, r in f.facts.items()}) if f.facts else f for f in frames]


def _rooted(ref: FactRef, root) -> FactRef:
    return (f"#{root(int(ref[0][1:]))}", *ref[1:]) if ref[0].startswith("#") else ref
