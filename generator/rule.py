"""What a rule is, where rules are found, and how they are run over a plan."""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator.deviation import covering
from generator.finding import Finding, Severity, in_order
from generator.model import Deviation, Framework
from generator.model.program import LEVELS
from generator.plan import Plan
from generator.source import Source

Check = Callable[[Plan], Iterator[Finding]]


class Kind(StrEnum):
    """Whose rule it is."""

    FRAMEWORK = "framework"
    """Enforced as the framework states it, whatever the audit says of it."""
    EVIDENCE = "evidence"
    """A guard rail from the evidence."""
    SENSE = "sense"
    """Common sense or consistency."""


@dataclass(frozen=True)
class Rule:
    """One rule: a pure function over a plan, its name tag and its published page."""

    code: str
    name: str
    topic: str
    kind: Kind
    severity: Severity
    claims: tuple[str, ...]
    """Claims it stands on; the build fails when one does not exist."""
    thresholds: tuple[str, ...]
    """Thresholds of the framework it compares with."""
    fixed: bool
    """Whether no deviation is possible: it guards safety or meaning."""
    allowed: str
    """What it allows, with `{threshold}` where a number stands.

    `{threshold-LEVEL}` is a number that differs by level.
    """
    measured: Callable[[Plan], str]
    """What it measures in a plan, in a few words for the report."""
    check: Check
    page: str
    """Its docstring: a title sentence, then sections in Markdown."""

    @property
    def title(self) -> str:
        """The first sentence of its page."""
        return self.page.partition("\n")[0].rstrip(".")

    @property
    def sections(self) -> dict[str, str]:
        """Heading to text, in order."""
        parts = re.split(r"^## (.+)$", self.page, flags=re.MULTILINE)
        return {
            heading.strip(): text.strip()
            for heading, text in zip(parts[1::2], parts[2::2], strict=True)
        }

    def example(self, heading: str) -> str:
        """The YAML of an example section, `Flagged` or `Fine`."""
        found = re.search(r"```yaml\n(.*?)```", self.sections[heading], re.DOTALL)
        return found[1] if found else ""

    def allowed_in(self, framework: Framework, level: str = "") -> str:
        """What it allows, with the framework's numbers filled in.

        Where a number differs by level (`{name-LEVEL}`), that of one level, or of each.
        """

        def of_level(found: re.Match[str]) -> str:
            if level:
                return f"{{{found[1]}-{level}}}"
            first, second, last = (f"{{{found[1]}-{each}}} ({each})" for each in LEVELS)
            return f"{first}, {second} or {last}"

        return framework.filled(re.sub(r"\{([a-z-]+)-LEVEL\}", of_level, self.allowed))


def rule(
    *,
    code: str,
    name: str,
    topic: str,
    kind: Kind,
    severity: Severity,
    measured: Callable[[Plan], str],
    allowed: str,
    claims: tuple[str, ...] = (),
    thresholds: tuple[str, ...] = (),
    fixed: bool = False,
) -> Callable[[Check], Rule]:
    """Turn a check function into a rule; the module's docstring becomes its page."""

    def made(check: Check) -> Rule:
        page = inspect.cleandoc(sys.modules[check.__module__].__doc__ or "")
        return Rule(
            code=code,
            name=name,
            topic=topic,
            kind=kind,
            severity=severity,
            claims=claims,
            thresholds=thresholds,
            fixed=fixed,
            allowed=allowed,
            measured=measured,
            check=check,
            page=page,
        )

    return made


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package `generator.rules`, by topic and number."""
    from generator import rules
    from generator.model.vocabulary import TOPICS

    found = [
        value
        for module in iter_modules(rules.__path__)
        for value in vars(import_module(f"generator.rules.{module.name}")).values()
        if isinstance(value, Rule)
    ]
    return tuple(sorted(found, key=lambda rule: (TOPICS.index(rule.topic), rule.code)))


@cache
def deviable() -> dict[str, bool]:
    """Code and name of every rule, and whether a program may deviate from it."""
    known = {}
    for rule in all_rules():
        known[rule.code] = known[rule.name] = not rule.fixed
    return known


def find_rule(wanted: str) -> Rule | None:
    """The rule with a code or a name."""
    key = wanted.casefold()
    return next((rule for rule in all_rules() if key in (rule.code.casefold(), rule.name)), None)


def run(plan: Plan, source: Source, rules: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """All findings about a program, in order; those a deviation covers carry its reason."""
    found = []
    for rule in all_rules() if rules is None else rules:
        for finding in rule.check(plan):
            deviation = covering(plan.program, deviations(plan, rule), finding)
            tagged = replace(
                finding,
                code=rule.code,
                name=rule.name,
                severity=finding.graded or rule.severity,
                reason=deviation.reason if deviation and not rule.fixed else "",
            )
            found.append(source.located(tagged))
    return in_order(found)


def deviations(plan: Plan, rule: Rule) -> tuple[Deviation, ...]:
    """What a program declares about a rule."""
    names = (rule.code, rule.name)
    return tuple(item for item in plan.program.deviations if item.rule in names)
