"""`manifest.json`: what an output folder shall hold, part by part; written whole, read strictly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from freetext.batch.keys import file_of
from freetext.batch.parts import Known
from freetext.errors import InputError
from freetext.files.disk.addresses import exists, joined, read_bytes, write_bytes
from freetext.files.disk.json_values import count_in, text_in
from freetext.files.parts.coded_folders import MANIFEST

FORMAT = 1
"""The newest format of a manifest that is read."""

NEW = "Name an empty folder with -o, or start anew with --force."


@dataclass(frozen=True, slots=True)
class ModelNote:
    """A model that codes parts: the path of its bundle as it was named, its codeframe's name, its digest, its codeframe's digest."""

    path: str
    name: str
    digest: str
    codeframe: str

    def __str__(self) -> str:
        """Name it to people."""
        return f"{self.name} {self.digest}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One part that shall stand: its number and key, what it comes of, and which models (digests) code it."""

    number: int
    key: str
    source: str
    name: str
    rows: tuple[int, int] | None
    size: int
    changed: int
    fingerprint: str
    models: tuple[str, ...]

    def file(self, ending: str) -> str:
        """Return the name of its output."""
        return file_of(self.number, self.key, ending)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that an output folder shall hold.

    source    what was coded, as an absolute path or an address
    settings  by name, what decides the content beside models and sources
    models    all that any part was coded with
    labels    a digest of people's decisions, empty where there are none
    numbers   every source that was ever here -> its number
    looked    when the sources were looked at, nanoseconds
    named     several models coded, once or now: parts coded since say in `freetext_model` which one coded them
    """

    source: str
    ending: str
    settings: Mapping[str, object]
    models: tuple[ModelNote, ...]
    parts: tuple[Entry, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)
    labels: str = ""
    looked: int = 0
    named: bool = False

    @property
    def by_source(self) -> dict[str, Entry]:
        """The parts by their sources."""
        return {each.source: each for each in self.parts}

    @property
    def known(self) -> dict[str, Known]:
        """The files that were looked at, by name."""
        return {each.name: Known(each.size, each.changed, each.fingerprint, self.looked) for each in self.parts}


def write_manifest(manifest: Manifest, out: str) -> None:
    """Write it, whole or not at all; raises OutputError."""
    content = {"format": FORMAT, **asdict(manifest)}
    write_bytes((json.dumps(content, indent=1, ensure_ascii=True) + "\n").encode(), joined(out, MANIFEST))


def read_manifest(out: str) -> Manifest | None:
    """Read the manifest of an output folder; None where there is none. Raises InputError where it is damaged."""
    place = joined(out, MANIFEST)
    return parsed(read_bytes(place), place) if exists(place) else None


def parsed(content: bytes, place: str) -> Manifest:
    """Read a manifest's bytes, all of it or nothing."""
    try:
        told = json.loads(content)
        number = told["format"]
        if type(number) is int and number > FORMAT:
            raise InputError(f"has format {number}; this version reads up to {FORMAT}.", file=place, remedy=NEW)
        return _built(told)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        what = (
            f"is damaged ({type(error).__name__}: {str(error).splitlines()[0][:80] if str(error) else 'no content'})."
        )
        raise InputError(what, file=place, remedy=NEW) from error


def _built(told: dict[str, Any]) -> Manifest:
    if told["format"] != FORMAT or told["ending"] not in (".parquet", ".csv"):
        raise ValueError("format or ending")
    models = tuple(ModelNote(**{key: text_in(each[key]) for key in ModelNote.__slots__}) for each in told["models"])
    parts = tuple(map(_entry, told["parts"]))
    numbers = {text_in(source): count_in(number) for source, number in told["numbers"].items()}
    if len({each.source for each in parts}) != len(parts) or len({each.key for each in parts}) != len(parts):
        raise ValueError("a part stands twice")
    if any(numbers.get(each.source) != each.number for each in parts) or len(set(numbers.values())) != len(numbers):
        raise ValueError("numbers")
    settings = dict(told["settings"].items())
    labels, looked = text_in(told["labels"]), count_in(told["looked"])
    named = told.get("named", False) is True
    return Manifest(text_in(told["source"]), told["ending"], settings, models, parts, numbers, labels, looked, named)


def _entry(told: dict[str, Any]) -> Entry:
    rows = told["rows"]
    entry = Entry(
        count_in(told["number"]),
        text_in(told["key"]),
        text_in(told["source"]),
        text_in(told["name"]),
        None if rows is None else (count_in(rows[0]), count_in(rows[1])),
        count_in(told["size"]),
        count_in(told["changed"]),
        text_in(told["fingerprint"]),
        tuple(map(text_in, told["models"])),
    )
    if len(entry.key) != 16 or not set(entry.key) <= set("0123456789abcdef"):
        raise ValueError("a key")
    return entry
