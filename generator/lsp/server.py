"""The server: who asks what over the wire. What there is to say comes from the other modules.

Texts change on the event loop, in the order they come in; whatever takes time runs in one worker
thread, and an answer about a text that changed meanwhile is dropped. The modules with the answers
are imported when they are first needed, so that an editor need not wait for them when it starts.
"""

import asyncio
import os
import traceback
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from generator.lsp.positions import Text

if TYPE_CHECKING:
    from generator.lsp.about import Guide
    from generator.lsp.shelf import Shelf
    from generator.model import Library
    from generator.review import Review

R = TypeVar("R")
Params = TypeVar("Params")

PAUSE = 0.12
"""Seconds without a keystroke before a text is checked again."""


@dataclass(frozen=True)
class Document:
    """A program in an editor; every change makes a new one."""

    uri: str
    path: Path
    root: Path
    """The project it belongs to."""
    text: Text
    version: int | None


class Server(LanguageServer):
    """The server of one editor, and what it knows of the editor's files."""

    def __init__(self) -> None:
        super().__init__("pillars", version("four-pillars"))
        site = os.environ.get("SITE_URL", "").rstrip("/")
        self.site = f"{site}/" if site else ""
        self.worker = ThreadPoolExecutor(1, "pillars")
        self.documents: dict[str, Document] = {}
        self.reviews: dict[str, tuple[Document, Library, Review]] = {}
        """The last review of each document, with what it is about and stands on."""
        self.shelves: dict[Path, Shelf] = {}
        self.shown: dict[Path, int] = {}
        """The reading of each library that was shown last; a task that reads may be called off."""
        self.checks: dict[str, asyncio.Task[None]] = {}
        """What is being checked, or is about to be."""
        self.faulty: dict[Path, set[str]] = {}
        """The files of each library that show findings."""
        self.told: set[str] = set()
        """Files that are none of ours, each told once."""
        self.left = False
        """Whether the editor said that it is about to leave."""

    def log(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """A line in the editor's log."""
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002
        """Messages that make no sense are told in the log and not in a person's face."""
        self.log(f"pillars: {error}", types.MessageType.Error)

    async def work(self, made: Callable[[], R]) -> R:
        """What takes time, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, made)

    @property
    def encoding(self) -> str:
        """The unit the editor counts characters in."""
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16

    # --- documents

    def put(self, uri: str, text: Text, number: int | None) -> None:
        """Take a document up, or what an editor made of it."""
        name = to_fs_path(uri)
        path = Path(name) if name else None
        known = self.documents.get(uri)
        root = known.root if known else self.root_of(path)
        if path is None or root is None:
            self.tell_outside(uri)
        elif known or self.is_program(path, root, text):
            self.documents[uri] = Document(uri, path, root, text, number)
            self.check_soon(uri, PAUSE if known else 0)
        elif path.is_relative_to(root / "content"):
            self.look_soon(root)
        else:
            self.tell_outside(uri)

    def root_of(self, path: Path | None) -> Path | None:
        """The project a file lies in."""
        from generator.lsp.shelf import project_of

        return project_of(path) if path else None

    def is_program(self, path: Path, root: Path, text: Text) -> bool:
        """Whether a file is one to check."""
        from generator.lsp.shelf import is_program

        return is_program(path, root, text.text)

    def tell_outside(self, uri: str) -> None:
        """Say once that a file is left alone."""
        if uri not in self.told:
            self.told.add(uri)
            self.log(f"pillars: {uri} is no program of a Four Pillars project, so it is left alone")

    def drop(self, uri: str) -> None:
        """Forget a document; what is on disk is none of an editor's findings."""
        if self.documents.pop(uri, None):
            self.reviews.pop(uri, None)
            if task := self.checks.pop(uri, None):
                task.cancel()
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    # --- libraries

    async def guide(self, root: Path) -> "Guide | None":
        """A project's library; nothing while none of it can be used."""
        from generator.lsp.about import Guide

        shelf = self.shelves.get(root) or await self.look(root)
        if shelf.sound is None and not shelf.readings:
            await self.look(root)
        return Guide(shelf.sound, self.site) if shelf.sound else None

    async def look(self, root: Path) -> "Shelf":
        """Read a library if a file of it changed, and then check everything that stands on it."""
        from generator.lsp.shelf import Shelf

        shelf = self.shelves.setdefault(root, Shelf(root))
        await self.work(shelf.look)
        if shelf.readings != self.shown.get(root):
            self.shown[root] = shelf.readings
            if shelf.trouble:
                self.log(f"pillars: {shelf.trouble}", types.MessageType.Error)
            self.show_library(shelf)
            for document in self.documents.values():
                if document.root == root:
                    self.check_soon(document.uri, 0)
        return shelf

    def look_soon(self, root: Path) -> None:
        """Look whether a library changed, in the background."""
        self.soon(root.as_posix(), lambda: self.look(root))

    def show_library(self, shelf: "Shelf") -> None:
        """The findings about a library's files, in those files."""
        from generator.lsp.about import Guide
        from generator.lsp.diagnostics import diagnostics

        if shelf.files is None:
            return
        guide = Guide(shelf.files.library, self.site)
        found = shelf.files.findings
        # a sound library that was kept reads its files again when it is asked for them
        sources = {each.file: each for each in shelf.files.sources.values()} if found else {}
        by_file: dict[str, list[types.Diagnostic]] = {}
        for finding in found:
            source = sources.get(finding.file)
            uri = _uri(shelf.root / finding.file)
            text = Text(source.text if source else "", self.encoding)
            by_file.setdefault(uri, []).extend(diagnostics([finding], text, uri, guide))
        for uri in sorted(by_file.keys() | self.faulty.get(shelf.root, set())):
            params = types.PublishDiagnosticsParams(uri, by_file.get(uri, []))
            self.text_document_publish_diagnostics(params)
        self.faulty[shelf.root] = set(by_file)

    async def asked(self, uri: str) -> "tuple[Document, Guide] | None":
        """What an editor asks about, with all there is to say; nothing where it is not ours."""
        document = self.documents.get(uri)
        guide = await self.guide(document.root) if document else None
        return (document, guide) if document and guide else None

    # --- checking

    def soon(self, name: str, wanted: Callable[[], Awaitable[object]]) -> None:
        """Do something in the background, in place of what was to be done under that name."""
        if task := self.checks.get(name):
            task.cancel()

        async def told() -> None:
            try:
                await wanted()
            except Exception:  # noqa: BLE001 (the server outlives our faults)
                self.log(traceback.format_exc(), types.MessageType.Error)

        self.checks[name] = asyncio.get_running_loop().create_task(told())

    def check_soon(self, uri: str, pause: float) -> None:
        """Check a document once nobody has typed for a while."""
        self.soon(uri, lambda: self.check(uri, pause))

    async def check(self, uri: str, pause: float) -> None:
        """Review a document and show the findings, unless it changes meanwhile."""
        await asyncio.sleep(pause)
        if uri in self.documents:
            await self.look(self.documents[uri].root)
        document = self.documents.get(uri)
        review = await self.review(document) if document else None
        if document is None or review is None or self.documents.get(uri) is not document:
            return
        from generator.lsp.diagnostics import diagnostics

        guide = await self.guide(document.root)
        shown = diagnostics(review.findings, document.text, uri, guide) if guide else []
        params = types.PublishDiagnosticsParams(uri, shown, document.version)
        self.text_document_publish_diagnostics(params)

    async def review(self, document: Document) -> "Review | None":
        """The review of a document as it stands; nothing while there is no library for it."""
        from generator.lsp.shelf import review_of

        guide = await self.guide(document.root)
        if guide is None:
            return None
        library = guide.library
        if done := self.reviewed(document, library):
            return done
        path, root, text = document.path, document.root, document.text.text
        review = await self.work(lambda: review_of(path, root, text, library))
        if self.documents.get(document.uri) is document:
            self.reviews[document.uri] = document, library, review
        return review

    def reviewed(self, document: Document, library: "Library") -> "Review | None":
        """The review of a document where one is there already."""
        done = self.reviews.get(document.uri)
        return done[2] if done and done[0] is document and done[1] is library else None


def _uri(path: Path) -> str:
    """How an editor calls a file."""
    uri = from_fs_path(path.as_posix())
    assert uri is not None, "a path is text"
    return str(uri)


def guarded(
    handler: Callable[[Server, Params], Awaitable[R]],
) -> Callable[[Server, Params], Awaitable[R | None]]:
    """A fault of ours is told in the log and costs one answer, and not the server."""

    @wraps(handler)
    async def run(ls: Server, params: Params) -> R | None:
        try:
            return await handler(ls, params)
        except Exception:  # noqa: BLE001 (the server outlives our faults)
            ls.log(traceback.format_exc(), types.MessageType.Error)
            return None

    return run


# --- what an editor tells; in the order it comes, so nothing here waits


def _initialized(ls: Server, params: types.InitializedParams) -> None:  # noqa: ARG001
    """Read the library of the folder that is open, and ask to be told of files that change."""
    folder = ls.workspace.root_path
    if folder and (root := ls.root_of(Path(folder) / "any")):
        ls.look_soon(root)
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        files = ["**/content/**/*.yml", "**/programs/*.yml"]
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in files]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        wish = types.Registration("pillars-files", method, options)
        ls.client_register_capability(types.RegistrationParams([wish]))


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    ls.put(item.uri, Text(item.text, ls.encoding), item.version)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    uri = params.text_document.uri
    if document := ls.documents.get(uri):
        ls.put(uri, document.text.changed(params.content_changes), params.text_document.version)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    name = to_fs_path(params.text_document.uri)
    if root := ls.root_of(Path(name) if name else None):
        ls.look_soon(root)


