"""Restricted lists, wherever in a project's folder they stand, and the rows in which they name somebody."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from freetext.errors import InputError
from freetext.files.forgetting.still import project_files
from freetext.files.project.settings import Project
from freetext.files.restricting import escalated, flagged
from freetext.files.restricting.lists import restricted_folder
from freetext.files.restricting.owners import listed_file
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table, read_table

Listed = Callable[[Path | None, str], Collection[str]]
"""The ids that mean a person in a list: by the file that it was made of, None where nobody noted it, and by the list's stem."""

HEAD = 512
"""Bytes in which the header of a list stands."""
PARTS = re.compile("[,;\t]")


def list_paths(project: Project) -> list[Path]:
    """List the restricted lists of a project: all in its own folder of them, and by their header those that stand elsewhere."""
    own = restricted_folder(project).resolve()
    file = project.questionnaire.file
    survey = project.path(file).resolve() if file else None
    found = project_files(project, lambda name: name.lower().endswith(".csv"))
    return [each for each in found if each.resolve() != survey and (each.parent.resolve() == own or _has_header(each))]


def _has_header(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as handle:
        head = handle.readline(HEAD).decode("utf-8-sig", "replace").strip().replace('"', "")
        names = tuple(PARTS.split(head))
        return any(names[: len(known)] == known for known in (flagged.NAMES, escalated.NAMES))
    return False


def restricted_lists(project: Project, ids: Listed) -> Iterator[tuple[Path, Table, tuple[int, ...]]]:
    """Find the lists that name a person's ids: each with the places of the rows. A list that cannot be read is passed over."""
    for path in list_paths(project):
        with suppress(InputError):
            table = read_table(path, fallback=lambda: project.questionnaire.encoding)
            if places := places_of(table, ids(listed_file(project, path), _stem(path))):
                yield path, table, places


def unclear_lists(project: Project, ids: Collection[str], sure: Listed) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """Find the lists whose lines nobody can tell: each with the rows of ids that other people have too, none where it cannot be read."""
    for path in list_paths(project):
        try:
            table = read_table(path, fallback=lambda: project.questionnaire.encoding)
        except InputError:
            yield path, ()
            continue
        if places := places_of(table, set(ids).difference(sure(listed_file(project, path), _stem(path)))):
            yield path, tuple(table.row(place) for place in places)


def places_of(table: Table, ids: Collection[str]) -> tuple[int, ...]:
    """The places of the rows of these ids, which stand in a list as they are or guarded against formulas."""
    if "id" not in table.names:
        return ()
    cells = table.texts("id")
    bare = unguarded(cells)
    return tuple(place for place, cell in enumerate(cells) if cell.strip() in ids or bare[place].strip() in ids)


def _stem(path: Path) -> str:
    """The name of the file that a list was made of, where the list is called as ours are."""
    return next((path.name.removesuffix(end) for end in (flagged.END, escalated.END) if path.name.endswith(end)), "")
