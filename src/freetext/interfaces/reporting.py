"""A coded file to a report: one folder with a page, a workbook, pictures and Markdown, and a record of what it was made of."""

from __future__ import annotations

import io
import platform
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from freetext import __version__
from freetext.errors import UsageError
from freetext.files.coding.coded_answers import ranking_folders
from freetext.files.coding.tallying import responses_of
from freetext.files.coding.wanted import TallyOptions, Wanted
from freetext.files.disk.places import STANDARD, bytes_of
from freetext.files.labelling.log_folders import bridge_folder
from freetext.files.parts.coded_folders import is_coded_folder
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.settings import NAME, Project, read_settings
from freetext.files.reporting.documents import check_office, write_docx, write_pptx
from freetext.files.reporting.pictures import pictures
from freetext.files.reporting.report_books import write_report_book
from freetext.files.reporting.report_folder import Record, check_report_folder, digest, write_report
from freetext.files.tabular.tables import Table
from freetext.interfaces.earlier_waves import read_earlier
from freetext.interfaces.report_coding import coding_of, models_of
from freetext.interfaces.report_requests import Request
from freetext.interfaces.since import Earlier
from freetext.interfaces.sources import Names, names_from, table_from
from freetext.interfaces.surveying import surveyed_of
from freetext.reports.build import built
from freetext.reports.provenance import record
from freetext.reports.report import Chart, Fact, Report
from freetext.show.report_document import document, slides
from freetext.show.report_markdown import report_markdown
from freetext.show.report_page import page
from freetext.show.report_sheets import report_sheets
from freetext.survey.waves import wave_names
from freetext.tallies.conventions import Conventions
from freetext.tallies.opens import CodedBy
from freetext.tallies.table import BaseKind

