import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.errors import UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.coding.coded_cells import Cells, cells_of, source_cell
from freetext.files.coding.codings import CodedColumns, as_asked, not_asked, ours, uncoded
from freetext.files.coding.tallied import Tallied
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Codings, Source

FRAME = Codeframe("f", (Theme("a", 1, "Alpha"), Theme("b", 2, "Beta")))
OTHER = Codeframe("g", (Theme("c", 1, "Gamma"),))
M, R, H = Source.MODEL, Source.RULE, Source.HUMAN


def codings(chosen, source=None, *, frame=FRAME, blank=None, scores=None, why=None, evidence=None) -> Codings:
    chosen = np.array(chosen, dtype=np.bool_)
    count = len(chosen)
    return Codings(
        frame,
        chosen,
        np.array(source if source is not None else np.full(chosen.shape, M), dtype=np.uint8),
        np.array(blank or [False] * count),
        None if scores is None else np.array(scores, dtype=np.float32),
        tuple(why or [""] * count),
        evidence,
    )


def wide(size: int, *names: str):
    columns = {name: ["x"] * size for name in names}
    return answers_in(Table("s.csv", tuple(columns), tuple(columns.values()), size), text=list(names))


@pytest.mark.parametrize(
    ("chosen", "source", "blank", "cell"),
    [
        ([1, 1], [M, R], False, "a=model;b=rule"),
        ([0, 1], [M, H], False, "b=human;model"),
        ([1, 0], [H, H], False, "a=human"),
        ([0, 0], [H, H], False, "human"),
        ([0, 0], [M, M], False, ""),
        ([0, 0], [R, M], False, ""),
        ([0, 0], [H, M], False, ""),
        ([1, 1], [H, M], False, "a=human;b=model"),
        ([0, 0], [M, M], True, "blank"),
    ],
)
def test_the_source_says_who_decided(chosen, source, blank, cell):
    """`theme=model|rule|human` joined by `;`, `blank`, a bare `human` for people's no theme, a bare `model` for the rest."""
    made = codings([chosen], [source], blank=[blank])
    assert source_cell(made, 0, np.flatnonzero(made.chosen[0]).tolist()) == cell


def test_the_columns_of_the_contract():
    """Themes, review, why and source; scores and evidence when asked for, in this order, each as long as the table."""
    columns = CodedColumns(3, scores=True, evidence=True)
    columns.add(
        codings(
            [[1, 1], [0, 0], [0, 0]], [[M, R], [M, M], [M, M]],
            blank=[False, True, False], scores=[[0.91239, 0.5], [np.nan, np.nan], [0.1, np.nan]], why=["unsure: b 0.50", "", ""], evidence=("a: x; b: y", "", ""),
        ),
        range(3),
    )  # fmt: skip
    made = columns.columns(wide(3, "t"))
    assert made == {
        "freetext_themes": ["a;b", "", ""],
        "freetext_review": [True, False, False],
        "freetext_review_why": ["unsure: b 0.50", "", ""],
        "freetext_source": ["a=model;b=rule", "blank", ""],
        "freetext_score:a": [pytest.approx(0.9124), None, pytest.approx(0.1)],
        "freetext_score:b": [0.5, None, None],
        "freetext_evidence": ["a: x; b: y", "", ""],
    }
    assert list(made) == ["freetext_themes", "freetext_review", "freetext_review_why", "freetext_source", "freetext_score:a", "freetext_score:b", "freetext_evidence"]  # fmt: skip


def test_a_wide_file_has_a_set_for_each_question():
    """With several text columns ours carry the question; each question's scores are those of its own codeframe."""
    columns = CodedColumns(4, scores=True)
    columns.add(codings([[1], [0]], frame=OTHER, scores=[[0.9], [0.2]]), np.array([2, 3]))
    columns.add(codings([[1, 0], [0, 1]], scores=[[0.9, 0.1], [0.2, 0.8]]), np.array([0, 1]))
    made = columns.columns(wide(2, "q1", "q2"))
    assert made["freetext_themes:q1"] == ["a", "b"]
    assert made["freetext_themes:q2"] == ["c", ""]
    assert [name for name in made if "score" in name] == [
        "freetext_score:q1:a",
        "freetext_score:q1:b",
        "freetext_score:q2:c",
    ]
    assert not any("evidence" in name for name in made)


