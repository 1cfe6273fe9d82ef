"""`data/annotated/CODER.jsonl`: the append-only log of labels, one file a coder, one JSON object a decision."""

from __future__ import annotations

import hashlib
import hmac
import json
import math
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from freetext.errors import InputError, OutputError, quoted, rows_listed
from freetext.files.places import reason
from freetext.survey.codeframe import NO_FILE
from freetext.survey.labels import LABEL_SOURCES, Label

REQUIRED = ("id", "question", "themes", "coder", "time", "source")
OPTIONAL = ("text_hash", "seconds", "model", "suggested", "codeframe", "note")
LONGEST = 1_000_000
"""Bytes of a line; no decision is as long."""

CODER = re.compile(r"\w(?:[\w .@+-]*[\w.@+-])?")


@dataclass(frozen=True, slots=True)
class LabelLog:
    """All decisions in the order of file names and lines, and what was wrong with the lines that were left out."""

    labels: tuple[Label, ...] = ()
    problems: tuple[str, ...] = ()


def read_labels(folder: Path) -> LabelLog:
    """Read every log of a folder; damaged lines are reported, the rest is kept. No folder is an empty log."""
    labels: list[Label] = []
    problems: list[str] = []
    try:
        for path in sorted(folder.glob("*.jsonl"), key=lambda each: each.name):
            found, wrong = _parsed(path.name, path.read_bytes())
            labels += found
            problems += wrong
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", file=error.filename or folder) from None
    return LabelLog(tuple(labels), tuple(problems))


def append_labels(folder: Path, labels: Iterable[Label]) -> None:
    """Append decisions, each to its coder's file, and wait until they are on the disk."""
    by_coder: dict[str, list[bytes]] = {}
    for label in labels:
        by_coder.setdefault(file_name(label.coder), []).append(_encoded(label, folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in by_coder.items():
            _append(folder / name, b"".join(lines))
    except OSError as error:
        raise OutputError(error.filename or folder, reason(error)) from error


def file_name(coder: str) -> str:
    """The name of a coder's log; raises InputError where the name would not do on every system."""
    name = unicodedata.normalize("NFC", coder)
    if not CODER.fullmatch(name) or NO_FILE.fullmatch(name) or len(name) > 80:
        raise InputError(
            f"{quoted(coder)} is no name for a coder: letters, digits, spaces, '.', '-', '_', '@' and '+'."
        )
    return f"{name}.jsonl"


def label_line(label: Label) -> str:
    """One decision as JSON on one line; empty optional fields are left out."""
    values = {key: getattr(label, key) for key in REQUIRED}
    for key in OPTIONAL:
        value = getattr(label, key)
        if value not in ("", None, False) or (key == "seconds" and value is not None):
            values[key] = value
    return json.dumps(values, ensure_ascii=False, allow_nan=False)


def text_hash(key: str, text: str) -> str:
    """HMAC-SHA256 of a text in NFC under the project's key, the first 16 hexadecimal digits."""
    plain = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return hmac.new(key.encode("utf-8"), plain, hashlib.sha256).hexdigest()[:16]


def _encoded(label: Label, folder: Path) -> bytes:
    try:
        return f"{label_line(label)}\n".encode()
    except UnicodeEncodeError:
        raise OutputError(folder, f"the label of {quoted(label.id)} holds half a character.") from None


def _append(path: Path, lines: bytes) -> None:
    """Add whole lines; a torn last line is closed first, so that it does not swallow the next decision."""
    with path.open("a+b") as handle:
        if handle.seek(0, os.SEEK_END):
            handle.seek(-1, os.SEEK_END)
            lines = lines if handle.read(1) == b"\n" else b"\n" + lines
        handle.write(lines)
        handle.flush()
        os.fsync(handle.fileno())


def _parsed(name: str, raw: bytes) -> tuple[list[Label], list[str]]:
    """The decisions of one file, and its problems, one text for each kind of problem."""
    labels: list[Label] = []
    wrong: dict[str, list[int]] = {}
    owner = name.removesuffix(".jsonl")
    lines = raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        read = _label(line)
        if isinstance(read, str):
            torn = number == len(lines) and not line.rstrip().endswith(b"}")
            wrong.setdefault("the last line is torn off" if torn else read, []).append(number)
        elif _folded(read.coder) != _folded(owner):
            said = f"coder {quoted(read.coder)} does not match the file's name; give every coder a file"
            wrong.setdefault(said, []).append(number)
        else:
            labels.append(read)
    return labels, list(_told(name, wrong))


def _told(name: str, wrong: dict[str, list[int]]) -> Iterator[str]:
    for what, numbers in wrong.items():
        yield f"{name}, line {rows_listed(numbers)}: {what}; left out."


def _label(line: bytes) -> Label | str:
    """A decision, or why the line is none."""
    if len(line) > LONGEST:
        return "longer than any label"
    try:
        values = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
        json.dumps(values, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return "no label (not JSON)"
    if not isinstance(values, dict):
        return "no label (not a JSON object)"
    return _fault(values) or _made(values)


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _fault(values: dict[str, Any]) -> str:
    """Say which field of a line is missing or of the wrong type."""
    missing = [key for key in REQUIRED if key not in values]
    if missing:
        return f"no label (without {', '.join(missing)})"
    for key in ("id", "question", "coder", "time", "source", "text_hash", "model", "codeframe", "note"):
        if not isinstance(values.get(key, ""), str):
            return f"no label ({key} is no text)"
    themes = values["themes"]
    if not isinstance(themes, list) or not all(isinstance(slug, str) and slug for slug in themes):
        return "no label (themes is no list of slugs)"
    if values["source"] not in LABEL_SOURCES:
        return f"no label (source is none of {', '.join(LABEL_SOURCES)})"
    if not isinstance(values.get("suggested", False), bool):
        return "no label (suggested is neither true nor false)"
    return "" if _is_time(values.get("seconds")) else "no label (seconds is no number)"


def _is_time(seconds: object) -> bool:
    if seconds is None:
        return True
    number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    return number and math.isfinite(float(str(seconds))) and float(str(seconds)) >= 0


def _made(values: dict[str, Any]) -> Label:
    given = {key: values[key] for key in (*REQUIRED, *OPTIONAL) if key in values}
    given["themes"] = tuple(values["themes"])
    if given.get("seconds") is not None:
        given["seconds"] = float(given["seconds"])
    return Label(**given)


def _folded(name: str) -> str:
    """Names as a file system that does not tell case or accents' spelling apart sees them."""
    return unicodedata.normalize("NFC", name).casefold()
