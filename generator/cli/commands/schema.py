"""`pillars schema`."""

import click

from generator.cli.trouble import our_trouble


@click.command()
@click.option(
    "--draft",
    type=click.Choice(["2020-12", "7"]),
    default="2020-12",
    show_default=True,
    help="The draft of JSON Schema; 7 is for editors that know no later one.",
)
@our_trouble
def command(draft: str) -> None:
    """Print the JSON Schema of a program file, which editors use to help you write one."""
    from generator.load.schema import DRAFTS, program_schema_text

    [wanted] = [known for known in DRAFTS if known == draft]
    click.echo(program_schema_text(wanted), nl=False)
