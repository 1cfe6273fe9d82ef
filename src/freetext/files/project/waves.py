"""A new wave in freetext.toml: its file becomes the present one, the one before goes behind `earlier`; comments and layout stay."""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from freetext.errors import SettingsError
from freetext.files.disk.places import bytes_of
from freetext.files.project.settings import NAME, Project
from freetext.files.project.toml_blocks import MARK, Block, blocks_of
from freetext.files.project.toml_text import key_value, quoted
from freetext.survey.questionnaire import Questionnaire


def with_wave(project: Project, file: str) -> str:
    """Return the text of freetext.toml with another present wave; writes nothing.

    Raises SettingsError where the file does not say what the project was read from any more, or cannot be edited.
    """
    path, before = project.folder / NAME, project.questionnaire
    whole = bytes_of(path).decode("utf-8", "replace")
    text = whole.removeprefix(MARK).replace("\r\n", "\n")
    planned: dict[str, Any] = tomllib.loads(text)
    survey = planned.setdefault("survey", {})
    if (survey.get("file", ""), tuple(survey.get("earlier", ()))) != (before.file, before.earlier):
        raise SettingsError("has changed meanwhile; nothing was written. Try again.", file=path)
    keyed = "file" in survey
    survey["file"] = file
    if before.file:
        survey["earlier"] = [*before.earlier, before.file]
    blocks = blocks_of(text.removesuffix("\n") + "\n", str(path), SettingsError)
    edited = "".join(str(_edited(block, before, file, keyed=keyed)) for block in blocks)
    if _read(edited) != planned:
        what = "cannot be edited here: write `file` and `earlier` on lines of their own under [survey]. Nothing was written."
        raise SettingsError(what, file=path)
    mark = MARK if whole.startswith(MARK) else ""
    return mark + (edited.replace("\n", "\r\n") if "\r\n" in whole else edited)


def seen_from(folder: Path, file: str) -> str:
    """Write a file's path as seen from a folder; as it is where there is no way (another drive)."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()


def _edited(block: Block, before: Questionnaire, file: str, *, keyed: bool) -> Block:
    """Edit the lines that name the files; a key that is missing follows that of `file`, where that is not `keyed` the table's header."""
    if block.kind != "survey":
        return block
    said, last = _read(block.table), before.file
    if "file" in said:
        new = "" if before.earlier or not last else key_value("earlier", (last,))
        return replace(block, table=_set(block.table, "file", file) + new)
    if "earlier" in said and last:
        return replace(block, table=_longer(block.table, last))
    if not keyed and said == {"survey": {}}:
        return replace(block, table=block.table + key_value("file", file))
    return block


def _set(text: str, key: str, value: str) -> str:
    import tomlkit

    table = tomlkit.parse(text)
    table[key] = tomlkit.value(quoted(value))
    return tomlkit.dumps(table)


def _longer(text: str, last: str) -> str:
    """Add a wave to the end of the list, in its layout."""
    import tomlkit
    from tomlkit.items import Array

    table = tomlkit.parse(text)
    held = table["earlier"]
    if isinstance(held, Array):
        held.append(tomlkit.value(quoted(last)))
    return tomlkit.dumps(table)


def _read(text: str) -> dict[str, Any]:
    with suppress(tomllib.TOMLDecodeError):
        return tomllib.loads(text)
    return {}
