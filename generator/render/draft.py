"""The page of a program that cannot be published yet, for its author's eyes while serving."""

from html import escape
from pathlib import PurePath

from generator.report.full_report import full
from generator.report.run import Run
from generator.review import Review
from generator.view.page import Html, Markdown, Page, Section


def draft(review: Review) -> Page:
    """What is wrong, where the guide will stand."""
    name = PurePath(review.source.file).stem
    run = Run(review.findings, 1, lambda _: review.source, notes=True)
    findings = [full(finding, run) for finding in run.shown]
    listing = "\n\n".join(findings)
    return Page(
        f"programs/{name}.md",
        f"{name}: not ready yet",
        "This program has errors. Its page comes back when they are mended.",
        (
            Section(
                (
                    Markdown("This page comes back by itself when these are mended."),
                    Html(f"<pre>{_unbroken(listing)}</pre>"),
                )
            ),
        ),
        {"search": {"exclude": True}},
    )


def _unbroken(text: str) -> str:
    """Text for a `pre` element, in which no line is empty or begins with a space."""
    rows = (escape(row).replace(" ", "\u00a0") or "\u00a0" for row in text.split("\n"))
    return "\n".join(rows)
