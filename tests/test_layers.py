"""The house from the ground up: a package imports what stands below it, and nothing else.

The table is what really holds. A new package gets a line, or a place on one; an import that does
not fit asks whether a function stands in the wrong place.
"""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    "error  finding  imprint  parser_words",  # they know nobody
    "changed_lines  form  model  save  site",  # what a program and the library are
    "bibliography  deviation  form_pages  intensity  source",  # text, and the place of each value
    "edit  plan",  # a program laid out, set by set
    "load  measure",  # a program read; its numbers, without opinions
    "rule  stats",
    "rules",  # what a program may not do
    "review",  # all of that about a file
    "fixing  kept_library  scaffold  view",  # view: the same in a reader's words and numbers
    "advice  explain",
    "report",  # findings as text
    "baseline  export",  # files for machines, and to take along
    "render",  # pages
    "project",  # everything on disk
    "diff  lsp  serve  watch",
    "cli",
    "github",
)
"""Packages and modules of `generator`; those on one line do not know each other."""
MAY = {
    ("rule", "rules"): "a rule is found by lying in `rules`: `all_rules` looks there when asked",
}
"""Imports that go up, and why."""
FLOOR = {name: number for number, line in enumerate(LAYERS) for name in line.split()}


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    """Every module with the package, right below `generator`, that it belongs to."""
    for file in sorted((root / "generator").rglob("*.py")):
        first = file.relative_to(root / "generator").parts[0]
        yield first.removesuffix(".py"), file


def imported(text: str) -> set[str]:
    """What a module imports of `generator`, late and for types alone as well."""
    found: list[str] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [item.name for item in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole way"
            # `from generator import rules` and `from generator.rules import …` are one
            found += [f"{node.module}.{item.name}" for item in node.names]
    names = (name.split(".") for name in found)
    return {parts[1] for parts in names if parts[0] == "generator" and len(parts) > 1}


def imports(root: Path) -> dict[tuple[str, str], Path]:
    """Which package imports which, each with a module that does."""
    return {
        (package, other): file.relative_to(root)
        for package, file in modules(root)
        for other in imported(file.read_text(encoding="utf-8"))
        if other != package
    }


def upward(found: dict[tuple[str, str], Path]) -> list[str]:
    """The imports that do not go down."""
    return [
        f"{file} imports {other}, which does not stand below {package}"
        for (package, other), file in found.items()
        if FLOOR[other] >= FLOOR[package] and (package, other) not in MAY
    ]


def test_the_table_names_every_package_once() -> None:
    there = {package for package, _ in modules(ROOT)} - {"__init__"}
    named = list(chain.from_iterable(line.split() for line in LAYERS))
    assert sorted(named) == sorted(there)


def test_imports_go_down() -> None:
    found = imports(ROOT)
    assert len(found) > 100, "hardly any imports were seen"
    assert upward(found) == []


def test_each_exception_is_still_needed() -> None:
    assert MAY.keys() <= imports(ROOT).keys()


@pytest.mark.parametrize(
    "line",
    [
        "from generator.render.pages import pages",
        "import generator.render.pages",
        "from generator import render",
        "if TYPE_CHECKING:\n    from generator.render.pages import pages",
        "def late():\n    from generator.render.pages import pages",
    ],
)
def test_an_import_that_goes_up_is_found(line: str, tmp_path: Path) -> None:
    folder = tmp_path / "generator/export"
    folder.mkdir(parents=True)
    (folder / "feed.py").write_text(f"{line}\n", encoding="utf-8")
    assert upward(imports(tmp_path)) == [
        "generator/export/feed.py imports render, which does not stand below export"
    ]
