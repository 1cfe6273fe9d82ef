"""`output/review/bridge/WAVE/size.txt`: how large a bridge was asked for last, so that it need not be said again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.places import reason

NAME = "size.txt"
USUAL = 100
"""Answers of a bridge that nobody has said a size of."""


def bridge_size(folder: Path) -> int:
    """Read how many answers a bridge was asked to have; the usual number where nobody said, or what stands there is none of ours."""
    with suppress(OSError, ValueError):
        return max(int((folder / NAME).read_text(encoding="utf-8")), 1)
    return USUAL


def keep_bridge_size(folder: Path, size: int) -> None:
    """Write down how many answers a bridge was asked to have; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, reason(error)) from error
    write_text(f"{size}\n", folder / NAME, force=True)
