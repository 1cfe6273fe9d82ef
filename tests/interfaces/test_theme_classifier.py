"""The laws of ThemeClassifier, for scikit-learn's own checks skip estimators of texts.

Parameters: `clone` keeps them, `fit` does not touch them, `set_params` changes them, a search runs over them.
Fitting: returns self, leaves X and y alone, forgets the fit before; the same seed gives the same model; every kind of y says the
same; wrong shapes, values and texts are refused with both numbers or the place.
Predicting: 0/1 of `code`; not negative decisions are codes; probabilities are 0..1 and no nan; the order of rows does not matter; a theme
without positives is never predicted; one row, no row, a blank text; nothing changes the estimator.
Around: cross_val_score, cross_val_predict, Pipeline, GridSearchCV, metadata routing, pickle and joblib, NotFittedError, tags.
"""

import pickle

import joblib
import numpy as np
import pandas as pd
import pytest
import sklearn
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.base import clone, is_classifier
from sklearn.exceptions import NotFittedError
from sklearn.metrics import f1_score
from sklearn.model_selection import GridSearchCV, GroupKFold, KFold, cross_val_predict, cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils import estimator_checks as checks
from sklearn.utils import get_tags

from freetext import ThemeClassifier, code, load_model, read_answers, save_model, train

WORDS = {"money": ["money", "budget", "cost"], "staff": ["staff", "people", "team"], "risk": ["risk", "fear", "blame"]}
FOLDS = KFold(3, shuffle=True, random_state=0)


def survey():
    """60 texts, of which each theme's words stand in some, and y with a theme that nobody has."""
    random = np.random.default_rng(0)
    y = (random.random((60, 4)) < 0.4).astype(np.int64)
    y[:, 3] = 0
    rows = [[f"{random.choice(list(WORDS.values())[j])} problem" for j in np.flatnonzero(row)] for row in y]
    return [" and ".join(row) or "all is well" for row in rows], y


X, Y = survey()
NAMES = [*WORDS, "nobody"]


@pytest.fixture(scope="module")
def fitted():
    """A fitted classifier; tests must not change it."""
    return ThemeClassifier(seed=1).fit(X, Y)


@pytest.mark.parametrize(
    "check",
    [
        checks.check_estimator_cloneable,
        checks.check_estimator_repr,
        checks.check_do_not_raise_errors_in_init_or_set_params,
        checks.check_no_attributes_set_in_init,
        checks.check_parameters_default_constructible,
        checks.check_get_params_invariance,
        checks.check_set_params,
        checks.check_valid_tag_types,
        checks.check_estimator_tags_renamed,
        checks.check_mixin_order,
    ],
)
def test_scikit_learns_own_checks_that_apply(check):
    """Scikit-learn's checks that need no table of numbers pass."""
    check("ThemeClassifier", ThemeClassifier())


def test_tags_say_texts_in_and_many_labels_out():
    """The tags call it a classifier of one sequence of texts with many labels."""
    tags = get_tags(ThemeClassifier())
    assert is_classifier(ThemeClassifier())
    assert (tags.input_tags.string, tags.input_tags.one_d_array, tags.input_tags.two_d_array) == (True, True, False)
    assert tags.classifier_tags.multi_label
    assert tags.target_tags.required


def test_clone_keeps_parameters_and_nothing_learnt(fitted):
    """A clone has the parameters of the original and is not fitted."""
    again = clone(fitted)
    assert again.get_params() == {"lang": "en", "seed": 1}
    assert not hasattr(again, "model_")
    assert again.set_params(seed=5).seed == 5


def test_fit_returns_self_and_leaves_its_input_alone():
    """Fit gives the estimator back and changes neither X nor y nor the parameters."""
    texts, truth = np.array(X, dtype=object), Y.copy()
    texts.flags.writeable = truth.flags.writeable = False
    estimator = ThemeClassifier()
    assert estimator.fit(texts, truth) is estimator
    assert estimator.get_params() == {"lang": "en", "seed": 0}


