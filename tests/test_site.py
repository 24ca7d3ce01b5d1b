"""Writing: only what changed, and never a half-built site."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.error import GeneratorError
from generator.site import apply, build_site, changes

NAMES = st.from_regex(r"[a-c](/[a-c]){0,2}\.md", fullmatch=True)
FILES = st.dictionaries(NAMES, st.binary(max_size=8), max_size=6)


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@given(before=FILES, after=FILES)
def test_a_folder_ends_up_with_just_the_wanted_files(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("docs")
    apply(changes(folder, before))
    apply(changes(folder, after))
    assert held(folder) == after
    assert not changes(folder, after)
    assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())


def test_files_that_did_not_change_are_not_touched(tmp_path: Path) -> None:
    apply(changes(tmp_path, {"a.md": b"a", "b.md": b"b"}))
    before = (tmp_path / "a.md").stat().st_mtime_ns
    changed = changes(tmp_path, {"a.md": b"a", "b.md": b"c"})
    apply(changed)
    assert list(changed.written) == ["b.md"]
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest thing MkDocs can build."""
    config = "site_name: Test\ndocs_dir: build/docs\ntheme: {name: mkdocs}\n"
    (tmp_path / "mkdocs.yml").write_text(config)
    apply(changes(tmp_path / "build/docs", {"index.md": b"# Home\n\nFirst.\n"}))
    return tmp_path


def test_a_build_gives_the_same_bytes_twice(project: Path) -> None:
    build_site(project, project / "one")
    build_site(project, project / "two")
    assert held(project / "one") == held(project / "two")


def test_progress_counts_every_page(project: Path) -> None:
    seen: list[tuple[int, int]] = []
    pages = build_site(project, project / "site", progress=lambda done, of: seen.append((done, of)))
    assert (pages, seen) == (1, [(1, 1)])


def test_a_failed_build_says_why_and_leaves_the_last_good_site_alone(project: Path) -> None:
    site = project / "site"
    build_site(project, site)
    good = held(site)
    (project / "build/docs/index.md").write_text("# Home\n\n[Gone](gone.md)\n")
    with pytest.raises(GeneratorError, match=r"gone\.md"):
        build_site(project, site)
    assert held(site) == good
    assert sorted(path.name for path in project.iterdir()) == ["build", "mkdocs.yml", "site"]


def test_a_broken_configuration_is_one_clear_message(project: Path) -> None:
    (project / "mkdocs.yml").write_text("docs_dir: build/docs\n")
    with pytest.raises(GeneratorError, match="site_name"):
        build_site(project, project / "site")


@pytest.mark.parametrize("place", [".", "..", "programs", "mkdocs.yml"])
def test_a_folder_that_holds_something_else_is_never_replaced(project: Path, place: str) -> None:
    (project / "programs").mkdir()
    (project / "programs/legs.yml").write_text("title: Legs\n")
    before = held(project)
    with pytest.raises(GeneratorError, match="did not build"):
        build_site(project, (project / place).resolve())
    assert held(project) == before


def test_an_empty_folder_may_become_the_site(project: Path) -> None:
    (project / "new").mkdir()
    build_site(project, project / "new")
    assert (project / "new/index.html").is_file()


def test_a_new_build_leaves_nothing_of_the_old_one(project: Path) -> None:
    site = project / "site"
    apply(changes(project / "build/docs", {"index.md": b"# Home\n", "old.md": b"# Old\n"}))
    build_site(project, site)
    apply(changes(project / "build/docs", {"index.md": b"# Home\n"}))
    build_site(project, site)
    assert not (site / "old").exists()
