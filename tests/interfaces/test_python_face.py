"""The calls of Python users: files and frames in, frames and tables out."""

import json
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

import freetext
from freetext.errors import InputError, MissingColumn, NegativeAnswer, OutputError, UsageError
from freetext.files.modelling.models import read_card
from freetext.files.project.demo import write_demo
from freetext.model.coder import BATCH

TEXTS = ["no staff here", "money is short", "we lack money and staff", "afraid of risk", "risk and fear", "nothing"] * 4
LABELS = ["staff", "money", "money;staff", "risk", "risk", ""] * 4


@pytest.fixture(scope="module")
def frame():
    """A labelled frame with an index of its own."""
    people = [f"p{place}" for place in range(24)]
    cells = {"who": people, "type": ["a", "b"] * 12, "answer": TEXTS, "themes": LABELS}
    return pd.DataFrame(cells, index=range(100, 124))


@pytest.fixture(scope="module")
def labelled(frame):
    """The frame, read."""
    return freetext.read_answers(frame, text="answer", id="who", labels="themes")


@pytest.fixture(scope="module")
def model(labelled):
    """What is learnt from it."""
    return freetext.train(labelled)


def command(*words, cwd):
    """Run a command as its users do."""
    call = [sys.executable, "-c", "from freetext.cli import main; main()", *map(str, words)]
    return subprocess.run(call, cwd=cwd, capture_output=True, text=True, check=True, encoding="utf-8")


def test_a_frame_reads_as_the_file_it_was_written_to(frame, labelled, tmp_path):
    """A frame and its CSV hold the same answers, labels and codeframe."""
    frame.to_csv(tmp_path / "a.csv", index=False)
    from_file = freetext.read_answers(tmp_path / "a.csv", text="answer", id="who", labels="themes")
    assert from_file.answers == labelled.answers
    assert from_file.codeframe == labelled.codeframe
    assert (from_file.given == labelled.given).all()
    assert len(labelled) == 24


def test_reading_leaves_the_frame_alone(frame):
    """Neither reading, training nor coding changes the caller's frame."""
    before = frame.copy(deep=True)
    read = freetext.read_answers(frame, text="answer", labels="themes")
    freetext.to_frame(freetext.code(freetext.train(read), read), read)
    pd.testing.assert_frame_equal(before, frame)


def test_labels_may_be_lists_in_cells_and_indicator_columns(frame, labelled):
    """Lists of themes in cells, and one 0/1 column a theme, say the same as `a;b`."""
    lists = frame.assign(themes=[[each for each in cell.split(";") if each] for cell in LABELS])
    ones = frame["themes"].str.get_dummies(";").assign(answer=TEXTS)
    for other, columns in ((lists, "themes"), (ones, ["money", "risk", "staff"])):
        read = freetext.read_answers(other, text="answer", labels=columns)
        assert read.codeframe.slugs == ("money", "risk", "staff")
        assert (read.given == labelled.given).all()


def test_unlabelled_answers_are_not_learnt_from(frame):
    """With blank_labels="unlabelled" the answers without labels are left out of training."""
    read = freetext.read_answers(frame, text="answer", labels="themes", blank_labels="unlabelled")
    assert int(read.labelled.sum()) == 20
    assert freetext.train(read).facts["answers"] == 20


def test_errors_say_what_mends_them(frame, tmp_path):
    """A wrong column, a file option beside a frame and a source of another kind are refused, each saying why."""
    with pytest.raises(MissingColumn, match="Did you mean 'answer'"):
        freetext.read_answers(frame, text="answers")
    with pytest.raises(UsageError, match="this is a frame"):
        freetext.read_answers(frame, text="answer", sheet="One")
    with pytest.raises(TypeError, match="list is neither a path nor a DataFrame"):
        freetext.read_answers(["a"], text="answer")  # type: ignore[call-overload]
    with pytest.raises(InputError, match="no such file"):
        freetext.read_answers(tmp_path / "none.csv", text="answer")
    with pytest.raises(TypeError, match="labels="):
        freetext.train(freetext.read_answers(frame, text="answer"))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [-5, 2**32, None, 1.5, "3"])
def test_impossible_seeds_are_refused(labelled, seed):
    """A seed that is no whole number of 0..4294967295 is a ValueError that says so."""
    with pytest.raises(ValueError, match=r"seed is .*0\.\.4294967295"):
        freetext.train(labelled, seed=seed)


