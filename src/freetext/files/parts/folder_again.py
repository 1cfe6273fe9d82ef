"""The parts of a folder read again: which columns hold what, and the statistics of what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from freetext.errors import InputError, UsageError, named
from freetext.files.coding.coded import question_of
from freetext.files.coding.said_cells import CodedColumn
from freetext.files.coding.wanted import Wanted
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.parts.folder_ground import Ground, conventions_for, person_of
from freetext.files.parts.folder_sums import FolderSums, check_people, joined_sums
from freetext.files.parts.part_closed import reframed
from freetext.files.parts.part_counts import Hashes, SumsPlan
from freetext.files.parts.part_splits import Split, split_for
from freetext.files.parts.second_pass import Again, read_again
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.files.tabular.streams import open_stream
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.tallies.conventions import Conventions
from freetext.tallies.statistics import Statistics


def ground_again(folder: CodedFolder, sums: FolderSums | None, wanted: Wanted, project: Project | None) -> Ground:
    """Count all parts anew for what is asked."""
    survey = project.questionnaire if project else Questionnaire()
    with open_stream(folder.parts[0].file, fallback=lambda: survey.encoding) as stream:
        names = stream.names
    columns = _columns(folder, sums, wanted, project, names)
    person = person_of(folder, wanted.respondent, survey)
    by = wanted.by or tuple(name for name in survey.banners if name in names or survey.question(name))
    plan = SumsPlan(
        tuple(_split(name, folder, survey) for name in by),
        wanted.weight or survey.weight,
        person if wanted.respondent or (person in names and person != folder.text("id")) else "",
        tuple(_closed(wanted, survey, names)),
    )
    found = read_again(folder, Again(columns, plan, wanted.where, survey))
    check_people([np.unique(found.sums.people), _again(found.sums.people)], plan.respondent)
    merged = joined_sums([replace(found.sums, people=np.zeros(0, dtype=np.uint64))])
    conventions = conventions_for(wanted, survey, *found.rows)
    framed = tuple(_reframed(each, columns, conventions) for each in merged.statistics)
    notes = tuple(_with_share(found.notes, wanted, survey, found.rows))
    return Ground(
        replace(merged, statistics=framed),
        conventions,
        notes,
        found.empty,
        again=True,
        columns=columns,
        several=found.several,
    )


def _split(name: str, folder: CodedFolder, survey: Questionnaire) -> Split:
    found, question = split_for(name, survey), survey.question(name)
    if found is None:
        kind = question.kind if question else "open"
        what = f"question {name!r} ({kind}) cannot be the columns of a cross-tab."
        raise InputError(what, file=folder.path, remedy="Name a closed column with --by.")
    return found


def _columns(
    folder: CodedFolder, sums: FolderSums | None, wanted: Wanted, project: Project | None, names: Sequence[str]
) -> tuple[CodedColumn, ...]:
    """Say which columns hold codes, and which codeframe each question has."""
    columns = themes_among(names) if wanted.themes is None else wanted.themes
    if not columns and wanted.themes is None and not wanted.closed and project is None:
        raise InputError(
            "no column freetext_themes.", file=folder.parts[0].file, remedy="Name the column of codes with --themes."
        )
    if wanted.text and len(columns) > 1:
        raise UsageError("--text goes with one column of themes; the others tell blank answers by freetext_source.")
    asked = wanted.question or folder.text("question")
    asked = asked if asked in names or wanted.question else ""
    found: list[CodedColumn] = []
    for column in columns:
        question = _question_of(column, project)
        frames = _frames(folder, sums, wanted, project, question)
        text = wanted.text or _verbatims(column, question, project, names)
        same = next((each.column for each in found if asked or each.question == question), "")
        if same:
            told = f"--themes {named(same)} and {named(column)} hold codes of the same answers: a folder is tallied by one of them."
            raise UsageError(told)
        found.append(CodedColumn(column, question, asked, text, frames, wanted.coded_by))
    return tuple(found)


def _verbatims(column: str, question: str, project: Project | None, names: Sequence[str]) -> str:
    """The project's verbatims beside a column that is not ours: they tell its blank answers. Empty where there are none."""
    known = project.questionnaire.question(question) if project else None
    ours = column in themes_among((column,))
    return known.columns[0] if known and known.coded and not ours and known.columns[0] in names else ""


def themes_among(names: Sequence[str]) -> tuple[str, ...]:
    """Return our columns of themes."""
    return tuple(name for name in names if name == "freetext_themes" or name.startswith("freetext_themes:"))


def _question_of(column: str, project: Project | None) -> str:
    """The question that a column of themes is about: the one it names, or the only one that the project has."""
    coded = project.questionnaire.coded if project else ()
    alone = coded[0].name if len(coded) == 1 else ""
    said = question_of(column)
    return said if not alone or any(each.name == said for each in coded) else alone


def _frames(
    folder: CodedFolder, sums: FolderSums | None, wanted: Wanted, project: Project | None, question: str
) -> dict[str, Codeframe]:
    """The codeframes that are known, by question."""
    known = {each.question: each.codeframe for each in sums.statistics if each.kind == "open"} if sums else {}
    names = [each.name for each in project.questionnaire.coded] if project else []
    for name in dict.fromkeys((question, *names, *known)):
        frame = wanted.codeframe or codeframe_of_question(name, project) or known.get(name)
        if frame is None and len(folder.frames) == 1:
            frame = folder.frames[0]
        if frame is not None:
            known[name] = frame
    return known


def _closed(wanted: Wanted, survey: Questionnaire, names: Sequence[str]) -> Iterator[Question]:
    """The closed questions: those asked for, by name or column, else all of the project's that the parts hold."""
    known = {each.name: each for each in survey.questions if each.kind in ("closed", "multi") and not each.moves}
    here = tuple(name for name, each in known.items() if all(column in names for column in each.columns))
    for name in here if wanted.closed is None else wanted.closed:
        other = survey.question(name)
        if name not in known and other is not None and (other.kind == "ranking" or other.moves):
            what = "ranking" if other.kind == "ranking" else "question with moves"
            raise UsageError(f"--closed {named(name)}: a {what} is tallied of a single file.")
        yield known.get(name) or Question(name, "multi", (name,))


def _with_share(notes: Sequence[str], wanted: Wanted, survey: Questionnaire, rows: tuple[int, int]) -> Iterator[str]:
    """Say below the first note what share of a population the rows that count stand for."""
    whole, (total, kept) = wanted.conventions.population or survey.population, rows
    for place, note in enumerate(notes):
        if place or not whole or not wanted.where:
            yield note
        else:
            part = -(-kept * whole // total)
            yield f"{note} They are taken to be the same share of the population as of all respondents: {part:,} of {whole:,}."


def _reframed(each: Statistics, columns: Sequence[CodedColumn], conventions: Conventions) -> Statistics:
    """Put codes that no codeframe lists in their order."""
    if each.kind != "open":
        return each
    column = next(one for one in columns if one.asked or one.question == each.question)
    if each.question in column.frames:
        return each
    return reframed(each, column.found(by_name=bool(conventions.disclosure)))


def _again(people: Hashes) -> Hashes:
    """Those that stand more than once, each once: within a part they were joined, so that they cross parts."""
    return np.unique(people[1:][people[1:] == people[:-1]])
