"""Logs without a person: written anew, whole or not at all, with a tombstone that says that somebody was taken out, not who."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from pathlib import Path

from freetext.files.backcoding.moves_log import read_events
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import bytes_of
from freetext.files.labelling.label_lines import read_line, tombstone
from freetext.files.labelling.label_logs import ENDING
from freetext.files.labelling.locks import coder_lock
from freetext.survey.labels import Label

Theirs = Callable[[bytes], bool]


def events_on(folder: Path, ids: Collection[str]) -> dict[str, int]:
    """Count the events that speak of these answers, by the file of the log."""
    found: dict[str, int] = {}
    for path in sorted(folder.glob(f"*{ENDING}")):
        if not path.name.startswith("."):
            events = sum(_speaks_of(line, ids) for line in bytes_of(path).splitlines())
            found |= {path.name: events} if events else {}
    return found


def take_out_of_log(path: Path, ids: Collection[str], time: str) -> None:
    """Take the events on these answers out of a coder's log and put a tombstone there.

    Raises UsageError while a session of the coder is at work, OutputError where the log cannot be written.
    """
    with coder_lock(path.parent, path.name.removesuffix(ENDING)):
        _rewritten(path, lambda line: _speaks_of(line, ids), lambda gone: tombstone(time, gone))


def _speaks_of(line: bytes, ids: Collection[str]) -> bool:
    read = read_line(line)
    return isinstance(read, Label) and read.id.strip() in ids


def moves_logged(path: Path, ids: Collection[str]) -> int:
    """Count the events of a log of back-coding moves that speak of these respondents."""
    return sum(event.move.id.strip() in ids for event in read_events(path))


def take_out_of_moves_log(path: Path, ids: Collection[str]) -> None:
    """Take the events of these respondents out of a log of moves."""
    _rewritten(path, lambda line: _moves(line, ids), lambda _: b"")


def _moves(line: bytes, ids: Collection[str]) -> bool:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return False
    told = values.get("id") if isinstance(values, dict) else None
    return isinstance(told, str) and told.strip() in ids


def _rewritten(path: Path, theirs: Theirs, sign: Callable[[int], bytes]) -> None:
    """Write a log without some of its lines; all others keep their bytes and their order. Raises OutputError."""
    lines = bytes_of(path).splitlines(keepends=True)
    kept = [line for line in lines if not theirs(line)]
    if kept and not kept[-1].endswith(b"\n"):
        kept[-1] += b"\n"
    with replacing(path, force=True) as out:
        out.write(b"".join((*kept, sign(len(lines) - len(kept)))))
