"""A part as it goes to a worker: whatever happens to it there comes back as a value, so that one part's fault is its own."""

from __future__ import annotations

import os
import socket
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Generic, TypeVar

from freetext.errors import FreetextError, MissingFile, OutputError

P = TypeVar("P")
R = TypeVar("R")

ALONE = threading.Lock()
"""A process works on one part at a time: the caches of a model are not made for threads, which some clusters start."""


NOT_BEGUN: Final = "it was not begun, for the disk is full."


@dataclass(frozen=True)
class Failure(Generic[P]):
    """A part that was not done, and why."""

    part: P
    what: str


@dataclass(frozen=True)
class Done(Generic[R]):
    """What came of a task: a row, or why there is none; `full` where no other part could be written either."""

    place: int
    row: tuple[R] | None
    what: str = ""
    full: bool = False


@dataclass(frozen=True)
class Task(Generic[P, R]):
    """A call `work(part)` with its place among the parts; `marks` is a folder where a beginning is noted, if any."""

    place: int
    part: P
    work: Callable[[P], R]
    marks: str = ""
    version: str = ""
    host: str = field(default_factory=socket.gethostname)

    def __call__(self) -> Done[R]:
        """Do the work, alone in this process."""
        with ALONE:
            if self.marks:
                (Path(self.marks) / str(self.place)).touch()
            try:
                self._check_version()
                return Done(self.place, (self.work(self.part),))
            except Exception as error:  # noqa: BLE001  # whatever it is, the other parts go on
                return Done(self.place, None, self._told(error), _is_full(error))

    def __str__(self) -> str:
        """The name under which clusters show it, and name it when its workers die."""
        return f"part_{self.place}"

    def _check_version(self) -> None:
        from freetext import __version__  # noqa: PLC0415  # the package's face looks at all rooms

        if self.version not in {"", __version__}:
            raise FreetextError(
                f"a worker on {socket.gethostname()} has freetext {__version__}, this machine {self.version}; install one version."
            )

    def _told(self, error: Exception) -> str:
        here = socket.gethostname()
        lost = isinstance(error, (MissingFile, FileNotFoundError, OutputError)) and here != self.host
        elsewhere = f" (seen from the worker on {here}: workers must see the same paths as this machine; name a shared folder or an address such as s3://)"
        return told(error) + (elsewhere if lost else "")


class Run(Generic[P, R]):
    """What is still to do of one run, what failed, and whom to tell of what is done."""

    def __init__(self, parts: Sequence[P], work: Callable[[P], R], on_done: Callable[[P, R], None]) -> None:
        """Begin with everything undone."""
        self.unfinished = dict(enumerate(parts))
        self.failures: list[Failure[P]] = []
        self.full = False
        self._work, self._on_done = work, on_done

    def tasks(self, places: Iterable[int], *, marks: str = "", version: str = "") -> Iterator[Task[P, R]]:
        """Give the tasks of these places one by one, until the disk is full."""
        for place in places:
            if self.full:
                return
            yield Task(place, self.unfinished[place], self._work, marks, version)

    def settle(self, done: Iterable[Done[R]]) -> None:
        """Take what comes back."""
        for each in done:
            self.full |= each.full
            if each.row is None:
                self.fail(each.place, each.what)
            else:
                self._on_done(self.unfinished.pop(each.place), each.row[0])

    def fail(self, place: int, what: str) -> None:
        """Give a part up."""
        self.failures.append(Failure(self.unfinished.pop(place), what))

    def end(self) -> None:
        """Name what was not begun."""
        for place in list(self.unfinished):
            self.fail(place, NOT_BEGUN)


def told(error: Exception) -> str:
    """Say what went wrong with a part; of errors that are not ours only kind and place, for their text may hold an answer."""
    if isinstance(error, FreetextError):
        return str(error)
    if isinstance(error, MemoryError):
        return "there was not enough memory for it; use fewer workers."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {os.path.basename(frames[-1].filename)}, line {frames[-1].lineno}" if frames else ""  # noqa: PTH119
    return f"it could not be done ({type(error).__name__}{where})."


def _is_full(error: BaseException | None) -> bool:
    """Whether no other part could be written either."""
    return isinstance(error, OutputError) and "disk is full" in str(error)
