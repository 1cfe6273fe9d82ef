"""Stata files out: .dta of version 118, for Stata 14 and newer."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.disk.places import check_output
from freetext.files.exchange.dataset import Dataset
from freetext.files.exchange.names import renamed, stata_names
from freetext.files.exchange.statistical_out import (
    DTA_ENDINGS,
    STAMP,
    Changes,
    Program,
    StatisticalWritten,
    beside,
    poured,
    require_pyreadstat,
    sheaf_of,
    since_midnight,
    unwritten,
)

START = dt.datetime(1960, 1, 1)  # noqa: DTZ001  (Stata knows no zones)
FORMATS = {"date": "%td", "datetime": "%tc", "time": "%tcHH:MM:SS"}
MOST = 32_767
"""Variables of a file of this version."""
CREATED = re.compile(rb"<timestamp>\x11.{17}</timestamp>", re.DOTALL)
HEAD = 1024


def number_of(moment: dt.date | dt.time) -> float:
    """Days since Stata begins to count for a date; milliseconds for a moment, and since midnight for a time."""
    if isinstance(moment, dt.time):
        return since_midnight(moment) / dt.timedelta(milliseconds=1)
    if isinstance(moment, dt.datetime):
        return (moment - START) / dt.timedelta(milliseconds=1)
    return float((moment - START.date()).days)


STATA = Program("Stata", 0, 32_000, 80, 80, 2.0**1023, FORMATS, number_of, in_bytes=False)


def write_dta(dataset: Dataset, path: str | Path, *, force: bool = False) -> StatisticalWritten:
    """Write a data set for Stata 14 and newer, whole or not at all.

    Names are made valid and unique, labels of variables end at 80 characters; the result says what was changed. Stata knows no
    difference between an empty text and none. The same data give the same bytes. Raises OutputError, InputError without pyreadstat.
    """
    require_pyreadstat(path)
    check_output(path, force=force, endings=DTA_ENDINGS)
    if len(dataset.variables) > MOST:
        raise OutputError(path, f"{len(dataset.variables):,} variables; Stata takes {MOST:,}.")
    import pyreadstat

    names, changes = stata_names([each.name for each in dataset.variables]), Changes()
    with beside(path, force=force) as (place, out):
        sheaf = sheaf_of(dataset, names, STATA, changes, path=path)
        try:
            pyreadstat.write_dta(
                sheaf.frame(dataset.size),
                str(place),
                file_label=STATA.within(dataset.title.replace("\0", ""), STATA.title),
                column_labels=sheaf.titles,
                version=14,
                variable_value_labels=sheaf.labels_of,
                variable_format=sheaf.formats,
            )
        except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError) as error:
            raise unwritten(error, path) from error
        poured(place, out, _stamped, HEAD)
    gone = renamed([each.name for each in dataset.variables], names)
    return StatisticalWritten(str(path), dataset.size, names, gone, changes.cut, changes.labels_cut, changes.stripped)


def _stamped(head: bytes) -> bytes:
    stamp = STAMP.strftime("%d Jan %Y %H:%M").encode()
    return CREATED.sub(b"<timestamp>\x11" + stamp + b"</timestamp>", head, count=1)
