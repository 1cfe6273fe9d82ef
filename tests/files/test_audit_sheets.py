"""The sheet of a random audit: who is drawn, what a coder sees, and what is kept."""

import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, NegativeAnswer, UsageError
from freetext.files.auditing.audit_draws import Source, draw_from
from freetext.files.auditing.audit_labels import audit_labels
from freetext.files.auditing.audit_sheets import Drawing, audit_sheet
from freetext.files.coding.answers import answers_in
from freetext.files.coding.tallying import Wanted, responses_of, tables_of
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import Table
from freetext.review.audit import draw
from freetext.survey.responses import Audit
from freetext.tallies.intervals import enough


def table(file="answers.csv", **columns):
    return Table(file, tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))


def survey(n=200, *, blank=(), types="aaabbc"):
    """Answers of `n` people in three unequal types."""
    return table(
        id=[f"p{number}" for number in range(n)],
        type=[types[number % len(types)] for number in range(n)],
        said=["" if number in blank else f"text {number}" for number in range(n)],
        codes=["money"] * n,
    )


def sheet(of, n=20, keep=None, **wanted):
    asked = Drawing(n, **{"seed": "s", **wanted})
    return draw_from(of, Source(("said",)), asked, keep, None)


def rows(drawn, *names):
    return list(zip(*(drawn.table.texts(name) for name in names), strict=True))


def test_the_first_in_the_order_of_u_are_drawn():
    """A draw is the answers with the smallest permanent random numbers of seed and respondent, in that order; blank ones are none."""
    of = survey(50, blank=(3, 7))
    ids = [name for name, text in zip(of.texts("id"), of.texts("said"), strict=True) if text]
    order = [ids[place] for place in np.argsort(draw("s", ids)).tolist()]
    drawn = sheet(of, 12)
    assert drawn.answers == 48
    assert rows(drawn, "id", "draw") == [(name, str(number)) for number, name in enumerate(order[:12], start=1)]


def test_a_coder_sees_the_text_and_no_code():
    """The sheet holds id, question, stratum, number, closed answers and text; the column of themes is empty, and no code is there."""
    drawn = sheet(survey(), 5, shown=("type",))
    assert drawn.table.names == ("id", "question", "stratum", "draw", "type", "text", "themes")
    assert set(drawn.table.texts("themes")) == {""}
    assert all(f"text {name[1:]}" == text for name, text in rows(drawn, "id", "text"))
    with pytest.raises(UsageError, match="--show freetext_themes: an audit is blind"):
        sheet(survey().with_columns({"freetext_themes": ["x"] * 200}), shown=("freetext_themes",))


@given(st.integers(1, 60), st.integers(1, 60), st.sampled_from([(), ("type",)]))
@settings(max_examples=40)
def test_a_larger_draw_holds_every_smaller_one(one, other, by):
    """With the same seed and columns, answers and their numbers in the smaller draw stand in the larger one."""
    small, large = (set(rows(sheet(SURVEY, n, by=by), "id", "stratum", "draw")) for n in sorted((one, other)))
    assert small <= large


SURVEY = survey(60)


def test_another_seed_draws_others():
    """The seed decides who is drawn; without one the file's name does."""
    one, two = ({name for (name,) in rows(sheet(survey(), seed=seed), "id")} for seed in ("s", "t"))
    assert one != two
    unnamed, named = (sheet(survey(), seed=seed).table.texts("id") for seed in ("", "answers"))
    assert unnamed == named


def test_each_column_gets_30_or_all():
    """Stratified by a column each of its values gets 30 answers or all, and its share of the rest."""
    of = survey(1000, types="a" * 30 + "b" * 8 + "c" * 2)
    drawn = sheet(of, 150, by=("type",))
    counts = Counter(stratum for (stratum,) in rows(drawn, "stratum"))
    assert counts == {"type: a": 113, "type: b": 30, "type: c": 30}
    assert drawn.strata == 3
    few = Counter(sheet(survey(60), 5, by=("type",)).table.texts("stratum"))
    assert few == {"type: a": 30, "type: b": 20, "type: c": 10}


def test_two_columns_are_crossed():
    """With two columns every value of either gets 30 answers or all, whatever strata they make together."""
    of = survey(600).with_columns({"region": list("nssss" * 120)})
    drawn = sheet(of, 10, by=("type", "region"))
    for column in ("type", "region"):
        counts = Counter(drawn.table.texts(column)) if column in drawn.table.names else Counter()
        assert not counts or min(counts.values()) >= 30
    assert "type: a | region: n" in drawn.table.texts("stratum")
    assert drawn.strata == 6


