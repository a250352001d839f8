"""Months in figures: "02/2002"."""

from __future__ import annotations

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
