"""A coded table as the data that statistics programs know."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.coding.open_questions import open_questions
from freetext.files.coding.wanted import Wanted
from freetext.files.exchange.coded_dataset import coded_dataset, theme_ticks
from freetext.files.exchange.exports_closed import short
from freetext.files.tabular.rows import About, Table
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.survey.questionnaire import Question, Questionnaire

FRAME = Codeframe(
    "f",
    (Theme("money", 1, "Money", net="means"), Theme("staff", 2, "Staff", net="means"), Theme("law", 3, "The law")),
    (Theme("means", 4, "Means"),),
)
EMPTY = Questionnaire()
DAY = dt.date(2026, 1, 2)
MIDNIGHT, HOUR = dt.datetime.combine(DAY, dt.time()), dt.datetime.combine(DAY, dt.time(3))


def table_of(columns, about=None):
    """A table of these columns."""
    size = len(next(iter(columns.values())))
    return Table("t.csv", tuple(columns), tuple(columns.values()), size, about=about or {})


def dataset_of(columns, survey=EMPTY, about=None, *, nets=False, frame=FRAME, question=""):
    """The dataset of a table, its open questions read with one codeframe."""
    table = table_of(columns, about)
    opened = (
        list(open_questions(table, Wanted(closed=(), codeframe=frame, question=question), None))
        if "freetext_themes" in str(columns)
        else []
    )
    return coded_dataset(table, opened, survey, nets=nets)


def cells_of(dataset):
    """The cells of every variable, by name."""
    return {each.name: list(each.cells) for each in dataset.variables}


def only(dataset):
    """The one variable of a dataset."""
    (variable,) = dataset.variables
    return variable


CODED = {
    "id": ["1", "2", "3", "4"],
    "freetext_themes": ["money;law", "", "staff", ""],
    "freetext_review": ["false", "false", "true", "false"],
    "freetext_review_why": ["", "", "near the cut-off", ""],
    "freetext_source": ["money=human;law=human", "blank", "staff=model", "model"],
}


def test_a_theme_is_a_tick_and_a_blank_answer_is_missing():
    """Each theme is a 0/1 variable: 1 where given, 0 where answered without it, missing where the answer is blank."""
    cells = cells_of(dataset_of(CODED))
    assert cells["themes_money"] == [1, None, 0, 0]
    assert cells["themes_staff"] == [0, None, 1, 0]
    assert cells["themes_law"] == [1, None, 0, 0]


def test_who_decided_and_what_wants_a_person_are_variables():
    """Source says people or machine, review is a tick, and both are missing or not as the answer is."""
    dataset = dataset_of(CODED)
    cells = cells_of(dataset)
    assert cells["themes_source"] == [1, None, 2, 2]
    assert cells["themes_review"] == [0, 0, 1, 0]
    (source,) = [each for each in dataset.variables if each.name == "themes_source"]
    assert dict(source.values) == {1: "people", 2: "machine", 3: "people and machine"}


def test_the_ticks_of_a_question_are_a_set():
    """The themes of a question are one set of several answers, in the codeframe's order."""
    (several,) = dataset_of(CODED).sets
    assert several.variables == ("themes_money", "themes_staff", "themes_law")


def test_nets_are_ticks_on_request_and_in_no_set():
    """A net is given where a theme below it is; it is no answer of its own, so no set holds it."""
    dataset = dataset_of(CODED, nets=True)
    assert cells_of(dataset)["themes_means"] == [1, None, 1, 0]
    assert all("themes_means" not in each.variables for each in dataset.sets)
    assert "themes_means" not in cells_of(dataset_of(CODED))


def test_a_question_that_was_not_put_is_missing():
    """In a file with one answer a row, a row that asks something else is missing for this question."""
    columns = {
        "asked": ["a", "b", "a"],
        "freetext_themes": ["money", "law", ""],
        "freetext_source": ["money=model", "law=model", "model"],
    }
    cells = cells_of(dataset_of(columns, question="asked"))
    assert cells["a_money"] == [1, None, 0]
    assert cells["b_law"] == [None, 1, None]
    assert cells["b_source"] == [None, 2, None]


