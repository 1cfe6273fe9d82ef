"""Columns of scores that came with codes from elsewhere: one for each theme, 0..1."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np

from freetext.errors import InputError, MissingColumn, quoted
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe, Theme, fold

OPTION = "--score-prefix"


def scores_in(table: Table, prefix: str, frame: Codeframe, needed: BoolArray, spare: Sequence[str] = ()) -> FloatArray:
    """Read how likely each theme is in each answer, float (n, k), 0 where it is not `needed`, bool (n,).

    The columns are called by the prefix and the theme's slug or name, in any case. A theme that is `spare` (its slug), or reserved,
    may have none: its score is nan. Raises MissingColumn for any other, and InputError for a score that is not in 0..1.
    """
    there = {fold(name.removeprefix(prefix)): name for name in table.names if name.startswith(prefix)}
    scores = np.full((table.size, len(frame)), np.nan)
    for place, theme in enumerate(frame.themes):
        column = there.get(fold(theme.slug)) or there.get(fold(theme.name))
        if column is not None:
            scores[:, place] = _scores(table, column, needed)
        elif not theme.reserved and theme.slug not in spare:
            raise _missing(table, prefix, theme, list(there.values()))
    return scores


def _missing(table: Table, prefix: str, theme: Theme, there: Sequence[str]) -> MissingColumn:
    return MissingColumn(prefix + theme.name, there or table.names, file=table.file, option=OPTION)


def _scores(table: Table, column: str, needed: BoolArray) -> FloatArray:
    cells = table.texts(column, option=OPTION)
    scores = np.zeros(table.size)
    for place in np.flatnonzero(needed).tolist():
        score = _number(cells[place])
        if score is None:
            raise InputError(
                f"{quoted(cells[place])} is no score: it must be a number from 0 to 1.",
                file=table.file,
                row=table.row(place),
                column=column,
            )
        scores[place] = score
    return scores


def _number(cell: str) -> float | None:
    try:
        number = float(cell.replace(",", ".") if cell.count(",") == 1 and "." not in cell else cell)
    except ValueError:
        return None
    return number if isfinite(number) and 0 <= number <= 1 and "_" not in cell else None
