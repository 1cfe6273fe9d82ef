"""`freetext report`, `freetext verify`: a coded file to a folder that can be published, and whether it still is what it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options, table_options
from freetext.cli import tally as tallied
from freetext.cli.run import Run, show
from freetext.errors import NegativeAnswer, UsageError, counted
from freetext.tallies.conventions import Conventions

if TYPE_CHECKING:
    from freetext.interfaces.report_requests import Request

Coded = Annotated[str | None, typer.Argument(metavar="CODED", help="Coded file. Default: the project's latest.")]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="DIR", help="The report's folder. Default: `report` in the project's output."
    ),
]
Title = Annotated[
    str, typer.Option(metavar="TEXT", help="What the report is headed with. Default: the survey's title.")
]
Waves = Annotated[
    list[str],
    typer.Option(
        "--wave",
        metavar="CODED",
        help="Coded file of an earlier wave, the oldest first; repeat it. Charts show the trend. Default: those of `earlier` in freetext.toml; `none` for none.",
    ),
]
NoVerbatims = Annotated[bool, typer.Option("--no-verbatims", help="Carry no answers behind the numbers, quotes alone.")]
Docx = Annotated[bool, typer.Option("--docx", help="Write report.docx as well (extra `office`).")]
Pptx = Annotated[
    bool, typer.Option("--pptx", help="Write report.pptx as well, a slide for each chart (extra `office`).")
]


@table_options.tabled
def report(
    run: Run,
    coded: Coded = None,
    *,
    output: Folder = None,
    title: Title = "",
    themes: options.Themes = [],  # noqa: B006
    text: options.Text = "",
    question: options.Question = "",
    respondent: tallied.Respondent = "",
    closed: tallied.Closed = [],  # noqa: B006
    by: tallied.By = [],  # noqa: B006
    where: options.Where = [],  # noqa: B006
    weight: options.Weight = "",
    base: tallied.Base = "answered",
    across: tallied.Across = False,
    codeframe: options.CodeframeFile = None,
    coded_by: tallied.CodedBy = None,
    wave: Waves = [],  # noqa: B006
    no_verbatims: NoVerbatims = False,
    docx: Docx = False,
    pptx: Pptx = False,
    audit: tallied.Labels = None,
    id: tallied.AuditId = "",
    score_prefix: tallied.ScorePrefix = "",
    conventions: Conventions,
) -> None:
    """Write a report: a page, a workbook with charts, pictures and Markdown in one folder.

    Every number has its base and what is known of it; the page lets any number
    be looked behind. `freetext verify` makes it again and compares.
    """
    from freetext.cli.plans import latest_coded
    from freetext.interfaces.report_requests import Request

    if coded == "-":
        raise UsageError("a report names the file that it was made of, so it reads none from standard input.")
    coded = coded or latest_coded(run.project)
    asked = Request(coded=coded, conventions=conventions, title=title, waves=_earlier(run, wave, coded))
    asked = replace(asked, themes=tuple(themes) or None, closed=tuple(closed) or None, by=tuple(by), where=tuple(where))
    asked = replace(asked, text=text, question=question, respondent=respondent, weight=weight, base=base, across=across)
    asked = replace(asked, codeframe=str(codeframe or ""), audit=str(audit or ""), id=id, score_prefix=score_prefix)
    asked = replace(asked, coded_by=coded_by or "")
    _save(run, replace(asked, verbatims=not no_verbatims, docx=docx, pptx=pptx), output or _folder(run))


def _save(run: Run, asked: Request, folder: Path) -> None:
    """Write the report, and say what stands in it."""
    from freetext.interfaces.reporting import PAGE, save_report

    project = str(run.project.folder) if run.project else ""
    request = replace(
        asked, project=project, sheet=run.sheet, encoding=run.encoding, delimiter=run.delimiter, dialect=run.dialect
    )
    if run.dry_run:
        run.say(f"dry run: nothing is written to {folder}")
        return
    made, left = save_report(request, folder, force=run.force)
    run.say_all((*made.said, *left))
    sections = made.report.sections
    tables, charts = sum(len(each.tables) for each in sections), sum(len(each.charts) for each in sections)
    run.say(f"{counted(len(sections), 'question')}, {counted(tables, 'table')}, {counted(charts, 'chart')}")
    run.say_all(made.report.headlines)
    show(str(folder / PAGE))


def _earlier(run: Run, asked: list[str], coded: str) -> tuple[str, ...]:
    """The coded files of earlier waves: those that were named, else those that the project knows, which is said."""
    from freetext.interfaces.waving import earlier_coded

    if asked:
        return () if asked == ["none"] else tuple(asked)
    found = earlier_coded(run.project, coded)
    if found:
        run.say(f"earlier waves: {', '.join(found)} (--wave none leaves them out)")
    return found


def _folder(run: Run) -> Path:
    """Where the project keeps its report; without a project it stands here."""
    return run.project.path(run.project.questionnaire.output) / "report" if run.project else Path("report")


def verify(
    run: Run,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="The report's folder. Default: `report` in the project's output."),
    ] = None,
    *,
    coded: Annotated[str, typer.Option(metavar="CODED", help="The coded file, where it stands elsewhere now.")] = "",
) -> None:
    """Make a report's numbers again from its files, and say whether they are the same.

    Exit code 0: nothing has changed. 1: a file of the report was changed, or a
    number, or a file that it was made of.
    """
    from freetext.interfaces.verifying import verified

    place = folder or _folder(run)
    found = verified(place, coded=coded, project=run.folder or "")
    run.say_all(found.said)
    if found.differences:
        for each in found.differences:
            show(f"- {each}")
        raise NegativeAnswer(f"{place}: {counted(found.number, 'difference')}.")
    show(f"{place}: {counted(found.files, 'file')} as written, {counted(found.tables, 'table')} come out the same")
