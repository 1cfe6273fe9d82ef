import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.repeated import SAMPLE, repeated

SAID = ["nothing", " nothing", "nothing\n", "the staff are kind", "", " ", "parking, \u00a0", "cold food \u2003"]
batches = st.lists(
    st.tuples(st.sampled_from(SAID), st.sampled_from(["what was good?", "", "new"])), min_size=1, max_size=12
)


@settings(max_examples=60)
@given(batches, st.booleans())
def test_what_is_coded_once_is_coded_as_each_would_be(coder, rows, one):
    """Codings of distinct answers, spread, are the codings of each answer by itself, to the bit."""
    texts, asked = [text for text, _ in rows], [question for _, question in rows]
    questions = asked[0] if one else asked
    whole = coder.code_texts([*texts, *texts], questions if one else [*asked, *asked], evidence=True)
    for row, text in enumerate(texts):
        alone = coder.code_texts([text], questions if one else [asked[row]], evidence=True)
        for place in (row, row + len(texts)):
            assert whole.scores[place].tobytes() == alone.scores[0].tobytes()
            assert whole.chosen[place].tolist() == alone.chosen[0].tolist()
            assert whole.source[place].tolist() == alone.source[0].tolist()
            assert (whole.blank[place], whole.why[place], whole.evidence[place]) == (
                alone.blank[0],
                alone.why[0],
                alone.evidence[0],
            )


@settings(max_examples=60)
@given(batches)
def test_answers_are_one_where_text_and_question_are(rows):
    """Answers share their coding just where they say the same to one question, blanks around it aside."""
    texts, asked = [text for text, _ in rows] * 2, [question for _, question in rows] * 2
    found = repeated(pa.array(texts, pa.string()), asked)
    assert found is not None
    kinds = {(text.strip(" \t\n"), question) for text, question in zip(texts, asked, strict=True)}
    assert len(found.texts) == len(kinds)
    for row, place in enumerate(found.which.tolist()):
        assert (found.texts[place].as_py().strip(" \t\n"), found.questions[place]) == (
            texts[row].strip(" \t\n"),
            asked[row],
        )


def test_where_nobody_says_the_same_nothing_is_looked_for():
    """A sample without any two alike leaves the batch as it is."""
    texts = pa.array([f"answer {number}" for number in range(2 * SAMPLE)])
    assert repeated(texts, "") is None
    assert repeated(texts, [""] * len(texts)) is None
    assert repeated(texts[:0], "") is not None
    again = repeated(pa.array(["a", "b", "a"]), "")
    assert again is not None
    assert np.array_equal(again.which, [0, 1, 0])
