"""A dataset -> the columns of a Triple-S survey."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, cast

from freetext.files.exchange.dataset import Dataset, ResponseSet, Variable
from freetext.files.exchange.names import Renames
from freetext.files.exchange.statistical_back import with_own_codes
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.statistical_labels import within
from freetext.files.tabular.triple_s import SssColumn, SssVariable

LONGEST = 60
"""Characters of a name; the standard sets no bound, programs do."""


@dataclass(frozen=True, slots=True, eq=False)
class SssDraft:
    """The columns of a survey.

    renamed  (name, became) of variables and sets whose names the standard does not allow
    apart    sets that are none: a tick of theirs is missing where another is not, and no variable of several answers holds that
    """

    columns: tuple[SssColumn, ...]
    renamed: Renames
    apart: tuple[str, ...]


def triple_s_columns(dataset: Dataset, *, serial: str = "", weight: str = "") -> SssDraft:
    """Lay a dataset out as Triple-S: a set of several answers is one variable, where its first tick stands.

    `serial` and `weight` name the variables that have these uses.
    """
    by_name = {each.name: each for each in dataset.variables}
    whole, apart = _sets(dataset, by_name)
    within = {name: each for each in whole for name in each.variables}
    names = _Names()
    columns: list[SssColumn] = []
    renamed: list[tuple[str, str]] = []
    for variable in dataset.variables:
        several = within.get(variable.name)
        if several is not None and several.variables[0] != variable.name:
            continue
        called = several.name if several else variable.name
        name, place = names.fresh(called), len(columns) + 1
        if name != called:
            renamed.append((called, name))
        if several:
            columns.append(_multiple(several, [by_name[each] for each in several.variables], name, place))
        else:
            columns.append(_column(variable, name, place, _use(variable, serial, weight)))
    return SssDraft(tuple(columns), tuple(renamed), apart)


def _sets(dataset: Dataset, by_name: Mapping[str, Variable]) -> tuple[list[ResponseSet], tuple[str, ...]]:
    """Tell the sets that one variable can hold from those that it cannot."""
    whole: list[ResponseSet] = []
    apart: list[str] = []
    taken: set[str] = set()
    for each in dataset.sets:
        ticks = [by_name[name] for name in each.variables]
        if taken.isdisjoint(each.variables) and ticks and _one_question(ticks):
            whole.append(each)
            taken.update(each.variables)
        else:
            apart.append(each.name)
    return whole, tuple(apart)


def _one_question(ticks: Sequence[Variable]) -> bool:
    rows = zip(*(tick.cells for tick in ticks), strict=True)
    return all(tick.kind == "tick" for tick in ticks) and all(len({cell is None for cell in row}) == 1 for row in rows)


class _Names:
    """Names as Triple-S wants them: a letter, then letters, digits and `_`; none twice, in any case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def fresh(self, name: str) -> str:
        """Give the nearest name that nobody has."""
        plain = re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_") or "v"
        plain = (plain if plain[0].isalpha() else f"v_{plain}")[:LONGEST]
        unique, count = plain, 1
        while unique.casefold() in self._taken:
            count += 1
            unique = f"{plain[: LONGEST - len(str(count)) - 1]}_{count}"
        self._taken.add(unique.casefold())
        return unique


def _use(variable: Variable, serial: str, weight: str) -> str:
    if variable.name == serial and variable.kind in ("text", "number"):
        return "serial"
    return "weight" if variable.name == weight and variable.kind == "number" else ""


def _multiple(several: ResponseSet, ticks: Sequence[Variable], name: str, place: int) -> SssColumn:
    """Make a variable of several answers: one character a code, 1 where it was given; the file's own codes where it had any."""
    labels = [_option(tick, several) for tick in ticks]
    codes = several.codes or tuple(range(1, len(ticks) + 1))
    values = tuple((str(code), label) for code, label in sorted(zip(codes, labels, strict=True)))
    places = [codes.index(code) if code in codes else None for code in range(1, max(codes) + 1)]
    rows = zip(*(tick.cells for tick in ticks), strict=True)
    cells = [
        "" if row[0] is None else "".join("0" if place is None else str(row[place]) for place in places) for row in rows
    ]
    return SssColumn(SssVariable(name, "multiple", several.label or several.name, place, place, values), cells)


