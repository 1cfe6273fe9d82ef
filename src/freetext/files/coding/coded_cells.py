"""Our cells of one answer in a coded file: from a coding, and as they are read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from freetext.survey.codeframe import fold
from freetext.survey.codings import SOURCE_NAMES, Codings, Source

BLANK, HUMAN, MACHINE = "blank", "human", "model"

DISPUTED = "coders differ"
"""How the reason begins for which a person should look at an answer that people have decided in part."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Our cells of one answer, as a coded file holds them; `scores` are (code, probability).

    `model` names who decided where people did not; it is no part of what was said, so that cells are the same without it.
    """

    themes: str = ""
    review: bool = False
    why: str = ""
    source: str = ""
    evidence: str = ""
    scores: tuple[tuple[str, float | None], ...] = ()
    model: str = field(default="", compare=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the answer holds."""
        return tuple(_parts(self.themes))

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """Who decided: (code, `model`, `rule` or `human`); the code is empty where somebody decided on all others, or on none."""
        split = (part.rpartition("=") for part in _parts(self.source))
        return tuple((code.strip(), who.strip().casefold()) for code, _, who in split)

    @property
    def blank(self) -> bool:
        """Whether the answer was blank."""
        return self.sources == (("", BLANK),)

    @property
    def by_people(self) -> bool:
        """Whether people decided something on the answer."""
        return any(who == HUMAN for _, who in self.sources)

    @property
    def by_people_alone(self) -> bool:
        """Whether nobody but people decided on the answer."""
        return self.by_people and all(who == HUMAN for _, who in self.sources)

    @property
    def said(self) -> bool:
        """Whether people said something of the answer: in the logs, or by hand in the file."""
        return self.by_people or self.by_hand

    @property
    def by_model(self) -> bool:
        """Whether a model decided on the answer, if only that other themes do not apply: neither people alone nor nobody did."""
        return not (self.blank or self.by_people_alone or self.by_hand)

    @property
    def by_rules(self) -> bool:
        """Whether nobody but people and rules gave themes; whether a model left the others out, the cells do not say."""
        return bool(self.sources) and all(who != MACHINE for _, who in self.sources)

    @property
    def by_hand(self) -> bool:
        """Whether somebody changed the themes in the file: we write them and who decided on them together."""
        themes, named = set(self.codes), {code for code, _ in self.sources if code}
        return themes != named and {*map(fold, themes)} != {*map(fold, named)}


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def cells_of(codings: Codings, row: int) -> Cells:
    """Write our cells of one coded answer, all but the scores."""
    chosen, codes, why = np.flatnonzero(codings.chosen[row]).tolist(), codings.codeframe.codes, codings.why[row]
    evidence = codings.evidence[row] if codings.evidence is not None else ""
    themes = ";".join(codes[theme] for theme in chosen)
    return Cells(themes, bool(why), why, source_cell(codings, row, chosen), evidence)


def source_cell(codings: Codings, row: int, chosen: Sequence[int]) -> str:
    """Write who decided: `blank`, `theme=model|rule|human` joined by `;`, empty where the model found nothing.

    A bare `human` says that people decided that no theme applies; a bare `model` behind people's themes, that the model decided
    the others (which people dispute).
    """
    if codings.blank[row]:
        return "blank"
    source = codings.source[row]
    named = [f"{codings.codeframe.codes[theme]}={SOURCE_NAMES[Source(source[theme])]}" for theme in chosen]
    by_people = bool((source == Source.HUMAN).all())
    if not named and by_people:
        return "human"
    mixed = not by_people and named and all(source[theme] == Source.HUMAN for theme in chosen)
    return ";".join([*named, "model"] if mixed else named)
