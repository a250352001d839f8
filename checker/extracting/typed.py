"""Everything number-like that is calendar or no quantity at all: dates, years, periods, times, scores, names.

Read before the quantities, so that a year is never a base and a page number never a part. One pass over the words: only
digits and the words that open a period, a month or a numbered thing are looked at.
"""

from __future__ import annotations

from dataclasses import replace

from checker.extracting import clock, dates, marks, models, molecules, month_figures, names, periods, places, years
from checker.extracting.dotted_times import clocked
from checker.extracting.scan import Cluster, Hit, Scan, cluster_at, open_scan
from checker.extracting.vocabulary import Vocabulary, vocabulary
from checker.language import Pack
from checker.model import Quantity, Tokens
from checker.once import once

_LONGEST = 8  # marks in a run of joined numbers; longer ones are noise and left alone


def find_typed(text: str, tokens: Tokens, pack: Pack) -> list[Quantity]:
    """The dates, years, periods, times, scores and identifiers of a text, in order and apart from one another.

    `value` is the year for a single year and None for the rest; spans of years and scores have `low` and `high`. What
    was read of a date stands in `when`, with the year only where it is written (`anchor.resolve` adds it).
    """
    book = vocabulary(pack)
    scan = open_scan(text, tokens, book)
    scan = replace(scan, clocked=clocked(scan))
    openers = _openers(book)
    fixed = marks.marked(scan)
    found: list[Hit] = []
    free = resume = at_fixed = 0
    opening = {word for word in set(tokens.words) if word in openers or word[0].isdecimal()}
    for at in [at for at, word in enumerate(tokens.words) if word in opening]:
        while at_fixed < len(fixed) and fixed[at_fixed].first <= at:
            if fixed[at_fixed].first >= free:
                found.append(fixed[at_fixed])
                free = fixed[at_fixed].last + 1
            at_fixed += 1
        if at < free or at < resume:
            continue
        word = scan.words[at]
        if word[0].isdecimal():
            hit, skip = _at_digits(scan, at, free)
        else:
            hit, skip = _at_word(scan, at, free, openers[word]), at
        limit = fixed[at_fixed].first if at_fixed < len(fixed) else len(tokens.words)
        if hit and free <= hit.first and hit.last < limit:
            found.append(hit)
            free = hit.last + 1
        resume = skip
    found += [hit for hit in fixed[at_fixed:] if hit.first >= free]
    return [_quantity(scan, hit) for hit in years.settle(found)]


@once
def _openers(book: Vocabulary) -> dict[str, str]:
    """What a word can open."""
    table: dict[str, str] = dict.fromkeys(book.words["labels.letters"], "letter")
    table.update(dict.fromkeys(book.numbered["romans"], "roman"))
    table.update(dict.fromkeys(book.words["fiscal"] | book.words["fiscal-marks"], "fiscal"))
    table.update(dict.fromkeys(book.words["period-words.quarter-marks"] | book.words["period-words.half-marks"], "mark"))
    table.update(dict.fromkeys(book.named["lengths"], "length"))
    table.update(dict.fromkeys(book.named["units"], "unit"))
    table.update(dict.fromkeys(book.numbered["months"], "month"))
    return table


def _at_word(scan: Scan, at: int, free: int, opener: str) -> Hit | None:
    if opener == "month":
        return dates.month_at(scan, at)
    if opener == "unit":
        return periods.unit_at(scan, at, free) or (
            periods.months_at(scan, at, free) if scan.words[at] in scan.book.named["lengths"] else None
        )
    if opener == "length":
        return periods.months_at(scan, at, free)
    if opener == "fiscal":
        return years.fiscal_at(scan, at)
    if opener == "mark":
        return periods.mark_at(scan, at)
    if opener == "roman":
        return names.roman_at(scan, at, free)
    return names.letter_at(scan, at, free)


