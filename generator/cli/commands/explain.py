"""`pillars explain`."""

from pathlib import Path

import click

from generator.cli.trouble import our_trouble
from generator.error import GeneratorError
from generator.form import FORM_RULES
from generator.load.suggest import did_you_mean


@click.command()
@click.argument("code")
@our_trouble
def command(code: str) -> None:
    """Explain a rule or a message by its CODE or name."""
    from generator.project import find_root
    from generator.review import library_at
    from generator.rule import all_rules, find_rule

    rule = find_rule(code)
    forms = FORM_RULES.values()
    form = next((f for f in forms if code.casefold() in (f.code.casefold(), f.name)), None)
    if rule:
        framework = library_at(find_root(Path.cwd())).library.framework
        click.secho(f"{rule.code} {rule.name}", bold=True)
        click.echo(f"{rule.kind} rule, {rule.severity}. Allowed: {rule.allowed_in(framework)}.")
        click.echo(f"\n{rule.page}")
    elif form:
        from generator.render.messages import TO_DO

        click.secho(f"{form.code} {form.name}", bold=True)
        click.echo(f"{form.says}\n{TO_DO[form.code]}")
    else:
        names = [*(r.code for r in all_rules()), *(r.name for r in all_rules()), *FORM_RULES]
        hint = did_you_mean(code, names, "`pillars rules` lists them.")
        raise GeneratorError(f"there is no rule or message `{code}`. {hint}")
