"""`freetext labels`: people's decisions in and out, checked and counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.bridges import bridges_counted
from freetext.cli.doubted import (
    ColumnsAsked,
    DoubtsFile,
    Most,
    Wish,
    WithTexts,
    check_doubts_file,
    doubt_columns,
    doubt_logs,
)
from freetext.cli.run import Run, colourful, show, width, write_rows
from freetext.errors import NegativeAnswer, UsageError, counted, did_you_mean, names_listed
from freetext.survey.labels import LabelSource

if TYPE_CHECKING:
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.labelling.label_checks import Checked
    from freetext.files.labelling.label_tables import Form
    from freetext.files.labelling.labels import LabelLog
    from freetext.files.project.settings import Project
    from freetext.files.tabular.tables import Table
    from freetext.survey.codeframe import Codeframe
    from freetext.survey.labels import Key, Label

app = typer.Typer(help="Bring people's decisions in and out, check and count them.", invoke_without_command=True)


@app.callback()
def _root(context: typer.Context) -> None:
    options.help_if_alone(context)


Answered = Annotated[
    str,
    typer.Option(
        "--file", metavar="FILE", help="File of the answers that the labels are about. Default: the project's."
    ),
]


LabelledTexts = Annotated[
    list[str],
    options.column(
        "The survey's column of verbatims that the labels are about; repeat it, with as many --labels. Where FILE has it too, the texts must be the same.",
        "--text",
    ),
]


@app.command("import")
@options.everywhere
def import_(
    run: Run,
    file: Annotated[str, options.file("File of labels; `-` is standard input, as CSV.")],
    *,
    coder: Annotated[str, typer.Option(metavar="NAME", help="Whose decisions these are.")],
    labels: options.Labels = [],  # noqa: B006
    id: Annotated[str, options.column("Column that names the answer. Default: the project's.")] = "",
    question: options.Question = "",
    text: LabelledTexts = [],  # noqa: B006
    source: Annotated[
        LabelSource, typer.Option(help="Why these answers were decided on; adjudicated overrules all coders.")
    ] = "import",
    blank_labels: Annotated[
        Literal["none", "unlabelled"],
        typer.Option(help="What a blank label cell means: coded with no theme, or not coded yet."),
    ] = "unlabelled",
    answers: Answered = "",
) -> None:
    """Take labels from a table into a coder's log.

    Every id, text and theme is checked first: all labels are taken, or none.
    What the log says already is not written again.
    """
    import time

    from freetext.files.labelling.label_imports import LabelPlace, labels_from
    from freetext.files.labelling.labels import append_labels, file_name, read_labels
    from freetext.files.labelling.locks import coder_lock
    from freetext.files.labelling.other_waves import wave_named
    from freetext.files.labelling.settled import decisions_as_logged
    from freetext.survey.labels import Label, time_text

    project = _project(run)
    folder, name = _folder(project), file_name(coder)
    table = run.table(file)
    survey = _answers(replace(run, sheet=None, encoding=None, delimiter=None, dialect=None), project, answers)
    place = LabelPlace(tuple(labels), _id(id, table, project), question, tuple(text))
    frames = _frames(survey.answers.questions, project)
    with nullcontext() if run.dry_run else coder_lock(folder, coder, force=run.force) as lock:
        log = read_labels(folder)
        run.say_all((*((lock.note,) if lock and lock.note else ()), *log.problems))
        like = Label("", "", (), coder, time_text(time.time()), source, wave=wave_named(survey.table.file, project))
        taken = labels_from(
            table,
            place,
            survey,
            frames,
            like=like,
            key=project.questionnaire.key,
            events=decisions_as_logged(survey, project).labels,
            blank=blank_labels,
        )
        if not run.dry_run:
            append_labels(folder, taken.labels)
    known = f"{taken.same:,} stood there already, {taken.unlabelled:,} without a label passed over"
    run.say(f"{folder / name}: {_added(run, len(taken.labels))}, {known}")


def _added(run: Run, count: int) -> str:
    decisions = counted(count, "decision")
    return f"dry run: {decisions} would be added" if run.dry_run else f"{decisions} added"


@app.command("export")
@options.everywhere
def export(
    run: Run,
    *,
    output: Annotated[str, options.output("A .csv, .tsv, .xlsx or .parquet; `-` is standard output, as CSV.")] = "-",
    form: Annotated[
        Literal["columns", "joined"],
        typer.Option(help="One 0/1 column for each theme, or all in the column themes, `a;b;c`."),
    ] = "columns",
    coder: Annotated[str, typer.Option(metavar="NAME", help="This coder's decisions alone.")] = "",
    settled: Annotated[
        bool, typer.Option("--settled", help="What all coders settled, one row an answer, and what is in dispute.")
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Every event of the logs: replaced decisions, undos, skips and picks too.")
    ] = False,
    texts: Annotated[bool, typer.Option("--texts", help="Write the texts of the answers too.")] = False,
    answers: Answered = "",
) -> None:
    """Write the labels as a table: each coder's standing decision on each answer.

    `freetext labels import` takes such a table in again, coder by coder.
    """
    from freetext.files.labelling.labels import read_labels
    from freetext.files.tabular.tables import check_output

    if settled and (coder or every):
        raise UsageError("--settled is about all coders' decisions together: it goes with neither --coder nor --all.")
    project = _project(run)
    check_output(output, force=run.force)
    log = read_labels(_folder(project))
    survey = _answers(run, project, answers) if settled or texts else None
    if settled and survey:
        table = _settled(run, project, survey, form, texts=texts)
    else:
        run.say_all(log.problems)
        table = _decided(_of(coder, log), project, survey, form, every=every)
    write_rows(run, table, output)


@app.command("check")
@options.everywhere
def check(
    run: Run,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="[FILE]...", help="Files of the answers that were labelled. Default: the project's, all waves."
        ),
    ] = [],  # noqa: B006
    *,
    text: options.Texts = [],  # noqa: B006
    labels: options.Labels = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    codeframe: options.CodeframeFile = None,
    blank_labels: options.BlankLabels = "none",
    most: Most = 20,
    texts: WithTexts = False,
    output: DoubtsFile = "",
) -> None:
    """Hold the logs against the answers and the codeframe, and list the labels that the model doubts most.

    What wants mending is named with file and line (exit code 1); a doubted label is no
    fault. With --labels those in columns of a file are doubted; no project is needed.
    """
    wish = Wish(most, texts, output)
    check_doubts_file(run, wish)
    if labels:
        asked = ColumnsAsked(tuple(text), tuple(labels), id, respondent, question, codeframe, blank_labels)
        doubt_columns(run, files, asked, wish)
        return
    if text or id or respondent or question or codeframe:
        raise UsageError("what FILE holds is named beside --labels; of its own logs the project knows.")
    from freetext.cli.plans import wave_files

    project = _project(run)
    surveys = [_answers(run, project, file) for file in files or wave_files(None, project, "FILE")]
    found = _checked(run, project, surveys)
    number = f"{counted(found.decisions, 'decision')} on {counted(found.answers, 'answer')}"
    number += f", {found.again:,} more in bridges" if found.again else ""
    for said in found.faults or (f"All is well: {number}.",):
        show(said)
    if most:
        doubt_logs(run, project, surveys, wish)
    if found.faults:
        raise NegativeAnswer(f"{_folder(project)}: {number}; {counted(len(found.faults), 'thing')} to look at.")


def _checked(run: Run, project: Project, surveys: Sequence[AnswerFile]) -> Checked:
    """Hold the logs against the answers and the codeframes."""
    from freetext.files.labelling.bridge_checks import with_bridges
    from freetext.files.labelling.label_checks import check_labels
    from freetext.files.labelling.labels import read_labels
    from freetext.files.labelling.other_waves import is_own

    log = read_labels(_folder(project))
    frames = _frames([question for each in surveys for question in each.answers.questions], project)
    own = any(is_own(each.table.file, project) for each in surveys)
    found = check_labels(log, surveys, frames, project.questionnaire.key, own=own)
    found = with_bridges(found, project, surveys, frames)
    run.say_all(found.notes)
    return found


@app.command("stats")
@options.everywhere
def stats(run: Run, *, json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Count what the logs hold: per coder decisions, pace and sources, per theme its answers and disputes."""
    from freetext.files.labelling.labels import read_labels
    from freetext.files.labelling.settled import settled_under
    from freetext.show.label_stats import label_stats, label_stats_json, label_stats_text
    from freetext.survey.waves import apart, wave_of

    project = _project(run)
    log = read_labels(_folder(project))
    run.say_all(log.problems)
    bridges = bridges_counted(project)
    if not log.labels and not bridges:
        raise NegativeAnswer(f"{_folder(project)}: no label here yet.")
    frames = _frames((label.question for label in log.labels), project)
    survey = project.questionnaire
    labels = apart(log.labels, list(map(wave_of, survey.waves))) if survey.earlier else log.labels
    found = label_stats(labels, settled_under(labels, frames), frames, bridges)
    show((label_stats_json(found) if json else label_stats_text(found, width=width(), colour=colourful())).rstrip("\n"))


