"""What public registers say of a publication: whether its DOI leads to it, and whether it fell.

The network is somebody else's: whatever does not come is unknown, and unknown is no finding.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from generator.github.shape import maybe

SECONDS = 15
MAX_ANSWER = 2 * 1024 * 1024
FALLEN = frozenset({"retraction", "partial_retraction", "withdrawal", "removal"})
DOUBTED = "expression_of_concern"
ALIKE = 0.5
"""Share of the words of the shorter title that the longer one has to have."""

Fetch = Callable[[str], "Answer"]


@dataclass(frozen=True)
class Answer:
    """What came: 0 where nothing did."""

    status: int
    data: object = None


def fetch(url: str) -> Answer:
    """JSON from an address; a refusal may bring some, too."""
    request = Request(url, headers={"Accept": "application/json", "User-Agent": "four-pillars"})
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            raw = answer.read(MAX_ANSWER + 1)
            status: int = answer.status
    except HTTPError as error:
        return Answer(error.code, _said(error))
    except (OSError, HTTPException, ValueError):
        return Answer(0)
    try:
        return Answer(status, json.loads(raw[:MAX_ANSWER]))
    except (ValueError, RecursionError):
        return Answer(0)


def _said(refusal: HTTPError) -> object:
    try:
        with refusal:
            data: object = json.loads(refusal.read(MAX_ANSWER))
    except (OSError, HTTPException, ValueError, RecursionError):
        return None
    return data


@dataclass(frozen=True)
class Record:
    """What the registers know of a DOI."""

    known: bool | None = None
    """Whether anything is registered under it; `None` where nobody answered."""
    title: str = ""
    notices: frozenset[str] = frozenset()
    """Kinds of notices that were published about it, such as `retraction`."""
    whole: bool = True
    """Whether notices were answered for; without that, none are no good news."""


def looked_up(
    doi: str,
    fetch: Fetch,
    crossref: str = "https://api.crossref.org",
    doi_org: str = "https://doi.org",
) -> Record:
    """What the registers say of a DOI."""
    work = fetch(f"{crossref}/works/{quote(doi, safe='')}")
    if work.status == 404:
        # registered elsewhere, maybe: doi.org knows them all
        handle = fetch(f"{doi_org}/api/handles/{quote(doi, safe='/')}")
        # whatever stands in between may answer 404, too; what doi.org does not know has its code
        code = maybe(handle.data, int, "responseCode")
        return Record({1: True, 100: False}.get(code or 0))
    if work.status != 200:
        return Record()
    told = fetch(f"{crossref}/works?rows=20&filter=updates:{quote(doi, safe='')}")
    notices = {
        maybe(update, str, "type") or ""
        for item in maybe(told.data, list, "message", "items") or []
        for update in maybe(item, list, "update-to") or []
        if (maybe(update, str, "DOI") or "").casefold() == doi.casefold()
    }
    return Record(
        True,
        (maybe(work.data, str, "message", "title", 0) or "")[:300],
        frozenset(kind.replace("-", "_") for kind in notices),
        whole=told.status == 200 and maybe(told.data, list, "message", "items") is not None,
    )


def same_title(one: str, other: str) -> bool:
    """Whether two titles are of one work, for all that subtitles and markup do to them."""
    words, others = (set(re.findall(r"[a-z0-9]{3,}", title.casefold())) for title in (one, other))
    least = min(len(words), len(others))
    return not least or len(words & others) >= ALIKE * least
