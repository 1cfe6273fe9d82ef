"""`freetext audit`: draw the random audit that corrects codes from anywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run
from freetext.errors import UsageError, counted

app = typer.Typer(help="Draw the random audit that corrects codes from anywhere.", invoke_without_command=True)

FEW = 30


@app.callback()
def _root(context: typer.Context) -> None:
    options.help_if_alone(context)


File = Annotated[
    str | None, options.file("File of the answers, coded or not; `-` is standard input. Default: the project's.")
]
Id = Annotated[str, options.column("Column that names the answer. Default: the project's, or `id`, or the row number.")]
Respondent = Annotated[
    str,
    options.column(
        "Column that names the person; one number decides on all answers of one. Default: the project's, or --id."
    ),
]
By = Annotated[
    list[str],
    options.column(
        "Closed column by which tables will be split: each of its values gets 30 answers, or all; repeat it.",
        "--by",
        panel=None,
    ),
]
Show = Annotated[
    list[str],
    options.column(
        "Column to show beside the text; repeat it. The project's closed questions are shown anyway.",
        "--show",
        panel=None,
    ),
]
Number = Annotated[
    int | None,
    typer.Option(
        "-n", metavar="N", min=1, help="Answers to draw, to each question. Default: 150, or all.", show_default=False
    ),
]
HalfWidth = Annotated[
    float | None,
    typer.Option(
        metavar="POINTS",
        min=0.5,
        max=49,
        help="Draw as many as this half-width wants for a share of 10 %, in percentage points.",
    ),
]
Seed = Annotated[
    str,
    typer.Option(
        metavar="TEXT", help="Another one draws other answers. Default: the project's key, or the file's name."
    ),
]
Keep = Annotated[
    Path | None,
    typer.Option("--keep", metavar="LABELS", help="An earlier, smaller draw whose labels stay."),
]
Output = Annotated[str, options.output("A .csv, .tsv, .xlsx or .parquet; `-` is standard output, as CSV.")]


@app.command("draw")
@options.everywhere
def draw(
    run: Run,
    file: File = None,
    *,
    n: Number = None,
    half_width: HalfWidth = None,
    by: By = [],  # noqa: B006
    show: Show = [],  # noqa: B006
    where: options.Where = [],  # noqa: B006
    seed: Seed = "",
    keep: Keep = None,
    redact: Annotated[
        bool,
        typer.Option(
            "--redact",
            help="Cover personal data in the texts, and in text columns of --show, by placeholders in square brackets.",
        ),
    ] = False,
    output: Output = "-",
    text: options.Texts = [],  # noqa: B006
    id: Id = "",
    respondent: Respondent = "",
    question: options.Question = "",
) -> None:
    """Draw a blind random audit: a sheet of answers, without their codes, to be coded by people.

    Write the themes of each answer into the column `themes`, a;b;c, from the top:
    `none` where none applies; blank is not read yet. `freetext tally --audit` takes it.
    A larger draw with the same seed holds every smaller one.
    """
    from freetext.cli.plans import input_file
    from freetext.files.auditing.audit_draws import Source, draw_from
    from freetext.files.auditing.audit_labels import audit_labels
    from freetext.files.auditing.audit_sheets import USUAL, Drawing
    from freetext.files.tabular.tables import check_output, write_table

    if n is not None and half_width is not None:
        raise UsageError("-n and --half-width: one of them.")
    check_output(output, force=run.force)
    table = run.table(input_file(file, run.project, "FILE"))
    bare = replace(run, sheet=None, encoding=None, delimiter=None, dialect=None)
    labels = audit_labels(bare.table(keep)) if keep else None
    wanted = Drawing(n or USUAL, (half_width or 0) / 100, tuple(by), tuple(show), seed, redact)
    source = Source(tuple(text), id, respondent, question, tuple(where))
    drawn = draw_from(table, source, wanted, labels, run.project)
    run.say_all(drawn.said)
    size = f"{drawn.table.size:,} of {counted(drawn.answers, 'answer')}"
    strata = f", in {drawn.strata:,} strata" if drawn.strata > 1 else ""
    kept = f"; {counted(drawn.kept, 'label')} kept" if keep else ""
    if run.dry_run:
        run.say(f"dry run: {size}{strata}{kept}; nothing is written to {output}")
        return
    write_table(drawn.table, output, force=run.force)
    run.say(f"{'' if output == '-' else output + ': '}{size}{strata}{kept}")
    if drawn.table.size < min(FEW, drawn.answers):
        run.say(f"fewer than {FEW} audited answers give a table no interval")
