"""`freetext codeframe convert` and codeframes of other forms in commands."""

import re
import zipfile

import openpyxl
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


def test_what_a_codeframe_did_not_read_is_told_where_it_is_used(freetext, tmp_path):
    """Training and coding say of a codeframe in another form what `codeframe check` says of it."""
    (tmp_path / "frame.csv").write_text("Name,Keywords,Colour\nMoney,money,red\nStaff,staff,blue\n", encoding="utf-8")
    rows = "".join(f"{n},{text}\n" for n, text in enumerate(["no money,money", "more staff,staff", "well,"] * 8))
    (tmp_path / "a.csv").write_text(f"id,text,codes\n{rows}", encoding="utf-8")
    told = "- frame.csv: not read, as no column of a codeframe has this name: Colour"
    asked = ("a.csv", "--text", "text", "--id", "id", "--codeframe", "frame.csv")
    trained = freetext("train", *asked, "--labels", "codes", "--model", "models/m", cwd=tmp_path)
    coded = freetext("code", *asked, "-o", "out.csv", cwd=tmp_path)
    for done in (trained, coded):
        assert done.code == 0, done.err
        assert done.err.splitlines().count(told) == 1


def test_a_project_in_another_encoding_codes(freetext, tmp_path):
    """A project whose files are cp1252 reads its codeframe so too; without a project the command that takes an encoding is named."""
    (tmp_path / "frame.csv").write_bytes("name;keywords\nCafé;café\nStaff;staff\n".encode("cp1252"))
    (tmp_path / "a.csv").write_bytes("id;text\n1;the café\n2;more staff\n3;a café, staff\n".encode("cp1252"))
    asked = ("code", "a.csv", "--text", "text", "--id", "id", "-o", "out.csv")
    refused = freetext(*asked, "--codeframe", "frame.csv", "--encoding", "cp1252", cwd=tmp_path)
    assert refused.code == 2
    assert refused.line.endswith("Perhaps: freetext codeframe convert frame.csv frame.toml --encoding cp1252")
    mend = ("codeframe", "convert", "frame.csv", "frame.toml")
    assert freetext(*mend, "--encoding", "cp1252", cwd=tmp_path).code == 0
    assert [theme.name for theme in read_codeframe(tmp_path / "frame.toml").themes] == ["Café", "Staff"]
    (tmp_path / "freetext.toml").write_text(
        '[survey]\nencoding = "cp1252"\ncodeframe = "frame.csv"\n\n[[question]]\nname = "why"\nkind = "open"\ncolumn = "text"\n',
        encoding="utf-8",
    )
    done = freetext(*asked, "--codeframe", "frame.csv", cwd=tmp_path)
    assert done.code == 0, done.err
    own = freetext(*asked, "--force", cwd=tmp_path)
    assert own.code == 0, own.err
    assert "Café" in freetext("codeframe", "check", cwd=tmp_path).out


def test_a_sheet_is_named(freetext, tmp_path):
    """`--sheet` says which sheet of a workbook holds the codeframe, for `check` and `convert`."""
    book = openpyxl.Workbook()
    book.active.append(["Read me first"])
    page = book.create_sheet("Codes")
    for row in (["Theme", "Net"], ["Nurses", "Care"], ["Doctors", None]):
        page.append(row)
    page.merge_cells("B2:B3")
    book.save(tmp_path / "frame.xlsx")
    wrong = freetext("codeframe", "check", "frame.xlsx", cwd=tmp_path)
    assert wrong.code == 1
    assert "freetext codeframe convert frame.xlsx frame.toml --sheet NAME" in wrong.err
    done = freetext("codeframe", "check", "frame.xlsx", "--sheet", "Codes", cwd=tmp_path)
    assert (done.code, "- in a net by merged cells: 1 row" in done.err) == (0, True)
    assert freetext("codeframe", "convert", "frame.xlsx", "f.toml", "--sheet", "Codes", cwd=tmp_path).code == 0
    assert [theme.net for theme in read_codeframe(tmp_path / "f.toml").themes] == ["care", "care"]


def test_the_codes_of_a_project_need_no_texts(freetext, tmp_path):
    """The codes of a .qdpx are read where its texts are not packed with it, as NVivo and MAXQDA leave large ones outside."""
    xml = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="1" name="Money"/></Codes></CodeBook>'
        '<Sources><TextSource guid="2" name="s" plainTextPath="internal://s1.txt"><PlainTextSelection guid="3" startPosition="0"'
        ' endPosition="4"><Coding guid="4"><CodeRef targetGUID="1"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
    )
    with zipfile.ZipFile(tmp_path / "p.qdpx", "w") as archive:
        archive.writestr("project.qde", xml)
    done = freetext("codeframe", "check", "p.qdpx", cwd=tmp_path)
    assert (done.code, done.out) == (0, "   1  money: Money\n")
    assert freetext("codeframe", "convert", "p.qdpx", "f.toml", cwd=tmp_path).code == 0
