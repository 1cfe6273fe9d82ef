"""Whether a process of this machine is still the one that it was."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

DEAD = "dead"
"""Stands for the beginning of a process that has ended, and that its parent has not looked at yet."""


def is_running(pid: int, begun: str) -> bool:
    """Whether the process that began then is there; `begun` is what `began` said of it, empty where nothing is known."""
    now = began(pid)
    if begun and now:
        return now == begun
    return _exists(pid) and now != DEAD


if sys.platform == "win32":  # pragma: no cover
    import ctypes
    from ctypes import wintypes

    LOOK, STILL_ACTIVE, DENIED = 0x1000, 259, 5

    def began(pid: int) -> str:
        """When a process began, as the system counts; empty where that is not known."""
        return _looked_at(pid)[1]

    def _exists(pid: int) -> bool:
        """Whether a process is there; os.kill would end it."""
        return _looked_at(pid)[0]

    def _looked_at(pid: int) -> tuple[bool, str]:
        if not 0 < pid < 2**32:
            return False, ""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(LOOK, False, pid)
        if not handle:
            return ctypes.get_last_error() == DENIED, ""
        process, code = wintypes.HANDLE(handle), wintypes.DWORD()
        times = [wintypes.FILETIME() for _ in range(4)]
        kernel.GetExitCodeProcess(process, ctypes.byref(code))
        known = kernel.GetProcessTimes(process, *map(ctypes.byref, times))
        kernel.CloseHandle(process)
        begun = f"{times[0].dwHighDateTime:x}{times[0].dwLowDateTime:08x}" if known else ""
        return code.value == STILL_ACTIVE, begun

else:

    def began(pid: int) -> str:
        """When a process began, in the system's ticks since it was booted; empty where that is not known."""
        with suppress(OSError, ValueError, IndexError):
            told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
            state, *fields = told.rpartition(")")[2].split()
            return DEAD if state in {"Z", "X"} else fields[18]
        return ""

    def _exists(pid: int) -> bool:
        """Whether a process is there."""
        if pid <= 0:
            return False
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
