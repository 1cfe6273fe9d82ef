"""What the cells of a coded file do not say, kept beside it in `.coded/NAME.json`: keyed hashes, no texts.

For each answer: which model coded it, and which decision of people stood then. And the codes that people gave to answers which
the file does not hold any more.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from freetext.errors import OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import reason
from freetext.survey.labels import Settled

FORMAT = 1
FOLDER = ".coded"

COLD = "cold"
"""Stands for the digest of any model that was made without labels: what it coded is coded anew the next time."""


@dataclass(frozen=True, slots=True)
class Record:
    """Who coded one answer: the model's digest, empty where people decided all of it, and a stamp of what people had settled, empty where they had not."""

    model: str = ""
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """What is known of the answers of a coded file, by their marks.

    people   the cells (themes, source) of answers that people coded and that are gone, or have another text now
    problem  why nothing is known, in plain words
    names    what the models are called, by their digests; some may lack
    few      only the answers that people had settled are noted, as of a file of any length: which model coded them, it says itself
    """

    answers: Mapping[str, Record] = field(default_factory=dict)
    people: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    problem: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    few: bool = False

    def of(self, sign: str) -> Record | None:
        """What is known of the answer with a mark; where few are noted, that nobody had settled the others."""
        return self.answers.get(sign, Record() if self.few else None)


def mark(key: str, id: str, question: str, text: str) -> str:
    """Mark this very answer with this very text: HMAC-SHA256 under the project's key, the first 16 hexadecimal digits."""
    plain = unicodedata.normalize("NFC", f"{question}\x1f{id}\x1f{text}").encode("utf-8", "surrogatepass")
    return hmac.digest(key.encode(), plain, "sha256").hex()[:16]


def stamp(settled: Settled | None) -> str:
    """Stamp what people settled on an answer, so that another decision is noticed; nothing settled is empty."""
    if settled is None:
        return ""
    said = [sorted(settled.themes), sorted(settled.disputed), settled.by_rule]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:8]


def records_path(coded: Path) -> Path:
    """Return where the records of a coded file stand."""
    return coded.parent / FOLDER / f"{coded.name}.json"


def read_records(coded: Path, key: str) -> Records:
    """Read the records of a coded file; where there are none that can be used, say why."""
    path = records_path(coded)
    try:
        values = json.loads(path.read_bytes())
        return _parsed(values, key) or Records(problem=f"{path} was written under another key or by a newer freetext")
    except OSError:
        return Records(problem=f"{path} is not there")
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return Records(problem=f"{path} is damaged")


def _parsed(values: dict[str, Any], key: str) -> Records | None:
    if values["format"] != FORMAT or values["key"] != _fingerprint(key):
        return None
    models = [str(each) for each in values["models"]]
    answers = {str(each): Record(models[model], str(decided)) for each, (model, decided) in values["answers"].items()}
    people = {str(each): (str(themes), str(source)) for each, (themes, source) in values["people"].items()}
    names = {str(digest): str(name) for digest, name in values.get("names", {}).items()}
    return Records(answers, people, names=names, few=bool(values.get("few", False)))


def write_records(records: Records, coded: Path, key: str) -> None:
    """Write the records of a coded file, whole or not at all; the same records give the same bytes. Raises OutputError."""
    models = sorted({each.model for each in records.answers.values()})
    number = {model: place for place, model in enumerate(models)}
    values = {
        "format": FORMAT,
        "key": _fingerprint(key),
        "models": models,
        "names": {model: records.names[model] for model in models if model in records.names},
        "answers": {each: [number[record.model], record.decided] for each, record in sorted(records.answers.items())},
        "people": {each: list(cells) for each, cells in sorted(records.people.items())},
        **({"few": True} if records.few else {}),
    }
    path = records_path(coded)
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(path.parent, reason(error)) from error
    with replacing(path, force=True) as handle:
        handle.write(json.dumps(values, separators=(",", ":")).encode())


def _fingerprint(key: str) -> str:
    return mark(key, "", "", "")
