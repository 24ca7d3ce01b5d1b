"""What follows from a change: weekly sets, pillars, volume load and minutes, before and after."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.diff.change import ARROW, Weeks
from generator.diff.pairing import Block, paired_blocks, paired_sessions, template
from generator.measure.duration import session_minutes
from generator.measure.sets import SERVES, fractional_sets, hard, leg_sets, targeted
from generator.measure.volume import volume_load
from generator.model import Framework
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, Week
from generator.view.words import capital, joined
from generator.view.words import span as spanned

RUNS = 3
"""Stretches of weeks told one by one; of more only the span is told."""
HEADS = frozenset(head for heads in LEG_GROUPS.values() for head in heads) | {"rectus-femoris"}
"""Muscles that are judged with a part of the leg."""


@dataclass(frozen=True)
class Step:
    """A number of one week, before and after."""

    weeks: Weeks
    before: Fraction
    after: Fraction
    note: str = ""
    """Where the new number stands against its limits, where that is worth saying."""


@dataclass(frozen=True)
class Consequence:
    """A number that changed in some weeks."""

    kind: str
    """`hard`, `sets`, `pillar`, `volume`, `minutes`, `repeats` or `new-weeks`."""
    subject: str
    """What it is a number of: `quadriceps`, `tension sets`, the name of a session."""
    unit: str
    weeks: Weeks
    says: str
    """`weeks 3–4: 12 → 15 fractional sets`."""
    steps: tuple[Step, ...] = ()

    @property
    def sentence(self) -> str:
        """`Quadriceps, weeks 3–4: 12 → 15 fractional sets, now above …`."""
        lead = {"minutes": "session ", "repeats": "block "}.get(self.kind, "") + self.subject
        return f"{capital(lead)}, {self.says}"


def consequences(before: Plan, after: Plan) -> tuple[Consequence, ...]:
    """Every number of a week that is another one now."""
    blocks = paired_blocks(before, after)
    weeks = [(old, new) for one, other in blocks.both for old, new in zip(one, other, strict=False)]
    return (
        *_too_easy(before.framework, weeks),
        *_muscles(before, after, weeks),
        *_pillars(before.framework, weeks),
        *_volume(weeks),
        *_minutes(before, after, weeks),
        *_new_weeks(after, [*blocks.new, *(b[len(a) :] for a, b in blocks.both)]),
        *(said for pair in blocks.both for said in _repeated(*pair, blocks.both)),
    )


def _repeated(
    one: Block, other: Block, blocks: tuple[tuple[Block, Block], ...]
) -> Iterator[Consequence]:
    """That a block changed because the one it repeats did, which is told once."""
    if not (one[0].block.like and other[0].block.like):
        return
    numbers = (template(one), template(other))
    written = [(a, b) for a, b in blocks if (a[0].block_number, b[0].block_number) == numbers]
    if not any(list(map(_done, a)) != list(map(_done, b)) for a, b in written):
        return
    weeks = Weeks()
    for old, new in zip(one, other, strict=False):
        weeks |= _both(old, new) if _done(old) != _done(new) else Weeks()
    block = other[0].block
    if weeks:
        says = f"{weeks}: repeats {block.like} and changes with it"
        yield Consequence("repeats", block.name, "", weeks, says)


def _done(week: Week) -> object:
    """What a lifter does in a week."""
    return [
        (session.day, [(entry.label, entry.sets) for entry in session.entries])
        for session in week.sessions
    ]


def _too_easy(framework: Framework, weeks: list[tuple[Week, Week]]) -> Iterator[Consequence]:
    """Weeks whose sets all stop counting as hard, or begin to: it explains the zeros below."""
    most = plain(framework.limit("hard-set-rir"))
    note = f"because a set with more than {most} in reserve does not count as hard"
    steps = []
    for old, new in weeks:
        a, b = (Fraction(len(hard(week.sets, framework))) for week in (old, new))
        if bool(a) != bool(b) and old.sets and new.sets:
            steps.append(Step(_both(old, new), a, b, "" if b else note))
    yield from _told("hard", "hard sets", "sets", steps)


def _muscles(before: Plan, after: Plan, weeks: list[tuple[Week, Week]]) -> Iterator[Consequence]:
    aims = frozenset(targeted(before)), frozenset(targeted(after))
    for group in LEG_GROUPS:
        steps = []
        for old, new in weeks:
            sets = [leg_sets(week.sets, before.framework)[group] for week in (old, new)]
            stands = [
                _standing(number, week, plan, group in aim)
                for number, week, plan, aim in zip(
                    sets, (old, new), (before, after), aims, strict=True
                )
            ]
            if sets[0] != sets[1] or stands[0] != stands[1]:
                note = _against(stands[0], stands[1], after)
                steps.append(Step(_both(old, new), sets[0], sets[1], note))
        yield from _told("sets", group, "fractional sets", steps)
    for muscle, name in before.framework.muscles.items():
        if muscle in HEADS or not _direct(muscle, before, after):
            continue
        steps = []
        for old, new in weeks:
            a, b = (
                fractional_sets(week.sets, before.framework).get(muscle, Fraction(0))
                for week in (old, new)
            )
            steps += [Step(_both(old, new), a, b)] if a != b else []
        yield from _told("sets", name, "fractional sets", steps)


def _direct(muscle: str, *plans: Plan) -> bool:
    return any(exercise.trains(muscle) for plan in plans for exercise in plan.exercises)


@dataclass(frozen=True)
class _Standing:
    """Where weekly sets stand: the word, and whether they are outside of what is advised."""

    word: str
    outside: bool


def _standing(sets: Fraction, week: Week, plan: Plan, aimed_at: bool) -> _Standing | None:
    """Against the range of the level; nothing in a deload, which is low on purpose."""
    level, framework = plan.program.level, plan.framework
    if week.deload or not sets:
        return None
    band = framework.limit_for("weekly-sets-band", level)
    if sets > framework.limit_for("weekly-sets-limit", level):
        return _Standing("far above", True)
    if sets > framework.limit_for("weekly-sets-ceiling", level):
        return _Standing("above", True)
    if sets < band and aimed_at and plan.program.goal == "hypertrophy":
        least = framework.limit("weekly-sets-least")
        return _Standing("below the least that is advised, and below" if sets < least else "below",
                         True)  # fmt: skip
    return _Standing("inside", False)


def _against(old: _Standing | None, new: _Standing | None, plan: Plan) -> str:
    if new is None or (not new.outside and (old is None or not old.outside)):
        return ""
    level, framework = plan.program.level, plan.framework
    names = [f"weekly-sets-{end}-{level}" for end in ("band", "ceiling")]
    low, high = (plain(framework.limit(name)) for name in names)
    basis = joined(dict.fromkeys(framework.thresholds[name].basis for name in names))
    adverb = "still" if old == new else "now"
    return f"{adverb} {new.word} the range for {level} ({low}–{high}, {basis})"


def _pillars(framework: Framework, weeks: list[tuple[Week, Week]]) -> Iterator[Consequence]:
    for _, name, counts in SERVES:
        steps = []
        for old, new in weeks:
            a, b = (
                Fraction(sum(counts(set_, framework) for set_ in week.sets)) for week in (old, new)
            )
            steps += [Step(_both(old, new), a, b)] if a != b else []
        yield from _told("pillar", f"{name} sets", "sets", steps)


def _volume(weeks: list[tuple[Week, Week]]) -> Iterator[Consequence]:
    """In percent of what it was; the number itself tells nobody anything."""
    steps = [
        Step(_both(old, new), a, b)
        for old, new in weeks
        if (a := volume_load(old.sets)) != (b := volume_load(new.sets))
    ]
    alike = _grouped(steps, _percent)
    says = "; ".join(f"{weeks}: {percent}" for percent, weeks in alike.items())
    if len(alike) > RUNS:
        changes = sorted(_change(step) for step in steps if step.before)
        says = f"{_all(steps)}: {_signed(changes[0])} to {_signed(changes[-1])}"
    if steps:
        unit = "repetitions × % of the 1RM"
        yield Consequence("volume", "volume load", unit, _all(steps), says, tuple(steps))


def _percent(step: Step) -> str:
    return _signed(_change(step)) if step.before else "from nothing"


def _change(step: Step) -> Fraction:
    return 100 * (step.after - step.before) / step.before


def _signed(change: Fraction) -> str:
    # a change too small for one decimal is still one
    if abs(change) < Fraction(1, 20):
        return f"{'+' if change > 0 else '−'}less than 0.1 %"
    return f"{'+' if change > 0 else '−'}{plain(abs(change), 1)} %"


def _minutes(before: Plan, after: Plan, weeks: list[tuple[Week, Week]]) -> Iterator[Consequence]:
    steps: dict[str, list[Step]] = defaultdict(list)
    planned = after.program.session_minutes
    for old, new in weeks:
        for one, other in paired_sessions(old, new).both:
            a, b = session_minutes(one, before.framework), session_minutes(other, after.framework)
            if a != b:
                over = b > planned and a <= before.program.session_minutes
                note = f"now over the {planned} the author plans for" if over else ""
                steps[other.name].append(Step(_both(old, new), Fraction(a), Fraction(b), note))
    for session, found in steps.items():
        yield from _told("minutes", session, "minutes", found)


def _new_weeks(after: Plan, blocks: Iterable[Block]) -> Iterator[Consequence]:
    for weeks in blocks:
        if not weeks:
            continue
        sets = [leg_sets(week.sets, after.framework) for week in weeks]
        parts = ", ".join(
            f"{group} {spanned(week[group] for week in sets)}"
            for group in LEG_GROUPS
            if any(week[group] for week in sets)
        )
        new = Weeks(after=tuple(week.number for week in weeks))
        says = f"{new}: {_hard(weeks, after.framework)} a week; fractional sets: {parts}"
        yield Consequence("new-weeks", "new", "hard sets", new, says)


def _hard(weeks: Block, framework: Framework) -> str:
    counts = [len(hard(week.sets, framework)) for week in weeks]
    text = spanned(counts)
    return f"{text} {'hard set' if text == '1' else 'hard sets'}"


def _told(kind: str, subject: str, unit: str, steps: list[Step]) -> Iterator[Consequence]:
    """Weeks in which a number changes alike, together; many different ones as spans."""
    if not steps:
        return
    alike, noted = _grouped(steps, _change_of), _grouped(steps, lambda step: step.note)
    says = "; ".join(f"{weeks}: {change}" for change, weeks in alike.items())
    if len(alike) > RUNS:
        wide = (spanned(step.before for step in steps), spanned(step.after for step in steps))
        says = f"{_all(steps)}: {wide[0]} {ARROW} {wide[1]}"
    # “neural sets” have said what is counted
    says += "" if subject.endswith(unit) else f" {unit}"
    for note, weeks in noted.items():
        if note:
            says += f", {note}" if len(noted) == 1 else f"; {weeks} {note}"
    yield Consequence(kind, subject, unit, _all(steps), says, tuple(steps))


def _grouped(steps: Iterable[Step], said: Callable[[Step], str]) -> Mapping[str, Weeks]:
    """The weeks in which the same is said."""
    weeks: dict[str, Weeks] = defaultdict(Weeks)
    for step in steps:
        weeks[said(step)] |= step.weeks
    return weeks


def _change_of(step: Step) -> str:
    if step.before == step.after:
        return f"still {plain(step.after)}"
    return f"{plain(step.before)} {ARROW} {plain(step.after)}"


def _both(old: Week, new: Week) -> Weeks:
    return Weeks((old.number,), (new.number,))


def _all(steps: Iterable[Step]) -> Weeks:
    weeks = Weeks()
    for step in steps:
        weeks |= step.weeks
    return weeks