def test_labels_name_question_and_theme_however_long_the_question():
    """A tick is labelled "QUESTION: THEME", and a question of many words leaves room for the theme."""
    columns = {"why": ["x"], "freetext_themes:q": ["money"], "freetext_source:q": ["money=model"]}
    assert dataset_of(columns).variables[1].label == "q: Money"
    assert short("Why?") == "Why?"
    assert len(short("Why? " * 80)) <= 150


def test_a_closed_question_is_codes_in_the_order_of_its_options():
    """Options get their place as code, other values the next codes; case and spaces do not matter, blanks are missing."""
    survey = Questionnaire(
        questions=(Question("type", "closed", ("t",), "What are you?", options=("charity", "council")),)
    )
    variable = only(dataset_of({"t": ["Council", "", "charity ", "firm", "council"]}, survey))
    assert (variable.kind, variable.label) == ("single", "What are you?")
    assert list(variable.cells) == [2, None, 1, 3, 2]
    assert dict(variable.values) == {1: "charity", 2: "council", 3: "firm"}


def test_labels_that_the_file_brought_get_their_codes_back():
    """A column whose cells are labels is written with the codes that the labels stand for, and what has no label stands for itself."""
    about = {"sex": About("Sex", ((1, "male"), (2.0, "female"), (-9, "refused")), measure="nominal")}
    variable = only(dataset_of({"sex": ["female", "refused", "", "male", "7"]}, about=about))
    assert (variable.kind, list(variable.cells), variable.label) == ("single", [2, -9, None, 1, 7], "Sex")
    assert dict(variable.values) == {1: "male", 2: "female", -9: "refused", 7: "7"}


def test_a_scale_with_a_labelled_code_stays_a_number():
    """A number of which one code has a label is a number, with that code in the label's place."""
    about = {"age": About("Age", ((99, "refused"),), measure="scale")}
    variable = only(dataset_of({"age": [34.0, "refused", None, 25.5]}, about=about))
    assert (variable.kind, list(variable.cells), variable.values) == (
        "number",
        [34.0, 99, None, 25.5],
        ((99, "refused"),),
    )


@pytest.mark.parametrize("code", ["M", None])
def test_labels_of_codes_of_several_kinds_stay(code):
    """Where some codes are numbers and others are not the labels stay as texts, for no program could hold both."""
    about = {"x": About("", ((1, "one"), (code, "other")))}
    variable = only(dataset_of({"x": ["one", "other"]}, about=about))
    assert (variable.kind, list(variable.cells)) == ("text", ["one", "other"])


def test_a_question_of_several_answers_in_one_column_is_a_set_of_ticks():
    """A joined column becomes one tick an option where it stood, and a set; who said nothing is missing."""
    survey = Questionnaire(questions=(Question("m", "multi", ("m",), options=("a", "b")),))
    dataset = dataset_of({"id": ["x", "y", "z"], "m": ["a;b", "", "b"], "n": ["u", "v", "w"]}, survey)
    assert list(cells_of(dataset)) == ["id", "m_a", "m_b", "n"]
    assert (cells_of(dataset)["m_a"], cells_of(dataset)["m_b"]) == ([1, None, 0], [1, None, 1])
    assert dataset.sets[0].variables == ("m_a", "m_b")


def test_columns_that_the_file_joins_are_a_set_of_ticks():
    """Columns of one group are ticks, whether a tick is 1, yes or the option's own words; other cells leave them texts."""
    about = {name: About("Levels?", (), "levels", option) for name, option in (("l1", "low"), ("l2", "high"))}
    dataset = dataset_of({"l1": ["low", "", ""], "l2": ["", "yes", ""]}, about=about)
    assert cells_of(dataset) == {"l1": [1, 0, None], "l2": [0, 1, None]}
    assert [each.label for each in dataset.variables] == ["Levels?: low", "Levels?: high"]
    assert dataset.sets[0].name == "levels"
    assert dataset_of({"l1": ["low", "often"], "l2": ["", "1"]}, about=about).sets == ()


def test_a_column_that_is_not_what_the_question_says_stays():
    """A tick that is none leaves the column a text: an export loses no cell because a questionnaire is wrong."""
    survey = Questionnaire(questions=(Question("m", "multi", ("a", "b"), options=("A", "B")),))
    assert cells_of(dataset_of({"a": ["1", "often"], "b": ["0", ""]}, survey)) == {"a": ["1", "often"], "b": [0, None]}


