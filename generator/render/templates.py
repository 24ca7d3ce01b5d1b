"""The small HTML components, drawn by Jinja. The home of jinja2.

A template has words and loops; the view that calls it has decided everything. A name a
template does not get is an error, and all text is escaped unless it is `Markup` already.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.view.page import Html


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def component(template: str, /, **view: object) -> Html:
    """One component: `component("facts.html", facts=…)`."""
    return Html(_environment().get_template(template).render(**view))
