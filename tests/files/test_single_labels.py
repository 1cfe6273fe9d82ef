"""Labels and tallies under codeframes of exactly one theme an answer."""

import json
from dataclasses import replace

import numpy as np
import openpyxl
import pytest

from freetext.errors import InputError, UnknownTheme
from freetext.files.coding.answers import answers_in, label_columns
from freetext.files.coding.compared import compared
from freetext.files.coding.tallying import Wanted, tables_of
from freetext.files.labelling.label_imports import LabelPlace, labels_from
from freetext.files.reviewing.review_returns import read_review_sheet
from freetext.files.reviewing.review_sheets import write_review_sheet
from freetext.files.tabular.tables import Table
from freetext.interfaces.tallying import tables_text
from freetext.review.items import Item
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.labels import Label
from freetext.survey.settling import place_of
from freetext.tallies.evaluate import evaluate

FRAME = Codeframe(
    "f",
    (Theme("a", 1, "A", net="ab"), Theme("b", 2, "B", net="ab"), Theme("c", 3, "C")),
    (Theme("ab", 9, "A or B"),),
    single=True,
)
SEVERAL = replace(FRAME, single=False)


def table(**columns):
    return Table("s.csv", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))


def read(codes, frame=FRAME, blank="unlabelled"):
    file = answers_in(table(id=["1", "2", "3", "4"], said=["x", "y", "", "z"], codes=codes), text=("said",), id="id")
    return label_columns(file, ["codes"], codeframe=frame, blank=blank)


def test_two_themes_are_refused_with_their_rows():
    """Several labels of one answer are told all together, by row; without `single` they are taken."""
    with pytest.raises(
        InputError, match=r"s\.csv, column 'codes': several themes in rows 2, 5; codeframe 'f' wants exactly one"
    ):
        read(["a;b", "c", "", "b;c"])
    assert read(["a;b", "c", "", "b;c"], SEVERAL).given.sum() == 5
    assert read(["a;a", "c", "", "b"]).given.sum(axis=1).tolist() == [1, 1, 0, 1]


def test_no_theme_is_refused_where_it_would_be_a_label():
    """A blank label that means "no theme" is refused with its row; one that means "unlabelled", or of a blank answer, is not."""
    assert read(["a", "", "", "b"]).labelled.tolist() == [True, False, False, True]
    with pytest.raises(
        InputError, match=r"no theme in rows 3; codeframe 'f' wants exactly one.*--blank-labels unlabelled"
    ):
        read(["a", "", "", "b"], blank="none")
    assert read(["a", "b", "", "b"], blank="none").given.any(axis=1).tolist() == [True, True, False, True]


@pytest.mark.parametrize(("codes", "what"), [(["a;b", "c"], "several themes"), (["", "c"], "no theme")])
def test_an_import_holds_to_one_theme(codes, what):
    """Labels that come in from a file are refused alike."""
    survey = answers_in(table(id=["1", "2"], said=["x", "y"]), text=("said",), id="id", names={"said": "q"})
    place, like = LabelPlace(("codes",), "id"), Label("", "", (), "ada")
    with pytest.raises(InputError, match=f"{what} in rows 2; "):
        labels_from(table(id=["1", "2"], codes=codes), place, survey, {"q": FRAME}, like=like, key="k", blank="none")


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (("A", "B"), "marks 'A' beside B: every answer has one theme"),
        (("no theme",), "every answer has one theme, mark one"),
    ],
)
def test_a_review_sheet_holds_to_one_theme(tmp_path, marked, said):
    """Two marks, or "no theme", in a row of a returned sheet are told by their cells."""
    path, item = tmp_path / "queue.xlsx", Item(("1", "q"), "said", FRAME, "audit", one=True)
    write_review_sheet([item], path, coder="ada", key="k")
    book = openpyxl.load_workbook(path)
    page = book["f"]
    for cells in page.iter_cols():
        if str(cells[0].value) in marked:
            cells[1].value = 1
    book.save(path)
    with pytest.raises(InputError, match=said):
        read_review_sheet(path, {("1", "q"): "said"}, {"f": FRAME}, key="k")


