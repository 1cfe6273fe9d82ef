"""Which codeframe a question of a project is coded and tallied with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from freetext.errors import InputError, UsageError, quoted
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.settings import NAME, Project
from freetext.survey.codeframe import Codeframe


def codeframe_path(question: str, project: Project) -> str:
    """Return where a question's codeframe stands in the project: its own, else the survey's; empty where there is none."""
    asked = project.questionnaire.question(question)
    return (asked.codeframe if asked else "") or project.questionnaire.codeframe


def codeframe_of_question(question: str, project: Project | None) -> Codeframe | None:
    """Read a question's codeframe; None where there is none."""
    path = codeframe_path(question, project) if project else ""
    return read_codeframe(project.path(path)) if project and path else None


def by_codeframe(questions: Iterable[str], project: Project | None) -> dict[str, list[str]]:
    """Group questions by the path of their codeframe, in the order they come; an empty path holds those that have none."""
    groups: dict[str, list[str]] = {}
    for question in dict.fromkeys(questions):
        groups.setdefault(codeframe_path(question, project) if project else "", []).append(question)
    return groups


def to_code(questions: Iterable[str], project: Project) -> dict[str, list[str]]:
    """Group questions by the path of the codeframe that they are coded with; raises InputError for one that has none."""
    groups = by_codeframe(questions, project)
    if "" in groups:
        raise InputError(
            f"question {quoted(groups[''][0])} has no codeframe.",
            file=project.folder / NAME,
            remedy="Name one under [survey] or in the question.",
        )
    return groups


def shared_codeframe(questions: Iterable[str], project: Project | None) -> Path | None:
    """Return the one codeframe of these questions, where the project names one; raises UsageError for several."""
    paths = list(by_codeframe(questions, project))
    if len(paths) > 1:
        raise UsageError(f"the questions have several codeframes ({', '.join(paths)}); take them one by one.")
    return project.path(paths[0]) if project and paths and paths[0] else None
