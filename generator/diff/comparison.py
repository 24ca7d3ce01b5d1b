"""Two versions of a program compared: everything there is to say, for any printer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.diff.change import KINDS, Change, together
from generator.diff.consequences import Consequence, consequences
from generator.diff.facts import fact_changes
from generator.diff.outline import outline_changes
from generator.diff.profile import summary
from generator.diff.verdicts import Verdicts, verdicts
from generator.finding import Finding, Severity
from generator.review import Review
from generator.view.words import counted, joined

Status = Literal["changed", "unchanged", "new", "removed", "unreadable"]
SIDES = ("old version", "new version")
NO_VERDICTS = Verdicts()


@dataclass(frozen=True)
class Comparison:
    """One program before and after; `None` on the side where there is none."""

    before: Review | None
    after: Review | None
    changes: tuple[Change, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    verdicts: Verdicts = NO_VERDICTS
    moved: bool = False
    """Whether it is one program under two file names, and not two files side by side."""

    @property
    def file(self) -> str:
        """Its file, by the newer name."""
        side = self.after or self.before
        assert side is not None
        return side.source.file

    @property
    def renamed_from(self) -> str:
        """The file it was before; nothing where it has the same name."""
        return self.before.source.file if self.before and self.moved else ""

    @property
    def unreadable(self) -> tuple[tuple[str, Review], ...]:
        """The sides that could not be laid out."""
        sides = zip(SIDES, (self.before, self.after), strict=True)
        return tuple((name, side) for name, side in sides if side and side.plan is None)

    @property
    def status(self) -> Status:
        """What became of the program."""
        if self.unreadable:
            return "unreadable"
        if self.before is None:
            return "new"
        if self.after is None:
            return "removed"
        return "changed" if self.changes or self.consequences else "unchanged"

    @property
    def training_changes(self) -> int:
        """How many things changed that somebody does otherwise now."""
        return sum(change.training for change in self.changes)

    @property
    def verdict(self) -> str:
        """What a reader wants to know first, in a sentence or two."""
        match self.status:
            case "unreadable":
                names = joined(f"the {name}" for name, _ in self.unreadable)
                return f"Not compared: {names} cannot be read."
            case "new":
                return f"New program: {_summary(self.after)}{_counts(self.verdicts)}"
            case "removed":
                return f"Program removed: {_summary(self.before)}"
        return self._of_changes() + _counts(self.verdicts)

    def _of_changes(self) -> str:
        kinds = {
            "to the training": self.training_changes,
            "to the evidence": _number(self.changes, "evidence"),
            "to the wording": _number(self.changes, "words"),
        }
        counts = [counted(n, f"change {what}", f"changes {what}") for what, n in kinds.items() if n]
        if self.training_changes:
            return f"{joined(counts)}."
        if counts:
            return f"No change in training terms: {joined(counts)}."
        texts = [side.source.text for side in (self.before, self.after) if side]
        layout = texts[0].splitlines() != texts[-1].splitlines()
        return "No change in training terms" + (
            "; only layout or comments differ." if layout else "."
        )


def compare(before: Review | None, after: Review | None) -> Comparison:
    """Compare two versions; where one cannot be laid out, nothing is compared."""
    old, new = before and before.plan, after and after.plan
    if before and after and old and new:
        found = [
            *fact_changes(old.program, new.program, new.library),
            *outline_changes(old, new),
        ]
        changes = sorted(together(found), key=lambda change: KINDS.index(change.kind))
        return Comparison(
            before, after, tuple(changes), consequences(old, new), verdicts(before, after)
        )
    if after and new and before is None:
        open_ = tuple(f for f in after.findings if f.open)
        return Comparison(before, after, verdicts=Verdicts(new=open_))
    return Comparison(before, after)


def _summary(review: Review | None) -> str:
    assert review is not None
    assert review.plan is not None
    return summary(review.plan)


def _counts(found: Verdicts) -> str:
    parts = []
    for name, findings in (("New", [*found.new, *found.uncovered]), ("Gone", found.gone)):
        said = counted_findings(f for f in findings if f.open)
        parts += [f" {name}: {said}."] if said else []
    return "".join(parts)


def counted_findings(findings: Iterable[Finding]) -> str:
    """`1 error and 2 warnings`."""
    severities = [finding.severity for finding in findings]
    return joined(counted(n, s.value) for s in Severity if (n := severities.count(s)))


def _number(changes: Iterable[Change], kind: str) -> int:
    return sum(change.kind == kind for change in changes)


@dataclass(frozen=True)
class Report:
    """Everything that was compared."""

    comparisons: tuple[Comparison, ...]
    before: str
    """What the older side is called: a file, or a commit."""
    after: str
    library_changed: bool = False
    """Whether what programs stand on differs as well; both sides are read with the newer one."""

    @property
    def verdict(self) -> str:
        """The count of everything, in one line."""
        if not self.comparisons:
            return "No program changed."
        counts = []
        for status, words in (
            ("new", "{} new"), ("removed", "{} removed"), ("changed", "{} changed"),
            ("unchanged", "{} unchanged"),
            ("unreadable", "{} not compared"),
        ):  # fmt: skip
            number = sum(c.status == status for c in self.comparisons)
            counts += [words.format(counted(number, "program"))] if number else []
        return f"{joined(counts)}."


LIBRARY_CHANGED = (
    "The library (`content/`) changed as well. Both versions are read with the newer one, so what "
    "follows from the library alone is not in here."
)
