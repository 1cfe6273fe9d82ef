"""A survey's data as statistics programs know it: variables with labels, and sets of several answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

VariableKind = Literal["text", "number", "single", "tick", "moment"]
Measure = Literal["nominal", "ordinal", "scale"]
Code: TypeAlias = int | float | str
"""What stands for a label: a whole number nearly always, a number or a text in SPSS files."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A code that stands for no answer, as "Not asked": its label, and the places from 0 of the cells that are blank for it.

    `told`: where it was read its label stands, and no blank.
    """

    code: object
    label: str
    places: tuple[int, ...]
    told: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """One variable and its cells, None where there is no answer.

    text     cells are str; those that are codes of `values` mean their labels
    number   int or float, of which `values` may name a few
    single   one code of `values`, a number
    tick     0 or 1: one theme, or one option of a multiple-response question
    moment   a date, a time or both

    `name` is as it came; each format makes it fit its own rules, and says what became of it. `unsaid` and `missing` (ranges of
    codes, both ends included) are for programs that tell one missing answer from another; others take the cells as they are.
    """

    name: str
    kind: VariableKind
    cells: Sequence[object]
    label: str = ""
    values: tuple[tuple[Code, str], ...] = ()
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
    """Variables of equally many rows, in order, and the sets that some of them make.

    renamed  (name, became) of those whose name another has
    """

    name: str
    title: str
    variables: tuple[Variable, ...]
    size: int
    sets: tuple[ResponseSet, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
