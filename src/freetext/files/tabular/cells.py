"""Single cells: from a typed value to its text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from freetext.files.tabular.arrow_cells import arrow_values
from freetext.files.tabular.moments import length_text

if TYPE_CHECKING:
    import pyarrow as pa

Column: TypeAlias = "Sequence[object] | pa.ChunkedArray"
"""The cells of one column, typed: a list (from CSV: of str), or Arrow's own column as Parquet gave it."""

EXACT = 2**53
"""Whole numbers up to here are the same as int and as float."""


def values_of(column: Column) -> list[object]:
    """Give a column's cells as Python values, None where there is none.

    Of an Arrow column a moment that Python has no room for (a nanosecond, a year 10000) comes as text. Raises ValueError for a cell
    that has neither a value nor a text.
    """
    if isinstance(column, list):
        return column
    return list(column) if isinstance(column, Sequence) else arrow_values(column)


def texts_of(column: Column) -> list[str]:
    """Give a column's cells as text; see `text_of`."""
    values = values_of(column)
    kinds = set(map(type, values))
    if kinds <= {str}:
        return cast("list[str]", list(values))
    if kinds <= {str, type(None)}:
        return cast("list[str]", [value or "" for value in values])
    return [text_of(value) for value in values]


def text_of(value: object) -> str:
    """Write one cell as text.

    None and not-a-number are empty, `3.0` is `3`, truth is `true` or `false`, dates and times are ISO 8601, durations `h:mm:ss`,
    a flat list is joined by `;`, anything nested is JSON.
    """
    if value is None or isinstance(value, str):
        return str(value or "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return _duration(value)
    return _whole_text(value)


def _whole_text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, (list, tuple)):
        flat = not any(isinstance(each, (list, tuple, dict)) for each in value)
        return ";".join(map(text_of, value)) if flat else _json(value)
    if isinstance(value, dict):
        return _json(value)
    plain = plain_of(value)
    return str(plain) if plain is value else text_of(plain)


def plain_of(value: object) -> object:
    """Turn numpy's scalars into Python's; anything else stays."""
    item = getattr(value, "item", None)
    return item() if callable(item) and type(value).__module__ == "numpy" else value


def _number(value: float) -> str:
    if value != value:  # noqa: PLR0124  (only not-a-number differs from itself)
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < EXACT else float.__repr__(value)


def _duration(value: dt.timedelta) -> str:
    seconds, finest = value.days * 86_400 + value.seconds, getattr(value, "nanoseconds", 0)  # pandas' have them
    return length_text((seconds * 10**6 + value.microseconds) * 1000 + finest)


def _json(value: Iterable[object]) -> str:
    return json.dumps(value, ensure_ascii=False, default=text_of)
