"""DOC005 speaks up about sentences that go beyond the evidence, and about no others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.model import Library
from generator.plan import Plan
from generator.rules.doc005_overclaiming_prose import OVERCLAIMS, found, overclaims

ROOT = Path(__file__).parent.parent
PROGRAMS = sorted((ROOT / "programs").glob("*.yml"))

TOO_MUCH = {
    "sleep-for-growth": [
        "Good sleep gives you 20 % more muscle growth.",
        "Short nights cost you 18% of your gains, so sleep.",
        "Bad sleep cuts muscle growth by 30 percent.",
        "Sixty per cent of the growth happens while you sleep.",
    ],
    "protein-planning": [
        "Do not miss the anabolic window.",
        "Never waste the anabolic window after a leg day!",
        "You must eat inside the anabolic window.",
        "The anabolic window closes after an hour.",
        "There is an anabolic window that must not be missed.",
        "Protein has to come within 30 minutes.",
        "You must eat protein within an hour.",
    ],
    "squat-seventy-percent": [
        "The squat trains 70 % of your legs.",
        "Squats recruit seventy percent of the leg muscles.",
        "With 70% of all the leg musculature in one lift, the squat comes first.",
    ],
    "knee-stress-lean": [
        "Forward lean overloads the knees.",
        "Leaning too far forward puts stress on the knee.",
        "Do not lean forward, it is hard on the knees.",
        "Stay upright to protect your knees.",
        "Staying upright spares your knees.",
    ],
    "knee-stress-shallow": [
        "Shallow squats stress the knees.",
        "Half squats are bad for your knees.",
        "Avoid quarter squats: they wreck knees.",
    ],
    "deep-squat-harm": [
        "Deep squats damage the knees.",
        "Full squats protect your knees.",
        "Skip deep squats: they ruin your knees.",
        "Because deep squats damage the knees, stop higher.",
    ],
    "powerlifter-leg-mass-study": [
        "Expect 1.8-2.4 % a year.",
        "Lifters gain 1.8 to 2.4 per cent.",
        "You can add 3 % leg mass per year.",
    ],
    "multi-planar-resistance": [
        "Elite athletes prove that it works.",
        "Lunges in several planes wake up satellite cells.",
    ],
    "compounds-satellite-cells": ["Heavy squats activate your satellite cells."],
    "metabolic-stress-mechanism": [
        "The pump makes muscles grow.",
        "Lactate triggers growth.",
        "The burn makes your legs bigger.",
        "Growth comes from lactate.",
        "Short rests raise growth hormone, and hormones build muscle.",
    ],
    "hypertrophy-rep-zone": [
        "Sets of 15 and more do not build muscle.",
        "20 reps won't build muscle.",
        "High reps never build size.",
        "High reps do not make muscle.",
        "High reps will not make your legs grow.",
        "More than 15-20 repetitions cannot grow legs.",
    ],
    "satellite-cells-intensity": [
        "Light weights do not build muscle.",
        "Only heavy weights build muscle.",
    ],
    "periodised-loading": [
        "Daily undulating periodisation builds more muscle.",
        "Periodized plans give you much more growth.",
    ],
    "frequency": [
        "A higher frequency builds more muscle.",
        "Training legs three times a week gives more growth.",
    ],
    "deload-hypertrophy": ["The deload re-sensitises your muscles."],
    "overload-without-recovery": ["More than this will end in joint damage."],
}

ALL_RIGHT = [
    # denied, doubted, asked, quoted, told of somebody
    "Sleep does not add 20 % of muscle growth.",
    "There is no anabolic window that you must hit.",
    "There is no such thing as an anabolic window that closes after an hour.",
    "The anabolic window does not close.",
    "It is not true that sets of 15 do not build muscle.",
    "That light weights do not build muscle is a myth.",
    "Forward lean does not hurt the knees.",
    "Forward lean is no danger to the knee.",
    "That a burn or pump is what grows muscle is contested, so the heavy lifts stay first.",
    "The framework says that squats train 70 % of the legs.",
    "You may hear that the squat trains 70 % of the legs.",
    "Does the squat train 70 % of the legs?",
    "The old line “squats train 70 % of the legs” has no source.",
    "The squat trains 70 % of the legs. That is a myth.",
    "Light weights do not build muscle. This is contradicted by every trial.",
    "The 1.8-2.4 % a year could be found in no study.",
    "If leaning forward hurts your knee, take the leg press.",
    "When deep squats hurt your knee, stop higher.",
    # something else
    "Sleep seven hours, eat 5 % more, and let growth come.",
    "A night without sleep lowered muscle protein synthesis by 18 %.",
    "Squat with 70 % of the leg press load.",
    "Squats are about 40 % of the leg work here.",
    "Eat 1.8-2.4 g/kg of protein.",
    "Leaning forward takes stress off the knees and puts it on the hips.",
    "A shallow squat puts less stress on the knee.",
    "Quarter squats tempt you to load more, which is hard on the knees.",
    "Lean forward a little and keep the knee over the toes.",
    "Knees in, chest down and a forward lean: stop the set.",
    "The pump sets come last and build work capacity.",
    "High-rep sets near failure grow muscle about as well as heavy sets.",
    "Pump work comes last. It adds hard sets in little time.",
    "Training twice a week makes room for more sets, which build more muscle.",
    "Periodised loading builds strength.",
    "Take the deload as written.",
    "Satellite-cell rises are associated with hard training.",
    "Adding protein within the day is up to you.",
    "Nobody has tested it in elite lifters.",
    "Skip deep squats when they hurt your knees.",
    "Use this swap when deep squats hurt your knees.",
    "Take the swap whenever full squats hurt a knee that was operated.",
    "Because deep squats strain sore knees, raise the box for a week.",
    "The pump makes your legs feel full.",
    "High reps do not make your legs slow.",
    "Light weights will not make your legs grow tired.",
    "A burn in the quads makes the muscle work hard.",
    "Muscle grows from tension; the pump is a side effect.",
    "Muscle grows from tension: the pump is a side effect.",
    "Squat at 70 % of your leg strength test.",
]


@pytest.mark.parametrize(
    ("claim", "text"), [(claim, text) for claim, texts in TOO_MUCH.items() for text in texts]
)
def test_what_the_evidence_rules_out_is_found(claim: str, text: str) -> None:
    assert [overclaim.claim for _, overclaim in overclaims(text)] == [claim]
    inside = f"Warm up first. {text} Then rest."
    assert [overclaim.claim for _, overclaim in overclaims(inside)] == [claim]


@pytest.mark.parametrize("text", ALL_RIGHT)
def test_denials_and_other_subjects_are_left_alone(text: str) -> None:
    assert list(overclaims(text)) == []


def test_each_entry_of_the_table_is_tried_and_names_a_claim(library: Library) -> None:
    named = {overclaim.claim for overclaim in OVERCLAIMS}
    assert named == TOO_MUCH.keys()
    assert named <= library.claims.keys()


def test_of_a_link_only_the_words_are_prose() -> None:
    assert list(overclaims("See [the claim](claim:forward-lean-wrecks-knees).")) == []
    [(said, _)] = overclaims("[Forward lean](claim:knee-stress-lean) wrecks\n  the knees.")
    assert said == "Forward lean wrecks the knees"


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_the_published_programs_claim_no_such_thing(file: Path) -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [text for inner in value for text in texts(inner)]
        return [str(value)]

    whole = texts(yaml.safe_load(file.read_text(encoding="utf-8")))
    assert len(whole) > 100
    assert [said for text in whole for said, _ in overclaims(text)] == []


def test_every_kind_of_prose_is_read(lay: Callable[[str], Plan]) -> None:
    plan = lay("# nothing else\n")
    text = "Deep squats damage the knees."
    block = plan.program.blocks[0]
    session = block.sessions[0]
    program = replace(
        plan.program,
        summary=text,
        starting_loads=text,
        blocks=(replace(block, sessions=(replace(session, note=text, warmup=(text,)),)),),
    )
    places = [keys for keys, _, _ in found(program)]
    assert places == [
        ("summary",),
        ("blocks", 0, "sessions", 0, "note"),
        ("blocks", 0, "sessions", 0, "warmup", 0),
        ("starting_loads",),
    ]
