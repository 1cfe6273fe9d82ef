import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.text.pieces import STAND_IN, arrow_texts, pieces_of

WHITE = " \t\n\v\f\r\x1c\x1d\x1e\x1f"
letters = st.one_of(st.sampled_from(WHITE + "\x00\x1b\x85\u00a0\u2003aé日👍"), st.characters(exclude_categories=["Cs"]))
texts = st.lists(st.one_of(st.none(), st.text(letters, max_size=12)), max_size=8)


def spelled(array) -> list[list[str]]:
    found = pieces_of(array)
    return [
        [found.distinct[place] for place in found.places[begin:end].tolist()]
        for begin, end in zip(found.offsets[:-1].tolist(), found.offsets[1:].tolist(), strict=True)
    ]


@settings(max_examples=200)
@given(texts)
def test_pieces_are_the_text_and_part_it_at_ascii_white_space(some):
    """An answer's pieces, joined, are the answer; white space of ASCII stands at the end of a piece only, and one piece has no more of it."""
    for text, pieces in zip(some, spelled(arrow_texts(some)), strict=True):
        assert "".join(pieces) == (text or "")
        assert all(not set(piece[:-1]) & set(WHITE) for piece in pieces)
        assert all(piece[-1] in WHITE for piece in pieces[:-1])
        assert [word for piece in pieces for word in piece.split()] == (text or "").split()


@settings(max_examples=60)
@given(texts, st.integers(0, 3), st.integers(0, 3))
def test_any_kind_of_arrow_array_holds_the_same_texts(some, skipped, dropped):
    """Sliced, chunked, large, encoded by a dictionary or with nulls: what stands in the array is what is parted."""
    plain = pa.array(some, pa.string())
    part = plain[skipped : max(len(plain) - dropped, skipped)]
    expected = [text or "" for text in part.to_pylist()]
    kinds = [
        part,
        part.cast(pa.large_string()),
        part.dictionary_encode(),
        pa.chunked_array([part, part[:0]]),
        part.to_pylist(),
    ]
    for kind in kinds:
        found = arrow_texts(kind)
        assert (found.type, found.null_count, found.to_pylist()) == (pa.string(), 0, expected)
        assert spelled(found) == spelled(pa.array(expected, pa.string()))


@pytest.mark.parametrize(
    "nothing", [[], [""], ["", ""], pa.array([], pa.string()), pa.nulls(2), pa.chunked_array([], pa.string())]
)
def test_nothing_has_no_pieces(nothing):
    """No texts, empty ones and a column of nulls have no pieces, and one offset more than texts."""
    found = pieces_of(arrow_texts(nothing))
    assert found.distinct == []
    assert found.offsets.tolist() == [0] * (len(nothing) + 1)


def test_what_a_null_hides_is_not_read():
    """A null may lie over text that is still there."""
    hidden = pa.StringArray.from_buffers(
        2, pa.py_buffer(np.array([0, 3, 6], np.int32)), pa.py_buffer(b"one tw"), pa.py_buffer(b"\x02"), 1
    )
    assert spelled(arrow_texts(hidden)) == [[], [" ", "tw"]]


def test_half_a_character_is_replaced_one_for_one():
    """Surrogates cannot stand in Arrow: each becomes a character of private use, and others stay."""
    assert arrow_texts(["a\ud83d\ude00b", "c"]).to_pylist() == [f"a{STAND_IN * 2}b", "c"]


def test_numbers_are_no_texts():
    """An Arrow array of numbers is refused by its type."""
    with pytest.raises(TypeError, match="int64"):
        arrow_texts(pa.array([1, 2]))


def test_texts_are_laid_out_without_pandas():
    """Coding a list of texts imports no pandas: a small survey is coded before that would be read."""
    program = (
        "import sys; from freetext.text.tokens import Tokenizer; Tokenizer().pieces(['téa', '', None, 'a b']); "
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_is_no_text_is_refused():
    """A number among the texts is a mistake of the caller's."""
    with pytest.raises(TypeError):
        arrow_texts(["a", 7])
