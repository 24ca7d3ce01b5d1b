"""Hints that depend on the program or on thresholds say what fits it; cases do not show hints."""

import pytest
from conftest import Lay

from generator.rule import all_rules

RULES = {rule.code: rule for rule in all_rules()}


def legs(prescription: str, head: str = "") -> str:
    """One session of one exercise."""
    return (
        f"{head}blocks:\n  - name: Build\n    weeks: 1\n    sessions:\n"
        "      - name: Legs\n        day: monday\n        exercises:\n"
        f"          - {{exercise: {prescription}}}\n"
    )


@pytest.mark.parametrize(
    ("code", "fragment", "hint"),
    [
        (
            "TEN004",
            legs("leg-press, sets: 3, reps: 8, rir: 5"),
            "Plan 0 to 3 RIR with more reps or load, or make a lighter week a deload.",
        ),
        (
            "TEN004",
            legs("leg-press, sets: 3, reps: 8, rir: 5", "level: beginner\n"),
            "Plan 2 to 4 RIR with more reps or load, or make a lighter week a deload.",
        ),
        (
            "TEN010",
            legs("front-squat, sets: 2, reps: 8, rir: 0"),
            "Keep 1 to 3 in reserve, or write one last set to failure as a line of its own.",
        ),
        ("TEN010", legs("front-squat, sets: 1, reps: 8, rir: 0"), "Keep 1 to 3 in reserve."),
        (
            "TEN011",
            legs("front-squat, sets: 2, reps: 8, rir: 2, rest: 90 s"),
            "Rest two minutes or more, or do more than 8 repetitions with less than 80 %.",
        ),
        (
            "TEN012",
            legs("front-squat, sets: 2, reps: 8, rir: 2, rest: 45 s"),
            (
                "Rest longer, do more than 8 repetitions with less than 80 %, or write a cluster "
                "or rest-pause set."
            ),
        ),
    ],
)
def test_a_hint_fits_its_program(code: str, fragment: str, hint: str, lay: Lay) -> None:
    assert [finding.hint for finding in RULES[code].check(lay(fragment))] == [hint]
