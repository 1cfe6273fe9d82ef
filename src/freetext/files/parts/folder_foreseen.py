"""Whether the statistics of a folder serve for what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from freetext.errors import named
from freetext.files.coding.wanted import Wanted
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.parts.folder_ground import person_of
from freetext.files.parts.folder_sums import FolderSums
from freetext.files.parts.part_splits import split_for
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.survey.questionnaire import Questionnaire
from freetext.tallies.statistics import Statistics


def unforeseen(folder: CodedFolder, sums: FolderSums | None, wanted: Wanted, project: Project | None) -> str:
    """Say what the statistics of the parts were not made for; empty where they serve."""
    if sums is None or sums.problem:
        return sums.problem if sums else "the parts keep no statistics"
    survey = project.questionnaire if project else Questionnaire()
    return next(chain(_options(folder, sums, wanted, survey), _described(sums, wanted, survey, project)), "")


def _options(folder: CodedFolder, sums: FolderSums, wanted: Wanted, survey: Questionnaire) -> Iterator[str]:
    """Say which options ask for something else."""
    plan = sums.plan
    person = person_of(folder, wanted.respondent, survey)
    for option, differs in (
        ("--where", bool(wanted.where)),
        ("--themes", wanted.themes is not None),
        ("--text", wanted.text != "" and folder.settings.get("text") != [wanted.text]),
        ("--question", wanted.question not in ("", folder.text("question"))),
        ("--codeframe", wanted.codeframe is not None),
        ("--respondent", person not in ("", plan.respondent, folder.text("id"))),
        ("--weight", (wanted.weight or survey.weight) not in ("", plan.weight)),
    ):
        if differs:
            yield f"{option} was not foreseen"
    if sums.several:
        yield f"respondents stand in several rows ({named(plan.respondent)})"
    yield from (
        f"--closed {named(name)} was not foreseen"
        for name in wanted.closed or ()
        if name not in {each.name for each in plan.closed}
    )


def _described(sums: FolderSums, wanted: Wanted, survey: Questionnaire, project: Project | None) -> Iterator[str]:
    """Say what is described otherwise than when the parts were coded."""
    splits = {each.name: each for each in sums.plan.banners}
    for name in wanted.by or tuple(each for each in survey.banners if each in splits):
        if name not in sums.banners or split_for(name, survey) != splits.get(name):
            yield f"--by {named(name)} was not foreseen"
    if project and wanted.closed != () and any(survey.question(each.name) != each for each in sums.plan.closed):
        yield "freetext.toml describes the closed questions otherwise by now"
    for each in sums.statistics:
        if each.kind == "open" and not _same_frame(each, project):
            yield f"the codeframe of {named(each.question)} has changed"


def _same_frame(each: Statistics, project: Project | None) -> bool:
    frame = codeframe_of_question(each.question, project)
    return frame is None or frame.digest == each.codeframe.digest
