"""`freetext tally`: codes to tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options, table_options
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import UsageError, counted
from freetext.tallies.conventions import Conventions

if TYPE_CHECKING:
    from freetext.files.coding.wanted import Wanted
    from freetext.interfaces.tallying import Form
    from freetext.tallies.table import TallyTable

AUDIT = "The audit of machine codes"

Coded = Annotated[
    str | None,
    options.file(
        "Coded file, or a folder of coded parts; `-` is standard input. Default: the project's latest.", metavar="CODED"
    ),
]
Respondent = Annotated[
    str,
    options.column(
        "Column that names the person, who counts once whatever the number of rows. Default: the project's."
    ),
]
Closed = Annotated[
    list[str],
    options.column(
        "Closed column to tally as well; repeat it. Default: the project's closed questions.", "--closed", panel=None
    ),
]
By = Annotated[
    list[str],
    options.column(
        "Closed column whose values are the columns of a cross-tab; repeat it for more tables. Default: the project's banners.",
        "--by",
        panel=None,
    ),
]
Output = Annotated[
    str, options.output("Write to a file: .xlsx .csv .json .md or .txt; `-` is standard output, as CSV.")
]
Base = Annotated[
    Literal["asked", "answered", "substantive"],
    typer.Option(help="Whom percentages are of: all who were asked, who answered, or who said something of substance."),
]
Across = Annotated[
    bool,
    typer.Option(
        "--across", help="Tally questions that share a codeframe together too: who names a theme anywhere counts once."
    ),
]

CodedBy = Annotated[
    Literal["people", "machine"] | None,
    typer.Option(
        help="Who gave codes beside which no freetext_source says it. Without it they are taken for a machine's: not audited."
    ),
]
Labels = Annotated[
    Path | None,
    typer.Option(
        "--audit",
        metavar="LABELS",
        rich_help_panel=AUDIT,
        help="People's labels of a random audit: a table of id and themes, as `freetext audit draw` lays it out. Default: the project's own audit.",
    ),
]
AuditId = Annotated[
    str, options.column("Column of CODED that holds the ids of LABELS. Default: the project's, or `id`.", panel=AUDIT)
]
ScorePrefix = Annotated[
    str,
    typer.Option(
        metavar="TEXT",
        rich_help_panel=AUDIT,
        help="What the columns of scores (0 to 1) begin with; a theme's name follows. Of a model that has not learnt from LABELS.",
    ),
]


@table_options.tabled
def tally(
    run: Run,
    coded: Coded = None,
    *,
    themes: options.Themes = [],  # noqa: B006
    text: options.Text = "",
    question: options.Question = "",
    respondent: Respondent = "",
    closed: Closed = [],  # noqa: B006
    by: By = [],  # noqa: B006
    where: options.Where = [],  # noqa: B006
    weight: options.Weight = "",
    base: Base = "answered",
    across: Across = False,
    codeframe: options.CodeframeFile = None,
    coded_by: CodedBy = None,
    audit: Labels = None,
    id: AuditId = "",
    score_prefix: ScorePrefix = "",
    conventions: Conventions,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, one line a cell.")] = False,
    md: Annotated[bool, typer.Option("--md", help="As Markdown.")] = False,
    output: Output = "",
) -> None:
    """Tally themes and closed answers, as a whole and by any closed column.

    Percentages are of respondents and may add to more than 100. Where a machine
    coded, a random audit by people corrects the shares and gives them intervals;
    without one they read "not audited".
    """
    from freetext.cli.plans import latest_coded
    from freetext.files.coding.tallying import Wanted
    from freetext.files.project.codeframes import read_codeframe

    output, form = _form(output, {"json": json, "csv": csv, "md": md}, force=run.force)
    labels = replace(run, sheet=None, encoding=None, delimiter=None, dialect=None).table(audit) if audit else None
    wanted = Wanted(
        themes=tuple(themes) or None,
        closed=tuple(closed) or None,
        by=tuple(by),
        text=text,
        question=question,
        respondent=respondent,
        weight=weight,
        base=base,
        codeframe=read_codeframe(codeframe) if codeframe else None,
        conventions=conventions,
        audit=labels,
        score_prefix=score_prefix,
        id=id,
        where=tuple(where),
        across=across,
        coded_by=coded_by or "",
    )
    deliver(run, _tables(run, coded or latest_coded(run.project), wanted), output, form)


def _tables(run: Run, place: str, wanted: Wanted) -> list[TallyTable]:
    """Tally a coded file, or a folder of coded parts."""
    from freetext.cli.plans import survey_table
    from freetext.files.coding.tallying import responses_of, tables_in
    from freetext.files.parts.coded_folders import coded_folder, is_coded_folder
    from freetext.files.parts.folder_tallying import folder_tables

    if not is_coded_folder(place):
        read = responses_of(survey_table(run, place), wanted, run.project)
        run.say_all(read.said)
        return tables_in(read)
    folder = coded_folder(place)
    run.say(f"{folder.path}: {counted(len(folder.parts), 'part')}")
    return folder_tables(folder, wanted, run.project, lambda text: run.say(f"- {text}"))


def _form(output: str, asked: Mapping[Form, bool], *, force: bool) -> tuple[str, Form]:
    """Say where tables go and as what; raises UsageError for options that differ."""
    formats = [form for form, wished in asked.items() if wished]
    if len(formats) > 1:
        raise UsageError(f"--{' and --'.join(formats)}: one of them.")
    if output == "-":
        output, formats = "", formats or ["csv"]
    if output:
        _check(output, formats, force=force)
    return output, formats[0] if formats else "txt"


def _check(output: str, formats: Sequence[str], *, force: bool) -> None:
    from freetext.files.tabular.tables import check_output
    from freetext.interfaces.tallying import ENDINGS

    check_output(output, force=force, endings=ENDINGS)
    if formats and Path(output).suffix.lower() != f".{formats[0]}":
        raise UsageError(f"--{formats[0]} and -o {output} differ: name the file *.{formats[0]}.")


def deliver(run: Run, tables: Sequence[TallyTable], output: str, form: Form = "txt") -> None:
    """Print the tables, or write them to a file."""
    from freetext.cli.plans import settings
    from freetext.interfaces.tallying import save_tables, tables_text

    if not output:
        text = tables_text(tables, form, width=width(), colour=colourful())
        show(text.removesuffix("\n").removesuffix("\r"))
    elif run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
    else:
        save_tables(tables, output, title=settings(run.project).title, force=run.force)
        run.say(f"{output}: {counted(len(tables), 'table')}")
