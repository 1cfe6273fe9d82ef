"""Run one function over many parts: on the cores of this machine or on a cluster; whoever dies, nothing is lost.

joblib carries all of it. A part's own error is a failure of that part. A worker that is killed takes its pool with it: what is
unfinished is tried again, and a part that has ended with its worker three times, the last time alone, is named and left.
"""

from __future__ import annotations

import os
import signal
import tempfile
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from joblib import Parallel, delayed, effective_n_jobs
from joblib.externals.loky import BrokenProcessPool

from freetext.batch.tasks import Failure, P, R, Run, Task
from freetext.errors import UsageError
from freetext.files.disk.asleep import let_sleep
from freetext.files.disk.processes import began, is_running

LOCAL: Final = "local"
"""The scheduler that is started here and ends with the run."""

ACTIVE: Final = "joblib"
"""The scheduler that the caller has chosen by `joblib.parallel_config`, such as Ray's."""

DEATHS: Final = 3
"""How often a part may end with its worker; the last time it is alone."""

KILLED: Final = (
    f"its worker was killed {DEATHS} times, the last time with no other part under way, most often for want of memory: "
    "split the part, or give the workers more memory."
)

LOST: Final = (
    "--scheduler joblib: a worker of the active backend was killed, most often for want of memory. What is done stands: "
    "the same command again does the rest; with --workers N a part that kills its workers is found and named."
)

WAVE: Final = 4
"""Parts a worker that are handed at a time to a backend which gives all results at once."""


def run_parts(
    parts: Sequence[P],
    work: Callable[[P], R],
    *,
    workers: int = 1,
    scheduler: str = "",
    on_done: Callable[[P, R], None] = lambda _part, _row: None,
) -> list[Failure[P]]:
    """Call `work` on every part, and `on_done` here on each part and row as they come, in no order; return what failed.

    `work` can be pickled, and so can its rows, which should be small; no more than two parts a worker are under way. With
    `workers` 1 everything happens in this process. `scheduler` is empty for processes of this machine, `local` for a Dask
    cluster of `workers` processes, an address (`tcp://...`) or a scheduler file (`.json`) for a Dask cluster that is there, or
    `joblib` for the backend that is active. Raises UsageError for a scheduler that cannot be used or that is lost on the way;
    what is done by then stands.
    """
    run = Run(parts, work, on_done)
    if scheduler == ACTIVE:
        _on_active(run)
    elif scheduler:
        from freetext.batch.clusters import on_dask  # noqa: PLC0415  # Dask is an extra

        on_dask(run, "" if scheduler == LOCAL else scheduler, workers)
    elif workers == 1:
        run.settle(task() for task in run.tasks(list(run.unfinished)))
    else:
        _on_processes(run, effective_n_jobs(workers))
    run.end()
    return run.failures


def _on_processes(run: Run[P, R], workers: int) -> None:
    """Run on processes of this machine; a part that was under way at two deaths has the pool for itself."""
    deaths: Counter[int] = Counter()
    barren = 0
    while run.unfinished and not run.full:
        calm = [place for place in run.unfinished if deaths[place] < DEATHS - 1]
        places = sorted(calm, key=lambda place: deaths[place]) or [next(iter(run.unfinished))]
        with tempfile.TemporaryDirectory(prefix="freetext-") as marks:
            try:
                _settle_pool(run, places, marks, workers)
            except BrokenProcessPool as error:
                begun = {int(each.name) for each in Path(marks).iterdir()} & run.unfinished.keys()
                barren = 0 if begun else barren + 1
                if barren == DEATHS:
                    raise UsageError("no worker could be started; try --workers 1.") from error
                deaths.update(begun)
        for place in [place for place in run.unfinished if deaths[place] >= DEATHS]:
            run.fail(place, KILLED)


def _settle_pool(run: Run[P, R], places: Iterable[int], marks: str, workers: int) -> None:
    pool = Parallel(
        n_jobs=max(workers, 2),  # one would be this process, and a part that kills its worker would kill the run
        backend="loky",
        return_as="generator_unordered",
        batch_size=1,
        inner_max_num_threads=1,
        initializer=_begin_worker,
        initargs=(os.getpid(), began(os.getpid())),
    )
    with _quiet(), closing(pool(map(_call, run.tasks(places, marks=marks)))) as done:
        run.settle(done)


def _on_active(run: Run[P, R]) -> None:
    """Run under the backend that the caller has chosen; some give results one by one, some only all at once."""
    try:
        with Parallel(batch_size=1) as pool:
            left = list(run.unfinished)
            step = WAVE * max(1, effective_n_jobs(pool.n_jobs))
            for start in range(0, len(left), step):
                run.settle(pool(map(_call, run.tasks(islice(left, start, start + step)))))
    except BrokenProcessPool as error:
        raise UsageError(LOST) from error


def _call(task: Task[P, R]) -> Any:
    """A task as joblib wants it: a call and its arguments."""
    return delayed(task)()


def _begin_worker(driver: int, begun: str) -> None:
    """Leave Ctrl-C to the driver, and end with it; wake nothing that coding has no use for."""
    let_sleep()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(driver, begun), daemon=True).start()


def _end_with(driver: int, begun: str) -> None:
    while is_running(driver, begun):
        time.sleep(0.5)
    os._exit(1)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without joblib's remarks on workers that were replaced and tasks that were given up: both are dealt with here."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="A worker stopped while some jobs")
        warnings.filterwarnings("ignore", message=".*tasks (which )?(were|have been).*")
        yield
