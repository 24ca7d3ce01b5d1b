"""How a command meets trouble that is ours."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from generator.error import GeneratorError

P = ParamSpec("P")
R = TypeVar("R")


def our_trouble(command: Callable[P, R]) -> Callable[P, R]:
    """Our own trouble is one line and exit 2; anything unforeseen keeps its traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except GeneratorError as error:
            click.echo(f"pillars: {error}", err=True)
            sys.exit(2)

    return run
