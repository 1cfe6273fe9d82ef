"""A closed question of freetext.toml edited in place: its options and its list of moves; comments and layout stay."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from freetext.errors import SettingsError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.places import bytes_of
from freetext.files.project.settings import NAME, Project
from freetext.files.project.toml_blocks import MARK, Block, blocks_of
from freetext.files.project.toml_text import listed, quoted
from freetext.survey.questionnaire import Question


def planned_edit(project: Project, question: Question, *, options: Sequence[str], moves: str) -> str:
    """Return what freetext.toml says when a question has these options and this list of moves, empty where it says so already.

    Raises SettingsError where the file does not say what the project was read from any more, or cannot be edited.
    """
    if (tuple(options), moves) == (question.options, question.moves):
        return ""
    return question_text(project.folder / NAME, question, options=options, moves=moves)


def write_edit(project: Project, text: str) -> None:
    """Write what was planned, whole or not at all; raises OutputError."""
    if text:
        write_text(text, project.folder / NAME, force=True)


def question_text(path: Path, question: Question, *, options: Sequence[str], moves: str) -> str:
    """Return the text of freetext.toml with a question changed; writes nothing."""
    whole = bytes_of(path).decode("utf-8", "replace")
    text = whole.removeprefix(MARK).replace("\r\n", "\n")
    planned = _planned(text, path, question, tuple(options), moves)
    parts, number = [], -1
    for block in blocks_of(text.removesuffix("\n") + "\n", str(path), SettingsError):
        number += block.kind == "question"
        if block.kind == "question" and planned["question"][number]["name"] == question.name:
            block = replace(block, table=_table(block, tuple(options), moves))  # noqa: PLW2901
        parts.append(str(block))
    edited = "".join(parts)
    try:
        reads = tomllib.loads(edited)
    except tomllib.TOMLDecodeError:
        reads = {}
    if reads != planned:
        what = f"cannot be edited here: write {question.name!r} under a [[question]] of its own. Nothing was written."
        raise SettingsError(what, file=path)
    mark = MARK if whole.startswith(MARK) else ""
    return mark + (edited.replace("\n", "\r\n") if "\r\n" in whole else edited)


def _planned(text: str, path: Path, question: Question, options: tuple[str, ...], moves: str) -> dict[str, Any]:
    """What the file is to say."""
    said: dict[str, Any] = tomllib.loads(text)
    tables = [each for each in said.get("question", []) if each.get("name") == question.name]
    said_now = tuple(tables[0].get("options", ())) if len(tables) == 1 else None
    if said_now not in {question.options, options}:
        raise SettingsError("has changed meanwhile; nothing was written. Try again.", file=path)
    if options != said_now:
        tables[0]["options"] = list(options)
    if moves:
        tables[0]["moves"] = moves
    return said


def _table(block: Block, options: tuple[str, ...], moves: str) -> str:
    """Edit the keys that differ; a header stands on a line of its own."""
    import tomlkit
    from tomlkit.items import Array

    header, _, body = block.table.partition("\n")
    table = tomlkit.parse(body)
    held = table.get("options")
    if isinstance(held, Array) and len(held) != len(options):
        _fit(held, options)
    if table.get("options", []) != list(options):
        table["options"] = tomlkit.value(listed(options))
    if moves and table.get("moves") != moves:
        table["moves"] = tomlkit.value(quoted(moves))
    return f"{header}\n{tomlkit.dumps(table)}"


def _fit(held: Any, options: tuple[str, ...]) -> None:
    """Put options into a list, or take them out, where it is otherwise the same: its layout stays."""
    import tomlkit

    for place in reversed(range(len(held))):
        if held[place] not in options:
            held.pop(place)
    for place, option in enumerate(options):
        if place >= len(held) or held[place] != option:
            held.insert(place, tomlkit.value(quoted(option)))
