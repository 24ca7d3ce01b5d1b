"""`pillars explain`."""

from pathlib import Path

import click

from generator.cli.trouble import our_trouble
from generator.error import GeneratorError


@click.command()
@click.argument("name", nargs=-1, required=True)
@our_trouble
def command(name: tuple[str, ...]) -> None:
    """Explain a rule or message by its code or NAME, a field, a word, a threshold, a claim or an
    exercise.

    A field may be named by itself (rir) or with what it stands under (blocks.sessions.day).
    """
    from generator.explain import explanations, nearest_name
    from generator.kept_library import kept_library
    from generator.project import find_root

    wanted = " ".join(name)
    library = kept_library(find_root(Path.cwd())).library
    found = explanations(wanted, library)
    if not found:
        hint = nearest_name(wanted, library)
        raise GeneratorError(
            "there is no rule, message, field, word, threshold, claim or exercise "
            f"`{wanted[:60]}`. {hint}"
        )
    for number, explanation in enumerate(found):
        if number:
            click.echo()
        click.secho(explanation.heading, bold=True)
        click.echo(explanation.body)
