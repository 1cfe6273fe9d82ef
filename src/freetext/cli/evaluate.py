"""`freetext evaluate`: codes against labels."""

from __future__ import annotations

from typing import Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width


def evaluate(
    run: Run,
    coded: Annotated[
        str | None,
        typer.Argument(
            metavar="CODED",
            help="File that holds codes and labels; `-` is standard input. Default: the project's latest.",
        ),
    ] = None,
    *,
    labels: Annotated[
        list[str],
        typer.Option(
            metavar="COL",
            help="Column of true codes, `a;b;c` of slugs, names or numbers; repeat it for 0/1 columns or code columns.",
        ),
    ],
    themes: Annotated[str, typer.Option(metavar="COL", help="Column of codes. Default: freetext_themes.")] = "",
    where: options.Where = [],  # noqa: B006
    codeframe: options.CodeframeFile = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Compare codes with labels: precision, recall, F1 and kappa per theme, micro, macro and samples F1; blank answers are left out."""
    from freetext.cli.plans import latest_coded, settings, survey_table
    from freetext.files.coding.coded import one_theme_column, question_of
    from freetext.files.coding.compared import compared
    from freetext.files.project.codeframes import read_codeframe
    from freetext.files.project.project_codeframes import codeframe_of_question
    from freetext.files.tabular.filters import conditions_of, kept_rows
    from freetext.show.evaluation import evaluation_json, evaluation_text
    from freetext.tallies.evaluate import evaluate as compare

    conditions = conditions_of(where)
    asked = (themes, *labels, *(each.column for each in conditions))
    table = survey_table(run, coded or latest_coded(run.project), asked)
    kept = kept_rows(table, conditions, settings(run.project).questions).rows
    themes = themes or one_theme_column(table)
    frame = read_codeframe(codeframe) if codeframe else codeframe_of_question(question_of(themes), run.project)
    pair = compared(table, themes, labels, frame).take(kept)
    found = compare(pair.codeframe, pair.chosen, pair.truth, blank=pair.blank)
    show((evaluation_json(found) if json else evaluation_text(found, width=width(), colour=colourful())).rstrip("\n"))
