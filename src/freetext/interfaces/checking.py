"""A file or frame checked before it is coded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.errors import InputError, UsageError
from freetext.files.coding.checked import Asked, all_guards, checked_table, refused
from freetext.files.coding.checked_columns import expected_language
from freetext.files.project.settings import Project, read_settings
from freetext.files.project.survey_tables import dialect_of
from freetext.files.tabular.dialects import Dialect
from freetext.files.tabular.tables import Table, read_table
from freetext.guard.checks import Checked
from freetext.interfaces.sources import Names, Source, names_from, table_from

if TYPE_CHECKING:
    import pandas as pd

FRAME = ("severity", "check", "column", "count", "rows", "what", "remedy")


def check(
    source: Source,
    *,
    text: Names = (),
    id: str = "",
    respondent: str = "",
    question: str = "",
    weight: str = "",
    lang: str = "",
    with_text: bool = False,
    project: str | Path | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> Checked:
    """Check a file or frame before it is coded, as `freetext check` does; nothing is written.

    `source` may be the folder of a freetext.toml, which then stands for its `file`. A `project` says what the columns are; else they are
    named here or guessed. `lang` is the language code that answers are expected in (default: the codeframe's, or the file's
    commonest). The findings name rows and never hold an answer's text; `flagged` lists the answers that somebody must look at for
    safeguarding, with texts only where `with_text` is set: keep it from eyes that need not see it. A row that cannot be read is a finding;
    raises InputError for a file that is not there, or a column that was asked for and is not.
    """
    if isinstance(source, (str, os.PathLike)) and Path(source).is_dir():
        project = project or source
    plan = read_settings(Path(project)) if project is not None else None
    asked = Asked(names_from(text), id, respondent, question, weight, expected_language(lang), with_text)
    try:
        table = _table(source, plan, sheet, encoding, delimiter, dialect)
    except InputError as error:
        if (unreadable := refused(error)) is None:
            raise
        return unreadable
    return checked_table(table, asked, plan, all_guards())


def _table(
    source: Source,
    plan: Project | None,
    sheet: str | None,
    encoding: str | None,
    delimiter: str | None,
    dialect: str | None,
) -> Table:
    """Read the source, as the project says where nobody says otherwise."""
    if not isinstance(source, (str, os.PathLike)) or plan is None:
        return table_from(source, sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
    survey = plan.questionnaire
    if Path(source).is_dir():
        if not survey.file:
            raise UsageError(f"{plan.folder}: freetext.toml names no `file`; give the file instead of the folder.")
        source = plan.path(survey.file)
    usual: Dialect | str = dialect or dialect_of(survey)
    return read_table(
        source,
        sheet=sheet,
        encoding=encoding,
        delimiter=delimiter,
        fallback=lambda: survey.encoding,
        dialect=usual,
    )


def findings_frame(checked: Checked) -> pd.DataFrame:
    """Lay findings out as a frame, one row each, the gravest first; `rows` is a tuple of the file's row numbers."""
    import pandas as pd  # noqa: PLC0415  (who checks a file needs no pandas)

    lines = [tuple(getattr(each, name) for name in FRAME) for each in checked.findings]
    return pd.DataFrame(lines, columns=pd.Index(FRAME))
