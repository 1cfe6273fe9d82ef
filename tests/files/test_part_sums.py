"""Statistics that leave a part."""

import io
import json
import tracemalloc
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingColumn
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.parts.folder_sums import joined_sums, read_sums
from freetext.files.parts.part_counts import SumsPlan, sums_plan
from freetext.files.parts.part_splits import Split
from freetext.files.parts.part_sums import SumsMaker
from freetext.files.parts.sums_bytes import packed_sums, unpacked_sums
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Codings
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.tallies.statistics import ARRAYS
from freetext.tallies.summing import sums_from

FRAME = codeframe_of(["money", "staff", "law"], name="why")
CLOSED = (
    Question("yes", "closed", ("yes",), options=("Yes", "No")),
    Question("both", "multi", ("b1", "b2"), options=("One", "Two")),
    Question("many", "multi", ("many",), nets=(("Fruit", ("apple", "pear")),)),
)
PLAN = SumsPlan((Split("area", "area"),), weight="w", respondent="who", closed=CLOSED)


def batch_of(random, n, asked=None, **cells):
    """A random coded batch with all columns of the plan; some may be given."""
    columns = {
        "said": ["text"] * n,
        "area": random.choice(["north", "south", "a;b", ""], n).tolist(),
        "w": random.choice(["0.5", "1", "2.25"], n).tolist(),
        "who": [f"p{random.integers(10**9)}" for _ in range(n)],
        "yes": random.choice(["Yes", "yes ", "Perhaps", ""], n).tolist(),
        "b1": random.choice(["1", "0", ""], n).tolist(),
        "b2": random.choice(["1", "0", ""], n).tolist(),
        "many": random.choice(["apple", "pear;plum", "", "plum"], n).tolist(),
        **cells,
    }
    blank = random.random(n) < 0.2
    chosen = (random.random((n, 3)) < 0.4) & ~blank[:, None]
    source = np.where(blank[:, None], 3, 1) * np.ones((n, 3), dtype=np.uint8)
    scores = random.random((n, 3), dtype=np.float32)
    codings = Codings(FRAME, chosen, source.astype(np.uint8), blank, scores, ("",) * n)
    table = Table("in.csv", tuple(columns), tuple(columns.values()), n)
    return CodedBatch(table, 0, (CodedPart("said", "", asked, "", None, codings),))


def made(*batches, plan=PLAN):
    """The statistics of some batches."""
    maker = SumsMaker(plan)
    for batch in batches:
        maker.add(batch)
    return maker.sums()


def numbers_of(sums):
    """All that statistics hold, as plain values."""
    return [
        (each.question, each.kind, each.codeframe, each.weighted, each.cold, *cubes_of(each))
        for each in sums.statistics
    ]


def cubes_of(each):
    """The arrays of a question, as lists."""
    cubes = (each.total, *each.banners.values())
    return [each.both.tolist(), *((cube.names, *(getattr(cube, name).tolist() for name in ARRAYS)) for cube in cubes)]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 9_999), st.lists(st.integers(1, 12), min_size=1, max_size=3))
def test_statistics_survive_as_bytes(seed, sizes):
    """What a part wrote is read again number by number, and is written to the same bytes."""
    random = np.random.default_rng(seed)
    sums = made(*(batch_of(random, n) for n in sizes))
    content = packed_sums(sums)
    found = unpacked_sums(content)
    assert (found.plan, found.rows, found.people.tolist()) == (PLAN, sum(sizes), sums.people.tolist())
    assert numbers_of(found) == numbers_of(sums)
    assert packed_sums(found) == content


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 9_999), st.integers(0, 200), st.binary(min_size=1, max_size=3))
def test_damaged_bytes_are_refused_in_words(seed, place, noise):
    """Whatever happens to the bytes, reading them ends in statistics or in one InputError that names the remedy."""
    content = bytearray(packed_sums(made(batch_of(np.random.default_rng(seed), 3))))
    start = place * len(content) // 201
    content[start : start + len(noise)] = noise
    assert told_of(bytes(content)) in ("", "x.sums.npz, --force")


def told_of(content):
    """What a refusal names of file and remedy; empty where the bytes can be read."""
    try:
        unpacked_sums(content, "x.sums.npz")
    except InputError as error:
        return ", ".join(each for each in ("x.sums.npz", "--force") if each in str(error))
    return ""


