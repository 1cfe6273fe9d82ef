"""People's decisions as they travel to the parts of a folder: each part finds those on its own answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from freetext.files.coded_batches import key_hashes, table_ids, text_cells
from freetext.files.codeframes import codeframe_text, read_codeframe
from freetext.files.labels import read_labels
from freetext.files.project_codeframes import by_codeframe
from freetext.files.settings import Project
from freetext.files.settled import on_these_texts, settled_under
from freetext.files.streams import Stream
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, Settled, settle

if TYPE_CHECKING:
    import pyarrow as pa

    from freetext.files.tables import Table

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class PartLabels:
    """The events of all coders, the codeframes of today of the questions they speak of, and what hashes of texts are keyed with.

    `own` is the survey's own file: labels without a hash of their text are of it alone. `problems` are what could not be read.
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
    """Read what the coders of a project decided."""
    survey = project.questionnaire
    log = read_labels(project.path(survey.labels))
    groups = by_codeframe(dict.fromkeys(label.question for label in log.labels), project)
    frames = {name: read_codeframe(project.path(path)) for path, names in groups.items() if path for name in names}
    own = str(project.path(survey.file).resolve()) if survey.file else ""
    return PartLabels(tuple(log.labels), frames, survey.key, own, tuple(log.problems))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a part's answers stand: the columns of ids, of what was asked, and of verbatims with their questions."""

    id: str
    stem: str
    question: str
    texts: tuple[tuple[str, str], ...]


def settled_in(
    stream: Stream, columns: Columns, labels: PartLabels, *, own: bool
) -> tuple[Mapping[Key, Settled], tuple[str, ...]]:
    """Find what people decided on the answers of a part, their texts compared; and what could not be used, in plain words."""
    wanted = {label.key for label in labels.labels}
    found = [each for table in stream.batches() for each in _labelled(table, columns, wanted)]
    ids, texts, questions = zip(*found, strict=True) if found else ((), (), ())
    kept, told = on_these_texts(labels.labels, Answers(ids, texts, questions, ids), labels.key, own=own)
    changed = any(frame.changes for frame in labels.frames.values())
    return settled_under(kept, labels.frames) if changed else settle(kept), told


def _labelled(table: Table, columns: Columns, wanted: Collection[Key]) -> Iterator[tuple[str, str, str]]:
    """Find the labelled answers of a batch: id, text, question."""
    ids = table_ids(table, columns.id, columns.stem)
    rows = _rows(ids, {name for name, _ in wanted})
    if not len(rows):
        return
    names = ids.take(rows).to_pylist()
    for column, question in columns.texts:
        texts = text_cells(table, column, option="--text").take(rows).to_pylist()
        asked = (
            text_cells(table, columns.question).take(rows).to_pylist() if columns.question else [question] * len(rows)
        )
        yield from (each for each in zip(names, texts, asked, strict=True) if (each[0], each[2]) in wanted)


def _rows(ids: pa.StringArray, names: Collection[str]) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    flags = pc.is_in(ids, value_set=pa.array(sorted(names), pa.string()))
    return pa.array(np.flatnonzero(flags))
