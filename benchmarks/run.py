"""How long checking and building take, beside others doing the like in the same run.

    make bench            # about two minutes

Medians of whole runs, in seconds; ratios hold better than seconds.
Reading: PyYAML's loaders read the same files and say nothing about them.
Building: MkDocs with the navigation a folder gives by default, and Zensical, build the same
Markdown.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml

from generator.review import library_at, review
from generator.site import build_site

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
COPIES = 50
"""Of each real program."""
RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Median seconds of a few runs."""
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return median(took)


def table(title: str, rows: list[tuple[str, float]]) -> None:
    """Rows beside the first one."""
    print(f"\n{title}")
    for name, took in rows:
        print(f"  {name:44} {took:8.2f} s {took / rows[0][1]:7.2f} x")


def reading(folder: Path) -> None:
    """Check many programs, and only read them."""
    files = []
    for program in sorted((ROOT / "programs").glob("*.yml")):
        for number in range(COPIES):
            files.append(folder / f"{program.stem}-{number}.yml")
            shutil.copy(program, files[-1])
    library = library_at(ROOT).library

    def loaded(loader: type) -> Callable[[], object]:
        return lambda: [yaml.load(file.read_text("utf-8"), loader) for file in files]

    table(
        f"{len(files)} programs of about {len(files[0].read_text('utf-8').splitlines())} lines",
        [
            ("PyYAML, C loader: read only", seconds(loaded(yaml.CSafeLoader))),
            ("PyYAML, Python loader: read only", seconds(loaded(yaml.SafeLoader))),
            (
                "pillars: read, lay out, all rules",
                seconds(lambda: [review(file, library) for file in files]),
            ),
        ],
    )


def building(folder: Path) -> None:
    """Build the site from the same Markdown in several ways."""
    lean, plain = folder / "lean", folder / "plain"
    subprocess.run([TOOLS / "pillars", "build"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for project in (lean, plain):
        shutil.copytree(ROOT / "build/docs", project / "build/docs")
        shutil.copytree(ROOT / "content/theme", project / "content/theme")
        shutil.copy(ROOT / "mkdocs.yml", project)
    # without `nav`, MkDocs puts every page of a folder into the navigation
    settings = (plain / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    (plain / "mkdocs.yml").write_text(f"{settings}\n", "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "CI"}

    def zensical() -> None:
        command: list[str | Path] = [TOOLS / "zensical", "build", "--clean"]
        subprocess.run(command, cwd=lean, env=environment, check=True, capture_output=True)

    def mkdocs(project: Path) -> Callable[[], object]:
        return lambda: build_site(project, project / "site", strict=False)

    table(
        f"The site: {sum(1 for _ in (lean / 'build/docs').rglob('*.md'))} pages",
        [
            ("MkDocs, guides out of the navigation (ours)", seconds(mkdocs(lean))),
            ("MkDocs, every page in the navigation", seconds(mkdocs(plain))),
            ("Zensical, cold", seconds(zensical)),
        ],
    )


def main() -> None:
    """Both tables."""
    with tempfile.TemporaryDirectory() as name:
        reading(Path(name))
    with tempfile.TemporaryDirectory() as name:
        building(Path(name))


main()
