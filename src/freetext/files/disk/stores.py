"""The file system of an address, its package and its errors; `addresses` is the door to it."""

from __future__ import annotations

import importlib
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, cast

from freetext.errors import InputError, MissingFile, OutputError, UsageError
from freetext.files.disk.tries import ACCOUNT, chain_of, is_changed, passes, told, tried

SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
"""Two letters at least: `C:` is a drive."""

PACKAGES: Final = {
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "az": "adlfs",
}
"""The package that brings the file system of a scheme."""


def scheme_of(place: str | os.PathLike[str]) -> str:
    """The scheme of an address in lower case; `file` for a path."""
    found = SCHEME.match(os.fspath(place))
    return found[1].lower() if found else "file"


def shown(place: str | os.PathLike[str]) -> str:
    """A place as messages may repeat it: without the password that an address may hold."""
    return ACCOUNT.sub("...@", os.fspath(place))


@contextmanager
def reading(place: str | os.PathLike[str]) -> Iterator[tuple[Any, str]]:
    """Give the file system of an address and the path in it; what goes wrong with them is an InputError."""
    try:
        yield _system(place)
    except (InputError, UsageError):
        raise
    except Exception as error:  # the libraries of the stores share no class of errors
        raise input_error(os.fspath(place), error) from error


@contextmanager
def writing(place: str | os.PathLike[str]) -> Iterator[tuple[Any, str]]:
    """Give the same for writing; what goes wrong is an OutputError."""
    try:
        yield _system(place)
    except UsageError:
        raise
    except Exception as error:  # the libraries of the stores share no class of errors
        raise OutputError(shown(place), f"cannot be written: {_cause(error)}") from error


def input_error(place: str, error: Exception) -> InputError:
    """What an error of a store means to who reads."""
    if isinstance(error, FileNotFoundError):
        return MissingFile(shown(place))
    return InputError(f"cannot be read: {_cause(error)}", file=shown(place))


def _cause(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such bucket or folder."
    if is_changed(error):
        return "it changed while it was read; run the same again."
    if passes(error):
        return f"the store does not answer, or not well ({told(error)}). What is done stands: run the same again later."
    if isinstance(error, PermissionError) or any("Credential" in type(each).__name__ for each in chain_of(error)):
        return f"the store refuses ({told(error)}); log in to it as its own tools do, or ask for the right."
    return f"{told(error)}."


def _system(place: str | os.PathLike[str]) -> tuple[Any, str]:
    """The file system of an address and the path in it; its package is imported here and nowhere else."""
    try:
        fsspec = importlib.import_module("fsspec")
    except ImportError as error:
        raise UsageError(f"{shown(place)}: files elsewhere need fsspec: pip install 'freetext[cloud]'") from error
    scheme = scheme_of(place)
    try:
        return cast("tuple[Any, str]", fsspec.core.url_to_fs(os.fspath(place)))
    except ImportError as error:
        package = PACKAGES.get(scheme)
        mends = f"pip install {package}" if package else told(error)
        raise UsageError(f"{shown(place)}: {scheme}:// needs the package of its store: {mends}") from error
    except ValueError as error:
        if "Protocol not known" not in str(error):
            raise
        known = "s3://, gs://, abfs://"
        raise UsageError(
            f"{shown(place)}: no file system is known for {scheme}://. Known: {known} and others."
        ) from error


class Reads(io.RawIOBase):
    """A file elsewhere, read piece by piece; its place moves only when a read came through, so that it can be repeated."""

    def __init__(self, place: str, handle: Any) -> None:
        self._place, self._handle = place, handle

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def seekable(self) -> bool:
        """One can go anywhere in it."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; nothing is fetched."""
        return int(self._handle.seek(offset, whence))

    def tell(self) -> int:
        """Where one is."""
        return int(self._handle.tell())

    def readinto(self, buffer: Any) -> int:
        """Fetch as many bytes as fit, trying again what passes. Raises InputError."""
        start = self._handle.tell()

        def read() -> bytes:
            self._handle.seek(start)
            return cast("bytes", self._handle.read(len(buffer)))

        try:
            content = tried(read)
        except Exception as error:  # the libraries of the stores share no class of errors
            raise input_error(self._place, error) from error
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        """Let the store go."""
        if not self.closed:
            self._handle.close()
        super().close()
