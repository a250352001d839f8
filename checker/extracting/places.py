"""Numbers that reach somebody or point somewhere: phone numbers, street addresses, post codes, literature."""

from __future__ import annotations

import re

from checker.extracting.scan import Cluster, Hit, Scan

_GROUPS = re.compile(r"\d{2,5}(?:[ \-.]\(?\d{2,7}\)?){1,5}(?![\d,]|\.\d)")
_FULL = re.compile(r"\+?\(?\d{1,4}\)?(?:[ \-.]?\(?\d{1,7}\)?){2,6}(?![\d,]|\.\d)")
_TRUNK = re.compile(r"0\d{2,4}(?: \d{3,7}){1,2}(?![\d,]| \d|\.\d)")  # "0131 496 0000"
_NATIONAL = re.compile(r"\(?\d{3}\)?[ \-]\d{3}-\d{4}(?!\d)")
_UK_POST = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_FEWEST, _MOST = 7, 15  # digits of a phone number
_STREET_WORDS = 4


def phone_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """ "1800 33 4673", "+44 20 7946 0000", "(202) 555-0143", "call 555 1234"."""
    before = scan.words[at - 1]
    plus = before == "+" and scan.glued(at - 1)
    bracket = before == "(" and scan.words[at + 1] == ")" and len(scan.words[at]) in (3, 4, 5)
    start = scan.starts[at - 1] if plus or bracket else scan.starts[at]
    expression = None
    if plus:
        expression = _FULL
    elif bracket or (cluster.marks == "--" and len(scan.words[at]) == 3):
        expression = _NATIONAL
    elif scan.words[at] in scan.book.words["names.phone-starts"] or _cued(scan, at):
        expression = _GROUPS
    elif scan.words[at][0] == "0" and len(scan.words[at]) > 2:
        expression = _TRUNK
    found = expression.match(scan.text, start) if expression else None
    if not found or not _FEWEST <= sum(map(str.isdigit, found.group())) <= _MOST:
        return None
    return _hit(scan, at - 1 if plus or bracket else at, found.end(), at)


def _cued(scan: Scan, at: int) -> bool:
    cues = scan.book.words["names.phone-cues"]
    return any(scan.words[at - step] in cues for step in (1, 2, 3))


def _hit(scan: Scan, first: int, end: int, number: int) -> Hit:
    last = number
    while scan.ends[last] < end:
        last += 1
    return Hit("identifier", first, last, number=number)


def address_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """ "14-16 Mill Street", "221B Baker Street": a number and a name that ends as streets do."""
    if cluster.marks not in ("", "-", "/") or len(scan.words[at]) > 5:
        return None
    step = cluster.last + 1
    if len(scan.words[step]) == 1 and scan.glued(cluster.last) and scan.upper(step):
        step += 1
    for length in range(_STREET_WORDS):
        word = scan.words[step]
        if not word.isalpha() or not scan.upper(step) or scan.starts[step] - scan.ends[step - 1] != 1:
            return None
        running = len(word) > 1 and scan.text[scan.starts[step] + 1].isupper()
        if length and word in scan.book.words["names.streets"] and not running:
            return Hit("identifier", at, step, number=at)
        step += 1
        step += scan.words[step] == "." and scan.glued(step - 1)
    return None


def post_code_at(scan: Scan, at: int, cluster: Cluster) -> Hit | None:
    """The 94105 of "CA 94105", the 20500-0003 of "DC 20500-0003"."""
    state = scan.text[scan.starts[at - 1] : scan.ends[at - 1]]
    plain = cluster.marks == "" or (cluster.marks == "-" and len(scan.words[cluster.last]) == 4)
    if (
        plain
        and len(scan.words[at]) == 5
        and len(state) == 2
        and state.isupper()
        and state.isalpha()
        and scan.starts[at] - scan.ends[at - 1] == 1
    ):
        return Hit("identifier", at, cluster.last, number=at)
    return None


def uk_post_at(scan: Scan, at: int) -> Hit | None:
    """ "SW1A 1AA" around the digits of token `at`."""
    if len(scan.words[at - 1]) > 2 or not scan.upper(at - 1):
        return None
    found = _UK_POST.match(scan.text, scan.starts[at - 1])
    return _hit(scan, at - 1, found.end(), at) if found else None


def literature_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "Smith et al., 2014", "(Smith 2010)", "Smith & Jones (2010)": a year that names a publication."""
    if len(scan.words[at]) != 4:
        return None
    step = at - 1
    opened = scan.words[step] == "("
    if opened or scan.words[step] == ",":
        step -= 1
    if scan.words[step] == ".":
        step -= 1
    first = scan.ends_phrase(scan.book.endings["et-al"], step)
    if first > free and scan.upper(first - 1):
        last = at + 1 if scan.glued(at) and len(scan.words[at + 1]) == 1 and scan.words[at + 1].isalpha() else at
        return Hit("identifier", first - 1, last + 1 if opened and scan.words[last + 1] == ")" else last, number=at)
    if scan.words[at + 1] not in (")", ";") or opened:
        return None
    return _bracketed(scan, at, step, free)


def _bracketed(scan: Scan, at: int, step: int, free: int) -> Hit | None:
    """A name, or two joined, between a bracket and the year."""
    for _ in range(3):
        word = scan.words[step]
        if step < free or not word.isalpha() or not scan.upper(step) or len(word) < 2 or word in scan.book.numbered["months"]:
            return None
        if word in scan.book.words["functions"] or word in scan.book.words["year-cues"]:
            return None
        if scan.words[step - 1] in ("(", ";"):
            return Hit("identifier", step, at, number=at)
        if scan.words[step - 1] not in scan.book.words["citation-joins"]:
            return None
        step -= 2
    return None
