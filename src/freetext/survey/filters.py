"""Which rows count: `type = charity`, `age >= 30`, `region != north|south`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from operator import ge, gt, le, lt
from typing import Literal, cast

import numpy as np

from freetext.errors import UsageError, named
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import fold

Operator = Literal["=", "!=", "<", "<=", ">", ">="]

SIZES: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}

COMPARED = {"<": "below {}", "<=": "{} or less", ">": "above {}", ">=": "{} or more"}
"""How a size is said in words."""

QUOTED = r'"(?:[^"]|"")*"|' + r"'(?:[^']|'')*'"
CONDITION = re.compile(rf"\s*+({QUOTED}|[^=!<>]*+)\s*+(!=|<=|>=|==?|<|>)(.*)", re.DOTALL)
VALUE = re.compile(rf"\s*+({QUOTED}|[^|]*+)\s*+(?:\||$)", re.DOTALL)
"""White space goes to one part and is never given back: sharing it out anew would take the cube of its length."""

SEPARATOR = ";"
"""What stands between the answers of a cell that holds several."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must have in one column: one of `values`, none of them (`!=`), or a number of some size.

    An empty value is a blank cell. Numbers are compared with the one value that there is.
    """

    column: str
    operator: Operator
    values: tuple[str, ...]

    def __str__(self) -> str:
        """Say it as a note below a table does."""
        said = "|".join(value or "(blank)" for value in self.values)
        return f"{self.column} {self.operator} {said}"

    @property
    def worded(self) -> str:
        """Say it in plain words: `type is London or North`, `age is 30 or more`."""
        values = [value or "blank" for value in self.values]
        if self.of_size:
            return f"{self.column} is {COMPARED[self.operator].format(values[0])}"
        *others, last = values
        if self.operator == "=":
            return f"{self.column} is {' or '.join((', '.join(others), last)) if others else last}"
        return f"{self.column} is {'neither ' + ' nor '.join(values) if others else f'not {last}'}"

    @property
    def of_size(self) -> bool:
        """Whether it compares numbers."""
        return self.operator in SIZES

    def met(self, cells: Sequence[str], separator: str = SEPARATOR) -> BoolArray:
        """Which cells meet it, bool (n,); case and spaces do not matter, and of a cell with several answers one is enough.

        What is no number has no size.
        """
        test = self._of_size if self.of_size else self._among(separator)
        known: dict[str, bool] = {}
        for cell in cells:
            if cell not in known:
                known[cell] = test(cell)
        return np.fromiter((known[cell] for cell in cells), dtype=np.bool_, count=len(cells))

    def _of_size(self, cell: str) -> bool:
        size = number_in(cell)
        return size is not None and SIZES[self.operator](size, float(self.values[0]))

    def _among(self, separator: str) -> Callable[[str], bool]:
        wanted = {fold(value) for value in self.values}
        return lambda cell: (not wanted.isdisjoint(said_in(cell, separator))) == (self.operator == "=")


def said_in(cell: str, separator: str = SEPARATOR) -> set[str]:
    """Return what a cell says, to be compared: itself, and each answer of several."""
    parts = cell.split(separator) if separator else []
    return {fold(cell), *(fold(part) for part in parts if part.strip())}


def number_in(cell: str) -> float | None:
    """Return the number that a cell holds; None where it holds none."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in cell else None


def condition_of(text: str) -> Condition:
    """Read `COL = value`, `COL != value`, `COL = a|b`, `COL =` for blank, or a number after `<`, `<=`, `>` or `>=`.

    A name or value that holds one of these signs stands in quotes. Raises UsageError.
    """
    found = CONDITION.fullmatch(text)
    if found is None or not found[1].strip():
        raise UsageError(
            f"--where {named(text)}: that is no condition. Write 'COL = value', 'COL = a|b', 'COL != value', 'COL =' (blank) or "
            "'COL >= number'; a name with one of these signs in it goes into double quotes."
        )
    operator = cast("Operator", "=" if found[2] == "==" else found[2])
    values = tuple(_bare(each[1]) for each in VALUE.finditer(found[3]))
    values = values if len(values) == 1 or found[3].rstrip().endswith("|") else values[:-1]
    if operator in SIZES and (len(values) > 1 or number_in(values[0]) is None):
        raise UsageError(
            f"--where {named(text)}: {operator} goes with one number, such as {_bare(found[1])} {operator} 30."
        )
    return Condition(_bare(found[1]), operator, values)


def _bare(part: str) -> str:
    """Take white space around it and the quotes off; one that stands twice inside is one."""
    part = part.strip()
    mark = part[:1]
    if len(part) > 1 and mark in ('"', "'") and re.fullmatch(QUOTED, part):
        return part[1:-1].replace(mark * 2, mark)
    return part
