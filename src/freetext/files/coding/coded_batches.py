"""A batch of a file with what the models say of it: what sinks write, and sums and candidates are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import InputError, rows_listed
from freetext.files.coding.coded_blocks import block_columns
from freetext.files.coding.coded_models import several
from freetext.files.tabular.cells import Column
from freetext.files.tabular.tables import Table
from freetext.survey.answers import IntArray
from freetext.survey.codings import Codings

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class CodedPart:
    """What one model says of one text column of a batch.

    question   what the whole column stands for, empty where the file does not say
    questions  what was asked, one an answer of `codings`, where the file has a column of questions
    behind     what the names of our columns end in: `:QUESTION` or nothing
    places     the rows of the table that the model codes, rising; None for all
    model      what the model is called in the column `freetext_model`; empty where nobody says
    """

    column: str
    question: str
    questions: tuple[str, ...] | None
    behind: str
    places: IntArray | None
    codings: Codings
    model: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class CodedBatch:
    """Rows of a file, coded; `first` is the place (from 0) of the first of them in the file or part.

    `scores` and `evidence` say which columns are wanted besides ours, `named` that each set says which model coded: else a set does
    only where several code.
    """

    table: Table
    first: int
    parts: tuple[CodedPart, ...]
    scores: bool = False
    evidence: bool = False
    named: bool = False

    def whole(self) -> Table:
        """Return the table with our columns behind its own, one set for each text column."""
        return self.table.with_columns(self.columns())

    def columns(self) -> dict[str, Column]:
        """Return our columns as Arrow arrays, each as long as the table."""
        named: dict[str, Column] = {}
        for behind in dict.fromkeys(part.behind for part in self.parts):
            named |= self._columns([part for part in self.parts if part.behind == behind])
        return named

    def _columns(self, parts: Sequence[CodedPart]) -> dict[str, Column]:
        told = self.named or several(part.model for part in parts)
        made = [
            block_columns(
                part.codings,
                behind=part.behind,
                scores=self.scores,
                evidence=self.evidence,
                model=part.model if told else "",
            )
            for part in parts
        ]
        if len(parts) == 1 and parts[0].places is None:
            return made[0]
        return dict(_scattered([part.places for part in parts], made, self.table.size))


def _scattered(
    places: Sequence[IntArray | None], made: Sequence[dict[str, Column]], size: int
) -> Iterator[tuple[str, Column]]:
    """Put the cells of several models at the rows that each codes; a score of another codeframe is null."""
    import pyarrow as pa

    rows = [np.arange(size) if each is None else each for each in places]
    place = np.full(size, -1, dtype=np.int64)
    for begin, each in zip(np.cumsum([0, *map(len, rows[:-1])]).tolist(), rows, strict=True):
        place[each] = begin + np.arange(len(each))
    taken = pa.array(place, mask=place < 0)
    names = dict.fromkeys(name for columns in made for name in columns)
    for name in _in_order(list(names)):
        kind = next(columns[name].type for columns in made if name in columns)  # type: ignore[union-attr]
        cells = [
            columns[name] if name in columns else pa.nulls(len(each), kind)
            for each, columns in zip(rows, made, strict=True)
        ]
        yield name, pa.concat_arrays(cells).take(taken)


def _in_order(names: list[str]) -> list[str]:
    """Evidence stands last, also behind the scores that only a later model has."""
    from freetext.files.coding.coded_blocks import EVIDENCE

    return sorted(names, key=lambda name: name.partition(":")[0] == EVIDENCE)


def ids_of(batch: CodedBatch, id: str = "", stem: str = "", *, option: str = "--id") -> pa.StringArray:
    """Return the ids of a batch's rows: the cells of a column as text, else `STEM:ROW`, or the row number where there is no stem.

    Raises MissingColumn, and InputError for blank ids, which name the `option` that the column comes of.
    """
    return table_ids(batch.table, id, stem, option=option)


def table_ids(table: Table, id: str = "", stem: str = "", *, option: str = "--id") -> pa.StringArray:
    """Return the ids of a table's rows; see `ids_of`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not id:
        rows = pa.array(table.row_numbers()).cast(pa.string())
        return pc.binary_join_element_wise(pa.scalar(f"{stem}:"), rows, "") if stem else rows
    cells = text_cells(table, id, option=option)
    blank = blank_cells(cells)
    if blank.any():
        raise no_ids([table.row(place) for place in np.flatnonzero(blank).tolist()], table.file, id, option)
    return cells


