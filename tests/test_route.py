"""Addresses: each thing has one page, and a link leads there from anywhere."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.form import FORM_RULES
from generator.model import Library
from generator.rule import all_rules
from generator.view.route import Links, address_of, page_of

WORD = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
FOLDERS = st.lists(WORD, max_size=3)
FILES = st.builds(
    lambda folders, name: "/".join([*folders, f"{name}.md"]), FOLDERS, WORD | st.just("index")
)
ANCHORS = st.just("") | WORD.map(lambda word: f"#{word}")


def everything(library: Library) -> list[tuple[str, str]]:
    """Every thing that has a page or a place on one, by kind and id."""
    return [
        *(("exercise", id_) for id_ in library.exercises),
        *(("claim", id_) for id_ in library.claims),
        *(("source", id_) for id_ in library.sources),
        *(("topic", id_) for id_ in library.framework.topics),
        *(("program", id_) for id_ in library.programs),
        *(("rule", rule.code) for rule in all_rules()),
        *(("rule", code) for code in FORM_RULES),
    ]


def test_no_two_things_share_an_address(library: Library) -> None:
    things = everything(library)
    addresses = [address_of(page_of(kind, id_)) for kind, id_ in things]
    assert len(addresses) > 300
    assert len(set(addresses)) == len(addresses)


def test_a_rule_is_found_by_code_and_by_name() -> None:
    for rule in all_rules():
        assert page_of("rule", rule.code) == page_of("rule", rule.name)


@pytest.mark.parametrize(("kind", "id_"), [("rule", "OVL999"), ("colour", "red")])
def test_what_does_not_exist_has_no_page(kind: str, id_: str) -> None:
    with pytest.raises(KeyError):
        page_of(kind, id_)


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.md", ""),
        ("programs/index.md", "programs/"),
        ("programs/x.md", "programs/x/"),
        ("contribute/messages.md#yml001", "contribute/messages/#yml001"),
        ("programs/an-index.md", "programs/an-index/"),
    ],
)
def test_a_page_is_read_at_its_folder(file: str, address: str) -> None:
    assert address_of(file) == address


def joined(folder: str, path: str) -> str:
    """Where a browser or MkDocs arrives when it follows a path from a folder."""
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


@given(FILES, FILES, ANCHORS)
def test_a_markdown_link_leads_from_file_to_file(page: str, target: str, anchor: str) -> None:
    path, hash_, found = Links(page).file("page", target + anchor).partition("#")
    assert joined(posixpath.dirname(page), path) == target
    assert hash_ + found == anchor


@given(FILES, FILES, ANCHORS)
def test_a_finished_link_leads_from_address_to_address(page: str, target: str, anchor: str) -> None:
    path, hash_, found = Links(page).url("page", target + anchor).partition("#")
    assert path.endswith("/")
    assert joined(address_of(page), path) == address_of(target).rstrip("/")
    assert hash_ + found == anchor
