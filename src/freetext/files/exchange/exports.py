"""Coded data -> a file of another program; each file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from freetext.errors import InputError, OutputError, UsageError, names_listed
from freetext.files.coding.coded import UNCODED
from freetext.files.coding.open_questions import Opened
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import check_folder, check_output, make_folder
from freetext.files.exchange.coded_dataset import coded_dataset, is_our_column, theme_ticks
from freetext.files.exchange.dataset import Dataset
from freetext.files.exchange.exports_names import renames_said
from freetext.files.exchange.exports_qda import qda_project
from freetext.files.exchange.names import Renames, spss_names
from freetext.files.exchange.scopes import scoped
from freetext.files.exchange.sps import sps_text
from freetext.files.exchange.statistical_back import with_codes
from freetext.files.exchange.statistical_out import StatisticalWritten, require_pyreadstat
from freetext.files.exchange.triple_s_files import data_path
from freetext.files.exchange.whole_codes import whole_coded
from freetext.files.tabular.headings import unused
from freetext.files.tabular.rows import Table
from freetext.files.tabular.tables import Written, write_table
from freetext.files.tabular.triple_s import Version
from freetext.survey.codeframe import Codeframe, slugify
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.responses import Responses

Form = Literal["csv", "xlsx", "parquet", "sav", "dta", "triple-s", "qdc", "qdpx"]
FORMS: tuple[Form, ...] = get_args(Form)
ENDINGS: dict[str, Form] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".sav": "sav",
    ".zsav": "sav",
    ".dta": "dta",
    ".sss": "triple-s",
    ".xml": "triple-s",
    ".qdc": "qdc",
    ".qdpx": "qdpx",
}

LISTED = "--dry-run lists them all"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """What an export wrote: the form, the files, the rows, what had to be changed, for people, and all (name, became)."""

    form: Form
    paths: tuple[str, ...]
    rows: int
    said: tuple[str, ...] = ()
    renamed: Renames = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What people are told of names and codes: all (name, became), where they stand, and codes that became others."""

    renamed: Renames
    where: str
    anew: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The lines."""
        return (*renames_said(self.renamed, where=self.where), *self.anew)


@dataclass(frozen=True, slots=True, eq=False)
class CodedSurvey:
    """A coded table and what is known of it.

    table   without the columns that the project drops
    opened  its open questions, as `open_questions` reads them
    survey  the questionnaire; an empty one will do
    moved   closed questions after back-coding
    nets    nets are exported beside the themes
    """

    table: Table
    opened: tuple[Opened, ...]
    survey: Questionnaire
    moved: tuple[Responses, ...] = ()
    nets: bool = False

    def dataset(self) -> Dataset:
        """The data as statistics programs know it."""
        return coded_dataset(self.table, self.opened, self.survey, nets=self.nets, moved=self.moved)

    @property
    def codeframes(self) -> tuple[tuple[str, Codeframe], ...]:
        """The codeframes of its questions, each once, under names for files; of one name the second has its question's behind it."""
        asked = ((each.question, each.responses.codeframe) for each in self.opened)
        named: dict[str, Codeframe] = {}
        for each in dict.fromkeys(scoped((name, frame) for name, frame in asked if frame is not UNCODED)):
            name = "-".join([each.codeframe.name, *([slugify(each.question)] if each.question else ())])
            named[unused(name, named)] = each.codeframe
        return tuple(named.items())


@dataclass(frozen=True, slots=True)
class How:
    """How files are written.

    force     over old ones
    raw       without the formula guard
    triple_s  in which version of Triple-S
    crlf      with line breaks of two characters
    makes     into a folder that is made where it is missing
    """

    force: bool = False
    raw: bool = False
    triple_s: Version = "2.0"
    crlf: bool = False
    makes: bool = False


def form_of(path: str | Path, asked: str = "") -> Form:
    """Tell the form of an export from what was asked, else from the ending; raises UsageError."""
    if asked:
        if asked not in FORMS:
            raise UsageError(f"--as {asked}: there is {', '.join(FORMS)}.")
        return asked
    ending = Path(path).suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{path}: which format? Name a file that ends in {', '.join(ENDINGS)}, or say it with --as.")
    return ENDINGS[ending]


