"""`pillars build`."""

import sys
import time
from pathlib import Path

import click

from generator.cli.printing import run_of, shown_progress
from generator.cli.trouble import our_trouble
from generator.report.full_report import full


@click.command()
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where it goes (default: site).")
@click.option(
    "--offline/--no-offline",
    default=True,
    help="Whether browsers keep what people read, for want of a network (default: they do).",
)
@our_trouble
def command(site_dir: Path | None, offline: bool) -> None:
    """Check everything, write the pages and build the site."""
    from generator.project import find_root, open_project
    from generator.review import library_at
    from generator.site import apply, build_site

    root = find_root(Path.cwd())
    site = site_dir.resolve() if site_dir else root / "site"
    started = time.monotonic()
    project = open_project(root, library=library_at(root))  # what is published is read anew
    run = run_of(project)
    for finding in run.shown:
        click.echo(f"{full(finding, run)}\n")
    click.echo(f"Checked: {run.summary}.")
    if not project.publishable:
        click.echo("Nothing was built; the last site is untouched.", err=True)
        sys.exit(1)
    changed = project.page_changes(offline=offline)
    apply(changed)
    written, deleted = len(changed.written), len(changed.deleted)
    click.echo(f"Pages: {written} written, {deleted} deleted in build/docs.")
    pages = build_site(root, site, progress=shown_progress())
    seconds = time.monotonic() - started
    click.echo(f"Built {pages} pages in {seconds:.1f} s.\nThe site is in {site}")
    click.echo("To read it, run `make serve`, or point any web server at that folder.")
