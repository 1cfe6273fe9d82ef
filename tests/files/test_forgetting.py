"""Who is meant by a name, and what goes of them: small projects without a model."""

import csv
import io
import json
import os
import stat
import sys
import zipfile
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.two_themes import FRAME, OF_RESPONDENTS

import freetext as ft
from freetext.errors import InputError, UsageError
from freetext.files.coding.coded_files import coded_files
from freetext.files.coding.coded_records import Record, Records, mark, read_records, write_records
from freetext.files.forgetting.coders_held import holding_coders
from freetext.files.forgetting.person import find_person
from freetext.files.forgetting.rows_out import without_rows
from freetext.files.forgetting.steps import steps_of
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.project.settings import read_settings
from freetext.files.reporting.report_folder import RECORD, digest
from freetext.files.restricting.flagged import flagged_csv, write_flagged
from freetext.files.restricting.lists import write_restricted
from freetext.files.tabular.tables import Table, read_table, write_table
from freetext.guard.checks import Flagged

HEAD = "id,who,why\n"


@pytest.fixture(name="project")
def _project(tmp_path):
    """A survey of three respondents, one of whom is called as another's answer is."""
    (tmp_path / "freetext.toml").write_text(OF_RESPONDENTS)
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


def test_the_same_words_of_another_in_another_wave_stay(project):
    """Where two people wrote the same under the same id, a label goes that names their wave, or none, and not that of the other's."""
    (project / "output").mkdir()
    (project / "output" / "wave2-coded.csv").write_text(HEAD + "1,zed,first of two\n")
    for coder, wave in (("ben", "survey"), ("cleo", "wave2"), ("dora", ""), ("eve", "renamed")):
        labelled(project, "1", coder=coder, wave=wave, text_hash=text_hash("k", "first of two"))
    ft.forget(project, "2")
    left = read_labels(project / "data" / "annotated").labels
    assert [each.coder for each in left if each.id == "1"] == ["cleo"]


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


def coded_with(project, *answers):
    """A survey of such ids, respondents and texts, what was coded of it, and the marks beside that, which are given back."""
    told = "".join(",".join(answer) + "\n" for answer in answers)
    (project / "survey.csv").write_text(HEAD + told)
    coded = project / "output" / "survey-coded.csv"
    coded.parent.mkdir()
    coded.write_text("id,who,why,freetext_themes\n" + told.replace("\n", ",\n"))
    signs = [mark("k", name, "why", text) for name, _, text in answers]
    write_records(Records({sign: Record("m", "") for sign in signs}), coded, "k")
    return coded, signs


def test_marks_of_ids_with_outer_blanks_go(project):
    """A mark was made of the id as its cell spells it; the row's mark goes with the row."""
    coded, signs = coded_with(project, (" 7 ", "ann", "blanks around"), ("8", "bob", "none"))
    ft.forget(project, "ann")
    assert list(read_records(coded, "k").answers) == signs[1:]
    assert len(rows(coded)) == 2


def test_a_placeholder_that_somebody_wrote_is_their_text(project):
    """Where the survey itself holds the covered text, a mark was made of that, and the marks of others stay."""
    coded, signs = coded_with(project, ("7", "ann", "ask [name] why"), ("8", "bob", "none"))
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
        OF_RESPONDENTS.replace('id = "id"', 'id = "ResponseId"\ndialect = "qualtrics"').replace(
            'column = "why"', 'column = "Q1"'
        )
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
    (folder / "freetext.toml").write_text(OF_RESPONDENTS)
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


