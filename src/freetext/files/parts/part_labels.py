"""People's decisions as they travel to the parts of a folder: each part finds those on its own answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field

import numpy as np
from numpy.typing import NDArray

from freetext.files.coding.coded_batches import key_hashes
from freetext.files.labelling.labels import read_labels
from freetext.files.labelling.settled import on_these_texts, settled_under
from freetext.files.parts.labelled_rows import Columns, labelled_rows
from freetext.files.project.codeframes import codeframe_text, read_codeframe
from freetext.files.project.project_codeframes import by_codeframe
from freetext.files.project.settings import Project
from freetext.files.tabular.streams import Stream
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, Settled, settle

__all__ = ["Columns", "PartLabels", "labels_of_parts", "settled_in"]

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class PartLabels:
    """The events of all coders, the codeframes of today of the questions they speak of, and what hashes of texts are keyed with.

    `own` is the survey's own file, of several waves the oldest: labels without a hash of their text are of it alone. `problems` are what could not be read.
    """

    labels: tuple[Label, ...]
    frames: Mapping[str, Codeframe] = field(default_factory=dict)
    key: str = ""
    own: str = ""
    problems: tuple[str, ...] = ()

    @property
    def stamp(self) -> str:
        """A digest of all that may change a code."""
        return self.digest(range(len(self.labels)))

    def digest(self, places: Collection[int]) -> str:
        """Return a digest of some of the events and of today's codeframes; empty for no event."""
        if not len(places):
            return ""
        frames = sorted((name, codeframe_text(frame)) for name, frame in self.frames.items())
        told = [[asdict(self.labels[place]) for place in sorted(places)], frames]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    def on(self, stem: str, hashes: Hashes | None) -> list[int]:
        """Return the places of the events on a part: by the sorted hashes of its answers, or by what its ids begin with."""
        if hashes is None:
            return [place for place, label in enumerate(self.labels) if not stem or label.id.startswith(f"{stem}:")]
        import pyarrow as pa

        mine = key_hashes(
            pa.array([label.id for label in self.labels], pa.string()),
            pa.array([label.question for label in self.labels], pa.string()),
        )
        near = np.minimum(np.searchsorted(hashes, mine), max(len(hashes) - 1, 0))
        return np.flatnonzero(hashes[near] == mine).tolist() if len(hashes) else []


def labels_of_parts(project: Project) -> PartLabels:
    """Read what the coders of a project decided; of an answer that was dealt or passed over and never coded there is nothing to say."""
    survey = project.questionnaire
    log = read_labels(project.path(survey.labels))
    coded = {label.key for label in log.labels if label.event == "label"}
    events = tuple(label for label in log.labels if label.event != "pick" and label.key in coded)
    groups = by_codeframe(dict.fromkeys(label.question for label in events), project)
    frames = {name: read_codeframe(project.path(path)) for path, names in groups.items() if path for name in names}
    own = str(project.path(survey.waves[0]).resolve()) if survey.waves else ""
    return PartLabels(events, frames, survey.key, own, tuple(log.problems))


def settled_in(
    stream: Stream, columns: Columns, labels: PartLabels, *, own: bool
) -> tuple[Mapping[Key, Settled], tuple[str, ...]]:
    """Find what people decided on the answers of a part, their texts compared; and what could not be used, in plain words."""
    wanted = {label.key for label in labels.labels}
    found = list(labelled_rows(stream, columns, wanted))
    ids, texts, questions = zip(*found, strict=True) if found else ((), (), ())
    kept, told = on_these_texts(labels.labels, Answers(ids, texts, questions, ids), labels.key, own=own)
    changed = any(frame.changes for frame in labels.frames.values())
    return settled_under(kept, labels.frames) if changed else settle(kept), told
