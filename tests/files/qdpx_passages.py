"""A reader of the coded passages of REFI-QDA projects that knows nothing of ours: zipfile, ElementTree and the standard's names."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SPACE = "{urn:QDA-XML:project:1.0}"


@dataclass(frozen=True)
class ReadPassage:
    """A passage of a text: its name, what stands between its positions, and (name of the code, name of the user) of its codes."""

    name: str
    text: str
    codes: tuple[tuple[str, str], ...]


def passages_of(path: Path) -> list[ReadPassage]:
    """Read the passages of all texts, in the file's order."""
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("project.qde"))
        texts = {name.partition("/")[2]: archive.read(name) for name in archive.namelist() if "/" in name}
    names = {each.get("guid", ""): each.get("name", "") for tag in ("Code", "User") for each in root.iter(SPACE + tag)}
    return [
        _passage(each, texts[source.get("plainTextPath", "").removeprefix("internal://")].decode("utf-8"), names)
        for source in root.iter(f"{SPACE}TextSource")
        for each in source.iter(f"{SPACE}PlainTextSelection")
    ]


def _passage(each: Element, text: str, names: dict[str, str]) -> ReadPassage:
    start, end = int(each.get("startPosition", "")), int(each.get("endPosition", ""))
    assert 0 <= start < end <= len(text)
    codes = [
        (names[reference.get("targetGUID", "")], names[coding.get("creatingUser", "")])
        for coding in each.iter(f"{SPACE}Coding")
        for reference in coding.iter(f"{SPACE}CodeRef")
    ]
    return ReadPassage(each.get("name", ""), text[start:end], tuple(codes))
