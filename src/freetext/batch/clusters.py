"""Run the parts on a Dask cluster, one that is there or one of processes of this machine.

By Dask's own client: joblib's backend for Dask never returns when a part has killed its workers (joblib 1.6).
"""

from __future__ import annotations

import logging
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from itertools import islice
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, Final, Generic
from uuid import uuid4

from freetext.batch.tasks import P, R, Run, Task
from freetext.errors import UsageError
from freetext.files.disk.asleep import let_sleep

CONNECTING: Final = 10
"""Seconds in which a scheduler must answer."""

WAITING: Final = 300
"""Seconds in which a first worker must come, and for which the cluster may be without any later."""

ADDRESS: Final = re.compile(r"([a-z]+://)?[^/\s]+:[0-9]+")
"""How a scheduler is called: protocol, host and port."""

LOOKS: Final = 5.0
"""Seconds between two looks at the cluster."""

OURS: Final = {
    "distributed.scheduler.allowed-failures": 1,
    "distributed.comm.timeouts.connect": f"{CONNECTING}s",
    "distributed.worker.profile.enabled": False,
    "distributed.nanny.pre-spawn-environ": {"OMP_NUM_THREADS": 1, "MKL_NUM_THREADS": 1, "OPENBLAS_NUM_THREADS": 1},
}
"""Of a cluster of our own: how many deaths of its worker a part survives before it is tried alone, how long a dead worker is called,
no profile of what workers do, and threads as loky has them. Dask would set MALLOC_TRIM_THRESHOLD_ too, by which every array's memory goes
back to the system and is fetched again: coding took two thirds longer."""

KILLED: Final = (
    "its worker was killed again and again, the last times with no other part under way, most often for want of memory: "
    "split the part, or give the workers more memory."
)

AGAIN: Final = ("pending", "lost")
"""What Dask calls a part that was done by a worker which is gone before it could be asked: it is with another one."""

STANDS: Final = "What is done stands: the same command again does the rest."


def on_dask(run: Run[P, R], address: str, workers: int, *, patience: float = WAITING) -> None:
    """Run on the cluster at an address, or on one of `workers` processes without an address.

    Dask itself gives the parts of a lost worker to others; one that loses several is tried alone before it is given up. Raises
    UsageError when Dask is not installed, nobody answers, no worker is there for `patience` seconds, or the scheduler is lost.
    """
    distributed = _distributed()
    with _quiet(), _cluster(distributed, address, workers) as client, _watched(client, patience) as watch:
        try:
            round_trip = _RoundTrip(run, distributed, client, watch)
            deadly = round_trip.settle(list(run.unfinished))
            for place in deadly:
                if round_trip.settle([place]):
                    run.fail(place, KILLED)
        except (distributed.CancelledError, distributed.comm.CommClosedError, TimeoutError) as error:
            raise UsageError(_lost(address, patience, starved=watch.starved)) from error
        except _NotTaken as error:
            raise UsageError(
                f"{_named(address)}: the workers cannot take the work ({error}); freetext must be installed where they run, "
                f"in the version that runs here. {STANDS}"
            ) from error


class _NotTaken(Exception):
    """A worker could not even begin."""


class _RoundTrip(Generic[P, R]):
    """Parts on their way to a cluster and back, two a core at most, so that a long list is no burden to the scheduler."""

    def __init__(self, run: Run[P, R], distributed: Any, client: Any, watch: _Watch) -> None:
        self._run, self._distributed, self._client, self._watch = run, distributed, client, watch

    def settle(self, places: list[int]) -> list[int]:
        """Bring these parts home; gives those whose workers died, as often as the cluster allows."""
        from freetext import __version__  # noqa: PLC0415  # the package's face looks at all rooms

        tasks = self._run.tasks(places, version=__version__)
        under_way: dict[Any, int] = {}
        deadly: list[int] = []
        waiting = self._distributed.as_completed(loop=self._client.loop)
        while self._send(tasks, under_way, waiting):
            future = next(waiting)
            if future.status in AGAIN:
                waiting.add(future)
                continue
            place = under_way.pop(future)
            if future.status == "finished":
                self._run.settle([future.result()])
            elif self._killed(future):
                deadly.append(place)
        return [place for place in deadly if place in self._run.unfinished]

    def _send(self, tasks: Iterator[Task[P, R]], under_way: dict[Any, int], waiting: Any) -> bool:
        """Fill the queue; whether anything is under way."""
        for task in islice(tasks, max(0, 2 * max(1, self._watch.cores) - len(under_way))):
            future = self._client.submit(task, key=f"{task}-{uuid4().hex}", pure=False)
            under_way[future] = task.place
            waiting.add(future)
        return bool(under_way)

    def _killed(self, future: Any) -> bool:
        """Whether the workers of a part died; raises what else may have gone wrong with it."""
        if future.status != "error":
            raise self._distributed.CancelledError
        error = future.exception(timeout=CONNECTING)
        if isinstance(error, self._distributed.scheduler.KilledWorker):
            return True
        if isinstance(error, (self._distributed.CancelledError, TimeoutError)):
            raise error
        raise _NotTaken(f"{type(error).__name__}: {str(error)[:120]}")


