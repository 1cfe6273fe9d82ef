"""One part coded."""

import json
import pickle
from dataclasses import replace

import numpy as np
import pytest

from freetext.batch.keys import key_of
from freetext.batch.orders import Wishes, order_of
from freetext.batch.parts import parts_of
from freetext.batch.rows import read_row
from freetext.batch.work import code_partition
from freetext.errors import BundleError, InputError, MissingFile
from freetext.files.tabular.tables import read_table


@pytest.fixture
def part(tmp_path, answers_to, rows):
    """The first 30 answers as a part that has its number and key."""
    (part,) = parts_of(answers_to(tmp_path / "a.csv", rows[:30]))
    return replace(part, number=1, key="0123456789abcdef")


@pytest.fixture
def order(part, bundle):
    """Code the verbatims, ids known, with all by-products."""
    wishes = Wishes(text=("verbatim",), id="id", model=str(bundle), by=("region",), weight="weight")
    return order_of([part], wishes, None)


@pytest.fixture
def out(tmp_path):
    """An output folder that is ready."""
    (tmp_path / "out/_freetext").mkdir(parents=True)
    return tmp_path / "out"


def test_a_part_leaves_its_output_and_by_products(part, order, out):
    """The part, its hashes, sums and candidates, and a row that says what came of it."""
    row = code_partition(part, order, str(out))
    assert sorted(path.name for path in out.rglob("*.*")) == sorted(
        [
            *("part-0001.0123456789abcdef.parquet", "0123456789abcdef.json", "0123456789abcdef.ids.npy"),
            *("0123456789abcdef.sums.npz", "0123456789abcdef.top.parquet"),
        ]
    )
    assert read_row(str(out), part.key) == row
    assert (row.rows, row.counts.answers, row.source) == (30, 30, "a.csv")
    hashes = np.load(out / "_freetext/0123456789abcdef.ids.npy")
    assert len(hashes) == 30
    assert (np.diff(hashes.astype(object)) > 0).all()


def test_counts_are_those_of_the_output(part, order, out):
    """The row counts what the output holds."""
    row = code_partition(part, order, str(out))
    table = read_table(out / row.file)
    themes = [cell.split(";") if cell else [] for cell in table.texts("freetext_themes")]
    assert {code: count for code, count in row.counts.themes if count} == {
        code: sum(code in each for each in themes) for code in {code for each in themes for code in each}
    }
    assert row.counts.review == table.texts("freetext_review").count("true")
    assert row.counts.blank == table.texts("freetext_source").count("blank")
    assert row.counts.none == sum(not each for each in themes) - row.counts.blank
    assert row.columns == table.names


def test_an_order_travels(part, order, out):
    """An order can be pickled, holds no model, and gives the same bytes wherever it is carried out."""
    packed = pickle.dumps(order)
    assert len(packed) < 20_000
    code_partition(part, order, str(out))
    before = {path.name: path.read_bytes() for path in out.rglob("*.*")}
    code_partition(part, pickle.loads(packed), str(out))
    assert {path.name: path.read_bytes() for path in out.rglob("*.*")} == before


def test_the_key_follows_the_order(part, order):
    """Settings that show in the output are in the key."""
    keys = {key_of(part, order.digests, {**order.settings, "scores": scores}, ".csv") for scores in (True, False)}
    assert len(keys) == 2


def test_another_model_in_the_same_place_is_refused(part, order, out):
    """A part is coded by the very model of the plan or not at all."""
    other = replace(order, models=tuple(replace(note, digest="f00d") for note in order.models))
    with pytest.raises(BundleError, match="as planned; run the same command again"):
        code_partition(part, other, str(out))
    assert not list(out.glob("*"))[1:]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("id,comment\n1,money\n", "no column 'verbatim'"),
        ("verbatim,region,weight\nmoney,north,1\n", "no column 'id'"),
        ("id,verbatim,region\n1,money,north\n", r"a\.csv: no column 'weight' \(--weight\)"),
        ("id,verbatim,weight\n1,money,1\n", r"a\.csv: no column 'region' \(--by\)"),
        ('id,verbatim\n1,"money\n', "quot"),
        ("id,verbatim,region,weight\n1,money,north,1\n,food,,1\n", "no id in rows 3"),
        ("id,verbatim,freetext_themes\n1,money,\n", "is coded already"),
    ],
)
def test_what_cannot_be_coded_leaves_nothing(part, order, out, tmp_path, content, what):
    """A part that fails halfway is named and leaves no output, no temporary file."""
    (tmp_path / "a.csv").write_text(content)
    with pytest.raises(Exception, match=what):
        code_partition(part, order, str(out))
    assert not [path for path in out.rglob("*") if path.is_file()]


def test_a_part_that_vanished(part, order, out, tmp_path):
    """A part that is gone when its turn comes is a missing file."""
    (tmp_path / "a.csv").unlink()
    with pytest.raises(MissingFile):
        code_partition(part, order, str(out))


def test_text_columns_that_nobody_asked_for_are_no_secret(part, order, out):
    """A part with a coded question more than the first part has is refused, not coded in part."""
    known = replace(order, coded=("verbatim", "region"))
    with pytest.raises(InputError, match="text columns that the first part lacks: region"):
        code_partition(part, known, str(out))


def test_a_damaged_row_is_named(part, order, out):
    """What came of a part is read strictly."""
    code_partition(part, order, str(out))
    path = out / "_freetext/0123456789abcdef.json"
    told = json.loads(path.read_text())
    for change in ({"rows": -1}, {"key": "x"}, {"themes": [1]}, {"more": 1}):
        path.write_text(json.dumps({**told, **change}))
        with pytest.raises(InputError, match=r"is damaged.*Remove it"):
            read_row(str(out), part.key)
