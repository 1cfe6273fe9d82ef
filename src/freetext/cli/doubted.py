"""What `freetext labels check` says of labels that the model doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width, write_rows
from freetext.errors import InputError, NothingToLearn, UsageError

if TYPE_CHECKING:
    from freetext.cli.taught import Taught
    from freetext.files.coding.answers import AnswerFile
    from freetext.files.project.settings import Project
    from freetext.files.tabular.tables import Table
    from freetext.survey.doubts import Doubts
    from freetext.survey.labels import Key

Value = TypeVar("Value")

Most = Annotated[
    int,
    typer.Option(metavar="N", min=0, help="List so many labels that the model doubts most; 0 learns no model."),
]
WithTexts = Annotated[bool, typer.Option("--texts", help="Show the texts of doubted answers too.")]
DoubtsFile = Annotated[str, options.output("Write the doubted labels: .csv, .tsv, .xlsx or .parquet.")]


@dataclass(frozen=True, slots=True)
class Wish:
    """How doubted labels are wanted: how many, with their texts or not, in a file or not."""

    most: int
    texts: bool
    output: str


@dataclass(frozen=True, slots=True)
class ColumnsAsked:
    """Which columns of a file hold answers and labels, as the options say."""

    text: tuple[str, ...]
    labels: tuple[str, ...]
    id: str
    respondent: str
    question: str
    codeframe: Path | None
    blank: Literal["none", "unlabelled"]


def _taught_by_columns(run: Run, file: str | None, asked: ColumnsAsked) -> tuple[AnswerFile, Taught]:
    """Take the labels that stand in a file's own columns."""
    from freetext.cli.plans import answer_file, columns_for, input_file, survey_table
    from freetext.cli.taught import from_columns

    named = (*asked.text, *asked.labels, asked.id, asked.respondent, asked.question)
    table = survey_table(run, input_file(file, run.project, "FILE"), named)
    columns = columns_for(table, asked.text, asked.id, asked.respondent, asked.question, run.project)
    answers = answer_file(table, columns)
    run.say_all(answers.said)
    return answers, from_columns(run, answers, asked.labels, asked.codeframe, asked.blank, None)


def check_doubts_file(run: Run, wish: Wish) -> None:
    """Refuse a file that could not be written before anything is learnt."""
    from freetext.files.tabular.tables import check_output

    if wish.output and not wish.most:
        raise UsageError("--most 0 lists no label: nothing would be written with --output.")
    if wish.output:
        check_output(wish.output, force=run.force)


def doubt_logs(run: Run, project: Project, surveys: Sequence[AnswerFile], wish: Wish) -> None:
    """List what models doubt in the coders' logs; of several files the ids bear the names."""
    taught = _taught_by_logs(run, surveys)
    coders = _by_key((survey, _coders_of(survey, project)) for survey in surveys)
    texts = _by_key((survey, _texts_by_key(survey)) for survey in surveys) if wish.texts else {}
    found = list(_doubted(run, texts if wish.texts else None, taught, coders, wish))
    if wish.output:
        _write_doubts(run, found, texts if wish.texts else None, wish.output)


def _by_key(files: Iterable[tuple[AnswerFile, Mapping[Key, Value]]]) -> dict[Key, Value]:
    """Put what is known of the answers of several files together, by the ids that they have in training."""
    from freetext.survey.waves import id_in, wave_names

    found = list(files)
    if len(found) == 1:
        return dict(found[0][1])
    names = wave_names([file.table.file for file, _ in found])
    return {
        (id_in(name, key[0]), key[1]): value
        for name, (_, values) in zip(names, found, strict=True)
        for key, value in values.items()
    }


def doubt_columns(run: Run, files: Sequence[str], asked: ColumnsAsked, wish: Wish) -> None:
    """List what a model doubts in the labels that stand in a file's own columns."""
    if len(files) > 1:
        raise UsageError("--labels names columns of one file: name one.")
    file, taught = _taught_by_columns(run, files[0] if files else None, asked)
    texts = _texts_by_key(file) if wish.texts else None
    found = list(_doubted(run, texts, [taught], {}, wish)) if wish.most else []
    if wish.output:
        _write_doubts(run, found, texts, wish.output)


def _doubted(
    run: Run,
    texts: Mapping[Key, str] | None,
    taught: Sequence[Taught],
    coders: Mapping[Key, tuple[str, ...]],
    wish: Wish,
) -> Iterator[Doubts]:
    """Learn a model from the labels of each codeframe, show what it doubts, and hand that back."""
    from freetext.show.doubts import doubts_text
    from freetext.training.doubts import FEWEST, doubts_in

    for each in taught:
        with run.progress("looking for doubts", 1):
            found = doubts_in(each.labelled, most=wish.most, audited=each.audited, coders=coders)
        if found.found:
            show(doubts_text(found, width=width(), colour=colourful(), texts=texts).rstrip("\n"))
        else:
            run.say(f"no label is doubted: no theme has {FEWEST} labels that a model could be held against")
        yield found


def _texts_by_key(file: AnswerFile) -> dict[Key, str]:
    """Return the text of each answer."""
    answers = file.answers
    return dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))


def _taught_by_logs(run: Run, files: Sequence[AnswerFile]) -> list[Taught]:
    """Take the labels of the coders' logs; none where there are none, or where one is at fault, which is said."""
    from freetext.cli.taught import from_logs

    try:
        return from_logs(replace(run, quiet=True), files)
    except NothingToLearn:
        return []
    except InputError as error:
        run.say(f"- no label is doubted before this is mended: {error}")
        return []


def _coders_of(file: AnswerFile, project: Project) -> dict[Key, tuple[str, ...]]:
    """Return who decided on each answer."""
    from freetext.files.labelling.settled import decisions_for

    return {key: each.coders for key, each in decisions_for(file, project).settled.items()}


def _write_doubts(run: Run, found: Sequence[Doubts], texts: Mapping[Key, str] | None, output: str) -> None:
    """Write the doubted labels as a table, the greatest doubt first."""
    write_rows(run, _doubts_table(found, texts), output)


def _doubts_table(found: Sequence[Doubts], texts: Mapping[Key, str] | None) -> Table:
    """Lay doubted labels out, a row each."""
    from freetext.files.tabular.tables import Column, Table

    doubts = sorted((doubt for each in found for doubt in each.found), key=lambda doubt: doubt.chance)
    said = {} if texts is None else {"text": [texts.get((each.id, each.question), "") for each in doubts]}
    columns: dict[str, Column] = {
        "id": [each.id for each in doubts],
        "question": [each.question for each in doubts],
        "theme": [each.theme for each in doubts],
        "label": [int(each.given) for each in doubts],
        "probability": [round(each.probability, 4) for each in doubts],
        "chance": [round(each.chance, 6) for each in doubts],
        "coders": [";".join(each.coders) for each in doubts],
        **said,
    }
    return Table("doubts", tuple(columns), tuple(columns.values()), len(doubts))
