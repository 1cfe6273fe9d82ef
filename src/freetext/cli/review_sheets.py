"""Reviews as spreadsheets: answers out, decisions in."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.cli.run import Run
from freetext.errors import NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from freetext.interfaces.reviewed import Reviewed
    from freetext.interfaces.wishes import Wishes
    from freetext.survey.labels import Label


def export_sheet(run: Run, survey: Reviewed, wishes: Wishes, target: Path, command: str = "freetext review") -> None:
    """Write the next answers as a spreadsheet; nobody else is asked them until it comes back to the same command."""
    from freetext.files.labelling.labels import append_labels
    from freetext.files.labelling.locks import coder_lock
    from freetext.files.reviewing.review_sheets import write_review_sheet
    from freetext.interfaces.dealer import Dealer
    from freetext.interfaces.desk import pick_of

    dealer = Dealer(survey, wishes)
    with coder_lock(survey.labels, wishes.coder, force=run.force):
        dealer.refresh()
        run.say_all(dealer.tray.problems)
        dealt = dealer.deal(dealer.left()[0].number + 1)
        if not dealt.asked:
            raise NegativeAnswer(f"nothing is left to ask {wishes.coder}.")
        items = [survey.item(each) for each in dealt.asked]
        if run.dry_run:
            run.say(f"dry run: {counted(len(items), 'answer')} would be written to {target}")
            return
        plan = survey.project.questionnaire
        title = plan.title or plan.name
        write_review_sheet(items, target, coder=wishes.coder, key=survey.key, title=title, force=run.force)
        dealer.hold(dealt)
        append_labels(survey.labels, [pick_of(survey, wishes.coder, key) for key in dealt.picks])
    back = f"`{command} --import {target}` takes it back"
    run.say(f"{target}: {counted(len(items), 'answer')} for {wishes.coder}; {back}")


def import_sheet(run: Run, survey: Reviewed, coder: str, source: Path) -> None:
    """Take the decisions of a spreadsheet, all or none."""
    from freetext.files.labelling.labels import append_labels, spelled
    from freetext.files.labelling.locks import coder_lock
    from freetext.files.labelling.settled import decisions_for
    from freetext.files.reviewing.review_returns import new_labels, read_review_sheet
    from freetext.interfaces.dealer import Dealer
    from freetext.interfaces.desk import utc_now
    from freetext.interfaces.escalating import keep_escalated
    from freetext.interfaces.reviewed import check_one
    from freetext.interfaces.wishes import Wishes

    texts = dict(zip(survey.places, survey.answers.texts, strict=True))
    frames = {frame.name: frame for frame in survey.frames.values()}
    back = read_review_sheet(source, texts, frames, key=survey.key, time=utc_now(), wave=survey.wave)
    check_one(survey, back.labels, source)
    _check_bridge(survey, back.streams, source)
    own = {label.coder for label in (*back.labels, *back.passed)}
    names = {name: _decider(name, coder, survey, source, force=run.force) for name in own}
    back = back.by(names)
    with ExitStack() as locks:
        for name in sorted(set(names.values())) if not run.dry_run else ():
            locks.enter_context(coder_lock(survey.labels, name, force=run.force))
        fresh = new_labels(back, decisions_for(survey.file, survey.project).labels)
        if not run.dry_run:
            append_labels(survey.labels, fresh)
            if any("safeguarding" in label.flags for label in fresh):
                run.say(f"safeguarding: {keep_escalated(survey)} names what was raised, for its owner's eyes alone")
            for name in own:
                Dealer(survey, Wishes(spelled(survey.labels, name))).returned()
    _taken(run, source, fresh, len(back.labels) + len(back.passed) - len(fresh), back.undecided)


def _check_bridge(survey: Reviewed, streams: frozenset[str], source: Path) -> None:
    """Refuse a bridge's sheet in a review, and a review's in a bridge: old codes and new ones must never mix."""
    if survey.bridge is None and "bridge" in streams:
        raise UsageError(f"{source} is of a bridge: `freetext review --bridge --import {source}` takes it back.")
    if survey.bridge is not None and streams - {"bridge"}:
        raise UsageError(f"{source} is of a review, and not of a bridge: take it back without --bridge.")


def _decider(exported: str, coder: str, survey: Reviewed, source: Path, *, force: bool) -> str:
    """Whose decisions a sheet holds; one that was made for somebody else is taken with --force only."""
    from freetext.files.labelling.labels import folded, spelled

    if coder and folded(coder) != folded(exported) and not force:
        said = f"{source} was made for {exported}, not for {coder}: twice imported, it would count as two coders."
        raise UsageError(f"{said} --force takes it as {coder}'s.")
    return spelled(survey.labels, coder or exported)


def _taken(run: Run, source: Path, fresh: Sequence[Label], known: int, undecided: int) -> None:
    """Say what an import brought."""
    decisions = sum(label.event == "label" for label in fresh)
    remarks = len(fresh) - decisions
    dry = "dry run: nothing is written; " if run.dry_run else ""
    run.say(
        f"{dry}{source}: {counted(decisions, 'decision')} taken"
        + (
            f", {remarks:,} {'note or flag' if remarks == 1 else 'notes or flags'} on answers that are not decided"
            if remarks
            else ""
        )
        + (f", {known:,} known already" if known else "")
        + (f", {undecided:,} not decided yet" if undecided else "")
    )
