"""Multiple-response sets of SPSS files: by their names, with values that are texts, and variables in several of them."""
# ruff: noqa: PD011  (`values` are value labels)

import struct

import pandas as pd
import pyreadstat
import pytest

from freetext.files.project.guesses import guess
from freetext.files.tabular.statistical_records import END, EXTENSION, counted_values, records
from freetext.files.tabular.tables import read_table

TITLES: dict[str, str | None] = {"b1": "Bus", "b2": "Car", "c1": "Bus", "c2": "Car", "t1": "Cat", "t2": "Dog"}
FRAME = pd.DataFrame(
    {
        "b1": [1.0, 2.0, 9.0, 1.0],
        "b2": [2.0, 2.0, 1.0, 9.0],
        "c1": [1.0, 1.0, 2.0, 2.0],
        "c2": [1.0, 2.0, 1.0, 1.0],
        "t1": ["Y", "N", "N", "Y"],
        "t2": ["N", "Y", "", "Y"],
    }
)


def with_records(path, *sets):
    """A file with these records of sets, each (kind, text), before the end of its dictionary."""
    data = path.read_bytes()
    end = next(begin for kind, begin, _ in records(data) if kind == END)
    more = b"".join(struct.pack("<4i", EXTENSION, kind, 1, len(text)) + text for kind, text in sets)
    path.write_bytes(data[:end] + more + data[end:])


@pytest.fixture(name="made")
def _made(tmp_path):
    def made(*sets, labels=None):
        path = tmp_path / "a.sav"
        pyreadstat.write_sav(FRAME, path, column_labels=TITLES, variable_value_labels=labels or {})
        with_records(path, *sets)
        return read_table(path)

    return made


@pytest.mark.parametrize(("kind", "head"), [(7, "D1 Y"), (19, "E 1 1 Y"), (19, "E 11 1 Y")])
def test_counted_values_that_are_texts(made, kind, head):
    """An option of texts is ticked by the value that its set counts; blanks stay blank."""
    table = made((kind, f"$pets={head} 5 Pets! t1 t2\n".encode()))
    assert table.texts("t1") == ["yes", "no", "no", "yes"]
    assert table.texts("t2") == ["no", "yes", "", "yes"]
    about = table.about["t1"]
    assert (about.group, about.title, about.option) == ("pets", "Pets!", "Cat")
    assert about.values == (("N", "no"), ("Y", "yes"))
    assert "multiple-response set 'pets' of 2 options, counted value Y" in table.took


def test_sets_with_one_label_are_two_questions(made):
    """A set is known by its name: two with the same label are two questions, each titled by its label and not by an option."""
    table = made((7, b"$a=D1 1 9 Transport b1 b2\n$b=D1 1 9 Transport c1 c2\n"))
    questions = {each.name: each for each, _ in guess(table).questions if each.kind == "multi"}
    assert {name: each.columns for name, each in questions.items()} == {"a": ("b1", "b2"), "b": ("c1", "c2")}
    assert {each.title for each in questions.values()} == {"Transport"}
    assert all(each.options == ("Bus", "Car") for each in questions.values())


def test_a_variable_alone_in_its_set_keeps_its_values(made):
    """Where sets overlap, a variable belongs to the first; one that is left alone in the second is read as it stands."""
    labels = {name: {1: "Used", 2: "Never"} for name in ("c1", "c2", "b2")}
    table = made((7, b"$a=D1 1 4 Used c1 c2\n$b=D1 2 5 Never c2 b2\n"), labels=labels)
    assert table.texts("c2") == ["yes", "no", "yes", "yes"]
    assert table.texts("b2")[:3] == ["Never", "Never", "Used"]
    assert table.about["b2"].group == ""
    assert "multiple-response set 'b' left as its variables: c2 in an earlier set" in table.took


def test_not_asked_is_not_no(made):
    """A code of an option that says neither yes nor no is blank, and known for those who can write it again."""
    labels = {name: {1: "Ja", 2: "Nein", 9: "Nicht gefragt"} for name in ("b1", "b2")}
    table = made((7, b"$a=D1 1 4 Bus? b1 b2\n"), labels=labels)
    assert table.texts("b1") == ["yes", "no", "", "yes"]
    assert table.texts("b2") == ["no", "no", "yes", ""]
    about = table.about["b1"]
    assert about.unsaid == ((9, (3,)),)
    assert about.wordings == ((1, "Ja"), (2, "Nein"), (9, "Nicht gefragt"))
    assert "codes of options that say neither yes nor no, such as `Not asked`, read as blank: b1, b2" in table.took


def test_numbers_far_apart_are_no_options(tmp_path):
    """An age of which the file names one value is no closed question; a short scale of which it names the ends is, in order."""
    ages, points = [18.0, 35.0, 64.0, 99.0] * 5, [10.0, 0.0, 2.0, 9.0] * 5
    frame = pd.DataFrame({"age": ages, "nps": points, "q": [1.0, 2.0, 1.0, None] * 5})
    labels: dict[str, dict[int | float, str]] = {
        "age": {99: "99 or older"},
        "nps": {0: "Never", 10: "Surely"},
        "q": {1: "Yes", 2: "No", 8: "Not asked"},
    }
    measures = dict.fromkeys(labels, "scale")
    pyreadstat.write_sav(
        frame, tmp_path / "a.sav", variable_value_labels=labels, variable_measure=measures, missing_ranges={"q": [8]}
    )
    questions = {each.name: each.options for each, _ in guess(read_table(tmp_path / "a.sav")).questions}
    assert "age" not in questions
    assert questions["q"] == ("Yes", "No")
    assert [name for name in questions if name == "nps"] == ["nps"]


def test_counted_values_of_any_bytes():
    """However a dictionary ends or lies, looking for counted values ends in those that stand before the fault."""
    head = b"$FL2" + bytes(60) + b"\2\0\0\0" + bytes(108)
    text = "$a=D2 no 1 A b c\n$\u00e9=E 11 1 1 0  b c\n".encode()
    whole = head + struct.pack("<4i", EXTENSION, 7, 1, len(text)) + text
    assert counted_values(whole + struct.pack("<2i", END, 0)) == {"a": "no", "\u00e9": "1"}
    big = head[:64] + b"\0\0\0\2" + bytes(108) + struct.pack(">4i", EXTENSION, 19, 1, len(text)) + text
    assert counted_values(big) == {"a": "no", "\u00e9": "1"}
    assert counted_values(whole[:-5]) == {}
    assert counted_values(head + struct.pack("<4i", EXTENSION, 7, -1, 5)) == {}
    assert counted_values(b"") == {}
