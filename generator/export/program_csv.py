"""A program as CSV (RFC 4180), one row for each working set."""

import csv
import io

from generator.export.sheet import COLUMNS, cells, set_rows
from generator.plan import Plan


def program_csv(plan: Plan) -> bytes:
    """A header and the sets. UTF-8 with a mark, without which Excel guesses another encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(map(cells, set_rows(plan)))
    return out.getvalue().encode("utf-8-sig")
