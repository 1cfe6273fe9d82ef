"""Coded files or frames to tallies, and tallies to text, frames and files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from freetext.files.coding.compared import compared
from freetext.files.coding.tallying import Wanted, tables_of
from freetext.files.parts.coded_folders import coded_folder, is_coded_folder
from freetext.files.project.settings import Project, read_settings
from freetext.files.tabular.filters import conditions_of, kept_rows
from freetext.files.tabular.tables import Table, check_output, write_table, write_text, write_workbook
from freetext.interfaces.sources import Names, Source, codeframe_from, names_from, table_from
from freetext.show.csvs import HEADER, as_csv, csv_rows
from freetext.show.jsons import as_json
from freetext.show.markdown import as_markdown
from freetext.show.sheets import workbook
from freetext.show.tables import terminal
from freetext.survey.codeframe import Codeframe
from freetext.tallies.conventions import CORRECTIONS, ORDERS, PROFILES, Conventions, Correction, Order, Profile
from freetext.tallies.evaluate import Evaluation
from freetext.tallies.evaluate import evaluate as compare
from freetext.tallies.opens import CodedBy
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
    where: Names = (),
    weight: str = "",
    base: BaseKind = "answered",
    across: bool = False,
    codeframe: Codeframe | str | Path | None = None,
    coded_by: CodedBy = "",
    audit: Source | None = None,
    id: str = "",
    score_prefix: str = "",
    population: int | None = None,
    letters: bool = True,
    lower: bool = False,
    against_total: bool = False,
    correction: Correction = "bh",
    nets: bool = True,
    order: Order = "codeframe",
    top: int = 0,
    hide_below: float = 0.0,
    publication: bool = False,
    disclosure: Profile = "",
    project: str | Path | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> list[TallyTable]:
    """Tally themes and closed answers of a coded file, frame or folder of coded parts, as a whole and by any closed column.

    The arguments are the options of `freetext tally`: `themes` the columns of codes `a;b;c` (default: freetext_themes, one a
    question), `text` the verbatims, which tell blank answers, `closed` closed columns to tally too, `by` the columns of cross-tabs, one
    table each, `respondent` who answered: they count once. `where` are conditions such as "type = charity". `coded_by` says who gave codes beside which no column says it, "people" or "machine"
    (default: a machine, and a note). `audit` is a file or frame of people's labels of a random audit (id, themes), matched by
    the column `id`; `score_prefix` begins the columns of a model's scores. `hide_below` is a share, 0..1. A `project` (the folder of a
    freetext.toml) fills in what is not given, its own audit too. One table a question and banner; shares are 0..1 of the base, intervals
    95 %: Wilson's, or corrected by the audit. Raises InputError, UsageError, and NegativeAnswer where there is nothing to tally.
    """
    conventions = Conventions(
        *(population, letters, lower, against_total, correction, nets),
        publication=publication,
        order=order,
        top=top,
        hide_below=hide_below,
        disclosure=disclosure,
    )
    _check(conventions)
    survey = read_settings(Path(project)) if project is not None else None
    wanted = Wanted(
        themes=_names(themes),
        closed=_names(closed),
        by=names_from(by),
        text=text,
        question=question,
        respondent=respondent,
        weight=weight,
        base=base,
        codeframe=codeframe_from(codeframe),
        conventions=conventions,
        audit=None if audit is None else table_from(audit, project=survey),
        score_prefix=score_prefix,
        id=id,
        where=names_from(where),
        across=across,
        coded_by=coded_by,
    )
    return _tables(coded, wanted, survey, sheet, encoding, delimiter, dialect)


def _tables(
    coded: Source,
    wanted: Wanted,
    survey: Project | None,
    sheet: str | None,
    encoding: str | None,
    delimiter: str | None,
    dialect: str | None,
) -> list[TallyTable]:
    """Tally a folder of coded parts, or a table, which is read as said."""
    if isinstance(coded, str | Path) and is_coded_folder(coded):
        from freetext.files.parts.folder_tallying import folder_tables  # noqa: PLC0415  (a file needs none of it)

        return folder_tables(coded_folder(coded), wanted, survey)
    table = table_from(coded, project=survey, sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
    return tables_of(table, wanted, survey)


def _check(conventions: Conventions) -> None:
    """Refuse words and numbers that no convention is called; raises ValueError."""
    for name, said, known in (
        ("correction", conventions.correction, CORRECTIONS),
        ("order", conventions.order, ORDERS),
        ("disclosure", conventions.disclosure or PROFILES[0], PROFILES),
    ):
        if said not in known:
            message = f"{name} is {said!r}; there is {', '.join(known)}"
            raise ValueError(message)
    if not 0 <= conventions.hide_below <= 1 or conventions.top < 0:
        message = (
            f"hide_below is a share in 0..1 and top is not negative, not {conventions.hide_below} and {conventions.top}"
        )
        raise ValueError(message)


def _names(names: Names | None) -> tuple[str, ...] | None:
    return None if names is None else names_from(names)


def evaluate(
    coded: Source,
    *,
    labels: Names,
    themes: str = "freetext_themes",
    where: Names = (),
    codeframe: Codeframe | str | Path | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> Evaluation:
    """Compare the codes of a file or frame with labels, as `freetext evaluate` does; blank answers are left out.

    `themes` is a column of `a;b;c`, `labels` what `read_answers` takes: such a column, or several 0/1 or code columns; `where` are
    conditions that rows must meet. Precision,
    recall, F1 and kappa a theme, and micro, macro and samples F1, all 0..1 (kappa from -1), None where undefined. Raises
    InputError for what the codeframe lacks (UnknownTheme among the codes), and UsageError.
    """
    table = table_from(coded, sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
    kept = kept_rows(table, conditions_of(names_from(where))).rows
    pair = compared(table, themes, names_from(labels), codeframe_from(codeframe)).take(kept)
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