PAGE, BOOK, TEXT, DOCUMENT, SLIDES, CHARTS = (
    "report.html",
    "tables.xlsx",
    "report.md",
    "report.docx",
    "report.pptx",
    "charts",
)
SHORT = 16
"""Characters of a SHA-256 that a report prints."""
FEW = 8
"""Characters of a SHA-256 that tell models apart."""
DRAWING = ("numpy", "matplotlib", "pillow", "xlsxwriter", "python-docx", "python-pptx", "lxml")
"""Packages that draw pictures, workbook and documents."""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A report as a value, and what was left out while the coded file was read, for whoever asked."""

    report: Report
    said: tuple[str, ...] = ()


def made(request: Request) -> Made:
    """Make a report; raises what reading, tallying and settings raise."""
    project = read_settings(Path(request.project)) if request.project else None
    table = _table(request, request.coded, project)
    read = responses_of(table, _wanted(request, project), project)
    *names, own = wave_names([str(Path(path).resolve()) for path in (*request.waves, request.coded)])
    tables = [_table(request, path, project) for path in request.waves]
    earlier = (read_earlier(each, _asked_of(each, request, project), project) for each in tables)
    waves = [Earlier(*each) for each in zip(names, earlier, strict=True)]
    coded = None if request.coded == STANDARD else Path(request.coded)
    surveyed = surveyed_of(
        read,
        project,
        title=request.title,
        waves=waves,
        wave=own,
        coding=coding_of(
            read,
            project,
            coded,
            audited=request.audit,
            wave=own,
            waves=[(each.name, each.coded.read, Path(path)) for each, path in zip(waves, request.waves, strict=True)],
        ),
        provenance=tuple(_facts(request, project)),
        verbatims=request.verbatims,
        where=request.where,
    )
    said = (line for each in (read, *(wave.coded.read for wave in waves)) for line in each.said)
    return Made(built(surveyed), tuple(dict.fromkeys(said)))


def _wanted(request: Request, project: Project | None) -> Wanted:
    """Say what to tally."""
    return Wanted(
        **{each.name: getattr(request, each.name) for each in fields(TallyOptions)},
        codeframe=read_codeframe(request.codeframe) if request.codeframe else None,
        audit=_table(request, request.audit, project) if request.audit else None,
    )


def _asked_of(table: Table, request: Request, project: Project | None) -> Wanted:
    """Say what to tally of an earlier wave: in total, the questions that it asked; an audit is that of this wave alone."""
    wanted = replace(_wanted(replace(request, audit=""), project), score_prefix="", id="", by=())
    known = {each.name: each.columns for each in project.questionnaire.questions} if project else {}
    closed = [each for each in wanted.closed or () if set(known.get(each, (each,))) <= set(table.names)]
    themes = [each for each in wanted.themes or () if each in table.names]
    return replace(
        wanted,
        closed=None if wanted.closed is None else tuple(closed),
        themes=None if wanted.themes is None else tuple(themes),
    )


def _table(request: Request, path: str, project: Project | None) -> Table:
    """Read a table; sheet, encoding, delimiter and dialect are those of the coded file."""
    if path != request.coded:
        return table_from(path, project=project)
    return table_from(
        path,
        project=project,
        sheet=request.sheet,
        encoding=request.encoding,
        delimiter=request.delimiter,
        dialect=request.dialect,
    )


def _facts(request: Request, project: Project | None) -> Iterator[Fact]:
    """Name the files that the report is made of, each with the digest of its bytes, and the version that made it."""
    yield Fact("freetext", __version__)
    coded = None if request.coded == STANDARD else Path(request.coded)
    yield from (Fact(f"model {each[:FEW]}", each) for each in models_of(project, coded))
    alike: Counter[str] = Counter()
    for what, path in _inputs(request, project):
        if path.is_file():
            name = f"{what} {path.name}"
            alike[name] += 1
            name = name if alike[name] == 1 else f"{name} ({alike[name]})"
            yield Fact(name, f"SHA-256 {digest(bytes_of(path))[:SHORT]}")


def _inputs(request: Request, project: Project | None) -> Iterator[tuple[str, Path]]:
    if request.coded != STANDARD:
        yield "coded file", Path(request.coded)
    yield from (("earlier wave", Path(path)) for path in request.waves)
    if request.audit:
        yield "audit", Path(request.audit)
    if request.codeframe:
        yield "codeframe", Path(request.codeframe)
    if project is None:
        return
    survey = project.questionnaire
    yield "settings", project.folder / NAME
    if survey.file:
        yield "survey", project.path(survey.file)
    frames = dict.fromkeys(path for path in (survey.codeframe, *(each.codeframe for each in survey.questions)) if path)
    yield from (("codeframe", project.path(path)) for path in frames)
    moves = dict.fromkeys(each.moves for each in survey.questions if each.moves)
    yield from (("back-coding", project.path(path)) for path in moves)
    yield from (("labels", path) for path in sorted(project.path(survey.labels).glob("*.jsonl")))
    bridges = [bridge_folder(project, wave) for wave in survey.earlier]
    yield from (("bridge", path) for folder in bridges for path in sorted(folder.glob("*.*json*")))
    folders = ranking_folders(request.coded, project)
    yield from (("scores", path) for folder in folders for path in sorted(folder.glob("ranking-*.npz")))


def report_files(report: Report, *, docx: bool = False, pptx: bool = False) -> dict[str, bytes]:
    """Draw a report: from the name of each file in its folder to its bytes. Raises UsageError where an extra is not installed."""
    charts = [chart for section in report.sections for chart in section.charts]
    drawn = list(pictures(charts))
    files = written_files(report) | {BOOK: _book(report)}
    files |= {f"{CHARTS}/{each.name}.png": each.png for each in drawn}
    files |= {f"{CHARTS}/{each.name}.svg": each.svg for each in drawn}
    if docx or pptx:
        files |= _documents(report, charts, docx=docx, pptx=pptx)
    return files


def written_files(report: Report) -> dict[str, bytes]:
    """Draw what no library but ours has a hand in: the page and the Markdown."""
    beside = {chart.name: f"{CHARTS}/{chart.name}.png" for section in report.sections for chart in section.charts}
    return {PAGE: page(report).encode(), TEXT: report_markdown(report, beside).encode()}


def drawn_with() -> dict[str, str]:
    """Return what else draws the files of a report, each with its version; empty for what is not installed."""
    found = {"python": platform.python_version(), "system": f"{sys.platform} {platform.machine()}"}
    found["zlib"] = zlib.ZLIB_RUNTIME_VERSION
    return found | {name: _version(name) for name in DRAWING}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _documents(report: Report, charts: Sequence[Chart], *, docx: bool, pptx: bool) -> dict[str, bytes]:
    """Draw a report for Word and PowerPoint, with pictures that leave their words to the document."""
    bare = {each.name: each for each in pictures(charts, bare=True)}
    files = {}
    if docx:
        out = io.BytesIO()
        write_docx(document(report), bare, out)
        files[DOCUMENT] = out.getvalue()
    if pptx:
        out = io.BytesIO()
        write_pptx(slides(report), bare, out)
        files[SLIDES] = out.getvalue()
    return files


def _book(report: Report) -> bytes:
    out = io.BytesIO()
    write_report_book(report_sheets(report), out, title=report.title)
    return out.getvalue()


def _check_file(coded: str) -> None:
    """Refuse a folder of coded parts, which has tables and no report."""
    if is_coded_folder(coded):
        raise UsageError(
            f"a report wants a single coded file, and {coded} is a folder of parts. `freetext tally {coded} -o tables.xlsx` writes its "
            "tables; for a report put the parts into one file (`pandas.concat`, DuckDB), all of them or a sample."
        )


def save_report(request: Request, folder: Path, *, force: bool = False) -> tuple[Made, tuple[str, ...]]:
    """Make a report and write its folder; also says what of an older report was left there. Raises OutputError."""
    _check_file(request.coded)
    check_report_folder(folder, force=force)
    check_office(docx=request.docx, pptx=request.pptx)
    found = made(request)
    files = report_files(found.report, docx=request.docx, pptx=request.pptx)
    whole = Record(request.options(folder), record(found.report), drawn=drawn_with())
    left = write_report(folder, files, whole, force=force)
    return found, left


def report(
    coded: str | Path,
    folder: str | Path,
    *,
    project: str | Path | None = None,
    title: str = "",
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
    codeframe: str | Path = "",
    coded_by: CodedBy = "",
    waves: Sequence[str | Path] = (),
    audit: str | Path = "",
    id: str = "",
    score_prefix: str = "",
    conventions: Conventions | None = None,
    verbatims: bool = True,
    docx: bool = False,
    pptx: bool = False,
    force: bool = False,
) -> Report:
    """Write the report of a coded file into a folder, as `freetext report` does, and return it as a value.

    The arguments are the command's options; `conventions` holds those of the tables: population, letters, order, disclosure and so on.
    Raises OutputError for a folder that holds other files, UsageError where an extra is not installed, and what `tally` raises.
    """
    request = Request(
        coded=str(coded),
        project=str(project or ""),
        themes=None if themes is None else names_from(themes),
        closed=None if closed is None else names_from(closed),
        by=names_from(by),
        text=text,
        question=question,
        respondent=respondent,
        weight=weight,
        base=base,
        codeframe=str(codeframe),
        coded_by=coded_by,
        audit=str(audit),
        score_prefix=score_prefix,
        id=id,
        where=names_from(where),
        across=across,
        conventions=conventions or Conventions(),
        title=title,
        waves=tuple(map(str, waves)),
        verbatims=verbatims,
        docx=docx,
        pptx=pptx,
    )
    return save_report(request, Path(folder), force=force)[0].report
