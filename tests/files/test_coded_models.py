"""`freetext_model`: which model coded which answer, in cells, columns, notes and counts."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.coding.answers import answers_in
from freetext.files.coding.coded_again import Circumstances, Part, sort_out
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.coding.coded_before import Earlier
from freetext.files.coding.coded_blocks import MODEL, by_model, model_cells
from freetext.files.coding.coded_cells import Cells, cells_of
from freetext.files.coding.coded_models import WORDS, answers_by_model, model_called, model_of, models_told, several
from freetext.files.coding.coded_records import COLD, Record, Records, mark, read_records, write_records
from freetext.files.coding.codings import CodedColumns, ours
from freetext.files.exchange.coded_dataset import is_our_column
from freetext.files.tabular.cells import values_of
from freetext.files.tabular.tables import Table
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Codings, Source
from freetext.survey.labels import Settled

FRAME = codeframe_of(["a", "b"], name="f")
M, R, H = Source.MODEL, Source.RULE, Source.HUMAN
FLAGS = st.lists(st.booleans(), min_size=2, max_size=2)
WHO = st.lists(st.sampled_from([M, R, H]), min_size=2, max_size=2)


def codings(chosen, source, blank=None):
    """Codings of as many answers as there are rows."""
    size = len(chosen)
    flags = np.array(blank or [False] * size)
    return Codings(FRAME, np.array(chosen, dtype=bool), np.array(source, dtype=np.uint8), flags, None, ("",) * size)


def test_how_a_model_is_called():
    """NAME@ and the first eight digits of the digest; what learnt without labels is called by what it codes by."""
    assert model_called("frame", "0123456789abcdef") == "frame@01234567"
    assert model_called("frame", COLD) == WORDS == "codeframe words"
    assert (several(["", "a", "a"]), several(["a", "b"]), several([])) == (False, True, False)


def test_the_column_is_ours():
    """It is known for one of our columns, with a question behind it too, and stands beside its own set."""
    assert ours(["id", "freetext_model", "freetext_model:q", "freetext_models"]) == [
        "freetext_model",
        "freetext_model:q",
    ]
    assert is_our_column("freetext_model:q")
    assert (model_of("freetext_themes:q"), model_of("codes")) == ("freetext_model:q", "")


@settings(max_examples=60)
@given(st.lists(st.tuples(FLAGS, WHO, st.booleans()), min_size=1, max_size=5))
def test_people_and_blanks_have_no_model(rows):
    """An answer has a model if and only if the model decided on any theme of it and it is not blank; its cells never contradict."""
    blank = [empty for _, _, empty in rows]
    chosen = [[False, False] if empty else flags for flags, _, empty in rows]
    made = codings(chosen, [who for _, who, _ in rows], blank)
    cells = values_of(model_cells(made, "f@1"))
    assert cells == ["f@1" if each else "" for each in by_model(made).tolist()]
    for row, (_, who, empty) in enumerate(rows):
        assert (cells[row] == "f@1") == (M in who and not empty)
        assert not (cells[row] and cells_of(made, row).by_people_alone)


@pytest.mark.parametrize(
    ("source", "themes", "expected"),
    [("a=model", "a", True), ("", "", True), ("a=human;model", "a", True), ("a=rule", "a", True), ("a=human", "a", False), ("human", "", False), ("blank", "", False), ("a=model", "b", False)],
)  # fmt: skip
def test_whether_a_model_decided_on_cells(source, themes, expected):
    """A model decided where neither people alone nor nobody did; themes that were changed by hand are a person's."""
    assert Cells(themes, source=source).by_model is expected


def test_a_set_of_columns_says_it_when_several_coded_and_goes_on():
    """The column appears in the set of columns that several models coded, behind the sources, and stays where it was."""
    columns = CodedColumns(4)
    columns.add(codings([[1, 0]], [[M, M]]), range(1), "f@1")
    columns.keep(1, Cells("a", source="a=model", model="f@0"), FRAME)
    columns.add(codings([[1, 0], [0, 0]], [[M, M], [H, H]]), range(2, 4), "f@1")
    file = answers_in(
        Table("s.csv", ("p", "q"), (["x", "y"], ["x", "y"]), 2), text=["p", "q"], names={"p": "p", "q": "q"}
    )
    made = columns.columns(file)
    assert made["freetext_model:p"] == ["f@1", "f@0"]
    assert "freetext_model:q" not in made
    assert list(made).index("freetext_model:p") == list(made).index("freetext_source:p") + 1
    columns.named = frozenset({":q"})
    assert columns.columns(file)["freetext_model:q"] == ["f@1", ""]


