"""What must hold before a folder is called whole."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.batch.folders import code_folder
from freetext.batch.verified import doubled
from freetext.errors import InputError
from freetext.files.coded_batches import key_hashes


@pytest.fixture
def code(bundle):
    """Code a folder's verbatims by the small model."""

    def run(source, out, **given):
        return code_folder(source, out, **{"text": "verbatim", "id": "id", "model": bundle, **given})

    return run


HASHES = st.lists(st.lists(st.sampled_from([0, 1, 2**63, 2**64 - 1]) | st.integers(0, 2**64 - 1)), max_size=5)


@given(HASHES, st.integers(1, 9))
def test_doubles_are_found_bucket_by_bucket(held, bucket):
    """However few hashes are looked at together, what stands twice in all arrays is found, once, in order."""
    arrays = [np.sort(np.array(each, dtype=np.uint64)) for each in held]
    every = [value for each in held for value in each]
    wanted = sorted({value for value in every if every.count(value) > 1})
    assert doubled(arrays, bucket).tolist() == wanted


def test_an_id_in_two_parts_is_named_with_both_places(code, tmp_path, answers_to, rows):
    """One answer twice, in two files: no seal, and the message says where; without the double the next run seals."""
    answers_to(tmp_path / "in/a.csv", rows[:20])
    answers_to(tmp_path / "in/b.parquet", [*rows[20:30], rows[4]])
    with pytest.raises(InputError, match=r"id 'r4' stands in .*a\.csv, row 6, and in .*b\.parquet, row 1[12]\."):
        code(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out/_SUCCESS.json").exists()
    with pytest.raises(InputError, match="r4"):
        code(tmp_path / "in", tmp_path / "out")
    answers_to(tmp_path / "in/b.parquet", rows[20:30])
    assert code(tmp_path / "in", tmp_path / "out").coded == 1
    assert (tmp_path / "out/_SUCCESS.json").exists()


def test_an_id_twice_in_one_part(code, tmp_path, answers_to, rows):
    """The same holds inside one part, and for the ranges of one file."""
    answers_to(tmp_path / "in/a.parquet", [*rows[:20], rows[0]], row_group=7)
    for most in (1_000_000, 7):
        with pytest.raises(InputError, match="id 'r0' stands in"):
            code(tmp_path / "in", tmp_path / f"out{most}", range_rows=most)


def test_ids_that_only_share_a_hash_are_no_doubles(code, tmp_path, answers_to, rows):
    """What two hashes have in common is looked up: a true double alone is refused."""
    out = tmp_path / "out"
    answers_to(tmp_path / "in/a.csv", rows[:5])
    answers_to(tmp_path / "in/b.csv", rows[5:9])
    code(tmp_path / "in", out)
    told = [part["key"] for part in json.loads((out / "manifest.json").read_text())["parts"]]
    one = np.load(out / f"_freetext/{told[0]}.ids.npy")
    other = np.sort(np.append(np.load(out / f"_freetext/{told[1]}.ids.npy"), one[2]))
    np.save(out / f"_freetext/{told[1]}.ids.npy", other)
    (out / "_SUCCESS.json").unlink()
    assert code(tmp_path / "in", out).whole
    assert (out / "_SUCCESS.json").exists()


def test_one_id_may_answer_two_questions(code, tmp_path, answers_to):
    """An id stands once a question, be it in two files."""
    head = ("id", "asked", "verbatim")
    answers_to(tmp_path / "in/a.csv", [("1", "good?", "kind staff"), ("1", "bad?", "cold food")], head=head)
    answers_to(tmp_path / "in/b.csv", [("1", "else?", "nothing"), ("2", "good?", "")], head=head)
    assert code(tmp_path / "in", tmp_path / "out", question="asked").whole
    answers_to(tmp_path / "in/b.csv", [("1", "good?", "nothing")], head=head)
    with pytest.raises(InputError, match=r"id '1' to question 'good\?' stands in"):
        code(tmp_path / "in", tmp_path / "out", question="asked")


def test_a_part_that_lost_rows_is_refused(code, tmp_path, answers_to, rows):
    """An output that holds other than its part's rows is no output."""
    from freetext.batch.rows import Row  # noqa: PLC0415
    from freetext.batch.verified import check_rows  # noqa: PLC0415
    from freetext.files.tallied import Tallied  # noqa: PLC0415

    answers_to(tmp_path / "part-0001.0123456789abcdef.parquet", rows[:7])
    row = Row("part-0001.0123456789abcdef.parquet", "0" * 16, "a.csv", "", (), (), 8, Tallied(answers=8))
    with pytest.raises(InputError, match=r"holds 7 rows, and a\.csv has 8.*Remove the file"):
        check_rows([row], str(tmp_path))


def test_hashes_are_the_same_for_ever():
    """Hashes stand on disk: the same answer has the same one in every version."""
    import pyarrow as pa  # noqa: PLC0415

    found = key_hashes(pa.array(["1", "r22", "Zürich", ""]), "good?").tolist()
    assert len(set(found)) == 4
    assert found == key_hashes(pa.array(["1", "r22", "Zürich", ""]), pa.array(["good?"] * 4)).tolist()
