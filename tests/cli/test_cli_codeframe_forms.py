"""`freetext codeframe convert` and codeframes of other forms in commands."""

import re

import pytest

from freetext.files.project.codeframes import codeframe_text, read_codeframe
from freetext.files.project.demo import write_demo


@pytest.fixture(name="project")
def _project(tmp_path):
    """The demo survey, untrained, to work in."""
    write_demo(tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize("ending", ["xlsx", "csv", "qdc"])
def test_convert_there_and_back_loses_nothing(freetext, project, ending):
    """A codeframe converted to a form and back is the same, and what stands where is told."""
    there = freetext("codeframe", "convert", "codeframe.toml", f"frame.{ending}", cwd=project)
    assert (there.code, there.out) == (0, "")
    assert "codeframe.toml: 9 themes, 1 net" in there.err
    assert "- its comments do not go along" in there.err
    assert "stand" in there.err
    back = freetext("codeframe", "convert", f"frame.{ending}", "back.toml", cwd=project)
    assert back.code == 0, back.err
    frame = read_codeframe(project / "codeframe.toml")
    assert read_codeframe(project / "back.toml") == frame
    assert (project / "back.toml").read_text(encoding="utf-8") == codeframe_text(frame)


def test_convert_writes_over_nothing_unasked(freetext, project, listing):
    """An existing file is refused before anything is read, --dry-run writes nothing, --force replaces."""
    (project / "frame.qdc").write_text("old")
    before = listing(project)
    done = freetext("codeframe", "convert", "codeframe.toml", "frame.qdc", cwd=project)
    assert (done.code, done.line) == (2, "freetext: frame.qdc: exists; --force replaces it.")
    assert freetext("codeframe", "convert", "codeframe.toml", "frame.qdc", "--dry-run", cwd=project).code == 0
    assert listing(project) == before
    assert freetext("codeframe", "convert", "codeframe.toml", "frame.qdc", "--force", cwd=project).code == 0
    assert read_codeframe(project / "frame.qdc") == read_codeframe(project / "codeframe.toml")


def test_convert_knows_its_endings(freetext, project):
    """An ending that no codeframe is written in is refused, and those that are, are named."""
    done = freetext("codeframe", "convert", "codeframe.toml", "frame.docx", cwd=project)
    assert done.code == 2
    assert "a codeframe is written as .toml, .xlsx, .csv, .tsv, .qdc." in done.line


def test_check_reads_every_form(freetext, tmp_path):
    """`codeframe check` lists the themes of a table and says what it did not read; a fault has its row and column, exit code 1."""
    (tmp_path / "frame.csv").write_text("Label,Net,Colour\nPay,Staff,red\n", encoding="utf-8")
    done = freetext("codeframe", "check", "frame.csv", cwd=tmp_path)
    assert done.code == 0
    assert done.err.splitlines()[1:] == [
        "- not read, as no column of a codeframe has this name: Colour",
        "- nets without a row of their own: Staff",
    ]
    assert "pay: Pay" in done.out
    (tmp_path / "frame.csv").write_text("slug\na\na\n", encoding="utf-8")
    wrong = freetext("codeframe", "check", "frame.csv", cwd=tmp_path)
    assert wrong.code == 1
    assert "frame.csv, row 3, column 'slug': slug 'a' stands twice" in wrong.err


def test_other_forms_are_not_edited(freetext, project):
    """Merging themes of a codebook says which command makes the file in which themes are merged."""
    freetext("codeframe", "convert", "codeframe.toml", "frame.qdc", cwd=project)
    done = freetext("codeframe", "merge", "money", "--into", "x", "--codeframe", "frame.qdc", cwd=project)
    assert done.code == 2
    assert re.search(r"Make one: freetext codeframe convert frame\.qdc frame\.toml", done.line)


@pytest.mark.parametrize("ending", ["qdc", "xlsx"])
def test_coding_takes_every_form(freetext, project, ending):
    """A codebook or a workbook codes as the codeframe that it was made of."""
    assert freetext("codeframe", "convert", "codeframe.toml", f"frame.{ending}", cwd=project).code == 0
    texts = ("code", "wave2.csv", "--text", "covid_effect", "--id", "id")
    for name in ("codeframe.toml", f"frame.{ending}"):
        done = freetext(*texts, "--codeframe", name, "-o", f"{name}.csv", cwd=project)
        assert done.code == 0, done.err
    assert (project / "codeframe.toml.csv").read_bytes() == (project / f"frame.{ending}.csv").read_bytes()


def test_training_takes_a_codebook(freetext, tmp_path):
    """Labels of a file are learnt under the themes of a codebook, and the model's codeframe is that of the codebook."""
    (tmp_path / "frame.qdc").write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="Means"><Code guid="2" name="Money"/>'
        '<Code guid="3" name="Staff"/></Code></Codes></CodeBook>',
        encoding="utf-8",
    )
    rows = "".join(
        f"{place},{text}\n" for place, text in enumerate(["no money,money", "more staff,Staff", "well,"] * 8)
    )
    (tmp_path / "a.csv").write_text(f"id,text,codes\n{rows}", encoding="utf-8")
    asked = ("--text", "text", "--labels", "codes", "--id", "id", "--codeframe", "frame.qdc", "--model", "models/m")
    done = freetext("train", "a.csv", *asked, cwd=tmp_path)
    assert done.code == 0, done.err
    (kept,) = (tmp_path / "models" / "m").glob("*/codeframe.toml")
    assert read_codeframe(kept) == read_codeframe(tmp_path / "frame.qdc")