def flagged(path, *ids, **how):
    """Write a list of answers flagged for safeguarding."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_restricted(flagged_csv([Flagged(2, name, "why", "violence", "told") for name in ids], **how), path)
    return path


@pytest.mark.parametrize(
    ("place", "with_text"),
    [("lists/for-jane.CSV", True), ("output/old/survey-safeguarding.csv", False), ("a.csv", False)],
)
def test_restricted_lists_elsewhere_lose_their_lines(project, place, with_text):
    """A list of flagged answers is known by its header wherever in the project's folder it stands, and stays its owner's alone."""
    path = flagged(project / place, "1", "2", with_text=with_text)
    dry = ft.forget(project, "2", dry_run=True)
    done = ft.forget(project, "2")
    assert f"{place}: 1 row taken out" in done.gone
    assert dry.gone == done.gone
    assert [row[1] for row in rows(path)] == ["id", "2"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_lists_of_escalated_answers_elsewhere_lose_their_lines(project):
    """A list of escalated answers that was copied, and saved with other delimiters, is cleaned too."""
    path = project / "copy.csv"
    path.write_text('"id";"question";"category";"coder";"time"\n1;why;violence;ada;now\n3;why;violence;ada;now\n')
    assert "copy.csv: 1 row taken out" in ft.forget(project, "2").gone
    assert path.read_text().splitlines()[1:] == ["3;why;violence;ada;now"]


def test_lists_of_others_stay(project):
    """A list of a survey whose folder stands inside, a table that is no list, and the survey's own file are left as they are."""
    nested = flagged(project / "nested" / "list.csv", "1")
    (project / "nested" / "freetext.toml").write_text(OF_RESPONDENTS)
    (project / "ids.csv").write_text("id,question\n1,why\n")
    (project / "survey.csv").write_text("row,id,question,category,who,why\n1,1,q,c,2,first of two\n")
    before = nested.read_bytes()
    gone = ft.forget(project, "2").gone
    assert nested.read_bytes() == before
    assert not [each for each in gone if ".csv" in each]


def test_an_id_that_a_list_guards_is_known(project):
    """An id that a spreadsheet would run as a formula has an apostrophe in a list, and is theirs all the same."""
    (project / "survey.csv").write_text(HEAD + "=1,ann,mine\n2,bob,his\n")
    path = flagged(project / "output" / "restricted" / "survey-safeguarding.csv", "=1", "2")
    ft.forget(project, "ann")
    assert [row[1] for row in rows(path)] == ["id", "2"]


def test_a_list_that_cannot_be_cleaned_is_named(project):
    """A list of an unknown file with an id that another wave has too, and one that is damaged, are left and named."""
    (project / "output").mkdir()
    (project / "output" / "wave2-coded.csv").write_text(HEAD + "1,zed,said in wave two\n")
    path = flagged(project / "list.csv", "1", "2")
    torn = flagged(project / "output" / "restricted" / "torn.csv", "1")
    torn.write_bytes(torn.read_bytes() + b"1,2\r\n")
    before = path.read_bytes(), torn.read_bytes()
    done = ft.forget(project, "2")
    assert (path.read_bytes(), torn.read_bytes()) == before
    assert any(each.startswith("list.csv: names an id of theirs that another has too, row 2;") for each in done.left)
    assert any(
        each.startswith("output/restricted/torn.csv: a restricted list that cannot be read") for each in done.left
    )


def test_a_coded_file_whose_ending_is_in_capitals_is_theirs(project):
    """Coded files are listed the newest first whatever case their endings have; other programs' locks and folders are none."""
    output = project / "output"
    output.mkdir()
    for age, name in enumerate(("b-coded.CSV", "a-coded.xlsx", "c-coded.csv")):
        (output / name).write_text("")
        os.utime(output / name, (100 - age, 100 - age))
    (output / "~$d-coded.xlsx").write_text("")
    (output / "e-coded.csv").mkdir()
    assert [path.name for path in coded_files(read_settings(project))] == ["b-coded.CSV", "a-coded.xlsx", "c-coded.csv"]


