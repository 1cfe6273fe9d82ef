"""A blind random audit of codes from anywhere, drawn from Python."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from freetext.files.auditing.audit_draws import Source as Columns
from freetext.files.auditing.audit_draws import draw_from
from freetext.files.auditing.audit_labels import audit_labels
from freetext.files.auditing.audit_sheets import USUAL, Drawing
from freetext.files.project.settings import read_settings
from freetext.files.tabular.frames import frame_of
from freetext.interfaces.sources import Names, Source, names_from, table_from

if TYPE_CHECKING:
    import pandas as pd


def draw_audit(
    source: Source,
    *,
    text: Names = (),
    id: str = "",
    respondent: str = "",
    question: str = "",
    by: Names = (),
    show: Names = (),
    where: Names = (),
    n: int = USUAL,
    half_width: float = 0.0,
    seed: str = "",
    keep: Source | None = None,
    redact: bool = False,
    project: str | Path | None = None,
) -> pd.DataFrame:
    """Draw the blind random audit of a file or frame, as `freetext audit draw` does: a row for each answer to be coded.

    `text` names the verbatims (a project knows them), `respondent` who wrote them: all answers of one are drawn by one random number;
    `by` closed columns whose values get 30 answers each, or all; `where` conditions that the rows must meet, `n` how many answers to each
    question, or `half_width` how narrow the interval of a share of 10 % is to be, 0..1. The same `seed` draws the same answers,
    and a larger draw holds every smaller one; `keep` are labels of such a one. `redact` covers personal data in the texts. Write the themes of each answer into the column
    `themes`, `a;b;c`, and `none` where none applies; `tally(..., audit=frame)` takes it. Raises InputError, and UsageError.
    """
    if n < 1 or not 0 <= half_width < 0.5:
        message = f"an audit has one answer at least, and a half-width below .5, not {n} and {half_width}"
        raise ValueError(message)
    wanted = Drawing(n, half_width, names_from(by), names_from(show), seed, redact)
    columns = Columns(names_from(text), id, respondent, question, names_from(where))
    plan = read_settings(Path(project)) if project is not None else None
    labels = None if keep is None else audit_labels(table_from(keep, project=plan))
    return frame_of(draw_from(table_from(source, project=plan), columns, wanted, labels, plan).table)
