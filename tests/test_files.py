"""Every way a program file can be wrong in form, fields or references, and what is said of it.

`files/<code>/` holds files an author could have written, each with the findings it gets, whole.
What cannot live in a text file (other encodings, huge files, what is no file) is made here.
"""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import on_base
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.finding import MAX_FINDINGS, Finding
from generator.form import FORM_RULES
from generator.load import badly_named, load_program
from generator.model import Library, Prescription
from generator.plan import lay_out
from generator.report.fix_lines import hunks, label
from generator.rule import deviable, find_rule
from generator.source import MAX_BYTES, MAX_NODES, MAX_SCALAR, Source, read, read_file

FILES = Path(__file__).parent / "files"
BASE = Path(__file__).parent / "rules/base.yml"
CODES = sorted(folder.name for folder in FILES.iterdir() if folder.is_dir())
CASES = sorted(FILES.glob("[A-Z]*/*.y*ml"))
LONGEST = 10
"""Seconds of work after which any file has to be done with."""

Expect = Callable[[Path, str], None]


def said(findings: tuple[Finding, ...], source: Source | None = None) -> str:
    """Findings as a person would check them: place, code, message, way out, fix with its lines."""
    return "".join(
        f"{f.place.line}:{f.place.column} {f.code} {f.name}: {f.message}\n    {f.hint}\n"
        + (mended(f, source) if source else "")
        for f in findings
    )


def mended(finding: Finding, source: Source) -> str:
    """The fix of a finding; one that is offered can be done."""
    if finding.fix is None:
        return ""
    lines = [f"    {label(finding)}"]
    changed = hunks(finding, source)
    assert changed, finding
    for hunk in changed:
        lines += [f"    - {line}".rstrip() for line in hunk.old]
        lines += [f"    + {line}".rstrip() for line in hunk.new]
    return "\n".join(lines) + "\n"


def findings_of(file: Path, library: Library) -> tuple[Finding, ...]:
    library = replace(library, programs=("barbell-two-days", "small-program"))
    misnamed = badly_named(file, file.name)
    return (misnamed,) if misnamed else load_program(file, library, deviable(), file.name)[2]


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_broken_file_gets_the_findings_kept_beside_it(
    file: Path, library: Library, expect: Expect
) -> None:
    findings = findings_of(file, library)
    assert file.parent.name in {finding.code for finding in findings}
    assert all(finding.hint and "\n" not in finding.message for finding in findings)
    expect(file.with_suffix(".expected"), said(findings, read_file(file)))


def test_seven_mistakes_of_one_file_come_in_one_run(library: Library, expect: Expect) -> None:
    findings = findings_of(FILES / "seven-mistakes.yml", library)
    assert len(findings) == 7
    assert len({finding.place for finding in findings}) == 7
    assert all(finding.hint for finding in findings)
    expect(
        FILES / "seven-mistakes.expected", said(findings, read_file(FILES / "seven-mistakes.yml"))
    )


def test_no_expected_file_is_left_over() -> None:
    for expected in FILES.rglob("*.expected"):
        assert list(expected.parent.glob(f"{expected.stem}.y*ml")), f"{expected} is left over"


