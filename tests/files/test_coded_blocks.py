"""Our columns made as blocks, against the cells made answer by answer."""

import math

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.coding.coded_batches import CodedBatch, CodedPart, key_hashes, table_ids
from freetext.files.coding.coded_blocks import block_columns
from freetext.files.coding.coded_cells import cells_of
from freetext.files.tabular.cells import values_of
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Codings, Source

SCORES = st.one_of(
    st.just(float("nan")),
    st.floats(0, 1, width=32),
    st.integers(0, 20_000).map(lambda each: float(np.float32(each / 20_000))),
    st.sampled_from([0.00005, 0.03125, 0.99995, 0.15625]),
)


@st.composite
def made(draw):
    """Codings of any answers by one to four themes."""
    themes, size = draw(st.integers(1, 4)), draw(st.integers(0, 6))
    frame = Codeframe("f", tuple(Theme(f"t-{place}", place + 1, f"T{place}") for place in range(themes)))
    shape = (size, themes)

    def filled(each, kind):
        return np.array([draw(each) for _ in range(size * themes)], dtype=kind).reshape(shape)

    blank = np.array([draw(st.booleans()) for _ in range(size)], dtype=np.bool_)
    why = tuple(draw(st.sampled_from(["", "unsure: a 0.50", "coders differ: é"])) for _ in range(size))
    evidence = tuple(draw(st.sampled_from(["", "a: ünï, 🙂"])) for _ in range(size))
    source = filled(st.sampled_from([Source.MODEL, Source.RULE, Source.HUMAN, Source.HUMAN]), np.uint8)
    return Codings(frame, filled(st.booleans(), np.bool_), source, blank, filled(SCORES, np.float32), why, evidence)


@settings(max_examples=150)
@given(made())
def test_a_block_holds_the_cells_of_its_answers(codings):
    """Every cell of a block is the cell of its answer, and every score is rounded as Python rounds."""
    columns = block_columns(codings, behind=":q", scores=True, evidence=True)
    cells = [cells_of(codings, row) for row in range(len(codings))]
    codes = codings.codeframe.codes
    names = ["freetext_themes:q", "freetext_review:q", "freetext_review_why:q", "freetext_source:q"]
    assert list(columns) == [*names, *(f"freetext_score:q:{code}" for code in codes), "freetext_evidence:q"]
    plain = {name: values_of(column) for name, column in columns.items()}
    assert plain["freetext_themes:q"] == [each.themes for each in cells]
    assert plain["freetext_review:q"] == [each.review for each in cells]
    assert plain["freetext_review_why:q"] == [each.why for each in cells]
    assert plain["freetext_source:q"] == [each.source for each in cells]
    assert plain["freetext_evidence:q"] == [each.evidence for each in cells]
    for theme, code in enumerate(codes):
        scores = codings.scores[:, theme].tolist()
        assert plain[f"freetext_score:q:{code}"] == [None if math.isnan(each) else round(each, 4) for each in scores]


@settings(max_examples=200)
@given(st.lists(st.floats(0, 1, width=32)))
def test_scores_are_rounded_as_python_rounds(scores):
    """Four decimals, the even digit where a score lies in the middle, to the last bit of the double."""
    frame, none = Codeframe("f", (Theme("a", 1, "A"),)), np.zeros((len(scores), 1), dtype=np.bool_)
    given_scores = np.array(scores, dtype=np.float32).reshape(-1, 1)
    codings = Codings(frame, none, none.astype(np.uint8), none[:, 0], given_scores, ("",) * len(scores))
    rounded = values_of(block_columns(codings, scores=True)["freetext_score:a"])
    assert list(map(repr, rounded)) == [repr(round(each, 4)) for each in given_scores[:, 0].tolist()]


def test_what_is_not_wanted_is_not_there():
    """Scores and evidence are columns where they are wanted; evidence that nobody has is empty."""
    frame, one = Codeframe("f", (Theme("a", 1, "A"),)), np.ones((1, 1), dtype=np.bool_)
    codings = Codings(frame, one, one.astype(np.uint8), ~one[:, 0], None, ("",))
    assert "freetext_evidence" not in block_columns(codings, scores=True)
    assert values_of(block_columns(codings, evidence=True)["freetext_evidence"]) == [""]
    assert not any("score" in name for name in block_columns(codings, scores=True))


def test_models_share_a_column():
    """Cells of two models stand at the rows that each codes; a score of another codeframe is null; evidence stands last."""
    one, two = (Codeframe(name, (Theme(name, 1, name),)) for name in "ab")

    def coded(frame, count):
        yes = np.ones((count, 1), dtype=np.bool_)
        shown = tuple(f"{frame.name}{row}" for row in range(count))
        return Codings(frame, yes, yes.astype(np.uint8), ~yes[:, 0], yes.astype(np.float32), shown, shown)

    parts = (
        CodedPart("t", "", ("x", "x"), "", np.array([0, 3]), coded(one, 2)),
        CodedPart("t", "", ("y",), "", np.array([1]), coded(two, 1)),
        CodedPart("t", "", (), "", np.zeros(0, dtype=np.int64), coded(Codeframe("c", (Theme("c", 1, "C"),)), 0)),
    )
    table = Table("x.csv", ("t",), (["", "", "", ""],), 4)
    made = CodedBatch(table, 0, parts, scores=True, evidence=True).columns()
    assert values_of(made["freetext_review_why"]) == ["a0", "b0", None, "a1"]
    assert values_of(made["freetext_score:a"]) == [1.0, None, None, 1.0]
    assert values_of(made["freetext_score:c"]) == [None] * 4
    assert list(made)[-1] == "freetext_evidence"


@given(st.lists(st.text(), max_size=6), st.text(max_size=3))
def test_equal_keys_have_equal_hashes(ids, question):
    """The hash of a key depends on its id and its question alone, wherever it stands."""
    column = pa.array(["before", *ids], pa.string())
    asked = pa.array(["q", *[question] * len(ids)], pa.string())
    hashes = key_hashes(column, asked)[1:].tolist()
    assert hashes == key_hashes(column[1:], question).tolist()
    assert len(set(hashes)) == len(set(ids))


def test_hashes_tell_near_keys_apart():
    """A hundred thousand numbers as ids, to two questions, have as many hashes."""
    ids = pa.array(range(50_000)).cast(pa.string())
    both = np.concatenate([key_hashes(ids, "a"), key_hashes(ids, "b")])
    assert len(np.unique(both)) == 100_000


def test_rows_without_an_id_are_named_by_their_number():
    """Without a column of ids a row is its number, behind the stem of its file where there is one."""
    table = Table("x.csv", ("t",), (["a", "b"],), 2, first=7)
    assert table_ids(table).to_pylist() == ["7", "8"]
    assert table_ids(table, stem="part-1").to_pylist() == ["part-1:7", "part-1:8"]
