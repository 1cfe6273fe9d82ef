"""Coded surveys as the benches read them: a CSV file with id, text, labels and, where there is one, the question."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from freetext.survey.answers import Answers, BoolArray, answers_of

csv.field_size_limit(10**9)
Rows = list[dict[str, str]]


def labels_of(row: dict[str, str]) -> list[str]:
    """Split a cell of labels."""
    return [label for label in row["labels"].split(";") if label]


def read(path: Path) -> Rows:
    """Read a survey; "None" and "NA" are answers."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def truth_of(rows: Rows, themes: Sequence[str]) -> BoolArray:
    """Return bool (rows, themes)."""
    place = {theme: number for number, theme in enumerate(themes)}
    truth = np.zeros((len(rows), len(themes)), dtype=np.bool_)
    for number, row in enumerate(rows):
        truth[number, [place[label] for label in labels_of(row)]] = True
    return truth


def answers_in(rows: Rows, respondent: str) -> Answers:
    """Return the answers of the rows, with the question where there is one."""
    return answers_of(
        [row["text"] for row in rows],
        ids=[row["id"] for row in rows],
        questions=[row.get("question", "") for row in rows],
        respondents=[row[respondent] for row in rows],
    )
