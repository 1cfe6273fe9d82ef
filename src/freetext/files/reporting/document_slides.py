"""Slides for PowerPoint."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from freetext.files.reporting.documents import clean, plain_properties
from freetext.files.reporting.pictures import Picture
from freetext.reports.document import Deck, Figure, Slide

WIDE, HIGH, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
TITLE = (EDGE, Inches(0.35), WIDE - 2 * EDGE, Inches(1.15))
BODY = (EDGE, Inches(1.6), WIDE - 2 * EDGE, Inches(5.0))
FOOT = (EDGE, Inches(6.7), WIDE - 2 * EDGE, Inches(0.6))
COVER, BULLETS, TITLE_ONLY = 0, 1, 5
"""Layouts of the library's own template."""

INK, GREY = (RGBColor.from_string(each) for each in ("262626", "595959"))  # type: ignore[no-untyped-call]


def presentation(deck: Deck, pictures: Mapping[str, Picture]) -> Any:
    """Build the slides; `save` writes them."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDE, HIGH
    plain_properties(made.core_properties, clean(deck.title), deck.lang)
    cover = made.slides.add_slide(made.slide_layouts[COVER])
    _placed(cover.shapes.title, (EDGE, Inches(2.3), WIDE - 2 * EDGE, Inches(1.6)), deck.title, Pt(40))
    _placed(cover.placeholders[1], (EDGE, Inches(4.0), WIDE - 2 * EDGE, Inches(1.0)), deck.subtitle, Pt(22))
    for slide in deck.slides:
        _slide(made, slide, pictures)
    return made


def _placed(shape: Any, box: tuple[int, int, int, int], text: str, size: Pt) -> None:
    """Put a text into a shape at its place, left and in a size that fits."""
    shape.left, shape.top, shape.width, shape.height = box
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.MIDDLE
    frame.text = clean(text)
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.color.rgb, paragraph.alignment = size, INK, PP_ALIGN.LEFT


def _slide(made: Any, slide: Slide, pictures: Mapping[str, Picture]) -> None:
    page = made.slides.add_slide(made.slide_layouts[TITLE_ONLY if slide.figure else BULLETS])
    _placed(page.shapes.title, TITLE, slide.title, _fitting(slide.title))
    if slide.figure is not None:
        _picture(page, slide.figure, pictures)
    else:
        body = page.placeholders[1]
        size = Pt(20) if sum(map(len, slide.lines)) < 700 else Pt(14)
        _placed(body, BODY, "\n".join(slide.lines), size)
        body.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    if slide.foot:
        _foot(page, slide.foot)
    if slide.notes:
        page.notes_slide.notes_text_frame.text = clean(slide.notes)


def _fitting(title: str) -> Pt:
    return Pt(28) if len(title) < 90 else Pt(22) if len(title) < 180 else Pt(16)


def _picture(page: Any, figure: Figure, pictures: Mapping[str, Picture]) -> None:
    """The chart as large as it fits, in the middle, with its words."""
    picture = pictures.get(figure.name)
    if picture is None:
        return
    left, top, wide, high = BODY
    scale = min(wide / picture.size[0], high / picture.size[1])
    across, down = int(picture.size[0] * scale), int(picture.size[1] * scale)
    drawn = page.shapes.add_picture(
        io.BytesIO(picture.png), left + (wide - across) // 2, top + (high - down) // 2, across, down
    )
    drawn._element.nvPicPr.cNvPr.set("descr", clean(figure.alt))  # noqa: SLF001  (python-pptx has no other door)


def _foot(page: Any, text: str) -> None:
    box = page.shapes.add_textbox(*FOOT)
    box.text_frame.word_wrap = True
    box.text_frame.text = clean(text)
    for paragraph in box.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.color.rgb = Pt(12), GREY