def test_ids_and_answers_stay_texts():
    """An id is a text although it looks like a number, leading zeros and all; so is an answer."""
    survey = Questionnaire(id="id", questions=(Question("q", "open", ("q",)),))
    dataset = dataset_of({"id": ["007", "12"], "q": ["5", "6"], "n": ["5", "6"]}, survey)
    assert [each.kind for each in dataset.variables] == ["text", "text", "number"]


@pytest.mark.parametrize(
    ("cells", "kind", "read"),
    [
        (["1", "", "-3"], "number", [1, None, -3]),
        (["1.5", "2"], "number", [1.5, 2]),
        (["1.50", "0.80"], "number", [1.5, 0.8]),
        (["1.10", "1.2"], "text", ["1.10", "1.2"]),
        (["01", "2"], "text", ["01", "2"]),
        (["1e3", "2"], "text", ["1e3", "2"]),
        (["-0", "1"], "text", ["-0", "1"]),
        (["1234567890123456", "1"], "text", ["1234567890123456", "1"]),
        ([True, None, False], "tick", [1, None, 0]),
        ([1, 2.5, float("nan")], "number", [1, 2.5, None]),
        ([1, "x"], "text", ["1", "x"]),
        ([2**60, 1], "text", [str(2**60), "1"]),
        ([float("inf"), 1.0], "text", ["inf", "1"]),
        ([DAY, None], "moment", [DAY, None]),
        (
            [DAY, HOUR],
            "moment",
            [MIDNIGHT, HOUR],
        ),
        (["", ""], "text", [None, None]),
    ],
)
def test_what_a_column_is_comes_of_all_its_cells(cells, kind, read):
    """Numbers are numbers only where no cell loses anything by it; everything else is a text or what it was."""
    variable = only(dataset_of({"x": cells}))
    assert (variable.kind, list(variable.cells)) == (kind, read)


def test_a_weight_is_a_scale():
    """The project's weight is a number whatever its decimals look like."""
    variable = only(dataset_of({"w": ["1.10", "0.9", ""]}, Questionnaire(weight="w")))
    assert (variable.kind, list(variable.cells), variable.measure) == ("number", [1.1, 0.9, None], "scale")


@pytest.mark.parametrize("cells", [["1,45", "0,9", ""], [" 1.45 ", "0.90", ""]])
def test_a_weight_is_read_as_a_tally_reads_it(cells):
    """A weight with decimal commas is a number, for a tally counts with it too."""
    variable = only(dataset_of({"w": cells}, Questionnaire(weight="w")))
    assert (variable.kind, list(variable.cells)) == ("number", [1.45, 0.9, None])


def test_an_id_of_numbers_is_a_number_and_a_text_a_text():
    """An id whose cells are numbers already stays one, of no measure; one whose cells are texts a text."""
    for cells, kind in (([1000, 1001], "number"), (["1000", "1001"], "text")):
        variable = only(dataset_of({"id": cells}, Questionnaire(id="id")))
        assert (variable.kind, variable.measure, list(variable.cells)) == (kind, "nominal", cells)


def test_a_name_that_programs_change_is_a_label():
    """Where a column's name is the question, an open one too, it is the label as well."""
    survey = Questionnaire(questions=(Question("What else?", "open", ("What else?",), title="What else?"),))
    labels = {
        each.name: each.label
        for each in dataset_of({"What else?": ["a"], "the age": ["5"], "n": ["x"]}, survey).variables
    }
    assert labels == {"What else?": "What else?", "the age": "the age", "n": ""}


def test_special_values_of_an_amount_are_told_apart():
    """A code that the file says is no amount is missing, and where it stood is kept for programs that know such codes."""
    about = {"n": About("N", ((99, "No answer"),), measure="scale", missing=((99, 99),))}
    variable = only(dataset_of({"n": ["5", "No answer", ""]}, about=about))
    assert (variable.kind, list(variable.cells), variable.missing) == ("number", [5, None, None], ((99, 99),))
    assert [(each.code, each.places) for each in variable.unsaid] == [(99, (1,))]


