"""`freetext code` on a file that is coded as a whole: workbooks, pipes, and files that a project keeps up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from freetext.cli.code_models import check_evidence, learnt_model
from freetext.cli.code_told import begun, summarise, told_written
from freetext.cli.code_wanted import Wanted
from freetext.cli.codeframes_told import codeframe_told
from freetext.cli.run import Run
from freetext.errors import NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.coding.coded_again import Update
    from freetext.files.coding.coded_before import Aim
    from freetext.files.coding.codings import CodedColumns
    from freetext.files.tabular.tables import Table
    from freetext.interfaces.file_coding import Parts
    from freetext.model.bundle import Model
    from freetext.survey.answers import IntArray


def code_table(run: Run, source: str, output: str, target: str, wanted: Wanted) -> None:
    """Read a file, code it, write it with the codes behind its columns, and say how it went.

    `output` is what was named, `target` what that comes to.
    """
    from freetext.cli.plans import answer_file, columns_for, settings, survey_table
    from freetext.files.coding.coded_before import Aim, Asked, earlier_table, read_earlier
    from freetext.files.coding.codings import CodedColumns, uncoded
    from freetext.files.tabular.tables import check_output
    from freetext.interfaces.redacting import covered, text_columns

    there = earlier_table(source, target, run.project)
    if output or Path(target).parent.is_dir():
        check_output(target, force=run.force or there is not None)
    table = uncoded(survey_table(run, source, wanted.columns), force=run.force)
    columns = columns_for(table, wanted.text, wanted.id, wanted.respondent, wanted.question, run.project)
    survey, answers = settings(run.project), answer_file(table, columns)
    run.say_all(answers.said)
    carry = not wanted.question and len(survey.coded) > 1
    asked = Asked(columns.id, wanted.question, carry, run.force, wanted.recode, survey.drop)
    earlier = read_earlier(there, answers, asked) if there else None
    scores = wanted.scores or bool(earlier and earlier.scores)
    evidence, named = wanted.evidence or bool(earlier and earlier.evidence), earlier.named if earlier else frozenset()
    cells = CodedColumns(len(answers.answers), scores, evidence, named)
    parts = _parts(run, answers, wanted)
    check_evidence((model for model, _ in parts), wanted)
    update = _code(run, answers, cells, parts, Aim(source, target, asked, earlier))
    summarise(run, cells.summary, cold=any(each.cold for each, _ in parts))
    if run.dry_run:
        run.say(f"dry run: nothing is written to {target}")
    else:
        shown = covered(table, text_columns(survey, columns.text)) if wanted.redact else table
        whole = shown.with_columns(cells.columns(answers, carry=asked.carry))
        _write(run, whole, target, update, raw=wanted.raw, force=run.force or there is not None)
    if cells.summary.blank == cells.summary.answers:
        raise NegativeAnswer(f"{source}: every answer is blank; nothing was coded.")


def _code(run: Run, file: AnswerFile, cells: CodedColumns, parts: Parts, aim: Aim) -> Update:
    """Code all answers but those that stand, model by model; people overrule."""
    from freetext.cli.plans import labels_of, settings
    from freetext.files.coding.coded_again import told
    from freetext.files.coding.codings import as_asked, not_asked
    from freetext.files.labelling.settled import Decisions, decisions_for
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


def _parts(run: Run, file: AnswerFile, wanted: Wanted) -> list[tuple[Model, IntArray]]:
    """Load each model, or make one where there are no labels yet, with the places of the answers it codes."""
    import numpy as np

    from freetext.cli.plans import model_folder
    from freetext.files.modelling.vectors import vectors_of
    from freetext.files.project.project_codeframes import to_code
    from freetext.interfaces.file_coding import cold_part, has_model

    answers, named = file.answers, vectors_of(wanted.vectors, run.project)
    model, codeframe = wanted.model, wanted.codeframe
    if model is not None and codeframe is not None:
        raise UsageError("--model brings its own codeframe: name one of --model and --codeframe.")
    if codeframe is not None:
        return [cold_part(codeframe_told(run, codeframe), answers, np.arange(len(answers)), named)]
    if model is not None:
        return [(learnt_model(run, model, wanted.vectors), np.arange(len(answers)))]
    if run.project is None:
        raise UsageError(
            "which model? Name it with --model, such as models/survey; `freetext train` makes one. "
            "Before there are labels, --codeframe FILE codes by the codeframe's own words."
        )
    asked, groups = np.array(answers.questions), to_code(answers.questions, run.project).items()
    parts: list[tuple[Model, IntArray]] = []
    for path, questions in groups:
        frame = codeframe_told(run, run.project.path(path), path)
        places = np.flatnonzero(np.isin(asked, questions))
        folder = model_folder(frame, run.project)
        if not has_model(folder):
            run.say(f"- {folder}: no model yet; `freetext train` makes one of people's labels")
            parts.append(cold_part(frame, answers, places, named))
            continue
        parts.append((learnt_model(run, folder, wanted.vectors, path), places))
    return parts


def _write(run: Run, whole: Table, target: str, update: Update, *, raw: bool, force: bool) -> None:
    """Write the coded file, then what must be known of it the next time; say what was done to its cells."""
    from freetext.cli.plans import settings
    from freetext.files.coding.coded_records import write_records
    from freetext.files.disk.places import make_folder
    from freetext.files.tabular.tables import write_table

    if update.records is not None:
        make_folder(Path(target).parent)
    written = write_table(whole, target, raw=raw, force=force)
    if update.records is not None:
        write_records(update.records, Path(target), settings(run.project).key)
    told_written(run, written)
