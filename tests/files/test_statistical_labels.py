"""Labels of codes, and numbers that stay numbers."""
# ruff: noqa: PD011  (`values` are value labels)

import pandas as pd
import pyreadstat
from hypothesis import given
from hypothesis import strategies as st

from freetext.files.coding.coded import closed_column
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.statistical_labels import labelled, without_missing
from freetext.files.tabular.statistical_moments import with_zeros
from freetext.files.tabular.statistical_options import options_in
from freetext.files.tabular.tables import read_table


def test_labels_that_stand_twice_are_told_apart(tmp_path):
    """Two codes with one label, upper and lower case alike, stay two, the file's own wording is kept, and a code without one is its text."""
    path = tmp_path / "a.sav"
    frame = pd.DataFrame({"q": [1.0, 2.0, 7.0, 4.0, None]})
    pyreadstat.write_sav(frame, path, variable_value_labels={"q": {1: "Yes", 2: "yes", 3: "7", 4: "No"}})
    table = read_table(path)
    assert table.columns == (["Yes", "yes (2)", "7 (7)", "No", None],)
    assert table.about["q"].values == ((1, "Yes"), (2, "yes (2)"), (3, "7"), (4, "No"), (7, "7 (7)"))
    assert table.about["q"].wordings == ((2, "yes"),)


codes = st.one_of(st.integers(-3, 9), st.sampled_from([0.5, 2.5]))
labels = st.sampled_from(["", "Yes", "Yes (2)", "No", "yes", "3", "2.5", "3 (3)"])


@given(st.dictionaries(codes, labels, min_size=1), st.lists(st.one_of(st.none(), codes)))
def test_labels_restore_the_codes(values, cells):
    """However labels repeat or look like codes, the cells and `values` together give every code again; a number stays one."""
    texts, known = labelled(cells, tuple(values.items()))
    names = [label.casefold() for _, label in known]
    assert len(set(names)) == len(names)
    back: dict[object, object] = {label: code for code, label in known}
    used = {cell for cell in cells if cell is not None}
    bare = used - values.keys()
    if not used & values.keys() or 2 * len(bare) > len(used) or any(cell != int(cell) for cell in bare):
        assert texts == cells
    else:
        assert [None if text is None else back[text] for text in texts] == cells
        assert not bare or list(dict(known)) == sorted(dict(known), key=lambda code: float(str(code)))


def test_a_number_with_a_few_labels_stays_a_number(tmp_path):
    """An age with "99 or older" and a weight with one named value are numbers; a scale's points stand in order, named or not."""
    path = tmp_path / "a.sav"
    frame = pd.DataFrame(
        {
            "age": [18.0, 35.0, 64.0, 99.0, 99.0],
            "weight": [0.5, 1.0, 1.0, 0.5, 1.0],
            "scale": [5.0, 1.0, 2.0, 4.0, 3.0],
            "few": [1.0, 2.0, 1.0, 2.0, 2.0],
        }
    )
    labels: dict[str, dict[int | float, str]] = {
        "age": {99: "99 or older"},
        "weight": {1: "unweighted"},
        "scale": {1: "never", 3: "at times", 5: "always"},
        "few": {2: "No", 1: "Yes"},
    }
    pyreadstat.write_sav(frame, path, variable_value_labels=labels)
    table = read_table(path)
    assert table.columns[0] == [18, 35, 64, 99, 99]
    assert table.about["age"].values == ((99, "99 or older"),)
    assert table.columns[1] == [0.5, 1, 1, 0.5, 1]
    assert table.columns[2] == ["always", "never", "2", "4", "at times"]
    assert table.about["scale"].values == ((1, "never"), (2, "2"), (3, "at times"), (4, "4"), (5, "always"))
    assert table.columns[3] == ["Yes", "No", "Yes", "No", "No"]
    assert "numbers of which a few have labels stay numbers: age, weight" in table.took


def test_leading_zeros_of_a_format(tmp_path):
    """A number that SPSS or Stata shows with leading zeros, as an identifier, is the text with its zeros; said where any was put."""
    frame = pd.DataFrame({"id": [7.0, 12_345.0, None], "n": [1.0, 2.0, 3.0]})
    pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_format={"id": "N5", "n": "F5.0"})
    table = read_table(tmp_path / "a.sav")
    assert table.columns == (["00007", "12345", None], [1, 2, 3])
    assert "numbers written with the leading zeros of their format: id" in table.took
    assert with_zeros([7, None], "%05.0f", "Stata") == (["00007", None], True)
    assert with_zeros([12_345], "%05.0f", "Stata") == (["12345"], False)
    assert with_zeros([1.5, 7], "N5", "SPSS") == ([1.5, 7], False)
    assert with_zeros([7], "%9.0g", "Stata") == ([7], False)


@given(st.lists(st.one_of(st.none(), st.integers(-5, 105), st.floats(0, 100))))
def test_missing_ranges_blank_what_lies_within(cells):
    """A cell is blanked when it lies within a range, both ends included, and is otherwise untouched."""
    kept, places = without_missing(cells, [(90, 99), (-1, -1)])
    gone = [cell is not None and (90 <= cell <= 99 or cell == -1) for cell in cells]
    assert {place: code for code, where in places.items() for place in where} == {
        place: cell for place, (cell, away) in enumerate(zip(cells, gone, strict=True)) if away
    }
    assert kept == [None if away else cell for cell, away in zip(cells, gone, strict=True)]


def test_options_stand_in_the_order_of_the_file():
    """A tally without a project takes a column's options in its file's order: labels as they stand, numbers as numbers."""
    about = About(values=((1, "low; lower"), (2, "2"), (3, "high"), (9, "Not asked")), missing=((9, 9),))
    assert options_in(about, ["high", "", "2", "low; lower"]) == ("low; lower", "2", "high")
    assert options_in(about, ["10", "9", "", "5"]) == ("5", "9", "10")
    assert options_in(about, ["10", "many"]) == ()
    assert options_in(None, ["b", "a"]) == ()
    column = {"q": ["high", "low; lower", "2", ""]}
    table = Table("a.sav", ("q",), tuple(column.values()), 4, about={"q": about})
    assert [theme.name for theme in closed_column(table, "q").codeframe.themes] == ["low; lower", "2", "high"]
