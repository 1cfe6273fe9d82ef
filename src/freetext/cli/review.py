"""`freetext review`: the answers that matter, one at a time, on a screen or as a spreadsheet."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.run import Run
from freetext.errors import NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from freetext.files.project.settings import Project
    from freetext.interfaces.reviewed import Reviewed
    from freetext.interfaces.wishes import Wishes
    from freetext.survey.labels import Label

Coder = Annotated[
    str, typer.Option(metavar="NAME", help="Who decides; the log is NAME.jsonl. Default: your name on this computer.")
]
File = Annotated[str | None, typer.Argument(metavar="FILE", help="File of answers. Default: the project's.")]
By = Annotated[
    list[str],
    typer.Option(
        "--by", metavar="COL", help="Column whose values get an audit each; repeat it. Default: the project's banners."
    ),
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Lines in, lines out: for screen readers, simple terminals and pipes.")
]
Batch = Annotated[int, typer.Option(metavar="N", min=1, max=500, help="Answers between two summaries.")]
AuditShare = Annotated[
    int, typer.Option(metavar="PERCENT", min=0, max=100, help="Share of each batch that is random audit.")
]
Target = Annotated[
    float, typer.Option(metavar="POINTS", min=0.5, max=50, help="Half-width wanted for every number, in points.")
]
Strategy = Literal["auto", "tally-variance", "margin", "entropy", "diverse", "random"]


def review(
    run: Run,
    file: File = None,
    *,
    coder: Coder = "",
    question: options.QuestionNames = [],  # noqa: B006
    by: By = [],  # noqa: B006
    target: Target = 5.0,
    batch: Batch = 20,
    audit: AuditShare = 50,
    strategy: Annotated[
        Strategy, typer.Option(help="What the rest is chosen by. auto: diverse first, then what moves the table most.")
    ] = "auto",
    blind: Annotated[bool, typer.Option("--blind", help="Never show what the model suggests.")] = False,
    second: Annotated[
        bool, typer.Option("--second", help="Code again, blind, a part of what other coders decided: for agreement.")
    ] = False,
    vectors: options.Vectors = "",
    plain: Plain = False,
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Rank the answers now, without a session (a session does it by itself).")
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="XLSX", help="Write the next answers as a spreadsheet to fill in."),
    ] = None,
    count: Annotated[int, typer.Option(metavar="N", min=1, help="With --export: how many answers.")] = 100,
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="XLSX", help="Take a filled-in spreadsheet's decisions.")
    ] = None,
) -> None:
    """Review answers: a blind random audit and those that move the table most.

    Every decision is on the disk before the next answer is shown. Leave with q
    and come back to the same place.
    """
    from freetext.interfaces.wishes import Wishes, coder_name

    _check_one(second, prepare, export, import_)
    survey = _survey(run, file, question)
    if prepare:
        _prepare(run, survey, vectors)
        return
    wishes = Wishes(
        coder_name(coder, survey.labels),
        "second" if second else "review",
        tuple(by),
        target / 100,
        count if export else batch,
        audit / 100,
        strategy,
        blind=blind,
    )
    if export is not None:
        export_sheet(run, survey, wishes, export, _again(file, survey))
    elif import_ is not None:
        import_sheet(run, survey, coder, import_)
    else:
        sit(run, survey, wishes, plain=plain, vectors=vectors)
    _leave_for_training(run, survey)


def adjudicate(
    run: Run,
    file: File = None,
    *,
    coder: Coder = "",
    question: options.QuestionNames = [],  # noqa: B006
    batch: Batch = 20,
    plain: Plain = False,
) -> None:
    """Decide where coders differ: both choices are shown, not whose they are. What is decided here overrules all others."""
    from freetext.interfaces.wishes import Wishes, coder_name

    survey = _survey(run, file, question)
    sit(run, survey, Wishes(coder_name(coder, survey.labels), "adjudicate", batch=batch), plain=plain)
    _leave_for_training(run, survey)


def _survey(run: Run, file: str | None, questions: list[str]) -> Reviewed:
    """Read the answers and say what was taken for what; of a folder of coded parts its candidates."""
    from freetext.cli.plans import answer_file, columns_for, input_file, survey_table
    from freetext.files.parts.coded_folders import is_coded_folder
    from freetext.files.project.starter import is_example
    from freetext.interfaces.reviewed import reviewed

    if run.project is None:
        raise UsageError(
            "a review keeps its decisions in a project: `freetext init` makes one, --project DIR names one."
        )
    source = input_file(file, run.project, "FILE")
    if source == "-":
        raise UsageError("a review wants a file that it can come back to, not standard input.")
    if is_coded_folder(source):
        survey = _folder(run, source, run.project, questions)
    else:
        table = survey_table(run, source)
        answers = answer_file(table, columns_for(table, (), "", "", "", run.project))
        run.say_all(answers.said)
        survey = reviewed(answers, run.project, questions)
    if any(is_example(frame) for frame, _ in survey.groups):
        run.say(
            "- the codeframe still holds the example themes: write your own first, or what you decide is lost on them"
        )
    return survey


def _folder(run: Run, source: str, project: Project, questions: list[str]) -> Reviewed:
    """Read the candidates of a folder."""
    from freetext.interfaces.folder_review import reviewed_folder, told

    survey = reviewed_folder(source, project, questions)
    run.say(f"{source}: {told(survey)}")
    return survey


def _leave_for_training(run: Run, survey: Reviewed) -> None:
    """Write the labelled candidates of a folder and the random ones where `freetext train` can read them."""
    from freetext.interfaces.folder_review import save_candidates

    if survey.sample is not None and not run.dry_run:
        run.say(f"{save_candidates(survey)}: what `freetext train` learns these decisions from")


def sit(run: Run, survey: Reviewed, wishes: Wishes, *, plain: bool, vectors: str = "") -> None:
    """Hold the coder's lock, and let them work on a screen, or line by line where there is none."""
    from freetext.cli.sitting import full_screen_possible
    from freetext.files.labelling.locks import coder_lock
    from freetext.interfaces.desk import Desk
    from freetext.interfaces.worker import Worker

    if run.dry_run:
        run.say(f"dry run: no session is begun, nothing is written to {survey.labels}")
        return
    with coder_lock(survey.labels, wishes.coder, force=run.force) as lock:
        run.say_all((lock.note,) if lock.note else ())
        ranked = wishes.kind == "review" and not wishes.whole and survey.sample is None
        worker = Worker(_preparation(run, survey, vectors)) if ranked else None
        desk = Desk(survey, wishes, worker, lock.refresh)
        run.say_all(desk.problems)
        before = len(desk.session.decided)
        try:
            if plain or not full_screen_possible():
                from freetext.cli.plain import plain_screen

                plain_screen(desk, sys.stdin, sys.stdout)
            else:
                from freetext.cli.screen import full_screen

                full_screen(desk)
        finally:
            desk.close()
    done = len(desk.session.decided) - before
    run.say(f"{wishes.coder}: {counted(max(done, 0), 'answer')} decided, {len(desk.session.decided):,} in all.")