def _project(run: Run) -> Project:
    if run.project is None:
        raise UsageError("labels are kept in a survey's folder: name it with --project DIR.")
    return run.project


def _folder(project: Project) -> Path:
    return project.path(project.questionnaire.labels)


def _answers(run: Run, project: Project, file: str) -> AnswerFile:
    """Read the answers that the labels are about."""
    from freetext.cli.plans import answer_file, columns_for, input_file, survey_table

    table = survey_table(run, input_file(file, project, "--file"))
    return answer_file(table, columns_for(table, (), "", "", "", project))


def _frames(questions: Iterable[str], project: Project) -> dict[str, Codeframe]:
    """Read the codeframe of each question that has one."""
    from freetext.files.project.codeframes import read_codeframe
    from freetext.files.project.project_codeframes import by_codeframe

    frames: dict[str, Codeframe] = {}
    for path, asked in by_codeframe(questions, project).items():
        if path:
            frames.update(dict.fromkeys(asked, read_codeframe(project.path(path))))
    return frames


def _id(given: str, table: Table, project: Project) -> str:
    """Return the column of ids that was named, or the project's."""
    name = given or project.questionnaire.id
    if not name:
        raise UsageError("which column names the answers? Name it with --id.")
    table.place(name, option="--id")
    return name


def _of(coder: str, log: LabelLog) -> Sequence[Label]:
    """Return the events of one coder, or of all."""
    from freetext.files.labelling.labels import folded

    found = [label for label in log.labels if not coder or folded(label.coder) == folded(coder)]
    if coder and not found:
        coders = sorted({label.coder for label in log.labels})
        raise UsageError(
            f"--coder {coder}: no such log. Coders: {names_listed(coders) or 'none'}. {did_you_mean(coder, coders)}".strip()
        )
    return found


