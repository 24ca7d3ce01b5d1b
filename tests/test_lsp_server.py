"""The language server over its wire: a real process, spoken to as an editor does."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest

START = "from generator.cli import main; main()"
LONGEST = 60
"""Seconds to wait for an answer on a machine that is busy with something else."""


class Editor:
    """As much of an editor as it takes to talk to a server."""

    def __init__(self, root: Path, start: str = START, encodings: tuple[str, ...] = ()) -> None:
        environment = {**os.environ, "SITE_URL": ""}
        self.process = subprocess.Popen(
            [sys.executable, "-c", start, "lsp"],
            cwd=root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.heard: Queue[dict[str, Any]] = Queue()
        self.notes: list[dict[str, Any]] = []
        """What the server said without being asked, and nobody looked at yet."""
        self.count = 0
        self.reader = Thread(target=self._listen, daemon=True)
        self.reader.start()
        general = {"positionEncodings": list(encodings)} if encodings else {}
        self.capabilities = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": {"general": general},
                "workspaceFolders": None,
            },
        )["capabilities"]
        self.tell("initialized", {})

    def _listen(self) -> None:
        """Read messages; anything on the wire that is none fails here."""
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
        while True:
            message = self.heard.get(timeout=LONGEST)
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
            self.notes.append(self.heard.get(timeout=max(0.0, end - time.monotonic())))

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
