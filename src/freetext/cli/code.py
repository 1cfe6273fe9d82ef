"""`freetext code`: new answers coded in batch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import code_folder, code_streamed, options
from freetext.cli.code_models import learnt_model
from freetext.cli.code_told import begun, summarise, told_written
from freetext.cli.run import Run, counted
from freetext.errors import NegativeAnswer, UsageError

if TYPE_CHECKING:
    from freetext.files.answers import AnswerFile
    from freetext.files.coded_again import Update
    from freetext.files.coded_before import Aim
    from freetext.files.codings import CodedColumns
    from freetext.files.tables import Table
    from freetext.interfaces.file_coding import Parts
    from freetext.model.bundle import Model
    from freetext.survey.answers import IntArray


File = Annotated[
    str | None,
    typer.Argument(metavar="FILE", help="File of answers; `-` is standard input, as CSV. Default: the project's."),
]
ModelFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="The model: models/NAME, or one version of it. Default: the project's."),
]
ColdCodeframe = Annotated[
    Path | None,
    typer.Option(
        "--codeframe",
        metavar="FILE",
        help="Code by the words of this codeframe alone, before there are labels; every code wants a person.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="The coded file, .csv .tsv .xlsx or .parquet; `-` is standard output, as CSV (written as it comes, not whole or not at all). Default: the project's output folder.",
    ),
]


def code(
    run: Run,
    file: File = None,
    *,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    model: ModelFolder = None,
    codeframe: ColdCodeframe = None,
    vectors: options.Vectors = "",
    output: Output = "",
    scores: Annotated[
        bool, typer.Option("--scores", help="Add one column of calibrated probabilities for each theme.")
    ] = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Add a column with the words that speak most for each theme.")
    ] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Write CSV cells as they are: what begins like a formula is not guarded.")
    ] = False,
    workers: code_folder.Workers = 1,
    scheduler: code_folder.Scheduler = "",
    recode: code_folder.Recode = False,
    format: code_folder.Format = "parquet",
    by: code_folder.Banners = [],  # noqa: B006
    weight: code_folder.Weight = "",
    audit_candidates: code_folder.AuditCandidates = code_folder.AUDIT_CANDIDATES,
) -> None:
    """Code the verbatims of a file with a model, or by a codeframe alone.

    The original columns come back in order, their values untouched; ours
    (freetext_themes, _review, _review_why, _source) stand behind them. In a
    project, people's labels overrule the model, and a file that was coded
    before is updated: what is new is coded, the rest is kept. Where nobody has
    labelled anything yet, the codeframe's definitions are all there is to code by.
    """
    from freetext.cli.plans import answer_file, columns_for, input_file, settings, survey_table
    from freetext.files.coded_before import Aim, Asked, earlier_table, read_earlier, target_of
    from freetext.files.codings import CodedColumns, uncoded
    from freetext.files.tables import check_output

    source = input_file(file, run.project, "FILE")
    if code_folder.is_folder_run(source, output):
        wishes = code_folder.wishes_of(
            run,
            text,
            id,
            respondent,
            question,
            model,
            codeframe,
            vectors,
            by,
            weight,
            audit_candidates,
            format,
            scores,
            evidence,
            raw,
        )
        code_folder.code_parts(run, source, output, wishes, workers=workers, scheduler=scheduler, recode=recode)
        return
    code_folder.refuse_alone(
        workers=workers,
        scheduler=scheduler,
        recode=recode,
        format=format,
        by=by,
        weight=weight,
        audit_candidates=audit_candidates,
    )
    target = target_of(source, output, run.project)
    wanted = code_streamed.Wanted(tuple(text), id, respondent, question, model, vectors, scores, evidence, raw)
    if codeframe is None and code_streamed.code_stream(run, source, target, wanted):
        return
    there = earlier_table(source, target, run.project)
    if output or Path(target).parent.is_dir():
        check_output(target, force=run.force or there is not None)
    table = uncoded(survey_table(run, source, (*text, id, respondent, question)), force=run.force)
    columns, survey = columns_for(table, text, id, respondent, question, run.project), settings(run.project)
    answers = answer_file(table, columns)
    run.say_all(answers.said)
    asked = Asked(columns.id, question, not question and len(survey.coded) > 1, run.force, survey.drop)
    earlier = read_earlier(there, answers, asked) if there else None
    scores, evidence = scores or bool(earlier and earlier.scores), evidence or bool(earlier and earlier.evidence)
    cells = CodedColumns(len(answers.answers), scores, evidence)
    parts = _parts(run, answers, model, codeframe, vectors)
    update = _code(run, answers, cells, parts, Aim(source, target, asked, earlier))
    summarise(run, cells.summary, cold=any(each.cold for each, _ in parts))
    if run.dry_run:
        run.say(f"dry run: nothing is written to {target}")
    else:
        whole = table.with_columns(cells.columns(answers, carry=asked.carry))
        _write(run, whole, target, update, raw=raw, force=run.force or there is not None)
    if cells.summary.blank == cells.summary.answers:
        raise NegativeAnswer(f"{source}: every answer is blank; nothing was coded.")


def _code(run: Run, file: AnswerFile, cells: CodedColumns, parts: Parts, aim: Aim) -> Update:
    """Code all answers but those that stand, model by model; people overrule."""
    from freetext.cli.plans import labels_of, settings
    from freetext.files.coded_again import told
    from freetext.files.codings import as_asked, not_asked
    from freetext.files.settled import Decisions, decisions_for
    from freetext.interfaces.file_coding import code_part, update_of

    decided = decisions_for(file, run.project) if run.project else Decisions({}, ())
    run.say_all(decided.problems)
    folder = run.project.path(run.project.questionnaire.labels) if run.project else Path(settings(None).labels)
    with labels_of(folder), run.progress("coding", len(file.answers)) as advance:
        update = update_of(aim, file, parts, decided, run.project)
        if (earlier := aim.earlier) is not None:
            bare = (cells.scores and not earlier.scores) or (cells.evidence and not earlier.evidence)
            run.say_all(told(update, bare=bare))
        for model, places in parts:
            due = sum(place not in update.kept for place in places.tolist())
            nothing = model.cold and bool(file.answers.blank.all())  # every other word would be too much
            if (due or earlier is None) and not nothing:
                for said in begun(model, counted(due, "answer")):
                    run.say(said)
            known = model.folded.vocabulary.questions
            run.say_all(not_asked(as_asked(file, known).questions, known))
            code_part(model, places, file, cells, update=update, settled=decided.settled, advance=advance)
    return update


def _parts(
    run: Run, file: AnswerFile, model: Path | None, codeframe: Path | None, vectors: str
) -> list[tuple[Model, IntArray]]:
    """Load each model, or make one where there are no labels yet, with the places of the answers it codes."""
    import numpy as np

    from freetext.cli.plans import model_folder
    from freetext.files.codeframes import read_codeframe
    from freetext.files.project_codeframes import to_code
    from freetext.files.vectors import vectors_of
    from freetext.interfaces.file_coding import cold_part, has_model

    answers, named = file.answers, vectors_of(vectors, run.project)
    if model is not None and codeframe is not None:
        raise UsageError("--model brings its own codeframe: name one of --model and --codeframe.")
    if codeframe is not None:
        return [cold_part(read_codeframe(codeframe), answers, np.arange(len(answers)), named)]
    if model is not None:
        return [(learnt_model(run, model, vectors), np.arange(len(answers)))]
    if run.project is None:
        raise UsageError(
            "which model? Name it with --model, such as models/survey; `freetext train` makes one. "
            "Before there are labels, --codeframe FILE codes by the codeframe's own words."
        )
    asked, groups = np.array(answers.questions), to_code(answers.questions, run.project).items()
    parts: list[tuple[Model, IntArray]] = []
    for path, questions in groups:
        frame, places = read_codeframe(run.project.path(path)), np.flatnonzero(np.isin(asked, questions))
        folder = model_folder(frame, run.project)
        if not has_model(folder):
            run.say(f"- {folder}: no model yet; `freetext train` makes one of people's labels")
            parts.append(cold_part(frame, answers, places, named))
            continue
        parts.append((learnt_model(run, folder, vectors, path), places))
    return parts


def _write(run: Run, whole: Table, target: str, update: Update, *, raw: bool, force: bool) -> None:
    """Write the coded file, then what must be known of it the next time; say what was done to its cells."""
    from freetext.cli.plans import make_folder, settings
    from freetext.files.coded_records import write_records
    from freetext.files.tables import write_table

    if update.records is not None:
        make_folder(Path(target).parent)
    written = write_table(whole, target, raw=raw, force=force)
    if update.records is not None:
        write_records(update.records, Path(target), settings(run.project).key)
    told_written(run, written)
