"""`freetext forget`: a respondent taken out of a project."""

from __future__ import annotations

from typing import Annotated

import typer

from freetext.cli.run import Run
from freetext.errors import UsageError

Respondent = Annotated[
    str,
    typer.Argument(
        metavar="RESPONDENT",
        help="Who they are in the survey's column of respondents; the id of an answer with --answer, or where there is no such column.",
    ),
]
Answer = Annotated[
    bool,
    typer.Option("--answer", help="RESPONDENT is the id of an answer; that alone goes, no other of its respondent."),
]


def forget(
    run: Run,
    respondent: Respondent,
    *,
    answer: Answer = False,
    survey: Annotated[bool, typer.Option("--survey", help="Take their rows out of the survey's own file too.")] = False,
) -> None:
    """Take a respondent out of labels, codings, prepared reviews, restricted lists and reports.

    It says what is gone, what still holds something of them, and which models are
    to be trained again. --dry-run shows it all and changes nothing. While a coder
    is at work nothing is changed; --force takes over from them.
    """
    from freetext.interfaces.forgetting import forget as forget_them

    if run.project is None:
        raise UsageError("which survey? Call it in the survey's folder, or name that with --project.")
    folder = run.project.folder
    done = forget_them(folder, respondent, answer=answer, survey=survey, dry_run=run.dry_run, force=run.force)
    run.say("Would be taken out:" if run.dry_run else "Taken out:")
    run.say_all(done.gone or ["nothing: no file of the project's own speaks of them"])
    run.say("Left:")
    run.say_all(done.left)
    if done.retrain:
        run.say(
            "May have learnt from them; `freetext train` makes a model without them, and older versions are yours to remove:"
        )
        run.say_all(done.retrain)
