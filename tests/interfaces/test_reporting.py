"""`freetext report` and `freetext verify` from Python: the folder, its record, and what verifying notices."""

import json
from dataclasses import replace

import pytest

from freetext import Conventions, report, verify_report
from freetext.errors import InputError, NegativeAnswer, OutputError
from freetext.interfaces.report_requests import Request, request_in
from freetext.interfaces.reporting import made

HEAD = "id,type,weight,answer,freetext_themes,freetext_source,tick\n"


def lines(number):
    """A coded file of so many answers, by people: every second of them names money, every third staff."""
    for place in range(number):
        themes = [name for name, each in (("money", 2), ("staff", 3)) if place % each == 0]
        kind = ("charity", "council")[place % 2]
        yield f'r{place},{kind},1,"answer {place} about {" and ".join(themes) or "nothing much"}",{";".join(themes)},human,{kind[0]}\n'


@pytest.fixture
def coded(tmp_path):
    path = tmp_path / "coded.csv"
    path.write_text(HEAD + "".join(lines(60)), encoding="utf-8")
    return path


@pytest.fixture
def folder(coded, tmp_path):
    place = tmp_path / "out" / "report"
    report(coded, place, by="type", closed="tick", text="answer")
    return place


def test_the_folder_holds_page_workbook_markdown_pictures_and_record(folder):
    """Everything that a report is made of stands in one folder, and nothing else."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"report.html", "tables.xlsx", "report.md", "provenance.json"} < names
    others = {name for name in names if name.startswith("charts/")}
    assert {name.rpartition(".")[2] for name in others} == {"png", "svg"}
    assert names == others | {"report.html", "tables.xlsx", "report.md", "provenance.json"}


def test_the_same_inputs_give_the_same_bytes(coded, folder, tmp_path):
    """Two reports of one file differ in no byte: no clock, no machine, no order of a set stands in them."""
    again = tmp_path / "out" / "again"
    report(coded, again, by="type", closed="tick", text="answer")
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(folder)).read_bytes(), path.name


def test_nothing_of_the_machine_stands_in_it(folder, tmp_path):
    """No file of text names the folder in which it was made."""
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".md", ".json", ".svg"}:
            assert str(tmp_path) not in path.read_text(encoding="utf-8")


def test_a_report_that_is_as_it_was_has_no_differences(folder):
    """Verifying makes every number again, with the options that were asked for."""
    assert verify_report(folder) == ()


def test_a_changed_answer_is_noticed_with_its_cells(coded, folder):
    """Where a code of the input changes, its file and the figures that differ are named."""
    text = coded.read_text(encoding="utf-8")
    coded.write_text(text.replace("money;staff", "money", 1), encoding="utf-8")
    told = verify_report(folder)
    assert any("coded.csv" in each for each in told)
    assert any("staff" in each and "count was 20, is 19" in each for each in told)


def test_a_changed_file_of_the_report_is_noticed(folder):
    """A page that somebody edited is named."""
    page = folder / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace("50 %", "51 %"), encoding="utf-8")
    (told,) = verify_report(folder)
    assert "report.html" in told


def test_an_input_that_moved_can_be_named(coded, folder, tmp_path):
    """Where the coded file is gone verifying says so; with its new place it goes on, and the digest is the same."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    moved = coded.rename(elsewhere / "coded.csv")
    with pytest.raises(InputError, match="no such file"):
        verify_report(folder)
    assert verify_report(folder, coded=moved) == ()


def test_what_was_asked_for_comes_back_out_of_the_record(tmp_path):
    """Every option survives the record, paths seen from the folder and back."""
    asked = Request(
        str(tmp_path / "coded.csv"),
        project=str(tmp_path),
        themes=("t",),
        by=("a", "b"),
        where=("x = 1",),
        across=True,
        conventions=Conventions(population=400, order="size", disclosure="nhs"),
        waves=(str(tmp_path / "old.csv"),),
        verbatims=False,
    )
    folder = tmp_path / "out" / "report"
    options = json.loads(json.dumps(asked.options(folder)))
    assert str(tmp_path) not in json.dumps(options)
    found = request_in(options, folder)
    assert found.waves[0].endswith("old.csv")
    assert replace(found, coded="", project="", waves=()) == replace(asked, coded="", project="", waves=())


@pytest.mark.parametrize(
    "options", [{}, {"coded": "x", "conventions": 3}, {"coded": "x", "conventions": {"odd": 1}}, {"themes": 3}]
)
def test_a_record_that_says_something_else_is_refused(options, tmp_path):
    """Options that are none are an input error with a remedy."""
    with pytest.raises(InputError, match="anew"):
        request_in(options, tmp_path)


def test_rows_that_count_are_filtered_and_earlier_waves_drawn(coded, tmp_path):
    """`where` leaves rows out of every number; a wave adds a trend to each open question."""
    found = report(coded, tmp_path / "r", text="answer", by="type", where="type = charity", waves=[coded])
    assert found.sections[0].tables[0].columns[0].n == 30
    assert "trend" in {chart.kind for section in found.sections for chart in section.charts}


def test_a_folder_of_other_files_is_refused_before_anything_is_read(tmp_path):
    """The place is looked at first: nobody waits for a report that cannot be written."""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="another folder"):
        report("not-there.csv", tmp_path)


def test_a_file_without_a_code_is_a_clear_no(tmp_path):
    """Where nothing is coded there is nothing to report."""
    path = tmp_path / "empty.csv"
    path.write_text("id,freetext_themes\n1,\n2,\n")
    with pytest.raises(NegativeAnswer, match="no code"):
        made(Request(str(path)))


def test_one_respondent_and_hostile_names_make_a_report(tmp_path):
    """One answer, a banner of one value, themes and values full of signs: a report like any other, and the texts are inert."""
    path = tmp_path / "one.csv"
    path.write_text(
        'id,type,answer,freetext_themes,freetext_source\n1,"</script><b>","=cmd|x & <i>",a<b>,human\n', encoding="utf-8"
    )
    found = report(path, tmp_path / "one", text="answer", by="type")
    assert found.sections[0].tables[0].columns[0].n == 1
    page = (tmp_path / "one" / "report.html").read_text(encoding="utf-8")
    assert "<i>" not in page
    assert "</script><b>" not in page


def test_a_profile_carries_no_answers(coded, tmp_path):
    """Under a disclosure profile no verbatim stands behind a number, and the record holds the protected figures."""
    report(coded, tmp_path / "safe", text="answer", by="type", conventions=Conventions(disclosure="ons10"))
    page = (tmp_path / "safe" / "report.html").read_text(encoding="utf-8")
    assert "answer 17 about" not in page
    kinds = json.loads((tmp_path / "safe" / "provenance.json").read_text())["said"]["tables"]
    assert kinds
