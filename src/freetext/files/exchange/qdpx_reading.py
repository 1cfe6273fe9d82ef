"""REFI-QDA projects in: their codes, and the coded passages of their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.errors import InputError
from freetext.files.disk.places import bytes_of
from freetext.files.exchange.qda_project import Coded
from freetext.files.exchange.qdpx_zips import QdpxZip, opened
from freetext.files.exchange.refi_codes import FoundCodes, codes_in, plain_guid
from freetext.files.exchange.refi_sets import codeframe_found
from freetext.files.tabular.xml_trees import child, children, kind, text_of, tree_of
from freetext.guard.checks import counted
from freetext.survey.codeframe import Codeframe

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

XML, ELEMENTS = 500_000_000, 2_000_000
"""Bytes of a project's XML, and elements in it."""


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage of a text: `source` and `name` as the file names them, positions in code points from 0, the end behind the last."""

    source: str
    name: str
    start: int
    end: int
    text: str
    codes: tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class QdpxRead:
    """What a project file holds, as far as it is read: codes, users, passages of plain texts; `said` is what people should know."""

    name: str
    codeframe: Codeframe
    users: tuple[str, ...]
    passages: tuple[ReadPassage, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Codes:
    """The codes of a project: as they were found, the codeframe that they make, and what people should know."""

    found: FoundCodes
    codeframe: Codeframe
    said: tuple[str, ...]


def read_qdpx(path: str | Path) -> QdpxRead:
    """Read a project file; raises InputError, CodeframeError, MissingFile. Nothing is unpacked to the disk."""
    with opened(bytes_of(path), str(path)) as archive:
        root = _root(archive, str(path))
        return _project(root, _codes(root, path), archive, path)


def read_qdpx_codes(path: str | Path) -> tuple[Codeframe, tuple[str, ...]]:
    """Read the codes of a project file, and what people should know of them; its texts are not looked at, and need not be there.

    Raises InputError, CodeframeError, MissingFile.
    """
    with opened(bytes_of(path), str(path)) as archive:
        codes = _codes(_root(archive, str(path)), path)
    return codes.codeframe, codes.said


def _root(archive: QdpxZip, file: str) -> Element:
    root = tree_of(archive.project(), file=file, largest=XML, most=ELEMENTS)
    if kind(root) != "Project":
        raise InputError(f"is no REFI-QDA project: its first element is <{kind(root)[:40]}>.", file=file)
    return root


def _codes(root: Element, path: str | Path) -> _Codes:
    book = child(root, "CodeBook")
    used = {plain_guid(each.get("targetGUID")) for coding in root.iter() if kind(coding) == "Coding" for each in coding}
    found = codes_in(child(book, "Codes") if book is not None else None, file=str(path), used=used)
    return _Codes(found, *codeframe_found(found, child(root, "Sets"), path))


def _project(root: Element, codes: _Codes, archive: QdpxZip, path: str | Path) -> QdpxRead:
    users, sources = child(root, "Users"), child(root, "Sources")
    people = {
        plain_guid(each.get("guid")): each.get("name") or each.get("id") or "unnamed"
        for each in (children(users, "User") if users is not None else ())
    }
    texts = children(sources, "TextSource") if sources is not None else []
    reader = _Reader(archive, _slugs(codes.found, codes.codeframe), people, str(path))
    passages = tuple(passage for source in texts for passage in reader.passages(source))
    others = len(sources) - len(texts) if sources is not None else 0
    said = (*codes.said, *((f"not read, for they are no texts: {counted(others, 'source')}",) if others else ()))
    return QdpxRead(root.get("name") or "", codes.codeframe, tuple(people.values()), passages, said)


def _slugs(found: FoundCodes, codeframe: Codeframe) -> Mapping[str, str]:
    """From GUID to the slug of the theme."""
    slugs = {guid: found.drafts[place].theme.slug for guid, place in found.guids.items()}
    return {guid: slug for guid, slug in slugs.items() if slug in codeframe.position}


class _Reader:
    """Reads the passages of texts."""

    def __init__(self, archive: QdpxZip, slugs: Mapping[str, str], people: Mapping[str, str], file: str) -> None:
        self._archive, self._slugs, self._people, self._file = archive, slugs, people, file

    def passages(self, source: Element) -> list[ReadPassage]:
        """The passages of a text, in the file's order."""
        name = source.get("name") or ""
        selections = children(source, "PlainTextSelection")
        text = self._text(source) if selections else ""
        found = []
        for each in selections:
            start, end = self._place(each, "startPosition"), self._place(each, "endPosition")
            if not 0 <= start <= end <= len(text):
                what = f"a passage from {start} to {end} of the text {name[:40]!r}, which has {len(text):,} characters."
                raise InputError(what, file=self._file)
            codes = tuple(code for coding in children(each, "Coding") if (code := self._code(coding, each)))
            found.append(ReadPassage(name, each.get("name") or "", start, end, text[start:end], codes))
        return found

    def _text(self, source: Element) -> str:
        if child(source, "PlainTextContent") is not None:
            return text_of(source, "PlainTextContent")
        path = source.get("plainTextPath") or ""
        data = self._archive.source(path)
        if data is None:
            raise InputError(
                f"the text {path[:80]!r} is not in the file; texts elsewhere are not read.", file=self._file
            )
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputError(f"the text {path[:80]!r} is no UTF-8 ({error.reason}).", file=self._file) from None

    def _place(self, selection: Element, key: str) -> int:
        written = (selection.get(key) or "").strip()
        if not (written.isascii() and written.isdigit() and len(written) < 12):
            raise InputError(f"{key} = {written[:40]!r} is no place in a text.", file=self._file)
        return int(written)

    def _code(self, coding: Element, selection: Element) -> Coded | None:
        reference = child(coding, "CodeRef")
        slug = self._slugs.get(plain_guid(reference.get("targetGUID"))) if reference is not None else None
        who = self._people.get(plain_guid(coding.get("creatingUser") or selection.get("creatingUser")), "")
        return Coded(slug, who) if slug else None
