"""The sources as files for reference managers: whole, readable there, and with nothing made up."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.bibliography.bibtex import bibtex, entry
from generator.bibliography.csl_json import csl_json, item
from generator.bibliography.reference import reference
from generator.model import Library, Publication

Expect = Callable[[Path, str], None]
GOLDEN = Path(__file__).parent / "golden"
HANDFUL = (
    "acsm-2026-position-stand",  # a body as author, a month instead of a volume
    "barbalho-2020",  # disputed
    "pelland-2024-dose-response",  # a preprint
    "rdl-vs-nordic-2025",  # no journal, no authors, a PubMed id only
    "saez-de-villarreal-2009-plyometric-dose",  # a family name in parts
    "squat-vs-leg-extension-women",  # hardly anything was seen
    "zavala-2020",  # authors cut short
)
TYPES = {"article-journal", "article", "document"}
"""The types of CSL 1.0.2 that we use: `article` is one that no journal has printed."""


@pytest.fixture
def handful(library: Library) -> tuple[Publication, ...]:
    return tuple(library.sources[id_] for id_ in HANDFUL)


def fields(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """The entries of a BibTeX file as a parser sees them: type, key, fields.

    It counts braces as BibTeX does, to which a backslash before one means nothing.
    """
    found = []
    at = 0
    while (at := text.find("@", at)) >= 0:
        head = re.compile(r"@(\w+)\{([^,\s]+),").match(text, at)
        assert head, text[at : at + 60]
        at, entry_fields = head.end(), {}
        while field := re.compile(r"\s*(\w+) = \{").match(text, at):
            start = at = field.end()
            depth = 1
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            assert field[1] not in entry_fields
            entry_fields[field[1]] = text[start : at - 1]
            assert text[at] == ","
            at += 1
        end = re.compile(r"\s*\}\n").match(text, at)
        assert end, text[at : at + 60]
        at = end.end()
        found.append((head[1], head[2], entry_fields))
    return found


def test_a_handful_of_sources_makes_these_files(
    handful: tuple[Publication, ...], expect: Expect
) -> None:
    expect(GOLDEN / "references.bib", bibtex(handful))
    expect(GOLDEN / "references.json", csl_json(handful))


def test_no_field_can_end_its_entry(library: Library) -> None:
    hostile = replace(
        library.sources["kubo-2019"],
        journal="J 12(3):e1_%}",
        authors=("Doe }_%", "Roe A}{"),
        title="{} \\ }",
    )
    [(_, key, found)] = fields(entry(hostile))
    assert key == "kubo-2019"
    assert (found["volume"], found["number"]) == ("12", "3")
    assert found["pages"] == r"e1\_\%{\textbraceright}"
    assert found["author"].count("{") == found["author"].count("}")


def test_each_source_stands_once_in_each_file(library: Library) -> None:
    sources = library.sources.values()
    assert [key for _, key, _ in fields(bibtex(sources))] == list(library.sources)
    assert [entry["id"] for entry in json.loads(csl_json(sources))] == list(library.sources)


def test_csl_items_have_what_the_format_asks_for(library: Library) -> None:
    for found in json.loads(csl_json(library.sources.values())):
        assert found["type"] in TYPES
        assert found["title"]
        assert all(value not in ("", [], None) for value in found.values())
        for name in found.get("author", ()):
            assert name.keys() in ({"family", "given"}, {"literal"})
        if "issued" in found:
            [[year]] = found["issued"]["date-parts"]
            assert isinstance(year, int)
        for key in ("volume", "issue", "page", "DOI", "PMID", "URL", "note"):
            assert isinstance(found.get(key, ""), str)


def test_nothing_is_said_that_the_record_does_not_say(library: Library) -> None:
    for source in library.sources.values():
        seen = reference(source)
        for part in (seen.journal, seen.volume, seen.issue, seen.pages):
            assert part in (source.journal or ""), source.id
        assert (seen.doi, seen.pmid, seen.year) == (source.doi, source.pmid, source.year)
        for name in seen.authors:
            assert any(name.family in written for written in source.authors)
        found = item(source)
        assert ("DOI" in found, "issued" in found) == (bool(source.doi), bool(source.year))


def test_what_does_not_stand_carries_a_note(library: Library) -> None:
    for status in ("excluded", "retracted", "disputed"):
        source = replace(library.sources["kubo-2019"], status=status)
        assert status in entry(source).lower()
        assert status in str(item(source)["note"]).lower()
    assert "note" not in item(library.sources["kubo-2019"])


@pytest.mark.parametrize(
    ("journal", "parts"),
    [
        ("PeerJ 12:e16777", ("PeerJ", "12", "", "e16777")),
        ("Sports (Basel) 6(1):7", ("Sports (Basel)", "6", "1", "7")),
        ("Sports Medicine 50:751-765", ("Sports Medicine", "50", "", "751-765")),
        ("A Journal 1(1)", ("A Journal", "1", "1", "")),
        ("Sports Medicine (online 6 July 2024)", ("Sports Medicine", "", "", "")),
        ("preprint (seen in passing)", ("", "", "", "")),
        ("SportRxiv preprint", ("SportRxiv", "", "", "")),
        (None, ("", "", "", "")),
    ],
)
def test_a_journal_is_taken_apart_where_its_parts_were_written(
    library: Library, journal: str | None, parts: tuple[str, ...]
) -> None:
    seen = reference(replace(library.sources["kubo-2019"], journal=journal))
    assert (seen.journal, seen.volume, seen.issue, seen.pages) == parts


def test_characters_of_tex_are_text(library: Library) -> None:
    odd = replace(
        library.sources["kubo-2019"],
        title=r"50 % of {a} \ b_c & d # $ ~ ^ < > and a lone }",
        doi="10.1000/a_b{c}",
        authors=("O'Brien C", "Body of Lifters & Friends"),
    )
    [(_, _, found)] = fields(entry(odd))
    assert found["title"].count("{") == found["title"].count("}")
    bare = re.sub(r"\\[&%$#_]|\{\\text[a-z]+\}", "", found["title"][1:-1])
    assert not set(bare) & set("&%$#_~^<>{}\\")
    assert found["author"] == r"O'Brien, C. and {Body of Lifters \& Friends}"
    assert found["doi"] == "10.1000/a_b%7Bc%7D"


def test_a_page_of_ranges_has_the_dash_of_tex(library: Library) -> None:
    assert "  pages = {1933--1942},\n" in entry(library.sources["kubo-2019"])