def test_python_trains_the_model_that_the_command_trains(frame, tmp_path):
    """The same labels, seed and name give the same digest from `train` and from `freetext train`."""
    frame.to_csv(tmp_path / "a.csv", index=False)
    options = ("--text", "answer", "--id", "who", "--labels", "themes", "--seed", "3", "--model", "survey")
    command("train", "a.csv", *options, cwd=tmp_path)
    read = freetext.read_answers(frame, text="answer", id="who", labels="themes", name="survey")
    ours = freetext.train(read, seed=3)
    assert freetext.load_model(tmp_path / "survey").digest == ours.digest
    assert freetext.save_model(ours, tmp_path / "survey") == tmp_path / "survey" / ours.digest
    assert read_card(tmp_path / "survey")


def test_python_codes_and_tallies_as_the_commands_do(frame, model, tmp_path):
    """The coded frame and the JSON of its tally equal what the commands write."""
    frame.drop(columns="themes").to_csv(tmp_path / "a.csv", index=False)
    freetext.save_model(model, tmp_path / "m")
    options = ("--text", "answer", "--id", "who", "--scores", "--evidence")
    command("code", "a.csv", *options, "--model", "m", "-o", "coded.csv", cwd=tmp_path)
    command("tally", "coded.csv", "--by", "type", "-o", "tables.json", cwd=tmp_path)
    new = freetext.read_answers(tmp_path / "a.csv", text="answer", id="who")
    coded = freetext.to_frame(freetext.code(tmp_path / "m", new, evidence=True), new, scores=True)
    freetext.save_frame(coded, tmp_path / "ours.csv")
    assert (tmp_path / "ours.csv").read_bytes() == (tmp_path / "coded.csv").read_bytes()
    tables = freetext.tally(coded, by="type")
    assert json.loads(freetext.tables_text(tables, "json")) == json.loads((tmp_path / "tables.json").read_text("utf-8"))


def test_texts_of_any_kind_are_coded_alike(model):
    """A list, a tuple, an array, a series and a batch of the same texts give the same codes; missing texts are blank."""
    texts = ["no money", "", "staff and risk"]
    expected = freetext.code(model, texts)
    kinds = (tuple(texts), np.array(texts), np.array(texts, dtype=object), pd.Series(texts, index=[7, 8, 9]))
    for each in (*kinds, ["no money", None, "staff and risk"], pd.Series(["no money", pd.NA, "staff and risk"])):
        codings = freetext.code(model, each)
        assert (codings.chosen == expected.chosen).all()
        assert codings.blank.tolist() == [False, True, False]


def test_what_is_no_sequence_of_texts_is_refused(model, labelled):
    """A bare text, a table and a number among the texts are refused, and so is a question for answers that have theirs."""
    with pytest.raises(TypeError, match="single text"):
        freetext.code(model, "no money")
    with pytest.raises(ValueError, match=r"shape \(1, 1\)"):
        freetext.code(model, pd.DataFrame({"answer": ["no money"]}))
    with pytest.raises(TypeError, match=r"texts\[1\] is no text: 3"):
        freetext.code(model, ["no money", 3])
    with pytest.raises(ValueError, match="1 questions for 2 texts"):
        freetext.code(model, ["a", "b"], question=["q"])
    with pytest.raises(ValueError, match="say what was asked themselves"):
        freetext.code(model, labelled, question="q")


