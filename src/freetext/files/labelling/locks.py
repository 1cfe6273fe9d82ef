"""`data/annotated/.CODER.lock`: who is at work with a log, so that no two sessions of one coder write it.

A lock is a small file that is made if none is there, so that it works on a network drive too. It is stale, and the next
session takes it over, when its process is gone (as seen on its own machine) or when nothing was heard of it for a while (seen
from another machine): a session refreshes its lock at every decision.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from freetext.errors import OutputError, UsageError, quoted
from freetext.files.disk.places import reason
from freetext.files.disk.processes import began, is_running
from freetext.files.labelling.labels import file_name, folded
from freetext.survey.labels import time_text

SILENT = 600.0
"""Seconds without a sign after which another machine's session counts as gone."""

HALF_WRITTEN = 10.0
"""Seconds after which a lock that cannot be read was not just being written."""

ATTEMPTS = 5

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock; `started` tells a process from a later one of the same number, empty where the system does not say."""

    coder: str
    host: str
    pid: int
    time: str
    session: str
    started: str = ""

    def __str__(self) -> str:
        """Say who holds it and since when."""
        return f"{self.host}, process {self.pid}, since {self.time}"


@dataclass(slots=True)
class CoderLock:
    """A lock that this session holds; `note` says what was taken over to get it, empty most of the time."""

    path: Path
    holder: Holder
    note: str = ""

    def refresh(self) -> None:
        """Show that the session is alive; raises UsageError where another session has taken the lock over.

        A lock that somebody removed is made again.
        """
        try:
            held = self._dated(_encoded(self.holder))
        except OSError as error:
            raise OutputError(self.path, reason(error)) from error
        if held is None:
            return
        other = _decoded(held)
        raise UsageError(
            f"{quoted(self.holder.coder)} is at work elsewhere now ({other or 'unknown'}): this session ends."
        )

    def _dated(self, mine: bytes) -> bytes | None:
        """Write the lock anew, so that the drive's own clock dates it; returns what stands there where that is not ours."""
        try:
            with self.path.open("r+b") as handle:
                held = handle.read()
                if held != mine:
                    return held
                handle.seek(0)
                handle.write(mine)
        except FileNotFoundError:
            return None if _made(self.path, mine) else b""
        return None

    def release(self) -> None:
        """Give the lock back, never another's."""
        with suppress(OSError):
            if self.path.read_bytes() == _encoded(self.holder):
                self.path.unlink()


@contextmanager
def coder_lock(
    folder: Path,
    coder: str,
    *,
    host: str = "",
    pid: int | None = None,
    clock: Clock = time.time,
    force: bool = False,
) -> Iterator[CoderLock]:
    """Hold the lock of a coder's log; `force` takes it over from whoever holds it.

    Raises UsageError, which names the holder and what mends it, while another session is at work. `host`, `pid` and `clock`
    default to this machine's.
    """
    pid = os.getpid() if pid is None else pid
    session = secrets.token_hex(8)
    holder = Holder(coder, host or this_host(), pid, time_text(clock()), session, began(pid))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _taken(lock_path(folder, coder), holder, clock, force=force)
    except OSError as error:
        raise OutputError(error.filename or folder, reason(error)) from error
    try:
        yield lock
    finally:
        lock.release()


def lock_path(folder: Path, coder: str) -> Path:
    """Where a coder's lock stands; raises InputError for what is no name for a coder."""
    return folder / f".{folded(file_name(coder).removesuffix('.jsonl'))}.lock"


def active_coders(folder: Path, *, host: str = "", clock: Clock = time.time) -> tuple[str, ...]:
    """Return the coders who are at work, sorted."""
    found: set[str] = set()
    for path in folder.glob(".*.lock"):
        with suppress(OSError):
            holder = _decoded(path.read_bytes())
            if holder and not _gone(holder, path, host or this_host(), clock):
                found.add(holder.coder)
    return tuple(sorted(found))


def this_host() -> str:
    """The name of this machine; Linux inside Windows has the name, but not the processes, of the machine around it."""
    name = platform.node() or "unknown"
    return f"{name} (WSL)" if "microsoft" in platform.release().lower() else name


def _taken(path: Path, holder: Holder, clock: Clock, *, force: bool) -> CoderLock:
    note = ""
    for _ in range(ATTEMPTS):
        if _made(path, _encoded(holder)):
            return CoderLock(path, holder, note)
        try:
            held = path.read_bytes()
            other = _decoded(held)
            gone = _gone(other, path, holder.host, clock)
        except FileNotFoundError:  # given back meanwhile
            continue
        if not gone and not force:
            raise _refused(holder, other)
        _remove(path, held)
        what = "is gone" if gone else "was left without its lock (--force)"
        note = f"the session of {quoted(holder.coder)} on {other or 'an unknown machine'} {what}; taken over"
    raise UsageError(f"{quoted(holder.coder)}: several sessions want to begin at once; try again.")


def _made(path: Path, content: bytes) -> bool:
    """Make the lock, unless one is there."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:
        return False
    try:
        os.write(handle, content)
    except OSError:
        os.close(handle)
        path.unlink()
        raise
    os.close(handle)
    return True


def _remove(path: Path, held: bytes) -> None:
    """Take a lock away if it is still the one that was looked at; one that came meanwhile is put back."""
    aside = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
    with suppress(FileNotFoundError):
        path.rename(aside)
        if aside.read_bytes() != held and not path.exists():
            aside.rename(path)
        else:
            aside.unlink()


def _refused(holder: Holder, other: Holder | None) -> UsageError:
    who = quoted(holder.coder)
    if other is None:
        return UsageError(f"{who}: another session is just beginning. Wait {HALF_WRITTEN:.0f} seconds, and try again.")
    remedy = "End that session first"
    if other.host != holder.host:
        remedy += f", or wait until {SILENT / 60:.0f} minutes after its last decision"
    return UsageError(f"{who} is at work already: {other}. {remedy}; --force takes over from it.")


def _gone(holder: Holder | None, path: Path, host: str, clock: Clock) -> bool:
    """Whether nobody stands behind a lock any more."""
    if holder is not None and holder.host == host:
        return not is_running(holder.pid, holder.started)
    return clock() - path.stat().st_mtime > (HALF_WRITTEN if holder is None else SILENT)


def _encoded(holder: Holder) -> bytes:
    return (json.dumps(asdict(holder)) + "\n").encode()


def _decoded(content: bytes) -> Holder | None:
    """Read a lock; None for one that is torn or no lock."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        values = json.loads(content)
        texts = {key: values[key] for key in ("coder", "host", "time", "session")} | {
            "started": values.get("started", "")
        }
        if isinstance(values["pid"], int) and all(isinstance(text, str) for text in texts.values()):
            return Holder(**texts, pid=values["pid"])
    return None
