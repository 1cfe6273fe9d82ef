"""Nothing that a coded file holds gets lost on the way to a statistics program without a word."""

import datetime as dt
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from freetext.files.exchange.coded_dataset import coded_dataset
from freetext.files.exchange.exports_names import renames_of
from freetext.files.exchange.exports_types import typed_as
from freetext.files.exchange.sps import sps_text
from freetext.files.exchange.whole_codes import whole_coded
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.tables import read_table, write_table
from freetext.interfaces.exporting import export
from freetext.survey.questionnaire import Question, Questionnaire


def table_of(columns, about=None):
    """A table of these columns."""
    return Table("t.csv", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))), about=about or {})


def by_name(table, *questions):
    """The variables of a table by name, without open questions."""
    return {each.name: each for each in coded_dataset(table, (), Questionnaire(questions=questions)).variables}


OTHER = (("Other", "other"),)
MULTI = Question("Which", "multi", ("Which - A", "Which - Other"), options=("A", "Other"), reserved=OTHER)
TEXTS = Question("Which - Other", "other", ("Which - Other",), of="Which", codeframe="codeframe.toml")


@pytest.mark.parametrize("questions", [(MULTI, TEXTS), (TEXTS, MULTI), (MULTI,)])
def test_what_was_written_into_an_options_box_stands_beside_its_tick(questions):
    """A column that is an option and holds what people wrote becomes the tick and a text, in whatever order questions stand."""
    found = by_name(table_of({"Which - A": ["A", "", ""], "Which - Other": ["", "the radio", "yes"]}), *questions)
    assert list(found) == ["Which - A", "Which - Other", "Which - Other_text"]
    assert list(found["Which - Other"].cells) == [0, 1, 1]
    assert list(found["Which - Other_text"].cells) == [None, "the radio", None]
    assert found["Which - Other_text"].label == "Which: Other (text)"


def test_what_was_written_among_joined_options_is_a_text():
    """Write-ins of a question whose options are joined in one cell are a text beside the ticks."""
    joined = Question("Which", "multi", ("Which",), options=("A", "B", "Other"), reserved=OTHER, separator=";")
    found = by_name(table_of({"Which": ["A;big tent", "B", "", "my dog;no, cats"]}), joined)
    assert list(found["Which_other"].cells) == [1, 0, None, 1]
    assert list(found["Which_other_text"].cells) == ["big tent", None, None, "my dog;no, cats"]
    assert "Which_other_text" not in by_name(table_of({"Which": ["A;B", "B"]}), joined)


@pytest.fixture(name="source")
def _source(tmp_path):
    path = tmp_path / "wave.sav"
    frame = pd.DataFrame(
        {
            "id": [1.0, 2.0, 3.0, 4.0],
            "q": [0.5, 1.0, 2.0, 0.5],
            "half": [0.25, 0.5, 0.75, 1.0],
            "c": ["01", "1", "10", "01"],
            "few": ["a", "b", "NA", ""],
            "gender": [1.0, 2.0, 1.0, 2.0],
            "nps": [3.0, 98.0, 7.0, 10.0],
            "blank": [float("nan")] * 4,
            "why": ["staff are kind", "long wait", "cold food", "staff"],
        }
    )
    labels: dict[str, Any] = {
        "q": {0.5: "Half", 1: "One", 2: "Two"},
        "half": {0.25: "a quarter"},
        "c": {"01": "Alpha", "1": "Beta", "10": "Gamma"},
        "few": {"a": "Alpha", "b": "Beta"},
        "gender": {1: "Male", 2: "Female"},
        "nps": {0: "Not at all", 98: "Not asked"},
    }
    told: dict[str, str | None] = {"gender": "Gender", "c": "Country"}
    missing: dict[str, Any] = {"c": ["10"], "nps": [98]}
    pyreadstat.write_sav(frame, path, variable_value_labels=labels, column_labels=told, missing_ranges=missing)
    return path


def exported(source, tmp_path, name):
    """The source by way of a coded CSV as another file, and what was said."""
    coded = read_table(source).with_columns({"freetext_themes": ["staff", "", "", "staff"]})
    write_table(coded, tmp_path / "coded.csv", force=True)
    out = tmp_path / name
    (written,) = export(tmp_path / "coded.csv", out, source=source)
    return out, written


def told(path):
    """Cells, labels and missing values of a file as pyreadstat gives them."""
    read = pyreadstat.read_sav if path.suffix == ".sav" else pyreadstat.read_dta
    cells, meta = read(path, user_missing=True, output_format="dict")
    return {
        name: (list(column), meta.variable_value_labels.get(name), meta.missing_ranges.get(name))
        for name, column in cells.items()
    }, meta


