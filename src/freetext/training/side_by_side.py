"""Texts that say nearly the same, put side by side: all that is done with answers too few to be grouped."""

from __future__ import annotations

import numpy as np
from scipy.sparse.csgraph import connected_components

from freetext.survey.answers import IntArray
from freetext.text.tokens import TokenBatch
from freetext.training.grouped import likeness

ALIKE = 0.6
"""The part of the words of two answers that both must hold."""


def side_by_side(batch: TokenBatch) -> list[IntArray]:
    """Return groups of two or more of a few answers, as places, the largest first: each says nearly what another of its group says."""
    held = np.zeros((len(batch), len(batch.lexicon)), dtype=np.float32)
    held[np.repeat(np.arange(len(batch)), batch.lengths), batch.tokens] = 1
    count, side = connected_components(likeness(held, held) >= ALIKE, directed=False)
    found = [np.flatnonzero(side == number) for number in range(count)]
    return sorted((each for each in found if len(each) > 1), key=lambda places: (-len(places), int(places[0])))
