"""A model: codeframe, folded coefficients, cut-offs and a card; a frozen value with a digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from freetext.model.compiled import Folded
from freetext.model.cutoffs import Cutoff
from freetext.survey.codeframe import Codeframe

FORMAT, WITH_VECTORS = 1, 2
"""The numbers of the bundle's format, without vectors and with them; a bundle with a higher one is refused."""


@dataclass(frozen=True, eq=False)
class Model:
    """What training learnt: everything that coding needs and nothing that can run.

    cutoffs   one a theme, in the codeframe's order
    positives training answers that hold each theme
    facts     what the card and the manifest say of the training: JSON values only
    """

    codeframe: Codeframe
    folded: Folded
    cutoffs: tuple[Cutoff, ...]
    positives: tuple[int, ...]
    facts: Mapping[str, Any]

    @cached_property
    def digest(self) -> str:
        """A hash of all that the model holds, 16 hexadecimal digits; the same labels and seed give the same.

        A codeframe that was only found in the labels bears the name of its folder, which says nothing of the model and is left out.
        """
        manifest = self.manifest
        if self.codeframe.by_name:
            manifest["codeframe"] = {"digest": replace(self.codeframe, name="codeframe").digest}
        whole = hashlib.sha256(json.dumps(manifest, sort_keys=True).encode())
        for array in self.arrays.values():
            whole.update(np.ascontiguousarray(array).tobytes())
        whole.update(json.dumps(self.vocabulary, sort_keys=True).encode())
        return whole.hexdigest()[:16]

    @property
    def name(self) -> str:
        """The codeframe's name."""
        return self.codeframe.name

    @property
    def cold(self) -> bool:
        """Whether it was made without a single label."""
        return self.facts.get("cold") is True

    @property
    def spelling(self) -> int:
        """The number of the spelling of its words; models of before there were several do not tell it."""
        told = self.facts.get("spelling")
        return told if type(told) is int else 1

    @property
    def masked(self) -> bool:
        """Whether personal data was hidden from it, and is to be hidden from it when it codes; models of before that do not tell it."""
        return self.facts.get("masked") is True

    @property
    def manifest(self) -> dict[str, Any]:
        """The model's figures as JSON values."""
        return {
            "format": FORMAT if self.folded.dense is None else WITH_VECTORS,
            "codeframe": {
                "name": self.codeframe.name,
                "digest": self.codeframe.digest,
                "by_name": self.codeframe.by_name,
            },
            "themes": [
                {
                    "slug": theme.slug,
                    "positives": count,
                    "cutoff": cutoff.margin,
                    "slope": cutoff.slope,
                    "offset": cutoff.offset,
                }
                for theme, count, cutoff in zip(self.codeframe.themes, self.positives, self.cutoffs, strict=True)
            ],
            "facts": dict(self.facts),
        }

    @property
    def vocabulary(self) -> dict[str, list[str]]:
        """The words, n-grams and questions."""
        vocabulary = self.folded.vocabulary
        return {
            "words": list(vocabulary.words),
            "chars": list(vocabulary.chars),
            "questions": list(vocabulary.questions),
        }

    @property
    def arrays(self) -> dict[str, np.ndarray[Any, Any]]:
        """The numbers."""
        vocabulary = self.folded.vocabulary
        arrays = {
            "pairs": vocabulary.pairs,
            "crossed": vocabulary.crossed,
            "rows": self.folded.rows,
            "bias": self.folded.bias,
        }
        return arrays if self.folded.dense is None else {**arrays, "dense": self.folded.dense}
