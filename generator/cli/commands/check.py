"""`pillars check`."""

import sys
from pathlib import Path

import click

from generator.cli.printing import run_of
from generator.cli.trouble import our_trouble
from generator.finding import Severity
from generator.report import FOR_PEOPLE, STYLES, renderer


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "style", type=click.Choice(STYLES), default="full", show_default=True,
    help="How findings are printed.",
)  # fmt: skip
@click.option("--deviations", is_flag=True, help="Show findings that a deviation covers, too.")
@click.option("--notes", is_flag=True, help="Show notes, too; the JSON has them always.")
@click.option(
    "--fail-on", type=click.Choice([severity.value for severity in Severity]), default="error",
    show_default=True, help="What is bad enough to leave with 1.",
)  # fmt: skip
@click.option("--watch", is_flag=True, help="Check again after each save, until Ctrl-C.")
@our_trouble
def command(
    paths: tuple[Path, ...], style: str, deviations: bool, notes: bool, fail_on: str, watch: bool
) -> None:
    """Check program files, or all programs and the library when no PATHS are given."""
    from generator.project import find_root, open_project, program_files

    root = find_root(Path.cwd())
    if watch:
        from generator.watch import check_each_save

        context = click.get_current_context()
        check_each_save(
            root,
            paths,
            lambda changed: context.invoke(
                command, **(context.params | {"paths": changed, "watch": False})
            ),
        )
        return
    # files of the library are checked with it, whatever else is asked for
    programs = [path for path in paths if not path.resolve().is_relative_to(root / "content")]
    wanted = [
        file for path in programs for file in (program_files(path) if path.is_dir() else [path])
    ]
    project = open_project(root, wanted if paths else None)
    run = run_of(project, deviations, notes)
    click.echo(renderer(style)(run))
    if style in FOR_PEOPLE:
        if not notes and any(f.open and f.severity is Severity.NOTE for f in run.findings):
            click.echo("`--notes` shows the notes.")
        if project.library.findings:
            click.echo("No program was checked: the library it stands on comes first.")
        elif any(review.plan is None for review in project.reviews):
            click.echo("The training rules look at a program once its form and fields are right.")
    bad = list(Severity)[: list(Severity).index(Severity(fail_on)) + 1]
    sys.exit(int(any(finding.open and finding.severity in bad for finding in run.findings)))
