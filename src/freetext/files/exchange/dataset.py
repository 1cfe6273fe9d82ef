"""A survey's data as statistics programs know it: variables with labels, and sets of several answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

VariableKind = Literal["text", "number", "single", "tick", "moment"]
Measure = Literal["nominal", "ordinal", "scale"]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A code that stands for no answer, as "Not asked": its label, and the places from 0 of the cells that are blank for it."""

    code: object
    label: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """One variable and its cells, None where there is no answer.

    text     cells are str
    number   int or float
    single   one code of `values`, a whole number
    tick     0 or 1: one theme, or one option of a multiple-response question
    moment   a date, a time or both

    `name` is as it came; each format makes it fit its own rules, and says what became of it. `unsaid` and `missing` (ranges of
    codes, both ends included) are for programs that tell one missing answer from another; others take the cells as they are.
    """

    name: str
    kind: VariableKind
    cells: Sequence[object]
    label: str = ""
    values: tuple[tuple[int, str], ...] = ()
    measure: Measure = "nominal"
    unsaid: tuple[Unsaid, ...] = ()
    missing: tuple[tuple[object, object], ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseSet:
    """Several tick variables that are one question of several answers; `codes` where each has one of its own."""

    name: str
    label: str
    variables: tuple[str, ...]
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Variables of equally many rows, in order, and the sets that some of them make."""

    name: str
    title: str
    variables: tuple[Variable, ...]
    size: int
    sets: tuple[ResponseSet, ...] = ()
