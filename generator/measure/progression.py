"""A program's progression tried out on one lift: when all goes well, and after misses.

Where the plan writes the load, the repetitions or the sets of a week, the plan decides. The
progression decides what is left open, one thing at a time:

- `double`: in a range one step of repetitions more in every set each session; at the top one step
  more load and back to the bottom. Where the plan writes one number, a session that asks for more
  repetitions or sets is the progress and the load stays; any other takes one step more load.
- `linear`: one step each session.
- `rir`: one step each session too. A lifter for whom all goes well has one repetition more in
  reserve than asked; with the reserve that is asked the load would stay.
- `percent`: the loads are those of the plan. A lift whose load it leaves open goes as in `double`.

A load written week by week (a list, `70% to 76%`, anything under `percent`) is the plan's; a single
value is where the progression starts, and starts again when the value changes.

A missed session adds nothing, and the load stays even where the plan writes more for the next.
After as many misses as `stall.after` says the load falls by `stall.cut`: to the nearest load that
can be made, at least one smaller, never below the lightest. An open load then grows as before; a
load of the plan stays as far below what is written and climbs back by one step a session. A lift
without weights goes by versions: a harder one in place of more load, one back and a share of the
repetitions off for one session in place of a cut.

A deload is done as written, though never heavier than the load at hand. It is no miss and no
progress, and it is never cut.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from generator.measure.example_lift import (
    Asked,
    Loading,
    example_lift,
    loading_of,
    sessions_with,
    weekly,
)
from generator.model import Exercise, Framework
from generator.model.number import rounded
from generator.model.program import Progression
from generator.model.quantity import Reps
from generator.plan import Plan

POUND = Fraction("0.45359237")
"""In kilograms."""
MOST_REPS = 100
"""No set is longer, as in the format of programs."""


@dataclass(frozen=True)
class Attempt:
    """One session of one run."""

    asked: Asked
    load: Fraction
    """In the unit of the loading."""
    sets: int
    reps: Reps
    missed: bool = False
    cut: bool = False
    """Whether load or repetitions came off for this session."""


@dataclass(frozen=True)
class Trial:
    """The progression tried out on one lift."""

    exercise: Exercise
    loading: Loading
    asked: tuple[Asked, ...]
    by_plan: bool
    """Whether the plan decides the load."""
    dial: str
    """What one step of the progression turns: `reps`, `sets`, `load`, `version` or nothing."""
    weighed: bool
    """Whether the first load is written as a weight."""
    well: tuple[Attempt, ...]
    misses: tuple[Attempt, ...]
    """Empty where the author says nothing about misses, or the program is too short for one."""


def trial(plan: Plan) -> Trial | None:
    """The progression over the first sessions of the lift that shows it best, if there is one."""
    rule = plan.program.progression
    exercise = example_lift(plan)
    if rule is None or exercise is None:
        return None
    shown = int(plan.framework.limit("example-sessions"))
    asked = tuple(islice(sessions_with(plan, exercise), shown))
    lifter = _Lifter(rule, loading_of(plan, exercise, asked), plan.framework)
    missed = _missed(asked, rule, plan.framework)
    return Trial(
        exercise,
        lifter.loading,
        asked,
        lifter.bound(asked[0]),
        lifter.dial(asked[0]),
        asked[0].load is not None and asked[0].load.kind != "percent",
        tuple(lifter.run(asked, frozenset())),
        tuple(lifter.run(asked, missed)) if missed else (),
    )


def _missed(asked: tuple[Asked, ...], rule: Progression, framework: Framework) -> frozenset[int]:
    """Which sessions, from 0, the example misses: as many in a row as it takes for a cut."""
    if rule.stall is None:
        return frozenset()
    loading = [number for number, ask in enumerate(asked) if not ask.deload]
    first = int(framework.limit("example-first-miss")) - 1
    return frozenset(loading[first : first + rule.stall.after])


@dataclass(frozen=True)
class _State:
    """Where the lifter stands."""

    working: Fraction
    """The load; where the plan decides it, how much it is above the plan (never more than 0)."""
    sets: int
    reps: int


@dataclass(frozen=True)
class _Lifter:
    """Someone who follows a progression to the letter."""

    rule: Progression
    loading: Loading
    framework: Framework

    def run(self, asked: tuple[Asked, ...], missed: frozenset[int]) -> Iterator[Attempt]:
        """Every session, of which some are missed."""
        after = self.rule.stall.after if self.rule.stall else 0
        loading = [ask for ask in asked if not ask.deload]
        last = loading[0] if loading else asked[0]
        state, begun, misses = self.start(last), False, 0
        for number, ask in enumerate(asked):
            if ask.deload and loading:
                yield self.eased(state, last, ask)
                continue
            cut = misses > 0 and misses == after
            if cut:
                state = self.lowered(state, last, ask)
            elif misses:
                state = self.held(state, last, ask)
            elif begun:
                state = self.advanced(state, last, ask)
            load, reps = self.load(state, ask), self.reps(state, ask)
            yield Attempt(ask, load, state.sets, reps, number in missed, cut)
            misses = misses + 1 if number in missed else 0
            last, begun = ask, True

    # what is asked

    def bound(self, ask: Asked) -> bool:
        """Whether the plan decides the load."""
        if self.loading.weightless or ask.load is None:
            return False
        return self.rule.kind == "percent" or weekly(ask.prescription.load)

    def climbs(self, ask: Asked) -> bool:
        """Whether repetitions rise inside a range before the load does."""
        return self.rule.kind in ("double", "percent") and ask.ranged and not self.bound(ask)

    def dial(self, ask: Asked) -> str:
        """What a step turns: `reps`, `sets`, `load`, `version`, or nothing that is left open."""
        unit, written = self.rule.step.unit if self.rule.step else "", ask.prescription
        if unit == "reps" and not weekly(written.reps) and not self.climbs(ask):
            return "reps"
        if unit == "sets" and not weekly(written.sets):
            return "sets"
        if self.bound(ask):
            return ""
        return "version" if self.loading.weightless else "load"

    def written(self, ask: Asked) -> Fraction:
        """The load the plan writes; a percentage is rounded down to what can be made."""
        if ask.load is None:
            return self.loading.down(ask.share * self.loading.maximum / 100)
        if ask.load.kind == "percent":
            return self.loading.down(ask.load.middle * self.loading.maximum / 100)
        return max(ask.load.middle, self.loading.lightest)

    # what is done

    def load(self, state: _State, ask: Asked) -> Fraction:
        """The load of a session."""
        if not self.bound(ask):
            return state.working
        return max(self.written(ask) + state.working, self.loading.lightest)

    def reps(self, state: _State, ask: Asked) -> Reps:
        """The repetitions of a session: one number where the rule moves them, else as written."""
        moved = self.climbs(ask) or self.dial(ask) == "reps" or state.reps != ask.reps.low
        target = Fraction(state.reps)
        return replace(ask.reps, low=target, high=target) if moved else ask.reps

    def start(self, ask: Asked) -> _State:
        """The first session."""
        return _State(self.found(ask), ask.sets, int(ask.reps.low))

    def found(self, ask: Asked) -> Fraction:
        """The load to begin with."""
        if self.bound(ask):
            return Fraction(0)
        return Fraction(1) if self.loading.weightless else self.written(ask)

    def eased(self, state: _State, last: Asked, ask: Asked) -> Attempt:
        """An easy session as it is written; an open load falls as the plan's share of the 1RM."""
        load = self.load(state, last)
        if self.bound(ask):
            load = min(load, self.written(ask))
        elif not self.loading.weightless:
            share = ask.share / last.share
            if ask.load and last.load and ask.load.kind == last.load.kind:
                share = ask.load.middle / last.load.middle
            load = self.loading.down(load * share) if share < 1 else load
        return Attempt(ask, load, ask.sets, ask.reps)

    def carried(self, state: _State, last: Asked, ask: Asked) -> _State:
        """What the plan changes by itself."""
        reps = state.reps if ask.reps == last.reps else int(ask.reps.low)
        sets = state.sets if ask.sets == last.sets else ask.sets
        working = state.working
        bound = self.bound(ask)
        if bound != self.bound(last) or (not bound and ask.load != last.load):
            working = self.found(ask)
        elif not bound and ask.reps != last.reps and self.leaps(state.reps, reps):
            working = self.loading.down(working * ask.share / last.share)
        return _State(working, sets, reps)

    def leaps(self, before: int, after: int) -> bool:
        """Whether the repetitions change so much that another weight has to be found."""
        leap = self.framework.limit("example-leap")
        return not self.loading.weightless and abs(after - before) > leap

    def held(self, state: _State, last: Asked, ask: Asked) -> _State:
        """The session after a miss: nothing is added, though the plan may ask for more load."""
        now = self.carried(state, last, ask)
        if not (self.bound(ask) and self.bound(last)):
            return now
        return replace(now, working=min(Fraction(0), self.load(state, last) - self.written(ask)))

    def advanced(self, state: _State, last: Asked, ask: Asked) -> _State:
        """The session after one that went well."""
        now = self.carried(state, last, ask)
        low, high = int(ask.reps.low), int(ask.reps.high)
        if now.reps < low:
            # repetitions come off for one session only
            return replace(now, reps=low)
        if not self.bound(ask) and now.working != state.working:
            # the plan has just found another load
            return now
        if self.climbs(ask) and ask.reps == last.reps:
            if state.reps < high:
                step = self.rule.step
                more = int(step.amount) if step and step.unit == "reps" else 1
                return replace(now, reps=min(high, state.reps + more))
            return self.stepped(replace(now, reps=low), ask)
        asks_more = now.reps > state.reps or now.sets > state.sets
        if asks_more and not self.bound(ask) and self.rule.kind in ("double", "percent"):
            return now
        return self.stepped(now, ask)

    def stepped(self, now: _State, ask: Asked) -> _State:
        """One step of the progression, in what the plan leaves open."""
        if self.bound(ask) and now.working < 0:
            nearer = now.working + self.load_step(self.load(now, ask))
            return replace(now, working=min(Fraction(0), nearer))
        amount = int(self.rule.step.amount) if self.rule.step else 0
        match self.dial(ask):
            case "reps":
                most = int(ask.reps.high) if ask.ranged else MOST_REPS
                return replace(now, reps=max(now.reps, min(most, now.reps + amount)))
            case "sets":
                most = int(self.framework.limit("exercise-sets-ceiling"))
                return replace(now, sets=max(now.sets, min(most, now.sets + amount)))
            case "load" | "version":
                return replace(now, working=now.working + self.load_step(now.working))
        return now

    def load_step(self, load: Fraction) -> Fraction:
        """How much load one step adds: as written, else the least there is."""
        step, loading = self.rule.step, self.loading
        if step is None or step.unit in ("reps", "sets") or loading.weightless:
            return loading.increment
        if step.unit == "%":
            return loading.at_least_one(load * step.amount / 100)
        if step.unit == loading.unit:
            return step.amount
        amount = step.amount * POUND if step.unit == "lb" else step.amount / POUND
        return loading.at_least_one(amount)

    def lowered(self, state: _State, last: Asked, ask: Asked) -> _State:
        """The session after too many misses."""
        now = self.held(state, last, ask)
        stall = self.rule.stall
        share = stall.cut.share if stall else Fraction(0)
        if self.loading.weightless:
            fewer = max(1, rounded(now.reps * share))
            return replace(
                now, working=max(Fraction(1), now.working - 1), reps=max(1, now.reps - fewer)
            )
        less = self.loading.at_least_one(self.load(now, ask) * share)
        if self.bound(ask):
            lowest = self.loading.lightest - self.written(ask)
            return replace(now, working=max(lowest, now.working - less))
        reps = int(ask.reps.low) if self.climbs(ask) else now.reps
        working = max(self.loading.lightest, now.working - less)
        return replace(now, working=working, reps=reps)
