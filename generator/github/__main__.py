"""The commands that workflows run; each says in a line what it did."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli.trouble import our_trouble
from generator.error import GeneratorError
from generator.github.api import Api, environment, event


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """What runs in the workflows; not needed at home."""


@main.command("comment")
@our_trouble
def _comment() -> None:
    """Keep the one comment on the pull request whose check has finished."""
    from generator.github import said
    from generator.github.artefact import NoArtefact, fetched
    from generator.github.comment import NAME, Story, comment
    from generator.github.pull_request import Run, changed_files, of_commit
    from generator.github.sticky import keep

    api, run = Api.here(), Run.of(event())
    pull = of_commit(api, run)
    if pull is None:
        click.echo(f"No open pull request ends with {run.commit}; a newer commit has its own run.")
        return
    try:
        files = fetched(api, run.id, ARTEFACT, said.FILES)
    except NoArtefact as missing:
        click.echo(f"{missing}")
        files = {}
    story = Story(
        pull, run, said.found(files), said.changes(files), tuple(changed_files(api, pull.number)),
        _site() if os.environ.get("PREVIEWS") != "off" else "", f"{api.server}/{api.repository}",
    )  # fmt: skip
    click.echo(f"#{pull.number}: comment {keep(api, pull.number, NAME, comment(story))}")


ARTEFACT = "pull-request"
"""What the check of a pull request leaves."""


def _site() -> str:
    """The address of the published site, with a slash at its end."""
    site = os.environ.get("SITE_URL", "").rstrip("/")
    if not site:
        owner, _, name = environment("GITHUB_REPOSITORY").partition("/")
        own = name.casefold() == f"{owner}.github.io".casefold()
        site = f"https://{owner.lower()}.github.io" + ("" if own else f"/{name}")
    return f"{site}/"


@main.command("address")
def _address() -> None:
    """Print the address that the site is published at."""
    click.echo(_site())


@main.command("labels")
@our_trouble
def _labels() -> None:
    """Put the labels of every open pull request right."""
    from generator.github.labels import everyone

    for said in everyone(Api.here()):
        click.echo(said)


@main.command("code-scanning")
@click.option("--file", "file", type=click.Path(path_type=Path), help="Of the branch at hand.")
@our_trouble
def _code_scanning(file: Path | None) -> None:
    """Hand findings to code scanning: a file, or what the check of a pull request left."""
    from generator.github.artefact import fetched
    from generator.github.code_scanning import FILE, MAX_BYTES, upload
    from generator.github.pull_request import Run, of_commit

    api = Api.here()
    if file is not None:
        commit, ref = environment("GITHUB_SHA"), environment("GITHUB_REF")
        click.echo(upload(api, file.read_bytes(), commit, ref))
        return
    run = Run.of(event())
    pull = of_commit(api, run)
    if pull is None or not pull.own:
        click.echo("Only for branches of this repository.")
        return
    files = fetched(api, run.id, ARTEFACT, {FILE: MAX_BYTES})
    if FILE in files:
        click.echo(upload(api, files[FILE], run.commit, f"refs/pull/{pull.number}/head"))


@main.command("read-proposal")
@click.argument("folder", type=click.Path(path_type=Path))
@our_trouble
def _read_proposal(folder: Path) -> None:
    """Make a program of the issue at hand and write it to FOLDER; needs no rights."""
    from generator.github.proposal import proposal
    from generator.github.proposing import FILE, issue_of, packed
    from generator.project import find_root, sound_library

    made = proposal(issue_of(event()), sound_library(find_root(Path.cwd())))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(packed(made), encoding="utf-8")
    click.echo(made.path or "The form cannot be read yet; the issue is told why.")


@main.command("answer-proposal")
@our_trouble
def _answer_proposal() -> None:
    """Open or renew the draft for the issue at hand, from what `read-proposal` left."""
    from generator.github.artefact import fetched
    from generator.github.proposing import ARTEFACT, FILE, Author, issue_of, propose, unpacked

    api, told = Api.here(), event()
    run = int(environment("GITHUB_RUN_ID"))
    files = fetched(api, run, ARTEFACT, {FILE: 1_000_000})
    if FILE not in files:
        raise GeneratorError(f"the artefact has no {FILE}")
    issue = issue_of(told)
    said = propose(api, issue.number, Author.of(told), unpacked(files[FILE]))
    click.echo(f"#{issue.number}: answer {said}")


@main.command("evidence")
@our_trouble
def _evidence() -> None:
    """Keep the one issue that lists what to look at again."""
    from generator.github.evidence import body, keep_issue, suspects
    from generator.github.registers import fetch
    from generator.model.month import Month
    from generator.project import find_root, sound_library

    today = datetime.now(UTC)
    library = sound_library(find_root(Path.cwd()))
    told, silent = suspects(library, fetch)
    text = body(library, Month(today.year, today.month), told, silent)
    click.echo(keep_issue(Api.here(), text, silent))


@main.command("previews")
@click.argument("site", type=click.Path(path_type=Path, exists=True))
@our_trouble
def _previews(site: Path) -> None:
    """Build a preview of each open pull request whose check has passed, below SITE."""
    from generator.github.comment import PREVIEW
    from generator.github.preview import publish, wanted
    from generator.github.pull_request import check_said, open_pulls
    from generator.project import find_root

    api, root = Api.here(), find_root(Path.cwd())
    for pull in wanted((pull, check_said(api, pull)) for pull in open_pulls(api)):
        place = site.resolve() / PREVIEW / str(pull.number)
        address = f"{_site()}{PREVIEW}/{pull.number}/"
        try:
            pages = publish(root, pull, place, address, f"{api.server}/{api.repository}")
        except GeneratorError as error:
            # one that cannot be shown keeps neither the site nor the others off
            click.echo(f"#{pull.number}: no preview, {error}")
            continue
        click.echo(f"#{pull.number}: {pages} pages")


@main.command("check")
@click.argument("paths", nargs=-1)
@click.option("--format", "style", default="full", help="As `pillars check --format`.")
@click.option("--fail-on", default="error", help="As `pillars check --fail-on`.")
@our_trouble
def _check(paths: tuple[str, ...], style: str, fail_on: str) -> None:
    """Check programs of a repository that has no library of its own."""
    from generator.cli.commands.check import command
    from generator.github.elsewhere import project_at

    here = Path.cwd()
    if outside := next((p for p in paths if not (here / p).resolve().is_relative_to(here)), ""):
        raise GeneratorError(f"{outside} is not inside {here.name}")
    with project_at(here) as root:
        os.chdir(root)
        try:
            command.main(["--format", style, "--fail-on", fail_on, "--", *paths], prog_name="check")
        finally:
            os.chdir(here)  # the folder we leave may go


if __name__ == "__main__":
    main()
