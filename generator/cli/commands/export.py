"""`pillars export`."""

import sys
from pathlib import Path

import click

from generator.cli.trouble import our_trouble

FORMATS = (
    "csv", "json", "xlsx", "liftoscript-kg", "liftoscript-lb", "liftosaur-kg", "liftosaur-lb",
)  # fmt: skip
"""Spelled out, so that help need not import what makes them; a test compares."""


@click.command()
@click.argument(
    "program", metavar="PROGRAM", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), required=True,
    help="What to make: a table, data, a workbook, or a text or import file for Liftosaur.",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of stdout."
)
@our_trouble
def command(program: Path, form: str, output: Path | None) -> None:
    """One program in a form to take along, the same as beside its guide."""
    import os

    from generator.cli.printing import run_of
    from generator.export.program_files import made
    from generator.project import find_root, open_project
    from generator.report.full_report import full

    project = open_project(find_root(Path.cwd()), [program])
    plan = next((review.plan for review in project.reviews if review.publishable), None)
    if plan is None:
        run = run_of(project)
        for finding in run.shown:
            click.echo(f"{full(finding, run)}\n", err=True)
        sys.exit(1)
    content = made(plan, form, os.environ.get("SITE_URL", "").rstrip("/"))
    if output:
        output.write_bytes(content)
    elif form == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("a workbook is no text; name a file with --output")
    else:
        click.echo(content, nl=False)