def _option(tick: Variable, several: ResponseSet) -> str:
    """Say what a tick of a set means: its label without the question in front."""
    label = tick.label or tick.name
    question, colon, option = label.partition(": ")
    shortened = question.removesuffix("…")
    known = several.label.startswith(shortened) and (question == several.label or question.endswith("…"))
    whole = f"{several.label}: "
    if label.startswith(whole):
        return label[len(whole) :]
    return option if colon and known and option else label


def _column(variable: Variable, name: str, place: int, use: str) -> SssColumn:
    """Make a column of a variable of its own."""
    made = {
        "text": _text_column,
        "number": _number_column,
        "single": _single_column,
        "tick": _tick_column,
        "moment": _moment_column,
    }[variable.kind]
    return made(variable, SssVariable(name, "character", variable.label or variable.name, place, place, use=use))


def _text_column(variable: Variable, base: SssVariable) -> SssColumn:
    cells = ["" if cell is None else text_of(cell) for cell in variable.cells]
    return SssColumn(replace(base, size=max([1, *map(len, cells)])), cells)


def _number_column(variable: Variable, base: SssVariable) -> SssColumn:
    """Make a quantity; codes of missing answers are special values, outside its range, where they were read as that: a blank stays one."""
    told = tuple(each for each in variable.unsaid if each.told)
    variable = with_own_codes(replace(variable, unsaid=told))
    cells = ["" if cell is None else number_text(cast("float", cell)) for cell in variable.cells]
    said = {Decimal(cell) for cell in cells if cell} | {Decimal(str(code)) for code, _ in variable.values}
    special = {each for each in said if any(within(float(each), limits) for limits in variable.missing)}
    ends = sorted(said - special) or [Decimal(0)]
    places = max((len(cell.partition(".")[2]) for cell in cells), default=0)
    least, most = (f"{end:.{places}f}" for end in (ends[0], ends[-1]))
    values = tuple((str(code), label) for code, label in variable.values)
    return SssColumn(replace(base, type="quantity", range=(least, most), values=values), cells)


def number_text(number: float) -> str:
    """Write a number out, without an exponent and with no digit lost."""
    return format(Decimal(repr(number)), "f")


def _single_column(variable: Variable, base: SssVariable) -> SssColumn:
    """Make a variable of one code; where one is negative, codes are texts."""
    if not variable.values:
        return _text_column(variable, base)
    values = tuple((str(code), label) for code, label in variable.values)
    cells = ["" if cell is None else str(cell) for cell in variable.cells]
    literal = any(str(code).startswith("-") for code, _ in variable.values)
    return SssColumn(replace(base, type="single", values=values, literal=literal), cells)


def _tick_column(variable: Variable, base: SssVariable) -> SssColumn:
    return SssColumn(replace(base, type="logical"), ["" if cell is None else str(cell) for cell in variable.cells])


def _moment_column(variable: Variable, base: SssVariable) -> SssColumn:
    """Make a date or a time; what is both, or finer than a second, is a text in ISO 8601."""
    given = [cell for cell in variable.cells if cell is not None]
    form = "%H%M%S" if given and all(_is_time(cell) for cell in given) else "%Y%m%d"
    if form == "%Y%m%d" and not all(_is_day(cell) for cell in given):
        return _text_column(variable, base)
    kind: Literal["time", "date"] = "time" if form == "%H%M%S" else "date"
    return SssColumn(replace(base, type=kind), list(_moments(variable.cells, form)))


def _moments(cells: Sequence[object], form: str) -> Iterator[str]:
    for cell in cells:
        text = "" if cell is None else cast("dt.date", cell).strftime(form)
        yield text.rjust(8, "0") if form == "%Y%m%d" and text else text


def _is_time(cell: object) -> bool:
    return isinstance(cell, dt.time) and not cell.microsecond and cell.tzinfo is None


def _is_day(cell: object) -> bool:
    return isinstance(cell, dt.date) and not isinstance(cell, dt.datetime)
