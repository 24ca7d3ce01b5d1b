"""An editor and the checker say the same of every program file there is.

The editor is the language server that VS Code, Neovim and others run, asked once for all files.
What only one of the two can know is written down here, by code and with the reason.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from generator.export.schema import schema_files
from generator.finding import Finding
from generator.form import FORM_RULES
from generator.load import load_program, program_schema
from generator.load.schema import DRAFTS, Draft
from generator.load.snippets import SNIPPETS
from generator.model import Library
from generator.rule import deviable
from generator.source import Source

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted((HERE / "editor").glob("*.yml"))
FILES = sorted(
    [
        *ROOT.glob("programs/*.y*ml"),
        *CASES,
        *(HERE / "files").rglob("*.y*ml"),
        *(HERE / "golden").rglob("*.y*ml"),
        *(HERE / "reports").rglob("*.y*ml"),
        *(file for file in (HERE / "rules").rglob("*.y*ml") if "content" not in file.parts),
    ]
)
"""Every program file; what stands in `worked` and `content` is no program."""

Expect = Callable[[Path, str], None]
Question = dict[str, str | int]


@dataclass(frozen=True)
class Mark:
    """What an editor says of a line."""

    line: int
    message: str


@dataclass(frozen=True)
class Answer:
    """What an editor shows of a file, unless the language server fell over it."""

    marks: tuple[Mark, ...]
    failures: tuple[str, ...]


def answers(draft: Draft, questions: list[Question]) -> list[dict[str, Any]]:
    """What the language server answers."""
    node = HERE / "node"
    assert (node / "node_modules/ready").exists(), (
        "Node's packages are missing: run tools/ensure-node"
    )
    asked = json.dumps({"schema": program_schema(draft), "questions": questions})
    run = subprocess.run(
        ["node", node / "editor.mjs"], input=asked, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def marks_of(draft: Draft) -> dict[Path, Answer]:
    texts = {file: file.read_bytes().decode() for file in FILES}
    questions: list[Question] = [
        {"ask": "marks", "name": file.name, "text": text} for file, text in texts.items()
    ]
    return {
        file: Answer(tuple(Mark(**mark) for mark in said["answer"]), tuple(said["failures"]))
        for file, said in zip(texts, answers(draft, questions), strict=True)
    }


@pytest.fixture(scope="module")
def marks() -> dict[Path, Answer]:
    """What an editor says of each file."""
    return marks_of("2020-12")


Checked = tuple[Source, tuple[Finding, ...]]


@pytest.fixture(scope="module")
def checked(library: Library) -> dict[Path, Checked]:
    """What we say of each file."""
    known = replace(library, programs=(*library.programs, "small-program"))
    found = {}
    for file in FILES:
        source, _, findings = load_program(file, known, deviable(), file.name)
        found[file] = (source, findings)
    return found


SEEN = frozenset({"SCH001", "SCH002", "SCH003", "SCH004", "SCH011", "YML004"})
"""What an editor marks on the same line as we do, with the exceptions of `excuse`."""

TOO_MUCH_FOR_A_SCHEMA = {
    **dict.fromkeys(
        ("SCH005", "SCH006", "SCH007", "SCH008", "SCH014", "SCH016"),
        "what an id leads to stands in another file",
    ),
    **dict.fromkeys(
        ("SCH012", "SCH015", "SCH018"), "a name is compared with names elsewhere in the file"
    ),
    "SCH009": "the length of a list is compared with the weeks of its block",
    "SCH010": "the sessions of a block are counted by weekday",
    "SCH013": "fields are compared with each other; a schema could refuse a pair, but not say why",
    "SCH017": "sets and weeks are added up over the whole file",
    "SCH020": "dates are compared with each other",
}
ALLOWED_IN_YAML = {
    "YML005": "anchors and aliases are YAML; the format is simpler",
    "YML006": "merge keys are YAML of old; the format is simpler",
    "YML008": "several documents are YAML; each is looked at on its own",
    "YML009": "an editor says nothing of a file that is only begun",
    "YML010": "an editor knows no limits",
    "YML011": "an editor knows no limits",
    "YML012": "these characters are allowed in YAML",
    "YML003": "a tab after a colon is allowed in YAML",
    "YML017": "a comment is a comment",
}
"""Form that YAML allows and we do not. An editor may still mark what follows from it."""
ABOUT_THE_NAME = {"YML014", "YML015", "YML016", "SCH019", "YML001"}
"""Not about the text of a program: names of files, what cannot be read, the library."""


def test_each_code_is_either_seen_by_an_editor_or_excused() -> None:
    known = SEEN | TOO_MUCH_FOR_A_SCHEMA.keys() | ALLOWED_IN_YAML.keys() | ABOUT_THE_NAME
    in_editors_too = {"YML002", "YML007", "YML013"}
    assert known | in_editors_too == FORM_RULES.keys()


YAML_NUMBER = re.compile(
    r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+", re.IGNORECASE
)
ONE_SPELLING = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
WITHIN_A_TEXT = re.compile(
    "runs backwards|outside|starts and ends differently|is more than|longer than|takes no time"
    "|is not in the calendar"
)


def excuse(finding: Finding, source: Source) -> str:
    """Why an editor does not mark what we find; empty where it has to."""
    written = source.at(finding.keys)
    if finding.code in TOO_MUCH_FOR_A_SCHEMA:
        return TOO_MUCH_FOR_A_SCHEMA[finding.code]
    if finding.code == "SCH004" and isinstance(written, str):
        if YAML_NUMBER.fullmatch(written) and not ONE_SPELLING.fullmatch(written):
            return "an editor sees the number, not how it is spelt"
        if not YAML_NUMBER.fullmatch(written) or quoted(finding, source):
            return "a limit inside a text" if WITHIN_A_TEXT.search(finding.message) else ""
    if finding.code == "SCH011" and ":" in str(finding.keys[-1]):
        return "the language server passes over an unknown key without a value"
    return ""


def quoted(finding: Finding, source: Source) -> bool:
    place = source.value_places[finding.keys]
    return source.lines[place.line - 1][place.column - 1] in "'\""


def follows(mark: Mark, findings: tuple[Finding, ...]) -> str:
    """Why an editor marks a line where we find nothing, because we say it elsewhere."""
    missing = re.fullmatch(r'Missing property "(\w+)"\.', mark.message)
    misspelt = {f.hint for f in findings if f.code == "SCH001"}
    if missing and f"Did you mean `{missing[1]}`? It is required and missing here." in misspelt:
        return "the key is there, misspelt, and one finding says both"
    here = {finding.code for finding in findings if finding.place.line == mark.line}
    if mark.message == A_BAD_ID and here & {"SCH005", "SCH006", "SCH008"}:
        return "what an id leads to is worth more than how it is spelt"
    return ""


A_BAD_ID = "Ids are lower case words joined by hyphens."


def line_of(finding: Finding, source: Source) -> int:
    """Where an editor says the same; what the whole file lacks it says on the first key."""
    if finding.code == "SCH002" and len(finding.keys) == 1:
        return source.value_places[()].line
    return finding.place.line


def disagreements(source: Source, findings: tuple[Finding, ...], answer: Answer) -> Iterator[str]:
    """Each finding that an editor does not mark, and each mark that is no finding."""
    form = {finding.code for finding in findings if finding.code.startswith("YML")} - {"YML004"}
    if form:
        # reading stops there and then, so only the verdict can be compared
        if not answer.marks and not form <= ALLOWED_IN_YAML.keys():
            yield f"no mark in an editor, but {', '.join(sorted(form))}"
        return
    lines = {mark.line for mark in answer.marks}
    found = {line_of(finding, source) for finding in findings if finding.code in SEEN}
    for finding in findings:
        if line_of(finding, source) not in lines and not excuse(finding, source):
            yield f"line {finding.place.line}: we say {finding.message!r}, an editor nothing"
    for mark in answer.marks:
        if mark.line not in found and not follows(mark, findings):
            yield f"line {mark.line}: an editor says {mark.message!r}, we nothing"


@pytest.mark.parametrize(
    "file", FILES, ids=lambda file: "-".join(file.relative_to(ROOT).with_suffix("").parts)
)
def test_an_editor_and_the_checker_agree(
    file: Path, marks: dict[Path, Answer], checked: dict[Path, Checked]
) -> None:
    source, findings = checked[file]
    problems = list(disagreements(source, findings, marks[file]))
    assert not problems, "\n".join([str(file.relative_to(ROOT)), *problems])


def test_the_language_server_falls_over_nothing_but_an_anchor_inside_a_mistake(
    marks: dict[Path, Answer],
) -> None:
    failed = {file.name: answer.failures for file, answer in marks.items() if answer.failures}
    assert failed == {
        "second-one-broken.yml": ("yaml.validation.error: token.start is not iterable",)
    }


def test_the_twin_in_draft_07_makes_an_editor_say_the_same(marks: dict[Path, Answer]) -> None:
    assert DRAFTS == ("2020-12", "7")
    assert marks_of("7") == marks


def test_each_excuse_is_needed(marks: dict[Path, Answer], checked: dict[Path, Checked]) -> None:
    used: set[str] = set()
    for file in FILES:
        source, findings = checked[file]
        form = {finding.code for finding in findings if finding.code.startswith("YML")}
        lines = {mark.line for mark in marks[file].marks}
        used |= form if not lines else set()
        if not form - {"YML004"}:
            unseen = [f for f in findings if line_of(f, source) not in lines]
            used |= {excuse(finding, source) for finding in unseen} - {""}
            used |= {finding.code for finding in unseen}
    assert TOO_MUCH_FOR_A_SCHEMA.keys() <= used
    assert {
        "an editor sees the number, not how it is spelt",
        "a limit inside a text",
        "the language server passes over an unknown key without a value",
    } <= used


OURS = frozenset(
    said
    for said in re.findall(
        r'"(?:patternErrorMessage|errorMessage)": ("(?:[^"\\]|\\.)*")', json.dumps(program_schema())
    )
)
PLAIN = re.compile(
    r"Missing property \"\w+\"\."
    r"|Property [^\n]+ is not allowed\."
    r"|Incorrect type\. Expected \"[A-Z][\w ]+\"\."
    r"|Value is (?:below|above) the (?:minimum|maximum) of [\d.]+\."
    r"|Value is not divisible by [\d.]+\."
    r"|Array has too few items\. Expected 1 or more\."
    r"|Map keys must be unique"
)


def test_an_editor_speaks_in_our_sentences_or_in_plain_ones(
    marks: dict[Path, Answer], checked: dict[Path, Checked]
) -> None:
    ours = {json.loads(said) for said in OURS}
    assert len(ours) > 20
    for file in FILES:
        _, findings = checked[file]
        if any(f.code.startswith("YML") and f.code != "YML004" for f in findings):
            continue
        for mark in marks[file].marks:
            plain = PLAIN.fullmatch(mark.message)
            assert mark.message in ours or plain, f"{file}:{mark.line}: {mark.message}"


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_what_an_editor_says_of_a_file_is_kept_beside_it(
    file: Path, marks: dict[Path, Answer], expect: Expect
) -> None:
    said = "".join(f"{mark.line}: {mark.message}\n" for mark in sorted_by_line(marks[file].marks))
    assert bool(said) == file.stem.startswith("wrong")
    expect(file.with_suffix(".expected"), said)


def sorted_by_line(marks: tuple[Mark, ...]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.line)


HERE_IT_STANDS = "§"
SMALL = (HERE / "files/clean/small.yml").read_text(encoding="utf-8")
ITEM = "{exercise: leg-press, sets: 3, reps: 8-12, rir: 2, rest: 2 min}"
OPEN = SMALL.replace(ITEM, "exercise: leg-press\n            sets: 3\n            reps: 8-12\n")


def asked(ask: str, text: str) -> Question:
    """A question about the place of `§` in a text."""
    before, _, after = text.partition(HERE_IT_STANDS)
    line = before.count("\n")
    character = len(before) - (before.rfind("\n") + 1)
    return {"ask": ask, "name": "a.yml", "text": before + after, "line": line,
            "character": character}  # fmt: skip


PLACES = {
    "a field": ("hover", f"{OPEN}            ri§r: 2\n"),
    "a word of a short list": ("hover", f"{OPEN}            set_t§ype: cluster\n"),
    "inside an exercise": ("completions", f"{OPEN}            §\n"),
    "a new exercise": ("completions", f"{OPEN}          - §\n"),
    "set type": ("completions", f"{OPEN}            set_type: §\n"),
}


def test_what_an_editor_shows_and_offers_is_kept(expect: Expect) -> None:
    said = answers("2020-12", [asked(ask, text) for ask, text in PLACES.values()])
    shown = ""
    for name, found in zip(PLACES, said, strict=True):
        assert not found["failures"]
        answer = found["answer"]
        if isinstance(answer, list):
            answer = "\n".join(f"{c['label']}: {first_line(c['says'])}" for c in answer)
        shown += f"==== {name}\n{re.sub(chr(10) * 2, chr(10), answer).strip()}\n"
    expect(HERE / "editor/shown.expected", shown)


def first_line(text: str) -> str:
    return text.partition("\n")[0]


ALREADY = SMALL.replace("name: Build", "name: Base")
SPOTS = {
    "a whole program": HERE_IT_STANDS,
    "a block": f"{ALREADY}  - {HERE_IT_STANDS}\n",
    "a deload block": f"{SMALL}  - {HERE_IT_STANDS}\n",
    "a session": f"{SMALL}      - {HERE_IT_STANDS}\n",
    "an exercise": f"{SMALL}          - {HERE_IT_STANDS}\n",
    "a superset": f"{SMALL}          - {HERE_IT_STANDS}\n",
    "a takeaway": SMALL.replace("blocks:", f"  - {HERE_IT_STANDS}\nblocks:"),
    "a deviation": f"{SMALL}deviations:\n  - {HERE_IT_STANDS}\n",
    "a progression": f"{SMALL}progression:\n  {HERE_IT_STANDS}\n",
    "recovery": f"{SMALL}recovery:\n  {HERE_IT_STANDS}\n",
    "nutrition": f"{SMALL}nutrition:\n  {HERE_IT_STANDS}\n",
}
"""Where somebody would ask for each snippet."""


def test_each_snippet_is_right_as_an_editor_writes_it(library: Library, tmp_path: Path) -> None:
    labels = [snippet.label for group in SNIPPETS.values() for snippet in group]
    assert sorted(labels) == sorted(SPOTS)
    said = answers("2020-12", [asked("completions", SPOTS[label]) for label in labels])
    for label, found in zip(labels, said, strict=True):
        [inserted] = [each["inserts"] for each in found["answer"] if each["label"] == label]
        before, _, after = SPOTS[label].partition(HERE_IT_STANDS)
        indent = re.search(r" *(?:- )?$", before.rpartition("\n")[2])
        assert indent is not None
        # an editor indents what it inserts like the line it stands on
        margin = "\n" + " " * len(indent[0].replace("- ", ""))
        filled = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", inserted).replace("\n", margin)
        assert "$" not in filled
        file = tmp_path / "written.yml"
        file.write_text(before + filled + after, encoding="utf-8")
        findings = load_program(file, library, deviable())[2]
        assert [f"{f.place.line}: {f.message}" for f in findings] == [], label


def test_an_editor_at_the_site_reads_what_an_editor_in_the_repository_reads() -> None:
    kept = {
        "schema/program/v1.json": "program.schema.json",
        "schema/program/v1.draft-07.json": "program.draft-07.schema.json",
    }
    for address, raw in schema_files().items():
        assert raw == (ROOT / "schema" / kept[address]).read_bytes()
