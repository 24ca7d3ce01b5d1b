"""`pillars new`."""

import os
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import click

from generator.cli.trouble import our_trouble
from generator.error import GeneratorError

if TYPE_CHECKING:
    from generator.scaffold.questions import Question


@click.command()
@click.option("--title", help="The program's name; the file is named after it.")
@click.option("--level", help="beginner, intermediate or advanced.")
@click.option("--goal", help="hypertrophy, strength, power or general.")
@click.option("--days", help="Leg days a week, 1 to 4.")
@click.option(
    "--equipment", multiple=True,
    help="full-gym, home-barbell, dumbbells, machines, bands, or single pieces; may be repeated.",
)  # fmt: skip
@click.option("--minutes", help="The most a session may take, 30 to 120.")
@click.option("--weeks", help="How long the program lasts, 4 to 16 weeks.")
@click.option("--author", help="The name to print on the guide.")
@click.option("--output", type=click.Path(path_type=Path), help="Another place for the file.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--yes", is_flag=True, help="Ask nothing and take the usual for what is not said.")
@our_trouble
def command(
    equipment: tuple[str, ...], output: Path | None, force: bool, yes: bool, **said: str | None
) -> None:
    """Write a program to begin with: it asks a few questions, and what it writes is checked."""
    from generator.project import find_root, sound_library
    from generator.scaffold.program import scaffold

    root = find_root(Path.cwd())
    library = sound_library(root)
    given = {**said, "equipment": ",".join(equipment) or None}
    answers = _answers(given, lambda title: _place(root, title, output, force), yes)
    wishes, path = answers
    made = scaffold(wishes, library, path.name, _schema(root, path))
    _write(path, made.text, force)
    shown = os.path.relpath(path)
    click.echo(f"Written: {shown}")
    _tell(root, path)
    click.echo(
        "Next:\n"
        f"  1. Open {shown} and make it yours; the comments say what is what.\n"
        f"  2. pillars check {shown}\n"
        "  3. pillars serve, and look at "
        f"http://127.0.0.1:8000/programs/{path.stem}/"
    )
    sys.exit(int(not made.sound))


def somebody_is_there() -> bool:
    """Whether questions can be asked."""
    return sys.stdin.isatty()


def _answers(given: dict[str, str | None], place: Any, yes: bool) -> tuple[Any, Path]:
    """The wishes, and the file for them: from options, from questions, or as usual."""
    from generator.scaffold import questions, wishes

    def answer(question: "Question", usual: object) -> Any:
        return _answer(question, given[question.name], usual, asks)

    needed = (questions.LEVEL, questions.GOAL, questions.DAYS, questions.KIT, questions.TITLE)
    asks = somebody_is_there() and not yes
    for name, text in given.items():
        # what is wrong in an option is said before any question
        if text is not None:
            _read(next(q for q in vars(questions).values() if _named(q, name)), text)
    missing = [f"--{question.name}" for question in needed if given[question.name] is None]
    if missing and not asks and not yes:
        raise GeneratorError(
            f"nobody is here to be asked; give {', '.join(missing)}, or --yes for the usual"
        )
    level = answer(questions.LEVEL, "beginner")
    goal = answer(questions.GOAL, "hypertrophy")
    days = answer(questions.DAYS, 2)
    equipment = answer(questions.KIT, "full-gym")
    usual = wishes.usual_title(level, days)
    if asks and given["title"] is None:
        click.echo("The file is named after the title and goes to programs/, unless --output says.")
    title, path = _titled(questions.TITLE, given["title"], usual, place, asks)
    if asks:
        click.echo(f"It will be written to {os.path.relpath(path)}")
    minutes = answer(questions.MINUTES, wishes.MINUTES[days])
    weeks = answer(questions.WEEKS, wishes.WEEKS)
    author = answer(questions.AUTHOR, wishes.AUTHOR)
    return (
        wishes.Wishes(title, level, goal, days, equipment, minutes, weeks, author),
        path,
    )


def _named(value: object, name: str) -> bool:
    from generator.scaffold.questions import Question

    return isinstance(value, Question) and value.name == name


def _titled(
    question: "Question", given: str | None, usual: str, place: Any, asks: bool
) -> tuple[str, Path]:
    """A title whose file can be written; asked again until there is one."""
    while True:
        title = _answer(question, given, usual, asks)
        try:
            return title, place(title)
        except GeneratorError as error:
            if given is not None or not asks:
                raise
            click.echo(f"Error: {error}")


def _answer(question: "Question", given: str | None, usual: object, asks: bool) -> Any:
    if given is not None:
        return _read(question, given)
    if not asks:
        return question.read(str(usual))
    if question.choices:
        click.echo(f"\n{question.asks}")
        width = max(map(len, question.choices))
        for number, (name, words) in enumerate(question.choices.items(), start=1):
            click.echo(f"  {number}  {name:{width}}  {words}")
    if question.also:
        click.echo(fill(question.also, 78, initial_indent="  ", subsequent_indent="  "))

    def read(answer: str) -> Any:
        from generator.scaffold.questions import Misunderstood

        try:
            return question.read(answer)
        except Misunderstood as error:
            raise click.UsageError(str(error)) from None

    return click.prompt(question.asks, default=str(usual), value_proc=read)


def _read(question: "Question", text: str) -> Any:
    from generator.scaffold.questions import Misunderstood

    try:
        return question.read(text)
    except Misunderstood as error:
        raise GeneratorError(f"--{question.name}: {error}") from None


def _place(root: Path, title: str, output: Path | None, force: bool) -> Path:
    """Where the file goes; trouble where it cannot go there."""
    from generator.scaffold.questions import Misunderstood, file_name
    from generator.scaffold.wishes import trouble_with_file

    try:
        path = output.absolute() if output else root / "programs" / file_name(title)
    except Misunderstood as error:
        raise GeneratorError(
            f"{error} Choose another --title, or name the file by --output"
        ) from None
    trouble = trouble_with_file(path.name)
    if trouble:
        raise GeneratorError(trouble.rstrip("."))
    if output and not path.parent.is_dir():
        raise GeneratorError(f"there is no folder {os.path.relpath(path.parent)}")
    if os.path.lexists(path) and (not force or not path.is_file() or path.is_symlink()):
        way_out = "choose another --title or --output"
        more = ", or replace it by --force" if path.is_file() and not path.is_symlink() else ""
        raise GeneratorError(f"{os.path.relpath(path)} is there already; {way_out}{more}")
    return path


def _schema(root: Path, path: Path) -> str:
    """The schema as an editor finds it from the file."""
    return Path(os.path.relpath(root / "schema/program.schema.json", path.parent)).as_posix()


def _write(path: Path, text: str, force: bool) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        said = (error.strerror or "it cannot be written").lower()
        raise GeneratorError(f"{os.path.relpath(path)}: {said}") from None


def _tell(root: Path, path: Path) -> None:
    """What the check of the new file says."""
    from generator.cli.printing import run_of
    from generator.finding import Severity
    from generator.project import open_project
    from generator.report.concise_report import concise
    from generator.report.full_report import full

    run = run_of(open_project(root, [path]), notes=True)
    for finding in run.shown:
        # a note is no call to act, so one line will do
        note = finding.severity is Severity.NOTE
        click.echo(concise(finding) if note else f"\n{full(finding, run)}\n")
    click.echo(f"Checked: {run.summary}.\n")
