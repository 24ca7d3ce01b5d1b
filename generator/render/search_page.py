"""The search as a page of its own: an address to share, and what is there without scripts."""

from generator.render.templates import component
from generator.view.page import Markdown, Page, Section
from generator.view.route import (
    EVIDENCE,
    EXERCISES,
    FRAMEWORK,
    GLOSSARY,
    PROGRAMS,
    RULES,
    SEARCH,
    SOURCES,
    Links,
)

INDEXES = (
    ("Programs", PROGRAMS, "all of them by level, days, minutes and equipment"),
    ("Exercises", EXERCISES, "by movement"),
    ("Rules", RULES, "by pillar, with what each allows"),
    ("Evidence", EVIDENCE, "claims by verdict"),
    ("Studies", SOURCES, "every source"),
    ("Framework", FRAMEWORK, "the four pillars"),
    ("Glossary", GLOSSARY, "the words of leg training"),
)
"""Where a reader looks who does not search."""


def page() -> Page:
    """The form that a script brings to life, and the index pages."""
    links = Links(SEARCH)
    indexes = "\n".join(
        f"- [{name}](<{links.file('page', path)}>): {what}" for name, path, what in INDEXES
    )
    return Page(
        SEARCH,
        "Search",
        "Search programs, exercises, evidence, rules and words of leg training.",
        (
            Section((component("search.html"),)),
            Section((Markdown(indexes),), "Or look it up", id="indexes"),
        ),
        {"hide": ["navigation", "toc"], "search": {"exclude": True}},
    )
