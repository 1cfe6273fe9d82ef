"""The files of a folder and those that match a pattern: linked folders too, and none that may not be read is passed over."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import filter as matching
from itertools import chain
from pathlib import Path
from typing import Final

from freetext.errors import InputError

MAGIC: Final = re.compile(r"[*?\[]")


def files_in(folder: Path, *, deep: bool = False) -> tuple[str, ...]:
    """Return the files of a folder, with `deep` also below its folders, sorted; raises InputError where one cannot be listed.

    A folder that is linked is gone through as well, each once: by its own name where it has one here, so that no loop goes on.
    """
    return _files(folder, ["**" if deep else "*"])


def files_like(pattern: Path) -> tuple[str, ...]:
    """Return the files that match a pattern (`*`, `?`, `[ab]`, `**`), hidden ones too; see `files_in`."""
    return _files(Path(), pattern.parts)


def _files(folder: Path, pieces: Sequence[str]) -> tuple[str, ...]:
    with _explaining(folder):
        return tuple(sorted({str(place) for place in _matches(folder, pieces) if stat.S_ISREG(_mode(place))}))


@contextmanager
def _explaining(folder: Path) -> Iterator[None]:
    """Turn what the system says about a folder into an InputError."""
    try:
        yield
    except OSError as error:
        what, remedy = f"cannot be listed: {error.strerror or error}.", ""
        if isinstance(error, PermissionError):
            remedy = "Ask for the right to read it, or leave it out by a pattern."
        raise InputError(what, file=error.filename or folder, remedy=remedy) from error


def _matches(folder: Path, pieces: Sequence[str]) -> Iterator[Path]:
    """Yield what matches the pieces of a pattern below a folder."""
    piece, *rest = pieces
    if piece == "**":
        yield from chain.from_iterable(_matches(each, rest or ["*"]) for each in _folders(folder))
        return
    names = [piece]
    if MAGIC.search(piece):
        names = matching([each.name for each in folder.iterdir()], piece) if _is_folder(folder) else []
    for place in (folder / name for name in names):
        if not rest:
            yield place
        elif _is_folder(place):
            yield from _matches(place, rest)


def _folders(root: Path) -> Iterator[Path]:
    """Yield a folder and those below it, then those that are linked there; each real folder once."""
    met, waiting = set(), [root]
    while waiting:
        for here, below, _ in os.walk(waiting.pop(0), onerror=_unless_hidden):
            folder, real = Path(here), os.path.realpath(here)
            if real in met:
                below.clear()
                continue
            met.add(real)
            waiting += [place for name in sorted(below) if (place := folder / name).is_symlink()]
            yield folder


def _unless_hidden(error: OSError) -> None:
    if not _is_hidden(Path(error.filename or "")):
        raise error


def _is_hidden(place: Path) -> bool:
    """Whether a system keeps a place to itself, such as `.Trashes`: nobody means what may not be seen there."""
    return place.name.startswith(".") or place.parent.name.startswith(".")


def _is_folder(place: Path) -> bool:
    return stat.S_ISDIR(_mode(place))


def _mode(place: Path) -> int:
    """What kind of thing stands there, 0 for nothing; raises PermissionError where that is not for us to know."""
    try:
        return place.stat().st_mode
    except OSError as error:
        if isinstance(error, PermissionError):
            _unless_hidden(error)
        return 0
