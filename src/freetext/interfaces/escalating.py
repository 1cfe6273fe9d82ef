"""Answers that coders escalate: from the logs to the restricted list."""

from __future__ import annotations

from pathlib import Path

from freetext.files.labelling.labels import read_labels
from freetext.files.restricting.escalated import escalated_of, escalated_place, write_escalated
from freetext.interfaces.reviewed import Reviewed
from freetext.survey.labels import Key


def keep_escalated(survey: Reviewed) -> Path:
    """Write the list of this file's escalated answers anew, from the logs of all coders; returns its place. Raises OutputError.

    A flag on an answer that is not in this file, or on another text under its id, belongs to another file's list.
    """
    place = escalated_place(survey.file.table.file, survey.project)
    labels = read_labels(survey.labels).labels
    ours = [
        label
        for label in labels
        if label.key in survey.places and (not label.text_hash or label.text_hash == survey.hash_of(label.key))
    ]

    def category(key: Key) -> str:
        return ", ".join(survey.concerns(key))

    write_escalated(escalated_of(ours, category), place)
    return place
