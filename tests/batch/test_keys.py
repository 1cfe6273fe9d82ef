"""Keys and numbers of outputs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.batch.keys import beside, file_of, key_in, key_of, numbered, owned
from freetext.batch.parts import Part

PART = Part("in/a.parquet", 10, "f00d", (0, 2), "a.parquet")
KEY = key_of(PART, ["m1"], {"text": ["verbatim"]}, ".parquet")


@pytest.mark.parametrize(
    "other",
    [
        key_of(replace(PART, fingerprint="beef"), ["m1"], {"text": ["verbatim"]}, ".parquet"),
        key_of(replace(PART, rows=(0, 3)), ["m1"], {"text": ["verbatim"]}, ".parquet"),
        key_of(replace(PART, rows=None), ["m1"], {"text": ["verbatim"]}, ".parquet"),
        key_of(replace(PART, name="b.parquet"), ["m1"], {"text": ["verbatim"]}, ".parquet"),
        key_of(PART, ["m2"], {"text": ["verbatim"]}, ".parquet"),
        key_of(PART, ["m1"], {"text": ["other"]}, ".parquet"),
        key_of(PART, ["m1"], {"text": ["verbatim"]}, ".csv"),
    ],
)
def test_whatever_decides_the_content_is_in_the_key(other):
    """Another source, content, range, model, setting or format is another key."""
    assert other != KEY


def test_what_decides_nothing_is_not_in_the_key():
    """Where the folder stands, when a file was written and the order of models change no key."""
    moved = replace(PART, address="/elsewhere/a.parquet", changed=77, number=5)
    assert key_of(moved, ["m1"], {"text": ["verbatim"]}, ".parquet") == KEY
    assert key_of(PART, ["m2", "m1"], {}, ".csv") == key_of(PART, ["m1", "m2"], {}, ".csv")


def test_names_are_ours():
    """Every name that we give is known as ours, with its key; other names are not."""
    assert key_in(file_of(7, KEY, ".parquet")) == key_in(beside(KEY, ".ids.npy")) == KEY
    assert file_of(7, KEY, ".csv") == f"part-0007.{KEY}.csv"
    assert all(map(owned, ["manifest.json", "_SUCCESS.json", ".freetext-0123456789ab.tmp", beside(KEY, ".json")]))
    assert not any(
        map(owned, ["part-1.csv", "part-0001.csv", "x/manifest.json", f"../{beside(KEY, '.json')}", "a.csv"])
    )


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=6))
def test_a_number_stays_with_its_source(rounds):
    """Whatever comes and goes, a source keeps its number, no two have one, and one that is gone leaves none to others."""
    numbers: dict[str, int] = {}
    for sources in rounds:
        after = numbered(sources, numbers)
        assert {source: after[source] for source in numbers} == numbers
        assert len(set(after.values())) == len(after)
        assert set(after) == {*numbers, *sources}
        numbers = after
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
