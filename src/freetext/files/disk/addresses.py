"""Files elsewhere (`s3://bucket/part.parquet`) and files here, by the same calls; the one place that knows fsspec.

Whatever looks like `scheme://...` is an address, everything else is a path. Paths never import fsspec, and nothing is
fetched unless an address was given. What a store says about a moment's trouble is tried again, see `tries`.
"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, cast
from urllib.parse import unquote, urlsplit

from freetext.errors import InputError, MissingFile, OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.folder_walks import MAGIC, files_in, files_like
from freetext.files.disk.places import bytes_of, explaining, reason
from freetext.files.disk.stores import PACKAGES, SCHEME, Reads, reading, scheme_of, shown, writing
from freetext.files.disk.tries import tried

WHOLE: Final = frozenset({*PACKAGES, "oci", "oss", "obs"})
"""Stores in which an object that is written is there whole or not at all; elsewhere a file is written beside and moved."""

HASHED: Final = 64 * 1024**2
"""Bytes up to which a local file is known by its content."""

BLOCK: Final = 4 * 1024**2
"""Bytes of one request when a file elsewhere is read from front to back."""


@dataclass(frozen=True)
class Seen:
    """A file as it stood: where, how many bytes, and a mark that another content would not have."""

    address: str
    size: int
    fingerprint: str


def is_address(place: str | os.PathLike[str]) -> bool:
    """Whether a place is an address (`s3://...`) and no path; `file://` is a path."""
    found = SCHEME.match(os.fspath(place))
    return found is not None and found[1].lower() not in {"file", "local"}


def joined(folder: str | os.PathLike[str], *names: str) -> str:
    """The place of a file in a folder."""
    if is_address(folder):
        return "/".join([os.fspath(folder).rstrip("/"), *names])
    return str(_path(folder).joinpath(*names))


def name_of(place: str | os.PathLike[str]) -> str:
    """The last part of a place: the file's own name."""
    return os.fspath(place).rstrip("/").rpartition("/")[2] if is_address(place) else _path(place).name


def open_binary(place: str | os.PathLike[str]) -> BinaryIO:
    """Open a file for reading; what is returned can seek, and every read is tried again when the store stumbles.

    Raises MissingFile or InputError, from later reads too.
    """
    if not is_address(place):
        with explaining(_path(place)) as path:
            return path.open("rb")
    with reading(place) as (system, path):
        handle = tried(lambda: system.open(path, "rb", cache_type="none"))
    return cast("BinaryIO", io.BufferedReader(Reads(os.fspath(place), handle), BLOCK))


def read_bytes(place: str | os.PathLike[str]) -> bytes:
    """Read a file whole. Raises MissingFile or InputError."""
    if not is_address(place):
        return bytes_of(_path(place))
    with reading(place) as (system, path):
        return cast("bytes", tried(lambda: system.cat_file(path)))


def seen(place: str | os.PathLike[str]) -> Seen:
    """Look at a file: its size and fingerprint. Raises MissingFile or InputError.

    The fingerprint is the content's SHA-256 for a local file of up to 64 MB, size and time of the last change in
    nanoseconds for a larger one, and the store's own tag (etag) elsewhere.
    """
    if not is_address(place):
        with explaining(_path(place)) as path:
            return Seen(os.fspath(place), (state := path.stat()).st_size, _fingerprint(path, state))
    with reading(place) as (system, path_there):
        system.invalidate_cache()
        info = tried(lambda: system.info(path_there))
        if info.get("type") == "directory":
            raise InputError("is a folder, not a file.", file=shown(place), remedy="Name a file inside it.")
        return Seen(os.fspath(place), int(info["size"] or 0), _tag(system, path_there, info))


def exists(place: str | os.PathLike[str]) -> bool:
    """Whether there is a file or a folder. Raises InputError when the store cannot be asked."""
    return _kind(place) is not None


def is_folder(place: str | os.PathLike[str]) -> bool:
    """Whether a place is a folder: elsewhere, whether anything stands below it. Raises InputError as `exists` does."""
    return _kind(place) == "directory"


def listed(source: str | os.PathLike[str], *, deep: bool = False) -> tuple[str, ...]:
    """The files of a folder (with `deep` also below its folders), or those that match a pattern (`*`, `?`, `[ab]`, `**`).

    Places come as the source was written, sorted by their characters; a place that is one file is that file. Nothing is left out, hidden
    files neither. Raises MissingFile for a folder that is not there, InputError for one that cannot be listed (see `files_in`); a pattern
    may match nothing.
    """
    if not is_address(source):
        return _listed_here(_path(source), deep=deep)
    with reading(source) as (system, path):
        system.invalidate_cache()
        kind = _kind(source)
        if kind == "file":
            return (os.fspath(source),)
        if kind is None and not MAGIC.search(path):
            raise MissingFile(shown(source))
        root = os.fspath(source).rstrip("/") if kind else _before_magic(os.fspath(source))
        found = tried(lambda: _found(system, path, deep=deep, pattern=kind is None))
        stripped = str(system._strip_protocol(root)).rstrip("/")  # noqa: SLF001  # fsspec's own name for it
        return tuple(sorted(root + str(each)[len(stripped) :] for each in found))


