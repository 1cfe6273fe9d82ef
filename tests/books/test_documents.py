"""Documents and slides; python-docx and python-pptx read them back."""

import io
import subprocess
import sys
from dataclasses import replace

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from pptx.enum.shapes import MSO_SHAPE_TYPE

from freetext.files.reporting.documents import write_docx, write_pptx
from freetext.files.reporting.pictures import pictures
from freetext.reports.report import Quote
from freetext.show.numbers import lettered_percent
from freetext.show.report_document import document, slides
from freetext.show.report_grids import ACROSS, grids


@pytest.fixture(scope="module")
def drawn(report):
    """Bare pictures by name."""
    return {
        each.name: each
        for each in pictures((chart for section in report.sections for chart in section.charts), bare=True)
    }


def saved(write, value, drawn):
    """The bytes of a document."""
    out = io.BytesIO()
    write(value, drawn, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def word(report, drawn):
    """The document, read back."""
    return docx.Document(io.BytesIO(saved(write_docx, document(report), drawn)))


@pytest.fixture(scope="module")
def deck(report, drawn):
    """The slides, read back."""
    return pptx.Presentation(io.BytesIO(saved(write_pptx, slides(report), drawn)))


def test_headings_are_headings(report, word):
    """Each section has a heading of the first level, each table one of the second; nothing is only bold."""
    found = [
        (each.style.name, each.text) for each in word.paragraphs if each.style.name.startswith(("Heading", "Title"))
    ]
    assert found[0] == ("Title", report.title)
    sections = [text for style, text in found if style == "Heading 1"]
    assert sections == [*(section.title for section in report.sections), "Methods"]
    assert ("Heading 2", "Barrier, one answer each, by type") in found


def test_tables_have_marked_heads_and_our_numbers(report, word):
    """The first row of every table is marked as its head, and the cells read as everywhere else."""
    for table in word.tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in word.tables[0].rows}
    for row in report.sections[0].tables[0].rows:
        cell = row.cells[0]
        assert rows[row.name][1] == f"{lettered_percent(cell)} ({cell.count})"


def test_pictures_say_what_they_show(report, word):
    """Every chart is there, with its words."""
    charts = [chart for section in report.sections for chart in section.charts]
    said = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert [each.startswith(chart.finding) for each, chart in zip(said, charts, strict=True)] == [True] * len(charts)


def test_a_figure_without_a_picture_has_its_words(report):
    """Where no picture was drawn, finding and base line stand alone."""
    read = docx.Document(io.BytesIO(saved(write_docx, document(report), {})))
    assert not read.inline_shapes
    assert report.sections[0].charts[0].finding in [each.text for each in read.paragraphs]


def test_wide_tables_go_on_in_another(make):
    """No grid is wider than a page takes; together they hold every column, in order."""
    found = grids(make.BY_TYPE)
    heads = [head for grid in found for head in grid.head[1:]]
    assert len(found) == 2
    assert max(len(grid.head) - 1 for grid in found) <= ACROSS
    assert [head.split()[0] for head in heads] == ["Total", "95", "local", "charity", "IFA", "VAA", "other"]


def test_a_slide_a_finding(report, deck):
    """After the title come the headlines, then a slide for each chart with its finding as title, its words and notes, then the methods."""
    charts = [chart for section in report.sections for chart in section.charts]
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [report.title, "In short", *(chart.finding for chart in charts), "How the numbers were made"]
    for slide, chart in zip(list(deck.slides)[2:-1], charts, strict=True):
        (picture,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert picture._element.nvPicPr.cNvPr.get("descr").startswith(chart.finding)
        assert any(chart.base in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert any(chart.title in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert chart.title in slide.notes_slide.notes_text_frame.text


def test_pictures_keep_their_shape_and_their_place(deck):
    """A picture is as wide to its height as it was drawn, and lies within the slide."""
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if hasattr(shape, "image"):
                across, down = shape.image.size
                assert shape.width / shape.height == pytest.approx(across / down, rel=0.01)


def test_the_same_report_gives_the_same_bytes(report, drawn):
    """Nothing of the machine or the moment is in the files."""
    for write, value in ((write_docx, document(report)), (write_pptx, slides(report))):
        first = saved(write, value, drawn)
        assert first == saved(write, value, drawn)
        assert b"python-" not in first


def test_properties_say_what_it_is(report, word, deck):
    """Title and language are the report's; author and moment are nobody's."""
    for properties in (word.core_properties, deck.core_properties):
        assert (properties.title, properties.author, properties.language) == (report.title, "", report.lang)
        assert properties.created.year == properties.modified.year == 2000


def test_odd_characters_do_no_harm(report, drawn):
    """A quote with characters that XML cannot hold is written without them."""
    section = replace(report.sections[0], quotes=(Quote("r1", "R", "a\x00b\x0b\ud800c", ""),))
    read = docx.Document(io.BytesIO(saved(write_docx, document(replace(report, sections=(section,))), drawn)))
    assert any(each.text.startswith("abc") for each in read.paragraphs)


@pytest.mark.parametrize(("module", "call"), [("docx", "write_docx"), ("pptx", "write_pptx")])
def test_a_missing_extra_is_named(module, call):
    """Without the library the error names the extra that brings it."""
    code = (
        f"import sys, io; sys.modules['{module}'] = None\n"
        f"from freetext.files.reporting.documents import {call}\n"
        "from freetext.errors import UsageError\n"
        "try:\n"
        f"    {call}(None, {{}}, io.BytesIO())\n"
        "except UsageError as error:\n"
        "    print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 'pip install "freetext[office]"' in run.stdout
