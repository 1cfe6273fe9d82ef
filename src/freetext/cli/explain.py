"""`freetext explain`: one answer, its codes, and who or what gave them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width
from freetext.cli.search import File, QuestionColumn


def explain(
    run: Run,
    id: Annotated[str, typer.Argument(metavar="ID", help="The answer's id, or the respondent's.")],
    file: File = None,
    *,
    question: Annotated[str, typer.Option(metavar="NAME", help="The answer to this question only.")] = "",
    model: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The model to ask: models/NAME, or one version. Default: the one in force."),
    ] = None,
    vectors: options.Vectors = "",
    text: options.Texts = [],  # noqa: B006
    id_column: Annotated[
        str,
        typer.Option(
            metavar="COL",
            rich_help_panel=options.SURVEY,
            help="Column that names the answer. Default: the project's, else the row number.",
        ),
    ] = "",
    question_column: QuestionColumn = "",
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Explain one answer: its codes and who or what gave each, the words behind the model's, what nearly applies, its history.

    A respondent with several answers gets all of them. Without a model, what
    people said.
    """
    from freetext.cli.plans import Columns, wave_files
    from freetext.cli.search import known_waves
    from freetext.interfaces.explaining import explain_waves
    from freetext.show.explanation import explanation_json, explanation_text

    sources = wave_files(file, run.project, "FILE")[::-1]
    asked = (*text, id_column, question_column)
    columns = Columns(tuple(text), id_column, "", question_column, {})
    known = known_waves(replace(run, quiet=True), sources, asked, columns)
    explained = explain_waves(known, id, question, model=model, vectors=vectors)
    shown = explanation_json(explained) if json else explanation_text(explained, width=width(), colour=colourful())
    show(shown.rstrip("\n"))
