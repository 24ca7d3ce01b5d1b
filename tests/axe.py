"""Accessibility as axe-core sees it."""

from collections.abc import Sequence
from pathlib import Path

from built_site import stand_still
from playwright.sync_api import Page

AXE = Path(__file__).parent / "node/node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def faults(page: Page, rules: Sequence[str] = TAGS, within: str = "html") -> list[str]:
    """What axe finds on a page as it stands: rule, element and what to do, a line each.

    `rules` narrows it to some rules, or to those with some tags, and `within` to some elements:
    a whole guide takes ten seconds, and is looked at whole by `test_accessibility`.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # what is laid out only near the window is looked at as well
    page.add_style_tag(content="* { content-visibility: visible !important }")
    stand_still(page)
    found = page.evaluate(
        "([within, rules]) => axe.run(within, {runOnly: rules})", [within, list(rules)]
    )
    return [
        f"{fault['id']}: {' '.join(node['target'])}: {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
