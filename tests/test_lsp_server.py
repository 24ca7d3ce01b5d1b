"""The language server over its wire: a real process, spoken to as an editor does."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest
from conftest import ROOT

from generator.finding import Severity
from generator.lsp.positions import Text
from generator.model import Library
from generator.review import reviewed
from generator.source import read

START = "from generator.cli import main; main()"
LONGEST = 60
"""Seconds to wait for an answer on a machine that is busy with something else."""


LONGEST_START = 5
"""Seconds to the first answer: half a second on a quiet machine, with room for a busy one."""


class Editor:
    """As much of an editor as it takes to talk to a server."""

    def __init__(self, root: Path, start: str = START, encodings: tuple[str, ...] = ()) -> None:
        environment = {**os.environ, "SITE_URL": "", "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", start, "lsp"],
            cwd=root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.heard: Queue[dict[str, Any] | None] = Queue()
        """What the server said; nothing once it is gone."""
        self.notes: list[dict[str, Any]] = []
        """What the server said without being asked, and nobody looked at yet."""
        self.count = 0
        self.reader = Thread(target=self._listen, daemon=True)
        self.reader.start()
        try:
            self.capabilities = self._greet(root, encodings)
        except BaseException:
            self.close()
            raise

    def _greet(self, root: Path, encodings: tuple[str, ...]) -> Any:
        general = {"positionEncodings": list(encodings)} if encodings else {}
        answer = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": {"general": general},
                "workspaceFolders": None,
            },
        )
        self.tell("initialized", {})
        return answer["capabilities"]

    def _listen(self) -> None:
        """Read messages; anything on the wire that is none ends it."""
        try:
            self._read_all()
        finally:
            self.heard.put(None)

    def _read_all(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while head := stream.readline():
            length = 0
            while head.strip():
                name, _, value = head.decode("ascii").partition(": ")
                if name == "Content-Length":
                    length = int(value)
                else:
                    assert name == "Content-Type", head
                head = stream.readline()
            assert length
            self.heard.put(json.loads(stream.read(length)))

    def _hear(self, end: float) -> dict[str, Any]:
        message = self.heard.get(timeout=max(0.0, end - time.monotonic()))
        if message is None:
            self.process.kill()
            assert self.process.stderr is not None
            raise AssertionError(self.process.stderr.read().decode())
        return message

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self.process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def tell(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """The server's answer."""
        self.count += 1
        number = self.count
        self.send({"id": number, "method": method, "params": params})
        end = time.monotonic() + LONGEST
        while True:
            message = self._hear(end)
            if message.get("id") == number:
                assert "error" not in message, message
                return message["result"]
            self.notes.append(message)

    def told(self, method: str, fits: Callable[[Any], bool] = lambda _: True) -> Any:
        """What the server says without being asked, the first that fits."""
        end = time.monotonic() + LONGEST
        while True:
            for note in self.notes:
                if note.get("method") == method and fits(note["params"]):
                    self.notes.remove(note)
                    return note["params"]
            self.notes.append(self._hear(end))

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, or a text under its name."""
        uri = path.as_uri()
        said = path.read_bytes().decode("utf-8") if text is None else text
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": said}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        document = {"uri": uri, "version": version}
        params = {"textDocument": document, "contentChanges": list(changes)}
        self.tell("textDocument/didChange", params)

    def findings(self, uri: str, version: int = 1) -> list[dict[str, Any]]:
        """The diagnostics of a version of a document."""

        def fits(params: Any) -> bool:
            return bool(params["uri"] == uri and params.get("version") == version)

        found: list[dict[str, Any]] = self.told("textDocument/publishDiagnostics", fits)[
            "diagnostics"
        ]
        return found

    def leave(self) -> tuple[int, bytes]:
        """Leave in good form: the exit code and all that was printed for people."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(LONGEST)
        self.reader.join(LONGEST)
        assert self.process.stderr is not None
        return self.process.returncode, self.process.stderr.read()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()
        self.process.wait(LONGEST)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own, whose files a test may change."""
    root = tmp_path_factory.mktemp("lsp") / "my legs é"
    for name in ("content", "programs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("theme", "pages"))
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture(scope="module")
def editor(project: Path) -> Iterator[Editor]:
    """An editor that stays open; each test opens files of its own."""
    opened = Editor(project)
    yield opened
    opened.close()


def at(line: int, character: int) -> dict[str, int]:
    return {"line": line, "character": character}


def stretch(line: int, first: int, last: int) -> dict[str, Any]:
    return {"start": at(line, first), "end": at(line, last)}


def place(uri: str, text: str, word: str) -> dict[str, Any]:
    """The middle of a word, for a question about it."""
    before = text[: text.index(word) + len(word) // 2]
    row = before[before.rfind("\n") + 1 :]
    units = len(row.encode("utf-16-le")) // 2
    return {"textDocument": {"uri": uri}, "position": at(before.count("\n"), units)}


BROKEN = sorted((ROOT / "tests/files").rglob("*.yml"))
SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.NOTE: 3}


def test_an_editor_shows_what_a_check_says_of_every_file(
    editor: Editor, project: Path, library: Library
) -> None:
    compared = 0
    for number, file in enumerate([*sorted((project / "programs").glob("*.yml")), *BROKEN]):
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue  # an editor could not open it as text
        path = project / f"programs/case-{number}.yml"
        uri = editor.open(path, text)
        shown = editor.findings(uri)
        name = path.relative_to(project).as_posix()
        findings = reviewed(read(raw, name), library).findings
        lines = Text(text)
        assert [(d["code"], d["range"]["start"]["line"], d["severity"]) for d in shown] == [
            (
                f.code,
                lines.range_of(f.place).start.line,
                SEVERITIES[f.severity] if f.open else 4,
            )
            for f in findings
        ], file
        assert all(d["message"].startswith(f.message) for d, f in zip(shown, findings, strict=True))
        editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        compared += 1
    assert compared > 60


def test_a_change_mends_and_breaks_and_closing_clears(editor: Editor, project: Path) -> None:
    path = project / "programs/barbell-two-days.yml"
    text = path.read_text(encoding="utf-8")
    uri = editor.open(path)
    before = editor.findings(uri)
    assert 1 not in {d["severity"] for d in before}
    line = text[: text.index("level:")].count("\n")
    editor.change(uri, 2, {"range": stretch(line, 0, 5), "text": "levl"})
    [found] = editor.findings(uri, 2)
    assert (found["code"], found["range"]) == ("SCH001", stretch(line, 0, 4))
    assert found["message"].endswith("Did you mean `level`? It is required and missing here.")
    assert "codeDescription" not in found
    editor.change(uri, 3, {"range": stretch(line, 0, 4), "text": "level"})
    assert editor.findings(uri, 3) == before
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    gone = editor.told("textDocument/publishDiagnostics", lambda p: p["uri"] == uri)
    assert gone["diagnostics"] == []


def test_many_changes_in_a_row_are_checked_once(editor: Editor, project: Path) -> None:
    uri = editor.open(project / "programs/dumbbell-two-days.yml")
    editor.findings(uri)
    for number in range(2, 30):
        editor.change(uri, number, {"range": stretch(0, 0, 0), "text": "#"})
    editor.findings(uri, 29)
    published = [
        note["params"].get("version")
        for note in editor.notes
        if note["method"] == "textDocument/publishDiagnostics" and note["params"]["uri"] == uri
    ]
    assert len(published) < 5  # a slow machine may see a pause between two changes
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_the_whole_way_from_a_finding_to_the_mended_text(editor: Editor, project: Path) -> None:
    path = project / "programs/barbell-three-days.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("\nrecovery:", "\n# 🦵🦵\nrecover:", 1)
    start = text.index("\nrecover:")
    end = text.index("\nnutrition:")
    text = text[:start] + text[end:]
    uri = editor.open(path, text)
    finding = next(d for d in editor.findings(uri) if d["code"] == "REC008")
    params = {
        "textDocument": {"uri": uri},
        "range": finding["range"],
        "context": {"diagnostics": [finding], "only": ["quickfix"]},
    }
    answers = editor.ask("textDocument/codeAction", params)
    [action] = [a for a in answers if a["title"] == "Depart from REC008, with a reason"]
    assert finding["code"] in {d["code"] for d in action["diagnostics"]}
    [edit] = action["edit"]["changes"][uri]
    reason = edit["newText"].replace("…", "Their coach plans sleep and rest days with them.")
    editor.change(uri, 2, {"range": edit["range"], "text": reason})
    departed = next(d for d in editor.findings(uri, 2) if d["code"] == "REC008")
    assert departed["severity"] == 4
    assert "Departs on purpose: Their coach" in departed["message"]
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_a_slip_of_the_pen_is_mended_by_one_key_press(editor: Editor, project: Path) -> None:
    path = project / "programs/barbell-three-days.yml"
    whole = path.read_text(encoding="utf-8")
    slips = whole.replace("\nlevel:", "\nlevl:", 1).replace("sleep: 7", "slep: 7", 1)
    uri = editor.open(path, slips)
    for only, expected in (("quickfix", 1), ("source.fixAll", 0)):
        found = next(d for d in editor.findings(uri) if "`levl`" in d["message"])
        params = {
            "textDocument": {"uri": uri},
            "range": found["range"],
            "context": {"diagnostics": [found], "only": [only]},
        }
        [action] = editor.ask("textDocument/codeAction", params)
        [edit] = action["edit"]["changes"][uri]
        editor.change(uri, 2, {"range": edit["range"], "text": edit["newText"]})
        errors = [d for d in editor.findings(uri, 2) if d["severity"] == 1]
        assert len(errors) == expected
        editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        editor.open(path, slips)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_questions_about_places_behind_wide_characters(editor: Editor, project: Path) -> None:
    path = project / "programs/machines-short-sessions.yml"
    text = path.read_text(encoding="utf-8")
    line = next(row for row in text.split("\n") if "claims: [" in row)
    claim = line.partition("claims: [")[2].partition("]")[0].partition(",")[0]
    wide = f'takeaways:\n  - {{text: "🦵🦵 legs", pillar: recovery, claims: [{claim}]}}\n'
    uri = editor.open(path, wide)
    said = editor.ask("textDocument/hover", place(uri, wide, claim))
    assert "certainty" in said["contents"]["value"]
    first = wide.split("\n")[1].index(claim) + 2
    assert said["range"] == stretch(1, first, first + len(claim))
    found = editor.ask("textDocument/completion", place(uri, wide, claim))
    item = next(item for item in found["items"] if item["label"] == claim)
    assert item["textEdit"]["range"] == said["range"]
    file = editor.ask("textDocument/definition", place(uri, wide, claim))
    assert file["uri"] == (project / f"content/evidence/claims/{claim}.yml").as_uri()
    [part] = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert part["name"] == "takeaways"
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_an_editor_that_counts_code_points_gets_code_points(project: Path) -> None:
    editor = Editor(project, encodings=("utf-32", "utf-16"))
    try:
        assert editor.capabilities["positionEncoding"] == "utf-32"
        uri = editor.open(project / "programs/x.yml", 'authors: [{name: "🦵🦵", nam: x}]\n')
        found = next(d for d in editor.findings(uri) if "`nam`" in d["message"])
        assert found["range"] == stretch(0, 23, 26)
    finally:
        editor.close()


def test_a_file_that_is_none_of_ours_is_left_alone(editor: Editor, tmp_path: Path) -> None:
    outside = tmp_path / "compose.yml"
    for path in (outside, tmp_path / "other.yml"):
        uri = editor.open(path, "a: [\n")
        said = editor.told("window/logMessage")
        assert "left alone" in said["message"]
        assert editor.ask("textDocument/hover", place(uri, "a: [\n", "a")) is None
        editor.change(uri, 2, {"text": "b: [\n"})
        editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    item = {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": "a"}
    editor.tell("textDocument/didOpen", {"textDocument": item})
    assert "untitled:Untitled-1" in editor.told("window/logMessage")["message"]
    assert not [n for n in editor.notes if n["method"] == "window/logMessage"]


def test_a_library_file_that_breaks_shows_it_and_programs_go_on(project: Path) -> None:
    editor = Editor(project)
    claim = project / "content/evidence/claims/volume-targets.yml"
    whole = claim.read_bytes()
    try:
        program = editor.open(project / "programs/barbell-two-days.yml")
        before = editor.findings(program)
        uri = editor.open(claim)
        claim.write_bytes(b"titel: x\n" + whole)
        editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})

        def about(params: Any) -> bool:
            return bool(params["uri"] == uri)

        shown = editor.told("textDocument/publishDiagnostics", about)["diagnostics"]
        assert (shown[0]["code"], shown[0]["range"]["start"]["line"]) == ("SCH001", 0)
        assert editor.findings(program) == before
        claim.write_bytes(whole)
        change = {"changes": [{"uri": uri, "type": 2}]}
        editor.tell("workspace/didChangeWatchedFiles", change)
        assert editor.told("textDocument/publishDiagnostics", about)["diagnostics"] == []
        assert editor.findings(program) == before
    finally:
        claim.write_bytes(whole)
        editor.close()


def test_a_new_exercise_is_known_as_soon_as_it_is_saved(project: Path) -> None:
    editor = Editor(project)
    new = project / "content/exercises/new-squat.yml"
    text = "blocks:\n  - sessions:\n      - exercises:\n          - exercise: new-squat\n"
    try:
        uri = editor.open(project / "programs/x.yml", text)
        assert "SCH005" in {d["code"] for d in editor.findings(uri)}
        shutil.copy(project / "content/exercises/goblet-squat.yml", new)
        editor.tell(
            "workspace/didChangeWatchedFiles", {"changes": [{"uri": new.as_uri(), "type": 1}]}
        )
        assert "SCH005" not in {d["code"] for d in editor.findings(uri)}
    finally:
        new.unlink(missing_ok=True)
        editor.close()


FAULTY = f"""
import generator.lsp.hover, generator.lsp.diagnostics
def broken(*_):
    print("printed by mistake", flush=True)
    raise RuntimeError("a fault of ours")