@pytest.mark.parametrize("codes", [(1, 2, 10), (10, 1, 2)])
def test_options_that_have_codes_keep_them(codes):
    """Columns that are named after the codes of their question say them to the set; others say none."""
    about = {f"why_{code}": About("Why?", (), "why", f"o{code}") for code in codes}
    columns = {name: ["1", "0"] for name in about}
    survey = Questionnaire(questions=(Question("why", "multi", tuple(columns)),))
    assert dataset_of(columns, about=about).sets[0].codes == codes
    assert dataset_of(columns, survey, about=about).sets[0].codes == codes
    assert dataset_of(columns, survey).sets[0].codes == ()


def test_reasons_evidence_and_scores_stay_and_their_names_begin_with_the_question():
    """What the ticks do not say is kept: reasons, evidence, scores; the joined themes give way."""
    columns = CODED | {"freetext_evidence": ["", "", "staff: nurse", ""], "freetext_score:money": [0.9, None, 0.1, 0.2]}
    cells = cells_of(dataset_of(columns))
    assert cells["themes_review_why"] == [None, None, "near the cut-off", None]
    assert cells["themes_evidence"][2] == "staff: nurse"
    assert cells["themes_score_money"] == [0.9, None, 0.1, 0.2]
    assert not {"freetext_themes", "freetext_source", "freetext_review"} & set(cells)


def test_reasons_and_scores_of_the_one_question_begin_with_its_name():
    """Where a project knows the one open question every variable of it has its name in front."""
    table = table_of(CODED | {"freetext_score:money": ["", "", "", ""]})
    known = Question("q4", "open", ("q4",))
    opened = [replace(each, known=known) for each in open_questions(table, Wanted(closed=(), codeframe=FRAME), None)]
    names = [each.name for each in coded_dataset(table, opened, EMPTY).variables]
    assert {"q4_money", "q4_review", "q4_review_why", "q4_score_money"} <= set(names)
    assert not any(name.startswith("themes") for name in names)


def test_names_stand_once():
    """Two columns of a name, or a column called as a tick is, get numbers behind them; sets mean the ticks."""
    table = Table(
        "t.csv",
        ("x", "x", "themes_money", "freetext_themes", "freetext_source"),
        (["a", "b"], ["c", "d"], ["e", "f"], ["money", ""], ["money=model", "model"]),
        2,
    )
    opened = list(open_questions(table, Wanted(closed=(), codeframe=FRAME), None))
    dataset = coded_dataset(table, opened, EMPTY)
    names = [each.name for each in dataset.variables]
    assert len(set(names)) == len(names)
    assert names[:4] == ["x", "x_2", "themes_money", "themes_money_2"]
    assert dataset.sets[0].variables[0] == "themes_money_2"


WORDS = st.sampled_from(["", "a", "b", " A", "1", "2", "07", "x;y", "yes"])


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), st.sampled_from(["closed", "multi", "open"]))
def test_no_row_and_no_value_is_lost(rows, kind):
    """Every variable has a cell for each row; a cell is missing only where the original is blank, and its label is the original."""
    columns = {"q": [one for one, _ in rows], "p": [two for _, two in rows]}
    dataset = dataset_of(columns, Questionnaire(questions=(Question("q", kind, ("q",)),)))
    assert all(len(each.cells) == dataset.size == len(rows) for each in dataset.variables)
    if kind == "closed":
        first = dataset.variables[0]
        labels = dict(first.values)
        given_back = ["" if code is None else labels.get(code, code) for code in first.cells]
        assert [str(each or "").strip().casefold() for each in given_back] == [
            each.strip().casefold() for each in columns["q"]
        ]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sets(st.sampled_from(["a", "b", "c"])), st.booleans()), min_size=1, max_size=8))
def test_ticks_add_up_to_the_codes(answers):
    """The ticks of a row are its codes, neither more nor fewer, and none at all where the answer is blank."""
    themes = ["" if blank else ";".join(sorted(codes)) for codes, blank in answers]
    sources = ["blank" if blank else "model" for _, blank in answers]
    table = table_of({"freetext_themes": themes, "freetext_source": sources})
    opened = list(open_questions(table, Wanted(closed=(), codeframe=codeframe_of(["a", "b", "c"])), None))
    ticks = theme_ticks(opened)
    for row, (codes, blank) in enumerate(answers):
        said = {name.removeprefix("themes_"): cells[row] for name, cells in ticks.items()}
        assert said == {name: None if blank else int(name in codes) for name in "abc"}
