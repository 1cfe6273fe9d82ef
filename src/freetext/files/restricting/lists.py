"""A list for its owner alone: where such lists stand, how they are written, and with which rights."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import check_output, reason
from freetext.files.project.settings import Project
from freetext.files.tabular.csvs import write_csv
from freetext.files.tabular.tables import Table

FOLDER = "restricted"
OWNER_FILE, OWNER_FOLDER = 0o600, 0o700


def restricted_folder(project: Project) -> Path:
    """Where a project keeps its lists: below its output."""
    return project.path(project.questionnaire.output) / FOLDER


def restricted_csv(names: Sequence[str], rows: Sequence[object]) -> bytes:
    """Write a list as CSV, guarded against formulas; each row has an attribute of each of these names."""
    columns = tuple([str(getattr(row, name)) for row in rows] for name in names)
    out = io.StringIO(newline="")
    write_csv(Table("the restricted list", tuple(names), columns, len(rows)), out)
    return out.getvalue().encode("utf-8-sig", errors="backslashreplace")


def write_restricted(data: bytes, path: Path, *, force: bool = False, endings: Collection[str] = (".csv",)) -> bool:
    """Write a list for its owner alone, whole or not at all; False where the same one stands there already.

    A folder that is made for it is the owner's alone too, and so is one that is called as ours. Raises OutputError where another list
    stands there, unless `force`.
    """
    try:
        _make_folder(path.parent)
        if path.is_file() and path.read_bytes() == data:
            path.chmod(OWNER_FILE)
            return False
    except OSError as error:
        raise OutputError(path, reason(error)) from error
    check_output(path, force=force, endings=endings)
    with replacing(path, force=force, mode=OWNER_FILE) as handle:
        handle.write(data)
    return True


def _make_folder(folder: Path) -> None:
    """Make the folder where there is none; one that is called as ours is the owner's alone in any case, any other is left as it is."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=OWNER_FOLDER)
    elif folder.name == FOLDER:
        folder.chmod(OWNER_FOLDER)