def test_score_columns_do_not_depend_on_the_data():
    """A question whose answers are all blank has the score columns of its codeframe as any other, empty."""
    columns = CodedColumns(4, scores=True)
    columns.add(codings([[1, 0], [0, 1]], scores=[[0.9, 0.1], [0.2, 0.8]]), range(2))
    columns.add(codings([[0, 0], [0, 0]], blank=[True, True], scores=np.full((2, 2), np.nan)), range(2, 4))
    made = columns.columns(wide(2, "q1", "q2"))
    assert (made["freetext_score:q2:a"], made["freetext_score:q2:b"]) == ([None, None], [None, None])


def test_one_text_column_may_carry_its_question():
    """A known question is carried where that is asked for; a text column of no question is as ever."""
    columns = CodedColumns(1)
    columns.add(codings([[1, 0]]), range(1))
    table = Table("s.csv", ("t",), (["x"],), 1)
    named = answers_in(table, text=["t"], names={"t": "why"})
    assert next(iter(columns.columns(named, carry=True))) == "freetext_themes:why"
    assert next(iter(columns.columns(named))) == "freetext_themes"
    assert next(iter(columns.columns(answers_in(table, text=["t"]), carry=True))) == "freetext_themes"


def test_a_lone_text_column_is_the_question_of_its_name():
    """A model that knows a question by a column's name takes the column for it, unless the file says what was asked."""
    table = Table("s.csv", ("good", "q"), (["x"], ["why"]), 1)
    alone = answers_in(table, text=["good"])
    assert as_asked(alone, ("bad", "good")).questions == ("good",)
    assert as_asked(alone, ("bad",)).questions == ("",)
    assert as_asked(answers_in(table, text=["good"], question="q"), ("good",)).questions == ("why",)


def test_questions_that_nobody_said_are_named():
    """Only a model that knows questions, none of which the answers say, has something to tell."""
    assert not_asked(["", "c"], ("a", "b")) == ("the model knows the questions a, b; this file says none of them",)
    assert not_asked(["", "b"], ("a", "b")) == ()
    assert not_asked([""], ()) == ()


def test_places_may_come_in_any_order():
    """Codings are put where their answers stand."""
    columns = CodedColumns(3)
    columns.add(codings([[1, 0], [0, 1]]), np.array([2, 0]))
    assert columns.columns(wide(3, "t"))["freetext_themes"] == ["b", "", "a"]


def test_names_are_written_where_there_was_no_codeframe():
    """Codes read as the labels gave them; a name that would break the list gives way to the slug."""
    frame = Codeframe("f", (Theme("a", 1, "Alpha & co"), Theme("b", 2, "x; y")), by_name=True)
    columns = CodedColumns(1)
    columns.add(codings([[1, 1]], frame=frame), range(1))
    made = columns.columns(wide(1, "t"))
    assert made["freetext_themes"] == ["Alpha & co;b"]
    assert made["freetext_source"] == ["Alpha & co=model;b=model"]


def test_the_summary_counts_answers():
    """Answers, blanks, reviews, answers with content and no theme, those that people decided, and each theme."""
    columns = CodedColumns(4)
    columns.add(codings([[1, 0], [0, 0]], [[M, M], [H, H]], why=["x", ""]), range(2))
    columns.add(codings([[1, 1], [0, 0]], blank=[False, True]), range(2, 4))
    assert columns.summary == Tallied(answers=4, blank=1, review=1, none=1, human=1, themes=(("a", 2), ("b", 1)))


def test_nothing_coded_is_an_empty_summary():
    """No codings, no counts."""
    assert CodedColumns(2).summary == Tallied()


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=12), st.data())
def test_cells_do_not_depend_on_the_batches(rows, data):
    """Codings added in parts and in any order give the same columns and counts as at once."""
    whole = CodedColumns(len(rows))
    whole.add(codings(rows), range(len(rows)))
    apart = CodedColumns(len(rows))
    for place in data.draw(st.permutations(range(len(rows)))):
        apart.add(codings([rows[place]]), range(place, place + 1))
    file = wide(len(rows), "t")
    assert apart.columns(file) == whole.columns(file)
    assert apart.summary == whole.summary


