"""How coding went, in counts of answers: added up batch by batch, answer by answer, part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from freetext.files.coding.coded_cells import DISPUTED, Cells
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings, Source


@dataclass(frozen=True, slots=True)
class Tallied:
    """How coding went, in counts of answers.

    none    answers with content and without a theme
    human   answers that people decided, at least in part
    review  answers that want a person
    themes  (code, answers) in the order of the codeframes
    """

    answers: int = 0
    blank: int = 0
    none: int = 0
    human: int = 0
    review: int = 0
    themes: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what counts nothing; raises ValueError."""
        counts = (self.answers, self.blank, self.none, self.human, self.review, *(count for _, count in self.themes))
        if any(type(count) is not int or count < 0 for count in counts):
            message = "a count is no whole number of answers"
            raise ValueError(message)


@dataclass(slots=True)
class Counts:
    """Counts how coding goes."""

    _themes: dict[str, int] = field(default_factory=dict)
    _answers: dict[str, int] = field(default_factory=dict)

    def add(self, codings: Codings) -> None:
        """Count a block of coded answers."""
        chosen = codings.chosen
        self.themes(codings.codeframe.codes, chosen.sum(axis=0).tolist())
        self.answers(
            answers=len(codings),
            blank=int(codings.blank.sum()),
            none=int((~chosen.any(axis=1) & ~codings.blank).sum()),
            human=int((codings.source == Source.HUMAN).any(axis=1).sum()),
            review=len(codings) - codings.why.count(""),
        )

    def keep(self, cells: Cells, frame: Codeframe) -> None:
        """Count an answer that was coded before."""
        self.themes(frame.codes, [0] * len(frame))
        self.themes(cells.codes, [1] * len(cells.codes))
        by_people = cells.by_people or cells.why.startswith(DISPUTED)
        none = not cells.codes and not cells.blank
        self.answers(answers=1, blank=cells.blank, review=cells.review, none=none, human=by_people)

    def merge(self, tallied: Tallied) -> None:
        """Add what was counted elsewhere."""
        self.themes((code for code, _ in tallied.themes), (count for _, count in tallied.themes))
        self.answers(
            answers=tallied.answers,
            blank=tallied.blank,
            none=tallied.none,
            human=tallied.human,
            review=tallied.review,
        )

    def themes(self, codes: Iterable[str], counts: Iterable[int]) -> None:
        """Add to how often themes are chosen."""
        for code, count in zip(codes, counts, strict=True):
            self._themes[code] = self._themes.get(code, 0) + count

    def answers(self, **counts: int) -> None:
        """Add to how many answers are what, by the names of `Tallied`."""
        for key, count in counts.items():
            self._answers[key] = self._answers.get(key, 0) + int(count)

    @property
    def summary(self) -> Tallied:
        """How coding went so far."""
        return Tallied(themes=tuple(self._themes.items()), **self._answers)
