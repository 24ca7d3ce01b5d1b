"""A guide's last part: the program in every form it can be taken along in, and what each is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.export.liftoscript.amounts import UNITS, Unit
from generator.export.liftoscript.carrying import link
from generator.export.liftoscript.losses import losses, missing
from generator.export.program_files import FORMS, guide_address, made
from generator.plan import Plan
from generator.render.templates import component
from generator.view.context import Context
from generator.view.page import Section
from generator.view.route import Links
from generator.view.words import counted


@dataclass(frozen=True)
class File:
    """One file to download."""

    name: str
    href: str
    size: str
    good_for: str


WEIGHTS: Mapping[Unit, str] = {"kg": "kilograms", "lb": "pounds"}
FOR_ALL = {
    "xlsx": (
        "Workbook (XLSX)",
        "For a spreadsheet or paper: every set with room for what you did, and loads worked out.",
    ),
    "csv": (
        "Every set as a table (CSV)",
        "The same sets as plain rows; a ~ marks an estimated percentage.",
    ),
    "json": ("The laid-out program (JSON)", "For scripts and other apps."),
}
"""Files for everybody: the name of each and what it is good for."""


def take_along(plan: Plan, context: Context, links: Links) -> Section:
    """The section."""
    address = guide_address(plan, context.site_url)
    lost = losses(plan, "kg", own=True)
    lost += tuple(loss for loss in losses(plan, "lb", own=True) if loss not in lost)
    left_out = len(missing(plan))
    text = "For the app's text editor."
    if left_out:
        them = "it" if left_out == 1 else "them"
        text += (
            f" Without {counted(left_out, 'exercise')} that the app does not have; the link and "
            f"the import file bring {them}."
        )
    body = component(
        "take_along.html",
        program=links.asset(FORMS["json"].path(plan.program.id)),
        title=plan.program.title,
        sheets=links.url("print", plan.program.id),
        files=[_file(name, *words, plan, context, links) for name, words in FOR_ALL.items()],
        open_in=[(unit, Markup(link(plan, code, address))) for code, unit in WEIGHTS.items()],
        scripts=[_file(f"liftoscript-{u}", f"Text, {u}", "", plan, context, links) for u in UNITS],
        imports=[
            _file(f"liftosaur-{u}", f"Import file, {u}", "", plan, context, links) for u in UNITS
        ],
        text=text,
        lost=[loss.text for loss in lost],
    )
    return Section((body,), "Take it with you", id="take-along")


def _file(form: str, name: str, good_for: str, plan: Plan, context: Context, links: Links) -> File:
    href = links.asset(FORMS[form].path(plan.program.id))
    return File(name, href, size(len(made(plan, form, context.site_url))), good_for)


def size(count: int) -> str:
    """`34 kB`: thousands of bytes, never less than one."""
    return f"{max(1, round(count / 1000))} kB"
