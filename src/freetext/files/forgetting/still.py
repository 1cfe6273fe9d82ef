"""Where something of a person still stands in a project's folder after all that is ours was cleaned: searched for, never guessed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from freetext.files.disk.addresses import is_address

LEAST = 12
"""Letters of a text that is searched for; "no" and "nothing" are everybody's."""
MOST = 200_000_000
"""Bytes of a file that is searched, unpacked."""
HIDDEN = frozenset((".git", ".venv", "__pycache__", "node_modules"))


def still_holding(folder: Path, texts: Collection[str]) -> tuple[Path, ...]:
    """List the files below a folder in which one of these texts stands; packed ones (.xlsx, .docx, .parquet) are unpacked.

    Texts of fewer than twelve letters are not searched for, nor are histories of version control and files of more than 200 MB.
    """
    wanted = [_plain(text) for text in texts if len(_plain(text)) >= LEAST]
    if not wanted or is_address(str(folder)):
        return ()
    return tuple(path for path in _files(folder) if any(_holds(part, wanted) for part in _parts(path)))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if not HIDDEN.intersection(path.relative_to(folder).parts) and path.is_file():
            yield path


def _parts(path: Path) -> Iterator[str]:
    """The texts of a file: its own, and those of what is packed in it."""
    with suppress(OSError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        if path.stat().st_size > MOST:
            return
        if path.suffix.lower() == ".parquet":
            yield from _of_parquet(path)
            return
        data = path.read_bytes()
        if data.startswith(b"PK\x03\x04"):
            yield from _of_zip(data)
        else:
            yield from _decoded(data)


def _of_parquet(path: Path) -> Iterator[str]:
    from freetext.files.tabular.tables import read_table

    table = read_table(path)
    for place in range(len(table.names)):
        yield "\n".join(table.texts_at(place))


def _of_zip(data: bytes) -> Iterator[str]:
    left = MOST
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            left -= info.file_size
            if left < 0:
                return
            yield from _decoded(archive.read(info))


def _decoded(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield data.decode("utf-16", "replace")


def _holds(content: str, wanted: Collection[str]) -> bool:
    """Whether one of the texts stands there: as it is, as JSON, as XML and as CSV write it."""
    plain = _plain(content)
    return any(form in plain for text in wanted for form in _forms(text))


def _forms(text: str) -> set[str]:
    import html
    import json

    return {text, text.replace('"', '""'), html.escape(text), html.escape(text, quote=False), json.dumps(text)[1:-1]}
