import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingColumn, UsageError
from freetext.files.coding.answers import AnswerFile, LabelColumns, answers_in, label_columns
from freetext.files.labelling.label_cells import TICKED
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.codeframe import Codeframe, Theme, fold

FRAME = Codeframe(
    "f",
    (
        Theme("money", 1, "Money matters", net="inside"),
        Theme("staff", 2, "Staff & co"),
        Theme("none", 9, "Nothing", reserved="none"),
    ),
    (Theme("inside", 10, "Inside"),),
)


def table(**columns) -> Table:
    lists = tuple(list(each) for each in columns.values())
    return Table("s.csv", tuple(columns), lists, len(lists[0]))


def labelled(*columns, codeframe=None, **options) -> LabelColumns:
    """Read label columns named L1, L2, ... beside one text column."""
    named = {f"L{place}": column for place, column in enumerate(columns, start=1)}
    file = answers_in(table(t=["x"] * len(columns[0]), **named), text=["t"])
    return label_columns(file, list(named), codeframe=codeframe, **options)


def cells(read: LabelColumns) -> list[list[str]]:
    return [[slug for slug, held in zip(read.codeframe.slugs, row, strict=True) if held] for row in read.given.tolist()]


# --- answers


def test_one_text_column_is_one_block_without_a_question():
    """Ids default to the file's row numbers, said aloud, respondents to the ids, the question to nothing."""
    file = answers_in(table(t=["a", None, "c"]), text=["t"])
    assert file.answers.texts == ("a", "", "c")
    assert file.answers.ids == file.answers.respondents == ("2", "3", "4")
    assert file.answers.questions == ("", "", "")
    assert len(file.said) == 1
    assert "--id" in file.said[0]
    assert [file.row(place) for place in range(3)] == [2, 3, 4]


def test_respondents_default_to_the_id():
    """With --id nothing is assumed; --respondent may join several answers."""
    rows = table(t=["a", "b"], i=[7, 8.0], p=["z", "z"])
    assert answers_in(rows, text=["t"], id="i").answers.respondents == ("7", "8")
    named = answers_in(rows, text=["t"], id="i", respondent="p")
    assert named.answers.respondents == ("z", "z")
    assert named.said == ()


def test_a_wide_file_has_a_block_for_each_column():
    """Several text columns are questions of their own, block after block, in the order asked for."""
    file = answers_in(
        table(i=["1", "2"], q1=["a", "b"], q2=["c", "d"]), text=["q2", "q1"], id="i", names={"q1": "good?"}
    )
    assert file.answers.texts == ("c", "d", "a", "b")
    assert file.answers.questions == ("q2", "q2", "good?", "good?")
    assert file.answers.ids == ("1", "2", "1", "2")
    assert file.questions == ("q2", "good?")
    assert list(file.answers.texts[file.block(1)]) == ["a", "b"]
    assert file.row(3) == 3


def test_a_long_file_names_its_questions_in_a_column():
    """The same id may answer several questions."""
    file = answers_in(table(i=["1", "1"], t=["a", "b"], q=["good?", "bad?"]), text=["t"], id="i", question="q")
    assert file.answers.questions == ("good?", "bad?")


@pytest.mark.parametrize(
    ("columns", "options", "error", "match"),
    [
        ({"t": []}, {}, InputError, "no rows"),
        ({"t": ["a"]}, {"text": ["u"]}, MissingColumn, "no column 'u' .--text."),
        ({"t": ["a"]}, {"id": "T"}, MissingColumn, "Did you mean 't'"),
        ({"t": ["a"]}, {"text": ["t", "t"]}, UsageError, "given twice"),
        ({"t": ["a"], "u": ["b"]}, {"text": ["t", "u"], "question": "u"}, UsageError, "--question"),
        ({"t": ["a", "b"], "i": ["1", " "]}, {"id": "i"}, InputError, "no id in rows 3"),
        ({"t": ["a", "b"], "i": ["", "1"]}, {"respondent": "i"}, InputError, "no id in rows 2.*--respondent"),
        ({"t": ["a", "b", "c"], "i": ["1", "2", "1"]}, {"id": "i"}, InputError, "id '1' stands in rows 2 and 4"),
        ({"t": list("abcd"), "i": ["1", "1", "2", "2"], "q": ["q"] * 4}, {"id": "i", "question": "q"}, InputError, "to question 'q' stands in rows 2 and 3 .and 1 more."),
        ({"t": ["a"], "u": ["b"], "i": ["1"]}, {"text": ["t", "u"], "names": {"t": "q", "u": "q"}}, InputError, "to question 'q'"),
    ],
)  # fmt: skip
def test_what_cannot_be_answers_is_refused(columns, options, error, match):
    """No rows, no such column, options that do not go together, missing ids and doubled answers, each with its place."""
    with pytest.raises(error, match=match):
        answers_in(table(**columns), **{"text": ["t"]} | options)


