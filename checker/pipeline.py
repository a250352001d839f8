"""The order of the stages, for one document and for a whole run.

    read -> extract -> link -> judge -> report

Stages are imported when a run needs them, so that `--version` and usage errors cost nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.errors import FactcheckError, FilesRefused, Problem, ReadError
from checker.model import Document, Extraction, Judgement, Rule
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.configuring import Effective
    from checker.facts import Known

LANGUAGE = "en"
UNDETERMINED = "und"  # the code of ISO 639 for what it cannot be told
LOOKED_AT, ENOUGH, FAMILIAR = 600, 40, 0.1  # tokens looked at, words needed for a judgement, share of known ones


def load(rule_folders: Iterable[str] = (), word_folders: Iterable[str] = ()) -> tuple[object, tuple[Rule, ...]]:
    """The language pack and the rules: the shipped ones and those of further folders.

    Raises `FilesRefused` with all that is wrong in packs and rule files, or a folder that is not there.
    """
    from checker.language import extended_pack, load_pack
    from checker.rulebook.load import load_rules, shipped_folder

    words = tuple(word_folders)
    pack = extended_pack(LANGUAGE, words) if words else load_pack(LANGUAGE)
    rules = load_rules((shipped_folder(), *rule_folders))
    if words or any(rule.link.get("phrases") for rule in rules):  # wrong ones are told before any document is read
        from checker.linking import prepare

        prepare(pack, rules)
    return pack, rules


def extract(document: Document, pack) -> Extraction:
    """The quantities of one document."""
    from checker.extracting import extract

    return extract(document, pack)


def demand_known(found: Effective, pack, rules: tuple[Rule, ...]) -> None:
    """Rules and hedges that the settings name must be there. Raises FilesRefused, or UsageError for the caller's own."""
    if not found.names_something:
        return
    from checker.configuring.known import demand_known
    from checker.language.hedges import bands

    demand_known(found, [rule.id for rule in rules], bands(pack))


def known_facts(paths: Iterable[str], pack, rules: tuple[Rule, ...]) -> tuple[Known, ...]:
    """The facts of files, their values read as a document's are. Raises FilesRefused with all that is wrong in them."""
    from checker.facts import Known, read_facts
    from checker.linking import told_words
    from checker.reading import read_text

    found, problems = [], []
    for fact in read_facts(paths):
        measures = [q for q in extract(read_text("fact", fact.value.encode()), pack).quantities if q.is_measure]
        names = [told_words(extract(read_text("fact", name.encode()), pack), pack, rules) for name in (fact.subject, fact.measure, *fact.also)]
        if len(measures) != 1:
            hint = "Try: one figure with its unit, as in 42.07 trillion yuan"
            problems.append(Problem(fact.path, f"not one figure: {fact.value!r}", fact.line or None, "value", hint))
        elif not all(names[1:]):
            problems.append(Problem(fact.path, "names nothing of its own", fact.line or None, "measure"))
        else:
            found.append(Known(fact, measures[0], names[0], tuple(names[1:])))
    if problems:
        raise FilesRefused(tuple(problems))
    return tuple(found)


def check(document: Document, pack, rules: tuple[Rule, ...], known: tuple[Known, ...] = (), solver: bool = False) -> tuple[Extraction, Judgement]:
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
    return extraction, judge(extraction, relations, rules, words=pack.data, statements=statements, known=known, solver=solver)


