"""A file's answers coded by the models of a survey, beside what stands already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from freetext.errors import InputError, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_again import Circumstances, Part, Update, sort_out
from freetext.files.coding.coded_before import Aim, Asked, is_kept
from freetext.files.coding.coded_models import model_called
from freetext.files.coding.coded_records import COLD, read_records
from freetext.files.coding.codings import CodedColumns, as_asked
from freetext.files.labelling.settled import Decisions
from freetext.files.modelling.vectors import load_vectors
from freetext.files.project.settings import Project
from freetext.model.bundle import Model
from freetext.survey.answers import Answers, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Settled
from freetext.survey.settling import overrule

Parts = Sequence[tuple[Model, IntArray]]
"""Each model, and the places of the answers that it codes."""


def has_model(folder: Path) -> bool:
    """Whether a model was ever made in a folder (models/NAME), be it damaged since."""
    return (folder / "CURRENT").is_file() or any(folder.glob("**/manifest.json"))


def check_learnt(model: str, learnt: Codeframe, frame: Codeframe, path: str) -> None:
    """Refuse a model that knows themes which have gone since: people's labels speak of today's. Raises InputError.

    `model` is how it is named to people, `learnt` its codeframe, `frame` the one of today, and `path` where that stands.
    """
    gone = [slug for slug in learnt.slugs if slug in frame.fates and slug not in frame.position]
    if gone:
        raise InputError(
            f"the model {model} codes {names_listed(gone)}, which {path} has no longer.",
            remedy="`freetext train` learns the themes of today; then code again.",
        )


def cold_part(
    codeframe: Codeframe, answers: Answers, places: IntArray, vectors: str | Path | None = None
) -> tuple[Model, IntArray]:
    """Make a model without labels for these answers, of their own words and the codeframe's; raises NothingToLearn."""
    from freetext.training.cold import cold_model  # noqa: PLC0415  (wakes spaCy and scikit-learn)

    known = load_vectors(vectors) if vectors is not None else None
    return cold_model(codeframe, answers.take(places), vectors=known), places


def update_of(
    aim: Aim,
    file: AnswerFile,
    parts: Parts,
    decided: Decisions,
    project: Project | None,
) -> Update:
    """Decide what becomes of each answer; without a project, or outside its output folder, all are coded. See `sort_out`."""
    if project is None or not is_kept(aim.source, aim.target, project):
        return Update()
    given = circumstances(aim.target, decided, project, aim.asked)
    split = [Part(model.codeframe, digest_of(model), places, model.name) for model, places in parts]
    return sort_out(file.answers, aim.earlier, split, given)


def circumstances(target: str, decided: Decisions, project: Project, asked: Asked) -> Circumstances:
    """Say what decides on the answers of a coded file besides their cells."""
    key = project.questionnaire.key
    withdrawn = {label.key for label in decided.labels if label.event == "undo"}
    records, force = read_records(Path(target), key), asked.force or asked.recode
    return Circumstances(decided.settled, withdrawn, records, key, force=force, by_id=bool(asked.id))


def digest_of(model: Model) -> str:
    """Return what a model is noted by: its digest, or what stands for all that learnt without labels."""
    return COLD if model.cold else model.digest


def name_in_file(model: Model) -> str:
    """Name a model as the column `freetext_model` of a coded file does."""
    return model_called(model.name, digest_of(model))


def code_part(
    model: Model,
    places: IntArray,
    file: AnswerFile,
    cells: CodedColumns,
    *,
    update: Update,
    settled: Mapping[Key, Settled],
    advance: Callable[[int], None],
) -> None:
    """Put the cells of a model's answers into the columns: those kept as they stood, the others coded; people overrule.

    A model that has nothing to code wakes no tokenizer. Raises UnknownTheme where a label holds a theme that the model lacks.
    """
    kept = update.kept
    stand = np.fromiter((place in kept for place in places.tolist()), dtype=np.bool_, count=len(places))
    for place in places[stand].tolist():
        cells.keep(place, kept[place], model.codeframe)
    advance(int(stand.sum()))
    due = places[~stand]
    if not len(due):
        return
    from freetext.model.coder import BATCH, Coder  # noqa: PLC0415  (wakes spaCy)

    coder, asked = Coder(model), as_asked(file, model.folded.vocabulary.questions)
    for start in range(0, len(due), BATCH):
        part = due[start : start + BATCH]
        codings = coder.code(asked.take(part), evidence=cells.evidence)
        cells.add(overrule(codings, file.answers.take(part), settled), part, name_in_file(model))
        advance(len(part))
    for place in set(update.asks).intersection(due.tolist()):
        cells.ask(place, update.asks[place])
