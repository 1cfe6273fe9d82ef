"""`freetext models`: what stands in a folder of models, which version is in force, and how to change that."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, fitted, show, width
from freetext.errors import BundleError, FreetextError, NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from freetext.cli.taught import Taught
    from freetext.files.modelling.models import Listed
    from freetext.model.bundle import Model
    from freetext.tallies.paired import Comparison

app = typer.Typer(
    help="List models, show what they were made from, compare them, and say which version is in force.",
    invoke_without_command=True,
)


@app.callback()
def _root(context: typer.Context) -> None:
    options.help_if_alone(context)


Folder = Annotated[
    Path | None,
    typer.Argument(metavar="DIR", help="A folder of models, one model, or one version of it. Default: the project's."),
]
VERSION = "A version: its digest, or the beginning of it."
Version = Annotated[str, typer.Argument(metavar="VERSION", help=VERSION)]


def _folder(run: Run, given: Path | None) -> Path:
    """Return the folder that was named, by its path or as one of the project's models; else that of all its models."""
    models = run.project.path(run.project.questionnaire.models) if run.project else None
    if given is not None:
        return models / given if models and not given.exists() and (models / given).is_dir() else given
    if models is None:
        raise UsageError("which folder? Name DIR, such as models.")
    return models


def _in_force(folder: Path) -> list[Path]:
    """Return the models that a folder means: itself, or those in force below it where it is a folder of models."""
    below = sorted(current.parent for current in folder.glob("*/CURRENT"))
    return below if below and not (folder / "CURRENT").exists() else [folder]


@app.command("list")
@options.everywhere
def list_(run: Run, folder: Folder = None) -> None:
    """List the versions of the models in a folder; `*` marks the one in force."""
    from freetext.files.modelling.models import list_models

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
    from freetext.files.modelling.model_history import in_force_since, read_history
    from freetext.show.screens import safe

    facts = model.manifest["facts"]
    score = facts["scores"].get("micro_f1")
    parts = [
        counted(len(model.manifest["themes"]), "theme"),
        counted(facts["answers"], "answer"),
        "no scores" if score is None else f"micro F1 {score:.2f}",
    ]
    event = in_force_since(read_history(model.folder.parent), model.digest) if model.current else None
    parts += [f"in force since {_moment(event.time)}"] if event else []
    return f"{'*' if model.current else ' '} {safe(model.name):{wide}}  {model.digest}  {', '.join(parts)}"


def _moment(time: str) -> str:
    """Write a time of the history to the minute."""
    from freetext.show.screens import safe

    return safe(time[:16].replace("T", " ")) + " UTC"


@app.command("show")
@options.everywhere
def show_(run: Run, folder: Folder = None) -> None:
    """Show the card of a model, or of each in a folder: what it was made from, how far each theme can be trusted."""
    from freetext.files.modelling.models import read_card, resolve
    from freetext.show.screens import safe

    for each in _in_force(_folder(run, folder)):
        card = "\n".join(safe(line) for line in read_card(each).split("\n"))
        show(fitted("\n".join([card, *_events(resolve(each))]), sys.stdout))


def _events(version: Path) -> list[str]:
    """What the history says of a version."""
    from freetext.files.modelling.model_history import read_history
    from freetext.show.screens import safe

    told = [event for event in read_history(version.parent) if event.digest == version.name]
    lines = []
    for event in told:
        before = f" (before: {event.before})" if event.before else ""
        lines.append(safe(f"- {_moment(event.time)} {event.what}{before}" + (f": {event.why}" if event.why else "")))
    return ["## History", "", *lines, ""] if lines else []


@app.command()
@options.everywhere
def compare(
    run: Run,
    old: Annotated[str, typer.Argument(metavar="OLD", help=VERSION)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=VERSION)],
    folder: Folder = None,
    vectors: options.Vectors = "",
) -> None:
    """Compare two versions theme by theme: by their cards and, in a project, on audited answers that neither has seen."""
    from freetext.files.modelling.model_versions import find_version
    from freetext.files.modelling.models import sound_model
    from freetext.training.promote import by_cards

    top = _folder(run, folder)
    places = [find_version(top, each).folder for each in (old, new)]
    one, two = (sound_model(place) for place in places)
    _show(by_cards(one, two), one, two)
    audited = _on_audit(run, (one, two), places, vectors)
    if audited is not None:
        show("")
        _show(audited, one, two)


