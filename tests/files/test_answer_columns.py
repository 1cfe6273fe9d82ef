import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingColumn, UsageError
from freetext.files.answers import AnswerFile, LabelColumns, answers_in, label_columns
from freetext.files.tables import Table
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
    with pytest.raises(InputError, match="does not have: 'L1'"):
        labelled(["1", "0"], codeframe=FRAME)


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
    if {code for row in rows for code in row} <= {"0", "1"}:
        return
    read = label_columns(file, ["l"])
    assert len(read.codeframe) == len({fold(code) for row in rows for code in row})
    for row, held in zip(rows, read.given.tolist(), strict=True):
        names = {fold(theme.name) for theme, holds in zip(read.codeframe.themes, held, strict=True) if holds}
        assert names == {fold(code) for code in row}
