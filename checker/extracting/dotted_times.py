"""Times of day with a full stop, which alone might be decimals: "leaves at 7.40 and gets in at 9.10", "took off at 10.15"."""

from __future__ import annotations

from checker.extracting.scan import Cluster, Scan

_AROUND = 40  # words to either side of a figure in which its sentence and the next are looked at
_STOPS = ("\n", "%", "$", "£", "€")


def dotted_time(scan: Scan, cluster: Cluster) -> bool:
    """Whether this is one of the times of "leaves at 7.40 and gets in at 9.10": two with a word for a time in front of them,
    or one behind a time that shows it, and words that speak of hours; or one of a text in which another is certain."""
    at = cluster.first
    if not _at_clock(scan, at):
        return False
    if scan.clocked and scan.words[at - 1] in scan.book.words["clock.plain-cues"] or _led(scan, at) or _padded(scan, at):
        return True
    start = end = at
    while start > 0 and at - start < _AROUND and scan.words[start - 1] not in _STOPS:
        start -= 1
    while end - at < _AROUND and scan.words[end] and scan.words[end] not in _STOPS:
        end += 1
    others = [other for other in range(start, end) if not at <= other <= cluster.last]
    shown = any(scan.words[o + 1] == ":" and scan.glued(o) and scan.words[o].isdecimal() or half_behind(scan, o) and scan.words[o].isdecimal() for o in others)
    spoken = any(scan.words[other] in scan.book.words["clock.timed"] for other in others)
    return shown or spoken and any(_at_clock(scan, other) for other in others)


def half_behind(scan: Scan, last: int) -> int | None:
    """The last token of "am", "p.m.", "o'clock" that follows token `last`."""
    for phrase in scan.book.beginnings["clock.halves"].get(scan.words[last + 1], ()):
        end = last + len(phrase)
        if tuple(scan.words[last + 1 : end + 1]) == phrase:
            return end
    return None


def minutes_at(scan: Scan, at: int) -> bool:
    """Whether two digits that can be minutes stand at token `at`."""
    value = scan.number(at)
    return value is not None and value < 60 and len(scan.words[at]) == 2


def clocked(scan: Scan) -> bool:
    """Whether the text has a time with a full stop that words or a zero in front prove: "took off at 10.15", "until 06.40"."""
    leads, words = scan.book.endings["clock.leads"], scan.words
    hours = [at - 1 for at, word in enumerate(words) if word == "." and at and words[at - 1].isdecimal() and len(words[at - 1]) < 3]
    return any((words[at - 1] in leads or words[at][0] == "0") and _at_clock(scan, at) and (_led(scan, at) or _padded(scan, at)) for at in hours)


def _led(scan: Scan, at: int) -> bool:
    """Whether a verb of leaving or arriving leads to the figure: "took off at 10.15"."""
    return scan.ends_phrase(scan.book.endings["clock.leads"], at - 1) >= 0


def _padded(scan: Scan, at: int) -> bool:
    """True of "06.40": no decimal is written so."""
    return len(scan.words[at]) == 2 and scan.words[at][0] == "0" and scan.words[at] != "00" and scan.words[at - 1] in scan.book.words["clock.cues"]


def _at_clock(scan: Scan, at: int) -> bool:
    """Whether an hour and minutes with a full stop stand here behind a word that asks for a time, and nothing measures them."""
    if not (scan.words[at].isdecimal() and scan.words[at + 1] == "." and scan.glued(at) and scan.glued(at + 1)):
        return False
    hour, lead = scan.number(at), scan.words[at - 1]
    asked = lead in scan.book.words["clock.cues"] or lead in scan.book.words["clock.named"] or lead in scan.book.words["words.joins"] or _led(scan, at)
    clean = hour is not None and hour < 24 and len(scan.words[at]) <= 2 and minutes_at(scan, at + 2)
    return asked and clean and not scan.measured(at + 3) and scan.words[at + 3] != "%" and not (scan.words[at + 3] == "." and scan.glued(at + 2) and scan.words[at + 4].isdecimal())
