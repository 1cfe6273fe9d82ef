"""What is said of the codes of a model that nobody's labels have taught."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.model.cutoffs import Cutoff
from freetext.survey.codeframe import Codeframe

UNLABELLED = "no labels yet"
"""Why a person should look at every code of such a model."""


def trust(codeframe: str, answers: str) -> str:
    """Say in one line how far codes can be trusted; `codeframe` is its name, `answers` how many ("9 answers")."""
    return (
        f"no labels yet: {answers} coded by the words of the codeframe {codeframe} alone. Nobody knows how often that is right: "
        "every code wants a person. Label 32 to 64 answers and run `freetext train`"
    )


def mute(codeframe: Codeframe, cutoffs: Sequence[Cutoff]) -> list[str]:
    """Return the slugs of the themes whose words the answers do not know: they are coded by phrases only."""
    return [slug for slug, cutoff in zip(codeframe.slugs, cutoffs, strict=True) if cutoff.margin is None]
