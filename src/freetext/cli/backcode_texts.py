"""What the commands of `freetext backcode` share: arguments, the texts that are meant, the options codeframe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli.run import Run
from freetext.errors import UsageError, counted

if TYPE_CHECKING:
    from freetext.files.backcoding.other_texts import OtherTexts
    from freetext.files.project.settings import Project
    from freetext.files.tabular.tables import Table
    from freetext.review.backcoding import Proposal
    from freetext.survey.questionnaire import Question

Asked = Annotated[
    str, typer.Argument(metavar="QUESTION", help='The closed question. Default: the only one with "Other" texts.')
]
File = Annotated[str, typer.Argument(metavar="FILE", help="File of answers. Default: the project's.")]
Share = Annotated[
    float, typer.Option(metavar="PERCENT", min=0, max=100, help="Of the base: from here on a category is new.")
]


def options_frame(run: Run, others: OtherTexts, proposal: Proposal | None = None) -> None:
    """Make the options codeframe where there is none yet, with the new categories of a proposal; else say what it lacks."""
    from freetext.files.backcoding.option_frames import frame_file, frame_there
    from freetext.interfaces.other_proposals import begin, missing_options

    file = frame_file(others.question)
    there = frame_there(others.project, others.question)
    if there is not None:
        run.say_all(
            f"{file} lacks the option {name!r}: `freetext backcode add`" for name in missing_options(others, there)
        )
    elif run.dry_run:
        run.say(f"dry run: {file} is not written")
    else:
        frame = begin(others, proposal.fresh if proposal else ())
        new = f", {len(proposal.fresh)} of them new" if proposal and proposal.fresh else ""
        run.say(
            f"{file}: {counted(len(frame) - 1, 'option')}{new}; a theme's name is the option, change it as you like"
        )


def questions_named(run: Run, question: str) -> list[Question]:
    """The question that was named, else all that have "Other" texts."""
    from freetext.files.backcoding.other_texts import backcodable, pair_named

    project = the_project(run)
    pairs = backcodable(project)
    return [closed for closed, _ in pairs] if pairs and not question else [pair_named(project, question)[0]]


def read_others(run: Run, question: str, file: str) -> OtherTexts:
    """Read the texts, and say what is left alone."""
    from freetext.files.backcoding.other_texts import other_texts, pair_named

    project = the_project(run)
    closed, asked = pair_named(project, question)
    others = other_texts(_table(run, project, file), project, closed, asked)
    bare = others.others - len(others.texts)
    if bare:
        run.say(f"- {counted(bare, 'respondent')} said {others.option!r} and wrote nothing: that stays as it is")
    if others.beside:
        run.say(f"- {counted(others.beside, 'text')} of respondents who did not say {others.option!r}: left alone")
    return others


def _table(run: Run, project: Project, file: str) -> Table:
    from freetext.cli.plans import input_file, survey_table

    return survey_table(run, input_file(file, project, "FILE"))


def the_project(run: Run) -> Project:
    """Return the project; raises UsageError where there is none."""
    if run.project is None:
        raise UsageError("back-coding wants a project: `freetext init` makes one, --project DIR names one.")
    return run.project


def dry_note(run: Run) -> str:
    """What is said behind a deed that was not done."""
    return " (dry run: nothing is written)" if run.dry_run else ""
