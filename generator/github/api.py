"""The little of GitHub's REST API that the workflows need, with the standard library."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from generator.error import GeneratorError
from generator.github.shape import at, maybe

MAX_ANSWER = 32 * 1024 * 1024
"""Bytes of one answer."""
MAX_PAGES = 30
"""Pages of one list; GitHub itself ends most lists there."""
SECONDS = 30
BOT = "github-actions[bot]"
"""Who writes when a workflow does."""


class Refused(GeneratorError):
    """GitHub said no."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status = status


@dataclass(frozen=True)
class Api:
    """A repository as the workflow's token sees it."""

    repository: str
    """`owner/name`."""
    token: str
    url: str = "https://api.github.com"
    server: str = "https://github.com"

    @classmethod
    def here(cls) -> "Api":
        """The repository whose workflow is running."""
        return cls(
            environment("GITHUB_REPOSITORY"),
            environment("GITHUB_TOKEN"),
            os.environ.get("GITHUB_API_URL", cls.url),
            os.environ.get("GITHUB_SERVER_URL", cls.server),
        )

    @property
    def owner(self) -> str:
        """Whose repository it is."""
        return self.repository.partition("/")[0]

    def get(self, path: str, **query: str | int) -> object:
        """What stands at a path below the repository."""
        asked = f"?{urlencode(query)}" if query else ""
        return _parsed(self._answer("GET", f"{self._at(path)}{asked}", None, MAX_ANSWER))

    def found(self, path: str, **query: str | int) -> object | None:
        """The same, or nothing where there is nothing."""
        try:
            return self.get(path, **query)
        except Refused as refused:
            if refused.status == 404:
                return None
            raise

    def each(self, path: str, within: str = "", **query: str | int) -> Iterator[object]:
        """Every entry of a list, page by page; `within` names the list in the answer."""
        for page in range(1, MAX_PAGES + 1):
            answer = self.get(path, per_page=100, page=page, **query)
            entries: list[object] = at(answer, list, *([within] if within else []))
            yield from entries
            if len(entries) < 100:
                return

    def send(self, method: str, path: str, body: Mapping[str, object] | None = None) -> object:
        """Change something; what GitHub answers."""
        raw = None if body is None else json.dumps(body).encode()
        return _parsed(self._answer(method, self._at(path), raw, MAX_ANSWER))

    def download(self, path: str, most: int) -> bytes:
        """A file of at most so many bytes."""
        return self._answer("GET", self._at(path), None, most)

    def _at(self, path: str) -> str:
        return f"{self.url}/repos/{self.repository}{f'/{path}' if path else ''}"

    def _answer(self, method: str, url: str, body: bytes | None, most: int) -> bytes:
        request = Request(url, body, method=method)
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("X-GitHub-Api-Version", "2022-11-28")
        request.add_header("User-Agent", "four-pillars")
        if body is not None:
            request.add_header("Content-Type", "application/json")
        # files lie on another host, which the redirect names; the token does not go there
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        what = f"{method} {url.removeprefix(self.url)}"
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                raw: bytes = answer.read(most + 1)
        except HTTPError as error:
            said = _reason(error)
            raise Refused(error.code, f"{what}: GitHub answered {error.code}, {said}") from None
        except (OSError, HTTPException) as error:
            raise GeneratorError(f"{what}: no answer from GitHub ({error})") from None
        if len(raw) > most:
            raise GeneratorError(f"{what}: more than {most} bytes")
        return raw


def quoted(part: str) -> str:
    """A name as a part of a path; nothing in it can lead elsewhere."""
    return quote(part, safe="")


def _reason(error: HTTPError) -> str:
    """Why GitHub said no, in its own words if they come."""
    try:
        with error:
            return maybe(_parsed(error.read(10_000)), str, "message") or error.reason
    except (OSError, HTTPException):
        return error.reason


def _parsed(raw: bytes) -> object:
    try:
        data: object = json.loads(raw) if raw.strip() else None
    except (ValueError, RecursionError):
        return None
    return data


def environment(name: str) -> str:
    """A variable that every job of GitHub Actions has, or that the workflow sets."""
    value = os.environ.get(name, "")
    if not value:
        raise GeneratorError(f"{name} is not set; this runs in a workflow on GitHub")
    return value


def event() -> object:
    """What happened: the payload of the event that started the workflow."""
    file = Path(environment("GITHUB_EVENT_PATH"))
    try:
        data: object = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise GeneratorError(f"{file.name} holds no event: {error}") from None
    return data
