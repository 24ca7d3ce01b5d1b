"""What was found, printed: one module per format, one `render` in each."""

from collections.abc import Callable
from importlib import import_module

from generator.report.run import Run

STYLES = (
    "full",
    "concise",
    "plain",
    "json",
    "github",
    "sarif",
    "rdjson",
    "markdown",
    "junit",
)
"""The formats of `pillars check --format`."""
FOR_PEOPLE = ("full", "concise", "plain")
"""Those that a person reads where the command was typed."""


def renderer(style: str) -> Callable[[Run], str]:
    """The function that prints a run in a format."""
    module = import_module(f"generator.report.{style}_report")
    render: Callable[[Run], str] = module.render
    return render
