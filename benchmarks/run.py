"""How long checking and building take, beside others doing the like in the same run.

    make bench            # about two minutes

Medians of whole runs, in seconds; ratios hold better than seconds.
One file: whole processes, from the call to the end; `--watch` from a save to its answer, with
the time it waits for the save to be over. Beside them a process that reads the file with PyYAML.
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
SHORT_RUNS = 15
"""Of what is over in less than a second."""


def seconds(work: Callable[[], object], runs: int = RUNS, pause: float = 0) -> float:
    """Median seconds of a few runs, with a pause before each."""
    took = []
    for _ in range(runs):
        time.sleep(pause)
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return median(took)


def table(title: str, rows: list[tuple[str, float]]) -> None:
    """Rows beside the first one."""
    print(f"\n{title}")
    for name, took in rows:
        print(f"  {name:44} {took:8.3f} s {took / rows[0][1]:7.2f} x")


def one_file(folder: Path) -> None:
    """Check one program as its author does, again and again."""
    for name in ("content", "programs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    program = min((folder / "programs").glob("*.yml"))
    # what a second check finds on anybody's machine: compiled modules, and the library kept
    time.sleep(2.1)
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pillars = [sys.executable, "-c", "from generator.cli import main; main()", "check"]
    environment["PYTHONPATH"] = str(ROOT)

    def process(*command: str | Path, **more: str) -> Callable[[], object]:
        def run() -> None:
            subprocess.run(
                command, cwd=folder, env={**environment, **more}, check=True, capture_output=True
            )

        run()
        return run

    read = f"import yaml; yaml.load(open({str(program)!r}, encoding='utf-8'), yaml.CSafeLoader)"
    check = process(*pillars, program)
    assert list((folder.parent / "cache").rglob("library-*"))
    rows = [
        ("PyYAML, C loader: read only", seconds(process(sys.executable, "-c", read), SHORT_RUNS)),
        ("pillars check", seconds(check, SHORT_RUNS)),
        (
            "pillars check, library read from its files",
            seconds(process(*pillars, program, PILLARS_CACHE="off"), SHORT_RUNS),
        ),
    ]
    with subprocess.Popen(
        [*pillars, "--watch", "--format", "concise", program],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as watch:  # fmt: skip

        def answer() -> None:
            assert watch.stdout
            while " in 1 file" not in watch.stdout.readline():
                assert watch.poll() is None

        def save_and_wait() -> None:
            program.write_text(f"{program.read_text('utf-8')}\n", "utf-8")
            answer()

        answer()
        save_and_wait()
        took = seconds(save_and_wait, SHORT_RUNS, pause=0.3)
        rows.append(("pillars check --watch, from a save", took))
        watch.terminate()
    table(f"One program of {len(program.read_text('utf-8').splitlines())} lines", rows)


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
    """All tables."""
    with tempfile.TemporaryDirectory() as name:
        one_file(Path(name) / "project")
    with tempfile.TemporaryDirectory() as name:
        reading(Path(name))
    with tempfile.TemporaryDirectory() as name:
        building(Path(name))


main()
