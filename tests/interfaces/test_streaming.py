"""Files coded batch by batch, against the same files coded as a whole table."""

import dataclasses
import datetime as dt
import pickle
import random
import tracemalloc

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from freetext.errors import InputError, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.coding.coded_again import Update
from freetext.files.coding.codings import CodedColumns, uncoded
from freetext.files.coding.tallied import Counts
from freetext.files.tabular.sinks import open_sink
from freetext.files.tabular.streams import open_stream
from freetext.files.tabular.tables import read_table, write_table
from freetext.interfaces.file_coding import code_part
from freetext.interfaces.first_reading import first_reading
from freetext.interfaces.streaming import CodingPlan, coded_batches
from freetext.model.coder import Coder
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Settled

TEXTS = [
    "more funding needed",
    "=kind staff",
    "  ",
    None,
    "the car park was full",
    "nothing",
    "bikes",
    "cold food, kind nurses",
]
GOOD, BAD = "what was good?", "what could be better?"


def rows(count: int) -> dict[str, list[object]]:
    """Columns of a survey: ids, two text columns, what was asked, and a number."""
    dice = random.Random(count)
    return {
        "id": [f"r{row}" for row in range(count)],
        "one": [dice.choice(TEXTS) for _ in range(count)],
        "two": [dice.choice(TEXTS) for _ in range(count)],
        "asked": [dice.choice([GOOD, BAD]) for _ in range(count)],
        "n": [None if row % 7 == 3 else row / 2 for row in range(count)],
    }


@pytest.fixture(name="place", params=[".csv", ".tsv", ".parquet"])
def _place(tmp_path, request):
    """The survey as a file of each kind, 90 rows; Parquet in row groups of 40."""
    path = tmp_path / f"in{request.param}"
    table = pa.table(rows(90))
    if request.param == ".parquet":
        kinds = table.append_column("kind", pa.array(["a", None, "b"] * 30).dictionary_encode())
        moment = pa.array([dt.datetime(2024, 1, 1, tzinfo=dt.UTC)] * 90, pa.timestamp("ms", "UTC"))
        pq.write_table(kinds.append_column("when", moment), path, row_group_size=40)
        return path
    pq.write_table(table, tmp_path / "plain.parquet")
    write_table(read_table(tmp_path / "plain.parquet"), path)
    return path


def streamed(path, target, plan, coders, size=16):
    counts = Counts()
    with open_sink(target) as sink:
        for batch in coded_batches(open_stream(path), plan, coders, size=size):
            for part in batch.parts:
                counts.add(part.codings)
            sink.write(batch.whole())
    return target.read_bytes(), counts.summary


def whole(path, target, plan, parts):
    """Code a file as `freetext code` codes a workbook; parts are (model, questions)."""
    table = uncoded(read_table(path).without(plan.dropped), force=plan.force)
    file = answers_in(table, text=plan.text, id=plan.id, question=plan.question, names=plan.names)
    cells = CodedColumns(len(file.answers), plan.scores, plan.evidence)
    asked = np.array(file.answers.questions)
    for model, questions in parts:
        places = np.flatnonzero(np.isin(asked, questions)) if questions else np.arange(len(asked))
        code_part(model, places, file, cells, update=Update(), settled=plan.settled, advance=lambda _: None)
    write_table(table.with_columns(cells.columns(file, carry=plan.carry)), target)
    return target.read_bytes(), cells.summary


PEOPLE = {
    ("r3", GOOD): Settled(("money",)),
    ("r3", BAD): Settled(("money",)),
    ("r0", ""): Settled(("staff", "food"), ("money",)),
    ("r1", ""): Settled(()),
    ("r4", "two"): Settled(("parking",)),
    ("r89", ""): Settled(("parking",), by_rule=True),
    ("gone", ""): Settled(("parking",)),
}


@pytest.mark.parametrize(
    "plan",
    [
        CodingPlan(("one",), id="id"),
        CodingPlan(("one",)),
        CodingPlan(("one",), id="id", scores=True, evidence=True, settled=PEOPLE),
        CodingPlan(("one", "two"), id="id", scores=True, settled=PEOPLE),
        CodingPlan(("two", "one"), {"one": GOOD}, id="id", settled=PEOPLE),
        CodingPlan(("one",), {"one": BAD}, id="id", carry=True, scores=True),
        CodingPlan(("one",), id="id", question="asked", scores=True, evidence=True, settled=PEOPLE),
        CodingPlan(("one",), dropped=("n", "asked")),
    ],
)
def test_a_file_coded_batch_by_batch_is_the_file_coded_as_a_whole(tmp_path, place, model, coder, plan):
    """Whatever is asked for, in any kind of file, the bytes and the counts do not depend on how much is coded at a time."""
    ours = streamed(place, tmp_path / f"a{place.suffix}", plan, {"": coder})
    assert ours == whole(place, tmp_path / f"b{place.suffix}", plan, [(model, ())])
    assert ours == streamed(place, tmp_path / f"c{place.suffix}", plan, {"": coder}, size=1000)


@pytest.fixture(name="other", scope="session")
def _other(model):
    """Another model: the same learnt lines under a codeframe of other names."""
    frame = model.codeframe
    named = tuple(dataclasses.replace(theme, slug=f"{theme.slug}-two") for theme in frame.themes)
    return dataclasses.replace(model, codeframe=Codeframe("other", named))


@pytest.mark.parametrize("question", ["asked", ""])
def test_each_question_has_its_own_model(tmp_path, place, model, coder, other, question):
    """Questions may have models of their own, in a long file and in a wide one."""
    plan = CodingPlan(("one",) if question else ("one", "two"), id="id", question=question, scores=True)
    names = tuple(dict.fromkeys(read_table(place).texts("asked"))) if question else ("one", "two")
    ours = streamed(place, tmp_path / f"a{place.suffix}", plan, {names[0]: coder, names[1]: Coder(other)})
    parts = [(model, names[:1]), (other, names[1:])]
    assert ours == whole(place, tmp_path / f"b{place.suffix}", plan, parts)


