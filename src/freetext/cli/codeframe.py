"""`freetext codeframe`: a codeframe looked through."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, counted, show
from freetext.errors import CodeframeError, NegativeAnswer, UsageError

app = typer.Typer(help="Check a codeframe.", invoke_without_command=True)


@app.callback()
def _root(context: typer.Context) -> None:
    options.help_if_alone(context)


@app.command("check")
@options.everywhere
def check(
    run: Run,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The codeframe, a TOML file. Default: the project's.")
    ] = None,
) -> None:
    """Read a codeframe and list its themes; a fault is named with its line (exit code 1)."""
    from freetext.files.codeframes import read_codeframe

    if file is None:
        file = _of_project(run)
    try:
        frame = read_codeframe(file)
    except CodeframeError as error:
        raise NegativeAnswer(str(error)) from error
    run.say(f"{file}: {counted(len(frame), 'theme')}, {counted(len(frame.nets), 'net')}")
    for theme, depth in frame.lines():
        kind = f" ({theme.reserved}, reserved)" if theme.reserved else ""
        show(f"{theme.number:>4}  {'  ' * depth}{theme.slug}: {theme.name}{kind}")


def _of_project(run: Run) -> Path:
    if run.project is None or not run.project.questionnaire.codeframe:
        raise UsageError("which codeframe? Name FILE, such as codeframe.toml.")
    return run.project.path(run.project.questionnaire.codeframe)