def files_of(path: str | Path, form: Form) -> tuple[Path, ...]:
    """List the files that an export writes; SPSS and Triple-S take two."""
    place = Path(path)
    if form == "triple-s":
        return place, data_path(place)
    return (place, place.with_suffix(".sps")) if form == "sav" else (place,)


def check_export(path: str | Path, form: Form, *, force: bool, makes: bool = False) -> None:
    """Refuse early what could not be written: raises OutputError, and InputError where a library is missing.

    makes  the folder is made where it is missing
    """
    if form in ("sav", "dta"):
        require_pyreadstat(path)
    if makes and not Path(path).parent.is_dir():
        check_folder(Path(path).parent)
        return
    endings = [ending for ending, of in ENDINGS.items() if of == form]
    check_output(path, force=force, endings=endings)
    for other in files_of(path, form)[1:]:
        check_output(other, force=force, endings=())


def write_export(coded: CodedSurvey, path: str | Path, form: Form, how: How) -> ExportedFile:
    """Write one export. Raises OutputError, and InputError where a library for the format is missing."""
    check_export(path, form, force=how.force, makes=how.makes)
    if how.makes:
        make_folder(Path(path).parent)
    write: Callable[[CodedSurvey, Path, How], ExportedFile] = {
        "csv": _write_plain,
        "parquet": _write_plain,
        "xlsx": _write_workbook,
        "sav": _write_spss,
        "dta": _write_stata,
        "triple-s": _write_triple_s,
        "qdc": _write_codebook,
        "qdpx": _write_qda,
    }[form]
    return write(coded, Path(path), how)


def plain_table(coded: CodedSurvey) -> tuple[Table, Renames]:
    """Give the coded table with a 0/1 column a theme behind its own, and (name, became) of those whose name a column has.

    Those that stand there already are not added again.
    """
    table, added, renamed = coded.table, dict[str, list[object]](), list[tuple[str, str]]()
    for name, cells in theme_ticks(coded.opened, nets=coded.nets).items():
        texts = ["" if cell is None else str(cell) for cell in cells]
        if table.names.count(name) == 1 and table.texts(name) == texts:
            continue
        became = unused(name, {*table.names, *added})
        renamed += [] if became == name else [(name, became)]
        added[became] = cells
    return table.with_columns(added), tuple(renamed)


