"""The process that ranks the answers anew while the coder reads."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import IO

LOW = 10
"""How far below the session the worker stands in the queue for the processor (POSIX)."""


class Worker:
    """At most one process at a time; it writes its result to disk, and the session never waits for it."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Remember what to run: `arguments` are those of `freetext`."""
        self._command = [sys.executable, "-m", "freetext", *arguments]
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Begin, unless it is at work already or cannot be started: then the old ranking serves on."""
        if self.running:
            return
        with contextlib.suppress(OSError):
            self._said = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `finished`
            # A session of its own: Ctrl-C in the terminal is the coder's business.
            self._process = subprocess.Popen(  # noqa: S603
                _niced(self._command),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
                start_new_session=True,
            )

    def finished(self) -> str | None:
        """Say once how it went: empty for well, else its last line; None while it is at work or has said so already."""
        if self._process is None or self._process.poll() is None:
            return None
        code, self._process = self._process.returncode, None
        if self._said is None:
            return ""
        with self._said as said:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines()
        return "" if code == 0 else (lines[-1] if lines else f"it ended with {code}")

    def stop(self) -> None:
        """End it; what it was writing is whole or not there."""
        if self._process is not None:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=5)
        if self._said is not None:
            self._said.close()


def _niced(command: Sequence[str]) -> list[str]:
    """The command, so that it gives way to the session where the system knows how."""
    if sys.platform == "win32":
        return list(command)
    lowered = f"import os, runpy, sys; os.nice({LOW}); sys.argv = sys.argv[1:]; runpy.run_module('freetext', run_name='__main__')"
    return [command[0], "-c", lowered, *command[2:]]
