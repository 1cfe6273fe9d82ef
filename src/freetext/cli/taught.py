"""What a model is learnt from: labels in columns of a file, or those of the coders' logs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from freetext.cli.codeframes_told import codeframe_told
from freetext.cli.run import Run
from freetext.errors import NothingToLearn, UsageError

if TYPE_CHECKING:
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.labelling.settled import Decisions
    from freetext.files.project.settings import Project
    from freetext.survey.answers import Answers
    from freetext.survey.codeframe import Codeframe
    from freetext.survey.labels import Key
    from freetext.survey.samples import Sampled
    from freetext.training.dataset import TrainingSet


@dataclass(frozen=True, slots=True)
class Taught:
    """What a model is learnt from.

    labelled  labelled answers
    audited   those of them that a random audit coded
    folder    of the model (models/NAME)
    survey    all answers to the same questions, labelled or not; None where nothing is known of them
    sampled   how they were drawn, where there were more than are learnt from
    """

    labelled: TrainingSet
    audited: frozenset[Key]
    folder: Path
    survey: Answers | None = None
    sampled: Sampled | None = None


def from_columns(
    run: Run,
    file: AnswerFile,
    labels: Sequence[str],
    codeframe: Path | None,
    blank: Literal["none", "unlabelled"],
    model: Path | None,
) -> Taught:
    """Take the labels that stand in the file's own columns; nobody knows how these answers were chosen."""
    from freetext.cli.plans import model_folder
    from freetext.files.coding.answers import label_columns
    from freetext.files.project.project_codeframes import shared_codeframe
    from freetext.survey.codeframe import slugify
    from freetext.training.dataset import labelled_set

    path = codeframe or shared_codeframe(file.answers.questions, run.project)
    frame = codeframe_told(run, path) if path else None
    said = label_columns(file, labels, codeframe=frame, blank=blank, name=slugify(model.name) if model else "codeframe")
    labelled = labelled_set(said.codeframe, file.answers, said.given, said.labelled)
    folder = model or (model_folder(said.codeframe, run.project) if run.project else Path())
    return Taught(labelled, frozenset(), folder, file.answers)


def from_logs(run: Run, file: AnswerFile, codeframe: Path | None = None, model: Path | None = None) -> list[Taught]:
    """Take the labels that coders gave, codeframe by codeframe; one that nobody has used yet is passed over, and said to be."""
    from freetext.cli.plans import model_folder
    from freetext.files.labelling.settled import decisions_for

    if run.project is None:
        raise UsageError("which column holds the labels? Name it with --labels.")
    decided = decisions_for(file, run.project)
    run.say_all(decided.problems)
    found: list[Taught] = []
    empty: dict[str, NothingToLearn] = {}
    for frame, questions in _groups(run, file, codeframe, model, run.project):
        try:
            labelled, audited, survey = _settled(file, questions, frame, decided, run.project)
        except NothingToLearn as error:
            empty[frame.name] = error
        else:
            found.append(Taught(labelled, audited, model or model_folder(frame, run.project), survey))
    if not found:
        raise next(iter(empty.values()))
    run.say_all(f"{name!r} is passed over: {error}" for name, error in empty.items())
    return found


def _groups(
    run: Run, file: AnswerFile, codeframe: Path | None, model: Path | None, project: Project
) -> list[tuple[Codeframe, list[str]]]:
    """Read the codeframes, each with the questions that it codes."""
    from freetext.files.project.project_codeframes import to_code

    if codeframe:
        return [(codeframe_told(run, codeframe), list(dict.fromkeys(file.answers.questions)))]
    groups = to_code(file.answers.questions, project)
    if model is not None and len(groups) > 1:
        raise UsageError(
            f"--model names one folder, and the questions have {len(groups)} codeframes ({', '.join(groups)})."
        )
    return [(codeframe_told(run, project.path(path), path), questions) for path, questions in groups.items()]


def _settled(
    file: AnswerFile, questions: list[str], frame: Codeframe, decided: Decisions, project: Project
) -> tuple[TrainingSet, frozenset[Key], Answers]:
    """Settle what was decided on some questions under the codeframe of today; find what the audit coded, and all answers."""
    import numpy as np

    from freetext.cli.plans import labels_of
    from freetext.files.labelling.settled import refuse_other_than_one, settled_under
    from freetext.training.dataset import settled_set
    from freetext.training.held_out import audited

    survey = file.answers.take(np.flatnonzero(np.isin(np.array(file.answers.questions), questions)))
    frames = dict.fromkeys(questions, frame)
    labels = [label for label in decided.labels if label.question in frames]
    with labels_of(project.path(project.questionnaire.labels)):
        settled = settled_under(labels, frames)
        refuse_other_than_one(settled, frame)
        return settled_set(frame, survey, settled), audited(labels), survey
