"""Answers stay out of what the command line says of them: an error names rows, not texts."""

import json

import pandas as pd
import pytest

import freetext as ft
from freetext.errors import InputError

COLUMNS = (
    "id",
    "person",
    "question",
    "text",
    "labels",
    "weight",
    "closed",
    "by",
    "first",
    "second",
    "freetext_themes",
    "freetext_source",
)
ROWS = 130
SIGN = "zqx"
"""Begins every planted text; nothing else holds it."""

FRAME = '[[net]]\nslug = "means"\n[[theme]]\nslug = "money"\nnet = "means"\n[[theme]]\nslug = "staff"\n'
CLOSED = ["id", "closed", "first", "second"]
SETTINGS = """
[survey]
id = "id"
file = "planted.csv"
labels = "logs"
key = "k"
codeframe = "frame.toml"
[[question]]
name = "why"
kind = "open"
column = "text"
"""
QUESTIONS = {
    "ranking": 'kind = "ranking"\ncolumns = ["first", "second"]\noptions = ["a", "b"]\n',
    "ticks": 'kind = "multi"\ncolumns = ["first", "second"]\noptions = ["a", "b"]\n',
    "moved": 'kind = "closed"\ncolumn = "closed"\nmoves = "moves.csv"\n',
}


def planted(column, place):
    """A long text that stands once in the file but for ids, which stand twice; cells of a label column hold two."""
    own = place % (ROWS // 2) if column == "id" else place
    text = f"{SIGN}{column}{own} " + f"my neighbour, Mrs Miller of Elm Street {own}, is ill and told nobody but us " * 9
    return f"{text};{text}\nand more" if column in {"labels", "freetext_themes"} else text


@pytest.fixture(name="place")
def _place(small, rows_to):
    """A folder with a table whose every cell is a long text, a codeframe and a model."""
    rows = [[planted(column, place) for column in COLUMNS] for place in range(ROWS)]
    rows_to(small / "planted.csv", [list(COLUMNS), *rows])
    (small / "frame.toml").write_text(FRAME)
    return small


@pytest.fixture(name="silent")
def _silent(freetext, place):
    """Run a command, and hold that nothing of the table comes out on standard error, nor a long line of whatever kind."""

    def silent(*argv):
        done = freetext(*argv, cwd=place)
        assert SIGN not in done.err.casefold()
        assert "Miller" not in done.err
        assert "bug of ours" not in done.err
        assert all(len(line) < 1500 for line in done.err.splitlines())
        return done

    return silent


CODE = {"--text": "text", "--model": "model", "-o": "out.csv"}
TRAIN = {"--text": "text", "--labels": "labels", "--model": "new", "--codeframe": "frame.toml"}
TALLY = {"--themes": "freetext_themes", "--codeframe": "frame.toml"}
LOOSE = {"--themes": "freetext_themes", "-o": "tables.json"}
EVALUATE = {"--themes": "freetext_themes", "--labels": "labels", "--codeframe": "frame.toml"}
USES = [
    ("code", CODE, ("--text", "--id", "--respondent", "--question")),
    ("train", TRAIN, ("--text", "--id", "--respondent", "--question", "--labels")),
    ("tally", TALLY, ("--themes",)),
    ("tally", LOOSE, ("--themes", "--text", "--question", "--respondent", "--closed", "--by", "--weight")),
    ("evaluate", EVALUATE, ("--themes", "--labels")),
]


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_in_any_role_comes_out(silent, column):
    """Whatever column is taken for whatever it is not, the message names the row or the column and no text."""
    for command, given, options in USES:
        for option in options:
            words = [word for pair in {**given, option: column}.items() for word in pair]
            more = ("--force", "--dry-run") if command in {"code", "train"} else ("--force",)
            done = silent(command, "planted.csv", *words, *more)
            assert done.code in {0, 2}


def test_refusals_say_where(silent):
    """Without the text a refusal still says row and column, and how long the text is."""
    weight = silent("tally", "planted.csv", "--themes", "labels", "--weight", "text")
    assert "planted.csv, row 2, column 'text': (a text of" in weight.line
    ids = silent("code", "planted.csv", "--text", "text", "--id", "id", "--model", "model", "-o", "o.csv", "--force")
    assert "stands in rows 2 and 67 (and 64 more)" in ids.line
    labels = silent("train", "planted.csv", *[word for pair in TRAIN.items() for word in pair])
    assert "in rows 2; " in labels.line
    assert "and 248 more" in labels.line


MOVES = {
    "another answer": ([planted("id", 9), "a", "b"], "row 2: respondent"),
    "nowhere": ([planted("id", 9), planted("closed", 9), planted("closed", 9)], "row 2, column 'to'"),
    "twice": ([planted("id", 9), planted("closed", 9), "b"], "row 3: "),
}


@pytest.fixture(name="closed")
def _closed(place, rows_to):
    """Write the planted table without what an open question needs, and settings with one closed question."""

    def closed(question):
        rows = [[planted(column, row) for column in CLOSED] for row in range(ROWS // 2)]
        rows_to(place / "closed.csv", [CLOSED, *rows])
        name = f'[survey]\nid = "id"\n[[question]]\nname = "{question}"\n'
        (place / "freetext.toml").write_text(name + QUESTIONS[question])

    return closed


@pytest.mark.parametrize("question", ["ranking", "ticks"])
def test_no_cell_of_a_questionnaire_comes_out(silent, closed, question):
    """Ranks and ticks that are none are refused by row and column."""
    closed(question)
    assert "closed.csv, row 2, column 'a': (a text of" in silent("tally", "closed.csv").line


@pytest.mark.parametrize("fault", MOVES)
def test_no_cell_of_a_list_of_moves_comes_out(silent, closed, place, rows_to, fault):
    """A move that is not what was said, repeats itself or goes nowhere is named by its row."""
    move, said = MOVES[fault]
    closed("moved")
    again = [["moved", *move[:2], "c", ""]] if fault == "twice" else []
    rows_to(place / "moves.csv", [["question", "id", "from", "to", "reason"], ["moved", *move, ""], *again])
    assert f"moves.csv, {said}" in silent("tally", "closed.csv").line


def test_no_label_of_a_log_comes_out(silent, place):
    """Labels in logs that name unknown themes, other texts or the wrong coder are told without id, theme or coder."""
    (place / "freetext.toml").write_text(SETTINGS)
    (place / "logs").mkdir()
    table = [["id", "text"], *([planted("id", row), planted("text", row)] for row in range(ROWS // 2))]
    pd.DataFrame(table[1:], columns=table[0]).to_csv(place / "planted.csv", index=False)
    label = {"question": "why", "themes": [planted("labels", 1)], "coder": "ada", "time": "2022", "source": "import"}
    logs = [
        {**label, "id": planted("id", 1)},
        {**label, "id": planted("id", 2), "text_hash": "other"},
        {**label, "id": planted("id", 3), "coder": planted("person", 3)},
    ]
    (place / "logs" / "ada.jsonl").write_text("\n".join(json.dumps(each) for each in logs))
    done = silent("train", "planted.csv")
    assert done.code == 2
    assert "no theme (a text of" in done.line
    assert "ada.jsonl, line 3: coder (a text of" in done.err
    assert "1 answer has changed" in done.err


def test_python_errors_name_places_not_texts():
    """The Python interfaces keep to the rule as well."""
    text = planted("text", 1)
    frame = pd.DataFrame({"text": [text, text], "themes": ["a", text]})
    with pytest.raises(InputError) as caught:
        ft.tally(frame, themes="themes", weight="text")
    assert SIGN not in str(caught.value)
    with pytest.raises(TypeError) as wrong:
        ft.ThemeClassifier().fit([[text]], [[1]])
    assert SIGN not in str(wrong.value)
