"""Back-coding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.survey.questionnaire import Move
from freetext.tallies.backcode import apply_column_moves, apply_moves
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses

IDS = ["r1", "r2", "r3", "r4"]
VALUES = ["funding", "Other", "", "Other"]


def move(id="r2", from_="Other", to="evidence"):
    """A move with its reason."""
    return Move("encourage", id, from_, to, "says so")


def test_a_move_changes_one_answer_and_no_base():
    """The answer moves, the others stay, the base is what it was, and the trace names who moved."""
    moved = apply_moves(VALUES, IDS, [move()])
    assert moved.values == ("funding", "evidence", "", "Other")
    assert [each.id for each in moved.moves] == ["r2"]
    before, after = (tally(closed_responses("encourage", values)) for values in (VALUES, moved.values))
    assert before.columns == after.columns


def test_published_figures_of_the_back_coded_question():
    """16, 7, 7 and 5 of 35 are 46, 20, 20 and 14 % after seven "Other" texts moved to evidence of efficacy."""
    values = ["seed"] * 16 + ["joining"] * 7 + ["staff"] * 5 + ["Other"] * 7 + [""] * 6
    ids = [str(place) for place in range(41)]
    moved = apply_moves(values, ids, [move(id=str(place)) for place in range(28, 35)])
    table = tally(closed_responses("encourage", moved.values))
    assert {row.name: round(100 * (row.cells[0].count or 0) / 35) for row in table.rows} == {
        "seed": 46, "joining": 20, "evidence": 20, "staff": 14,
    }  # fmt: skip
    assert table.columns[0].n == 35


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (move(id="r22"), "moves.csv, row 3: no respondent 'r22'.*Did you mean 'r2'"),
        (move(id="r1"), "row 3: respondent 'r1' said 'funding' to 'encourage', not 'Other'"),
        (move(id="r3"), "row 3: respondent 'r3' said nothing"),
        (move(from_=" "), "row 3: a move needs an option"),
        (move(to=""), "row 3: a move needs an option"),
        (move(id="r4"), "row 3: respondent 'r4' said 'evidence'"),
    ],
)
def test_a_move_that_does_not_fit_is_refused_with_its_row(wrong, message):
    """An unknown id, another answer than the one named, a blank, or a second move of the same answer is refused."""
    with pytest.raises(InputError, match=message):
        apply_moves(VALUES, IDS, [move(id="r4"), wrong], file="moves.csv")


def test_an_id_that_stands_twice_is_refused():
    """A move needs to know whom it is about."""
    with pytest.raises(InputError, match=r"'r2' stands 2 times \(rows 2, 3\)"):
        apply_moves(["Other", "Other"], ["r2", "r2"], [move()])


def test_options_that_differ_in_case_are_the_same():
    """A move's option need not be spelled as the respondent's."""
    assert apply_moves(["other "], ["r2"], [move(from_="Other")]).values == ("evidence",)


def test_several_answers_keep_the_rest_and_never_double():
    """In a set of answers "Other" gives way in its place; an option that is there already does not come twice."""
    said = ["funding;Other;staff", "evidence; Other", "Other", "funding"]
    moves = [move(id=name, to=to) for name, to in (("r1", "evidence"), ("r2", "evidence"), ("r3", "funding;evidence"))]
    moved = apply_moves(said, IDS, moves, separator=";")
    assert moved.values == ("funding;evidence;staff", "evidence", "funding;evidence", "funding")


def test_several_answers_without_the_option_are_refused():
    """A respondent who did not say "Other" among others is not moved."""
    with pytest.raises(InputError, match="said 'funding' and 'staff' to 'encourage', not 'Other'"):
        apply_moves(["funding;staff"], ["r2"], [move()], separator=";")


COLUMNS = {"funding": ["1", "0", "", "0"], "Other": ["1", "yes", "", "0"]}


def test_columns_of_ticks_move_the_tick():
    """The tick goes from one column to another; an option without a column gets one before "Other", blank for who did not answer."""
    moved = apply_column_moves(COLUMNS, IDS, [move(id="r1", to="funding"), move()])
    assert list(moved.columns) == ["funding", "evidence", "Other"]
    assert moved.columns["funding"] == ("1", "0", "", "0")
    assert moved.columns["evidence"] == ("0", "1", "", "0")
    assert moved.columns["Other"] == ("0", "0", "", "0")


def test_columns_without_the_tick_are_refused():
    """A move of what was not ticked is refused with its row."""
    with pytest.raises(InputError, match=r"moves\.csv, row 2: respondent 'r4' said nothing"):
        apply_column_moves(COLUMNS, IDS, [move(id="r4")], file="moves.csv")


OPTIONS = st.sampled_from(["a", "b", "Other"])


@given(st.lists(st.sets(OPTIONS, max_size=3), min_size=1, max_size=8), st.data())
@settings(max_examples=60)
def test_moves_change_nobodys_having_answered(sets, data):
    """However "Other" answers are moved, the number who answered stays, in one column and in many alike."""
    ids = [str(place) for place in range(len(sets))]
    others = [name for name, said in zip(ids, sets, strict=True) if "Other" in said]
    chosen = data.draw(st.lists(st.sampled_from(others), unique=True)) if others else []
    moves = [move(id=name, to=data.draw(st.sampled_from(["a", "new", "a;new"]))) for name in chosen]
    joined = apply_moves([";".join(sorted(said)) for said in sets], ids, moves, separator=";").values
    assert [bool(value) for value in joined] == [bool(said) for said in sets]
    ticks = {
        option: ["1" if option in said else "0" if said else "" for said in sets] for option in ("a", "b", "Other")
    }
    columns = apply_column_moves(ticks, ids, moves).columns
    by_row = [{name for name, cells in columns.items() if cells[row] == "1"} for row in range(len(ids))]
    assert by_row == [set(filter(None, value.split(";"))) for value in joined]


def test_a_move_names_the_row_that_it_was_read_from():
    """Moves of other questions and files are left out before; the row is still that of the list."""
    wrong = Move("encourage", "r1", "Other", "evidence", row=5)
    with pytest.raises(InputError, match=r"moves\.csv, row 5: respondent 'r1' said 'funding'"):
        apply_moves(VALUES, IDS, [wrong], file="moves.csv")
    with pytest.raises(InputError, match=r"moves\.csv, row 5: respondent 'r4' said nothing"):
        apply_column_moves(COLUMNS, IDS, [Move("q", "r4", "Other", "x", row=5)], file="moves.csv")
