"""A text of an editor, checked: its report with the places of the editor's columns."""

from __future__ import annotations

import os
from dataclasses import dataclass

from checker.api import document_checker
from checker.configuring import effective
from checker.reading import FORMATS
from checker.reporting.positions import Positions, Unit, positions
from checker.reporting.report import DocumentReport

ENDINGS = {"markdown": ".md", "plaintext": ".txt"}  # language of the editor -> how its texts are read


@dataclass(frozen=True, slots=True)
class Checked:
    """The report of one text. Comments say whether they can accept a finding in such a document."""

    uri: str
    text: str
    report: DocumentReport
    places: Positions
    comments: bool


def checked(uri: str, path: str, language: str, text: str, unit: Unit) -> Checked:
    """The text checked as the document at `path` would be: with the configuration nearest to it.

    Raises ReadError for what has no reader, and FactcheckError where rules or configuration are wrong.
    """
    ending = os.path.splitext(path)[1].lower()
    name = path if ending in FORMATS and ending else path + ENDINGS.get(language, ending)
    report = document_checker(effective([name]))(name, text.encode("utf-8", "replace"))
    return Checked(uri, text, report, positions(report.source, unit), name.lower().endswith(".md"))
