"""The API as files."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from generator.export.api.addresses import OPENAPI
from generator.export.api.documents import documents
from generator.export.api.openapi import openapi
from generator.export.json_text import in_lines
from generator.view.context import Context


def api_files(context: Context, beside: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Every answer below `api/v1` and their description, by path below `build/docs`.

    `beside` are the plans and reports that lie with the guides.
    """
    answers = {file: asdict(shape) for file, shape in documents(context).items()}
    near = {file: json.loads(text) for file, text in beside.items() if file.endswith(".json")}
    described = openapi({**answers, **near}, context.site_url)
    return {
        **{file: in_lines(answer) for file, answer in answers.items()},
        OPENAPI: in_lines(described),
    }
