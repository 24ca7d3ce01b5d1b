"""A progression tried out, as a reader sees it: one lift, session by session."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.measure.example_lift import Asked, Loading
from generator.measure.progression import Attempt, Trial, trial
from generator.model.number import plain
from generator.model.program import Progression, Stall
from generator.plan import Plan
from generator.render.templates import component
from generator.view.page import Markdown, Part, Section
from generator.view.prose import escaped
from generator.view.route import Links
from generator.view.words import counted, runs, spelled, weekday

TERM = "Progression tried out"
"""The counting rule that says how the table is made."""


@dataclass(frozen=True)
class Cell:
    """What is done in one session of one run."""

    text: str
    under: str
    mark: str
    """What is out of the ordinary: a miss or a cut."""


@dataclass(frozen=True)
class Row:
    """One session."""

    name: str
    under: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The runs side by side."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def progression_example(plan: Plan, links: Links) -> tuple[Section, ...]:
    """The first sessions under the program's progression, where there is something to try out."""
    rule, found = plan.program.progression, trial(plan)
    if rule is None or found is None:
        return ()
    made = links.file("counting", TERM)
    count = len(found.asked)
    heading = f"The first {spelled(count)} sessions, worked out" if count > 1 else "Worked out"
    parts: tuple[Part, ...] = (
        Markdown(f"{_whose(found)} {_well(rule, found)}"),
        Markdown(f"{_misses(rule, found)} [How the table is made](<{made}>)."),
        component("trial.html", trial=table(found, rule)),
    )
    return (Section(parts, heading, 3, "progression-example"),)


def table(found: Trial, rule: Progression) -> Table:
    """Everything the table says."""
    columns = ["Session", "When all goes well"]
    if found.misses:
        missed = runs(n for n, attempt in enumerate(found.misses, 1) if attempt.missed)
        columns.append(f"When {missed} {'falls' if missed.isdecimal() else 'fall'} short")
    tried = [found.well, found.misses] if found.misses else [found.well]
    days = {ask.day for ask in found.asked}
    rows = tuple(
        Row(
            str(number + 1),
            _asked(ask, several_days=len(days) > 1),
            tuple(_cell(run, number, found.loading, rule.stall) for run in tried),
        )
        for number, ask in enumerate(found.asked)
    )
    return Table(f"{found.exercise.name}, an example", tuple(columns), rows)


def _asked(ask: Asked, *, several_days: bool) -> str:
    """Where a session stands, and what the plan says about its effort and load."""
    said = [f"week {ask.week}"]
    said += [weekday(ask.day)[:3]] if several_days else []
    said += ["deload"] if ask.deload else []
    said += [f"RIR {ask.rir}"] if ask.rir else []
    said += [str(ask.load)] if ask.load and ask.load.kind == "percent" else []
    # on a phone a line ends between two of them
    return ", ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in said)


def _cell(run: Sequence[Attempt], number: int, loading: Loading, stall: Stall | None) -> Cell:
    attempt = run[number]
    work = f"{attempt.sets} × {attempt.reps}"
    mark = "falls short" if attempt.missed else ""
    if attempt.cut and stall:
        missed = next(before for before in reversed(run[:number]) if before.missed)
        mark = _cut_words(missed, attempt, loading, stall)
    if loading.weightless:
        return Cell(work, f"version {plain(attempt.load)}", mark)
    if attempt.load == loading.lightest and not loading.added:
        work += ", the empty bar" if loading.gear == "barbell" else ", the lightest"
    return Cell(_load_words(attempt.load, loading), work, mark)


def _cut_words(missed: Attempt, attempt: Attempt, loading: Loading, stall: Stall) -> str:
    """What this session takes off the one that was missed."""
    if loading.weightless:
        return "fewer repetitions"
    if attempt.load < missed.load:
        return f"{plain(missed.load - attempt.load, 3)} {loading.unit} off"
    if attempt.load == loading.lightest:
        return "no lighter"
    # off a load that the plan has just made heavier
    return f"{_share(stall)} off"


