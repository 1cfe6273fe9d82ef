"""The codes of both waves, made alike, for the part of a comparison that looks at what the model made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from freetext.errors import FreetextError, NothingToLearn
from freetext.files.coding.coded import question_of
from freetext.files.coding.coded_blocks import THEMES, WHY
from freetext.files.coding.codings import as_asked
from freetext.files.coding.tallying import Read
from freetext.files.labelling.settled import decisions_for
from freetext.files.modelling.vectors import load_vectors, vectors_of
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import by_codeframe
from freetext.files.project.settings import Project
from freetext.interfaces.compared_changes import BothRead
from freetext.interfaces.compared_files import Request, Side
from freetext.model.bundle import Model
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings
from freetext.text.vectors import Vectors

AS_THEY_STAND = "Codes are compared as the coded files have them."
UNSEEN = "Both waves were coded anew, by models that have not seen the respondent ({} labelled answers)."


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """The answers of both waves to a question and what was made of them; no codes and no model: texts alone are compared.

    learnt  bool (n,) each: people decided on the answer, so that the model may have learnt from it
    """

    old: Answers
    new: Answers
    model: Model | None = None
    codings: tuple[Codings, Codings] | None = None
    learnt: tuple[BoolArray, BoolArray] | None = None
    said: tuple[str, ...] = ()


def codes_of(
    questions: Sequence[str],
    old: Side,
    new: Side,
    both: BothRead | None,
    asked: Request,
    project: Project | None,
) -> dict[str, Codes]:
    """Find the codes by question: of `--model`; of models without the respondent where there are labels; else those of the files."""
    if asked.model is not None:
        model = loaded(asked.model, asked, project)
        return {each: _by_model(each, old, new, model, project) for each in questions}
    found = {each: Codes(old.answers(each), new.answers(each)) for each in questions}
    if both is None:
        return found
    if project is not None and asked.codeframe is None:
        found |= _unseen(questions, old, new, asked, project)
    return {each: codes if codes.codings else _as_coded(each, codes, old, new, both) for each, codes in found.items()}


def loaded(folder: Path, asked: Request, project: Project | None) -> Model:
    """Read a model, with the vectors that it was learnt with."""
    from freetext.files.modelling.models import load_model  # noqa: PLC0415

    return load_model(folder, vectors=vectors_of(asked.vectors, project))


def _by_model(question: str, old: Side, new: Side, model: Model, project: Project | None) -> Codes:
    """Let a model code both waves; answers that people of the project decided on are marked, for it may have learnt from them."""
    known = model.folded.vocabulary.questions
    waves = [as_asked(side.file, known).take(side.places(question)) for side in (old, new)]
    learnt = [_decided(side, question, project) for side in (old, new)]
    return Codes(waves[0], waves[1], model, None, (learnt[0], learnt[1]))


def _decided(side: Side, question: str, project: Project | None) -> BoolArray:
    places = side.places(question)
    if project is None:
        return np.zeros(len(places), dtype=np.bool_)
    settled, answers = decisions_for(side.file, project).settled, side.file.answers
    return np.array([(answers.ids[each], question) in settled for each in places.tolist()], dtype=np.bool_)


def _unseen(questions: Sequence[str], old: Side, new: Side, asked: Request, project: Project) -> dict[str, Codes]:
    """Code both waves alike, where people have labelled some of either, codeframe by codeframe."""
    named = vectors_of(asked.vectors, project)
    vectors = load_vectors(named) if named else None
    found: dict[str, Codes] = {}
    for path, some in by_codeframe(questions, project).items():
        if path:
            with suppress(NothingToLearn):
                found |= _taught(some, old, new, read_codeframe(project.path(path)), project, asked.seed, vectors)
    return found


def _taught(
    questions: Sequence[str],
    old: Side,
    new: Side,
    frame: Codeframe,
    project: Project,
    seed: int,
    vectors: Vectors | None,
) -> dict[str, Codes]:
    from freetext.interfaces.training import Decided, labelled_waves  # noqa: PLC0415  (wakes scikit-learn)
    from freetext.training.unseen import taken, unseen_codings  # noqa: PLC0415

    waves = [Decided(side.file, decisions_for(side.file, project)) for side in (old, new)]
    training, _, _ = labelled_waves(waves, questions, frame)
    places = [np.flatnonzero(np.isin(np.array(side.file.answers.questions), questions)) for side in (old, new)]
    answers = [side.file.answers.take(each) for side, each in zip((old, new), places, strict=True)]
    coded = unseen_codings(training, answers, seed=seed, vectors=vectors)
    model = _in_force(frame, project)
    said = (UNSEEN.format(f"{len(training.answers):,}"),)
    found = {}
    for question in questions:
        here = [np.flatnonzero(np.array(each.questions, dtype=object) == question) for each in answers]
        some = [each.take(where) for each, where in zip(answers, here, strict=True)]
        codings = [taken(each, where) for each, where in zip(coded, here, strict=True)]
        found[question] = Codes(some[0], some[1], model, (codings[0], codings[1]), None, said)
    return found


def _in_force(frame: Codeframe, project: Project) -> Model | None:
    """The model in force, for the words that it knows; None where there is none that can be read."""
    from freetext.files.modelling.models import sound_model  # noqa: PLC0415

    with suppress(FreetextError):
        return sound_model(project.path(project.questionnaire.models) / frame.name)
    return None


def _as_coded(question: str, codes: Codes, old: Side, new: Side, both: BothRead) -> Codes:
    """Take the codes of the coded files, where they hold this very question row by row."""
    found = []
    for side, read in ((old, both.old.read), (new, both.new)):
        codings = _codings(question, side, read, both)
        if codings is None:
            return codes
        found.append(codings)
    return Codes(codes.old, codes.new, None, (found[0], found[1]), None, (AS_THEY_STAND,))


def _codings(question: str, side: Side, read: Read, both: BothRead) -> Codings | None:
    """Lay the codes of a file out answer by answer; None where its rows are not those of the answers."""
    places = side.places(question) % side.file.table.size
    column = side.file.columns[side.file.questions.index(question)] if question in side.file.questions else ""
    name = both.name(question, column)
    if not name or side.coded is None or side.coded.size != side.file.table.size:
        return None
    at = next(place for place, each in enumerate(read.opened) if each.question == name)
    opened, rows = read.opened[at], read.rows[at]
    if opened.text in side.coded.names and column in side.file.table.names:
        written = side.coded.texts(opened.text)
        if [written[each] for each in places.tolist()] != list(side.answers(question).texts):
            return None
    why = _why(side, opened.column, places.tolist())
    return Codings(rows.codeframe, rows.given[places], rows.source[places], side.answers(question).blank, None, why)


def _why(side: Side, column: str, places: Iterable[int]) -> tuple[str, ...]:
    """Why a person is to look at each answer, as the coded file says."""
    assert side.coded is not None, "only a wave that is coded says why"
    name = WHY + (f":{question_of(column)}" if question_of(column) else "")
    texts = side.coded.texts(name) if column.startswith(THEMES) and name in side.coded.names else None
    return tuple(texts[place] if texts else "" for place in places)
