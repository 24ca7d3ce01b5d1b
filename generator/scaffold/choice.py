"""Which exercise does a job for somebody, with what they own and can do."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.model import Exercise, Library
from generator.model.vocabulary import EQUIPMENT, SKILLS, WEIGHTLESS


@dataclass(frozen=True)
class Role:
    """A job in a session, and the exercises for it, the one a coach would take first in front."""

    name: str
    patterns: tuple[str, ...]
    muscle: str
    """Trained directly by each of them; a jump trains it as well as jumps do."""
    order: tuple[str, ...]
    beginners: tuple[str, ...] | None = None
    """Where beginners do better with another order."""

    def wanted(self, level: str) -> tuple[str, ...]:
        """The exercises to look through for a level."""
        return self.order if level != "beginner" or self.beginners is None else self.beginners


ROLES: Mapping[str, Role] = {
    role.name: role
    for role in (
        Role(
            "squat",
            ("squat", "lunge"),
            "quadriceps",
            (
                "barbell-back-squat", "hack-squat", "leg-press", "smith-machine-squat",
                "goblet-squat", "bulgarian-split-squat", "single-leg-box-squat", "split-squat",
            ),
            (
                "goblet-squat", "leg-press", "hack-squat", "smith-machine-squat",
                "barbell-back-squat", "split-squat",
            ),
        ),
        Role(
            "press",
            ("squat", "lunge"),
            "quadriceps",
            (
                "leg-press", "hack-squat", "smith-machine-squat", "front-squat",
                "bulgarian-split-squat", "single-leg-box-squat", "step-up", "reverse-lunge",
            ),
            ("leg-press", "hack-squat", "smith-machine-squat", "step-up", "reverse-lunge"),
        ),
        Role(
            "lunge",
            ("lunge",),
            "quadriceps",
            ("bulgarian-split-squat", "reverse-lunge", "split-squat"),
            ("step-up", "split-squat", "reverse-lunge"),
        ),
        Role(
            "hinge",
            ("hinge", "hip-extension"),
            "hamstrings",
            ("romanian-deadlift", "back-extension", "single-leg-romanian-deadlift"),
        ),
        Role(
            "thrust",
            ("hip-extension",),
            "gluteus-maximus",
            ("barbell-hip-thrust", "single-leg-hip-thrust", "glute-bridge"),
            ("barbell-hip-thrust", "glute-bridge"),
        ),
        Role(
            "curl",
            ("knee-flexion",),
            "hamstrings",
            ("seated-leg-curl", "lying-leg-curl", "nordic-hamstring-curl", "sliding-leg-curl"),
        ),
        Role(
            "extension",
            ("knee-extension",),
            "rectus-femoris",
            ("leg-extension", "reverse-nordic-curl"),
            ("leg-extension",),
        ),
        Role(
            "calf",
            ("calf",),
            "gastrocnemius",
            ("standing-calf-raise", "leg-press-calf-raise", "single-leg-calf-raise"),
        ),
        Role(
            "side",
            ("hip-adduction", "lunge"),
            "adductors",
            ("hip-adduction-machine", "lateral-lunge"),
        ),
        Role(
            "jump",
            ("jump",),
            "quadriceps",
            ("box-jump", "countermovement-jump"),
            ("countermovement-jump",),
        ),
    )
}  # fmt: skip


def chosen(
    role: Role, level: str, owned: frozenset[str], library: Library, taken: Collection[str]
) -> Exercise | None:
    """The exercise for a role; of the first two that are possible, one that is not taken yet."""
    able = SKILLS[: SKILLS.index(level) + 1] if level == "advanced" else SKILLS[:2]
    known = (library.exercises[id_] for id_ in role.wanted(level) if id_ in library.exercises)
    possible = [
        exercise for exercise in known if exercise.skill in able and exercise.possible_with(owned)
    ]
    weighted = [exercise for exercise in possible if is_weighted(exercise, owned)]
    # with weights at hand the body alone is a change worth making for no one but jumpers
    best = (weighted or possible)[:2] if role.name != "jump" else possible[:2]
    return next((exercise for exercise in best if exercise.id not in taken), next(iter(best), None))


def way(exercise: Exercise, owned: frozenset[str]) -> tuple[str, ...]:
    """How to equip it with what is owned: with a weight, if any, though nobody jumps with one."""
    ways = exercise.ways_with(owned)
    light = [way for way in ways if WEIGHTLESS.issuperset(way)]
    heavy = [way for way in ways if not WEIGHTLESS.issuperset(way)]
    return (light + heavy if exercise.jump else heavy + light)[0]


def is_weighted(exercise: Exercise, owned: frozenset[str]) -> bool:
    """Whether there is a weight to choose for it."""
    return not WEIGHTLESS.issuperset(way(exercise, owned))


def needed(exercises: Collection[Exercise], owned: frozenset[str]) -> tuple[str, ...]:
    """All the equipment some exercises take, in the order of our lists."""
    items = {item for exercise in exercises for item in way(exercise, owned)}
    named = tuple(item for item in EQUIPMENT if item in items - {"bodyweight"})
    return named or ("bodyweight",)
