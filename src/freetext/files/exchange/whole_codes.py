"""Codes with decimals and codes that are texts, which SPSS holds, for programs whose labels stand for whole numbers alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from freetext.errors import names_listed
from freetext.files.exchange.dataset import Code, Dataset, Variable


def whole_coded(dataset: Dataset) -> tuple[Dataset, tuple[str, ...]]:
    """Number such codes from 1 on in the file's order, blanks stay blank; also say of which variables, for people.

    Labels of a few values of a number or a text are left out where they have such codes; a text that has one is its label.
    """
    made = tuple(map(_whole, dataset.variables))
    pairs = [(old, new) for old, new in zip(dataset.variables, made, strict=True) if old is not new]
    anew = [old.name for old, new in pairs if new.kind == "single"]
    left = [old.name for old, new in pairs if new.kind != "single"]
    return replace(dataset, variables=made), tuple(_said(anew, left))


def _said(anew: list[str], left: list[str]) -> Iterator[str]:
    if anew:
        yield f"codes that are no whole numbers, which the format does not hold, numbered anew: {names_listed(anew)}"
    if left:
        yield f"labels of codes that are no whole numbers, which the format does not hold: {names_listed(left)}"


def _whole(variable: Variable) -> Variable:
    codes = dict(variable.values)
    if all(isinstance(code, int) for code in codes):
        return variable
    if variable.kind == "number":
        values = tuple(pair for pair in variable.values if isinstance(pair[0], int))
        return replace(variable, values=values)
    if not {cell for cell in variable.cells if cell is not None} <= codes.keys():
        cells = [_label(codes, cell) for cell in variable.cells]
        return replace(variable, cells=cells, values=(), unsaid=(), missing=())
    numbers: dict[object, int] = {code: number for number, code in enumerate(codes, start=1)}
    return replace(
        variable,
        kind="single",
        cells=[numbers.get(cell) for cell in variable.cells],
        values=tuple((numbers[code], label) for code, label in variable.values),
        unsaid=(),
        missing=(),
    )


def _label(codes: dict[Code, str], cell: object) -> object:
    return codes.get(cell, cell) if isinstance(cell, (int, float, str)) else cell
