"""`freetext waves`: the files of a survey, wave by wave, and one more of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import NegativeAnswer, UsageError, counted

app = typer.Typer(
    help="List the waves of a survey, and add the file of a new one. Alone it lists them.", invoke_without_command=True
)


@app.callback()
def _root(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        _list(Run(), json=False)


@app.command("list")
@options.everywhere
def list_(run: Run, *, json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """List the waves, the oldest first: answers, labels, audit, coded file and the models that coded it."""
    _list(run, json=json)


def _list(run: Run, *, json: bool) -> None:
    from freetext.interfaces.waving import waves
    from freetext.show.waves import waves_json, waves_text

    found = waves(_project(run))
    if not found:
        raise NegativeAnswer("no wave here yet: freetext.toml names no `file`. `freetext waves add FILE` does.")
    show((waves_json(found) if json else waves_text(found, width=width(), colour=colourful())).rstrip("\n"))
    run.say_all(dict.fromkeys(problem for wave in found for problem in wave.problems))


@app.command()
@options.everywhere
def add(run: Run, file: Annotated[str, typer.Argument(metavar="FILE", help="The file of the new wave.")]) -> None:
    """Make FILE the survey's present wave, and put the one before behind `earlier` in freetext.toml.

    The rest of freetext.toml stays as it is, comments too. What differs from the
    wave before is said.
    """
    from freetext.interfaces.waving import add_wave

    folder = _project(run)
    added = add_wave(folder, file, dry_run=run.dry_run)
    wave = added.wave
    run.say(f"{file}: {counted(wave.rows, 'row')}, {counted(wave.answers, 'answer')}, {wave.blank:,} of them blank")
    run.say_all(added.said)
    if run.dry_run:
        run.say(f"dry run: nothing is written to {folder / 'freetext.toml'}")
        return
    before = f"; {added.before} is an earlier wave" if added.before else ""
    run.say(f"{folder / 'freetext.toml'}: the present wave is {wave.file}{before}")
    run.say("Next: `freetext check` looks closer, `freetext code` codes it.")


def _project(run: Run) -> Path:
    if run.project is None:
        raise UsageError("no freetext.toml here. Name the survey's folder with --project; `freetext init` makes one.")
    return run.project.folder
