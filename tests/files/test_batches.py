"""The batch that a coder is in, on disk."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.reviewing.batches import STREAMS, Batch, load_batch, save_batch
from freetext.review.deal import Dealt
from freetext.review.items import Suggested

DEALT = st.builds(
    Dealt,
    st.tuples(st.text(max_size=5), st.text(max_size=5)),
    st.sampled_from(STREAMS),
    st.none() | st.lists(st.builds(Suggested, st.text(max_size=4), st.tuples(st.text(max_size=4)))).map(tuple),
    st.text(max_size=4),
    st.lists(st.tuples(st.text(max_size=4)), max_size=2).map(tuple),
)


BATCHES = st.lists(st.tuples(DEALT, st.tuples(st.text(max_size=4), st.text(max_size=4))), max_size=5).map(
    lambda rows: Batch(tuple(dealt for dealt, _ in rows), tuple(mark for _, mark in rows), 7, 12)
)


@given(BATCHES)
@settings(max_examples=50, deadline=None)
def test_a_batch_comes_back_as_it_was_dealt(tmp_path_factory, batch):
    """Order, streams, suggestions and what coders said survive the disk, whatever the ids hold."""
    path = tmp_path_factory.mktemp("batch") / "review" / "ada.json"
    save_batch(batch, path)
    assert load_batch(path) == batch


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 2}', '{"format": 1, "number": 1, "answers": [{"id": 1}]}', "[" * 100_000]
)
def test_what_is_no_batch_is_dealt_anew(tmp_path, text):
    """A damaged, foreign or newer file is as good as none."""
    path = tmp_path / "ada.json"
    assert load_batch(path) == Batch()
    path.write_text(text)
    assert load_batch(path) == Batch()
