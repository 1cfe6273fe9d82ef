"""What several coders said of the same answers, each by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, standing
from freetext.survey.settling import place_of

NOT_OWN = ("adjudicated", "rule")
"""Sources of decisions that are no coder's own: others' choices were in sight, or nobody decided."""


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """What `c` coders said of `n` answers, by the `k` themes of a codeframe.

    coders  who, (c,)
    keys    the answers, (n,)
    given   bool (c, n, k): the coder gave the theme
    said    bool (c, n): the coder decided on the answer; one who did not gave no theme
    """

    codeframe: Codeframe
    coders: tuple[str, ...]
    keys: tuple[Key, ...]
    given: BoolArray
    said: BoolArray

    def __post_init__(self) -> None:
        """Refuse arrays of other shapes, a coder who stands twice, and themes of one who did not decide."""
        shape = (len(self.coders), len(self.keys))
        if self.said.shape != shape or self.given.shape != (*shape, len(self.codeframe)):
            message = (
                f"given {self.given.shape} and said {self.said.shape} do not fit {shape} and {len(self.codeframe)}"
            )
            raise ValueError(message)
        if len(set(self.coders)) < len(self.coders):
            message = f"a coder stands twice: {', '.join(self.coders)}"
            raise ValueError(message)
        if (self.given & ~self.said[:, :, None]).any():
            message = "a coder who did not decide on an answer has given it a theme"
            raise ValueError(message)

    def __len__(self) -> int:
        """How many answers."""
        return len(self.keys)

    def of(self, coders: Sequence[str]) -> Panel:
        """The same answers as these coders saw them, in this order."""
        places = [self.coders.index(coder) for coder in coders]
        return Panel(self.codeframe, tuple(coders), self.keys, self.given[places], self.said[places])

    def take(self, places: Sequence[int] | IntArray) -> Panel:
        """The answers at these places, in that order."""
        chosen = np.asarray(places, dtype=np.int64)
        keys = tuple(self.keys[place] for place in chosen.tolist())
        return Panel(self.codeframe, self.coders, keys, self.given[:, chosen], self.said[:, chosen])

    @property
    def shared(self) -> Panel:
        """The answers that two coders or more decided on."""
        return self.take(np.flatnonzero(np.count_nonzero(self.said, axis=0) > 1))


def own_decisions(labels: Iterable[Label]) -> list[Label]:
    """Return the latest standing decision of each coder on each answer; adjudicated ones and rules are no coder's own."""
    latest = {(label.key, label.coder): label for label in standing(labels) if label.source not in NOT_OWN}
    return list(latest.values())


def panel_of(decisions: Iterable[Label], codeframe: Codeframe, *, keys: Sequence[Key] | None = None) -> Panel:
    """Lay decisions out, a coder's later one in place of the earlier; coders in the order of their names.

    `keys` are the answers to lay out, in their order; others are passed over. Without it, all that were decided on. Raises
    UnknownTheme for a slug that the codeframe does not have.
    """
    kept = list(decisions)
    rows = {key: row for row, key in enumerate(dict.fromkeys(label.key for label in kept) if keys is None else keys)}
    kept = [label for label in kept if label.key in rows]
    coders = {coder: place for place, coder in enumerate(sorted({label.coder for label in kept}))}
    given = np.zeros((len(coders), len(rows), len(codeframe)), dtype=np.bool_)
    said = np.zeros((len(coders), len(rows)), dtype=np.bool_)
    for label in kept:
        place, row = coders[label.coder], rows[label.key]
        said[place, row] = True
        given[place, row] = False
        given[place, row, [place_of(slug, codeframe) for slug in label.themes]] = True
    return Panel(codeframe, tuple(coders), tuple(rows), given, said)
