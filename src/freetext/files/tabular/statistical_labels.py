"""Codes and their labels, and codes that stand for no answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from freetext.files.tabular.cells import EXACT, text_of

Values: TypeAlias = tuple[tuple[object, str], ...]


def labelled(cells: list[object], values: Values) -> tuple[list[object], Values]:
    """Replace codes by their labels; gives the cells and (code, label) for each value, in the file's order.

    No two codes share a label: the later one is told apart by its code, "Yes (2)". A code without a label is its own text. Where no
    cell has a labelled code, as in a number whose labels are those of missing values, the cells stay numbers.
    """
    named = distinct([(_plain(code), label.strip()) for code, label in values])
    known = dict(named)
    used = {cell for cell in set(cells) if cell is not None}
    if not used & known.keys():
        return cells, named
    taken = set(known.values())
    more = []
    for code in sorted(used - known.keys(), key=str):
        known[code] = _free(text_of(code), code, taken)
        if known[code] != text_of(code):
            more.append((code, known[code]))
    return [None if cell is None else known[cell] for cell in cells], (*named, *more)


def distinct(values: Sequence[tuple[object, str]]) -> Values:
    """Give every code a label that no other has; an empty one is the code's text."""
    taken, named = set[str](), []
    for code, label in values:
        name = _free(label or text_of(code), code, taken)
        taken.add(name)
        named.append((code, name))
    return tuple(named)


def _free(label: str, code: object, taken: set[str]) -> str:
    """The label, told apart from those that are taken by its code."""
    name = label
    while name in taken:
        name = f"{name} ({text_of(code)})"
    return name


def _plain(code: object) -> object:
    if isinstance(code, float) and code.is_integer() and abs(code) < EXACT:
        return int(code)
    return code.rstrip(" ") if isinstance(code, str) else code


def without_missing(cells: list[object], ranges: Sequence[Mapping[str, object]]) -> tuple[list[object], int]:
    """Blank the cells whose codes lie in one of these ranges (`lo` to `hi`, both included), and count them."""
    if not ranges:
        return cells, 0
    gone = {cell for cell in set(cells) if cell is not None and any(_within(cell, each) for each in ranges)}
    count = sum(cell in gone for cell in cells) if gone else 0
    return ([None if cell in gone else cell for cell in cells], count) if count else (cells, 0)


def _within(cell: object, limits: Mapping[str, object]) -> bool:
    low, high = limits["lo"], limits["hi"]
    if isinstance(cell, str):
        return isinstance(low, str) and cell == low.rstrip(" ")
    numbers = isinstance(cell, (int, float)), isinstance(low, (int, float)), isinstance(high, (int, float))
    return all(numbers) and low <= cell <= high  # type: ignore[operator]
