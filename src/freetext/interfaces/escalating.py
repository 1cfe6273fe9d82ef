"""Answers that coders escalate: from the logs to the restricted list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from freetext.files.labelling.labels import read_labels
from freetext.files.restricting.escalated import (
    Escalated,
    escalated_in,
    escalated_place,
    read_escalated,
    write_escalated,
)
from freetext.interfaces.reviewed import Reviewed
from freetext.survey.labels import Key


def keep_escalated(survey: Reviewed) -> Path:
    """Write the list of this file's escalated answers anew, from the logs of all coders; returns its place. Raises OutputError.

    A flag on an id that this file never had belongs to another file's list. One on another text under an id of this file is listed as
    such: the text may have changed, and nobody has taken the flag back. One that was raised in a bridge stands beside those of the
    review before: each log takes down its own flags alone. What is listed of a
    question that is not reviewed here stays: "Other" texts have a review of their own.
    """
    source = survey.file.table.file
    before = read_escalated(escalated_place(source, survey.project))
    raised = [each for folder in (survey.labels, *survey.beside) for each in _raised_in(folder, survey, before)]
    elsewhere = [each for each in before if each.question not in survey.frames]
    return write_escalated([*elsewhere, *raised], source, survey.project)


def _raised_in(folder: Path, survey: Reviewed, before: Sequence[Escalated]) -> list[Escalated]:
    """What coders raised in the logs of a folder."""

    def category(key: Key) -> str:
        return ", ".join(survey.concerns(key))

    def hashes(key: Key) -> str:
        return survey.hash_of(key) if key in survey.places else ""

    return escalated_in(read_labels(folder).labels, category, hashes, before)
