"""The report as one page for editors: no network, no other file, nothing stored.

The text of each document with every number marked by its verdict; beside it the checks, what the text implies, and
what was not checked. It can be read and printed without its script, which adds filters, links and keys. Whatever
comes from a document goes through `shown`; the page's policy allows its own style and script by their hashes only.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html import escape
from pathlib import Path

from checker.reporting.findings import VERDICTS, first_evidence, rank
from checker.reporting.marked_text import marked_lines
from checker.reporting.number_line import drawn
from checker.reporting.report import CheckReport, DocumentReport, FactReport, Report, RuleReport
from checker.reporting.words import coverage, facts, flat, replaced, some, span

PAGE = Path(__file__).with_name("page")
NOTHING = '<p class="hint">No figures here had to agree with one another.</p>'
TOLD_ELSEWHERE = ("rule", "try")  # facts that a card shows in a form of its own
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def render(report: Report, verbose: bool = False) -> str:
    """The page. `verbose` changes nothing: all is there, the reader chooses."""
    style, script = ((PAGE / name).read_text("utf-8") for name in ("report.css", "report.js"))
    rules = {rule.id: rule for rule in report.rules}
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n',
            '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n',
            f"<title>factcheck: {_found(report)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            _top(report),
            "<main>\n",
            *(_unread(error.path, error.message) for error in report.errors),
            *(_document(index, document, rules, report.quoted) for index, document in enumerate(report.documents)),
            _rules(report),
            "</main>\n",
            _foot(report),
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def shown(text: str) -> str:
    """Text of a document, for elements and attributes: marks that turn the reading order are named, not obeyed.

    >>> shown('<b>"70%"\\u202e')
    '&lt;b&gt;&quot;70%&quot;⟨U+202E⟩'
    """
    return escape(_ODD.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text))


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; the style and the script of this page are allowed by their hashes."""
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    own = "style-src 'sha256-%s'; script-src 'sha256-%s'" % tuple(hashes)
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _found(report: Report) -> str:
    counts = report.summary
    return ", ".join(f"{count} {word}" for count, word in ((counts.fail, "fail"), (counts.warn, "warn")) if count) or "nothing found"


# ---------------------------------------------------------------- around the documents


def _top(report: Report) -> str:
    counts = report.summary
    numbers = {"fail": counts.fail, "warn": counts.warn, "unknown": counts.unknown, "pass": counts.passes}
    buttons = "".join(
        f'<button type="button" class="filter {v}" data-verdict="{v}" aria-pressed="true"><b>{numbers[v]}</b> {v}</button>' for v in VERDICTS
    )
    uses = Counter(check.rule for document in report.documents for check in document.checks)
    options = "".join(f'<option value="{shown(rule)}">{shown(rule)} ({count})</option>' for rule, count in sorted(uses.items()))
    every = f'<option value="">every rule ({len(uses)})</option>'
    part = round(100 * counts.checked / counts.quantities) if counts.quantities else 0
    return (
        f'<header class="top">\n<h1>fact<span>check</span></h1>\n<div class="filters" role="group" aria-label="Show">{buttons}'
        f'<label class="by-rule">Rule <select id="rule">{every}{options}</select></label></div>\n'
        f'<div class="coverage" title="Numbers that took part in a check">'
        f'<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="4"/>'
        f'<rect class="part" width="{part}" height="4"/></svg><p>{shown(coverage(report))}</p></div>\n'
        f'<button type="button" id="theme" aria-label="Light or dark">◐</button>\n{_contents(report)}</header>\n'
    )


def _contents(report: Report) -> str:
    """The way from document to document, where there are several."""
    if len(report.documents) < 2:
        return ""
    items = []
    for index, document in enumerate(report.documents):
        counts = Counter(check.verdict for check in document.checks if check.suppressed is None)
        marks = "".join(f'<i class="count {v}">{counts[v]}</i>' for v in ("fail", "warn") if counts[v])
        items.append(f'<li><a href="#d{index}"><bdi>{shown(document.path)}</bdi> {marks}</a></li>')
    return f'<nav class="documents" aria-label="Documents"><ol>{"".join(items)}</ol></nav>\n'


def _unread(path: str, message: str) -> str:
    return f'<p class="unread"><b>not read</b> <bdi>{shown(path)}</bdi>: {shown(message)}</p>\n'


def _rules(report: Report) -> str:
    """What the rules demand, once for all cards."""
    items = "".join(
        f'<div id="rule-{shown(rule.id)}"><dt>{shown(rule.title)} <code>{shown(rule.id)}</code></dt><dd>{shown(rule.about)}</dd></div>\n'
        for rule in report.rules
    )
    return f'<section class="rules"><h2>Rules</h2><dl>{items}</dl></section>\n' if items else ""


def _foot(report: Report) -> str:
    keys = "".join(f"<kbd>{key}</kbd> {does} " for key, does in (("n", "next"), ("p", "previous finding"), ("Tab", "next number"), ("Esc", "back to the text")))
    return (
        f'<footer><p class="keys">{keys}</p><p>{shown(report.tool.name)} {shown(report.tool.version)}. A finding accuses no single '
        "number: any one of those marked may be the wrong one.</p></footer>\n"
    )


