"""What a survey platform writes above its rows, and how it becomes names and what is said of the columns."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from freetext.files.tabular.rows import About
from freetext.survey.codeframe import fold

Role = Literal["id", "person", "made"]
"""Of a column that the platform fills in: the response's id, one that tells who somebody is, any other."""

HEADER_ROWS = 3
"""Rows below the first that are looked at for further header rows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A platform's header, read.

    platform  its key, as `qualtrics`
    names     of the columns, usable and each once
    rows      how many further header rows stand below the first
    about     what these say of the columns
    previews  which cells of which column (by place) mark a row that nobody answered: `key`s of cells
    spam      likewise of rows that the platform suspects
    renamed   names that stood twice, and what they are now
    """

    platform: str
    names: tuple[str, ...]
    rows: int = 0
    about: Mapping[str, About] = field(default_factory=dict)
    previews: tuple[tuple[int, frozenset[str]], ...] = ()
    spam: tuple[tuple[int, frozenset[str]], ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


def key(text: str) -> str:
    """What is left of a name to know it by: letters and digits, whatever the case, spaces, quotes and dashes."""
    return re.sub(r"[\W_]", "", fold(text))


def readable(text: str) -> str:
    """A name on one line with plain spaces, without control characters and marks that nobody sees."""
    shown = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2060\ufeff]", "", text)
    return " ".join(shown.split())


def unique(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Give names that stand twice a number, ` (2)` and so on; also says which. Columns without a name stay so."""
    taken, given = set(names), set[str]()
    found: list[str] = []
    renamed: list[tuple[str, str]] = []
    for name in names:
        now, count = name, 1
        while name and now in given | ((taken - {name}) if count > 1 else set()):
            count += 1
            now = f"{name} ({count})"
        if now != name:
            renamed.append((name, now))
        given.add(now)
        found.append(now)
    return tuple(found), tuple(renamed)


def unused(name: str, taken: Container[str]) -> str:
    """Give a name, or where it is taken the first of `name_2`, `name_3` and so on that is not."""
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}_{count}"
    return free


def places_of(names: Sequence[str], known: Mapping[str, Role]) -> list[int]:
    """Where the columns stand that the platform fills in."""
    return [place for place, name in enumerate(names) if key(name) in known]


def common_stem(texts: Sequence[str]) -> str:
    """What all texts begin with, up to and with the last ` - `; empty where they share none."""
    first, last = min(texts), max(texts)
    size = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    end = first[:size].rfind(" - ")
    return first[: end + 3] if end > 0 else ""
