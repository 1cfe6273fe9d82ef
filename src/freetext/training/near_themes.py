"""How far existing themes nearly claim the members of a group: by a model's probabilities, or by the likeness of definitions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.model.cutoffs import probabilities
from freetext.model.features import learn_features
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.text.tokens import Tokenizer
from freetext.training.definitions import distinct_rows, prior_of
from freetext.training.reading import expected_share

NEARLY = 0.5
"""The part of the probability at a theme's cut-off from which on the theme nearly claims an answer."""

TWICE = 2.0
"""A definition nearly claims twice as many answers as its theme is expected to have."""

LEAST, MOST = 0.1, 3
"""The overlap that is worth telling, and how many themes are told."""

Near = tuple[tuple[str, float], ...]


def near_by_model(model: Model, texts: Sequence[str], questions: Sequence[str]) -> BoolArray:
    """Return bool (texts, themes): which themes of the model's codeframe nearly claim each text; reserved codes claim none."""
    found = probabilities(Coder(model).margins(texts, questions), model.cutoffs)
    edges = np.array([[np.inf if each.margin is None else each.margin for each in model.cutoffs]], dtype=np.float32)
    wanted = NEARLY * probabilities(edges, model.cutoffs)
    near: BoolArray = np.nan_to_num(found, nan=-1.0) >= np.nan_to_num(wanted, nan=2.0)
    return near & ordinary(model.codeframe)


def near_by_definition(codeframe: Codeframe, texts: Sequence[str]) -> BoolArray:
    """Return bool (texts, themes): the texts that are most like each definition, twice as many as a theme is expected to have."""
    tokenizer = Tokenizer(codeframe.lang, codeframe.glossary)
    batch, nobody = tokenizer(texts), [""] * len(texts)
    features = learn_features(batch, nobody, [str(place) for place in range(len(texts))])
    prior = prior_of(codeframe, features, features.matrix(batch, nobody), distinct_rows(texts))
    margins = prior.margins(features.matrix(batch, nobody))
    share = min(TWICE * expected_share(0, 0, len(codeframe)), 0.5)
    edges = np.quantile(margins, 1 - share, axis=0) if len(texts) else np.zeros(len(codeframe))
    near: BoolArray = (margins >= edges) & (margins > 0)
    return near & prior.speaks & ordinary(codeframe)


def ordinary(codeframe: Codeframe) -> BoolArray:
    """Return bool (themes,): which are no reserved codes."""
    return np.array([not theme.reserved for theme in codeframe.themes], dtype=np.bool_)


def nearest(near: BoolArray, inside: BoolArray, slugs: Sequence[str]) -> Near:
    """Return (slug, overlap) of at most three themes that nearly claim most of the answers `inside` (answers,), the greatest first.

    `near` is (answers, themes) of all answers that were compared: a theme that nearly claims as many of these says nothing of the group.
    """
    if not inside.any():
        return ()
    shares, usual = near[inside].mean(axis=0), near.mean(axis=0)
    order = np.argsort(-shares, kind="stable").tolist()
    told = [place for place in order if shares[place] >= LEAST and shares[place] > usual[place]]
    return tuple((slugs[place], float(shares[place])) for place in told[:MOST])
