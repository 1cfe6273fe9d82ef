"""What a model is learnt from: labels in columns of a file, or those of the coders' logs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from freetext.cli.codeframes_told import codeframe_told
from freetext.cli.run import Run
from freetext.errors import NothingToLearn, UsageError, counted

if TYPE_CHECKING:
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.project.settings import Project
    from freetext.interfaces.training import Decided
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


def from_logs(
    run: Run, files: Sequence[AnswerFile], codeframe: Path | None = None, model: Path | None = None
) -> list[Taught]:
    """Take the labels that coders gave on these files, codeframe by codeframe; one that nobody has used yet is passed over, and said to be."""
    from freetext.cli.plans import model_folder
    from freetext.files.labelling.settled import decisions_for
    from freetext.interfaces.training import Decided

    if run.project is None:
        raise UsageError("which column holds the labels? Name it with --labels.")
    waves = [Decided(file, decisions_for(file, run.project)) for file in files]
    _say_problems(run, waves)
    found: list[Taught] = []
    empty: dict[str, NothingToLearn] = {}
    for frame, questions in _groups(run, files, codeframe, model, run.project):
        try:
            labelled, audited, survey = _settled(waves, questions, frame, run.project)
        except NothingToLearn as error:
            empty[frame.name] = error
        else:
            found.append(Taught(labelled, audited, model or model_folder(frame, run.project), survey))
    if not found:
        raise next(iter(empty.values()))
    run.say_all(f"{name!r} is passed over: {error}" for name, error in empty.items())
    return found


def _say_problems(run: Run, waves: Sequence[Decided]) -> None:
    """Say which labels are not used and, of several waves, how many are used of each."""
    run.say_all(dict.fromkeys(problem for wave in waves for problem in wave.decisions.problems))
    if len(waves) == 1:
        return
    for wave in waves:
        run.say(f"{wave.file.table.file}: {counted(len(wave.decisions.settled), 'labelled answer')}")
    bare = sum(not label.text_hash and label.event == "label" for label in waves[0].decisions.labels)
    if bare:
        carry = (
            "label carries no hash of its text and is" if bare == 1 else "labels carry no hash of their texts and are"
        )
        run.say(f"- {bare:,} {carry} taken to be about {waves[0].file.table.file}, the oldest wave")


def _groups(
    run: Run, files: Sequence[AnswerFile], codeframe: Path | None, model: Path | None, project: Project
) -> list[tuple[Codeframe, list[str]]]:
    """Read the codeframes, each with the questions that it codes."""
    from freetext.files.project.project_codeframes import to_code

    asked = list(dict.fromkeys(question for file in files for question in file.answers.questions))
    if codeframe:
        return [(codeframe_told(run, codeframe), asked)]
    groups = to_code(asked, project)
    if model is not None and len(groups) > 1:
        raise UsageError(
            f"--model names one folder, and the questions have {len(groups)} codeframes ({', '.join(groups)})."
        )
    return [(codeframe_told(run, project.path(path), path), questions) for path, questions in groups.items()]


def _settled(
    waves: Sequence[Decided], questions: list[str], frame: Codeframe, project: Project
) -> tuple[TrainingSet, frozenset[Key], Answers]:
    """Settle what was decided on some questions under the codeframe of today; find what the audit coded, and all answers."""
    from freetext.cli.plans import labels_of
    from freetext.interfaces.training import labelled_waves

    with labels_of(project.path(project.questionnaire.labels)):
        return labelled_waves(waves, questions, frame)
