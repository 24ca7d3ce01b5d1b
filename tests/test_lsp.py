"""What the language server says about a place in a text, without a server.

In these texts `‸` marks the cursor.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, on_base
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from generator.finding import Change, Finding, Fix, Label, Place, Severity
from generator.lsp.about import Guide
from generator.lsp.actions import actions
from generator.lsp.completion import completions
from generator.lsp.cursor import cursor
from generator.lsp.definition import definition
from generator.lsp.diagnostics import diagnostic
from generator.lsp.fields import kind_at, shape_at
from generator.lsp.hover import hover
from generator.lsp.outline import outline
from generator.lsp.positions import Text
from generator.lsp.shelf import Shelf, is_program, project_of, review_of
from generator.lsp.symbols import symbols
from generator.model import Library
from generator.review import Review, reviewed
from generator.source import read

CURSOR = "‸"
PROGRAMS = sorted((ROOT / "programs").glob("*.yml"))
WRITTEN = [*PROGRAMS, *sorted((ROOT / "tests/files").rglob("*.yml"))]
URI = "file:///programs/x.yml"

texts = st.text(
    st.sampled_from("ab:- \n\r'\"[]{},#|>&*é🦵\u2028\x0b\ufeff1") | st.characters(), max_size=60
)
offsets = st.integers(0, 70)


@pytest.fixture(scope="session")
def guide(library: Library) -> Guide:
    return Guide(library)


def placed(text: str) -> tuple[str, int]:
    """A text without the mark, and where the mark stood."""
    offset = text.index(CURSOR)
    return text[:offset] + text[offset + 1 :], offset


def offered(text: str, guide: Guide) -> dict[str, types.CompletionItem]:
    """What is offered at the cursor, by label, in the order an editor shows it."""
    text, offset = placed(text)
    found = completions(Text(text), outline(text), offset, guide, "x")
    assert len({item.label for item in found}) == len(found)
    return {item.label: item for item in sorted(found, key=lambda item: item.sort_text or "")}


def chosen(text: str, label: str, guide: Guide) -> str:
    """The text once an offer is taken."""
    item = offered(text, guide)[label]
    text, _ = placed(text)
    assert isinstance(item.text_edit, types.TextEdit)
    return edited(text, [item.text_edit])


def edited(text: str, edits: list[types.TextEdit], encoding: str = "utf-16") -> str:
    """A text as an editor has it after edits, which all count from the text before."""
    said = Text(text, encoding)
    spans = [(said.offset(e.range.start), said.offset(e.range.end), e.new_text) for e in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def hovered(text: str, guide: Guide) -> str:
    """What is shown at the cursor."""
    text, offset = placed(text)
    found = hover(Text(text), outline(text), offset, guide)
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


# --- positions


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 9), ("utf-16", 7), ("utf-32", 6)])
def test_a_leg_before_the_place_counts_as_the_editor_counts_it(
    encoding: str, character: int
) -> None:
    text = Text("a: x\nq: 🦵 legs\n", encoding)
    place = Place(2, 6, 2, 10)
    assert text.range_of(place) == types.Range(
        types.Position(1, character - 1), types.Position(1, character + 3)
    )


@given(texts, offsets, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_place_in_a_text_survives_the_way_to_an_editor_and_back(
    written: str, offset: int, encoding: str
) -> None:
    text = Text(written, encoding)
    offset = min(offset, len(written))
    if written[offset - 1 : offset + 1] == "\r\n":
        offset -= 1  # no editor has a place there
    assert text.offset(text.position(offset)) == offset


@given(texts, texts, offsets, offsets, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_a_change_of_a_stretch_makes_the_text_an_editor_has(
    written: str, new: str, start: int, end: int, encoding: str
) -> None:
    start, end = sorted((min(start, len(written)), min(end, len(written))))
    text = Text(written, encoding)
    stretch = text.range(start, end)
    start, end = text.offset(stretch.start), text.offset(stretch.end)
    change = types.TextDocumentContentChangePartial(stretch, new)
    assert text.changed([change]).text == written[:start] + new + written[end:]


def test_changes_are_made_one_after_the_other() -> None:
    first = types.TextDocumentContentChangePartial(Text("").range(0, 0), "ab\ncd")
    start = types.Position(1, 0)
    second = types.TextDocumentContentChangePartial(types.Range(start, start), "x")
    assert Text("").changed([first, second]).text == "ab\nxcd"
    assert Text("a").changed([types.TextDocumentContentChangeWholeDocument("b")]).text == "b"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_finding_is_underlined_where_the_checker_saw_it(mark: str, newline: str) -> None:
    written = newline.join([f"{mark}title: Legs", "levl: beginner", ""])
    source = read(written.encode(), "x.yml")
    place = source.key_places["levl",]
    start, end = Text(written).span(place)
    assert written[start:end] == "levl"


def test_a_line_end_that_only_the_editor_counts_does_not_move_the_place() -> None:
    written = "title: a\rb\nlevl: x\n"
    start, end = Text(written).span(Place(2, 1, 2, 5))
    assert written[start:end] == "levl"
    assert Text(written).range(start, end).start.line == 2


# --- the outline


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_outline_of_a_file_in_good_form_is_what_the_checker_reads(file: Path) -> None:
    source = read(file.read_bytes(), file.name)
    if any(finding.code.startswith(("YML", "SCH011")) for finding in source.findings):
        return  # no YAML, or a bare word where a value should be
    text = Text(source.text)
    found = outline(source.text)
    keys = {keys: text.span(place)[0] for keys, place in source.key_places.items()}
    words = {entry.keys: entry.start for entry in found.entries if entry.named}
    assert words.items() <= keys.items()
    values = {
        keys: text.span(place)
        for keys, place in source.value_places.items()
        if keys and isinstance(source.at(keys), str) and place.line == place.end_line
    }
    one_line = {
        entry.keys: (entry.value_start, entry.value_end) for entry in found.entries if entry.value
    }
    assert values.items() <= one_line.items()


def test_the_outline_of_our_programs_has_every_key() -> None:
    for file in PROGRAMS:
        source = read(file.read_bytes(), file.name)
        named = {entry.keys for entry in outline(source.text).entries if entry.named}
        assert named == set(source.key_places)


@given(texts, offsets)
def test_no_text_is_too_broken_for_an_answer(library: Library, written: str, offset: int) -> None:
    guide = Guide(library)
    offset = min(offset, len(written))
    text, found = Text(written), outline(written)
    completions(text, found, offset, guide)
    hover(text, found, offset, guide)
    definition(found, offset, library, ROOT)
    symbols(text, found)


def test_there_is_an_answer_wherever_a_program_is_cut_off(guide: Guide) -> None:
    written = (ROOT / "programs/dumbbell-two-days.yml").read_text(encoding="utf-8")
    for end in (index for index, character in enumerate(written) if character == "\n"):
        middle = (written.rfind("\n", 0, end) + 1 + end) // 2
        for cut in {end, middle}:
            text = Text(written[:cut])
            found = outline(text.text)
            for item in completions(text, found, cut, guide):
                edit = item.text_edit
                assert isinstance(edit, types.TextEdit)
                assert edit.range.start.line == edit.range.end.line
                assert text.offset(edit.range.start) <= cut <= text.offset(edit.range.end)
            hover(text, found, cut, guide)
            symbols(text, found)
        # a line that starts anew at the margin can always have a field of the file
        text = Text(written[: end + 1])
        assert completions(text, outline(text.text), end + 1, guide)


@pytest.mark.parametrize("name", ["quadriceps-specialisation", "home-bodyweight-bands"])
def test_every_word_of_a_program_that_has_a_list_is_on_offer_where_it_stands(
    name: str, guide: Guide
) -> None:
    text = Text((ROOT / f"programs/{name}.yml").read_text(encoding="utf-8"))
    found = outline(text.text)
    looked = 0
    for entry in found.entries:
        shape = shape_at(entry.keys)
        listed = kind_at(entry.keys) is not None
        if entry.value and (listed or (shape and shape.spelling and shape.spelling.choices)):
            labels = {i.label for i in completions(text, found, entry.value_start, guide)}
            assert entry.value in labels, entry
            looked += 1
        if entry.named:
            labels = {i.label for i in completions(text, found, entry.start, guide)}
            assert entry.keys[-1] in labels, entry
    assert looked > 20


# --- completion


BODY = """equipment: [dumbbell, bench]
blocks:
  - name: Build
    weeks: 4
    sessions:
      - name: Legs
        day: monday
        exercises:
          - exercise: goblet-squat
            sets: 3
            reps: 8-12
