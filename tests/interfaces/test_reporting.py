"""`freetext report` and `freetext verify` from Python: the folder, its record, and what verifying notices."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from freetext import Conventions, report, verify_report
from freetext.errors import FreetextError, InputError, NegativeAnswer, OutputError
from freetext.files.coding.coded_records import Record as CodedRecord
from freetext.files.coding.coded_records import Records, write_records
from freetext.files.reporting.report_folder import digest
from freetext.interfaces.report_requests import Request, request_in
from freetext.interfaces.reporting import made
from freetext.interfaces.verifying import verified

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


@pytest.fixture(scope="module", name="first")
def _first(tmp_path_factory):
    """The report of the coded file; not to be written to."""
    home = tmp_path_factory.mktemp("first")
    (home / "coded.csv").write_text(HEAD + "".join(lines(60)), encoding="utf-8")
    report(home / "coded.csv", home / "out" / "report", by="type", closed="tick", text="answer")
    return home / "out" / "report"


@pytest.fixture
def folder(first, coded, tmp_path):
    """A copy of the report beside its coded file, to work in."""
    assert coded.parent == tmp_path
    return Path(shutil.copytree(first, tmp_path / "out" / "report"))


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


@pytest.fixture
def untold(tmp_path):
    """A file of codes beside which nothing says who gave them."""
    path = tmp_path / "untold.csv"
    rows = [line.split(",") for line in (HEAD + "".join(lines(60))).splitlines()]
    path.write_text("\n".join(",".join((*row[:5], row[6])) for row in rows), encoding="utf-8")
    return path


def test_codes_of_nobody_knows_whom_claim_nothing_of_a_wider_population(untold, tmp_path):
    """Without a word on who coded, a report claims neither people nor an interval, and says what it took for granted."""
    report(untold, tmp_path / "out", text="answer")
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "The file does not say who coded the answers" in text
    for claim in ("People decided", "wider population", "is named by 30 of 60"):
        assert claim not in text


def test_who_coded_is_recorded_and_verified(untold, tmp_path):
    """`coded_by` makes the codes people's, stands in the record and comes back from it."""
    folder = tmp_path / "out"
    said = report(untold, folder, text="answer", coded_by="people")
    assert said.sections[0].tables[0].row("money").cells[0].kind == "wilson"
    assert "People decided every code of 60" in (folder / "report.md").read_text(encoding="utf-8")
    options = Request(coded=str(untold), coded_by="people").options(folder)
    assert options["coded_by"] == "people"
    assert request_in(options, folder).coded_by == "people"
    assert verify_report(folder) == ()


def test_an_unknown_coder_is_refused(untold, tmp_path):
    """`coded_by` is people or machine."""
    with pytest.raises(ValueError, match="coded_by is 'robot'; there is people, machine"):
        report(untold, tmp_path / "out", text="answer", coded_by="robot")  # type: ignore[arg-type]


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


def test_waves_of_one_file_name_are_told_apart(coded, tmp_path):
    """Two files of one name are called by the folder in which they differ; the same file twice gets a number."""
    paths = []
    for year in ("2022", "2023"):
        paths.append(tmp_path / year / "output" / "coded.csv")
        paths[-1].parent.mkdir(parents=True)
        paths[-1].write_bytes(coded.read_bytes())
    told = report(coded, tmp_path / "r", text="answer", waves=paths)
    (trend,) = [chart for section in told.sections for chart in section.charts if chart.kind == "trend"]
    heads = [each.rpartition(" (")[0] or each for each in trend.labels]
    assert len(set(heads)) == 3
    assert [each.split(" ")[0] for each in heads[:2]] == ["2022/coded", "2023/coded"]
    again = report(coded, tmp_path / "s", text="answer", waves=[coded])
    (trend,) = [chart for section in again.sections for chart in section.charts if chart.kind == "trend"]
    assert len(set(trend.labels)) == 2


