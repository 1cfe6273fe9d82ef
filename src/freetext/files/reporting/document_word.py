"""A document for Word."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import singledispatchmethod
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from freetext.files.reporting.documents import clean, plain_properties
from freetext.files.reporting.pictures import Picture
from freetext.reports.document import Document, Figure, Grid, Heading, Line, Paragraph

A4, MARGIN, INNER = (Mm(210), Mm(297)), Mm(20), Mm(170)
FACE = "Calibri"
GREY = RGBColor(0x59, 0x59, 0x59)
STYLES = {"item": "List Bullet", "quote": "Quote", "warning": "Intense Quote"}
LABELS, FIGURE, WIDEST = Mm(50), Mm(24), Mm(90)
"""How wide a column of labels is at least, one of figures at most, and one of labels at most."""


def word(document: Document, pictures: Mapping[str, Picture]) -> Any:
    """Build the document; `save` writes it."""
    made = docx.Document()
    plain_properties(made.core_properties, clean(document.title), document.lang)
    _set_up(made, document.lang)
    made.add_heading(clean(document.title), 0)
    if document.subtitle:
        made.add_paragraph(clean(document.subtitle), "Subtitle")
    writer = _Writer(made, pictures)
    for block in document.blocks:
        writer.write(block)
    return made


def _set_up(made: Any, lang: str) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for each in made.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), lang)
    normal = made.styles["Normal"].font
    normal.size, normal.name = Pt(10), FACE


class _Writer:
    """Writes block after block."""

    def __init__(self, made: Any, pictures: Mapping[str, Picture]) -> None:
        self.made = made
        self.pictures = pictures

    @singledispatchmethod
    def write(self, block: object) -> None:
        raise TypeError(type(block))

    @write.register
    def _(self, block: Heading) -> None:
        self.made.add_heading(clean(block.text), block.level)

    @write.register
    def _(self, block: Paragraph) -> None:
        if block.tone == "note":
            self._small(block.text)
            return
        paragraph = self.made.add_paragraph(clean(block.text), STYLES.get(block.tone))
        if block.by:
            paragraph.add_run(f"\n{clean(block.by)}").italic = False

    @write.register
    def _(self, block: Figure) -> None:
        finding = self.made.add_paragraph()
        finding.add_run(clean(block.finding)).bold = True
        finding.paragraph_format.keep_with_next, finding.paragraph_format.space_before = True, Pt(10)
        if block.name in self.pictures:
            self._picture(self.pictures[block.name], block.alt)
        self._small(" ".join(each for each in (block.base, block.note) if each))

    def _picture(self, picture: Picture, alt: str) -> None:
        paragraph = self.made.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        drawn = paragraph.add_run().add_picture(io.BytesIO(picture.png), INNER)
        if drawn.height > Mm(220):
            drawn.width, drawn.height = int(drawn.width * Mm(220) / drawn.height), Mm(220)
        drawn._inline.docPr.set("descr", clean(alt))  # noqa: SLF001  (python-docx has no other door)

    def _small(self, text: str) -> None:
        if text:
            paragraph = self.made.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(3)
            run = paragraph.add_run(clean(text))
            run.font.size, run.font.color.rgb = Pt(8), GREY

    @write.register
    def _(self, block: Grid) -> None:
        table = self.made.add_table(rows=0, cols=len(block.head))
        table.autofit = False
        _ruled(table)
        others = len(block.head) - 1
        each = min(FIGURE if block.figures else INNER, (INNER - LABELS) // max(others, 1))
        widths = (min(INNER - each * others, WIDEST), *[each] * others)
        for line in (Line(block.head[0], block.head[1:], bold=True), *block.rows):
            _row(table, line, widths, figures=block.figures)
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = wide
        _headed(table)
        self.made.add_paragraph().paragraph_format.space_after = Pt(2)


def _ruled(table: Any) -> None:
    """Thin lines between the rows, and none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for name in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFBFBF")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001  (python-docx has no other door)


def _headed(table: Any) -> None:
    """Mark the first row as the head, so that it is repeated on every page and read out with its cells."""
    table._tbl.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _row(table: Any, line: Line, widths: tuple[int, ...], *, figures: bool) -> None:
    """One row, which no page break goes through."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for place, (cell, text) in enumerate(zip(row.cells, (line.label, *line.cells), strict=True)):
        cell.width = widths[place]
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.alignment = (
            WD_ALIGN_PARAGRAPH.RIGHT if place and figures else WD_ALIGN_PARAGRAPH.LEFT
        )
        if not place and line.depth:
            paragraph.paragraph_format.left_indent = Mm(3 * line.depth)
        run = paragraph.add_run(clean(text))
        run.font.size, run.bold = Pt(8.5), line.bold