# ---------------------------------------------------------------- a document


def _document(index: int, document: DocumentReport, rules: dict[str, RuleReport], quoted: bool) -> str:
    key = f"d{index}"
    known = [f"dated {document.date}"] if document.date else []
    known += [f"{document.checked} of {some(document.quantities, 'number')} checked", *document.notes]
    order = sorted(range(len(document.checks)), key=lambda i: rank(document.checks[i]))
    cards = "".join(_card(key, i, document.checks[i], rules.get(document.checks[i].rule), quoted) for i in order)
    text = f'<div class="text" lang="{shown(document.language)}">\n{marked_lines(key, document, shown)}</div>\n' if quoted else ""
    sections = [("checks", "Checks", len(document.checks), f'<ol class="cards">{cards}</ol>' if cards else NOTHING)]
    if document.implied:
        sections.append(("implied", "Implied", len(document.implied), _implied(key, document)))
    if document.unchecked:
        sections.append(("unchecked", "Not checked", len(document.unchecked), _unchecked(key, document, quoted)))
    panel = "".join(
        f'<section class="{name}" id="{key}-{name}"><h3>{title} <span>{count}</span></h3>{body}</section>\n' for name, title, count, body in sections
    )
    return (
        f'<article class="document" id="{key}">\n<h2><bdi>{shown(document.path)}</bdi></h2>\n<p class="known">{shown(" · ".join(known))}</p>\n'
        f'<div class="columns{"" if quoted else " unquoted"}">\n{text}<aside class="panel">{panel}</aside>\n</div>\n</article>\n'
    )


def _card(key: str, index: int, check: CheckReport, rule: RuleReport | None, quoted: bool) -> str:
    first = first_evidence(check)
    at = f"{first.line}:{first.column}" if first else ""
    verdict = check.verdict
    kind = f"{verdict} accepted" if check.suppressed else verdict
    told = "".join(f"<div><dt>{name}</dt><dd>{shown(words)}</dd></div>" for name, words in facts(check) if name not in TOLD_ELSEWHERE)
    return (
        f'<li class="card {kind}" id="{key}c{index}" data-verdict="{verdict}" data-rule="{shown(check.rule)}">'
        f'<h4><span class="badge {verdict}">{verdict}</span> <span>{shown(rule.title if rule else check.rule)}</span> <span class="at">{at}</span></h4>'
        f'<p class="message">{shown(check.message)}</p>{_numbers(key, check, quoted)}{drawn(check, shown)}'
        f'<p class="equation"><code>{shown(check.equation)}</code></p>'
        f"{f'<dl>{told}</dl>' if told else ''}{_edits(check)}"
        f'<p class="why">{_rule_link(check.rule, rule)}</p></li>\n'
    )


def _rule_link(id: str, rule: RuleReport | None) -> str:
    return f'<a href="#rule-{shown(id)}">{shown(id)}</a>' if rule else shown(id)


def _numbers(key: str, check: CheckReport, quoted: bool) -> str:
    items = []
    for e in check.evidence:
        said = f"<q>{shown(flat(e.text))}</q>" if quoted else shown(span(e) if e.low or e.high else f"{e.line}:{e.column}")
        items.append(f'<li><a href="#{key}n{e.start}" data-role="{shown(e.role)}">{said}</a> <span class="role">{shown(e.role)}</span></li>')
    return f'<ul class="numbers">{"".join(items)}</ul>'


def _edits(check: CheckReport) -> str:
    items = []
    for edit in check.suggestions:
        stands = replaced(check, edit)
        items.append(f"<li><ins>{shown(edit.text)}</ins>" + (f" for <del>{shown(flat(stands))}</del>" if stands else "") + "</li>")
    return f'<p class="would">Any one of these would mend it</p><ul class="edits">{"".join(items)}</ul>' if items else ""


def _implied(key: str, document: DocumentReport) -> str:
    cards = {check.id: index for index, check in enumerate(document.checks)}
    rows = "".join(_fact(key, fact, cards) for fact in document.implied)
    return f'<p class="hint">What the figures determine, though the text does not say it.</p><ul class="list">{rows}</ul>'


def _fact(key: str, fact: FactReport, cards: dict[str, int]) -> str:
    links = "".join(f' <a href="#{key}c{cards[source]}">{n}</a>' for n, source in enumerate(fact.sources, 1) if source in cards)
    return f'<li><b>{shown(span(fact))}</b> {shown(fact.fact)}<span class="from"> from{links}</span></li>'


def _unchecked(key: str, document: DocumentReport, quoted: bool) -> str:
    rows = "".join(
        f'<li id="{key}u{item.start}"><a href="#{key}n{item.start}">'
        + (f"<q>{shown(flat(item.text))}</q>" if quoted else f"{item.line}:{item.column}")
        + f'</a> <span class="reason">{shown(item.reason.replace("-", " "))}</span></li>'
        for item in document.unchecked
    )
    return f'<p class="hint">Numbers that were read but had nothing to agree with.</p><ul class="list">{rows}</ul>'
