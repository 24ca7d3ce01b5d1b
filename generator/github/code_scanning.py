"""Findings for GitHub's code scanning.

Only for the main branch and for branches of the repository itself: whoever pushes to those may
write here anyway. A fork's findings are annotations and a comment; its SARIF stays in the files of
its check, so that nobody outside fills the list of alerts.
"""

import base64
import gzip

from generator.github.api import Api, Refused

FILE = "findings.sarif"
MAX_BYTES = 8_000_000


def upload(api: Api, sarif: bytes, commit: str, ref: str) -> str:
    """Hand over a SARIF file for a commit; says what was done."""
    body = {
        "commit_sha": commit,
        "ref": ref,
        # without the time of day in the archive, so that the same findings are the same bytes
        "sarif": base64.b64encode(gzip.compress(sarif, mtime=0)).decode(),
        "tool_name": "pillars",
    }
    try:
        api.send("POST", "code-scanning/sarifs", body)
    except Refused as refused:
        if refused.status in (403, 404):
            return "code scanning is not switched on for this repository"
        raise
    return f"findings of {commit[:10]} handed over for {ref}"
