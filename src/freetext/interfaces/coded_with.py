"""Who coded what: how many answers of a wave each model coded, and people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_models import SHORT
from freetext.files.coding.coded_records import COLD, mark, read_records
from freetext.files.project.settings import Project
from freetext.survey.answers import is_blank
from freetext.tallies.compared import PEOPLE, CodedBy

WORDS = "the words of the codeframe alone"
"""What coded where no labels were learnt from."""


def coded_with(wave: str, coded: Path, file: AnswerFile, project: Project) -> tuple[CodedBy, ...]:
    """Count the answers of a coded file that have text by who coded them, by its records; empty where these do not tell of all.

    `file` holds its answers, with the texts that were coded. Models come first, those of the most answers before the others.
    """
    found = Counter(_decided(coded, file, project))
    people = found.pop(PEOPLE, 0)
    models = [CodedBy(wave, by, number) for by, number in sorted(found.items(), key=lambda each: (-each[1], each[0]))]
    return (*models, *([CodedBy(wave, PEOPLE, people)] if people else []))


def _decided(coded: Path, file: AnswerFile, project: Project) -> Iterator[str]:
    key, answers = project.questionnaire.key, file.answers
    known = read_records(coded, key)
    records = {} if known.few else known.answers
    for name, question, text in zip(answers.ids, answers.questions, answers.texts, strict=True):
        record = None if is_blank(text) else records.get(mark(key, name, question, text))
        if record is not None and (record.decided or record.model):
            yield PEOPLE if record.decided else called(known.names.get(record.model, "model"), record.model)


def called(name: str, digest: str) -> str:
    """Name a model as people see it: its name and the beginning of its digest."""
    return WORDS if digest == COLD else f"{name}@{digest[:SHORT]}"
