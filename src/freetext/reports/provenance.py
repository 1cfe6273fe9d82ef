"""Where the numbers come from, and whether they come out the same again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from math import isclose
from typing import Any

from freetext.errors import counted
from freetext.reports.coded import models_in
from freetext.reports.hiding import at_most
from freetext.reports.report import Fact, Report
from freetext.reports.surveyed import Surveyed
from freetext.reports.words import HEADING, named, shortened
from freetext.tallies.conventions import Conventions
from freetext.tallies.table import CellCount, Row, TallyTable

FORMAT = 1

FIGURES = ("count", "weighted", "share", "low", "high", "kind", "letters", "score", "mean_rank", "raw")
"""What is recorded of a cell."""

CLOSE = 1e-9
"""Figures that agree so far are the same: another machine may add in another order."""

ABSENT = object()
"""Stands for a figure that a record does not have."""

MOST = 50
"""Differences that are told one by one."""


def facts_of(surveyed: Surveyed) -> tuple[Fact, ...]:
    """Return the facts that were given, and the conventions that are not the usual ones."""
    usual = Conventions()
    changed = [
        (field.name, getattr(surveyed.conventions, field.name), getattr(usual, field.name))
        for field in fields(Conventions)
    ]
    said = tuple(Fact(name.replace("_", " "), str(value)) for name, value, other in changed if value != other)
    known = {each.name for each in surveyed.provenance}
    return (*surveyed.provenance, *_models(surveyed), *(each for each in said if each.name not in known))


def _models(surveyed: Surveyed) -> Iterator[Fact]:
    """Say wave by wave which model coded how many answers, a line each."""
    for each in models_in(surveyed):
        told = at_most(surveyed.conventions.disclosure, each.answers)
        yield Fact(f"{each.wave}, coded by {each.model}", f"{told} {'answer' if told == '1' else 'answers'}")


def record(report: Report) -> dict[str, Any]:
    """Write down what a report rests on and what it says, as plain values that JSON holds: facts, tables, sentences."""
    tables = [_table(table) for section in report.sections for table in section.tables]
    sentences = [*report.headlines, *(said for section in report.sections for said in section.findings)]
    return {
        "format": FORMAT,
        "facts": {each.name: each.value for each in report.provenance},
        "tables": tables,
        "sentences": sentences,
    }


def _table(table: TallyTable) -> dict[str, Any]:
    return {
        "question": table.question,
        "banner": table.banner,
        "base": table.base,
        "columns": [
            {"name": each.name, "n": each.n, "weighted": each.weighted, "effective": each.effective}
            for each in table.columns
        ],
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {"theme": row.theme, "name": row.name, "place": row.place, "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: CellCount) -> dict[str, Any]:
    return {name: getattr(cell, name) for name in FIGURES}


def is_sound(said: Mapping[str, Any]) -> bool:
    """Whether something read from JSON has the shape that `record` gives; of another format nobody knows."""
    if said.get("format") != FORMAT:
        return isinstance(said.get("format"), int)
    facts, tables, worded = (said.get(name) for name in ("facts", "tables", "sentences"))
    return (
        set(said) == {"format", "facts", "tables", "sentences"}
        and isinstance(facts, dict)
        and isinstance(tables, list)
        and isinstance(worded, list)
        and all(isinstance(each, str) for each in (*facts.values(), *worded))
        and all(map(_is_table, tables))
    )


def _is_table(table: Any) -> bool:
    return (
        _has_texts(table, "question", "banner", "base")
        and set(table) == {"question", "banner", "base", "columns", "rows"}
        and all(isinstance(table[name], list) for name in ("columns", "rows"))
        and all(_has_texts(each, "name") for each in table["columns"])
        and all(_is_row(each, len(table["columns"])) for each in table["rows"])
    )


def _is_row(row: Any, columns: int) -> bool:
    return (
        _has_texts(row, "theme", "name")
        and set(row) == {"theme", "name", "place", "cells"}
        and isinstance(row["cells"], list)
        and len(row["cells"]) == columns
        and all(isinstance(each, dict) for each in row["cells"])
    )


def _has_texts(value: Any, *names: str) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(name), str) for name in names)


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Say in plain words how two records differ: first which input has changed, then which figure of which table; empty if they are the same.

    Both are sound, see `is_sound`. `shown` shortens a long list.
    """
    if old.get("format") != new.get("format"):
        return [f"The record has format {old.get('format')}, this version writes {new.get('format')}."]
    told = [*_facts(old["facts"], new["facts"]), *_tables(old["tables"], new["tables"])]
    if not told:
        told += _sentences(old["sentences"], new["sentences"])
    return told