"""


def test_a_key_at_the_margin_is_a_field_of_the_file(guide: Guide) -> None:
    found = offered("title: Legs\nlev‸\n", guide)
    assert "title" not in found
    assert list(found)[:3] == ["summary", "level", "goal"]
    assert found["level"].detail == "required"
    assert found["faq"].detail is None
    assert chosen("title: Legs\nlev‸\n", "level", guide) == "title: Legs\nlevel: \n"


def test_a_key_that_has_its_colon_gets_no_second_one(guide: Guide) -> None:
    assert chosen("lev‸el: beginner\n", "goal", guide) == "goal: beginner\n"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("rir", "            rir: "),
        ("warmup", "            warmup:\n              - "),
        ("range_of_motion", "            range_of_motion: "),
    ],
)
def test_a_key_of_an_exercise_comes_with_what_begins_its_value(
    name: str, made: str, guide: Guide
) -> None:
    text = f"{BODY}            ‸"
    assert {"exercise", "sets", "reps", "superset"}.isdisjoint(offered(text, guide))
    assert chosen(text, name, guide) == f"{BODY}{made}"


def test_a_map_starts_on_the_next_line_and_keeps_the_line_ends_of_the_file(guide: Guide) -> None:
    assert chosen("title: x\r\nnut‸\r\n", "nutrition", guide) == (
        "title: x\r\nnutrition:\r\n  \r\n"
    )


def test_an_entry_of_a_list_of_maps_starts_with_a_field(guide: Guide) -> None:
    for text in (f"{BODY}          - ‸", f"{BODY}          - ex‸"):
        found = offered(text, guide)
        assert next(iter(found)) == "exercise"
        assert {"superset", "circuit"} < set(found)
        assert chosen(text, "exercise", guide) == f"{BODY}          - exercise: "
        made = chosen(text, "superset", guide)
        assert made == f"{BODY}          - superset:\n              - "


def test_below_a_key_of_a_list_an_entry_begins_with_its_dash(guide: Guide) -> None:
    assert chosen("equipment:\n  ‸\n", "band", guide) == "equipment:\n  - band\n"
    made = chosen("blocks:\n  ‸\n", "name", guide)
    assert made == "blocks:\n  - name: \n"


def test_in_brackets_everything_stays_on_the_line(guide: Guide) -> None:
    assert chosen("equipment: [band,‸]\n", "box", guide) == "equipment: [band, box]\n"
    assert "band" not in offered("equipment: [band, ‸]\n", guide)
    assert chosen("equipment: ‸\n", "box", guide) == "equipment: [box]\n"
    assert chosen("authors: [{‸}]\n", "name", guide) == "authors: [{name: }]\n"
    assert chosen("authors: [{name: A, u‸\n", "url", guide) == "authors: [{name: A, url: \n"


def test_right_behind_a_colon_a_blank_comes_along(guide: Guide) -> None:
    assert chosen("level:‸\n", "beginner", guide) == "level: beginner\n"
    assert chosen("level: ‸\n", "beginner", guide) == "level: beginner\n"
    assert chosen("level: beg‸\n", "intermediate", guide) == "level: intermediate\n"


def test_exercises_for_the_equipment_of_the_program_come_first(
    guide: Guide, library: Library
) -> None:
    found = offered(BODY.replace("goblet-squat", "‸"), guide)
    assert set(found) == set(library.exercises)
    possible = [
        library.exercises[id_].possible_with(frozenset({"dumbbell", "bench"})) for id_ in found
    ]
    assert possible == sorted(possible, reverse=True)
    assert True in possible
    assert False in possible
    squat = found["barbell-back-squat"]
    exercise = library.exercises["barbell-back-squat"]
    assert squat.detail is not None
    assert squat.detail.startswith(f"{exercise.name} · quadriceps")
    assert "not with this equipment: needs barbell" in squat.detail
    assert squat.filter_text is not None
    assert all(alias in squat.filter_text for alias in exercise.aliases)
    assert isinstance(squat.documentation, types.MarkupContent)


def test_a_swap_that_does_the_same_job_comes_first(guide: Guide, library: Library) -> None:
    text = f"{BODY}            swap:\n              - exercise: ‸"
    ids = list(offered(text.replace("equipment: [dumbbell, bench]\n", ""), guide))
    squat = library.exercises["goblet-squat"]
    fits = [library.exercises[id_].can_replace(squat) and id_ != squat.id for id_ in ids]
    assert fits == sorted(fits, reverse=True)
    assert fits[0]


def test_claims_say_how_they_stand(guide: Guide, library: Library) -> None:
    text = "takeaways:\n  - text: x\n    pillar: recovery\n    claims: [volume-targets, ‸]\n"
    found = offered(text, guide)
    assert set(found) == set(library.claims) - {"volume-targets"}
    claim = library.claims["session-volume-ceiling"]
    detail = found["session-volume-ceiling"].detail
    assert detail is not None
    assert claim.title in detail
    assert "certainty" in detail


def test_only_rules_that_can_be_departed_from_are_offered(guide: Guide) -> None:
    found = offered("deviations:\n  - rule: ‸\n", guide)
    assert "OVL001" in found
    assert "TEN003" not in found  # guards the meaning of the file


def test_like_repeats_an_earlier_block_with_sessions(guide: Guide) -> None:
    text = f"{BODY}  - name: Easy\n    weeks: 1\n    like: ‸\n  - name: Push\n    sessions: []\n"
    assert list(offered(text, guide)) == ["Build"]


def test_names_of_the_program_are_offered_where_a_deviation_says_where(guide: Guide) -> None:
    text = f"{BODY}deviations:\n  - rule: OVL001\n    where: {{%s: ‸}}\n"
    assert list(offered(text % "block", guide)) == ["Build"]
    assert list(offered(text % "session", guide)) == ["Legs"]
    assert list(offered(text % "exercise", guide)) == ["goblet-squat"]


def test_a_program_is_not_followed_by_itself(library: Library) -> None:
    guide = Guide(replace(library, programs=("x", "y")))
    assert list(offered("next:\n  - ‸\n", guide)) == ["y"]


def test_prose_can_link_while_it_is_written(guide: Guide, library: Library) -> None:
    text = "takeaways:\n  - text: >-\n      A [squat](‸\n"
    assert chosen(text, "exercise", guide) == text.replace(CURSOR, "exercise:")
    text = "summary: A [squat](exercise:gob‸) and more.\n"
    assert chosen(text, "goblet-squat", guide) == (
        "summary: A [squat](exercise:goblet-squat) and more.\n"
    )
    assert set(offered("summary: the [rule](rule:‸\n", guide)) >= {"OVL001"}


@pytest.mark.parametrize(
    "text",
    [
        "title: My pro‸gram\n",
        "summary: >-\n  Some prose with ‸\n",
        "level: beginner # a com‸ment\n",
        "# ‸\n",
        "nonsense:\n  ‸\n",
        "title: x\n  ‸\n",
    ],
)
def test_where_nothing_is_known_nothing_is_offered(text: str, guide: Guide) -> None:
    assert offered(text, guide) == {}


def test_quantities_show_how_they_are_written_until_something_stands_there(guide: Guide) -> None:
    assert "90 s" in offered(f"{BODY}            rest: ‸", guide)
    assert offered(f"{BODY}            rest: 9‸", guide) == {}
    assert set(offered(f"{BODY}    deload: ‸", guide)) == {"true", "false"}


# --- hover, definition, symbols


def test_a_field_says_what_it_means_and_how_it_is_written(guide: Guide) -> None:
    said = hovered(f"{BODY}            ri‸r: 2\n", guide)
    assert said.startswith("**`rir`** (optional)\n\nRepetitions in reserve at the end of each set.")
    assert "Write repetitions in reserve as `2` or `1-2`." in said
    assert hovered(f"{BODY}            rir: ‸2\n", guide) == ""
    assert "from 8 in the first week" in hovered(BODY.replace("reps:", "re‸ps:"), guide)


def test_an_exercise_says_what_it_trains_what_it_needs_and_one_cue(
    guide: Guide, library: Library
) -> None:
    said = hovered(BODY.replace("goblet-squat", "goblet-‸squat"), guide)
    squat = library.exercises["goblet-squat"]
    assert said.startswith(f"**{squat.name}**\n\nTrains quadriceps")
    assert "Needs " in said
    assert f"Think: {squat.cues[0]}" in said
    assert "http" not in said


def test_a_claim_says_its_verdict_and_a_rule_what_it_allows(guide: Guide) -> None:
    said = hovered("takeaways:\n  - claims: [volume-tar‸gets]\n", guide)
    assert "certainty)." in said
    said = hovered("deviations:\n  - rule: OVL‸001\n", guide)
    assert said.startswith("**OVL001 ")
    assert "Allowed: " in said
    assert "certainty" in said


def test_links_in_prose_say_where_they_lead(guide: Guide, library: Library) -> None:
    text = "summary: A [squat](exercise:goblet-‸squat).\n"
    assert library.exercises["goblet-squat"].name in hovered(text, guide)
    text, offset = placed(text)
    file = ROOT / "content/exercises/goblet-squat.yml"
    assert definition(outline(text), offset, library, ROOT) == file


def test_with_a_site_everything_links_to_its_page(library: Library) -> None:
    guide = Guide(library, "https://example.org/legs/")
    said = hovered(BODY.replace("goblet-squat", "goblet-‸squat"), guide)
    assert "(https://example.org/legs/exercises/goblet-squat/)" in said
    said = hovered("le‸vel: x\n", guide)
    assert "(https://example.org/legs/contribute/fields/)" in said


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("blocks:\n  - sessions:\n      - exercises:\n          - exercise: leg-‸press\n",
         "content/exercises/leg-press.yml"),
        ("takeaways:\n  - claims:\n      - volume-‸targets\n",
         "content/evidence/claims/volume-targets.yml"),
        ("next: [barbell-‸two-days]\n", "programs/barbell-two-days.yml"),
        ("next: [no-‸such-program]\n", None),
        ("next: [../../‸etc]\n", None),
        ("title: leg-‸press\n", None),
    ],
)  # fmt: skip
def test_an_id_leads_to_its_file(text: str, file: str | None, library: Library) -> None:
    text, offset = placed(text)
    found = definition(outline(text), offset, library, ROOT)
    assert found == (ROOT / file if file else None)
    if file:
        assert (ROOT / file).is_file()


def test_like_leads_to_the_block_it_repeats(library: Library) -> None:
    text, offset = placed(f"{BODY}  - name: Easy\n    like: Bu‸ild\n")
    place = definition(outline(text), offset, library, ROOT)
    assert place == text.index("Build")


def test_the_parts_of_a_program_are_listed_as_a_tree() -> None:
    def shown(parts: Sequence[types.DocumentSymbol] | None, depth: int = 0) -> str:
        return "".join(
            f"{'  ' * depth}{part.name} | {part.detail or ''}\n{shown(part.children, depth + 1)}"
            for part in parts or ()
        )

    text = BODY + (
        "          - superset:\n              - {exercise: leg-press, sets: 2, reps: 10}\n"
        "              - exercise: leg-curl\n"
    )
    found = symbols(Text(text), outline(text))
    assert shown(found) == (
        "equipment | \n"
        "blocks | \n"
        "  Build | 4 weeks\n"
        "    Legs | monday\n"
        "      goblet-squat | 3 × 8-12\n"
        "      superset | \n"
        "        leg-press | 2 × 10\n"
        "        leg-curl | \n"
    )


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_place_of_a_part_lies_inside_the_whole_of_it(file: Path) -> None:
    def check(parts: Sequence[types.DocumentSymbol] | None) -> None:
        for part in parts or ():
            assert part.name
            start, end = part.range.start, part.range.end
            inner = part.selection_range
            assert (start.line, start.character) <= (inner.start.line, inner.start.character)
            assert (inner.end.line, inner.end.character) <= (end.line, end.character)
            check(part.children)

    text = file.read_bytes().decode("utf-8", "replace")
    check(symbols(Text(text), outline(text)))


# --- diagnostics and actions


def said_of(fragment: str, library: Library) -> tuple[Text, Review]:
    """The review of the base program with the fields of a fragment in place of its own."""
    text = on_base(fragment)
    return Text(text), reviewed(read(text.encode(), "programs/x.yml"), library)


DEPARTS = """deviations:
  - rule: REC009
    reason: The lifters of this test do without a stall rule on purpose.
