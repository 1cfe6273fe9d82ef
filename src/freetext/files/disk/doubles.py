"""Keys that stand twice in a file of any length: their hashes are kept, beyond a bound on disk, never the keys."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEPT = 1 << 22
"""Hashes that are kept in memory, 8 bytes each."""

SHARES = 64
"""Temporary files that the others are shared out to, by their first bits; each is looked at alone."""


class Doubles:
    """Collects 64-bit hashes and says which came more than once; the temporary files have no names and go with the process."""

    def __init__(self, kept: int = KEPT) -> None:
        """Begin with none; `kept` hashes stay in memory."""
        self._most, self._count = kept, 0
        self._blocks: list[NDArray[np.uint64]] = []
        self._shares: list[IO[bytes]] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Nothing is open before it is needed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let the temporary files go."""
        self._open.close()

    def add(self, hashes: NDArray[np.uint64]) -> None:
        """Take more hashes."""
        self._blocks.append(hashes)
        self._count += len(hashes)
        if self._count > self._most:
            self._spill()

    def _spill(self) -> None:
        if not self._shares:
            self._shares = [self._open.enter_context(_unnamed()) for _ in range(SHARES)]
        hashes = np.sort(np.concatenate(self._blocks))
        first = np.arange(1, SHARES, dtype=np.uint64) << np.uint64(58)
        for share, part in zip(self._shares, np.split(hashes, np.searchsorted(hashes, first)), strict=True):
            share.write(part.tobytes())
        self._blocks, self._count = [], 0

    def found(self) -> NDArray[np.uint64]:
        """Return the hashes that came more than once, rising."""
        if not self._shares:
            return _repeated(np.concatenate([*self._blocks, np.zeros(0, dtype=np.uint64)]))
        if self._blocks:
            self._spill()
        return np.concatenate([_repeated(_read(share)) for share in self._shares])


def _unnamed() -> IO[bytes]:
    return tempfile.TemporaryFile()


def _read(share: IO[bytes]) -> NDArray[np.uint64]:
    share.seek(0)
    return np.frombuffer(share.read(), dtype=np.uint64)


def _repeated(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    hashes = np.sort(hashes)
    return np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
