"""Tallies as one long table: a line for each table, theme and column, in full precision."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from freetext.survey.sheet import Value
from freetext.tallies.table import CellCount, Column, Row, TallyTable

HEADER = (
    *("question", "title", "banner", "base", "column", "n", "weighted_base", "effective_base"),
    *("theme", "number", "name", "depth", "net", "reserved"),
    *("count", "weighted", "share", "low", "high", "kind", "audited", "letters", "flag"),
    *("place", "score_name", "score", "mean_rank"),
    *("raw", "coding_low", "coding_high", "sampling_low", "sampling_high", "mentions", "letter", "decided", "profile"),
)

NO_ENDS = (None, None)


def csv_rows(tables: Sequence[TallyTable]) -> Iterator[tuple[Value, ...]]:
    """The lines below `HEADER` as values, None where there is no number; for a writer that guards against formulas."""
    for table in tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                yield _values(table, row, column, cell)


def _values(table: TallyTable, row: Row, column: Column, cell: CellCount) -> tuple[Value, ...]:
    return (
        *(table.question, table.title, table.banner, table.base),
        *(column.name, column.n, column.weighted, column.effective),
        *(row.theme, row.number, row.name, row.depth, row.net, row.reserved),
        *(cell.count, cell.weighted, cell.share, cell.low, cell.high),
        *(cell.kind, cell.audited, cell.letters, cell.flag),
        *(row.place, table.score, cell.score, cell.mean_rank),
        *(cell.raw, *(cell.coding or NO_ENDS), *(cell.sampling or NO_ENDS), cell.mentions),
        *(column.letter, None if column.n is None else column.decided, table.profile),
    )


def as_csv(tables: Sequence[TallyTable]) -> str:
    """The same as text, header first; numbers in full, `true` and `false`, blank for None. Names as they are: no formula guard."""
    out = io.StringIO()
    plain = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(HEADER)
    for row in csv_rows(tables):
        cells = [_text(value) for value in row]
        # A line break of another system's ends a row as well, and the writer quotes its own alone.
        (quoted if any("\r" in cell for cell in cells) else plain).writerow(cells)
    return out.getvalue()


def _text(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
