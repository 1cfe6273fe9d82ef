"""The restricted list: which answers people must look at for safeguarding. Only its owner can read it."""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.disk.places import STANDARD, check_output, reason
from freetext.files.project.settings import Project
from freetext.files.tabular.csvs import write_csv
from freetext.files.tabular.tables import Table
from freetext.guard.checks import Flagged

FOLDER = "restricted"
OWNER_FILE, OWNER_FOLDER = 0o600, 0o700
NAMES = ("row", "id", "question", "category")


def restricted_place(source: str, project: Project | None) -> Path | None:
    """Where the list of a file goes when nobody says it: below the project's output; None without a project."""
    if project is None:
        return None
    stem = "standard-input" if source == STANDARD else Path(source).stem
    return project.path(project.questionnaire.output) / FOLDER / f"{stem}-safeguarding.csv"


def restricted_bytes(flags: Sequence[Flagged], *, with_text: bool = False) -> bytes:
    """Write the list as CSV, guarded against formulas; the answers' texts only where they are asked for."""
    names = (*NAMES, *(("text",) if with_text else ()))
    columns = tuple([str(getattr(flag, name)) for flag in flags] for name in names)
    out = io.StringIO(newline="")
    write_csv(Table("the restricted list", names, columns, len(flags)), out)
    return out.getvalue().encode("utf-8-sig", errors="backslashreplace")


def write_restricted(data: bytes, path: Path, *, force: bool = False) -> bool:
    """Write the list for its owner alone, whole or not at all; False where the same one stands there already.

    A folder that is made for it is the owner's alone too. Raises OutputError where another list stands there, unless `force`.
    """
    try:
        if path.is_file() and path.read_bytes() == data:
            path.chmod(OWNER_FILE)
            return False
        _make_folder(path.parent)
        check_output(path, force=force, endings=(".csv",))
        _replace(data, path)
    except OSError as error:
        raise OutputError(path, reason(error)) from error
    return True


def _make_folder(folder: Path) -> None:
    """Make the folder where there is none; one that is called as ours is the owner's alone in any case."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=OWNER_FOLDER)
    elif folder.name == FOLDER:
        folder.chmod(OWNER_FOLDER)


def _replace(data: bytes, path: Path) -> None:
    """Write beside the place, with the owner's rights from the first byte on, and move it there."""
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".freetext-{secrets.token_hex(6)}.tmp")
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, OWNER_FILE)) as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
