"""Coded files or frames to tallies, and tallies to text, frames and files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from freetext.files.coded import compared
from freetext.files.settings import read_settings
from freetext.files.tables import Table, check_output, write_table, write_text, write_workbook
from freetext.files.tallying import Wanted, tables_of
from freetext.interfaces.sources import Names, Source, codeframe_from, names_from, table_from
from freetext.show.csvs import HEADER, as_csv, csv_rows
from freetext.show.jsons import as_json
from freetext.show.markdown import as_markdown
from freetext.show.sheets import workbook
from freetext.show.tables import terminal
from freetext.survey.codeframe import Codeframe
from freetext.tallies.evaluate import Evaluation
from freetext.tallies.evaluate import evaluate as compare
from freetext.tallies.table import BaseKind, TallyTable

if TYPE_CHECKING:
    import pandas as pd

Form = Literal["txt", "md", "csv", "json"]
FIGURES = ("weighted_base", "effective_base", "weighted", "share", "low", "high", "score", "mean_rank")
ENDINGS = (".xlsx", ".csv", ".json", ".md", ".txt")


def tally(
    coded: Source,
    *,
    themes: Names | None = None,
    text: str = "",
    question: str = "",
    respondent: str = "",
    closed: Names | None = None,
    by: Names = (),
    weight: str = "",
    base: BaseKind = "answered",
    codeframe: Codeframe | str | Path | None = None,
    project: str | Path | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> list[TallyTable]:
    """Tally themes and closed answers of a coded file or frame, as a whole and by any closed column.

    The arguments are the options of `freetext tally`: `themes` the columns of codes `a;b;c` (default: freetext_themes, one a
    question), `text` the verbatims, which tell blank answers, `closed` closed columns to tally too, `by` the columns of
    cross-tabs, one table each, `respondent` who answered: they count once, whatever the number of rows. A `project` (the folder of a freetext.toml) fills in what is not given. One table a question and
    banner; shares are 0..1 of the base, intervals 95 %, Wilson's where people decided, none where a machine did. Raises
    InputError, UsageError, and NegativeAnswer where there is nothing to tally.
    """
    table = table_from(coded, sheet=sheet, encoding=encoding, delimiter=delimiter)
    wanted = Wanted(
        None if themes is None else names_from(themes),
        None if closed is None else names_from(closed),
        names_from(by),
        text,
        question,
        respondent,
        weight,
        base,
        codeframe_from(codeframe),
    )
    return tables_of(table, wanted, read_settings(Path(project)) if project is not None else None)


def evaluate(
    coded: Source,
    *,
    labels: Names,
    themes: str = "freetext_themes",
    codeframe: Codeframe | str | Path | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Evaluation:
    """Compare the codes of a file or frame with labels, as `freetext evaluate` does; blank answers are left out.

    `themes` is a column of `a;b;c`, `labels` what `read_answers` takes: such a column, or several 0/1 or code columns. Precision,
    recall, F1 and kappa a theme, and micro, macro and samples F1, all 0..1 (kappa from -1), None where undefined. Raises
    InputError for what the codeframe lacks (UnknownTheme among the codes), and UsageError.
    """
    table = table_from(coded, sheet=sheet, encoding=encoding, delimiter=delimiter)
    pair = compared(table, themes, names_from(labels), codeframe_from(codeframe))
    return compare(pair.codeframe, pair.chosen, pair.truth, blank=pair.blank)


def tables_text(tables: Sequence[TallyTable], form: Form = "txt", *, width: int = 100, colour: bool = False) -> str:
    """Write tallies as text: aligned (`txt`, at most `width` cells of a terminal), Markdown, CSV or the JSON of the contract."""
    if form == "txt":
        return "\n\n".join(terminal(table, width=width, colour=colour) for table in tables)
    written = {"md": as_markdown, "csv": as_csv, "json": as_json}
    if form not in written:
        message = f"no form {form!r}; forms: txt, {', '.join(written)}"
        raise ValueError(message)
    return written[form](tables)


def tables_frame(tables: Sequence[TallyTable]) -> pd.DataFrame:
    """Lay tallies out as one long frame: a row for each table, theme and column; shares 0..1, nan where there is none."""
    import pandas as pd  # noqa: PLC0415  (who prints tables needs no pandas)

    frame = pd.DataFrame(list(csv_rows(tables)), columns=pd.Index(HEADER))
    return frame.astype(dict.fromkeys(FIGURES, "float64"))


def save_tables(tables: Sequence[TallyTable], path: str | Path, *, title: str = "", force: bool = False) -> Path:
    """Write tallies to .xlsx, .csv, .json, .md or .txt, whole or not at all; raises OutputError.

    `title` heads the first sheet of a workbook. Cells of a CSV that a spreadsheet would run as a formula get an apostrophe in front.
    """
    check_output(path, force=force, endings=ENDINGS)
    ending = Path(path).suffix.lower()
    if ending == ".xlsx":
        write_workbook(workbook(tables, title=title), path, force=force)
    elif ending == ".csv":
        write_table(_as_table(tables), path, force=force)
    else:
        forms: dict[str, Form] = {".json": "json", ".md": "md", ".txt": "txt"}
        write_text(tables_text(tables, forms[ending]), path, force=force)
    return Path(path)


def _as_table(tables: Sequence[TallyTable]) -> Table:
    """Lay tallies out as their CSV has them, for the writer that guards against formulas."""
    head, *rows = csv.reader(io.StringIO(as_csv(tables), newline=""))
    columns = tuple(list(column) for column in zip(*rows, strict=True))
    return Table("tables", tuple(head), columns, len(rows))