def _foreign(extraction: Extraction, pack) -> bool:
    """True where hardly a word is known to the pack. Of real English a sixth is known even in tables of prices and half
    in prose, of French and German a twentieth. Short texts have the benefit of the doubt."""
    tokens = extraction.tokens.words
    words = [word for word in tokens[: LOOKED_AT // 3] if word.isalpha()]
    if len(words) < ENOUGH and len(tokens) <= LOOKED_AT // 3:
        return False
    known = _known(pack).__contains__
    if sum(map(known, words)) >= FAMILIAR * LOOKED_AT:  # so with nearly all: the rest cannot change it
        return False
    words = [word for word in tokens[:LOOKED_AT] if word.isalpha()]
    return len(words) >= ENOUGH and sum(map(known, words)) < FAMILIAR * len(words)


@lru_cache(maxsize=8)
def _known(pack) -> frozenset[str]:
    own = (found for found in pack.classes.values() if not (found.extra or {}).get("foreign"))
    return frozenset(word for found in own for word in found.words)


def run(
    paths: Iterable[str],
    settings: Settings = Settings(),
    demand: Callable = lambda pack, rules: None,
    choose: Callable = lambda files: files,
    watch: Callable = lambda results, count: results,
    across: bool = False,
):
    """The `Report` on all documents that the paths mean.

    With `across`, facts that several documents state are compared. `demand` sees pack and rules before any document is
    read and may raise; `choose` picks from the files; `watch` hands on results as they come, with their number known.
    Raises `UsageError` and `FilesRefused` before any file is read.
    """
    from checker.reading.discovery import discover
    from checker.reporting.report import ErrorReport, report_of
    from checker.running.plan import wanted

    paths = list(paths)
    files = choose(wanted(discover(paths), paths, settings))
    pack, rules = load(settings.rules, settings.packs)
    demand(pack, rules)
    accepted = acceptance(settings)
    documents, errors = [], []
    for path, found, error in watch(each(files, _checker(settings, pack, rules), settings.jobs), len(files)):
        if error is None:
            documents.append(accepted(found))
        else:
            errors.append(ErrorReport(path, error))
    if across:
        documents = _compared(documents, pack, rules)
    return report_of(tuple(documents), tuple(errors), told(rules, settings, across))


def told(rules: tuple[Rule, ...], settings: Settings, across: bool = False) -> tuple:
    """What a report tells of the rules, among them those that stand in no rule file."""
    from checker.accepting.findings import RULE
    from checker.reporting.build import across_rule, known_rule, rule_reports

    return (*rule_reports(rules), RULE, *((known_rule(),) if settings.facts else ()), *((across_rule(),) if across else ()))


def _compared(documents: list, pack, rules: tuple[Rule, ...]) -> list:
    """The reports with findings on facts that documents state differently, each in the later one."""
    from checker.judging.across import Stated, contradictions
    from checker.linking import plain_levels
    from checker.reading import read_text
    from checker.reporting.build import line_starts, place, with_checks

    stated = []
    for report in documents:
        starts = line_starts(report.source)
        extraction = extract(read_text(report.path, report.source.encode()), pack)
        for level in plain_levels(extraction, pack, rules):
            q = level.quantity
            words = report.source[q.start : q.end]
            stated.append(Stated(report.path, place(starts, q.start)[0], words, level.name, level.year, level.words, q))
    found: dict[str, list] = {}
    for path, check in contradictions(stated):
        found.setdefault(path, []).append(check)
    return [with_checks(report, tuple(found[report.path])) if report.path in found else report for report in documents]


def maker(settings: Settings, pack, rules: tuple[Rule, ...]) -> Callable[[str, bytes], object]:
    """What makes the report of a document from its path and bytes, its comments applied."""
    from checker.reading import read_text
    from checker.reporting.build import document_report, known_rule
    from checker.running.plan import tools_for

    tools = tools_for(settings, pack, rules)
    known = known_facts(settings.facts, pack, rules) if settings.facts else ()
    beside = frozenset((known_rule().id,) if known else ())  # what is checked, but is no rule file
    ids = beside | {rule.id for rule in rules}

    def made(path: str, data: bytes):
        document = read_text(path, data)
        own, chosen = tools(path)
        report = document_report(*check(document, own, chosen, known, settings.solver))
        if not document.comments:
            return report
        from checker.accepting.comments import with_comments

        return with_comments(report, document.comments, ids, beside | {rule.id for rule in chosen}, settings.today)

    return made


def _checker(settings: Settings, pack, rules: tuple[Rule, ...]) -> Callable[[str], object]:
    """What makes the report of the document at a path, or finds the one that was kept."""
    from checker.reading import contents, shown_name

    made = maker(settings, pack, rules)
    if settings.cache is None:
        return lambda path: made(path, contents(path))
    from checker.running.cache import open_cache
    from checker.running.plan import profile_of

    cache = open_cache(settings.cache, settings, rules)

    def kept(path: str):
        data = contents(path)
        key = cache.key(path, data, profile_of(path, settings))
        found = cache.get(key, shown_name(path))
        if found is None:
            found = made(path, data)
            cache.put(key, found)
        return found

    return kept


def acceptance(settings: Settings) -> Callable:
    """What the side files and the baseline of the settings do to the report of a document. Raises FilesRefused."""
    if not settings.suppressions and not settings.baseline:
        return lambda report: report
    from checker.accepting.files import acceptance

    return acceptance(settings)


def extractions(paths: Iterable[str]) -> Iterator[tuple[str, Extraction | None, str | None]]:
    """Path, extraction and error of each document; the error is None where there is an extraction."""
    from checker.language import load_pack
    from checker.reading import read
    from checker.reading.discovery import discover

    files = discover(paths)
    pack = load_pack(LANGUAGE)
    return each(files, lambda path: extract(read(path), pack))


def each(files: Iterable[str], work: Callable[[str], object], jobs: int = 1) -> Iterator[tuple[str, object, str | None]]:
    """Path, result and error of `work` on every path, by so many processes (0: as many as are worth it), in order.

    What goes wrong with one document leaves the others alone.
    """
    files = tuple(files)
    if jobs == 1 or len(files) < 2:
        return (_attempt(path, work) for path in files)
    from checker.running.parallel import mapped, processes

    return mapped(lambda path: _attempt(path, work), files, processes(jobs, files))


def _attempt(path: str, work: Callable[[str], object]) -> tuple[str, object, str | None]:
    from checker.reading import shown_name

    try:
        return shown_name(path), work(path), None
    except ReadError as error:
        return shown_name(path), None, str(error)
    except FactcheckError:
        raise
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        return shown_name(path), None, _bug(error)


def _bug(error: Exception) -> str:
    """A mistake of ours, with the place where it happened: the document is not to blame."""
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
    return f"internal error, please report it: {type(error).__name__}: {error} ({place})"
