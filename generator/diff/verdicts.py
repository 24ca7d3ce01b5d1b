"""Findings that are new, gone, or newly under a deviation, whatever line they stand on now."""

import re
from dataclasses import dataclass

from generator.diff.pairing import matched
from generator.finding import Finding, Severity
from generator.report.run import natural_path
from generator.review import Review

ORDER = list(Severity)


@dataclass(frozen=True)
class Verdicts:
    """How the findings about a program differ; those that stayed are not in here."""

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    covered: tuple[Finding, ...] = ()
    """A deviation gives a reason for them now."""
    uncovered: tuple[Finding, ...] = ()
    """They stood under a deviation, and are open now."""


def verdicts(before: Review, after: Review) -> Verdicts:
    """The findings of two reviews compared by what they say, numbers left out, and by place."""

    def one_kind(old: Finding, new: Finding) -> bool:
        same = (old.code, old.severity) == (new.code, new.severity)
        return same and _wording(old) == _wording(new)

    def same_place(old: Finding, new: Finding) -> float:
        if not one_kind(old, new):
            return 0
        places = natural_path(old, before.source), natural_path(new, after.source)
        return (places[0] == places[1]) + (old.message == new.message)

    pairs = matched(before.findings, after.findings, same_place, one_kind)
    return Verdicts(
        _worst_first(pairs.new),
        _worst_first(pairs.gone),
        _worst_first([new for old, new in pairs.both if old.open and not new.open]),
        _worst_first([new for old, new in pairs.both if not old.open and new.open]),
    )


def _wording(finding: Finding) -> str:
    return re.sub(r"\d+(?:\.\d+)?", "0", finding.message)


def _worst_first(findings: tuple[Finding, ...] | list[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda f: (not f.open, ORDER.index(f.severity), f.place, f.code))
    )
