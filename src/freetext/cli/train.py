"""`freetext train`: labels to a model."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, counted, fitted, show
from freetext.errors import UsageError

if TYPE_CHECKING:
    from freetext.files.answers import AnswerFile
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
    from freetext.cli.plans import answer_file, columns_for, input_file

    if model is None and run.project is None:
        raise UsageError("where shall the model go? Name a folder with --model, such as models/survey.")
    table = run.table(input_file(labelled, run.project, "LABELLED"))
    file = answer_file(table, columns_for(table, text, id, respondent, question, run.project))
    run.say_all(file.said)
    sets = (
        _from_columns(run, file, labels, codeframe, blank_labels, model)
        if labels
        else _from_logs(run, file, codeframe, model)
    )
    for training, folder in sets:
        _fit(run, training, folder, seed)


def _from_columns(
    run: Run,
    file: AnswerFile,
    labels: list[str],
    codeframe: Path | None,
    blank: Literal["none", "unlabelled"],
    model: Path | None,
) -> Iterator[tuple[TrainingSet, Path]]:
    """Take the labels that stand in the file's own columns."""
    import numpy as np

    from freetext.cli.plans import model_folder, shared_codeframe
    from freetext.files.answers import label_columns
    from freetext.files.codeframes import read_codeframe
    from freetext.survey.codeframe import slugify
    from freetext.training.dataset import training_set

    path = codeframe or shared_codeframe(file.answers.questions, run.project)
    frame = read_codeframe(path) if path else None
    said = label_columns(file, labels, codeframe=frame, blank=blank, name=slugify(model.name) if model else "codeframe")
    places = np.flatnonzero(said.labelled)
    training = training_set(said.codeframe, file.answers.take(places), said.given[places].astype(np.int8))
    folder = model or (model_folder(said.codeframe, run.project) if run.project else Path())
    yield training, folder


def _from_logs(
    run: Run, file: AnswerFile, codeframe: Path | None, model: Path | None
) -> Iterator[tuple[TrainingSet, Path]]:
    """Take the labels that coders gave, codeframe by codeframe."""
    import numpy as np

    from freetext.cli.plans import by_codeframe, labels_of, model_folder
    from freetext.files.codeframes import read_codeframe
    from freetext.files.settled import decisions_on
    from freetext.training.dataset import settled_set

    if run.project is None:
        raise UsageError("which column holds the labels? Name it with --labels.")
    survey, answers = run.project.questionnaire, file.answers
    decided = decisions_on(answers, run.project.path(survey.labels), survey.key)
    run.say_all(decided.problems)
    groups = (
        {str(codeframe): list(dict.fromkeys(answers.questions))}
        if codeframe
        else by_codeframe(answers.questions, run.project)
    )
    if model is not None and len(groups) > 1:
        raise UsageError(
            f"--model names one folder, and the questions have {len(groups)} codeframes ({', '.join(groups)})."
        )
    for path, questions in groups.items():
        frame = read_codeframe(codeframe or run.project.path(path))
        asked = np.flatnonzero(np.isin(np.array(answers.questions), questions))
        with labels_of(run.project.path(survey.labels)):
            training = settled_set(frame, answers.take(asked), decided.settled)
        yield training, model or model_folder(frame, run.project)


def _fit(run: Run, training: TrainingSet, folder: Path, seed: int) -> None:
    from freetext.files.models import make_home, save_model
    from freetext.model.card import card_text

    run.say(
        f"learning {counted(len(training.codeframe), 'theme')} of {training.codeframe.name!r} "
        f"from {counted(len(training.answers), 'answer')}"
    )
    if run.dry_run:
        run.say(f"dry run: nothing is learnt, nothing is written to {folder}")
        return
    from freetext.training.fit import fit

    make_home(folder)
    model = fit(training, seed=seed).model
    place = save_model(model, folder)
    if not run.quiet:
        show(fitted(card_text(model), sys.stdout))
    run.say(f"in force: {place}")
