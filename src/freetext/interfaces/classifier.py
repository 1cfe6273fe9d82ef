"""ThemeClassifier: the engine as a scikit-learn estimator for texts with many labels."""

# ruff: noqa: N803  (X is scikit-learn's name)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.metrics import accuracy_score
from sklearn.utils.validation import check_is_fitted

from freetext.errors import InputError, quoted
from freetext.interfaces.probabilities import probabilities_of
from freetext.interfaces.sources import column_from, texts_from
from freetext.interfaces.training import seed_from
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.survey.answers import Answers, FloatArray, IntArray, answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Codings
from freetext.training.dataset import training_set
from freetext.training.fit import fit

OUTSIDE = -1.0
"""The decision on an answer that is blank or says nothing to the model is at most this: below every cut-off."""


class ThemeClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """One linear model per theme over words, pairs, characters and (question, word), with cut-offs at the training share.

    The same engine as `train` and `code`: the same texts, labels and seed give the same codes. `X` is a sequence of `n` texts
    (list, array or series; missing ones are blank), `y` a 0/1 table (n, k): array, sparse matrix or frame, whose columns then
    name the themes.

    lang  the ISO code of the texts' language, for spaCy's tokenizer
    seed  scikit-learn's random_state: folds and solver; the same gives the same model

    After `fit`: `model_` is the Model (`freetext.save_model` keeps it without pickle), `themes_` (k,) names the themes,
    `classes_` int (k, 2) holds [0, 1] for each: scikit-learn's scorers and cross_val_predict then see many labels, not classes.
    """

    def __init__(self, *, lang: str = "en", seed: int = 0) -> None:
        self.lang = lang
        self.seed = seed

    def fit(
        self,
        X: Iterable[Any],
        y: Any,
        *,
        questions: Sequence[str] | None = None,
        respondents: Sequence[str] | None = None,
    ) -> Self:
        """Learn from `n` texts and their themes (n, k); an earlier fit is forgotten.

        `questions` (n,) says what each text answers, `respondents` (n,) who wrote it: the folds in which cut-offs and probabilities
        are learnt never part a respondent (default: every text has its own). Blank texts teach nothing; a theme with fewer than three
        positive texts is never predicted. Raises ValueError where shapes do not fit, `y` holds no 1, a column of it has no name or
        the seed is none, TypeError where texts are none.
        """
        seed = seed_from(self.seed)
        answers = _answers(X, questions, respondents)
        names, truth = _truth(y)
        if len(truth) != len(answers):
            message = f"X has {len(answers)} texts and y has {len(truth)} rows"
            raise ValueError(message)
        frame = codeframe_of(names, name="themes", lang=self.lang)
        try:
            training = training_set(frame, answers, truth.astype(np.int8))
        except InputError as error:
            message = f"{error.what} (X has {len(answers)} texts, y {int(truth.sum())} ones)"
            raise ValueError(message) from error
        self.model_ = fit(training, seed=seed).model
        self.themes_: NDArray[np.object_] = np.array(names, dtype=object)
        self.classes_ = np.tile([0, 1], (len(names), 1))
        self._coder = Coder(self.model_)
        return self

    def predict(self, X: Iterable[Any], *, questions: Sequence[str] | None = None) -> IntArray:
        """Return 0/1 int64 (n, k): the codes that `freetext code` gives; a blank text has none. Raises NotFittedError."""
        return self._codings(X, questions).chosen.astype(np.int64)

    def predict_proba(self, X: Iterable[Any], *, questions: Sequence[str] | None = None) -> FloatArray:
        """Return calibrated probabilities 0..1, float64 (n, k), never nan.

        A theme too rare to be calibrated has its share of the training texts for every text, a blank text 0 for every theme. Codes do
        not begin at 0.5 but at the theme's cut-off. Source: Platt's sigmoid on out-of-fold margins, see freetext.model.cutoffs.
        """
        codings = self._codings(X, questions)
        return probabilities_of(self.model_, codings)

    def decision_function(self, X: Iterable[Any], *, questions: Sequence[str] | None = None) -> FloatArray:
        """Return float64 (n, k): the margin above the theme's cut-off; a theme is predicted where it is not negative."""
        check_is_fitted(self)
        answers = _answers(X, questions)
        edges = np.array([each.margin or 0.0 for each in self.model_.cutoffs], dtype=np.float32)
        above = (self._coder.margins(answers.texts, answers.questions) - edges).astype(np.float64)
        never = np.array([each.margin is None for each in self.model_.cutoffs], dtype=np.bool_)
        above[:, never] = np.minimum(above[:, never], OUTSIDE)
        outside = answers.blank | ~self._coder.heard(answers.texts)
        above[outside] = np.minimum(above[outside], OUTSIDE)
        return above

    def score(
        self, X: Iterable[Any], y: Any, sample_weight: Any = None, *, questions: Sequence[str] | None = None
    ) -> float:
        """Return the subset accuracy 0..1, scikit-learn's default: the share of texts whose themes are all right."""
        return float(accuracy_score(_truth(y)[1], self.predict(X, questions=questions), sample_weight=sample_weight))

    def _codings(self, X: Iterable[Any], questions: Sequence[str] | None) -> Codings:
        check_is_fitted(self)
        return self._coder.code(_answers(X, questions))

    def __sklearn_tags__(self) -> Any:
        """Say what goes in and out: one sequence of texts, many labels."""
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array, tags.input_tags.two_d_array = True, False
        tags.input_tags.string, tags.input_tags.allow_nan = True, True
        tags.target_tags.two_d_labels, tags.target_tags.single_output = True, False
        tags.target_tags.multi_output = True
        tags.classifier_tags.multi_label, tags.classifier_tags.multi_class = True, False
        return tags

    def __getstate__(self) -> dict[str, Any]:
        """Leave the caches out of what is pickled: the coder's, and those of the model."""
        state: dict[str, Any] = dict(super().__getstate__())
        state.pop("_coder", None)
        if "model_" in state:
            state["model_"] = _bare(state["model_"])
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Make the coder anew."""
        super().__setstate__(state)
        if "model_" in state:
            self._coder = Coder(self.model_)


def _bare(model: Model) -> Model:
    """Return an equal model that has worked nothing out yet."""
    folded = replace(model.folded, vocabulary=replace(model.folded.vocabulary))
    return replace(model, codeframe=replace(model.codeframe), folded=folded)


def _answers(
    texts: Iterable[Any], questions: Sequence[str] | None, respondents: Sequence[str] | None = None
) -> Answers:
    found = texts_from(texts, name="X")
    asked = column_from(questions, len(found), name="questions")
    people = column_from(respondents, len(found), name="respondents")
    return answers_of(found, questions=asked or "", respondents=people)


def _truth(y: Any) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
    """Take y as the names of its themes and bool (n, k)."""
    try:
        table = np.asarray(y.toarray() if hasattr(y, "toarray") else y)
    except ValueError as error:
        message = "y is no 0/1 table; MultiLabelBinarizer makes one of lists of themes"
        raise ValueError(message) from error
    if table.ndim != 2 or not table.shape[1]:
        message = f"y has the shape {table.shape}: give (texts, themes), a single theme as y.reshape(-1, 1)"
        raise ValueError(message)
    wrong = [value for value in dict.fromkeys(table.ravel().tolist()) if value not in (0, 1)]
    if wrong:
        message = f"y holds {quoted(wrong[0])}: each cell is 0 or 1"
        raise ValueError(message)
    named = getattr(y, "columns", None)
    names = [f"theme-{place}" for place in range(1, table.shape[1] + 1)] if named is None else [*map(str, named)]
    blank = [place for place, name in enumerate(names, start=1) if not name.strip()]
    if blank:
        message = f"column {blank[0]} of y has no name: the columns name the themes"
        raise ValueError(message)
    return tuple(names), table.astype(np.bool_)
