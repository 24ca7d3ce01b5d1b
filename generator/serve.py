"""The site in a browser while people write: rebuilt and reloaded when anything it shows changes."""

import socket
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

import click

from generator.error import GeneratorError
from generator.finding import Finding
from generator.project import open_project
from generator.site import Progress, apply, build_site
from generator.source import Source

TEMPLATES = Path(__file__).parent / "render/templates"


def watched(root: Path) -> tuple[Path, ...]:
    """Everything a page is made from."""
    return root / "programs", root / "content", root / "mkdocs.yml", TEMPLATES


def serve_site(
    root: Path,
    host: str,
    port: int,
    open_browser: bool,
    tell: Callable[[tuple[Finding, ...], Callable[[str], Source]], None],
    progress: Progress | None = None,
) -> None:
    """Build, serve and watch until the reader presses Ctrl-C.

    In place of a program with errors its page shows the findings, and comes back with the mend;
    trouble of ours leaves the last good site up.
    """
    from mkdocs.livereload import LiveReloadServer

    site = root / "build/serve"
    address = f"http://{host}:{port}/"

    def rebuild() -> None:
        started = time.monotonic()
        try:
            project = open_project(root)
            tell(project.findings, project.source)
            changed = project.page_changes(drafts=True, offline=False)
            apply(changed)
            build_site(root, site, strict=False, progress=progress)
        except GeneratorError as error:
            click.echo(f"pillars: {error}\nThe last good site stays up.", err=True)
        else:
            seconds = time.monotonic() - started
            pages = len(changed.written)
            click.echo(f"{pages} pages changed, site rebuilt in {seconds:.1f} s: {address}")

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise GeneratorError(
                f"cannot serve on {host}:{port}: {reason}. Stop what runs there, or try "
                f"`pillars serve --port {port + 1 if port < 65535 else 8000}`"
            ) from None
    rebuild()
    if not site.is_dir():
        raise GeneratorError("there is no site to serve yet")
    server = LiveReloadServer(rebuild, host=host, port=port, root=str(site))
    for path in watched(root):
        server.watch(str(path))
    if open_browser:
        webbrowser.open(address)
    click.echo(f"Serving {address} (Ctrl-C to stop)")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