@settings(max_examples=30)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=9), st.data())
def test_the_rows_that_stay_keep_cells_and_order(cells, data):
    """Of a table of Python or Arrow cells all rows but those named stay as they were, numbered anew."""
    places = data.draw(st.sets(st.integers(0, len(cells) - 1)))
    table = Table("t", ("a", "b"), (list(map(str, cells)), pa.chunked_array([pa.array(cells)])), len(cells))
    left = without_rows(table, places)
    kept = [cell for place, cell in enumerate(cells) if place not in places]
    assert list(left.columns[0]) == list(map(str, kept))
    assert left.columns[1] == pa.chunked_array([pa.array(kept, pa.int64())])
    assert (left.size, left.numbers) == (len(kept), None)


def hashed(folder, name, text):
    """Label an answer as a coder does who has read this text."""
    labelled(folder, name, text_hash=text_hash("k", text))


def test_an_answer_of_another_respondent_under_the_same_id_stays(project):
    """With --answer the survey's own file says whose answer it is; another's in another wave keeps labels and codes, which is said."""
    (project / "survey.csv").write_text(HEAD + "A204,R17,said in wave one\n")
    (project / "wave2.csv").write_text(HEAD + "A204,R88,said in wave two\nA205,R17,more of his\n")
    (project / "output").mkdir()
    (project / "output" / "wave2-coded.csv").write_bytes((project / "wave2.csv").read_bytes())
    before = (project / "output" / "wave2-coded.csv").read_bytes()
    for text in ("said in wave one", "said in wave two"):
        hashed(project, "A204", text)
    done = ft.forget(project, "A204", answer=True, survey=True)
    left = [each for each in read_labels(project / "data" / "annotated").labels if each.id == "A204"]
    assert [each.text_hash for each in left] == [text_hash("k", "said in wave two")]
    assert (project / "output" / "wave2-coded.csv").read_bytes() == before
    assert rows(project / "survey.csv") == [["id", "who", "why"]]
    assert any(each.startswith("wave2-coded.csv, row 2: the id is another respondent's there") for each in done.left)


def test_an_answer_of_several_people_is_refused(project):
    """An id of two respondents in one file, or in two waves neither of which is the survey's own file, is refused with files and rows."""
    (project / "output").mkdir()
    for name, who in (("w2", "ann"), ("w3", "bob")):
        (project / "output" / f"{name}-coded.csv").write_text(HEAD + f"77,{who},said by {who} alone\n")
    (project / "survey.csv").write_text(HEAD + "5,ann,one\n5,bob,two\n")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match=r"several people: survey.csv, row 2, 3"):
        ft.forget(project, "5", answer=True)
    with pytest.raises(UsageError, match=r"several people: w2-coded.csv, row 2; w3-coded.csv, row 2"):
        ft.forget(project, "77", answer=True)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_wave_that_tells_no_respondents_is_told_by_its_texts(project):
    """In a table without the column of respondents a row under their id goes where the text is theirs, and stays where it is another."""
    output = project / "output"
    output.mkdir()
    (output / "wave2-coded.csv").write_text("id,why\n1,another said this\n")
    (output / "copy-coded.csv").write_text("id,why\n1, first  of two\n")
    hashed(project, "1", "another said this")
    done = ft.forget(project, "2")
    assert len(rows(output / "wave2-coded.csv")) == 2
    assert len(rows(output / "copy-coded.csv")) == 1
    assert labels(project)[-1] == "1"
    assert any(each.startswith("wave2-coded.csv, row 2: an id of theirs with another text") for each in done.left)
    assert any(each.startswith("copy-coded.csv, row 2: taken for theirs") for each in done.left)


