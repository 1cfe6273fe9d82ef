"""One driver at a time in an output folder: a small file that says who."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from freetext.batch.keys import LOCK
from freetext.errors import FreetextError, OutputError, UsageError
from freetext.files.addresses import exists, is_address, joined, read_bytes, remove, write_bytes
from freetext.files.locks import this_host
from freetext.files.places import reason
from freetext.files.processes import began, is_running

SILENT = 900.0
"""Seconds without a sign after which a driver on another machine counts as gone."""

HALF_WRITTEN = 10.0
"""Seconds after which a lock that cannot be read was not just being written."""

REFRESH = 60.0
"""Seconds after which a driver shows again that it is alive."""


@dataclass(frozen=True, slots=True)
class Driver:
    """Who drives: machine, process, when that began as its system counts, and the last sign of it (seconds since 1970)."""

    host: str
    pid: int
    started: str
    seen: float

    @property
    def gone(self) -> bool:
        """Whether nobody stands behind it any more."""
        if self.host == this_host():
            return not is_running(self.pid, self.started)
        return time.time() - self.seen > SILENT


@dataclass(slots=True)
class FolderLock:
    """A lock that this process holds."""

    place: str
    held: Driver

    def refresh(self) -> None:
        """Show a sign of life, once a minute."""
        now = time.time()
        if now - self.held.seen > REFRESH:
            self.held = _me(now)
            write_bytes(_encoded(self.held), self.place)


@contextmanager
def folder_lock(out: str) -> Iterator[FolderLock]:
    """Hold an output folder for this process; raises UsageError, which says who holds it and what mends that.

    On one file system no two can have it; at an address, where nothing can be made once only, two that begin within the same
    moment can: they write the same content then.
    """
    lock = FolderLock(joined(out, LOCK), _me(time.time()))
    _take(lock)
    try:
        yield lock
    finally:
        with suppress(FreetextError):
            if _holder(lock.place) == lock.held:
                remove(lock.place)


def _take(lock: FolderLock) -> None:
    for _ in range(3):
        if _made(lock):
            return
        other = _holder(lock.place)
        if other is not None and not other.gone:
            host = "this machine" if other.host == this_host() else other.host
            raise UsageError(
                f"{lock.place}: another run is at work in this folder (process {other.pid} on {host}). "
                "Wait for its end or end it, then run the same command again."
            )
        if other is None and _is_new(lock.place):
            break
        remove(lock.place)
    raise UsageError(
        f"{lock.place}: another run is just beginning in this folder. Wait {HALF_WRITTEN:.0f} seconds, and try again."
    )


def _is_new(place: str) -> bool:
    """Whether a lock that cannot be read was written just now: its run is beginning."""
    with suppress(OSError):
        return not is_address(place) and time.time() - Path(place).stat().st_mtime < HALF_WRITTEN
    return False


def _made(lock: FolderLock) -> bool:
    content = _encoded(lock.held)
    if is_address(lock.place):
        if exists(lock.place):
            return False
        write_bytes(content, lock.place)
        return True
    try:
        with Path(lock.place).open("xb") as handle:
            handle.write(content)
    except FileExistsError:
        return False
    except OSError as error:
        raise OutputError(lock.place, reason(error)) from error
    return True


def _me(now: float) -> Driver:
    return Driver(this_host(), os.getpid(), began(os.getpid()), now)


def _encoded(driver: Driver) -> bytes:
    return json.dumps(asdict(driver)).encode()


def _holder(place: str) -> Driver | None:
    """Read who holds a lock; None for one that is gone or torn."""
    with suppress(FreetextError, ValueError, TypeError):
        return Driver(**json.loads(read_bytes(place)))
    return None
