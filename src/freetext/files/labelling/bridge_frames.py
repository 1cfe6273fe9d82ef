"""`data/annotated/bridge/WAVE/frame.ndjson`: the answers that a bridge is drawn from, as they were when it was begun.

Probabilities rest on them, and what comes before the first gap: were they counted anew each time, a label on the old wave would put answers
in between those that are read already. One JSON object a line, for whoever is forgotten is taken out line by line, as out of the logs;
the ending is not theirs, lest it be read as a coder's log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from freetext.errors import InputError, OutputError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.json_values import text_in
from freetext.files.disk.places import reason
from freetext.files.labelling.log_folders import BRIDGE
from freetext.files.project.settings import Project
from freetext.survey.labels import Key

NAME = "frame.ndjson"
REMEDY = (
    "Bring it back from version control or a copy. Without the file the bridge is drawn from what people have coded by now, and what was "
    "read again counts up to the first gap."
)


@dataclass(frozen=True, slots=True)
class Framed:
    """An answer that can be drawn, by the keyed hash of its text.

    known  the probability with which its old code had come to be known: that of the audit, 1 where it was not left to chance, 0 behind a
           gap of the audit; None where nobody had coded it
    """

    id: str
    question: str
    text_hash: str
    known: float | None

    @property
    def key(self) -> Key:
        """Which answer it is."""
        return self.id, self.question


def frame_files(project: Project) -> list[Path]:
    """List the frames of all bridges, whether anybody has decided anything in them or not."""
    return sorted((project.path(project.questionnaire.labels) / BRIDGE).glob(f"*/{NAME}"))


def read_frame(folder: Path) -> tuple[Framed, ...]:
    """Read what a bridge is drawn from, by the folder of its logs; nothing where no bridge was begun. Raises InputError."""
    path = folder / NAME
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError(f"cannot be read: {reason(error)}", file=path, remedy=REMEDY) from None
    return tuple(_framed(line, path, number) for number, line in enumerate(lines, start=1))


def write_frame(folder: Path, frame: Iterable[Framed]) -> None:
    """Write what a bridge is drawn from, whole; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, reason(error)) from error
    lines = (json.dumps(asdict(each), allow_nan=False) for each in frame)
    write_text("".join(f"{line}\n" for line in lines), folder / NAME, force=True)


def _framed(line: bytes, path: Path, row: int) -> Framed:
    try:
        values = json.loads(line)
        name, question, hashed = (text_in(values[each]) for each in ("id", "question", "text_hash"))
        return Framed(name, question, hashed, _chance(values["known"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        what = "this line is no answer that a bridge could be drawn from."
        raise InputError(what, file=path, row=row, remedy=REMEDY) from None


def _chance(value: object) -> float | None:
    """Take a probability, or none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("a probability is none")
    return float(value)
