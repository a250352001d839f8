"""Times of day, lap times and scores: figures joined by a colon, a full stop or a dash that are no amounts."""

from __future__ import annotations

from checker.extracting.dotted_times import dotted_time, half_behind, minutes_at
from checker.extracting.scan import Cluster, Hit, Scan, cluster_at
from checker.extracting.score_lists import at_half_time, in_a_row
from checker.rational import Fraction

_NEAR = 5  # words between a score and the word that shows that it is one


def time_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A time that begins with the digits of token `at`: "18:52", "9.30 am", "1430 GMT", "1:33.279", "10-11 am"."""
    marks = cluster.marks
    half = half_behind(scan, cluster.last) if scan.words[cluster.last + 1] not in scan.barred else None
    if half and _is_clock(scan, cluster, at):
        return Hit("time", at, half, number=at)
    if not marks and _parted(scan, at):
        return Hit("time", at, at + 2, number=at)
    if marks in (":", "::") or (marks in (":.", "::.") and len(scan.words[cluster.last]) <= 3):
        return _colons(scan, cluster)
    if marks == ":-:" or (marks == "-" and half):
        return Hit("time", at, half or cluster.last, number=at)
    if half is None and marks == "." and dotted_time(scan, cluster):
        return Hit("time", at, cluster.last, number=at)
    if half is None and marks in ("", ".") and (_ranged(scan, cluster) or (marks and _opening_hours(scan, cluster))):
        return Hit("time", at, cluster.last, number=at)
    return _zoned(scan, cluster)


def _parted(scan: Scan, at: int) -> bool:
    """Whether hours and minutes of a text taken to pieces begin here: "at 08: 30", "around 19: 00"."""
    words = scan.words
    shaped = len(words[at]) < 3 and len(words[at + 2]) == 2 and words[at + 1] == ":" and scan.glued(at) and not scan.glued(at + 1)
    if not shaped or not words[at + 2].isdecimal() or "\n" in scan.text[scan.ends[at + 1] : scan.starts[at + 2]]:
        return False
    long = words[at - 1] in scan.book.words["words.of"] and words[at - 2] in scan.book.words["clock.lengths"]  # "a duration of 3: 04"
    sung = words[at - 1] in ("–", "—", "-") and words[at - 2] in ('"', "”")  # '"Kiss You" – 3: 04'
    asked = long or sung or words[at - 1] in scan.book.words["clock.cues"] or words[at + 3] in scan.book.words["clock.left"] or len(words[at]) == 2 and words[at - 1] in scan.book.words["words.joins"]
    return asked and (scan.number(at) or 0) < 24 and minutes_at(scan, at + 2) and not scan.measured(at + 3)


def minutes(scan: Scan, hit: Hit) -> int | None:
    """Minutes since midnight of "22:40", "7.15 pm"; None of a lap time, and of what may be morning or evening."""
    words = scan.words[hit.first : hit.last + 1]
    figures = [int(word) for word in words if word.isdecimal()]
    late, early = (any(w in scan.book.words[name] for w in words) for name in ("clock.late", "clock.early"))
    if len(figures) == 1 and not late and not early or not 0 < len(figures) < 3 or figures[-1] > 59 and len(figures) == 2:
        return None
    hour, minute = figures[0], figures[1] if len(figures) == 2 else 0
    if hour > 24 or (late or early) and hour > 12:
        return None
    if late or early:
        hour = hour % 12 + 12 * late
    elif ":" not in words and "." not in words:
        return None
    return 60 * hour + minute


def lap(scan: Scan, hit: Hit) -> Fraction | None:
    """Seconds of a time that no clock shows: "2:08.51" in minutes and seconds, "2:20:42" in hours, minutes and seconds."""
    words = scan.words[hit.first : hit.last + 1]
    whole, dot, tail = "".join(words).partition(".")
    figures = whole.split(":")
    if not all(f.isdecimal() for f in figures) or dot and not tail.isdecimal() or len(figures) + bool(dot) < 3:
        return None
    seconds = Fraction(int(figures[-1])) + (Fraction(int(tail), 10 ** len(tail)) if dot else 0)
    for place, figure in zip((60, 3600), reversed(figures[:-1])):
        seconds += place * int(figure)
    return seconds


def _is_clock(scan: Scan, cluster: Cluster, at: int) -> bool:
    """Whether the figures can be an hour, or an hour and minutes."""
    hour = scan.number(at)
    if hour is None or hour > 24 or len(scan.words[at]) > 2:
        return False
    return cluster.marks == "" or (cluster.marks in (":", ".") and minutes_at(scan, cluster.last))


def _colons(scan: Scan, cluster: Cluster) -> Hit | None:
    hour, other = scan.number(cluster.first), scan.number(cluster.last)
    if cluster.marks == ":" and len(scan.words[cluster.last]) < 3 and not minutes_at(scan, cluster.last) and hour and other and hour < 100:
        apart = not scan.glued(cluster.first - 1) or scan.words[cluster.first - 1] in "(["
        return Hit("score", cluster.first, cluster.last, None, None, Fraction(hour), Fraction(other), cluster.first) if apart else None
    if hour is None or not minutes_at(scan, cluster.first + 2) or hour > (24 if cluster.marks == ":" else 999):
        return None
    if len(cluster.marks) == 2 and cluster.marks[1] == ":" and not minutes_at(scan, cluster.last):
        return None
    zone = cluster.last + 1
    if scan.glued(cluster.last) and scan.words[zone].isalpha() and not half_behind(scan, cluster.last):
        return None
    last = zone if scan.words[zone] in scan.book.words["clock.zones"] and scan.upper(zone) else cluster.last
    return Hit("time", cluster.first, half_behind(scan, cluster.last) or last, number=cluster.first)


def _ranged(scan: Scan, cluster: Cluster) -> bool:
    """Whether a time with its half of the day follows: "9 to 5 p.m.", "between 2 and 4 pm"."""
    link = cluster.last + 1
    if scan.words[link] not in scan.book.words["words.joins"] or not scan.words[link + 1].isdecimal():
        return False
    if not _is_clock(scan, cluster, cluster.first):
        return False
    second = cluster_at(scan, link + 1)
    return len(second.marks) < 2 and half_behind(scan, second.last) is not None and _is_clock(scan, second, second.first)


def _opening_hours(scan: Scan, cluster: Cluster) -> bool:
    """Whether this is one end of "between 9.30 and 12.30, Monday to Thursday"; not "to 4.25 percent on Thursday"."""
    if not _is_clock(scan, cluster, cluster.first) or scan.measured(cluster.last + 1):
        return False
    link = cluster.last + 1
    if scan.words[link] in scan.book.words["words.joins"] and scan.words[link + 2] == "." and scan.glued(link + 1):
        second = cluster_at(scan, link + 1) if scan.words[link + 1].isdecimal() else None
        return bool(second and second.marks == "." and _opening_hours(scan, second))
    days = scan.book.numbered["weekdays"]
    return scan.words[cluster.first - 1] in scan.book.words["words.joins"] and any(
        scan.words[cluster.last + n] in days for n in (1, 2, 3)
    )


def _zoned(scan: Scan, cluster: Cluster) -> Hit | None:
    """ "1430 GMT", "0930/1030 GMT", "at 1530 hrs": four digits and a zone."""
    zone, book = cluster.last + 1, scan.book.words
    hour = scan.number(cluster.first)
    if hour is None or cluster.marks not in ("", "/", "-", "."):
        return None
    four = len(scan.words[cluster.first]) == 4 and hour % 100 < 60 and hour <= 2400
    link = scan.words[zone]
    if (
        four
        and not cluster.marks
        and link in book["words.joins"]
        and len(scan.words[zone + 1]) == 4
        and scan.words[zone + 1].isdecimal()
    ):
        second = _zoned(scan, cluster_at(scan, zone + 1))
        return Hit("time", cluster.first, cluster.first, number=cluster.first) if second else None
    dated = cluster.first - 1 - (scan.words[cluster.first - 1] == ",")
    if four and scan.words[zone] in book["clock.tails"] and scan.words[dated] in scan.book.numbered["months"]:
        return Hit("time", cluster.first, zone, number=cluster.first)  # "4 June, 1930 hrs"
    if scan.words[zone] in book["clock.places"]:
        before = scan.words[cluster.first - 1]
        told = scan.words[zone + 1] in book["clock.place-nouns"] or before in book["clock.cues"] or before in book["words.joins"]
        return Hit("time", cluster.first, zone, number=cluster.first) if four and told else None
    if scan.words[zone] not in book["clock.zones"]:
        return None
    dotted = cluster.marks == "." and _is_clock(scan, cluster, cluster.first) and scan.upper(zone)
    return Hit("time", cluster.first, zone, number=cluster.first) if four or dotted else None


def zoned_clock(scan: Scan, at: int) -> bool:
    """Whether the four digits of token `at` are a time of day rather than a year: "4 June, 1945 GMT", "2030 local time", "1930 hours"."""
    words, book, zone = scan.words, scan.book.words, at + 1
    if not words[at].isdecimal() or int(words[at]) % 100 > 59 or int(words[at]) > 2400:
        return False
    if words[zone] in book["clock.zones"]:
        return scan.upper(zone)
    return words[zone] in book["clock.tails"] or words[zone] in book["clock.places"] and words[zone + 1] in book["clock.place-nouns"]


def score_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A score or a vote: "6-1" beside other sets, "7-6 (7-5)", "won 3-2", "a 5-4 decision"."""
    if not cluster.marks and scan.words[at + 1] == "–" and not scan.glued(at) and scan.words[at + 2].isdecimal():
        cluster = cluster._replace(last=at + 2, marks="-")  # "a 41 – 38 lead"
    if len(cluster.marks) > 1 and not cluster.marks.strip(":"):  # parts of a ratio: "randomised 1:1:2"
        parts = scan.words[at : cluster.last + 1 : 2]
        return Hit("score", at, cluster.last, number=at) if all(len(part) < 3 for part in parts) else None
    if cluster.marks != "-":
        return _spelled_vote(scan, at) if not cluster.marks else None
    low, high = scan.number(at), scan.number(cluster.last)
    if low is None or high is None or max(low, high) > 999 or scan.measured(cluster.last + 1) or scan.words[cluster.last + 1] in scan.book.words["scores.not-before"]:
        return None
    if scan.glued(cluster.last) and scan.words[cluster.last + 1] not in (".", ",", ";", ")", ":", "?", "!", "”", '"', "'"):
        return None
    apart = not scan.glued(at) and low >= high and not scan.words[at - 1].isdecimal()  # no range counts down: "drew 4 – 4", "a 9 – 4 record"
    split = low > high and low + high == 100 and high > 9  # "a 60-40 split"
    if not (apart or split or _set_beside(scan, cluster, low, high) or _cued(scan, cluster, low, high) or at_half_time(scan, cluster.last) or in_a_row(scan, at)):
        return None
    tie = cluster.last + 1
    last = cluster.last
    if scan.words[tie] == "(" and scan.words[tie + 1].isdecimal():
        inner = cluster_at(scan, tie + 1)
        if inner.marks in ("-", "") and scan.words[inner.last + 1] == ")" and max(low, high) == 7:
            last = inner.last + 1
    return Hit("score", at, last, None, None, Fraction(low), Fraction(high), at)


