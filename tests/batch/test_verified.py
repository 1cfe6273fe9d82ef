"""What must hold before a folder is called whole."""

import json
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.coding_runs import posix

from freetext.batch.folders import code_folder
from freetext.batch.hash_files import doubled, hash_file, read_hashes
from freetext.batch.run import Watch
from freetext.errors import InputError, MissingFile
from freetext.files.coding.coded_batches import key_hashes


@pytest.fixture
def code(bundle):
    """Code a folder's verbatims by the small model."""

    def run(source, out, **given):
        return code_folder(source, out, **{"text": "verbatim", "id": "id", "model": bundle, **given})

    return run


HASHES = st.lists(st.lists(st.sampled_from([0, 1, 2**63, 2**64 - 1]) | st.integers(0, 2**64 - 1)), max_size=5)


@given(HASHES, st.integers(1, 9))
def test_doubles_are_found_bucket_by_bucket(held, bucket):
    """However few hashes are looked at together, what stands twice in all files is found, once, in order."""
    every = [value for each in held for value in each]
    wanted = sorted({value for value in every if every.count(value) > 1})
    with tempfile.TemporaryDirectory() as folder:
        files = [stored(folder, key, np.sort(np.array(each, dtype=np.uint64))) for key, each in enumerate(held)]
        assert doubled(files, bucket).tolist() == wanted


def stored(folder, key, hashes):
    """Hashes as they stand beside a part."""
    path = Path(folder, "_freetext", f"{key:016x}.ids.npy")
    path.parent.mkdir(exist_ok=True)
    np.save(path, hashes)
    return hash_file(folder, f"{key:016x}", path.parent)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-4]),
        lambda path: path.write_bytes(b"PK\x03\x04 no hashes"),
        lambda path: np.save(path, np.array([0.5])),
        lambda path: np.save(path, np.array([[1]], np.uint64)),
    ],
)
def test_damaged_hashes_are_named(tmp_path, damage):
    """What is no sorted list of hashes is called damaged, by its place; hashes that have gone are called so."""
    stored(tmp_path, 7, np.array([1, 2], np.uint64))
    path = tmp_path / "_freetext" / f"{7:016x}.ids.npy"
    damage(path)
    with pytest.raises(InputError, match=r"ids\.npy: is damaged\. Remove it"):
        hash_file(str(tmp_path), f"{7:016x}", tmp_path)
    with pytest.raises(InputError, match=r"ids\.npy: is damaged\. Remove it"):
        read_hashes(str(tmp_path), f"{7:016x}")
    path.unlink()
    with pytest.raises(MissingFile):
        hash_file(str(tmp_path), f"{7:016x}", tmp_path)


@posix
def test_more_parts_than_files_may_be_open(tmp_path):
    """However many parts there are, few files are open at a time; where not even one can be, that is no damage."""
    for key in range(100):
        stored(tmp_path, key, np.arange(key * 10, key * 10 + 11, dtype=np.uint64))
    program = f"""
    import resource
    from pathlib import Path
    from freetext.batch.hash_files import doubled, hash_file
    from freetext.errors import InputError
    out = {str(tmp_path)!r}
    hash_file(out, f"{{0:016x}}", Path(out))
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
    files = [hash_file(out, f"{{key:016x}}", Path(out)) for key in range(100)]
    print(len(doubled(files, 50)))
    held = []
    try:
        while True:
            held.append(open("/dev/null"))
    except OSError:
        pass
    try:
        doubled(files)
    except InputError as error:
        print(error)
    """
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    found, told = ran.stdout.splitlines()
    assert found == "99"
    assert told.endswith("cannot be read: Too many open files.")


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
    from freetext.files.coding.tallied import Tallied  # noqa: PLC0415

    answers_to(tmp_path / "part-0001.0123456789abcdef.parquet", rows[:7])
    row = Row("part-0001.0123456789abcdef.parquet", "0" * 16, "a.csv", "", (), (), 8, Tallied(answers=8))
    with pytest.raises(InputError, match=r"holds 7 rows, and a\.csv has 8.*Remove the file"):
        check_rows([row], str(tmp_path))