def test_a_coded_file_is_coded_again_by_force_only(tmp_path, place, coder):
    """Columns of an earlier coding are refused, or replaced when that is forced."""
    first, _ = streamed(place, tmp_path / f"a{place.suffix}", CodingPlan(("one",)), {"": coder})
    with pytest.raises(UsageError, match="coded already"):
        streamed(tmp_path / f"a{place.suffix}", tmp_path / "b.csv", CodingPlan(("one",)), {"": coder})
    assert not (tmp_path / "b.csv").exists()
    forced = CodingPlan(("one",), force=True)
    again, _ = streamed(tmp_path / f"a{place.suffix}", tmp_path / f"b{place.suffix}", forced, {"": coder})
    if place.suffix != ".parquet":
        assert again == first


def test_a_batch_knows_its_place(place, coder):
    """The first rows of batches rise from 0, and each part's codings are those of its rows."""
    batches = list(coded_batches(open_stream(place), CodingPlan(("one", "two")), {"": coder}, size=16))
    sizes = [batch.table.size for batch in batches]
    assert [batch.first for batch in batches] == np.cumsum([0, *sizes[:-1]]).tolist()
    assert sum(sizes) == 90
    assert all(len(part.codings) == batch.table.size for batch in batches for part in batch.parts)
    assert [part.behind for part in batches[0].parts] == [":one", ":two"]


def test_a_plan_can_be_sent_to_another_process():
    """A plan survives pickling."""
    plan = CodingPlan(("one",), {"one": GOOD}, settled=PEOPLE)
    assert pickle.loads(pickle.dumps(plan)) == plan


def test_a_file_without_rows_has_our_columns_too(tmp_path, coder):
    """A part of a folder that holds no row is written with the same columns as any other."""
    pq.write_table(pa.table({"one": pa.array([], pa.string())}), tmp_path / "a.parquet")
    streamed(tmp_path / "a.parquet", tmp_path / "b.parquet", CodingPlan(("one",), scores=True), {"": coder})
    made = pq.read_table(tmp_path / "b.parquet")
    assert made.num_rows == 0
    assert made.schema.field("freetext_score:money").type == pa.float64()


def reading(path, plan, looked_for=()):
    return first_reading(open_stream(path), plan, looked_for)


def test_the_first_reading_counts_and_finds(place):
    """Rows, questions with their answers, and the answers that were looked for, by whatever id."""
    long = reading(place, CodingPlan(("one",), id="id", question="asked"), ["r5", "gone"])
    asked = read_table(place).texts("asked")
    assert long.rows == 90
    assert long.questions == {each: asked.count(each) for each in dict.fromkeys(asked)}
    assert (long.labelled.answers.ids, long.labelled.answers.questions) == (("r5",), (asked[5],))
    wide = reading(place, CodingPlan(("one", "two")), ["3"])
    texts = read_table(place)
    assert wide.labelled.answers.texts == (texts.texts("one")[1], texts.texts("two")[1])
    assert wide.questions == {"one": 90, "two": 90}


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
@pytest.mark.parametrize(
    ("ids", "asked", "question"),
    [
        (["a", "b", "c", "b", "a"], ["x"] * 5, ""),
        (["a", "b", "c", "b", "a"], ["x", "x", "x", "x", "y"], "asked"),
        (["a", " ", "c", "", "a"], ["x"] * 5, ""),
        (["a", *" " * 40, "b"], ["x"] * 42, ""),
        (["a", "b"], ["x", "y"], ""),
        (["a", "a"], ["x", "y"], "asked"),
        ([], [], ""),
    ],
)
def test_ids_are_refused_as_in_a_whole_table(tmp_path, ids, asked, question, ending):
    """Ids that stand twice or are blank are refused with the same words as in a table that is read as a whole."""
    table = pa.table(
        {"id": pa.array(ids, pa.string()), "t": pa.array(ids, pa.string()), "asked": pa.array(asked, pa.string())}
    )
    pq.write_table(table, tmp_path / "a.parquet")
    write_table(read_table(tmp_path / "a.parquet"), tmp_path / "a.csv")
    path = tmp_path / f"a{ending}"

    def said(call):
        try:
            call()
        except InputError as error:
            return str(error)
        return ""

    plan = CodingPlan(("t",), id="id", question=question)
    ours = said(lambda: reading(path, plan))
    assert ours == said(lambda: answers_in(read_table(path), text=["t"], id="id", question=question))


def test_of_blank_ids_and_questions_few_are_remembered(tmp_path):
    """Of blank ids the first rows and their number are told; a column that holds no questions is refused long before its end."""
    count = 400_000
    ids, nothing = pa.array(np.arange(count)).cast(pa.string()), pa.array([""] * count)
    pq.write_table(pa.table({"t": nothing, "id": nothing, "asked": ids}), tmp_path / "a.parquet")
    with pytest.raises(InputError, match=r"no id in rows 2, 3, .*, 13 and 399988 more"):
        reading(tmp_path / "a.parquet", CodingPlan(("t",), id="id"))
    with pytest.raises(InputError, match=r"more than 100,000 different questions.*--question") as refused:
        reading(tmp_path / "a.parquet", CodingPlan(("t",), question="asked"))
    assert "asked" in str(refused.value)
    tracemalloc.start()
    with pytest.raises(InputError):
        reading(tmp_path / "a.parquet", CodingPlan(("t",), id="id"))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 * 2**20