def test_fit_forgets_the_fit_before():
    """A second fit on other themes equals a first fit on them."""
    twice = ThemeClassifier().fit(X, Y).fit(X[::-1], Y[::-1, :2])
    once = ThemeClassifier().fit(X[::-1], Y[::-1, :2])
    assert twice.model_.digest == once.model_.digest
    assert twice.predict(X).shape == (60, 2)
    assert list(twice.themes_) == ["theme-1", "theme-2"]


def test_the_same_seed_gives_the_same_predictions():
    """Two fits with one seed are equal bit for bit; a numpy integer is a seed like any other."""
    one, two = (ThemeClassifier().set_params(seed=seed).fit(X, Y) for seed in (4, np.int64(4)))
    assert one.model_.digest == two.model_.digest
    assert (one.predict_proba(X) == two.predict_proba(X)).all()


@pytest.mark.parametrize(
    "y",
    [
        Y.astype(bool),
        Y.astype(float),
        Y.tolist(),
        sparse.csr_matrix(Y),
        pd.DataFrame(Y),
        pd.DataFrame(Y).astype("Int8"),
    ],
    ids=["bool", "float", "lists", "sparse", "frame", "nullable"],
)
def test_every_kind_of_y_says_the_same(fitted, y):
    """Truth, floats, lists, sparse matrices and frames of 0 and 1 teach the same."""
    assert (ThemeClassifier(seed=1).fit(X, y).predict(X) == fitted.predict(X)).all()


def test_every_kind_of_x_says_the_same(fitted):
    """Arrays and series of texts are coded as lists are; a missing text is a blank one."""
    for each in (tuple(X), np.array(X), np.array(X, dtype=object), pd.Series(X, index=range(5, 65))):
        assert (fitted.predict(each) == fitted.predict(X)).all()
    assert (fitted.predict([None, np.nan, ""]) == 0).all()


def test_a_frame_names_the_themes():
    """The columns of a frame y name the themes, those of an array are numbered; the model's codeframe says the same."""
    estimator = ThemeClassifier().fit(X, pd.DataFrame(Y, columns=NAMES))
    assert list(estimator.themes_) == NAMES
    assert estimator.model_.codeframe.slugs == tuple(NAMES)
    assert estimator.classes_.tolist() == [[0, 1]] * 4


def test_predict_gives_the_codes_of_code(fitted, tmp_path):
    """`predict` equals the codes that `code` gives with the same model, also once it has been on disk."""
    save_model(fitted.model_, tmp_path)
    codings = code(load_model(tmp_path), X)
    assert (fitted.predict(X) == codings.chosen).all()
    assert fitted.predict(X).dtype == np.int64
    assert codings.scores is not None
    assert np.allclose(fitted.predict_proba(X)[:, :3], codings.scores[:, :3])


def test_fit_learns_what_train_learns(fitted):
    """The same texts, labels and seed give the margins of a model from `train`."""
    frame = pd.DataFrame(Y[:, :3], columns=NAMES[:3]).assign(answer=X, id=[str(place) for place in range(1, 61)])
    model = train(read_answers(frame, text="answer", id="id", labels=NAMES[:3]), seed=1)
    assert model.codeframe.slugs == ("money", "risk", "staff")
    assert (fitted.predict(X)[:, [0, 2, 1]] == code(model, X).chosen).all()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(X), st.text(max_size=12)), max_size=8))
def test_laws_of_any_texts(texts):
    """For any texts: shapes fit, probabilities are 0..1, decisions not below 0 are codes, and order does not matter."""
    estimator = once()
    codes, share, above = estimator.predict(texts), estimator.predict_proba(texts), estimator.decision_function(texts)
    assert codes.shape == share.shape == above.shape == (len(texts), 4)
    assert set(np.unique(codes)) <= {0, 1}
    assert ((share >= 0) & (share <= 1)).all()
    assert ((above >= 0) == codes).all()
    assert (estimator.predict(texts[::-1])[::-1] == codes).all()
    assert (codes[:, 3] == 0).all()


def once(made=[]):  # noqa: B006
    """One classifier for all examples of a law."""
    if not made:
        made.append(ThemeClassifier(seed=1).fit(X, Y))
    return made[0]


