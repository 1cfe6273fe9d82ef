"""Where decisions are logged: the coders' logs of a survey, and beside them those of its bridges, a folder for each old wave.

A bridge asks again what people decided before, so one coder has two decisions on one text: the old code and the new one. Both must
stand, and nothing may take one for the other. So a bridge's decisions are the usual lines in a folder of their own,
`data/annotated/bridge/WAVE/CODER.jsonl`, as those on "Other" texts are. The other way was a source "bridge" in the same log. Then a
bridge's decision would be the coder's later one, an undo of it could take the old code back, and each reader of the logs (settling,
training, tallies, agreement, exports, and every version of freetext before this one) would have to know that it is to pass it over.
What nobody reads cannot be mixed in, and a log that stands today is read as it was. One folder a wave, for two waves may hold the same
text under the same id.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from freetext.files.labelling.label_logs import ENDING
from freetext.files.project.settings import Project
from freetext.survey.waves import wave_of

BRIDGE = "bridge"
"""The folder, inside that of the labels, in which a bridge's decisions are kept; inside it one for each old wave."""


def bridge_project(project: Project, file: str) -> Project:
    """The project as it is, but that decisions are those of the bridge to the wave of this file."""
    plan = project.questionnaire
    return replace(project, questionnaire=replace(plan, labels=f"{plan.labels}/{BRIDGE}/{wave_of(file)}"))


def is_bridge(project: Project) -> bool:
    """Whether decisions are those of a bridge: whatever they name, they are about the wave of their folder."""
    return Path(project.questionnaire.labels).parent.name == BRIDGE


def bridge_folder(project: Project, file: str) -> Path:
    """Where the decisions of the bridge to a wave are kept, whether there are any or not."""
    return project.path(project.questionnaire.labels) / BRIDGE / wave_of(file)


def bridge_folders(project: Project) -> dict[str, Path]:
    """The folders of all bridges that hold a log, by the old wave's name."""
    top = project.path(project.questionnaire.labels) / BRIDGE
    return {path.name: path for path in sorted(_below(top)) if _is_log_folder(path)}


def log_folders(folder: Path) -> list[Path]:
    """The folder of the coders' logs, and those inside it that hold logs: of "Other" texts and of bridges."""
    inside = [path for one in _below(folder) for path in (one, *_below(one))]
    return [folder, *sorted(path for path in inside if _is_log_folder(path))]


def _below(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _is_log_folder(folder: Path) -> bool:
    """Whether it holds a log, or the lock of somebody who is beginning one."""
    return any(True for ending in (ENDING, ".lock") for _ in folder.glob(f"*{ending}"))