"""


def test_a_finding_has_severity_code_way_out_and_labels(guide: Guide) -> None:
    finding = Finding(
        ("level",), "this is wrong", "Do that", code="TEN001", severity=Severity.WARNING,
        place=Place(1, 1, 1, 6), labels=(Label(("goal",), "because", Place(2, 1, 2, 5)),),
    )  # fmt: skip
    text = Text("level: x\ngoal: y\n")
    found = diagnostic(finding, text, URI, guide)
    assert found.message == "this is wrong.\nDo that"
    assert found.code == "TEN001"
    assert found.source == "pillars"
    assert found.severity == types.DiagnosticSeverity.Warning
    assert found.code_description is None
    [label] = found.related_information or ()
    assert label.message == "because"
    assert label.location == types.Location(URI, text.range(9, 13))
    note = diagnostic(replace(finding, severity=Severity.NOTE), text, URI, guide)
    assert note.severity == types.DiagnosticSeverity.Information
    departed = diagnostic(replace(finding, reason="We mean it."), text, URI, guide)
    assert departed.severity == types.DiagnosticSeverity.Hint
    assert departed.message == "this is wrong.\nDeparts on purpose: We mean it."
    linked = diagnostic(finding, text, URI, Guide(guide.library, "https://example.org/"))
    assert linked.code_description is not None
    assert linked.code_description.href.startswith("https://example.org/framework/rules/ten001-")


def test_what_stands_behind_a_finding_is_shown_where_it_is(guide: Guide) -> None:
    text, review = said_of("# without recovery", guide.library)
    finding = next(f for f in review.findings if f.code == "REC008")
    start, _ = text.span(finding.place)
    found = hover(text, outline(text.text), start, guide, review)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert "**REC008 no-recovery-plan**: " in found.contents.value


def all_actions(
    text: Text, review: Review, guide: Guide, only: list[str] | None = None
) -> list[types.CodeAction]:
    def look(changed: str) -> Review:
        return reviewed(read(changed.encode(), "programs/x.yml"), guide.library)

    return actions(text, URI, review, look, guide, (0, len(text.text)), only)


def made(text: Text, action: types.CodeAction) -> str:
    """The text after an action."""
    assert action.edit is not None
    assert action.edit.changes is not None
    return edited(text.text, list(action.edit.changes[URI]), text.encoding)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "written",
    [
        "# without recovery",
        f"# without recovery\n{DEPARTS}",
        f"# without recovery\n{DEPARTS.replace('  ', '')}".replace("\nreason", "\n  reason"),
        "# without recovery\ndeviations: []\n",
    ],
    ids=["none yet", "one more", "flush left", "an empty list"],
)
def test_departing_from_a_rule_adds_the_lines_that_do_it(
    written: str, newline: str, guide: Guide
) -> None:
    text, review = said_of(written, guide.library)
    text = Text(text.text.replace("\n", newline))
    [action] = [
        a for a in all_actions(text, review, guide) if a.title.startswith("Depart from REC008")
    ]
    assert action.kind == types.CodeActionKind.QuickFix
    assert action.is_preferred is None
    assert [d.code for d in action.diagnostics or ()] == ["REC008"]
    after = made(text, action)
    assert newline == "\n" or after.count("\n") == after.count("\r\n")
    # the dots are no reason yet; with one, the finding is covered
    again = reviewed(read(after.encode(), "programs/x.yml"), guide.library)
    assert [f.code for f in again.findings] == ["SCH004"]
    reasoned = after.replace("…", "The people this is for recover as they please.")
    again = reviewed(read(reasoned.encode(), "programs/x.yml"), guide.library)
    [finding] = [f for f in again.findings if f.code == "REC008"]
    assert not finding.open


def test_a_list_of_deviations_in_brackets_is_left_alone(guide: Guide) -> None:
    reason = "The lifters of this test do without a stall rule."
    text, review = said_of(
        f"# without recovery\ndeviations: [{{rule: REC009, reason: {reason}}}]\n", guide.library
    )
    assert "REC008" in {finding.code for finding in review.findings}
    assert not [a for a in all_actions(text, review, guide) if "REC008" in a.title]


SLIPS = """title: 🦵 Legs
levl: beginner
goal: hypertrohpy
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_fixes_become_quick_fixes_and_the_safe_ones_can_be_made_at_once(
    newline: str, guide: Guide
) -> None:
    text, review = said_of(f"# without level\n{SLIPS}", guide.library)
    text = Text(text.text.replace("\n", newline))
    found = {action.title: action for action in all_actions(text, review, guide)}
    assert list(found) == ["Write `hypertrophy`", "Rename the key to `level`"]
    assert all(action.is_preferred for action in found.values())
    rename = made(text, found["Rename the key to `level`"])
    assert rename == text.text.replace("levl:", "level:")
    [everything] = all_actions(text, review, guide, ["source.fixAll"])
    assert everything.kind == types.CodeActionKind.SourceFixAll
    assert made(text, everything) == rename.replace("hypertrohpy", "hypertrophy")


