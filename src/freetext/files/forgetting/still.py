"""Where something of a person still stands in a project's folder after all that is ours was cleaned: searched for, never guessed."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from freetext.files.disk.addresses import is_address
from freetext.files.forgetting.readings import BROKEN, texts_in
from freetext.files.forgetting.skeletons import holds, skeletons_of
from freetext.files.project.settings import NAME, Project

HIDDEN = frozenset((".git", ".hg", ".svn", ".venv", "__pycache__", "node_modules"))
"""Folders that are not searched: histories, and what others installed."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found: files that hold one of the texts, and files that could not be searched."""

    holding: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


def still_holding(folder: Path, texts: Collection[str], *, encoding: str = "") -> Searched:
    """Search the files below a folder for these texts, as written and as masked; packed ones (.xlsx, .docx, .gz, .sav) are unpacked.

    Texts of fewer than twelve letters and digits are not searched for, nor are histories of version control; files of more than
    200 MB, PDF files, locked and damaged ones are named as unread. `encoding` is that of the project's files that are no UTF-8.
    """
    wanted = skeletons_of(texts)
    if not wanted or is_address(str(folder)):
        return Searched()
    holding, unread = [], []
    for path in files_below(folder):
        try:
            if any(holds(text, wanted) for text in texts_in(path, encoding)):
                holding.append(path)
        except BROKEN:
            unread.append(path)
    return Searched(tuple(holding), tuple(unread))


def files_below(folder: Path) -> Iterator[Path]:
    """List the files of a folder and of those below it, sorted; no histories of version control."""
    for here, below, names in os.walk(folder):
        below[:] = sorted(set(below) - HIDDEN)
        yield from (path for name in sorted(names) if (path := Path(here, name)).is_file())


def project_files(project: Project, wanted: Callable[[str], bool]) -> list[Path]:
    """List the files of wanted names in a project's folder and in its output, each once; another survey's folder inside is none of it."""
    tops = (project.path(project.questionnaire.output), project.folder)
    there = (path for top in tops for path in files_below(top) if wanted(path.name) and not _is_nested(path, top))
    return sorted({path.resolve(): path for path in there}.values())


def _is_nested(path: Path, top: Path) -> bool:
    """Whether a file belongs to a survey whose folder stands below this one."""
    return any((top / each / NAME).is_file() for each in path.relative_to(top).parents if each != Path())