# --- labels


@pytest.mark.parametrize(
    "column",
    [
        ["money;none", "staff", ""],
        ["Money matters; NOTHING ", "staff & CO;", " ; "],
        ["1;9", "2", None],
        ["money;9;1", "Staff  &  co", ""],
        ["Ｍoney;none;none", "02".lstrip("0"), ""],
    ],
)
def test_a_list_of_slugs_names_or_numbers(column):
    """Slugs, names and numbers mean the same, in any case, width and spacing; empty parts and repeats are nothing."""
    assert cells(labelled(column, codeframe=FRAME)) == [["money", "none"], ["staff"], []]


def test_numeric_code_columns_are_joined():
    """Several columns of codes are one list of codes, also when a workbook gives them as floats."""
    read = labelled([1.0, 2, None], [9, None, None], codeframe=FRAME)
    assert cells(read) == [["money", "none"], ["staff"], []]


def test_whole_numbers_are_codes_however_they_are_written():
    """`2.0`, as pandas writes integers beside gaps, is code 2, with a codeframe and without."""
    assert cells(labelled(["2.0", "1.0"], ["9.0", ""], codeframe=FRAME)) == [["staff", "none"], ["money"]]
    assert labelled(["3.0", "3"], ["", "5.0"]).codeframe.slugs == ("3", "5")


def test_indicator_columns_name_their_theme():
    """Columns of 0, 1 and blanks are one theme each, named by slug, name or number of the codeframe, in its order."""
    file = answers_in(table(t=["x"] * 3, staff=[1, 0, None], **{"1": ["0", "1", " "]}), text=["t"])
    read = label_columns(file, ["staff", "1"], codeframe=FRAME)
    assert cells(read) == [["staff"], ["money"], []]
    assert read.labelled.tolist() == [True, True, True]
    assert label_columns(file, ["staff", "1"], codeframe=FRAME, blank="unlabelled").labelled.tolist() == [
        True,
        True,
        False,
    ]


def test_two_columns_of_one_theme_are_one():
    """A theme that two columns name, by slug and by number, applies where either says so."""
    file = answers_in(table(t=["x"] * 2, money=[1, 0], **{"1": ["0", "1"]}), text=["t"])
    assert cells(label_columns(file, ["money", "1"], codeframe=FRAME)) == [["money"], ["money"]]


def test_one_indicator_column_is_one_theme():
    """A single column that holds only 0, 1 and blanks is a theme of the column's name, not the codes 0 and 1."""
    file = answers_in(table(t=["x"] * 3, Complaint=["1", "0", ""]), text=["t"])
    read = label_columns(file, ["Complaint"])
    assert cells(read) == [["complaint"], [], []]
    assert read.codeframe.codes == ("Complaint",)


TICKS = [
    ["1", "0", ""],
    [1, 0, None],
    [1.0, 0.0, None],
    ["1.0", "0.0", " "],
    [True, False, None],
    ["true", "False", ""],
    ["TRUE", "FALSE", ""],
    [" Yes", "no ", ""],
    ["x", "", ""],
    ["X", " ", None],
]


@pytest.mark.parametrize("column", TICKS, ids=str)
def test_ticks_in_any_spelling_are_one_theme(column):
    """A column of ticks is the theme that its heading names, alone and beside others, in any case, as text, number or truth."""
    alone = labelled(column)
    assert alone.codeframe.codes == ("L1",)
    assert cells(alone) == [["l1"], [], []]
    beside = labelled(column, ["0", "1", "0"], ["no", "NO", "x"])
    assert beside.codeframe.codes == ("L1", "L2", "L3")
    assert cells(beside) == [["l1"], ["l2"], ["l3"]]


