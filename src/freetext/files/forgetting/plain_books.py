"""Whether a workbook is still as freetext writes it: what people added would be lost if it were written anew."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

from freetext.files.disk.places import bytes_of
from freetext.files.tabular.zips import check_workbook

SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
OURS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core)\.xml|xl/(?:workbook|styles|sharedStrings|metadata|calcChain)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/theme/[^/]+|xl/worksheets/[^/]+\.xml"
)
"""The parts of a workbook that holds cells and nothing else, whichever program wrote it."""
ADDED = re.compile(
    rb"<(?:\w+:)?(?:f|conditionalFormatting|dataValidations|autoFilter|mergeCells|hyperlinks|drawing|legacyDrawing|extLst)[\s/>]"
)
"""What people add to a sheet: formulas, rules, filters, links."""
COLOURED = re.compile(rb"<(?:\w+:)?patternFill [^>]*patternType=[\"'](?!none|gray125)")
"""A colour of a cell; we write none."""


def is_plain_book(path: Path) -> bool:
    """Whether an .xlsx holds one sheet of plain cells: no more sheets, comments, pictures, formulas, filters or colours.

    Anything that is no such file passes for plain. Raises InputError for a workbook that cannot be read.
    """
    if path.suffix.lower() != ".xlsx":
        return True
    data = bytes_of(path)
    check_workbook(data, file=str(path))
    with suppress(zipfile.BadZipFile, KeyError), zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sheets = [name for name in names if SHEETS.fullmatch(name)]
        return (
            len(sheets) == 1
            and all(map(OURS.fullmatch, names))
            and not ADDED.search(archive.read(sheets[0]))
            and not COLOURED.search(archive.read("xl/styles.xml"))
        )
    return False
