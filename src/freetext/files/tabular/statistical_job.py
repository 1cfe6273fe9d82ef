"""SPSS, Stata and SAS files as pyreadstat gives them; runs in the process of `apart_job` only.

Nothing is interpreted here: numbers stay numbers, dates too; labels, missing values and formats travel as notes.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import numpy as np

from freetext.errors import InputError

if TYPE_CHECKING:
    from pyreadstat import metadata_container

READERS = {
    ".sav": "read_sav",
    ".zsav": "read_sav",
    ".por": "read_por",
    ".dta": "read_dta",
    ".sas7bdat": "read_sas7bdat",
    ".xpt": "read_xport",
}
USER_MISSING = {".sav", ".zsav", ".dta", ".sas7bdat"}
ENCODED = {".sav", ".zsav", ".dta", ".sas7bdat", ".xpt"}


def read_statistics(path: str, asked: Mapping[str, object]) -> tuple[dict[str, object], list[list[object]]]:
    """Read a file by its ending (`asked["ending"]`); notes and columns. Raises what pyreadstat raises."""
    import pyreadstat

    ending = str(asked["ending"])
    options: dict[str, object] = {"user_missing": True} if ending in USER_MISSING else {}
    if asked.get("encoding") and ending in ENCODED:
        options["encoding"] = asked["encoding"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = getattr(pyreadstat, READERS[ending])
        try:
            cells, meta = read(path, output_format="dict", disable_datetime_conversion=True, **options)
        except (pyreadstat.ReadstatError, UnicodeDecodeError) as error:
            if "encoding" in str(error) or isinstance(error, UnicodeDecodeError):
                what = "holds texts of another encoding than it says."
                raise InputError(what, remedy="Name it with --encoding, such as cp1252.") from error
            raise
    if len(cells) != len(meta.column_names):
        raise InputError("holds two variables of one name.", remedy="Rename one of them.")
    columns = [list(column) for column in cells.values()]
    tagged = [_untagged(column, meta.readstat_variable_types[name]) for name, column in cells.items()]
    columns = [column for column, _ in tagged]
    return {**_notes(meta), "tagged": [count for _, count in tagged]}, columns


def _untagged(cells: list[object], kind: str) -> tuple[list[object], int]:
    """A column without the letters that stand for missing answers in Stata and SAS, and how many there were.

    A number of four bytes is the shortest that is the same in four bytes: 2.1, not 2.0999999046325684.
    """
    if kind == "float":
        cells = [float(str(np.float32(cell))) if type(cell) is float else cell for cell in cells]
    if kind == "string" or str not in set(map(type, cells)):
        return cells, 0
    count = sum(type(cell) is str for cell in cells)
    return [None if type(cell) is str else cell for cell in cells], count


def _notes(meta: metadata_container) -> dict[str, object]:
    names = meta.column_names
    return {
        "names": [name or "" for name in names],
        "rows": meta.number_rows,
        "titles": [each or "" for each in meta.column_labels],
        "formats": [meta.original_variable_types[name] or "" for name in names],
        "kinds": [meta.readstat_variable_types[name] for name in names],
        "measures": [meta.variable_measure.get(name, "") for name in names],
        "values": [_pairs(meta.variable_value_labels.get(name)) for name in names],
        "missing": [meta.missing_ranges.get(name, []) for name in names],
        "sets": [[name, *_set(each)] for name, each in (getattr(meta, "mr_sets", None) or {}).items()],
        "encoding": meta.file_encoding or "",
    }


def _pairs(values: Mapping[float | int, str] | None) -> list[list[object]]:
    return [[code, label] for code, label in (values or {}).items()]


def _set(told: Mapping[str, object]) -> list[object]:
    return [told["label"], told["is_dichotomy"], told["counted_value"], cast("list[str]", told["variable_list"])]
