"""`freetext train`: labels to a model."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, counted, fitted, show
from freetext.errors import NothingToLearn, UsageError

if TYPE_CHECKING:
    from freetext.files.answers import AnswerFile
    from freetext.files.settings import Project
    from freetext.model.bundle import Model
    from freetext.survey.codeframe import Codeframe
    from freetext.survey.labels import Key, Settled
    from freetext.training.dataset import TrainingSet


def train(
    run: Run,
    labelled: Annotated[
        str | None,
        typer.Argument(
            metavar="LABELLED", help="File of labelled answers; `-` is standard input. Default: the project's."
        ),
    ] = None,
    *,
    text: options.Texts = [],  # noqa: B006
    labels: options.Labels = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    codeframe: options.CodeframeFile = None,
    blank_labels: Annotated[
        Literal["none", "unlabelled"],
        typer.Option(help="What a blank label cell means: coded with no theme, or not coded yet."),
    ] = "none",
    seed: Annotated[int, typer.Option(metavar="N", min=0, max=2**32 - 1, help="Same labels and seed, same model.")] = 0,
    model: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder of the model; each version gets a folder in it. Default: the project's."
        ),
    ] = None,
) -> None:
    """Learn a model from labelled answers.

    Labels come from columns of the file (--labels) or, in a project, from the
    coders' logs. One model is learnt for each codeframe.
    """
    from freetext.cli.plans import answer_file, columns_for, input_file, survey_table

    if model is None and run.project is None:
        raise UsageError("where shall the model go? Name a folder with --model, such as models/survey.")
    asked = (*text, *labels, id, respondent, question)
    table = survey_table(run, input_file(labelled, run.project, "LABELLED"), asked)
    file = answer_file(table, columns_for(table, text, id, respondent, question, run.project))
    run.say_all(file.said)
    sets = (
        _from_columns(run, file, labels, codeframe, blank_labels, model)
        if labels
        else _from_logs(run, file, codeframe, model)
    )
    _learn(run, sets, seed)


def _from_columns(
    run: Run,
    file: AnswerFile,
    labels: list[str],
    codeframe: Path | None,
    blank: Literal["none", "unlabelled"],
    model: Path | None,
) -> list[tuple[TrainingSet, Path]]:
    """Take the labels that stand in the file's own columns."""
    from freetext.cli.plans import model_folder
    from freetext.files.answers import label_columns
    from freetext.files.codeframes import read_codeframe
    from freetext.files.project_codeframes import shared_codeframe
    from freetext.survey.codeframe import slugify
    from freetext.training.dataset import labelled_set

    path = codeframe or shared_codeframe(file.answers.questions, run.project)
    frame = read_codeframe(path) if path else None
    said = label_columns(file, labels, codeframe=frame, blank=blank, name=slugify(model.name) if model else "codeframe")
    training = labelled_set(said.codeframe, file.answers, said.given, said.labelled)
    return [(training, model or (model_folder(said.codeframe, run.project) if run.project else Path()))]


def _from_logs(
    run: Run, file: AnswerFile, codeframe: Path | None, model: Path | None
) -> list[tuple[TrainingSet, Path]]:
    """Take the labels that coders gave, codeframe by codeframe; one that nobody has used yet is passed over, and said to be."""
    from freetext.cli.plans import model_folder
    from freetext.files.settled import decisions_for

    if run.project is None:
        raise UsageError("which column holds the labels? Name it with --labels.")
    decided = decisions_for(file, run.project)
    run.say_all(decided.problems)
    sets: list[tuple[TrainingSet, Path]] = []
    empty: dict[str, NothingToLearn] = {}
    for frame, questions in _groups(file, codeframe, model, run.project):
        try:
            training = _settled(file, questions, frame, decided.settled, run.project)
        except NothingToLearn as error:
            empty[frame.name] = error
        else:
            sets.append((training, model or model_folder(frame, run.project)))
    if not sets:
        raise next(iter(empty.values()))
    run.say_all(f"{name!r} is passed over: {error}" for name, error in empty.items())
    return sets


def _groups(
    file: AnswerFile, codeframe: Path | None, model: Path | None, project: Project
) -> list[tuple[Codeframe, list[str]]]:
    """Read the codeframes, each with the questions that it codes."""
    from freetext.files.codeframes import read_codeframe
    from freetext.files.project_codeframes import to_code

    if codeframe:
        return [(read_codeframe(codeframe), list(dict.fromkeys(file.answers.questions)))]
    groups = to_code(file.answers.questions, project)
    if model is not None and len(groups) > 1:
        raise UsageError(
            f"--model names one folder, and the questions have {len(groups)} codeframes ({', '.join(groups)})."
        )
    return [(read_codeframe(project.path(path)), questions) for path, questions in groups.items()]


def _settled(
    file: AnswerFile, questions: list[str], frame: Codeframe, settled: Mapping[Key, Settled], project: Project
) -> TrainingSet:
    """Make the training set of some questions."""
    import numpy as np

    from freetext.cli.plans import labels_of
    from freetext.training.dataset import settled_set

    asked = np.flatnonzero(np.isin(np.array(file.answers.questions), questions))
    with labels_of(project.path(project.questionnaire.labels)):
        return settled_set(frame, file.answers.take(asked), settled)


def _learn(run: Run, sets: list[tuple[TrainingSet, Path]], seed: int) -> None:
    """Learn all models before the first is put in force: a survey's models go together."""
    from freetext.files.models import make_home, save_model
    from freetext.model.card import card_text

    if run.dry_run:
        for training, folder in sets:
            run.say(_aim(training))
            run.say(f"dry run: nothing is learnt, nothing is written to {folder}")
        return
    for _, folder in sets:
        make_home(folder)
    models = [_fit(run, training, seed) for training, _ in sets]
    for model, (_, folder) in zip(models, sets, strict=True):
        place = save_model(model, folder)
        if not run.quiet:
            show(fitted(card_text(model), sys.stdout))
        run.say(f"in force: {place}")


def _fit(run: Run, training: TrainingSet, seed: int) -> Model:
    from freetext.training.fit import fit

    run.say(_aim(training))
    with run.progress("learning", len(training.codeframe)) as advance:
        return fit(training, seed=seed, advance=advance).model


def _aim(training: TrainingSet) -> str:
    themes, answers = counted(len(training.codeframe), "theme"), counted(len(training.answers), "answer")
    return f"learning {themes} of {training.codeframe.name!r} from {answers}"
