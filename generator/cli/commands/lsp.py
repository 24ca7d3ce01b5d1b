"""`pillars lsp`."""

import os
import sys

import click


@click.command()
@click.option("--stdio", is_flag=True, hidden=True, help="How many editors call a server.")
def command(stdio: bool) -> None:  # noqa: ARG001 (there is no other way)
    """Speak with an editor: findings, help and quick fixes while a program is being written.

    An editor starts it and talks to it over standard input and output (Language Server Protocol).
    """
    from generator.lsp.server import serve

    # whatever else is printed goes to the editor's log and cannot garble what is spoken
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.exit(0 if serve(sys.stdin.buffer, stdout) else 1)
