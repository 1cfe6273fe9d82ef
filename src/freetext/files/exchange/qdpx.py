"""REFI-QDA projects (`.qdpx`): a coded survey for NVivo, MAXQDA, ATLAS.ti, QualCoder and others.

A zip of `project.qde` (XML) and of plain texts in `sources/`. Positions count Unicode code points from 0, the end is the first sign
behind, as QualCoder and others read them; the standard's own words ("the last character") leave that open. The element order is that of
the standard's schema, version 1.5 (MIT licence).
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from freetext.errors import counted
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import check_output
from freetext.files.exchange.qda_project import QdaProject, QdpxWritten
from freetext.files.exchange.qde import cases_told, coders_of, project_lines
from freetext.files.exchange.refi_sources import sources_of
from freetext.files.tabular.xml_trees import ILLEGAL
from freetext.survey.answers import is_blank

ENDING = ".qdpx"
LINES = 1000
"""Lines of XML that are packed together."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of every member, so that the same project gives the same bytes."""


def write_qdpx(project: QdaProject, path: str | Path, *, force: bool = False) -> QdpxWritten:
    """Write a project file, whole or not at all: the same project gives the same bytes. Raises OutputError."""
    check_output(path, force=force, endings=(ENDING,))
    counts: Counter[str] = Counter()
    with replacing(path, force=force) as out, zipfile.ZipFile(out, "w") as archive:
        with _member(archive, "project.qde") as qde:
            every = project_lines(project)
            while lines := list(islice(every, LINES)):
                qde.write("".join(lines).encode("utf-8"))
        for source in sources_of(project):
            counts["sources"] += 1
            counts["answers"] += len(source.passages)
            counts["codings"] += sum(len(coders_of(each.answer)) for each in source.passages)
            with _member(archive, f"sources/{source.guid}.txt") as member:
                member.write(source.text.encode("utf-8"))
    cases, said = cases_told(project)
    texts = (answer.text for question in project.questions for answer in question.answers)
    stripped = sum(bool(ILLEGAL.search(text)) for text in texts)
    return QdpxWritten(
        str(path), counts["sources"], counts["answers"], counts["codings"], cases, stripped, (*said, *_lost(project))
    )


@contextmanager
def _member(archive: zipfile.ZipFile, name: str) -> Iterator[BinaryIO]:
    info = zipfile.ZipInfo(name, STAMP)
    info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    with archive.open(info, "w", force_zip64=True) as member:
        yield member  # type: ignore[misc]


def _lost(project: QdaProject) -> tuple[str, ...]:
    """Say which codes have no passage, for a blank text has none."""
    blank = sum(
        len(answer.codes) for question in project.questions for answer in question.answers if is_blank(answer.text)
    )
    return (f"{counted(blank, 'code')} of blank answers left out",) if blank else ()
