"""Answers that coders escalate: from the logs to the restricted list."""

from __future__ import annotations

from pathlib import Path

from freetext.files.labelling.labels import read_labels
from freetext.files.restricting.escalated import escalated_in, escalated_place, read_escalated, write_escalated
from freetext.interfaces.reviewed import Reviewed
from freetext.survey.labels import Key


def keep_escalated(survey: Reviewed) -> Path:
    """Write the list of this file's escalated answers anew, from the logs of all coders; returns its place. Raises OutputError.

    A flag on an id that this file never had belongs to another file's list. One on another text under an id of this file is listed as
    such: the text may have changed, and nobody has taken the flag back.
    """
    source = survey.file.table.file

    def category(key: Key) -> str:
        return ", ".join(survey.concerns(key))

    def hashes(key: Key) -> str:
        return survey.hash_of(key) if key in survey.places else ""

    before = read_escalated(escalated_place(source, survey.project))
    return write_escalated(
        escalated_in(read_labels(survey.labels).labels, category, hashes, before), source, survey.project
    )
