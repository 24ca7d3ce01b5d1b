"""Findings as JUnit XML: a test case for each file."""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.finding import Severity
from generator.report.concise_report import concise
from generator.report.run import Run


def render(run: Run) -> str:
    """A suite with a case for each file that has findings, and one for all the others."""
    by_file = {file: list(own) for file, own in groupby(run.findings, key=lambda f: f.file)}
    clean = run.files - len(by_file)
    errors = {f: [x for x in own if x.blocks] for f, own in by_file.items()}
    suite = Element(
        "testsuite",
        name="pillars check",
        tests=str(len(by_file) + (clean > 0)),
        failures=str(sum(map(bool, errors.values()))),
    )
    for file, own in by_file.items():
        case = SubElement(suite, "testcase", classname="programs", name=_legal(file))
        if errors[file]:
            first = _legal(errors[file][0].message)
            SubElement(case, "failure", message=first).text = _legal(
                "\n".join(map(concise, errors[file]))
            )
        others = [x for x in own if not x.blocks and x.severity is not Severity.ERROR]
        if others:
            SubElement(case, "system-out").text = _legal("\n".join(map(concise, others)))
    if clean > 0:
        SubElement(suite, "testcase", classname="programs", name=f"{clean} without findings")
    indent(suite)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(suite, encoding="unicode")


def _legal(text: str) -> str:
    """Text without the characters XML 1.0 has no way to write."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
