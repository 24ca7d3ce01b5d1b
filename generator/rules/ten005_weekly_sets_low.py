"""A part of the leg gets fewer sets a week than are advised for growth.

## What it checks
Programs whose goal is hypertrophy, and each part of the leg (quadriceps, hamstrings, glutes,
adductors, calves) that some exercise trains directly. In its lowest loading week it should get at
least 4 fractional sets. Fewer than the usual band starts with is a note: 6 for a beginner, 10 at
intermediate and 12 at advanced level. Weeks that leave the part out are [a matter for
REC006](rule:REC006), and parts that nothing trains directly [one for BAL001](rule:BAL001), as are
programs with another goal. Parts under `out_of_scope` are not judged.

## Why it matters
Four weekly sets are a usable minimum for growth. The claim that says so is
[supported](claim:minimum-dose) with low certainty. It is an expert floor for people short of time,
not a measured threshold. About 10 sets are
[a productive level](claim:volume-dose-response). Splitting the band by level is our convention:
[no trial tests it](claim:volume-targets), and the claim is partly supported with low certainty.
Programs with another goal only have to reach the floor, since one hard set one to three times a
week still raised the 1RM of trained men.

## What to do
Add a set or two, or another exercise for the part. If less is meant, as in a program for little
time or one that only maintains a part, say so in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 10, reps: 10, rir: 2, rest: 2 min}
          - {exercise: seated-leg-curl, sets: 3, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
level: beginner
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 6, reps: 10, rir: 2, rest: 2 min}
          - {exercise: seated-leg-curl, sets: 6, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Label, Severity
from generator.measure.causes import cause_labels
from generator.measure.dose import weekly_sets
from generator.measure.sets import share_for, targeted
from generator.model.number import plain
from generator.model.wording import counted
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def lowest_weeks(plan: Plan) -> Iterator[tuple[str, Week, Fraction]]:
    """Each part that is trained directly, its lowest loading week with any work, and the sets."""
    for group in targeted(plan):
        doses = [(week, weekly_sets(plan)[week.number][group]) for week in plan.loading_weeks]
        week, sets = min((pair for pair in doses if pair[1]), key=lambda pair: pair[1])
        yield group, week, sets


def measured(plan: Plan) -> str:
    """The lowest loading week, part by part."""
    parts = [f"{group} {plain(sets)}" for group, _, sets in lowest_weeks(plan)]
    return f"at least {', '.join(parts)}" if parts else "no part trained directly"


@rule(
    code="TEN005",
    name="weekly-sets-low",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("minimum-dose", "volume-targets", "volume-dose-response"),
    thresholds=(
        "weekly-sets-least",
        "weekly-sets-band-beginner",
        "weekly-sets-band-intermediate",
        "weekly-sets-band-advanced",
        "hard-set-rir",
    ),
    allowed="at least {weekly-sets-least} fractional sets a week for a part of the leg, better "
    "{weekly-sets-band-LEVEL}, if the goal is hypertrophy",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per part of the leg for the whole program, about its lowest week."""
    level = plan.program.level
    least = plan.framework.limit("weekly-sets-least")
    band = plan.framework.limit_for("weekly-sets-band", level)
    if plan.program.goal != "hypertrophy":
        return
    for group, week, sets in lowest_weeks(plan):
        if sets >= band:
            continue
        got = f"the {group} get {counted(sets, 'fractional set')} in week {week.number}"
        causes = cause_labels(week, share_for(group, plan.framework), "fractional set")
        goal = Label(("goal",), "the goal is muscle growth")
        if sets < least:
            yield Finding(
                (*week.block_keys, "name"),
                f"{got}; {plain(least)} a week is the floor that experts advise",
                "Add sets or an exercise for it, or give a reason in `deviations`.",
                (*causes, goal),
            )
        else:
            yield Finding(
                (*week.block_keys, "name"),
                f"{got}; the usual band at {level} level starts at {plain(band)}",
                "Add a set or two if the part matters to this program.",
                (*causes, Label(("level",), f"{level} level: from {plain(band)}"), goal),
                graded=Severity.NOTE,
            )
