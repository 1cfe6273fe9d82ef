"""What each row of a coded table weighs."""

from __future__ import annotations

from freetext.files.coding.coded_answers import wave_coded
from freetext.files.coding.wanted import Wanted
from freetext.files.project.settings import NAME, Project
from freetext.files.tabular.tables import Table
from freetext.survey.answers import FloatArray
from freetext.tallies.bases import weights_of


def weights_in(table: Table, wanted: Wanted, project: Project | None) -> tuple[FloatArray | None, tuple[str, ...]]:
    """Read the weights, None where everybody counts the same; and what is to be said of them.

    A survey may be weighted from one of its waves on: an earlier one without the project's column counts every answer once. Of the
    present wave, or where a column was asked for, what is missing raises MissingColumn.
    """
    column = wanted.weight or (project.questionnaire.weight if project else "")
    if not column:
        return None, ()
    if not wanted.weight and column not in table.names and (wanted.earlier or _is_earlier(table.file, project)):
        said = (
            f"{table.file}: no column {column!r} (weight in {NAME}), and it is an earlier wave: every answer weighs 1"
        )
        return None, (said,)
    values = table.texts(column, option="--weight" if wanted.weight else f"weight in {NAME}")
    return weights_of(values, first_row=table.row(0), column=column, file=table.file), ()


def _is_earlier(file: str, project: Project | None) -> bool:
    """Whether a coded file was made of a wave before the present one."""
    if project is None:
        return False
    earlier = {project.path(each) for each in project.questionnaire.earlier}
    return wave_coded(file, project) in earlier
