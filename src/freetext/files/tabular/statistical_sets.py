"""Multiple-response sets of an SPSS file: which variables are one question together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from freetext.errors import named
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.statistical_labels import Values
from freetext.survey.several import ticked

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a variable stands in a set: its question, its option, and the code that says it was ticked."""

    group: str
    option: str
    counted: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which variables are an option of which question, and what to say about the sets.

    places  variable -> its place in a set
    """

    places: Mapping[str, Place]
    took: tuple[str, ...] = ()


def grouped(sets: Sequence[Sequence[Any]], variables: Sequence[tuple[str, str]]) -> Grouped:
    """Find the variables of each set: [name, label, whether each variable is one option, counted value, variables].

    variables  name and label of all, in order

    A set of categories (each variable holds one of several codes) and one whose variables are not there are said and left. A variable
    in several sets belongs to the first.
    """
    known = {name.casefold(): (name, title) for name, title in variables}
    places: dict[str, Place] = {}
    took: list[str] = []
    for name, label, ticks, counted, members in sets:
        what = f"multiple-response set {named(name)!r}"
        found = [known[each.casefold()] for each in members if each.casefold() in known]
        if len(found) != len(members) or not found:
            took.append(f"{what} names variables that are not there: left")
        elif not ticks:
            took.append(f"{what} of {len(found)} variables holds categories, not options: left as its variables")
        else:
            took.append(
                f"{what} of {len(found)} options" + (f", counted value {counted}" if counted is not None else "")
            )
            for variable, title in found:
                place = Place(
                    (label or name).strip(), title or variable, "" if counted is None else str(counted).strip()
                )
                places.setdefault(variable, place)
    return Grouped(places, tuple(took))


def ticks_of(cells: list[object], values: Values, place: Place) -> tuple[list[object], Values, bool]:
    """Make the cells of an option say plainly whether it was ticked; whether any had to be changed stands last.

    Labels that say so ("Yes" and "No", "named" and "not named", the option itself) stay. Others, of another language for one, become
    yes and no: then `values` knows the counted code and the first of those that are not.
    """
    codes = {label: text_of(code) for code, label in values}
    said = {cell for cell in set(cells) if cell is not None} | codes.keys()
    counted = {cell: codes.get(str(cell), text_of(cell)) == place.counted for cell in said}
    if not place.counted or all(_says(text_of(cell), place.option) is is_it for cell, is_it in counted.items()):
        return cells, values, False
    every = [*values, *((cell, cell) for cell in sorted(said - codes.keys(), key=str))]
    others = [code for code, label in every if not counted[label]][:1]
    known = [(code, NO) for code in others] + [(code, YES) for code, label in every if counted[label]]
    return [None if cell is None else YES if counted[cell] else NO for cell in cells], tuple(known), True


def _says(cell: str, option: str) -> bool | None:
    try:
        return ticked(cell, option)
    except ValueError:
        return None
