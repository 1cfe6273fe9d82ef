"""Where an answer's id stands without the answer: in labels, in what bridges are drawn from, in back-coding moves and their log, in restricted lists."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from freetext.files.backcoding.move_edits import moves_in
from freetext.files.backcoding.moves_log import log_of
from freetext.files.forgetting import logs_out
from freetext.files.forgetting.logs_out import Wrote
from freetext.files.forgetting.restricted_lists import restricted_lists
from freetext.files.labelling.bridge_frames import frame_files
from freetext.files.labelling.log_folders import log_folders
from freetext.files.project.settings import Project
from freetext.survey.questionnaire import Move


def moves_lists(project: Project) -> list[Path]:
    """List the files of back-coding moves, whether they are there or not."""
    return sorted({project.path(each.moves) for each in project.questionnaire.questions if each.moves})


def moves_of(path: Path, wrote: Wrote, *, encoding: str) -> list[Move]:
    """Find a person's moves in a list."""
    return [move for move in moves_in(path, encoding=encoding) if wrote(move.id, move.text_hash, "")]


def is_mentioned(project: Project, ids: Collection[str]) -> bool:
    """Whether any of these ids stands in a log, a list of moves or a restricted list."""
    survey = project.questionnaire

    def wrote(id: str, _hashed: str, _wave: str) -> bool:
        return id.strip() in ids

    return (
        any(logs_out.events_on(folder, wrote) for folder in log_folders(project.path(survey.labels)))
        or any(logs_out.lines_on(path, wrote) for path in frame_files(project))
        or any(moves_of(path, wrote, encoding=survey.encoding) for path in moves_lists(project))
        or any(logs_out.lines_on(log_of(path), wrote) for path in moves_lists(project))
        or any(True for _ in restricted_lists(project, lambda _file, _stem: ids))
    )
