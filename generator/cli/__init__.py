"""`pillars`: one thin command line over the library; a module of `commands` for each command.

It leaves with 0 when nothing stands in the way, 1 when there are open errors in a file,
2 when the trouble is ours or the call is wrong.
"""

import atexit
import gc
from importlib import import_module
from pkgutil import iter_modules

import click

from generator.cli import commands

# nearly all that is made here stays in use: to look it over after every 700 things, as Python
# does, and once more when all is said, takes a sixth of a check
gc.set_threshold(50_000)
atexit.register(gc.freeze)


class _Commands(click.Group):
    """Imports a command when it is asked for: a check need not wait for what a build needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(module.name for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"generator.cli.commands.{name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="four-pillars")
def main() -> None:
    """Check leg-training programs and build the site that shows them."""
