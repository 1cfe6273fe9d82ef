"""Run a command as a process of its own: its seconds, its processor seconds, and the most memory that it ever held.

    python scripts/bench_peak.py COMMAND ...

This file is run as a process too, in between: a new process begins with the peak of the one that made it, and only one that has
imported nothing is small. So the peak is that of the command, or of the largest of its own children that it waited for. What they
all hold together is looked at four times a second where that is asked for, shared pages counted once (Linux only).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "NO_COLOR": "1"}
LOOKED = 0.25
"""Seconds between two looks at what all processes hold."""

MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""What `ru_maxrss` counts a megabyte in: kilobytes, on macOS bytes."""


class Ran(NamedTuple):
    """What a command took.

    seconds    by the clock
    processor  processor seconds, with those of its children
    peak       megabytes at most of one process
    together   megabytes at most of all its processes, sampled; 0 where nobody asked, or the system does not tell
    said       what it wrote
    """

    seconds: float
    processor: float
    peak: float
    together: float
    said: str


def ran(
    command: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    folder: str | None = None,
    together: bool = False,
) -> Ran:
    """Run a command and measure it; one that fails ends the bench with what it said.

    Only where it is asked for is looked at what all processes hold `together`: a look takes a core for some hundredths of a second.
    """
    looking = {"FREETEXT_BENCH_LOOK": "1"} if together else {}
    done = subprocess.run(
        [sys.executable, "-S", __file__, *command],
        capture_output=True, text=True, check=False, cwd=folder, env={**os.environ, **ONE_THREAD, **looking, **(environment or {})},
    )  # fmt: skip
    told, _, figures = done.stdout.rpartition("\n")
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr}{done.stdout}")
    seconds, processor, peak, held_together = json.loads(figures)
    return Ran(seconds, processor, peak, held_together, told)


def python(script: str, *words: object, cores: int | None = None) -> Ran:
    """Run one of our scripts; on one core or two, where the system lets processes be tied to cores."""
    tied = {} if cores is None else {"FREETEXT_BENCH_CORES": str(cores)}
    return ran([sys.executable, script, *map(str, words)], environment=tied)


def tie(cores: int) -> None:
    """Keep this process, and what it starts, to so many cores; where the system cannot, nothing is done."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def measured(command: Sequence[str]) -> int:
    """Run a command, let its output through, and write its figures as the last line."""
    if wanted := os.environ.get("FREETEXT_BENCH_CORES"):
        tie(int(wanted))
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    together, done = [0.0], threading.Event()
    looking = threading.Thread(target=look, args=(process.pid, together, done))
    if os.environ.get("FREETEXT_BENCH_LOOK"):
        looking.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    done.set()
    if looking.is_alive():
        looking.join()
    figures = [seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE, together[0]]
    sys.stdout.write("\n" + json.dumps(figures))
    return os.waitstatus_to_exitcode(status)


def look(process: int, most: list[float], done: threading.Event) -> None:
    """Keep the most megabytes that a process and all below it hold together, until it is done."""
    while not done.wait(LOOKED):
        most[0] = max(most[0], sum(map(held, below(process))))


def below(process: int) -> Iterator[int]:
    """Yield a process and all that it started, and they."""
    yield process
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as told:  # noqa: PTH123 - pathlib is heavy
            children = told.read().split()
    except OSError:
        return
    for child in children:
        yield from below(int(child))


def held(process: int) -> float:
    """Return the megabytes of a process, its part of the shared ones; 0 where it has gone or nobody tells."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as told:  # noqa: PTH123 - pathlib is heavy
            return sum(int(line.split()[1]) for line in told if line.startswith("Pss:")) / 1024
    except OSError:
        return 0.0


if __name__ == "__main__":
    sys.exit(measured(sys.argv[1:]))
