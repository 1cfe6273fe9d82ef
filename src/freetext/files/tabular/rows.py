"""A file's rows as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from freetext.errors import InputError, MissingColumn, RepeatedColumn, rows_listed
from freetext.files.tabular.cells import Column, texts_of

if TYPE_CHECKING:
    from freetext.survey.answers import IntArray


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of a column beside its cells.

    title    the question as it was asked, or a variable's label
    values   what its codes mean, (code, label) in the file's order; the cells hold the labels
    group    the multiple-response question that several columns make together; empty for a column of its own
    option   which of that question's options this column ticks
    measure  nominal, ordinal or scale; empty where the file does not say
    wordings  labels as the file has them, (code, label), where `values` had to tell them apart or read them as yes and no
    missing  codes that the file says are no answers, from and to, both included
    use      serial or weight, where the file says that the column is the id or the weight
    unsaid   codes of cells that are read as blank, each with the file's own numbers of the rows that hold it
    numeric  the file says that a column holds numbers, of which no cell is filled
    """

    title: str = ""
    values: tuple[tuple[object, str], ...] = ()
    group: str = ""
    option: str = ""
    measure: str = ""
    wordings: tuple[tuple[object, str], ...] = ()
    missing: tuple[tuple[object, object], ...] = ()
    unsaid: tuple[tuple[object, tuple[int, ...]], ...] = ()
    use: str = ""
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """Rows that a survey platform marks, by the file's own numbers.

    previews  answered in the editor's preview: left out of the table
    spam      suspected by the platform: they stay
    """

    previews: tuple[int, ...] = ()
    spam: tuple[int, ...] = ()

    @property
    def left_out(self) -> str:
        """Say for people which rows are left out; empty for none."""
        count = "1 preview" if len(self.previews) == 1 else f"{len(self.previews):,} previews"
        return f"{count} left out: {_rows(self.previews)}" if self.previews else ""

    @property
    def stay(self) -> str:
        """Say for people which suspected rows stay; empty for none."""
        return f"{len(self.spam):,} marked as spam stay: {_rows(self.spam)}" if self.spam else ""


UNMARKED = Marked()


def _rows(rows: tuple[int, ...]) -> str:
    return f"row{'s' * (len(rows) > 1)} {rows_listed(rows)}"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A file's rows: names in order (they may repeat), cells untouched.

    file       as the user wrote it
    columns    one a name, each of `size` cells; cells of a CSV are str, of a workbook Python values, of Parquet Arrow's
    took       what was assumed, for people: "encoding utf-8", "delimiter ';'", "sheet 'Answers' (first of 3)"
    first      the file's own number of the first row of data; the header stands above it
    meta       Parquet's own notes about the schema, passed on when it is written again
    numbers    the file's own numbers of the rows where they do not follow one another, as those of a sample
    about      what the file says of its columns, by name; of many there is nothing to say
    dialect    the survey platform whose export it was found to be, as `qualtrics`; empty for none
    head       how many rows below the first belonged to that export's header
    marked     which rows that platform marks
    delimiter  what parts the cells of a text table; empty for any other
    """

    file: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    size: int
    took: tuple[str, ...] = ()
    first: int = 2
    meta: Mapping[bytes, bytes] | None = field(default=None, repr=False)
    numbers: IntArray | None = field(default=None, repr=False)
    about: Mapping[str, About] = field(default_factory=dict, repr=False)
    dialect: str = ""
    head: int = 0
    marked: Marked = UNMARKED
    delimiter: str = ""

    def __post_init__(self) -> None:
        """Refuse columns of different lengths."""
        lengths = sorted({len(column) for column in self.columns})
        if len(self.names) != len(self.columns) or lengths not in ([], [self.size]):
            message = f"{len(self.names)} names, {len(self.columns)} columns of {lengths} cells, {self.size} rows"
            raise ValueError(message)

    def __len__(self) -> int:
        """How many rows of data."""
        return self.size

    def place(self, name: str, *, option: str = "") -> int:
        """Where a column stands, from 0; `option` is what asked for it, for the message.

        Raises MissingColumn, which suggests, and RepeatedColumn for a name that stands twice.
        """
        places = [place for place, each in enumerate(self.names) if each == name]
        if not places:
            raise MissingColumn(name, [each for each in self.names if each], file=self.file, option=option)
        if len(places) > 1:
            raise RepeatedColumn(name, places, file=self.file)
        return places[0]

    def texts(self, name: str, *, option: str = "") -> list[str]:
        """The cells of a column as text: None is empty, 3.0 is `3`, dates are ISO 8601, truth `true` and `false`."""
        return self.texts_at(self.place(name, option=option))

    def texts_at(self, place: int) -> list[str]:
        """The cells of the column at this place, as text."""
        try:
            return texts_of(self.columns[place])
        except ValueError as error:
            raise InputError(
                f"cells that cannot be read: {error}.", file=self.file, column=self.names[place]
            ) from error

    def row(self, place: int) -> int:
        """The file's own number of the row of data at this place; the header of a plain file is row 1, so place 0 is row 2."""
        return self.first + place if self.numbers is None else int(self.numbers[place])

    def row_numbers(self) -> IntArray:
        """The file's own numbers of all rows of data, int64 (n,); see `row`."""
        import numpy as np

        if self.numbers is not None:
            return np.asarray(self.numbers, dtype=np.int64)
        return np.arange(self.first, self.first + self.size, dtype=np.int64)

    def with_columns(self, added: Mapping[str, Column]) -> Table:
        """The table with these columns behind its own, in order."""
        names, columns = (*self.names, *added), (*self.columns, *added.values())
        return replace(self, names=names, columns=columns)

    def without(self, names: Iterable[str]) -> Table:
        """The table without the columns of these names; a name that it does not have is no fault."""
        dropped = set(names)
        kept = [place for place, name in enumerate(self.names) if name not in dropped]
        if len(kept) == len(self.names):
            return self
        columns = tuple(self.columns[place] for place in kept)
        return replace(self, names=tuple(self.names[place] for place in kept), columns=columns, meta=None)


def require_rows(table: Table) -> Table:
    """Give the table back, or raise InputError when it has a header and no rows."""
    if not table.size:
        raise InputError("has a header and no rows.", file=table.file, remedy="Is it the right file, the right sheet?")
    return table
