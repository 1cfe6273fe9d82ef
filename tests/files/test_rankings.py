import subprocess
import sys

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError
from freetext.files.reviewing.rankings import load_ranking, save_ranking
from freetext.review.items import Suggested
from freetext.review.ranking import Ranking
from freetext.survey.codeframe import codeframe_of

FRAME = codeframe_of(["a", "b"], name="visit")
SHARED = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ranking(keys, said=None):
    """A ranking of some answers, its numbers drawn."""
    dice = np.random.default_rng(len(keys))
    return Ranking(
        FRAME.digest,
        FRAME.slugs,
        tuple(keys),
        dice.random((len(keys), 2), dtype=np.float32),
        dice.permutation(len(keys)).astype(np.int64),
        7,
        said or {},
        "abc",
        FRAME.name,
    )


def same(one, two):
    """Whether two rankings are equal in everything."""
    names = ("codeframe", "slugs", "keys", "labelled", "suggestions", "model", "name")
    arrays = ((one.scores, two.scores), (one.diverse, two.diverse))
    return all(getattr(one, name) == getattr(two, name) for name in names) and all(
        left.dtype == right.dtype and np.array_equal(left, right) for left, right in arrays
    )


word = st.text(st.characters(), max_size=5)


@SHARED
@given(st.lists(st.tuples(word, word), max_size=6, unique=True), st.lists(word, max_size=3))
def test_a_ranking_comes_back(tmp_path_factory, keys, words):
    """Saved and loaded, a ranking is what it was, whatever characters ids, questions and words hold."""
    saved = ranking(keys, {key: (Suggested("b", tuple(words)), Suggested("a")) for key in keys[:2]})
    folder = tmp_path_factory.mktemp("m") / "new" / "folder"
    assert save_ranking(saved, folder) == folder / "ranking-visit.npz"
    loaded = load_ranking(folder, FRAME)
    assert loaded is not None
    assert same(loaded, saved)


def test_the_latest_ranking_is_read(tmp_path):
    """A ranking takes the place of the one before, and leaves nothing else behind."""
    for keys in ([("1", "q")], [("2", "q"), ("3", "q")]):
        save_ranking(ranking(keys), tmp_path)
    loaded = load_ranking(tmp_path, FRAME)
    assert loaded is not None
    assert loaded.keys == (("2", "q"), ("3", "q"))
    assert [each.name for each in tmp_path.iterdir()] == ["ranking-visit.npz"]


def test_a_ranking_of_another_codeframe_is_not_read(tmp_path):
    """Where the codeframe has changed since, or nothing was written, there is no ranking."""
    save_ranking(ranking([("1", "q")]), tmp_path)
    assert load_ranking(tmp_path, codeframe_of(["a", "c"], name="visit")) is None
    assert load_ranking(tmp_path, codeframe_of(["a", "b"], name="other")) is None
    assert load_ranking(tmp_path / "none", FRAME) is None


@SHARED
@given(st.integers(0), st.binary(max_size=30), st.booleans())
def test_a_damaged_ranking_is_none(tmp_path_factory, place, junk, cut):
    """Cut short or overwritten anywhere, it is not read, or read as it was: never an error, never half."""
    folder = tmp_path_factory.mktemp("m")
    saved = ranking([("1", "q"), ("2", "q")], {("1", "q"): (Suggested("a", ("tea",)),)})
    path = save_ranking(saved, folder)
    whole = path.read_bytes()
    place %= len(whole)
    path.write_bytes(whole[:place] if cut else whole[:place] + junk + whole[place + len(junk) :])
    loaded = load_ranking(folder, FRAME)
    assert loaded is None or same(loaded, saved)


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    """A file where the folder should be is OutputError, with the place."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="taken"):
        save_ranking(ranking([]), tmp_path / "taken" / "inside")


def test_reading_wakes_nothing_heavy(tmp_path):
    """A fresh process that reads a ranking imports neither SciPy nor scikit-learn, spaCy or pandas."""
    save_ranking(ranking([("1", "q")]), tmp_path)
    said = (
        "import sys; from pathlib import Path\n"
        "from freetext.files.reviewing.rankings import load_ranking\n"
        "from freetext.survey.codeframe import codeframe_of\n"
        "found = load_ranking(Path(sys.argv[1]), codeframe_of(['a', 'b'], name='visit'))\n"
        "assert found is not None and found.labelled == 7\n"
        "heavy = {'scipy', 'sklearn', 'spacy', 'pandas', 'pyarrow', 'joblib'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", said, str(tmp_path)], check=True)