def _write_plain(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    table, renamed = plain_table(coded)
    written = write_table(table, path, raw=how.raw, force=how.force)
    form: Form = "parquet" if path.suffix.lower() == ".parquet" else "csv"
    said = (*renames_said(renamed, where=LISTED), *_changed(written))
    return ExportedFile(form, (str(path),), written.rows, said, renamed)


def _write_workbook(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    """Write a workbook; rows that one sheet does not hold go on in the next."""
    from freetext.files.tabular.sheets import sheets_needed, write_xlsx

    table, renamed = plain_table(coded)
    with replacing(path, force=how.force) as out:
        pen = write_xlsx(table, out, path=path, further=True)
    sheets = sheets_needed(table)
    said = (f"{sheets} sheets, for one holds 1,048,575 answers",) if sheets > 1 else ()
    changed = _changed(Written(str(path), table.size, cut=pen.cut, stripped=pen.stripped))
    return ExportedFile(
        "xlsx", (str(path),), table.size, (*said, *renames_said(renamed, where=LISTED), *changed), renamed
    )


def _changed(written: Written) -> tuple[str, ...]:
    return _counts(guarded=written.guarded, cut=written.cut, stripped=written.stripped)


def _counts(*, guarded: int = 0, cut: int = 0, labels_cut: int = 0, stripped: int = 0) -> tuple[str, ...]:
    """Say how many cells had to be changed, and how."""
    counts = (
        (guarded, "texts with an apostrophe in front, so that no spreadsheet runs them as a formula"),
        (cut, "texts longer than the format holds, cut with a mark"),
        (labels_cut, "labels longer than the format holds, cut"),
        (stripped, "texts with control characters that the format cannot hold, taken out"),
    )
    return tuple(f"{what}: {count:,}" for count, what in counts if count)


def _write_spss(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    """Write a .sav, and beside it the syntax that says what names were before and defines labels and sets once more."""
    from freetext.files.exchange.sav import write_whole_sav

    dataset, (_, syntax) = with_codes(coded.dataset()), files_of(path, "sav")
    names = spss_names([each.name for each in dataset.variables])
    with replacing(syntax, force=how.force) as out:
        out.write(sps_text(dataset, names, data=path.name).encode())
        out.flush()
        written = write_whole_sav(dataset, path, force=how.force)
    renamed = (*dataset.renamed, *written.renamed)
    return _statistical("sav", (path, syntax), written, Told(renamed, f"all of them in {syntax.name}"))


def _write_stata(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    from freetext.files.exchange.dta import write_dta

    dataset, anew = whole_coded(coded.dataset())
    written = write_dta(dataset, path, force=how.force)
    return _statistical("dta", (path,), written, Told((*dataset.renamed, *written.renamed), LISTED, anew))


def _statistical(form: Form, paths: Sequence[Path], written: StatisticalWritten, told: Told) -> ExportedFile:
    changed = _counts(cut=written.cut, labels_cut=written.labels_cut, stripped=written.stripped)
    return ExportedFile(form, tuple(map(str, paths)), written.rows, (*told.said, *changed), told.renamed)


def _write_triple_s(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    from freetext.files.exchange.triple_s_files import write_triple_s

    survey, (dataset, anew) = coded.survey, whole_coded(coded.dataset())
    written = write_triple_s(
        dataset,
        path,
        version=how.triple_s,
        serial=survey.id,
        weight=survey.weight,
        raw=how.raw,
        force=how.force,
    )
    apart = (
        (f"one variable an answer, for some are missing alone: {names_listed(written.apart)}",) if written.apart else ()
    )
    changed = _counts(guarded=written.guarded, stripped=written.stripped)
    told = Told((*dataset.renamed, *written.renamed), LISTED, anew)
    return ExportedFile(
        "triple-s", (written.path, written.data), written.rows, (*told.said, *apart, *changed), told.renamed
    )


def _write_codebook(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    """Write the codeframe as a codebook; raises UsageError where there are several, for a codebook holds one."""
    frames = coded.codeframes
    if not frames:
        raise InputError("no question has a code, and no codeframe says which there are.", file=coded.table.file)
    if len(frames) > 1:
        names = names_listed([name for name, _ in frames])
        raise UsageError(f"{path}: a codebook holds one codeframe, and these are {names}: --all writes one each.")
    return write_codebook(frames[0][1], path, how)


def write_codebook(frame: Codeframe, path: Path, how: How) -> ExportedFile:
    """Write a codeframe as a codebook."""
    from freetext.files.exchange.qdc import write_qdc

    return ExportedFile("qdc", (str(path),), len(frame), tuple(write_qdc(frame, path, force=how.force)))


def _write_qda(coded: CodedSurvey, path: Path, how: How) -> ExportedFile:
    from freetext.files.exchange.qdpx import write_qdpx

    facts = coded_dataset(
        coded.table.without(filter(is_our_column, coded.table.names)), (), coded.survey, moved=coded.moved
    )
    project, said = qda_project(coded.table, coded.opened, coded.survey, facts, crlf=how.crlf)
    if not project.questions:
        raise OutputError(path, "no question with its verbatims in the file; name the column with --text.")
    written = write_qdpx(project, path, force=how.force)
    counts = (
        f"{written.answers:,} answers in {written.sources:,} texts, {written.codings:,} codes, {written.cases:,} cases"
    )
    changed = _counts(stripped=written.stripped)
    return ExportedFile("qdpx", (str(path),), coded.table.size, (counts, *said, *written.said, *changed))
