"""`moves-log.jsonl`: every back-coding move that was made or taken back, and every option that came or went; appended to, never rewritten."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from freetext.errors import InputError, OutputError
from freetext.files.disk.places import reason
from freetext.survey.questionnaire import Move

What = Literal["moved", "taken back", "option added", "option dropped"]
WHATS: tuple[str, ...] = get_args(What)

FIELDS = ("time", "what", "question", "id", "from", "to", "reason", "why", "text_hash")


@dataclass(frozen=True, slots=True)
class MoveEvent:
    """One event: a move made or taken back (`move` says all of it), or an option (`move.to`) added to freetext.toml or dropped.

    `time` is ISO 8601, UTC; `why` a move was taken back. The move's own reason stands in it, so that it can be made again.
    """

    time: str
    what: What
    move: Move
    why: str = ""


def log_of(moves: Path) -> Path:
    """The log beside a list of moves: `moves-log.jsonl` beside `moves.csv`."""
    return moves.with_name(f"{moves.stem}-log.jsonl")


def append_events(path: Path, events: Sequence[MoveEvent]) -> None:
    """Append events and wait until they are on the disk; a torn last line is closed first. Raises OutputError."""
    if not events:
        return
    lines = "".join(json.dumps(_values(event), ensure_ascii=False) + "\n" for event in events).encode(
        "utf-8", "replace"
    )
    try:
        with path.open("a+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                lines = lines if file.read(1) == b"\n" else b"\n" + lines
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(path, reason(error)) from error


def read_events(path: Path) -> tuple[MoveEvent, ...]:
    """Read the events, the oldest first; no log is none, and lines that are none are left out. Raises InputError."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", file=path) from error
    return tuple(event for event in map(_event, lines) if event)


def made_here(events: Iterable[MoveEvent]) -> frozenset[tuple[str, str, str, str, str]]:
    """Return the keys of the moves that back-coding made and nobody has taken back since."""
    found: dict[tuple[str, str, str, str, str], bool] = {}
    for event in events:
        if event.what in {"moved", "taken back"}:
            found[event.move.key] = event.what == "moved"
    return frozenset(key for key, stands in found.items() if stands)


def options_added(events: Iterable[MoveEvent], question: str) -> tuple[str, ...]:
    """Return the options that back-coding added to a question and has not dropped since."""
    found: dict[str, None] = {}
    for event in events:
        if event.move.question == question and event.what == "option added":
            found[event.move.to] = None
        elif event.move.question == question and event.what == "option dropped":
            found.pop(event.move.to, None)
    return tuple(found)


def _values(event: MoveEvent) -> dict[str, str]:
    move = event.move
    told = (event.time, event.what, move.question, move.id, move.from_, move.to, move.reason, event.why, move.text_hash)
    return {field: value for field, value in zip(FIELDS, told, strict=True) if value or field in FIELDS[:3]}


def _event(line: bytes) -> MoveEvent | None:
    try:
        values = json.loads(line)
        time, what, question, who, from_, to, ground, why, hashed = told = [values.get(field, "") for field in FIELDS]
    except (ValueError, AttributeError, RecursionError):
        return None
    if not all(isinstance(each, str) for each in told) or what not in WHATS:
        return None
    return MoveEvent(time, cast("What", what), Move(question, who, from_, to, ground, hashed), why)