def _show(comparison: Comparison, old: Model, new: Model) -> None:
    from freetext.show.promotion import comparison_text

    added = [slug for slug in new.codeframe.slugs if slug not in old.codeframe.position]
    gone = [slug for slug in old.codeframe.slugs if slug not in new.codeframe.position]
    names = (old.digest, new.digest)
    show(comparison_text(comparison, *names, added=added, gone=gone, width=width(), colour=colourful()).rstrip("\n"))


def _on_audit(run: Run, looked: Sequence[Model], places: Sequence[Path], vectors: str) -> Comparison | None:
    """Compare two versions on the project's locked answers; None, and why, where that cannot be."""
    from freetext.files.modelling.models import load_model
    from freetext.files.modelling.vectors import vectors_of
    from freetext.training.held_out import kept_from_audit, part
    from freetext.training.promote import on_audit

    if run.project is None:
        return None
    if not all(kept_from_audit(each) for each in looked):
        run.say("- not compared on the audit: one of them has seen it, or there was too little to hold out")
        return None
    try:
        old, new = (load_model(place, vectors=vectors_of(vectors, run.project)) for place in places)
        taught = _taught(run, places[1].parent)
    except FreetextError as error:
        run.say(f"- not compared on the audit: {error}")
        return None
    locked = part(taught.labelled, taught.audited).locked if taught else None
    return on_audit(old, new, locked) if locked else None


def _taught(run: Run, home: Path) -> Taught | None:
    """The project's labelled answers for the model of a folder; None where there are none."""
    from freetext.cli.plans import answer_file, columns_for, survey_table, wave_files
    from freetext.cli.taught import from_logs

    tables = [survey_table(run, path) for path in wave_files(None, run.project, "LABELLED")]
    files = [answer_file(table, columns_for(table, (), "", "", "", run.project)) for table in tables]
    found = (each for each in from_logs(run, files) if each.folder.resolve() == home.resolve())
    return next(found, None)


@app.command()
@options.everywhere
def promote(run: Run, version: Version, folder: Folder = None) -> None:
    """Put a version in force by hand."""
    from freetext.files.modelling import model_versions
    from freetext.files.modelling.models import sound_model

    found = model_versions.find_version(_folder(run, folder), version)
    if run.dry_run:
        sound_model(found.folder)
        run.say(f"dry run: {found.folder} would be in force")
        return
    changed = model_versions.promote(found)
    run.say(f"in force: {found.folder}" + ("" if changed else ", as before"))


@app.command()
@options.everywhere
def rollback(run: Run, folder: Folder = None) -> None:
    """Go back to the version that was in force before; again, and it goes further back."""
    from freetext.files.modelling.model_versions import roll_back

    models = _in_force(_folder(run, folder))
    if len(models) > 1:
        raise UsageError(f"which model? Name one: {', '.join(str(each) for each in models)}.")
    now, before = roll_back(models[0], dry_run=run.dry_run)
    run.say(f"{'dry run: ' if run.dry_run else ''}in force: {models[0] / now} (before: {before})")


@app.command()
@options.everywhere
def verify(run: Run, folder: Folder = None) -> None:
    """Read every version whole and hold its hashes and its digest against what it says; exit code 1 where one is damaged."""
    from freetext.files.modelling.model_versions import verify as check

    place = _folder(run, folder)
    checked = check(place)
    if not checked:
        raise NegativeAnswer(f"{place}: no model here. `freetext train` makes one.")
    for each in checked:
        show(f"damaged  {each.fault}" if each.fault else f"sound    {each.folder}")
    damaged = sum(bool(each.fault) for each in checked)
    if damaged:
        raise NegativeAnswer(f"{place}: {damaged} of {counted(len(checked), 'version')} cannot be used.")
