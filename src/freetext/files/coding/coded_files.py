"""What was coded in a project's output folder."""

from __future__ import annotations

from pathlib import Path

from freetext.files.disk.places import TABLE_ENDINGS
from freetext.files.project.settings import Project
from freetext.survey.waves import CODED


def coded_files(project: Project) -> list[Path]:
    """List the coded files of a project, the newest first; names that a dot or `~` begins are another program's."""
    there = project.path(project.questionnaire.output).glob(f"*{CODED}.*")
    found = [
        path for path in there if path.suffix.lower() in TABLE_ENDINGS and path.name[0] not in ".~" and path.is_file()
    ]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
