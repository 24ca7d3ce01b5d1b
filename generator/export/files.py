"""Every file that stands beside the pages."""

from collections.abc import Mapping

from generator.bibliography.bibtex import bibtex
from generator.bibliography.csl_json import csl_json
from generator.export.api.files import api_files
from generator.export.app import app_files
from generator.export.card_files import card_files
from generator.export.facts_json import facts_files
from generator.export.feed import feed
from generator.export.program_files import program_files
from generator.export.report_json import report_files
from generator.export.robots import ROBOTS, robots
from generator.export.schema import schema_files
from generator.view.context import Context
from generator.view.route import BIBTEX, CSL_JSON, FEED


def files(context: Context) -> Mapping[str, bytes]:
    """What each file holds, by its path below `build/docs`."""
    sources = tuple(context.library.sources.values())
    beside_guides = {**program_files(context), **report_files(context)}
    return {
        BIBTEX: bibtex(sources).encode(),
        CSL_JSON: csl_json(sources).encode(),
        **app_files(),
        **facts_files(context),
        **beside_guides,
        **api_files(context, beside_guides),
        **schema_files(),
        **card_files(context),
        FEED: feed(context),
        ROBOTS: robots(context),
    }
