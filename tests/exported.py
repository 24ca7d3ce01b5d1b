"""Plans whose exports are read back: every real program, and the golden one that has everything."""

from dataclasses import replace
from pathlib import Path

from generator.load.program import load_program
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.review import review
from generator.rule import all_rules

ROOT = Path(__file__).parent.parent
PROGRAMS = sorted((ROOT / "programs").glob("*.yml"))
KITCHEN_SINK = ROOT / "tests/golden/kitchen-sink.yml"
ALL = [*PROGRAMS, KITCHEN_SINK]


def plan_of(file: Path, library: Library) -> Plan:
    """A program laid out; the golden one breaks rules on purpose and is laid out all the same."""
    if file != KITCHEN_SINK:
        found = review(file, library).plan
        assert found is not None
        return found
    own = replace(library, programs=("kitchen-sink", "minimal"))
    known = {key: not rule.fixed for rule in all_rules() for key in (rule.code, rule.name)}
    _, program, problems = load_program(file, own, known, file.stem)
    assert program is not None, problems
    return lay_out(program, own)