def with_member(content, name, array):
    """The same bytes with another array in a member's place."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        held = {each: archive.read(each) for each in archive.namelist()}
    written = io.BytesIO()
    np.save(written, array, allow_pickle=array.dtype == object)
    held[f"{name}.npy"] = written.getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, inside in held.items():
            archive.writestr(each, inside)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("values", np.array([{"a": 1}], dtype=object)),
        ("values", np.zeros(3, dtype=np.int64)),
        ("values", np.full(1, -1, dtype=np.int64)),
        ("values", np.zeros(3, dtype=np.float64)),
        ("people", np.array([2, 1], dtype=np.uint64)),
        ("head", np.frombuffer(b'{"format": 1}', dtype=np.uint8)),
        ("head", np.frombuffer(b"[]", dtype=np.uint8)),
    ],
)
def test_what_does_not_fit_is_refused(name, array):
    """Objects that could run, other types and lengths, negative counts and half a head are refused."""
    content = packed_sums(made(batch_of(np.random.default_rng(1), 4)))
    with pytest.raises(InputError, match="--force"):
        unpacked_sums(with_member(content, name, array))


def test_a_newer_format_says_so():
    """Statistics of a later version ask for a newer freetext."""
    content = packed_sums(made(batch_of(np.random.default_rng(1), 4)))
    head = np.frombuffer(json.dumps({"format": 2}).encode(), dtype=np.uint8)
    with pytest.raises(InputError, match="newer freetext"):
        unpacked_sums(with_member(content, "head", head))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 9_999), st.lists(st.integers(1, 12), min_size=2, max_size=4))
def test_closed_questions_do_not_depend_on_parts(seed, sizes):
    """Options that come late, nets, 0/1 columns and questions of several answers add up to those of the rows in one part."""
    random = np.random.default_rng(seed)
    batches = [batch_of(random, n) for n in sizes]
    parts, whole = joined_sums([made(each) for each in batches]), joined_sums([made(*batches)])
    assert [each.question for each in parts.statistics] == [each.question for each in whole.statistics]
    for one, other in zip(parts.statistics, whole.statistics, strict=True):
        assert one.codeframe == other.codeframe
        assert sums_from(one).given_n.tolist() == sums_from(other).given_n.tolist()
        assert sums_from(one).both_w.tolist() == sums_from(other).both_w.tolist()
        assert one.total.n.tolist() == other.total.n.tolist()


def test_respondents_who_cross_parts_are_refused():
    """A respondent in two parts would count twice: the refusal names the column and what to do; two questions are no repetition."""
    random = np.random.default_rng(3)
    one, two = (batch_of(random, 1, who=["ann"]) for _ in range(2))
    with pytest.raises(InputError, match=r"1 respondent has rows in several parts.*partition the files by who"):
        joined_sums([made(one), made(two)])
    assert joined_sums([made(one, two)]).several
    asked = batch_of(random, 2, asked=("q1", "q2"), who=["ann", "ann"])
    assert not joined_sums([made(asked)]).several


def test_a_long_file_has_statistics_by_question():
    """Each question of a long file counts the rows where it was asked."""
    sums = made(batch_of(np.random.default_rng(4), 5, asked=("a", "b", "a", "a", "b")))
    counts = {each.question: int(each.total.n[0].sum()) for each in sums.statistics if each.kind == "open"}
    assert counts == {"a": 3, "b": 2}


def test_a_weight_that_is_none_stops_no_coding():
    """The reason stands in place of statistics, with the row, and adding goes on."""
    random = np.random.default_rng(5)
    sums = made(batch_of(random, 2, w=["1", "heavy"]), batch_of(random, 2))
    assert (sums.rows, sums.statistics) == (4, ())
    assert "'heavy'" in sums.problem
    assert "row 3" in sums.problem
    assert unpacked_sums(packed_sums(sums)).problem == sums.problem


def test_a_banner_of_too_many_values_is_left_out():
    """A column of ids is no banner: the others stay, and the reason is kept."""
    random = np.random.default_rng(6)
    sums = made(batch_of(random, 101), plan=replace(PLAN, banners=(*PLAN.banners, Split("who", "who"))))
    assert dict(sums.lost) == {"who": "more than 100 different values"}
    assert list(sums.statistics[0].banners) == ["area"]


def test_a_project_foresees_its_own_tables():
    """Banners and weight of the project come with those asked for; an id, which is checked anyway, needs no looking after."""
    survey = Questionnaire(id="id", respondent="id", weight="w", banners=("area",), questions=CLOSED)
    plan = sums_plan(survey, ("id", "w", "age"), by=("age", "both"))
    assert [each.name for each in plan.banners] == ["age", "area"]
    assert (plan.weight, plan.respondent, plan.closed) == ("w", "", CLOSED)


def test_what_the_first_part_has_every_part_must_have():
    """A weight and the banners that were asked for are wanted of every part; weights of the project that the first lacks are left out."""
    survey = Questionnaire(weight="w", banners=("area",))
    assert sums_plan(survey, ("w", "area", "age"), by=("age",)).needed == (("w", "freetext.toml"), ("age", "--by"))
    assert sums_plan(survey, ("v", "area"), weight="v").needed == (("v", "--weight"),)
    bare = sums_plan(survey, ("area",))
    assert (bare.weight, bare.needed) == ("", ())
    with pytest.raises(MissingColumn, match=r"in\.csv: no column 'v' \(--weight\)"):
        made(batch_of(np.random.default_rng(9), 2), plan=sums_plan(survey, ("v",), weight="v"))


def test_weights_of_some_parts_alone_are_no_sums():
    """Where only some parts have the column of weights, the reason stands in place of statistics, and no rows are lost."""
    random = np.random.default_rng(8)
    sums = joined_sums([made(batch_of(random, 2)), made(without(batch_of(random, 3), "w"))])
    assert (sums.rows, sums.statistics) == (5, ())
    assert sums.problem == "not all parts have the column of weights w"


def without(batch, name):
    """A batch whose file lacks a column."""
    kept = [place for place, each in enumerate(batch.table.names) if each != name]
    names, cells = (tuple(each[place] for place in kept) for each in (batch.table.names, batch.table.columns))
    return replace(batch, table=replace(batch.table, names=names, columns=cells))


def test_memory_does_not_grow_with_the_parts(tmp_path):
    """Parts are added as they are read: eight times as many take no more memory, people aside."""
    content = packed_sums(made(batch_of(np.random.default_rng(10), 60), plan=replace(PLAN, respondent="")))
    (tmp_path / "x.sums.npz").write_bytes(content)

    def peak(parts):
        tracemalloc.start()
        try:
            assert read_sums([str(tmp_path / "x.sums.npz")] * parts).rows == 60 * parts
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2)
    assert peak(40) < 1.2 * peak(5)
