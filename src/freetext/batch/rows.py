"""What came of a part: counts, in `_freetext/KEY.json`, so that totals need no second pass."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from freetext.batch.keys import beside
from freetext.errors import InputError
from freetext.files.coding.tallied import Tallied
from freetext.files.disk.addresses import joined, read_bytes

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A part that is coded: its output, what it came of, and how it went, in counts of rows and answers.

    file     its output's name, below the output folder
    models   digests
    columns  of the output
    rows     of the source, and as many of the output
    decided  a digest of people's decisions on its answers, empty where there are none
    told     decisions that could not be used, in plain words
    """

    file: str
    key: str
    source: str
    fingerprint: str
    models: tuple[str, ...]
    columns: tuple[str, ...]
    rows: int
    counts: Tallied
    decided: str = ""
    told: tuple[str, ...] = ()


def encoded(row: Row) -> bytes:
    """Write a row as JSON."""
    return (json.dumps({"format": FORMAT, **asdict(row)}, indent=1, ensure_ascii=True) + "\n").encode()


def read_row(out: str, key: str) -> Row:
    """Read what came of a part; raises InputError where its file is gone or damaged."""
    place = joined(out, beside(key, ".json"))
    try:
        return _decoded(json.loads(read_bytes(place)), key)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise InputError("is damaged.", file=place, remedy="Remove it, and run the same command again.") from error


def _decoded(told: dict[str, Any], key: str) -> Row:
    if told.pop("format") != FORMAT or told["key"] != key or type(told["rows"]) is not int or told["rows"] < 0:
        raise ValueError("format, key or rows")
    counts = told.pop("counts")
    themes = tuple((str(code), count) for code, count in counts.pop("themes"))
    texts: dict[str, Any] = {name: tuple(map(str, told.pop(name))) for name in ("models", "columns", "told")}
    return Row(**told, **texts, counts=Tallied(**counts, themes=themes))