LAUGHS = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
MADE = {
    "latin-1": ("title: Gro\xdfe Beine\n".encode("latin-1"), "1:11 YML001"),
    "utf-16": ("title: Legs\n".encode("utf-16"), "1:1 YML001"),
    "surrogate": (b"title: \xed\xa0\x80\n", "1:8 YML001"),
    "overlong": (b"title: Legs\ngoal: \xc0\x80\n", "2:7 YML001"),
    "cut in a character": (b"title: Legs \xf0\x9f\xa6", "1:13 YML001"),
    "nul": (b"title: Le\0gs\n", "1:10 YML012"),
    "escape": (b"title: \x1b[31mLegs\n", "1:8 YML012"),
    "lone carriage return": (b"title: Legs\rlevel: x\n", "1:12 YML012"),
    "next line": ("title: Legs\x85level: x\n".encode(), "1:12 YML012"),
    "paragraph separator": ("title: Legs\u2029level: x\n".encode(), "1:12 YML012"),
    "a second byte order mark": ("\ufeff\ufefftitle: Legs\n".encode(), "1:1 YML012"),
    "open brackets": (b"[" * 100_000, "1:21 YML011"),
    "open brackets below a key": (b"blocks: " + b"[" * 100_000, "1:28 YML011"),
    "open braces": (b"{a: " * 50_000, "1:81 YML011"),
    "dashes": (b"- " * 20_000, "1:41 YML011"),
    "one byte too many": (b"#" * (MAX_BYTES + 1), "1:1 YML010"),
    "as many bytes as may be": (b"#" * MAX_BYTES, "1:1 YML009"),
    "200,000 keys": (b"".join(b"k%d: 1\n" % n for n in range(200_000)), "1:1 YML010"),
    "20,000 keys": (b"".join(b"k%d: 1\n" % n for n in range(20_000)), "10000:8 YML010"),
    "a huge value": (b"title: " + b"x" * (MAX_SCALAR + 1), "1:8 YML010"),
    "a huge key": (b"? " + b"x" * 30_000 + b"\n: y\n", "1:3 YML010"),
    "billion laughs": (LAUGHS, "1:4 YML005"),
    "a 20,000-digit number": (b"session_minutes: " + b"9" * MAX_SCALAR, "1:1 SCH002"),
    "the same key all over": (b"title: x\n" * 9_000, "2:1 YML004"),
    "nothing all over": (b"".join(b"k%d:\n" % n for n in range(9_000)), "1:1 SCH011"),
    "unknown keys all over": (b"".join(b"k%d: 1\n" % n for n in range(9_000)), "1:1 SCH001"),
    "slow for a regular expression": (
        b"progression: {step: '8" + b" " * 9_000 + b"x'}\nnutrition: {protein: '1"
        + b" " * 9_000 + b"x', energy: '+" + b" " * 9_000 + b"x'}\n",
        "1:1 SCH002",
    ),
    "unknown claims all over": (
        b"takeaways: [{claims: [" + b", ".join(b"no-claim-%d" % n for n in range(9_000)) + b"]}]",
        "1:1 SCH002",
    ),
    "unknown blocks all over": (
        b"blocks:\n"
        + b"".join(b"- {name: n%d, sessions: [{name: a}]}\n- {name: m%d, like: l%d}\n" % (n, n, n)
                   for n in range(1_500)),
        "1:1 SCH002",
    ),
    "half a link all over": (b"summary: '" + b"](claim:" * 2_400 + b"'\n", "1:1 SCH002"),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_what_no_text_file_can_hold_is_refused_in_time(
    name: str, library: Library, tmp_path: Path
) -> None:
    raw, expected = MADE[name]
    file = tmp_path / "made.yml"
    file.write_bytes(raw)
    start = time.process_time()
    source, program, findings = load_program(file, library, deviable(), "made.yml")
    assert time.process_time() - start < LONGEST
    assert program is None
    assert said(findings).startswith(expected)
    assert len(findings) <= 4 * MAX_FINDINGS
    assert max(len(finding.message) for finding in findings) < 300
    inside(source, findings)


@pytest.mark.parametrize(
    "words",
    [
        *("9x/week ", "this program lasts nine weeks ", "40 minutes ", "deep squats ", "20 % of "),
        *("protein must ", "the pump makes muscle ", "1-1-", "twenty-", "[a](b"),
    ],
)
def test_prose_is_read_in_time_whatever_it_says(
    words: str, library: Library, tmp_path: Path
) -> None:
    text = (words * 1_000)[:1_990].rstrip()
    audience = "".join(f'    - "{text}"\n' for _ in range(50))
    questions = "".join(f'  - {{q: Why?, a: "{text}"}}\n' for _ in range(60))
    file = tmp_path / "long.yml"
    file.write_text(on_base(f"audience:\n  for:\n{audience}faq:\n{questions}"), encoding="utf-8")
    _, program, findings = load_program(file, library, deviable())
    assert program is not None, said(findings)
    plan = lay_out(program, library)
    for code in ("DOC004", "DOC005"):
        rule = find_rule(code)
        assert rule is not None
        start = time.process_time()
        list(rule.check(plan))
        rule.measured(plan)
        assert time.process_time() - start < LONGEST, code


def inside(source: Source, findings: tuple[Finding, ...]) -> None:
    """Every place lies in the file, one column behind the last character at most."""
    for finding in findings:
        place = finding.place
        assert 1 <= place.line <= place.end_line <= len(source.lines)
        assert 1 <= place.column <= len(source.lines[place.line - 1]) + 1
        assert place.line < place.end_line or place.column <= place.end_column


def test_what_is_no_ordinary_file_is_said_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.yml").mkdir()
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "nowhere.yml").symlink_to("gone.yml")
    (tmp_path / "loop.yml").symlink_to("loop.yml")
    for name, reason in (
        ("folder.yml", "it is no ordinary file"),
        ("pipe.yml", "it is no ordinary file"),
        ("nowhere.yml", "it is a symbolic link"),
        ("loop.yml", "it is a symbolic link"),
        ("missing.yml", "No such file or directory"),
    ):
        (finding,) = read_file(tmp_path / name).findings
        assert (finding.code, finding.place.line) == ("YML015", 1)
        assert finding.message == f"the file cannot be opened: {reason}"


def test_each_code_has_a_case() -> None:
    made = {expected.split()[1] for _, expected in MADE.values()} | {"YML015", "SCH019"}
    assert FORM_RULES.keys() == made | set(CODES) - {"clean"}


@pytest.mark.parametrize("file", sorted(FILES.glob("clean/*.yml")), ids=lambda file: file.stem)
def test_a_clean_file_gets_no_finding(file: Path, library: Library) -> None:
    assert said(findings_of(file, library)) == ""


