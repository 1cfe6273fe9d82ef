import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import FreetextError, InputError, MissingColumn
from freetext.files.moves import read_moves
from freetext.survey.questionnaire import Move

HEAD = "question,id,from,to,reason\n"


@pytest.fixture
def moves_file(tmp_path):
    return tmp_path / "moves.csv"


def test_moves_are_read_in_order(moves_file):
    """Each row is one move; columns of the analyst's own, their order and blank rows do not matter."""
    moves_file.write_text(
        'id,question,to,from,reason,note\n1,q,evidence,Other,"wants proof, firmly",x\n2,q,seed,Other,,\n'
    )
    assert read_moves(moves_file) == (
        Move("q", "1", "Other", "evidence", "wants proof, firmly"),
        Move("q", "2", "Other", "seed", ""),
    )


def test_a_missing_column_is_named(moves_file):
    """A list without one of the five columns is refused with the columns it has."""
    moves_file.write_text("question,id,from,two,reason\n")
    with pytest.raises(MissingColumn, match="no column 'to'"):
        read_moves(moves_file)


@pytest.mark.parametrize(
    ("rows", "row", "said"),
    [
        ("q,1,Other,a,\nq,,Other,a,\n", 3, "column 'id': a move with a blank cell"),
        ("q,1,Other,,\n", 2, "column 'to'"),
        ("q,1,a,a,\n", 2, "from 'a' to itself"),
        ("q,1,Other,a,\nq,2,Other,a,\nq,1,Other,b,\n", 4, "twice, the first time in row 2"),
    ],
)
def test_a_faulty_move_is_refused_with_its_row(moves_file, rows, row, said):
    """A move that says too little, goes nowhere or stands twice is refused with its row."""
    moves_file.write_text(HEAD + rows)
    with pytest.raises(InputError, match=said) as caught:
        read_moves(moves_file)
    assert f"row {row}" in str(caught.value)


@settings(max_examples=60)
@given(st.binary(max_size=120).map(lambda raw: HEAD.encode() + raw))
def test_any_bytes_are_read_or_refused(tmp_path_factory, raw):
    """Whatever the file holds, it reads as moves or is refused as the user's input."""
    path = tmp_path_factory.mktemp("moves") / "moves.csv"
    path.write_bytes(raw)
    code = 2
    try:
        read_moves(path)
    except FreetextError as error:
        code = error.exit_code
    assert code == 2


def test_moves_take_the_encoding_of_the_project(moves_file):
    """A list that is no UTF-8 is read in the encoding that the project names."""
    moves_file.write_bytes((HEAD + "q,1,Other,caf\xe9,\n").encode("cp1252"))
    assert read_moves(moves_file, encoding="cp1252")[0].to == "caf\xe9"
    with pytest.raises(InputError, match="encoding"):
        read_moves(moves_file)
