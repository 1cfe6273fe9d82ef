"""One line of a log of labels: JSON to an event and back."""

from __future__ import annotations

import json
import math
from typing import Any

from freetext.survey.labels import FLAGS, LABEL_EVENTS, LABEL_SOURCES, Label

REQUIRED = ("id", "question", "themes", "coder", "time", "source")
OPTIONAL = ("text_hash", "seconds", "model", "suggested", "codeframe", "note", "event", "flags", "wave")
TEXTS = ("id", "question", "coder", "time", "text_hash", "model", "codeframe", "note", "wave")
NAMES = frozenset((*REQUIRED, *OPTIONAL))
LONGEST = 1_000_000
"""Bytes of a line; no decision is as long."""


def label_line(label: Label) -> str:
    """One event as JSON on one line; empty optional fields are left out, and `event` where it is a decision."""
    values = {key: getattr(label, key) for key in REQUIRED}
    for key in OPTIONAL:
        value = getattr(label, key)
        if _says(key, value):
            values[key] = value
    return json.dumps(values, ensure_ascii=False, allow_nan=False)


def _says(key: str, value: object) -> bool:
    if key == "seconds":
        return value is not None
    return bool(value) and not (key == "event" and value == "label")


TOMBSTONE = "forgotten"


def tombstone(time: str, events: int) -> bytes:
    """Write the line that stands for events which were taken out for ever: when, and how many; not whose."""
    return json.dumps({"event": TOMBSTONE, "time": time, "events": events}).encode() + b"\n"


def is_tombstone(line: bytes) -> bool:
    """Whether a line says that events were taken out."""
    if TOMBSTONE.encode() not in line[:200]:
        return False
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(values, dict) and values.get("event") == TOMBSTONE and "id" not in values


def read_line(line: bytes) -> Label | str:
    """An event, or why the line is none; keys that are not ours are passed over."""
    if len(line) > LONGEST:
        return "longer than any label"
    try:
        text = line.decode("utf-8").strip()
        values, end = DECODER.raw_decode(text)
        if b"\\u" in line:  # half a character can be spelled so, and in no other way
            json.dumps(values, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return "no label (not JSON)"
    if end != len(text):
        return "no label (not JSON)"
    if not isinstance(values, dict):
        return "no label (not a JSON object)"
    return _fault(values) or _made(values)


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
"""Made once: that takes longer than reading a line."""


def _fault(values: dict[str, Any]) -> str:
    """Say which field of a line is missing, of the wrong type, or says what we do not know."""
    missing = [key for key in REQUIRED if key not in values]
    if missing:
        return f"no label (without {', '.join(missing)})"
    for key in TEXTS:
        if not isinstance(values.get(key, ""), str):
            return f"no label ({key} is no text)"
    return _list_fault(values) or _word_fault(values)


def _list_fault(values: dict[str, Any]) -> str:
    if not _is_list(values["themes"]) or "" in values["themes"]:
        return "no label (themes is no list of slugs)"
    flags = values.get("flags", [])
    if not _is_list(flags) or any(flag not in FLAGS for flag in flags):
        return f"no label (flags is no list of {', '.join(FLAGS)})"
    return ""


def _word_fault(values: dict[str, Any]) -> str:
    if values["source"] not in LABEL_SOURCES:
        return f"no label (source is none of {', '.join(LABEL_SOURCES)})"
    if values.get("event", "label") not in LABEL_EVENTS:
        return f"no label (event is none of {', '.join(LABEL_EVENTS)})"
    if not isinstance(values.get("suggested", False), bool):
        return "no label (suggested is neither true nor false)"
    return "" if _is_time(values.get("seconds")) else "no label (seconds is no number)"


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_time(seconds: object) -> bool:
    if seconds is None:
        return True
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return False
    try:
        return 0 <= float(seconds) < math.inf
    except OverflowError:
        return False


def _made(values: dict[str, Any]) -> Label:
    """Make the event; `values` is nobody else's and may be changed."""
    for key in values.keys() - NAMES:
        del values[key]
    values["themes"] = tuple(values["themes"])
    if "flags" in values:
        values["flags"] = tuple(values["flags"])
    if values.get("seconds") is not None:
        values["seconds"] = float(values["seconds"])
    return Label(**values)
