"""A program to take along, in every form there is; the one home of what each is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.export.json_text import in_lines
from generator.export.liftoscript.carrying import import_file
from generator.export.liftoscript.script import script
from generator.export.program_csv import program_csv
from generator.export.program_json import program_json
from generator.export.program_xlsx import program_xlsx
from generator.plan import Plan
from generator.view.context import Context
from generator.view.route import (
    address_of,
    liftosaur_file,
    liftoscript_file,
    page_of,
    program_file,
    sets_file,
    workbook_file,
)


@dataclass(frozen=True)
class Form:
    """A form that a program can be taken along in."""

    path: Callable[[str], str]
    """Its path below `build/docs`, by the program's id."""
    made: Callable[[Plan, str], bytes]
    """The file, from the plan and the address of its guide, which may be empty."""


FORMS: Mapping[str, Form] = {
    "xlsx": Form(workbook_file, program_xlsx),
    "csv": Form(sets_file, lambda plan, _: program_csv(plan)),
    "json": Form(program_file, lambda plan, _: in_lines(program_json(plan))),
    "liftoscript-kg": Form(
        lambda id_: liftoscript_file(id_, "kg"),
        lambda plan, address: script(plan, "kg", own=False, address=address).text.encode(),
    ),
    "liftoscript-lb": Form(
        lambda id_: liftoscript_file(id_, "lb"),
        lambda plan, address: script(plan, "lb", own=False, address=address).text.encode(),
    ),
    "liftosaur-kg": Form(
        lambda id_: liftosaur_file(id_, "kg"),
        lambda plan, address: import_file(plan, "kg", address),
    ),
    "liftosaur-lb": Form(
        lambda id_: liftosaur_file(id_, "lb"),
        lambda plan, address: import_file(plan, "lb", address),
    ),
}
"""By the name that `pillars export --format` knows."""


def guide_address(plan: Plan, site_url: str) -> str:
    """Where the guide of a program is read, if anybody said where the site is."""
    page = address_of(page_of("program", plan.program.id))
    return f"{site_url.rstrip('/')}/{page}" if site_url else ""


def made(plan: Plan, form: str, site_url: str = "") -> bytes:
    """A program in one form; made once, since its page tells the size."""
    key = (form, site_url)
    if key not in plan.kept:
        plan.kept[key] = FORMS[form].made(plan, guide_address(plan, site_url))
    content: bytes = plan.kept[key]
    return content


def program_files(context: Context) -> Mapping[str, bytes]:
    """The files of each published program, by their path below `build/docs`."""
    return {
        form.path(plan.program.id): made(plan, name, context.site_url)
        for plan in context.plans
        for name, form in FORMS.items()
    }
