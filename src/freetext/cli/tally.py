"""`freetext tally`: codes to tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, counted, show, width
from freetext.errors import UsageError

if TYPE_CHECKING:
    from freetext.interfaces.tallying import Form
    from freetext.tallies.table import TallyTable


Respondent = Annotated[
    str,
    typer.Option(
        metavar="COL",
        rich_help_panel=options.SURVEY,
        help="Column that names the person, who counts once whatever the number of rows. Default: the project's.",
    ),
]
Closed = Annotated[
    list[str],
    typer.Option(
        "--closed",
        metavar="COL",
        help="Closed column to tally as well; repeat it. Default: the project's closed questions.",
    ),
]
By = Annotated[
    list[str],
    typer.Option(
        "--by",
        metavar="COL",
        help="Closed column whose values are the columns of a cross-tab; repeat it for more tables. Default: the project's banners.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="Write to a file: .xlsx .csv .json .md or .txt; `-` is standard output, as CSV.",
    ),
]
Themes = Annotated[
    list[str],
    typer.Option(
        "--themes",
        metavar="COL",
        help="Column of codes, `a;b;c`; repeat it for several questions. Default: freetext_themes.",
    ),
]


def tally(
    run: Run,
    coded: Annotated[
        str | None,
        typer.Argument(metavar="CODED", help="Coded file; `-` is standard input. Default: the project's latest."),
    ] = None,
    *,
    themes: Themes = [],  # noqa: B006
    text: options.Text = "",
    question: options.Question = "",
    respondent: Respondent = "",
    closed: Closed = [],  # noqa: B006
    by: By = [],  # noqa: B006
    weight: Annotated[str, typer.Option(metavar="COL", help="Column of weights. Default: the project's.")] = "",
    base: Annotated[
        Literal["asked", "answered", "substantive"],
        typer.Option(
            help="Whom percentages are of: all who were asked, who answered, or who said something of substance."
        ),
    ] = "answered",
    codeframe: options.CodeframeFile = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, one line a cell.")] = False,
    md: Annotated[bool, typer.Option("--md", help="As Markdown.")] = False,
    output: Output = "",
) -> None:
    """Tally themes and closed answers, as a whole and by any closed column.

    Percentages are of respondents and may add to more than 100. An interval
    stands where people or respondents decided every code of a cell; where a
    machine did, it reads "not audited".
    """
    from freetext.cli.plans import latest_coded, survey_table
    from freetext.files.codeframes import read_codeframe
    from freetext.files.tallying import Wanted, tables_of

    asked: tuple[tuple[Form, bool], ...] = (("json", json), ("csv", csv), ("md", md))
    formats = [form for form, wished in asked if wished]
    if len(formats) > 1:
        raise UsageError(f"--{' and --'.join(formats)}: one of them.")
    if output == "-":
        output, formats = "", formats or ["csv"]
    if output:
        _check(output, formats, force=run.force)
    frame = read_codeframe(codeframe) if codeframe else None
    wanted = Wanted(
        tuple(themes) or None, tuple(closed) or None, tuple(by), text, question, respondent, weight, base, frame
    )
    tables = tables_of(survey_table(run, coded or latest_coded(run.project)), wanted, run.project)
    deliver(run, tables, output, formats[0] if formats else "txt")


def _check(output: str, formats: Sequence[str], *, force: bool) -> None:
    from freetext.files.tables import check_output
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
