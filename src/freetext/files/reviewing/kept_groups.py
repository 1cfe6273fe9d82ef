"""`output/discover/STEM.json`: the groups of a discovery, by ids and words; no text stands in it, and only its owner reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from freetext.errors import InputError, OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.json_values import count_in
from freetext.files.disk.places import reason
from freetext.files.project.settings import Project
from freetext.review.groups import Group, Groups
from freetext.survey.codeframe import slugify
from freetext.survey.labels import Key

FORMAT = 2
FOLDER = "discover"
OWNER_FILE, OWNER_FOLDER = 0o600, 0o700
PLAIN, LONGEST = re.compile(r"[a-z0-9_-]{1,40}"), 40
"""Names that stand in a file's name as they are, also where a system does not tell case; and how much of another is kept."""


def groups_folder(project: Project) -> Path:
    """Where a project keeps the groups of its discoveries."""
    return project.path(project.questionnaire.output) / FOLDER


def groups_path(
    project: Project, source: str, *, draft: bool = False, questions: Sequence[str] = (), codeframe: str = ""
) -> Path:
    """Where the groups of a file are kept; those of a first codeframe, of some `questions`, or under another `codeframe` stand beside them.

    `questions` is empty where all are looked through, `codeframe` where it is the project's.
    """
    parts = [Path(source).stem or "answers", "+".join(map(_part, questions)), _part(codeframe)]
    return groups_folder(project) / f"{'@'.join(filter(None, parts))}{'.draft' if draft else ''}.json"


def _part(name: str) -> str:
    """A name as a part of a file's name; one that cannot stand so gets a hash, so that no two are the same."""
    if not name or PLAIN.fullmatch(name):
        return name
    return f"{slugify(name)[:LONGEST]}-{blake2b(name.encode(errors='surrogatepass'), digest_size=4).hexdigest()}"


def save_groups(groups: Groups, path: Path) -> None:
    """Write groups, whole or not at all, for their owner alone; what is there is replaced. Raises OutputError."""
    values = {"format": FORMAT, **asdict(groups)}
    make_private(path.parent)
    with replacing(path, force=True, mode=OWNER_FILE) as handle:
        handle.write((json.dumps(values, indent=1) + "\n").encode())


def make_private(folder: Path) -> None:
    """Make a folder for its owner alone; raises OutputError."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, reason(error)) from error


def load_groups(path: Path) -> Groups | None:
    """Read groups; None where none are kept. Raises InputError for what is none of ours, and says what mends it."""
    if not path.exists():
        return None
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["format"] == FORMAT:
            return Groups(
                str(values["digest"]),
                tuple(map(_group, values["groups"])),
                count_in(values["answers"]),
                count_in(values["looked_at"]),
                float(values["unclaimed"]),
                bool(values["few"]),
                str(values["said"]),
                _keys(values["claimed"]),
                str(values["lang"]),
                tuple(
                    zip(
                        _keys([key for key, _ in values["hashed"]]),
                        [str(sign) for _, sign in values["hashed"]],
                        strict=True,
                    )
                ),
            )
    raise InputError("holds no groups that can be read.", file=path, remedy="--force makes it anew.")


def _group(values: dict[str, Any]) -> Group:
    return Group(
        count_in(values["number"]),
        str(values["name"]),
        tuple(map(str, values["words"])),
        _keys(values["members"]),
        float(values["share"]),
        float(values["low"]),
        float(values["high"]),
        tuple((str(slug), float(overlap)) for slug, overlap in values["near"]),
        float(values["after"]),
        tuple(map(_keys, values["parts"])),
        count_in(values.get("also", 0)),  # groups of old do not say it
    )


def _keys(pairs: Sequence[Sequence[str]]) -> tuple[Key, ...]:
    return tuple((str(name), str(question)) for name, question in pairs)
