"""`freetext.check`: files, frames and folders alike; findings as a frame."""

import pandas as pd
import pytest
from tests.files import exports

import freetext
from freetext.files.coding.checked import Asked, Guards, checked_table
from freetext.files.coding.checked_suspects import FEW, suspects
from freetext.files.tabular.rows import Table
from freetext.guard.redactor import CANDIDATE

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
