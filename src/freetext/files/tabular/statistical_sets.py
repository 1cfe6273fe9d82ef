"""Multiple-response sets of an SPSS file: which variables are one question together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from freetext.errors import named


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which variables are an option of which question, and what to say about the sets.

    places  variable -> its question and its option
    """

    places: Mapping[str, tuple[str, str]]
    took: tuple[str, ...] = ()


def grouped(sets: Sequence[Sequence[Any]], variables: Sequence[tuple[str, str]]) -> Grouped:
    """Find the variables of each set: [name, label, whether each variable is one option, counted value, variables].

    variables  name and label of all, in order

    A set of categories (each variable holds one of several codes) and one whose variables are not there are said and left. A variable
    in several sets belongs to the first.
    """
    known = {name.casefold(): (name, title) for name, title in variables}
    places: dict[str, tuple[str, str]] = {}
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
                places.setdefault(variable, ((label or name).strip(), title or variable))
    return Grouped(places, tuple(took))
