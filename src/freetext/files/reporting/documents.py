"""Reports as documents and slides, by python-docx and python-pptx: the extra `office`."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from importlib import import_module
from typing import BinaryIO, Protocol

from freetext.errors import UsageError
from freetext.files.reporting.pictures import Picture
from freetext.files.tabular.xml_trees import ILLEGAL
from freetext.reports.document import Deck, Document

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (the libraries write it as UTC)
FIRST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""


def write_docx(document: Document, pictures: Mapping[str, Picture], out: BinaryIO) -> None:
    """Write a document for Word: real headings, tables whose heads are repeated, pictures with their words.

    `pictures` holds bare pictures by the names of the charts; a figure without one has its words alone. Raises UsageError where
    python-docx is not installed.
    """
    _wanted("docx", "python-docx", "report.docx")
    from freetext.files.reporting.document_word import word

    _packed(word(document, pictures), out)


def write_pptx(deck: Deck, pictures: Mapping[str, Picture], out: BinaryIO) -> None:
    """Write slides for PowerPoint, 16 by 9; raises UsageError where python-pptx is not installed."""
    _wanted("pptx", "python-pptx", "report.pptx")
    from freetext.files.reporting.document_slides import presentation

    _packed(presentation(deck, pictures), out)


def check_office(*, docx: bool, pptx: bool) -> None:
    """Refuse what needs a package that is not installed, before anything is worked out; raises UsageError."""
    if docx:
        _wanted("docx", "python-docx", "report.docx")
    if pptx:
        _wanted("pptx", "python-pptx", "report.pptx")


def _wanted(module: str, package: str, what: str) -> None:
    try:
        import_module(module)
    except ImportError as error:
        raise UsageError(f'{what} needs {package}, which is not installed: pip install "freetext[office]"') from error


def clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return ILLEGAL.sub("", text)


class Properties(Protocol):
    """What both libraries know of a file's author and age."""

    title: str
    author: str
    comments: str
    last_modified_by: str
    revision: int
    created: dt.datetime
    modified: dt.datetime


def plain_properties(properties: Properties, title: str, lang: str) -> None:
    """Say what the file is, and nothing of when and by whom it was made."""
    properties.title, properties.author, properties.last_modified_by, properties.comments = title[:255], "", "", ""
    properties.revision = 1
    properties.created = properties.modified = CREATED
    properties.language = lang  # type: ignore[attr-defined]


class Saved(Protocol):
    """What can be saved as a zip."""

    def save(self, file: BinaryIO, /) -> None:
        """Write the zip."""


def _packed(saved: Saved, out: BinaryIO) -> None:
    """Pack the parts again, none with a date, so that the same report gives the same bytes."""
    first = io.BytesIO()
    saved.save(first)
    with zipfile.ZipFile(first) as parts, zipfile.ZipFile(out, "w") as target:
        for part in parts.infolist():
            again = zipfile.ZipInfo(part.filename, FIRST)
            again.compress_type = zipfile.ZIP_DEFLATED
            again.external_attr = 0o600 << 16
            target.writestr(again, parts.read(part))
