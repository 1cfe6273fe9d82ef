"""Who coded a survey, and how far they agree: for the methods of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from freetext import __version__
from freetext.errors import FreetextError
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded_models import SHORT, answers_by_model, model_called, model_of
from freetext.files.coding.coded_records import COLD, read_records
from freetext.files.coding.open_questions import Opened
from freetext.files.coding.tallying import Read
from freetext.files.project.settings import Project
from freetext.interfaces.project_agreement import CodersLog, coder_agreement, coders_log
from freetext.interfaces.reviewed import reviewed
from freetext.reports.surveyed import ByModel, Coding
from freetext.survey.codings import Source
from freetext.tallies.agreement_figures import Agreement

DRAWS = 200
"""Bootstrap draws for the agreement that a report quotes: two digits of an interval stand with these."""


def coding_of(
    read: Read,
    project: Project | None,
    coded: Path | None,
    *,
    audited: str = "",
    wave: str = "this wave",
    waves: Sequence[tuple[str, Read, Path]] = (),
) -> Coding:
    """Say who coded a table: the people of the project's logs, the models of its records, or what else did.

    `audited` is the file of labels that corrects codes made elsewhere. `wave` is what this wave is called, `waves` are the
    earlier ones: name, coded table and its file. What cannot be found out is left empty.
    """
    machine = any((each.responses.source != Source.HUMAN).any() for each in read.opened)
    frames = dict.fromkeys(
        _frame(each.responses.codeframe.name, each.responses.codeframe.digest) for each in read.opened
    )
    log = _log(read, project) if project and not audited else None
    return Coding(
        coders=tuple(sorted(log.counts)) if log else (),
        model=_models(project, coded)
        if machine and not audited
        else f"the codes of {Path(read.table.file).name}"
        if machine
        else "",
        codeframe=", ".join(frames),
        agreement=_agreement(log) if log else (),
        version=__version__,
        by_model=() if audited else tuple(_by_models([*waves, (wave, read, coded)], project)),
    )


def _by_models(waves: Sequence[tuple[str, Read, Path | None]], project: Project | None) -> Iterator[ByModel]:
    """Count wave by wave the answers of each model that can be told."""
    for wave, read, coded in waves:
        found: Counter[str] = Counter()
        for each in read.opened:
            found.update(_answers_of(each, read, project, coded))
        yield from (ByModel(wave, model, found[model]) for model in sorted(found))


def _answers_of(opened: Opened, read: Read, project: Project | None, coded: Path | None) -> dict[str, int]:
    """Count a question's answers by model: as the file says, else as its records do where one model coded them all."""
    said = opened.responses
    if model_of(opened.column) in read.table.names:
        return answers_by_model(read.table, opened.column, read.places[said.asked].tolist())
    answers = int(((said.source == Source.MODEL).any(axis=1) & said.answered).sum())
    model = _only_model(said.codeframe.name, project, coded)
    return {model: answers} if model and answers else {}


def _only_model(frame: str, project: Project | None, coded: Path | None) -> str:
    """Name the one model that coded a question with this codeframe; empty where the records do not tell it."""
    if project is None or coded is None:
        return ""
    records = read_records(coded, project.questionnaire.key)
    digests = {each.model for each in records.answers.values() if each.model}
    mine = {each for each in digests if records.names.get(each, frame) == frame} if len(digests) > 1 else digests
    return model_called(records.names.get(only, frame), only) if len(mine) == 1 and (only := next(iter(mine))) else ""


def _frame(name: str, digest: str) -> str:
    return f"{name} {digest[:SHORT]}"


def _models(project: Project | None, coded: Path | None) -> str:
    digests = models_of(project, coded)
    without = ["the words of the codeframe alone, without labels"] if COLD in digests else []
    return ", ".join([*(f"model {each[:SHORT]}" for each in digests if each != COLD), *without])


def models_of(project: Project | None, coded: Path | None) -> tuple[str, ...]:
    """Return the digests of the models that the records of a coded file name."""
    if project is None or coded is None:
        return ()
    records = read_records(coded, project.questionnaire.key)
    return tuple(sorted({each.model for each in records.answers.values() if each.model}))


def _log(read: Read, project: Project) -> CodersLog | None:
    """Read what the coders decided on these very answers; None where they cannot be told."""
    try:
        return coders_log(reviewed(_answers(read, project), project, ()))
    except FreetextError:
        return None


def _answers(read: Read, project: Project) -> AnswerFile:
    survey = project.questionnaire
    names = {each.columns[0]: each.name for each in survey.coded if each.columns[0] in read.table.names}
    name, person = (each if each in read.table.names else "" for each in (survey.id, survey.respondent))
    return answers_in(read.table, text=tuple(names), id=name, respondent=person, names=names)


def _agreement(log: CodersLog) -> tuple[Agreement, ...]:
    """Compare the coders with each other, each codeframe by itself; those with nothing in common are left out."""
    try:
        found = [coder_agreement(each, draws=DRAWS) for each in log.decided if each.labels]
    except FreetextError:
        return ()
    return tuple(each for each in found if each.n)
