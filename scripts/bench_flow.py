"""One file coded in this process, Parquet to Parquet, with a clock beside it.

    python scripts/bench_flow.py MODEL OUT FILE ...

Run so, it loads the model and codes the files one after the other, once each; it writes the processor seconds of each by tenths of its
rows, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from freetext.files.disk.asleep import let_sleep
from freetext.files.modelling.models import load_model
from freetext.files.tabular.sinks import open_sink
from freetext.files.tabular.streams import open_stream
from freetext.interfaces.streaming import CodingPlan, coded_batches
from freetext.model.coder import Coder

WARMED = 2_000
PLAN = CodingPlan(text=("text",), id="id")


def flow(path: Path, coder: Coder, out: Path, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """Code a file as `freetext code` does; return the seconds of each tenth of its rows, between batches taken as even."""
    begun, ends, rows = clock(), [0.0], [0]
    with open_stream(path) as stream, open_sink(out, force=True) as sink:
        for batch in coded_batches(stream, PLAN, {"": coder}):
            sink.write(batch.whole())
            rows.append(rows[-1] + batch.table.size)
            ends.append(clock() - begun)
    ends[-1] = clock() - begun
    return [float(each) for each in np.diff(np.interp(np.linspace(0, rows[-1], 11), rows, ends))]


def warmed(coder: Coder, path: Path) -> Coder:
    """Code the first answers of a file once."""
    with open_stream(path) as stream:
        next(coded_batches(stream, PLAN, {"": coder}, size=WARMED))
    return coder


def main() -> None:
    """Time files."""
    let_sleep()  # as the command does
    model, out, *paths = sys.argv[1:]
    coder = Coder(load_model(model))
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    print(json.dumps([flow(Path(path), coder, Path(out), time.process_time) for path in paths]))


if __name__ == "__main__":
    main()