def test_a_fix_that_needs_a_look_is_not_preferred_and_not_made_with_the_others(
    guide: Guide,
) -> None:
    text, _ = said_of("", guide.library)
    source = read(text.text.encode(), "programs/x.yml")
    fix = Fix("call it `Legs`", (Change("value", ("title",), "Legs"),))
    finding = source.located(Finding(("title",), "this is dull", code="SCH004", fix=fix))
    review = Review(source, None, (finding,))
    [action] = all_actions(text, review, guide)
    assert action.title == "Call it `Legs`"
    assert not action.is_preferred
    assert "title: Legs\n" in made(text, action)
    assert all_actions(text, review, guide, ["source"]) == []


def test_an_editor_gets_the_kinds_of_action_it_asks_for(guide: Guide) -> None:
    text, review = said_of("# without recovery", guide.library)
    assert all_actions(text, review, guide, ["quickfix"])
    assert all_actions(text, review, guide, ["source"]) == []
    assert all_actions(text, review, guide, ["refactor"]) == []
    finding = next(f for f in review.findings if f.code == "REC008")
    _, end = text.span(finding.place)
    beside = actions(text, URI, review, lambda _: review, guide, (end + 1, end + 1))
    assert not [a for a in beside if "REC008" in a.title]


# --- which files are ours


