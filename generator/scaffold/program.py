"""From wishes to a file: exercises and sets chosen, weeks written, the result checked."""

from dataclasses import dataclass

from generator.finding import Finding
from generator.measure.duration import session_minutes
from generator.measure.sets import leg_sets
from generator.model import Library
from generator.model.vocabulary import LEG_GROUPS
from generator.review import reviewed
from generator.scaffold.blocks import LoadingBlock, blocks
from generator.scaffold.text import program_text
from generator.scaffold.week import filled_week, laid_out
from generator.scaffold.wishes import Wishes
from generator.source import read

SCHEMA = "../schema/program.schema.json"


@dataclass(frozen=True)
class Scaffold:
    """A new program file and what the checker says of it."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing keeps it off the site."""
        return not any(finding.blocks for finding in self.findings)


def scaffold(wishes: Wishes, library: Library, file: str, schema: str = SCHEMA) -> Scaffold:
    """A program that fits the wishes, told in `file`."""
    made = blocks(filled_week(wishes, library), wishes, library)
    minutes = _minutes(made, wishes, library)
    left_out = _left_out(made, library)
    text = program_text(wishes, made, minutes, left_out, schema)
    found = reviewed(read(text.encode(), file), library).findings
    if found:
        text = program_text(wishes, made, minutes, left_out, schema, found)
        found = reviewed(read(text.encode(), file), library).findings
    return Scaffold(text, found)


def _minutes(made: tuple[LoadingBlock, ...], wishes: Wishes, library: Library) -> int:
    """The longest session, rounded up to five minutes, but not past what was wished if it fits."""
    longest = max(
        session_minutes(session, library.framework)
        for block in made
        for week in laid_out(block.days, block.weeks, library)
        for session in week.sessions
    )
    return max(longest, min(wishes.minutes, -(-longest // 5) * 5))


def _left_out(made: tuple[LoadingBlock, ...], library: Library) -> tuple[str, ...]:
    """The parts of the leg that get less than the least dose in some week."""
    framework = library.framework
    least = framework.limit("weekly-sets-least")
    weeks = [week for block in made for week in laid_out(block.days, block.weeks, library)]
    counted = [leg_sets(week.sets, framework) for week in weeks]
    return tuple(group for group in LEG_GROUPS if min(sets[group] for sets in counted) < least)
