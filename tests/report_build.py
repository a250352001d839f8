"""Reports made by hand for the tests of the formats: no other stage has a part in them."""

from dataclasses import replace
from fractions import Fraction as F

from checker.interval import Interval, around, point
from checker.model import (
    Assumed, Check, Evidence, Extraction, Implied, Judgement, Quantity, Sentence, Suggestion, Tokens, Unchecked, When,
)  # fmt: skip
from checker.reading import read_text
from checker.reporting.build import document_report
from checker.reporting.report import ErrorReport, Report, RuleReport, SuppressedReport, report_of

TEXT = "Parks\n\nOf the 180 parks, 144,\r\nor 70%, are open. There are 7 gates.\n"
RULE = RuleReport("share-of-total", "A share must be its part of the whole", "Any two of them fix the third.", "error")


def quantity(text: str, words: str, kind: str = "count", value: F | None = F(1), **more) -> Quantity:
    at = text.index(words)
    return Quantity(at, at + len(words), at, at + len(words), 0, 0, 0, kind, value, **more)


def evidence(text: str, role: str, words: str, interval: Interval | None, unit: str | None = None) -> Evidence:
    at = text.index(words)
    return Evidence(role, at, at + len(words), interval, unit)


def finding(text: str = TEXT, verdict: str = "fail", **more) -> Check:
    given = (
        evidence(text, "whole", "180", point(180), "park"),
        evidence(text, "part", "144", point(144), "park"),
        evidence(text, "share", "70%", around(70, F(1, 2)), "percent"),
    )
    edit = Suggestion("share", "80%", given[2].start, given[2].end)
    return Check(
        "share-of-total", "error", verdict, "144 of 180 is 80%, but the text says 70%.", "share == part / whole", given,
        assumed=(Assumed("all", "100", "percent", "a whole"),), implied=("share", point(80), "percent"), suggestions=(edit,), **more,
    )  # fmt: skip


def report(*checks: Check, text: str = TEXT, path: str = "parks.txt", error: str = "is not text") -> Report:
    document = read_text(path, text.encode())
    quantities = tuple(quantity(text, words) for words in ("180", "144", "70%", "7 gates"))
    extraction = Extraction(document, Tokens([], [], []), (Sentence(0, 0, 0),), quantities, "en", When(2023, 3))
    facts = (Implied("closed parks", Interval(F(1, 3), None), "park", (0,)),) if checks else ()
    judgement = Judgement(checks, facts, (Unchecked(3, "no claim that others must agree with"),))
    return report_of((document_report(extraction, judgement),), (ErrorReport("b.txt", error),), (RULE,))


PARKS = "Of the 180 parks, 144, or 70%, are open to the public.\n"


def guide() -> Report:
    """The report that docs/reports.md shows: what a run over parks.txt gives, but the same whatever rules there are."""
    whole, part, share = finding(PARKS).evidence
    edits = tuple(Suggestion(e.role, text, e.start, e.end) for e, text in ((share, "80%"), (part, "126"), (whole, "206")))
    wrong = replace(finding(PARKS), message="144 of 180 is 80%, not 70%.", assumed=(), suggestions=edits)
    right = Check("part-within-whole", "error", "pass", "144 is within 180.", "part <= whole", (whole, part), by="exact")
    quantities = tuple(quantity(PARKS, words) for words in ("180", "144", "70%"))
    extraction = Extraction(read_text("parks.txt", PARKS.encode()), Tokens([], [], []), (), quantities, "en")
    document = document_report(extraction, Judgement((right, wrong), (), ()))
    return report_of((document,), (), (RULE, replace(RULE, id="part-within-whole")))


def accepted(found: Report, by: str = "baseline") -> Report:
    """The report with the last check of each document accepted by a person."""
    known = SuppressedReport(by, "the editor said so", None)
    documents = tuple(replace(d, checks=(*d.checks[:-1], replace(d.checks[-1], suppressed=known))) for d in found.documents)
    return report_of(documents, found.errors, found.rules)
