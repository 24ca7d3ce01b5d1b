"""One run of the checker: what it found and everything a printer may want to say about it."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from generator.advice import Advice
from generator.finding import MAX_FINDINGS, Finding, Keys, Severity
from generator.model.wording import counted
from generator.source import Data, Source


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

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings a person reads; machines get them all."""
        return tuple(
            finding
            for finding in self.findings
            if (finding.open or self.deviations)
            and (self.notes or finding.severity is not Severity.NOTE)
        )

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
