"""The answers behind a coded file: the texts that people saw when they decided on them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from freetext.errors import FreetextError
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded_again import covered
from freetext.files.labelling.label_logs import LabelLog
from freetext.files.labelling.labels import text_hash
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.tables import Table
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.waves import coded_wave, wave_of


def coded_answers(
    table: Table, columns: Mapping[str, str], project: Project, log: LabelLog, question: str
) -> AnswerFile:
    """Read the answers of a coded file as a review of them did, with the texts that were labelled.

    `columns` are those of verbatims and the questions they stand for, `question` the one that says what was asked in a long file.
    A workbook cannot hold every character: where the logs speak of other texts, those of the wave's own file are looked at. Raises
    InputError.
    """
    survey = project.questionnaire
    own = wave_coded(table.file, project)
    file = _read(table, columns, survey, question)
    if own:  # labels without a hash speak of a file of the survey
        file = replace(file, table=replace(table, file=str(own)))
    if own and _differs(file, log, survey.key):
        with suppress(FreetextError):
            source = without_dropped(read_survey_table(own, survey), project)
            return _with_texts_of(_read(source, columns, survey, question), file)
    return file


def _read(table: Table, columns: Mapping[str, str], survey: Questionnaire, question: str) -> AnswerFile:
    own = survey.id if survey.id in table.names else ""
    person = survey.respondent if survey.respondent in table.names else ""
    names = {} if question else columns
    return answers_in(table, text=tuple(columns), id=own, respondent=person, question=question, names=names)


def _differs(file: AnswerFile, log: LabelLog, key: str) -> bool:
    """Whether the logs speak of other texts than these."""
    answers = file.answers
    texts = dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))
    return any(
        label.text_hash and label.key in texts and text_hash(key, texts[label.key]) != label.text_hash
        for label in log.labels
    )


def _with_texts_of(source: AnswerFile, file: AnswerFile) -> AnswerFile:
    """Take the texts of the file that was coded, where those of the coded file are the same but for what a workbook cannot hold."""
    there = dict(zip(zip(source.answers.ids, source.answers.questions, strict=True), source.answers.texts, strict=True))
    keys = zip(file.answers.ids, file.answers.questions, strict=True)
    texts = tuple(_same(there.get(key), text) for key, text in zip(keys, file.answers.texts, strict=True))
    return replace(file, answers=replace(file.answers, texts=texts))


def _same(original: str | None, text: str) -> str:
    return original if original is not None and _bare(original) == _bare(text) else text


def _bare(text: str) -> str:
    """What is left of a text whatever kind of file it went through."""
    return "".join(covered(text).split())


def wave_coded(file: str, project: Project) -> Path | None:
    """Return the file of the wave that a coded file was made of, by its name; None for any other."""
    found = (path for path in reversed(project.questionnaire.waves) if wave_of(path) == coded_wave(file))
    wave = next(found, "")
    return project.path(wave) if wave else None


def ranking_folders(file: str, project: Project) -> list[Path]:
    """Return where a review of the answers of a coded file may have kept its ranking."""
    survey = project.questionnaire
    other = wave_coded(file, project)  # which has scores of its own, and ids that may be those of other answers here
    stems = dict.fromkeys((coded_wave(file), *(() if other else (wave_of(survey.file),))))
    return [project.review / stem for stem in stems if stem]
