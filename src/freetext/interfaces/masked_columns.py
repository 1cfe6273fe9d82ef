"""One column whose texts are masked: which of its cells hold something, and the column with others in their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from freetext.files.tabular.cells import Column, text_of, values_of
from freetext.files.tabular.dictionaries import with_cells, with_used_values
from freetext.files.tabular.suspects import suspects
from freetext.guard.phones import lost_its_lead
from freetext.guard.redactor import Redactor
from freetext.guard.spans import Span

if TYPE_CHECKING:
    import pyarrow as pa


def found_in(
    texts: list[tuple[int, str]], cells: Sequence[object], redactor: Redactor
) -> list[tuple[int, str, tuple[Span, ...]]]:
    """Give those of a column's texts in which something stands, each with its row among the `cells`.

    A cell that is no text may be a telephone number without its 0.
    """
    texts = [texts[place] for place in suspects([text for _, text in texts], redactor.candidate)]
    found = []
    for (row, text), spans in zip(texts, redactor.each_spans([text for _, text in texts]), strict=True):
        bare = not spans and not isinstance(cells[row], str) and "phone" in redactor.kinds and lost_its_lead(text)
        whole = (Span(0, len(text), "phone"),) if bare else spans
        if whole:
            found.append((row, text, whole))
    return found


def changed_cells(column: Column, cells: list[object], changed: dict[int, str]) -> Column:
    """Put texts into a column; one of Arrow's stays of its type."""
    new = [changed.get(row, cell) for row, cell in enumerate(cells)]
    return new if isinstance(column, Sequence) else _arrow(new, column)


def _arrow(cells: list[object], like: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa  # noqa: PLC0415 - an Arrow column is here: it is awake

    if pa.types.is_dictionary(like.type):
        return with_cells(cells, like)
    return pa.chunked_array([pa.array(cells, like.type)])


def of_texts(column: Column) -> Column:
    """Give an Arrow column that is typed as no text as one of texts, whether it holds personal data or not; dictionaries hold its cells alone.

    The rows of a file that is read batch by batch have one type, and what the batches behind this one hold is not known.
    """
    if isinstance(column, Sequence):
        return column
    import pyarrow as pa  # noqa: PLC0415 - an Arrow column is here: it is awake

    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if (
        pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
        or pa.types.is_string_view(kind)
        or pa.types.is_null(kind)
    ):
        return with_used_values(column)
    return pa.chunked_array(
        [pa.array([None if cell is None else text_of(cell) for cell in values_of(column)], pa.string())]
    )
