"""Scores that no verb of winning stands beside: those of the parts of a match, one behind the other, and at half-time.

    The quarters went 24-19, 18-22, 27-20 and 21-23          a word for the parts in front of the row, or right behind it
    beat Modo 5-2 (1-0, 2-1, 2-1)                            three or more in brackets behind a result
    a 9-14 half-time deficit; trailing 30-41 at half-time
"""

from __future__ import annotations

from checker.extracting.scan import Scan

_BEFORE, _BEHIND = 6, 3  # tokens around a row in which its parts are named
_PAIR = 3  # tokens of a score
_LISTED = 3


def at_half_time(scan: Scan, last: int) -> bool:
    """Whether "half-time", "at the interval" stands right behind a score that ends at token `last`."""
    words, book = scan.words, scan.book.words
    at = last + 1
    while words[at] in book["scores.half-leads"]:
        at += 1
    if words[at] in book["scores.half-words"]:
        ends = book["scores.half-ends"]
        if words[at + 1] in ends or words[at + 1] == "-" and words[at + 2] in ends:
            return True
    return words[at] in book["scores.half-times"] and words[at + 1] in book["scores.half-stands"] or at > last + 1 and words[at] in book["scores.half-only"]


def in_a_row(scan: Scan, first: int) -> bool:
    """Whether the pair at token `first` is one of a row of scores of the parts of a match."""
    start, end, many = first, first + _PAIR, 1
    while (before := _pair_before(scan, start)) >= 0:
        start, many = before, many + 1
    while (behind := _pair_behind(scan, end)) >= 0:
        end, many = behind + _PAIR, many + 1
    words, parts = scan.words, scan.book.words["scores.parts"]
    if many < _LISTED or not any(_is_pair(scan, k) and int(words[k]) >= int(words[k + 2]) for k in range(start, end - 2)):
        return False  # ranges all count up
    if words[start - 1] == "(" and words[end] == ")":
        return words[start - 3] in ("-", "–") and words[start - 2].isdecimal() and words[start - 4].isdecimal()
    return any(words[k] in parts for k in range(max(0, start - _BEFORE), start)) or any(words[k] in parts for k in range(end, min(len(words), end + _BEHIND)))


def _is_pair(scan: Scan, at: int) -> bool:
    return at >= 0 and scan.words[at].isdecimal() and scan.words[at + 1] in ("-", "–") and scan.glued(at) and scan.glued(at + 1) and scan.words[at + 2].isdecimal() and len(scan.words[at]) < 4 > len(scan.words[at + 2])


def _pair_before(scan: Scan, start: int) -> int:
    """Where the pair in front of a comma or "and" begins; -1 where none stands there."""
    at = start - 1
    while at > 0 and scan.words[at] in scan.book.words["scores.joins"] and start - at <= 2:
        at -= 1
    return at - 2 if at < start - 1 and _is_pair(scan, at - 2) else -1


def _pair_behind(scan: Scan, end: int) -> int:
    at = end
    while scan.words[at] in scan.book.words["scores.joins"] and at - end < 2:
        at += 1
    return at if at > end and _is_pair(scan, at) else -1
