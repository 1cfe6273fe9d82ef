"""A survey's data as statistics programs know it: variables with labels, and sets of several answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

VariableKind = Literal["text", "number", "single", "tick", "moment"]
Measure = Literal["nominal", "ordinal", "scale"]


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """One variable and its cells, None where there is no answer.

    text     cells are str
    number   int or float
    single   one code of `values`, a whole number
    tick     0 or 1: one theme, or one option of a multiple-response question
    moment   a date, a time or both

    `name` is as it came; each format makes it fit its own rules, and says what became of it.
    """

    name: str
    kind: VariableKind
    cells: Sequence[object]
    label: str = ""
    values: tuple[tuple[int, str], ...] = ()
    measure: Measure = "nominal"


@dataclass(frozen=True, slots=True)
class ResponseSet:
    """Several tick variables that are one question of several answers."""

    name: str
    label: str
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Variables of equally many rows, in order, and the sets that some of them make."""

    name: str
    title: str
    variables: tuple[Variable, ...]
    size: int
    sets: tuple[ResponseSet, ...] = ()
