"""`freetext backcode apply`, `revert` and `show`: what coders decided as moves, made and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli.backcode_texts import Asked, File, Share, dry_note, questions_named, read_others, the_project
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import counted

if TYPE_CHECKING:
    from freetext.files.backcoding.other_texts import OtherTexts
    from freetext.interfaces.moving import Planned


def apply(
    run: Run,
    question: Asked = "",
    file: File = "",
    *,
    share: Share = 5.0,
    partial: Annotated[
        bool, typer.Option("--partial", help="Apply what is decided, though texts are undecided or in dispute.")
    ] = False,
    keep_small: Annotated[
        bool, typer.Option("--keep-small", help="Make new categories below the share, too; else they stay Other.")
    ] = False,
) -> None:
    """Write the moves that coders decided on, and show the question before and after; the base stays what it was.

    New options go into freetext.toml. Every move is logged; applying twice
    changes nothing.
    """
    from freetext.interfaces.moving import carry_out, list_of, planned
    from freetext.show.backcoding import moved_text

    others = read_others(run, question, file)
    found = planned(others, share=share / 100, partial=partial, keep_small=keep_small)
    run.say_all(found.problems)
    if not run.dry_run:
        carry_out(others, found)
    run.say_all(_told(others, found, keep_small=keep_small))
    show(moved_text(found.before, found.after, width=width(), colour=colourful()))
    run.say(f"{list_of(others.project, others.question)}: {_summed(found)}{dry_note(run)}")


def revert(
    run: Run,
    question: Asked = "",
    *,
    id: Annotated[
        list[str], typer.Option("--id", metavar="ID", help="Only the move of this respondent; repeat it.")
    ] = [],  # noqa: B006
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason; it is kept in the log.")] = "",
    drop_empty: Annotated[
        bool,
        typer.Option("--drop-empty", help="Take options that only moves had filled out of freetext.toml as well."),
    ] = False,
) -> None:
    """Take moves back: all of a question, or those of some respondents. Logged, as the moves were."""
    from freetext.files.backcoding.other_texts import pair_named
    from freetext.interfaces.backcoding import options_said
    from freetext.interfaces.moving import list_of, take_back

    project = the_project(run)
    closed, _ = pair_named(project, question)
    said = options_said(project, closed)
    done = take_back(project, closed, id, why=why, said=said, drop_empty=drop_empty, dry_run=run.dry_run)
    run.say(f"{list_of(project, closed)}: {counted(len(done.moves), 'move')} taken back{dry_note(run)}")
    run.say_all(f"{name!r} is no option any more" for name in done.dropped)
    run.say_all(
        f"{name!r} has nobody left, and stays an option; --drop-empty takes such options out" for name in done.empty
    )


def moves(run: Run, question: Asked = "", file: File = "") -> None:
    """Show which moves are in force, option by option."""
    from freetext.interfaces.moving import list_of, moves_of
    from freetext.show.backcoding import moves_text

    for closed in questions_named(run, question):
        others = read_others(run, closed.name, file)
        path = list_of(others.project, closed)
        found = moves_of(others.project, closed)
        show(moves_text(found, question=closed.name, file=path, base=others.base, width=width()))


def _told(others: OtherTexts, found: Planned, *, keep_small: bool) -> list[str]:
    """Say what stays as it is, and why."""
    plan, question = found.plan, others.question.name
    told = [
        f"{name!r} is new and has {counted(number, 'text')}, fewer than {found.least}: "
        + ("made all the same" if keep_small else f"kept as {others.option!r} (--keep-small makes it)")
        for name, number in plan.small
    ]
    if plan.differ:
        ids = ", ".join(move.id for move in plan.differ[:12])
        told.append(
            f"{counted(len(plan.differ), 'move')} that the decisions contradict, not made by back-coding, kept ({ids}): "
            f"`freetext backcode revert {question} --id ID` takes one back"
        )
    if plan.undecided or plan.disputed:
        told.append(f"{len(plan.undecided):,} not decided yet, {len(plan.disputed):,} in dispute: left as they are")
    return told


def _summed(found: Planned) -> str:
    plan = found.plan
    if not plan.add and not plan.back:
        return f"nothing to change; {counted(len(plan.stand) + len(plan.differ), 'move')} in force"
    parts = [f"{counted(len(plan.add), 'move')} made"] + [f"{len(plan.back):,} taken back"] * bool(plan.back)
    kept = len(plan.stand) + len(plan.differ)
    return ", ".join([*parts, *([f"{kept:,} in force before"] if kept else [])])
