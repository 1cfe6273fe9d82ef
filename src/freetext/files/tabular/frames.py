"""pandas at the public face: a frame in, a frame out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from freetext.files.tabular.cells import Column
from freetext.files.tabular.rows import Table

if TYPE_CHECKING:
    import pandas as pd


def table_of(frame: pd.DataFrame, *, file: str = "the frame") -> Table:
    """Make a table of a frame: columns in order, the index left out, missing values None."""
    names = tuple(str(name) for name in frame.columns)
    columns = tuple(_cells(frame.iloc[:, place]) for place in range(len(names)))
    return Table(file, names, columns, len(frame), first=0)


def _cells(series: pd.Series[Any]) -> Column:
    """A series of plain types as Arrow's column, which keeps the type; anything else as a list."""
    import pandas as pd
    import pyarrow as pa

    try:
        array = pa.array(series, from_pandas=True)
    except (pa.ArrowException, ValueError, TypeError, OverflowError):
        array = None
    if array is None or isinstance(array.type, pa.BaseExtensionType):
        missing = pd.isna(series).tolist()
        return [None if gone else value for value, gone in zip(series.tolist(), missing, strict=True)]
    return array if isinstance(array, pa.ChunkedArray) else pa.chunked_array([array])


def frame_of(table: Table) -> pd.DataFrame:
    """Make a frame of a table: text stays text, a blank cell of a CSV is an empty text and no NaN."""
    import pandas as pd

    frame = pd.DataFrame(
        {place: _series(column) for place, column in enumerate(table.columns)}, index=range(table.size)
    )
    frame.columns = pd.Index(list(table.names))
    return frame


def _series(column: Column) -> pd.Series[Any]:
    import pandas as pd
    import pyarrow as pa

    if isinstance(column, (pa.ChunkedArray, pa.Array)):
        return cast("pd.Series[Any]", column.to_pandas())
    if all(isinstance(value, str) for value in column):
        return pd.Series(cast("list[str]", column), dtype="str")
    return pd.Series(cast("list[Any]", column), dtype="object").infer_objects()
