"""Findings that are new, gone, or newly under a deviation, whatever line they stand on now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.diff.pairing import matched, paired_blocks, paired_sessions
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

    renamed = _renamed(before, after)

    def one_kind(old: Finding, new: Finding) -> bool:
        same = (old.code, old.severity) == (new.code, new.severity)
        return same and _wording(old, renamed) == _wording(new, {})

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


def _wording(finding: Finding, renamed: Mapping[str, str]) -> str:
    """What a finding says, numbers left out and by the names things have now."""
    text = finding.message
    if renamed:
        names = "|".join(re.escape(name) for name in sorted(renamed, key=len, reverse=True))
        text = re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda found: renamed[found[0]], text)
    return re.sub(r"\d+(?:\.\d+)?", "0", text)


def _renamed(before: Review, after: Review) -> Mapping[str, str]:
    """Blocks and sessions with another name: the old one and the new one."""
    if before.plan is None or after.plan is None:
        return {}
    blocks = paired_blocks(before.plan, after.plan).both
    names = [(one[0].block.name, other[0].block.name) for one, other in blocks]
    for one, other in blocks:
        names += [(old.name, new.name) for old, new in paired_sessions(one[0], other[0]).both]
    return {old: new for old, new in names if old != new}


def _worst_first(findings: tuple[Finding, ...] | list[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda f: (not f.open, ORDER.index(f.severity), f.place, f.code))
    )
