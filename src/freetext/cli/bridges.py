"""What `freetext labels` tells of bridges."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from freetext.files.project.settings import Project
    from freetext.show.label_stats import BridgeStats


def bridges_counted(project: Project) -> list[BridgeStats]:
    """Count what was decided in each bridge."""
    from freetext.files.labelling.labels import read_labels
    from freetext.files.labelling.log_folders import bridge_folders
    from freetext.files.labelling.settled import settled_under
    from freetext.files.project.project_codeframes import codeframe_of_question
    from freetext.show.label_stats import bridge_stats

    found = []
    for wave, folder in bridge_folders(project).items():
        labels = read_labels(folder).labels
        asked = dict.fromkeys(label.question for label in labels)
        frames = {name: frame for name in asked if (frame := codeframe_of_question(name, project))}
        found.append(bridge_stats(wave, settled_under(labels, frames)))
    return found
