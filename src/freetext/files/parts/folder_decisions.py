"""Which of people's decisions on the answers of a folder go into its tables, and why others do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from freetext.errors import InputError, UnknownTheme, named, names_listed
from freetext.files.coding.candidate_rows import Lane
from freetext.files.coding.coded_blocks import THEMES
from freetext.files.parts.folder_candidates import LabelledAnswers, LabelledCandidates
from freetext.files.parts.folder_ground import Ground
from freetext.files.parts.folder_labels import Corrected, corrected
from freetext.files.parts.second_pass import Filter
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.survey.answers import BoolArray
from freetext.tallies.statistics import Statistics

SEVERAL_FRAMES = "the parts were coded by several codeframes; `freetext code` with --recode codes all alike"


def decisions_in(
    ground: Ground, labelled: LabelledCandidates, where: Sequence[str], project: Project, *, every: bool = True
) -> tuple[dict[str, Corrected], tuple[str, ...]]:
    """Correct the statistics of all open questions by what people decided; and say, in plain words, which decisions are left out.

    `where` filters the rows as it did those of the statistics, `every` says that all questions of the folder were asked for. Raises
    InputError for a label whose theme the codeframe does not have.
    """
    found, told = {}, []
    inside = Filter(where, project.questionnaire).met(labelled.table)
    here = [each for each in ground.sums.statistics if each.kind == "open"]
    for each in here:
        columns = _columns(labelled, each.question)
        if not columns:
            continue
        why = SEVERAL_FRAMES if len(columns) > 1 else _why_not(each, columns[0].lane, ground, project)
        if why:
            told.append(_left_out([each.question], why))
        else:
            with _labels_of(project):
                found[each.question] = corrected(each, labelled, columns[0], ground, inside)
    lost = _without(labelled, inside, [each.question for each in here]) if every else []
    return found, (*told, *([_left_out(lost, "these tables are of other questions")] if lost else []))


def _left_out(questions: Sequence[str], why: str) -> str:
    return f"people's labels of {names_listed(list(questions))} are left out: {why}"


def _columns(labelled: LabelledCandidates, question: str) -> list[LabelledAnswers]:
    """The columns of verbatims with decided answers to a question: one, but where codeframes differ."""
    return [each for each in labelled.columns if each.decided(question).any()]


def _without(labelled: LabelledCandidates, inside: BoolArray, here: Sequence[str]) -> list[str]:
    """Questions that people have decided answers to, in the rows that count, and that are none of these."""
    names = dict.fromkeys(name for each in labelled.columns for name in each.question if name not in here)
    return [name for name in names if any((each.decided(name) & inside).any() for each in labelled.columns)]


def _why_not(each: Statistics, lane: Lane, ground: Ground, project: Project) -> str:
    """Say why people's decisions on a question cannot be put into its statistics; empty where they can.

    They are carried over to the codeframe of today, and hold for it, whichever codeframe the parts were coded by.
    """
    if each.question in ground.several:
        return "respondents stand in several rows"
    read = ground.column(each.question)
    if read is not None and read.column != THEMES + lane.behind:
        return f"they are on the codes in {THEMES + lane.behind}, not on those in {named(read.column)}"
    if read is not None and read.text not in ("", lane.column):
        return f"they are on the texts in {named(lane.column)}, not on those in {named(read.text)}"
    today = codeframe_of_question(each.question, project)
    if each.codeframe.digest != (today.digest if today else lane.codeframe):
        return "they are by the codeframe of the project, and these tables by another"
    return ""


@contextmanager
def _labels_of(project: Project) -> Iterator[None]:
    """Where people's labels hold a theme that is not known, name their folder."""
    try:
        yield
    except UnknownTheme as error:
        mend = "Where a slug was changed by hand, `freetext codeframe rename OLD NEW` carries the labels over."
        folder = project.path(project.questionnaire.labels)
        raise InputError(error.what, file=folder, remedy=f"{error.remedy} {mend}".strip()) from error
