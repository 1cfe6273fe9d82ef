"""`freetext search`: answers that hold some words, a theme, a coder's decision or a flag."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from freetext.cli.plans import Columns
    from freetext.files.coding.found import Known
    from freetext.survey.found import Found

LIMIT = 20
TABLES = (".csv", ".tsv", ".xlsx", ".parquet")


Words = Annotated[
    str,
    typer.Argument(
        metavar="TEXT",
        help='Words that must all be there; `"a phrase"` stays together, `fund*` is the rest of a word. Case and accents do not matter.',
    ),
]
File = Annotated[str | None, options.file("File of answers, coded or not. Default: the project's, all waves.")]
QuestionColumn = Annotated[str, options.column("Column that says what was asked, in a file with one answer a row.")]


def search(
    run: Run,
    words: Words = "",
    file: File = None,
    *,
    theme: Annotated[
        str, typer.Option(metavar="SLUG", help="With this theme (or one below this net), given by people or a model.")
    ] = "",
    question: Annotated[str, typer.Option(metavar="NAME", help="Answers to this question only.")] = "",
    coder: Annotated[str, typer.Option(metavar="NAME", help="Answers that this coder has decided on.")] = "",
    flag: Annotated[
        str, typer.Option(metavar="FLAG", help="Answers on which a coder raised personal-data or safeguarding.")
    ] = "",
    where: options.Where = [],  # noqa: B006
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=f"Show this many. Default: {LIMIT}; with -o all.")
    ] = None,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    question_column: QuestionColumn = "",
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    output: Annotated[str, options.output("Write to a file: .csv .tsv .xlsx .parquet or .json.")] = "",
) -> None:
    """Find answers, with their themes and who gave them.

    Words are whole words. The exit code is 1 when nothing is found.
    """
    from freetext.cli.plans import Columns, settings, wave_files
    from freetext.files.coding.found import Wanted
    from freetext.files.coding.found_in_waves import found_in
    from freetext.files.tabular.filters import conditions_of
    from freetext.files.tabular.tables import check_output
    from freetext.survey.query import query_of

    if output:
        check_output(output, force=run.force, endings=(*TABLES, ".json"))
    if file and not Path(file).suffix and not Path(file).exists():
        raise UsageError(f'{file}: no such file. Several words go into quotes: freetext search "{words} {file}".')
    sources = wave_files(file, run.project, "FILE")[::-1]
    conditions = conditions_of(where)
    asked = (*text, id, question_column, *(each.column for each in conditions))
    known = known_waves(replace(run, quiet=True), sources, asked, Columns(tuple(text), id, "", question_column, {}))
    wanted = Wanted(query_of(words), theme, question, coder, flag)
    hits = found_in(known, wanted, conditions, settings(run.project).questions)
    if not hits:
        answers = sum(len(each.keys) for each in known)
        raise NegativeAnswer(f"{', '.join(sources)}: nothing found among {counted(answers, 'answer')}.")
    most = limit or (len(hits) if output else LIMIT)
    _deliver(run, [hit.found(wanted.query) for hit in hits[:most]], len(hits), output, json=json)


def known_waves(run: Run, sources: Sequence[str], asked: Sequence[str], columns: Columns) -> list[Known]:
    """Gather what is known of the answers of one file or of several waves; `asked` and `columns` are those that options name."""
    from freetext.cli.plans import answer_file, columns_for
    from freetext.files.coding.found import known_answers
    from freetext.files.project.dropped import without_dropped

    found = []
    for source in sources:
        table = without_dropped(run.table(source), run.project, asked)
        own = columns_for(table, columns.text, columns.id, columns.respondent, columns.question, run.project)
        found.append(known_answers(answer_file(table, own), run.project, id=own.id, question=columns.question))
    return found


def _deliver(run: Run, found: list[Found], total: int, output: str, *, json: bool) -> None:
    """Show what was found, or write it to a file; then say how much it is."""
    from freetext.files.tabular.tables import Table, write_table, write_text
    from freetext.show.found import found_json, found_rows, found_text

    if output and run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
    elif output.lower().endswith(".json"):
        write_text(found_json(found, total), output, force=run.force)
    elif output:
        rows = found_rows(found)
        write_table(Table("found", tuple(rows), tuple(rows.values()), len(found)), output, force=run.force)
    elif json:
        show(found_json(found, total).rstrip("\n"))
    else:
        show(found_text(found, width=width(), colour=colourful()))
    shown = (
        "" if len(found) == total else f"; the first {len(found):,} are {'written' if output else 'shown'} (--limit)"
    )
    run.say(f"{output + ': ' if output else ''}{counted(total, 'answer')} found{shown}")