def _at_digits(scan: Scan, at: int, free: int) -> tuple[Hit | None, int]:
    """What the digits at token `at` are, if they are no quantity, and the token up to which nothing else can be."""
    cluster = cluster_at(scan, at)
    if len(cluster.marks) > _LONGEST:
        return None, cluster.last + 1
    hit = models.literal_at(scan, at) or _glued(scan, at, free) or names.label_at(scan, at, cluster, free)
    hit = hit or (models.repeated_at(scan, at, free) if scan.named and not cluster.marks else None)
    hit = hit or molecules.chemical_at(scan, at) or models.variant_at(scan, at) or models.code_at(scan, at, free) or models.study_at(scan, at) or models.series_at(scan, at, free) or models.stroke_at(scan, at, free)
    if hit:
        return _stroked(scan, hit), at
    if (spaced := month_figures.spaced(scan, at, cluster)) is not None:
        return spaced, at
    days = cluster._replace(last=at + 2, marks="-") if _spaced_days(scan, cluster) else cluster
    hit = dates.figures(scan, cluster) if len(cluster.marks) == 2 else dates.day_first(scan, at, days) or dates.day_only(scan, at, cluster)
    hit = hit or (dates.run_together(scan, at) if not cluster.marks else None)
    hit = hit or month_figures.month_at(scan, cluster) or clock.time_at(scan, at, cluster) or places.phone_at(scan, at, cluster) or places.literature_at(scan, at, free)
    hit = hit or years.year_at(scan, at, cluster) or clock.score_at(scan, at, cluster) or places.address_at(scan, at, cluster)
    hit = hit or places.post_code_at(scan, at, cluster) or names.numbered_at(scan, at, cluster)
    return hit, at if hit else _past_number(scan, cluster)


def _stroked(scan: Scan, hit: Hit) -> Hit:
    """A name of letters and a digit with the further digit that a stroke ties to it: "E1/2", "CDK4/6"."""
    stroke, further = hit.last + 1, hit.last + 2
    tied = scan.words[stroke] == "/" and scan.glued(hit.last) and scan.glued(stroke) and scan.words[further].isdecimal() and len(scan.words[further]) < 2
    named = hit.kind == "identifier" and scan.words[hit.first][:1].isalpha() and scan.glued(hit.first)
    return hit._replace(last=further) if tied and named and not scan.glued(further) else hit


def _spaced_days(scan: Scan, cluster: Cluster) -> bool:
    """Whether a dash between spaces joins two days: "1 – 5 December", "7 / 8 March"."""
    at, words = cluster.first, scan.words
    joined = not cluster.marks and words[at + 1] in ("–", "/") and not scan.glued(at) and words[at + 2].isdecimal()
    return joined and words[at + 3] in scan.book.numbered["months"]


def _past_number(scan: Scan, cluster: Cluster) -> int:
    """The first token after the plain number that opens a cluster: the "pm" of "2.1 pm" is not that of 1."""
    at = cluster.first
    for mark in cluster.marks:
        if mark in "-/" or (mark == "," and len(scan.words[at + 2]) != 3):
            break
        at += 2
    return at + 1


def _glued(scan: Scan, at: int, free: int) -> Hit | None:
    """A name made of letters and digits that touch."""
    before = at > 0 and (scan.ends[at - 1] == scan.starts[at] or scan.words[at - 1] == "‑")
    if before or (scan.glued(at) and scan.words[at + 1].isalpha()):
        named = (places.uk_post_at(scan, at) or models.model_at(scan, at, free)) if before else None
        return named or models.hash_at(scan, at, free)
    return None


def _quantity(scan: Scan, hit: Hit) -> Quantity:
    number = hit.number if hit.number >= 0 else hit.first
    start, end = scan.starts[hit.first], scan.ends[hit.last]
    return Quantity(
        start, end,
        scan.starts[number] if hit.number >= 0 else start, scan.ends[number] if hit.number >= 0 else end,
        hit.first, hit.last, hit.first, hit.kind, hit.value,
        sense="exact", low=hit.low, high=hit.high, when=hit.when, clock=clock.minutes(scan, hit) if hit.kind == "time" else None,
        lap=clock.lap(scan, hit) if hit.kind == "time" else None,
    )  # fmt: skip
