"""A platform's export masked as it stands: every row of the file comes back, its columns known by the names they have elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from freetext.files.disk.places import TRIPLE_S
from freetext.files.tabular.dialects import TITLES, Dialect, first_rows, heading_of, may_be_export
from freetext.files.tabular.rows import Table
from freetext.guard.redactor import Redactor
from freetext.interfaces.redacting import Redacted, redacted

AS_THEY_STAND = (".parquet", *TRIPLE_S)
"""Files that are taken for no platform's export, here as elsewhere."""


@dataclass(frozen=True, slots=True)
class StoodForm:
    """What a file read as it stands is to those who know its columns.

    file   what messages call it
    names  of the columns, as other commands call them
    since  the file's own number of the first row of data; what stands above belongs to the header
    said   what people should know
    """

    file: str
    names: tuple[str, ...]
    since: int
    said: tuple[str, ...] = ()


def exported(table: Table, wanted: Dialect) -> StoodForm:
    """Look at the first rows of a table that was read as it stands; raises InputError where it is no export of the platform asked for."""
    none = StoodForm(table.file, table.names, table.first)
    if table.file.lower().endswith(AS_THEY_STAND) or not may_be_export(table.names, wanted):
        return none
    heading = heading_of(table.names, first_rows(table), wanted, file=table.file)
    if heading is None:
        return none
    more = f"{heading.rows} more header row{'s' * (heading.rows > 1)} left as they stand, " if heading.rows else ""
    marked = ", previews and spam too" if heading.previews or heading.spam else ""
    said = f"dialect {TITLES[heading.platform]}: {more}every row is kept{marked}"
    return StoodForm(table.file, heading.names, table.first + heading.rows, (said,))


def redacted_rows(
    table: Table,
    form: StoodForm,
    columns: Sequence[str],
    redactor: Redactor,
    *,
    id: str = "",
    drop: Collection[str] = (),
) -> Redacted:
    """Mask columns of rows that were read as they stand, named as in `form`; columns to `drop` are left out. Raises MissingColumn."""
    known = replace(table, names=form.names).without(drop)
    done = redacted(known, columns, redactor, id, since=form.since)
    plain = tuple(_kept(table.names, form.names, drop))
    return replace(done, table=replace(done.table, names=plain))


def _kept(plain: Sequence[str], names: Sequence[str], drop: Collection[str]) -> Iterable[str]:
    return (each for each, name in zip(plain, names, strict=True) if name not in drop)