def test_one_row_and_none(fitted):
    """A single text is coded as among others, and no text at all gives no rows."""
    for place in range(5):
        assert (fitted.predict([X[place]]) == fitted.predict(X)[place]).all()
    assert fitted.predict([]).shape == fitted.predict_proba([]).shape == (0, 4)


def test_a_theme_without_positives_gives_zeros(fitted):
    """A theme that nobody has is never predicted; its probability is its share, 0."""
    assert (fitted.predict(X)[:, 3] == 0).all()
    assert (fitted.predict_proba(X)[:, 3] == 0).all()


def test_a_rare_theme_has_its_share_as_probability():
    """A theme with fewer than three positives is not predicted, and its probability is its share of the texts."""
    y = Y.copy()
    y[:2, 3] = 1
    estimator = ThemeClassifier().fit(X, y)
    assert (estimator.predict(X)[:, 3] == 0).all()
    assert estimator.predict_proba(X)[:, 3] == pytest.approx(2 / 60)


def test_a_blank_text_has_no_theme(fitted):
    """Blank texts get no code, probability 0 and a decision below every cut-off."""
    assert (fitted.predict(["", " \t"]) == 0).all()
    assert (fitted.predict_proba(["", " \t"]) == 0).all()
    assert (fitted.decision_function(["", " \t"]) <= -1).all()


def test_predicting_changes_nothing(fitted):
    """Predicting leaves the estimator's attributes as they are, and what would be pickled too."""
    names, size = set(vars(fitted)), len(pickle.dumps(fitted))
    fitted.predict(["words never seen before, in great number"])
    assert (set(vars(fitted)), len(pickle.dumps(fitted))) == (names, size)


@pytest.mark.parametrize("method", ["predict", "predict_proba", "decision_function"])
def test_unfitted_is_said(method):
    """Every method of an unfitted estimator raises NotFittedError."""
    with pytest.raises(NotFittedError):
        getattr(ThemeClassifier(), method)(X)
    with pytest.raises(NotFittedError):
        ThemeClassifier().score(X, Y)


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (X, Y[:10], "60 texts and y has 10 rows"),
        (X, Y[:, 0], r"shape \(60,\)"),
        (X, Y[:, :0], r"shape \(60, 0\)"),
        (X, Y * 2, "y holds 2"),
        (X, np.where(Y, np.nan, 0), "y holds nan"),
        (X, [["money"], []] * 30, "MultiLabelBinarizer"),
        (X, Y * 0, "60 texts, y 0 ones"),
        ([], Y[:0], "0 texts"),
        (pd.DataFrame({"answer": X}), Y, r"shape \(60, 1\)"),
        (["", *X[1:]], np.eye(60, 1, dtype=int), "60 texts, y 1 ones"),
    ],
)
def test_what_cannot_be_learnt_is_refused(x, y, said):
    """Shapes that do not fit and tables that are not of 0 and 1 raise ValueError with the numbers."""
    with pytest.raises(ValueError, match=said):
        ThemeClassifier().fit(x, y)


@pytest.mark.parametrize("seed", [-5, 2**32, None, 1.5, "3"])
def test_impossible_seeds_raise_value_errors(seed):
    """A seed is looked at when fitting, as scikit-learn does: none but 0..4294967295 will do."""
    with pytest.raises(ValueError, match=r"seed is .*0\.\.4294967295"):
        ThemeClassifier(seed=seed).fit(X, Y)


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_theme_without_a_name_is_refused(name):
    """A frame y whose column has no name raises ValueError with its place counted from 1."""
    with pytest.raises(ValueError, match="column 2 of y has no name"):
        ThemeClassifier().fit(X, pd.DataFrame(Y[:, :2], columns=["a", name]))


def test_what_is_no_text_is_refused(fitted):
    """A bare text and a number among texts raise TypeError; too few questions raise ValueError with both numbers."""
    with pytest.raises(TypeError, match="X is a single text"):
        fitted.predict("money")
    with pytest.raises(TypeError, match=r"X\[1\] is no text: 3"):
        fitted.predict(["money", 3])
    with pytest.raises(ValueError, match="1 questions for 60 texts"):
        fitted.predict(X, questions=["why"])
    with pytest.raises(ValueError, match="2 respondents for 60 texts"):
        ThemeClassifier().fit(X, Y, respondents=["a", "b"])
    with pytest.raises(TypeError, match="questions is a single text"):
        fitted.predict(X, questions="why")


