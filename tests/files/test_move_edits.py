"""The list of moves edited, and its log."""

import csv
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, OutputError
from freetext.files.backcoding.move_edits import moves_in, write_moves
from freetext.files.backcoding.moves import read_moves
from freetext.files.backcoding.moves_log import MoveEvent, append_events, log_of, made_here, options_added, read_events
from freetext.survey.questionnaire import Move

OLD = 'question,id,from,to,reason\nq,1,Other,seed,"a, b"\nq,2,Other,staff,\n'
NEW = Move("q", "3", "Other", "evidence", "ada, 2021-03-02: a new category")


@pytest.fixture(name="path")
def _path(tmp_path):
    return tmp_path / "moves.csv"


def test_a_list_that_is_not_there_is_made(path):
    """The first move makes the list, with its five columns."""
    assert moves_in(path) == ()
    write_moves(path, [NEW], ())
    assert path.read_text() == ('question,id,from,to,reason\nq,3,Other,evidence,"ada, 2021-03-02: a new category"\n')


def test_other_rows_stay_as_they_were_written(path):
    """Moves go and come; the bytes of the other rows do not change."""
    path.write_text(OLD)
    write_moves(path, [NEW], [Move("q", "2", "Other", "staff", "whatever")])
    assert path.read_text() == OLD.replace(
        "q,2,Other,staff,\n", 'q,3,Other,evidence,"ada, 2021-03-02: a new category"\n'
    )


@pytest.mark.parametrize(
    ("old", "encoding"),
    [
        (b"\xef\xbb\xbfquestion;id;from;to;reason;who\r\nq;1;Other;a;b,c;x\r\n", "utf-8-sig"),
        (b"who\treason\tto\tfrom\tid\tquestion\nx\tb,c\ta\tOther\t1\tq\n", "utf-8"),
    ],
)
def test_delimiter_mark_line_ends_and_own_columns_stay(path, old, encoding):
    """A list is written as it was found: delimiter, mark, line ends, the order of columns, and the analyst's own."""
    path.write_bytes(old)
    write_moves(path, [NEW], ())
    assert path.read_bytes().startswith(old)
    assert read_moves(path)[1] == NEW
    added = path.read_bytes()[len(old) :].decode(encoding)
    assert added.count("\n") == 1
    assert ("\r\n" in added) == (b"\r\n" in old)


def test_a_list_in_another_encoding_becomes_utf8(path):
    """A list that was read by the project's encoding keeps its characters."""
    path.write_bytes((OLD + "q,4,Other,caf\xe9,\n").encode("cp1252"))
    write_moves(path, [NEW], (), encoding="cp1252")
    assert [each.to for each in read_moves(path)] == ["seed", "staff", "caf\xe9", "evidence"]


def test_a_workbook_of_moves_is_edited_too(tmp_path):
    """A list may be a workbook."""
    book = openpyxl.Workbook()
    for row in (["question", "id", "from", "to", "reason"], ["q", 1, "Other", "a", "b"]):
        book.active.append(row)
    book.save(tmp_path / "m.xlsx")
    write_moves(tmp_path / "m.xlsx", [NEW], [Move("q", "1", "Other", "a")])
    assert read_moves(tmp_path / "m.xlsx") == (NEW,)


def test_a_list_without_its_columns_is_refused(path):
    """What is no list of moves is not written over."""
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="no column 'question'"):
        write_moves(path, [NEW], ())
    assert path.read_text() == "a,b\n1,2\n"


CELLS = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=6)
    .filter(str.strip)
    .map(str.strip)
)
MOVES = st.lists(st.builds(Move, CELLS, CELLS, CELLS, CELLS, CELLS), max_size=5, unique_by=lambda move: move.id).map(
    lambda moves: [move for move in moves if move.from_ != move.to]
)