def test_batches_are_joined(model):
    """More answers than a batch holds come back in order, with evidence, coded as one by one; none at all is fine."""
    texts = (TEXTS * (BATCH // len(TEXTS) + 1))[: BATCH + 5]
    codings = freetext.code(model, texts, evidence=True)
    few = freetext.code(model, TEXTS, evidence=True)
    assert len(codings) == len(codings.why) == BATCH + 5
    assert (codings.chosen[:24] == few.chosen).all()
    assert (codings.chosen[-5:] == codings.chosen[[place % 24 for place in range(BATCH, BATCH + 5)]]).all()
    assert codings.evidence is not None
    assert few.evidence is not None
    assert codings.evidence[:24] == few.evidence
    assert freetext.code(model, []).chosen.shape == (0, 3)


def test_bare_texts_make_a_frame_of_our_columns(model):
    """Without answers the frame holds our columns alone, a row a text, numbered from 0."""
    coded = freetext.to_frame(freetext.code(model, ["no money", ""]), scores=True)
    names = ["freetext_themes", "freetext_review", "freetext_review_why", "freetext_source"]
    assert list(coded) == names + [f"freetext_score:{slug}" for slug in ("money", "risk", "staff")]
    assert coded["freetext_source"].tolist()[1] == "blank"
    assert list(coded.index) == [0, 1]


def test_a_coded_frame_is_not_coded_again_unawares(model, labelled):
    """Coding a coded frame is refused unless forced, and so are codings of other answers."""
    coded = freetext.to_frame(freetext.code(model, labelled), labelled)
    again = freetext.read_answers(coded, text="answer")
    with pytest.raises(UsageError, match="coded already"):
        freetext.to_frame(freetext.code(model, again), again)
    assert list(freetext.to_frame(freetext.code(model, again), again, force=True)) == list(coded)
    with pytest.raises(ValueError, match="1 codings for 24 answers"):
        freetext.to_frame(freetext.code(model, ["a"]), labelled)


def test_a_saved_frame_is_guarded(tmp_path):
    """What a spreadsheet would run gets an apostrophe, counted; an existing file is refused."""
    frame = pd.DataFrame({"answer": ["=1+1", "fine"]})
    assert freetext.save_frame(frame, tmp_path / "a.csv").guarded == 1
    with pytest.raises(OutputError):
        freetext.save_frame(frame, tmp_path / "a.csv")


def test_published_figures_come_out_of_python_too(tmp_path):
    """A project fills in what is not given: 23 of the demo's 41 name resource as the greatest barrier, 56 %."""
    write_demo(tmp_path / "demo")
    (table,) = freetext.tally(tmp_path / "demo" / "survey.csv", themes=(), closed="barrier", project=tmp_path / "demo")
    cell = table.row("resource").cells[0]
    assert (cell.count, round(cell.share or 0, 2)) == (23, 0.56)
    assert table.banner == "type"


def test_tallies_are_written_in_every_form(frame, tmp_path):
    """Text, Markdown, CSV, JSON and workbook are written by ending; the long frame holds a row a cell."""
    tables = freetext.tally(frame, themes="themes", by="type")
    long = freetext.tables_frame(tables)
    assert len(long) == 3 * 3
    assert long.loc[(long["theme"] == "risk") & (long["column"] == "Total"), "share"].tolist() == [8 / 24]
    assert freetext.tables_frame([]).empty
    for ending in ("txt", "md", "csv", "json", "xlsx"):
        assert freetext.save_tables(tables, tmp_path / f"t.{ending}").stat().st_size
    assert (tmp_path / "t.md").read_text("utf-8") == freetext.tables_text(tables, "md")
    with pytest.raises(OutputError):
        freetext.save_tables(tables, tmp_path / "t.html")
    with pytest.raises(ValueError, match="no form 'html'"):
        freetext.tables_text(tables, "html")  # type: ignore[arg-type]


def test_nothing_to_tally_is_said(frame):
    """A frame without codes has nothing to tally, and says so."""
    with pytest.raises(InputError, match="freetext_themes"):
        freetext.tally(frame)
    with pytest.raises(NegativeAnswer):
        freetext.tally(frame.assign(themes=""), themes="themes")


def test_codes_that_equal_the_labels_are_right(frame):
    """Labels compared with themselves score 1 throughout."""
    found = freetext.evaluate(frame, themes="themes", labels="themes")
    assert (found.micro_f1, found.macro_f1, found.samples_f1, found.answers) == (1.0, 1.0, 1.0, 24)


def test_the_truth_may_stand_in_several_columns(frame):
    """Columns of ticks, here of truth values, are compared as the list would be; no column at all is refused."""
    ticked = frame.assign(**frame["themes"].str.get_dummies(";").astype(bool))
    found = freetext.evaluate(ticked, themes="themes", labels=["money", "risk", "staff"])
    assert found == freetext.evaluate(frame, themes="themes", labels="themes")
    with pytest.raises(UsageError, match="which column holds the labels"):
        freetext.evaluate(frame, themes="themes", labels=())


def test_a_codeframe_alone_codes_until_there_are_labels(tmp_path):
    """`cold_model` takes a codeframe or its file, and answers as `code` does; every code asks for a person."""
    path = tmp_path / "frame.toml"
    path.write_text('name = "x"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n', encoding="utf-8")
    model = freetext.cold_model(path, TEXTS, question="why?", seed=3)
    assert model.digest == freetext.cold_model(freetext.read_codeframe(path), TEXTS, question="why?", seed=3).digest
    codings = freetext.code(model, ["money is short", "no staff here"])
    assert codings.chosen.tolist() == [[True, False], [False, True]]
    assert set(codings.why) == {"no labels yet"}
    with pytest.raises(InputError, match="no theme of the codeframe"):
        freetext.cold_model(path, ["zebra", "yak"])
