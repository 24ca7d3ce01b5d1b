"""The real programs: one number past its limit, and the right rule speaks at the right line."""

from pathlib import Path

import pytest

from generator.model import Library
from generator.review import review

SQUAT_LOADS = "load: [72%, 74%, 74%, 76%]"
DEADLIFT_LOADS = "load: [74%, 76%, 78%, 80%]"
SUMMARY = "Ten weeks of two barbell leg days"

# program, words as they stand, words instead, the rule, what the line it points at holds
CHANGES = [
    # three times the sets in the last week of the block: a jump, and too steep an average
    ("barbell-two-days", "[3, 3, 4, 4]", "[3, 3, 4, 12]", "OVL002", "sets: [3, 3, 4, 12]"),
    ("barbell-two-days", "[3, 3, 4, 4]", "[3, 3, 4, 12]", "OVL001", "- name: Volume"),
    # sets taken away: the week falls
    ("barbell-two-days", "[3, 3, 4, 4]", "[3, 3, 4, 1]", "OVL002", "sets: [3, 3, 4, 1]"),
    # a squat just under, and a deadlift just over the tension zone
    ("barbell-two-days", SQUAT_LOADS, SQUAT_LOADS.replace("72", "64.5"), "TEN001", "load: [64.5%"),
    ("barbell-two-days", DEADLIFT_LOADS, DEADLIFT_LOADS.replace("80", "85.5"), "TEN001", "85.5%]"),
    # eight repetitions and two in reserve at 92 % are more than the curve gives
    ("barbell-two-days", SQUAT_LOADS, SQUAT_LOADS.replace("76", "92"), "TEN003", "reps: 8"),
    ("dumbbell-two-days", "sleep: 7-9 h", "sleep: 6.5-9 h", "REC008", "sleep: 6.5-9 h"),
    ("barbell-two-days", "rest: 60 s", "rest: 20 s", "MET002", "rest: 20 s"),
    ("machines-short-sessions", "minutes: 40", "minutes: 60", "DOC004", ""),
    ("barbell-two-days", SUMMARY, SUMMARY.replace("Ten", "Twelve"), "DOC004", "summary: >-"),
    ("barbell-two-days", SUMMARY, SUMMARY.replace("two", "three"), "DOC004", "summary: >-"),
    ("barbell-two-days", "  - rack\n", "", "TEC004", "- exercise: barbell-back-squat"),
    ("barbell-two-days", "{exercise: front-squat,", "{exercise: leg-curl,", "SCH005", "leg-curl,"),
    ("barbell-two-days", "{exercise: front-squat,", "{exercise: step-up,", "TEC005", "step-up,"),
    ("barbell-two-days", "    claims: [failure-proximity]\n", "", "DOC001", "- text: >-"),
]


@pytest.mark.parametrize(("program", "old", "new", "code", "line"), CHANGES)
def test_a_number_past_its_limit_is_found_where_it_stands(
    root: Path,
    library: Library,
    tmp_path: Path,
    program: str,
    old: str,
    new: str,
    code: str,
    line: str,
) -> None:
    text = (root / f"programs/{program}.yml").read_text(encoding="utf-8")
    assert old in text, "the program changed; choose another number of it"
    file = tmp_path / f"{program}.yml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = {f.message for f in review(root / f"programs/{program}.yml", library).findings}
    found = [f for f in review(file, library).findings if f.message not in before and f.open]
    rows = file.read_text(encoding="utf-8").split("\n")
    assert code in [f.code for f in found], [f.message for f in found]
    assert any(line in rows[f.place.line - 1] for f in found if f.code == code), [
        f"{f.code} {f.place.line}: {rows[f.place.line - 1]}" for f in found
    ]


def test_every_program_is_listed_by_another_as_what_comes_next(
    root: Path, library: Library
) -> None:
    following: set[str] = set()
    for name in library.programs:
        plan = review(root / f"programs/{name}.yml", library).plan
        assert plan is not None
        others = set(plan.program.next) - {name}
        assert others, f"{name} says nothing of what comes next"
        following |= others
    assert following == set(library.programs)