@pytest.mark.parametrize("ending", [".xlsx", ".parquet"])
def test_truth_of_a_real_file_is_a_tick(tmp_path, ending):
    """Truth values of a workbook and of Parquet are ticks; a blank beside them is not labelled."""
    frame = pd.DataFrame({"t": ["a", "b", "c"], "Food": [True, False, None], "Staff": [False, True, None]})
    path = tmp_path / f"s{ending}"
    (frame.to_excel if ending == ".xlsx" else frame.to_parquet)(path, index=False)
    read = label_columns(answers_in(read_table(path), text=["t"]), ["Food", "Staff"], blank="unlabelled")
    assert cells(read) == [["food"], ["staff"], []]
    assert read.labelled.tolist() == [True, True, False]


def test_a_theme_that_nobody_ticked_is_a_theme():
    """A blank column beside columns of ticks is a theme without answers, not a reason to take ticks for codes."""
    read = labelled(["1", "0"], ["", ""])
    assert read.codeframe.slugs == ("l1", "l2")
    assert cells(read) == [["l1"], []]


def test_a_code_column_that_holds_only_ones_stays_one():
    """Ones and blanks beside columns of codes are the code 1, for nothing in them says no."""
    assert cells(labelled(["1", ""], ["2", "9"], ["", None], codeframe=FRAME)) == [["money", "staff"], ["none"]]


@pytest.mark.parametrize(
    "ticks", [["0", "1", "1"], ["no", "", ""], [False, True, None], ["x", "", "x"], ["yes", "", ""]]
)
def test_ticks_and_codes_are_not_mixed(ticks):
    """Columns of ticks beside columns of codes are refused: which are which, where the first code stands, what to do."""
    with pytest.raises(InputError) as caught:
        labelled(ticks, ["", "staff", "1"], ticks)
    assert str(caught.value) == (
        "s.csv: --labels mixes columns of ticks (0/1, true/false, yes/no, x): 'L1', 'L3'; and of codes: 'L2' (row 3 has 'staff'). "
        "Name columns of one kind, or one column that joins the codes of an answer, `a;b;c`."
    )


def test_words_that_are_themes_of_the_codeframe_are_codes():
    """Where the codeframe has the themes yes and no, and none of the heading's name, the words are its codes; numbers never are."""
    words = Codeframe("w", (Theme("yes", 1, "Yes"), Theme("nope", 2, "No"), Theme("l2", 3, "L2")))
    assert cells(labelled(["yes", "NO", ""], codeframe=words)) == [["yes"], ["nope"], []]
    assert cells(labelled(["yes", ""], ["L2", "no"], codeframe=words)) == [["yes", "l2"], ["nope"]]
    with pytest.raises(InputError, match=r"of ticks .*: 'L2'; and of codes: 'L1' .row 2 has 'yes'."):
        labelled(["yes", "no"], ["yes", "no"], codeframe=words)
    with pytest.raises(InputError, match="does not have: 'L1', the heading"):
        labelled(["1", "1"], codeframe=words)


def test_a_wide_file_has_a_label_column_for_each_text():
    """With several text columns the label columns stand in the same order; 0 and 1 are codes there."""
    file = answers_in(table(a=["x", "y"], b=["z", ""], la=["1", "2"], lb=["9", ""]), text=["a", "b"])
    assert cells(label_columns(file, ["la", "lb"], codeframe=FRAME)) == [["money"], ["staff"], ["none"], []]
    with pytest.raises(UsageError, match="2 --text columns want as many --labels columns"):
        label_columns(file, ["la"], codeframe=FRAME)


def test_blank_labels_are_no_theme_or_no_label():
    """A blank cell means coded with no theme, or with `unlabelled` not coded yet."""
    for blank, expected in (("none", [True, True]), ("unlabelled", [True, False])):
        read = labelled(["money", " ; "], codeframe=FRAME, blank=blank)
        assert read.labelled.tolist() == expected
        assert cells(read) == [["money"], []]


def test_unknown_themes_are_refused_together():
    """All labels that are no theme are listed with their rows, each row once, and the themes that exist."""
    with pytest.raises(InputError) as caught:
        labelled(["mony", "money", "x;mony;x", "12"], codeframe=FRAME)
    said = str(caught.value)
    assert "'mony' in rows 2, 4; 'x' in rows 4; '12' in rows 5." in said
    assert "Themes: money, staff, none." in said
    assert "s.csv, column 'L1'" in said


def test_an_unknown_indicator_column_is_refused():
    """A 0/1 column that names no theme of the codeframe is named."""
    with pytest.raises(InputError, match="does not have: 'L1', the heading of a column of ticks"):
        labelled(["1", "0"], codeframe=FRAME)


