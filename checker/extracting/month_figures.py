"""Months in figures: "02/2002"."""

from __future__ import annotations

from checker.extracting import dates
from checker.extracting.scan import Cluster, Hit, Scan
from checker.model import When

_YEARS = range(1900, 2101)


def month_at(scan: Scan, cluster: Cluster) -> Hit | None:
    """A month in figures: "between 03/1997 and 11/2004". The nought in front or a word before it tells it from a share."""
    first, last = cluster.first, cluster.last
    month, year = scan.number(first) or 0, scan.number(last) or 0
    if cluster.marks != "/" or len(scan.words[first]) != 2 or len(scan.words[last]) != 4 or not (0 < month <= 12 and year in _YEARS):
        return None
    told = scan.words[first][0] == "0" or scan.words[first - 1] in scan.book.words["figure-month-cues"]
    if not told or scan.measured(last + 1) or scan.glued(last) and scan.words[last + 1].isalnum():
        return None
    return Hit("period", first, last, When(year=year, month=month, label="month"), number=last)


def spaced(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """A date in figures with spaces around its strokes: "1 / 1 / 2014", "14 / 3 / 1998"; a fraction has no third figure."""
    words = scan.words
    if cluster.marks or words[at + 1] != "/" or words[at + 3] != "/" or not (words[at + 2].isdecimal() and words[at + 4].isdecimal()):
        return None
    even = all(scan.starts[k + 1] - scan.ends[k] == 1 for k in range(at, at + 4))
    bound = scan.glued(at + 4) and (words[at + 5].isalnum() or words[at + 5] in "/%") or words[at + 5] == "/"
    return dates.figures(scan, Cluster(at, at + 4, scan.ends[at + 4], "//")) if even and not bound and len(words[at + 4]) == 4 else None
