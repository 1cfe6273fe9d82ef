"""`freetext code`: new answers coded in batch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, counted
from freetext.errors import NegativeAnswer, UsageError, named

if TYPE_CHECKING:
    from freetext.files.answers import AnswerFile
    from freetext.files.codings import CodedColumns
    from freetext.files.tables import Written
    from freetext.survey.answers import IntArray


def code(
    run: Run,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="File of answers; `-` is standard input, as CSV. Default: the project's."),
    ] = None,
    *,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    model: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The model: models/NAME, or one version of it. Default: the project's."),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="The coded file, .csv .tsv .xlsx or .parquet; `-` is standard output, as CSV (written as it comes, not whole or not at all). Default: the project's output folder.",
        ),
    ] = "",
    scores: Annotated[
        bool, typer.Option("--scores", help="Add one column of calibrated probabilities for each theme.")
    ] = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Add a column with the words that speak most for each theme.")
    ] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Write CSV cells as they are: what begins like a formula is not guarded.")
    ] = False,
) -> None:
    """Code the verbatims of a file with a model.

    The original columns come back in order, their values untouched; ours
    (freetext_themes, _review, _review_why, _source) stand behind them. In a
    project, people's labels overrule the model.
    """
    from freetext.cli.plans import answer_file, columns_for, input_file, make_folder, settings, survey_table
    from freetext.files.codings import CodedColumns, uncoded
    from freetext.files.tables import check_output, write_table

    source = input_file(file, run.project, "FILE")
    target = _target(run, source, output)
    if output or Path(target).parent.is_dir():
        check_output(target, force=run.force)
    table = uncoded(survey_table(run, source, (*text, id, respondent, question)), force=run.force)
    answers = answer_file(table, columns_for(table, text, id, respondent, question, run.project))
    run.say_all(answers.said)
    cells = CodedColumns(len(answers.answers), scores, evidence)
    _code(run, answers, cells, model)
    _summarise(run, cells)
    if run.dry_run:
        run.say(f"dry run: nothing is written to {target}")
    else:
        if not output:
            make_folder(Path(target).parent)
        several = not question and len(settings(run.project).coded) > 1
        whole = table.with_columns(cells.columns(answers, carry=several))
        _report(run, write_table(whole, target, raw=raw, force=run.force))
    if cells.summary.blank == cells.summary.answers:
        raise NegativeAnswer(f"{source}: every answer is blank; nothing was coded.")


def _target(run: Run, source: str, output: str) -> str:
    """Say where the coded file goes: where asked, else beside the project's other results, a workbook unless it was Parquet."""
    if output:
        return output
    if run.project is None or source == "-":
        raise UsageError("where shall the coded file go? Name it with -o, such as -o coded.xlsx.")
    folder = run.project.path(run.project.questionnaire.output)
    ending = ".parquet" if Path(source).suffix.lower() == ".parquet" else ".xlsx"
    return str(folder / f"{Path(source).stem}-coded{ending}")


def _code(run: Run, file: AnswerFile, cells: CodedColumns, model: Path | None) -> None:
    """Code all answers, model by model, batch by batch; people overrule."""
    from freetext.cli.plans import labels_of
    from freetext.files.codings import as_asked, not_asked
    from freetext.files.models import load_model
    from freetext.files.settled import decisions_for
    from freetext.model.coder import BATCH, Coder
    from freetext.survey.settling import overrule

    answers, project = file.answers, run.project
    labels = project.path(project.questionnaire.labels) if project else None
    decided = decisions_for(file, project) if project else None
    run.say_all(decided.problems if decided else ())
    with run.progress("coding", len(answers)) as advance:
        for folder, places in _groups(run, file, model):
            coder = Coder(load_model(folder))
            run.say(f"model {coder.model.name} {coder.model.digest}: {counted(len(places), 'answer')}")
            known = coder.model.folded.vocabulary.questions
            asked = as_asked(file, known)
            run.say_all(not_asked(asked.questions, known))
            for start in range(0, len(places), BATCH):
                part = places[start : start + BATCH]
                batch = answers.take(part)
                codings = coder.code(asked.take(part), evidence=cells.evidence)
                if decided and labels:
                    with labels_of(labels):
                        codings = overrule(codings, batch, decided.settled)
                cells.add(codings, part)
                advance(len(part))


def _groups(run: Run, file: AnswerFile, model: Path | None) -> Iterator[tuple[Path, IntArray]]:
    """Give each model and the places of the answers it codes."""
    import numpy as np

    from freetext.cli.plans import model_folder
    from freetext.files.codeframes import read_codeframe
    from freetext.files.project_codeframes import to_code

    answers = file.answers
    if model is not None:
        yield model, np.arange(len(answers))
        return
    if run.project is None:
        raise UsageError("which model? Name it with --model, such as models/survey; `freetext train` makes one.")
    for path, questions in to_code(answers.questions, run.project).items():
        folder = model_folder(read_codeframe(run.project.path(path)), run.project)
        yield folder, np.flatnonzero(np.isin(np.array(answers.questions), questions))


def _summarise(run: Run, cells: CodedColumns) -> None:
    """Say on less than a screen how it went."""
    done = cells.summary
    run.say(
        f"{counted(done.answers, 'answer')}: {done.blank:,} blank, {done.none:,} without a theme, {done.human:,} decided by people, "
        f"{done.review:,} want a person (freetext_review)"
    )
    most = max((count for _, count in done.themes), default=0)
    themes = [(named(code), count) for code, count in done.themes]
    wide = max((len(code) for code, _ in themes), default=0)
    for code, count in themes[:40]:
        run.say(f"  {code:{wide}} {count:>7,} {'█' * round(24 * count / max(most, 1))}".rstrip())


def _report(run: Run, written: Written) -> None:
    changed = [
        f"{counted(count, 'cell')} {what}"
        for count, what in (
            (written.guarded, "guarded against being run as a formula"),
            (written.cut, "cut to what a cell holds"),
            (written.stripped, "rid of control characters"),
        )
        if count
    ]
    where = "standard output" if written.path == "-" else written.path
    run.say(f"{where}: {counted(written.rows, 'row')}" + (f" ({', '.join(changed)})" if changed else ""))
