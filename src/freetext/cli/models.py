"""`freetext models`: what stands in a folder of models."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, fitted, show
from freetext.errors import BundleError, NegativeAnswer, UsageError

if TYPE_CHECKING:
    from freetext.files.models import Listed

app = typer.Typer(help="List models and show what they were made from.", invoke_without_command=True)


@app.callback()
def _root(context: typer.Context) -> None:
    options.help_if_alone(context)


Folder = Annotated[
    Path | None,
    typer.Argument(metavar="DIR", help="A folder of models, one model, or one version of it. Default: the project's."),
]


def _folder(run: Run, given: Path | None) -> Path:
    if given is not None:
        return given
    if run.project is None:
        raise UsageError("which folder? Name DIR, such as models.")
    return run.project.path(run.project.questionnaire.models)


def _in_force(folder: Path) -> list[Path]:
    """Return the models that a folder means: itself, or those in force below it where it is a folder of models."""
    below = sorted(current.parent for current in folder.glob("*/CURRENT"))
    return below if below and not (folder / "CURRENT").exists() else [folder]


@app.command("list")
@options.everywhere
def list_(run: Run, folder: Folder = None) -> None:
    """List the versions of the models in a folder; `*` marks the one in force."""
    from freetext.files.models import list_models

    place = _folder(run, folder)
    found = list_models(place)
    if not found.models and not found.problems:
        raise NegativeAnswer(f"{place}: no model here. `freetext train` makes one.")
    wide = max((len(each.name) for each in found.models), default=0)
    for each in found.models:
        show(_line(each, wide))
    if found.problems:
        first, *more = found.problems
        raise BundleError(place, f"{first}" + (f" (And {len(more)} more cannot be read.)" if more else ""))


def _line(model: Listed, wide: int) -> str:
    from freetext.show.screens import safe

    facts, scores = model.manifest["facts"], model.manifest["facts"].get("scores", {})
    return (
        f"{'*' if model.current else ' '} {safe(model.name):{wide}}  {model.digest}  {len(model.manifest['themes'])} themes, "
        f"{facts.get('answers', 0):,} answers, micro F1 {scores.get('micro_f1') or 0:.2f}"
    )


@app.command("show")
@options.everywhere
def show_(run: Run, folder: Folder = None) -> None:
    """Show the card of a model, or of each in a folder: what it was made from, how far each theme can be trusted."""
    from freetext.files.models import read_card

    for each in _in_force(_folder(run, folder)):
        show(fitted(read_card(each), sys.stdout))
