"""`freetext tally`: codes to tables."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, counted, run_of, show, width
from freetext.errors import UsageError

if TYPE_CHECKING:
    from freetext.files.tables import Table
    from freetext.tallies.table import TallyTable


ENDINGS = (".xlsx", ".csv", ".json", ".md", ".txt")


def tally(
    coded: Annotated[
        str | None,
        typer.Argument(metavar="CODED", help="Coded file; `-` is standard input. Default: the project's latest."),
    ] = None,
    *,
    themes: Annotated[
        list[str],
        typer.Option(
            "--themes",
            metavar="COL",
            help="Column of codes, `a;b;c`; repeat it for several questions. Default: freetext_themes.",
        ),
    ] = [],  # noqa: B006
    text: options.Text = "",
    question: options.Question = "",
    closed: Annotated[
        list[str],
        typer.Option(
            "--closed",
            metavar="COL",
            help="Closed column to tally as well; repeat it. Default: the project's closed questions.",
        ),
    ] = [],  # noqa: B006
    by: Annotated[
        list[str],
        typer.Option(
            "--by",
            metavar="COL",
            help="Closed column whose values are the columns of a cross-tab; repeat it for more tables. Default: the project's banners.",
        ),
    ] = [],  # noqa: B006
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
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Write to a file: .xlsx .csv .json .md or .txt; `-` is standard output, as CSV.",
        ),
    ] = "",
    project: options.Project = None,
    sheet: options.SheetName = None,
    encoding: options.Encoding = None,
    delimiter: options.Delimiter = None,
    force: options.Force = False,
    quiet: options.Quiet = False,
    dry_run: options.DryRun = False,
) -> None:
    """Tally themes and closed answers, as a whole and by any closed column.

    Percentages are of respondents and may add to more than 100. An interval
    stands where people or respondents decided every code of a cell; where a
    machine did, it reads "not audited".
    """
    from freetext.cli.plans import latest_coded
    from freetext.files.codeframes import read_codeframe
    from freetext.files.tallying import Wanted, tables_of

    run = run_of(project, sheet, encoding, delimiter, force=force, quiet=quiet, dry_run=dry_run)
    formats = [name for name, asked in (("json", json), ("csv", csv), ("md", md)) if asked]
    if len(formats) > 1:
        raise UsageError(f"--{' and --'.join(formats)}: one of them.")
    if output == "-":
        output, formats = "", formats or ["csv"]
    if output:
        _check(output, formats, force=force)
    frame = read_codeframe(codeframe) if codeframe else None
    wanted = Wanted(tuple(themes) or None, tuple(closed) or None, tuple(by), text, question, weight, base, frame)
    tables = tables_of(run.table(coded or latest_coded(run.project)), wanted, run.project)
    deliver(run, tables, output, formats[0] if formats else "")


def _check(output: str, formats: Sequence[str], *, force: bool) -> None:
    from freetext.files.tables import check_output

    check_output(output, force=force, endings=ENDINGS)
    if formats and Path(output).suffix.lower() != f".{formats[0]}":
        raise UsageError(f"--{formats[0]} and -o {output} differ: name the file *.{formats[0]}.")


def _text(tables: Sequence[TallyTable], form: str, *, colour: bool, columns: int) -> str:
    from freetext.show.csvs import as_csv
    from freetext.show.jsons import as_json
    from freetext.show.markdown import as_markdown
    from freetext.show.tables import terminal

    if form == "json":
        return as_json(tables)
    if form == "csv":
        return as_csv(tables)
    if form == "md":
        return as_markdown(tables)
    return "\n\n".join(terminal(table, width=columns, colour=colour) for table in tables)


def deliver(run: Run, tables: Sequence[TallyTable], output: str, form: str) -> None:
    """Print the tables, or write them to a file."""
    if not output:
        if form == "csv":
            sys.stdout.write(_text(tables, form, colour=False, columns=80))
        else:
            show(_text(tables, form, colour=colourful(), columns=width()).rstrip("\n"))
        return
    if run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
        return
    from freetext.files.tables import write_table, write_text, write_workbook

    ending = Path(output).suffix.lower()
    if ending == ".xlsx":
        from freetext.show.sheets import workbook

        write_workbook(workbook(tables), output, force=run.force)
    elif ending == ".csv":
        write_table(_as_table(tables, output), output, force=run.force)
    else:
        write_text(_text(tables, ending[1:], colour=False, columns=100), output, force=run.force)
    run.say(f"{output}: {counted(len(tables), 'table')}")


def _as_table(tables: Sequence[TallyTable], file: str) -> Table:
    """Lay tallies out as `--csv` prints them, for the writer that guards against formulas."""
    import csv
    import io

    from freetext.files.tables import Table
    from freetext.show.csvs import as_csv

    head, *rows = csv.reader(io.StringIO(as_csv(tables), newline=""))
    columns = tuple(list(column) for column in zip(*rows, strict=True))
    return Table(file, tuple(head), columns, len(rows))
