"""`freetext.check`: files, frames and folders alike; findings as a frame."""

import pandas as pd
import pytest
from tests.files import exports

import freetext
from freetext.files.coding.checked import Asked, Guards, checked_table
from freetext.files.project.settings import read_settings
from freetext.files.project.starter import plan_project, write_project
from freetext.files.tabular.rows import Table
from freetext.files.tabular.suspects import FEW, suspects
from freetext.files.tabular.tables import read_table
from freetext.guard.redactor import CANDIDATE, Redactor

FLAGGED = Guards(Redactor(), CANDIDATE, lambda texts: [("violence",) if "beaten" in text else () for text in texts])
TEXTS = ["we need more money", "the staff were kind to us", "write to jo@example.org", ""]


def test_a_frame_is_checked_by_the_places_of_its_rows():
    """A frame's rows are counted from 0; the findings come back as a frame, the gravest first."""
    frame = pd.DataFrame({"id": ["1", "1", "3", "4"], "answer": TEXTS})
    checked = freetext.check(frame, text="answer", id="id")
    assert isinstance(checked, freetext.Checked)
    assert [(each.check, each.rows) for each in checked.findings] == [("id-twice", (0, 1)), ("personal-data", (2,))]
    assert not checked.clean
    table = freetext.findings_frame(checked)
    assert list(table.columns) == ["severity", "check", "column", "count", "rows", "what", "remedy"]
    assert table["rows"].tolist() == [(0, 1), (2,)]
    assert freetext.findings_frame(freetext.check(frame.iloc[[0]], text="answer")).empty


def test_a_file_that_cannot_be_read_is_told_or_refused(tmp_path):
    """A ragged row is a finding; a missing file raises."""
    (tmp_path / "a.csv").write_text("id,answer\n1,a,b\n", encoding="utf-8")
    (finding,) = freetext.check(tmp_path / "a.csv").findings
    assert (finding.check, finding.rows) == ("unreadable", (2,))
    with pytest.raises(freetext.FreetextError):
        freetext.check(tmp_path / "none.csv")
    with pytest.raises(freetext.FreetextError, match="answr"):
        freetext.check(pd.DataFrame({"answer": TEXTS}), text="answr")


def table(**columns):
    return Table("a.csv", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))


def kinds(checked):
    return {each.column: each.kind for each in checked.taken}


