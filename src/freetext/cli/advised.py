"""What `freetext train` says of the labels that a model was learnt from."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli.run import Run, colourful, show, width
from freetext.errors import OutputError, UsageError

if TYPE_CHECKING:
    from freetext.survey.advice import Advice
    from freetext.text.vectors import Vectors
    from freetext.training.promote import Challenger

ENDINGS = (".md", ".json")

AdviceFile = Annotated[
    str,
    typer.Option(
        "--advice",
        metavar="OUT",
        help="Write the learning curve and what more labels would bring, theme by theme: .md or .json.",
    ),
]
NoAdvice = Annotated[
    bool, typer.Option("--no-advice", help="Leave out what more labels would bring; saves about a third of the time.")
]


def check_advice_file(run: Run, file: str, *, silent: bool) -> None:
    """Refuse a file that could not be written, or is not wanted, before anything is learnt."""
    from freetext.files.disk.places import STANDARD, check_output, reason

    if file and silent:
        raise UsageError("--advice asks for a file, and --no-advice for none: give one of them.")
    if not file:
        return
    check_output(file, force=run.force, endings=ENDINGS)
    if file == STANDARD:
        return
    try:
        with tempfile.TemporaryFile(dir=Path(file).parent):
            pass
    except OSError as error:
        raise OutputError(file, reason(error)) from error


def advised(
    run: Run,
    learnt: Sequence[tuple[Challenger, Vectors | None]],
    file: str,
    *,
    silent: bool,
    jobs: int | None = None,
) -> None:
    """Measure the learning curve of models that were just learnt, say what follows from it, and write it where asked."""
    if not file and (silent or run.quiet):
        return
    found = [advice for challenger, vectors in learnt if (advice := _advice(run, challenger, vectors, jobs))]
    if not silent and not run.quiet:
        _show(found)
    if file:
        _write(run, found, file)


def _advice(run: Run, challenger: Challenger, vectors: Vectors | None, jobs: int | None) -> Advice | None:
    from freetext.training.advice import advice_on
    from freetext.training.classifier import DEFAULT, recipe_of

    parted = challenger.parted
    locked = len(parted.locked.answers) if parted.locked else 0
    with run.progress("what more labels would bring", 1):
        return advice_on(
            parted.fitted,
            challenger.training,
            survey=challenger.survey,
            locked=locked,
            seed=challenger.seed,
            recipe=recipe_of(challenger.model.facts["recipe"]) or DEFAULT,
            jobs=jobs,
            vectors=vectors,
        )


def _show(found: Sequence[Advice]) -> None:
    from freetext.show.advice import advice_text

    for advice in found:
        show(advice_text(advice, width=width(), colour=colourful()).rstrip("\n"))


def _write(run: Run, found: Sequence[Advice], file: str) -> None:
    from freetext.files.tabular.tables import write_text
    from freetext.show.advice import advice_json, advice_markdown

    text = advice_json(found) if file.lower().endswith(".json") else advice_markdown(found)
    write_text(text, file, force=run.force)
    run.say(f"{file}: what more labels would bring")
