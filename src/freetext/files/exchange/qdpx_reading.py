"""REFI-QDA projects in: their codes."""

from __future__ import annotations

from pathlib import Path

from freetext.errors import InputError
from freetext.files.disk.places import bytes_of
from freetext.files.exchange.qdpx_zips import project_xml
from freetext.files.exchange.refi_codes import codes_in, plain_guid
from freetext.files.exchange.refi_sets import codeframe_found
from freetext.files.tabular.xml_trees import child, kind, tree_of
from freetext.survey.codeframe import Codeframe

XML, ELEMENTS = 500_000_000, 2_000_000
"""Bytes of a project's XML, and elements in it."""


def read_qdpx_codes(path: str | Path) -> tuple[Codeframe, tuple[str, ...]]:
    """Read the codes of a project file, and what people should know of them; its texts are not looked at, and need not be there.

    Nothing is unpacked to the disk. Raises InputError, CodeframeError, MissingFile.
    """
    file = str(path)
    root = tree_of(project_xml(bytes_of(path), file), file=file, largest=XML, most=ELEMENTS)
    if kind(root) != "Project":
        raise InputError(f"is no REFI-QDA project: its first element is <{kind(root)[:40]}>.", file=file)
    book = child(root, "CodeBook")
    used = {plain_guid(each.get("targetGUID")) for coding in root.iter() if kind(coding) == "Coding" for each in coding}
    found = codes_in(child(book, "Codes") if book is not None else None, file=file, used=used)
    return codeframe_found(found, child(root, "Sets"), path)
