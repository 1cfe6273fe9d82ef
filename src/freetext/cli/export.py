"""`freetext export`: coded data for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, show
from freetext.errors import UsageError, counted

if TYPE_CHECKING:
    from freetext.files.exchange.exports import CodedSurvey, ExportedFile, How

FOLDER = "export"
"""Where all exports of a project go, inside its output."""

Coded = Annotated[
    str | None, options.file("Coded file; `-` is standard input. Default: the project's latest.", metavar="CODED")
]
Output = Annotated[
    str, options.output("File to write: .csv .xlsx .parquet .sav .dta .sss .qdc .qdpx; with --all a folder.")
]
As = Annotated[
    Literal["csv", "xlsx", "parquet", "sav", "dta", "triple-s", "qdc", "qdpx"] | None,
    typer.Option(
        "--as",
        help="The format. Without -o the file goes to the project's output/export; outside a project -o is needed.",
    ),
]
All = Annotated[
    bool,
    typer.Option("--all", help="Write every format. Default folder: the project's output/export; else -o names it."),
]
Nets = Annotated[bool, typer.Option("--nets", help="A 0/1 variable for each net as well.")]
TripleS = Annotated[Literal["2.0", "3.0"], typer.Option("--triple-s", help="Version of the Triple-S standard.")]
Crlf = Annotated[
    bool, typer.Option("--crlf", help="REFI-QDA with line breaks of two characters, as MAXQDA and ATLAS.ti count them.")
]
Raw = Annotated[
    bool, typer.Option("--raw", help="CSV and Triple-S without an apostrophe before what a spreadsheet would run.")
]
SourceFile = Annotated[
    Path | None,
    typer.Option(
        "--source",
        metavar="FILE",
        rich_help_panel=options.SURVEY,
        help="File that the answers came from: its codes, labels and sets come back. Default: the project's.",
    ),
]


def export(
    run: Run,
    coded: Coded = None,
    *,
    output: Output = "",
    as_: As = None,
    all_: All = False,
    nets: Nets = False,
    triple_s: TripleS = "2.0",
    crlf: Crlf = False,
    raw: Raw = False,
    themes: options.Themes = [],  # noqa: B006
    text: options.Text = "",
    question: options.Question = "",
    id: options.Id = "",
    respondent: options.Respondent = "",
    weight: options.Weight = "",
    codeframe: options.CodeframeFile = None,
    source: SourceFile = None,
) -> None:
    """Write coded data for other programs: SPSS, Stata, Triple-S, REFI-QDA, spreadsheets.

    The original columns, then a 0/1 variable for each theme: 1 where it was
    given, 0 where not, missing where the answer is blank or the question was
    not put. What the project drops is left out.
    """
    from freetext.cli.plans import latest_coded
    from freetext.files.coding.wanted import Wanted
    from freetext.files.exchange.exports import How
    from freetext.files.project.codeframes import read_codeframe
    from freetext.interfaces.exporting import coded_survey, refuse_folder, source_table, with_labels

    path = coded or latest_coded(run.project)
    place = _place(run, output, as_, path, everything=all_)
    refuse_folder(path)
    frame = read_codeframe(codeframe) if codeframe else None
    wanted = Wanted(
        themes=tuple(themes) or None,
        text=text,
        question=question,
        id=id,
        respondent=respondent,
        weight=weight,
        codeframe=frame,
    )
    whole = run.table(path)
    labelled = with_labels(whole, source_table(source, run.project, whole.file))
    read = coded_survey(labelled, wanted, run.project, nets=nets)
    run.left_out(whole.names, read.table.names)
    if not read.opened:
        run.say("- no coded question in the file: no themes are exported")
    _deliver(run, read, place, "all" if all_ else as_ or "", How(run.force, raw, triple_s, crlf, makes=not output))


def _place(run: Run, output: str, as_: str | None, coded: str, *, everything: bool) -> Path:
    """Say where the export goes; raises UsageError for options that do not go together."""
    from freetext.files.exchange.exports import check_export, form_of
    from freetext.interfaces.exporting import named_after

    if everything and as_:
        raise UsageError("--all and --as: one of them.")
    if output == "-" or not (output or everything or as_):
        raise UsageError("where to? Name a file with -o, such as -o survey.sav, or write every format with --all.")
    if not output and run.project is None:
        raise UsageError(f"where to? Name a {'folder' if everything else 'file'} with -o.")
    own = run.project.path(run.project.questionnaire.output) / FOLDER if run.project else Path()
    if everything:
        return Path(output) if output else own
    named = run.project.questionnaire.file if run.project else ""
    place = Path(output) if output else own / named_after(coded, form_of("", as_ or ""), named)
    check_export(place, form_of(place, as_ or ""), force=run.force, makes=not output)
    return place


def _deliver(run: Run, read: CodedSurvey, place: Path, form: str, how: How) -> None:
    from freetext.interfaces.exporting import check_all, places_of, renames_planned

    if run.dry_run:
        if form == "all":
            check_all(read, place, how)
        run.say(f"dry run: {counted(read.table.size, 'row')}; nothing is written to")
        run.say_all(str(each) for each in places_of(read, place, form))
        for path, renames in renames_planned(read, place, form).items():
            run.say(f"{path.name}: {counted(len(renames), 'name')} changed")
            run.say_all(f"{name} -> {became}" for name, became in renames)
    elif form == "all":
        _deliver_all(run, read, place, how)
    else:
        for written in _written(read, place, form, how):
            show("\n".join(written.paths))
            run.say(f"{written.paths[0]}: {_rows(written)}")
            run.say_all(written.said)


def _deliver_all(run: Run, read: CodedSurvey, place: Path, how: How) -> None:
    """Write every format: a line each of its rows and of what was changed, and at the end where they are."""
    paths: list[str] = []
    for written in _written(read, place, "all", how):
        names = " and ".join(Path(each).name for each in written.paths)
        run.say("; ".join([f"{names}: {_rows(written)}", *written.said]))
        paths += written.paths
    run.say(f"{counted(len(paths), 'file')} in {place}:")
    show("\n".join(paths))


def _rows(written: ExportedFile) -> str:
    return counted(written.rows, "theme" if written.form == "qdc" else "row")


def _written(read: CodedSurvey, place: Path, form: str, how: How) -> Iterator[ExportedFile]:
    from freetext.files.disk.asleep import let_wake
    from freetext.files.exchange.exports import form_of, write_export
    from freetext.interfaces.exporting import export_all

    let_wake()
    if form == "all":
        yield from export_all(read, place, how)
    else:
        yield write_export(read, place, form_of(place, form), how)
