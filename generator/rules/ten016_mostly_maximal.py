"""Most of the sets for a part of the leg are nearly maximal in a hypertrophy program.

## What it checks
Programs whose goal is hypertrophy. Over the loading weeks of a block, no more than 50 % of the hard
sets that train a part of the leg directly may be nearly maximal: 4 or fewer repetitions, or above
90 % of the 1RM, written or estimated. A range of repetitions counts at its middle. Holds are not
counted.

## Why it matters
Growth does not peak at 8 to 12 repetitions; the claim that it does is
[contradicted](claim:hypertrophy-rep-zone) with moderate certainty. Low, moderate and high loads
grew muscle alike when sets were hard. Our library takes 5 to 30 repetitions as valid for growth, so
a block of triples lies outside what it calls valid. That is not proof that triples fail to build
muscle. The 4 repetitions, the 90 % and the 50 % are conventions, and no trial set them.

## What to do
Keep the heavy sets you want for strength and do the rest with more repetitions. If strength comes
first, say so with `goal: strength`. A short peak can give its reason in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 4, reps: 4, rir: 2, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 3, reps: 4, rir: 2, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 10, rir: 2, rest: 2 min}
          - {exercise: barbell-hip-thrust, sets: 3, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.finding import Finding, Label, Severity
from generator.measure.causes import cause_labels
from generator.measure.lines import repeated, week_list
from generator.measure.sets import direct_for
from generator.model import Framework
from generator.model.number import plain, plain_beside
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, PlannedSet, Week
from generator.rule import Kind, rule


@dataclass(frozen=True)
class Share:
    """How many of the hard sets for a part of the leg are nearly maximal in a block."""

    group: str
    weeks: tuple[Week, ...]
    maximal: int
    total: int

    @property
    def percent(self) -> Fraction:
        """Nearly maximal sets in percent of all."""
        return Fraction(100 * self.maximal, self.total)


def is_maximal(set_: PlannedSet, framework: Framework) -> bool:
    """Whether a set has very few repetitions or a load close to the 1RM."""
    few = set_.reps.middle <= framework.limit("maximal-reps")
    heavy = set_.intensity and set_.intensity.percent > framework.limit("maximal-load")
    return few or bool(heavy)


def counted_for(group: str, framework: Framework) -> Callable[[PlannedSet], bool]:
    """Whether a set, not a hold, is a hard one that trains a part of the leg directly."""
    direct = direct_for(group, framework)
    return lambda set_: direct(set_) and not set_.reps.timed


def maximal_for(group: str, framework: Framework) -> Callable[[PlannedSet], bool]:
    """Whether such a set is nearly maximal."""
    counts = counted_for(group, framework)
    return lambda set_: counts(set_) and is_maximal(set_, framework)


def shares(plan: Plan, group: str) -> Iterator[Share]:
    """Each block of loading weeks with hard sets for a part of the leg."""
    counts = counted_for(group, plan.framework)
    for weeks in plan.loading_blocks:
        own = [set_ for week in weeks for set_ in week.sets if counts(set_)]
        if own:
            maximal = sum(is_maximal(set_, plan.framework) for set_ in own)
            yield Share(group, weeks, maximal, len(own))


def measured(plan: Plan) -> str:
    """The greatest share in any block."""
    found = [share for group in LEG_GROUPS for share in shares(plan, group)]
    if not found:
        return "no hard sets with repetitions"
    most = max(found, key=lambda share: share.percent)
    percent = plain_beside(most.percent, plan.framework.limit("maximal-share"), places=0)
    return f"at most {percent} % of a block's hard sets, for the {most.group}"


@rule(
    code="TEN016",
    name="mostly-maximal",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("hypertrophy-rep-zone",),
    thresholds=("maximal-reps", "maximal-load", "maximal-share", "hard-set-rir"),
    allowed="at most {maximal-share} % of a part of the leg's hard sets with {maximal-reps} or "
    "fewer repetitions or above {maximal-load} %, if the goal is hypertrophy",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg; a repeated block is not told again."""
    if plan.program.goal != "hypertrophy":
        return
    limit = plan.framework.limit
    most, few, heavy = limit("maximal-share"), limit("maximal-reps"), limit("maximal-load")
    for group in LEG_GROUPS:
        over = [share for share in shares(plan, group) if share.percent > most]
        known = {share.weeks[0].block_number for share in over}
        for share in over:
            original = repeated(plan, share.weeks[0])
            if original and original.block_number in known:
                continue
            percent = plain_beside(share.percent, most, places=0)
            yield Finding(
                (*share.weeks[0].block_keys, "name"),
                f"{share.maximal} of {share.total} hard sets ({percent} %) for the {group} in "
                f"{week_list(share.weeks)} have {plain(few)} reps or fewer or more than "
                f"{plain(heavy)} % of the 1RM; for growth we advise at most {plain(most)} %",
                f"Do more sets with {plain(few + 1)} reps or more and up to {plain(heavy)} % of "
                "the 1RM.",
                (
                    *cause_labels(
                        share.weeks[0],
                        maximal_for(group, plan.framework),
                        "nearly maximal set",
                        also=share.weeks[1:],
                    ),
                    Label(("goal",), "the goal is muscle growth"),
                ),
            )
