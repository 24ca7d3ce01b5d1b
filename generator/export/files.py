"""Every file that stands beside the pages."""

from collections.abc import Mapping

from generator.export.report_json import report_files
from generator.render.context import Context


def files(context: Context) -> Mapping[str, bytes]:
    """What each file holds, by its path below `build/docs`."""
    return {**report_files(context)}
