"""`pillars`: one thin command line over the library.

It leaves with 0 when nothing stands in the way, 1 when there are open errors in a file,
2 when the trouble is ours or the call is wrong.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from generator.error import GeneratorError
from generator.finding import Finding, Severity
from generator.form import FORM_RULES
from generator.load.suggest import did_you_mean
from generator.report import FOR_PEOPLE, STYLES, renderer
from generator.report.full_report import full
from generator.report.run import Run
from generator.source import Source

if TYPE_CHECKING:
    from generator.project import Project

P = ParamSpec("P")
R = TypeVar("R")


def _our_trouble(command: Callable[P, R]) -> Callable[P, R]:
    """Our own trouble is one line and exit 2; anything unforeseen keeps its traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except GeneratorError as error:
            click.echo(f"pillars: {error}", err=True)
            sys.exit(2)

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="four-pillars")
def main() -> None:
    """Check leg-training programs and build the site that shows them."""


@main.command()
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
@_our_trouble
def check(paths: tuple[Path, ...], style: str, deviations: bool, notes: bool, fail_on: str) -> None:
    """Check program files, or all programs and the library when no PATHS are given."""
    from generator.project import find_root, open_project, program_files

    root = find_root(Path.cwd())
    # files of the library are checked with it, whatever else is asked for
    programs = [path for path in paths if not path.resolve().is_relative_to(root / "content")]
    wanted = [
        file for path in programs for file in (program_files(path) if path.is_dir() else [path])
    ]
    project = open_project(root, wanted if paths else None)
    run = _run(project, deviations, notes)
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


def _run(project: "Project", deviations: bool = False, notes: bool = False) -> Run:
    """What a project's check found, for any printer."""
    from generator.advice import advice

    return Run(
        project.findings,
        len(project.reviews),
        project.source,
        lambda finding: advice(finding, project.source(finding.file), project.library.library),
        deviations,
        notes,
        colour="NO_COLOR" not in os.environ,
    )


@main.command()
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where it goes (default: site).")
@_our_trouble
def build(site_dir: Path | None) -> None:
    """Check everything, write the pages and build the site."""
    from generator.project import find_root, open_project
    from generator.site import apply, build_site

    root = find_root(Path.cwd())
    site = site_dir.resolve() if site_dir else root / "site"
    started = time.monotonic()
    project = open_project(root)
    run = _run(project)
    for finding in run.shown:
        click.echo(f"{full(finding, run)}\n")
    click.echo(f"Checked: {run.summary}.")
    if not project.publishable:
        click.echo("Nothing was built; the last site is untouched.", err=True)
        sys.exit(1)
    changed = project.page_changes()
    apply(changed)
    written, deleted = len(changed.written), len(changed.deleted)
    click.echo(f"Pages: {written} written, {deleted} deleted in build/docs.")
    pages = build_site(root, site, progress=_shown_progress())
    seconds = time.monotonic() - started
    click.echo(f"Built {pages} pages in {seconds:.1f} s.\nThe site is in {site}")
    click.echo("To read it, run `make serve`, or point any web server at that folder.")


def _shown_progress() -> Callable[[int, int], None] | None:
    """Progress where somebody is watching."""
    return _progress if sys.stderr.isatty() else None


def _progress(done: int, pages: int) -> None:
    click.echo(f"\r  MkDocs {done}/{pages}" + ("\n" if done == pages else ""), nl=False, err=True)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@_our_trouble
def serve(host: str, port: int, open_browser: bool) -> None:
    """Show the site in a browser; it follows every change to programs, content and templates."""
    from generator.project import find_root
    from generator.serve import serve_site

    serve_site(find_root(Path.cwd()), host, port, open_browser, _print_all, _shown_progress())


def _print_all(findings: tuple[Finding, ...], source: Callable[[str], Source]) -> None:
    run = Run(findings, 0, source, colour="NO_COLOR" not in os.environ)
    for finding in run.shown:
        click.echo(f"{full(finding, run)}\n")


@main.command()
@_our_trouble
def rules() -> None:
    """List the rules with their kind, severity and the evidence's verdict."""
    from generator.project import find_root, sound_library
    from generator.rule import all_rules

    library = sound_library(find_root(Path.cwd()))
    click.secho(
        f"{'code':7} {'name':32} {'whose':10} {'severity':8} verdicts on its claims", bold=True
    )
    for rule in all_rules():
        verdicts = dict.fromkeys(library.claims[claim].verdict for claim in rule.claims)
        fixed = " (no deviation)" if rule.fixed else ""
        tag = f"{rule.code:7} {rule.name:32} {rule.kind:10} {rule.severity:8}"
        click.echo(f"{tag} {', '.join(verdicts) or '-'}{fixed}")
    click.echo(
        "\nA framework rule applies its claims, whatever the verdict. An evidence rule follows\n"
        "from the verdicts: “short rests build more muscle” is contradicted, hence a rest rule."
    )


@main.command()
@click.argument("code")
@_our_trouble
def explain(code: str) -> None:
    """Explain a rule or a message by its CODE or name."""
    from generator.project import find_root
    from generator.review import library_at
    from generator.rule import all_rules, find_rule

    rule = find_rule(code)
    forms = FORM_RULES.values()
    form = next((f for f in forms if code.casefold() in (f.code.casefold(), f.name)), None)
    if rule:
        framework = library_at(find_root(Path.cwd())).library.framework
        click.secho(f"{rule.code} {rule.name}", bold=True)
        click.echo(f"{rule.kind} rule, {rule.severity}. Allowed: {rule.allowed_in(framework)}.")
        click.echo(f"\n{rule.page}")
    elif form:
        from generator.render.messages import TO_DO

        click.secho(f"{form.code} {form.name}", bold=True)
        click.echo(f"{form.says}\n{TO_DO[form.code]}")
    else:
        names = [*(r.code for r in all_rules()), *(r.name for r in all_rules()), *FORM_RULES]
        hint = did_you_mean(code, names, "`pillars rules` lists them.")
        raise GeneratorError(f"there is no rule or message `{code}`. {hint}")


@main.command()
@_our_trouble
def schema() -> None:
    """Print the JSON Schema of a program file, which editors use to help you write one."""
    from generator.load import program_schema_text

    click.echo(program_schema_text(), nl=False)