def test_a_batch_says_it_where_several_models_code_a_column():
    """Of a long file with two models each row names its own; with one model the column is there only where it is wanted."""
    table = Table("s.csv", ("t",), (["x", "y"],), 2)
    one = CodedPart("t", "", None, "", np.array([0]), codings([[1, 0]], [[M, M]]), "f@1")
    two = replace(one, places=np.array([1]), model="g@2")
    assert values_of(CodedBatch(table, 0, (one, two)).columns()[MODEL]) == ["f@1", "g@2"]
    whole = replace(one, places=None, codings=codings([[1, 0], [0, 1]], [[M, M], [H, H]]))
    assert MODEL not in CodedBatch(table, 0, (whole,)).columns()
    assert values_of(CodedBatch(table, 0, (whole,), named=True).columns()[MODEL]) == ["f@1", ""]


def sorted_out(source, *, text="x", settled=None, **given):
    """Sort one answer out that a file holds with this source, by a model `new` that is called `f`."""
    table = Table("c.csv", ("id", "t"), (["1"], [text]), 1)
    themes = ";".join(part.partition("=")[0] for part in source.split(";") if "=" in part)
    earlier = Earlier(answers_in(table, text=["t"], id="id"), (Cells(themes, source=source),), ("",))
    circumstances = Circumstances({("1", ""): settled} if settled else {}, **given)
    return sort_out(answers_of([text], ids=["1"]), earlier, [Part(FRAME, "new", np.arange(1), "f")], circumstances)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("source", ["a=human", "human", "blank"])
def test_no_record_waits_for_people(source, force):
    """What people decided, and what is blank, has no model in the records, with --recode and without: nothing is left to code anew."""
    text = "" if source == "blank" else "x"
    records = Records({mark("", "1", "", text): Record("old")}, names={"old": "f"})
    update = sorted_out(source, text=text, records=records, force=force)
    assert update.records is not None
    assert [each.model for each in update.records.answers.values()] == [""]
    assert "older" not in update.counts


def test_a_label_that_settles_all_leaves_the_model_nothing():
    """An answer that is coded anew under a settled label has no model; one whose label is disputed has."""
    given = {"records": Records({mark("", "1", "", "x"): Record("old")}), "force": True}
    for settled, model in ((Settled(("a",), (), ("ada",)), ""), (Settled((), ("a",), ("ada", "ben")), "new")):
        update = sorted_out("a=model", settled=settled, **given)
        assert update.records is not None
        assert [each.model for each in update.records.answers.values()] == [model]


def test_what_stands_names_the_model_of_its_record():
    """A kept answer is named by the record's digest and name; without a record by its own cell, or not known."""
    records = Records({mark("", "1", "", "x"): Record("0123456789")}, names={"0123456789": "g"})
    assert sorted_out("a=model", records=records).kept[0].model == "g@01234567"
    assert sorted_out("a=model").kept[0].model == "unknown"
    assert sorted_out("a=human").kept[0].model == ""


def test_names_of_models_come_back(tmp_path):
    """Records keep what their models are called; those of an earlier version, which lack it, are read as ever."""
    coded = tmp_path / "c.csv"
    write_records(Records({"x": Record("m")}, names={"m": "frame", "gone": "frame"}), coded, "k")
    assert read_records(coded, "k").names == {"m": "frame"}
    path = coded.parent / ".coded" / "c.csv.json"
    path.write_text(path.read_text().replace('"names":{"m":"frame"},', ""))
    assert read_records(coded, "k") == Records({"x": Record("m")})


def test_answers_are_counted_by_model():
    """Answers of each model by name, among some rows or all; nothing where the file does not say; no numbers where they are hidden."""
    table = Table("c.csv", ("freetext_themes", "freetext_model"), (["a"] * 4, ["f@2", "f@1", "", "f@2"]), 4)
    assert answers_by_model(table, "freetext_themes") == {"f@1": 1, "f@2": 2}
    assert answers_by_model(table, "freetext_themes", [0, 2]) == {"f@2": 1}
    assert answers_by_model(table, "codes") == {}
    assert models_told({"f@1": 1, "f@2": 2}) == "f@1 (1 answer), f@2 (2 answers)"
    assert models_told({"f@1": 1, "f@2": 2}, hidden=True) == "f@1, f@2"
    assert models_told({str(place): 1 for place in range(25)}, hidden=True).endswith("19, and 5 more")
