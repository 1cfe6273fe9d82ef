import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import FreetextError, InputError, MissingColumn
from freetext.files.backcoding.moves import hashes_in, moves_of, read_moves
from freetext.files.labelling.labels import text_hash
from freetext.files.project.settings import read_settings
from freetext.files.tabular.rows import Table
from freetext.survey.questionnaire import Move, Question, Questionnaire

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


def test_a_row_that_stands_twice_counts_once(moves_file):
    """A row that says just what an earlier one says is the same move; each move knows the row it was read from."""
    moves_file.write_text(HEAD + "q,1,Other,a,b\n,,,,\nq,2,Other,a,\nq,1,Other,a,b\n")
    assert [(move.id, move.row) for move in read_moves(moves_file)] == [("1", 2), ("2", 4)]


HASHED = "question,id,from,to,reason,text_hash\n"


def test_the_texts_tell_respondents_of_one_id_apart(moves_file):
    """Two waves may share an id where each move says which text it was made from; without that, the second is refused."""
    moves_file.write_text(HASHED + "q,1,Other,a,,aa\nq,1,Other,b,,bb\n")
    assert [(move.to, move.text_hash) for move in read_moves(moves_file)] == [("a", "aa"), ("b", "bb")]
    for second in ("q,1,Other,b,,aa\n", "q,1,Other,b,,\n"):
        moves_file.write_text(HASHED + "q,1,Other,a,,aa\n" + second)
        with pytest.raises(InputError, match=r"row 3.* twice, the first time in row 2"):
            read_moves(moves_file)


def test_a_question_has_the_moves_of_its_own_list(tmp_path):
    """A question's moves are those in its list that name it, read as the project says; one without a list has none."""
    question = '\n[[question]]\nname = "{0}"\nkind = "closed"\ncolumn = "{0}"\n'
    listed = question.format("q") + 'moves = "m.csv"\n' + question.format("r")
    settings = f'format = 1\n\n[survey]\nname = "s"\nencoding = "cp1252"\n{listed}'
    (tmp_path / "freetext.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "m.csv").write_bytes(f"{HEAD}q,1,Other,café,\nr,1,Other,seed,\n".encode("cp1252"))
    project = read_settings(tmp_path)
    q, r = project.questionnaire.questions
    assert [[move.to for move in moves_of(project, each)] for each in (q, r)] == [["café"], []]


def test_what_respondents_wrote_is_hashed_where_it_is_there():
    """Each respondent's text has its hash; a file without the ids or the texts has none, and binds no move."""
    closed = Question("q", "closed", ("q",))
    survey = Questionnaire(id="id", key="k", questions=(closed, Question("o", "other", ("o",), of="q")))
    table = Table("a.csv", ("id", "o"), ([" 1", "2"], ["a\r\npot ", ""]), 2)
    hashes = hashes_in(table, survey, closed)
    assert hashes == {"1": text_hash("k", "a pot"), "2": text_hash("k", "")}
    assert hashes_in(table.without(["o"]), survey, closed) == {}
    move = Move("q", "1", "Other", "a", "", hashes["1"])
    assert move.made_from(hashes)
    assert move.made_from({})
    assert not move.made_from({"1": hashes["2"]})
    assert Move("q", "1", "Other", "a").made_from(hashes)
