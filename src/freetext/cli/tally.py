"""`freetext tally`: codes to tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, run_of, show, width
from freetext.errors import InputError, NegativeAnswer, UsageError

if TYPE_CHECKING:
    from freetext.files.tables import Table
    from freetext.survey.codeframe import Codeframe
    from freetext.survey.questionnaire import Question
    from freetext.survey.responses import Banner, Responses
    from freetext.tally.table import TallyTable


@dataclass(frozen=True, slots=True)
class Wanted:
    """The columns that were asked for."""

    themes: tuple[str, ...]
    text: str
    question: str
    closed: tuple[str, ...]
    codeframe: Path | None


def tally(
    coded: Annotated[
        str | None,
        typer.Argument(metavar="CODED", help="Coded file; `-` is standard input. [default: the project's latest]"),
    ] = None,
    *,
    themes: Annotated[
        list[str],
        typer.Option(
            "--themes",
            metavar="COL",
            help="Column of codes, `a;b;c`; repeat it for several questions. [default: freetext_themes]",
        ),
    ] = [],  # noqa: B006
    text: options.Text = "",
    question: options.Question = "",
    closed: Annotated[
        list[str],
        typer.Option(
            "--closed",
            metavar="COL",
            help="Closed column to tally as well; repeat it. [default: the project's closed questions]",
        ),
    ] = [],  # noqa: B006
    by: Annotated[
        list[str],
        typer.Option(
            "--by",
            metavar="COL",
            help="Closed column whose values are the columns of a cross-tab; repeat it for more tables. [default: the project's banners]",
        ),
    ] = [],  # noqa: B006
    weight: Annotated[str, typer.Option(metavar="COL", help="Column of weights. [default: the project's]")] = "",
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
        str, typer.Option("--output", "-o", metavar="OUT", help="Write to a file: .xlsx .csv .json .md or .txt.")
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

    Percentages are of respondents and may add to more than 100. An interval stands where people or respondents decided every code
    of a cell; where a machine did, it reads "not audited".
    """
    run = run_of(project, sheet, encoding, delimiter, force=force, quiet=quiet, dry_run=dry_run)
    formats = [name for name, asked in (("json", json), ("csv", csv), ("md", md)) if asked]
    if len(formats) > 1:
        raise UsageError(f"--{' and --'.join(formats)}: one of them.")
    if output:
        _check(output, formats, force=force)
    table = run.table(coded or _latest(run))
    asked = Wanted(tuple(themes), text, question, tuple(closed), codeframe)
    responses = [*_open(run, table, asked), *_closed(run, table, asked)]
    if not responses:
        raise NegativeAnswer(
            f"{table.file}: no code in {', '.join(asked.themes) or 'freetext_themes'}; there is nothing to tally."
        )
    tables = _tallied(run, table, responses, by, weight, base)
    _deliver(run, tables, output, formats[0] if formats else "")


def _check(output: str, formats: Sequence[str], *, force: bool) -> None:
    from freetext.files.tables import check_output

    check_output(output, force=force, endings=ENDINGS)
    if formats and Path(output).suffix.lower() != f".{formats[0]}":
        raise UsageError(f"--{formats[0]} and -o {output} differ: name the file *.{formats[0]}.")


def _latest(run: Run) -> str:
    """Find the project's newest coded file."""
    if run.project is None:
        raise UsageError("which file? Name CODED, the file that `freetext code` wrote.")
    folder = run.project.path(run.project.questionnaire.output)
    found = sorted(folder.glob("*-coded.*"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    if not found:
        raise InputError("no coded file (*-coded.*) here yet.", file=folder, remedy="`freetext code FILE` makes one.")
    return str(found[-1])


def _open(run: Run, table: Table, asked: Wanted) -> Iterator[Responses]:
    """Read the open questions: the columns that were asked for, else all of ours."""
    from freetext.files.coded import open_question, question_of, theme_columns

    columns = asked.themes or theme_columns(table)
    if not columns and not asked.closed and run.project is None:
        raise InputError(
            "no column freetext_themes.",
            file=table.file,
            remedy="Name the column of codes with --themes, or code the file first.",
        )
    if asked.text and len(columns) > 1:
        raise UsageError(
            "--text goes with one column of themes; the others tell their blank answers by freetext_source."
        )
    for column in columns:
        known = _question(run, question_of(column))
        yield from open_question(
            table,
            column,
            codeframe=_frame(run, asked, known),
            text=asked.text,
            question=asked.question,
            title=known.title if known else "",
        )


def _question(run: Run, name: str) -> Question | None:
    return run.project.questionnaire.question(name) if run.project else None


def _frame(run: Run, asked: Wanted, question: Question | None) -> Codeframe | None:
    """Read the codeframe: the one asked for, the question's, the survey's; None where there is none."""
    from freetext.files.codeframes import read_codeframe

    if asked.codeframe:
        return read_codeframe(asked.codeframe)
    if run.project is None:
        return None
    path = (question.codeframe if question else "") or run.project.questionnaire.codeframe
    return read_codeframe(run.project.path(path)) if path else None


def _closed(run: Run, table: Table, asked: Wanted) -> Iterator[Responses]:
    """Read the closed questions: those asked for, by name or column, else all of the project's that the file holds."""
    from freetext.files.coded import closed_column, closed_question
    from freetext.files.moves import read_moves

    survey = run.project.questionnaire if run.project else None
    known = (
        {each.name: each for each in survey.questions if each.kind in ("closed", "multi", "ranking")} if survey else {}
    )
    here = [name for name, each in known.items() if all(column in table.names for column in each.columns)]
    for name in asked.closed or (() if asked.themes else here):
        question = known.get(name)
        if question is None or run.project is None or survey is None:
            yield closed_column(table, name)
            continue
        moves = (
            [move for move in read_moves(run.project.path(question.moves)) if move.question == name]
            if question.moves
            else []
        )
        yield closed_question(table, question, moves, survey.id)


def _tallied(
    run: Run,
    table: Table,
    responses: Sequence[Responses],
    by: Sequence[str],
    weight: str,
    base: Literal["asked", "answered", "substantive"],
) -> list[TallyTable]:
    """Tally every question by every banner."""
    from freetext.files.coded import banner_in
    from freetext.tally.bases import weights_of
    from freetext.tally.crosstab import tally as count
    from freetext.tally.ranking import rank_table

    survey = run.project.questionnaire if run.project else None
    questions = {each.name: each for each in survey.questions} if survey else {}
    names = by or (survey.banners if survey else ())
    banners: list[Banner | None] = [banner_in(table, name, questions) for name in names]
    column = weight or (survey.weight if survey else "")
    weights = (
        weights_of(table.texts(column, option="--weight"), first_row=table.row(0), column=column, file=table.file)
        if column
        else None
    )
    return [
        rank_table(each, banner=banner, weights=weights, base=base)
        if each.kind == "ranking"
        else count(each, banner=banner, weights=weights, base=base)
        for each in responses
        for banner in banners or [None]
    ]


ENDINGS = (".xlsx", ".csv", ".json", ".md", ".txt")


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


def _deliver(run: Run, tables: Sequence[TallyTable], output: str, form: str) -> None:
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
    from freetext.files.tables import write_text, write_workbook

    ending = Path(output).suffix.lower()
    if ending == ".xlsx":
        from freetext.show.sheets import workbook

        write_workbook(workbook(tables), output, force=run.force)
    else:
        write_text(_text(tables, ending[1:], colour=False, columns=100), output, force=run.force)
    run.say(f"{output}: {len(tables)} tables")
