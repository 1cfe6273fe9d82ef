"""`freetext review`: the answers that matter, one at a time, on a screen or as a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.review_sheets import export_sheet, import_sheet
from freetext.cli.run import Run
from freetext.errors import UsageError, counted

if TYPE_CHECKING:
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.project.settings import Project
    from freetext.interfaces.reviewed import Reviewed
    from freetext.interfaces.wishes import Kind, Wishes

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
Batch = Annotated[
    int,
    typer.Option(metavar="N", min=1, max=500, help="Answers between two summaries; a batch that is open ends first."),
]
AuditShare = Annotated[
    int, typer.Option(metavar="PERCENT", min=0, max=100, help="Share of each batch that is random audit.")
]
Target = Annotated[
    float, typer.Option(metavar="POINTS", min=0.5, max=50, help="Half-width wanted for every number, in points.")
]
Bridge = Annotated[
    bool,
    typer.Option(
        "--bridge",
        help="Code a random part of an old wave again, blind, under today's codeframe. FILE is the old wave's.",
    ),
]
Strategy = Literal["auto", "tally-variance", "margin", "entropy", "diverse", "random"]
ChosenBy = Annotated[
    Strategy, typer.Option(help="What the rest is chosen by. auto: diverse first, then what moves the table most.")
]
Blind = Annotated[bool, typer.Option("--blind", help="Never show what the model suggests.")]
Second = Annotated[
    bool, typer.Option("--second", help="Code again, blind, a part of what other coders decided: for agreement.")
]
Size = Annotated[
    int | None,
    typer.Option(
        "-n",
        "--size",
        metavar="N",
        min=1,
        help="With --bridge: how many answers, all reviewed questions together. Default: as before, at first 100.",
    ),
]
Prepare = Annotated[
    bool, typer.Option("--prepare", help="Rank the answers now, without a session (a session does it by itself).")
]
ExportTo = Annotated[
    Path | None,
    typer.Option("--export", metavar="XLSX", help="Write the next answers as a spreadsheet to fill in."),
]
Count = Annotated[int, typer.Option(metavar="N", min=1, help="With --export: how many answers.")]
ImportFrom = Annotated[
    Path | None, typer.Option("--import", metavar="XLSX", help="Take a filled-in spreadsheet's decisions.")
]


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
    strategy: ChosenBy = "auto",
    blind: Blind = False,
    second: Second = False,
    bridge: Bridge = False,
    size: Size = None,
    vectors: options.Vectors = "",
    plain: Plain = False,
    prepare: Prepare = False,
    export: ExportTo = None,
    count: Count = 100,
    import_: ImportFrom = None,
) -> None:
    """Review answers: a blind random audit and those that move the table most.

    Every decision is on the disk before the next answer is shown. Leave with q
    and come back to the same place.
    """
    from freetext.interfaces.wishes import Wishes, coder_name

    _check_one(second, prepare, export, import_)
    if size is not None and not bridge:
        raise UsageError("-n says how large a bridge is: it goes with --bridge.")
    survey = _bridge(run, file, question, size) if bridge else _survey(run, file, question)
    if prepare:
        _prepare(run, survey, vectors)
        return
    kind: Kind = "second" if second else "bridge" if bridge else "review"
    wishes = Wishes(
        coder_name(coder, survey.labels),
        kind,
        tuple(by),
        target / 100,
        count if export else batch,
        1.0 if bridge else audit / 100,
        strategy,
        blind=blind or bridge,
        whole=bridge,
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
    bridge: Annotated[
        bool, typer.Option("--bridge", help="Where they differ in the bridge to an old wave. FILE is the old wave's.")
    ] = False,
    plain: Plain = False,
) -> None:
    """Decide where coders differ: both choices are shown, not whose they are. What is decided here overrules all others."""
    from freetext.interfaces.wishes import Wishes, coder_name

    survey = _bridge(run, file, question, None) if bridge else _survey(run, file, question)
    sit(run, survey, Wishes(coder_name(coder, survey.labels), "adjudicate", batch=batch, whole=bridge), plain=plain)
    _leave_for_training(run, survey)


def _survey(run: Run, file: str | None, questions: list[str]) -> Reviewed:
    """Read the answers and say what was taken for what; of a folder of coded parts its candidates."""
    from freetext.cli.plans import input_file
    from freetext.files.parts.coded_folders import is_coded_folder
    from freetext.files.project.starter import is_example
    from freetext.interfaces.reviewed import reviewed

    project = _project(run)
    source = input_file(file, project, "FILE")
    if is_coded_folder(source):
        survey = _folder(run, source, project, questions)
    else:
        survey = reviewed(_answers(run, source, project), project, questions)
    if any(is_example(frame) for frame, _ in survey.groups):
        run.say(
            "- the codeframe still holds the example themes: write your own first, or what you decide is lost on them"
        )
    return survey


def _project(run: Run) -> Project:
    if run.project is None:
        raise UsageError(
            "a review keeps its decisions in a project: `freetext init` makes one, --project DIR names one."
        )
    return run.project


def _answers(run: Run, source: str, project: Project) -> AnswerFile:
    from freetext.cli.plans import answer_file, columns_for, survey_table

    if source == "-":
        raise UsageError("a review wants a file that it can come back to, not standard input.")
    table = survey_table(run, source)
    answers = answer_file(table, columns_for(table, (), "", "", "", project))
    run.say_all(answers.said)
    return answers


def _bridge(run: Run, file: str | None, questions: list[str], size: int | None) -> Reviewed:
    """Draw the bridge to an old wave, and say how far it is."""
    from freetext.files.parts.coded_folders import is_coded_folder
    from freetext.interfaces.bridge_reviews import bridge_review, keep_bridge, old_wave

    project = _project(run)
    source = file or str(old_wave(project))
    if is_coded_folder(source):
        raise UsageError(f"{source}: a bridge is drawn from a file of answers, not from a folder of coded parts.")
    walk = bridge_review(_answers(run, source, project), project, questions, size)
    run.say_all(walk.told)
    if not run.dry_run:
        keep_bridge(walk, size)
    return walk.survey


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
    """The command that takes a sheet back: a folder is named, and the old wave of a bridge; the project's own file is not."""
    if survey.bridge is not None:
        return f"freetext review --bridge {file or ''}".rstrip()
    return f"freetext review {file}" if survey.sample is not None else "freetext review"


def _check_one(*asked: object) -> None:
    """Refuse several of the options that each are a way of their own to review."""
    if sum(map(bool, asked)) > 1:
        raise UsageError("--second, --prepare, --export and --import: one of them.")


def _prepare(run: Run, survey: Reviewed, vectors: str) -> None:
    from freetext.interfaces.preparing import prepare

    if survey.bridge is not None:
        raise UsageError("--prepare: a bridge is asked in the order of random numbers, and nothing is ranked for it.")
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
