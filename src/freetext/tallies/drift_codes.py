"""Facts of two waves that are coded: theme mix, confidence, review share, answers without a theme or a known word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codings import Codings, Source
from freetext.tallies.drift import Fact
from freetext.tallies.drift_facts import POINTS, moves, parts_of, rank_fact, share_fact
from freetext.tallies.drift_relabel import Relabelled, together

FEWEST = 30
"""Coded answers of either wave below which nothing is made of the codes."""

POWER = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """The codes of both waves, one under the other: `n` answers, the `k` themes that both codeframes hold.

    base       bool (n,): the answer has text, and nobody has decided on it
    likely     float (n, k): probability of each theme; 1 and 0 as it is chosen where a rule decided, or either wave lacks a probability
    sure       float (n,): probability of the least certain of an answer's codes, .5..1; nan where there are no probabilities
    review     bool (n,): a person is to look at it
    no_word    bool (n,): the model knows none of its words; None where no model was asked
    """

    names: tuple[str, ...]
    slugs: tuple[str, ...]
    chosen: BoolArray
    likely: FloatArray
    any_theme: BoolArray
    base: BoolArray
    sure: FloatArray
    review: BoolArray
    no_word: BoolArray | None


def coded(old: Codings, new: Codings, left_out: BoolArray, no_word: BoolArray | None = None) -> Coded:
    """Put the codes of two waves together; answers (n,) that are left out, and those on which a person decided, are not looked at."""
    shared = [theme for theme in new.codeframe.themes if theme.slug in set(old.codeframe.slugs)]
    columns = [[side.codeframe.slugs.index(theme.slug) for theme in shared] for side in (old, new)]
    chosen = np.concatenate([side.chosen[:, kept] for side, kept in zip((old, new), columns, strict=True)])
    by_people = np.concatenate([(side.source == Source.HUMAN).any(axis=1) for side in (old, new)])
    base = ~np.concatenate((old.blank, new.blank)) & ~by_people & ~left_out
    scores = [scores_of(side)[:, kept] for side, kept in zip((old, new), columns, strict=True)]
    return Coded(
        tuple(theme.name for theme in shared),
        tuple(theme.slug for theme in shared),
        chosen,
        likely(chosen, np.concatenate(scores), base),
        np.concatenate([side.chosen.any(axis=1) for side in (old, new)]),
        base,
        np.concatenate([surest(side) for side in (old, new)]),
        np.concatenate((old.review, new.review)),
        no_word,
    )


def scores_of(codings: Codings) -> FloatArray:
    """Return the probability of each theme, (n, k): 1 or 0 where a rule decided, for a model's doubt is nothing there; nan where there is none."""
    by_model = codings.source == Source.MODEL
    scores = np.nan if codings.scores is None else codings.scores.astype(np.float64)
    return np.where(by_model, scores, codings.chosen.astype(np.float64))


def likely(chosen: BoolArray, scores: FloatArray, base: BoolArray) -> FloatArray:
    """Return what themes are tested by, (n, k): probabilities, or codes where one of the base's is not known.

    A code is a probability rounded to 0 or 1, and loses what the model knew of its doubt.
    """
    known = ~np.isnan(scores[base]).any(axis=0)
    return np.where(known & ~np.isnan(scores), scores, chosen.astype(np.float64))


def surest(codings: Codings) -> FloatArray:
    """Return how sure the least certain code of each answer is, (n,) in .5..1; nan where there is no probability."""
    if codings.scores is None or not codings.scores.size:
        return np.full(len(codings), np.nan)
    doubt = np.minimum(codings.scores, 1 - codings.scores)
    known = ~np.isnan(doubt)
    least = np.where(known, doubt, 0.0).max(axis=1, initial=0.0)
    return np.where(known.any(axis=1), 1 - least, np.nan)


def enough_coded(codes: Coded, new: BoolArray) -> bool:
    """Whether either wave, `new` bool (n,), has as many coded answers as a comparison wants."""
    return min(int((codes.base & new).sum()), int((codes.base & ~new).sum())) >= FEWEST


def code_facts(codes: Coded, waves: Relabelled, level: float) -> list[Fact]:
    """Compare what a model made of both waves."""
    base = codes.base
    facts = [themes_fact(codes, waves, level)] if codes.names else []
    if np.isfinite(codes.sure[base]).any():
        what = "Probability of the least certain code"
        facts.append(rank_fact("confidence", "codes", "share", what, codes.sure, base, waves))
    if codes.review.any():
        facts.append(share_fact("review", "codes", "Answers that a person is to look at", codes.review, base, waves))
    facts.append(share_fact("no theme", "codes", "Answers without any theme", ~codes.any_theme, base, waves))
    if codes.no_word is not None:
        what = "Answers without a word that the model knows"
        facts.append(share_fact("no known word", "codes", what, codes.no_word, base, waves))
    return facts


def least_seen(codes: Coded, new: BoolArray, level: float, share: float = 0.05) -> float:
    """Return to what share a theme must grow from `share`, by code, to be found four times in five: about, and by the normal curve.

    The level of all themes together is shared out among them. `new` bool (n,) says which answers are new.
    """
    sizes = [max(int((codes.base & side).sum()), 1) for side in (new, ~new)]
    each = level / max(len(codes.names), 1)
    reach = NormalDist().inv_cdf(1 - each / 2) + NormalDist().inv_cdf(POWER)
    grown = share
    for _ in range(20):
        middle = (share + grown) / 2
        grown = min(share + reach * sqrt(middle * (1 - middle) * (1 / sizes[0] + 1 / sizes[1])), 1.0)
    return grown


def themes_fact(codes: Coded, waves: Relabelled, level: float) -> Fact:
    """Compare the share of every theme; the fact's p is that of the theme that moved most for its size.

    What is shown is by code and not corrected, as tables are; what is tested is the mean probability, which finds more.
    """
    before, now = (codes.chosen[codes.base & side].mean(axis=0) for side in (~waves.new, waves.new))
    new, old = waves.means(codes.likely, codes.base)
    differences = new - old
    parts = parts_of(codes.names, differences, before, now, level, codes.slugs)
    largest: Sequence[float] = [part.change for part in parts if part.found] or [parts[0].change]
    p, _ = together(differences)
    return Fact("themes", "codes", "share", POINTS, None, None, largest[0], p, f"Themes: {moves(parts)}.", parts)