def test_a_sheet_may_be_left_anywhere():
    """From the top down all strata go on evenly: whoever stops half-way has about half of each, and no gap."""
    drawn = sheet(survey(900), 120, by=("type",))
    whole = Counter(drawn.table.texts("stratum"))
    half = rows(drawn, "stratum", "draw")[: drawn.table.size // 2]
    for stratum, count in Counter(name for name, _ in half).items():
        assert abs(count - whole[stratum] / 2) <= 1
        assert [int(number) for name, number in half if name == stratum] == list(range(1, count + 1))


def test_a_half_width_plans_the_size():
    """The size can be planned: 5 points want at least as many answers as Wilson's interval at 10 %."""
    assert sheet(survey(2000), half_width=0.05).table.size == enough(0.10, 0.05, 2000)
    assert sheet(survey(2000), half_width=0.15).table.size == 30
    assert sheet(survey(20), half_width=0.05).table.size == 20


def test_questions_are_drawn_apart_and_people_together():
    """Each text column is a question with a draw of its own; the same people are in all of them."""
    of = table(id=[f"p{n}" for n in range(40)], one=["x"] * 40, two=["y"] * 40)
    drawn = draw_from(of, Source(("one", "two")), Drawing(10, seed="s"), None, None)
    asked = rows(drawn, "question", "id")
    assert [name for question, name in asked if question == "one"] == [
        name for question, name in asked if question == "two"
    ]
    assert len(asked) == 20


def coded(drawn, count, said="money"):
    """The sheet with its first rows coded, and a column of the coder's own."""
    cells = [said if place < count else "" for place in range(drawn.table.size)]
    bare = drawn.table.without(["themes"])
    return audit_labels(bare.with_columns({"themes": cells, "note": ["mine"] * len(cells)}))


def test_labels_of_a_smaller_draw_are_kept():
    """A larger draw takes the labels of a smaller one along, and whatever else the coder wrote."""
    small = sheet(survey(), 20)
    large = sheet(survey(), 50, keep=coded(small, 15, "-"))
    assert large.kept == 15
    kept = {name for name, themes in rows(large, "id", "themes") if themes == "-"}
    assert kept == set(small.table.texts("id")[:15])
    assert Counter(large.table.texts("note")) == {"mine": 20, "": 30}


def test_a_draw_that_would_lose_labels_is_refused():
    """Labels that the new draw does not hold are named; nothing is lost."""
    small = sheet(survey(), 20)
    with pytest.raises(InputError, match=r"\d+ labelled answers are not in this draw: 'p\d+' in row"):
        sheet(survey(), 20, keep=coded(small, 20), seed="other")
    sheet(survey(), 10, keep=coded(small, 10))


def test_faults_of_a_draw_are_clear_lines():
    """A column with too many values, blank answers only, an unknown column and a missing one of texts."""
    many = table(id=[str(n) for n in range(5000)], said=["x"] * 5000)
    with pytest.raises(InputError, match=r"answers\.csv, column 'id': 5,000 different values are too many strata"):
        sheet(many, by=("id",))
    with pytest.raises(NegativeAnswer, match="every answer is blank; there is nothing to audit"):
        sheet(survey(3, blank=(0, 1, 2)))
    with pytest.raises(InputError, match=r"no column 'typ' \(--by\).*Did you mean 'type'"):
        sheet(survey(), by=("typ",))
    with pytest.raises(UsageError, match="Name it with --text"):
        draw_from(survey(), Source(), Drawing(), None, None)


def test_one_respondent_is_an_audit():
    """A single answer is drawn whole, and is tallied exactly."""
    drawn = sheet(survey(1), 150)
    labels = coded(drawn, 1).table
    (tallied,) = tables_of(survey(1), Wanted(themes=("codes",), text="said", audit=labels))
    assert (tallied.row("money").cells[0].share, tallied.columns[0].n) == (1.0, 1)


PROJECT = """
[survey]
id = "id"
drop = ["phone"]
key = "secret"
codeframe = "frame.toml"
[[question]]
name = "why"
kind = "open"
column = "said"
[[question]]
name = "kind"
kind = "closed"
column = "type"
"""


def test_a_project_says_what_is_what(tmp_path):
    """In a project the verbatims, the id, the closed answers and the seed are the project's, and what it drops is not shown."""
    (tmp_path / "freetext.toml").write_text(PROJECT)
    project = read_settings(tmp_path)
    of = survey().with_columns({"phone": ["0"] * 200})
    drawn = draw_from(of, Source(), Drawing(10), None, project)
    assert drawn.table.names == ("id", "question", "stratum", "draw", "type", "text", "themes")
    assert set(drawn.table.texts("question")) == {"why"}
    order = np.argsort(draw("secret", of.texts("id")))[:10]
    assert drawn.table.texts("id") == [of.texts("id")[place] for place in order.tolist()]
    with pytest.raises(InputError, match="'phone' is left out"):
        draw_from(of, Source(), Drawing(shown=("phone",)), None, project)


def test_the_respondent_stands_beside_an_id(tmp_path):
    """With --id the project's respondent still decides on the draw, and --respondent names another: nobody's answers are parted."""
    (tmp_path / "freetext.toml").write_text(PROJECT.replace('id = "id"', 'respondent = "who"'))
    people = [f"h{number // 4}" for number in range(200)]
    of = survey().with_columns({"who": people, "house": people[::-1]})
    for source, column in ((Source(id="id"), "who"), (Source(id="id", respondent="house"), "house")):
        drawn = draw_from(of, source, Drawing(40), None, read_settings(tmp_path))
        whose = dict(zip(of.texts("id"), of.texts(column), strict=True))
        assert set(Counter(whose[name] for name in drawn.table.texts("id")).values()) == {4}


def test_a_draw_may_be_of_some_answers_only():
    """With conditions only rows that meet them are drawn, and the audit speaks for these alone."""
    of = survey(200)
    drawn = draw_from(of, Source(("said",), where=("type = b",)), Drawing(40, seed="s"), None, None)
    assert drawn.answers == of.texts("type").count("b")
    assert set(drawn.table.texts("stratum")) == {"type: b"}
    filled = coded(drawn, 40).table
    (part,) = tables_of(of, Wanted(themes=("codes",), text="said", audit=filled, where=("type = b",)))
    (whole,) = tables_of(of, Wanted(themes=("codes",), text="said", audit=filled))
    assert (part.row("money").cells[0].kind, whole.row("money").cells[0].kind) == ("audited", "not audited")


@pytest.mark.parametrize(
    ("where", "error", "said"),
    [
        ("type = d", InputError, "no row has 'd'"),
        ("typ = a", InputError, "Did you mean 'type'"),
        ("freetext_themes = money", UsageError, "an audit is blind"),
        ("said != text 1", InputError, "199 different values are too many strata"),
    ],
)
def test_conditions_of_a_draw_that_cannot_be(where, error, said):
    """Conditions that no row meets, on unknown columns or on codes, and those that would part too many strata, are refused."""
    of = survey().with_columns({"freetext_themes": ["money"] * 200})
    of = of.without(["type"]).with_columns({"type": ["x" if place else "a" for place in range(200)]})
    with pytest.raises(error, match=said):
        draw_from(of, Source(("said",), where=(where,)), Drawing(40, seed="s"), None, None)


def test_draw_code_and_tally_hold_the_truth():
    """Over many seeds, drawn, coded and tallied, the estimates' mean is the truth and 95 % intervals hold it, in the total and a column."""
    dice = random.Random(5)
    n, runs = 400, 60
    truth = [dice.random() < 0.3 for _ in range(n)]
    guess = [(dice.random() < 0.8) if true else (dice.random() < 0.15) for true in truth]
    types = ["a" if dice.random() < 0.7 else "b" for _ in range(n)]
    of = table(
        id=[f"p{number}" for number in range(n)],
        type=types,
        said=["x"] * n,
        codes=["money" if each else "" for each in guess],
    )
    said = {f"p{number}": "money" if true else "-" for number, true in enumerate(truth)}
    inside = [true for true, each in zip(truth, types, strict=True) if each == "b"]
    real = (sum(truth) / n, sum(inside) / len(inside))
    file = answers_in(of, text=["said"], id="id")
    found: list[list[float]] = []
    held: Counter[str] = Counter()
    for seed in range(runs):
        labels = audit_sheet(file, Drawing(60, by=("type",), seed=str(seed))).table
        filled = labels.without(["themes"]).with_columns({"themes": [said[name] for name in labels.texts("id")]})
        (tallied,) = tables_of(of, Wanted(themes=("codes",), text="said", by=("type",), audit=filled))
        cells = {column.name: cell for column, cell in zip(tallied.columns, tallied.row("money").cells, strict=True)}
        for place, name in enumerate(("Total", "b")):
            low, high = cells[name].coding or (1.0, 0.0)
            held[name] += low <= real[place] <= high
        found.append([cells[name].share or 0.0 for name in ("Total", "b")])
    assert np.mean(found, axis=0).tolist() == pytest.approx(real, abs=0.015)
    assert held["Total"] / runs >= 0.9
    assert held["b"] / runs >= 0.9


def test_a_whole_draw_is_the_audit_of_all():
    """Where the draw is every answer and all are coded, pi is 1 in every stratum."""
    drawn = sheet(survey(60), 60, by=("type",))
    responses = responses_of(survey(60), Wanted(themes=("codes",), text="said", audit=coded(drawn, 59).table)).rows[0]
    assert isinstance(responses.audit, Audit)
    assert np.count_nonzero(responses.audit.pi < 1) > 0
    assert responses.audit.audited.sum() == 59