def put(finished: Path, place: str | os.PathLike[str]) -> None:
    """Bring a finished local file to its place, over whatever stood there: there it is whole or not at all.

    An object store gets it as one object. The local file stays where it is. Raises OutputError.
    """
    if not is_address(place):
        with replacing(_path(place), force=True) as out, finished.open("rb") as held:
            while block := held.read(BLOCK):
                out.write(block)
        return
    with writing(place) as (system, path):
        tried(lambda: _sent(system, finished, path, whole=scheme_of(place) in WHOLE))


def write_bytes(content: bytes, place: str | os.PathLike[str]) -> None:
    """Write a file, whole or not at all, over whatever stood there. Raises OutputError."""
    if not is_address(place):
        with replacing(_path(place), force=True) as out:
            out.write(content)
        return
    with tempfile.TemporaryDirectory(prefix="freetext-") as folder:
        finished = Path(folder) / "content"
        finished.write_bytes(content)
        put(finished, place)


def make_folder(place: str | os.PathLike[str]) -> None:
    """Make a folder, with those above it, where the place knows folders: object stores need none. Raises OutputError."""
    if not is_address(place):
        try:
            _path(place).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(place, reason(error)) from error
    elif scheme_of(place) not in WHOLE:
        with writing(place) as (system, path):
            tried(lambda: system.makedirs(path, exist_ok=True))


def remove(place: str | os.PathLike[str]) -> None:
    """Remove a file; one that is gone already is no error. Raises OutputError."""
    if not is_address(place):
        try:
            _path(place).unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(place, f"cannot be removed: {error.strerror or error}.") from error
        return
    with writing(place) as (system, path), suppress(FileNotFoundError):
        tried(lambda: system.rm_file(path))


def _path(place: str | os.PathLike[str]) -> Path:
    text = os.fspath(place)
    return Path(unquote(urlsplit(text).path)) if SCHEME.match(text) else Path(text)


def _fingerprint(path: Path, state: os.stat_result) -> str:
    if state.st_size > HASHED:
        return f"{state.st_size}-{state.st_mtime_ns}"
    with path.open("rb") as handle:
        return f"sha256-{hashlib.file_digest(handle, 'sha256').hexdigest()}"


def _tag(system: Any, path: str, info: dict[str, Any]) -> str:
    tag = next((info[name] for name in ("ETag", "etag", "md5Hash", "generation") if info.get(name)), None)
    changed = next(
        (info[name] for name in ("mtime", "LastModified", "last_modified", "created") if info.get(name)), None
    )
    return f"{info['size']}-{tag or changed or system.ukey(path)}".replace('"', "")


def _kind(place: str | os.PathLike[str]) -> str | None:
    """Give `file`, `directory` or None for nothing."""
    if not is_address(place):
        path = _path(place)
        return "directory" if path.is_dir() else "file" if path.exists() else None
    with reading(place) as (system, path_there):
        system.invalidate_cache()
        try:
            return str(tried(lambda: system.info(path_there))["type"])
        except FileNotFoundError:
            return None


def _listed_here(path: Path, *, deep: bool) -> tuple[str, ...]:
    if path.is_dir():
        return files_in(path, deep=deep)
    if path.exists():
        return (str(path),)
    if MAGIC.search(str(path)):
        return files_like(path)
    with explaining(path):
        return ()


def _before_magic(address: str) -> str:
    found = MAGIC.search(address)
    return address[: found.start()].rpartition("/")[0] if found else address


def _found(system: Any, path: str, *, deep: bool, pattern: bool) -> list[str]:
    if pattern:
        return [name for name, info in system.glob(path, detail=True).items() if info["type"] == "file"]
    if deep:
        return list(system.find(path))
    return [info["name"] for info in system.ls(path, detail=True) if info["type"] == "file"]


def _sent(system: Any, finished: Path, path: str, *, whole: bool) -> None:
    """Send a file: an object as it is; elsewhere beside its place, where it is counted, for a broken connection may look like an end."""
    if whole:
        system.put_file(str(finished), path)
        return
    there = f"{path.rpartition('/')[0]}/.freetext-{secrets.token_hex(6)}.tmp"
    try:
        system.put_file(str(finished), there)
        system.invalidate_cache()
        size, held = finished.stat().st_size, system.info(there)["size"]
        if size != held:
            raise ConnectionError(f"{size:,} bytes were sent and {held:,} arrived")
        system.mv(there, path)
    finally:
        with suppress(Exception):  # it is gone when all went well, and its being left is no reason to hide an error
            system.rm_file(there)
