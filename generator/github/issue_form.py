"""The body of an issue that was opened through a form: hostile text with headings in it."""

import re
from collections.abc import Mapping

from generator.source import FORBIDDEN

MAX_BODY = 65_536
"""Characters of a body; GitHub takes no more."""
EMPTY = "_No response_"
"""What GitHub writes for a field that was left empty."""


def answers(body: str, labels: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What was answered to each field, and what is wrong with the form as a whole.

    `labels` gives each field's heading. A heading counts once and in the form's order, so an answer
    that holds the heading of an earlier field stays an answer.
    """
    text = body[:MAX_BODY].replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, str] = {}
    troubles = []
    rest = f"\n{text}"
    starts = {field: _heading(rest, label) for field, label in labels.items()}
    at = 0
    spans = []
    for field, places in starts.items():
        later = [place for place in places if place.start() >= at]
        if not later:
            continue
        if len(places) > 1:
            troubles.append(
                f"The heading “{labels[field]}” stands {len(places)} times in the issue. Keep the "
                "one that the form made."
            )
        spans.append((field, later[0]))
        at = later[0].end()
    for number, (field, heading) in enumerate(spans):
        end = spans[number + 1][1].start() if number + 1 < len(spans) else len(rest)
        found[field] = _answer(rest[heading.end() : end])
    return found, tuple(troubles)


def _heading(text: str, label: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"\n### {re.escape(label)}[ \t]*(?=\n|$)", text))


def _answer(text: str) -> str:
    """Without the fence that GitHub puts around some answers."""
    text = text.strip()
    fenced = re.fullmatch(r"(`{3,})\w*\n(.*?)\n?\1", text, re.DOTALL)
    text = fenced[2].strip() if fenced else text
    return "" if text == EMPTY else text


def chosen(answer: str) -> tuple[str, ...]:
    """Ticked boxes (`- [x] barbell`), or the entries of a list with commas."""
    boxes = re.findall(r"^- \[([ xX])\] (.*)$", answer, re.MULTILINE)
    if boxes:
        return tuple(one_line(words) for mark, words in boxes if mark in "xX")
    return tuple(words for part in answer.split(",") if (words := one_line(part)))


def one_line(answer: str) -> str:
    """An answer that has to fit on one line, without characters that no file of ours may hold."""
    return " ".join(FORBIDDEN.sub(" ", answer).split())
