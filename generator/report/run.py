"""One run of the checker: what it found and everything a printer may want to say about it."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from generator.advice import Advice
from generator.finding import MAX_FINDINGS, Finding, Keys, Severity
from generator.model.wording import counted
from generator.source import Data, Source

UNSAFE = "`pillars check --fix --unsafe-fixes`"


def _no_advice(_: Finding) -> Advice:
    return Advice()


@dataclass(frozen=True)
class Run:
    """What was checked and found."""

    findings: tuple[Finding, ...]
    files: int
    source: Callable[[str], Source]
    """The file a finding is about, by the name messages print."""
    advice: Callable[[Finding], Advice] = _no_advice
    deviations: bool = False
    """Whether a person asked for findings that a deviation covers."""
    notes: bool = False
    """Whether a person asked for notes."""
    colour: bool = False
    """Whether a terminal may colour it."""
    known: int = 0
    """Findings that a baseline lists and that are left out."""
    site: str = ""
    """Where the site stands, if that is known; links lead there."""
    changed: Mapping[str, Collection[int]] = field(default_factory=dict)
    """The lines of each file that a change wrote, where somebody asked about a change."""

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings a person reads; machines get them all."""
        return tuple(
            finding
            for finding in self.findings
            if (finding.open or self.deviations)
            and (self.notes or finding.severity is not Severity.NOTE)
        )

    def page(self, finding: Finding) -> str:
        """The address of the page about a finding; nothing where nobody said where the site is."""
        page = self.site and self.advice(finding).page
        return f"{self.site.rstrip('/')}/{page}" if page else ""

    def on_changed_lines(self, finding: Finding) -> bool:
        """Whether the change that somebody asked about wrote lines that a finding points at."""
        lines = self.changed.get(finding.file, ())
        return any(line in lines for line in range(finding.place.line, finding.place.end_line + 1))

    @property
    def closing(self) -> str:
        """The summary, and how much can be mended, for a person."""
        fixes = [f.fix for f in self.shown if f.open and f.fix]
        safe = sum(fix.safe for fix in fixes)
        others = len(fixes) - safe
        if not fixes:
            return self.summary
        if not safe:
            return f"{self.summary}\n{others} can be mended after a look: {UNSAFE}."
        look = f", {others} more after a look: add `--unsafe-fixes`" if others else ""
        return f"{self.summary}\n{safe} can be mended with `pillars check --fix`{look}."

    @property
    def summary(self) -> str:
        """One line that counts what was found."""
        shown = {
            severity: sum(1 for f in self.findings if f.open and f.severity is severity)
            for severity in Severity
        }
        counts = [counted(number, severity.value) for severity, number in shown.items() if number]
        declared = sum(1 for f in self.findings if not f.open)
        covered = f" ({counted(declared, 'finding')} under declared deviations)" if declared else ""
        covered += f" ({counted(self.known, 'finding')} in the baseline)" if self.known else ""
        most = max(Counter(f.file for f in self.findings).values(), default=0)
        cut = f"; a list ends after {MAX_FINDINGS} of a kind" if most >= MAX_FINDINGS else ""
        said = ", ".join(counts) or "no findings"
        return f"{said} in {counted(self.files, 'file')}{covered}{cut}"


def headline(finding: Finding) -> str:
    """`error[OVL002] erratic-volume: …`."""
    return f"{finding.severity}[{finding.code}] {finding.name}: {finding.message}"


def natural_path(finding: Finding, source: Source) -> str:
    """Where a finding stands, in the words of the file: `blocks[Build].sessions[Legs].rest`.

    An entry of a list goes by its name, day, exercise or rule, so that it stays the same when
    lines move.
    """
    keys: Keys = ()
    path = ""
    for key in finding.keys:
        keys = (*keys, key)
        value = source.at(keys)
        path += f"[{_called(value, key)}]" if isinstance(key, int) else f".{key}"
    return path.lstrip(".")


def _called(value: Data | None, number: int) -> str:
    if isinstance(value, dict):
        for name in ("name", "exercise", "rule", "text", "q"):
            if isinstance(text := value.get(name), str):
                return text.strip()[:40]
    return str(number + 1)


def fingerprint(finding: Finding, source: Source) -> str:
    """What makes a finding the same one tomorrow: rule, file, path in names, value; no lines."""
    value = source.at(finding.keys)
    parts = [finding.code, finding.file, natural_path(finding, source), value]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