def test_a_coded_table_is_refused_unless_forced():
    """Coding a coded file would mix two codings: refused with the columns named, or our columns go."""
    table = Table("s.csv", ("t", "freetext_themes", "freetext_score:a", "Freetext"), (["x"], ["a"], ["1"], ["y"]), 1)
    assert ours(table.names) == ["freetext_themes", "freetext_score:a"]
    with pytest.raises(UsageError, match=r"s\.csv is coded already \(freetext_themes, freetext_score:a"):
        uncoded(table, force=False)
    assert uncoded(table, force=True).names == ("t", "Freetext")
    plain = Table("s.csv", ("t",), (["x"],), 1)
    assert uncoded(plain, force=False) is plain


@pytest.mark.parametrize(
    ("cells", "codes", "people", "alone", "hand"),
    [
        (Cells("a;b", source="a=model;b=rule"), ("a", "b"), False, False, False),
        (Cells("a", source="a=human"), ("a",), True, True, False),
        (Cells("", source="human"), (), True, True, False),
        (Cells("b", source="b=human;model"), ("b",), True, False, False),
        (Cells("a", source="a=model;b=model"), ("a",), False, False, True),
        (Cells("", source="a=model"), (), False, False, True),
        (Cells("a", source="blank"), ("a",), False, False, True),
        (Cells("", source="blank"), (), False, False, False),
        (Cells(" A ;; b", source="a=HUMAN; b = model"), ("A", "b"), True, False, False),
        (Cells("x=y", source="x=y=model"), ("x=y",), False, False, False),
        (Cells(), (), False, False, False),
    ],
)
def test_cells_say_who_decided(cells, codes, people, alone, hand):
    """Read again, cells tell people's decisions from a machine's, and themes that somebody changed without saying so."""
    assert (cells.codes, cells.by_people, cells.by_people_alone, cells.by_hand) == (codes, people, alone, hand)


@given(st.lists(st.sampled_from([M, R, H]), min_size=2, max_size=2), st.tuples(st.booleans(), st.booleans()))
def test_cells_that_we_write_are_never_changed_by_hand(source, chosen):
    """Whoever decided what: the themes that we write are those that the source names."""
    cells = cells_of(codings([chosen], [source]), 0)
    assert not cells.by_hand
    assert cells.by_people or H not in {who for who, given in zip(source, chosen, strict=True) if given}


def test_kept_cells_stand_as_they_were():
    """Cells of an earlier coding are written as they stood and counted like any others; scores that are not there are empty."""
    columns = CodedColumns(3, scores=True, evidence=True)
    columns.add(codings([[1, 0]], scores=[[0.9, 0.1]], evidence=("a: x",)), np.array([1]))
    columns.keep(0, Cells("b", True, "odd", "b=human", "b: y", (("b", 0.5), ("old", 0.1))), FRAME)
    columns.keep(2, Cells("", False, "", "blank"), FRAME)
    made = columns.columns(wide(3, "t"))
    assert made == {
        "freetext_themes": ["b", "a", ""],
        "freetext_review": [True, False, False],
        "freetext_review_why": ["odd", "", ""],
        "freetext_source": ["b=human", "a=model", "blank"],
        "freetext_score:a": [None, pytest.approx(0.9), None],
        "freetext_score:b": [0.5, pytest.approx(0.1), None],
        "freetext_evidence": ["b: y", "a: x", ""],
    }
    assert columns.summary == Tallied(answers=3, blank=1, review=1, human=1, themes=(("a", 1), ("b", 1)))


def test_one_more_reason_for_a_person():
    """A reason that is added stands first, and the answer counts once."""
    columns = CodedColumns(2)
    columns.add(codings([[1, 0], [1, 0]], why=["unsure: a 0.50", ""]), range(2))
    columns.ask(0, "new text")
    columns.ask(1, "new text")
    made = columns.columns(wide(2, "t"))
    assert made["freetext_review_why"] == ["new text; unsure: a 0.50", "new text"]
    assert columns.summary.review == 2


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=8), st.data())
def test_keeping_a_coding_is_the_same_as_making_it(rows, data):
    """Cells of some answers kept and the others coded give the columns and counts of coding all."""
    whole = CodedColumns(len(rows))
    whole.add(codings(rows), range(len(rows)))
    mixed = CodedColumns(len(rows))
    for place, row in enumerate(rows):
        if data.draw(st.booleans()):
            mixed.keep(place, cells_of(codings([row]), 0), FRAME)
        else:
            mixed.add(codings([row]), range(place, place + 1))
    file = wide(len(rows), "t")
    assert mixed.columns(file) == whole.columns(file)
    assert mixed.summary == whole.summary
