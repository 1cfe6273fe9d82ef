"""A coded file to the files of other programs: spreadsheets, SPSS, Stata, Triple-S, REFI-QDA."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from freetext.errors import InputError, UsageError
from freetext.files.backcoding.moves import hashes_in, moves_of
from freetext.files.coding.coded import closed_question
from freetext.files.coding.coded_answers import wave_coded
from freetext.files.coding.open_questions import open_questions
from freetext.files.coding.wanted import Wanted
from freetext.files.disk.places import make_folder
from freetext.files.exchange.exports import (
    FORMS,
    CodedSurvey,
    ExportedFile,
    Form,
    How,
    check_export,
    files_of,
    form_of,
    plain_table,
    write_codebook,
    write_export,
)
from freetext.files.exchange.exports_names import NAMED, PLAIN, renames_of
from freetext.files.exchange.exports_types import typed_as
from freetext.files.exchange.names import Renames
from freetext.files.exchange.statistical_back import carried
from freetext.files.parts.coded_folders import is_coded_folder
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project, read_settings
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.rows import require_rows
from freetext.files.tabular.tables import Table
from freetext.files.tabular.triple_s import VERSIONS, Version
from freetext.interfaces.sources import Names, Source, codeframe_from, names_from, table_from
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.responses import Responses
from freetext.survey.waves import coded_wave

ALL_ENDINGS: dict[Form, str] = {
    "csv": ".csv",
    "xlsx": ".xlsx",
    "parquet": ".parquet",
    "sav": ".sav",
    "dta": ".dta",
    "triple-s": "-triple-s.sss",
    "qdpx": ".qdpx",
}
"""What the names of all exports end in; a codebook has the codeframe's name in it."""


