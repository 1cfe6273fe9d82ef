"""A file or frame checked before it is coded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.errors import InputError
from freetext.files.coding.checked import Asked, all_guards, checked_table, refused
from freetext.files.coding.checked_columns import expected_language
from freetext.files.project.settings import read_settings
from freetext.guard.checks import Checked
from freetext.interfaces.sources import Names, Source, file_from, names_from, table_from

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
        table = table_from(
            file_from(source, plan),
            project=plan,
            sheet=sheet,
            encoding=encoding,
            delimiter=delimiter,
            dialect=dialect,
        )
    except InputError as error:
        if (unreadable := refused(error)) is None:
            raise
        return unreadable
    return checked_table(table, asked, plan, all_guards())


def findings_frame(checked: Checked) -> pd.DataFrame:
    """Lay findings out as a frame, one row each, the gravest first; `rows` is a tuple of the file's row numbers."""
    import pandas as pd  # noqa: PLC0415  (who checks a file needs no pandas)

    lines = [tuple(getattr(each, name) for name in FRAME) for each in checked.findings]
    return pd.DataFrame(lines, columns=pd.Index(FRAME))