def test_score_is_the_subset_accuracy(fitted):
    """`score` is the share of texts whose themes are all right, weighted if asked."""
    right = (fitted.predict(X) == Y).all(axis=1)
    assert fitted.score(X, Y) == pytest.approx(right.mean())
    assert fitted.score(X, pd.DataFrame(Y), sample_weight=right.astype(float)) == 1.0


def test_questions_matter():
    """The same word under two questions can mean opposite themes."""
    texts, questions = ["nothing", "nothing at all"] * 20, (["good"] * 2 + ["bad"] * 2) * 10
    y = np.array([[question == "good"] for question in questions], dtype=int)
    estimator = ThemeClassifier().fit(texts, y, questions=questions)
    assert estimator.score(texts, y, questions=questions) == 1.0
    assert f1_score(y, estimator.predict(texts)) < 1.0


@pytest.mark.parametrize("scoring", [None, "f1_micro", "f1_macro", "roc_auc", "average_precision"])
def test_cross_validation_runs(scoring):
    """cross_val_score gives a good score a fold, by codes and by probabilities alike."""
    scores = cross_val_score(ThemeClassifier(), X, Y[:, :3], cv=FOLDS, scoring=scoring)
    assert scores.shape == (3,)
    assert (scores > 0.5).all()


@pytest.mark.parametrize("themes", [1, 2, 3])
@pytest.mark.parametrize("method", ["predict", "predict_proba", "decision_function"])
def test_cross_validated_predictions_have_a_column_a_theme(method, themes):
    """cross_val_predict gives (n, k) for every method and any number of themes."""
    found = cross_val_predict(ThemeClassifier(), X, Y[:, :themes], cv=FOLDS, method=method)
    assert found.shape == (60, themes)


def test_it_works_in_a_pipeline_and_a_search():
    """The last step of a pipeline, searched over its parameters by name."""
    lower = FunctionTransformer(lambda texts: [text.lower() for text in texts])
    pipeline = Pipeline([("lower", lower), ("themes", ThemeClassifier())])
    search = GridSearchCV(
        pipeline, {"themes__seed": [0, 1], "themes__lang": ["en", "de"]}, cv=FOLDS, scoring="f1_micro"
    )
    shouted = [text.upper() for text in X]
    search.fit(shouted, Y)
    assert search.best_score_ > 0.8
    assert search.predict(["OUR BUDGET PROBLEM"]).tolist() == [[1, 0, 0, 0]]


def test_metadata_is_routed():
    """Questions and respondents reach fit and score through scikit-learn's routing."""
    people = [f"p{place // 3}" for place in range(60)]
    given = {"questions": ["q"] * 60, "respondents": people, "groups": people}
    with sklearn.config_context(enable_metadata_routing=True):
        asked = ThemeClassifier().set_fit_request(questions=True, respondents=True).set_score_request(questions=True)
        scores = cross_val_score(asked, X, Y, cv=GroupKFold(3), params=given)
    assert (scores > 0.3).all()


def test_pickles_hold_no_caches(fitted, tmp_path):
    """Pickle and joblib bring back an estimator that predicts the same; a clone of it is unfitted."""
    joblib.dump(fitted, tmp_path / "it.joblib")
    for again in (pickle.loads(pickle.dumps(fitted)), joblib.load(tmp_path / "it.joblib")):
        assert (again.predict_proba(X) == fitted.predict_proba(X)).all()
        assert again.model_.digest == fitted.model_.digest
    assert "_coder" not in fitted.__getstate__()
    unfitted = pickle.loads(pickle.dumps(ThemeClassifier(seed=2)))
    assert unfitted.get_params() == {"lang": "en", "seed": 2}


@pytest.mark.slow
def test_workers_give_the_same_scores():
    """Two jobs score as one does."""
    one, two = (cross_val_score(ThemeClassifier(), X, Y, cv=FOLDS, scoring="f1_micro", n_jobs=jobs) for jobs in (1, 2))
    assert (one == two).all()