def no_ids(rows: Sequence[int], file: str, column: str, option: str, *, more: int = 0) -> InputError:
    """Say which rows have no id; `more` as for `rows_listed`."""
    mends = f"Fill them in, or leave {option} out."
    return InputError(f"no id in rows {rows_listed(rows, more)}.", file=file, column=column, remedy=mends)


def blank_cells(cells: pa.StringArray) -> NDArray[np.bool_]:
    """Say which cells hold white space at most."""
    import pyarrow.compute as pc

    short = pc.equal(pc.binary_length(pc.utf8_trim_whitespace(cells)), 0)
    flags: NDArray[np.bool_] = short.to_numpy(zero_copy_only=False)
    if flags.any():  # what Python calls white space decides, in the few cells that there are
        places = np.flatnonzero(flags)
        texts = cells.take(places).to_pylist()
        flags[places] = [not text.strip() for text in texts]
    return flags


def text_cells(table: Table, name: str, *, option: str = "") -> pa.StringArray:
    """Return a column's cells as text, see `Table.texts`, as one Arrow array without nulls."""
    import pyarrow as pa
    import pyarrow.compute as pc

    place = table.place(name, option=option)
    cells = arrow_texts(table.columns[place])
    if cells is None:
        return pa.array(table.texts_at(place), pa.string())
    return pc.fill_null(cells, "") if cells.null_count else cells


def arrow_texts(column: Column) -> pa.StringArray | None:
    """Return an Arrow column of texts as one array, nulls as they are; None for any other column."""
    import pyarrow as pa

    if not isinstance(column, (pa.ChunkedArray, pa.Array)):
        return None
    kind = column.type
    if isinstance(kind, pa.DictionaryType):
        kind = kind.value_type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        return None
    cells = column if pa.types.is_string(column.type) else column.cast(pa.string())
    return cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells


MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
BYTE, MIX = np.uint64(0x100000001B3), np.uint64(0xC2B2AE3D27D4EB4F)


def key_hashes(ids: pa.StringArray, questions: pa.StringArray | str = "") -> NDArray[np.uint64]:
    """Hash the keys (id, question) of answers to 64 bits, the same on every machine; equal keys have equal hashes."""
    import pyarrow as pa

    asked = pa.array([questions], pa.string()) if isinstance(questions, str) else questions
    return _mixed(_mixed(_hashes(ids)) * MIX + _hashes(asked))


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    hashes = (hashes ^ (hashes >> np.uint64(29))) * MULTIPLIER
    return hashes ^ (hashes >> np.uint64(32))


def _hashes(cells: pa.StringArray) -> NDArray[np.uint64]:
    """Hash texts as polynomials of their bytes, and their lengths."""
    _, offsets, data = cells.buffers()
    ends = np.frombuffer(offsets, dtype=np.int32)[cells.offset : cells.offset + len(cells) + 1].astype(np.int64)
    begin, end = int(ends[0]), int(ends[-1])
    raw = np.frombuffer(data, dtype=np.uint8)[begin:end] if data is not None else np.zeros(0, dtype=np.uint8)
    ends -= begin
    lengths = np.diff(ends)
    powers = np.cumprod(np.full(int(lengths.max(initial=0)) + 1, MULTIPLIER | BYTE, dtype=np.uint64))
    place = np.arange(len(raw)) - np.repeat(ends[:-1], lengths)
    sums = np.zeros(len(raw) + 1, dtype=np.uint64)
    np.cumsum((raw.astype(np.uint64) + np.uint64(1)) * powers[place], out=sums[1:])
    return sums[ends[1:]] - sums[ends[:-1]] + lengths.astype(np.uint64) * MIX
