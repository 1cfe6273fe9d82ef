"""Who counts in a percentage, and with what weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.errors import InputError, quoted
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.responses import Responses
from freetext.tallies.exact import SCALE
from freetext.tallies.table import BASES, BaseKind

FIRST_ROW = 2
"""The row number of the first respondent in a file whose first row is its header."""

LARGEST = 1e9
"""Weights beyond this are slips, and would spoil the sums."""

SMALLEST = 1e-9
"""Where no weight reaches this, they would lose digits as whole numbers of 2^-60."""

EMPTY_KINDS = ("none", "dont-know", "uncodable")
"""Reserved codes that say nothing on the subject; "other" does."""


@dataclass(frozen=True, slots=True)
class Base:
    """A base three ways: respondents, sum of weights, and the size of an unweighted sample that knows as much (Kish)."""

    n: int
    weighted: float
    effective: float


def base_of(responses: Responses, kind: BaseKind) -> BoolArray:
    """Which respondents count, bool (n,).

    asked: the question was put to them. answered: they said something. substantive: they answered, and not only with
    none, don't know or uncodable. Whoever answered without getting any code stays in.
    """
    if kind not in BASES:
        message = f"no base {kind!r}; bases: {', '.join(BASES)}"
        raise ValueError(message)
    if kind == "asked":
        return responses.asked | responses.answered
    if kind == "answered":
        return responses.answered.copy()
    empty = empty_codes(responses)
    only_empty = responses.given[:, empty].any(axis=1) & ~responses.given[:, ~empty].any(axis=1)
    return responses.answered & ~only_empty


def empty_codes(responses: Responses) -> BoolArray:
    """Which codes are none, don't know or uncodable, bool (k,)."""
    return np.array([theme.reserved in EMPTY_KINDS for theme in responses.codeframe.themes], dtype=np.bool_)


def measured(n: int, weight: int, weight2: int) -> Base:
    """Measure a base from its exact sums: of w in units of 1 / SCALE, of w * w in units of 1 / SCALE^2."""
    return Base(int(n), weight / SCALE, weight * weight / weight2 if weight2 else 0.0)


def checked_weights(
    weights: Sequence[float] | FloatArray, n: int, *, first_row: int = FIRST_ROW, column: str = "", file: object = None
) -> FloatArray:
    """Take one weight a respondent as float (n,); refuses those that are negative or no number, and all zero."""
    values = np.asarray(weights, dtype=np.float64)
    if values.shape != (n,):
        message = f"{values.shape[0] if values.ndim else 0} weights for {n} respondents"
        raise ValueError(message)
    wrong = np.flatnonzero(~((values >= 0) & (values <= LARGEST)))
    if len(wrong):
        place = int(wrong[0])
        raise InputError(
            f"{float(values[place])} is no weight: it must be a number from 0 to a billion.",
            file=file,
            row=place + first_row,
            column=column,
        )
    largest = values.max(initial=0.0)
    if n and largest == 0:
        raise InputError("every weight is 0.", file=file, column=column, remedy="Name another column with --weight.")
    if n and largest < SMALLEST:
        told = f"no weight is above {largest:.2g}, which is too small to count with."
        raise InputError(told, file=file, column=column, remedy="Multiply all of them by the same number.")
    return values


def weights_of(
    values: Sequence[str], *, first_row: int = FIRST_ROW, column: str = "", file: object = None
) -> FloatArray:
    """Read one weight a respondent from a column of text; a blank is refused, for nobody can guess it.

    A comma is a decimal one, unless a dot elsewhere in the column, or 998 beside 1,207, shows that it may part thousands.
    """
    found = np.empty(len(values), dtype=np.float64)
    decimal = _decimal_comma(values)
    for place, value in enumerate(values):
        try:
            found[place] = _number(value.replace(",", ".") if decimal and value.count(",") == 1 else value)
        except ValueError:
            raise InputError(
                f"{quoted(value)} is no weight: it must be a number from 0 to a billion.",
                file=file,
                row=place + first_row,
                column=column,
                remedy="" if decimal or "," not in value else "Write weights without a comma for thousands.",
            ) from None
    return checked_weights(found, len(values), first_row=first_row, column=column, file=file)


def _number(value: str) -> float:
    """Read a number as people write it; Python alone takes 1_000 for 1000."""
    if "_" in value:
        raise ValueError(value)
    return float(value)


def with_points(values: Sequence[str]) -> list[str]:
    """Write the decimal commas of a column as points, by the same rule; what is no number does not matter, and stays."""
    numbers = [value for value in values if re.fullmatch(r"\s*[-+]?[\d.,]*\d[\d.,]*\s*", value)]
    if not _decimal_comma(numbers):
        return list(values)
    like = {value for value in numbers if value.count(",") == 1}
    return [value.replace(",", ".") if value in like else value for value in values]


def _decimal_comma(values: Sequence[str]) -> bool:
    """Whether the commas of a column are decimal ones, as far as its values show."""
    if any("." in value for value in values):
        return False
    parted = [value for value in values if "," in value]
    thousands = all(re.fullmatch(r"\s*[1-9]\d{0,2},\d{3}\s*", value) for value in parted)
    return not (thousands and any(re.fullmatch(r"\s*[1-9]\d\d\s*", value) for value in values))