def test_text_that_other_readers_turn_into_something_else_stays_text(library: Library) -> None:
    program = load_program(FILES / "clean/traps.yml", library, deviable())[1]
    assert program is not None
    assert (program.title, program.summary) == ("1.10", "2025-01-15")
    assert program.audience.for_ == ("off", "1:30", "0o10", ".nan")
    (block,) = program.blocks
    (session,) = block.sessions
    assert (block.name, session.name) == ("010", "y")
    first, second, third = session.exercises
    assert isinstance(first, Prescription)
    assert isinstance(second, Prescription)
    assert isinstance(third, Prescription)
    written = [
        tuple(str(value) for value in (item.sets, item.reps, item.tempo, item.rest))
        for item in (first, second, third)
    ]
    assert written == [
        ("3", "8–12", "3-0-1-0", "90 s"),
        ("3", "8 to 12", "0-3-0-1", "45 s"),
        ("3, 3, 4, 4", "8–12", "3-0-X-0", "90 s, 2 min, 2 min, 2.5 min"),
    ]
    assert first.note == "Off, on, yes and no are words here, and a # or a : does no harm."
    assert second.note == "it's 1e3"


def test_line_ends_and_a_byte_order_mark_change_nothing(library: Library, tmp_path: Path) -> None:
    text = (FILES / "seven-mistakes.yml").read_text(encoding="utf-8")
    plain = findings_of(FILES / "seven-mistakes.yml", library)
    for raw in (
        text.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + text.encode(),
        text.rstrip("\n").encode(),
        (text + "\n\n\n").encode(),
    ):
        file = tmp_path / "seven-mistakes.yml"
        file.write_bytes(raw)
        assert said(findings_of(file, library)) == said(plain)


def test_a_place_underlines_what_is_meant() -> None:
    text = (
        'a: "\U0001f9b5\U0001f3fd"\n'
        "b: >-\n  two\n  lines\n\n# comment\n"
        "c: [x,\n  y]\n"
        "e\u0301: [z, !t w]\n"
    )
    source = read(text.encode(), "x.yml")
    (tag,) = source.findings
    assert source.lines[tag.place.line - 1][tag.place.column - 1 : tag.place.end_column - 1] == "!t"

    source = read(text.replace("!t ", "").encode(), "x.yml")

    def under(*keys: str | int, on_key: bool = False) -> str:
        place = source.place(keys, on_key)
        assert place.line == place.end_line
        return source.lines[place.line - 1][place.column - 1 : place.end_column - 1]

    assert under("a") == '"\U0001f9b5\U0001f3fd"'
    assert under("b") == "b"  # a value of several lines is pointed at by its key
    assert under("c") == "c"
    assert under("c", 1) == "y"
    assert under("e\u0301", 1) == "w"
    assert under("e\u0301", on_key=True) == "e\u0301"
    assert under("c", 5) == "c"  # the nearest thing that is written
    assert under("nothing") == ""


BASE_TEXT = BASE.read_text(encoding="utf-8")
ODDITIES = st.sampled_from(
    [
        *("", " ", "\n", "\t", "-", "- ", ":", ": ", "[", "]", "{", "}", ",", "#", "? ", "|", ">"),
        *("&a ", "*a", "!t ", "'", '"', "%", "@", "`", "<<: ", "---\n", "...\n", "~", "null", "x"),
        *("\r", "\0", "\u2028", "\U0001f9b5", "\u2013", "\u201c", "0", "9" * 30, " to ", "id: x"),
        *("exercise: x", "sets: [1]", "weeks: 0", "like: Build", "superset: []", "load: RPE 8"),
    ]
)


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """The base program with a few stretches cut out, doubled, moved or made odd."""
    text = BASE_TEXT
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 60)))
        other = draw(st.integers(0, len(text)))
        stretch = draw(st.one_of(ODDITIES, st.just(text[other : other + 40]), st.text(max_size=5)))
        text = text[:start] + stretch + text[end:]
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(raw=st.one_of(mutations(), st.binary(max_size=200)))
def test_whatever_a_file_holds_it_gets_findings_inside_it_or_a_program(
    raw: bytes, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "mutation.yml"
    file.write_bytes(raw)
    source, program, findings = load_program(file, library, deviable(), "mutation.yml")
    assert (program is None) == bool(findings)
    assert len(set(findings)) == len(findings)
    inside(source, findings)
    for finding in findings:
        assert finding.code in FORM_RULES
        assert finding.hint or finding.code == "YML015"
        assert "\n" not in finding.message + finding.hint


def test_as_many_values_as_may_be_are_read() -> None:
    raw = b"a: [" + b", ".join([b"x"] * (MAX_NODES - 3)) + b"]\n"
    assert read(raw, "x.yml").findings == ()
    assert read(raw.replace(b"[x", b"[x, x"), "x.yml").findings[0].code == "YML010"