@pytest.mark.parametrize("format", ["parquet", "csv"])
@pytest.mark.parametrize("raw", [False, True])
def test_parts_kept_from_a_killed_run_are_compared(code, tmp_path, answers_to, rows, format, raw):
    """Whenever the seal is written all parts are counted first, whichever run coded them, Parquet or text."""
    out = tmp_path / "out"
    answers_to(tmp_path / "in/a.csv", [*rows[:5], ("q", "north", "1", 'two\r\nlines, "quoted"')])
    answers_to(tmp_path / "in/b.csv", rows[5:9])
    code(tmp_path / "in", out, format=format, raw=raw)
    part = next(out.glob("part-0001.*"))
    whole = part.read_bytes()
    for number, damage in enumerate([b"", short(whole, format), whole[: len(whole) // 2 + 20]]):
        (out / "_SUCCESS.json").unlink(missing_ok=True)
        part.write_bytes(damage)
        with pytest.raises(InputError) as refused:
            code(tmp_path / "in", out, format=format, raw=raw)
        told = "holds 2 rows" if number == 1 else "(is damaged|holds . rows?)"
        refused.match(rf"part-0001\..*: {told}, and a\.csv has 6\. Remove the file, and run the same command again")
        assert not (out / "_SUCCESS.json").exists()
    part.unlink()
    assert code(tmp_path / "in", out, format=format, raw=raw).coded == 1
    assert part.read_bytes() == whole
    assert (out / "_SUCCESS.json").exists()


def short(whole, format):
    """An output's first two rows."""
    import io  # noqa: PLC0415

    import pyarrow.parquet as pq  # noqa: PLC0415

    if format == "csv":
        return b"".join(whole.splitlines(keepends=True)[:3])
    pq.write_table(pq.read_table(io.BytesIO(whole)).slice(0, 2), made := io.BytesIO())
    return made.getvalue()


def test_a_part_without_rows_that_is_no_file_any_more(code, tmp_path, answers_to, rows):
    """An empty file is no output of a part without rows either."""
    out = tmp_path / "out"
    answers_to(tmp_path / "in/a.csv", rows[:5])
    answers_to(tmp_path / "in/b.csv", [])
    code(tmp_path / "in", out)
    (out / "_SUCCESS.json").unlink()
    next(out.glob("part-0002.*")).write_bytes(b"")
    with pytest.raises(InputError, match=r"is damaged, and b\.csv has 0"):
        code(tmp_path / "in", out)


def test_an_output_that_is_taken_away_meanwhile(code, tmp_path, answers_to, rows):
    """A part that stood, and is gone when the run ends, is named: the folder is not whole, and has no seal."""
    out = tmp_path / "out"
    for name, some in (("a", rows[:5]), ("b", rows[5:9]), ("c", rows[9:20])):
        answers_to(tmp_path / f"in/{name}.csv", some)
    code(tmp_path / "in", out)
    answers_to(tmp_path / "in/c.csv", rows[9:21])
    report = code(tmp_path / "in", out, watch=Watch(begun=lambda _plan: next(out.glob("part-0001.*")).unlink()))
    assert (report.whole, report.coded, report.kept, report.rows) == (False, 1, 1, 16)
    assert [each.part.endswith("a.csv") for each in report.failed] == [True]
    assert "was removed while the run was under way" in report.failed[0].what
    assert not (out / "_SUCCESS.json").exists()
    assert code(tmp_path / "in", out).whole


def test_hashes_are_the_same_for_ever():
    """Hashes stand on disk: the same answer has the same one in every version."""
    import pyarrow as pa  # noqa: PLC0415

    found = key_hashes(pa.array(["1", "r22", "Zürich", ""]), "good?").tolist()
    assert len(set(found)) == 4
    assert found == key_hashes(pa.array(["1", "r22", "Zürich", ""]), pa.array(["good?"] * 4)).tolist()
