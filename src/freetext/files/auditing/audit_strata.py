"""The strata of an audit: the values of closed columns, written so that the answers of each are found again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from freetext.errors import InputError, named
from freetext.files.auditing.audit_labels import STRATUM
from freetext.files.tabular.tables import Table

WHOLE = "all"
"""The stratum of an audit that has but one."""

BETWEEN, BLANK = " | ", "(blank)"


def strata_by(table: Table, columns: Sequence[str], *, option: str = "") -> list[str]:
    """Name the stratum of each row by the values of these columns: `type: charity | region: north`."""
    if not columns:
        return [WHOLE] * table.size
    cells = [[_said(name, cell) for cell in table.texts(name, option=option)] for name in columns]
    return [BETWEEN.join(parts) for parts in zip(*cells, strict=True)]


def _said(column: str, cell: str) -> str:
    return f"{column}: {' '.join(cell.split()) or BLANK}"


def strata_of(table: Table, strata: Iterable[str], *, file: str) -> list[str]:
    """Return the stratum of each row of a table, of those that LABELS (`file`) names; one that is the whole is empty.

    They are told by the columns that they name, or by a column `stratum`. Raises InputError where the rows do not tell.
    """
    wanted = list(dict.fromkeys(strata))
    if set(wanted) <= {"", WHOLE}:
        return [""] * table.size
    for found in _candidates(table, wanted):
        if set(wanted) <= set(found):
            return found
    raise InputError(
        f"nothing in {table.file} tells which of its answers are of the stratum {named(wanted[0])!r}.",
        file=file,
        column=STRATUM,
        remedy=f"Write strata as 'COLUMN: value', with a column of {table.file}, or give that a column {STRATUM!r}.",
    )


def _candidates(table: Table, wanted: Sequence[str]) -> Iterator[list[str]]:
    places = {name: _place(name, wanted[0]) for name in table.names if name and table.names.count(name) == 1}
    columns = sorted((name for name, place in places.items() if place >= 0), key=lambda name: places[name])
    if columns:
        yield strata_by(table, columns)
    yield from (strata_by(table, [name]) for name in columns if len(columns) > 1)
    if table.names.count(STRATUM) == 1:
        yield [cell.strip() for cell in table.texts(STRATUM)]


def _place(column: str, stratum: str) -> int:
    """Where a stratum names a column, -1 where it does not."""
    if stratum.startswith(f"{column}: "):
        return 0
    return stratum.find(f"{BETWEEN}{column}: ")