def test_a_program_is_what_lies_in_programs_or_names_the_schema() -> None:
    line = "# yaml-language-server: $schema=../schema/program.schema.json\n"
    assert is_program(ROOT / "programs/new.yml", ROOT, "")
    assert is_program(ROOT / "drafts/new.yml", ROOT, f"# My draft\n{line}")
    assert is_program(ROOT / "drafts/new.yml", ROOT, line.replace("\n", "\r\n"))
    assert not is_program(ROOT / "mkdocs.yml", ROOT, "site_name: x\n")
    assert not is_program(ROOT / "x.yml", ROOT, line.replace("program", "other"))
    assert project_of(ROOT / "programs/new.yml") == ROOT
    assert project_of(Path("/x.yml")) is None


def test_a_text_in_an_editor_gets_the_findings_of_a_file(library: Library) -> None:
    path = ROOT / "programs/x.yml"
    misnamed = review_of(ROOT / "programs/My Legs.yml", ROOT, "title: x\n", library)
    assert [f.code for f in misnamed.findings] == ["YML016"]
    assert [f.code for f in review_of(path, ROOT, "a: \ud800\n", library).findings] == ["YML001"]
    assert review_of(path, ROOT, "", library).findings[0].file == "programs/x.yml"


def test_the_library_is_read_again_when_a_file_of_it_changes(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("content", "programs"):
        shutil.copytree(ROOT / name, root / name)
    shelf = Shelf(root)
    shelf.look()
    shelf.look()
    assert shelf.readings == 1
    sound = shelf.sound
    assert sound is not None
    claim = root / "content/evidence/claims/volume-targets.yml"
    whole = claim.read_text(encoding="utf-8")
    claim.write_text(f"titel: x\n{whole}", encoding="utf-8")
    shelf.look()
    assert shelf.readings == 2
    assert shelf.files is not None
    assert claim.relative_to(root).as_posix() in {f.file for f in shelf.files.findings}
    assert shelf.sound is sound  # the last one that was right
    claim.write_text(whole, encoding="utf-8")
    shelf.look()
    assert shelf.files.findings == ()
    (root / "content/framework.yml").write_text("topics: [", encoding="utf-8")
    shelf.look()
    assert shelf.trouble.startswith("content/framework.yml:")
    assert shelf.sound is not None


def test_the_cursor_in_a_comment_or_in_prose_is_nowhere() -> None:
    for text in ("level: x # ‸", "summary: |\n  ‸prose", "- - # ‸"):
        text, offset = placed(text)
        assert cursor(outline(text), offset) is None