def test_what_was_asked_for_comes_back_out_of_the_record(tmp_path):
    """Every option survives the record, paths seen from the folder and back."""
    asked = Request(
        coded=str(tmp_path / "coded.csv"),
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
        made(Request(coded=str(path)))


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


def edited(folder, change):
    """Change the record of a report as somebody with an editor could."""
    path = folder / "provenance.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    change(whole)
    path.write_text(json.dumps(whole), encoding="utf-8")


def test_a_forged_page_is_noticed_whatever_the_record_says(folder):
    """A page that these inputs do not give is named, also where the record was made to fit or to forget it."""
    page = folder / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace("50 %", "51 %"), encoding="utf-8")
    edited(folder, lambda whole: whole["outputs"].update({"report.html": digest(page.read_bytes())}))
    assert verify_report(folder) == ("report.html: is not what these inputs give.",)
    edited(folder, lambda whole: whole["outputs"].pop("report.html"))
    assert len(verify_report(folder)) == 2


def test_a_file_that_is_none_of_the_report_is_noticed(folder):
    """A file that the record names and that the report does not have is named."""
    (folder / "more.html").write_bytes(b"<p>")
    edited(folder, lambda whole: whole["outputs"].update({"more.html": digest(b"<p>")}))
    assert verify_report(folder) == ("more.html: is no file of this report.",)


def test_a_figure_that_the_record_leaves_out_is_noticed(folder):
    """A share that was taken out of the record differs like one that was changed."""
    edited(folder, lambda whole: whole["said"]["tables"][0]["rows"][0]["cells"][0].pop("share"))
    (told,) = verify_report(folder)
    assert "share was not there" in told


def test_pictures_drawn_by_other_versions_are_not_compared(folder):
    """Where other libraries drew the files, page and Markdown are compared alone, and that is said."""
    (folder / "tables.xlsx").write_bytes(b"drawn elsewhere")

    def change(whole):
        whole["outputs"]["tables.xlsx"] = digest(b"drawn elsewhere")
        whole["drawn"]["xlsxwriter"] = "0.1"

    edited(folder, change)
    found = verified(folder)
    assert found.differences == ()
    assert "xlsxwriter" in found.said[0]
    (folder / "report.md").write_bytes(b"")
    edited(folder, lambda whole: whole["outputs"].update({"report.md": digest(b"")}))
    assert verify_report(folder) == ("report.md: is not what these inputs give.",)


def test_an_unfinished_report_is_said_to_be_one(folder):
    """A report whose writing broke off does not pass."""
    edited(folder, lambda whole: whole.update(unfinished=True))
    (told,) = verify_report(folder)
    assert "unfinished" in told


@pytest.mark.parametrize(
    ("place", "name", "value"),
    [
        ("options", "conventions", {"disclosure": "foo"}),
        ("options", "conventions", {"top": "3"}),
        ("options", "conventions", {"top": -1}),
        ("options", "conventions", {"population": "x"}),
        ("options", "conventions", {"order": "zzz"}),
        ("options", "conventions", {"correction": "zzz"}),
        ("options", "conventions", {"letters": 1}),
        ("options", "conventions", {"hide_below": True}),
        ("options", "conventions", None),
        ("options", "base", "zzz"),
        ("options", "by", [1]),
        ("options", "by", "type"),
        ("options", "where", [3]),
        ("options", "coded", None),
        ("options", "title", 5),
        ("options", "unheard", 5),
        ("said", "sentences", None),
        ("said", "sentences", [3]),
        ("said", "facts", {"freetext": 3}),
        ("said", "facts", []),
        ("said", "tables", "x"),
        ("said", "tables", ["x"]),
        ("said", "format", "x"),
    ],
)
def test_an_edited_record_is_damaged(folder, place, name, value):
    """A value of another kind, or a word that is none, is an input error with a remedy, and never a crash."""
    edited(folder, lambda whole: whole[place].update({name: value}))
    with pytest.raises(InputError, match=r"is damaged.*anew"):
        verify_report(folder)


@pytest.mark.parametrize(
    ("name", "value"),
    [("rows", "x"), ("rows", ["x"]), ("columns", ["x"]), ("columns", []), ("question", 3), ("base", None)],
)
def test_an_edited_table_is_damaged(folder, name, value):
    """Rows, columns and cells that are none are refused, too."""
    edited(folder, lambda whole: whole["said"]["tables"][0].update({name: value}))
    with pytest.raises(InputError, match=r"is damaged.*anew"):
        verify_report(folder)


