"""The logs of labels for Python users: read, and settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from freetext.files.labelling.labels import LabelLog
from freetext.files.labelling.labels import read_labels as _read
from freetext.survey.changes import settle_under
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, Settled
from freetext.survey.labels import settle as _settle


def read_labels(folder: str | Path) -> LabelLog:
    """Read every log in a folder of labels, such as `data/annotated`.

    `labels` holds all `n` events in the order of coders and lines, `files` and `lines` say where each stands (n,), `problems` what
    was left out and why. No folder is an empty log. Raises InputError where a log cannot be read at all.
    """
    return _read(Path(folder))


def settle(labels: LabelLog | Iterable[Label], *, codeframe: Codeframe | None = None) -> Mapping[Key, Settled]:
    """Settle what coders decided: `(id, question)` -> the themes agreed on, and those in dispute.

    An adjudicated decision overrules all others, a coder's later one the earlier, people overrule rules; where coders differ and
    nobody has adjudicated, the theme is in dispute. With a `codeframe` labels are carried over by its log of changes.
    """
    events = labels.labels if isinstance(labels, LabelLog) else tuple(labels)
    if codeframe is None:
        return _settle(events)
    return settle_under(events, codeframe)
