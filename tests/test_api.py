"""The JSON API: what every answer holds, and the document that describes them."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, Literal

import pytest
from axe import faults
from built_site import Links
from jsonschema import Draft202012Validator, FormatChecker
from playwright.sync_api import Page

from generator.export.api.addresses import FOLDER, OPENAPI
from generator.export.api.answers import ANSWERS, Answer
from generator.export.api.openapi import first_of, id_in, openapi
from generator.export.files import files
from generator.export.program_files import FORMS
from generator.model.vocabulary import TOPICS
from generator.project import Project
from generator.render.handwritten import written_files
from generator.report.json_report import finding_data
from generator.view.context import Context

Json = Any


@pytest.fixture(scope="module")
def context(project: Project, root: Path) -> Context:
    return Context(project.library.library, project.reviews, written=written_files(root))


@pytest.fixture(scope="module")
def published(context: Context) -> Mapping[str, Json]:
    """Every JSON file of the site, read."""
    return {
        path: json.loads(text) for path, text in files(context).items() if path.endswith(".json")
    }


@pytest.fixture(scope="module")
def described(published: Mapping[str, Json]) -> Json:
    return published[OPENAPI]


def answers(published: Mapping[str, Json]) -> Iterator[tuple[Answer, str]]:
    """Every file that is an answer, with its kind."""
    for answer in ANSWERS:
        for file in published:
            if file == answer.path or (answer.parameter and id_in(answer, file)):
                yield answer, file


def test_every_file_of_the_api_is_an_answer_of_one_kind_and_none_is_left_over(
    published: Mapping[str, Json], context: Context
) -> None:
    found = [file for _, file in answers(published)]
    assert len(found) == len(set(found))
    below = {file for file in published if file.startswith(f"{FOLDER}/")}
    assert below - {OPENAPI} == {file for file in found if file.startswith(f"{FOLDER}/")}
    programs = {plan.program.id for plan in context.plans}
    for part in ("program.json", "report.json"):
        assert {f"programs/{id_}/{part}" for id_ in programs} <= set(found)
    assert all(first_of(answer, published) for answer in ANSWERS)


def test_every_answer_is_what_its_schema_says(
    published: Mapping[str, Json], described: Json
) -> None:
    judges = {answer.name: judge(answer, described) for answer in ANSWERS}
    wrong = [
        f"{file}: {error.json_path}: {error.message[:200]}"
        for answer, file in answers(published)
        for error in judges[answer.name].iter_errors(published[file])
    ]
    assert wrong == []


def judge(answer: Answer, described: Json) -> Draft202012Validator:
    """What holds answers of a kind against their schema."""
    return Draft202012Validator(
        {**described, "$ref": f"#/components/schemas/{answer.shape.__name__}"},
        format_checker=FormatChecker(),
    )


def test_no_answer_may_hold_what_is_not_described(described: Json) -> None:
    for name, schema in described["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema["additionalProperties"] is False, name
        assert schema["required"] == list(schema["properties"]), name
        assert schema["description"], name
        for field, says in schema["properties"].items():
            assert re.fullmatch(r"[A-Z`][^\n]+\.", says["description"]), f"{name}.{field}"


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("api/v1/claims/frequency.json", {"extra": 1}),
        ("api/v1/claims/frequency.json", {"verdict": "settled"}),
        ("api/v1/claims/frequency.json", {"checked": "last autumn"}),
        ("api/v1/exercises/leg-press.json", {"muscles": {"biceps": 1}}),
        ("api/v1/rules/OVL003.json", {"code": "ovl3"}),
        ("programs/barbell-two-days/program.json", {"weeks": "nine"}),
        ("programs/barbell-two-days/report.json", {"topics": [{}]}),
    ],
)
def test_the_schemas_refuse_what_is_wrong(
    file: str, change: Json, published: Mapping[str, Json], described: Json
) -> None:
    [answer] = {answer for answer, path in answers(published) if path == file}
    assert list(judge(answer, described).iter_errors({**published[file], **change}))


def test_every_link_of_an_answer_leads_to_a_file_of_the_site(
    published: Mapping[str, Json], site: Path, pages: Mapping[str, Links]
) -> None:
    links = 0
    for _, file in answers(published):
        for link in links_of(published[file]):
            path, _, anchor = (
                normpath(join(dirname(file), link.partition("#")[0])),
                *link.partition("#")[1:],
            )
            target = site / path
            assert target.exists(), f"{file}: {link}"
            if target.is_dir():
                assert link.partition("#")[0].endswith("/"), f"{file}: {link}"
                assert not anchor or anchor in pages[f"{path}/"].anchors, f"{file}: {link}"
            links += 1
    assert links > 800


LINK_KEYS = ("detail", "plan", "report", "sets", "page", "openapi", "feed", "href")


def links_of(value: Json) -> Iterator[str]:
    """Every relative link in an answer."""
    if isinstance(value, list):
        for item in value:
            yield from links_of(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in LINK_KEYS and isinstance(item, str):
                yield item
            else:
                yield from links_of(item)


def test_ids_in_answers_name_something(published: Mapping[str, Json], context: Context) -> None:
    library = context.library
    known = {
        "claims": set(library.claims),
        "sources": set(library.sources),
        "substitutes": set(library.exercises),
        "exercises": set(library.exercises),
        "programs": {plan.program.id for plan in context.plans},
        "next": {plan.program.id for plan in context.plans},
        "rules": {rule.code for rule in context.rules},
        "thresholds": set(library.framework.thresholds),
    }
    seen = dict.fromkeys(known, 0)

    def walk(value: Json, file: str) -> None:
        if isinstance(value, list):
            for item in value:
                walk(item, file)
        elif isinstance(value, dict):
            for key, item in value.items():
                if key in known and isinstance(item, list) and item and isinstance(item[0], str):
                    assert set(item) <= known[key], f"{file}: {key}"
                    seen[key] += len(item)
                walk(item, file)

    for _, file in answers(published):
        walk(published[file], file)
    assert all(seen.values()), seen


def test_the_lists_hold_everything_once(published: Mapping[str, Json], context: Context) -> None:
    library = context.library
    for name, ids in (
        ("programs", [plan.program.id for plan in context.plans]),
        ("exercises", sorted(library.exercises)),
        ("claims", sorted(library.claims)),
        ("sources", sorted(library.sources)),
    ):
        assert [item["id"] for item in published[f"api/v1/{name}.json"][name]] == ids
    rules = published["api/v1/rules.json"]["rules"]
    assert [item["code"] for item in rules] == [rule.code for rule in context.rules]
    topics = published["api/v1/framework.json"]["topics"]
    assert [item["id"] for item in topics] == list(TOPICS)


def test_what_a_list_says_of_something_its_own_answer_says_as_well(
    published: Mapping[str, Json],
) -> None:
    """But for links, which start from another place."""
    for name in ("programs", "exercises", "rules", "claims", "sources"):
        file = f"api/v1/{name}.json"
        for item in published[file][name]:
            own = published[normpath(join(dirname(file), item["links"]["detail"]))]
            assert {**item, "links": 0} == {key: own[key] for key in item} | {"links": 0}


def test_a_program_names_every_file_it_can_be_taken_along_in(
    published: Mapping[str, Json],
) -> None:
    links = published["api/v1/programs/barbell-two-days.json"]["links"]
    found = {item["form"]: item["href"] for item in links["files"]}
    assert {form: normpath(join("api/v1/programs", href)) for form, href in found.items()} == {
        name: form.path("barbell-two-days") for name, form in FORMS.items()
    }
    assert {links["plan"], links["sets"]} < {item["href"] for item in links["files"]}


def test_a_program_says_what_its_file_says(published: Mapping[str, Json]) -> None:
    program = published["api/v1/programs/barbell-two-days.json"]
    assert program["changes"][-1] == {"date": "2026-11-22", "text": "First published."}
    assert program["published"] == "2026-11-22"
    assert program["nutrition"]["energy_kcal_a_day"] is None
    assert set(program["recovery"]["sleep_hours"]) == {"low", "high"}
    laid_out = published["programs/barbell-two-days/program.json"]
    assert sum(block["weeks"] for block in program["blocks"]) == len(laid_out["plan"])


def test_thresholds_have_unit_and_basis_and_the_claims_that_judge_them(
    published: Mapping[str, Json], context: Context
) -> None:
    thresholds = published["api/v1/framework.json"]["thresholds"]
    assert {item["id"] for item in thresholds} == set(context.library.framework.thresholds)
    assert all(item["unit"] and item["basis"] for item in thresholds)
    assert any(item["claims"] for item in thresholds)


def test_no_answer_holds_where_a_record_was_read(
    published: Mapping[str, Json], context: Context
) -> None:
    whole = json.dumps([published[file] for _, file in answers(published)], ensure_ascii=False)
    kept = {
        text
        for item in context.library.sources.values()
        for text in (item.note, item.verified_from)
        if len(text) > 30 and text != item.link
    }
    assert kept
    assert [text for text in kept if text in whole] == []


def test_texts_have_no_markup_left(published: Mapping[str, Json]) -> None:
    """But for the pages of rules, which are Markdown and say so."""
    for answer, file in answers(published):
        if answer.name != "getRule":
            text = json.dumps(published[file], ensure_ascii=False)
            assert not re.search(r"\]\((claim|source|exercise|rule|program|topic):", text), file


def test_findings_of_the_report_are_described_field_by_field(
    project: Project, described: Json
) -> None:
    """Also where no published program has any."""
    finding = next(f for review in project.reviews for f in review.findings)
    schema = described["components"]["schemas"]["Finding"]
    assert set(finding_data(finding)) == set(schema["properties"])


def test_the_document_names_each_answer_with_an_example_that_fits(
    published: Mapping[str, Json], described: Json
) -> None:
    operations = {item["get"]["operationId"]: item["get"] for item in described["paths"].values()}
    assert list(operations) == [answer.name for answer in ANSWERS]
    for answer in ANSWERS:
        content = operations[answer.name]["responses"]["200"]["content"]["application/json"]
        example = content["examples"]["first"]
        if "value" in example:
            assert list(judge(answer, described).iter_errors(example["value"])) == []
        else:
            assert normpath(join(FOLDER, example["externalValue"])) in published


@pytest.mark.parametrize("site_url", ["", "https://legs.example/site/"])
def test_servers_and_paths_make_the_addresses_of_the_files(site_url: str) -> None:
    from urllib.parse import urljoin

    read_from = f"https://legs.example/site/{OPENAPI}"
    document = openapi({}, site_url)
    addresses = []
    for path, item in document["paths"].items():
        [server] = item.get("servers", document["servers"])
        addresses.append(urljoin(read_from, server["url"]) + path)
    assert addresses == [f"https://legs.example/site/{answer.path}" for answer in ANSWERS]


def test_spectral_has_nothing_against_the_document(
    described: Json, root: Path, tmp_path: Path
) -> None:
    """`tools/ensure-node` brings Spectral along."""
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(described), encoding="utf-8")
    ran = subprocess.run(
        [
            root / "tests/node/node_modules/.bin/spectral", "lint", file,
            "--ruleset", root / "tests/node/spectral.yml", "--fail-severity", "hint", "--quiet",
        ],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_about_the_data_can_be_used_by_everybody(
    scheme: Literal["light", "dark"], phone: Page, served: str
) -> None:
    phone.emulate_media(color_scheme=scheme)
    phone.goto(f"{served}data/")
    phone.locator("details", has_text="ClaimFacts").first.locator("summary").click()
    assert faults(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_page_names_every_answer_and_explains_every_field(site: Path, described: Json) -> None:
    text = (site / "data/index.html").read_text(encoding="utf-8")
    assert all(f"<code>{answer.path}</code>" in text for answer in ANSWERS)
    for name, schema in described["components"]["schemas"].items():
        assert f'id="shape-{name.lower()}"' in text
        assert all(f"<code>{field}</code>" in text for field in schema["properties"])
