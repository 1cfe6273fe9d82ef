"""`freetext.code_folder`: what `freetext code DIR -o OUT/` does, for programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from freetext.batch.orders import ENDINGS, Wishes, order_of
from freetext.batch.parts import RANGE_ROWS
from freetext.batch.reports import Report
from freetext.batch.run import How, Watch, run_folder
from freetext.errors import UsageError
from freetext.files.parts.part_candidates import AUDIT
from freetext.files.project.settings import read_settings
from freetext.files.project.survey_tables import dialect_of
from freetext.files.tabular.dialects import Dialect, Platform


def code_folder(
    source: str | Path,
    out: str | Path,
    *,
    text: str | tuple[str, ...] | list[str] = (),
    id: str = "",
    respondent: str = "",
    question: str = "",
    model: str | Path = "",
    vectors: str = "",
    scores: bool = False,
    evidence: bool = False,
    by: str | tuple[str, ...] | list[str] = (),
    weight: str = "",
    audit_candidates: int = AUDIT,
    format: Literal["parquet", "csv"] = "parquet",
    raw: bool = False,
    redact: bool = False,
    workers: int = 1,
    scheduler: str = "",
    recode: bool = False,
    force: bool = False,
    project: str | Path | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: Platform | None = None,
    range_rows: int = RANGE_ROWS,
    watch: Watch | None = None,
) -> Report:
    """Code the files of a folder, a pattern or an address into the folder `out`, each part once, as `freetext code DIR -o OUT/` does.

    What stands already is not coded again: only parts whose content or settings have changed are, and with `recode` those of an
    earlier model. `force` starts the folder anew. `workers` are processes of this machine; `scheduler` is `local` or the address
    of a Dask cluster. A part that fails is named in the report, and the others stand: call again. Large Parquet files are coded
    in ranges of about `range_rows` rows. `redact` covers personal data in the text columns of all that is written. A `project` (the folder of a freetext.toml) fills in what is not given. Raises
    InputError, UsageError, BundleError and OutputError.
    """
    if format not in ENDINGS:
        raise UsageError(f"--format {format}: one of {', '.join(ENDINGS)}.")
    settings = read_settings(Path(project)) if project is not None else None
    usual = dialect_of(settings.questionnaire) if settings else Dialect()
    wishes = Wishes(
        *(_names(text), id, respondent, question, str(model), vectors, scores, evidence),
        *(_names(by), weight, audit_candidates, format, raw),
        encoding=encoding,
        delimiter=delimiter,
        redact=redact,
        dialect=replace(usual, platform=dialect, asked=True) if dialect else usual,
    )
    how = How(workers, scheduler, recode=recode, force=force, range_rows=range_rows)
    return run_folder(str(source), str(out), lambda parts: order_of(parts, wishes, settings), how, watch)


def _names(names: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
