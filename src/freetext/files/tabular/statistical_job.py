"""SPSS, Stata and SAS files as pyreadstat gives them; runs in the process of `apart_job` only.

Nothing is interpreted here: numbers stay numbers, dates too; labels, missing values and formats travel as notes.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import numpy as np

from freetext.errors import InputError
from freetext.files.tabular.statistical_records import counted_values

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
DICTIONARY = 1 << 26
"""Bytes at the beginning of a file in which its dictionary ends."""
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
    return {**_notes(meta), "tagged": [letters for _, letters in tagged], "sets": _sets(meta, path)}, columns


def _untagged(cells: list[object], kind: str) -> tuple[list[object], dict[str, list[int]]]:
    """A column without the letters that stand for missing answers in Stata and SAS, and where each stood, from 0.

    A number of four bytes is the shortest that is the same in four bytes: 2.1, not 2.0999999046325684.
    """
    if kind == "float":
        cells = [float(str(np.float32(cell))) if type(cell) is float else cell for cell in cells]
    letters: dict[str, list[int]] = {}
    if kind == "string" or str not in set(map(type, cells)):
        return cells, letters
    for place, cell in enumerate(cells):
        if type(cell) is str:
            letters.setdefault(cell, []).append(place)
    return [None if type(cell) is str else cell for cell in cells], letters


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
        "encoding": meta.file_encoding or "",
    }


def _pairs(values: Mapping[float | int, str] | None) -> list[list[object]]:
    return [[code, label] for code, label in (values or {}).items()]


def _sets(meta: metadata_container, path: str) -> list[list[object]]:
    """The multiple-response sets; a counted value that is a text is read from the file itself, for pyreadstat leaves it out."""
    told: Mapping[str, Mapping[str, object]] = getattr(meta, "mr_sets", None) or {}
    counted: Mapping[str, str] = {}
    if any(each["is_dichotomy"] and each["counted_value"] is None for each in told.values()):
        with open(path, "rb") as handle:  # noqa: PTH123  (a path as the order has it)
            counted = counted_values(handle.read(DICTIONARY))
    return [[name, *_set(each, counted.get(name))] for name, each in told.items()]


def _set(told: Mapping[str, object], counted: str | None) -> list[object]:
    value = counted if told["counted_value"] is None else told["counted_value"]
    return [told["label"], told["is_dichotomy"], value, cast("list[str]", told["variable_list"])]
