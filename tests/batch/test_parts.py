"""What there is to code."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.batch.parts import Known, listing_of, natural, parts_of
from freetext.errors import InputError, MissingFile


@pytest.fixture
def folder(tmp_path):
    """A folder with parts, hidden files, an earlier output, and files that are none."""
    for name in (
        *("p10.csv", "p2.csv", "deep/er/a.parquet", "b.TSV"),
        *(".hidden.csv", "_drafts/c.csv", "~lock.csv", "notes.xlsx", "read.me"),
        *("coded/part-0001.csv", "coded/manifest.json", "coded/_freetext/x.json"),
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "in"


def test_parts_of_a_folder(folder):
    """All tables below a folder are parts, in natural order; what is hidden, ours or no table is none."""
    assert [part.source for part in parts_of(folder)] == ["b.TSV", "deep/er/a.parquet", "p2.csv", "p10.csv"]


def test_other_tables_are_told(folder):
    """A workbook among the parts is named, not passed over in silence."""
    assert listing_of(folder).others == ("notes.xlsx",)


def test_parts_of_a_pattern(folder):
    """A pattern gives the same names as the folder in front of it, our output left out there too."""
    assert [part.source for part in parts_of(folder / "p*.csv")] == ["p2.csv", "p10.csv"]
    assert [part.source for part in parts_of(folder / "**/*.csv")] == ["p2.csv", "p10.csv"]


def test_parts_seen_from_inside(folder, monkeypatch):
    """Names do not depend on how the folder is written."""
    monkeypatch.chdir(folder)
    assert [part.source for part in parts_of(".")] == [part.source for part in parts_of(folder)]
    assert [part.source for part in parts_of("p*.csv")] == ["p2.csv", "p10.csv"]


def test_one_file_is_one_part(folder):
    """A file alone is a part whose rows are named by their numbers alone; in a folder the file's name stands before."""
    (alone,) = parts_of(folder / "p2.csv")
    assert (alone.source, alone.stem) == ("p2.csv", "")
    assert [part.stem for part in parts_of(folder)][1:3] == ["deep/er/a", "p2"]


def test_output_inside_the_input(folder):
    """The output folder is no input, be it without a manifest still."""
    (folder / "new").mkdir()
    (folder / "new" / "part-0001.csv").write_text("x")
    assert "new/part-0001.csv" not in [part.source for part in parts_of(folder, out=str(folder / "new"))]


def test_nothing_to_code(tmp_path):
    """An empty folder, a pattern without a match, a workbook and a file that is not there are told apart."""
    (tmp_path / "one.xlsx").write_text("x")
    with pytest.raises(InputError, match=r"no part to code.*not taken: one\.xlsx.*Save the answers"):
        parts_of(tmp_path)
    with pytest.raises(InputError, match=r"no part to code.*right folder or pattern"):
        parts_of(tmp_path / "*.csv")
    with pytest.raises(InputError, match="coded by itself"):
        parts_of(tmp_path / "one.xlsx")
    with pytest.raises(MissingFile):
        parts_of(tmp_path / "none.csv")


def test_an_output_folder_is_no_input(folder):
    """What we wrote is not coded again, named itself or by a pattern."""
    with pytest.raises(InputError, match="no part to code"):
        parts_of(folder / "coded")
    with pytest.raises(InputError, match="no part to code"):
        parts_of(folder / "coded" / "*.csv")


def test_large_parquet_is_parted(tmp_path, answers_to, rows):
    """A Parquet file of many rows is parted at row groups, each row in one range; a CSV never is."""
    path = answers_to(tmp_path / "big.parquet", rows, row_group=10)
    assert [part.rows for part in parts_of(path, range_rows=25)] == [(0, 2), (2, 4), (4, 6)]
    assert [part.source for part in parts_of(path, range_rows=30)] == ["big.parquet[0:3]", "big.parquet[3:6]"]
    assert [part.rows for part in parts_of(path, range_rows=40)] == [None]
    assert [part.rows for part in parts_of(answers_to(tmp_path / "x.csv", rows), range_rows=1)] == [None]


def test_ranges_keep_respondents_together(tmp_path, answers_to, rows):
    """Where a column says who answered, a file is cut only where somebody new begins; one that is not sorted by it stays whole."""
    people = [(f"p{number // 4:02}", *row) for number, row in enumerate(rows)]
    head = ("pid", "id", "region", "weight", "verbatim")
    cut = {
        name: parts_of(answers_to(tmp_path / name, some, head=head, row_group=10), range_rows=10, respondent="pid")
        for name, some in (
            ("up.parquet", people),
            ("down.parquet", people[::-1]),
            ("mixed.parquet", people[1::2] + people[::2]),
        )
    }
    assert [part.rows for part in cut["up.parquet"]] == [(0, 2), (2, 4), (4, 6)]
    assert [part.rows for part in cut["down.parquet"]] == [(0, 2), (2, 4), (4, 6)]
    assert [part.rows for part in cut["mixed.parquet"]] == [None]


def test_a_damaged_parquet_is_a_part(tmp_path):
    """A file that cannot be read is found out when it is coded, so that the others go on."""
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 no, not really PAR1" * 100)
    assert [part.rows for part in parts_of(tmp_path, range_rows=1)] == [None]


def test_fingerprint_follows_the_content(tmp_path):
    """The same content is the same part, whenever it was written; another content of the same size and time is another."""
    path = tmp_path / "a.csv"
    path.write_text("id\n1\n")
    (before,) = parts_of(path)
    os.utime(path, ns=(1, 1))
    assert parts_of(path)[0].fingerprint == before.fingerprint
    path.write_text("id\n2\n")
    os.utime(path, ns=(1, 1))
    assert parts_of(path)[0].fingerprint != before.fingerprint


def test_what_is_known_is_not_read_again(tmp_path):
    """A file of the same size and time is taken as known, unless it was written just before we looked."""
    path = tmp_path / "a.csv"
    path.write_text("id\n1\n")
    os.utime(path, ns=(10**18, 10**18))
    late, soon = Known(5, 10**18, "as before", 10**18 + 10**10), Known(5, 10**18, "as before", 10**18 + 1)
    assert listing_of(path, known={"a.csv": late}).parts[0].fingerprint == "as before"
    assert listing_of(path, known={"a.csv": soon}).parts[0].fingerprint != "as before"


@given(st.lists(st.integers(0, 10**9), unique=True, max_size=20))
def test_natural_order_is_that_of_numbers(numbers):
    """Names that differ by a number stand in its order."""
    names = sorted((f"part-{number}.csv" for number in numbers), key=natural)
    assert names == [f"part-{number}.csv" for number in sorted(numbers)]


@given(st.lists(st.text(max_size=8), max_size=12))
def test_any_names_can_be_ordered(names):
    """No name breaks the order, and it does not depend on where they stood."""
    assert sorted(names, key=natural) == sorted(sorted(names, reverse=True), key=natural)
