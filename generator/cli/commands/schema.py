"""`pillars schema`."""

import click

from generator.cli.trouble import our_trouble


@click.command()
@our_trouble
def command() -> None:
    """Print the JSON Schema of a program file, which editors use to help you write one."""
    from generator.load import program_schema_text

    click.echo(program_schema_text(), nl=False)