generator.lsp.hover.hover = broken
generator.lsp.diagnostics.diagnostics = broken
{START}
"""


def test_a_fault_of_ours_is_logged_and_the_server_lives_on(project: Path) -> None:
    editor = Editor(project, FAULTY)
    try:
        text = "levl: beginner\n"
        uri = editor.open(project / "programs/x.yml", text)
        for _ in range(2):
            said = editor.told("window/logMessage", lambda p: "a fault of ours" in p["message"])
            assert said["type"] == 1
            assert editor.ask("textDocument/hover", place(uri, text, "levl")) is None
        assert editor.ask("textDocument/completion", place(uri, text, "levl"))["items"]
        code, printed = editor.leave()
        assert code == 0
        assert set(printed.decode().splitlines()) == {"printed by mistake"}
    finally:
        editor.close()


def test_nothing_but_the_protocol_is_spoken_and_leaving_is_clean(project: Path) -> None:
    start = time.perf_counter()
    editor = Editor(project)
    started = time.perf_counter() - start
    try:
        assert editor.capabilities["positionEncoding"] == "utf-16"
        assert editor.capabilities["textDocumentSync"]["change"] == 2
        uri = editor.open(project / "programs/barbell-two-days.yml")
        editor.findings(uri)
        assert editor.leave() == (0, b"")
        assert started < LONGEST_START
    finally:
        editor.close()


def test_an_editor_that_dies_takes_the_server_with_it(project: Path) -> None:
    editor = Editor(project)
    try:
        assert editor.process.stdin is not None
        editor.process.stdin.close()
        assert editor.process.wait(LONGEST) == 1
    finally:
        editor.process.stdin = None
        editor.close()
