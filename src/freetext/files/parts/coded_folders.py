"""A folder of coded parts, as `freetext code FOLDER -o OUT/` leaves it: which parts there are, and what stands beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from freetext.errors import InputError, names_listed
from freetext.files.disk.addresses import exists, is_address, is_folder, joined, listed, name_of, read_bytes
from freetext.files.disk.json_values import count_in
from freetext.files.project.codeframes import parse_codeframe
from freetext.survey.codeframe import Codeframe

MANIFEST, SUCCESS, INSIDE = "manifest.json", "_SUCCESS.json", "_freetext"
FORMAT = 1
ENDINGS = (".parquet", ".csv", ".tsv")
AGAIN = "Run the same `freetext code` again: it goes on where it stopped."


@dataclass(frozen=True, slots=True)
class CodedPartFile:
    """One coded part.

    file    where it stands
    source  what it was coded from, as the folder's makers name it; its own name where there is no manifest
    key     what its by-products are called; empty where there are none
    """

    file: str
    source: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class CodedFolder:
    """A folder of coded parts, in the order of their numbers.

    source    what was coded
    settings  by the names of the options; `question` is the column of questions of a long file, `id` and `respondent` name people
    models    name and digest of each model
    rows      by the digest of each model, how many rows it coded; empty where nobody knows
    frames    the codeframes that the parts were coded by
    whole     it has a manifest of ours, and is done
    products  the names of what stands beside the parts, in `_freetext`
    """

    path: str
    parts: tuple[CodedPartFile, ...]
    source: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    models: tuple[tuple[str, str], ...] = ()
    frames: tuple[Codeframe, ...] = ()
    whole: bool = True
    products: frozenset[str] = frozenset()
    rows: Mapping[str, int] = field(default_factory=dict)

    def text(self, setting: str) -> str:
        """A setting that is a text; empty where there is none."""
        found = self.settings.get(setting)
        return found if isinstance(found, str) else ""

    def beside(self, part: CodedPartFile, ending: str) -> str:
        """Where a by-product of a part stands, such as `.sums.npz`; empty where the part has none by this name."""
        name = f"{part.key}{ending}"
        return joined(self.path, INSIDE, name) if part.key and name in self.products else ""

    @property
    def sums(self) -> tuple[str, ...]:
        """Where the statistics of all parts stand; empty where one has none."""
        found = tuple(self.beside(part, ".sums.npz") for part in self.parts)
        return found if all(found) else ()

    @property
    def candidates(self) -> tuple[str, ...]:
        """Where the candidates for a review of all parts stand; empty where one has none."""
        found = tuple(self.beside(part, ".top.parquet") for part in self.parts)
        return found if all(found) else ()


def is_coded_folder(path: str | Path) -> bool:
    """Whether a place is a folder: what `coded_folder` reads, or says what is wrong with."""
    return str(path) != "-" and is_folder(path)


def coded_folder(path: str | Path) -> CodedFolder:
    """Read what a folder of coded parts holds; raises InputError where parts are missing, or where there are none at all.

    A folder without a manifest of ours is taken as its tables, in the order of their names.
    """
    place = str(path)
    manifest = joined(place, MANIFEST)
    if not exists(manifest):
        return _tables(place)
    try:
        told = json.loads(read_bytes(manifest))
        if type(told["format"]) is int and told["format"] > FORMAT:
            raise InputError(
                f"has format {told['format']}; this version reads up to {FORMAT}.",
                file=manifest,
                remedy="Install a newer freetext.",
            )
        found = _folder(place, told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError("is damaged.", file=manifest, remedy=AGAIN) from error
    _check_whole(found)
    return replace(found, rows=_rows(place, told["parts"]))


def _rows(place: str, entries: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Count the rows that each model coded, as the seal says; empty where it does not."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        sealed = {
            str(each["key"]): count_in(each["rows"]) for each in json.loads(read_bytes(joined(place, SUCCESS)))["parts"]
        }
        found: dict[str, int] = {}
        for entry in entries:
            for digest in entry["models"]:
                found[str(digest)] = found.get(str(digest), 0) + sealed[str(entry["key"])]
        return found
    return {}


def _folder(place: str, told: Mapping[str, Any]) -> CodedFolder:
    """Lay a manifest's documented fields out."""
    ending = told["ending"]
    entries = sorted(told["parts"], key=lambda each: count_in(each["number"]))
    parts = tuple(
        CodedPartFile(
            joined(place, f"part-{count_in(each['number']):04d}.{each['key']}{ending}"),
            str(each["source"]),
            str(each["key"]),
        )
        for each in entries
    )
    if ending not in ENDINGS or any(len(part.key) != 16 or not part.key.isalnum() for part in parts):
        raise ValueError("an ending or a key")
    models = tuple((str(each["name"]), str(each["digest"])) for each in told["models"])
    inside = joined(place, INSIDE)
    names = listed(inside) if is_folder(inside) else ()
    products = frozenset(map(name_of, names))
    return CodedFolder(
        place, parts, str(told["source"]), dict(told["settings"]), models, _frames(names), products=products
    )


def _frames(names: Sequence[str]) -> tuple[Codeframe, ...]:
    """Read the codeframes that stand beside the parts."""
    found = [each for each in names if name_of(each).startswith("codeframe-") and each.endswith(".toml")]
    return tuple(parse_codeframe(read_bytes(each).decode(), file=each) for each in found)


def _check_whole(folder: CodedFolder) -> None:
    """Refuse a folder that is not done, and name what is missing."""
    there = set(map(name_of, listed(folder.path)))
    missing = [part.source for part in folder.parts if name_of(part.file) not in there]
    if not missing and SUCCESS in there and folder.parts:
        return
    many = f"{len(missing):,} of {len(folder.parts):,} parts are missing: {names_listed(missing[:5])}"
    more = f" and {len(missing) - 5:,} more" if len(missing) > 5 else ""
    told = f"{many}{more}." if missing else "its parts were never checked to the end (no _SUCCESS.json)."
    raise InputError(f"is not coded to the end: {told}", file=folder.path, remedy=AGAIN)


def _tables(place: str) -> CodedFolder:
    """Take the tables of a folder that has no manifest."""
    if not is_address(place) and not Path(place).exists():
        raise InputError("there is no such folder.", file=place)
    found = [each for each in listed(place) if each.endswith(ENDINGS) and name_of(each)[0] not in "._"]
    if not found:
        raise InputError(
            f"holds no coded part ({', '.join(ENDINGS)}).",
            file=place,
            remedy="`freetext code FOLDER -o OUT/` makes a folder of coded parts.",
        )
    return CodedFolder(place, tuple(CodedPartFile(each, name_of(each)) for each in found), whole=False)
