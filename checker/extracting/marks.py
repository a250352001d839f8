"""Spans that are no prose, found in the raw text: addresses of the net, code, page lists, citations, list numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from checker.extracting.scan import Hit, Scan

# A character that must occur for the expression to be tried, and the expression; every repetition is bounded or
# can only end where it stops, so that each is linear on any text. What must not stand in front is asked behind the first
# character: `re` is quick to find a pattern that opens with one.
_RAW = (
    ("://", re.compile(r"\b[^\W\d_]{2,12}://[^\s<>\"\])]+")),
    ("`", re.compile(r"(?<!`)`(?!`)(?!\s)[^`\n]{1,400}(?<!\s)`(?!`)")),
    ("[", re.compile(r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12}\]")),
    ("(", re.compile(r"\((?:(?<=[.:;]\()|(?<=[.:;]\s\())\d{1,2}\)(?=\s)")),
    ("(", re.compile(r"\d(?<![\w.,]\d)\d{0,3}\(\d{1,4}\)\s?[;:]\s?\d{1,5}(?:[-–]\d{1,5})?(?!\w|,\d|[-–]\d)")),  # 12(3); 45-67
    ("(", re.compile(r"\((?:(?<=[a-z]{4}\()|(?<=[a-z]{4}[,.]\())\d{1,3}(?:[,–-]\d{1,3}){0,6}\)(?=[\s,.;:]|$)")),  # "tumour growth(1) and outcomes,(2,3)"
    (")(", re.compile(r"\((?<![\w)]\()[a-z]{1,3}\)(?:\((?:\d{1,2}|[a-z]{1,4})\)){1,3}")),  # "paragraphs (d)(4) and (d)(5)(ii)"
    (", ", re.compile(r"\d(?<=[A-Za-z] \d)\d{0,2} \d{1,2}, \d{1,4}[-–]\d{1,4}(?=\.(?:\s|$))")),  # "J Med 19 3, 330-336."
    ("<", re.compile(r"<(?<!\w<)\d{1,2}>")),
    ('="', re.compile(r"(?<==\")\d{1,5}(?:px|%)?(?=\"[\s/>])")),
    ("(OH)", re.compile(r"(?<![\w,.])\d{1,2}(?:,\d{1,2})?\(OH\)(?:\d|[A-Z])[A-Z\d]{0,3}(?!\w)")),  # 25(OH)D
    ("(2)", re.compile(r"(?:[χχ]|\b[IRrX]|\bchi)-?\(2\)(?!\w)")),  # χ(2) of a test
    (")", re.compile(r"\((?<![\w)]\()\d{2,3}m?\)[A-Z][a-z]?(?![a-z\d])")),  # (99m)Tc
    (")-", re.compile(r"\((?<=[a-z] \()[A-Z][A-Za-z]{1,6}\)-\d{1,2}(?![\w%]|[.,]\d)")),  # "interleukin (IL)-6"
    ("10.", re.compile(r"10\.(?<!\w10\.)\d{4,9}/[^\s<>\"]+")),
    (">", re.compile(r"<[^\S\n]{1,4}\d{1,4}(?:[^\S\n]{1,4}(?:\d{1,4}|\.{3}|…)){1,40}[^\S\n]{1,4}>")),
)
_LIST_NUMBER = re.compile(r"^(?:[*_#]{1,6}[^\S\r\n]*|[^\S\r\n]*)(?:(\(?\d{1,3}\))[^\S\r\n]*|(\d{1,3}(?:\.\d{1,2}){0,3}\.)(?:[^\S\r\n]+|(?=[A-Z][a-z])))(?=[^\W\d_]|[\"'“‘(*†‡§]|(?P<figure>\d))", re.MULTILINE)
_RUN_IN = re.compile(r"\((\d{1,2})\)(?=\s[^\W_])")  # "(1) to sell and (2) to buy"
_RUN_ON = re.compile(r"(?<=[.;:)”] )(\d{1,2})\. (?=[A-Z][a-z ])")  # "1. It rose. 2. It fell."
_PAGES = re.compile(r":\s?\d{1,5}[-–]\d{1,5}(?=,? \(?(?:1[5-9]|20)\d\d\b)")  # 99:1757-62, 2008
_VOLUME = re.compile(r"\d(?<=[a-z][,.] \d|[A-Za-z]{2} \d)\d{0,3}(?:\(\d{1,3}\))?: ?\d{1,5}[-–]\d{1,5}(?=\.?[^\S\n]{0,3}$)", re.MULTILINE)  # "Social Trends 43: 79-98"
_VALUE = re.compile(r"(?<![\d.,])(\d{1,3}) ?$")
_BOUNDS = re.compile(r"\[(\d{1,3})\s?[,;–-]\s?(\d{1,3})\]")
_FIGURES = 6  # characters of the number in front of its range
_DATED = re.compile(r"\((?:1[5-9]|20)\d\d\w?\)")
_FARTHEST = 1500  # characters from one item of a sentence to the next
_SECTION = re.compile(r"^(?:[*_#]{1,6}[ \t]*)?(\d{1,2}(?:\.\d{1,2}){1,3})[ \t]+(?=[^\W\d_][^\n.]{2,80}$)", re.MULTILINE)
_RUN_HEAD = re.compile(r"(?:\A|\n\n)(\d{1,2}(?:\.\d{1,2}){1,2}) (?=[A-Z][a-z]+ [a-z])")  # "4.2 Market risk The table ..."
_ENDS = '.:;!?)"”'
_TRAILING = ".,;:!?)]}'\"”’"
_MAIL_HOST = re.compile(r"@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,6}")
_MAIL_NAME = 64  # its longest name


def marked(scan: Scan) -> list[Hit]:
    """All such spans that hold a digit or a number word ("www.three.com"), in order, none overlapping another."""
    text = scan.text
    spans = [match.span() for sign, expression in _RAW if sign in text for match in expression.finditer(text)]
    for start in scan.book.words["names.url-starts"]:
        if start in text:
            spans += [match.span() for match in re.finditer(re.escape(start) + r"[^\s<>\"\])]+", text)]
    spans = [span for span in spans if text[span[0]] != "[" or not _around(text, *span)]
    spans += _mails(text) if "@" in text else []
    spans += [m.span(1) for m in _RUN_HEAD.finditer(text) if not scan.measured(bisect_left(scan.starts, m.end()))]
    listed = _list_numbers(text)
    spans += _pages(text) + listed + _run_on(text, listed) + (_run_in(text) if "(1)" in text and "(2)" in text else [])
    found: list[Hit] = []
    free = 0
    for start, end in sorted(spans):
        while end > start and text[end - 1] in _TRAILING and text[start] not in "[(`" and not (text[end - 1] == ")" and text[end - 3] == "("):
            end -= 1
        if start < free or end <= start:
            continue
        first, last = bisect_right(scan.starts, start) - 1, bisect_left(scan.ends, end)
        inside = scan.words[first : last + 1]
        told = any(map(str.isdecimal, text[start:end])) or not all(scan.book.numbered[name].keys().isdisjoint(inside) for name in ("numbers", "ordinals"))
        if told and scan.starts[first] == start and scan.ends[last] == end:
            found.append(Hit("identifier", first, last))
            free = end
    return found


def _around(text: str, start: int, end: int) -> bool:
    """Whether a bracket of two numbers is the range around the number in front of it: "a median of 62 [32-87] years"."""
    value, bounds = _VALUE.search(text[max(0, start - _FIGURES) : start]), _BOUNDS.fullmatch(text, start, end)
    return value is not None and bounds is not None and int(bounds[1]) < int(value[1]) < int(bounds[2])


def _pages(text: str) -> list[tuple[int, int]]:
    """Volume and pages of a journal, read backwards from their colon: "99:1757-62, 2008"."""
    found = []
    for match in _PAGES.finditer(text):
        start = match.start()
        while start and match.start() - start < 4 and text[start - 1].isdecimal():
            start -= 1
        if start < match.start() and not (start and (text[start - 1].isalnum() or text[start - 1] in ".,:")):
            found.append((start, match.end()))
    return found + [match.span() for match in _VOLUME.finditer(text) if _DATED.search(text, text.rfind("\n", 0, match.start()) + 1, match.start())]


def _mails(text: str) -> list[tuple[int, int]]:
    """Mail addresses, read backwards from their @, so that a long word costs nothing."""
    found = []
    for match in _MAIL_HOST.finditer(text):
        start = match.start()
        while start and match.start() - start < _MAIL_NAME and (text[start - 1].isalnum() or text[start - 1] in "._+-"):
            start -= 1
        if start < match.start():
            found.append((start, match.end()))
    return found


def _list_numbers(text: str) -> list[tuple[int, int]]:
    """The numbers of list items at the start of a line, where the line before does not run on."""
    found = []
    for match in _LIST_NUMBER.finditer(text):
        if match["figure"] and not _is_next(text, match, found):
            continue  # "3. 2001 data" only behind "2."
        start, end = match.span(1 if match[1] else 2)
        before = text[max(0, match.start() - 80) : match.start()].rstrip(" \t\xa0")
        blank = before.endswith(("\n\n", "\n \n", "\r\n\r\n")) or not before.strip()
        line = before.rstrip()
        if blank or line[-1:] in _ENDS or line.rpartition("\n")[2].startswith("#") or _is_next(text, match, found):
            found.append((start, end if text[end - 1] == ")" else end - 1))
    listed = {text[start:end].strip("().") for start, end in found}
    return found + [match.span(1) for match in _SECTION.finditer(text) if _heads(text, match, listed)]


def _run_in(text: str) -> list[tuple[int, int]]:
    """The numbers of items that a sentence lists, counted from one: "must (1) maintain, (2) limit and (3) report"."""
    found: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for match in _RUN_IN.finditer(text):
        before = text[max(match.start() - 2, 0) : match.start()]
        if len(before) < 2 or not before[1].isspace() or not (before[0].isalpha() or before[0] in ".,:;—–”’\""):
            continue  # "5 (1)" is a number with its share
        number = int(match.group(1))
        if number == len(run) + 1 and (not run or match.start() - run[-1][1] < _FARTHEST):
            run.append(match.span())
            continue
        found += run if len(run) > 1 else []
        run = [match.span()] if number == 1 else []
    return found + (run if len(run) > 1 else [])


def _run_on(text: str, listed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The numbers of items that go on in the line of the first: "1. The first rose. 2. The second fell."."""
    found: list[tuple[int, int]] = []
    starts = {start for start, end in listed if text[start:end] == "1"}
    last = next_number = -1
    opened = sorted(starts)
    for match in _RUN_ON.finditer(text) if opened else ():
        number = int(match[1])
        before = bisect_right(opened, match.start()) - 1
        if number == 2 and before >= 0 and match.start() - opened[before] < _FARTHEST and "\n\n" not in text[opened[before] : match.start()]:
            last, next_number = match.start(), 2
        if number == next_number and match.start() - last < _FARTHEST:
            found.append(match.span(1))
            last, next_number = match.start(), number + 1
    return found


def _heads(text: str, match: re.Match[str], listed: set[str]) -> bool:
    """Whether the line that begins with the number of a section begins with a capital and stands by itself: between
    blank lines, or behind the heading of its chapter ("2. Themes", "2.1 Sources")."""
    end = text.find("\n", match.end())
    opens = not match.start() or text.startswith("\n\n", match.start() - 2) or match[1].partition(".")[0] in listed
    apart = opens and (end < 0 or text.startswith("\n\n", end))
    return apart and text[match.end()].isupper()


def _is_next(text: str, match: re.Match[str], found: list[tuple[int, int]]) -> bool:
    """Whether the number follows that of the list's item before."""
    if not found or match.start() - found[-1][0] > 2000:
        return False
    here, before = (match[1] or match[2]).strip("()."), text[found[-1][0] : found[-1][1]].strip("().")
    return here.isdecimal() and before.isdecimal() and int(here) == int(before) + 1
