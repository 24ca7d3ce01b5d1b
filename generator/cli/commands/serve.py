"""`pillars serve`."""

from pathlib import Path

import click

from generator.cli.printing import print_all, shown_progress
from generator.cli.trouble import our_trouble


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@our_trouble
def command(host: str, port: int, open_browser: bool) -> None:
    """Show the site in a browser; it follows every change to programs, content and templates."""
    from generator.project import find_root
    from generator.serve import serve_site

    serve_site(find_root(Path.cwd()), host, port, open_browser, print_all, shown_progress())
