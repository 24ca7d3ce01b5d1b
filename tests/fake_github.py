"""GitHub as far as the workflows meet it: a server that answers from a table and takes notes."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

from generator.github.api import Api

REPOSITORY = "four-pillars/four-pillars"
PAYLOADS = Path(__file__).parent / "github"


def payload(name: str) -> object:
    """A payload or an answer from its file."""
    data: object = json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
    return data


@dataclass(frozen=True)
class Said:
    """Something that came in."""

    method: str
    path: str
    query: dict[str, str]
    body: object
    authorised: bool


@dataclass
class Github:
    """What is answered, and what was asked."""

    answers: dict[str, object] = field(default_factory=dict)
    """By `METHOD path`: data, raw bytes, a status, an address to go to, or a function."""
    asked: list[Said] = field(default_factory=list)
    url: str = ""

    @property
    def api(self) -> Api:
        """A client of this server."""
        return Api(REPOSITORY, "a-token", self.url)

    def changed(self) -> list[tuple[str, str, object]]:
        """All that was to be changed, in order."""
        return [(s.method, s.path, s.body) for s in self.asked if s.method != "GET"]

    def answer(self, said: Said) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body."""
        self.asked.append(said)
        answer = self.answers.get(f"{said.method} {said.path}", 404 if said.method == "GET" else {})
        if callable(answer):
            answer = answer(said)
        if isinstance(answer, bytes):
            return 200, {}, answer
        if isinstance(answer, int):
            return answer, {}, json.dumps({"message": "Refused"}).encode()
        if isinstance(answer, str):
            return 302, {"Location": answer}, b""
        if isinstance(answer, list):
            page, each = int(said.query.get("page", "1")), int(said.query.get("per_page", "30"))
            answer = answer[(page - 1) * each : page * each]
        return 200, {}, json.dumps(answer).encode()


Answer = Callable[[Said], object]


@contextmanager
def serving(github: Github) -> Iterator[Github]:
    """The server, while it runs."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            parts = urlsplit(self.path)
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            said = Said(
                self.command,
                parts.path.removeprefix(f"/repos/{REPOSITORY}").lstrip("/"),
                dict(parse_qsl(parts.query)),
                json.loads(raw) if raw else None,
                "Authorization" in self.headers,
            )
            status, headers, body = github.answer(said)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _do  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    github.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
