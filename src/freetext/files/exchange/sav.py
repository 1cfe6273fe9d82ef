"""SPSS files out: .sav and .zsav."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

from freetext.files.disk.places import check_output
from freetext.files.exchange.dataset import Dataset, Variable
from freetext.files.exchange.names import renamed, spss_names
from freetext.files.exchange.sav_sets import with_sets
from freetext.files.exchange.statistical_back import with_codes
from freetext.files.exchange.statistical_out import (
    SAV_ENDINGS,
    STAMP,
    Changes,
    Column,
    Program,
    StatisticalWritten,
    beside,
    require_pyreadstat,
    sheaf_of,
    since_midnight,
    unwritten,
)

START = dt.datetime(1582, 10, 14)  # noqa: DTZ001  (SPSS knows no zones)
FORMATS = {"whole": "F8.0", "decimal": "F12.4", "date": "SDATE10", "datetime": "DATETIME23.2", "time": "TIME11.2"}
WIDEST = 40
"""Characters that SPSS shows of a number at most."""
CREATED = 92
"""Where the header says when the file was made: `01 Jan 80`, `00:00:00`."""


def number_of(moment: dt.date | dt.time) -> float:
    """Seconds since SPSS begins to count, or since midnight."""
    if isinstance(moment, dt.time):
        return since_midnight(moment).total_seconds()
    whole = moment if isinstance(moment, dt.datetime) else dt.datetime.combine(moment, dt.time())
    return (whole - START).total_seconds()


SPSS = Program("SPSS", 32_767, 120, 256, 64, sys.float_info.max, FORMATS, number_of, in_bytes=True, any_code=True)


def write_sav(dataset: Dataset, path: str | Path, *, force: bool = False) -> StatisticalWritten:
    """Write a data set for SPSS, whole or not at all; .zsav packs it tighter (SPSS 21 and newer).

    Names are made valid and unique, texts end at 32,767 bytes, labels of values at 120 and of variables at 256; the result says
    what was changed. SPSS knows no blanks at the end of a text, and no difference between an empty one and none. Response sets go
    into the file as well (an option is ticked by 1), and codes of missing answers, declared as such. The same data give the same bytes. Raises OutputError, InputError without pyreadstat.
    """
    return write_whole_sav(with_codes(dataset), path, force=force)


def write_whole_sav(dataset: Dataset, path: str | Path, *, force: bool = False) -> StatisticalWritten:
    """Write a data set that `with_codes` gave, as `write_sav` does: the codes of missing answers stand in its cells."""
    require_pyreadstat(path)
    check_output(path, force=force, endings=SAV_ENDINGS)
    import pyreadstat

    names, changes = spss_names([each.name for each in dataset.variables]), Changes()
    packed = Path(path).suffix.lower() == ".zsav"
    with beside(path, force=force) as (place, out):
        sheaf = sheaf_of(dataset, names, SPSS, changes, path=path)
        shown = {name: _wide(form, sheaf.columns[name]) for name, form in sheaf.formats.items()}
        try:
            pyreadstat.write_sav(
                sheaf.frame(dataset.size),
                str(place),
                file_label=SPSS.within(dataset.title.replace("\0", ""), SPSS.title),
                column_labels=sheaf.titles,
                compress=packed,
                row_compress=not packed,
                variable_value_labels=sheaf.labels_of,
                variable_measure={name: each.measure for name, each in zip(names, dataset.variables, strict=True)},
                variable_format=shown,
                missing_ranges={
                    name: missing_of(each) for name, each in zip(names, dataset.variables, strict=True) if each.missing
                },
            )
        except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError) as error:
            raise unwritten(error, path) from error
        originals = [each.name for each in dataset.variables]
        out.write(with_sets(_stamped(place.read_bytes()), dataset.sets, dict(zip(originals, names, strict=True))))
    gone = renamed([each.name for each in dataset.variables], names)
    return StatisticalWritten(str(path), dataset.size, names, gone, changes.cut, changes.labels_cut, changes.stripped)


def _wide(form: str, column: Column) -> str:
    """A format of numbers, as wide as the largest of them is written; another as it is."""
    width, point, places = form.removeprefix("F").partition(".")
    if not (form.startswith("F") and point):
        return form
    import pandas as pd

    numbers = pd.Series(column).dropna()
    largest = max(len(f"{end:.0f}") for end in (numbers.min(), numbers.max())) if len(numbers) else 0
    needed = largest + (int(places) + 1 if places != "0" else 0)
    return f"F{min(max(int(width), needed), WIDEST)}.{places}"


def missing_of(variable: Variable) -> list[Any]:
    """The codes of a variable that are no answers, as pyreadstat takes them."""
    return [low if low == high else {"lo": low, "hi": high} for low, high in variable.missing]


def _stamped(head: bytes) -> bytes:
    stamp = STAMP.strftime("%d Jan %y%H:%M:%S").encode()
    return head[:CREATED] + stamp + head[CREATED + len(stamp) :]