def _set_beside(scan: Scan, cluster: Cluster, low: int, high: int) -> bool:
    """Whether this is a set of a match and another set stands right beside: "6-1 7-6 (7-5)", "6-4, 3-6"."""
    if not _is_set(low, high):
        return False
    after, before = cluster.last + 1, cluster.first - 1
    if scan.words[after] == "(" and scan.words[after + 4] == ")" and max(low, high) == 7:
        after += 5
    if scan.words[before] == ")" and scan.words[before - 4] == "(":
        before -= 5
    after += scan.words[after] == ","
    before -= scan.words[before] == ","
    return _pair(scan, after, low, high) or _pair(scan, before - 2, low, high)


def _pair(scan: Scan, at: int, low: int, high: int) -> bool:
    """Whether a set begins at token `at` that does not go on counting where this one stops, as ages do."""
    first, second = scan.number(at), scan.number(at + 2)
    if first is None or second is None or scan.words[at + 1] not in ("-", "–") or not (scan.glued(at) and scan.glued(at + 1)):
        return False
    return (
        _is_set(first, second) and not scan.measured(at + 3) and not (low < high < first < second or first < second < low < high)
    )


def _is_set(low: int, high: int) -> bool:
    """Whether a set can end like this: 6-4, 7-6, 10-8.

    >>> _is_set(6, 4), _is_set(5, 7), _is_set(6, 5)
    (True, True, False)
    """
    most, least = max(low, high), min(low, high)
    if most == 6:
        return least <= 4
    if most == 7:
        return least in (5, 6)
    return 7 < most <= 25 and most - least == 2


