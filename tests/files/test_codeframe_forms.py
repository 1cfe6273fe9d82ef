"""Codeframes in workbooks, CSV and REFI-QDA: nothing is lost on the way there and back, and what is wrong is named."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.files.codeframe_strategies import codeframes, listed, texts

from freetext.errors import CodeframeError, FreetextError, InputError, OutputError, UsageError
from freetext.files.project.codeframe_cells import cell_of, list_cell, list_in, text_in
from freetext.files.project.codeframe_forms import check_editable, read_form, write_form
from freetext.files.project.codeframes import read_codeframe, write_codeframe
from freetext.survey.codeframe import Codeframe, Theme


@pytest.mark.parametrize("ending", [".qdc", ".csv", ".tsv", ".xlsx"])
@example(codeframe=Codeframe("c-1", (Theme("a", 1, "A"),), title=r"\u{0} \ufffe x"))
@example(codeframe=Codeframe("c-1", (Theme("a", 1, "A"),), title="\ufffe\x85\x7f\r\x00"))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(codeframe=codeframes())
def test_every_form_gives_the_codeframe_back(tmp_path, ending, codeframe):
    """From TOML to another form and back nothing of a codeframe is lost, and the same codeframe gives the same bytes."""
    first, again = tmp_path / f"c-1{ending}", tmp_path / f"again{ending}"
    write_form(codeframe, first, force=True)
    write_form(codeframe, again, force=True)
    assert read_form(first).codeframe == codeframe
    assert first.read_bytes() == again.read_bytes()


@given(texts)
@example(" \u2003x\n")
def test_one_text_of_a_cell_comes_back(text):
    """A text written into a cell is read as it was, blanks at its ends and controls too."""
    assert text_in(cell_of(text)) == text


@given(listed)
@example(("", "a;b", ' "q" ', '"', "x\ny"))
def test_a_list_in_a_cell_comes_back(items):
    """A list joined in a cell is split into the same texts."""
    assert list_in(list_cell(items)) == items


def test_people_join_lists_with_semicolons_or_line_breaks():
    """Lists of a workbook are parted by `;` and line breaks, blanks around them do not count, nor do empty parts."""
    assert list_in(" money; time ;\n budget\r\n") == ("money", "time", "budget")


def table(folder: Path, text: str) -> Path:
    path = folder / "My frame.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_people_is_read_generously(tmp_path):
    """Heads are recognised in any case and under other names; slugs and numbers are made, nets come of a column; unknown columns are said."""
    path = table(
        tmp_path,
        "Code,Code Label,GROUP,Description,Key words,Colour\n"
        "1,Pay,Staff,What people earn,pay;wage*,red\n"
        ",,,,,\n"
        "2,Workload,staff,,,\n"
        "97,Something else,,,,\n",
    )
    form = read_form(path)
    frame = form.codeframe
    assert frame.name == "my-frame"
    assert [(theme.slug, theme.number, theme.net) for theme in frame.themes] == [
        ("pay", 1, "staff"),
        ("workload", 2, "staff"),
        ("something-else", 97, ""),
    ]
    assert frame.themes[0].keywords == ("pay", "wage*")
    assert [(net.slug, net.name) for net in frame.nets] == [("staff", "Staff")]
    assert list(form.said) == [
        "not read, as no column of a codeframe has this name: Colour",
        "nets without a row of their own: Staff",
    ]


def test_names_that_stand_twice_are_told(tmp_path):
    """Rows of one name without slugs are themes of their own, counted, and that is told."""
    form = read_form(table(tmp_path, "name\nPay\npay\nTime\n"))
    assert form.codeframe.slugs == ("pay", "pay-2", "time")
    assert form.said == ("names that stand twice, without slugs to tell them apart: pay",)


def test_a_row_that_others_name_as_their_net_is_a_net(tmp_path):
    """A row is a net where other rows name it, by name or slug; a theme that bears its own net's name stays a theme."""
    frame = read_form(table(tmp_path, "name,net\nStaff,\nPay,Staff\nMoney,Money\nGrants,Money\n")).codeframe
    assert [net.slug for net in frame.nets] == ["staff", "money-2"]
    assert [(theme.slug, theme.net) for theme in frame.themes] == [
        ("pay", "staff"),
        ("money", "money-2"),
        ("grants", "money-2"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("slug,name\na,A\na,B\n", "row 3, column 'slug': slug 'a' stands twice, the first time in row 2."),
        ("No.,Label\n1,A\n1,B\n", "row 3, column 'No.': number 1 stands twice, the first time in row 2."),
        ("name,number\nA,one\n", "row 2, column 'number': 'one' is no number for a theme: whole, at most nine digits."),
        ("name,reserved\nA,maybe\n", "row 2, column 'reserved': theme 'a': reserved = 'maybe' is none of"),
        (
            "name,key words\nA,b\nB,*x\n",
            "row 3, column 'key words': 'b', keywords: in the phrase '*x' a '*' does not end",
        ),
        ("name,definition\n,what?\n", "row 2, column 'name': a theme without a name."),
        ("kind,name\nfoo,A\n", "row 2, column 'kind': 'foo' is no kind of row: theme, net, or nothing."),
        ("name,label\nA,B\n", "the columns 'name' and 'label' both say the name. Rename or delete one of them."),
        (
            "colour,size\nA,B\n",
            "no column says the themes: head one `name` (or label, theme) or `slug`. Columns: colour, size",
        ),
        ("name\n", "codeframe 'my-frame' has no theme."),
    ],
)
def test_faults_of_a_table_name_file_row_and_column(tmp_path, text, said):
    """What is wrong in a table is told with the file, the row and the column as they stand there."""
    path = table(tmp_path, text)
    with pytest.raises(CodeframeError) as caught:
        read_codeframe(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_a_workbook_that_others_made_is_read(tmp_path):
    """A workbook by another library reads as the codeframe it shows, numbers in cells as numbers."""
    book = openpyxl.Workbook()
    for row in (["Code", "Theme", "Include"], [11, "Money", "grants\nfees"], [12, "=1+1", None]):
        book.active.append(row)
    book.active["B3"].data_type = "s"
    book.save(tmp_path / "frame.xlsx")
    frame = read_codeframe(tmp_path / "frame.xlsx")
    assert [(theme.number, theme.name, theme.include) for theme in frame.themes] == [
        (11, "Money", ("grants", "fees")),
        (12, "=1+1", ()),
    ]


def test_cells_that_a_spreadsheet_would_run_are_guarded_and_told(tmp_path):
    """A name that begins like a formula is guarded in a CSV, told, and read as it was."""
    frame = Codeframe("c", (Theme("a", 1, "=cmd"),))
    said = write_form(frame, tmp_path / "c.csv")
    assert "an apostrophe, lest a spreadsheet run them, in front of 1 cell" in said
    assert "'=cmd" in (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    assert read_codeframe(tmp_path / "c.csv") == frame


@pytest.mark.parametrize("ending", [".qdc", ".csv", ".xlsx", ".toml"])
def test_a_form_that_stands_is_not_written_over(tmp_path, ending):
    """An existing file is refused unless asked for, and stays as it was."""
    path = tmp_path / f"c{ending}"
    path.write_text("old")
    with pytest.raises(OutputError, match="--force"):
        write_form(Codeframe("c", (Theme("a", 1, "A"),)), path)
    assert path.read_text() == "old"


def test_other_forms_are_edited_as_toml(tmp_path):
    """A codeframe that is no TOML is not edited, and the command that makes one is named; TOML is let through."""
    with pytest.raises(UsageError, match=r"freetext codeframe convert frame\.xlsx frame\.toml"):
        check_editable("frame.xlsx")
    check_editable("frame.toml")
    with pytest.raises(OutputError, match=r"written as \.toml, \.xlsx"):
        write_form(Codeframe("c", (Theme("a", 1, "A"),)), tmp_path / "c.docx")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx", ".qdc", ".qdpx"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.one_of(st.binary(max_size=200), st.text("name,slug\n\";='<Code>a1", max_size=80).map(str.encode)))
