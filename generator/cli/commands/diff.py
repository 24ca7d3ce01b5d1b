"""`pillars diff`."""

from importlib import import_module
from pathlib import Path

import click

from generator.cli.trouble import our_trouble

FORMATS = ("text", "markdown", "json")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--base", metavar="REF", help="Compare with where this branch left REF (Git).")
@click.option("--head", metavar="REF", help="With --base: a commit instead of the working tree.")
@click.option(
    "--format", "style", type=click.Choice(FORMATS), default="text", show_default=True,
    help="How it is printed.",
)  # fmt: skip
@click.option(
    "--output-file", type=click.Path(path_type=Path, dir_okay=False), help="Write it to a file."
)
@our_trouble
def command(
    files: tuple[Path, ...], base: str | None, head: str | None, style: str,
    output_file: Path | None,
) -> None:  # fmt: skip
    """Say what changed in training terms: between two FILES, or since another branch.

    Like a report, it leaves with 0 whatever it finds, also where a version cannot be read;
    with 2 when a file or a commit is not there. `pillars check` judges.
    """
    from generator.diff.versions import of_two_files, since
    from generator.error import GeneratorError
    from generator.project import find_root, sound_library

    if base is None and head is not None:
        raise click.UsageError("--head goes with --base")
    if base is None and len(files) != 2:
        raise click.UsageError("name two files, or a commit with --base")
    root = find_root(Path.cwd())
    library = sound_library(root)
    if base is None:
        for file in files:
            if not file.is_file():
                raise GeneratorError(f"there is no file {file}")
        report = of_two_files(files[0], files[1], library)
    else:
        report = since(root, base, head, files, library)
    said: str = import_module(f"generator.diff.{style}_diff").render(report)
    if output_file is None:
        click.echo(said)
        return
    try:
        # a file's name may be no text; JSON reads what is written for it as the same name
        output_file.write_text(f"{said}\n", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise GeneratorError(f"{output_file} cannot be written: {error.strerror}") from None