def export(
    coded: Source,
    output: str | Path,
    *,
    form: str = "",
    themes: Names | None = None,
    text: str = "",
    question: str = "",
    id: str = "",
    respondent: str = "",
    weight: str = "",
    codeframe: Codeframe | str | Path | None = None,
    source: str | Path | None = None,
    nets: bool = False,
    triple_s: Version = "2.0",
    crlf: bool = False,
    raw: bool = False,
    force: bool = False,
    project: str | Path | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> tuple[ExportedFile, ...]:
    """Write a coded file or frame for another program, as `freetext export` does.

    The ending of `output`, or `form` (csv, xlsx, parquet, sav, dta, triple-s, qdc, qdpx), says which; with form "all" `output` is a
    folder that is made where it is missing. The data are the original columns and a 0/1 variable for each theme, with `nets` for each net:
    1 where it was given, 0 where not, missing where the answer is blank. A `project` (the folder of a freetext.toml) brings codeframes,
    titles, options and weights; what it drops is left out. `source` is the file that the answers came from (default: the project's): its
    codes, labels and sets of several answers come back. Each file is whole or not there; an existing one is refused unless
    `force`. Says of each what was renamed, cut, stripped and guarded. Raises InputError, UsageError, OutputError.
    """
    if triple_s not in VERSIONS:
        raise UsageError(f"Triple-S {triple_s}: there is {' and '.join(VERSIONS)}.")
    survey = read_settings(Path(project)) if project is not None else None
    wanted = Wanted(
        themes=None if themes is None else names_from(themes),
        text=text,
        question=question,
        id=id,
        respondent=respondent,
        weight=weight,
        codeframe=codeframe_from(codeframe),
    )
    if isinstance(coded, str | Path):
        refuse_folder(coded)
    table = table_from(coded, project=survey, sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
    read = coded_survey(with_labels(table, source_table(source, survey, table.file)), wanted, survey, nets=nets)
    how = How(force=force, raw=raw, triple_s=triple_s, crlf=crlf)
    if form == "all":
        return tuple(export_all(read, Path(output), how))
    return (write_export(read, output, form_of(output, form), how),)


def source_table(source: str | Path | None, project: Project | None, coded: str = "") -> Table | None:
    """Read the file that the answers came from: the one that is named, else that of the coded file's wave or the project's, where it is there."""
    if source is not None:
        return read_survey_table(source, project.questionnaire if project else Questionnaire())
    own = project.path(project.questionnaire.file) if project and project.questionnaire.file else None
    own = (wave_coded(coded, project) if project else None) or own
    return read_survey_table(own, project.questionnaire) if project and own and own.is_file() else None


def with_labels(table: Table, source: Table | None) -> Table:
    """Give a coded table what the file that it was made from says of its columns: a CSV, workbook or Parquet file cannot hold it.

    Numbers and dates of that file are such again, an id too, where a CSV made texts of them.
    """
    table = typed_as(table, source) if source is not None else table
    said = carried(source, table) if source is not None else {}
    return replace(table, about={**{name: about for name, about in said.items() if name in table.names}, **table.about})


def refuse_folder(coded: str | Path) -> None:
    """Refuse a folder of coded parts: its rows are too many for most of these formats, and its parts are Parquet or CSV already."""
    if is_coded_folder(coded):
        remedy = (
            "Export one of its parts, or a sample; the parts themselves are Parquet or CSV, which other programs read."
        )
        raise InputError("is a folder of coded parts, and a file is exported.", file=coded, remedy=remedy)


def coded_survey(table: Table, wanted: Wanted, project: Project | None, *, nets: bool = False) -> CodedSurvey:
    """Read what is exported from a coded table; raises InputError where it holds no codes and no project knows it."""
    require_rows(table)
    named = {"--id": wanted.id, "--respondent": wanted.respondent, "--weight": wanted.weight}
    asked = [*(wanted.themes or ()), wanted.text, wanted.question, *named.values()]
    table = without_dropped(table, project, [each for each in asked if each])
    for option, column in named.items():
        if column:
            table.place(column, option=option)
    opened = tuple(open_questions(table, wanted, project))
    survey = _asked_for(wanted, project.questionnaire if project else Questionnaire())
    moved = tuple(_moved(table, project)) if project else ()
    return CodedSurvey(table, opened, survey, moved, nets)


def _asked_for(wanted: Wanted, survey: Questionnaire) -> Questionnaire:
    """Let the columns that were named stand before the project's."""
    return replace(
        survey,
        id=wanted.id or survey.id,
        respondent=wanted.respondent or survey.respondent,
        weight=wanted.weight or survey.weight,
    )


def _moved(table: Table, project: Project) -> Iterator[Responses]:
    """Read the closed questions that were back-coded."""
    survey = project.questionnaire
    for each in survey.questions:
        if each.kind not in ("closed", "multi") or not all(name in table.names for name in each.columns):
            continue
        if moves := moves_of(project, each):
            yield closed_question(table, each, moves, survey.id, hashes_in(table, survey, each))


def named_after(coded: str, form: Form, survey: str = "") -> str:
    """Name the file of an export after the coded file, or where that has no name of its own after the `survey`'s first file."""
    return f"{_stem(coded, survey)}{ALL_ENDINGS.get(form, f'.{form}')}"


def _stem(coded: str, survey: str) -> str:
    name = coded_wave(coded)
    own = name not in ("", "-", "coded", "standard input", "the frame")
    return name if own else coded_wave(survey) or "survey"


def all_exports(coded: CodedSurvey, folder: Path) -> list[tuple[Form, Path, Codeframe | None]]:
    """List what an export of everything writes: the form, the place, and of a codebook its codeframe."""
    file, own = coded.table.file, coded.survey.file
    wanted: list[tuple[Form, Path, Codeframe | None]] = [
        (form, folder / named_after(file, form, own), None)
        for form in FORMS
        if form in ALL_ENDINGS and (form != "qdpx" or any(each.text for each in coded.opened))
    ]
    stem = _stem(file, own)
    return [*wanted, *(("qdc", folder / f"{stem}-{name}.qdc", frame) for name, frame in coded.codeframes)]


def export_all(coded: CodedSurvey, folder: Path, how: How) -> Iterator[ExportedFile]:
    """Write every format into a folder, one after the other, which is made where it is missing; places are checked first."""
    check_all(coded, folder, how)
    make_folder(folder)
    for form, path, frame in all_exports(coded, folder):
        yield write_codebook(frame, path, how) if frame else write_export(coded, path, form, how)


def check_all(coded: CodedSurvey, folder: Path, how: How) -> None:
    """Refuse early what an export of everything could not write, into a folder that may be missing; raises OutputError."""
    for form, path, _ in all_exports(coded, folder):
        check_export(path, form, force=how.force, makes=True)


def places_of(coded: CodedSurvey, output: Path, form: str) -> Sequence[Path]:
    """List the files that an export would write."""
    if form == "all":
        return [file for of, path, _ in all_exports(coded, output) for file in files_of(path, of)]
    return files_of(output, form_of(output, form))


def renames_planned(coded: CodedSurvey, output: Path, form: str) -> dict[Path, Renames]:
    """List, for each file that an export would write, the names of variables that it changes; files that change none are left out."""
    planned = (
        [(of, path) for of, path, _ in all_exports(coded, output)]
        if form == "all"
        else [(form_of(output, form), output)]
    )
    dataset = coded.dataset() if any(of in NAMED for of, _ in planned) else None
    found = {
        path: renames_of(dataset, of) if dataset and of in NAMED else plain_table(coded)[1]
        for of, path in planned
        if of in (*NAMED, *PLAIN)
    }
    return {path: renames for path, renames in found.items() if renames}
