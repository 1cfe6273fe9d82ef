"""Columns of text -> responses to a ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from freetext.errors import NAME, InputError, quoted
from freetext.survey.answers import FloatArray
from freetext.survey.responses import Responses
from freetext.tallies.bases import FIRST_ROW
from freetext.tallies.options import option_frame, respondents_said


def ranking_responses(
    name: str,
    columns: Mapping[str, Sequence[str]],
    *,
    title: str = "",
    first_row: int = FIRST_ROW,
    file: object = None,
) -> Responses:
    """Read a ranking from one column an item, which holds its rank: 1 for first, blank for not ranked.

    Raises InputError, with its row, for a rank that is no whole number from 1 to the number of items, or that one
    respondent gave twice.
    """
    items = tuple(columns)
    n = max((len(values) for values in columns.values()), default=0)
    ranks = np.full((n, len(items)), np.nan)
    for place, item in enumerate(items):
        for respondent, value in enumerate(columns[item]):
            ranks[respondent, place] = _rank(value, len(items), respondent + first_row, item, file)
    _check_doubles(ranks, items, first_row, file)
    given = ~np.isnan(ranks)
    frame = option_frame(name, items, title=title)
    answered = np.asarray(given.any(axis=1), dtype=np.bool_)
    return replace(respondents_said(frame, given, answered, name=name, kind="ranking", title=title), ranks=ranks)


def _rank(value: str, most: int, row: int, column: str, file: object) -> float:
    said = value.strip()
    if not said:
        return np.nan
    whole = said.removesuffix(".0")
    if not (whole.isascii() and whole.isdigit() and 1 <= int(whole) <= most):
        raise InputError(
            f"{quoted(value)} is no rank: it must be a whole number from 1 to {most}.",
            file=file,
            row=row,
            column=column,
        )
    return float(int(whole))


def _check_doubles(ranks: FloatArray, items: Sequence[str], first_row: int, file: object) -> None:
    ordered = np.sort(ranks, axis=1)
    doubled = np.flatnonzero((ordered[:, 1:] == ordered[:, :-1]).any(axis=1))
    if not len(doubled):
        return
    mine = ranks[int(doubled[0])]
    rank, first = next((r, j) for j, r in enumerate(mine) if np.count_nonzero(mine == r) > 1)
    second = int(np.flatnonzero(mine == rank)[1])
    raise InputError(
        f"rank {int(rank)} stands twice, at {quoted(items[first], NAME)} and {quoted(items[second], NAME)}.",
        file=file,
        row=int(doubled[0]) + first_row,
    )
