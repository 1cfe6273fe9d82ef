"""Tables of any length written batch by batch: whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from freetext.errors import OutputError
from freetext.files.disk.addresses import exists, is_address, put
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import check_output
from freetext.files.tabular.csvs import CsvPen
from freetext.files.tabular.rows import Table
from freetext.files.tabular.tables import DELIMITERS, Written

SINKS = (*DELIMITERS, ".parquet")


class Pen(Protocol):
    """What writes the tables of one kind of file."""

    guarded: int

    def write(self, table: Table) -> None:
        """Write rows behind those written before."""

    def close(self) -> None:
        """Write what is left; the file stays open."""

    def drop(self) -> None:
        """Let go of what is left, for the file goes too."""


class Sink:
    """A file that grows by tables of the same columns; `written` says how it went."""

    def __init__(self, path: str | Path, pen: Pen) -> None:
        """Take what writes this kind of file."""
        self._path, self._pen, self._rows = str(path), pen, 0

    def write(self, table: Table) -> None:
        """Write rows behind those written before. Raises OutputError where the file cannot hold them."""
        self._pen.write(table)
        self._rows += table.size

    @property
    def written(self) -> Written:
        """How many rows were written, and how many cells were guarded."""
        return Written(self._path, self._rows, guarded=self._pen.guarded)


@contextmanager
def open_sink(path: str | Path, *, raw: bool = False, force: bool = False) -> Iterator[Sink]:
    """Open a .csv, .tsv, .txt or .parquet file for writing: it gets its name when the block ends, and not where that fails.

    The bytes are those of `write_table`. At an address the file is written beside first and brought there as a whole. An existing file
    is refused unless `force`. Raises OutputError.
    """
    ending = Path(path).suffix.lower()
    if ending not in SINKS:
        raise OutputError(path, f"cannot be written batch by batch. Known: {', '.join(SINKS)}.")
    with _opened(path, force=force) as out:
        pen = _pen(out, ending, path, raw=raw)
        try:
            yield Sink(path, pen)
            pen.close()
        except BaseException:
            pen.drop()
            raise


@contextmanager
def _opened(path: str | Path, *, force: bool) -> Iterator[BinaryIO]:
    if not is_address(str(path)):
        check_output(path, force=force)
        with replacing(path, force=force) as out:
            yield out
        return
    if not force and exists(str(path)):
        raise OutputError(path, "exists; --force replaces it.")
    with tempfile.TemporaryDirectory(prefix="freetext-") as folder:
        finished = Path(folder) / "part"
        with replacing(finished, force=True) as out:
            yield out
        put(finished, str(path))


def _pen(out: BinaryIO, ending: str, path: str | Path, *, raw: bool) -> Pen:
    if ending == ".parquet":
        from freetext.files.tabular.parquet import ParquetPen

        return ParquetPen(out, path=path)
    return CsvPen(out, delimiter=DELIMITERS[ending], raw=raw)
