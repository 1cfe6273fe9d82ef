"""A stranger's file, read in a process of its own that may crash, hang or run out of memory without harm to this one.

The libraries behind it are written in C and Rust: a few changed bytes make them end their process, and a file of 5 KB can claim more
cells than any machine has. So the reading is done elsewhere with limits, and only plain cells come back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import BinaryIO, cast

from freetext.errors import InputError
from freetext.files.tabular.apart_cells import received
from freetext.files.tabular.unpacked import most_of

MEMORY, TIMES = 1 << 28, 6
"""Bytes of memory that the process needs before it reads anything (with room to spare), and how many times what a large file
may unpack to it has beside them."""
SMALL, LEAST, MORE = 1 << 20, 40_000_000, 300
"""Up to how many bytes a file is small; what the reading of one may take beside `MEMORY`: so many bytes, and more for each of its own."""
SECONDS, QUICK, PACE = 30.0, 5.0, 500_000
"""Seconds of processor time that a reading may take at most, a small one, and how many bytes of the file earn one more."""
PATIENCE = 6
"""How many times its seconds a reading may last by the clock, for other work may hold it up."""
OUT_OF_MEMORY, DAMAGED, REFUSED = "out of memory", "damaged", "refused"
"""What the process can say instead of cells."""
OVER_TIME, OVER_MEMORY = -24, 77
"""How the process ends when its seconds are used up (SIGXCPU), and when there is no room to send what it read."""
REMEDY = "Open it in the program that made it and save it again, or export it as .csv."


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reading may use: bytes of memory, seconds of processor time, and bytes that come back."""

    memory: int
    seconds: float
    most: int

    @classmethod
    def of(cls, size: int) -> Limits:
        """The limits for a file of `size` bytes; a small one that needs half a gigabyte or long thought is made to harm."""
        if size < SMALL:
            room = LEAST + MORE * size
            return cls(MEMORY + room, QUICK, room)
        most = most_of(size)
        seconds = min(SECONDS, QUICK + (size - SMALL) / (PACE / 5)) + (size - SMALL) / PACE
        return cls(MEMORY + TIMES * most, seconds, most)


@dataclass(frozen=True, slots=True, eq=False)
class Sent:
    """What came back: notes of the reader, and the cells by column; whole numbers are int, blank ones None."""

    notes: Mapping[str, object]
    columns: tuple[list[object], ...]


def read_apart(job: str, path: str | Path, asked: Mapping[str, object], limits: Limits) -> Sent:
    """Have a file read by one of the jobs of `apart_job`; raises InputError for whatever happens to the process."""
    order = {
        "job": job,
        "path": str(Path(path).absolute()),
        "memory": limits.memory,
        "seconds": ceil(limits.seconds),
        "asked": dict(asked),
    }
    with _started(order, file=path) as process:
        stop = threading.Timer(PATIENCE * limits.seconds, process.kill)
        stop.start()
        sent = None
        try:
            sent = _sent(process, limits, file=path)
        finally:
            late = not stop.is_alive()
            stop.cancel()
            if sent is None:
                process.kill()
    if sent is not None:
        return sent
    raise _broken(process.returncode, limits, late=late, file=path)


def _started(order: Mapping[str, object], *, file: str | Path) -> subprocess.Popen[bytes]:
    """Begin the process: it finds the same modules, and none in the folder where it happens to stand."""
    if not sys.executable:
        raise InputError("is read by a second Python, and this one does not know where it stands.", file=file)
    own = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}
    try:
        return subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            [sys.executable, "-P", "-B", "-m", "freetext.files.tabular.apart_job", json.dumps(order)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **own},
        )
    except OSError as error:
        said = error.strerror or str(error)
        raise InputError(f"is read by a second process, which cannot be started: {said}.", file=file) from error


def _sent(process: subprocess.Popen[bytes], limits: Limits, *, file: str | Path) -> Sent | None:
    """What the process sends, None where it ended in the middle; raises InputError for what it says instead."""
    try:
        notes, columns = received(_Counted(cast("BinaryIO", process.stdout), limits.most))
    except _TooMuchError:
        raise InputError(f"unpacks to more than {limits.most / 2**30:.2g} GB.", file=file, remedy="Part it.") from None
    except (ValueError, EOFError, KeyError, TypeError):
        return None
    trouble = notes.get("trouble")
    if trouble == OUT_OF_MEMORY:
        raise _greedy(limits, file=file)
    if trouble == REFUSED:
        raise InputError(str(notes["said"]), file=file, remedy=str(notes["remedy"]))
    if trouble:
        raise InputError(f"cannot be read ({notes['said']}).", file=file, remedy=REMEDY)
    return Sent(notes, tuple(columns))


def _broken(code: int | None, limits: Limits, *, late: bool, file: str | Path) -> InputError:
    """Say how the process ended: killed for its time, or for its memory, or by its own fault."""
    if late or code == OVER_TIME:
        what = f"cannot be read within {limits.seconds:.0f} seconds; is it damaged?"
        return InputError(what, file=file, remedy=REMEDY)
    if code == OVER_MEMORY:
        return _greedy(limits, file=file)
    return InputError("is damaged, or claims more than it holds: its reader broke off.", file=file, remedy=REMEDY)


def _greedy(limits: Limits, *, file: str | Path) -> InputError:
    what = f"needs more than {limits.memory / 2**30:.2g} GB of memory; is it damaged?"
    return InputError(what, file=file, remedy=REMEDY)


class _TooMuchError(Exception):
    """More bytes came back than a file of this size may unpack to."""


class _Counted:
    """A stream that gives no more than so many bytes."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        """Read from this stream."""
        self._stream, self._left = stream, most

    def line(self) -> bytes:
        """One line; of more than there may be, nothing."""
        return self._taken(self._stream.readline(self._left + 1))

    def read(self, size: int) -> bytes:
        """So many bytes, or EOFError."""
        if size > self._left:
            raise _TooMuchError
        data = self._taken(self._stream.read(size))
        if len(data) != size:
            raise EOFError
        return data

    def _taken(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise _TooMuchError
        return data