@pytest.mark.parametrize("cells", ["x", ["x"], [], [3, 4, 5]])
def test_edited_cells_are_damaged(folder, cells):
    """Cells that are text, and more or fewer than columns, are refused."""
    edited(folder, lambda whole: whole["said"]["tables"][0]["rows"][0].update(cells=cells))
    with pytest.raises(InputError, match=r"is damaged.*anew"):
        verify_report(folder)


def test_a_number_beyond_all_numbers_is_a_difference(folder):
    """A count of four hundred digits is told, and stops nothing."""
    edited(folder, lambda whole: whole["said"]["tables"][0]["columns"][0].update(weighted=10**400))
    assert len(verify_report(folder)) == 1


def test_every_input_is_a_fact(coded, tmp_path):
    """The survey's own file, the models' digests and the scores stand in the provenance, and no two inputs under one name."""
    home = tmp_path / "home"
    (home / "output" / "review" / "survey").mkdir(parents=True)
    (home / "freetext.toml").write_text('[survey]\nfile = "survey.csv"\nid = "id"\nkey = "k"\n', encoding="utf-8")
    (home / "survey.csv").write_bytes(b"id\n1\n")
    (home / "output" / "review" / "survey" / "ranking-frame.npz").write_bytes(b"scores")
    write_records(Records({"a": CodedRecord("f" * 64)}), coded, "k")
    others = [tmp_path / name / "coded.csv" for name in ("one", "two")]
    for each in others:
        each.parent.mkdir()
        shutil.copy(coded, each)
    others[1].write_bytes(coded.read_bytes() + b"r99,charity,1,more,money,human,c\n")
    report(coded, tmp_path / "r", project=home, text="answer", waves=others)
    facts = json.loads((tmp_path / "r" / "provenance.json").read_text(encoding="utf-8"))["said"]["facts"]
    assert facts["model ffffffff"] == "f" * 64
    assert {"survey survey.csv", "scores ranking-frame.npz", "settings freetext.toml"} <= set(facts)
    assert facts["earlier wave coded.csv"] != facts["earlier wave coded.csv (2)"]


def test_a_project_that_moved_can_be_named(coded, tmp_path):
    """`project` stands for the folder of the record; a report that was made in none stays without."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "freetext.toml").write_text('[survey]\nid = "id"\n', encoding="utf-8")
    report(coded, tmp_path / "r", project=home, text="answer")
    moved = home.rename(tmp_path / "new home")
    with pytest.raises(FreetextError):
        verify_report(tmp_path / "r")
    assert verify_report(tmp_path / "r", project=moved) == ()
    report(coded, tmp_path / "bare", text="answer")
    assert verify_report(tmp_path / "bare", project=moved) == ()


@pytest.mark.parametrize("profile", ["", "nhs"])
def test_a_filter_stands_at_the_head_of_every_face(coded, tmp_path, profile):
    """Which rows count is said in words on page, index and methods of the workbook, Markdown and document, without a number under a profile."""
    said = report(
        coded,
        tmp_path / "part",
        text="answer",
        where=("type = charity|council", "tick = c"),
        conventions=Conventions(disclosure=profile),
        docx=True,
    )
    words = "nly rows where type is charity or council, and tick is c"
    assert said.subtitle.endswith(f". O{words}")
    assert f"It counts o{words}." in said.methods[0]
    assert f"O{words}" in (tmp_path / "part" / "report.html").read_text(encoding="utf-8")
    assert f"O{words}" in (tmp_path / "part" / "report.md").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(tmp_path / "part" / "tables.xlsx", read_only=True)
    for sheet in (book.worksheets[0], book.worksheets[-1]):
        assert any(words in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    paragraphs = docx.Document(str(tmp_path / "part" / "report.docx")).paragraphs
    assert any(f"O{words}" in each.text for each in paragraphs)
    assert verify_report(tmp_path / "part") == ()


def test_the_differences_that_are_not_shown_are_counted(folder):
    """Of many differences fifty are shown; how many there are besides, and how many in all, is true."""
    place = folder / "provenance.json"
    held = json.loads(place.read_text(encoding="utf-8"))
    held["said"]["tables"][0]["rows"][0]["cells"][0]["count"] += 1
    held["said"]["facts"].update({f"nothing {number}": "x" for number in range(60)})
    place.write_text(json.dumps(held), encoding="utf-8")
    found = verified(folder)
    assert found.number == 61
    assert len(found.differences) == 51
    assert found.differences[-1] == "And 11 more differences."
