"""`pillars check`."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.printing import print_coloured, run_of
from generator.cli.trouble import our_trouble
from generator.error import GeneratorError
from generator.finding import Severity
from generator.report import FOR_PEOPLE, STYLES, renderer

if TYPE_CHECKING:
    from generator.baseline import Entry
    from generator.project import Project
    from generator.report.run import Run


def _outputs(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, Path], ...]:
    """`sarif=findings.sarif`: formats and the files they go to."""
    pairs = [value.partition("=") for value in values]
    for style, _equals, file in pairs:
        if style not in STYLES or not file:
            raise click.BadParameter(
                f"write it like sarif=findings.sarif; the formats are {', '.join(STYLES)}"
            )
    return tuple((style, Path(file)) for style, _equals, file in pairs)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "style", type=click.Choice(STYLES), default="full", show_default=True,
    help="How findings are printed.",
)  # fmt: skip
@click.option(
    "--output-file", "outputs", callback=_outputs, multiple=True, metavar="FORMAT=FILE",
    help="Write a file as well, such as sarif=out.sarif; may be given several times.",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option(
    "--unsafe-fixes", "unsafe", is_flag=True,
    help="With --fix or --diff: mend what needs a look afterwards, too.",
)  # fmt: skip
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Pass over findings that this file lists.",
)  # fmt: skip
@click.option(
    "--write-baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="List the findings of the rules in a file, for --baseline.",
)  # fmt: skip
@click.option(
    "--changed-since", metavar="COMMIT",
    help="On GitHub: findings on lines changed since then come first.",
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
    paths: tuple[Path, ...],
    style: str,
    outputs: tuple[tuple[str, Path], ...],
    fix: bool,
    unsafe: bool,
    diff: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    changed_since: str | None,
    deviations: bool,
    notes: bool,
    fail_on: str,
    watch: bool,
) -> None:
    """Check program files, or all programs and the library when no PATHS are given."""
    from generator.project import find_root, open_project, program_files

    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    if watch and (diff or outputs or write_baseline):
        raise click.UsageError("--watch goes with none of --diff, --output-file, --write-baseline")
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
    programs = programs if paths else [root / "programs"]
    wanted = [
        file for path in programs for file in (program_files(path) if path.is_dir() else [path])
    ]
    project = open_project(root, wanted)
    if diff:
        sys.exit(_print_diff(project, wanted, unsafe))
    if fix and _mend(project, wanted, unsafe, aside=style not in FOR_PEOPLE):
        project = open_project(root, wanted, project.library)
    run = run_of(project, deviations, notes)
    if changed_since:
        from generator.changed_lines import changed_lines

        run = replace(run, changed=changed_lines(root, changed_since))
    if write_baseline:
        from generator.baseline import baseline_text

        _write(write_baseline, baseline_text(run.findings, run.source))
    stale: tuple[Entry, ...] = ()
    if baseline or write_baseline:
        run, stale = _without_known(run, project, baseline or write_baseline)
    for other, file in outputs:
        _write(file, renderer(other)(replace(run, colour=False)) + "\n")
    print_coloured(renderer(style)(run))
    if style in FOR_PEOPLE:
        _print_what_else(run, project)
    for entry in stale:
        click.echo(
            f"{baseline}: {entry.code} in {entry.file} is not found any more; delete the entry "
            f"{entry.fingerprint}.",
            err=True,
        )
    bad = list(Severity)[: list(Severity).index(Severity(fail_on)) + 1]
    failed = any(finding.open and finding.severity in bad for finding in run.findings)
    sys.exit(int(failed or bool(stale)))


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise GeneratorError(f"{file} cannot be written: {error.strerror}") from None


def _print_what_else(run: "Run", project: "Project") -> None:
    """What a person should know who reads no more than what is there."""
    if not run.notes and any(f.open and f.severity is Severity.NOTE for f in run.findings):
        click.echo("`--notes` shows the notes.")
    if project.library.findings:
        click.echo("No program was checked: the library it stands on comes first.")
    elif any(review.plan is None for review in project.reviews):
        click.echo("The training rules look at a program once its form and fields are right.")


def _mend(project: "Project", files: Sequence[Path], unsafe: bool, *, aside: bool) -> bool:
    """Mend files where they lie, say so, and tell whether anything was written.

    A format for machines keeps its output for itself; what is said goes `aside` then.
    """
    from generator.cli.mending import mended_files

    written = False
    for file in mended_files(project, files, unsafe=unsafe):
        file.write()
        written = written or bool(file.result.done)
        click.echo(file.told, err=aside)
    return written


def _print_diff(project: "Project", files: Sequence[Path], unsafe: bool) -> int:
    """Print what would be mended; 1 when there is something, as `diff` does."""
    from generator.cli.mending import mended_files
    from generator.report.excerpt import visible

    there = False
    for file in mended_files(project, files, unsafe=unsafe):
        there = there or bool(file.result.done)
        # a patch has the very bytes; a terminal is not to be steered by them
        safe = "\n".join(map(visible, file.diff.split("\n")))
        click.echo(safe if sys.stdout.isatty() else file.diff, nl=False)
    return int(there)


def _without_known(
    run: "Run", project: "Project", file: Path | None
) -> tuple["Run", tuple["Entry", ...]]:
    """The run without what a baseline lists, and the entries that are out of date."""
    from generator.baseline import read_baseline, unknown_and_stale

    assert file is not None
    judged = {review.source.file for review in project.reviews if review.plan is not None}
    found, stale = unknown_and_stale(run.findings, read_baseline(file), run.source, judged)
    return replace(run, findings=found, known=len(run.findings) - len(found)), stale
