"""The logs of bridges held against the old waves' answers and today's codeframes, as those of the review are; and counted apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from freetext.errors import InputError
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.bridge_frames import read_frame
from freetext.files.labelling.label_checks import Checked, check_labels
from freetext.files.labelling.labels import read_labels
from freetext.files.labelling.log_folders import bridge_folders
from freetext.files.project.settings import Project
from freetext.survey.codeframe import Codeframe
from freetext.survey.waves import wave_of


def with_bridges(
    found: Checked, project: Project, files: Sequence[AnswerFile], frames: Mapping[str, Codeframe]
) -> Checked:
    """Add what a check of all bridges finds; one to a wave that is not among the `files` is noted and left aside."""
    for wave, folder in bridge_folders(project).items():
        mine = [each for each in files if wave_of(each.table.file) == wave]
        checked = _checked(folder, mine, frames, project.questionnaire.key) if mine else Checked(0, 0, (), _aside(wave))
        checked = replace(checked, faults=(*checked.faults, *_frame_faults(folder)))
        found = replace(
            found,
            again=found.again + checked.decisions,
            faults=(*found.faults, *(f"bridge to {wave}: {said}" for said in checked.faults)),
            notes=(*found.notes, *(f"bridge to {wave}: {said}" for said in checked.notes)),
        )
    return found


def _checked(folder: Path, files: Sequence[AnswerFile], frames: Mapping[str, Codeframe], key: str) -> Checked:
    return check_labels(read_labels(folder), files, frames, key, own=False)


def _frame_faults(folder: Path) -> tuple[str, ...]:
    """What is wrong with the file that says what the bridge is drawn from."""
    try:
        read_frame(folder)
    except InputError as error:
        return (str(error),)
    return ()


def _aside(wave: str) -> tuple[str, ...]:
    return (f"its logs are not checked: no file {wave}.* is among the answers",)
