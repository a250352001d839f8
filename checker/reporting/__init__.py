"""Reporting: what a run found, written down. The last stage; it knows nothing of how anything was found.

A format is a module of this folder with `render(report, verbose) -> str` and one line in `FORMATS`; it is imported
when a run asks for it.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple


class Format(NamedTuple):
    """A way of writing the report: its module, and the file endings that mean it."""

    module: str
    endings: tuple[str, ...] = ()


FORMATS = MappingProxyType(
    {
        "text": Format("text", ("", ".txt", ".text", ".log", ".out")),
        "json": Format("json_report", (".json",)),
        "jsonl": Format("jsonl", (".jsonl", ".ndjson")),
        "html": Format("html_report", (".html", ".htm")),
        "markdown": Format("markdown", (".md", ".markdown")),
        "sarif": Format("sarif", (".sarif", ".sarif.json")),
        "junit": Format("junit", (".xml",)),
        "github": Format("github"),
        "gitlab": Format("gitlab"),
        "rdjson": Format("rdjson", (".rdjson",)),
    }
)


def render(report, name: str, verbose: bool = False) -> str:
    """The report in the format of that name."""
    return import_module(f"checker.reporting.{FORMATS[name].module}").render(report, verbose)
