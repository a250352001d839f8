"""The language server: full texts come in, checked a moment after the last key; findings, hovers and edits go out."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from checker import __version__
from checker.errors import FactcheckError, FilesRefused, ReadError
from checker.serving import content
from checker.serving.checked import Checked, checked

DELAY = 0.25  # seconds without a key before a text is checked
UNITS = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "code points"}  # position encoding -> unit of columns


@dataclass(slots=True)
class Session:
    """What the server knows of its editor's texts."""

    turns: dict[str, int] = field(default_factory=dict)  # text -> how often it has changed
    known: dict[str, Checked] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)  # rule and configuration files with diagnostics
    told: str = ""  # the last complaint, so that each is made once
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # one text is checked at a time


def server() -> LanguageServer:
    """A server that is ready to start."""
    made = LanguageServer("factcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = Session()

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
        await _publish(ls, session, params.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
        await _publish(ls, session, params.text_document.uri, DELAY)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: LanguageServer, params: types.DidSaveTextDocumentParams) -> None:
        await _publish_all(ls, session)  # a rule or the configuration may be what was saved

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(ls: LanguageServer, params: types.DidChangeWatchedFilesParams) -> None:
        await _publish_all(ls, session)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        session.turns.pop(uri, None)
        session.known.pop(uri, None)
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: LanguageServer, params: types.HoverParams) -> types.Hover | None:
        text = await _checked(ls, session, params.text_document.uri)
        return text and content.hover(text, params.position)

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def actions(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        only = params.context.only
        if only is not None and not any(_covers(kind, types.CodeActionKind.QuickFix) for kind in only):
            return []
        text = await _checked(ls, session, params.text_document.uri)
        return content.actions(text, params.range) if text else []

    return made


async def _publish(ls: LanguageServer, session: Session, uri: str, delay: float) -> None:
    """Check a text and send its findings, unless it changes meanwhile."""
    turn = session.turns[uri] = session.turns.get(uri, 0) + 1
    await asyncio.sleep(delay)
    if session.turns.get(uri) != turn:
        return
    version = ls.workspace.get_text_document(uri).version
    text = await _checked(ls, session, uri)
    if session.turns.get(uri) == turn:
        found = content.diagnostics(text) if text else []
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


async def _publish_all(ls: LanguageServer, session: Session) -> None:
    session.known.clear()
    for uri in list(session.turns):
        await _publish(ls, session, uri, 0)


async def _checked(ls: LanguageServer, session: Session, uri: str) -> Checked | None:
    """The text as it is now, checked; None where it cannot be."""
    document = ls.workspace.get_text_document(uri)
    source, language = document.source, document.language_id or ""
    async with session.turn:
        known = session.known.get(uri)
        if known is not None and known.text == source:
            return known
        unit = UNITS.get(str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding)), "utf-16")
        try:
            found = await asyncio.to_thread(checked, uri, _path(ls, uri), language, source, unit)
        except ReadError:  # not a document of ours
            return None
        except FactcheckError as error:
            _complain(ls, session, error)
            return None
        _complain(ls, session, None)
        if uri in session.turns:
            session.known[uri] = found
        return found


def _path(ls: LanguageServer, uri: str) -> str:
    """The path of a text; one that is on no disk stands in the folder that the editor has open."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return path or os.path.join(ls.workspace.root_path or os.getcwd(), "untitled")


def _covers(kind: str, own: str) -> bool:
    """Whether an editor that asks for a kind of action wants ours: "quickfix" or a kind above it, "" is all."""
    kind, own = str(getattr(kind, "value", kind)), str(getattr(own, "value", own))
    return kind in ("", own) or own.startswith(f"{kind}.")


def _complain(ls: LanguageServer, session: Session, error: FactcheckError | None) -> None:
    """Tell once that rules or configuration are wrong, and show it in their files while it lasts."""
    problems = error.problems if isinstance(error, FilesRefused) else ()
    places: dict[str, list[types.Diagnostic]] = {uri: [] for uri in session.refused}
    for problem in problems:
        line = (problem.line or 1) - 1
        message = ". ".join(filter(None, (problem.message, problem.hint)))
        where = types.Range(types.Position(line, 0), types.Position(line + 1, 0))
        found = types.Diagnostic(where, message, types.DiagnosticSeverity.Error, problem.key, source=content.SOURCE)
        places.setdefault(uris.from_fs_path(os.path.abspath(problem.path)), []).append(found)
    session.refused = {uri for uri, found in places.items() if found}
    for uri, found in places.items():
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
    told = "" if error is None else str(error)
    if told and told != session.told:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"factcheck: {told}"))
    session.told = told