def test_one_theme_an_answer_adds_up_to_100():
    """In the tally of a single-code question the percentages of themes add up to 100, of nets and what no net holds too."""
    codes = ["a"] * 3 + ["b"] * 2 + ["c"] * 4
    said = table(id=[str(place) for place in range(9)], codes=codes)
    (tallied,) = tables_of(said, Wanted(themes=("codes",), codeframe=FRAME))
    shares = {row.theme: (row.cells[0].count or 0) / len(codes) for row in tallied.rows}
    assert sum(shares[slug] for slug in "abc") == pytest.approx(1)
    assert shares["ab"] + shares["c"] == pytest.approx(1)
    told = json.loads(tables_text([tallied], "json"))["tables"][0]
    written = {row["theme"]: row["cells"][0]["share"] for row in told["rows"]}
    assert written == pytest.approx(shares)
    assert written["ab"] == pytest.approx(5 / 9)


def test_a_child_implies_its_net_and_nobody_codes_one():
    """An answer with a theme counts in its net, once; evaluation is of themes alone; a label that names a net is told what to write."""
    said = table(id=["1", "2", "3"], codes=["a;b", "b", "c"], truth=["a", "b", "c"])
    (tallied,) = tables_of(said, Wanted(themes=("codes",), codeframe=SEVERAL))
    assert {row.theme: row.cells[0].count for row in tallied.rows} == {"ab": 2, "a": 1, "b": 2, "c": 1}
    found = compared(said, "codes", ["truth"], SEVERAL)
    assert [each.theme for each in evaluate(SEVERAL, found.chosen, found.truth).themes] == ["a", "b", "c"]
    with pytest.raises(InputError, match=r"row 2.*'ab' is a net of the codeframe: label with the themes below it"):
        read(["ab", "b", "", "c"])
    with pytest.raises(UnknownTheme, match=r"'ab' is a net, which is counted and never coded.*\(a, b\)"):
        place_of("ab", FRAME)
    assert np.array_equal(found.truth, np.eye(3, dtype=bool))


def test_a_blank_cell_points_to_the_option_for_unlabelled_answers():
    """A blank cell under one theme an answer may be an answer that nobody has coded: the refusal names the option."""
    with pytest.raises(InputError, match="--blank-labels unlabelled"):
        read(["a", "", "b", ""], blank="none")


def test_of_one_theme_an_answer_several_are_not_spoken_of():
    """The note on several answers stands below open questions, not where every answer has one theme."""
    notes = {}
    for frame in (FRAME, SEVERAL):
        wanted = Wanted(themes=("codes",), codeframe=frame, coded_by="people")
        (found,) = tables_of(table(codes=["a", "b", "c", "a"]), wanted)
        notes[frame.single] = tables_text([found])
    assert "several answers" in notes[False]
    assert "several answers" not in notes[True]


@pytest.mark.parametrize(
    ("sources", "refused"),
    [
        (["a=model", "b=model", "", "c=human"], True),
        (["a=human", "b=human", "", "c=model"], False),
        (["a=rule", "b=human", "", "human"], False),
    ],
)
def test_a_model_does_not_learn_from_a_model(sources, refused):
    """Our column of codes that a model gave in most rows is refused as labels; one that people decided is taken."""
    columns = {"freetext_themes": ["a", "b", "", "c"], "freetext_source": sources}
    file = answers_in(table(id=["1", "2", "3", "4"], said=["x", "y", "", "z"], **columns), text=("said",), id="id")
    if refused:
        with pytest.raises(InputError, match="a model gave the codes in 2 of 3 coded rows"):
            label_columns(file, ["freetext_themes"], codeframe=SEVERAL)
    else:
        assert label_columns(file, ["freetext_themes"], codeframe=SEVERAL).given.sum() == 3