def shown(differences: Sequence[str]) -> tuple[str, ...]:
    """Return the differences that are told one by one, and behind them how many there are besides."""
    more = len(differences) - MOST
    return tuple(differences if more <= 0 else [*differences[:MOST], f"And {counted(more, 'more difference')}."])


def _facts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys([*old, *new]):
        if name not in new:
            yield f"{named(name)}: was {_value(old[name])}, is not there any more."
        elif name not in old:
            yield f"{named(name)}: is {_value(new[name])}, was not there."
        elif old[name] != new[name]:
            yield f"{named(name)} has changed: was {_value(old[name])}, is {_value(new[name])}."


def _value(value: str) -> str:
    return named(value, HEADING) or "empty"


def _tables(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[str]:
    before, now = ({(each["question"], each["banner"]): each for each in some} for some in (old, new))
    if len(old) != len(new) and before.keys() == now.keys():
        yield f"There were {len(old)} tables, there are {len(new)}."
    for key in dict.fromkeys([*before, *now]):
        if key not in now:
            yield f"{_where(*key)}: the table is not there any more."
        elif key not in before:
            yield f"{_where(*key)}: the table was not there."
        else:
            yield from _columns(_where(*key), before[key], now[key])


def _where(question: str, banner: str) -> str:
    return f"{named(question)}, by {named(banner)}" if banner else named(question)


def _columns(where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Compare the base and the columns; where these differ in name, cells cannot be compared."""
    if old["base"] != new["base"]:
        yield f"{where}: the base was {old['base']}, is {new['base']}."
    for what in ("columns", "rows"):
        names = [[named(str(each["name"])) for each in one[what]] for one in (old, new)]
        if names[0] != names[1]:
            lost, won = (shortened([each for each in names[i] if each not in names[1 - i]], 6) for i in (0, 1))
            changes = [f"without {lost}" if lost else "", f"with {won}" if won else ""]
            yield f"{where}: other {what} ({', '.join(each for each in changes if each) or 'in another order'})."
            return
    for one, other in zip(old["columns"], new["columns"], strict=True):
        yield from _figures(f"{where}, base of {named(one['name'])}", one, other)
    for row, same in zip(old["rows"], new["rows"], strict=True):
        yield from _cells(where, row, same, old["columns"])


def _cells(where: str, old: dict[str, Any], new: dict[str, Any], columns: list[dict[str, Any]]) -> Iterator[str]:
    row = f"{where}, {named(old['name'])}"
    if old["theme"] != new["theme"]:
        yield f"{row}: the code was {named(old['theme'])}, is {named(new['theme'])}."
    if old["place"] != new["place"]:
        yield f"{row}: place was {old['place']}, is {new['place']}."
    for column, one, other in zip(columns, old["cells"], new["cells"], strict=True):
        yield from _figures(f"{row}, {named(column['name'])}", one, other)


def _figures(where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Name the figures of a cell or a base that differ, in one line."""
    apart = [
        f"{named(name.replace('_', ' '))} was {_said(old.get(name, ABSENT))}, is {_said(new.get(name, ABSENT))}"
        for name in dict.fromkeys([*old, *new])
        if not _same(old.get(name, ABSENT), new.get(name, ABSENT))
    ]
    if apart:
        yield f"{where}: {'; '.join(apart)}."


def _same(old: Any, new: Any) -> bool:
    numbers = (int, float)
    if isinstance(old, numbers) and isinstance(new, numbers):
        with suppress(OverflowError):  # a number that no measuring gives
            return isclose(old, new, rel_tol=CLOSE, abs_tol=CLOSE)
    return bool(old == new)


def _said(value: Any) -> str:
    if value is None or value is ABSENT:
        return "none" if value is None else "not there"
    return f"{value:.6g}" if isinstance(value, float) else f"{value!r}" if isinstance(value, str) else str(value)


def _sentences(old: list[str], new: list[str]) -> Iterator[str]:
    """Compare the sentences where no number differs: another version may word them otherwise."""
    changed = sum(one != other for one, other in zip(old, new, strict=False)) + abs(len(old) - len(new))
    if changed:
        yield f"The numbers are the same; {changed} of the sentences are worded otherwise."
