"""What a check says beside its message, in words: the arithmetic, the reasons, the edits. Shared by all formats."""

from __future__ import annotations

from collections.abc import Iterator

from checker.reporting.report import CheckReport, Report, SuggestionReport

SHOWN_SUGGESTIONS = 3


def summary(report: Report) -> str:
    """What was found and how much was covered, in one line."""
    counts = report.summary
    found = f"{counts.fail} fail, {counts.warn} warn, {counts.passes} pass, {counts.unknown} unknown"
    found += f", {counts.suppressed} suppressed" if counts.suppressed else ""
    unread = f"; not read: {', '.join(error.path for error in report.errors)}" if report.errors else ""
    return f"{found}; {coverage(report)}{unread}"


def coverage(report: Report) -> str:
    """How many of the numbers took part in a check."""
    counts = report.summary
    share = f" ({100 * counts.checked // counts.quantities}%)" if counts.quantities else ""
    return f"{counts.checked} of {some(counts.quantities, 'number')} checked{share} in {some(counts.documents, 'document')}"


def facts(check: CheckReport) -> Iterator[tuple[str, str]]:
    """What a check rests on, as pairs of a name and words."""
    yield "rule", check.equation
    for step in check.steps:
        yield "step", step
    for item in check.assumed:
        yield "assumed", f"{item.role} is {measured(item.value, item.unit)} ({item.source})"
    if check.implied:
        yield "implied", f"{check.implied.role} is {span(check.implied)}"
    for name in ("by", "rescue", "reason"):
        if getattr(check, name):
            yield name, getattr(check, name)
    if check.suppressed:
        yield "accepted", ": ".join(filter(None, (f"by {check.suppressed.by}", check.suppressed.reason)))
    for edit in check.suggestions[:SHOWN_SUGGESTIONS]:
        yield "try", edit_words(check, edit)


def sentences(check: CheckReport) -> list[str]:
    """The message of a check and what it rests on, a line each, for consumers that take plain text."""
    return [check.message, *(f"{name}: {words}" for name, words in facts(check))]


def edit_words(check: CheckReport, edit: SuggestionReport) -> str:
    """An edit as people say it: what to write for what."""
    stands = replaced(check, edit)
    return f"{edit.text} for {flat(stands)}" if stands else edit.text


def replaced(check: CheckReport, edit: SuggestionReport) -> str | None:
    """What an edit replaces, where it is a piece of evidence or a part of one."""
    for e in check.evidence:
        if (e.start, e.end) == (edit.start, edit.end):
            return e.text
    for e in check.evidence:
        if e.start <= edit.start and edit.end <= e.end:
            return e.text[edit.start - e.start : edit.end - e.start]
    return None


def span(interval) -> str:
    """An interval in words.

    >>> from checker.reporting.report import ImpliedReport
    >>> span(ImpliedReport("share", "93.41", "93.42", False, False, "percent"))
    '93.41 to 93.42 percent'
    """
    low, high = (None if end is None else grouped(end) for end in (interval.low, interval.high))
    if low is None or high is None:
        ends = "anything" if low is high else f"at least {low}" if high is None else f"at most {high}"
    else:
        ends = low if low == high else f"{low} to {high}"
    return measured(ends, interval.unit)


def measured(value: str, unit: str | None) -> str:
    """A value with its unit, where it has one."""
    return f"{value} {unit}" if unit else value


def some(count: int, noun: str) -> str:
    """A count with its noun.

    >>> some(1, "number"), some(2, "number")
    ('1 number', '2 numbers')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def grouped(decimal: str) -> str:
    """A decimal string that people can read: the digits of a long whole part in groups of three.

    >>> grouped("-8400000.125"), grouped("2012"), grouped("0.0000125")
    ('-8,400,000.125', '2012', '0.0000125')
    """
    whole, dot, part = decimal.removeprefix("-").partition(".")
    if len(whole) > 4:
        head = len(whole) % 3
        whole = ",".join([whole[:head]] * bool(head) + [whole[at : at + 3] for at in range(head, len(whole), 3)])
    return "-" * decimal.startswith("-") + whole + dot + part


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """The text without characters that steer a terminal or turn the order of reading around.

    >>> printable("70\\x1b[2J%\\u202e")
    '70�[2J%�'
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)
