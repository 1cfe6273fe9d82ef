"""The other process: it takes an order, confines itself, reads one file and sends its cells; see `apart`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeAlias, cast

from freetext.errors import InputError
from freetext.files.tabular.apart import DAMAGED, OUT_OF_MEMORY, OVER_MEMORY, REFUSED
from freetext.files.tabular.apart_cells import parcels
from freetext.files.tabular.statistical_job import read_statistics
from freetext.files.tabular.workbooks_job import read_workbook

Job: TypeAlias = "Callable[[str, Mapping[str, object]], tuple[dict[str, object], list[list[object]]]]"
JOBS: Mapping[str, Job] = {"statistics": read_statistics, "workbook": read_workbook}
SHORT = ("allocate memory", "memory allocation", "map segment")
"""What a library says that has no room left."""


def main(order: Mapping[str, object]) -> None:
    """Do one job and send what came of it to standard output, which nothing else can write to meanwhile."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    confine(cast("int", order["memory"]), cast("int", order["seconds"]))
    notes, columns = _done(order)
    try:
        with out:
            out.writelines(parcels(notes, columns))
    except MemoryError:
        os._exit(OVER_MEMORY)


def _done(order: Mapping[str, object]) -> tuple[dict[str, object], list[list[object]]]:
    asked = cast("Mapping[str, object]", order["asked"])
    try:
        return JOBS[str(order["job"])](str(order["path"]), asked)
    except MemoryError:
        return {"trouble": OUT_OF_MEMORY}, []
    except InputError as error:
        return {"trouble": REFUSED, "said": error.what, "remedy": error.remedy}, []
    except BaseException as error:  # noqa: BLE001  (the panics of a Rust library are no Exception)
        said = str(error).partition("\n")[0].rstrip(". ")[:200]
        short = any(sign in said.lower() for sign in SHORT)
        return {"trouble": OUT_OF_MEMORY if short else DAMAGED, "said": said or type(error).__name__}, []


def confine(memory: int, seconds: int) -> None:
    """Take so many bytes and seconds at most, and write no file; where the system knows no limits, this does nothing."""
    try:
        import resource
    except ImportError:  # pragma: no cover
        return
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for kind, most in wanted:
        with suppress(ValueError, OSError):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(
                kind, (most, hard) if hard in (resource.RLIM_INFINITY, -1) or most <= hard else (hard, hard)
            )


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
