"""From an SPSS file through a coded CSV to an SPSS file: codes, labels and missing values are the same again."""
# ruff: noqa: PD011  (`values` are value labels)

from typing import Any

import pandas as pd
import pyreadstat
import pytest

from freetext.files.exchange.dataset import Dataset, Unsaid, Variable
from freetext.files.exchange.sav import write_sav
from freetext.files.exchange.statistical_back import as_the_file_had, carried, with_codes
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.tables import read_table, write_table
from freetext.interfaces.exporting import export

FRAME = pd.DataFrame(
    {
        "id": ["p1", "p2", "p3", "p4", "p5"],
        "q": [1.0, 98.0, 2.0, 99.0, 1.0],
        "r": [5.0, 2.0, 99.0, 1.0, 1.0],
        "age": [34.0, -1.0, 51.0, 62.0, 19.0],
        "code": ["a", "X", "b", "a", "b"],
        "weight": [0.5, 1.0, 1.5, 1.0, 1.25],
        "why": ["cold food", "waited hours", "kind nurse", "parking", "no"],
    }
)
LABELS: dict[str, dict[int | float, str]] = {
    "q": {1: "Yes", 2: "No", 98: "Not asked", 99: "Refused"},
    "r": {1: "OK", 2: "Bad", 5: "OK", 99: "Missing"},
    "age": {-1: "n/a"},
    "weight": {1: "unweighted"},
}
MISSING: dict[str, list[Any]] = {
    "q": [98, 99],
    "r": [{"lo": 90, "hi": 1000}],
    "age": [{"lo": -9, "hi": 0}],
    "code": ["X"],
}


@pytest.fixture(name="source")
def _source(tmp_path):
    path = tmp_path / "wave.sav"
    pyreadstat.write_sav(FRAME, path, variable_value_labels=LABELS, missing_ranges=MISSING)
    return path


def told(path):
    """Cells, labels and missing values of a file as pyreadstat gives them."""
    cells, meta = pyreadstat.read_sav(path, user_missing=True, output_format="dict")
    return {
        name: (list(column), meta.variable_value_labels.get(name), meta.missing_ranges.get(name))
        for name, column in cells.items()
    }


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (3, 1, 0)])
def test_codes_and_labels_come_back_by_way_of_a_csv(tmp_path, source, order):
    """A coded CSV, sorted otherwise and shorter too, becomes an SPSS file with the source's codes, labels and missing values."""
    table = read_table(source)
    columns = {name: [table.columns[table.place(name)][row] for row in order] for name in table.names}
    columns["freetext_themes"] = ["food" if row % 2 else "staff" for row in order]
    write_table(Table("c", tuple(columns), tuple(columns.values()), len(order)), tmp_path / "coded.csv")
    export(tmp_path / "coded.csv", tmp_path / "out.sav", source=source, text="why", id="id")
    before, after = told(source), told(tmp_path / "out.sav")
    for name, (cells, labels, missing) in before.items():
        assert after[name] == ([cells[row] for row in order], labels, missing)


def test_an_option_keeps_not_asked_apart_from_no():
    """In an exported set "Not asked" is its own code with its label, a blank among answers is missing, and no is 0."""
    words = ((1, "Ja"), (2, "Nee"), (0, "Niet"))
    values = ((2, "no"), (1, "yes"))
    about = About("Transport", values, "tr", "Bus", wordings=words, unsaid=((0, (3,)),))
    table = Table("t", ("b",), (["yes", "no", None, None],), 4, first=1, about={"b": about})
    made = as_the_file_had(Variable("b", "tick", [1, 0, 0, 0], "Transport: Bus"), table)
    assert list(made.cells) == [1, 0, None, None]
    assert made.values == ((0, "Nee"), (1, "Ja"))
    assert made.unsaid == (Unsaid(0, "Niet", (2,)),)
    (coded,) = with_codes(Dataset("d", "", (made,), 4)).variables
    assert list(coded.cells) == [1, 0, 2, None]
    assert coded.values == ((0, "Nee"), (1, "Ja"), (2, "Niet"))


def test_a_cell_that_was_filled_since_keeps_what_it_holds():
    """A code of a blank cell comes back to blank cells only, and a missing range that holds an answer is none."""
    about = About("", ((9, "refused"),), missing=((8, 9),), unsaid=((9, (1, 2)),))
    table = Table("t", ("x",), ([8, None],), 2, first=1, about={"x": about})
    made = as_the_file_had(Variable("x", "number", [8, None], values=((9, "refused"),)), table)
    (coded,) = with_codes(Dataset("d", "", (made,), 2)).variables
    assert list(coded.cells) == [8, 9]
    assert coded.missing == ()


def test_rows_that_cannot_be_matched_get_no_codes():
    """Without an id, rows of tables of different sizes are not matched by guess; of one size and one text they are."""
    about = {"q": About(unsaid=((9, (2,)),))}
    source = Table("s", ("q", "t"), ([1, None, 1], ["a", "b", "b"]), 3, first=1, about=about)
    shorter = Table("c", ("q", "t"), (["1", ""], ["a", "b"]), 2)
    same = Table("c", ("q", "t"), (["1", "", "1"], ["a", "b", "b"]), 3)
    assert carried(source, shorter)["q"].unsaid == ((9, ()),)
    assert carried(source, same)["q"].unsaid == ((9, (3,)),)


def test_missing_values_that_are_written(tmp_path):
    """Codes of unsaid answers are written as codes, declared missing, and read as blank again."""
    gone = (Unsaid(98, "Not asked", (1,)),)
    variable = Variable("q", "single", [1, None, 2], "Q", ((1, "Yes"), (2, "No")), unsaid=gone, missing=((98, 98),))
    write_sav(Dataset("d", "", (variable,), 3), tmp_path / "a.sav")
    assert told(tmp_path / "a.sav")["q"][0] == [1, 98, 2]
    table = read_table(tmp_path / "a.sav")
    assert table.columns == (["Yes", None, "No"],)
    assert table.about["q"].unsaid == ((98, (2,)),)
