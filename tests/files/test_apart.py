"""Cells on their way between two processes, and what becomes of a process that fails."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.files.tabular.apart import MEMORY, Limits, read_apart
from freetext.files.tabular.apart_cells import parcels, received
from freetext.files.tabular.cells import EXACT


class Stream:
    """What was sent, read again."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def line(self) -> bytes:
        """One line."""
        return self._data.readline()

    def read(self, size: int) -> bytes:
        """So many bytes."""
        data = self._data.read(size)
        if len(data) < size:
            raise EOFError
        return data


NUMBERS = st.one_of(st.none(), st.integers(-EXACT + 1, EXACT - 1), st.floats(allow_nan=False))
TEXTS = st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"])))
MIXED = st.one_of(
    NUMBERS, TEXTS, st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas(), st.integers(10**20, 10**30)
)


def as_sent(cell: object) -> object:
    """A whole number as int, an empty text as None."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return None if cell == "" else cell


@given(st.lists(st.one_of(st.lists(NUMBERS), st.lists(TEXTS), st.lists(MIXED)), max_size=4))
def test_cells_arrive_as_they_were_sent(columns):
    """Whatever the cells of a column are, they arrive with their types; whole numbers are int and empty texts None."""
    notes, arrived = received(Stream(b"".join(parcels({"a": "é"}, columns))))
    assert notes == {"a": "é"}
    assert arrived == [[as_sent(cell) for cell in column] for column in columns]
    assert [[type(cell) for cell in column] for column in arrived] == [
        [type(as_sent(cell)) for cell in column] for column in columns
    ]


@given(st.data())
def test_a_stream_that_ends_early_is_noticed(data):
    """Wherever the sender dies, what came before is not taken for the whole."""
    sent = b"".join(parcels({}, [[1, 2.5], ["a", None], [dt.date(2024, 1, 1), 1]]))
    end = data.draw(st.integers(0, len(sent) - 2))
    with pytest.raises((ValueError, EOFError)):
        received(Stream(sent[:end]))


def test_a_process_that_cannot_do_its_job(tmp_path):
    """A job that fails in any way is one line that names the file."""
    with pytest.raises(InputError, match=r"^.*a\.sav: cannot be read \("):
        read_apart("no such job", tmp_path / "a.sav", {}, Limits.of(10))


def test_limits_grow_with_the_file():
    """A larger file may take more memory, time and bytes, up to an end."""
    small, large = Limits.of(10_000), Limits.of(10_000_000)
    assert small.memory < large.memory <= Limits.of(10**12).memory
    assert small.seconds < large.seconds
    assert Limits.of(10**12).most == Limits.of(10**13).most


def test_a_small_file_gets_little():
    """A file below a megabyte may take half a gigabyte beside what the process needs, and five seconds of its processor."""
    for size in (0, 5_000, 500_000, (1 << 20) - 1):
        limits = Limits.of(size)
        assert limits.memory - MEMORY <= 500_000_000
        assert limits.most <= 500_000_000
        assert limits.seconds <= 5
    assert Limits.of(0).memory < Limits.of(500_000).memory
    assert Limits.of(1 << 20).seconds >= 5
