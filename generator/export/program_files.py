"""A program to take along: laid out as JSON, and as a table of sets."""

import json
from collections.abc import Mapping

from generator.export.program_csv import program_csv
from generator.export.program_json import program_json
from generator.render.context import Context
from generator.render.route import program_file, sets_file


def program_files(context: Context) -> Mapping[str, bytes]:
    """The files of each published program, by their path below `build/docs`."""
    found = {}
    for plan in context.plans:
        document = json.dumps(program_json(plan), ensure_ascii=False, indent=1)
        found[program_file(plan.program.id)] = f"{document}\n".encode()
        found[sets_file(plan.program.id)] = program_csv(plan)
    return found
