"""What our pages tell people to type works, and prints what the pages show.

How such a page is written stands in `walkthrough.py`. `pytest --accept` puts what the commands
print now into the pages.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from walkthrough import blocks, fresh_copy, walked

ROOT = Path(__file__).parent.parent
WALKS = {
    "README.md": 2,
    "content/pages/contribute/first-program.md": 8,
    "content/pages/contribute/exercise.md": 4,
    "content/pages/contribute/evidence.md": 6,
    "content/pages/contribute/rule.md": 4,
}
"""Each page, and how many of its commands' outputs it shows at least."""
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "content/pages").rglob("*.md")]


@pytest.mark.parametrize("page", WALKS)
def test_a_page_can_be_walked_through(
    page: str, tmp_path: Path, expect: Callable[[Path, str], None]
) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    expect(ROOT / page, walked(text, fresh_copy(ROOT, tmp_path)))


@pytest.mark.parametrize("page", WALKS)
def test_a_walk_shows_what_its_commands_print(page: str) -> None:
    languages = [block.language for block in blocks((ROOT / page).read_text(encoding="utf-8"))]
    shown = sum(pair == ("sh", "text") for pair in pairwise(languages))
    assert shown >= WALKS[page]


def test_commands_are_run_wherever_a_page_has_some() -> None:
    for page in PAGES:
        if any(block.language == "sh" for block in blocks(page.read_text(encoding="utf-8"))):
            assert page.relative_to(ROOT).as_posix() in WALKS


def test_what_is_not_run_needs_a_network_a_browser_or_a_first_minute() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for page in PAGES:
        for block in blocks(page.read_text(encoding="utf-8")):
            for line in block.text.splitlines() if block.language == "bash" else ():
                command = line.partition("#")[0].split()
                if command[0] == "make":
                    assert command[1] in targets, line
                else:
                    assert command[:2] in (
                        *(["git", word] for word in ("clone", "push", "pull", "fetch")),
                        ["source", ".venv/bin/activate"],
                        ["cd", "four-pillars"],
                    ), line


def test_a_walk_notices_what_a_page_gets_wrong(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    project = tmp_path / "project"
    project.mkdir()
    page = """```text title="legs.txt"
squat
```
```diff title="legs.txt"
-squat
+leg press
```
```sh
cat legs.txt
```
```text
squat
```
"""
    assert walked(page, project) == page.replace("text\nsquat", "text\nleg press")
    with pytest.raises(AssertionError, match="0 times"):
        walked('```diff title="legs.txt"\n-squat\n```\n', project)
    with pytest.raises(AssertionError, match="left with 3"):
        walked("```sh\nexit 3\n```\n", project)
    with pytest.raises(AssertionError, match="is there already"):
        walked('```yaml title="legs.txt"\nsquat\n```\n', project)
    timed = "```sh\necho took 1.25 s\n```\n```text\ntook … s\n```\n"
    assert walked(timed, project) == timed
