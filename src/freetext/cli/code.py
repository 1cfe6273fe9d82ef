"""`freetext code`: new answers coded in batch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from freetext.cli import code_folder, code_streamed, code_table, options
from freetext.cli.code_wanted import Wanted
from freetext.cli.run import Run

File = Annotated[str | None, options.file("File of answers; `-` is standard input, as CSV. Default: the project's.")]
ModelFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="The model: models/NAME, or one version of it. Default: the project's."),
]
ColdCodeframe = Annotated[
    Path | None,
    typer.Option(
        "--codeframe",
        metavar="FILE",
        help="Code by the words of this codeframe alone, before there are labels; every code wants a person.",
    ),
]
Output = Annotated[
    str,
    options.output(
        "The coded file, .csv .tsv .xlsx or .parquet; `-` is standard output, as CSV (written as it comes, not whole or not at all). Default: the project's output folder."
    ),
]


def code(
    run: Run,
    file: File = None,
    *,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    model: ModelFolder = None,
    codeframe: ColdCodeframe = None,
    vectors: options.Vectors = "",
    output: Output = "",
    scores: Annotated[
        bool, typer.Option("--scores", help="Add one column of calibrated probabilities for each theme.")
    ] = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Add a column with the words that speak most for each theme.")
    ] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Write CSV cells as they are: what begins like a formula is not guarded.")
    ] = False,
    redact: Annotated[
        bool,
        typer.Option(
            "--redact",
            help="Cover personal data in the text columns of the coded file too, by placeholders such as (name) in square brackets.",
        ),
    ] = False,
    workers: code_folder.Workers = 1,
    scheduler: code_folder.Scheduler = "",
    recode: code_folder.Recode = False,
    format: code_folder.Format = "parquet",
    by: code_folder.Banners = [],  # noqa: B006
    weight: code_folder.Weight = "",
    audit_candidates: code_folder.AuditCandidates = code_folder.AUDIT_CANDIDATES,
) -> None:
    """Code the verbatims of a file with a model, or by a codeframe alone.

    The original columns come back in order, their values untouched; ours
    (freetext_themes, _review, _review_why, _source) stand behind them. In a
    project, people's labels overrule the model, and a file that was coded
    before is updated: what is new is coded, the rest is kept until --recode. Where nobody has
    labelled anything yet, the codeframe's definitions are all there is to code by.
    """
    from freetext.cli.plans import input_file
    from freetext.files.coding.coded_before import target_of

    source = input_file(file, run.project, "FILE")
    wanted = Wanted(
        tuple(text), id, respondent, question, model, codeframe, vectors, scores, evidence, raw, redact, recode
    )
    folders = code_folder.Folders(workers, scheduler, recode, format, tuple(by), weight, audit_candidates)
    if code_folder.is_folder_run(source, output):
        code_folder.code_parts(run, source, output, wanted, folders)
        return
    code_folder.refuse_alone(folders)
    target = target_of(source, output, run.project)
    if codeframe is not None or not code_streamed.code_stream(run, source, target, wanted):
        code_table.code_table(run, source, output, target, wanted)
