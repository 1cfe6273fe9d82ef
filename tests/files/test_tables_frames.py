"""pandas at the public face."""

import datetime as dt
from pathlib import Path

import pandas as pd

from freetext.files.tabular.frames import frame_of, table_of
from freetext.files.tabular.tables import read_table


def test_frame_to_table():
    """Every column has its texts, missing values are empty, whole floats lose their nought; the index is left out."""
    frame = pd.DataFrame(
        {
            "id": [1.0, None],
            "text": ["a", None],
            "odd": [1, "x"],
            "kind": pd.Categorical(["u", "v"]),
            "day": [pd.Timestamp("2024-01-02"), pd.NaT],
            "part": pd.period_range("2024-01", periods=2, freq="M"),
        },
        index=["p", "q"],
    )
    table = table_of(frame)
    assert table.names == ("id", "text", "odd", "kind", "day", "part")
    assert [table.texts_at(place) for place in range(6)] == [
        ["1", ""],
        ["a", ""],
        ["1", "x"],
        ["u", "v"],
        ["2024-01-02T00:00:00", ""],
        ["2024-01", "2024-02"],
    ]


def test_table_to_frame(tmp_path: Path):
    """Text of a CSV never becomes a number or NaN, and repeated names stay."""
    (tmp_path / "a.csv").write_text("id,id,x\n007,,NA\n")
    frame = frame_of(read_table(tmp_path / "a.csv"))
    assert list(frame.columns) == ["id", "id", "x"]
    assert frame.iloc[0].tolist() == ["007", "", "NA"]


def test_frames_come_back():
    """A frame of plain types goes through a table unharmed."""
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "c": [True, False], "d": [dt.date(2024, 1, 1)] * 2})
    pd.testing.assert_frame_equal(frame_of(table_of(frame)), frame, check_dtype=False)
    assert frame_of(table_of(frame.iloc[:0])).shape == (0, 4)
