"""One driver at a time in an output folder: a small file that says who."""

from __future__ import annotations

import json
import os
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from freetext.batch.keys import LOCK
from freetext.errors import FreetextError, InputError, MissingFile, OutputError, UsageError
from freetext.files.disk.addresses import exists, is_address, joined, read_bytes, remove, write_bytes
from freetext.files.disk.json_values import count_in
from freetext.files.disk.places import reason
from freetext.files.disk.processes import began, is_running
from freetext.files.labelling.locks import ATTEMPTS, HALF_WRITTEN, this_host

SILENT = 900.0
"""Seconds without a sign after which a driver on another machine counts as gone."""

REFRESH = 60.0
"""Seconds after which a driver shows again that it is alive."""

PARTING = 10.0
"""Seconds that the end of a run waits for a sign that is just being written."""

LENGTH = 400


@dataclass(frozen=True, slots=True)
class Driver:
    """Who drives: machine, process, when that began as its system counts, the last sign of it (seconds since 1970), and which run."""

    host: str
    pid: int
    started: str
    seen: float
    run: str = ""

    def __str__(self) -> str:
        """Name it to people."""
        return f"process {self.pid} on {'this machine' if self.host == this_host() else self.host}"

    @property
    def gone(self) -> bool:
        """Whether nobody stands behind it any more."""
        if self.host == this_host():
            return not is_running(self.pid, self.started)
        return time.time() - self.seen > SILENT

    def is_same(self, other: Driver) -> bool:
        """Whether it is the same run, seen at another time."""
        return self == replace(other, seen=self.seen)


@dataclass(slots=True)
class FolderLock:
    """A lock that this process holds; `lost` says who has it now, empty as long as it is ours."""

    place: str
    held: Driver
    lost: str = ""
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> None:
        """Show a sign of life, and see that the lock is still ours; raises UsageError as `check` does.

        A lock that somebody removed is made again. A drive or a store that cannot be asked ends nothing: the next sign counts.
        """
        with self._turn, suppress(FreetextError, OSError):
            if not self.lost:
                self._renew(replace(self.held, seen=time.time()))
        self.check()

    def check(self) -> None:
        """Raise UsageError where another run was seen in our place."""
        if self.lost:
            raise UsageError(
                f"{self.place}: another run has taken this folder over ({self.lost}); this one ends. What it has coded stands: "
                "wait for the end of the other one, then run the same command again."
            )

    def _renew(self, now: Driver) -> None:
        other = _renewed_there(self.place, now) if is_address(self.place) else _renewed_here(Path(self.place), now)
        self.lost = str(other) if other else ""
        self.held = self.held if other else now


@contextmanager
def folder_lock(out: str, every: float = REFRESH) -> Iterator[FolderLock]:
    """Hold an output folder for this process, with a sign of life every so many seconds, however long a part takes.

    Raises UsageError, which says who holds it and what mends that. On one file system no two can have it; at an address, where
    nothing can be made once only, two that begin within the same moment can: they write the same content then.
    """
    lock = FolderLock(joined(out, LOCK), _me(time.time()))
    _take(lock)
    try:
        with _alive(lock, every):
            yield lock
    finally:
        with suppress(FreetextError):
            content = _content(lock.place)
            if content and (other := _decoded(content)) and lock.held.is_same(other):
                remove(lock.place)


@contextmanager
def _alive(lock: FolderLock, every: float) -> Iterator[None]:
    """Show signs of life from a thread of their own, until the run ends or has lost its folder."""
    over = threading.Event()

    def show() -> None:
        with suppress(UsageError):  # the driver learns of it when it checks
            while not over.wait(every):
                lock.look()

    thread = threading.Thread(target=show, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=PARTING)


def _take(lock: FolderLock) -> None:
    for _ in range(ATTEMPTS):
        if _made(lock.place, _encoded(lock.held)):
            return
        if (held := _content(lock.place)) is None:  # given back meanwhile
            continue
        other = _decoded(held)
        if other is not None and not other.gone:
            raise UsageError(
                f"{lock.place}: another run is at work in this folder ({other}). "
                "Wait for its end or end it, then run the same command again."
            )
        if other is None and _is_new(lock.place):
            break
        _remove(lock.place, held)
    raise UsageError(
        f"{lock.place}: another run is just beginning in this folder. Wait {HALF_WRITTEN:.0f} seconds, and try again."
    )


def _is_new(place: str) -> bool:
    """Whether a lock that cannot be read was written just now: its run is beginning."""
    with suppress(OSError):
        return not is_address(place) and time.time() - Path(place).stat().st_mtime < HALF_WRITTEN
    return False


def _made(place: str, content: bytes) -> bool:
    """Make the lock, unless one is there."""
    if is_address(place):
        if exists(place):
            return False
        write_bytes(content, place)
        return True
    try:
        with Path(place).open("xb") as handle:
            handle.write(content)
    except FileExistsError:
        return False
    except OSError as error:
        raise OutputError(place, reason(error)) from error
    return True


def _remove(place: str, held: bytes) -> None:
    """Take a stale lock away: it is moved first, and one that came meanwhile is put back."""
    if is_address(place):
        remove(place)
        return
    path = Path(place)
    aside = path.with_name(f".freetext-{secrets.token_hex(6)}.tmp")
    try:
        with suppress(FileNotFoundError):  # somebody else has taken it away
            path.rename(aside)
            if aside.read_bytes() != held:
                _put_back(aside, path)
            aside.unlink()
    except OSError as error:
        raise OutputError(place, reason(error)) from error


def _put_back(aside: Path, path: Path) -> None:
    try:
        path.hardlink_to(aside)
    except FileExistsError:  # a third one came: the run whose lock it was will see that it is lost
        return
    except (OSError, NotImplementedError):  # a drive without links
        if not path.exists():
            aside.rename(path)


def _renewed_here(path: Path, now: Driver) -> Driver | None:
    """Write a sign of life into the lock's own file, wherever it was moved; gives another run whose lock it is."""
    try:
        with path.open("r+b") as handle:
            other = _decoded(handle.read())
            if other is None or not now.is_same(other):
                return other
            handle.seek(0)
            handle.write(_encoded(now))
            handle.truncate()
    except FileNotFoundError:
        _made(str(path), _encoded(now))
    return None


def _renewed_there(place: str, now: Driver) -> Driver | None:
    """Do the same at an address, where a file can only be written anew."""
    content = _content(place)
    other = now if content is None else _decoded(content)
    if other is not None and now.is_same(other):
        write_bytes(_encoded(now), place)
        return None
    return other


def _me(now: float) -> Driver:
    return Driver(this_host(), os.getpid(), began(os.getpid()), now, secrets.token_hex(8))


def _encoded(driver: Driver) -> bytes:
    """Write a lock, always as long, so that who reads while it is dated anew reads one or the other."""
    return json.dumps(asdict(driver)).ljust(LENGTH).encode()


def _content(place: str) -> bytes | None:
    """Read a lock; None where there is none."""
    try:
        return read_bytes(place) if is_address(place) else Path(place).read_bytes()
    except (MissingFile, FileNotFoundError):
        return None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", file=place) from error


def _decoded(content: bytes) -> Driver | None:
    """Read a lock; None for one that is torn or no lock."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        told: dict[str, Any] = json.loads(content)
        return Driver(**{**told, "host": str(told["host"]), "pid": count_in(told["pid"]), "seen": float(told["seen"])})
    return None
