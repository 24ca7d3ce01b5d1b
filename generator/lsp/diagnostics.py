"""Findings as an editor underlines them."""

from collections.abc import Iterable

from lsprotocol import types

from generator.finding import Finding, Severity
from generator.lsp.about import Guide
from generator.lsp.positions import Text

SOURCE = "pillars"
"""Who says it, as editors print it."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def diagnostics(
    findings: Iterable[Finding], text: Text, uri: str, guide: Guide
) -> list[types.Diagnostic]:
    """What an editor is to show for the findings about one file."""
    return [diagnostic(finding, text, uri, guide) for finding in findings]


def diagnostic(finding: Finding, text: Text, uri: str, guide: Guide) -> types.Diagnostic:
    """One finding; one that a deviation covers is a mere hint, with the reason the author gave."""
    after = f"Departs on purpose: {finding.reason}" if finding.reason else finding.hint
    page = guide.page("rule", finding.code)
    return types.Diagnostic(
        text.range_of(finding.place),
        f"{finding.message}.\n{after}" if after else f"{finding.message}.",
        severity=_SEVERITIES[finding.severity] if finding.open else types.DiagnosticSeverity.Hint,
        code=finding.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(uri, text.range_of(label.place)), label.text
            )
            for label in finding.labels
        ]
        or None,
    )
