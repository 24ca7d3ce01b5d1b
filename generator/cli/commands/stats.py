"""`pillars stats`."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.trouble import our_trouble

if TYPE_CHECKING:
    from generator.report.stats_report import Drawing


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="FILES...",
    type=click.Path(exists=True, path_type=Path),
)  # fmt: skip
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How the numbers are printed.",
)  # fmt: skip
@our_trouble
def command(paths: tuple[Path, ...], style: str) -> None:
    """Sets per muscle, minutes, pillars and volume load of programs, as on their guides."""
    from generator.cli.printing import run_of
    from generator.form import FORM_RULES
    from generator.project import find_root, open_project, program_files
    from generator.report.full_report import full
    from generator.report.stats_report import as_json, as_text
    from generator.stats import stats

    files = [file for path in paths for file in (program_files(path) if path.is_dir() else [path])]
    project = open_project(find_root(Path.cwd()), files)
    found = [stats(review.plan) for review in project.reviews if review.plan]
    if style == "json":
        click.echo(as_json(found))
    elif found:
        click.echo(_printable("\n\n\n".join(as_text(each, _drawing()) for each in found)))
    run = run_of(project)
    # what the training rules say is for `pillars check`; here it is about what cannot be counted
    unread = [finding for finding in run.shown if finding.code in FORM_RULES]
    for finding in unread:
        click.echo(f"\n{full(finding, run)}", err=style == "json")
    uncounted = any(review.plan is None for review in project.reviews)
    sys.exit(int(uncounted or bool(project.library.findings)))


def _drawing() -> "Drawing":
    """What the terminal can show."""
    from generator.report.stats_report import ASCII, FULL

    signs = FULL.direct + FULL.rest + FULL.mark
    if os.environ.get("TERM") == "dumb" or _printable(signs) != signs:
        return ASCII
    return replace(FULL, colour="NO_COLOR" not in os.environ and is_terminal())


def _printable(text: str) -> str:
    """A text with a question mark for what the terminal's letters do not have."""
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "replace").decode(encoding)


def is_terminal() -> bool:
    """Whether somebody reads along."""
    return sys.stdout.isatty()