def test_columns_are_guessed_without_a_project():
    """An id with repeats is an id by its name all the same, so that the repeats are told; addresses are identifiers."""
    rows = 30
    checked = checked_table(
        table(
            id=[str(max(place, 1)) for place in range(rows)],
            email=[f"p{place}@example.org" for place in range(rows)],
            weight=["1"] * (rows - 1) + ["-1"],
            area=["north", "south"] * (rows // 2),
            answer=[f"{place} people told us so on day {place}" for place in range(rows)],
        ),
        Asked(),
        None,
        Guards(),
    )
    assert kinds(checked) == {"id": "id", "email": "identifier", "weight": "weight", "area": "closed", "answer": "open"}
    assert {"id-twice", "identifier", "weight-negative"} <= {each.check for each in checked.findings}


def test_an_empty_table_is_a_finding():
    """A header without rows needs a person."""
    checked = checked_table(table(id=[], answer=[]), Asked(), None, Guards())
    assert [each.check for each in checked.findings] == ["no-rows"]


def test_flags_are_made_by_what_is_handed_in():
    """What looks for safeguarding is asked once a column; its flags are listed with id and question, and only counted."""
    asked_for = []

    def raised(texts):
        asked_for.append(len(texts))
        return [{"violence"} if "kind" in text else set() for text in texts]

    checked = checked_table(table(id=list("abcd"), answer=TEXTS), Asked(("answer",), "id"), None, Guards(raised=raised))
    assert asked_for == [4]
    assert [(each.row, each.id, each.question, each.text) for each in checked.flagged] == [(3, "b", "answer", "")]
    assert [(each.severity, each.count, each.rows) for each in checked.findings] == [("safeguarding", 1, ())]


def test_long_columns_are_sieved_by_arrow_as_by_python():
    """Arrow and Python find the same suspects, halves of characters and all."""
    texts = [*TEXTS * FEW, "half \ud800 jo@example.org", "ring 07700 900123"]
    few = [TEXTS.index(text) for text in TEXTS if text == TEXTS[2]]
    assert list(suspects(TEXTS, CANDIDATE)) == few
    found = list(suspects(texts, CANDIDATE))
    assert found[:FEW] == list(range(2, 4 * FEW, 4))[:FEW]
    assert found[-2:] == [len(texts) - 2, len(texts) - 1]
    assert list(suspects(["a", "b"], "")) == [0, 1]


def test_a_platforms_export_is_taken_as_what_it_is(tmp_path):
    """Of a Qualtrics export the previews are told, the columns that say who somebody is need a person, and nothing else is wrong."""
    checked = freetext.check(exports.write_export("qualtrics", tmp_path))
    graver = [(each.check, each.count) for each in checked.findings if each.severity != "note"]
    assert graver == [("identifier", 6)]
    told = [each.what for each in checked.findings if each.check == "platform-rows"]
    assert told == ["2 previews left out: rows 4, 12.", "1 marked as spam stay: row 8."]
    assert "constant" not in {each.check for each in checked.findings}


def test_settings_may_name_columns_that_are_gone(tmp_path):
    """A question of several columns is checked by those that are there, each by its own option."""
    (tmp_path / "freetext.toml").write_text(
        'format = 1\n[survey]\nid = "id"\n[[question]]\nname = "q"\nkind = "multi"\n'
        'columns = ["a", "b", "c"]\noptions = ["Alpha", "Beta", "Gamma"]\n',
        encoding="utf-8",
    )
    frame = pd.DataFrame({"id": ["1", "2", "3"], "a": ["Alpha", "", "1"], "c": ["gamma", "Beta", "0"]})
    checked = freetext.check(frame, project=tmp_path)
    assert [(each.check, each.column, each.rows) for each in checked.findings] == [
        ("missing-column", "b", ()),
        ("outside-list", "c", (1,)),
    ]


def graver(checked):
    return {(each.check, each.column, each.count) for each in checked.findings if each.severity != "note"}


def test_texts_that_begin_late_are_searched():
    """A column that says nothing for thousands of rows and holds disclosures and numbers then is looked through."""
    rows = 5_600
    told = ["my child is beaten at home, ring 07700 900123"] * 100
    checked = checked_table(
        table(id=[f"R{place}" for place in range(rows)], late=[""] * (rows - 100) + told), Asked(), None, FLAGGED
    )
    assert {("safeguarding", "late", 100), ("personal-data", "late", 100)} <= graver(checked)


def test_what_is_said_of_columns_agrees_with_the_findings():
    """In a long file whose id stands twice nobody says that it is different in every row."""
    rows = 5_600
    checked = checked_table(
        table(id=["0", *map(str, range(rows - 1))], area=["n", "s"] * (rows // 2)), Asked(), None, Guards()
    )
    assert ("id-twice", "id", 2) in graver(checked)
    assert {each.column: each.why for each in checked.taken} == {
        "id": "its name is that of an id.",
        "area": f"2 different values in {rows} filled cells.",
    }


def test_every_column_that_holds_texts_is_searched():
    """Closed, unnamed, twice named and unasked columns are searched where a cell has three words; the others are said."""
    bad = "my child is beaten at home"
    many = [bad, *["we were treated well by all"] * 11]
    names = ("id", "why", "", "twice", "twice", "other", "short")
    columns = ([str(place) for place in range(12)], *[many] * 5, ["north", "south"] * 6)
    whole = Table("a.csv", names, columns, 12)
    checked = checked_table(whole, Asked(("other",), "id"), None, FLAGGED)
    labels = ["why", "column 3", "twice (column 4)", "twice (column 5)", "other"]
    assert kinds(checked)["why"] == "closed"
    assert [each.column for each in checked.findings if each.check == "safeguarding"] == labels
    assert sorted(each.question for each in checked.flagged) == sorted(labels)
    assert checked.unsearched == ("id", "short")
    assert checked_table(whole, Asked(("other",), "id"), None, Guards()).unsearched == ()


def test_options_of_the_settings_are_nobodys_answer(tmp_path):
    """The options that the settings list are the survey's words and are not searched; other values of the column are, and dropped columns not."""
    (tmp_path / "freetext.toml").write_text(
        'format = 1\n[survey]\nid = "id"\ndrop = ["notes"]\n[[question]]\nname = "q"\nkind = "multi"\ncolumn = "q"\n'
        'separator = ";"\noptions = ["I was beaten once", "None of them all"]\n',
        encoding="utf-8",
    )
    cells = ["I was beaten once", "i was beaten once;None of them all", "he was beaten, zebulon", ""]
    given = table(id=list("abcd"), q=cells, notes=["she was beaten too"] * 4)
    checked = checked_table(given, Asked(), read_settings(tmp_path), FLAGGED)
    assert [(each.row, each.question) for each in checked.flagged] == [(4, "q")]
    assert checked.unsearched == ("id", "notes")
    assert "zebulon" not in repr(checked.findings)


def test_flagged_rows_stand_in_no_other_finding():
    """Rows that are flagged are counted by the other findings and listed by none."""
    answers = ["he was beaten, ring 07700 900123", "ring 07700 900123 or call on us", "we were treated well"]
    checked = checked_table(table(id=["1", "1", "3"], answer=answers), Asked(("answer",), "id"), None, FLAGGED)
    assert [(each.check, each.rows, each.count, each.withheld) for each in checked.findings] == [
        ("safeguarding", (), 1, 0),
        ("id-twice", (3,), 2, 1),
        ("personal-data", (3,), 2, 1),
    ]


def test_all_rows_that_cannot_be_read_are_told(tmp_path):
    """A file with ragged rows names each of them, and what mends those that it has."""
    (tmp_path / "a.csv").write_text("id,answer\n1,a,b\n2,c\n3\n\n4,d\n", encoding="utf-8")
    (finding,) = freetext.check(tmp_path / "a.csv").findings
    assert (finding.rows, finding.count) == ((2, 4, 5), 3)
    assert "empty lines" in finding.remedy
    assert "--delimiter" in finding.remedy


def test_a_language_that_nobody_knows_is_refused():
    """A code is known by whatever case and region; another language is refused before anything is read."""
    frame = pd.DataFrame(
        {"answer": ["Die Leute am Empfang waren sehr nett und ich habe mich gut beraten gef\u00fchlt."]}
    )
    for code in ("en", "EN", "en-GB"):
        assert [each.check for each in freetext.check(frame, text="answer", lang=code).findings] == ["language"]
    for code in ("english", "zz"):
        with pytest.raises(freetext.FreetextError, match="--lang"):
            freetext.check("no such file.csv", lang=code)


def test_previews_of_a_platform_are_notes_in_a_project(tmp_path):
    """In a project whose file a platform exported the previews are noted, and nothing needs a person."""
    file = exports.write_export("qualtrics", tmp_path)
    write_project(tmp_path / "p", plan_project(read_table(file), name="p", file=str(file)))
    checked = freetext.check(tmp_path / "p")
    told = [(each.check, each.severity, each.what) for each in checked.findings if "previews" in each.what]
    assert told == [("platform-rows", "note", "2 previews left out: rows 4, 12.")]
    assert checked.clean
