"""The file itself: a program as YAML, with a line for newcomers beside each part."""

from collections.abc import Iterable, Iterator, Sequence

from generator.finding import Finding
from generator.scaffold.blocks import LoadingBlock
from generator.scaffold.choice import needed
from generator.scaffold.week import Day, Days, Lift, Place
from generator.scaffold.wishes import Wishes
from generator.scaffold.words import (
    any_weight,
    eating,
    lifts_of,
    not_served,
    progress,
    recovery,
    served,
    starting_loads,
    step,
    summary,
    takeaways,
    when_stuck,
)
from generator.scaffold.yaml_text import comment, prose, quoted, weekly


def program_text(
    wishes: Wishes,
    blocks: Sequence[LoadingBlock],
    minutes: int,
    left_out: Sequence[str],
    schema: str,
    remarks: Iterable[Finding] = (),
) -> str:
    """The whole file. `remarks` is what the checker says of it, told at the top."""
    days = blocks[0].days
    parts = [
        _head(schema, remarks),
        _facts(wishes, days, minutes, left_out),
        _audience(wishes, days),
        _takeaways(days),
        _blocks(blocks),
        _rest(wishes, days),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(schema: str, remarks: Iterable[Finding]) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield from comment(
        "Made by `pillars new`. Everything here is yours to change. Lines that begin with # are "
        "notes to you; delete them when you have read them."
    )
    yield from comment(
        "`pillars check` says what is wrong, `pillars explain reps` what a field means, and "
        "`pillars explain OVL001` what a rule wants."
    )
    told = [f"{found.code} {found.severity}: {found.message}" for found in remarks]
    if told:
        yield "#"
        yield from comment("What the checker remarks about it; decide whether that matters to you:")
        for line in told:
            first, *more = comment(line, 0)
            yield first.replace("# ", "# - ", 1)
            yield from (row.replace("# ", "#   ", 1) for row in more)


def _facts(wishes: Wishes, days: Days, minutes: int, left_out: Sequence[str]) -> Iterator[str]:
    exercises = [lift.exercise for lift in lifts_of(days)]
    yield f"title: {quoted(wishes.title)}"
    yield from comment("Two sentences for somebody who looks for a program.")
    yield from prose("summary:", summary(wishes, minutes))
    yield f"level: {wishes.level}"
    yield f"goal: {wishes.goal}"
    yield from comment("Everything the exercises below need, and no more.")
    yield f"equipment: [{', '.join(needed(exercises, wishes.equipment))}]"
    yield from comment("The longest session, warm-up included; the checker makes its own estimate.")
    yield f"session_minutes: {minutes}"
    yield from comment("Your name, as the guide prints it. `url: https://…` may follow.")
    yield "authors:"
    yield f"  - name: {quoted(wishes.author)}"
    if left_out:
        yield from comment(
            "Too little work for these fits in; the guide tells readers to train them elsewhere."
        )
        yield f"out_of_scope: [{', '.join(left_out)}]"


def _audience(wishes: Wishes, days: Days) -> Iterator[str]:
    equipment = needed([lift.exercise for lift in lifts_of(days)], wishes.equipment)
    yield from comment("Who should take this program, and who should not. Sentences with “You”.")
    yield "audience:"
    yield "  for:"
    for sentence in served(wishes, equipment):
        yield from prose("-", sentence, 4)
    yield "  not_for:"
    for sentence in not_served(wishes):
        yield from prose("-", sentence, 4)


def _takeaways(days: Days) -> Iterator[str]:
    yield from comment(
        "Three to seven things to remember. Each stands on a claim from content/evidence/claims/ "
        "and says no more than its verdict; `pillars explain failure-proximity` shows one."
    )
    yield "takeaways:"
    for point in takeaways(days):
        yield from prose("- text:", point.text, 2)
        yield f"    pillar: {point.topic}"
        yield f"    claims: [{', '.join(point.claims)}]"


_FIRST = (
    "A block is some weeks with the same sessions. Exercises are named by their files in "
    "content/exercises/. One value holds for all weeks of the block; a list has one for each week."
)
_NOTES = {
    "Base": "Find your loads and learn the order of the sessions. The reserve is generous.",
    "Build": "The same sessions, begun a little heavier than the first block was.",
    "Peak": "The last block. Begin it a little heavier again.",
}
_EASY = (
    "Half the sets, well short of the limit. In two small trials an easy week neither added muscle "
    "nor cost any; take it for your joints."
)


def _blocks(blocks: Sequence[LoadingBlock]) -> Iterator[str]:
    yield from comment(_FIRST)
    yield from comment(
        "sets, reps: working sets and repetitions. rir: repetitions left in reserve at the end of "
        "a set; it decides the load. To name the load instead, add `load: 75%` or `load: 60 kg`."
    )
    yield from comment(
        "tempo: seconds down, at the bottom, up (X: as fast as you can), at the top. warmup: "
        "repetitions at a share of the working load."
    )
    yield "blocks:"
    easy = sum(block.easy_after for block in blocks)
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield f"  - name: {block.name}"
        yield f"    weeks: {block.weeks}"
        yield from prose("note:", _NOTES[block.name], 4)
        if number == 1:
            yield from comment(
                "Written out again, since repetitions and reserve differ. What you change in "
                f"{blocks[0].name}, change here as well; it does not follow by itself.", 4
            )  # fmt: skip
        yield "    sessions:"
        for day in block.days:
            yield from _session(day, first=number == 0)
        if block.easy_after:
            yield ""
            if not number:
                yield from comment("`like` repeats the sessions of a block, here lighter.", 2)
            name = "Easy week" if easy == 1 else f"Easy week {number + 1}"
            yield f"  - name: {name}"
            yield "    weeks: 1"
            yield "    deload: true"
            yield f"    like: {block.name}"
            yield "    sets: 50%"
            yield "    rir: 4"
            yield from prose("note:", _EASY, 4)


def _session(day: Day, first: bool) -> Iterator[str]:
    yield f"      - name: {day.name}"
    yield f"        day: {day.day}"
    yield "        warmup:"
    yield "          - Five minutes on a bike or a brisk walk."
    yield "          - Ten slow bodyweight squats and ten hip hinges."
    if any(lift.exercise.jump for lift in day.lifts):
        yield "          - A few small jumps with quiet landings."
    yield "        exercises:"
    for place in day.places:
        yield from _place(place, first)


def _place(place: Place, first: bool) -> Iterator[str]:
    if len(place.lifts) == 1:
        yield from _lift(place.lifts[0], 10, rest=True)
        return
    if first:
        yield from comment("In turn: one set of each, then the rest.", 10)
    yield "          - superset:"
    for lift in place.lifts:
        yield from _lift(lift, 14, rest=False)
    yield f"            rest: {place.lifts[0].rest}"


def _lift(lift: Lift, indent: int, rest: bool) -> Iterator[str]:
    lead = " " * indent
    yield f"{lead}- exercise: {lift.exercise.id}"
    yield f"{lead}  sets: {lift.sets}"
    yield f"{lead}  reps: {weekly(lift.reps)}"
    if lift.rir:
        yield f"{lead}  rir: {weekly(lift.rir)}"
    if lift.tempo:
        yield f"{lead}  tempo: {lift.tempo}"
    if rest:
        yield f"{lead}  rest: {lift.rest}"
    if lift.warmup:
        yield f"{lead}  warmup: [{', '.join(lift.warmup)}]"
    if lift.swap:
        yield f"{lead}  swap:"
        yield f"{lead}    - exercise: {lift.swap}"


def _rest(wishes: Wishes, days: Days) -> Iterator[str]:
    weight = any_weight(days, wishes)
    equipment = needed([lift.exercise for lift in lifts_of(days)], wishes.equipment)
    energy, food = eating(wishes.goal)
    yield from comment(
        "How the work grows. double: repetitions first, then load. `pillars explain "
        "progression.kind` lists the other kinds."
    )
    yield "progression:"
    yield "  kind: double"
    yield f"  step: {step(equipment, weight)}"
    yield from prose("text:", progress(days, wishes), 2)
    yield from comment("After so many sessions without progress, so much load comes off.", 2)
    yield "  stall:"
    yield "    after: 2"
    yield "    cut: 10%"
    yield from prose("text:", when_stuck(weight), 4)
    yield from comment("How to find the first loads.")
    yield from prose("starting_loads:", starting_loads(weight))
    yield "recovery:"
    yield "  sleep: 7-9 h"
    yield from prose("text:", recovery(wishes), 2)
    yield from comment("energy is against maintenance: `+5%`, `-300 kcal` or `maintenance`.")
    yield "nutrition:"
    yield "  protein: 1.6-2.2 g/kg"
    yield f"  energy: {energy}"
    yield from prose("text:", food, 2)
    yield from comment(
        "If you break a rule on purpose, say why; readers see the reason. Take the # away:"
    )
    yield "# deviations:"
    yield "#   - rule: OVL001"
    yield "#     reason: Say here why the program is better off without it."
