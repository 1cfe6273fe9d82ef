"""What an answer costs, step by step: microseconds from reading to writing, each step timed alone, best of three."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from bench_flow import PLAN
from bench_marks import Ledger, Mark
from freetext.files.tabular.sinks import open_sink
from freetext.files.tabular.streams import open_stream
from freetext.files.tabular.tables import Table
from freetext.interfaces.streaming import coded_batches
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from profile_coding import best, steps

BATCH = 32_768


def step_rows(model: Model, array: pa.StringArray, folder: Path, ledger: Ledger) -> None:
    """Time the steps of coding, and those of the file around them."""
    arrays = [array.slice(start, BATCH) for start in range(0, len(array), BATCH)]
    found: dict[str, float] = {"read Parquet": 0.0, **steps(model, arrays), **file_steps(model, folder)}
    each = {name: 1000 * milliseconds / len(array) for name, milliseconds in found.items()}
    what = "steps of an answer, file to file, together"
    ledger.keep(Mark("steps", what, sum(each.values()), "microseconds", figures=each))


def file_steps(model: Model, folder: Path) -> dict[str, float]:
    """Time reading, our columns and writing, in milliseconds, on the file that `file_rows` has left."""
    coder: Any = Coder(model)
    stream = open_stream(folder / "answers.parquet")
    coded = list(coded_batches(stream, PLAN, {"": coder}))
    whole = [batch.whole() for batch in coded]
    return {
        "read Parquet": best(lambda: list(stream.batches())),
        "make our columns": best(lambda: [batch.whole() for batch in coded]),
        "write Parquet": best(lambda: write(whole, folder / "steps.parquet")),
    }


def write(tables: list[Table], path: Path) -> None:
    """Write tables as one file."""
    with open_sink(path, force=True) as sink:
        for table in tables:
            sink.write(table)
