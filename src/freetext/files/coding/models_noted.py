"""What stands below a table of codes that several models gave."""

from __future__ import annotations

from dataclasses import replace

from freetext.files.coding.coded_models import answers_by_model, models_told
from freetext.files.coding.open_questions import Opened
from freetext.files.tabular.tables import Table
from freetext.survey.answers import IntArray


def with_models(opened: Opened, table: Table, places: IntArray, *, hidden: bool) -> Opened:
    """Say which model coded how many answers where several did; `places` are the rows that count, int (n,).

    `hidden` leaves the numbers out, as a disclosure profile wants it.
    """
    said = opened.responses
    models = answers_by_model(table, opened.column, places[said.asked].tolist())
    if len(models) < 2:
        return opened
    note = f"Coded by several models: {models_told(models, hidden=hidden)}."
    return replace(opened, responses=replace(said, notes=(*said.notes, note)))