def _preparation(run: Run, survey: Reviewed, vectors: str) -> list[str]:
    """The command that ranks the answers, for the worker."""
    source = Path(survey.file.table.file).absolute()
    shared = [
        f"--{name}={value}"
        for name, value in (
            ("sheet", run.sheet),
            ("encoding", run.encoding),
            ("delimiter", run.delimiter),
            ("dialect", run.dialect),
            ("vectors", vectors),
        )
        if value
    ]
    asked = [f"--question={question}" for question in survey.frames]
    return [
        "review",
        str(source),
        "--prepare",
        "--quiet",
        f"--project={survey.project.folder.absolute()}",
        *shared,
        *asked,
    ]


def _again(file: str | None, survey: Reviewed) -> str:
    """The command that takes a sheet back: a folder is named, the project's own file is not."""
    return f"freetext review {file}" if survey.sample is not None else "freetext review"


def _check_one(*asked: object) -> None:
    """Refuse several of the options that each are a way of their own to review."""
    if sum(map(bool, asked)) > 1:
        raise UsageError("--second, --prepare, --export and --import: one of them.")


def _prepare(run: Run, survey: Reviewed, vectors: str) -> None:
    from freetext.interfaces.preparing import prepare

    if survey.sample is not None:
        raise UsageError("--prepare: the candidates of a folder were ranked when it was coded.")
    if run.dry_run:
        run.say(f"dry run: nothing is ranked, nothing is written to {survey.folder}")
        return
    for ranking in prepare(survey, vectors=vectors):
        how = (
            f"by {counted(ranking.labelled, 'labelled answer')}"
            if ranking.model
            else "by what they speak of: too few labels"
        )
        run.say(f"{ranking.name}: {counted(len(ranking.keys), 'answer')} ranked {how}")


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
    back = read_review_sheet(source, texts, frames, key=survey.key, time=utc_now())
    check_one(survey, back.labels, source)
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
