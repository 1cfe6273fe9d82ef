"""How the variables of a statistics file were read, for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from freetext.errors import names_listed
from freetext.files.tabular.statistical_labels import Places, Values


@dataclass(slots=True)
class Column:
    """A variable's cells as people read them, and what is worth saying about them.

    values    (code, label) of the cells
    places    codes of cells that became blank, and where they stand
    said      what was done: "labels", "numbers", "missing", "beyond", "periods", "zeros", "ticks", "neither"
    blanked   how many cells held a missing-value code
    """

    cells: list[object]
    values: Values
    places: Places = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    blanked: int = 0


SAID = {
    "numbers": "numbers of which a few have labels stay numbers",
    "beyond": "dates outside the calendar left as numbers",
    "periods": "Stata's weeks, months, quarters and halves written as 2024-W05, 2024-03, 2024-Q1, 2024-H1 (a year has 52 of its weeks)",
    "zeros": "numbers written with the leading zeros of their format",
    "ticks": "options read as yes and no by the counted value of their set",
    "neither": "codes of options that say neither yes nor no, such as `Not asked`, read as blank",
}


def took_of(program: str, encoding: str, columns: Mapping[str, Column], *, portable: bool) -> tuple[str, ...]:
    """Say how the columns of a file were read, by their names."""
    took = [f"{program} file" + (f", encoding {encoding}" if encoding else "")]
    if labels := sum("labels" in each.said for each in columns.values()):
        took.append(f"{labels:,} variable{'s' * (labels > 1)} with value labels")
    if blank := sum(each.blanked for each in columns.values()):
        holders = [name for name, each in columns.items() if each.blanked]
        what = f"{blank:,} cell{'s' * (blank > 1)} with a missing-value code read as blank"
        took.append(f"{what}: {names_listed(holders)}")
    if portable:
        took.append("missing-value codes of a .por are blank, and cannot be counted; a .sav keeps them")
    for key, what in SAID.items():
        if names := [name for name, each in columns.items() if key in each.said]:
            took.append(f"{what}: {names_listed(names)}")
    return tuple(took)