def test_any_bytes_of_any_form_are_read_or_refused_in_one_line(tmp_path, ending, raw):
    """Whatever a file holds, it reads as a codeframe or is refused with one line that names the file."""
    path = tmp_path / f"frame{ending}"
    path.write_bytes(raw)
    said = str(path)
    try:
        assert read_codeframe(path).themes
    except FreetextError as error:
        said = str(error)
    assert said.startswith(str(path))
    assert "\n" not in said


def test_a_changed_workbook_keeps_what_nobody_touched(tmp_path):
    """A theme added in a workbook joins the others, which keep slugs, numbers, title and language."""
    frame = Codeframe("c", (Theme("a", 5, "A", "what"),), title="T", lang="cy")
    write_form(frame, tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    book.active.append([None, None, None, "New one"])
    book.save(tmp_path / "c.xlsx")
    again = read_codeframe(tmp_path / "c.xlsx")
    assert (again.title, again.lang, again.themes[0]) == ("T", "cy", frame.themes[0])
    assert (again.themes[1].slug, again.themes[1].name) == ("new-one", "New one")
    write_codeframe(again, tmp_path / "c.toml")
    assert read_codeframe(tmp_path / "c.toml") == again


def merged_book(path):
    """A workbook whose nets stand in merged cells, and in one cell above a blank one that is not merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Net", "Theme", "Description"],
        ["Care", "Nurses", None],
        [None, "Doctors", None],
        [None, "Food", None],
        ["Place", "Parking", None],
        [None, "Noise", None],
    ):
        sheet.append([None, *row])
    sheet.insert_rows(1, 2)
    sheet.merge_cells("B4:B6")
    sheet.merge_cells("D4:D5")
    sheet.merge_cells("C7:D7")
    book.save(path)


def test_a_net_in_merged_cells_holds_all_their_rows(tmp_path):
    """Themes beside merged cells are in their net, wherever the table begins, and that is told; blank cells that are not merged stay blank."""
    merged_book(tmp_path / "frame.xlsx")
    form = read_form(tmp_path / "frame.xlsx")
    assert [(theme.slug, theme.net) for theme in form.codeframe.themes] == [
        ("nurses", "care"),
        ("doctors", "care"),
        ("food", "care"),
        ("parking", "place"),
        ("noise", ""),
    ]
    assert "in a net by merged cells: 2 rows" in form.said


def test_a_codeframe_on_another_sheet_is_read(tmp_path):
    """The sheet that is named is read, its merged cells too; where the first names no themes the command that reads another is named."""
    merged_book(tmp_path / "frame.xlsx")
    book = openpyxl.load_workbook(tmp_path / "frame.xlsx")
    book.active.title = "Codes"
    book.create_sheet("Read me", 0).append(["What this is"])
    book.save(tmp_path / "frame.xlsx")
    assert len(read_form(tmp_path / "frame.xlsx", sheet="Codes").codeframe.nets) == 2
    with pytest.raises(CodeframeError, match=r"no column says the themes.*frame\.xlsx \S*frame\.toml --sheet NAME"):
        read_codeframe(tmp_path / "frame.xlsx")
    for name in ("frame.qdc", "frame.toml", "frame.csv"):
        (tmp_path / name).write_text("name\nA\n", encoding="utf-8")
        with pytest.raises(InputError, match="has no sheets"):
            read_form(tmp_path / name, sheet="Codes")


def test_a_codeframe_in_another_encoding(tmp_path):
    """A CSV that is no UTF-8 is read in the encoding that is asked for, else in that of its project; else the command that takes one is named."""
    (tmp_path / "frames").mkdir()
    path = tmp_path / "frames" / "codes.csv"
    path.write_bytes("name;definition\nCafé;Price in £\n".encode("cp1252"))
    assert read_form(path, encoding="cp1252").codeframe.themes[0].name == "Café"
    assert read_form(path, encoding="cp1252", delimiter=";").codeframe.themes[0].definition == "Price in £"
    with pytest.raises(InputError) as caught:
        read_codeframe(path)
    made = path.with_suffix(".toml")
    assert str(caught.value).endswith(f"Perhaps: freetext codeframe convert {path} {made} --encoding cp1252")
    (tmp_path / "freetext.toml").write_text('[survey]\nencoding = "cp1252"\n', encoding="utf-8")
    assert read_codeframe(path).themes[0].name == "Café"


def test_a_workbook_is_laid_out_for_people(tmp_path):
    """A codeframe's workbook has a frozen bold header, columns as wide as their texts, and texts as texts; a person's changes come back."""
    theme = Theme(
        "a-1", 3, "=SUM(A1)", "what it is, at length " * 4, include=("0012", "grants; fees"), keywords=("+44",)
    )
    frame = Codeframe("c", (theme, Theme("b", 4, "007")), lang="cy")
    write_form(frame, tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    sheet = book.active
    assert (sheet.freeze_panes, sheet["A1"].font.bold) == ("A2", True)
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    assert sheet.column_dimensions[heads["definition"]].width > 50
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    body = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {(cell.number_format, cell.alignment.wrap_text, cell.alignment.vertical) for cell in body} == {
        ("@", True, "top")
    }
    sheet[f"{heads['name']}4"] = "James"
    sheet.append([None, None, None, "New", None, "added by hand"])
    book.save(tmp_path / "c.xlsx")
    again = read_codeframe(tmp_path / "c.xlsx")
    assert again.themes[0] == theme
    assert [(each.slug, each.number, each.name) for each in again.themes[1:]] == [("b", 4, "James"), ("new", 5, "New")]
