"""`models/NAME/HISTORY.jsonl`: which version was in force when, and why; appended to, never rewritten, no part of any digest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from freetext.errors import BundleError

HISTORY = "HISTORY.jsonl"

What = Literal["promoted", "kept", "rolled back", "by hand"]
WHATS: tuple[str, ...] = get_args(What)

FIELDS = ("time", "digest", "what", "from", "why")


@dataclass(frozen=True, slots=True)
class Event:
    """One decision about which version is in force.

    what    promoted: training put `digest` in force; kept: it did not, and `before` stayed; rolled back: `digest` is in force again;
            by hand: somebody put `digest` in force
    before  the version that was in force before, empty for none
    time    ISO 8601, UTC
    """

    time: str
    digest: str
    what: What
    before: str = ""
    why: str = ""


def record(folder: Path, digest: str, what: What, *, before: str = "", why: str = "") -> Event:
    """Append an event to the history of models/NAME and wait until it is on the disk; raises OSError."""
    event = Event(datetime.now(UTC).isoformat(timespec="seconds"), digest, what, before, why)
    values = dict(zip(FIELDS, (event.time, digest, what, before, why), strict=True))
    line = json.dumps(values, ensure_ascii=True).encode() + b"\n"
    with (folder / HISTORY).open("a+b") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else b"\n" + line  # a torn last line must not swallow this one
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
    return event


def read_history(folder: Path) -> tuple[Event, ...]:
    """Read the events of models/NAME, the oldest first; lines that are none are left out. Raises BundleError for what cannot be read."""
    try:
        lines = (folder / HISTORY).read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise BundleError(folder / HISTORY, f"cannot be read: {error.strerror or error}.") from error
    return tuple(event for event in map(_event, lines) if event)


def _event(line: bytes) -> Event | None:
    try:
        values = json.loads(line)
        told = [values[field] for field in FIELDS]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if not all(isinstance(each, str) for each in told) or told[2] not in WHATS:
        return None
    return Event(*told)


def in_force_since(events: Iterable[Event], digest: str) -> Event | None:
    """Return the event that put a version in force, the latest of several."""
    return next((each for each in reversed(list(events)) if each.digest == digest and each.what != "kept"), None)


def version_before(events: Iterable[Event], current: str) -> str | None:
    """Return the version that was in force before the current one; None where nobody knows of any.

    A version that was rolled back from is forgotten, so that rolling back again leads further back.
    """
    stack: list[str] = []
    for event in events:
        if event.what == "kept":
            continue
        if event.before and not stack:
            stack.append(event.before)
        if event.what == "rolled back" and event.digest in stack:
            while stack[-1] != event.digest:
                stack.pop()
        elif not stack or stack[-1] != event.digest:
            stack.append(event.digest)
    earlier = stack[:-1] if stack and stack[-1] == current else stack
    return earlier[-1] if earlier else None
