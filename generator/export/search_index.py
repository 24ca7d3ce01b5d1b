"""The index of the search as a file that a reader's browser fetches when they open the search."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.export.json_text import dense
from generator.export.search_entries import Entry, entries, kind_of
from generator.model import Meaning
from generator.view.context import Context
from generator.view.page import Page
from generator.view.route import address_of, page_of

SCHEMA = "pillars-search/1"
"""Changes when the shape of the document does; `content/scripts/search/index.d.ts` has it too."""
NAME = "search/index.json"
"""Below the folder of the scripts, which is named by what it holds: old scripts and a new index
never meet."""


def search_index(context: Context, pages: tuple[Page, ...]) -> bytes:
    """Everything that can be found, and how readers ask for it, as JSON without blanks."""
    words = context.library.search
    answers: dict[str, list[int]] = {}
    for number, meaning in enumerate(words.meanings):
        for target in meaning.shows:
            kind, _, id_ = target.partition(":")
            answers.setdefault(address_of(page_of(kind, id_)), []).append(number)
    document = {
        "schema": SCHEMA,
        "examples": words.examples,
        "ordinary": words.ordinary,
        "leanings": [{"say": item.say, "first": item.first} for item in words.leanings],
        "meanings": [
            {"say": item.say, "means": item.means, "first": _first(item)} for item in words.meanings
        ],
        "entries": [
            _printed(entry, answers.get(entry.address, [])) for entry in entries(context, pages)
        ],
    }
    return dense(document)


def _first(meaning: Meaning) -> list[str]:
    """The kind of what answers it best: its results stand first."""
    return [
        kind_of(page_of(kind, id_).partition("#")[0])
        for kind, _, id_ in (target.partition(":") for target in meaning.shows[:1])
    ]


def _printed(entry: Entry, answers: list[int]) -> Mapping[str, Any]:
    """An entry without what is empty; `answers` are the meanings that it is shown for."""
    fields = {**asdict(entry), "names": " · ".join(entry.names), "words": " · ".join(entry.words)}
    return {name: value for name, value in {**fields, "answers": answers}.items() if value}
