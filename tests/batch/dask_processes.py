"""A Dask scheduler and its workers, each a process that a test can kill."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parents[2]


@dataclass
class Cluster:
    """The processes; `address` is what `--scheduler` takes."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def running_cluster(folder: Path, workers: int = 1, options: Sequence[str] = ("--nthreads", "1")) -> Iterator[Cluster]:
    """Run a cluster whose scheduler file stands in the folder; all its processes end with the test."""
    file = folder / "scheduler.json"
    scheduler = _started(
        "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)
    )
    started = [
        _started(
            "dask_worker", "--scheduler-file", str(file), "--no-dashboard", "--local-directory", str(folder), *options
        )
        for _ in range(workers)
    ]
    try:
        end = time.monotonic() + 20
        while not file.is_file() and time.monotonic() < end:
            time.sleep(0.05)
        yield Cluster(str(file), scheduler, started)
    finally:
        for process in (*started, scheduler):
            process.terminate()
        for process in (*started, scheduler):
            _ended(process)


def _ended(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _started(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
        cwd=HOME,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
