"""`output/discover/STEM.CODER.jsonl`: what a coder has decided about groups, one line a decision, appended and never rewritten.

The first line names the groups that it is about; a log of other groups is none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from glob import escape
from hashlib import blake2b
from pathlib import Path
from typing import Any

from freetext.errors import OutputError
from freetext.files.disk.json_values import count_in
from freetext.files.disk.places import reason
from freetext.files.labelling.labels import folded
from freetext.files.reviewing.kept_groups import OWNER_FILE, load_groups, make_private
from freetext.review.grouping import Grouping
from freetext.review.groups import Decision, Entry, Group, Mark, Undo, Written

FORMAT = 1
KINDS = frozenset({"mark", "name", "define", "split", "merge", "theme", "synonym", "drop"})
MARKS = frozenset({"only", "also", "not"})


def log_path(groups: Path, coder: str) -> Path:
    """Where a coder's decisions about these groups stand."""
    return groups.with_name(f"{groups.stem}.{folded(coder)}.jsonl")


def logs_of(groups: Path) -> list[Path]:
    """The logs of all coders about these groups, those with decisions that are not in the codeframe yet and would be lost."""
    there = sorted(groups.parent.glob(f"{escape(groups.stem)}.*.jsonl"))
    return [path for path in there if _waiting(groups, read_log(path, stamp_of(groups)))]


def written_by_others(groups: Path, coder: str) -> dict[int, str]:
    """What other coders made of the groups as they were found: the group's number, and who made which theme of it."""
    own, last = log_path(groups, coder), max((each.number for each in _kept(groups)), default=0)
    found: dict[int, str] = {}
    for path in sorted(groups.parent.glob(f"{escape(groups.stem)}.*.jsonl")):
        if path == own:
            continue
        who = path.name.removeprefix(f"{groups.stem}.").removesuffix(".jsonl")
        done = [entry for entry in read_log(path, stamp_of(groups)) if isinstance(entry, Written) and entry.done]
        found |= {number: f"{slug} ({who})" for entry in done for number, slug in entry.slugs if number <= last}
    return found


def _kept(groups: Path) -> Sequence[Group]:
    there = load_groups(groups)
    return there.groups if there else ()


def _waiting(groups: Path, entries: Sequence[Entry]) -> bool:
    """Whether something would be lost with the groups: a theme that is not written, or what was said of groups that are not all decided."""
    there = load_groups(groups) if entries else None
    if there is None:
        return False
    walk = [each for each in Grouping(there, lambda _key: "", log=entries).walk if not each.written]
    said = any(each.fate or each.marks or each.name or each.definition for each in walk)
    return any(each.pending for each in walk) or (said and not all(each.fate for each in walk))


def stamp_of(groups: Path) -> str:
    """A hash of the kept groups: a log is about them and no others."""
    return blake2b(groups.read_bytes(), digest_size=8).hexdigest() if groups.exists() else ""


def read_log(path: Path, stamp: str) -> list[Entry]:
    """Read the decisions; none where the log is about other groups. A torn last line, of a session that was killed, is passed over."""
    lines: list[Any] = []
    with suppress(OSError):
        for line in path.read_bytes().split(b"\n"):
            with suppress(ValueError, RecursionError):
                lines.append(json.loads(line))
    if not lines or not isinstance(lines[0], dict) or lines[0].get("groups") != stamp:
        return []
    entries = map(_entry, lines[1:])
    return [entry for entry in entries if entry is not None]


def append_log(path: Path, stamp: str, entries: Sequence[Entry]) -> None:
    """Append decisions and wait until they are on the disk; a log of other groups is begun anew. Raises OutputError."""
    make_private(path.parent)
    head = {"format": FORMAT, "groups": stamp}
    try:
        old = path.read_bytes() if path.exists() else b""
        ours = old.split(b"\n")[0] == json.dumps(head).encode()
        begun = old if ours else json.dumps(head).encode() + b"\n"
        close = b"" if begun.endswith(b"\n") else b"\n"
        text = close + b"".join(json.dumps(_values(entry)).encode() + b"\n" for entry in entries)
        _write(path, text if ours else begun + text, anew=not ours)
    except OSError as error:
        raise OutputError(path, f"{reason(error)} The decision was NOT kept.") from error


def _write(path: Path, data: bytes, *, anew: bool) -> None:
    """Write at the end in one go; what cannot be written whole is cut back."""
    with open(path, "wb" if anew else "ab", buffering=0, opener=_private) as handle:
        end = handle.seek(0, os.SEEK_END)
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[handle.write(rest) :]
            os.fsync(handle.fileno())
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle.fileno(), end)
            raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_FILE)


def _values(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Undo):
        return {"event": "undo"}
    if isinstance(entry, Written):
        return {"event": "written" if entry.done else "writing", "slugs": [list(pair) for pair in entry.slugs]}
    values: dict[str, object] = {"event": entry.kind, "group": entry.group}
    if entry.key is not None:
        values["answer"] = list(entry.key)
    if entry.mark is not None:
        values |= {"mark": entry.mark.kind, "themes": list(entry.mark.themes)}
    return values | ({"text": entry.text} if entry.text else {}) | ({"other": entry.other} if entry.other else {})


def _entry(values: Any) -> Entry | None:
    """Read one line; None for one that is none of ours."""
    with suppress(LookupError, TypeError, ValueError, AttributeError):
        event = values["event"]
        if event == "undo":
            return Undo()
        if event in {"writing", "written"}:
            slugs = tuple((count_in(number), str(slug)) for number, slug in values["slugs"])
            return Written(slugs, done=event == "written")
        if event in KINDS:
            answer = values.get("answer")
            key = (str(answer[0]), str(answer[1])) if answer else None
            kind = values.get("mark")
            mark = Mark(kind, tuple(map(str, values["themes"]))) if kind in MARKS else None
            return Decision(
                event,
                count_in(values["group"]),
                key,
                mark,
                str(values.get("text", "")),
                count_in(values.get("other", 0)),
            )
    return None
