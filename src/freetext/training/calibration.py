"""Whether what a model calls probable comes true as often as it says."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import Cutoff, probabilities
from freetext.survey.answers import FloatArray
from freetext.training.dataset import DISPUTED, PRESENT

BINS = 10


def calibration(given: NDArray[np.int8], margins: FloatArray, cutoffs: tuple[Cutoff, ...]) -> dict[str, Any]:
    """Return a reliability table and the expected calibration error, as JSON values.

    `given` and `margins` (out of fold) are (answers, themes); disputed decisions, and themes too rare to learn, are left out. A bin
    says how many decisions have a probability in it, their mean probability, and the share that is true; bins that nothing falls
    into are left out. The error is the mean distance of the two, each bin weighed by its decisions; None where there is none.
    Source: Naeini, Cooper and Hauskrecht 2015, with bins of one width.
    """
    said = probabilities(margins.astype(np.float32), cutoffs).astype(np.float64)
    known = (given != DISPUTED) & ~np.isnan(said)
    said, true = said[known], (given == PRESENT)[known]
    place = np.minimum((said * BINS).astype(np.int64), BINS - 1)
    sizes = np.bincount(place, minlength=BINS)
    means = np.bincount(place, weights=said, minlength=BINS) / np.maximum(sizes, 1)
    shares = np.bincount(place, weights=true, minlength=BINS) / np.maximum(sizes, 1)
    error = float((sizes * np.abs(means - shares)).sum() / sizes.sum()) if len(said) else None
    return {
        "error": None if error is None else round(error, 4),
        "bins": [
            {
                "from": number / BINS,
                "decisions": int(size),
                "said": round(float(mean), 4),
                "true": round(float(share), 4),
            }
            for number, (size, mean, share) in enumerate(zip(sizes, means, shares, strict=True))
            if size
        ],
    }
