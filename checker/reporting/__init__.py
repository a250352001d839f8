"""Reporting: what a run found, written down. The last stage; it knows nothing of how anything was found.

A format is a module of this folder with `render(report, verbose) -> str` and one entry in `FORMATS`; it is imported
when a run asks for it.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

FORMATS = MappingProxyType({"text": "text", "json": "json_report"})


def render(report, name: str, verbose: bool = False) -> str:
    """The report in the format of that name."""
    return import_module(f"checker.reporting.{FORMATS[name]}").render(report, verbose)
