"""`freetext backcode`: "Other, please specify" to listed options and new categories, reviewed, applied, reverted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.backcode_moves import apply, moves, revert
from freetext.cli.backcode_texts import (
    Asked,
    File,
    Share,
    dry_note,
    options_frame,
    questions_named,
    read_others,
    the_project,
)
from freetext.cli.review import Batch, Coder, Plain, sit
from freetext.cli.review_sheets import export_sheet, import_sheet
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import NegativeAnswer, UsageError

if TYPE_CHECKING:
    from freetext.interfaces.wishes import Kind

app = typer.Typer(
    help='Back-code "Other, please specify": propose, review, apply, revert. Without a command: propose.',
    invoke_without_command=True,
)


@app.callback()
def _root(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        _propose(Run(), "", "", 5.0, every=False)


@app.command("propose")
@options.everywhere
def propose(
    run: Run,
    question: Asked = "",
    file: File = "",
    *,
    share: Share = 5.0,
    every: Annotated[bool, typer.Option("--all", help="List all texts, not the first eight of each option.")] = False,
) -> None:
    """List what each "Other" text seems to mean and why, and which new categories many of them would make.

    The first time the options codeframe (backcode-QUESTION.toml) is written
    with the new categories; nothing else is changed.
    """
    _propose(run, question, file, share, every=every)


@app.command("review")
@options.everywhere
def review(
    run: Run,
    question: Asked = "",
    file: File = "",
    *,
    coder: Coder = "",
    batch: Batch = 20,
    blind: Annotated[bool, typer.Option("--blind", help="Never show what is proposed.")] = False,
    second: Annotated[
        bool, typer.Option("--second", help="Decide again, blind, what other coders decided: for agreement.")
    ] = False,
    adjudicate: Annotated[bool, typer.Option("--adjudicate", help="Decide where coders differ.")] = False,
    plain: Plain = False,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="XLSX", help="Write the next texts as a spreadsheet to fill in."),
    ] = None,
    count: Annotated[int, typer.Option(metavar="N", min=1, help="With --export: how many texts.")] = 1000,
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="XLSX", help="Take a filled-in spreadsheet's decisions.")
    ] = None,
) -> None:
    """Decide what each "Other" text means: an option, a new category, or that it stays Other.

    The session is that of `freetext review`, with what is proposed in sight.
    """
    from freetext.interfaces.other_proposals import proposal_of
    from freetext.interfaces.other_reviews import other_review, suggest
    from freetext.interfaces.wishes import Wishes, coder_name
    from freetext.review.backcoding import SHARE

    if sum((second, adjudicate, export is not None, import_ is not None)) > 1:
        raise UsageError("--second, --adjudicate, --export and --import: one of them.")
    others = read_others(run, question, file)
    proposal = proposal_of(others, SHARE)
    options_frame(run, others, proposal)
    survey = other_review(others)
    if import_ is not None:
        import_sheet(run, survey, coder, import_)
        return
    kind: Kind = "second" if second else "adjudicate" if adjudicate else "review"
    name = coder_name(coder, survey.labels)
    size = count if export else batch
    wishes = Wishes(name, kind, batch=size, audit=0.0, strategy="diverse", blind=blind, whole=True)
    if not run.dry_run and not blind:
        suggest(others, survey, proposal)
    if export is not None:
        export_sheet(run, survey, wishes, export, f"freetext backcode review {others.question.name}")
    else:
        sit(run, survey, wishes, plain=plain)


@app.command("add")
@options.everywhere
def add(
    run: Run,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The category, as tables are to show it.")],
    *,
    question: Annotated[
        str,
        typer.Option(metavar="NAME", help='The closed question. Default: the only one with "Other" texts.'),
    ] = "",
    definition: Annotated[str, typer.Option(metavar="TEXT", help="What belongs there, and what does not.")] = "",
    keyword: Annotated[
        list[str],
        typer.Option(
            "--keyword", metavar="PHRASE", help="Texts that hold it are proposed to the category; repeat it; `fund*`."
        ),
    ] = [],  # noqa: B006
) -> None:
    """Add a new category to the options codeframe, before or during the review."""
    from freetext.files.backcoding.option_frames import add_categories, frame_file, frame_there
    from freetext.files.backcoding.other_texts import pair_named
    from freetext.review.option_frame import new_category
    from freetext.survey.codeframe import Theme

    project = the_project(run)
    closed, _ = pair_named(project, question)
    if frame_there(project, closed) is None:
        options_frame(run, read_others(run, closed.name, ""))
    frame = frame_there(project, closed)
    if frame is None:
        run.say(f"dry run: {frame_file(closed)} is not there yet, and is not made")
        return
    theme = new_category(frame, name, Theme("", 0, name, definition, keywords=tuple(keyword)))
    if not run.dry_run:
        add_categories(project, closed, frame, [theme])
    run.say(f"{frame_file(closed)}: {theme.name} ({theme.slug}, number {theme.number}){dry_note(run)}")


def _propose(run: Run, question: str, file: str, share: float, *, every: bool) -> None:
    """Propose for one question, or for all; one of several that has no texts is passed over."""
    asked = questions_named(run, question)
    for closed in asked:
        try:
            _propose_one(run, closed.name, file, share / 100, every=every)
        except NegativeAnswer as error:
            if len(asked) == 1:
                raise
            run.say(f"- {error}")


def _propose_one(run: Run, question: str, file: str, share: float, *, every: bool) -> None:
    from freetext.interfaces.other_proposals import options_of, proposal_of
    from freetext.show.backcoding import proposal_text

    others = read_others(run, question, file)
    proposal = proposal_of(others, share)
    wide, colour = width(), colourful()
    text = proposal_text(
        proposal,
        others.texts,
        options_of(others),
        others.listed,
        question=question,
        share=share,
        every=every,
        width=wide,
        colour=colour,
    )
    show(f"{text}\n")
    options_frame(run, others, proposal)


app.command("apply")(options.everywhere(apply))
app.command("revert")(options.everywhere(revert))
app.command("show")(options.everywhere(moves))
