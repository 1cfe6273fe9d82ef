"""`output/review/STEM/CODER.KIND.json`: the batch that a coder is in, so that whoever is interrupted comes back to the exact place."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from freetext.errors import OutputError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.json_values import count_in
from freetext.files.disk.places import reason
from freetext.review.deal import Dealt
from freetext.review.items import Stream, Suggested

FORMAT = 1
STREAMS: tuple[str, ...] = get_args(Stream)


Mark = tuple[str, str]
"""A text's keyed hash, and a codeframe's digest."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The `number`-th batch of a coder; when it was dealt, `behind` events of theirs stood in the log.

    `marks` tell for each answer which text, and which codeframe, it was dealt with.
    """

    dealt: tuple[Dealt, ...] = ()
    marks: tuple[Mark, ...] = ()
    number: int = 0
    behind: int = 0


def save_batch(batch: Batch, path: Path) -> None:
    """Write a batch down before its first answer is shown; raises OutputError."""
    rows = [
        {
            "id": each.key[0],
            "question": each.key[1],
            "stream": each.stream,
            "suggestion": None if each.suggestion is None else [[one.slug, list(one.words)] for one in each.suggestion],
            "model": each.model,
            "said": [list(slugs) for slugs in each.said],
            "mark": list(mark),
        }
        for each, mark in zip(batch.dealt, batch.marks, strict=True)
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(path.parent, reason(error)) from error
    whole = {"format": FORMAT, "number": batch.number, "behind": batch.behind, "answers": rows}
    write_text(json.dumps(whole, indent=1) + "\n", path, force=True)


def load_batch(path: Path) -> Batch:
    """Read a batch; an empty one where there is none, or what stands there is none of ours: then a new one is dealt."""
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole["format"] == FORMAT:
            rows = whole["answers"]
            marks = tuple((str(row["mark"][0]), str(row["mark"][1])) for row in rows)
            return Batch(tuple(map(_dealt, rows)), marks, count_in(whole["number"]), count_in(whole["behind"]))
    return Batch()


def _dealt(row: dict[str, Any]) -> Dealt:
    if row["stream"] not in STREAMS:
        raise ValueError(row["stream"])
    suggestion = row["suggestion"]
    return Dealt(
        (str(row["id"]), str(row["question"])),
        row["stream"],
        None
        if suggestion is None
        else tuple(Suggested(str(slug), tuple(map(str, words))) for slug, words in suggestion),
        str(row["model"]),
        tuple(tuple(map(str, slugs)) for slugs in row["said"]),
    )
