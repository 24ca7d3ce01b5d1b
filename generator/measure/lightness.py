"""How light a set is, where that is written, and how long."""

from fractions import Fraction

from generator.plan import PlannedSet


def written_percent(set_: PlannedSet) -> Fraction | None:
    """The load where it is written in percent; the curve would only guess at light ones."""
    if set_.intensity is None or set_.intensity.estimated:
        return None
    return set_.intensity.percent


def counted_reps(set_: PlannedSet) -> Fraction | None:
    """The repetitions done without a break; none for holds, jumps and clusters."""
    if set_.intensity is None or set_.set_type == "cluster":
        return None
    return set_.reps.middle


def is_long(set_: PlannedSet, reps: Fraction) -> bool:
    """Whether a set has more repetitions without a break than so many."""
    counted = counted_reps(set_)
    return counted is not None and counted > reps