def _touched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    names = (to_fs_path(change.uri) for change in params.changes)
    for root in {ls.root_of(Path(name)) for name in names if name}:
        if root:
            ls.look_soon(root)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.drop(params.text_document.uri)


def _leave(ls: Server, params: None) -> None:  # noqa: ARG001
    ls.left = True


# --- what an editor asks


@guarded
async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    from generator.lsp.hover import hover
    from generator.lsp.outline import outline

    asked = await ls.asked(params.text_document.uri)
    if asked is None:
        return None
    document, guide = asked
    text = document.text
    review = ls.reviewed(document, guide.library)
    return hover(text, outline(text.text), text.offset(params.position), guide, review)


@guarded
async def _completion(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    from generator.lsp.completion import completions
    from generator.lsp.outline import outline

    asked = await ls.asked(params.text_document.uri)
    if asked is None:
        return None
    document, guide = asked
    text = document.text
    offset = text.offset(params.position)
    found = completions(text, outline(text.text), offset, guide, document.path.stem)
    return types.CompletionList(False, found)


@guarded
async def _definition(ls: Server, params: types.DefinitionParams) -> types.Location | None:
    from generator.lsp.definition import definition
    from generator.lsp.outline import outline

    asked = await ls.asked(params.text_document.uri)
    if asked is None:
        return None
    document, guide = asked
    text = document.text
    offset = text.offset(params.position)
    found = definition(outline(text.text), offset, guide.library, document.root)
    if isinstance(found, Path):
        return types.Location(_uri(found), Text("").range(0, 0))
    return types.Location(document.uri, text.range(found, found)) if found is not None else None


@guarded
async def _symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | None:
    from generator.lsp.outline import outline
    from generator.lsp.symbols import symbols

    document = ls.documents.get(params.text_document.uri)
    return symbols(document.text, outline(document.text.text)) if document else None


@guarded
async def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    from generator.lsp.actions import actions
    from generator.lsp.shelf import review_of

    asked = await ls.asked(params.text_document.uri)
    review = await ls.review(asked[0]) if asked else None
    if asked is None or review is None:
        return None
    document, guide = asked
    text, path, root = document.text, document.path, document.root
    stretch = text.offset(params.range.start), text.offset(params.range.end)

    def look(changed: str) -> "Review":
        return review_of(path, root, changed, guide.library)

    only = params.context.only
    return await ls.work(lambda: actions(text, document.uri, review, look, guide, stretch, only))


def server() -> Server:
    """A server that an editor can talk to."""
    made = Server()
    made.feature(types.INITIALIZED)(_initialized)
    made.feature(types.SHUTDOWN)(_leave)
    made.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    made.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    made.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    made.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_touched)
    made.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    made.feature(types.TEXT_DOCUMENT_DEFINITION)(_definition)
    made.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_symbols)
    keys = types.CompletionOptions(trigger_characters=[" ", ":", "[", "("])
    made.feature(types.TEXT_DOCUMENT_COMPLETION, keys)(_completion)
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds))(_actions)
    return made


def serve(stdin: BinaryIO, stdout: BinaryIO) -> bool:
    """Talk to an editor until it leaves, and say whether it left in good form."""
    made = server()
    made.start_io(stdin, stdout)
    made.worker.shutdown(wait=False, cancel_futures=True)
    return made.left
