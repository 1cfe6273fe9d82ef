"""The columns that a project drops: they tell who somebody is, and nothing may look at them."""

from __future__ import annotations

from collections.abc import Iterable

from freetext.errors import InputError
from freetext.files.project.settings import NAME, Project
from freetext.files.tabular.tables import Table


def without_dropped(table: Table, project: Project | None, asked: Iterable[str] = ()) -> Table:
    """Leave out the columns that the project drops; raises InputError where one of them is asked for."""
    dropped = project.questionnaire.drop if project else ()
    wanted = next((name for name in asked if name in dropped), "")
    if project and wanted:
        raise InputError(
            f"the column {wanted!r} is left out: {project.folder / NAME} names it under `drop`.",
            file=table.file,
            remedy="Take it off that list, or name another column.",
        )
    return table.without(dropped)