def test_a_single_unknown_theme_gets_a_suggestion():
    """One label that is no theme is answered with the nearest theme, beside the usual remedies."""
    with pytest.raises(InputError, match=r"'mony' in rows 2\. .* Did you mean 'money'\? Mend the labels, or add"):
        labelled(["mony", "money"], codeframe=FRAME)


def test_a_name_of_several_themes_is_refused_with_its_rows():
    """A label that several themes bear is listed with their slugs and the rows; their slugs and numbers are fine."""
    twins = Codeframe("f", (Theme("pay", 1, "Time & pay"), Theme("time-a", 2, "Time"), Theme("time-b", 3, "TIME")))
    assert cells(labelled(["time-a;3", "pay"], codeframe=twins)) == [["time-a", "time-b"], ["pay"]]
    with pytest.raises(InputError) as caught:
        labelled(["time;pay", "Time", "pay", "time"], codeframe=twins)
    assert str(caught.value) == (
        "s.csv, column 'L1': names that several themes of codeframe 'f' have: "
        "'time' (time-a or time-b) in rows 2, 5; 'Time' (time-a or time-b) in rows 3. Write the slugs instead."
    )
    with pytest.raises(InputError, match=r"'Time' .time-a or time-b., the heading of a column of ticks"):
        label_columns(answers_in(table(t=["x"], Time=["yes"]), text=["t"]), ["Time"], codeframe=twins)


@pytest.mark.parametrize("code", ["inside", "Inside", "10"])
def test_nets_are_refused(code):
    """A net cannot be a label: the row is named, and what to do."""
    with pytest.raises(InputError, match=f"row 3, column 'L1': '{code}' is a net"):
        labelled(["money", code], codeframe=FRAME)


@pytest.mark.parametrize("column", [["", " "], [None, ";"]])
def test_no_label_at_all_is_refused(column):
    """Without a codeframe and without a label there is no theme."""
    with pytest.raises(InputError, match="no label cell holds a theme"):
        labelled(column)


def test_a_label_column_given_twice_is_refused():
    """The same column twice is a slip."""
    with pytest.raises(UsageError, match="--labels l is given twice"):
        label_columns(answers_in(table(t=["x"], l=["a"]), text=["t"]), ["l", "l"])


def test_without_a_codeframe_slugs_are_made_and_sorted():
    """Slugs are NFKC, lower-case and hyphenated, sorted; codes are written as the labels name them first."""
    read = labelled(["Staff attitude;food", "FOOD", "Ｃar Park!", "food & drink;staff  attitude"])
    assert read.codeframe.slugs == ("car-park", "food", "food-drink", "staff-attitude")
    assert read.codeframe.codes == ("Ｃar Park!", "food", "food & drink", "Staff attitude")
    assert [theme.number for theme in read.codeframe.themes] == [1, 2, 3, 4]
    assert cells(read) == [["food", "staff-attitude"], ["food"], ["car-park"], ["food-drink", "staff-attitude"]]


def test_indicator_columns_that_differ_in_case_are_one_theme():
    """Without a codeframe, names that differ in case or spacing are the same theme, in columns as in cells."""
    file = answers_in(table(t=["x"] * 2, Food=["1", "0"], FOOD=["0", "1"]), text=["t"])
    read = label_columns(file, ["Food", "FOOD"])
    assert read.codeframe.slugs == ("food",)
    assert cells(read) == [["food"], ["food"]]


codes = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=";"), min_size=1, max_size=6)
    .map(str.strip)
    .filter(bool)
)


@settings(max_examples=150)
@given(st.lists(st.lists(codes, max_size=3), min_size=1, max_size=6))
def test_any_labels_are_found_again(rows):
    """Without a codeframe each code is found in its own theme, whatever its letters; equal keys are one theme."""
    file: AnswerFile = answers_in(table(t=["x"] * len(rows), l=[";".join(row) for row in rows]), text=["t"])
    if {code.casefold() for row in rows for code in row} <= TICKED.keys():
        return
    read = label_columns(file, ["l"])
    assert len(read.codeframe) == len({fold(code) for row in rows for code in row})
    for row, held in zip(rows, read.given.tolist(), strict=True):
        names = {fold(theme.name) for theme, holds in zip(read.codeframe.themes, held, strict=True) if holds}
        assert names == {fold(code) for code in row}
