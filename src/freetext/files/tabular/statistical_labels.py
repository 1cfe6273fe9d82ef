"""Codes and their labels, and codes that stand for no answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from freetext.files.tabular.cells import EXACT, text_of
from freetext.survey.codeframe import fold

Values: TypeAlias = tuple[tuple[object, str], ...]
Places: TypeAlias = dict[object, list[int]]
"""A code -> where the cells stand that hold it, from 0."""


def labelled(cells: list[object], values: Values) -> tuple[list[object], Values]:
    """Replace codes by their labels; gives the cells and (code, label) for each value, in order.

    No two codes share a label, upper and lower case alike: the later one is told apart by its code, "Yes (2)". A code without a
    label is its own text, and then all stand in the order of their codes, as the points of a scale do. A number most of whose
    values have no label, or with decimals that have none, stays a number: an age with "99 or older", a weight, a scale of which
    only the ends are named.
    """
    named = distinct([(_plain(code), label.strip()) for code, label in values])
    known = dict(named)
    used = {cell for cell in set(cells) if cell is not None}
    bare = used - known.keys()
    if not used & known.keys() or (_are_numbers(used) and _is_amount(bare, used)):
        return cells, named
    taken = {fold(label) for label in known.values()}
    more = []
    for code in sorted(bare, key=str):
        known[code] = _free(text_of(code), code, taken)
        taken.add(fold(known[code]))
        more.append((code, known[code]))
    return [None if cell is None else known[cell] for cell in cells], _in_order(
        (*named, *more) if more else named, more
    )


def _is_amount(bare: Collection[object], used: Collection[object]) -> bool:
    """Whether numbers count something, by those that have no label."""
    return 2 * len(bare) > len(used) or any(isinstance(code, float) and not code.is_integer() for code in bare)


def _are_numbers(codes: Collection[object]) -> bool:
    return all(isinstance(code, (int, float)) for code in codes)


def _in_order(values: Values, more: Sequence[tuple[object, str]]) -> Values:
    """The values by their codes where some have no label of their own; the file's order else."""
    if more and _are_numbers([code for code, _ in values]):
        return tuple(sorted(values, key=lambda pair: pair[0]))  # type: ignore[arg-type,return-value]  # numbers all
    return values


def distinct(values: Sequence[tuple[object, str]]) -> Values:
    """Give every code a label that no other has; an empty one is the code's text."""
    taken, named = set[str](), []
    for code, label in values:
        name = _free(label or text_of(code), code, taken)
        taken.add(fold(name))
        named.append((code, name))
    return tuple(named)


def told_apart(values: Values, named: Values) -> Values:
    """The labels as the file has them, of those codes whose label became another or none."""
    now = dict(named)
    original = [(_plain(code), label.strip()) for code, label in values]
    return tuple((code, label) for code, label in original if label and now.get(code) != label)


def _free(label: str, code: object, taken: Collection[str]) -> str:
    """The label, told apart from those that are taken (folded) by its code."""
    name = label
    while fold(name) in taken:
        name = f"{name} ({text_of(code)})"
    return name


def _plain(code: object) -> object:
    if isinstance(code, float) and code.is_integer() and abs(code) < EXACT:
        return int(code)
    return code.rstrip(" ") if isinstance(code, str) else code


def plain_ranges(ranges: Sequence[Mapping[str, object]]) -> tuple[tuple[object, object], ...]:
    """Ranges of codes (`lo` to `hi`, both included) as pairs."""
    return tuple((_plain(each["lo"]), _plain(each["hi"])) for each in ranges)


def without_missing(cells: list[object], ranges: Sequence[tuple[object, object]]) -> tuple[list[object], Places]:
    """Blank the cells whose codes lie in one of these ranges, both ends included; also tells which code stood where."""
    gone = {cell for cell in set(cells) if cell is not None and any(within(cell, each) for each in ranges)}
    return blanked(cells, gone)


def blanked(cells: list[object], gone: Collection[object]) -> tuple[list[object], Places]:
    """Blank the cells that hold one of these, and tell where each stood."""
    places: Places = {}
    if not gone:
        return cells, places
    for place, cell in enumerate(cells):
        if cell is not None and cell in gone:
            places.setdefault(cell, []).append(place)
    return [None if cell in gone else cell for cell in cells], places


def within(cell: object, limits: tuple[object, object]) -> bool:
    """Whether a code lies in a range; of texts only the same one does."""
    low, high = limits
    if isinstance(cell, str):
        return isinstance(low, str) and cell == low
    numbers = isinstance(cell, (int, float)), isinstance(low, (int, float)), isinstance(high, (int, float))
    return all(numbers) and low <= cell <= high  # type: ignore[operator]