def _share(stall: Stall) -> str:
    return f"{plain(stall.cut.value)} %"


def _load_words(load: Fraction, loading: Loading) -> str:
    """`77.5 kg`, `bodyweight + 10 kg`."""
    amount = f"{plain(load, 3)} {loading.unit}"
    if loading.added:
        return f"bodyweight + {amount}" if load else "bodyweight"
    return amount


def _whose(found: Trial) -> str:
    """The lift and whose weights they are."""
    lift, loading = escaped(found.exercise.name), found.loading
    if loading.weightless:
        return f"{lift}, as an example, without weights to add."
    if found.weighed:
        return f"{lift}, as an example. Your weights are your own."
    whose = f"a lifter with a 1RM of {plain(loading.maximum)} {loading.unit}"
    return f"{lift}, for {whose} as an example. Your weights are your own."


def _well(rule: Progression, found: Trial) -> str:
    """What happens when all goes well."""
    if found.by_plan and not found.dial:
        return "The plan writes the load of each session; all going well, it is done as written."
    if found.by_plan:
        return f"The plan writes the load of each session; from one to the next {_rises(found)}."
    return f"{_climb(rule, found)} {_step(rule, found)}".strip()


def _rises(found: Trial) -> str:
    """What one step is."""
    return {
        "reps": "the repetitions rise",
        "sets": "the sets become more",
        "load": "the load rises",
        "version": "the next harder version is taken",
    }[found.dial]


def _climb(rule: Progression, found: Trial) -> str:
    """How the work grows, where the plan leaves the load open."""
    if rule.kind == "linear":
        return f"From each session to the next {_rises(found)}."
    if rule.kind == "rir":
        return (
            f"From each session to the next {_rises(found)}, because all goes well means one "
            "repetition more in reserve than asked; with just the reserve that is asked nothing "
            "is added."
        )
    if any(ask.ranged for ask in found.asked):
        return (
            "Every set gains repetitions from session to session, up to the top of the range; "
            f"then {_rises(found)} and the repetitions start again at the bottom."
        )
    stays = {"version": "the version", "load": "the load"}.get(found.dial, "everything else")
    return (
        "The table keeps to the sets and repetitions the plan writes. Where it asks for more of "
        f"them than the session before, {stays} stays; where it does not, {_rises(found)}."
    )


def _step(rule: Progression, found: Trial) -> str:
    """What a step is, where the author's words are not enough."""
    loading = found.loading
    if loading.weightless:
        return "What makes a version harder stands in the rule above."
    least = f"{plain(loading.increment, 3)} {loading.unit}"
    if rule.step is None:
        return f"The author writes no step; the table takes {least}."
    if rule.step.unit in ("reps", "sets") and found.dial == "load":
        return f"Where the load rises, it is by {least}."
    return ""


def _misses(rule: Progression, found: Trial) -> str:
    """What happens after misses."""
    if rule.stall is None:
        return "The author does not say what to do after misses."
    if not found.misses:
        return "There are too few sessions to show misses."
    missed = [number for number, attempt in enumerate(found.misses, 1) if attempt.missed]
    word = "session" if len(missed) == 1 else "sessions"
    said = (
        f"On the right {word} {runs(missed)} {'falls' if len(missed) == 1 else 'fall'} short: some "
        "sets end before their repetitions are done, and nothing is added."
    )
    if len(missed) < rule.stall.after:
        return f"{said} The cut comes after {counted(rule.stall.after, 'such session')}."
    off = f"takes {_share(rule.stall)} off, to the nearest load there is"
    if found.loading.weightless:
        off = "is one version easier, where there is one, and a few repetitions shorter"
    cut = [number for number, attempt in enumerate(found.misses, 1) if attempt.cut]
    then = f"Session {cut[0]} {off}" if cut else f"The next session {off}"
    if found.by_plan:
        return f"{said} {then}; after that each session comes one step nearer to the plan again."
    return f"{said} {then}, and the work builds up again from there."
