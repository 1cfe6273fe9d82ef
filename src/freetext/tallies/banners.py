"""A column of text -> the columns of a cross-tab."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from freetext.errors import InputError
from freetext.survey.codeframe import fold
from freetext.survey.responses import Banner
from freetext.survey.several import parts_of

MOST = 100
"""Columns beyond which a cross-tab is no table that anybody reads."""


def banner_of(
    name: str, values: Sequence[str], *, options: Sequence[str] = (), separator: str = "", file: object = None
) -> Banner:
    """Make a banner of one closed column; a respondent with a blank cell is in none of its columns.

    The stated `options` come first, in their order, and stay where nobody chose them; then the values found, in order of
    first appearance, or by size where all are numbers. With a `separator` a respondent may be in several columns. Raises
    InputError for a column that is blank throughout, or that has more than 100 values.
    """
    by_fold, stated = {fold(option): option for option in options}, set(options)
    cells = [[by_fold.get(fold(part), part) for part in parts_of(value, separator, options)] for value in values]
    found = dict.fromkeys(part for cell in cells for part in cell if part and part not in stated)
    names = in_order(list(found), options)
    _check_number(names, name, file)
    places = {each: place for place, each in enumerate(names)}
    member = np.zeros((len(values), len(names)), dtype=np.bool_)
    for respondent, cell in enumerate(cells):
        member[respondent, [places[part] for part in cell if part]] = True
    return Banner(name, names, member)


def in_order(found: Sequence[str], options: Sequence[str] = ()) -> tuple[str, ...]:
    """Put the columns in order: the stated options, then the values found."""
    stated = set(options)
    return (*options, *_ordered([each for each in found if each not in stated]))


def _check_number(names: Sequence[str], name: str, file: object) -> None:
    if not names:
        raise InputError(
            "every cell is blank, so that there is nothing to split by.",
            file=file,
            column=name,
            remedy="Name another column with --by.",
        )
    if len(names) > MOST:
        raise InputError(
            f"{len(names)} different values are too many for the columns of a table (at most {MOST}).",
            file=file,
            column=name,
            remedy="Name a closed column with --by.",
        )


def _ordered(found: list[str]) -> list[str]:
    """By size where all are numbers, otherwise as they came."""
    try:
        sizes = {value: float(value) for value in found}
    except ValueError:
        return found
    return found if any(np.isnan(size) for size in sizes.values()) else sorted(found, key=lambda value: sizes[value])
