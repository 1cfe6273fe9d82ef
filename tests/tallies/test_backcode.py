"""Back-coding."""

import pytest

from freetext.errors import InputError
from freetext.survey.questionnaire import Move
from freetext.tallies.backcode import apply_moves
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
    assert {row.name: round(100 * row.cells[0].count / table.columns[0].n) for row in table.rows} == {
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
