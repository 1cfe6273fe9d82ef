from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.text.batches import batches_of


@settings(max_examples=80)
@given(st.lists(st.text(max_size=20), max_size=20), st.integers(1, 7), st.integers(1, 60))
def test_batches_are_the_texts_in_order_and_within_bounds(texts, answers, size):
    """Batches, joined, are the texts; each holds at most so many answers and bytes, or one answer that is longer by itself."""
    found = list(batches_of(texts, answers=answers, size=size))
    assert [text for _, part in found for text in part.to_pylist()] == texts
    assert [place for here, _ in found for place in range(here.start, here.stop)] == list(range(len(texts)))
    for _, part in found:
        held = sum(len(text.encode()) for text in part.to_pylist())
        assert len(part) <= answers
        assert held <= size or len(part) == 1


def test_no_texts_are_one_empty_batch():
    """So that what is put together of the batches is never nothing."""
    assert [(here, len(part)) for here, part in batches_of([])] == [(slice(0, 0), 0)]
