"""“Propose a program”: the answers of the form as a program file, checked, and an answer in words.

The file is written by a YAML writer and read back before anything else is done with it, so no
answer can become anything but the text that somebody typed.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.advice import advice
from generator.error import GeneratorError
from generator.finding import Severity
from generator.github.issue_form import answers, chosen, one_line
from generator.github.typed_sessions import Trouble, typed_sessions
from generator.github.yaml_file import Quantity, Value, written
from generator.load import badly_named
from generator.model import Library
from generator.model.program import GOALS, LEVELS
from generator.model.vocabulary import EQUIPMENT, TOPICS
from generator.model.wording import counted
from generator.report.markdown_report import code, escaped
from generator.report.markdown_report import render as in_markdown
from generator.report.run import Run
from generator.review import Review, reviewed
from generator.source import FORBIDDEN, read

FORM = {
    "title": "Title",
    "summary": "What it is, in a sentence or two",
    "level": "Level",
    "goal": "Goal",
    "equipment": "Equipment",
    "minutes": "Minutes of the longest session",
    "weeks": "Weeks",
    "easy_week": "Easy week at the end",
    "sessions": "Sessions",
    "takeaways": "Takeaways",
    "progression": "How the work grows",
    "audience": "Who will do well with it",
    "name": "Name to print",
    "licence": "Before you send it",
}
"""Headings of the form, as `.github/ISSUE_TEMPLATE/program.yml` has them."""
NO_EASY_WEEK = "No"
LONGEST = 4_000
"""Characters of an answer; the lines of the sessions have limits of their own."""


@dataclass(frozen=True)
class Issue:
    """The issue a program was proposed in; all but the number is a stranger's."""

    number: int
    author: str
    body: str


@dataclass(frozen=True)
class Proposal:
    """A program file made of an issue, and what to say about it."""

    path: str
    """Where it belongs; empty where no file could be made yet."""
    title: str
    text: str
    answer: str
    """For the issue, in Markdown."""


def proposal(issue: Issue, library: Library) -> Proposal:
    """What an issue proposes."""
    said, form_troubles = answers(issue.body, FORM)
    typed = typed_sessions(said.get("sessions", ""), library)
    takeaways, unclear = _takeaways(said.get("takeaways", ""))
    troubles = [*form_troubles, *_missing(said), *unclear]
    title = one_line(said.get("title", ""))
    if troubles or typed.troubles:
        return Proposal("", title, "", _unread(troubles, typed.troubles))
    path = f"programs/{slug(title, issue.number, library.programs)}.yml"
    text = written(
        _program(said, issue, takeaways, typed.sessions), _HEAD.format(number=issue.number)
    )
    review = reviewed(read(text.encode(), path), library)
    return Proposal(path, title, text, _answer(review, library))


_HEAD = """\
# yaml-language-server: $schema=../schema/program.schema.json
# Proposed in issue {number} through the form; the checker says what is still missing.
"""


def slug(title: str, number: int, taken: Collection[str]) -> str:
    """A file name that nothing has yet, out of a title."""
    words = re.findall(r"[a-z0-9]+", title.casefold())
    name = "-".join(words)[:60].strip("-") or "program"
    path = f"programs/{name}.yml"
    return f"{name}-{number}" if name in taken or badly_named(Path(path), path) else name


def _missing(said: dict[str, str]) -> list[str]:
    """What has to be answered and is not, or is answered at too great a length."""
    needed = ("title", "summary", "level", "goal", "minutes", "weeks")
    empty = [f"“{FORM[field]}” is empty." for field in needed if not one_line(said.get(field, ""))]
    long = [
        f"“{FORM[field]}” is longer than {LONGEST} characters."
        for field, answer in said.items()
        if field != "sessions" and len(answer) > LONGEST
    ]
    ticked = chosen(said.get("licence", ""))
    unsigned = [] if ticked else [f"The box below “{FORM['licence']}” is not ticked."]
    return [*empty, *long, *unsigned]


def _takeaways(answer: str) -> tuple[list[Value], list[str]]:
    """Takeaways, each typed behind the word for its topic: `Tension: stop short of failure.`"""
    found: list[Value] = []
    unclear = []
    for row in filter(None, map(one_line, answer.split("\n"))):
        word, colon, text = row.lstrip("-* ").partition(":")
        topic = next((t for t in TOPICS if set(word.casefold().split()) & {t, *t.split("-")}), "")
        if topic and colon and text.strip():
            found.append({"text": text.strip(), "pillar": topic})
        else:
            unclear.append(
                f"The takeaway “{row[:60]}” does not start with its topic. Write it like "
                "`Tension: stop one to three repetitions short of failure.`"
            )
    if not found and not unclear:
        unclear.append(f"“{FORM['takeaways']}” is empty.")
    return found, unclear


