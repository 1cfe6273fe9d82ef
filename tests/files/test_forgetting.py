"""Who is meant by a name, and what goes of them: small projects without a model."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import freetext as ft
from freetext.errors import InputError
from freetext.files.coding.coded_records import Record, Records, mark, read_records, write_records
from freetext.files.forgetting.coders_held import holding_coders
from freetext.files.forgetting.person import find_person
from freetext.files.forgetting.steps import steps_of
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table, write_table

SETTINGS = """\
format = 1
[survey]
file = "survey.csv"
id = "id"
respondent = "who"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "why"
codeframe = "frame.toml"
"""
FRAME = 'name = "frame"\n[[theme]]\nslug = "money"\n'
HEAD = "id,who,why\n"


@pytest.fixture(name="project")
def _project(tmp_path):
    """A survey of three respondents, one of whom is called as another's answer is."""
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    (tmp_path / "frame.toml").write_text(FRAME)
    (tmp_path / "survey.csv").write_text(HEAD + "1,2,first of two\n2,9,that of nine\n3,,of nobody\n")
    labelled(tmp_path, "1", "2", "3")
    return tmp_path


def labelled(folder, *ids, coder="ada", **more):
    """Append decisions to a coder's log."""
    logs = folder / "data" / "annotated"
    logs.mkdir(parents=True, exist_ok=True)
    shared = {"question": "why", "themes": ["money"], "coder": coder, "time": "", "source": "import"}
    with (logs / f"{coder}.jsonl").open("a", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": name, **shared, **more}) + "\n" for name in ids)


def labels(folder):
    """The ids of the answers that are labelled."""
    return [each.id for each in read_labels(folder / "data" / "annotated").labels]


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_respondent_takes_no_answer_that_is_called_so(project):
    """A name that is another's answer id means the respondent alone, and that is said."""
    done = ft.forget(project, "2", survey=True)
    assert labels(project) == ["2", "3"]
    assert [row[0] for row in rows(project / "survey.csv")] == ["id", "2", "3"]
    assert any("another's answer has this id, and stays" in each for each in done.left)


def test_a_respondent_who_is_gone_takes_no_answer_either(project):
    """Called again for a respondent who is gone, it refuses instead of taking the answer that is called so."""
    ft.forget(project, "2", survey=True)
    with pytest.raises(InputError, match=r"no respondent '2'.*--answer"):
        ft.forget(project, "2", survey=True)
    assert labels(project) == ["2", "3"]


def test_blank_ids_of_a_respondent_name_nobody_else(project):
    """A row of theirs without an id goes; other rows and events without one stay."""
    (project / "survey.csv").write_text(HEAD + ",ann,mine without id\n,bob,his without id\n4,ann,mine\n")
    labelled(project, "", " ", "4")
    ft.forget(project, "ann", survey=True)
    assert rows(project / "survey.csv") == [["id", "who", "why"], ["", "bob", "his without id"]]
    assert labels(project)[-2:] == ["", " "]


def test_an_id_that_another_wave_uses_again_keeps_what_is_its_own(project):
    """Labels on another's answer under the same id stay, for the hash of the text tells them apart."""
    output = project / "output"
    output.mkdir()
    (output / "wave2-coded.csv").write_text(HEAD + "1,zed,said in wave two\n")
    labelled(project, "1", coder="ben", text_hash=text_hash("k", "said in wave two"))
    labelled(project, "1", coder="ben", text_hash=text_hash("k", "first of two"))
    ft.forget(project, "2")
    left = read_labels(project / "data" / "annotated").labels
    assert [(each.id, each.coder) for each in left] == [("2", "ada"), ("3", "ada"), ("1", "ben")]
    assert len(rows(output / "wave2-coded.csv")) == 2


def test_an_id_that_is_left_alone_is_cleaned(project):
    """Where only logs speak of an answer any more, --answer still takes it out of them."""
    (project / "survey.csv").write_text(HEAD + "2,9,that of nine\n")
    with pytest.raises(InputError, match="no respondent '1'"):
        ft.forget(project, "1")
    ft.forget(project, "1", answer=True)
    assert labels(project) == ["2", "3"]
    with pytest.raises(InputError, match="no answer '1'"):
        ft.forget(project, "1", answer=True)


def test_damaged_lines_go_too(project):
    """A line that was torn off, or is no label, goes where it bears their id."""
    with (project / "data" / "annotated" / "ada.jsonl").open("a") as log:
        log.write('{"id": "1", "note": "from a later version"}\n{"id": "1", "question": "wh')
    ft.forget(project, "2")
    assert b'"1"' not in (project / "data" / "annotated" / "ada.jsonl").read_bytes()


def test_marks_of_ids_with_outer_blanks_go(project):
    """A mark was made of the id as its cell spells it; the row's mark goes with the row."""
    (project / "survey.csv").write_text(HEAD + " 7 ,ann,blanks around\n8,bob,none\n")
    coded = project / "output" / "survey-coded.csv"
    coded.parent.mkdir()
    coded.write_text("id,who,why,freetext_themes\n 7 ,ann,blanks around,\n8,bob,none,\n")
    signs = [mark("k", " 7 ", "why", "blanks around"), mark("k", "8", "why", "none")]
    write_records(Records({sign: Record("m", "") for sign in signs}), coded, "k")
    ft.forget(project, "ann")
    assert list(read_records(coded, "k").answers) == signs[1:]
    assert len(rows(coded)) == 2


def test_a_placeholder_that_somebody_wrote_is_their_text(project):
    """Where the survey itself holds the covered text, a mark was made of that, and the marks of others stay."""
    (project / "survey.csv").write_text(HEAD + "7,ann,ask [name] why\n8,bob,none\n")
    coded = project / "output" / "survey-coded.csv"
    coded.parent.mkdir()
    coded.write_text("id,who,why,freetext_themes\n7,ann,ask [name] why,\n8,bob,none,\n")
    signs = [mark("k", "7", "why", "ask [name] why"), mark("k", "8", "why", "none")]
    write_records(Records({sign: Record("m", "") for sign in signs}), coded, "k")
    ft.forget(project, "ann")
    assert list(read_records(coded, "k").answers) == signs[1:]


def test_codes_of_answers_that_are_gone_are_named(project):
    """Marks of answers that no file holds any more, with the codes that people gave, are left and named: nobody can tell whose they are."""
    coded = project / "output" / "survey-coded.csv"
    coded.parent.mkdir()
    coded.write_text("id,who,why,freetext_themes\n1,2,first of two,\n")
    write_records(Records(people={mark("k", "77", "why", "gone"): ("money", "")}), coded, "k")
    done = ft.forget(project, "2")
    assert any(each.startswith("output/.coded/survey-coded.csv.json: may keep theirs among 1") for each in done.left)


def test_parts_that_name_nobody_may_hold_them(project):
    """A folder of coded parts without ids is not said to be free of them; a folder without a manifest is none."""
    parts = project / "parts"
    (parts / "_freetext").mkdir(parents=True)
    key = "a" * 16
    (parts / f"part-0001.{key}.csv").write_text("why,freetext_themes\nfirst of two,\n")
    about = {"format": 1, "ending": ".csv", "source": "in", "settings": {}, "models": []}
    (parts / "manifest.json").write_text(json.dumps({**about, "parts": [{"number": 1, "source": "a", "key": key}]}))
    (parts / "_SUCCESS.json").write_text("{}")
    (project / "output" / "review").mkdir(parents=True)
    said = [each for each in ft.forget(project, "2").left if "coded parts" in each]
    assert len(said) == 1
    assert said[0].startswith("parts: a folder of coded parts, which may hold them")


def test_marks_go_before_the_rows_that_tell_them(project):
    """Interrupted after any step, the next call leaves nothing of them, though the coded file alone knew them."""
    whole = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    coded = project / "output" / "survey-coded.csv"
    coded.parent.mkdir()
    for stop in range(1, 4):
        for path, content in whole.items():
            path.write_bytes(content)
        (project / "survey.csv").write_text(HEAD + "2,9,that of nine\n")
        coded.write_text("id,who,why,freetext_themes\n1,ann,first of two,\n2,9,that of nine,\n")
        signs = [mark("k", "1", "why", "first of two"), mark("k", "2", "why", "that of nine")]
        write_records(Records({sign: Record("m", "") for sign in signs}), coded, "k")
        plan = read_settings(project)
        steps = list(steps_of(plan, find_person(plan, "ann"), survey=True))
        assert len(steps) == 3
        for step in steps[:stop]:
            step.do()
        if stop < 3:
            ft.forget(project, "ann", survey=True)
        assert list(read_records(coded, "k").answers) == signs[1:]
        assert (labels(project), len(rows(coded))) == (["2", "3"], 2)


def test_previews_go_and_the_project_says_how_files_are_read(project):
    """Rows that were answered in a preview are theirs too; dialect and further header rows are as the project says."""
    (project / "freetext.toml").write_text(
        SETTINGS.replace('id = "id"', 'id = "ResponseId"\ndialect = "qualtrics"').replace('"why"\ncode', '"Q1"\ncode')
    )
    head = "ResponseId,Status,StartDate,EndDate,RecordedDate,who,Q1\n"
    second = "Response ID,Response Type,Start Date,End Date,Recorded Date,who,Why?\n"
    body = "R_1,IP Address,a,b,c,ann,mine\nR_2,Survey Preview,a,b,c,bob,a try\nR_3,IP Address,a,b,c,bob,more\n"
    (project / "survey.csv").write_text(head + second + body)
    ft.forget(project, "bob", survey=True)
    assert (project / "survey.csv").read_text() == head + second + body.splitlines(keepends=True)[0]


@pytest.mark.parametrize("added", ["sheet", "comment", "formula", "colour", "filter"])
def test_a_workbook_with_things_added_is_not_rewritten(project, added):
    """A coded workbook to which people added something stays, and its rows are named to be taken out by hand."""
    path = project / "output" / "survey-coded.xlsx"
    path.parent.mkdir()
    (project / "plain.csv").write_text("id,who,why,freetext_themes\n1,ann,first,\n2,bob,second,\n")
    write_table(read_table(project / "plain.csv"), path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    if added == "sheet":
        book.create_sheet("mine")["A1"] = "a note"
    elif added == "comment":
        page["A2"].comment = openpyxl.comments.Comment("look", "me")
    elif added == "formula":
        page["F2"] = "=1+1"
    elif added == "filter":
        page.auto_filter.ref = "A1:D3"
    else:
        page["A2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    book.save(path)
    before = path.read_bytes()
    done = ft.forget(project, "ann")
    assert path.read_bytes() == before
    assert any("survey-coded.xlsx: holds them in row 2; take that out by hand" in each for each in done.left)


def test_a_plain_workbook_is_rewritten_whoever_saved_it(project):
    """A coded workbook that another program saved, with nothing added, loses their row."""
    path = project / "output" / "survey-coded.xlsx"
    path.parent.mkdir()
    book = openpyxl.Workbook()
    for row in (["id", "who", "why", "freetext_themes"], ["1", "ann", "first", ""], ["2", "bob", "second", ""]):
        book.worksheets[0].append(row)
    book.save(path)
    ft.forget(project, "ann")
    assert [row[0].value for row in openpyxl.load_workbook(path).worksheets[0]] == ["id", "2"]


def test_the_source_of_a_coded_file_is_named(project):
    """A later wave that was coded here is named with their rows; it is not rewritten."""
    (project / "output").mkdir()
    (project / "output" / "wave2-coded.csv").write_text("id,who,why,freetext_themes\n11,ann,short,\n12,bob,other,\n")
    (project / "wave2.csv").write_text(HEAD + "11,ann,short\n12,bob,other\n")
    done = ft.forget(project, "ann", survey=True)
    assert "output/wave2-coded.csv: 1 row taken out" in done.gone
    assert any(each.startswith("wave2.csv: holds them in row 2;") for each in done.left)


def test_a_log_that_no_session_writes_needs_no_lock(project):
    """A copy whose name is no coder's is cleaned all the same, and no lock is left."""
    logs = project / "data" / "annotated"
    (logs / "ada (1).jsonl").write_bytes((logs / "ada.jsonl").read_bytes())
    ft.forget(project, "2")
    assert b'"id": "1"' not in b"".join(path.read_bytes() for path in logs.iterdir())
    assert not list(logs.glob(".*.lock"))


def test_locks_are_given_back_where_one_is_held(project):
    """Where one coder is at work, the locks of the others are given back."""
    logs = project / "data" / "annotated"
    labelled(project, "3", coder="ben")
    with holding_coders(logs):
        assert len(list(logs.glob(".*.lock"))) == 2
    assert not list(logs.glob(".*.lock"))


NAMES = st.sampled_from(["", "1", "2", "3", "4", "ann", "=ann"])


@settings(max_examples=30)
@given(st.lists(NAMES, min_size=1, max_size=5), st.sampled_from(["1", "2", "ann", "=ann", "zed"]), st.booleans())
def test_what_goes_is_theirs_and_nothing_else(tmp_path_factory, people, asked, answer):
    """Whatever respondents and answers are called, the rows and labels of the one who was asked for go, and all others stay."""
    folder = tmp_path_factory.mktemp("law")
    (folder / "freetext.toml").write_text(SETTINGS)
    (folder / "frame.toml").write_text(FRAME)
    told = [[str(number), who, f"said by row {number}"] for number, who in enumerate(people, 1)]
    (folder / "survey.csv").write_text(HEAD + "".join(",".join(row) + "\n" for row in told))
    labelled(folder, *(row[0] for row in told))
    theirs = [row for row in told if row[0 if answer else 1] == asked]
    if not theirs:
        with pytest.raises(InputError):
            ft.forget(folder, asked, answer=answer, survey=True)
    else:
        ft.forget(folder, asked, answer=answer, survey=True)
    left = [row for row in told if row not in theirs]
    assert rows(folder / "survey.csv")[1:] == left
    assert labels(folder) == [row[0] for row in left]
