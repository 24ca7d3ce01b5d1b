"""The YAML that people copy out of our documents can be read."""

import re
from pathlib import Path

import pytest

from generator.source import read

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "content/pages").rglob("*.md")]
SAMPLES = [
    (document.relative_to(ROOT).as_posix(), number, sample)
    for document in DOCUMENTS
    for number, sample in enumerate(
        re.findall(
            r"^ *```yaml\n(.*?)^ *```", document.read_text("utf-8"), re.DOTALL | re.MULTILINE
        )
    )
]


@pytest.mark.parametrize(
    ("document", "sample"),
    [pytest.param(name, text, id=f"{name}-{number}") for name, number, text in SAMPLES],
)
def test_a_sample_is_good_yaml(document: str, sample: str) -> None:
    assert [finding.message for finding in read(sample.encode(), document).findings] == []


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 3
