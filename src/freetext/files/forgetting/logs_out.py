"""Logs without a person: written anew, whole or not at all, with a tombstone that says that somebody was taken out, not who."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import bytes_of
from freetext.files.labelling.label_lines import tombstone
from freetext.files.labelling.label_logs import ENDING

Wrote = Callable[[str, str, str], bool]
"""Whether an answer is a person's, by its id, the hash of its text and the wave that it stands in; empty what is not known."""
TORN = re.compile(rb'"id"\s*:\s*("(?:[^"\\]|\\.)*")')
"""The id in a line that was not written to its end."""


def events_on(folder: Path, wrote: Wrote) -> dict[str, int]:
    """Count the events on a person's answers, damaged lines too, by the file of the log."""
    found: dict[str, int] = {}
    for path in sorted(folder.glob(f"*{ENDING}")):
        if not path.name.startswith("."):
            events = sum(_speaks_of(line, wrote) for line in bytes_of(path).splitlines())
            found |= {path.name: events} if events else {}
    return found


def take_out_of_log(path: Path, wrote: Wrote, time: str) -> None:
    """Take the events on a person's answers out of a coder's log, whose lock is held, and put a tombstone there. Raises OutputError."""
    _rewritten(path, wrote, lambda gone: tombstone(time, gone))


def lines_on(path: Path, wrote: Wrote) -> int:
    """Count the lines of a file that speak of a person, of a log of back-coding moves or of a bridge's frame; no file has none."""
    return sum(_speaks_of(line, wrote) for line in bytes_of(path).splitlines()) if path.is_file() else 0


def take_lines_out(path: Path, wrote: Wrote) -> None:
    """Take the lines that speak of a person out of a file. Raises OutputError."""
    _rewritten(path, wrote, lambda _: b"")


def _speaks_of(line: bytes, wrote: Wrote) -> bool:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return any(wrote(name, "", "") for name in _torn_ids(line))
    if not isinstance(values, dict):
        return False
    name, hashed, wave = (values.get(each, "") for each in ("id", "text_hash", "wave"))
    return isinstance(name, str) and wrote(name, *(each if isinstance(each, str) else "" for each in (hashed, wave)))


def _torn_ids(line: bytes) -> list[str]:
    with suppress(ValueError):
        return [json.loads(found) for found in TORN.findall(line)]
    return []


def _rewritten(path: Path, wrote: Wrote, sign: Callable[[int], bytes]) -> None:
    """Write a log without some of its lines; all others keep their bytes and their order. Raises OutputError."""
    lines = bytes_of(path).splitlines(keepends=True)
    kept = [line for line in lines if not _speaks_of(line, wrote)]
    if kept and not kept[-1].endswith(b"\n"):
        kept[-1] += b"\n"
    with replacing(path, force=True) as out:
        out.write(b"".join((*kept, sign(len(lines) - len(kept)))))
