"""Codes of several waves by models that have not seen the respondents: what is compared must have been made alike.

A model is surer of the answers that it learnt from than of any others. Left out, these are missed in turn, for a queue picks them by how doubtful they
are. So each answer, labelled or not and of whichever wave, is coded by the line of its respondent's fold, which was learnt from the labelled answers of the other folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from freetext.model.coder import Coder
from freetext.survey.answers import Answers, IntArray, together
from freetext.survey.codings import Codings, joined
from freetext.text.tokens import Tokenizer
from freetext.text.vectors import Vectors
from freetext.training.as_read import as_read
from freetext.training.dataset import TrainingSet, folds_of
from freetext.training.fit import trained
from freetext.training.ground import ground_of
from freetext.training.lines import fit_lines


def unseen_codings(
    training: TrainingSet, waves: Sequence[Answers], *, seed: int = 0, vectors: Vectors | None = None
) -> tuple[Codings, ...]:
    """Code every answer of these waves by lines that have not learnt from its respondent; one fit of all folds, and no more.

    Cut-offs and features are those of the labelled answers alone, so that no wave has a part in them that another has not. Raises NothingToLearn
    as training does.
    """
    whole = together(waves)
    known = replace(training, answers=as_read(training.codeframe, training.answers))
    folds = folds_of((*known.answers.respondents, *whole.respondents), seed)
    own, theirs = np.split(folds, [len(known.answers)])
    frame = training.codeframe
    tokenizer = Tokenizer(frame.lang, frame.glossary)
    ground = ground_of(frame, known.answers, None, tokenizer, vectors)
    lines = fit_lines(known, ground, own, seed=seed, keep_parts=True)
    model = trained(known, lines, own, tokenizer, seed=seed).model
    numbers = sorted(set(theirs.tolist()))
    places = [np.flatnonzero(theirs == number) for number in numbers]
    parts = [
        Coder(replace(model, folded=lines.parts[number])).code(whole.take(here))
        for number, here in zip(numbers, places, strict=True)
    ]
    coded = taken(joined(parts), np.argsort(np.concatenate(places)))
    ends = np.cumsum([0, *map(len, waves)])
    return tuple(taken(coded, np.arange(start, end)) for start, end in pairwise(ends.tolist()))


def taken(codings: Codings, places: IntArray) -> Codings:
    """Return the codings of the answers at these places, in that order."""
    shown = codings.evidence
    return Codings(
        codings.codeframe,
        codings.chosen[places],
        codings.source[places],
        codings.blank[places],
        None if codings.scores is None else codings.scores[places],
        tuple(codings.why[place] for place in places.tolist()),
        None if shown is None else tuple(shown[place] for place in places.tolist()),
    )