def _program(
    said: dict[str, str], issue: Issue, takeaways: list[Value], sessions: list[Value]
) -> dict[str, Value]:
    """The fields of the program, in the order a file has them."""
    line = {field: one_line(said.get(field, "")) for field in FORM}
    block: dict[str, Value] = {
        "name": "Build",
        "weeks": _number(line["weeks"]),
        "sessions": sessions,
    }
    blocks: list[Value] = [block]
    if line["easy_week"] and line["easy_week"] != NO_EASY_WEEK:
        blocks.append(
            {
                "name": "Easy week",
                "weeks": Quantity("1"),
                "deload": Quantity("true"),
                "like": "Build",
                "sets": Quantity("50%"),
            }
        )
    audience = [one_line(row) for row in said.get("audience", "").split("\n") if row.strip()]
    fields: dict[str, Value] = {
        "title": line["title"],
        "summary": line["summary"],
        "level": _word(line["level"], LEVELS),
        "goal": _word(line["goal"], GOALS),
        "equipment": [_word(thing, EQUIPMENT) for thing in chosen(said.get("equipment", ""))],
        "session_minutes": _number(line["minutes"]),
        "authors": [{"name": line["name"] or issue.author}],
    }
    if audience:
        fields["audience"] = {"for": [*audience]}
    fields |= {"takeaways": takeaways, "blocks": blocks}
    if line["progression"]:
        fields["progression"] = {"kind": "double", "text": line["progression"]}
    return fields


def _number(answer: str) -> Value:
    """A number as numbers are written; anything else as the text it is."""
    return Quantity(answer) if re.fullmatch(r"[1-9]\d{0,2}", answer, re.ASCII) else answer


def _word(answer: str, known: Collection[str]) -> str:
    """One of our words however it is capitalised; anything else stays for the checker to name."""
    return next((word for word in known if word == answer.casefold().replace(" ", "-")), answer)


def _unread(troubles: list[str], lines: tuple[Trouble, ...]) -> str:
    """The answer where no file could be made."""
    out = [
        "**Thank you for the program. A few things could not be read yet.**",
        "Edit your issue (the three dots at its top right, then “Edit”) and this answer follows.\n",
        *(f"- {escaped(trouble)}" for trouble in troubles),
    ]
    for trouble in lines[:30]:
        out.append(f"- line {trouble.line} of the sessions, {_quoted(trouble.wrote)}:  ")
        out.append(f"  {escaped(trouble.says)}")
    if len(lines) > 30:
        out.append(f"- and {len(lines) - 30} more lines")
    return "\n".join(out) + "\n"


def _quoted(wrote: str) -> str:
    return code(wrote) if wrote.strip("` ") else "empty"


def _answer(review: Review, library: Library) -> str:
    """What the checker says of the file."""
    run = Run(
        review.findings,
        1,
        lambda _: review.source,
        lambda finding: advice(finding, review.source, library),
    )
    blocking = sum(1 for finding in review.findings if finding.blocks)
    rest = sum(1 for f in review.findings if f.open and f.severity is Severity.WARNING)
    if blocking:
        verdict = f"It needs work before it can be published: {counted(blocking, 'error')}."
    elif rest:
        verdict = f"It could be published. {counted(rest, 'warning')} to talk about."
    else:
        verdict = "Every check passes."
    return "\n".join(
        [
            f"**Thank you for the program. {verdict}**\n",
            in_markdown(run) if review.findings else "",
            "\nThe claims that the takeaways stand on are looked for together, in the review.\n",
        ]
    )


MAX_FILE = 256 * 1024


def accepted(path: str, text: str) -> None:
    """Refuse what no proposal of ours looks like; the job that may write asks this again."""
    if not re.fullmatch(r"programs/[a-z0-9]+(-[a-z0-9]+)*\.yml", path) or len(path) > 100:
        raise GeneratorError(f"{path[:100]!r} is no place for a program")
    if (
        FORBIDDEN.search(text)
        or len(text.encode()) > MAX_FILE
        or not text.startswith("# yaml-language-server:")
    ):
        raise GeneratorError("the proposed file does not look like one of ours")