@contextmanager
def _cluster(distributed: Any, address: str, workers: int) -> Iterator[Any]:
    if address:
        with _connected(distributed, address) as client:
            yield client
        return
    dask = import_module("dask")
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(OURS))
        with _deaf():
            cluster = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=logging.CRITICAL,
                )
            )
        client = stack.enter_context(distributed.Client(cluster, set_as_default=False))
        client.run(let_sleep)  # in workers that are ours alone, as in those of loky
        yield client


@contextmanager
def _quiet() -> Iterator[None]:
    """Without Dask's own log: what happens to the cluster is told here, in one line."""
    handlers = logging.getLogger("distributed").handlers
    before = [handler.level for handler in handlers]
    for handler in handlers:
        handler.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for handler, level in zip(handlers, before, strict=False):
            handler.setLevel(level)


@contextmanager
def _deaf() -> Iterator[None]:
    """Begin threads and processes that do not hear Ctrl-C: it is the driver's to end them, and theirs to say nothing of it."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover
        yield
        return
    resource_tracker.ensure_running()  # which would let the thread hear again that starts it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _connected(distributed: Any, address: str) -> Iterator[Any]:
    by_file = address.endswith(".json")
    if by_file and not Path(address).is_file():
        raise UsageError(f"{_named(address)}: no such scheduler file.")
    if not by_file and not ADDRESS.fullmatch(address):
        raise UsageError(
            f"{_named(address)}: an address reads like tcp://host:8786; `--scheduler local` starts a cluster here."
        )
    try:
        named = {"scheduler_file": address} if by_file else {"address": address}
        client = distributed.Client(**named, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(
            f"{_named(address)}: no Dask scheduler answers there within {CONNECTING} seconds; is it running, and does the "
            "address read like tcp://host:8786? `--scheduler local` starts one on this machine."
        ) from error
    try:
        yield client
    finally:
        with suppress(Exception):  # a scheduler that is gone cannot be told good-bye
            client.close(timeout=CONNECTING)


class _Watch:
    """Looks at the cluster now and then, and closes the client when there was no worker for too long: who waits is freed by it."""

    def __init__(self, client: Any, patience: float) -> None:
        self._client, self._patience, self._over = client, patience, threading.Event()
        self.cores, self.starved = self._counted(), False

    def _counted(self) -> int:
        return sum(self._client.ncores().values())

    def run(self) -> None:
        """Look until it is over."""
        without, look = 0.0, min(LOOKS, self._patience / 4)
        while not self._over.wait(look):
            with suppress(Exception):  # a scheduler that is lost is noticed by who waits
                self.cores = self._counted()
                without = 0.0 if self.cores else without + look
            if without >= self._patience:
                self.starved = True
                self._client.close(timeout=CONNECTING)
                return

    def stop(self) -> None:
        """Say that it is over."""
        self._over.set()


@contextmanager
def _watched(client: Any, patience: float) -> Iterator[_Watch]:
    watch = _Watch(client, patience)
    thread = threading.Thread(target=watch.run, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.stop()
        thread.join(timeout=2 * CONNECTING)


def _lost(address: str, patience: float, *, starved: bool) -> str:
    if starved:
        return f"{_named(address)}: the cluster has had no worker for {patience:.0f} seconds. Start workers. {STANDS}"
    return (
        f"{_named(address)}: the connection to the scheduler is lost. {STANDS} "
        "Start the cluster anew first, or use `--workers N` on this machine."
    )


def _named(address: str) -> str:
    return f"--scheduler {address or 'local'}"


def _distributed() -> Any:
    try:
        distributed = import_module("distributed")
        import_module("dask")
    except ImportError as error:
        raise UsageError("--scheduler needs Dask: pip install 'freetext[dask]'") from error
    import_module("distributed.scheduler")
    return distributed
