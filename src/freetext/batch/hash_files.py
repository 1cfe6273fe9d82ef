"""Sorted hashes of answers as they stand on disk, part by part: a file is open only while it is looked at."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from freetext.batch.keys import beside
from freetext.errors import InputError
from freetext.files.disk.addresses import is_address, joined, read_bytes
from freetext.files.disk.places import explaining

Hashes = NDArray[np.uint64]

BUCKET = 4_000_000
"""Hashes that are sorted at once: 32 MB, however many answers there are."""

REMEDY = "Remove it, and run the same command again."


@dataclass(frozen=True, slots=True)
class HashFile:
    """The hashes of one part.

    place  where they stand, for messages
    path   where they are read: a copy, where they stand elsewhere
    count  how many there are; `begin` is where in the file
    """

    place: str
    path: Path
    count: int
    begin: int

    def piece(self, first: int, end: int) -> Hashes:
        """Read some of the hashes, from the first to the one before the end. Raises InputError."""
        with explaining(self.path) as path:
            found: Hashes = np.fromfile(path, np.uint64, end - first, offset=self.begin + 8 * first)
        if len(found) != end - first:
            raise InputError("became shorter while it was read.", file=self.place, remedy=REMEDY)
        return found

    def cuts(self, edges: Hashes) -> list[int]:
        """Say how many hashes are smaller than each edge."""
        return [int(each) for each in np.searchsorted(self._whole(), edges)]

    def holds(self, hashes: Hashes) -> bool:
        """Whether any of these is among them."""
        whole = self._whole()
        places = np.searchsorted(whole, hashes)
        inside = places < len(whole)
        return bool((whole[places[inside]] == hashes[inside]).any())

    def _whole(self) -> Hashes:
        """Open them all without reading them; the file is closed when nobody looks any more."""
        return _mapped(self.path, self.place)


def hash_file(out: str, key: str, folder: Path) -> HashFile:
    """Look at a part's hashes; those that stand elsewhere are fetched into a folder. Raises InputError."""
    place = joined(out, beside(key, ".ids.npy"))
    path = Path(place)
    if is_address(place):
        path = folder / f"{key}.npy"
        path.write_bytes(read_bytes(place))
    found = _mapped(path, place)
    return HashFile(place, path, len(found), path.stat().st_size - 8 * len(found))


def read_hashes(out: str, key: str) -> Hashes:
    """Read a part's sorted hashes of its answers; raises InputError for a damaged file."""
    place = joined(out, beside(key, ".ids.npy"))
    content = read_bytes(place)
    try:
        return _checked(npy.read_array(io.BytesIO(content), allow_pickle=False))
    except Exception as error:  # whatever odd bytes provoke in numpy's parser of its header
        raise InputError("is damaged.", file=place, remedy=REMEDY) from error


def _mapped(path: Path, place: str) -> Hashes:
    try:
        with explaining(path):
            return _checked(npy.open_memmap(path, mode="r"))
    except InputError:
        raise
    except Exception as error:  # whatever odd bytes provoke in numpy's parser of its header
        raise InputError("is damaged.", file=place, remedy=REMEDY) from error


def _checked(found: NDArray[np.generic]) -> Hashes:
    if found.dtype != np.uint64 or found.ndim != 1:
        raise ValueError("no hashes")
    return found.view(np.uint64)


def doubled(held: Sequence[HashFile], bucket: int = BUCKET) -> Hashes:
    """Return the hashes that stand more than once, sorted; about `bucket` of them are in memory at once."""
    total = sum(each.count for each in held)
    bits = max(total // max(bucket, 1), 0).bit_length()
    edges = np.array([number << (64 - bits) for number in range(1, 1 << bits)], np.uint64)
    cuts = [[0, *each.cuts(edges), each.count] for each in held]
    found = [_doubled_in(held, [each[number : number + 2] for each in cuts]) for number in range(1 << bits)]
    return np.concatenate(found) if found else np.empty(0, np.uint64)


def _doubled_in(held: Sequence[HashFile], ranges: Sequence[Sequence[int]]) -> Hashes:
    """Return what is doubled among these ranges of the files."""
    pieces = [file.piece(first, end) for file, (first, end) in zip(held, ranges, strict=True) if end > first]
    whole = np.sort(np.concatenate(pieces)) if pieces else np.empty(0, np.uint64)
    return np.unique(whole[1:][whole[1:] == whole[:-1]])