def test_codes_that_are_no_whole_numbers_come_back_in_spss(tmp_path, source):
    """Codes with decimals, codes that are texts, their labels and missing values are those of the source again."""
    before, meta = told(source)
    after, now = told(exported(source, tmp_path, "after.sav")[0])
    for name in ("q", "half", "c", "few", "nps", "gender"):
        assert after[name] == before[name]
    assert now.column_names_to_labels["gender"] == meta.column_names_to_labels["gender"] == "Gender"
    assert now.readstat_variable_types["blank"] == "double"


def test_codes_that_a_program_cannot_hold_are_said(tmp_path, source):
    """Stata and Triple-S number such codes anew, or leave their labels out, and that is said."""
    for name in ("after.dta", "after.sss"):
        out, written = exported(source, tmp_path, name)
        assert any(each.endswith("numbered anew: q, c, few") for each in written.said)
        assert any(each.endswith("which the format does not hold: half") for each in written.said)
    assert told(out.with_suffix(".dta"))[0]["q"][:2] == ([1, 2, 3, 1], {1: "Half", 2: "One", 3: "Two"})
    assert read_table(out).texts("few") == ["Alpha", "Beta", "NA", ""]


def test_a_number_without_a_cell_is_one_in_triple_s_too(tmp_path, source):
    """A variable that no cell of is filled stays a number on the way through Triple-S."""
    out, _ = exported(source, tmp_path, "after.sss")
    assert by_name(read_table(out))["blank"].kind == "number"


def test_what_was_blank_is_blank_in_triple_s(tmp_path, source):
    """A code of no answer, which SPSS declared, counts in no table that is made of the Triple-S file."""
    out, _ = exported(source, tmp_path, "after.sss")
    assert read_table(out).texts("nps") == read_table(source).texts("nps") == ["3", "", "7", "10"]


def test_whole_codes_stay():
    """A data set whose codes are whole numbers is left as it is, and nothing is said."""
    about = {"x": About("", ((1, "one"), (2, "two")))}
    dataset = coded_dataset(table_of({"x": ["one", "two"]}, about), (), Questionnaire())
    same, said = whole_coded(dataset)
    assert (same.variables, said) == (dataset.variables, ())


def test_moments_at_midnight_are_moments():
    """A workbook's column of moments is one again after a CSV, also where one of them is a midnight."""
    cells = [dt.datetime(2026, 3, 1, 9, 30), dt.date(2026, 3, 2), None]  # noqa: DTZ001  (a workbook knows no zones)
    texts = ["2026-03-01T09:30:00", "2026-03-02", ""]
    typed = typed_as(table_of({"when": texts}), table_of({"when": cells}))
    assert list(typed.columns[0]) == cells
    assert by_name(typed)["when"].kind == "moment"


def test_a_name_that_another_column_has_is_listed():
    """A variable that gives way to a column of the file is among the renamed, whatever the format."""
    table = table_of({"themes_score_x": ["a"], "freetext_score:x": [""]})
    dataset = coded_dataset(table, (), Questionnaire())
    for form in ("sav", "dta", "triple-s"):
        assert renames_of(dataset, form) == (("themes_score_x", "themes_score_x_2"),)
    assert "* themes_score_x_2 would be called: themes_score_x." in sps_text(dataset, ["a", "b"], data="a.sav")


def test_a_column_of_a_spreadsheet_that_gives_way_is_listed(tmp_path):
    """Of a CSV or a workbook it is said as well that a theme's column could not have its name."""
    table = table_of({"themes_money": ["x", "y"], "freetext_themes": ["money", ""]})
    write_table(table, tmp_path / "coded.csv")
    for name in ("a.csv", "a.xlsx", "a.parquet"):
        (written,) = export(tmp_path / "coded.csv", tmp_path / name)
        assert written.renamed == (("themes_money", "themes_money_2"),)
        assert written.said == ("1 renamed: themes_money -> themes_money_2",)


def test_scores_are_numbers_even_where_all_are_missing():
    """A column of scores without one is a number, as it would be with one."""
    assert by_name(table_of({"x": ["a"], "freetext_score:money": [""]}))["themes_score_money"].kind == "number"


def test_the_file_has_the_word_on_labels_where_the_project_has_none():
    """The label of a variable keeps its capitals where the project gives no title."""
    about = {"gender": About("Gender", ((1, "Male"), (2, "Female")))}
    found = by_name(table_of({"gender": ["Male", "Female"]}, about), Question("gender", "closed", ("gender",)))
    assert found["gender"].label == "Gender"