@given(MOVES, MOVES)
@settings(max_examples=60)
def test_what_is_put_in_and_taken_out_again_leaves_no_trace(tmp_path_factory, old, new):
    """Moves that are made and taken back leave the list as it was, whatever their cells hold."""
    new = [move for move in new if move.id not in {each.id for each in old}]
    path = tmp_path_factory.mktemp("moves") / "moves.csv"
    write_moves(path, old, ())
    before = path.read_bytes()
    write_moves(path, new, ())
    assert read_moves(path) == (*old, *new)
    write_moves(path, (), new)
    assert path.read_bytes() == before


def test_the_log_tells_everything_in_order(path):
    """Events are appended and read back; a torn last line swallows nothing; lines that are none are left out."""
    log = log_of(path)
    assert log.name == "moves-log.jsonl"
    assert read_events(log) == ()
    made = MoveEvent("2021-03-02T09:00:00Z", "moved", NEW)
    append_events(log, [made])
    log.write_bytes(log.read_bytes() + b'{"time": "2021')
    back = MoveEvent("2021-03-03T09:00:00Z", "taken back", NEW, "a slip")
    append_events(log, [back])
    assert read_events(log) == (made, back)


def test_what_was_made_here_is_known_until_it_is_taken_back(path):
    """The log tells which moves and options came of back-coding and are still there."""
    events = [
        MoveEvent("1", "moved", NEW),
        MoveEvent("1", "option added", Move("q", "", "Other", "evidence")),
        MoveEvent("1", "option added", Move("p", "", "Other", "x")),
    ]
    assert made_here(events) == {NEW.key}
    assert options_added(events, "q") == ("evidence",)
    events += [MoveEvent("2", "taken back", NEW), MoveEvent("2", "option dropped", Move("q", "", "", "evidence"))]
    assert made_here(events) == frozenset()
    assert options_added(events, "q") == ()


def test_a_log_that_cannot_be_written_is_told(tmp_path):
    """Where the log cannot be written, OutputError says so."""
    with pytest.raises(OutputError):
        append_events(tmp_path / "nowhere" / "log.jsonl", [MoveEvent("1", "moved", NEW)])


def test_a_move_that_stands_is_not_put_there_again(path):
    """Written twice, a move stands once."""
    write_moves(path, [NEW], ())
    before = path.read_bytes()
    write_moves(path, [NEW], ())
    assert path.read_bytes() == before


def test_the_column_of_hashes_comes_with_the_first_and_goes_with_the_last(path):
    """A list gets the column when a move has a hash, a move goes only where its hash is the row's, and then the list is as it was."""
    path.write_text(OLD)
    mine, theirs = replace(NEW, text_hash="aa"), replace(NEW, text_hash="bb")
    write_moves(path, [mine, theirs], ())
    assert read_moves(path)[2:] == (mine, theirs)
    write_moves(path, (), [mine])
    assert read_moves(path)[2:] == (theirs,)
    write_moves(path, (), [theirs])
    assert path.read_text() == OLD


def test_the_log_keeps_the_hash(path):
    """A move that was made from a text is logged with its hash."""
    event = MoveEvent("1", "moved", replace(NEW, text_hash="aa"))
    append_events(log_of(path), [event])
    assert read_events(log_of(path)) == (event,)
    assert made_here([event]) == {event.move.key}


@pytest.mark.parametrize("said", ["=1+1", "@SUM(A1)", "-2+3", "'=x", "a\rb", "+cmd", "\uff1d1"])
def test_no_cell_of_a_list_is_a_formula_and_none_is_changed(path, said):
    """What a spreadsheet would run is guarded in the file, a lone carriage return is quoted, and both are read as they were."""
    move = Move("q", "4", "Other", said, f"{said} why")
    write_moves(path, [NEW, move], ())
    found = read_moves(path)
    assert [(each.to, each.reason) for each in found] == [(NEW.to, NEW.reason), (said, f"{said} why")]
    assert not [
        cell
        for row in csv.reader(path.read_text().splitlines())
        for cell in row
        if cell[:1] in {"=", "@", "+", "-", "\uff1d"}
    ]
    write_moves(path, [], [move])
    assert [each.to for each in read_moves(path)] == [NEW.to]