def test_lists_of_two_files_of_one_name_lose_their_own_lines(project):
    """A list tells its file: another's line under the same id stays in the list of another file of the same name."""
    plan = read_settings(project)
    (project / "y2").mkdir()
    (project / "y2" / "survey.csv").write_text(HEAD + "1,zed,said in year two\n9,2,more of two\n")
    lists = []
    for source, ids in (("survey.csv", "12"), ("y2/survey.csv", "19")):
        data = flagged_csv([Flagged(2, name, "why", "violence", "") for name in ids])
        lists.append(write_flagged(data, str(project / source), plan))
    done = ft.forget(project, "2")
    assert [[row[1] for row in rows(path)[1:]] for path in lists] == [["2"], ["1"]]
    assert any(each.startswith("y2/survey.csv: holds them in row 3") for each in done.left)


def reported(folder, *paths):
    """A record of a report in a folder that claims to have written these files."""
    outputs = {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in paths}
    (folder / RECORD).write_text(json.dumps({"format": 1, "options": {}, "said": {}, "outputs": outputs}))


@pytest.mark.parametrize("claimed", ["survey.csv", "freetext.toml", "frame.toml", "data/annotated/ada.jsonl"])
def test_a_record_that_claims_the_survey_removes_nothing(project, claimed):
    """A record of a report that names other files than a report writes is left whole, and named."""
    (project / "report.html").write_text("<p>")
    reported(project, project / claimed, project / "report.html")
    kept = [project / name for name in (RECORD, "report.html", "survey.csv", "freetext.toml", "frame.toml")]
    done = ft.forget(project, "2")
    assert all(path.is_file() for path in kept)
    assert labels(project) == ["2", "3"]
    assert any(each.startswith(f"{RECORD}: names files that no report writes") for each in done.left)
    assert not any("the report is removed" in each for each in done.gone)


def test_a_survey_that_is_called_as_a_reports_file_stays(project):
    """The survey's own file is no report's, however it is called."""
    (project / "freetext.toml").write_text(OF_RESPONDENTS.replace("survey.csv", "tables.xlsx"))
    write_table(read_table(project / "survey.csv"), project / "tables.xlsx")
    reported(project, project / "tables.xlsx")
    ft.forget(project, "2")
    assert (project / "tables.xlsx").is_file()


def test_files_that_name_them_are_told(project):
    """Exports, sheets and lines of JSON that hold no long text of theirs are told by id or respondent; those of others are not."""
    (project / "survey.csv").write_text(HEAD + "A2,R2,bad food\nA3,R3,that of three\n")
    mine = project / "mine"
    mine.mkdir()
    (mine / "by-id.csv").write_text("ID;question\nA3;why\nA2;why\n")
    (mine / "by-who.csv").write_text("WHO,region\nR3,north\nR2,north\n")
    write_table(read_table(mine / "by-id.csv"), mine / "sheet.xlsx")
    write_table(read_table(mine / "by-who.csv"), mine / "typed.parquet")
    (mine / "lines.jsonl").write_text('{"id": "A3"}\n{"id": "A2", "n": 1}\n[]\nno json\n')
    with zipfile.ZipFile(mine / "cases.qdpx", "w") as archive:
        archive.writestr("project.qde", '<Project><Case guid="1" name="R2"/></Project>')
    (mine / "others.csv").write_text("id,who\nA3,R3\n")
    (mine / "elsewhere.csv").write_text("note,n\nR2,A2\n")
    done = ft.forget(project, "R2", survey=True)
    told = {each.partition(": names them")[0] for each in done.left if ": names them" in each}
    assert told == {
        f"mine/{name}"
        for name in ("by-id.csv", "by-who.csv", "sheet.xlsx", "typed.parquet", "lines.jsonl", "cases.qdpx")
    }
    assert any("by-id.csv" in each and "in row 3," in each for each in done.left)
    assert any(each.startswith("1 text of theirs is too short to be searched for") for each in done.left)


def test_a_table_that_cannot_be_read_is_told(project):
    """Where a table is damaged nobody could look for an id in it, which is said."""
    (project / "ragged.csv").write_text("id,why\n1\n2,3,4\n")
    assert any(each.startswith("ragged.csv: cannot be read as tables") for each in ft.forget(project, "2").left)
