"""What several commands print."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from generator.finding import Finding
from generator.report.full_report import full
from generator.report.run import Run
from generator.source import Source

if TYPE_CHECKING:
    from generator.project import Project


def run_of(project: "Project", deviations: bool = False, notes: bool = False) -> Run:
    """What a project's check found, for any printer."""
    from generator.advice import advice

    return Run(
        project.findings,
        len(project.reviews),
        project.source,
        lambda finding: advice(finding, project.source(finding.file), project.library.library),
        deviations,
        notes,
        colour=colour(),
        site=os.environ.get("SITE_URL", ""),
    )


def colour() -> bool:
    """Whether to colour: as NO_COLOR or FORCE_COLOR say, else where a terminal shows it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def print_coloured(text: str) -> None:
    """Print a report whose colour was decided when it was made."""
    click.echo(text, color=True)


def shown_progress() -> Callable[[int, int], None] | None:
    """Progress where somebody is watching."""
    return _progress if sys.stderr.isatty() else None


def _progress(done: int, pages: int) -> None:
    click.echo(f"\r  MkDocs {done}/{pages}" + ("\n" if done == pages else ""), nl=False, err=True)


def print_all(findings: tuple[Finding, ...], source: Callable[[str], Source]) -> None:
    """Findings of a build that goes on by itself, where nobody asked for a format."""
    run = Run(findings, 0, source, colour=colour(), site=os.environ.get("SITE_URL", ""))
    for finding in run.shown:
        print_coloured(f"{full(finding, run)}\n")
