"""`pillars rules`."""

from pathlib import Path

import click

from generator.cli.trouble import our_trouble


@click.command()
@our_trouble
def command() -> None:
    """List the rules with their kind, severity and the evidence's verdict."""
    from generator.project import find_root, sound_library
    from generator.rule import all_rules

    library = sound_library(find_root(Path.cwd()))
    click.secho(
        f"{'code':7} {'name':32} {'whose':10} {'severity':8} verdicts on its claims", bold=True
    )
    for rule in all_rules():
        verdicts = dict.fromkeys(library.claims[claim].verdict for claim in rule.claims)
        fixed = " (no deviation)" if rule.fixed else ""
        tag = f"{rule.code:7} {rule.name:32} {rule.kind:10} {rule.severity:8}"
        click.echo(f"{tag} {', '.join(verdicts) or '-'}{fixed}")
    click.echo(
        "\nA framework rule applies its claims, whatever the verdict. An evidence rule follows\n"
        "from the verdicts: “short rests build more muscle” is contradicted, hence a rest rule."
    )