def _decided(labels: Sequence[Label], project: Project, survey: AnswerFile | None, form: Form, *, every: bool) -> Table:
    from freetext.files.labelling.label_tables import decisions_of, label_table
    from freetext.survey.waves import layers, wave_of

    slugs = _slugs((label.question for label in labels), project) if form == "columns" else ()
    plan = project.questionnaire
    parts = layers(labels, list(map(wave_of, plan.waves))) if plan.earlier else [labels]
    rows = list(labels) if every else [row for part in parts for row in decisions_of(part)]
    said = _texts(rows, project, survey) if survey else None
    return label_table(rows, slugs, form=form, texts=said, events=every)


def _settled(run: Run, project: Project, survey: AnswerFile, form: Form, *, texts: bool) -> Table:
    from freetext.files.labelling.label_tables import settled_table
    from freetext.files.labelling.settled import decisions_for

    decided = decisions_for(survey, project)
    run.say_all(decided.problems)
    slugs = _slugs((question for _, question in decided.settled), project) if form == "columns" else ()
    return settled_table(decided.settled, slugs, form=form, texts=_by_key(survey) if texts else None)


def _texts(labels: Sequence[Label], project: Project, survey: AnswerFile) -> list[str]:
    from freetext.files.labelling.label_tables import texts_of
    from freetext.files.labelling.other_waves import is_own

    return texts_of(labels, _by_key(survey), project.questionnaire.key, own=is_own(survey.table.file, project))


def _by_key(survey: AnswerFile) -> dict[Key, str]:
    answers = survey.answers
    return dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))


def _slugs(questions: Iterable[str], project: Project) -> list[str]:
    """Return the themes of all codeframes of some questions, in order, each once."""
    frames = _frames(dict.fromkeys(questions), project).values()
    return list(dict.fromkeys(slug for frame in frames for slug in frame.slugs))
