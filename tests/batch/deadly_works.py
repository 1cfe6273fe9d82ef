"""Work functions that fail, and that kill the process they run in; workers import them from here."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from freetext.errors import InputError, MissingFile, OutputError


def doubled(part: int) -> int:
    """The work."""
    time.sleep(0.01)
    return part * 2


def slow(part: int) -> int:
    """The work, so slow that something can happen meanwhile."""
    time.sleep(0.25)
    return part * 2


def failing(part: int) -> int:
    """Part 3 is corrupt, part 4 meets an error that quotes it, part 5 needs too much memory."""
    if part == 3:
        raise InputError("is corrupt.", file=f"part-{part}.csv")
    if part == 4:
        raise ValueError("Mrs Miller of Elm Street 12 is ill")
    if part == 5:
        raise MemoryError
    return part * 2


def filling(part: int) -> int:
    """From part 3 on the disk is full."""
    time.sleep(0.05)
    if part >= 3:
        raise OutputError(f"part-{part}.csv", "the disk is full; make room or write elsewhere. Nothing was changed.")
    return part * 2


def missing(part: int) -> int:
    """The file is not to be seen from here."""
    raise MissingFile(f"/data/part-{part}.csv")


def deadly(part: int) -> int:
    """Parts 3 and 7 end their worker whenever they are tried."""
    time.sleep(0.02)
    if part in {3, 7}:
        os.kill(os.getpid(), signal.SIGKILL)
    return part * 2


def deadly_once(part: int, folder: str) -> int:
    """Every fifth part ends its worker when it is tried for the first time."""
    mark = Path(folder) / str(part)
    time.sleep(0.02)
    if part % 5 == 0 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return part * 2


def deadly_after(part: int, folder: str) -> int:
    """Every third part ends its worker when it has been done for the first time, about when its row is fetched."""
    mark = Path(folder) / str(part)
    if part % 3 == 0 and not mark.exists():
        mark.touch()
        threading.Timer(0.001 * part, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return part * 2


def telling_pid(part: int, folder: str) -> int:
    """Part that says which process it runs in, and takes its time."""
    (Path(folder) / f"{part}.pid").write_text(str(os.getpid()), encoding="ascii")
    time.sleep(0.5)
    return part


def alone(part: int, folder: str) -> int:
    """Part that fails when another one runs in the same process at the same time."""
    mark = Path(folder) / str(os.getpid())
    mark.touch(exist_ok=False)
    time.sleep(0.05)
    mark.unlink()
    return part * 2
