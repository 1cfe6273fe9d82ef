"""Frames of every dtype and index that pandas knows say the same to `read_answers`, `code`, `to_frame` and `tally`."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from freetext import ThemeClassifier, code, read_answers, tables_text, tally, to_frame

MODEL = Path(__file__).parents[2] / "models" / "innovation"
TEXTS = ["Money is tight, no staff.", None, "Fear of Ofsted.", "Money is tight, no staff.", "The culture here.", "  "]
LABELS = ["resource", None, "risk", "resource", "culture", ""]
DTYPES = {
    "object": object,
    "string": "string",
    "string-python": pd.StringDtype("python"),
    "string-pyarrow": pd.StringDtype("pyarrow"),
    "category": "category",
    "arrow": pd.ArrowDtype(pa.string()),
    "large-arrow": pd.ArrowDtype(pa.large_string()),
}
INDEXES: dict[str, Any] = {
    "range": range(6),
    "far": [10**9, -3, 7, 8, 9, 0],
    "twice": [0, 0, 1, 1, 2, 2],
    "texts": list("fedcba"),
    "missing": [np.nan, 1.0, np.nan, 2.0, 3.0, 4.0],
    "moments": pd.date_range("2024-01-01", periods=6),
    "multi": pd.MultiIndex.from_product([["a", "b"], [1, 2, 3]], names=["text", "id"]),
    "category": pd.CategoricalIndex(list("aabbcc")),
}


def frame(dtype=object, index="range"):
    """Six answers, of which some are blank, one stands twice and one is missing."""
    columns = {
        "id": pd.Series(range(6)),
        "type": pd.Series(list("aabbab")).astype("category"),
        "answer": pd.Series(TEXTS, dtype=object).astype(dtype),
        "themes": pd.Series(LABELS, dtype=object).astype(dtype),
    }
    made = pd.DataFrame(columns)
    made.index = pd.Index(INDEXES[index])
    return made


@pytest.fixture(scope="module", name="plain")
def _plain():
    """The codes of plain objects."""
    return to_frame(code(str(MODEL), read_answers(frame(), text="answer", id="id")))


def coded_of(source):
    """A frame coded, with its own columns."""
    answers = read_answers(source, text="answer", id="id")
    return to_frame(code(str(MODEL), answers), answers)


@pytest.mark.parametrize("dtype", DTYPES.values(), ids=DTYPES.keys())
def test_texts_of_any_dtype_are_coded_alike(plain, dtype):
    """Texts as objects, strings, categories and Arrow's give the same codes, as a column of a frame and alone; missing ones are blank."""
    source = frame(dtype)
    before = source.copy(deep=True)
    coded = coded_of(source)
    pd.testing.assert_frame_equal(source, before)
    assert coded["freetext_themes"].tolist() == plain["freetext_themes"].tolist()
    assert coded["freetext_source"].tolist()[1] == "blank"
    alone = to_frame(code(str(MODEL), source["answer"], question="answer"))
    assert alone["freetext_source"].tolist() == plain["freetext_source"].tolist()
    back = [None if pd.isna(each) else each for each in coded["answer"]]
    assert [each or None for each in back] == [each or None for each in TEXTS]


@pytest.mark.parametrize("index", INDEXES)
def test_any_index_is_left_out(plain, index):
    """The index says nothing: rows come back in their order, numbered from 0, whatever it is, also where it bears a column's name."""
    coded = coded_of(frame(index=index))
    assert list(coded.index) == list(range(6))
    assert coded["freetext_themes"].tolist() == plain["freetext_themes"].tolist()
    assert coded["id"].tolist() == list(range(6))


@pytest.mark.parametrize("dtype", DTYPES.values(), ids=DTYPES.keys())
@pytest.mark.parametrize("index", ["twice", "multi"])
def test_labels_and_tallies_of_any_frame_are_alike(dtype, index):
    """Labels are read and codes are tallied the same, whatever holds them."""
    plain = read_answers(frame(), text="answer", id="id", labels="themes")
    read = read_answers(frame(dtype, index), text="answer", id="id", labels="themes")
    assert (read.given == plain.given).all()
    assert read.codeframe == plain.codeframe
    tables = [
        tables_text(tally(each, themes="freetext_themes", by="type"))
        for each in (coded_of(frame()), coded_of(frame(dtype, index)))
    ]
    assert tables[0] == tables[1]


@pytest.mark.parametrize("dtype", DTYPES.values(), ids=DTYPES.keys())
def test_the_classifier_takes_texts_of_any_dtype(dtype):
    """ThemeClassifier learns and predicts the same from a series of any dtype and index."""
    texts = ["no staff", "money is short", "staff and money", "all is well"] * 6
    truth = np.array([[1, 0], [0, 1], [1, 1], [0, 0]] * 6)
    series = pd.Series(texts, dtype=object, index=[7] * 24).astype(dtype)
    plain, odd = ThemeClassifier().fit(texts, truth), ThemeClassifier().fit(series, truth)
    assert odd.model_.digest == plain.model_.digest
    assert (odd.predict(series) == plain.predict(texts)).all()
