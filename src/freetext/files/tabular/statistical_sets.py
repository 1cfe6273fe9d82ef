"""Multiple-response sets of an SPSS file: which variables are one question together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from freetext.errors import named, names_listed
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.statistical_labels import Places, Values, blanked
from freetext.survey.several import ticked

YES, NO = "yes", "no"
UNSAID = re.compile(
    r"(?i)\W*|.*\bnot? (?:asked|answer\w*|applicable|stated|shown|displayed|response|ascertained)\b.*|n\W?a\W?|.*\brefus.*"
    r"|.*\bdo(?:n['\u2019]?t| not) know\b.*|dk|.*\bmissing\b.*|.*\bskip.*|keine angabe|nicht gefragt"
)
"""A label that says that nothing was said."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a variable stands in a set: its question by name and wording, its option, and the code that says it was ticked."""

    group: str
    option: str
    counted: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which variables are an option of which question, and what to say about the sets.

    places  variable -> its place in a set
    """

    places: Mapping[str, Place]
    took: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticks:
    """An option's cells that say plainly whether it was ticked, their values, and the codes that say neither, by place."""

    cells: list[object]
    values: Values
    changed: bool = False
    unsaid: Places | None = None


def grouped(sets: Sequence[Sequence[Any]], variables: Sequence[tuple[str, str]]) -> Grouped:
    """Find the variables of each set: [name, label, whether each variable is one option, counted value, variables].

    variables  name and label of all, in order

    A set of categories (each variable holds one of several codes) and one whose variables are not there are said and left. A variable
    in several sets belongs to the first; one that would be alone in its set then belongs to none.
    """
    known = {name.casefold(): (name, title) for name, title in variables}
    places: dict[str, Place] = {}
    took: list[str] = []
    for name, label, ticks, counted, members in sets:
        what = f"multiple-response set {named(name)!r}"
        found = [known[each.casefold()] for each in members if each.casefold() in known]
        free = [pair for pair in found if pair[0] not in places]
        elsewhere = names_listed([variable for variable, _ in found if variable in places])
        if len(found) != len(members) or not found:
            took.append(f"{what} names variables that are not there: left")
        elif not ticks:
            took.append(f"{what} of {len(found)} variables holds categories, not options: left as its variables")
        elif len(free) < 2:
            why = f"{elsewhere} in an earlier set" if elsewhere else "one variable only"
            took.append(f"{what} left as its variables: {why}")
        else:
            value = "" if counted is None else f", counted value {counted}"
            took.append(
                f"{what} of {len(found)} options{value}" + (f" ({elsewhere} in an earlier set)" * bool(elsewhere))
            )
            places |= _places(free, name, label.strip(), counted)
    return Grouped(places, tuple(took))


def _places(found: Sequence[tuple[str, str]], name: str, label: str, counted: object) -> dict[str, Place]:
    value = "" if counted is None else str(counted).strip()
    return {variable: Place(name, title or variable, value, label or name) for variable, title in found}


def ticks_of(cells: list[object], values: Values, place: Place) -> Ticks:
    """Make the cells of an option say plainly whether it was ticked.

    Labels that say so ("Yes" and "No", "named" and "not named", the option itself) stay. Others, of another language for one, become
    yes and no: then `values` knows the counted code and the one that says no. What is neither, as "Not asked", is blank: it is not "no".
    """
    codes = {label: code for code, label in values}
    said = {cell for cell in set(cells) if cell is not None}
    counted = {cell: text_of(codes.get(cell, cell)) == place.counted for cell in said | codes.keys()}  # type: ignore[call-overload]
    if not place.counted or all(_says(text_of(cell), place.option) is is_it for cell, is_it in counted.items()):
        return Ticks(cells, values)
    every = [*values, *((cell, cell) for cell in sorted(said - codes.keys(), key=str))]
    no = next(_noes([pair for pair in every if not counted[pair[1]]], place.option), None)
    yes = [(code, YES) for code, label in every if counted[label]]
    others = {cell for cell in said if not counted[cell] and (no is None or cell != no[1])}
    kept, gone = blanked(cells, others)
    made: list[object] = [None if cell is None else YES if counted[cell] else NO for cell in kept]
    unsaid = {codes.get(cell, cell): where for cell, where in gone.items()}  # type: ignore[call-overload]
    return Ticks(made, tuple(([(no[0], NO)] if no else []) + yes), changed=True, unsaid=unsaid)


def _noes(others: Sequence[tuple[object, Any]], option: str) -> Iterator[tuple[object, Any]]:
    """Of the (code, cell) that are not counted, those that say no, the plainest first."""
    yield from (pair for pair in others if _says(text_of(pair[1]), option) is False)
    yield from (pair for pair in others if text_of(pair[0]) == "0")
    yield from (pair for pair in others if not UNSAID.fullmatch(text_of(pair[1])))


def _says(cell: str, option: str) -> bool | None:
    try:
        return ticked(cell, option)
    except ValueError:
        return None
