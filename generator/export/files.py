"""Every file that stands beside the pages."""

from collections.abc import Mapping

from generator.bibliography.bibtex import bibtex
from generator.bibliography.csl_json import csl_json
from generator.export.app import app_files
from generator.export.program_files import program_files
from generator.export.report_json import report_files
from generator.export.schema import schema_files
from generator.render.context import Context
from generator.render.route import BIBTEX, CSL_JSON


def files(context: Context) -> Mapping[str, bytes]:
    """What each file holds, by its path below `build/docs`."""
    sources = tuple(context.library.sources.values())
    return {
        BIBTEX: bibtex(sources).encode(),
        CSL_JSON: csl_json(sources).encode(),
        **app_files(),
        **program_files(context),
        **report_files(context),
        **schema_files(),
    }
