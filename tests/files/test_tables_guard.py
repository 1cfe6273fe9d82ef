"""The formula guard."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.tabular.guard import dangerous, guarded, is_ours, unguarded
from freetext.files.tabular.tables import Table, read_table, write_table

ODD = st.text(alphabet="'=+-@\t\r\n＝＋－＠,;|\"1.% aé", max_size=8)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        "＋a",
        "－a",
        "＠a",
        "'=x",
        "''@x",
        "-",
        "+e5",
    ],
)
def test_formulas_are_guarded(text):
    """Text that a spreadsheet may run gets an apostrophe, also when it has one already."""
    assert guarded([text, "fine"]) == (["'" + text, "fine"], 1)


@pytest.mark.parametrize(
    "text", ["-5", "+44 7700 900123", "-3.5%", "+1,234.50", "-1e-5", "-.5", "+44 (0)20 7946 0958", "", "'tis", "a=b"]
)
def test_numbers_and_phones_are_left(text):
    """Plain numbers, phone numbers and ordinary text stay as they are."""
    assert not dangerous(text)


@given(st.lists(ODD))
def test_guard_comes_off_without_loss(texts):
    """Taking the guard off gives the cells back, whatever they began with."""
    assert unguarded(guarded(texts)[0]) == texts


def test_ours():
    """A file is ours when it has our column of themes, alone or one a question."""
    assert is_ours(["id", "freetext_themes"])
    assert is_ours(["freetext_themes:Q1"])
    assert not is_ours(["freetext_themes_old", "themes"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ODD, ODD), max_size=4), st.sampled_from([".csv", ".tsv", ".txt"]))
def test_coded_files_come_back(tmp_path_factory, rows, ending):
    """A coded text table, guarded and read back, has the same names and cells."""
    names = ("=id", "te;xt", "freetext_themes")
    columns = ([a for a, _ in rows], [b for _, b in rows], ["x;y"] * len(rows))
    path = tmp_path_factory.mktemp("t") / f"out{ending}"
    write_table(Table("x", names, columns, len(rows)), path)
    read = read_table(path)
    assert (read.names, read.columns) == (names, columns)


def test_raw_and_counts(tmp_path: Path):
    """Guarded cells are counted, header and all; raw files have neither guard nor mark."""
    table = Table("x", ("=a", "n"), (["=1", "-5", "ok"], [-1, 2.0, None]), 3)
    assert write_table(table, tmp_path / "a.csv").guarded == 2
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf'=a,n\r\n'=1,-1\r\n-5,2\r\nok,\r\n"
    assert write_table(table, tmp_path / "b.csv", raw=True).guarded == 0
    assert (tmp_path / "b.csv").read_bytes() == b"=a,n\r\n=1,-1\r\n-5,2\r\nok,\r\n"