def _cued(scan: Scan, cluster: Cluster, low: int, high: int) -> bool:
    """Whether words near by speak of a game or a vote; the more surely, the more the figures look like a range."""
    words, book = scan.words, scan.book.words
    ranged = low < high
    if any(words[at] in book["scores.sure-after"] for at in (cluster.last + 1, cluster.last + 2)):
        return not (ranged and words[cluster.last + 1] not in book["scores.sure-after"])
    beside = cluster.first - 1 - (words[cluster.first - 1] == ",")
    if not ranged and words[beside] in book["scores.beside"]:
        return True
    near = 2 if ranged else _NEAR
    for at in range(cluster.first - 1, cluster.first - 1 - near, -1):
        if words[at] in book["scores.sure-before"] or (not ranged and words[at] in book["scores.before"]):
            return True
        if words[at].isdecimal() and words[at - 1] in book["scores.rank-marks"]:
            continue  # "edged # 15 Ohio State 74 – 66"
        if words[at] in (".", ";") or words[at].isdecimal() or words[at] == "":
            return False
    return False


def _spelled_vote(scan: Scan, at: int) -> Hit | None:
    """ "by a vote of 63 to 37", "voted 220 to 198"."""
    words, book = scan.words, scan.book.words
    if words[at + 1] not in book["scores.to"] or not words[at + 2].isdecimal() or scan.measured(at + 3):
        return None
    before = words[at - 2] if words[at - 1] in book["words.of"] else words[at - 1]
    told = before in book["scores.vote-words"] or words[at + 3] in book["scores.pair-nouns"]  # "a 2 to 1 margin"
    first, second = scan.number(at), scan.number(at + 2)
    if not told or first is None or second is None or cluster_at(scan, at + 2).marks:
        return None
    return Hit("score", at, at + 2, None, None, Fraction(first), Fraction(second), at)
