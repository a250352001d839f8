"""The order of the stages, for one document and for a whole run.

    read -> extract -> link -> judge -> report

Stages are imported when a run needs them, so that `--version` and usage errors cost nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from checker.errors import FactcheckError, ReadError
from checker.model import Document, Extraction, Judgement, Rule

LANGUAGE = "en"
UNDETERMINED = "und"  # the code of ISO 639 for what it cannot be told
LOOKED_AT, ENOUGH, FAMILIAR = 600, 40, 0.1  # tokens looked at, words needed for a judgement, share of known ones


def load(rule_folders: Iterable[str] = ()) -> tuple[object, tuple[Rule, ...]]:
    """The language pack and the rules: the shipped ones and those of further folders.

    Raises `FilesRefused` with all that is wrong in packs and rule files, or a folder that is not there.
    """
    from checker.language import load_pack
    from checker.rulebook.load import load_rules, shipped_folder

    return load_pack(LANGUAGE), load_rules((shipped_folder(), *rule_folders))


def extract(document: Document, pack) -> Extraction:
    """The quantities of one document."""
    from checker.extracting import extract

    return extract(document, pack)


def check(document: Document, pack, rules: tuple[Rule, ...]) -> tuple[Extraction, Judgement]:
    """Everything that is said about one document. Raises what the stages raise: for tests and tools."""
    from checker.judging import judge
    from checker.linking import link_all

    extraction = extract(document, pack)
    if _foreign(extraction, pack):
        note = f"not in a language with a pack ({pack.name}): nothing was checked"
        document = replace(document, notes=(*document.notes, note))
        extraction = replace(extraction, document=document, language=UNDETERMINED)
        return extraction, judge(extraction, [], rules)
    relations, statements = link_all(extraction, pack, rules)
    return extraction, judge(extraction, relations, rules, words=pack.data, statements=statements)


def _foreign(extraction: Extraction, pack) -> bool:
    """True where hardly a word is known to the pack. Of real English a sixth is known even in tables of prices and half
    in prose, of French and German a twentieth. Short texts have the benefit of the doubt."""
    words = [word for word in extraction.tokens.words[:LOOKED_AT] if word.isalpha()]
    return len(words) >= ENOUGH and sum(map(_known(pack).__contains__, words)) < FAMILIAR * len(words)


@lru_cache(maxsize=8)
def _known(pack) -> frozenset[str]:
    return frozenset(word for found in pack.classes.values() for word in found.words)


def run(paths: Iterable[str], rule_folders: Iterable[str] = ()):
    """The `Report` on all documents that the paths mean. Raises `UsageError` and `FilesRefused` before any is read."""
    from checker.reading.discovery import discover
    from checker.reporting.build import document_report
    from checker.reporting.report import ErrorReport, report_of

    files = discover(paths)
    pack, rules = load(rule_folders)
    documents, errors = [], []
    for path, found, error in each(files, lambda document: document_report(*check(document, pack, rules))):
        if error is None:
            documents.append(found)
        else:
            errors.append(ErrorReport(path, error))
    return report_of(tuple(documents), tuple(errors))


def extractions(paths: Iterable[str]) -> Iterator[tuple[str, Extraction | None, str | None]]:
    """Path, extraction and error of each document; the error is None where there is an extraction."""
    from checker.language import load_pack
    from checker.reading.discovery import discover

    files = discover(paths)
    pack = load_pack(LANGUAGE)
    return each(files, lambda document: extract(document, pack))


def each(files: Iterable[str], work: Callable) -> Iterator[tuple[str, object, str | None]]:
    """`work` on every document, one at a time. What goes wrong with one leaves the others alone."""
    from checker.reading import read, shown_name

    for path in files:
        try:
            yield shown_name(path), work(read(path)), None
        except ReadError as error:
            yield shown_name(path), None, str(error)
        except FactcheckError:
            raise
        except Exception as error:
            if os.environ.get("FACTCHECK_DEBUG"):
                raise
            yield shown_name(path), None, _bug(error)


def _bug(error: Exception) -> str:
    """A mistake of ours, with the place where it happened: the document is not to blame."""
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
    return f"internal error, please report it: {type(error).__name__}: {error} ({place})"
