"""The program as a library: the same checks as on the command line, the same report, nothing printed.

    >>> from checker import check_text, render
    >>> report = check_text("Of the 180 parks, 144, or 70%, are open to the public.")
    >>> report.summary.fail
    1
    >>> [check] = [check for document in report.documents for check in document.checks if check.verdict == "fail"]
    >>> check.rule, check.message
    ('share-of-total', '144 of 180 is 80%, not 70%.')
    >>> [(number.role, number.text, number.start) for number in check.evidence]
    [('whole', '180', 7), ('part', '144', 18), ('share', '70%', 26)]
    >>> check.suggestions[0].text
    '80%'
    >>> print(render(report).splitlines()[-1])
    1 fail, 0 warn, 1 pass, 0 unknown; 3 of 3 numbers checked (100%) in 1 document

`checker` exports the names of this module and imports it when one of them is asked for. Rules and words are read once
and again when their files change.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from checker.errors import FactcheckError
from checker.model import Rule
from checker.reporting import render as _render
from checker.reporting.report import DocumentReport, Report, report_of
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.configuring import Effective

__all__ = ["FactcheckError", "Report", "check_path", "check_text", "render"]
STANDARD_INPUT = "-"


def check_text(
    text: str,
    *,
    path: str | os.PathLike[str] | None = None,
    config: str | None = None,
    isolated: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str | os.PathLike[str]] = (),
    facts: Iterable[str | os.PathLike[str]] = (),
) -> Report:
    """The report on one text.

    `path` is what the report calls it; its ending tells the format, and the configuration file nearest to it holds, as
    for `check_path`. Without a path it is plain text, and no configuration holds but that of `config`. `select` and
    `ignore` are rules, by ids with * as a wildcard; `rules` are folders of further rules, `facts` files of
    known facts.

    Raises FactcheckError for a text or an ending that has no reader, and for rules or a configuration that are wrong.
    """
    from checker.pipeline import told

    name = STANDARD_INPUT if path is None else os.fspath(path)
    found = _effective([name], config, isolated or (path is None and config is None), select, ignore, rules, facts)
    document = document_checker(found)(name, text.encode("utf-8", "replace"))
    return report_of((document,), (), told(_tools(found.settings)[1], found.settings))


def check_path(
    path: str | os.PathLike[str],
    *further: str | os.PathLike[str],
    config: str | None = None,
    isolated: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str | os.PathLike[str]] = (),
    facts: Iterable[str | os.PathLike[str]] = (),
) -> Report:
    """The report on files and folders, as `factcheck run` writes it; nothing is kept on disk.

    The configuration file nearest to them holds, or that of `config`, or with `isolated` none. What cannot be read is
    listed in the report's `errors`. Raises FactcheckError for a path that is not there, and as `check_text` does.
    """
    from checker import pipeline

    paths = [os.fspath(each) for each in (path, *further)]
    found = _effective(paths, config, isolated, select, ignore, rules, facts)
    return pipeline.run(paths, found.settings, partial(pipeline.demand_known, found))


def render(report: Report, format: str = "text", verbose: bool = False) -> str:
    """The report in one of the program's formats: text, json, sarif and so on. Raises FactcheckError for another."""
    from checker.reporting.targets import known_format

    return _render(report, known_format(format), verbose)


def document_checker(found: Effective) -> Callable[[str, bytes], DocumentReport]:
    """What makes the report of a document from its name and bytes under these settings, accepted findings marked.

    Raises FilesRefused for rules and words that are wrong; the function itself raises ReadError for what has no reader.
    """
    from checker import pipeline

    pack, rules = _tools(found.settings)
    pipeline.demand_known(found, pack, rules)
    made, accepted = pipeline.maker(found.settings, pack, rules), pipeline.acceptance(found.settings)
    return lambda path, data: accepted(made(path, data))


def _effective(paths: Iterable[str], config: str | None, isolated: bool, select, ignore, rules, facts) -> Effective:
    from checker.configuring import effective
    from checker.configuring.options import settings_given

    folders, files = [os.fspath(folder) for folder in rules], [os.fspath(file) for file in facts]
    given = settings_given(select=select, ignore=ignore, rules=folders, facts=files, jobs="1", no_cache=True)
    return effective(paths, config, isolated, given)


def _tools(settings: Settings) -> tuple[object, tuple[Rule, ...]]:
    return _loaded(settings.rules, settings.packs, _stamps((*settings.rules, *settings.packs)))


@lru_cache(maxsize=4)
def _loaded(rules: tuple[str, ...], packs: tuple[str, ...], stamps: tuple) -> tuple[object, tuple[Rule, ...]]:
    from checker import pipeline

    return pipeline.load(rules, packs)


def _stamps(folders: Iterable[str]) -> tuple:
    """What changes when a file of somebody's own rules or words does; the shipped ones do not while a program runs."""
    found = []
    for folder in folders:
        for where, _, names in sorted(os.walk(folder)) or [(os.path.dirname(folder), (), [os.path.basename(folder)])]:
            for name in sorted(names):
                if name.endswith(".toml") and os.path.isfile(path := os.path.join(where, name)):
                    stat = os.stat(path)
                    found.append((path, stat.st_mtime_ns, stat.st_size))
    return tuple(found)
